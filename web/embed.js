// Defines <fajian-report>, the viewer as an element of any page, and what scripts call: mount and analyze.
// Around it stand, from `xtask/src/edition/embed.rs`: the scripts of the programs, `fajianParts` (where these are),
// `fajianStyle` (the style sheet) and `fajianWidths` (the widths, in pixels, below which it changes).
function fajianEmbed() {
  "use strict";
  var troubles = fajianTroubles(fajianParts);
  var started = {};
  var sheet = null;

  // An address as the page means it, or a worker of the page's own.
  function resolved(address) {
    return new URL(address, typeof document === "undefined" ? self.location.href : document.baseURI);
  }

  // The folder of the programs: that of the script, or another one.
  function folderOf(base) {
    return base ? resolved(String(base).replace(/\/?$/, "/")).href : fajianParts.base;
  }

  function start(base) {
    var folder = folderOf(base);
    if (!started[folder]) {
      var parts = Object.assign({}, fajianParts, { base: folder });
      // Where a bundler put the programs is another folder.
      if (base) parts.addresses = null;
      started[folder] = fajianPrograms(parts);
    }
    return started[folder];
  }

  // The language of the viewer's that a code means.
  function spoken(code) {
    if (/^en\b/i.test(code || "")) return "en";
    return /^zh-(hant|tw|hk|mo)\b/i.test(code || "") ? "zh-Hant" : "zh-Hans";
  }

  function fetched(address) {
    return fetch(address).then(function (response) {
      if (!response.ok) throw troubles.make("not-found", address + " (HTTP " + response.status + ")");
      return response.blob();
    }, function () {
      var origin = "";
      try { origin = resolved(address).origin; } catch (odd) { /* no address */ }
      var isElsewhere = /^https?:/.test(origin) && origin !== self.origin;
      throw troubles.make(isElsewhere ? "cross-origin" : "not-fetched", address);
    }).then(function (blob) {
      var path = resolved(address).pathname;
      var name = path.slice(path.lastIndexOf("/") + 1);
      try { name = decodeURIComponent(name); } catch (odd) { /* kept as it is */ }
      return new File([blob], name || "report");
    });
  }

  // Puts the style sheet where `root` takes its styles from.
  function dress(root) {
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(fajianStyle);
    }
    var place = root.getRootNode();
    if (place.adoptedStyleSheets.indexOf(sheet) < 0) {
      place.adoptedStyleSheets = Array.prototype.concat.call([], Array.prototype.slice.call(place.adoptedStyleSheets), sheet);
    }
  }

  // Marks the widths that `root` stays below: the style sheet goes by its room, not by the window's.
  function measure(root) {
    var observer = new ResizeObserver(function () {
      var width = root.getBoundingClientRect().width;
      var below = fajianWidths.filter(function (most) { return width <= most; }).join(" ");
      if (root.getAttribute("data-below") !== below) root.setAttribute("data-below", below);
      root.style.setProperty("--vw", width / 100 + "px");
    });
    observer.observe(root);
    return observer;
  }

  // Starts the viewer in `element`; gives a handle to it. Options: `light` (no shadow root), `theme`, `lang`, `view`,
  // `worker` (read in a worker), `base` (the folder of the programs), `onready` (takes the report), `onerror` (takes an
  // error with `code`). What the viewer itself cannot tell the reader is told above it.
  function mount(element, options) {
    options = options || {};
    var ground = element;
    if (!options.light) ground = element.shadowRoot || element.attachShadow({ mode: "open" });
    var root = document.createElement("div");
    root.className = "fajian";
    root.setAttribute("data-below", "");
    ground.appendChild(root);
    var handle = { report: null, destroyed: false };
    var mounted = null;
    var observer = null;
    var open = null;
    var waiting = null;
    var turn = 0;
    var note = null;
    var isDead = false;

    function hush() {
      if (note && !isDead) note.remove();
      if (!isDead) note = null;
    }

    // Says what the viewer itself cannot say.
    function fail(error) {
      if (handle.destroyed || isDead) return;
      error = troubles.worded(troubles.explained(error), root.getAttribute("lang"));
      hush();
      note = document.createElement("div");
      note.className = "fajian";
      note.setAttribute("lang", root.getAttribute("lang"));
      var theme = root.getAttribute("data-theme");
      if (theme) note.setAttribute("data-theme", theme);
      var words = document.createElement("p");
      words.className = "notice is-failure";
      words.setAttribute("role", "alert");
      words.setAttribute("part", "notice");
      words.textContent = error.message;
      note.appendChild(words);
      ground.insertBefore(note, root);
      if (options.onerror) options.onerror(error);
    }

    function give(promise) {
      var own = ++turn;
      handle.report = null;
      hush();
      promise.then(function (file) {
        if (own !== turn || handle.destroyed) return;
        if (open) open([file]);
        else waiting = file;
      }).catch(function (error) { if (own === turn) fail(error); });
    }

    handle.openFile = function (file, name) {
      give(Promise.resolve(file instanceof File ? file : new File([file], name || "report")));
    };
    handle.openText = function (text, name) {
      give(Promise.resolve(new File([String(text)], name || "report.txt")));
    };
    handle.openUrl = function (address) {
      // What is shown is the page's choice: the reader is not asked for files.
      root.setAttribute("data-src", "");
      give(fetched(address));
    };
    handle.set = function (name, value) {
      if (name === "theme") mark("data-theme", /^(light|dark|white|black|yellow)$/.test(value) ? value : "");
      if (name === "view") mark("data-show", value === "statistics" || value === "charts" ? value : "");
      if (name === "lang") mark("lang", spoken(value));
    };
    handle.destroy = function () {
      if (handle.destroyed) return;
      handle.destroyed = true;
      if (observer) observer.disconnect();
      if (mounted) mounted.destroy();
      if (note) note.remove();
      root.remove();
    };

    function mark(name, value) {
      if (value) root.setAttribute(name, value);
      else root.removeAttribute(name);
    }

    ["theme", "view", "lang"].forEach(function (name) { handle.set(name, options[name]); });
    Promise.resolve().then(function () {
      if (handle.destroyed) return;
      var lack = troubles.lacking();
      if (lack) throw troubles.make("too-old", lack);
      dress(root);
      observer = measure(root);
      var get = start(options.base);
      return get("app").then(function (app) {
        if (handle.destroyed) return;
        mounted = app.mount(root, {
          isEmbedded: true,
          analyze: fajianAnalyzer(get),
          write: fajianWriter(get),
          rewrite: fajianRewriter(get),
          aids: fajianAids(get),
          worker: options.worker && fajianParts.worker ? function () {
            var worker = new Worker(fajianParts.worker, { name: "fajian" });
            worker.postMessage({ base: folderOf(options.base), packed: fajianParts.packed });
            return worker;
          } : null,
          takeOver: function (take) {
            open = take;
            if (waiting) setTimeout(function () { if (!handle.destroyed) take([waiting]); });
          },
          onReady: function (packed) {
            var own = turn;
            get("engine").then(function (engine) {
              if (own !== turn || handle.destroyed) return;
              handle.report = engine.open_report(packed);
              if (options.onready) options.onready(handle.report);
            }).catch(function (error) { if (own === turn && !handle.destroyed) onerror(explained(error)); });
          },
          onError: function (code, message) {
            // The viewer has said it itself.
            var error = new Error(message);
            error.code = code;
            if (options.onerror) options.onerror(error);
          }
        });
      });
    }).catch(function (error) {
      fail(error);
      isDead = true;
      // Without its program the viewer is an empty box.
      root.remove();
    });
    return handle;
  }

  // The report in some bytes, as an object; refused with an error that has a `code`. Options: `base`.
  function analyze(bytes, name, options) {
    var lack = troubles.lacking();
    if (lack) return Promise.reject(troubles.make("too-old", lack));
    var get = start(options && options.base);
    function read(name, bytes) {
      return get("readers").then(function (readers) { return readers.read(name, bytes); });
    }
    var array = bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes);
    return get("engine").catch(function (error) { throw troubles.explained(error); }).then(function (engine) {
      return engine.report(name || "", array, read).catch(function (code) {
        throw Object.assign(troubles.make("no-report", ""), { code: String(code) });
      });
    });
  }

  function element() {
    // One class a definition: a class cannot have two names.
    return class extends HTMLElement {
      static get fajian() { return true; }
      static get observedAttributes() { return ["src", "lang", "theme", "view"]; }

      constructor() {
        super();
        this._handle = null;
        this._given = null;
        this._seen = null;
        // What a script set before the definition came.
        if (Object.prototype.hasOwnProperty.call(this, "file")) {
          var file = this.file;
          delete this.file;
          this._given = ["openFile", file];
        }
      }

      get report() { return this._handle ? this._handle.report : null; }
      get file() { return this._given && this._given[0] === "openFile" ? this._given[1] : null; }
      set file(file) { this._open(["openFile", file]); }
      openText(text, name) { this._open(["openText", text, name]); }

      connectedCallback() {
        if (this._handle || this._seen) return;
        if (this._given && this._given[0] !== "openUrl") return this._start();
        var own = this;
        this._seen = new IntersectionObserver(function (entries) {
          if (entries.some(function (entry) { return entry.isIntersecting; })) own._start();
        }, { rootMargin: "200px" });
        this._seen.observe(this);
      }

      disconnectedCallback() {
        var own = this;
        // Moved to another place, it is there again at once.
        setTimeout(function () { if (!own.isConnected) own._stop(); });
      }

      attributeChangedCallback(name, before, now) {
        if (before === now) return;
        if (name === "src") {
          this._given = now ? ["openUrl", now] : null;
          if (this._handle && now) this._handle.openUrl(now);
        } else if (name === "lang" && this._handle) {
          // All words are set anew.
          this._stop();
          this._start();
        } else if (this._handle) {
          this._handle.set(name, now);
        }
      }

      _open(given) {
        this._given = given;
        if (this._handle) this._handle[given[0]](given[1], given[2]);
        else if (this.isConnected) this._start();
      }

      _start() {
        if (this._seen) this._seen.disconnect();
        this._seen = null;
        if (this._handle || !this.isConnected) return;
        var own = this;
        this._handle = mount(this, {
          light: this.getAttribute("render") === "light",
          worker: this.hasAttribute("worker"),
          base: this.getAttribute("base"),
          theme: this.getAttribute("theme"),
          view: this.getAttribute("view"),
          lang: this.getAttribute("lang"),
          onready: function (report) {
            own.dispatchEvent(new CustomEvent("fajian-ready", { detail: report, bubbles: true, composed: true }));
          },
          onerror: function (error) {
            var detail = { code: error.code, message: error.message };
            own.dispatchEvent(new CustomEvent("fajian-error", { detail: detail, bubbles: true, composed: true }));
          }
        });
        if (this._given) this._handle[this._given[0]](this._given[1], this._given[2]);
      }

      _stop() {
        if (this._seen) this._seen.disconnect();
        if (this._handle) this._handle.destroy();
        this._seen = this._handle = null;
      }
    };
  }

  // Another script may have taken the name; a second copy of this one leaves the first alone.
  function define() {
    if (typeof customElements === "undefined") return null;
    for (var number = 1; ; number++) {
      var tag = number === 1 ? "fajian-report" : "fajian-report-" + number;
      var taken = customElements.get(tag);
      if (taken && taken.fajian) return tag;
      if (!taken) {
        customElements.define(tag, element());
        return tag;
      }
    }
  }

  return { mount: mount, analyze: analyze, tag: define() };
}
