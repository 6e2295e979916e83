"""Compares fajian with what people use instead, on real reports with gold beside them.

Usage: compare.py FAJIAN FOLDER REPORTS
FAJIAN is the program, FOLDER where the packages of package.json are installed, REPORTS a folder of *.txt with
*.gold.json. Prints a table. Every reader gets the same text and is judged alike: a find is right when it overlaps the
words that gold quotes and has gold's value; what gold calls optional is neither asked for nor held against a reader.
"""

import contextlib
import json
import logging
import re
import subprocess
import sys
import time
from pathlib import Path

RUNS = 5


def fajian(program, path):
    """The figures of one report as the command line gives them, with the text that their places lie in."""
    best = None
    for _ in range(RUNS):
        start = time.perf_counter()
        out = subprocess.run([program, "extract", str(path)], capture_output=True, check=True).stdout
        spent = (time.perf_counter() - start) * 1000
        best = spent if best is None else min(best, spent)
    report = json.loads(out)
    raw = report["text"].encode()
    place = lambda offset: len(raw[:offset].decode())
    quantities = []
    for it in report["statistics"]:
        at = {"start": place(it["span"][0]), "end": place(it["span"][1])}
        if it["value"] is not None:
            quantities.append({**at, "value": it["value"], "unit": it["unit"], "approx": it["approximation"]})
        change = it["change"]
        if change and change["value"] is not None:
            quantities.append({**at, "value": change["value"], "unit": change["unit"]})
    dates = [{"date": it} for it in (report["published"], report["signed"]) if it]
    documents = [it for it in (report["document_number"], report["index_number"]) if it]
    return report["text"], {"quantities": quantities, "dates": dates, "documents": documents, "ms": best}


DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}
PLACES = {"十": 10, "百": 100, "千": 1000}
UNITS = (
    "人次|件次|户次|场次|批次|平方米|平方公里|公里|公顷|个百分点|部分|件|宗|起|次|场|期|份|本|册|条|篇|名|位|人|家|户|个|处|项|部|批|轮|元|"
    "亩|米|吨|台|辆|座|所|套|倍|%|％"
)
NUMBER = r"(\d[\d,]*(?:\.\d+)?|[零一二三四五六七八九十百千两〇]+)"
QUANTITY = re.compile(rf"(近|约|超过|超|逾)?{NUMBER}\s*(万|亿|萬|億)?(余|多)?\s*(万|亿|萬|億)?(余|多)?({UNITS})")
DATE = re.compile(r"(\d{4})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})")
DOCUMENT = re.compile(r"[\u4e00-\u9fff]{2,10}[〔\[(（]\d{4}[〕\])）]\d+[号號]")


def han_number(words):
    value = digit = 0
    for char in words:
        if char in DIGITS:
            digit = DIGITS[char]
        else:
            value, digit = value + (digit or 1) * PLACES[char], 0
    return value + digit


def by_pattern(text):
    """What a plain regular expression finds: a number, a unit of a list, the words that round it."""
    quantities = []
    for found in QUANTITY.finditer(text):
        before, number, scale, over, later_scale, later_over, unit = found.groups()
        value = float(number.replace(",", "")) if number[0].isdigit() else han_number(number)
        value *= {"万": 1e4, "萬": 1e4, "亿": 1e8, "億": 1e8}.get(scale or later_scale, 1)
        approx = {"近": "nearly", "约": "about"}.get(before, "over" if before or over or later_over else None)
        at = {"start": found.start(), "end": found.end()}
        quantities.append({**at, "value": value, "unit": unit.replace("％", "%"), "approx": approx})
    dates = [{"date": f"{int(y):04}-{int(m):02}-{int(d):02}"} for y, m, d in DATE.findall(text)]
    return {"quantities": quantities, "dates": dates, "documents": DOCUMENT.findall(text)}


def by_jionlp(jio, text):
    """Money and times as JioNLP finds them; it has no other quantities."""
    quantities, dates = [], []
    for it in jio.ner.extract_money(text):
        detail = it["detail"]
        value = detail["num"][0] if isinstance(detail["num"], (list, tuple)) else detail["num"]
        # Its 多 and its 约 are one; either is taken for right.
        approx = {"blur": "about over", "blur+": "over", "blur-": "nearly"}.get(detail["definition"])
        start, end = it["offset"]
        quantities.append({"start": start, "end": end, "value": float(value), "unit": detail["case"], "approx": approx})
    for it in jio.ner.extract_time(text, time_base=time.time()):
        detail = it.get("detail") or {}
        if detail.get("type") == "time_point":
            dates.append({"date": detail["time"][0][:10]})
    return {"quantities": quantities, "dates": dates, "documents": []}


def timed(read, text):
    best = None
    for _ in range(RUNS):
        start = time.perf_counter()
        found = read(text)
        spent = (time.perf_counter() - start) * 1000
        best = spent if best is None else min(best, spent)
    return {**found, "ms": best}


def wanted_of(gold, text):
    """What gold asks for, with the place of the words that it quotes."""
    wanted, after = [], 0
    for it in gold["statistics"]:
        start = text.find(it["quote"], after)
        if start < 0:
            start = text.find(it["quote"])
        after = max(after, start)
        common = {"start": start, "end": start + len(it["quote"]), "optional": bool(it.get("optional"))}
        if it["value"] is not None:
            wanted.append({**common, "value": it["value"], "unit": it["unit"], "approx": it.get("approx")})
        change = it["change"]
        if change and change.get("value") is not None:
            wanted.append({**common, "value": change["value"], "unit": change["unit"], "approx": None})
    return wanted


def same(one, other):
    return one is not None and other is not None and abs(one - other) < 1e-6 * max(1, abs(other))


def judge(found, gold, text):
    """Counts for one report."""
    wanted = wanted_of(gold, text)
    free = list(found["quantities"])
    n = dict.fromkeys(["asked", "value", "unit", "approx", "approx_asked", "zero", "zero_asked", "false"], 0)
    misses = []
    fits = lambda it, want: it["start"] < want["end"] and it["end"] > want["start"] and same(it["value"], want["value"])
    for want in sorted(wanted, key=lambda it: it["optional"]):
        hits = [it for it in free if fits(it, want)]
        keeps = lambda it: want["approx"] in (it.get("approx") or "none").split()
        hits.sort(key=lambda it: (it["unit"] != want["unit"], not keeps(it)))
        hit = hits[0] if hits else None
        if hit:
            free.remove(hit)
        if want["optional"]:
            continue
        right_unit = bool(hit) and (hit["unit"] == want["unit"] or want["value"] == 0 and not hit["unit"])
        n["asked"] += 1
        n["value"] += bool(hit)
        n["unit"] += right_unit
        if want["approx"]:
            n["approx_asked"] += 1
            n["approx"] += bool(hit) and keeps(hit)
        if want["value"] == 0:
            n["zero_asked"] += 1
            n["zero"] += bool(hit)
        if not right_unit:
            misses.append(f"{text[want['start']:want['end']]} ({want['value']} {want['unit']})")
    # A second name of the same number in another reader's finds is no false one.
    known = lambda it: any(fits(it, want) for want in wanted)
    n["false"] = sum(not known(it) for it in free)
    n["finds"] = len(found["quantities"])
    dates = [it for it in (gold["published"], gold["signed"]) if it]
    n["date_asked"] = len(dates)
    n["date"] = sum(any(it["date"] == date for it in found["dates"]) for date in dates)
    documents = [it for it in (gold["document_number"], gold["index_number"]) if it]
    n["document_asked"] = len(documents)
    # Year and serial tell a number, in either script.
    told = lambda document: document[document.find("〔") + 1 :].rstrip("号")
    n["document"] = sum(any(told(document) in it for it in found["documents"]) for document in documents)
    return n, misses


def main():
    program, folder, reports = sys.argv[1], sys.argv[2], Path(sys.argv[3])
    paths = [path for path in sorted(reports.glob("*.txt")) if path.with_suffix(".gold.json").exists()]
    golds = [json.loads(path.with_suffix(".gold.json").read_text()) for path in paths]
    own = [fajian(program, path) for path in paths]
    start = timed(lambda _: {"of": subprocess.run([program, "--version"], capture_output=True)}, "")["ms"]
    texts = [text for text, _ in own]
    readers = {"fajian": [found for _, found in own], "plain pattern": [timed(by_pattern, text) for text in texts]}
    script = Path(__file__).with_name("recognizers.js")
    node = subprocess.run(["node", script, folder], input=json.dumps(texts), capture_output=True, text=True, check=True)
    readers["Recognizers-Text"] = json.loads(node.stdout.splitlines()[-1])
    try:
        # It greets on standard output.
        with contextlib.redirect_stdout(sys.stderr):
            import jionlp
        logging.disable(logging.CRITICAL)
        readers["JioNLP"] = [timed(lambda it: by_jionlp(jionlp, it), text) for text in texts]
    except ImportError:
        print("JioNLP is not installed and was left out", file=sys.stderr)
    columns = ["reader", "value", "value+unit", "precision", "false", "rounding", "zeros", "dates", "numbers", "ms a report"]
    print("What readers find in real reports; `cargo xtask peers` writes this.\n")
    print(f"{columns[0]:<18}" + "".join(f"{name:>12}" for name in columns[1:]))
    n_bytes = sum(len(text.encode()) for text in texts)
    missed = []
    for name, finds in readers.items():
        judged = [judge(found, gold, text) for found, gold, text in zip(finds, golds, texts)]
        n = {key: sum(counts[key] for counts, _ in judged) for key in judged[0][0]}
        if name == "fajian":
            missed = [miss for _, misses in judged for miss in misses]
        of = lambda key, asked: f"{n[key]}/{n[asked]}"
        precision = 1 - n["false"] / n["finds"] if n["finds"] else 1
        ms = "/".join(f"{found['ms']:.1f}" if found["ms"] < 10 else f"{found['ms']:.0f}" for found in finds)
        cells = [of("value", "asked"), of("unit", "asked"), f"{precision:.2f}", str(n["false"])]
        cells += [of("approx", "approx_asked"), of("zero", "zero_asked"), of("date", "date_asked")]
        cells += [of("document", "document_asked")]
        print(f"{name:<18}" + "".join(f"{cell:>12}" for cell in cells) + f"  {ms}")
    print(f"\n{len(texts)} reports, {n_bytes} bytes. Asked for: what gold has and does not call optional; a change counts by its size.")
    print("rounding: 余, 多, 近 kept; zeros: statements of absence; dates: of publication and signature; numbers: 发文字号, 索引号.")
    print(f"ms: best of five runs, of fajian with the start of its process, {start:.1f} ms; Recognizers-Text once, by paragraph.")
    print("False finds of the others are list markers, pieces of dates and parts of words (统一) too.")
    if missed:
        print("\nfajian misses:")
        for miss in missed:
            print(f"  {miss}")


main()
