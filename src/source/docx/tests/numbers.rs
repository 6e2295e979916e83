use super::{Docx, check};

/// A paragraph in a list.
fn item(list: u32, level: u32, words: &str) -> String {
    format!(
        "<w:p><w:pPr><w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{list}'/></w:numPr></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"
    )
}

fn level(level: u32, format: &str, text: &str) -> String {
    format!(
        "<w:lvl w:ilvl='{level}'><w:start w:val='1'/><w:numFmt w:val='{format}'/><w:lvlText w:val='{text}'/></w:lvl>"
    )
}

fn pattern(id: u32, levels: &str) -> String {
    format!("<w:abstractNum w:abstractNumId='{id}'>{levels}</w:abstractNum>")
}

fn list(id: u32, pattern: u32, overrides: &str) -> String {
    format!("<w:num w:numId='{id}'><w:abstractNumId w:val='{pattern}'/>{overrides}</w:num>")
}

/// The levels of an office: 一、（一）1.（1）.
fn office() -> String {
    let levels = level(0, "chineseCountingThousand", "%1、")
        + &level(1, "chineseCountingThousand", "（%2）")
        + &level(2, "decimal", "%3.")
        + &level(3, "decimal", "（%4）");
    pattern(7, &levels) + &list(1, 7, "")
}

#[test]
fn numbers_of_an_office_are_rebuilt() {
    let body = [
        (0, "总体情况"),
        (1, "依法决策"),
        (1, "规范执法"),
        (2, "检查"),
        (2, "处罚"),
        (3, "罚款"),
        (0, "存在不足"),
        (1, "力量不足"),
    ];
    let body: String = body.iter().map(|(level, words)| item(1, *level, words)).collect();
    check(
        &Docx::new(&body).numbering(&office()),
        "一、总体情况\n（一）依法决策\n（二）规范执法\n1. 检查\n2. 处罚\n（1）罚款\n二、存在不足\n（一）力量不足",
    );
}

#[test]
fn lists_of_one_pattern_count_on_unless_they_start_anew() {
    let lists = pattern(1, &level(0, "decimal", "%1."))
        + &list(1, 1, "")
        + &list(2, 1, "")
        + &list(3, 1, "<w:lvlOverride w:ilvl='0'><w:startOverride w:val='5'/></w:lvlOverride>");
    let body: String = [1, 2, 3, 3, 1].iter().map(|list| item(*list, 0, "项")).collect();
    check(&Docx::new(&body).numbering(&lists), "1. 项\n2. 项\n5. 项\n6. 项\n7. 项");
}

#[test]
fn a_list_may_replace_a_level() {
    let own = format!(
        "<w:lvlOverride w:ilvl='0'>{}</w:lvlOverride>",
        level(0, "ideographTraditional", "%1）")
    );
    let lists = pattern(1, &level(0, "decimal", "%1.")) + &list(1, 1, &own);
    check(&Docx::new(&(item(1, 0, "项") + &item(1, 0, "项"))).numbering(&lists), "甲）项\n乙）项");
}

#[test]
fn levels_start_anew_behind_those_that_they_name() {
    let restart = |level: u32, behind: u32| {
        format!(
            "<w:lvl w:ilvl='{level}'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlRestart w:val='{behind}'/><w:lvlText w:val='%{}.'/></w:lvl>",
            level + 1
        )
    };
    let levels =
        level(0, "decimal", "%1.") + &level(1, "decimal", "%2.") + &restart(2, 1) + &restart(3, 0);
    let lists = pattern(1, &levels) + &list(1, 1, "");
    let body: String = [2, 3, 1, 2, 3, 0, 2, 3]
        .iter()
        .map(|level| item(1, *level, &format!("级{level}")))
        .collect();
    check(
        &Docx::new(&body).numbering(&lists),
        "1. 级2\n1. 级3\n2. 级1\n2. 级2\n2. 级3\n2. 级0\n1. 级2\n3. 级3",
    );
}

#[test]
fn counts_of_higher_levels_stand_in_lower_numbers() {
    let legal = "<w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='decimalZero'/><w:isLgl/><w:lvlText w:val='%1.%2'/></w:lvl>";
    let levels = level(0, "chineseCounting", "第%1章") + legal + &level(2, "lowerLetter", "%1-%3)");
    let lists = pattern(1, &levels) + &list(1, 1, "");
    let body = item(1, 1, "先") + &item(1, 0, "总则") + &item(1, 1, "目的") + &item(1, 2, "其一");
    check(&Docx::new(&body).numbering(&lists), "1.01 先\n第二章 总则\n2.01 目的\n二-a) 其一");
}

#[test]
fn gaps_bullets_and_hidden_numbers() {
    let with = |index: u32, format: &str, text: &str, more: &str| {
        format!(
            "<w:lvl w:ilvl='{index}'><w:numFmt w:val='{format}'/>{more}<w:lvlText w:val='{text}'/></w:lvl>"
        )
    };
    let custom = "<mc:AlternateContent><mc:Choice Requires='w14'><w:numFmt w:val='custom' w:format='001, 002, 003, ...'/></mc:Choice><mc:Fallback><w:numFmt w:val='decimal'/></mc:Fallback></mc:AlternateContent><w:start w:val='9'/>";
    let levels = with(0, "decimal", "%1.", "<w:suff w:val='nothing'/><w:start w:val='3'/>")
        + &with(1, "bullet", "\u{f0b7}", "")
        + &with(2, "bullet", "—", "<w:suff w:val='nothing'/>")
        + &with(3, "decimal", "%4.", "<w:rPr><w:vanish/></w:rPr>")
        + &with(4, "none", "", "")
        + &with(5, "decimal", "%6号", custom)
        + &with(6, "decimalEnclosedCircle", "%7", "<w:suff w:val='nothing'/><w:start w:val='2'/>");
    let lists = pattern(1, &levels) + &list(1, 1, "");
    let body: String = (0..8).map(|level| item(1, level, "项")).collect();
    check(&Docx::new(&body).numbering(&lists), "3.项\n• 项\n—项\n项\n项\n009号 项\n②项\n项");
}

#[test]
fn styles_number_paragraphs_and_pass_it_on() {
    let styled = |index: u32, text: &str, style: &str| {
        format!(
            "<w:lvl w:ilvl='{index}'><w:start w:val='1'/><w:numFmt w:val='chineseCounting'/><w:pStyle w:val='{style}'/><w:lvlText w:val='{text}'/></w:lvl>"
        )
    };
    let lists =
        pattern(1, &(styled(0, "%1、", "Big") + &styled(1, "（%2）", "Small"))) + &list(4, 1, "");
    let styles = "<w:style w:type='paragraph' w:default='1' w:styleId='Normal'/>\
        <w:style w:type='paragraph' w:styleId='Big'><w:pPr><w:numPr><w:numId w:val='4'/></w:numPr></w:pPr></w:style>\
        <w:style w:type='paragraph' w:styleId='Small'><w:basedOn w:val='Big'/><w:pPr><w:numPr><w:ilvl w:val='1'/></w:numPr></w:pPr></w:style>\
        <w:style w:type='paragraph' w:styleId='Smaller'><w:basedOn w:val='Small'/></w:style>\
        <w:style w:type='paragraph' w:styleId='Bare'><w:basedOn w:val='Big'/><w:pPr><w:numPr><w:numId w:val='0'/></w:numPr></w:pPr></w:style>";
    let styled = |style: &str, more: &str| {
        format!(
            "<w:p><w:pPr><w:pStyle w:val='{style}'/>{more}</w:pPr><w:r><w:t>{style}</w:t></w:r></w:p>"
        )
    };
    let none = "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='0'/></w:numPr>";
    let body = styled("Big", "")
        + &styled("Small", "")
        + &styled("Smaller", "")
        + &styled("Bare", "")
        + &styled("Big", none)
        + &styled("Unknown", "")
        + &styled("Big", "<w:numPr><w:ilvl w:val='1'/></w:numPr>")
        + &styled("Big", "");
    check(
        &Docx::new(&body).numbering(&lists).styles(styles),
        "一、Big\n（一）Small\n（二）Smaller\nBare\nBig\nUnknown\n（三）Big\n二、Big",
    );
}

#[test]
fn a_level_is_found_by_the_style_that_it_names() {
    let lists = pattern(
        1,
        &(level(0, "decimal", "%1.")
            + "<w:lvl w:ilvl='1'><w:numFmt w:val='upperLetter'/><w:start w:val='1'/><w:pStyle w:val='Sub'/><w:lvlText w:val='%2.'/></w:lvl>"),
    ) + &list(1, 1, "");
    let styles =
        "<w:style w:styleId='Sub'><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>";
    let body = "<w:p><w:pPr><w:pStyle w:val='Sub'/></w:pPr><w:r><w:t>项</w:t></w:r></w:p>";
    check(&Docx::new(body).numbering(&lists).styles(styles), "A. 项");
}

#[test]
fn patterns_may_be_those_of_a_list_style() {
    let lists =
        "<w:abstractNum w:abstractNumId='1'><w:numStyleLink w:val='Chapters'/></w:abstractNum>"
            .to_owned()
            + &format!(
                "<w:abstractNum w:abstractNumId='2'><w:styleLink w:val='Chapters'/>{}</w:abstractNum>",
                level(0, "chineseLegalSimplified", "%1、")
            )
            + &list(1, 1, "")
            + &list(2, 2, "");
    let body = item(1, 0, "项") + &item(2, 0, "项");
    check(&Docx::new(&body).numbering(&lists), "壹、项\n贰、项");
}

#[test]
fn lists_that_are_not_there_number_nothing() {
    let lists = list(1, 9, "") + &pattern(2, "") + &list(2, 2, "");
    let body =
        item(1, 0, "甲") + &item(2, 0, "乙") + &item(3, 99, "丙") + &item(2, 4_000_000_000, "丁");
    check(&Docx::new(&body).numbering(&lists), "甲\n乙\n丙\n丁");
    check(&Docx::new(&item(1, 0, "戊")), "戊");
}

#[test]
fn empty_items_show_their_numbers() {
    let lists = pattern(1, &level(0, "decimal", "%1")) + &list(1, 1, "");
    let cell = |inner: &str| format!("<w:tc>{inner}</w:tc>");
    let row =
        |words: &str| format!("<w:tr>{}{}</w:tr>", cell(&item(1, 0, "")), cell(&super::p(words)));
    let table = format!("<w:tbl>{}{}</w:tbl>", row("甲"), row("乙"));
    check(&Docx::new(&table).numbering(&lists), "1\t甲\n2\t乙");
}
