"""Compares how documents are read: DOCX, PDF and a portal's page, by fajian and by what people use instead.

Usage: documents.py FAJIAN FOLDER SAMPLES
FAJIAN is the program, FOLDER where the packages of package.json are installed and documents may be written, SAMPLES
a folder of *.txt with *.gold.json. Prints a table. The documents are made from the samples. Every reader is measured
inside its own process, without its start, and the best of five runs counts; what it kept is told beside the time.
"""

import html
import io
import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path

RUNS = 5
# Traditional characters are not in the font of the PDF.
NAMES = ["dense", "silent"]
DOCX_COPIES, PDF_COPIES = 40, 16
NAV = ["网站首页", "走进我们", "新闻中心", "便民服务", "互动交流", "数据开放"]
RELATED = ["关于开展春季安全检查的通知", "一图读懂惠民政策", "政府信息公开指南"]
FOOTER = ["网站标识码：0000000000", "备案号：00000000号-1", "联系电话：0000-1234567", "您是第86402位访问者"]
TOOLS = ["分享到：微信 微博", "打印本页", "关闭窗口"]


def squeezed(text):
    return re.sub(r"\s", "", text)


def sample(folder, name):
    """Title, date, paragraphs and figures of a sample, without what its portal put around it."""
    gold = json.loads((folder / f"{name}.gold.json").read_text())
    lines = [squeezed(line) for line in (folder / f"{name}.txt").read_text().splitlines()]
    lines = lines[lines.index(gold["title"]) + 1 :]
    tools = ("发布时间", "分享到", "【打印】", "上一篇", "下一篇", "扫一扫", "主办", "您是第", "（此件")
    body = [line for line in lines if line and not line.startswith(tools)]
    rows = [[it["quote"], f"{it['value']:g}{it['unit'] or ''}"] for it in gold["statistics"] if it["value"]][:8]
    return {"title": gold["title"], "date": gold["published"], "body": body, "rows": rows}


def write_docx(place, reports):
    import docx

    document = docx.Document()
    for _ in range(DOCX_COPIES):
        for report in reports:
            document.add_heading(report["title"], 1)
            for line in report["body"]:
                document.add_paragraph(line)
            table = document.add_table(rows=0, cols=2)
            for row in report["rows"]:
                for cell, words in zip(table.add_row().cells, row):
                    cell.text = words
    document.save(place)


def write_pdf(place, reports):
    """Writes it and gives the number of its pages."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    common = {"fontName": "STSong-Light", "wordWrap": "CJK"}
    title = ParagraphStyle("title", fontSize=20, leading=30, alignment=1, spaceAfter=20, **common)
    body = ParagraphStyle("body", fontSize=15, leading=26, firstLineIndent=30, **common)
    story = []
    for nth in range(PDF_COPIES):
        # Copies that begin pages with the same lines would have running heads: each lies lower than the one before.
        story.append(Spacer(1, 26 * nth))
        for report in reports:
            story.append(Paragraph(html.escape(report["title"]), title))
            story += [Paragraph(html.escape(line), body) for line in report["body"]]
    n_pages = 0

    def number(canvas, document):
        nonlocal n_pages
        n_pages = document.page
        canvas.setFont("STSong-Light", 12)
        canvas.drawCentredString(A4[0] / 2, 40, f"— {document.page} —")

    SimpleDocTemplate(str(place), pagesize=A4).build(story, onFirstPage=number, onLaterPages=number)
    return n_pages


def write_blank_pdf(place):
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(place))
    canvas.showPage()
    canvas.save()


def write_page(place, report):
    items = lambda words: "".join(f'<li><a href="/{n}.html">{html.escape(it)}</a></li>' for n, it in enumerate(words))
    rows = "".join(f"<tr>{''.join(f'<td>{html.escape(it)}</td>' for it in row)}</tr>" for row in report["rows"])
    lines = "\n".join(f'<p style="text-indent:2em">{html.escape(line)}</p>' for line in report["body"])
    tools = "".join(f'<a href="#">{it}</a> ' for it in TOOLS)
    place.write_text(f"""<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>{report["title"]}_市人民政府门户网站</title>
<link rel="stylesheet" href="/site.css"><script>var site = "portal";</script></head>
<body>
<div class="header"><div class="nav"><ul>{items(NAV)}</ul></div></div>
<div class="position">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt; 正文</div>
<div class="main">
<table class="info"><tr><td>索 引 号：</td><td>QS0417-0200-00003</td><td>公开方式：</td><td>主动公开</td></tr>
<tr><td>发布日期：</td><td>{report["date"]}</td><td>有效性：</td><td>有效</td></tr></table>
<h1 class="title">{report["title"]}</h1>
<div class="tools">{tools}</div>
<div class="content" id="zoom">
{lines}
<table border="1">{rows}</table>
</div>
<div class="related"><h3>相关链接</h3><ul>{items(RELATED)}</ul></div>
</div>
<div class="footer">{"".join(f"<p>{it}</p>" for it in FOOTER)}</div>
</body></html>
""")


def timed(read):
    best, found = None, None
    for _ in range(RUNS):
        start = time.perf_counter()
        found = read()
        spent = (time.perf_counter() - start) * 1000
        best = spent if best is None else min(best, spent)
    return found, best


def by_python_docx(data):
    import docx
    from docx.table import Table

    lines = []
    for block in docx.Document(io.BytesIO(data)).iter_inner_content():
        if isinstance(block, Table):
            lines += ["\t".join(cell.text for cell in row.cells) for row in block.rows]
        else:
            lines.append(block.text)
    return "\n".join(lines)


def by_pdftotext(place):
    done = subprocess.run(["pdftotext", "-enc", "UTF-8", place, "-"], capture_output=True, check=True)
    return done.stdout.decode()


def extracted(program, place):
    out = subprocess.run([program, "extract", place], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True)
    return json.loads(out.stdout)


def kept(text, wanted, copies=1):
    """How many of the wanted paragraphs the text has unbroken; white space aside."""
    text = squeezed(text)
    found = sum(min(text.count(squeezed(it)), copies * wanted.count(it)) for it in set(wanted))
    return f"{found}/{copies * len(wanted)}"


def table(heading, columns, rows):
    print(f"\n{heading}")
    print(f"  {columns[0]:<24}" + "".join(f"{name:>14}" for name in columns[1:]))
    for name, *cells in rows:
        print(f"  {name:<24}" + "".join(f"{cell:>14}" for cell in cells))


def missing(name):
    print(f"  {name} is not installed and was left out")


def compare(heading, unit, n_units, own, readers, wanted, copies):
    """A table of times, each against ours."""
    text, (reading, whole) = own
    row = lambda name, ms, kept: [name, f"{ms:.1f}", f"{ms / n_units:.3f}", f"{ms / reading:.2f} x", kept]
    rows = [row("fajian", reading, kept(text, wanted, copies)), row("fajian, with figures", whole, "")]
    rows += [row(name, it["ms"], kept(it["text"], wanted, copies)) for name, it in readers.items() if it]
    table(heading, ["reader", "ms", f"ms a {unit}", "time to ours", "paragraphs"], rows)
    for name in (name for name, it in readers.items() if not it):
        missing(name)


def main():
    program, folder, samples = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    place = folder / "documents"
    place.mkdir(exist_ok=True)
    docx, pdf, blank = place / "report.docx", place / "report.pdf", place / "blank.pdf"
    reports = [sample(samples, name) for name in NAMES]
    pages = [place / f"{name}.html" for name in NAMES]
    write_docx(docx, reports)
    n_pages = write_pdf(pdf, reports)
    write_blank_pdf(blank)
    for page, report in zip(pages, reports):
        write_page(page, report)

    files = [docx, pdf, *pages]
    bench = [os.environ.get("CARGO", "cargo"), "bench", "--quiet", "--bench", "reading", "--", "best", *files]
    best = subprocess.run(bench, stdout=subprocess.PIPE, check=True, cwd=Path(__file__).parent, text=True).stdout
    times = [[float(word) for word in line.split()] for line in best.splitlines()]
    found = [extracted(program, it) for it in files]

    script = Path(__file__).with_name("documents.js")
    asked = json.dumps({"docx": str(docx), "pdf": str(pdf), "pages": [str(page) for page in pages]})
    node = subprocess.run(["node", script, folder], input=asked, stdout=subprocess.PIPE, text=True, check=True)
    theirs = json.loads(node.stdout.splitlines()[-1])
    data = docx.read_bytes()
    text, ms = timed(lambda: by_python_docx(data))
    python_docx = {"text": text, "ms": ms}
    try:
        _, start = timed(lambda: by_pdftotext(blank))
        text, ms = timed(lambda: by_pdftotext(pdf))
        pdftotext = {"text": text, "ms": ms - start}
    except FileNotFoundError:
        pdftotext = None

    print("How documents are read; `cargo xtask peers documents` writes this.")
    print("Measured on a busy 2-core x86-64 server: compare the rows, not the days.")
    lines = lambda key: [words for report in reports for words in [report["title"], *report["body"]] + key(report)]
    n_kb = docx.stat().st_size / 1000
    readers = {"mammoth": theirs["mammoth"], "python-docx": python_docx}
    heading = f"DOCX, {DOCX_COPIES} copies of {len(NAMES)} reports with a table each, {n_kb:.0f} kB"
    cells = lambda report: [cell for row in report["rows"] for cell in row[:1]]
    compare(heading, "copy", DOCX_COPIES, (found[0]["text"], times[0]), readers, lines(cells), DOCX_COPIES)
    readers = {"pdf.js": theirs["pdfjs"], "pdftotext": pdftotext}
    heading = f"PDF, {n_pages} pages, {pdf.stat().st_size / 1000:.0f} kB"
    compare(heading, "page", n_pages, (found[1]["text"], times[1]), readers, lines(lambda _: []), PDF_COPIES)

    around = NAV + RELATED + FOOTER + TOOLS
    rows = []
    names = {"fajian": (found[2:], times[2:])}
    if theirs["readability"]:
        names["Readability with jsdom"] = (theirs["readability"], [[it["ms"]] * 2 for it in theirs["readability"]])
    base = sum(it[1] for it in times[2:])
    for name, (finds, spent) in names.items():
        ms = sum(it[1] for it in spent)
        title = sum(it["title"] == report["title"] for it, report in zip(finds, reports))
        date = sum((it["published"] or "")[:10] == report["date"] for it, report in zip(finds, reports))
        text = "\n".join(it["text"] for it in finds)
        body = [words for report in reports for words in report["body"] + cells(report)]
        n = len(reports)
        rows.append([name, f"{ms / n:.2f}", f"{ms / base:.1f} x", f"{title}/{n}", f"{date}/{n}"])
        rows[-1] += [kept(text, body), kept(text, around, n)]
    size = sum(page.stat().st_size for page in pages) / 1000
    heading = f"HTML, {len(pages)} pages of a portal, {size:.0f} kB; fajian with figures and checks"
    table(heading, ["reader", "ms a page", "time to ours", "title", "date", "paragraphs", "around it"], rows)
    if not theirs["readability"]:
        missing("Readability with jsdom")

    print("\nms: best of five runs inside each reader's process, without its start; of pdftotext, a process, less one empty page.")
    print("paragraphs: titles, paragraphs and first cells of tables that are there unbroken, white space aside.")
    print("Of a PDF, a paragraph that goes on over a page number is whole only where the number was told from the text.")
    print("around it: navigation, links and footer that are in the text too; the fewer, the better.")


main()
