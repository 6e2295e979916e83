//! 繁體中文.

use super::CompareMessages;

/// 繁體中文.
pub(in crate::i18n) const ZH_HANT: CompareMessages = CompareMessages {
    name: "對比",
    link: "與其他報告對比",
    invite: [
        "再開啟一份報告，就能對比。",
        "同一機關上一年的報告：哪些文字原樣照搬，哪些數據沒有變，上年的安排有沒有下文。",
        "鄰近地方或同類部門的報告：同一指標各是多少，誰披露了，誰沒有披露。",
    ],
    choice: |chosen, all| format!("參加對比的報告（{all} 份中選 {chosen} 份）"),
    no_issuer: "機關不明",
    no_year: "年度不明",
    pair: "與上年比照",
    pair_choice: "比照哪兩年",
    pair_name: |earlier, later| format!("{earlier} → {later}"),
    no_pair: "選中的報告裡，沒有同一機關不同年度的兩份，所以只對照數據，不逐句比照。",
    waiting: "正在逐句比照兩份報告……",
    retry: "重新比照",
    broken: "逐句比照停止了。",
    other_issuer: "有一份報告沒有寫明機關，不能確定兩份出自同一機關。",
    apart: |earlier, later| format!("兩份報告分別是 {earlier} 年度和 {later} 年度，並不相鄰。"),
    year_unknown: "有一份報告看不出年度，先後按開啟的次序。",
    pair_note: "只列相同與變化，不作評判：職責、法條和常規工作本來就會重複。",
    carried: "逐字相同的文字",
    carried_share: |count, carried, all, share| {
        format!("{count} 處，{carried} 字 ÷ 本年正文 {all} 字 = {share}%")
    },
    carried_thin: "不明：本年正文太短，比例說明不了什麼",
    carried_none: "沒有找到",
    carried_note: "標點和年份不計；單獨出現、不足 16 字的句子不計。",
    same: "與上年數值相同的數據",
    same_count: |count, all| format!("本年 {all} 項數據中有 {count} 項"),
    same_none: "沒有找到",
    same_note: "名稱、單位和數值都相同才算；小於 10 的數和 100% 不計。",
    plans: "上年的安排，本年怎麼說",
    plans_count: |count, answered| format!("{count} 項，其中 {answered} 項找到可能相關的句子"),
    plans_none: "不明：上年的報告裡沒有認出工作安排",
    plans_note: "按共有的詞推測。沒有找到相近的句子，不等於沒有做。",
    likeness: |percent| format!("推測：與安排共有 {percent}% 的詞"),
    no_answer: "不明：沒有找到相近的句子",
    show_all: |count| format!("全部 {count} 處"),
    go: |report| format!("看原文（{report}）"),
    table: "指標對照",
    topic: "主題",
    all_topics: "全部主題",
    only_shared: "只看至少兩份報告都有的指標",
    rows: |count| format!("{count} 項指標"),
    no_rows: "沒有這樣的指標。",
    indicator: "指標",
    table_note: "數值照報告印出；「算得」由相鄰兩年印出的數值相減得出。點一個數值，去看它的原文；用鍵盤時，方向鍵移動，Enter 前往。",
    copy: "複製表格",
    copied: |is_copied| {
        if is_copied {
            "已複製，可以貼到試算表裡。"
        } else {
            "瀏覽器不讓複製。請在表格裡選取後自行複製。"
        }
    },
    other_unit: "單位不同，不能比大小",
    more: |count| format!("另有 {count} 個數值"),
    growth: |is_about, by, percent| {
        let about = if is_about { "約" } else { "" };
        match percent {
            Some(percent) => format!("算得{about} {by}（{percent}%）"),
            None => format!("算得{about} {by}"),
        }
    },
    points: "個百分點",
    close: "關閉這份報告",
    closed: |title| format!("已關閉「{title}」。"),
    undo: "復原",
    again: |name| format!("「{name}」已經開啟，現在顯示的就是它。"),
    several_again: |count| format!("另有 {count} 份已經開啟，沒有重複列出。"),
};
