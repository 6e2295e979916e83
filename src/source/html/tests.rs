use super::*;

#[track_caller]
fn check(html: &str, expect: &str) {
    assert_eq!(read(html).text.trim_end_matches('\n'), expect);
}

/// The cells of each table row with their sizes.
fn cells(html: &str) -> Vec<Vec<(String, u16, u16)>> {
    let page = read(html);
    page.tables
        .iter()
        .flat_map(|table| &table.rows)
        .map(|row| {
            let words = |span: crate::text::Span| page.text[span.start..span.end].to_owned();
            row.iter().map(|cell| (words(cell.span), cell.columns, cell.rows)).collect()
        })
        .collect()
}

fn cell(words: &str, columns: u16, rows: u16) -> (String, u16, u16) {
    (words.to_owned(), columns, rows)
}

#[test]
fn blocks_are_lines_and_end_where_the_standard_implies() {
    check("<p>一<p>二<div>三</p>四</div>五", "一\n二\n三\n四\n五");
    check("<ul><li>甲<li>乙<ul><li>丙</ul><li>丁</ul>", "甲\n乙\n丙\n丁");
    check("<dl><dt>索引号<dd>1<dt>文号<dd>2</dl>", "索引号\n1\n文号\n2");
    check("<h1>报告<h2>一、成效</h2>正文", "报告\n一、成效\n正文");
    check("<p>收到<b>复议<i>申请</b>12</i>件", "收到复议申请12件");
    check("第一行<br>第二行<br/>第三行", "第一行\n第二行\n第三行");
}

#[test]
fn white_space_is_shown_as_a_browser_does() {
    check("<p>行政复\n    议  案件 \t 12 件</p>", "行政复议 案件 12 件");
    check("<p>&nbsp;&nbsp;一、&#25104;&#x6548;&lt;2023&gt;</p>", "\u{a0}\u{a0}一、成效<2023>");
    check("<p>&nbsp;</p><p></p><p>有</p>", "有");
    check("<pre>一行\n二行</pre>", "一行\n二行");
}

#[test]
fn what_is_not_shown_is_left_out() {
    check("甲<script>var a='<p>乙</p>'</script><style>p{}</style><!-- 丙 -->丁", "甲丁");
    check("甲<select><option>2022<option>2023</select>乙", "甲乙");
    check("<p>甲<svg><title>图</title><text>乙</text></svg>丙", "甲丙");
    check(
        "<div style='DISPLAY: none'>藏<p>藏</div><p hidden>藏</p><p>显示的文字</p>",
        "显示的文字",
    );
    check("<p>现<span style='display:none'>藏<span>藏</span></span>示的文字</p>", "现示的文字");
    check("<p><ruby>法<rp>(</rp><rt>fa</rt><rp>)</rp></ruby>治</p>", "法治");
    check("甲<![CDATA[乙]]><?php 丙 ?>丁", "甲丁");
}

#[test]
fn elements_left_open_do_not_swallow_the_page() {
    check("<p>甲<select><option>2022<p>乙</p>", "甲\n乙");
    check("<div>甲<span hidden>藏</div><p>后面的文字</p>", "甲\n后面的文字");
    check("<p>甲<button>打印<div>乙</div>", "甲\n乙");
}

#[test]
fn a_page_that_shows_itself_by_script_is_read_all_the_same() {
    let body = "<p>一、全年办理案件12件，均已办结。</p>".repeat(4);
    let page = read(&format!("<div>首页</div><div style='display:none'>{body}</div>"));
    assert_eq!(page.text.matches("办理案件12件").count(), 4);
}

#[test]
fn table_rows_are_lines_with_their_cells() {
    let html = "<p>前</p><table><caption>表1</caption><tr><th rowspan=2>类别<th colspan='2'>数量\
                <tr><td>收到<td><p>办</p><p>结</p><tr><td>复议<td>12<td>11</table><p>后</p>";
    check(html, "前\n表1\n类别\t数量\n收到\t办结\n复议\t12\t11\n后");
    assert_eq!(
        cells(html),
        [
            vec![cell("类别", 1, 2), cell("数量", 2, 1)],
            vec![cell("收到", 1, 1), cell("办结", 1, 1)],
            vec![cell("复议", 1, 1), cell("12", 1, 1), cell("11", 1, 1)],
        ]
    );
}

#[test]
fn empty_cells_keep_their_place_and_empty_rows_go() {
    let html = "<table><tr><td rowspan=3>信访<td>来信<td><tr><td><td><tr><td>来访<td>3</table>";
    check(html, "信访\t来信\t\n来访\t3");
    assert_eq!(cells(html)[0][0], cell("信访", 1, 2));
}

#[test]
fn spans_are_capped_and_repaired() {
    let html = "<table><tr><td colspan=99999999999>甲<td rowspan=0>乙<tr><td colspan=-3>丙<td colspan=x>丁</table>";
    let cells = cells(html);
    assert_eq!(cells[0], [cell("甲", 100, 1), cell("乙", 1, 2)]);
    assert_eq!(cells[1], [cell("丙", 1, 1), cell("丁", 1, 1)]);
}

#[test]
fn tables_that_lay_out_the_page_are_blocks() {
    check("<table><tr><td><p>标题</p><p>正文</p></table>", "标题\n正文");
    let inner = "<table><tr><td>复议<td>12<tr><td>诉讼<td>3</table>";
    check(&format!("<table><tr><td>左<td><p>文</p>{inner}</table>"), "左\n文\n复议\t12\n诉讼\t3");
    let prose = format!("<p>{}</p>", "严格规范公正文明执法".repeat(25));
    let page = read(&format!("<table><tr><td>左<td>{prose}{prose}</table>"));
    assert!(page.tables.is_empty());
}

#[test]
fn broken_tables_keep_their_words() {
    check("<table>甲<tr>乙<td>丙</table>", "甲\n乙\n丙");
    check("<tr><td>甲</td><td>乙</td></tr>", "甲\n乙");
    check("<table><tr><td>甲<td>乙<table><tr><td>丙<td>丁</table>戊", "甲\n乙\n丙\t丁\n戊");
    check("<table><tr><td>甲</div></p><td>乙</table>", "甲\t乙");
}

/// A page of a fictional portal.
const PORTAL: &str = r#"<!DOCTYPE html><html><head><meta charset="utf-8">
<meta name="ArticleTitle" content="岭东县水务局2023年法治政府建设年度报告">
<title>岭东县水务局2023年法治政府建设年度报告_岭东县人民政府</title></head><body>
<div class="topNav"><a href="/">首页</a><a href="/a">县情</a><a href="/b">公开</a><a href="/c">服务</a></div>
<div class="crumbs">当前位置：<a href="/">首页</a> &gt; <a href="/x">水务局</a> &gt; <a href="/y">法治</a> &gt; <a href="/z">年报</a></div>
<table><tr><td>索引号：</td><td>LD-2024-0007</td><td>发布日期：</td><td>2024-01-20</td></tr></table>
<h1>岭东县水务局2023年法治政府建设年度报告</h1>
<div>发布时间：2024-01-20 来源：<a href="/sw">县水务局</a></div>
<div class="shareBox">分享到：<a href="javascript:;">微信</a></div>
<div id="content"><p>　　一、主要举措</p><p>　　全年开展检查36次。</p></div>
<ul><li><a href="/1">上一年报告</a><li><a href="/2">办事指南</a><li><a href="/3">公告</a><li><a href="/4">通知</a></ul>
<footer>主办：岭东县人民政府　网站标识码：0000000001</footer></body></html>"#;

#[test]
fn furniture_of_a_portal_goes_and_breadcrumb_metadata_and_byline_stay() {
    check(
        PORTAL,
        "当前位置：首页 > 水务局 > 法治 > 年报\n索引号：\tLD-2024-0007\t发布日期：\t2024-01-20\n\
         岭东县水务局2023年法治政府建设年度报告\n发布时间：2024-01-20 来源：县水务局\n\
         \u{3000}\u{3000}一、主要举措\n　　全年开展检查36次。",
    );
    let title = read(PORTAL).named_title;
    assert_eq!(title.as_deref(), Some("岭东县水务局2023年法治政府建设年度报告"));
}

#[test]
fn names_of_furniture_do_not_drop_the_report() {
    let body = "全年开展检查36次。办结案件3件。".repeat(3);
    check(&format!("<div class=footer><p>{body}</div>"), &body);
}

#[test]
fn pages_and_their_pieces_are_told_from_text() {
    for html in [
        PORTAL,
        "<p>一</p>",
        "\n <DIV class=a>一</DIV>",
        "<!--StartFragment--><span>一</span>",
        "Version:0.9\r\nStartHTML:0000000105\r\nEndHTML:1\r\n<html><body>一",
        "<?xml version='1.0'?><html><body>一",
        "一、成效<br>二、不足<br/>三、打算<br>",
    ] {
        assert!(is_html(html), "{html}");
    }
    for text in [
        "",
        "一、成效",
        "<法治>报告",
        "首页 > 公开 < 返回",
        "<2023年>\n一",
        "甲<br>\n乙\n丙\n丁\n戊\n己\n庚\n",
    ] {
        assert!(!is_html(text), "{text}");
    }
}

#[test]
fn the_clipboard_header_is_no_text() {
    check("Version:0.9\r\nStartHTML:1\r\nSourceURL:x\r\n<html><!--StartFragment--><p>一</p>", "一");
}

#[test]
fn hostile_nesting_ends() {
    let deep = 100_000;
    check(&("<div>".repeat(deep) + "甲" + &"</div>".repeat(deep)), "甲");
    check(&("<table><tr><td>".repeat(deep) + "甲"), "甲");
    check(&("<b>".repeat(deep) + "甲" + &"</p></td></li>".repeat(deep)), "甲");
    check(&("<p><ul><li>".repeat(deep) + "甲"), "甲");
    let text = read(&"<table><tr><td>甲".repeat(2000)).text;
    assert_eq!(text.lines().count(), 2000);
}
