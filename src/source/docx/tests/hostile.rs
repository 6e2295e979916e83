use super::*;

/// As many as a file of some megabytes can hold.
const MANY: usize = 1_000_000;

#[test]
fn deep_nesting_ends() {
    let deep = "<w:ins>".repeat(MANY) + &p("甲") + &"</w:ins>".repeat(MANY);
    check(&Docx::new(&deep), "甲");
    for element in
        ["w:ins", "w:p", "w:sdt", "w:txbxContent", "w:tbl", "w:tc", "w:x", "mc:AlternateContent"]
    {
        let body = format!("<{element}>").repeat(MANY / 20)
            + &p("甲")
            + &format!("</{element}>").repeat(MANY / 20);
        assert_eq!(Docx::new(&body).read().text.trim(), "甲", "{element}");
    }
    let open = "<w:tbl><w:tr><w:tc>".repeat(MANY / 20) + &p("甲");
    assert_eq!(Docx::new(&open).read().text.trim(), "甲");
    let boxes = "<w:p><w:r><w:t>甲</w:t><w:txbxContent>".repeat(MANY / 20);
    assert_eq!(Docx::new(&boxes).read().text.matches('甲').count(), MANY / 20);
    let fields = "<w:r><w:fldChar w:fldCharType='begin'/></w:r>".repeat(MANY / 20);
    assert_eq!(Docx::new(&format!("<w:p>{fields}</w:p>{}", p("甲"))).read().text.trim(), "甲");
}

#[test]
fn fields_that_never_end_are_not_gone_through_for_each_paragraph() {
    let mark = |kind: &str| format!("<w:r><w:fldChar w:fldCharType='{kind}'/></w:r>");
    let open = (mark("begin") + &mark("separate")).repeat(MANY / 20);
    let body = format!("<w:p>{open}</w:p>{}", (mark("begin") + &p("甲")).repeat(MANY / 20));
    assert_eq!(Docx::new(&body).read().text.matches('甲').count(), MANY / 20);
}

#[test]
fn nested_tables_with_words_are_moved_outward_in_linear_time() {
    let body = format!("<w:tbl><w:tr><w:tc>{}", p("甲")).repeat(MANY / 20);
    assert_eq!(Docx::new(&body).read().text.matches('甲').count(), MANY / 20);
}

#[test]
fn huge_tables_are_read() {
    let cell = "<w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc>";
    let row = format!("<w:tr>{}</w:tr>", cell.repeat(100));
    let tall = Docx::new(&format!("<w:tbl>{}</w:tbl>", row.repeat(MANY / 500))).read();
    assert_eq!(tall.tables[0].rows.len(), MANY / 500);
    let wide = Docx::new(&format!("<w:tbl><w:tr>{}</w:tr></w:tbl>", cell.repeat(MANY / 5))).read();
    assert_eq!(wide.tables[0].rows[0].len(), MANY / 5);
    let merged = format!("<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>{}</w:tc>{cell}</w:tr>", p("甲"));
    let merged = Docx::new(&format!("<w:tbl>{}</w:tbl>", merged.repeat(MANY / 10))).read();
    assert_eq!(merged.tables[0].rows[0][0].rows, u16::MAX);
}

#[test]
fn huge_attributes_and_many_of_them_are_read() {
    let long = "甲".repeat(MANY);
    let body = format!(
        "<w:p w:rsid='{long}'><w:pPr><w:pStyle w:val='{long}'/></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>"
    );
    check(&Docx::new(&body), "甲");
    let many: String = (0..MANY / 20).map(|at| format!(" a{at}='1'")).collect();
    check(&Docx::new(&format!("<w:p><w:r><w:t{many}>甲</w:t></w:r></w:p>")), "甲");
}

#[test]
fn long_patterns_and_large_counts_stay_short() {
    let lists = format!(
        "<w:abstractNum w:abstractNumId='1'><w:lvl w:ilvl='0'><w:start w:val='4294967295'/><w:numFmt w:val='upperLetter'/><w:lvlText w:val='{}'/></w:lvl></w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='1'/></w:num>",
        "%1".repeat(MANY)
    );
    let item = "<w:p><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:p>";
    let text = Docx::new(&item.repeat(1000)).numbering(&lists).read().text;
    assert!(text.lines().all(|line| line.len() < 400));
}

#[test]
fn styles_that_are_based_on_each_other_end() {
    let styles: String = (0..MANY / 200)
        .map(|at| {
            format!(
                "<w:style w:styleId='{at}'><w:basedOn w:val='{}'/></w:style>",
                (at + 1) % (MANY / 200)
            )
        })
        .collect();
    let body = "<w:p><w:pPr><w:pStyle w:val='0'/></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>";
    check(&Docx::new(body).styles(&styles), "甲");
}

#[test]
fn declared_entities_are_nothing() {
    let mut docx = Docx::new(&p("甲&a;&b;乙"));
    let bomb = "<!DOCTYPE x [<!ENTITY a 'haha'><!ENTITY b '&a;&a;&a;'>]>";
    docx.parts[0].1.splice(0..0, bomb.bytes());
    check(&docx, "甲乙");
}

#[test]
fn any_cut_gives_a_text_or_an_error() {
    let docx = Docx::new(&(1..200).map(|at| p(&format!("第{at}项工作。"))).collect::<String>())
        .numbering("<w:abstractNum w:abstractNumId='1'/>")
        .styles("<w:style w:styleId='a'/>");
    let whole = docx.bytes();
    for end in (0..whole.len()).step_by(101) {
        let _ = read(&whole[..end]);
        let mut broken = whole.clone();
        broken[end] ^= 0x55;
        let _ = read(&broken);
    }
    let text = docx.parts[0].1.clone();
    for end in (0..text.len()).step_by(53) {
        let mut cut = Docx::new("");
        cut.parts[0].1 = text[..end].to_vec();
        if let Ok(source) = read(&cut.bytes()) {
            assert!(source.losses.contains(&loss(LossKind::DamagedPart, "word/document.xml")));
        }
    }
}

#[test]
fn damaged_packing_gives_what_stands_before() {
    let words: String =
        (0..5000).map(|at| p(&format!("第{at}项，{}件。", at * 7919 % 10_007))).collect();
    let mut bytes = Docx::new(&words).bytes();
    let at = bytes.windows(17).position(|name| name == b"word/document.xml").unwrap();
    // A block of a kind that there is none of, in the midst of the part.
    let middle = at + 8000;
    bytes[middle..middle + 40].fill(0xff);
    let source = read(&bytes).unwrap();
    assert!(source.text.starts_with("第0项，0件。\n第1项"));
    assert_eq!(source.losses, [loss(LossKind::DamagedPart, "word/document.xml")]);
}
