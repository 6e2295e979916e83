use super::*;

fn mark(statistic: usize, start: usize, end: usize) -> Wrap {
    Wrap { span: Span::new(start, end), kind: WrapKind::Mark(statistic) }
}

/// `[0:` … `]` is the mark of figure 0, `{` … `}` a heading.
fn show(line: &[Inline], text: &str) -> String {
    let piece = |inline: &Inline| match inline {
        Inline::Words(span) => text[span.start..span.end].to_owned(),
        Inline::Mark { statistic, inner } => format!("[{statistic}:{}]", show(inner, text)),
        Inline::RunIn { inner, .. } => format!("{{{}}}", show(inner, text)),
    };
    line.iter().map(piece).collect()
}

fn check(wraps: &[Wrap], expect: &str) {
    let text = "abcdefghij";
    let mut wraps = wraps.to_vec();
    wraps.sort_by_key(Wrap::order);
    assert_eq!(show(&nest(Span::new(0, 10), wraps, 0), text), expect);
}

#[test]
fn marks_stand_side_by_side() {
    check(&[mark(0, 1, 3), mark(1, 5, 7)], "a[0:bc]de[1:fg]hij");
    check(&[], "abcdefghij");
}

#[test]
fn marks_stand_in_each_other() {
    check(&[mark(0, 1, 8), mark(1, 3, 5)], "a[0:bc[1:de]fgh]ij");
}

#[test]
fn two_figures_of_the_same_words_are_both_marked() {
    check(&[mark(0, 2, 5), mark(1, 2, 5)], "ab[0:[1:cde]]fghij");
}

#[test]
fn overlapping_marks_are_cut_and_lose_nothing() {
    check(&[mark(0, 1, 5), mark(1, 3, 8)], "a[0:bc[1:de]][1:fgh]ij");
    check(&[mark(0, 0, 4), mark(1, 2, 6), mark(2, 3, 10)], "[0:ab[1:c[2:d]]][2:[1:ef]ghij]");
}

#[test]
fn a_run_in_heading_holds_its_marks() {
    let heading = Wrap { span: Span::new(0, 6), kind: WrapKind::RunIn(0) };
    check(&[heading, mark(0, 2, 4)], "{ab[0:cd]ef}ghij");
}

#[test]
fn a_pile_of_marks_is_cut_off_not_followed() {
    let pile: Vec<Wrap> = (0..500).map(|n| mark(n, 0, 10)).collect();
    let line = nest(Span::new(0, 10), pile, 0);
    assert_eq!(line.len(), 1);
}

mod whole {
    use super::*;
    use crate::document::Section;
    use crate::report::SourceFile;
    use crate::source::{SourceCell, SourceFormat};
    use crate::statistic::{Statistic, Topic};

    struct Made {
        analysis: Analysis,
    }

    impl Made {
        fn new() -> Self {
            let report = Report {
                schema: "1".to_owned(),
                source: SourceFile {
                    name: String::new(),
                    format: SourceFormat::Text,
                    encoding: "UTF-8".to_owned(),
                    bytes: 0,
                },
                title: None,
                issuer: None,
                addressee: None,
                year: None,
                document_number: None,
                index_number: None,
                published: None,
                signed: None,
                sections: Vec::new(),
                statistics: Vec::new(),
                checks: Vec::new(),
                text: String::new(),
            };
            Self {
                analysis: Analysis {
                    report,
                    blocks: Vec::new(),
                    diagnostics: Vec::new(),
                    losses: Vec::new(),
                    evidence: Vec::new(),
                    roles: Vec::new(),
                },
            }
        }

        fn block(mut self, kind: BlockKind, words: &str) -> Self {
            let start = self.analysis.report.text.len();
            self.analysis.report.text.push_str(words);
            let span = Span::new(start, start + words.len());
            self.analysis.report.text.push('\n');
            let section = self.analysis.report.sections.len().checked_sub(1);
            self.analysis.blocks.push(Block { kind, span, section, cells: Vec::new() });
            self
        }

        fn heading(mut self, words: &str) -> Self {
            let start = self.analysis.report.text.len();
            let span = Span::new(start, start + words.len());
            let heading = words.to_owned();
            self.analysis.report.sections.push(Section { level: 1, number: None, heading, span });
            self.block(BlockKind::Heading, words)
        }

        fn run_in(mut self, heading: &str, rest: &str) -> Self {
            let start = self.analysis.report.text.len();
            let span = Span::new(start, start + heading.len());
            let section = Section { level: 2, number: None, heading: heading.to_owned(), span };
            self.analysis.report.sections.push(section);
            self.block(BlockKind::Paragraph, &format!("{heading}{rest}"))
        }

        fn row(mut self, cells: &[&str]) -> Self {
            self = self.block(BlockKind::TableRow, &cells.join("\t"));
            let block = self.analysis.blocks.last_mut().unwrap();
            let mut start = block.span.start;
            for cell in cells {
                let span = Span::new(start, start + cell.len());
                start = span.end + 1;
                block.cells.push(SourceCell { span, columns: 1, rows: 1 });
            }
            self
        }

        fn figure(mut self, quote: &str) -> Self {
            let start = self.analysis.report.text.rfind(quote).unwrap();
            self.analysis.report.statistics.push(Statistic {
                topic: Topic::Other,
                indicator: String::new(),
                canonical: false,
                label: String::new(),
                value: Some(1.0),
                unit: None,
                approximation: None,
                change: None,
                parent: None,
                period: None,
                section: None,
                quote: quote.to_owned(),
                span: Span::new(start, start + quote.len()),
            });
            self
        }

        fn shown(&self) -> Vec<String> {
            let text = &self.analysis.report.text;
            let line = |line: &Line| show(line, text);
            let part = |part: &Part| match part {
                Part::Heading { section, line: words, .. } => {
                    format!("h{section:?} {}", line(words))
                }
                Part::Paragraph(words) => format!("p {}", line(words)),
                Part::Table(rows) => {
                    let row = |row: &Vec<TableCell>| {
                        let cell = |cell: &TableCell| {
                            format!("{}{}", if cell.is_head { "#" } else { "" }, line(&cell.line))
                        };
                        row.iter().map(cell).collect::<Vec<_>>().join("|")
                    };
                    format!("t {}", rows.iter().map(row).collect::<Vec<_>>().join("/"))
                }
                Part::Furniture(lines) => format!("f {}", lines.len()),
                other => format!("{other:?}"),
            };
            let leaf = |leaf: &Leaf| {
                let parts: Vec<String> = leaf.parts.iter().map(part).collect();
                format!("{:?}: {}", leaf.section, parts.join("; "))
            };
            set(&self.analysis).iter().map(leaf).collect()
        }
    }

    #[test]
    fn each_heading_opens_a_leaf() {
        let made = Made::new()
            .block(BlockKind::Furniture, "首页")
            .block(BlockKind::Furniture, "政务公开")
            .heading("一、成效")
            .block(BlockKind::Paragraph, "　　办理3件。")
            .figure("办理3件")
            .run_in("（一）复议。", "收到2件。");
        assert_eq!(
            made.shown(),
            [
                "None: f 2",
                "Some(0): hSome(0) 一、成效; p [0:办理3件]。",
                "Some(1): p {（一）复议。}收到2件。",
            ]
        );
    }

    #[test]
    fn rows_that_follow_each_other_are_one_table() {
        let made = Made::new()
            .heading("一、数据")
            .row(&["渠道", "件数"])
            .row(&["来信", "4"])
            .figure("来信\t4")
            .block(BlockKind::Paragraph, "完。");
        assert_eq!(
            made.shown(),
            ["Some(0): hSome(0) 一、数据; t #渠道|#件数/[0:来信]|[0:4]; p 完。"]
        );
    }

    #[test]
    fn a_text_without_blocks_is_shown_line_by_line() {
        let mut made =
            Made::new().block(BlockKind::Paragraph, "甲").block(BlockKind::Paragraph, "乙");
        made.analysis.blocks.clear();
        assert_eq!(made.shown(), ["None: p 甲; p 乙"]);
    }

    #[test]
    fn spans_that_are_not_in_the_text_do_no_harm() {
        let mut made = Made::new().block(BlockKind::Paragraph, "甲3件").figure("3件");
        made.analysis.report.statistics[0].span = Span::new(1, 9_999);
        assert_eq!(made.shown(), ["None: p 甲3件"]);
    }
}
