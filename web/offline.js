// Lets the hosted page live without a network from the second visit on, and offers a new version when there is one.
// It is part of no other edition.
(function () {
  "use strict";
  var boot = self.fajianBoot;
  // Looked at where it is current: this script's address is its folder's.
  var folder = new URL(".", document.currentScript.src).href;
  var isTaken = false;

  // What the offer says, in every language; `styles/base.css` shows the one of the page.
  var WORDS = {
    "zh-Hans": ["新版本已就绪。重新载入后换用，打开的报告要再打开一次。", "重新载入", "以后再说"],
    "zh-Hant": ["新版本已就緒。重新載入後換用，開啟的報告要再開啟一次。", "重新載入", "以後再說"],
    "en": ["A new version is ready. Reload to use it; open reports have to be opened again.", "Reload", "Later"]
  };

  function spoken(element, at) {
    Object.keys(WORDS).forEach(function (language) {
      var words = document.createElement("span");
      words.setAttribute("data-tongue", language);
      words.lang = language;
      words.textContent = WORDS[language][at];
      element.appendChild(words);
    });
    return element;
  }

  function button(id, at, onclick) {
    var button = spoken(document.createElement("button"), at);
    button.type = "button";
    button.id = id;
    button.className = at === 1 ? "button is-primary" : "button";
    button.addEventListener("click", onclick);
    return button;
  }

  // Never forced: what is open would be lost.
  function offer(registration) {
    if (document.getElementById("version-offer")) return;
    var notice = document.createElement("div");
    notice.id = "version-offer";
    notice.className = "notice is-offer";
    notice.setAttribute("role", "status");
    document.body.appendChild(notice);
    // The box has to be there before its words are, to be read out.
    setTimeout(function () {
      var words = spoken(document.createElement("p"), 0);
      words.className = "notice-words";
      notice.appendChild(words);
      notice.appendChild(button("version-take", 1, function () { take(registration); }));
      notice.appendChild(button("version-later", 2, function () { notice.remove(); }));
    }, 100);
  }

  function take(registration) {
    isTaken = true;
    // Taken in another window already, it is there.
    if (registration.waiting) registration.waiting.postMessage("take");
    else location.reload();
  }

  function watch(registration) {
    // The first version is no news.
    function look() {
      if (registration.waiting && navigator.serviceWorker.controller) offer(registration);
    }
    look();
    registration.addEventListener("updatefound", function () {
      var worker = registration.installing;
      if (worker) worker.addEventListener("statechange", look);
    });
  }

  // Where the page is not served over a safe connection, or is kept in a frame without an origin, there is none of this.
  function register() {
    var workers;
    try { workers = self.isSecureContext && navigator.serviceWorker; } catch (sandboxed) { return; }
    if (!workers) return;
    workers.addEventListener("controllerchange", function () { if (isTaken) location.reload(); });
    workers.register(folder + "service_worker.js", { scope: folder, updateViaCache: "none" }).then(watch, function () {
      // Refused by the browser or the site: the page works as it did, with a network.
    });
  }

  // After the page itself, which comes first.
  boot.onready = function () {
    if (self.requestIdleCallback) self.requestIdleCallback(register);
    else setTimeout(register);
  };
})();
