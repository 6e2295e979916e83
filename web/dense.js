// The bytes that a text stands for which a page of one file carries: seven bits a character, fourteen in one that is not
// ASCII, whose first seven are those of a character that a page would change. xtask/src/edition/dense.rs writes it.
function fajianDense(text) {
  "use strict";
  var unsafe = [0, 10, 13, 60];
  var start = text.indexOf(";");
  var bytes = new Uint8Array(Number(text.slice(0, start)));
  var held = 0, bits = 0, at = 0;
  function take(group) {
    held = (held << 7 | group) & 0x7fff;
    bits += 7;
    if (bits < 8) return;
    bits -= 8;
    // What fills up the last group falls off the end of the array.
    bytes[at++] = held >> bits;
  }
  for (var i = start + 1; i < text.length; i++) {
    var code = text.charCodeAt(i);
    if (code >= 128) take(unsafe[code - 256 >> 7]);
    take(code & 127);
  }
  return bytes;
}
