// The look and the language of the page, before anything is painted: this is the one script that painting waits for.
(function () {
  "use strict";
  var root = document.documentElement;
  var language = "";

  // What the reader chose.
  try {
    var theme = localStorage.getItem("fajian-theme");
    if (/^(light|dark|white|black|yellow)$/.test(theme)) root.setAttribute("data-theme", theme);
    if (localStorage.getItem("fajian-elder") === "on") root.setAttribute("data-elder", "on");
    language = localStorage.getItem("fajian-language") || "";
  } catch (blocked) { /* storage is blocked: the page looks as the system does, and speaks as the browser */ }

  // Else the first of the browser's languages that the page speaks.
  function spoken(tag) {
    if (/^zh\b/i.test(tag)) return /^zh-(hant|tw|hk|mo)\b/i.test(tag) ? "zh-Hant" : "zh-Hans";
    return /^en\b/i.test(tag) ? "en" : "";
  }
  if (!/^(zh-Hans|zh-Hant|en)$/.test(language)) {
    var tags = navigator.languages || [navigator.language || ""];
    language = "";
    for (var n = 0; n < tags.length && !language; n++) language = spoken(tags[n]);
    language = language || "en";
  }
  root.setAttribute("lang", language);
})();
