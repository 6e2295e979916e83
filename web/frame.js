// The viewer in a frame: `embed.html?src=ADDRESS`, and messages between it and the page around it. Each message is an
// object with `fajian: 1` (the version of all this) and `type`:
//   to the frame    hello, asks whether it is there; open, with `text` or `bytes` or `file`, and `name`
//   from the frame  ready; opened, with `report`; error, with `code` and `message`; height, in pixels
// The page tells its frames apart by `event.source`. From a disk or a sandbox there is no origin to compare; else the
// frame answers the page that spoke first, and with `?origin=ORIGIN` no other than that.
(function () {
  "use strict";
  var query = new URLSearchParams(location.search);
  var only = query.get("origin");
  var target = only || null;
  var height = 0;
  var place = document.getElementById("fajian-frame");

  function post(type, more) {
    if (self.parent === self) return;
    var message = Object.assign({ fajian: 1, type: type }, more);
    // What says nothing about a report may be heard by anybody.
    self.parent.postMessage(message, target || "*");
  }

  // A report is only told to a page that asked.
  var waiting = null;
  function tell(message) {
    if (target) post(message.type, message.more);
    else waiting = message;
  }

  var handle = fajianEmbed().mount(place, {
    theme: query.get("theme"),
    view: query.get("view"),
    lang: query.get("lang"),
    worker: true,
    onready: function (report) { tell({ type: "opened", more: { report: report } }); },
    onerror: function (error) { tell({ type: "error", more: { code: error.code, message: error.message } }); }
  });

  self.addEventListener("message", function (event) {
    var message = event.data;
    if (event.source !== self.parent || !message || message.fajian !== 1) return;
    var isNowhere = event.origin === "null" || event.origin === "";
    if (only && event.origin !== only) return;
    if (!target) target = isNowhere ? "*" : event.origin;
    else if (target !== "*" && event.origin !== target) return;
    if (message.type === "hello") {
      post("ready");
      if (height) post("height", { height: height });
      if (waiting) post(waiting.type, waiting.more);
      waiting = null;
    }
    if (message.type === "open") {
      if (typeof message.text === "string") handle.openText(message.text, message.name);
      else if (message.file instanceof Blob) handle.openFile(message.file, message.name);
      else if (message.bytes) handle.openFile(new Blob([message.bytes]), message.name);
    }
  });

  // Nothing in the viewer goes by the height of its window, so that a frame that is given this height keeps it.
  new ResizeObserver(function () {
    var now = Math.ceil(place.getBoundingClientRect().height);
    if (now === height) return;
    height = now;
    post("height", { height: height });
  }).observe(place);

  if (query.get("src")) handle.openUrl(query.get("src"));
  post("ready");
})();
