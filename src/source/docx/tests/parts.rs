use super::*;

#[test]
fn the_main_part_is_found_by_the_relationships() {
    let mut docx = Docx::new(&p("正文"));
    docx.root = "/odd/Main%20Part.xml";
    docx.parts[0].0 = "odd/Main%20Part.xml".to_owned();
    check(&docx, "正文");
    assert_eq!(docx.read().format, SourceFormat::Docx);
}

#[test]
fn the_main_part_is_found_by_its_content_type_or_usual_name() {
    let body = Docx::new(&p("正文")).parts.remove(0).1;
    for kind in [
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
        "application/vnd.ms-word.document.macroEnabled.main+xml",
    ] {
        let types = format!("<Types><Override PartName='/a/b.xml' ContentType='{kind}'/></Types>");
        let bytes = pack(&[("[Content_Types].xml", types.as_bytes()), ("a/b.xml", &body)]);
        assert_eq!(read(&bytes).unwrap().text, "正文\n", "{kind}");
    }
    let bytes = pack(&[("word/document.xml", &body)]);
    assert_eq!(read(&bytes).unwrap().text, "正文\n");
    let bytes = pack(&[("[Content_Types].xml", b"<Types/>".as_slice())]);
    assert_eq!(read(&bytes), Err(SourceError::Damaged));
}

#[test]
fn prefixes_and_namespaces_are_free() {
    let text = "<document xmlns='http://purl.oclc.org/ooxml/wordprocessingml/main'><body><p><r><t>甲</t></r></p></body></document>";
    let bytes = pack(&[("word/document.xml", text.as_bytes())]);
    assert_eq!(read(&bytes).unwrap().text, "甲\n");
    let bytes =
        pack(&[("word/document.xml", text.replace('<', "<x:").replace("<x:/", "</x:").as_bytes())]);
    assert_eq!(read(&bytes).unwrap().text, "甲\n");
}

#[test]
fn a_title_counts_when_the_text_says_it() {
    let title = |words: &str| {
        let core = format!("<cp:coreProperties><dc:title>{words}</dc:title></cp:coreProperties>");
        let mut docx =
            Docx::new(&(p("岭东县水务局2023年") + &p("法治政府建设年度报告") + &p("正文")));
        docx.parts.push(("docProps/core.xml".to_owned(), core.into()));
        docx.read().named_title
    };
    let whole = "岭东县水务局2023年法治政府建设年度报告";
    assert_eq!(title(&format!(" {whole}")).as_deref(), Some(whole));
    for other in
        ["岭东县水务局2022年法治政府建设年度报告", "Microsoft Word - 文档1", "文档1", "正文", ""]
    {
        assert_eq!(title(other), None, "{other}");
    }
}

#[test]
fn what_is_not_read_is_told_once() {
    let blip = "<w:r><w:drawing><pic:pic><a:blip r:embed='image1'/></pic:pic></w:drawing></w:r>";
    let object = "<w:r><w:object><v:shape><v:imagedata r:id='image2'/></v:shape><o:OLEObject r:id='sheet'/></w:object></w:r>";
    let chart = "<w:r><w:drawing><c:chart r:id='chart1'/></w:drawing></w:r>";
    let hidden =
        "<w:r><w:rPr><w:vanish/></w:rPr><w:drawing><a:blip r:embed='image2'/></w:drawing></w:r>";
    let linked = "<w:r><w:pict><v:imagedata r:id='nowhere'/></w:pict></w:r><w:r><w:sym w:font='Webdings' w:char='F041'/></w:r>";
    let docx =
        Docx::new(&format!("<w:p>{blip}{object}{blip}{chart}{hidden}{linked}</w:p>{}", p("正文")))
            .part("word/media/image1.png", "image", "")
            .part("word/media/image2.png", "image", "")
            .part("word/embeddings/sheet.bin", "oleObject", "")
            .part("word/charts/chart1.xml", "chart", "");
    let document = |kind| Loss { kind, place: LossPlace::Document };
    assert_eq!(
        docx.read().losses,
        [
            loss(LossKind::Picture, "word/media/image1.png"),
            loss(LossKind::EmbeddedObject, "word/embeddings/sheet.bin"),
            loss(LossKind::EmbeddedObject, "word/charts/chart1.xml"),
            document(LossKind::Picture),
            document(LossKind::UnknownCharacters),
        ]
    );
}

#[test]
fn chunks_of_other_formats_are_read_where_they_are_text() {
    let page =
        "<html><body><p>网页</p><table><tr><td>复议<td>12<tr><td>诉讼<td>3</table></body></html>";
    let body = p("前")
        + "<w:altChunk r:id='page'/><w:altChunk r:id='plain'/><w:altChunk r:id='inner'/>"
        + &p("后");
    let docx = Docx::new(&body)
        .part("word/page.html", "aFChunk", page)
        .part("word/plain.txt", "aFChunk", "纯文本，共两行。\r\n第二行。")
        .part("word/inner.docx", "aFChunk", Docx::new(&p("内")).bytes());
    let source = docx.read();
    assert_eq!(source.text, "前\n网页\n复议\t12\n诉讼\t3\n纯文本，共两行。\n第二行。\n后\n");
    let span = source.tables[0].rows[1][0].span;
    assert_eq!(&source.text[span.start..span.end], "诉讼");
    assert_eq!(source.losses, [loss(LossKind::EmbeddedObject, "word/inner.docx")]);
}

#[test]
fn parts_that_are_named_and_missing_are_told() {
    let mut docx = Docx::new(&p("正文")).numbering("");
    docx.parts.pop();
    assert_eq!(docx.read().losses, [loss(LossKind::DamagedPart, "word/numbering.xml")]);
}

#[test]
fn a_broken_main_part_is_read_up_to_the_damage() {
    let mut docx = Docx::new(&(p("甲") + &p("乙")));
    let whole = docx.parts[0].1.clone();
    let at = String::from_utf8(whole.clone()).unwrap().find("</w:t></w:r></w:p><w:sectPr").unwrap();
    docx.parts[0].1.truncate(at);
    let source = docx.read();
    assert_eq!(source.text, "甲\n乙\n");
    assert_eq!(source.losses, [loss(LossKind::DamagedPart, "word/document.xml")]);
    docx.parts[0].1 = [&whole[..at], b"</w:p>", &whole[at..]].concat();
    assert_eq!(docx.read().text, "甲\n乙\n");
}

#[test]
fn a_document_of_pictures_alone_is_a_scan() {
    let page = "<w:p><w:r><w:drawing><a:blip r:embed='image1'/></w:drawing></w:r></w:p>";
    let docx = Docx::new(page).part("word/media/image1.png", "image", "");
    assert_eq!(read(&docx.bytes()), Err(SourceError::Scanned));
    assert_eq!(read(&Docx::new("<w:p/>").bytes()), Err(SourceError::Empty));
}
