//! 版面: what stands around the body, told line by line.

use std::ops::Range;

use super::BlockKind;
use super::agency;
use super::document_number;
use super::line::Lines;
use super::metadata::{self, Field};
use super::number::{self, Class};
use super::sign_off;
use super::table::Row;
use super::title;
use crate::text::date::Date;
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

/// What each line is as far as the form of a page tells.
pub(super) struct Shell {
    /// The kinds of the lines that are not body; `None` is body.
    pub(super) kinds: Vec<Option<BlockKind>>,
    /// The lines of the body, with page numbers and the signature in between.
    pub(super) body: Range<usize>,
    /// The lines that make the title.
    pub(super) title: Vec<usize>,
    /// The line of the addressee.
    pub(super) addressee: Option<usize>,
}

/// Tells the body from what stands around it.
pub(super) fn classify(lines: &Lines<'_>, rows: &[Option<Row>]) -> Shell {
    let mut kinds: Vec<Option<BlockKind>> = vec![None; lines.len()];
    let start = body_start(lines, rows);
    let end = body_end(lines, rows, start);
    let mut shell =
        Shell { body: start..end, title: Vec::new(), addressee: None, kinds: Vec::new() };
    shell.read_head(lines, &mut kinds);
    for index in end..lines.len() {
        let is_dated = metadata::entries(lines.words(index))
            .iter()
            .any(|entry| entry.field == Field::Published);
        kinds[index] = Some(if is_dated { BlockKind::Metadata } else { BlockKind::Furniture });
    }
    let start = shell.body.start;
    for index in start..end {
        if is_page_mark(lines, rows, index) {
            kinds[index] = Some(BlockKind::Furniture);
        }
    }
    sign_off::mark(lines, rows, start..end, &mut kinds);
    shell.kinds = kinds;
    shell
}

impl Shell {
    fn read_head(&mut self, lines: &Lines<'_>, kinds: &mut [Option<BlockKind>]) {
        let start = self.body.start;
        if let Some(last) = start.checked_sub(1).filter(|&last| is_addressee(lines.words(last))) {
            kinds[last] = Some(BlockKind::Addressee);
            self.addressee = Some(last);
        }
        for index in 0..start {
            let words = lines.words(index);
            let is_below = index > 0 && is_value_below(lines, index - 1);
            let dated = || Date::parse(words).is_some_and(|(date, _)| date.day.is_some());
            if kinds[index].is_none()
                && (is_metadata(words) || is_below || is_number_line(words) || dated())
            {
                kinds[index] = Some(BlockKind::Metadata);
            }
        }
        if let Some(title) = title::find(lines, 0..start, |index| kinds[index].is_none()) {
            for &index in &title.mentions {
                kinds[index] = Some(BlockKind::Title);
            }
            self.title = title.lines;
        }
        // Headings without numbers may stand between the head and the first paragraph.
        while self.body.start > 0
            && kinds[self.body.start - 1].is_none()
            && !self.title.is_empty()
            && self.title.iter().all(|&line| line < self.body.start - 1)
            && may_be_heading(lines.words(self.body.start - 1))
        {
            self.body.start -= 1;
        }
        for kind in &mut kinds[..self.body.start] {
            *kind = kind.or(Some(BlockKind::Furniture));
        }
    }
}

/// Whether the line below `index` is the value of a label that ends line `index`.
pub(super) fn is_value_below(lines: &Lines<'_>, index: usize) -> bool {
    let entries = metadata::entries(lines.words(index));
    let Some(label) = entries.last().filter(|last| last.value.is_empty()) else { return false };
    let below = lines.words(index + 1);
    let fits = match label.field {
        Field::IndexNumber => {
            below.chars().any(|char| char.is_ascii_digit()) && !title::is_title(below)
        }
        Field::DocumentNumber => {
            document_number::find(below).is_some() || matches!(below, "无" | "/" | "-")
        }
        Field::Published | Field::Date => Date::parse(below).is_some(),
        Field::Issuer | Field::Origin => agency::is_name(&agency::compact(below)),
        Field::Title => title::is_title(below),
        Field::Other => {
            !title::is_title(below)
                && !is_prose(below)
                && below.chars().count() <= 20
                && !opens_body(below)
        }
    };
    fits && !below.is_empty() && metadata::entries(below).is_empty() && !is_page_line(below)
}

/// Whether a line is a document number and nothing else, or with its signer.
pub(super) fn is_number_line(words: &str) -> bool {
    document_number::find(words).is_some_and(|(_, span)| {
        let rest = words[span.end..].trim();
        words[..span.start].trim().is_empty() && (rest.is_empty() || rest.starts_with("签发人"))
    })
}

/// Whether a line names to whom a report is addressed.
fn is_addressee(words: &str) -> bool {
    let Some(names) = words.strip_suffix(':') else { return false };
    let compact = agency::compact(names);
    let mut parts = compact.split(['、', ',', ';']).peekable();
    let is_addressed = |part: &str| {
        let people = [
            "主任",
            "委员",
            "代表",
            "同志",
            "领导",
            "秘书长",
            "书记",
            "省长",
            "市长",
            "县长",
            "区长",
            "常委",
            "各位",
        ];
        agency::ends_name(part) || people.iter().any(|word| part.ends_with(word))
    };
    compact.chars().count() <= 60
        && !compact.contains(['。', '('])
        && parts.peek().is_some()
        && parts.all(is_addressed)
}

/// Whether a line above the first paragraph can be a heading without number.
fn may_be_heading(words: &str) -> bool {
    (4..=26).contains(&words.chars().count())
        && words.chars().all(|char| is_han(char) || matches!(char, '、' | ',' | '“' | '”'))
        && !is_page_line(words)
        && !agency::is_name(words)
        && !title::is_title(words)
}

/// Whether a line is a path through the site.
pub(super) fn is_breadcrumb(words: &str) -> bool {
    let starts = ["首页", "网站首页", "您", "你", "当前位置", "所在位置"]
        .iter()
        .any(|start| words.starts_with(start));
    words.matches(['>', '»', '›']).count() >= 2 || (starts && words.contains(['>', '»', '/', '›']))
}

/// The first line of the body.
fn body_start(lines: &Lines<'_>, rows: &[Option<Row>]) -> usize {
    let starts = |index: usize| {
        let words = lines.words(index);
        let claimed = is_page_line(words)
            || is_metadata(words)
            || is_addressee(words)
            || is_breadcrumb(words);
        let is_title = title::is_title(words) && words.ends_with("报告");
        !claimed && !is_title && rows[index].is_none() && (opens_body(words) || is_prose(words))
    };
    // Where nothing reads like a report, whatever is not the page's is body.
    (0..lines.len()).find(|&index| starts(index)).unwrap_or(0)
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
