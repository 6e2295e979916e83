//! 页面: what only a page or a sheet of paper says, and no report.

use std::sync::LazyLock;

use super::agency;
use super::line::Lines;
use super::number;
use super::table::Row;
use crate::text::words::WordList;

/// What lines of a page start with: menus, share bars, audio players, related links, comments, imprints.
const STARTS: &str = "\
    附件下载 扫一扫 扫码 相关解读 文字解读 图片解读 视频解读 访谈解读 媒体解读 媒体报道 图解 上一篇 下一篇 上一条 下一条 \
    相关链接 相关文章 相关信息 相关新闻 相关附件 相关文件 网友评论 全部留言 最新评论 发表评论 我要评论 主办: 主办单位 承办: \
    承办单位 版权所有 网站标识码 联系我们 网站地图 关于我们 友情链接 打印 我要打印 关闭 分享 收藏 语音播报 语音合成 进入播报 \
    退出播报 听全文 朗读 无障碍 长者 设为首页 加入收藏 请输入 热搜词 搜索 今天是 当前位置 您当前的位置 您的位置 您现在的位置 \
    您所在的位置 所在位置 你的位置 首页 网站首页 登录 注册 T大 T小 视力保护 返回顶部 返回首页 返回列表 回到顶部 您是第 \
    页面版权 技术支持 Copyright copyright © 责任编辑 编辑: 文章来源 附件:下载 浏览次数 字体 字号 官方微信 微信公众号: 微博 \
    手机版 电脑版 网站支持 本网站支持 本站支持 APP下载 {{ 地址: 联系地址 邮编 建议使用 为确保最佳浏览 网站声明 免责声明 \
    隐私声明 法律声明 站点地图 点击排行 推荐阅读 热门推荐 猜你喜欢";
/// What makes a line the page's wherever it stands in it.
const MARKS: &str = "ICP备 公网安备 网站标识码 版权所有 位访问者 {{ 扫一扫在手机 分辨率";
static START_LIST: LazyLock<WordList> = LazyLock::new(|| WordList::by_first(STARTS.split(' ')));
static MARK_LIST: LazyLock<WordList> = LazyLock::new(|| WordList::by_first(MARKS.split(' ')));
/// The longest line of a page's widget inside the body, in characters.
const WIDGET: usize = 14;
/// The longest line of a table of contents, in characters.
const CONTENTS_LINE: usize = 80;

/// Whether a line is one of the page's own.
pub(super) fn is_page_line(words: &str) -> bool {
    let words = words.trim_start_matches([' ', '•', '·', '-', '*', '|', '>', '+', '[', '【', '(']);
    if words.len() > 300 * 4 || words.chars().count() > 300 {
        return false;
    }
    (!words.ends_with('。') && START_LIST.at_start(words).is_some()) || MARK_LIST.stands_in(words)
}

/// Whether a line is a path through the site.
pub(super) fn is_breadcrumb(words: &str) -> bool {
    let starts = ["首页", "网站首页", "您", "你", "当前位置", "所在位置"];
    let starts = starts.iter().any(|start| words.starts_with(start));
    words.matches(['>', '»', '›']).count() >= 2 || (starts && words.contains(['>', '»', '/', '›']))
}

/// Whether a line inside the body belongs to the page or the paper: its number, a widget, a rule.
pub(super) fn is_page_mark(words: &str) -> bool {
    if words.len() > 40 * 4 {
        return false;
    }
    let chars = words.chars().count();
    let is_rule =
        || words.chars().all(|char| matches!(char, '?' | ' ' | '_' | '=' | '-' | '—' | '*'));
    chars <= 40 && (is_page_number(words) || (chars <= WIDGET && is_page_line(words)) || is_rule())
}

/// `— 2 —`, `- 2 -`, `第 2 页 共 9 页`, `Page 2`, `P. 2`.
fn is_page_number(words: &str) -> bool {
    if !words.trim_start().starts_with(['-', '—', '–', '·', 'P', 'p', '第']) {
        return false;
    }
    let compact = agency::compact(words);
    let dashes = ['-', '—', '–', '·'];
    let is_number = |text: &str| {
        !text.is_empty() && text.len() <= 3 && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    if compact.starts_with(dashes)
        && compact.ends_with(dashes)
        && is_number(compact.trim_matches(dashes))
    {
        return true;
    }
    let named = ["Page", "page", "P."].iter().find_map(|name| compact.strip_prefix(name));
    if named.is_some_and(|rest| rest.starts_with(|char: char| char.is_ascii_digit())) {
        return true;
    }
    let page = compact.strip_prefix('第').and_then(|rest| rest.split_once('页'));
    page.is_some_and(|(number, rest)| {
        is_number(number)
            && (rest.is_empty() || rest.trim_start_matches([',', '/']).starts_with('共'))
    })
}

/// The lines of a table of contents (目录), its own heading included.
pub(super) fn contents(lines: &Lines<'_>, rows: &[Option<Row>]) -> std::ops::Range<usize> {
    let is_heading = |words: &str| {
        words.len() <= CONTENTS_LINE && words.starts_with('目') && agency::compact(words) == "目录"
    };
    let heading = (0..lines.len()).find(|&index| is_heading(lines.words(index)));
    let Some(heading) = heading else { return 0..0 };
    let entry = |index: usize| {
        let words = agency::compact(lines.words(index));
        words
            .trim_end_matches(|char: char| {
                char.is_ascii_digit() || matches!(char, '.' | '…' | '·' | '-' | '—')
            })
            .to_owned()
    };
    let first = entry(heading + 1);
    if number::read(&first).is_none() {
        return 0..0;
    }
    // The contents end where their first entry comes again, as a heading.
    let fits =
        |index: usize| lines.words(index).chars().count() <= CONTENTS_LINE && rows[index].is_none();
    let end = (heading + 2..lines.len())
        .take_while(|&index| fits(index))
        .find(|&index| entry(index) == first);
    end.map_or(0..0, |end| heading..end)
}
