//! What holds for any input: no panic, places inside the text, the same result twice.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use fajian::source::NativeDecoder;
use fajian::text::{Span, date, numeral};
use fajian::{Analysis, analyze};

/// Reads `bytes` twice and checks what must hold of every reading.
fn check(bytes: &[u8]) -> Option<Analysis> {
    let first = check_once(bytes);
    assert!(first == analyze(bytes, "a", &NativeDecoder).ok(), "a second reading differs");
    first
}

/// The same with one reading, for large inputs.
fn check_once(bytes: &[u8]) -> Option<Analysis> {
    let analysis = analyze(bytes, "a", &NativeDecoder).ok()?;
    let report = &analysis.report;
    let is_in_text = |span: Span| report.text.get(span.start..span.end).is_some();
    for section in &report.sections {
        assert!(is_in_text(section.span), "{section:?}");
        assert!(section.level >= 1, "{section:?}");
    }
    for statistic in &report.statistics {
        assert_eq!(report.words(statistic.span), statistic.quote);
        assert!(is_in_text(statistic.span), "{statistic:?}");
        assert!(statistic.section.is_none_or(|idx| idx < report.sections.len()), "{statistic:?}");
        assert!(statistic.value.is_none_or(f64::is_finite), "{statistic:?}");
    }
    let mut end = 0;
    for block in &analysis.blocks {
        assert!(is_in_text(block.span), "{block:?}");
        assert!(block.span.start >= end, "blocks overlap: {block:?}");
        assert!(block.section.is_none_or(|idx| idx < report.sections.len()), "{block:?}");
        for cell in &block.cells {
            assert!(is_in_text(cell.span), "{block:?}");
            assert!(block.span.contains(cell.span), "{block:?}");
        }
        end = block.span.end;
    }
    for diagnostic in &analysis.diagnostics {
        assert!(is_in_text(diagnostic.span), "{diagnostic:?}");
    }
    Some(analysis)
}

/// Numbers that look random and are the same in every run (xorshift).
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(limit).unwrap()).unwrap()
    }
}

fn sample(name: &str) -> String {
    std::fs::read_to_string(format!("{}/samples/{name}.txt", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

const SAMPLES: [&str; 3] = ["dense", "silent", "traditional"];

/// Pieces of which reports are made, and of which they are broken.
const PIECES: [&str; 64] = [
    "一、",
    "（一）",
    "(二)",
    "1.",
    "1、",
    "（1）",
    "①",
    "一是",
    "第一部分",
    "第二十条第（一）项",
    "\n",
    "\n\n",
    "\t",
    "\u{a0}",
    "　",
    " ",
    "，",
    "。",
    "；",
    "：",
    "、",
    "（",
    "）",
    "(",
    ")",
    "《",
    "》",
    "“",
    "”",
    "〔2023〕",
    "号",
    "2023年",
    "1月",
    "9日",
    "收到",
    "受理",
    "审结",
    "维持",
    "行政复议",
    "行政诉讼案件",
    "信访",
    "其中",
    "同比",
    "增长",
    "下降",
    "百分点",
    "由",
    "到",
    "分别",
    "无一件",
    "败诉",
    "率",
    "%",
    "万",
    "余",
    "近",
    "件",
    "人次",
    "12",
    "1,045",
    "3.5",
    "三十二",
    "審(shěn)結",
    "<td>",
];

#[test]
fn random_bytes_never_panic() {
    let mut numbers = Numbers(1);
    for len in [0, 1, 2, 3, 7, 64, 500, 4000] {
        for _ in 0..20 {
            let bytes: Vec<u8> = (0..len).map(|_| numbers.next().to_le_bytes()[3]).collect();
            check(&bytes);
        }
    }
}

#[test]
fn random_pieces_of_reports_never_panic() {
    let mut numbers = Numbers(2);
    for _ in 0..400 {
        let n_pieces = 1 + numbers.below(60);
        let text: String = (0..n_pieces).map(|_| PIECES[numbers.below(PIECES.len())]).collect();
        check(text.as_bytes());
    }
}

#[test]
fn samples_cut_anywhere_are_read() {
    for name in SAMPLES {
        let text = sample(name);
        for cut in (0..text.len()).step_by(97) {
            check(&text.as_bytes()[..cut]);
            check(&text.as_bytes()[cut..]);
        }
    }
}

#[test]
fn damaged_samples_are_read() {
    let mut numbers = Numbers(3);
    for name in SAMPLES {
        let text = sample(name);
        for _ in 0..25 {
            let mut bytes = text.clone().into_bytes();
            for _ in 0..20 {
                let at = numbers.below(bytes.len());
                bytes[at] = numbers.next().to_le_bytes()[5];
            }
            check(&bytes);
        }
        let chars: Vec<char> = text.chars().collect();
        for _ in 0..25 {
            let mut chars = chars.clone();
            for _ in 0..40 {
                let (at, from) = (numbers.below(chars.len()), numbers.below(chars.len()));
                chars.swap(at, from);
            }
            check(chars.into_iter().collect::<String>().as_bytes());
        }
    }
}

#[test]
fn samples_are_read_alike_in_every_encoding_and_with_every_line_end() {
    for name in SAMPLES {
        let text = sample(name);
        let plain = check(text.as_bytes()).unwrap().report;
        let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let chinese = encoding_rs::GB18030.encode(&text).0.into_owned();
        let lines = text.replace('\n', "\r\n").into_bytes();
        let marked = [b"\xef\xbb\xbf", text.as_bytes()].concat();
        for bytes in [wide, chinese, lines, marked] {
            let mut report = check(&bytes).unwrap().report;
            report.source = plain.source.clone();
            assert!(report == plain, "{name}");
        }
    }
}

#[test]
fn a_page_gives_the_figures_of_its_text() {
    for name in SAMPLES {
        let text = sample(name);
        let plain = check(text.as_bytes()).unwrap().report;
        let escaped = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        let body: String = escaped.lines().map(|line| format!("<p>{line}</p>\n")).collect();
        let page = check(format!("<html><body>{body}</body></html>").as_bytes()).unwrap().report;
        let figures = |report: &fajian::Report| {
            let figures = report.statistics.iter();
            figures.map(|one| (one.indicator.clone(), one.value)).collect::<Vec<_>>()
        };
        assert_eq!(figures(&page), figures(&plain), "{name}");
        assert_eq!(page.sections.len(), plain.sections.len(), "{name}");
    }
}

/// `piece` many times over, some 40 KB: enough for a reading in square time to be felt, few enough for one that is not.
fn many(piece: &str) -> String {
    piece.repeat(40_000 / piece.len())
}

#[test]
fn hostile_repeats_are_read_to_their_end() {
    for piece in [
        "（",
        "(",
        "“",
        "《",
        "一、",
        "（一）",
        "1.",
        "其中",
        "，",
        "。",
        "9",
        "九",
        "万",
        "由",
        "\n",
        "\u{a0}",
        "a",
        "(a)",
        "1件",
        "收到行政复议申请12件，其中",
        "增长3%，",
        "率",
        "无一件",
        "<div>",
        "<b>",
        "<td>",
    ] {
        check_once(many(piece).as_bytes());
    }
}

/// What numbers and dates are written with.
const NUMBER_PIECES: [&str; 48] = [
    "零",
    "〇",
    "一",
    "二",
    "两",
    "三",
    "五",
    "六",
    "九",
    "十",
    "百",
    "千",
    "万",
    "亿",
    "兆",
    "廿",
    "点",
    "半",
    "多",
    "余",
    "几",
    "来",
    "分之",
    "百分之",
    "百分",
    "又",
    "成",
    "折",
    "负",
    "第",
    "到",
    "和",
    "之间",
    "年",
    "月",
    "日",
    "元",
    "角",
    "克",
    " ",
    "1",
    "20",
    "300",
    "4567",
    ".",
    ",",
    "/",
    "-",
];

/// The words of every number and date found lie in the text, in order, and have a value.
fn check_numbers(text: &str) {
    let mut end = 0;
    for reading in numeral::readings(text) {
        assert!(text.get(reading.span.start..reading.span.end).is_some(), "{text}: {reading:?}");
        assert!(reading.span.start >= end, "{text}: {reading:?}");
        assert!(reading.value.is_finite(), "{text}: {reading:?}");
        end = reading.span.end;
    }
    for interval in numeral::intervals(text) {
        assert!(text.get(interval.span.start..interval.span.end).is_some(), "{text}: {interval:?}");
    }
    for period in date::periods(text) {
        assert!(text.get(period.span.start..period.span.end).is_some(), "{text}: {period:?}");
    }
}

#[test]
fn random_numbers_are_read() {
    let mut numbers = Numbers(0x9E37_79B9_7F4A_7C15);
    for _ in 0..4_000 {
        let length = 1 + numbers.below(14);
        let text: String =
            (0..length).map(|_| NUMBER_PIECES[numbers.below(NUMBER_PIECES.len())]).collect();
        check_numbers(&text);
    }
}

#[test]
fn hostile_repeats_of_numbers_are_read_to_their_end() {
    for piece in NUMBER_PIECES {
        check_numbers(&many(piece));
    }
    for piece in ["1 ", "三又", "1/", "2到", "五六", "三万", "1月", "负-", "大于1,小于2,", "在1和2"]
    {
        check_numbers(&many(piece));
    }
}

#[test]
fn many_short_lines_are_read() {
    for line in
        ["字", "1", "（一）", "二、", "\t1", "某局", "2023年1月1日", "附件", "来源", "— 1 —"]
    {
        check_once(format!("{line}\n").repeat(10_000).as_bytes());
    }
}

#[test]
fn one_long_line_is_read() {
    let line = "受理行政复议案件12件，审结9件；".repeat(2_000);
    let report = check_once(line.as_bytes()).unwrap().report;
    assert!(report.statistics.len() >= 2_000);
}

#[test]
fn many_headings_are_read() {
    let text: String = (0..10_000).map(|idx| format!("（{idx}）严格执法\n")).collect();
    check_once(text.as_bytes());
    let text = "一、主要工作\n（一）严格执法\n1.规范检查\n".repeat(34_000);
    assert!(check_once(text.as_bytes()).unwrap().report.sections.len() >= 100_000);
}
