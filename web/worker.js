// Starts the program in a worker: the page sends the script's address and the module that it has compiled already.
"use strict";
self.onmessage = function (event) {
  self.onmessage = null;
  var data = event.data;
  var readers = null;
  // The readers of documents, loaded when the first document is opened.
  self.fajianReaders = function (name, bytes) {
    if (!readers) {
      try {
        importScripts(data.readers + ".js");
      } catch (error) {
        return Promise.reject(error);
      }
      readers = fajian_readers({ module_or_path: data.readers + "_bg.wasm" });
    }
    return readers.then(
      function () { return self.fajianRead(name, bytes); },
      function (error) { readers = null; throw error; }
    );
  };
  importScripts(data.glue);
  wasm_bindgen.initSync({ module: data.module });
};
