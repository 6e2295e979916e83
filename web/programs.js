// Gets the programs of wasm and starts them: the page, the analysis, the readers. There is one way for all editions: a
// program and its script lie in two files beside this one, or in the very file that carries this; and one way for a
// page and a worker, which is why each function here stands on its own: a worker may be made of their texts.

// The scripts of the programs, each a function that gives its program. `cargo xtask` writes them in this form.
var fajianGlue = {};

// The bytes that a text in base64 stands for.
function fajianBytes(base64) {
  var text = atob(base64);
  var bytes = new Uint8Array(text.length);
  for (var i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

// What comes out of a stream that bytes are put through. Not by way of a blob: WebKit reads none in a worker.
function fajianThrough(stream, bytes) {
  var writer = stream.writable.getWriter();
  writer.write(bytes);
  writer.close();
  return new Response(stream.readable);
}

// Where this file lies, if it is one of its own: a worker is started from it.
var fajianHere = typeof document !== "undefined" && document.currentScript ? document.currentScript.src : "";

// A function from the name of a program to a promise of it. `parts.base` is the folder of its files, `parts.names` has
// what these are called where that is not the program's name; `parts.packed` has the bytes of programs that come along,
// packed with gzip.
function fajianPrograms(parts) {
  "use strict";
  var started = {};

  function file(name) { return parts.base + ((parts.names && parts.names[name]) || name); }

  function glue(name) {
    if (fajianGlue[name]) return Promise.resolve(fajianGlue[name]);
    var address = file(name) + ".js";
    return new Promise(function (resolve, reject) {
      if (typeof document === "undefined") {
        importScripts(address);
        return resolve();
      }
      var script = document.createElement("script");
      script.src = address;
      script.onload = resolve;
      script.onerror = function () { reject(new Error("missing " + address)); };
      document.head.appendChild(script);
    }).then(function () { return fajianGlue[name]; });
  }

  function code(name) {
    var packed = parts.packed && parts.packed[name];
    if (packed) {
      return fajianThrough(new DecompressionStream("gzip"), packed).arrayBuffer();
    }
    var address = (parts.addresses && parts.addresses[name]) || file(name) + "_bg.wasm";
    return fetch(address).then(function (response) {
      if (!response.ok) throw new Error("missing " + address);
      // Servers that do not know the type are no reason to stop.
      var isTyped = (response.headers.get("Content-Type") || "").indexOf("application/wasm") === 0;
      return isTyped ? response : response.arrayBuffer();
    });
  }

  function program(name) {
    if (!started[name]) {
      // Where a script is run while it loads, it takes the page's address for its own; not so behind a promise.
      started[name] = Promise.all([glue(name), code(name)]).then(function (both) {
        var program = both[0]();
        return program({ module_or_path: both[1] }).then(function () { return program; });
      });
      started[name].catch(function () { delete started[name]; });
    }
    return started[name];
  }

  // A program that is nothing but a script.
  program.script = function (name) { return glue(name).then(function (make) { return make(); }); };
  return program;
}

// The analysis: a job to a promise of what was read; the readers of documents are got when the first one comes.
function fajianAnalyzer(programs) {
  "use strict";
  function read(name, bytes) {
    return programs("readers").then(function (readers) { return readers.read(name, bytes); });
  }
  return function (job, onProgress) {
    return programs("engine").then(function (engine) { return engine.analyze(job, onProgress, read); });
  };
}

// The writer of files for other programs: what to write to a promise of bytes, or of nothing.
function fajianWriter(programs) {
  "use strict";
  return function (format, language, reports) {
    return programs("exporter").then(function (exporter) { return exporter.write(format, language, reports); });
  };
}

// A text to a promise of it in another script, "zh-Hans" or "zh-Hant".
function fajianRewriter(programs) {
  "use strict";
  return function (text, script) {
    return programs("rewriter").then(function (rewriter) { return rewriter.rewrite(text, script); });
  };
}

// The aids of the elder version: puts them up in the element `root` with these words, or takes them away without words.
// `isKept` where they may keep what the reader chooses.
function fajianAids(programs) {
  "use strict";
  var wanted = null;
  var taken = null;
  return function (root, words, isKept) {
    wanted = words;
    if (taken) taken();
    taken = null;
    if (!words) return;
    programs.script("aids").then(function (start) {
      // The reader may have thought better of it meanwhile.
      if (wanted === words) taken = start(root, words, isKept);
    }, function () { /* the page does without */ });
  };
}

// A worker's side: the page sends where the programs are, then jobs.
function fajianWork() {
  "use strict";
  // A job comes right after the word that there can be one, or later, when the reader has chosen: until then there is time.
  var READY_AFTER = 50;
  self.onmessage = function (event) {
    var programs = fajianPrograms(event.data);
    var warming = null;
    var analyze = fajianAnalyzer(programs);
    // Thrown out of the promise, so that the page hears of it and does the work itself.
    function fail(error) { setTimeout(function () { throw error; }); }
    self.onmessage = function (event) {
      var run = event.data[0];
      clearTimeout(warming);
      analyze(event.data, function (done) { self.postMessage([run, done]); })
        .then(function (reads) { self.postMessage([run, reads], [reads.buffer]); })
        .catch(fail);
    };
    programs("engine").then(function (engine) {
      self.postMessage("ready");
      warming = setTimeout(engine.warm, READY_AFTER);
    }).catch(fail);
  };
}

// The address of a worker that is made of the scripts' own texts, for a page that can load nothing.
function fajianWorkerAddress() {
  "use strict";
  var glue = Object.keys(fajianGlue).filter(function (name) { return name !== "app" && name !== "aids"; }).map(function (name) {
    return "fajianGlue[" + JSON.stringify(name) + "] = " + fajianGlue[name] + ";";
  });
  var parts = [fajianThrough, fajianPrograms, fajianAnalyzer, fajianWork, "fajianWork();"];
  var text = ["var fajianGlue = {};"].concat(glue, parts).join("\n");
  return URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
}

if (typeof document === "undefined" && typeof self !== "undefined" && self.name === "fajian") fajianWork();
