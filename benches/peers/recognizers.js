// Quantities and dates as Recognizers-Text for Chinese finds them: texts in as JSON, finds out as JSON.
// Paragraph by paragraph: a whole report at once takes it minutes.
const { performance } = require("perf_hooks");
const folder = process.argv[2];
const suite = require(require.resolve("@microsoft/recognizers-text-suite", { paths: [folder] }));
const texts = JSON.parse(require("fs").readFileSync(0, "utf8"));

const number = (value) => {
  const read = parseFloat(String(value).replace(/[%,]/g, ""));
  return Number.isNaN(read) ? null : read;
};

const readers = [
  ["recognizeNumber", () => null],
  ["recognizePercentage", () => "%"],
  ["recognizeCurrency", (it) => ({ "China yuan": "元", "Chinese yuan": "元" })[it.unit] || it.unit],
  ["recognizeDimension", (it) => it.unit],
];

const culture = suite.Culture.Chinese;
const out = texts.map((text) => {
  const start = performance.now();
  const quantities = [];
  const dates = [];
  let from = 0;
  for (const line of text.split("\n")) {
    for (const [name, unit] of readers) {
      for (const found of suite[name](line, culture)) {
        const at = { start: from + found.start, end: from + found.end + 1 };
        const value = found.resolution ? number(found.resolution.value) : null;
        quantities.push({ ...at, value, unit: unit(found.resolution || {}) });
      }
    }
    for (const found of suite.recognizeDateTime(line, culture)) {
      const values = (found.resolution && found.resolution.values) || [];
      dates.push({ start: from + found.start, end: from + found.end + 1, date: values.length ? values[0].timex : null });
    }
    from += line.length + 1;
  }
  return { quantities, dates, documents: [], ms: performance.now() - start };
});
console.log(JSON.stringify(out));
