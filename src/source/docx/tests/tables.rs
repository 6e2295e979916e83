use super::{Docx, check, p};

fn cell(properties: &str, words: &str) -> String {
    format!("<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>", p(words))
}

fn table(rows: &[String]) -> String {
    let rows: String = rows.iter().map(|row| format!("<w:tr>{row}</w:tr>")).collect();
    format!("<w:tbl><w:tblPr/><w:tblGrid/>{rows}</w:tbl>")
}

/// The cells of each row with the columns and rows that they cover.
fn cells(body: &str) -> Vec<Vec<(String, u16, u16)>> {
    let source = Docx::new(body).read();
    let rows = source.tables.iter().flat_map(|table| &table.rows);
    rows.map(|row| {
        row.iter()
            .map(|it| (source.text[it.span.start..it.span.end].to_owned(), it.columns, it.rows))
            .collect()
    })
    .collect()
}

fn at(words: &str, columns: u16, rows: u16) -> (String, u16, u16) {
    (words.to_owned(), columns, rows)
}

#[test]
fn merged_cells_are_read_once_and_know_what_they_cover() {
    let body = table(&[
        cell("<w:vMerge w:val='restart'/>", "类别") + &cell("<w:gridSpan w:val='2'/>", "数量"),
        cell("<w:vMerge/>", "") + &cell("", "收到") + &cell("", "办结"),
        cell("", "复议") + &cell("", "12") + &cell("", "11"),
    ]);
    check(
        &Docx::new(&(p("表1") + &body + &p("完"))),
        "表1\n类别\t数量\n收到\t办结\n复议\t12\t11\n完",
    );
    assert_eq!(
        cells(&body),
        [
            vec![at("类别", 1, 2), at("数量", 2, 1)],
            vec![at("收到", 1, 1), at("办结", 1, 1)],
            vec![at("复议", 1, 1), at("12", 1, 1), at("11", 1, 1)],
        ]
    );
}

#[test]
fn merges_need_a_start_in_the_row_above() {
    let body = table(&[
        cell("<w:vMerge/>", "甲") + &cell("", "1"),
        cell("<w:vMerge/>", "") + &cell("", "2"),
        cell("", "乙") + &cell("", "3"),
        cell("<w:vMerge/>", "丙") + &cell("", "4"),
    ]);
    assert_eq!(
        cells(&body),
        [
            vec![at("甲", 1, 2), at("1", 1, 1)],
            vec![at("2", 1, 1)],
            vec![at("乙", 1, 1), at("3", 1, 1)],
            vec![at("丙", 1, 1), at("4", 1, 1)],
        ]
    );
}

#[test]
fn empty_rows_go_and_leave_no_gap_in_merges() {
    let body = table(&[
        cell("<w:vMerge w:val='restart'/>", "信访") + &cell("", "来信"),
        cell("<w:vMerge/>", "") + &cell("", " "),
        cell("<w:vMerge/>", "") + &cell("", "来访"),
    ]);
    assert_eq!(cells(&body), [vec![at("信访", 1, 2), at("来信", 1, 1)], vec![at("来访", 1, 1)]]);
}

#[test]
fn columns_left_out_before_a_row_keep_the_others_in_place() {
    let body = table(&[
        cell("", "项目") + &cell("", "件数"),
        "<w:trPr><w:gridBefore w:val='1'/></w:trPr>".to_owned() + &cell("", "7"),
    ]);
    assert_eq!(
        cells(&body),
        [vec![at("项目", 1, 1), at("件数", 1, 1)], vec![at("", 1, 1), at("7", 1, 1)]]
    );
}

#[test]
fn cells_merged_across_in_the_old_way_are_one() {
    let body = table(&[
        cell("<w:hMerge w:val='restart'/>", "合计") + &cell("<w:hMerge/>", "") + &cell("", "9"),
        cell("", "一") + &cell("", "二") + &cell("", "三"),
    ]);
    assert_eq!(cells(&body)[0], [at("合计", 2, 1), at("9", 1, 1)]);
}

#[test]
fn spans_that_lie_are_capped() {
    for span in ["99999999999", "-1", "x", "60000"] {
        let body = table(&[cell(&format!("<w:gridSpan w:val='{span}'/>"), "甲") + &cell("", "乙")]);
        assert_eq!(cells(&body), [[at("甲", 100, 1), at("乙", 1, 1)]], "{span}");
    }
}

#[test]
fn lines_of_a_cell_are_one() {
    let body =
        table(&["<w:tc>".to_owned() + &p("行政") + &p("处罚") + "</w:tc>" + &cell("", "12")]);
    check(&Docx::new(&body), "行政处罚\t12");
}

#[test]
fn tables_that_lay_out_text_are_text() {
    check(
        &Docx::new(&table(&[cell("", "一、总体情况"), cell("", "全年3次。")])),
        "一、总体情况\n全年3次。",
    );
    let inner = table(&[cell("", "复议") + &cell("", "12"), cell("", "诉讼") + &cell("", "3")]);
    let outer = table(&[cell("", "左") + &format!("<w:tc>{}{inner}<w:p/></w:tc>", p("文"))]);
    check(&Docx::new(&outer), "左\n文\n复议\t12\n诉讼\t3");
    let long = p(&"严格规范公正文明执法".repeat(25)).repeat(2);
    let prose = table(&[cell("", "左") + &format!("<w:tc>{long}</w:tc>")]);
    assert!(Docx::new(&prose).read().tables.is_empty());
}

#[test]
fn rows_and_cells_may_stand_in_controls() {
    let control =
        |inner: &str| format!("<w:sdt><w:sdtPr/><w:sdtContent>{inner}</w:sdtContent></w:sdt>");
    let row = format!("<w:tr>{}{}</w:tr>", control(&cell("", "甲")), cell("", "1"));
    check(
        &Docx::new(&format!(
            "<w:tbl>{}<w:tr>{}{}</w:tr></w:tbl>",
            control(&row),
            cell("", "乙"),
            cell("", "2")
        )),
        "甲\t1\n乙\t2",
    );
}

#[test]
fn misplaced_parts_of_tables_keep_their_words() {
    check(&Docx::new(&format!("<w:tr><w:tc>{}</w:tc></w:tr>{}", p("甲"), p("乙"))), "甲\n乙");
    check(&Docx::new(&format!("<w:tbl><w:tc>{}</w:tc>{}</w:tbl>", p("甲"), p("乙"))), "甲\n乙");
}
