// Documents as mammoth, pdf.js and Readability with jsdom read them: places in as JSON, texts and times out as JSON.
// A reader that is not installed is left out.
const { performance } = require("perf_hooks");
const fs = require("fs");
const path = require("path");
const { pathToFileURL } = require("url");

const RUNS = 5;
const folder = process.argv[2];
const places = JSON.parse(fs.readFileSync(0, "utf8"));
const find = (name) => require.resolve(name, { paths: [folder] });

const timed = async (read) => {
  let best = Infinity;
  let found;
  for (let run = 0; run < RUNS; run++) {
    const start = performance.now();
    found = await read();
    best = Math.min(best, performance.now() - start);
  }
  return { ...found, ms: best };
};

const mammoth = async () => {
  const reader = require(find("mammoth"));
  const buffer = fs.readFileSync(places.docx);
  return timed(async () => ({ text: (await reader.extractRawText({ buffer })).value }));
};

const pdfjs = async () => {
  const main = find("pdfjs-dist/legacy/build/pdf.mjs");
  const reader = await import(pathToFileURL(main));
  const cMapUrl = path.join(main, "../../../cmaps/");
  const bytes = fs.readFileSync(places.pdf);
  return timed(async () => {
    // It takes the bytes away from their owner.
    const data = new Uint8Array(bytes);
    const task = reader.getDocument({ data, cMapUrl, cMapPacked: true, verbosity: 0 });
    const document = await task.promise;
    const lines = [];
    for (let number = 1; number <= document.numPages; number++) {
      const { items } = await (await document.getPage(number)).getTextContent();
      lines.push(...items.map((it) => it.str + (it.hasEOL ? "\n" : "")), "\n");
    }
    await task.destroy();
    return { text: lines.join("") };
  });
};

const readability = async () => {
  const { Readability } = require(find("@mozilla/readability"));
  const { JSDOM } = require(find("jsdom"));
  const out = [];
  for (const place of places.pages) {
    const html = fs.readFileSync(place, "utf8");
    out.push(
      await timed(async () => {
        const dom = new JSDOM(html, { url: "https://example.com/" });
        const article = new Readability(dom.window.document).parse();
        dom.window.close();
        return article
          ? { text: article.textContent, title: article.title, published: article.publishedTime }
          : { text: "", title: null, published: null };
      }),
    );
  }
  return out;
};

(async () => {
  const out = {};
  for (const [name, read] of Object.entries({ mammoth, pdfjs, readability })) {
    try {
      out[name] = await read();
    } catch (error) {
      console.error(`${name} was left out: ${error.message}`);
      out[name] = null;
    }
  }
  fs.writeSync(1, JSON.stringify(out) + "\n");
})();
