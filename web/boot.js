// Starts the page, or says in it why it cannot. Until the program is ready it keeps what the reader does.
(function () {
  "use strict";
  // `onready` is for what comes after the page itself.
  var boot = { ready: false, onready: null };
  // The tests wait for it.
  self.fajianBoot = boot;
  var early = null;
  var silent = document.getElementById("boot-silent");
  if (silent) silent.remove();
  // The one-file edition carries what it is made of; see `xtask/src/edition/single.rs`.
  var shell = document.getElementById("fajian-shell");

  function trouble(kind) {
    var box = document.getElementById("boot-trouble");
    if (!box) return;
    var words = box.querySelectorAll("[data-trouble]");
    for (var i = 0; i < words.length; i++) words[i].hidden = words[i].getAttribute("data-trouble") !== kind;
    // Only now: before, nothing is wrong.
    box.setAttribute("role", "alert");
    box.hidden = false;
    document.documentElement.setAttribute("data-trouble", kind);
  }

  // What the reader does before the program is there.
  document.addEventListener("dragover", function (event) { if (!boot.ready) event.preventDefault(); });
  document.addEventListener("drop", function (event) {
    if (boot.ready) return;
    event.preventDefault();
    var files = event.dataTransfer ? event.dataTransfer.files : [];
    if (files.length) early = { files: Array.prototype.slice.call(files) };
  });
  document.addEventListener("change", function (event) {
    if (!boot.ready && event.target.id === "file-input") {
      early = { files: Array.prototype.slice.call(event.target.files) };
    }
  });
  document.addEventListener("click", function (event) {
    if (boot.ready || !event.target.closest) return;
    var button = event.target.closest("button");
    if (!button) return;
    if (button.id === "choose-button") document.getElementById("file-input").click();
    if (button.id === "paste-button") early = { paste: true };
    if (button.hasAttribute("data-sample")) early = { sample: button.getAttribute("data-sample") };
  });

  // A stopped program does not come back by itself.
  self.addEventListener("error", function (event) {
    if (typeof WebAssembly === "object" && event.error instanceof WebAssembly.RuntimeError) trouble("broken");
  });

  // What this file carries under a name, read by the function that its form asks for.
  function payload(name, read) {
    var element = document.getElementById("fajian-" + name);
    return element && element.textContent ? read(element.textContent) : null;
  }

  // Where the programs are: in this file, or beside it.
  function parts() {
    if (shell) {
      var packed = {};
      Object.keys(fajianGlue).forEach(function (name) { packed[name] = payload(name, fajianDense); });
      return { packed: packed };
    }
    var glue = document.querySelector("script[data-glue]");
    if (!glue || typeof wasm_bindgen === "undefined") return null;
    fajianGlue.app = function () { return wasm_bindgen; };
    var address = new URL(glue.getAttribute("data-wasm"), location.href).href;
    // Named after their content, `engine-0123`, on a server that they were built for.
    var names = {};
    (glue.getAttribute("data-programs") || "").split(" ").forEach(function (name) { names[name.split("-")[0]] = name; });
    return { base: new URL(".", fajianHere).href, addresses: { app: address }, names: names };
  }

  function startWorker(where) {
    var address = shell ? fajianWorkerAddress() : fajianHere;
    var worker = new Worker(address, { name: "fajian" });
    // Not before: a browser may look for it a while later.
    if (shell) worker.addEventListener("message", function () { URL.revokeObjectURL(address); }, { once: true });
    worker.postMessage({ base: where.base, names: where.names, packed: where.packed });
    return worker;
  }

  // The text of the one-file edition without reports: put together again from what this one is made of, or fetched.
  function oneFile() {
    if (!shell) {
      return fetch(new URL("fajian.html", fajianHere).href).then(function (response) {
        if (!response.ok) throw new Error("missing fajian.html");
        return response.text();
      });
    }
    return fajianThrough(new DecompressionStream("gzip"), fajianDense(shell.textContent)).text().then(function (text) {
      var pieces = text.split(" data-part>");
      var elements = document.querySelectorAll("[data-part]");
      if (pieces.length !== elements.length + 1) throw new Error("this file was changed");
      return pieces.reduce(function (text, piece, at) {
        return text + " data-part>" + elements[at - 1].textContent + piece;
      });
    });
  }

  // Leaves one file with the reports in it as a download.
  function save(reports, name) {
    var packed = fajianThrough(new CompressionStream("gzip"), reports);
    return Promise.all([oneFile(), packed.arrayBuffer()]).then(function (both) {
      var place = " id=\"fajian-reports\"" + ">";
      var halves = both[0].split(place);
      if (halves.length !== 2) throw new Error("no place for reports");
      return base64Of(both[1]).then(function (base64) {
        var file = new Blob([halves[0], place, base64, halves[1]], { type: "text/html" });
        var link = document.createElement("a");
        link.href = URL.createObjectURL(file);
        link.download = name;
        document.body.appendChild(link);
        link.click();
        link.remove();
        // The download has the file by then.
        setTimeout(function () { URL.revokeObjectURL(link.href); }, 60000);
      });
    });
  }

  function base64Of(buffer) {
    return new Promise(function (resolve, reject) {
      var reader = new FileReader();
      reader.onload = function () { resolve(reader.result.slice(reader.result.indexOf(",") + 1)); };
      reader.onerror = reject;
      reader.readAsDataURL(new Blob([buffer]));
    });
  }

  // The reports that were saved with this file.
  function saved() {
    var packed = shell && payload("reports", fajianBytes);
    if (!packed) return Promise.resolve(null);
    return fajianThrough(new DecompressionStream("gzip"), packed).arrayBuffer()
      .then(function (reports) { return new Uint8Array(reports); });
  }

  function start() {
    var isModern = "noModule" in HTMLScriptElement.prototype;
    if (isModern && typeof WebAssembly !== "object") {
      return trouble(/\bEdg\//.test(navigator.userAgent) ? "guarded" : "off");
    }
    if (!isModern) return trouble("old");
    if (shell && typeof DecompressionStream === "undefined") return trouble("old");
    var where = parts();
    if (!where) return trouble(location.protocol === "file:" ? "local" : "missing");
    var programs = fajianPrograms(where);
    Promise.all([programs("app"), saved(), self.fajianPacked])
      .then(function (both) {
        // What came along counts less than what the reader does.
        if (!both[1] && !early && both[2] && both[2].length) early = { files: both[2] };
        both[0].mount(document.getElementById("app"), {
          programs: programs,
          analyze: fajianAnalyzer(programs),
          write: fajianWriter(programs),
          rewrite: fajianRewriter(programs),
          aids: fajianAids(programs),
          worker: function () { return startWorker(where); },
          save: save,
          saved: both[1],
          // From here on the page itself listens.
          takeOver: function () {
            boot.ready = true;
            if (boot.onready) boot.onready();
            return early;
          }
        });
      })
      .catch(function (error) {
        var words = String(error && error.message);
        if (/Content Security|unsafe-eval|blocked/i.test(words)) return trouble("blocked");
        if (error instanceof WebAssembly.RuntimeError) return trouble("broken");
        if (location.protocol === "file:" && !shell) return trouble("local");
        trouble("missing");
      });
  }
  // What the programs are may stand behind this.
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
