// What can keep the element from showing anything, for programs and, in the languages of the viewer, for people.
// `fajianParts` says what of the browser is needed.
function fajianTroubles(parts) {
  "use strict";
  // What can go wrong, for people, in the languages of the viewer.
  var sentences = {
    "too-old": {
      "zh-Hans": "这个浏览器太旧，缺少 $。请换用 Chrome 96、Firefox 113、Safari 16.4 或更新的版本。",
      "zh-Hant": "這個瀏覽器太舊，缺少 $。請換用 Chrome 96、Firefox 113、Safari 16.4 或更新的版本。",
      "en": "This browser is too old and has no $. Use Chrome 96, Firefox 113, Safari 16.4 or later."
    },
    "wasm-forbidden": {
      "zh-Hans": "网页的 Content-Security-Policy 不允许运行 WebAssembly：请在它的 script-src 里加上 'wasm-unsafe-eval'。",
      "zh-Hant": "網頁的 Content-Security-Policy 不允許執行 WebAssembly：請在它的 script-src 裡加上 'wasm-unsafe-eval'。",
      "en": "The page's Content-Security-Policy does not allow WebAssembly: add 'wasm-unsafe-eval' to its script-src."
    },
    "stopped": {
      "zh-Hans": "报告阅读器停止了工作。请刷新页面再试。",
      "zh-Hant": "報告閱讀器停止了工作。請重新整理頁面再試。",
      "en": "The viewer stopped working. Reload the page and try again."
    },
    "not-loaded": {
      "zh-Hans": "报告阅读器的程序没有载入（$）。请把它的文件放在脚本旁边，或用 base 指明其文件夹；网页的 Content-Security-Policy 须在 connect-src 里允许它。",
      "zh-Hant": "報告閱讀器的程式沒有載入（$）。請把它的檔案放在腳本旁邊，或用 base 指明其資料夾；網頁的 Content-Security-Policy 須在 connect-src 裡允許它。",
      "en": "The viewer's programs were not loaded ($). Put its files beside the script, or name their folder as base; the page's Content-Security-Policy must allow it in connect-src."
    },
    "not-found": {
      "zh-Hans": "没有取得报告：$。",
      "zh-Hant": "沒有取得報告：$。",
      "en": "The report was not had: $."
    },
    "not-fetched": {
      "zh-Hans": "没有取得报告 $：网络中断，或网页的 Content-Security-Policy 没有在 connect-src 里允许它。",
      "zh-Hant": "沒有取得報告 $：網路中斷，或網頁的 Content-Security-Policy 沒有在 connect-src 裡允許它。",
      "en": "The report $ could not be fetched: the network failed, or the page's Content-Security-Policy lacks it in connect-src."
    },
    "cross-origin": {
      "zh-Hans": "没有取得报告 $：它在另一个网站上，该网站须以 Access-Control-Allow-Origin 允许本页读取，本页的 Content-Security-Policy 也须在 connect-src 里允许它。",
      "zh-Hant": "沒有取得報告 $：它在另一個網站上，該網站須以 Access-Control-Allow-Origin 允許本頁讀取，本頁的 Content-Security-Policy 也須在 connect-src 裡允許它。",
      "en": "The report $ could not be fetched: it is on another site, which has to allow this page by Access-Control-Allow-Origin, and the page's Content-Security-Policy has to have it in connect-src."
    },
    "no-report": {
      "zh-Hans": "读不出报告。",
      "zh-Hant": "讀不出報告。",
      "en": "No report could be read from these bytes."
    }
  };

  // What went wrong, with a word for programs; it is put into words where the language is known.
  function make(code, about, text) {
    var error = new Error(text || sentences[code].en.replace("$", function () { return about; }));
    error.code = code;
    error.about = about;
    return error;
  }

  // The same in the language `lang`.
  function worded(error, lang) {
    var sentence = sentences[error.code];
    return sentence && "about" in error ? make(error.code, error.about,
      sentence[lang].replace("$", function () { return error.about; })) : error;
  }

  // What this browser lacks of what all of this needs, if anything.
  function lacking() {
    if (typeof WebAssembly !== "object") return "WebAssembly";
    if (parts.packed && typeof DecompressionStream === "undefined") return "DecompressionStream";
    // All else is for showing something.
    if (typeof document === "undefined") return "";
    if (typeof ResizeObserver === "undefined") return "ResizeObserver";
    if (!("adoptedStyleSheets" in Document.prototype)) return "adoptedStyleSheets";
    return "";
  }

  // Says why a program could not be started, and which line of a policy is missing if one is.
  function explained(error) {
    if (error && error.code && "about" in error) return error;
    var lack = lacking();
    if (lack) return make("too-old", lack);
    var words = String(error && error.message);
    if (/Content.Security|\bCSP\b|unsafe-eval/i.test(words)) return make("wasm-forbidden", "");
    if (error instanceof WebAssembly.RuntimeError) return make("stopped", "");
    return make("not-loaded", words);
  }

  return { make: make, worded: worded, explained: explained, lacking: lacking };
}
