// The aids of the elder version: captions of what is pointed at or focused, and a voice that reads the page. Loaded when
// the elder version is first chosen. `words` are those of `ReadingAidMessages::of_script`, in its order.
fajianGlue.aids = function () {
  "use strict";
  var BLOCKS = "main [data-span], main h2, main h3, main p, main li, main dt, main dd, main td, main th, main summary";
  var CONTROLS = "button, a, select, input, textarea, summary, label, [data-mark]";
  var RATES = [0.7, 1, 1.4];
  var SPEEDS = ["slow", "", "fast"];
  // A caption is for a glance.
  var LONGEST = 120;
  // Some browsers tell their voices a while later; those without any never do.
  var PATIENCE = 2000;

  // Under these names the reader's choices are kept from one visit to the next.
  var CAPTIONS = "fajian-captions";
  var RATE = "fajian-voice-rate";

  return function (root, words, isKept) {
    var voice = self.speechSynthesis;
    var registry = self.CSS && CSS.highlights && self.Highlight ? CSS.highlights : null;
    // What is being read: blocks still to come, sentences of this one still to come. Null when silent.
    var reading = null;
    var isCaptioned = kept(CAPTIONS) !== "off";
    var spoken = null;

    function kept(key) {
      try { return isKept ? localStorage.getItem(key) : null; } catch (blocked) { return null; }
    }
    function keep(key, value) {
      try {
        if (isKept && value === null) localStorage.removeItem(key);
        else if (isKept) localStorage.setItem(key, value);
      } catch (blocked) { /* it lasts as long as the page */ }
    }

    function make(tag, name, parent) {
      var element = document.createElement(tag);
      if (name) element.className = name;
      parent.appendChild(element);
      return element;
    }
    function button(label, action) {
      var element = make("button", "button", tools);
      element.type = "button";
      element.textContent = label;
      element.addEventListener("click", action);
      return element;
    }

    var bar = document.createElement("div");
    bar.className = "aids";
    bar.setAttribute("role", "region");
    bar.setAttribute("aria-label", words[0]);
    // A listener has just heard what it shows.
    var caption = make("p", "aids-caption is-hint", bar);
    caption.setAttribute("aria-hidden", "true");
    caption.textContent = words[2];
    var trouble = make("p", "aids-trouble", bar);
    trouble.setAttribute("role", "alert");
    var tools = make("div", "aids-tools", bar);
    var captions = button(words[1], function () {
      isCaptioned = !isCaptioned;
      keep(CAPTIONS, isCaptioned ? null : "off");
      showCaptions();
    });
    showCaptions();
    captions.setAttribute("data-aid", "captions");
    var speak = button(words[3], function () {
      if (!reading) return start();
      reading.isHeld = !reading.isHeld;
      if (reading.isHeld) voice.pause();
      else voice.resume();
      name();
    });
    speak.setAttribute("data-aid", "speak");
    var stop = button(words[6], end);
    stop.setAttribute("data-aid", "stop");
    var rate = make("select", "button", make("label", "", tools));
    rate.setAttribute("aria-label", words[7]);
    rate.title = words[7];
    [8, 9, 10].forEach(function (at) { make("option", "", rate).textContent = words[at]; });
    var speed = SPEEDS.indexOf(kept(RATE));
    rate.selectedIndex = speed < 0 ? 1 : speed;
    rate.addEventListener("change", function () {
      keep(RATE, SPEEDS[rate.selectedIndex] || null);
      // From the sentence that is being read, at the new speed.
      if (reading && reading.now) say(reading.now);
    });
    name();

    function showCaptions() {
      caption.hidden = !isCaptioned;
      captions.setAttribute("aria-pressed", String(isCaptioned));
    }
    function name() {
      speak.textContent = words[!reading ? 3 : reading.isHeld ? 5 : 4];
      stop.hidden = !reading;
      bar.setAttribute("data-reading", !reading ? "" : reading.isHeld ? "held" : "on");
    }

    // The sentences of an element, each with the range that it stands in.
    function sentences(block) {
      var walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      var nodes = [];
      var text = "";
      while (walker.nextNode()) {
        nodes.push([text.length, walker.currentNode]);
        text += walker.currentNode.data;
      }
      function place(at, isEnd) {
        var n = 0;
        while (n + 1 < nodes.length && (isEnd ? nodes[n + 1][0] < at : nodes[n + 1][0] <= at)) n++;
        return [nodes[n][1], at - nodes[n][0]];
      }
      var found = [];
      var sentence = /[^。！？；!?;]*[。！？；!?;]*[”’」』）)]*/g;
      var match;
      while ((match = sentence.exec(text)) && match[0]) {
        if (!match[0].trim()) continue;
        var from = place(match.index, false);
        var to = place(match.index + match[0].length, true);
        var range = document.createRange();
        range.setStart(from[0], from[1]);
        range.setEnd(to[0], to[1]);
        found.push({ text: match[0].trim(), range: range, block: block });
      }
      return found;
    }

    // What there is to read from where the view begins.
    function blocks() {
      var top = root.querySelector(".top-bar");
      var edge = top ? Math.max(0, top.getBoundingClientRect().bottom) : 0;
      var all = Array.prototype.filter.call(root.querySelectorAll(BLOCKS), function (block) {
        var line = block.closest("[data-span]");
        if (line ? line !== block : block.querySelector(BLOCKS)) return false;
        return !block.closest("[aria-hidden], .visually-hidden") && block.getClientRects().length;
      });
      for (var first = 0; first < all.length; first++) {
        if (all[first].getBoundingClientRect().bottom > edge + 4) break;
      }
      return all.slice(first);
    }

    function tongue(block) {
      var own = block.closest("[lang]");
      var lang = own ? own.lang : document.documentElement.lang;
      return /hant/i.test(lang) ? "zh-TW" : /^zh/i.test(lang) ? "zh-CN" : "en-US";
    }
    function voiceFor(lang) {
      var voices = voice.getVoices();
      function first(test) { return voices.filter(function (it) { return test.test(it.lang.replace("_", "-")); })[0]; }
      return first(new RegExp("^" + lang, "i")) || first(/^zh/.test(lang) ? /^(zh|cmn|yue)/i : /^en/i) || null;
    }

    function tell(message) {
      trouble.textContent = message;
    }

    function start() {
      tell("");
      if (!voice || !self.SpeechSynthesisUtterance) return tell(words[12]);
      whenVoiced(function (isVoiced) {
        if (!isVoiced) return tell(words[11]);
        voice.cancel();
        reading = { blocks: blocks(), sentences: [], now: null, isHeld: false };
        name();
        next();
      });
    }
    function whenVoiced(then) {
      if (voiceFor("zh-CN")) return then(true);
      var timer = setTimeout(look, PATIENCE);
      if (voice.addEventListener) voice.addEventListener("voiceschanged", look);
      function look() {
        clearTimeout(timer);
        if (voice.removeEventListener) voice.removeEventListener("voiceschanged", look);
        if (bar.isConnected) then(Boolean(voiceFor("zh-CN")));
      }
    }

    function next() {
      if (!reading) return;
      while (!reading.sentences.length && reading.blocks.length) reading.sentences = sentences(reading.blocks.shift());
      var sentence = reading.sentences.shift();
      if (!sentence) return end();
      say(sentence);
    }

    function say(sentence) {
      var utterance = new SpeechSynthesisUtterance(sentence.text);
      // Of an utterance that was called off nothing more is heard.
      spoken = utterance;
      voice.cancel();
      reading.now = sentence;
      utterance.lang = tongue(sentence.block);
      utterance.voice = voiceFor(utterance.lang);
      utterance.rate = RATES[rate.selectedIndex];
      utterance.onend = function () { if (spoken === utterance) next(); };
      utterance.onerror = function () {
        if (spoken !== utterance) return;
        end();
        tell(words[13]);
      };
      show(sentence);
      voice.speak(utterance);
    }

    function show(sentence) {
      unmark();
      if (registry) registry.set("fajian-speech", new Highlight(sentence.range));
      else sentence.block.classList.add("is-spoken");
      bar.setAttribute("data-sentence", sentence.text);
      caption.classList.remove("is-hint");
      caption.textContent = sentence.text;
      var rect = sentence.range.getBoundingClientRect();
      if (rect.top < 100 || rect.bottom > bar.getBoundingClientRect().top) {
        sentence.block.scrollIntoView({ block: rect.height > innerHeight / 2 ? "start" : "center" });
      }
    }
    function unmark() {
      if (registry) registry.delete("fajian-speech");
      var marked = root.querySelector(".is-spoken");
      if (marked) marked.classList.remove("is-spoken");
    }

    function end() {
      reading = null;
      spoken = null;
      if (voice) voice.cancel();
      unmark();
      name();
      // A button that is gone cannot keep the focus.
      if (document.activeElement === stop) speak.focus();
    }

    // The words to show of what is pointed at or focused.
    function said(element, event) {
      var control = element.closest(CONTROLS);
      if (control) {
        var option = control.selectedOptions && control.selectedOptions[0];
        var label = control.getAttribute("aria-label") || control.title || "";
        if (option) return label + " " + option.text;
        return label || control.value || control.placeholder || control.textContent;
      }
      var block = element.closest("[data-span]") || element.closest("h1, h2, h3, h4, h5, h6, p, li, dt, dd, td, th, figcaption");
      if (!block || block.closest(".aids")) return "";
      if (event.clientX === undefined) return block.textContent;
      var at = null;
      if (document.caretPositionFromPoint) {
        var position = document.caretPositionFromPoint(event.clientX, event.clientY);
        at = position && [position.offsetNode, position.offset];
      } else if (document.caretRangeFromPoint) {
        var caret = document.caretRangeFromPoint(event.clientX, event.clientY);
        at = caret && [caret.startContainer, caret.startOffset];
      }
      var here = at && block.contains(at[0]) && sentences(block).filter(function (sentence) {
        return sentence.range.isPointInRange(at[0], at[1]);
      })[0];
      return here ? here.text : block.textContent;
    }
    function captioned(event) {
      if (!isCaptioned || reading && !reading.isHeld || !event.target.closest) return;
      var text = said(event.target, event).replace(/\s+/g, " ").trim();
      if (!text) return;
      if (text.length > LONGEST) text = text.slice(0, LONGEST) + "…";
      if (caption.textContent === text) return;
      caption.classList.remove("is-hint");
      caption.textContent = text;
    }

    var events = ["pointerover", "pointermove", "focusin"];
    events.forEach(function (event) { root.addEventListener(event, captioned, { passive: true }); });
    self.addEventListener("pagehide", end);
    root.appendChild(bar);
    return function () {
      end();
      events.forEach(function (event) { root.removeEventListener(event, captioned); });
      self.removeEventListener("pagehide", end);
      bar.remove();
    };
  };
};
