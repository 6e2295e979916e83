use super::{Docx, check, p};

fn in_paragraph(inner: &str) -> Docx {
    Docx::new(&format!("<w:p>{inner}</w:p>"))
}

#[test]
fn paragraphs_are_lines_whatever_runs_they_are_cut_into() {
    let body = "<w:p><w:r><w:t>收到</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>复议申请</w:t></w:r><w:proofErr/>\
                <w:smartTag><w:r><w:t>12</w:t></w:r></w:smartTag><w:hyperlink><w:r><w:t>件</w:t></w:r></w:hyperlink></w:p>";
    check(
        &Docx::new(&(body.to_owned() + "<w:p/><w:p/>" + &p("一、&lt;成效&gt;&#12290;"))),
        "收到复议申请12件\n\n一、<成效>。",
    );
}

#[test]
fn white_space_counts_where_the_file_says_so() {
    let body = "<w:r><w:t>  甲\n </w:t><w:t xml:space='preserve".to_owned()
        + "'> 乙 </w:t><w:tab/><w:t>丙\n丁&amp;</w:t><w:br/><w:t>戊</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>己</w:t></w:r>";
    check(&in_paragraph(&body), "甲 乙 \t丙 丁&\n戊-己");
    check(
        &in_paragraph(
            "<w:pPr><w:tabs><w:tab w:val='left'/></w:tabs></w:pPr><w:r><w:tab/><w:t>甲</w:t></w:r>",
        ),
        "甲",
    );
}

#[test]
fn fields_show_their_results() {
    let mark = |kind: &str| format!("<w:r><w:fldChar w:fldCharType='{kind}'/></w:r>");
    let instruction = |words: &str| format!("<w:r><w:instrText>{words}</w:instrText></w:r>");
    let text = |words: &str| format!("<w:r><w:t>{words}</w:t></w:r>");
    let (begin, separate, end) = (mark("begin"), mark("separate"), mark("end"));
    let nested = format!("{begin}{}{separate}{}{end}", instruction(" DATE "), text("忽略"));
    let body = format!(
        "{}{begin}{}{nested}{separate}{}{end}{}{begin}{}{end}<w:fldSimple w:instr='PAGE'>{}</w:fldSimple>",
        text("共"),
        instruction(" IF "),
        text("12"),
        text("件"),
        instruction("eq \\o\\ac(○,2)"),
        text("项"),
    );
    check(&in_paragraph(&body), "共12件②项");
    let unfinished = format!("<w:p>{}{begin}{}</w:p>{}", text("甲"), instruction("X"), p("乙"));
    check(&Docx::new(&unfinished), "甲\n乙");
}

#[test]
fn a_table_of_contents_is_left_out() {
    let mark = |kind: &str| format!("<w:r><w:fldChar w:fldCharType='{kind}'/></w:r>");
    let begin = format!(
        "{}<w:r><w:instrText> TOC \\o </w:instrText></w:r>{}",
        mark("begin"),
        mark("separate")
    );
    let entry = "<w:r><w:t>一、成效</w:t><w:tab/><w:t>3</w:t></w:r>";
    let contents = format!("<w:p>{begin}{entry}</w:p><w:p>{entry}</w:p><w:p>{}</w:p>", mark("end"));
    check(&Docx::new(&(p("报告") + &contents + &p("一、成效"))), "报告\n\n一、成效");
    let control = format!(
        "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>",
        p("目录")
    );
    check(&Docx::new(&(control + &p("一、成效"))), "一、成效");
    // Without an end it would swallow the report.
    let open = format!("<w:p>{begin}{entry}</w:p>{}", p("一、成效"));
    check(&Docx::new(&open), "一、成效\t3\n一、成效");
}

#[test]
fn hidden_text_is_left_out() {
    let styles = "<w:style w:type='character' w:styleId='H'><w:rPr><w:vanish/></w:rPr></w:style>\
                  <w:style w:type='paragraph' w:styleId='P'><w:rPr><w:vanish/></w:rPr></w:style>";
    let run = |properties: &str, words: &str| {
        format!("<w:r><w:rPr>{properties}</w:rPr><w:t>{words}</w:t></w:r>")
    };
    let body = run("<w:vanish/>", "藏")
        + &run("<w:vanish w:val='0'/>", "甲")
        + &run("<w:rStyle w:val='H'/>", "藏")
        + &run("<w:rStyle w:val='H'/><w:vanish w:val='false'/>", "乙")
        + &run("", "丙");
    let hidden = format!(
        "<w:p><w:pPr><w:pStyle w:val='P'/></w:pPr>{}{}</w:p>",
        run("", "藏"),
        run("<w:vanish w:val='off'/>", "丁")
    );
    check(&Docx::new(&format!("<w:p>{body}</w:p>{hidden}")).styles(styles), "甲乙丙\n丁");
}

#[test]
fn text_boxes_stand_behind_their_paragraph_and_are_read_once() {
    let inner = format!(
        "<w:txbxContent>{}{}</w:txbxContent>",
        p("澄湾县人民政府文件"),
        p("澄政〔2024〕6号")
    );
    let shape = format!(
        "<w:drawing><wp:anchor><wp:positionH><wp:posOffset>100</wp:posOffset></wp:positionH><wps:txbx>{inner}</wps:txbx></wp:anchor></w:drawing>"
    );
    let old = format!("<w:pict><v:textbox>{inner}</v:textbox></w:pict>");
    let both = |requires: &str| {
        format!(
            "<w:p><w:r><w:t>前</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires='{requires}'>{shape}</mc:Choice><mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>后</w:t></w:r></w:p>"
        )
    };
    let expect = "前后\n澄湾县人民政府文件\n澄政〔2024〕6号";
    check(&Docx::new(&both("wps")), expect);
    check(&Docx::new(&both("unknown")), expect);
    check(&in_paragraph(&format!("<w:r><w:t>前后</w:t>{old}</w:r>")), expect);
    let bound = both("q").replace(
        "Requires='q'",
        "xmlns:q='http://schemas.microsoft.com/office/word/2010/wordprocessingShape' Requires='q'",
    );
    check(&Docx::new(&bound.replace(&old, "")), expect);
    check(
        &in_paragraph(
            "<w:r><w:pict><v:shape><v:textpath string='红头文件'/></v:shape></w:pict></w:r>",
        ),
        "红头文件",
    );
}

#[test]
fn notes_do_not_cut_sentences() {
    let note = |id: u32, kind: &str, words: &str| {
        format!(
            "<w:footnote w:id='{id}' {kind}><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space='preserve'> {words}</w:t></w:r></w:p></w:footnote>"
        )
    };
    let notes = format!(
        "<w:footnotes>{}{}{}</w:footnotes>",
        note(0, "w:type='separator'", "线"),
        note(1, "", "含上年结转。"),
        note(2, "", "无人提到")
    );
    let endnotes = notes.replace("footnote", "endnote").replace("含上年结转", "尾注");
    let mark = |kind: &str, id: u32| format!("<w:r><w:{kind}Reference w:id='{id}'/></w:r>");
    let body = format!(
        "<w:p><w:r><w:t>收到12件</w:t></w:r>{}{}{}<w:r><w:t>，办结9件。</w:t></w:r></w:p>",
        mark("footnote", 1),
        mark("endnote", 1),
        mark("footnote", 1)
    );
    let docx = Docx::new(&(body + &p("落款"))).part("word/footnotes.xml", "footnotes", notes).part(
        "word/endnotes.xml",
        "endnotes",
        endnotes,
    );
    check(&docx, "收到12件，办结9件。\n含上年结转。\n落款\n尾注。");
}

#[test]
fn a_note_in_a_table_stands_behind_the_table() {
    let notes = format!("<w:footnotes><w:footnote w:id='1'>{}</w:footnote></w:footnotes>", p("注"));
    let cell = |inner: &str| format!("<w:tc><w:p><w:r><w:t>{inner}</w:t></w:r></w:p></w:tc>");
    let marked = cell("复议").replace("</w:p>", "<w:r><w:footnoteReference w:id='1'/></w:r></w:p>");
    let body = format!(
        "<w:tbl><w:tr>{marked}{}</w:tr><w:tr>{}{}</w:tr></w:tbl>",
        cell("3"),
        cell("诉讼"),
        cell("4")
    );
    check(&Docx::new(&body).part("word/footnotes.xml", "footnotes", notes), "复议\t3\n诉讼\t4\n注");
}

#[test]
fn ruby_symbols_exponents_and_formulas() {
    let ruby = "<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>fa</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>法</w:t></w:r></w:rubyBase></w:ruby></w:r>";
    let symbol = "<w:r><w:sym w:font='Wingdings' w:char='F0FE'/></w:r>";
    let raised = "<w:r><w:t>10</w:t></w:r><w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>4</w:t></w:r>";
    let formula = "<m:oMath><m:f><m:fPr><m:ctrlPr><w:rPr/></m:ctrlPr></m:fPr><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f><m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath>";
    check(&in_paragraph(&format!("{ruby}{symbol}{raised}{formula}")), "法☑10⁴1/2x²");
}

#[test]
fn controls_show_their_content_and_no_prompts() {
    let styles =
        "<w:style w:type='character' w:styleId='a3'><w:name w:val='Placeholder Text'/></w:style>";
    let control = |properties: &str, inner: &str| {
        format!(
            "<w:sdt><w:sdtPr>{properties}<w:rPr/></w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"
        )
    };
    let run = |style: &str, words: &str| {
        format!("<w:r><w:rPr><w:rStyle w:val='{style}'/></w:rPr><w:t>{words}</w:t></w:r>")
    };
    let prompt = control("<w:showingPlcHdr/>", &run("a3", "单击此处输入文字"));
    let stale = control("<w:showingPlcHdr/>", &run("", "长"));
    let typed = control("<w:text/>", &run("a3", "令"));
    let body = control("", &p("甲"))
        + &format!("<w:p>{}{prompt}{stale}{typed}{prompt}</w:p>", run("", "局"));
    check(&Docx::new(&body).styles(styles), "甲\n局长令");
    let cell = |inner: &str| format!("<w:tc><w:p>{inner}</w:p></w:tc>");
    let empty = control("<w:showingPlcHdr/>", &cell(&run("a3", "填写")));
    let table = format!(
        "<w:tbl><w:tr>{}{empty}{}</w:tr></w:tbl>",
        cell(&run("", "项目")),
        cell(&run("", "7"))
    );
    check(&Docx::new(&table).styles(styles), "项目\t\t7");
}

#[test]
fn a_large_initial_begins_its_paragraph() {
    let body = "<w:p><w:pPr><w:framePr w:dropCap='drop'/></w:pPr><w:r><w:t>二</w:t></w:r></w:p>"
        .to_owned()
        + &p("〇二三年，");
    check(&Docx::new(&body), "二〇二三年，");
}

#[test]
fn characters_of_symbol_fonts_are_read_where_they_are_known() {
    let docx = Docx::new(&p("\u{f0a8}是\u{f0fe}否\u{e5e5}"));
    check(&docx, "□是☑否\u{e5e5}");
    assert_eq!(docx.read().losses.len(), 1);
    check(&Docx::new(&p("□是")), "□是");
}
