//! Whole pages in the shapes that reports are published in. All bodies and texts are invented.

use super::*;
use crate::source::{SourceFormat, SourceTable};

fn source(text: &str) -> Source {
    Source {
        format: SourceFormat::Text,
        encoding: "UTF-8".into(),
        text: text.to_owned(),
        tables: Vec::new(),
        named_title: None,
        losses: Vec::new(),
        diagnostics: Vec::new(),
    }
}

fn read(text: &str) -> Document {
    let source = source(text);
    let document = parse(&source, &mut Vec::new());
    check_invariants(&source.text, &document);
    document
}

fn is_blank(text: &str) -> bool {
    text.chars().all(|char| char.is_whitespace() || matches!(char, '\u{200B}' | '\u{FEFF}'))
}

/// What holds for every document.
fn check_invariants(text: &str, document: &Document) {
    let mut end = 0;
    for block in &document.blocks {
        let span = block.span;
        assert!(end <= span.start && span.start < span.end, "blocks are in order and not empty");
        let between = &text[end..span.start];
        assert!(is_blank(between), "left out: {between:?}");
        end = span.end;
    }
    assert!(is_blank(&text[end..]), "left out: {:?}", &text[end..]);
    let cells = document
        .blocks
        .iter()
        .flat_map(|block| block.cells.iter().map(|cell| (block.span, cell.span)));
    for (block, cell) in cells {
        assert!(block.contains(cell), "cells lie in their row");
    }
    for section in &document.sections {
        assert!(
            text.get(section.span.start..section.span.end).is_some_and(|words| !words.is_empty())
        );
    }
    let mut end = 0;
    for passage in &document.passages {
        assert_eq!(passage.span.start, end, "passages follow each other");
        assert!(passage.heading_len <= passage.span.end - passage.span.start);
        end = passage.span.end;
        assert_eq!(document.reading.text.get(end..=end), Some("\n"));
        end += 1;
    }
    assert_eq!(end, document.reading.text.len());
}

/// The outline as `level number heading`, a line each.
fn outline(document: &Document) -> String {
    let line = |section: &Section| {
        format!(
            "{} {} {}\n",
            section.level,
            section.number.as_deref().unwrap_or("-"),
            section.heading
        )
    };
    document.sections.iter().map(line).collect()
}

/// The words of all blocks of one kind.
fn blocks<'a>(text: &'a str, document: &Document, kind: BlockKind) -> Vec<&'a str> {
    let of_kind = document.blocks.iter().filter(|block| block.kind == kind);
    of_kind.map(|block| &text[block.span.start..block.span.end]).collect()
}

/// The body's lines in the reading form.
fn lines(document: &Document) -> Vec<&str> {
    document.reading.text.lines().collect()
}

const OPENING: &str =
    "2023年，我局认真落实县委、县政府的部署要求，扎实推进各项工作，现将有关情况报告如下：";

#[test]
fn portal_page_with_metadata_on_separate_lines() {
    let text = "\
返回顶部
岚溪县水务局2023年度法治政府建设年度报告
  • 索引号:

    006100/2024-001005
  • 来源:

  • 发文机构:

    岚溪县水务局
  • 发文字号:

    岚水发〔2024〕7号
  • 成文日期:

    2024年01月16日 16:40
  • 发布日期:

    2024年02月06日 16:34
  • 内容概述:

岚溪县水务局2023年度法治政府建设年度报告

2023年，县水务局认真履行职责，扎实推进依法治水各项工作，取得了新的成效。

一、主要工作

（一）抓学习。全年学法12次。

二、存在问题

一是人手偏紧；二是宣传不够。
";
    let document = read(text);
    let front = &document.front_matter;
    assert_eq!(front.title.as_deref(), Some("岚溪县水务局2023年度法治政府建设年度报告"));
    assert_eq!(front.issuer.as_deref(), Some("岚溪县水务局"));
    assert_eq!(front.index_number.as_deref(), Some("006100/2024-001005"));
    assert_eq!(front.document_number.as_deref(), Some("岚水发〔2024〕7号"));
    assert_eq!(front.published.as_deref(), Some("2024-02-06"));
    assert_eq!((front.signed.as_deref(), front.year), (None, Some(2023)));
    assert_eq!(outline(&document), "1 一 主要工作\n2 （一） 抓学习\n1 二 存在问题\n");
    assert_eq!(blocks(text, &document, BlockKind::Title).len(), 2);
}

#[test]
fn metadata_as_a_table_of_bars() {
    let text = format!(
        "\
索 引 号 | 11620300/2024-48086 | 主题分类 | 其他 |
发文字号 | 岚水字[2024]3 号 | 制发机构 | 岚溪县水务局 |
成文日期 | 2024-01-13 | 发布日期 | 2024-01-30 |
标 题 | 岚溪县水务局2023年法治政府建设工作情况报告 |
{OPENING}
一、主要做法
开展普法活动12场。
岚溪县水务局
2024年1月13日
（此件公开发布）
"
    );
    let document = read(&text);
    let front = &document.front_matter;
    assert_eq!(front.title.as_deref(), Some("岚溪县水务局2023年法治政府建设工作情况报告"));
    assert_eq!(front.issuer.as_deref(), Some("岚溪县水务局"));
    assert_eq!(front.index_number.as_deref(), Some("11620300/2024-48086"));
    assert_eq!(front.document_number.as_deref(), Some("岚水字〔2024〕3号"));
    assert_eq!(front.published.as_deref(), Some("2024-01-30"));
    assert_eq!(front.signed.as_deref(), Some("2024-01-13"));
    assert_eq!(
        blocks(&text, &document, BlockKind::SignOff),
        ["岚溪县水务局", "2024年1月13日", "（此件公开发布）"]
    );
}

#[test]
fn title_below_metadata_that_ends_in_a_label() {
    let text = "\
| 索 引 号：990000018/2024-00041 | 主题分类：司法 |
| 发布机构：岚溪市人民政府 | 文 号：岚政文〔2024〕51号 |
| 体 裁：报告 | 生效日期 | 废止日期 |
岚溪市人民政府
关于岚溪市2023年度依法行政工作
开展情况的报告
云州市人民政府：
2023年，我市依法行政工作扎实推进，取得了新的成效。现将有关情况报告如下。
一、主要做法
开展普法活动12场。
";
    let document = read(text);
    let front = &document.front_matter;
    let title = "岚溪市人民政府关于岚溪市2023年度依法行政工作开展情况的报告";
    assert_eq!(front.title.as_deref(), Some(title));
    assert_eq!(front.issuer.as_deref(), Some("岚溪市人民政府"));
    assert_eq!(front.addressee.as_deref(), Some("云州市人民政府"));
}

#[test]
fn labels_without_marks_and_a_kind_before_the_title() {
    let text = "\
索引号: 11990099/2024-000017 公开日期: 2024-03-25
有效性 有效 文件编号 岚路交【2024】6号

【部门文件】岚溪市交通运输局2023年度法治政府建设报告

2023年，我局依法行政工作扎实推进，取得了新的成效。现将有关情况报告如下。
一、主要做法
开展普法活动12场。
";
    let document = read(text);
    let front = &document.front_matter;
    assert_eq!(front.title.as_deref(), Some("岚溪市交通运输局2023年度法治政府建设报告"));
    assert_eq!(front.document_number.as_deref(), Some("岚路交〔2024〕6号"));
    assert_eq!(front.published.as_deref(), Some("2024-03-25"));
}

#[test]
fn year_of_a_text_that_came_as_one_line() {
    let text = "某县 2024 年度法治政府建设情况报告2024 年，全县坚持依法行政，取得了新的成效。\
        一、主要做法（一）抓学习。全年开展专题学习 18 次，举办培训班 3 期。";
    assert_eq!(read(text).front_matter.year, Some(2024));
}

#[test]
fn title_over_three_lines_after_the_red_head() {
    let text = "\
岚溪县人民政府文件
岚政报〔2024〕5号          签发人：某某
岚溪县人民政府
关于2023年度法治政府
建设情况的报告
市委、市人民政府：
2023年，岚溪县坚持依法治县，扎实推进法治政府建设各项任务，现将情况报告如下。
一、主要成效
全年办结行政复议案件34件。
特此报告。
                    岚溪县人民政府
                  二○二四年一月二十八日
抄送：市司法局。
";
    let document = read(text);
    let front = &document.front_matter;
    assert_eq!(front.title.as_deref(), Some("岚溪县人民政府关于2023年度法治政府建设情况的报告"));
    assert_eq!(front.issuer.as_deref(), Some("岚溪县人民政府"));
    assert_eq!(front.addressee.as_deref(), Some("市委、市人民政府"));
    assert_eq!(front.document_number.as_deref(), Some("岚政报〔2024〕5号"));
    assert_eq!(front.signed.as_deref(), Some("2024-01-28"));
    assert_eq!(front.year, Some(2023));
    assert_eq!(blocks(text, &document, BlockKind::SignOff).len(), 3);
}

#[test]
fn oral_report_signed_in_front() {
    let text = "\
岚溪市2014年度依法行政工作情况报告
18.03.2015  13:07

                    岚溪市人民政府
                  (2015年1月10日)

主任、各位副主任、秘书长、各位委员：
    一年来,在市委的坚强领导下,我市依法行政工作取得新进展,全市行政机关依法行政意识进一步增强。
    一、加强组织领导,夯实工作基础
    一年来,我市召开专题会议4次。
";
    let document = read(text);
    let front = &document.front_matter;
    assert_eq!(front.title.as_deref(), Some("岚溪市2014年度依法行政工作情况报告"));
    assert_eq!(front.issuer.as_deref(), Some("岚溪市人民政府"));
    assert_eq!(front.addressee.as_deref(), Some("主任、各位副主任、秘书长、各位委员"));
    assert_eq!(front.published.as_deref(), Some("2015-03-18"));
    assert_eq!(front.signed.as_deref(), Some("2015-01-10"));
    assert_eq!(front.year, Some(2014));
    assert_eq!(outline(&document), "1 一 加强组织领导,夯实工作基础\n");
}

#[test]
fn text_without_title() {
    let text = format!(
        "{OPENING}\n一、主要成效\n(一)加强领导。召开会议3次。\n四、下一步打算\n继续努力。\n"
    );
    let source = source(&text);
    let mut diagnostics = Vec::new();
    let document = parse(&source, &mut diagnostics);
    let front = &document.front_matter;
    assert_eq!(
        (front.title.as_deref(), front.issuer.as_deref(), front.year),
        (None, None, Some(2023))
    );
    // 一 is followed by 四.
    assert_eq!(diagnostics.len(), 1);
    assert_eq!(diagnostics[0].code, crate::diagnostic::DiagnosticCode::HeadingGap);
    assert_eq!(&text[diagnostics[0].span.start..diagnostics[0].span.end], "四、下一步打算");
    let roles: Vec<SectionRole> = document.passages.iter().map(|passage| passage.role).collect();
    assert_eq!(roles.last(), Some(&SectionRole::Plan));
}

#[test]
fn whole_text_on_one_line() {
    let body = "我局坚持把依法履职摆在突出位置，健全工作机制，完善配套制度，强化督促检查，推动各项任务落到实处。".repeat(4);
    let text = format!(
        "岚溪县林业局2022年度法治政府建设情况报告 2022年，我局依法履行职责，现将情况报告如下： 一、主要工作 (一)加强组织领导。{body} (二)规范执法行为。{body} 二、存在的不足 {body} 三、下一步工作 {body} 岚溪县林业局 2023年1月6日"
    );
    let document = read(&text);
    assert_eq!(
        document.front_matter.title.as_deref(),
        Some("岚溪县林业局2022年度法治政府建设情况报告")
    );
    assert_eq!(
        outline(&document),
        "1 一 主要工作\n2 (一) 加强组织领导\n2 (二) 规范执法行为\n1 二 存在的不足\n1 三 下一步工作\n"
    );
    assert_eq!(document.front_matter.signed.as_deref(), Some("2023-01-06"));
    assert_eq!(document.front_matter.issuer.as_deref(), Some("岚溪县林业局"));
}

#[test]
fn paper_on_one_line_keeps_its_head_and_its_signature() {
    let body = "我局坚持把依法履职摆在突出位置，健全工作机制，完善配套制度，强化督促检查，推动各项任务落到实处。".repeat(4);
    let text = format!(
        "岚溪县林业局文件 岚林字〔2023〕7号 岚溪县林业局关于2022年度法治政府建设情况的报告 县人民政府： 2022年，我局依法履行职责，现将情况报告如下： 一、主要工作 {body} 二、存在的不足 {body} 特此报告。 岚溪县林业局 2023年1月6日 （联系人：李某，联系电话：0799-1234560）"
    );
    let front = read(&text).front_matter;
    assert_eq!(front.title.as_deref(), Some("岚溪县林业局关于2022年度法治政府建设情况的报告"));
    assert_eq!(front.document_number.as_deref(), Some("岚林字〔2023〕7号"));
    assert_eq!(front.addressee.as_deref(), Some("县人民政府"));
    assert_eq!(front.issuer.as_deref(), Some("岚溪县林业局"));
    assert_eq!(front.signed.as_deref(), Some("2023-01-06"));
}

#[test]
fn wrapped_pages_with_page_numbers() {
    let text = "\
                2023年度法治政府建设工作总结
    2023年，我局紧紧围绕县委、县政府中心工作，坚持依法行政、规范执法，
全面推进法治政府建设各项任务落地见效，全年共办理行政许可事项一千二百
余件，开展执法检查三百余次，现将全年工作情况总结如下：
    一、主要做法和成效
    （一）坚持高位推动。局党组召开专题会议研究法治建设工作 1
2次，制定年度工作要点，明确二十项重点任务，并逐项分解到股室、责任到
— 1 —
人员，确保件件有落实、事事有回音。
    二、存在的问题和不足
    一是部分干部运用法治思维解决问题的能力有待进一步提高，执法力量与监
管任务不够匹配。
";
    let document = read(text);
    assert_eq!(
        outline(&document),
        "1 一 主要做法和成效\n2 （一） 坚持高位推动\n1 二 存在的问题和不足\n"
    );
    let lines = lines(&document);
    assert_eq!(lines.len(), 5);
    assert!(lines[0].ends_with("开展执法检查三百余次,现将全年工作情况总结如下:"));
    assert!(
        lines[2].contains("法治建设工作12次,")
            && lines[2].ends_with("责任到人员,确保件件有落实、事事有回音。")
    );
    assert_eq!(blocks(text, &document, BlockKind::Furniture), ["— 1 —"]);
}

#[test]
fn document_without_numbers() {
    let text = "\
岚溪县气象局2021年法治政府建设工作总结

加强组织领导

成立由局长任组长的领导小组，制定年度工作计划，把法治建设纳入重要议事日程，定期听取汇报，研究解决问题。

深入开展普法宣传

利用世界气象日等时点开展宣传活动6场次，发放宣传资料1200份，接受群众咨询300余人次，提高了公众的法治意识。
";
    let document = read(text);
    assert_eq!(outline(&document), "1 - 加强组织领导\n1 - 深入开展普法宣传\n");
    assert_eq!(document.front_matter.year, Some(2021));
}

#[test]
fn paragraphs_that_open_with_a_phrase() {
    let rest = "严格落实各项制度要求，细化工作措施，压实工作责任，加强督促检查，推动各项任务全面完成，取得了较好成效。";
    let text = format!(
        "2021年，我局认真履行职责，扎实推进法治建设各项工作，有关情况如下：\n坚持依法行政，规范决策。{rest}\n加强执法监督，规范执法。{rest}\n深化普法宣传，营造氛围。{rest}\n"
    );
    assert_eq!(
        outline(&read(&text)),
        "1 - 坚持依法行政，规范决策\n1 - 加强执法监督，规范执法\n1 - 深化普法宣传，营造氛围\n"
    );
}

#[test]
fn parts_come_above_chapters() {
    let text = format!(
        "{OPENING}\n第一部分 行政执法总体情况\n一、许可情况\n全年办理许可34件。\n第二部分 有关说明\n一、统计口径\n按年度统计。\n"
    );
    assert_eq!(
        outline(&read(&text)),
        "1 第一部分 行政执法总体情况\n2 一 许可情况\n1 第二部分 有关说明\n2 一 统计口径\n"
    );
}

#[test]
fn headings_and_what_only_looks_like_one() {
    let text = format!(
        "\
{OPENING}
一、主要工作：
(一) 学习宣传。
“4.22”世界地球日期间开展宣传。
4.22地球日发放资料。
1.抓好集中学习。全年学习12次。
2．办理案件34件，办结30件，办结率较高，群众满意度不断提升，工作成效明显，得到了上级部门的充分肯定。
(二)执法监督：开展案卷抽查两次，抽取案卷38宗，发现问题7个，均已整改到位。
2023年开展检查12次。
一是强化培训。
12345热线办件20件。
（三）项目清单如下:
1.制定办法1个;
2.清理文件3件;
3.废止文件2件。
"
    );
    assert_eq!(
        outline(&read(&text)),
        "1 一 主要工作\n2 (一) 学习宣传\n3 1 抓好集中学习\n3 2 办理案件34件\n2 (二) 执法监督\n2 （三） 项目清单如下\n"
    );
}

#[test]
fn heading_behind_a_sentence_when_the_line_break_was_lost() {
    let text = format!(
        "{OPENING}\n一、主要工作\n全年学法12次。二、存在的不足\n执法力量不足。三、下一步打算。加强培训，充实力量。\n"
    );
    let document = read(&text);
    assert_eq!(outline(&document), "1 一 主要工作\n1 二 存在的不足\n1 三 下一步打算\n");
}

#[test]
fn heading_set_apart_by_a_gap() {
    let text = format!(
        "{OPENING}\n一、主要工作\n（一）　压实责任　全年召开会议4次，印发要点1份。\n（二）　规范　执法行为\n办案3件。\n"
    );
    assert_eq!(outline(&read(&text)), "1 一 主要工作\n2 （一） 压实责任\n2 （二） 规范执法行为\n");
}

#[test]
fn table_labels_are_no_headings() {
    let text = "\
岚溪县民政局2022年政府信息公开工作年度报告
本报告根据有关规定编制，统计期限自2022年1月1日起至2022年12月31日止。
一、总体情况
全年公开信息34条。
二、收到和处理政府信息公开申请情况
申请人情况
自然人
总计
一、本年新收政府信息公开申请数量
14
14
二、上年结转政府信息公开申请数量
0
0
三、本年度办理结果
（一）予以公开
6
6
四、结转下年度继续办理
1
1
三、存在的主要问题
公开形式单一。
";
    assert_eq!(
        outline(&read(text)),
        "1 一 总体情况\n1 二 收到和处理政府信息公开申请情况\n1 三 存在的主要问题\n"
    );
}

#[test]
fn tables_as_the_text_shows_them() {
    let text = format!(
        "{OPENING}\n一、数据\n信息内容\t本年制发\t本年废止\n规章\t0\t\n规范性文件\t1\t2\n说明如下。\n| 类别 | 件数 |\n| 许可 | 12 |\n类别 受理 办结\n来信 18 17\n来访 4 4\n"
    );
    let document = read(&text);
    let rows: Vec<(usize, bool)> = document
        .passages
        .iter()
        .filter(|passage| !passage.cells.is_empty())
        .map(|passage| (passage.cells.len(), passage.opens_table))
        .collect();
    assert_eq!(
        rows,
        [
            (3, true),
            (3, false),
            (3, false),
            (2, true),
            (2, false),
            (3, false),
            (3, false),
            (3, false)
        ]
    );
    let row = document.passages.iter().find(|passage| passage.cells.len() == 3).expect("a row");
    let cell = row.cells[1].span;
    assert_eq!(&document.reading.text[cell.start..cell.end], "本年制发");
    let origin = document.reading.original(cell);
    assert_eq!(&text[origin.start..origin.end], "本年制发");
}

#[test]
fn tables_as_the_file_marks_them() {
    let text = format!("{OPENING}\n一、数据\n类别\t受理（件）\t办结\n许可\t１２\t11\n");
    let cells = |words: [&str; 3]| {
        let cell = |word: &str| {
            let start = text.find(word).expect("the cell is there");
            SourceCell { span: Span::new(start, start + word.len()), columns: 1, rows: 1 }
        };
        words.map(cell).to_vec()
    };
    let table = SourceTable {
        rows: vec![cells(["类别", "受理（件）", "办结"]), cells(["许可", "１２", "11"])],
    };
    let source = Source { tables: vec![table], ..source(&text) };
    let document = parse(&source, &mut Vec::new());
    check_invariants(&text, &document);
    assert_eq!(lines(&document)[2..], ["类别\t受理(件)\t办结", "许可\t12\t11"]);
    let kinds: Vec<BlockKind> = document.blocks.iter().map(|block| block.kind).collect();
    assert_eq!(
        kinds,
        [BlockKind::Paragraph, BlockKind::Heading, BlockKind::TableRow, BlockKind::TableRow]
    );
}

#[test]
fn empty_cells_at_the_ends_of_a_marked_row() {
    let text = format!("{OPENING}\n一、数据\n\t受理\t办结\n许可\t12\t\n");
    let row = |words: &str| {
        let mut start = text.find(words).expect("the row is there");
        let cells = words.split('\t').map(|cell| {
            let span = Span::new(start, start + cell.len());
            start = span.end + 1;
            SourceCell { span, columns: 1, rows: 1 }
        });
        cells.collect()
    };
    let table = SourceTable { rows: vec![row("\t受理\t办结"), row("许可\t12\t")] };
    let source = Source { tables: vec![table], ..source(&text) };
    let document = parse(&source, &mut Vec::new());
    check_invariants(&text, &document);
    assert_eq!(lines(&document)[2..], ["\t受理\t办结", "许可\t12\t"]);
}

#[test]
fn traditional_mirror_with_inserted_pinyin() {
    let text = "\
嵐溪縣水務局2018年度法治政府建設(shè)工作情況報告
來源：縣水務局 發(fā)布時間：2019-01-05
2018年，我局認真貫徹落實縣委、縣政府決策部署，依法履行職責。
一、主要工作開展(kāi)情況
（一）加強領(lǐng)導(dǎo)。召開會議３次。
";
    let document = read(text);
    let front = &document.front_matter;
    assert_eq!(front.title.as_deref(), Some("岚溪县水务局2018年度法治政府建设工作情况报告"));
    assert_eq!(front.published.as_deref(), Some("2019-01-05"));
    assert_eq!(outline(&document), "1 一 主要工作开展情况\n2 （一） 加强领导\n");
    let span = document.sections[1].span;
    assert_eq!(&text[span.start..span.end], "（一）加強領(lǐng)導");
    assert_eq!(lines(&document).last(), Some(&"(一)加强领导。召开会议3次。"));
}

#[test]
fn foot_of_a_page_is_no_report() {
    let text = format!(
        "\
岚溪县水务局2023年法治政府建设情况报告
{OPENING}
一、主要工作
全年学法12次。
岚溪县水务局
2024年1月6日
岚溪县林业局2023年法治政府建设情况报告
岚溪县教育局2023年法治政府建设情况报告
关于我们 | 网站地图 | 联系我们
主办：岚溪县人民政府，承办：岚溪县大数据中心，建议使用新版浏览器访问本网站
您是第 903412 位访问者
"
    );
    let document = read(&text);
    assert_eq!(lines(&document).len(), 3);
    assert_eq!(blocks(&text, &document, BlockKind::Furniture).len(), 5);
    assert_eq!(
        document.front_matter.title.as_deref(),
        Some("岚溪县水务局2023年法治政府建设情况报告")
    );
}

#[test]
fn attachments_behind_the_signature_stay() {
    let text = format!(
        "{OPENING}\n一、主要工作\n全年学法12次。\n岚溪县水务局\n2024年1月6日\n附件1：统计表\n类别\t件数\n许可\t12\n处罚\t3\n"
    );
    let document = read(&text);
    assert_eq!(document.front_matter.signed.as_deref(), Some("2024-01-06"));
    assert_eq!(document.front_matter.issuer.as_deref(), Some("岚溪县水务局"));
    assert_eq!(lines(&document).last(), Some(&"处罚\t3"));
    assert_eq!(blocks(&text, &document, BlockKind::SignOff).len(), 2);
}

#[test]
fn attachment_list_gives_no_sections() {
    let text = format!(
        "{OPENING}\n一、主要工作\n1.抓学习。全年学法12次。\n附件：\n1.行政执法统计表\n2.名单\n岚溪县水务局\n2024年1月6日\n"
    );
    let document = read(&text);
    assert_eq!(outline(&document), "1 一 主要工作\n2 1 抓学习\n");
    assert_eq!(document.front_matter.issuer.as_deref(), Some("岚溪县水务局"));
}

#[test]
fn table_of_contents_gives_no_sections() {
    let text = format!(
        "岚溪县水务局2023年法治政府建设年度报告\n目  录\n一、主要工作……………1\n二、存在问题……………3\n一、主要工作\n{OPENING}\n二、存在问题\n人手不足。\n"
    );
    assert_eq!(outline(&read(&text)), "1 一 主要工作\n1 二 存在问题\n");
}

#[test]
fn year_by_weaker_evidence() {
    let year = |text: &str| read(text).front_matter.year;
    let body = "我局认真履行职责，扎实推进法治建设各项工作，取得了明显成效。";
    assert_eq!(
        year(&format!("根据规定，现将我局2022年法治政府建设情况报告如下：\n{body}")),
        Some(2022)
    );
    assert_eq!(year(&format!("今年以来，{body}\n一、2021年工作情况\n全年学法12次。")), Some(2021));
    assert_eq!(year(&format!("今年以来，{body}\n岚溪县水务局\n2022年1月5日")), Some(2021));
    assert_eq!(year(&format!("今年以来，{body}\n岚溪县水务局\n2022年12月5日")), Some(2022));
    assert_eq!(year(&format!("按照《实施方案（2021—2025年）》要求，{body}")), None);
    // Headings further down, but not what they plan.
    let headings = |second: &str| {
        year(&format!("一、案件办理情况\n（一）{second}\n{body}\n二、2024年工作思路\n{body}"))
    };
    assert_eq!(headings("2022年办理总体情况"), Some(2022));
    assert_eq!(headings("办理总体情况"), None);
    // Sentences, where all that name a year name the same.
    let sentences = |second: &str| year(&format!("一、基本情况\n{body}2022年学法12次。{second}"));
    assert_eq!(sentences("截至2022年底，制定文件3件。2021—2025年规划已印发。"), Some(2022));
    assert_eq!(sentences("2023年1月起执行新规定。"), None);
}

#[test]
fn any_text_is_read() {
    let texts = [
        "",
        "\n",
        " \t\n",
        "一",
        "一、",
        "（一）",
        "\u{FEFF}",
        "报告",
        "2023年",
        "：",
        "|||",
        "\t\t",
        "a|b|c",
        "〔2023〕",
        "(",
        "目录",
        "目录\n一、",
        "1.",
        "①",
        "第一部分",
        "索引号：",
        "发布日期：\n发布日期：",
        "2024年1月6日",
        "岚溪县水务局",
        "— 1 —",
        "设(shè)",
        "\u{200B}\n\u{3000}",
        "\ta\t\n\tb\tc\t",
        "English text only, with commas, and 12 numbers.",
    ];
    for text in texts {
        read(text);
        read(&format!("{text}\n{text}"));
        read(&format!("{OPENING}\n{text}\n一、主要工作\n{text}\n{OPENING}\n{text}"));
    }
}
