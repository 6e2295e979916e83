// Starts the program in a worker: the page sends the script's address and the module that it has compiled already.
"use strict";
self.onmessage = function (event) {
  self.onmessage = null;
  importScripts(event.data.glue);
  wasm_bindgen.initSync({ module: event.data.module });
};
