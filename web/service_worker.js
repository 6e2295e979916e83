// The hosted page without a network: keeps the files of one version of the page, whole, and answers with them.
//
// Before it stands, from `xtask/src/edition/hosted.rs`: `fajianVersion`; `fajianFiles`, the hash of each file of this
// version by its path; `fajianLater`, the paths among them that are kept only once they were asked for. A file that is
// not of this version by its hash is never kept, and nothing else is: reports do not pass through here.
(function () {
  "use strict";
  var scope = self.registration.scope;
  // One origin may have several copies of the page under several paths, and has one drawer for the caches of all.
  var mine = "fajian " + scope + " ";
  var current = mine + fajianVersion;

  // A name with the hash of the content in it.
  var NAMED = /^[a-z]+-[0-9a-f]{8,16}(_bg)?\.(js|wasm|css|svg)$/;

  function address(path) { return new URL(path, scope).href; }

  // What the browser kept on its own may be of another version; so it is asked for once more.
  function fetched(path) {
    var integrity = fajianFiles[path];
    return fetch(address(path), { integrity: integrity }).catch(function () {
      return fetch(address(path), { integrity: integrity, cache: "reload" });
    }).then(function (response) {
      if (!response.ok) throw new Error(path + " gave status " + response.status);
      if (!response.redirected) return response;
      // A server may lead from `index.html` to its folder; what answers for a page must not have been led anywhere.
      return response.blob().then(function (blob) { return new Response(blob, { headers: response.headers }); });
    });
  }

  function keep(path) {
    return Promise.all([caches.open(current), fetched(path)]).then(function (both) {
      var kept = both[1].clone();
      return both[0].put(address(path), kept).then(function () { return both[1]; });
    });
  }

  // The windows that show this page.
  function windows() {
    return self.clients.matchAll({ type: "window", includeUncontrolled: true }).then(function (all) {
      return all.filter(function (client) { return client.url.indexOf(scope) === 0; });
    });
  }

  // The caches of this page, this version's first.
  function drawers() {
    return caches.keys().then(function (names) {
      var others = names.filter(function (name) { return name.indexOf(mine) === 0 && name !== current; });
      return [current].concat(others);
    });
  }

  // Older versions go, unless there are more than so many windows: one of these may still need its own.
  function tidy(most) {
    return Promise.all([windows(), drawers()]).then(function (both) {
      if (both[0].length > most) return;
      return Promise.all(both[1].slice(1).map(function (name) { return caches.delete(name); }));
    });
  }

  function found(path) {
    return drawers().then(function (names) {
      return names.reduce(function (before, name) {
        return before.then(function (response) {
          return response || caches.match(address(path), { cacheName: name, ignoreVary: true });
        });
      }, Promise.resolve());
    });
  }

  self.addEventListener("install", function (event) {
    var paths = Object.keys(fajianFiles).filter(function (path) { return fajianLater.indexOf(path) < 0; });
    event.waitUntil(Promise.all(paths.map(keep)));
  });

  self.addEventListener("activate", function (event) {
    // The one window that there may be asked for this version, and loads itself anew.
    event.waitUntil(tidy(1).then(function () { return self.clients.claim(); }));
  });

  // The reader took the offer of this version.
  self.addEventListener("message", function (event) {
    if (event.data === "take") self.skipWaiting();
  });

  self.addEventListener("fetch", function (event) {
    var request = event.request;
    var url = new URL(request.url);
    url.hash = "";
    if (request.mode === "navigate") url.search = "";
    if (request.method !== "GET" || url.href.indexOf(scope) !== 0) return;
    var path = url.href.slice(scope.length) || "index.html";
    // Files of this version, and such as may be of an older one. All else goes its way.
    if (!Object.prototype.hasOwnProperty.call(fajianFiles, path) && !NAMED.test(path)) return;
    if (request.mode === "navigate") event.waitUntil(tidy(0));
    event.respondWith(found(path).then(function (response) {
      if (response) return response;
      if (fajianLater.indexOf(path) < 0) return fetch(request);
      return keep(path).catch(function () { return fetch(request); });
    }));
  });
})();
