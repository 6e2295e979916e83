//! 简体中文.

use super::CompareMessages;

/// 简体中文.
pub(in crate::i18n) const ZH_HANS: CompareMessages = CompareMessages {
    name: "对比",
    link: "与其他报告对比",
    invite: [
        "再打开一份报告，就能对比。",
        "同一机关上一年的报告：哪些文字原样照搬，哪些数据没有变，上年的安排有没有下文。",
        "邻近地方或同类部门的报告：同一指标各是多少，谁披露了，谁没有披露。",
    ],
    choice: |chosen, all| format!("参加对比的报告（{all} 份中选 {chosen} 份）"),
    no_issuer: "机关不明",
    no_year: "年度不明",
    pair: "与上年比照",
    pair_choice: "比照哪两年",
    pair_name: |earlier, later| format!("{earlier} → {later}"),
    no_pair: "选中的报告里，没有同一机关不同年度的两份，所以只对照数据，不逐句比照。",
    waiting: "正在逐句比照两份报告……",
    retry: "重新比照",
    broken: "逐句比照停止了。",
    other_issuer: "有一份报告没有写明机关，不能确定两份出自同一机关。",
    apart: |earlier, later| format!("两份报告分别是 {earlier} 年度和 {later} 年度，并不相邻。"),
    year_unknown: "有一份报告看不出年度，先后按打开的次序。",
    pair_note: "只列相同与变化，不作评判：职责、法条和常规工作本来就会重复。",
    carried: "逐字相同的文字",
    carried_share: |count, carried, all, share| {
        format!("{count} 处，{carried} 字 ÷ 本年正文 {all} 字 = {share}%")
    },
    carried_thin: "不明：本年正文太短，比例说明不了什么",
    carried_none: "没有找到",
    carried_note: "标点和年份不计；单独出现、不足 16 字的句子不计。",
    same: "与上年数值相同的数据",
    same_count: |count, all| format!("本年 {all} 项数据中有 {count} 项"),
    same_none: "没有找到",
    same_note: "名称、单位和数值都相同才算；小于 10 的数和 100% 不计。",
    plans: "上年的安排，本年怎么说",
    plans_count: |count, answered| format!("{count} 项，其中 {answered} 项找到可能相关的句子"),
    plans_none: "不明：上年的报告里没有认出工作安排",
    plans_note: "按共有的词推测。没有找到相近的句子，不等于没有做。",
    likeness: |percent| format!("推测：与安排共有 {percent}% 的词"),
    no_answer: "不明：没有找到相近的句子",
    show_all: |count| format!("全部 {count} 处"),
    go: |report| format!("看原文（{report}）"),
    table: "指标对照",
    topic: "主题",
    all_topics: "全部主题",
    only_shared: "只看至少两份报告都有的指标",
    rows: |count| format!("{count} 项指标"),
    no_rows: "没有这样的指标。",
    indicator: "指标",
    table_note: "数值照报告印出；“算得”由相邻两年印出的数值相减得出。点一个数值，去看它的原文；用键盘时，方向键移动，回车前往。",
    copy: "复制表格",
    copied: |is_copied| {
        if is_copied {
            "已复制，可以粘贴到表格软件里。"
        } else {
            "浏览器不让复制。请在表格里选中后自行复制。"
        }
    },
    other_unit: "单位不同，不能比大小",
    more: |count| format!("另有 {count} 个数值"),
    growth: |is_about, by, percent| {
        let about = if is_about { "约" } else { "" };
        match percent {
            Some(percent) => format!("算得{about} {by}（{percent}%）"),
            None => format!("算得{about} {by}"),
        }
    },
    points: "个百分点",
    close: "关闭这份报告",
    closed: |title| format!("已关闭“{title}”。"),
    undo: "撤销",
    again: |name| format!("“{name}”已经打开，现在显示的就是它。"),
    several_again: |count| format!("另有 {count} 份已经打开，没有重复列出。"),
};
