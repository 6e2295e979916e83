// The viewer in a page that is built: the import defines <fajian-report>.
import { analyze, tag, type Report } from "fajian";
import { text } from "./report";

function summary(report: Report): string {
  const figures = report.statistics.filter((it) => it.value !== null);
  return `${report.title ?? "无标题"}：${report.sections.length}个部分，${figures.length}个数据`;
}

const element = document.querySelector("fajian-report");
const place = document.querySelector("#summary");
if (!element || !place) throw new Error(`this page has no <${tag ?? "fajian-report"}>`);

element.addEventListener("fajian-ready", (event) => document.body.setAttribute("data-figures", `${event.detail.statistics.length}`));
element.addEventListener("fajian-error", (event) => place.replaceChildren(event.detail.message));
element.openText(text, "report.txt");

// The same without showing it.
analyze(new TextEncoder().encode(text), "report.txt")
  .then((report) => place.replaceChildren(summary(report)));
