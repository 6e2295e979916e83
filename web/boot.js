// Starts the program, or says in the page why it cannot. Until the program is ready it keeps what the reader does.
(function () {
  "use strict";
  var here = document.currentScript;
  var glue = document.querySelector("script[data-glue]");
  var boot = {
    worker: new URL("worker.js", here ? here.src : location.href).href,
    engine: new URL("engine", here ? here.src : location.href).href,
    readers: new URL("readers", here ? here.src : location.href).href,
    exporter: new URL("exporter", here ? here.src : location.href).href,
    early: null,
    ready: false
  };
  self.fajianBoot = boot;

  // A program beside the page, for a page that has no worker: loaded when it is first needed.
  function program(base, start) {
    var loading = null;
    return function () {
      loading = loading || new Promise(function (resolve, reject) {
        var script = document.createElement("script");
        script.src = base + ".js";
        script.onload = resolve;
        script.onerror = reject;
        document.head.appendChild(script);
      }).then(function () { return start({ module_or_path: base + "_bg.wasm" }); });
      return loading.catch(function (error) { loading = null; throw error; });
    };
  }
  var readers = program(boot.readers, function (where) { return fajian_readers(where); });
  var engine = program(boot.engine, function (where) { return fajian_engine(where); });
  var exporter = program(boot.exporter, function (where) { return fajian_exporter(where); });
  self.fajianReaders = function (name, bytes) {
    return readers().then(function () { return self.fajianRead(name, bytes); });
  };
  self.fajianEngine = function (job, onProgress) {
    return engine().then(function () { return self.fajianAnalyze(job, onProgress); });
  };

  self.fajianExporter = function (format, language, reports) {
    return exporter().then(function () { return self.fajianWrite(format, language, reports); });
  };

  // The reader's choice of appearance, before anything is painted.
  try {
    var theme = localStorage.getItem("fajian-theme");
    if (theme === "light" || theme === "dark") document.documentElement.setAttribute("data-theme", theme);
    if (localStorage.getItem("fajian-elder") === "on") document.documentElement.setAttribute("data-elder", "on");
  } catch (blocked) { /* storage is blocked: the page looks as the system does */ }

  // The language that the reader chose, else the first of the browser's that the page speaks.
  var root = document.documentElement;
  function spoken(tag) {
    if (/^zh\b/i.test(tag)) return /^zh-(hant|tw|hk|mo)\b/i.test(tag) ? "zh-Hant" : "zh-Hans";
    return /^en\b/i.test(tag) ? "en" : "";
  }
  var language = "";
  try { language = localStorage.getItem("fajian-language") || ""; } catch (blocked) { /* as the browser speaks */ }
  if (!/^(zh-Hans|zh-Hant|en)$/.test(language)) {
    var tags = navigator.languages || [navigator.language || ""];
    language = "";
    for (var n = 0; n < tags.length && !language; n++) language = spoken(tags[n]);
    language = language || "en";
  }
  root.setAttribute("lang", language);

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
    if (files.length) boot.early = { files: Array.prototype.slice.call(files) };
  });
  document.addEventListener("change", function (event) {
    if (!boot.ready && event.target.id === "file-input") {
      boot.early = { files: Array.prototype.slice.call(event.target.files) };
    }
  });
  document.addEventListener("click", function (event) {
    if (boot.ready || !event.target.closest) return;
    var button = event.target.closest("button");
    if (!button) return;
    if (button.id === "choose-button") document.getElementById("file-input").click();
    if (button.id === "paste-button") boot.early = { paste: true };
    if (button.hasAttribute("data-sample")) boot.early = { sample: button.getAttribute("data-sample") };
  });

  // A stopped program does not come back by itself.
  self.addEventListener("error", function (event) {
    if (typeof WebAssembly === "object" && event.error instanceof WebAssembly.RuntimeError) trouble("broken");
  });

  function compile(response) {
    if (!response.ok) throw new Error("missing");
    var type = response.headers.get("Content-Type") || "";
    if (WebAssembly.compileStreaming && type.indexOf("application/wasm") === 0) {
      return WebAssembly.compileStreaming(response);
    }
    // Servers that do not know the type are no reason to stop.
    return response.arrayBuffer().then(function (bytes) { return WebAssembly.compile(bytes); });
  }

  function start() {
    if (typeof WebAssembly !== "object" || !("noModule" in HTMLScriptElement.prototype)) return trouble("old");
    if (!glue || typeof wasm_bindgen === "undefined") return trouble("missing");
    fetch(glue.getAttribute("data-wasm"))
      .then(compile)
      .then(function (module) { return wasm_bindgen({ module_or_path: module }); })
      .catch(function (error) {
        var words = String(error && error.message);
        if (location.protocol === "file:") return trouble("local");
        if (/Content Security|unsafe-eval|blocked/i.test(words)) return trouble("blocked");
        if (error instanceof WebAssembly.RuntimeError) return trouble("broken");
        trouble("missing");
      });
  }
  start();
})();
