// Starts the analysis in a worker: the page sends the addresses of the programs.
"use strict";
self.onmessage = function (event) {
  self.onmessage = null;
  var base = event.data;
  var readers = null;
  // The readers of documents, loaded when the first document is opened.
  self.fajianReaders = function (name, bytes) {
    if (!readers) {
      try {
        importScripts(base.readers + ".js");
      } catch (error) {
        return Promise.reject(error);
      }
      readers = fajian_readers({ module_or_path: base.readers + "_bg.wasm" });
    }
    return readers.then(
      function () { return self.fajianRead(name, bytes); },
      function (error) { readers = null; throw error; }
    );
  };
  importScripts(base.engine + ".js");
  // Thrown out of the promise, so that the page hears of it and does the work itself.
  fajian_engine({ module_or_path: base.engine + "_bg.wasm" }).catch(function (error) {
    setTimeout(function () { throw error; });
  });
};
