use super::{Docx, check, p};

#[test]
fn changes_are_accepted() {
    let body = "<w:p><w:r><w:t>案件</w:t></w:r><w:del><w:r><w:delText>9</w:delText></w:r></w:del><w:ins><w:r><w:t>7</w:t></w:r></w:ins>\
                <w:moveFrom><w:r><w:t>（旧）</w:t></w:r></w:moveFrom><w:r><w:t>件</w:t></w:r><w:moveTo><w:r><w:t>。</w:t></w:r></w:moveTo></w:p>";
    check(&Docx::new(body), "案件7件。");
    let both = "<w:p><w:ins><w:del><w:r><w:t>插了又删</w:t></w:r></w:del><w:r><w:t>留</w:t></w:r></w:ins></w:p>";
    check(&Docx::new(both), "留");
}

#[test]
fn a_deleted_mark_joins_paragraphs() {
    let deleted = |words: &str| {
        format!("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>")
    };
    check(
        &Docx::new(&(deleted("收到") + &deleted("申请") + &p("12件。") + &p("完"))),
        "收到申请12件。\n完",
    );
    check(&Docx::new(&(p("甲") + &deleted("乙"))), "甲\n乙");
    let gone = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>整段</w:delText></w:r></w:del></w:p>";
    check(&Docx::new(&(p("甲") + gone + &p("乙"))), "甲\n乙");
}

#[test]
fn a_deleted_item_does_not_count() {
    let lists = "<w:abstractNum w:abstractNumId='1'><w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='chineseCounting'/><w:lvlText w:val='%1、'/></w:lvl></w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='1'/></w:num>";
    let item = |mark: &str, inner: &str| {
        format!(
            "<w:p><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr><w:rPr>{mark}</w:rPr></w:pPr>{inner}</w:p>"
        )
    };
    let run = |words: &str| format!("<w:r><w:t>{words}</w:t></w:r>");
    let body = item("", &run("甲"))
        + &item("<w:del/>", &format!("<w:del>{}</w:del>", run("删")))
        + &item("<w:ins/>", &run("乙"));
    check(&Docx::new(&body).numbering(lists), "一、甲\n二、乙");
}

#[test]
fn old_properties_do_not_count() {
    let body = "<w:p><w:pPr><w:pPrChange><w:pPr><w:rPr><w:del/></w:rPr></w:pPr></w:pPrChange></w:pPr>\
                <w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>甲</w:t></w:r></w:p>";
    check(&Docx::new(&(body.to_owned() + &p("乙"))), "甲\n乙");
}

#[test]
fn deleted_rows_and_cells_go() {
    let cell = |properties: &str, words: &str| {
        format!("<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>", p(words))
    };
    let row = |properties: &str, first: &str, second: &str| {
        format!(
            "<w:tr><w:trPr>{properties}</w:trPr>{}{}{}</w:tr>",
            cell("", first),
            cell("<w:cellDel/>", "删"),
            cell("", second)
        )
    };
    let body = format!(
        "<w:tbl>{}{}{}</w:tbl>",
        row("", "复议", "3"),
        row("<w:del/>", "删", "9"),
        row("<w:ins/>", "诉讼", "4")
    );
    check(&Docx::new(&body), "复议\t3\n诉讼\t4");
}
