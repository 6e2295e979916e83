// Opens what `pack.js` beside this file brings: `fajianPack([{ name, base64 }, ...])`; `fajian pack` writes it. Runs before
// the page's policy is read, since no policy can let in that one file and nothing else: Chromium takes a script from a disk
// by 'self' or `file:`, and then every one. What is asked for is this name in this folder, on a disk only.
(function () {
  "use strict";
  if (location.protocol !== "file:") return;
  var files = [];
  var script = document.createElement("script");
  function file(given) {
    var text = atob(given.base64);
    var bytes = new Uint8Array(text.length);
    for (var i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
    return new File([bytes], given.name);
  }
  self.fajianPack = function (given) { files = files.concat(given.map(file)); };
  // The page waits for it: the files, or none.
  self.fajianPacked = new Promise(function (resolve) {
    script.onload = script.onerror = function () { resolve(files); };
  });
  script.src = "pack.js";
  document.currentScript.after(script);
})();
