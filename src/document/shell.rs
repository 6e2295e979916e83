//! 版面: what stands around the body, told line by line.

use super::BlockKind;
use super::line::Lines;
use super::metadata;
use super::number::{self, Class};
use super::sign_off;
use super::table::Row;
use crate::text::normalize::is_han;

/// Words that only a page says, with where in the line they stand.
const PAGE_STARTS: &[&str] = &[
    "附件下载",
    "扫一扫",
    "扫码",
    "相关解读",
    "文字解读",
    "图片解读",
    "视频解读",
    "访谈解读",
    "媒体解读",
    "媒体报道",
    "图解",
    "上一篇",
    "下一篇",
    "上一条",
    "下一条",
    "相关链接",
    "相关文章",
    "相关信息",
    "相关新闻",
    "相关附件",
    "相关文件",
    "网友评论",
    "全部留言",
    "最新评论",
    "发表评论",
    "我要评论",
    "主办:",
    "主办单位",
    "承办:",
    "承办单位",
    "版权所有",
    "网站标识码",
    "联系我们",
    "网站地图",
    "关于我们",
    "友情链接",
    "打印",
    "我要打印",
    "关闭",
    "【打印",
    "[打印",
    "【关闭",
    "[关闭",
    "【字体",
    "[字体",
    "分享",
    "收藏",
    "语音播报",
    "语音合成",
    "进入播报",
    "退出播报",
    "听全文",
    "朗读",
    "无障碍",
    "长者",
    "设为首页",
    "加入收藏",
    "请输入",
    "热搜词",
    "搜索",
    "今天是",
    "当前位置",
    "您当前的位置",
    "您的位置",
    "您现在的位置",
    "您所在的位置",
    "所在位置",
    "你的位置",
    "首页",
    "网站首页",
    "登录",
    "注册",
    "T大",
    "T小",
    "视力保护",
    "返回顶部",
    "返回首页",
    "返回列表",
    "回到顶部",
    "您是第",
    "页面版权",
    "技术支持",
    "Copyright",
    "copyright",
    "©",
    "责任编辑",
    "编辑:",
    "【责任编辑",
    "[责任编辑",
    "文章来源",
    "(责任编辑",
    "- 全部留言",
    "附件:下载",
    "浏览次数",
    "字体",
    "字号",
    "官方微信",
    "微信公众号:",
    "微博",
    "手机版",
    "电脑版",
    "网站支持",
    "本网站支持",
    "APP下载",
    "{{",
];
/// Words that make a line the page's wherever they stand in it.
const PAGE_WORDS: &[&str] =
    &["ICP备", "公网安备", "网站标识码", "版权所有", "位访问者", "{{", "扫一扫在手机"];

/// The kinds of the lines that are not body; `None` is body.
pub(super) fn classify(lines: &Lines<'_>, rows: &[Option<Row>]) -> Vec<Option<BlockKind>> {
    let mut kinds: Vec<Option<BlockKind>> = vec![None; lines.len()];
    let start = body_start(lines, rows);
    let end = body_end(lines, rows, start);
    classify_head(lines, &mut kinds[..start]);
    for kind in &mut kinds[end..] {
        *kind = Some(BlockKind::Furniture);
    }
    for index in start..end {
        if is_page_mark(lines, rows, index) {
            kinds[index] = Some(BlockKind::Furniture);
        }
    }
    sign_off::mark(lines, rows, start..end, &mut kinds);
    kinds
}

/// The first line of the body.
fn body_start(lines: &Lines<'_>, rows: &[Option<Row>]) -> usize {
    let starts = |index: usize| {
        let words = lines.words(index);
        !is_page_line(words)
            && !is_metadata(words)
            && rows[index].is_none()
            && (opens_body(words) || is_prose(words))
    };
    let Some(first) = (0..lines.len()).find(|&index| starts(index)) else {
        // Nothing reads like a report: whatever is not the page's is body.
        return 0;
    };
    first
}

/// Whether a line is the first heading of a report.
fn opens_body(words: &str) -> bool {
    number::read(words).is_some_and(|number| number.value == 1 && number.class <= Class::HanBracket)
}

/// Whether a line is running text and not a title, a name or a menu.
fn is_prose(words: &str) -> bool {
    let han = words.chars().filter(|&char| is_han(char)).count();
    let menu = words.matches(['>', '|', '»']).count() >= 2;
    let opening =
        words.starts_with("20") && words.get(4..).is_some_and(|rest| rest.starts_with('年'));
    let stop = words.contains([',', '。']);
    !menu && ((han >= 20 && stop) || (opening && han >= 8 && words.contains(',')))
}

fn is_metadata(words: &str) -> bool {
    let entries = metadata::entries(words);
    entries.first().is_some_and(|first| words[..first.at].chars().count() <= 60)
}

/// Whether a line is one of the page's own.
pub(super) fn is_page_line(words: &str) -> bool {
    let words = words.trim_start_matches([' ', '•', '·', '-', '*', '|', '>', '+', '[', '【']);
    if words.chars().count() > 300 {
        return false;
    }
    (!words.ends_with('。') && PAGE_STARTS.iter().any(|start| words.starts_with(start)))
        || PAGE_WORDS.iter().any(|word| words.contains(word))
}

fn classify_head(lines: &Lines<'_>, kinds: &mut [Option<BlockKind>]) {
    for index in 0..kinds.len() {
        let words = lines.words(index);
        kinds[index] =
            Some(if is_metadata(words) { BlockKind::Metadata } else { BlockKind::Furniture });
    }
}

/// One past the last line of the body: where the foot of the page starts.
fn body_end(lines: &Lines<'_>, rows: &[Option<Row>], start: usize) -> usize {
    // From below: up to the last line that reads like a report.
    let speaks = |index: usize| {
        let words = lines.words(index);
        !is_page_line(words)
            && (is_prose(words) && !is_metadata(words)
                || rows[index].is_some()
                || opens_body(words))
    };
    let last = (start..lines.len()).rev().find(|&index| speaks(index)).unwrap_or(start);
    (last..lines.len()).find(|&index| is_page_line(lines.words(index))).unwrap_or(lines.len())
}

/// Whether a line inside the body belongs to the page or the paper: its number, a running head.
fn is_page_mark(lines: &Lines<'_>, rows: &[Option<Row>], index: usize) -> bool {
    let words = lines.words(index);
    if rows[index].is_some() || words.chars().count() > 40 {
        return false;
    }
    is_page_number(words)
        || is_page_line(words)
        || words.chars().all(|char| matches!(char, '?' | ' ' | '_' | '=' | '-' | '—' | '*'))
}

/// `— 2 —`, `- 2 -`, `第 2 页 共 9 页`, `Page 2`, `P. 2`, `2/9`.
fn is_page_number(words: &str) -> bool {
    let compact: String = words.chars().filter(|char| !char.is_whitespace()).collect();
    let dashes = ['-', '—', '–', '·', '―', '－'];
    let inner = compact.trim_matches(dashes);
    let digits = |text: &str| {
        !text.is_empty() && text.len() <= 3 && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    if digits(inner) && compact.starts_with(dashes) && compact.ends_with(dashes) {
        return true;
    }
    let named = compact
        .strip_prefix("Page")
        .or_else(|| compact.strip_prefix("P."))
        .or_else(|| compact.strip_prefix("page"));
    if named.is_some_and(|rest| rest.starts_with(|char: char| char.is_ascii_digit())) {
        return true;
    }
    let page = compact.strip_prefix('第').and_then(|rest| rest.split_once('页'));
    page.is_some_and(|(number, rest)| {
        digits(number) && (rest.is_empty() || rest.trim_start_matches([',', '/']).starts_with('共'))
    })
}
