use super::*;

/// A page of lines: left edge and base line in millimeters, size in tenths of them, text.
fn page(lines: &[(i32, i32, i32, &str)]) -> Page {
    let mut page = Page { width: 210_000, height: 297_000, ..Page::default() };
    for (left, y, size, text) in lines {
        let (size, mut x) = (size * 100, left * 1000);
        for char in text.chars() {
            let width = if char.is_ascii() { size / 2 } else { size };
            page.glyphs.push(Glyph { char, x, y: y * 1000, width, size });
            x += width;
        }
    }
    page
}

fn ruled(mut page: Page, xs: &[i32], ys: &[i32]) -> Page {
    let (left, right) = (xs[0] * 1000, xs[xs.len() - 1] * 1000);
    let (top, bottom) = (ys[0] * 1000, ys[ys.len() - 1] * 1000);
    for y in ys {
        page.rules.push(Rule { left, right, top: y * 1000, bottom: y * 1000 });
    }
    for x in xs {
        page.rules.push(Rule { left: x * 1000, right: x * 1000, top, bottom });
    }
    page
}

#[track_caller]
fn check(pages: &[Page], expect: &str) -> Sheet {
    let mut sheet = Sheet::default();
    write(pages, &mut sheet);
    assert_eq!(sheet.text, expect);
    sheet
}

/// A line of 28 characters from the left margin at 28 mm to the right one at 168 mm.
const FULL: &str = "全县各级行政机关严格规范公正文明执法行政复议应诉工作稳步";

#[test]
fn full_lines_go_on_and_indented_ones_begin_anew() {
    let shorter: String = FULL.chars().take(26).collect();
    check(
        &[page(&[
            (38, 30, 50, &shorter),
            (28, 40, 50, FULL),
            (28, 50, 50, "推进。"),
            (38, 60, 50, &shorter),
            (38, 70, 50, "二、下一步"),
        ])],
        &format!("{shorter}{FULL}推进。\n{shorter}\n二、下一步\n"),
    );
}

#[test]
fn a_number_that_did_not_fit_leaves_a_line_short() {
    let shorter: String = FULL.chars().take(23).collect();
    let before: String = FULL.chars().take(26).collect();
    check(
        &[page(&[(38, 20, 50, &before), (28, 30, 50, &shorter), (28, 40, 50, "1234567.89元。")])],
        &format!("{before}{shorter}1234567.89元。\n"),
    );
    // Nor do the marks behind it begin a line.
    let shorter = format!("{}9", FULL.chars().take(24).collect::<String>());
    check(
        &[page(&[(38, 20, 50, &before), (28, 30, 50, &shorter), (28, 40, 50, "85.3%；占。")])],
        &format!("{before}{shorter}85.3%；占。\n"),
    );
}

#[test]
fn a_paragraph_goes_on_over_a_page_and_running_lines_go() {
    let first = page(&[
        (80, 15, 40, "某县司法局年度报告"),
        (38, 250, 50, &FULL.chars().take(26).collect::<String>()),
        (28, 260, 50, FULL),
        (100, 285, 40, "— 1 —"),
    ]);
    let second = page(&[
        (80, 15, 40, "某县司法局年度报告"),
        (28, 40, 50, "推进。"),
        (38, 50, 50, "结尾。"),
        (100, 285, 40, "— 2 —"),
    ]);
    let start: String = FULL.chars().take(26).collect();
    check(&[first, second], &format!("{start}{FULL}推进。\n结尾。\n"));
}

#[test]
fn text_at_the_edge_of_one_page_stays() {
    check(
        &[page(&[(80, 20, 60, "年度报告"), (30, 100, 50, "共3件"), (30, 290, 50, "2023年")])],
        "年度报告\n共3件\n2023年\n",
    );
}

#[test]
fn ruled_cells_are_tables_with_what_they_cover() {
    let mut shown = ruled(
        page(&[
            (30, 40, 50, "表前"),
            (32, 58, 40, "类别"),
            (75, 58, 40, "数量"),
            (62, 68, 40, "收到"),
            (92, 68, 40, "办结"),
            (32, 76, 40, "复议"),
            (32, 80, 40, "案件"),
            (62, 78, 40, "12"),
            (92, 78, 40, "9"),
            (30, 100, 50, "表后"),
        ]),
        &[30, 60, 90, 120],
        &[50, 60, 70, 85],
    );
    // 类别 covers two rows, 数量 two columns.
    shown.rules.retain(|rule| !(rule.left == 90_000 && rule.right == 90_000));
    shown.rules.push(Rule { left: 90_000, right: 90_000, top: 60_000, bottom: 85_000 });
    shown.rules.retain(|rule| !(rule.top == 60_000 && rule.bottom == 60_000));
    shown.rules.push(Rule { left: 60_000, right: 120_000, top: 60_000, bottom: 60_000 });
    let sheet = check(&[shown], "表前\n类别\t数量\n收到\t办结\n复议案件\t12\t9\n表后\n");
    let sizes: Vec<Vec<_>> = sheet.tables[0]
        .rows
        .iter()
        .map(|row| row.iter().map(|cell| (cell.columns, cell.rows)).collect())
        .collect();
    assert_eq!(sizes, [vec![(1, 2), (2, 1)], vec![(1, 1); 2], vec![(1, 1); 3]]);
}

#[test]
fn a_table_open_at_its_sides_is_one_and_a_frame_is_none() {
    let mut open = ruled(
        page(&[(32, 58, 40, "复议"), (62, 58, 40, "12"), (32, 68, 40, "应诉"), (62, 68, 40, "3")]),
        &[30, 60, 90],
        &[50, 60, 70],
    );
    open.rules.retain(|rule| rule.left == 60_000 || rule.left < rule.right);
    assert_eq!(check(&[open], "复议\t12\n应诉\t3\n").tables.len(), 1);
    let framed = ruled(page(&[(32, 58, 40, "一段"), (32, 78, 40, "二段")]), &[20, 190], &[20, 280]);
    assert!(check(&[framed], "一段\n二段\n").tables.is_empty());
}

#[test]
fn a_table_over_two_pages_is_one_and_its_head_is_told_once() {
    let part = |y: i32, rows: [(&str, &str); 2]| {
        let [head, row] = rows;
        ruled(
            page(&[
                (32, y + 8, 40, head.0),
                (62, y + 8, 40, head.1),
                (32, y + 18, 40, row.0),
                (62, y + 18, 40, row.1),
            ]),
            &[30, 60, 90],
            &[y, y + 10, y + 20],
        )
    };
    let head = ("类别", "件数");
    let pages = [part(240, [head, ("复议", "12")]), part(30, [head, ("应诉", "3")])];
    assert_eq!(check(&pages, "类别\t件数\n复议\t12\n应诉\t3\n").tables.len(), 1);
}

#[test]
fn spaces_are_told_from_gaps_and_doubled_letters() {
    let mut shown = page(&[(30, 40, 50, "岭东县"), (60, 40, 50, "2024年"), (30, 60, 50, "OFD")]);
    shown.glyphs.extend(page(&[(40, 60, 50, "is 1")]).glyphs);
    let bold = shown.glyphs.clone().into_iter().map(|glyph| Glyph { x: glyph.x + 200, ..glyph });
    shown.glyphs.extend(bold.collect::<Vec<_>>());
    check(&[shown], "岭东县 2024年\nOFD is 1\n");
}

#[test]
fn entries_of_a_table_of_contents_stay_apart() {
    let dots = ".".repeat(40);
    check(
        &[page(&[
            (28, 40, 50, &format!("一、主要工作{dots}1")),
            (28, 50, 50, &format!("二、存在问题{dots}2")),
        ])],
        &format!("一、主要工作{dots}1\n二、存在问题{dots}2\n"),
    );
}

#[test]
fn pages_full_of_rules_end() {
    let mut shown = page(&[(30, 40, 50, "文字")]);
    for n in 0..60_000 {
        let at = (n * 7919) % 200_000;
        shown.rules.push(Rule { left: at, right: at + 3_000, top: n * 4, bottom: n * 4 });
        shown.rules.push(Rule { left: at, right: at, top: n * 4, bottom: n * 4 + 3_000 });
    }
    check(&[shown], "文字\n");
}
