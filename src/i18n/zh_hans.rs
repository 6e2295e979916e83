//! 简体中文.

use std::cmp::Ordering;

use super::{
    ChartMessages, Explanation, FindMessages, Language, ListingColumns, ListingMessages, Messages,
    Problem, grouped,
};
use crate::chart::Kind;
use crate::check::{Verdict, wording};
use crate::diagnostic::DiagnosticCode;
use crate::source::{Loss, LossKind, LossPlace, SourceError};
use crate::statistic::{Approximation, Change, Direction, StatisticKind, Topic};
use crate::text::date;

/// 简体中文.
pub const ZH_HANS: Messages = Messages {
    language: Language::ZhHans,
    code: "zh-Hans",
    settings: "更多",
    reading_aids: super::aids::ZH_HANS,
    language_label: "语言",
    date: date::in_words,
    separator: "、",
    gap: "",
    gloss: |_, _| "",
    indicator_name: |name| name,
    stage: |_, label| label,
    name: "法鉴",
    purpose: "打开一份法治政府建设年度报告，看清它的结构、数据和每个数据的出处。",
    drop_here: "把报告拖到这里",
    formats: "文本、网页、Word、WPS、PDF、OFD 文件和压缩包，可一次打开多份",
    release: "松开即可打开",
    save: "存为单个文件",
    not_saved: "没有存成：浏览器没有写出文件，或网站上缺少 fajian.html。请刷新页面再试，或用单文件版打开报告后再存。",
    choose_file: "选择文件",
    paste: "粘贴",
    samples: "没有报告在手边？先看样例",
    sample: [
        ("数据详尽的报告", "复议、诉讼、信访俱全"),
        ("未提诉讼的报告", "看未披露如何标出"),
        ("繁体网页的报告", "夹杂导航等网页内容"),
    ],
    privacy: "报告只在您的浏览器里读取，不会上传。打开一份之后断开网络，照样可用，一试便知。",
    skip: "跳到正文",
    open: "打开",
    elder: "长者版",
    appearance: "外观",
    appearances: ["随系统", "浅色", "深色", "高对比白底", "高对比黑底", "高对比黄字"],
    paste_title: "粘贴报告",
    paste_label: "在网页或文档里全选、复制，再粘贴到这里",
    paste_submit: "读取",
    close: "关闭",
    pasted_name: "粘贴的内容",
    unnamed: "未命名",
    reading: |name| format!("正在读取“{name}”"),
    cancel: "取消",
    kept: "原来打开的报告还在。",
    failed: |name| format!("没能打开“{name}”"),
    reading_several: |done, count| format!("共 {count} 份，已读 {done} 份。"),
    opened_several: |opened| format!("已打开 {opened} 份报告，可在顶部切换。"),
    open_reports: "已打开的报告",
    losses: "文件中没有读到的内容",
    loss: loss_words,
    partial: "只读懂了一部分",
    partial_damaged: |count| {
        format!("有 {count} 处文字已损坏，用“�”标出。请换用原始文件，或重新保存后再打开。")
    },
    partial_unlike: "这份文件里没有标题、章节和数据，不像年度报告。若选错了文件，请打开报告的原文。",
    not_kept: "选择没有保存：浏览器不让本页存储。这次照常有效；要长久有效，请在浏览器里允许本站存储数据。",
    partial_sections: "没有认出章节标题，大纲为空。",
    partial_statistics: "没有读到数据。若原文的数据在图片里，请换用文字版。",
    views: ["概览", "正文", "数据", "图表", "核查"],
    verdict: |verdict| match verdict {
        Verdict::Fail => "不符",
        Verdict::Warn => "存疑",
        Verdict::Unknown => "不明",
        Verdict::Ok => "相符",
    },
    check_kind: wording::ZH_HANS.kind,
    checks_note: "按印出的数字和规定逐项核对，只说相符与否，不作评判；证据不足的标为不明。",
    checks_none: "没有可以核查的内容。",
    checks_hold: |count| format!("相符的 {count} 项"),
    checks_count: |verdict, count| format!("{verdict} {count} 项"),
    check_source: |source| format!("依据：{source}"),
    outline: "大纲",
    no_outline: "没有认出章节标题。",
    year: |year| format!("{year}年度"),
    published: "发布日期",
    signed: "成文日期",
    document_number: "发文字号",
    index_number: "索引号",
    addressee: "主送机关",
    file: "文件",
    encoding: "文字编码",
    untitled: "（原文没有标题）",
    counts: |sections, statistics| format!("{sections} 个章节，{statistics} 项数据"),
    key_figures: "主要数据",
    undisclosed: "未披露",
    undisclosed_note: |topic| format!("全文没有{topic}的数据。未披露不等于没有。"),
    furniture: |count| format!("网页附带内容（{count} 行）"),
    table: "原文表格",
    statistics: |count| format!("数据（{count} 项）"),
    part_of: |parent| format!("其中，属于“{parent}”"),
    period: period_words,
    indicator: |indicator| format!("指标：{indicator}"),
    zero: "原文写明为零",
    approximation: |approximation| match approximation {
        Approximation::About => (true, "约"),
        Approximation::Over => (false, "余"),
        Approximation::Under => (true, "不足"),
        Approximation::Nearly => (true, "近"),
    },
    change: change_words,
    topic: |topic| match topic {
        Topic::Reconsideration => "行政复议",
        Topic::Litigation => "行政诉讼",
        Topic::Petition => "信访",
        Topic::Enforcement => "行政执法",
        Topic::NormativeDocument => "规范性文件",
        Topic::Decision => "重大决策与合法性审查",
        Topic::Publicity => "普法宣传",
        Topic::Training => "学法培训",
        Topic::Disclosure => "政务公开",
        Topic::Approval => "行政审批",
        Topic::Mediation => "调解与公共法律服务",
        Topic::Procuratorial => "检察建议与司法建议",
        Topic::Hearing => "听证",
        Topic::LegalCounsel => "法律顾问与公职律师",
        Topic::Other => "其他",
    },
    not_counted: |count| format!("看到但没有计入的（{count} 处）"),
    more: |count| format!("另有 {count} 处"),
    diagnostic: |code| match code {
        DiagnosticCode::Target => "目标或计划，不是结果",
        DiagnosticCode::Requirement => "法规或制度的要求",
        DiagnosticCode::Ordinal => "序号、条款或届次",
        DiagnosticCode::Hotline => "热线或系统的名称",
        DiagnosticCode::Slogan => "名称里的数字",
        DiagnosticCode::NoUnit => "没有单位，看不出数的是什么",
        DiagnosticCode::Placeholder => "该填数字处是空的",
        DiagnosticCode::HeadingGap => "章节序号重复或跳号",
        DiagnosticCode::DamagedText => "文字已损坏",
    },
    problem: explanation,
    export: super::export::ZH_HANS,
    compare: super::compare::ZH_HANS,
    chart: ChartMessages {
        flow: |topic| format!("{topic}案件办理情况"),
        channels: "信访渠道",
        rates: |topic| format!("{topic}的比率"),
        counts: |topic| format!("{topic}各项数量"),
        subtitle: |measure, unit, year| {
            let mut line = measure.to_owned();
            if !unit.is_empty() {
                line.push_str(&format!(" · 单位：{unit}"));
            }
            if let Some(year) = year {
                line.push_str(&format!(" · {year}年"));
            }
            line
        },
        join: |facts| facts.join("，"),
        fact: |label, shown| format!("{label}{shown}"),
        most: |label, shown| format!("{label}最多，{shown}"),
        most_result: |label, shown| format!("结果以{label}最多（{shown}）"),
        range: |high, low| format!("{}最高，{}；{}最低，{}", high.0, high.1, low.0, low.1),
        all_same: |count, shown| format!("{count} 项比率均为{shown}"),
        largest: |shown, all| format!("共 {all} 项，图中是最大的 {shown} 项"),
        remainder: "斜线：所属总数中的其余部分",
        item: "项目",
        value: "数值",
        share: "占比",
        source: "出处",
        share_of: |whole, percent| format!("占{whole}{percent}%"),
        show_table: "数据表",
        place: |numbers| format!("本报告{numbers}"),
        from: "来源：",
        whole_report: "本报告",
        kind_label: "图形",
        kind: |kind| match kind {
            Kind::Funnel => "逐级条形",
            Kind::Bars => "条形",
            Kind::Stacked => "分段条形",
            Kind::Grouped => "两年对照",
            Kind::Dots => "点图",
            Kind::Line => "折线",
            Kind::Panels => "分主题点图",
        },
        this_year: |year| year.map_or_else(|| "本年".to_owned(), |year| format!("{year}年")),
        year_before,
        computed: |year| format!("{}，按印出的增减推算", year_before(year)),
        earlier: |shown, is_computed| {
            format!("上年{shown}{}", if is_computed { "（按印出的增减推算）" } else { "" })
        },
        earlier_head: "上年",
        computed_mark: "按印出的增减推算",
        about: "约",
        two_years: |topic| format!("{topic}与上年对照"),
        changed: |label, before, now, order| match order {
            Ordering::Greater => format!("{label}由上年的{before}升至{now}"),
            Ordering::Less => format!("{label}由上年的{before}降至{now}"),
            Ordering::Equal => format!("{label}{now}，与上年持平"),
        },
        years: |indicator, from, to| format!("{indicator}，{from}—{to}年"),
        went: |indicator, first, last, order| match order {
            Ordering::Greater => {
                format!("{indicator}由{}的{}升至{}的{}", first.0, first.1, last.0, last.1)
            }
            Ordering::Less => {
                format!("{indicator}由{}的{}降至{}的{}", first.0, first.1, last.0, last.1)
            }
            Ordering::Equal => format!("{indicator}{}与{}均为{}", first.0, last.0, last.1),
        },
        through_reports: "逐年变化（已打开的各年报告）",
        across: "其他主题的比率",
        across_name: "其他主题",
        full_rates: |count, full, lowest| {
            format!("{count} 项比率中 {full} 项为100%，{}最低，{}", lowest.0, lowest.1)
        },
        national: |shown, year| format!("全国{shown}%（{year}年）"),
        national_head: "全国",
        national_note: |indicator, year, definition, source| {
            format!("竖线为全国{year}年{indicator}：{definition}。来源：{source}。")
        },
        keys: "方向键在各项间移动，回车到原文，Esc 离开",
    },
    find: FindMessages {
        label: "查找",
        previous: "上一处",
        next: "下一处",
        clear: "结束查找",
        nothing: "没有找到",
        place: |number, count, is_more| {
            format!("第 {number} 处，共 {}{count} 处", if is_more { "至少 " } else { "" })
        },
    },
    listing: ListingMessages {
        widen: "展开为表格",
        narrow: "收起表格",
        filter: "筛选数据",
        kinds: "类别",
        all_topics: "全部主题",
        all_sections: "全部章节",
        all_kinds: "全部类别",
        kind: |kind| match kind {
            StatisticKind::Count => "数量",
            StatisticKind::Part => "其中（属于某总数）",
            StatisticKind::Rate => "比率",
            StatisticKind::Amount => "金额",
            StatisticKind::Zero => "零",
            StatisticKind::Change => "有同比变化",
            StatisticKind::ChangeOnly => "只有变化",
            StatisticKind::Period => "往年或累计",
        },
        choice: |name, count| format!("{name}（{count}）"),
        shown: |shown, all| {
            if shown == all { format!("{all} 项") } else { format!("{all} 项中的 {shown} 项") }
        },
        none: "没有符合条件的数据。",
        clear: "清除筛选",
        copy: "复制表格",
        copied: |rows| format!("已复制 {rows} 行，可粘贴到电子表格。"),
        not_copied: "浏览器不允许复制，请选中表格后手动复制。",
        chart: "看图表",
        columns: ListingColumns {
            name: "指标",
            topic: "主题",
            value: "数值",
            change: "变化",
            parent: "所属",
            period: "期间",
            section: "章节",
            source: "原文",
        },
        copied_columns: [
            "名称",
            "规范指标",
            "主题",
            "数值",
            "单位",
            "约数",
            "变化",
            "所属",
            "期间",
            "章节",
            "原文",
        ],
    },
};

fn year_before(year: Option<i32>) -> String {
    year.map_or_else(|| "上年".to_owned(), |year| format!("{}年", year - 1))
}

fn explanation(problem: Problem) -> Explanation {
    let (what, next) = match problem {
        Problem::Source(error) => source_words(error),
        Problem::TooLarge => {
            ("文件超过 50 MB，一份报告不会这么大。", "请只保留报告正文，另存后再打开。")
        }
        Problem::NotReadable => {
            ("浏览器没能读取它，可能是文件夹，或文件已被移走。", "请重新选择文件。")
        }
        Problem::NoReaders => {
            ("读这种文件的部件没有加载成功。", "请检查网络后重试，或复制报告全文粘贴到这里。")
        }
        Problem::Stopped => ("读取中途停止了。", "请再试一次；若仍然停止，请改为粘贴报告全文。"),
        Problem::NothingGiven => {
            ("没有收到文件，也没有收到文字。", "请拖入文件，或复制报告全文再粘贴。")
        }
    };
    Explanation { what, next }
}

fn source_words(error: SourceError) -> (&'static str, &'static str) {
    match error {
        SourceError::Empty => {
            ("里面没有文字。", "请确认文件不是空的，或直接复制报告全文粘贴进来。")
        }
        SourceError::OpenDocument | SourceError::RichText => {
            ("还读不了这种文档。", "请打开它，另存为 DOCX，再拖进来。")
        }
        SourceError::Spreadsheet => {
            ("这是电子表格或幻灯片，不是报告正文。", "请打开报告正文，全选、复制，再粘贴到这里。")
        }
        SourceError::WebArchive => {
            ("这是 Safari 打包保存的网页，还读不了。", "请复制网页内容粘贴进来，或另存为网页文件。")
        }
        SourceError::Archive => ("还读不了这种压缩包。", "请先解压，再打开里面的报告。"),
        SourceError::Folder => ("压缩包里有多个文件。", "请先解压，再打开里面的报告。"),
        SourceError::EmptyFolder => {
            ("压缩包里没有能读的文档。", "请确认没有拿错压缩包，或先解压再打开里面的报告。")
        }
        SourceError::Damaged => {
            ("文件不完整或已损坏，没有读出文字。", "请重新下载，或用原程序打开后另存一份。")
        }
        SourceError::Locked => ("文件加了密码。", "请用原程序打开，去掉密码另存后再试。"),
        SourceError::Scanned => {
            ("没有读出文字：每一页都是图片（扫描件）。", "请换用文字版，或先做文字识别。")
        }
        SourceError::TooMuch => {
            ("文件展开后太大，一份报告不会这么大。", "请只保留报告正文，另存后再打开。")
        }
        SourceError::NoReader => {
            ("还读不了这种文档。", "请打开文档，全选、复制，再粘贴到这里，表格会一并带来。")
        }
        SourceError::Picture => ("没有读出文字：这是一张图片。", "请换用文字版，或先做文字识别。"),
        SourceError::NotText => (
            "这不是可以读的文档（文本、网页、Word、PDF、OFD）。",
            "请在原程序里打开它，全选、复制，再粘贴到这里。",
        ),
        SourceError::Unreadable => {
            ("没有读出文字：文件的编码无法识别。", "请另存为 UTF-8 文本，或复制全文粘贴进来。")
        }
    }
}

fn loss_words(loss: &Loss) -> String {
    let what = match loss.kind {
        LossKind::Picture => "图片，其中可能有文字",
        LossKind::ScannedPage => "扫描页，没有文字",
        LossKind::EmbeddedObject => "嵌入的图表或文档",
        LossKind::Attachment => "附件",
        LossKind::UnknownCharacters => "文件没有说明的字符",
        LossKind::DamagedPart => "损坏或缺失的部分",
        LossKind::LockedPart => "加了密码的部分",
        LossKind::BeyondLimit => "超出上限的部分",
        LossKind::OtherFile => "不是文档的文件",
    };
    match &loss.place {
        LossPlace::Document => what.to_owned(),
        LossPlace::Page(page) => format!("第 {page} 页：{what}"),
        LossPlace::Part(name) => format!("{name}：{what}"),
    }
}

fn change_words(change: &Change) -> String {
    let size = change.value.map(grouped).unwrap_or_default();
    // A unit says nothing without a size.
    let unit = change.unit.as_deref().filter(|_| !size.is_empty()).unwrap_or_default();
    if unit == "ratio" {
        return format!("是上年的{size}倍");
    }
    let mut words = match change.direction {
        Direction::Up => format!("同比上升{size}{unit}").trim_end().to_owned(),
        Direction::Down => format!("同比下降{size}{unit}").trim_end().to_owned(),
        Direction::Flat => "与上年持平".to_owned(),
    };
    if let Some(from) = change.from {
        words.push_str(&format!("（上年{}）", grouped(from)));
    }
    words
}

/// An ISO 8601 interval in words: `2020-07-03/..` → 2020年7月3日起.
fn period_words(period: &str) -> String {
    let date = date::in_words;
    match period.split_once('/') {
        Some((start, "..")) => format!("时段：{}起", date(start)),
        Some(("..", end)) => format!("时段：截至{}", date(end)),
        Some((start, end)) => format!("时段：{}至{}", date(start), date(end)),
        None => format!("时段：{}", date(period)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_are_said_as_reports_say_them() {
        let change = |direction, value, unit: &str, from| Change {
            direction,
            value,
            unit: Some(unit.to_owned()),
            from,
        };
        let words = |change| (ZH_HANS.change)(&change);
        assert_eq!(words(change(Direction::Up, Some(21.8), "%", None)), "同比上升21.8%");
        assert_eq!(
            words(change(Direction::Down, Some(1.2), "个百分点", Some(98.0))),
            "同比下降1.2个百分点（上年98）"
        );
        assert_eq!(words(change(Direction::Up, Some(3.0), "ratio", None)), "是上年的3倍");
        assert_eq!(words(change(Direction::Flat, None, "", None)), "与上年持平");
    }

    #[test]
    fn periods_are_read_out() {
        assert_eq!((ZH_HANS.period)("2020-07-03/.."), "时段：2020年7月3日起");
        assert_eq!((ZH_HANS.period)("2023-01/2023-06"), "时段：2023年1月至2023年6月");
    }
}
