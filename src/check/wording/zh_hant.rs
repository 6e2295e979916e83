//! 繁體中文.

use super::Phrases;
use crate::check::{CheckKind, Item};

/// 繁體中文.
pub const ZH_HANT: Phrases = Phrases {
    date: crate::text::date::in_words,
    kind,
    item,
    sources: &[
        ("算术：分项之和与总数", "算術：分項之和與總數"),
        ("算术：表内合计", "算術：表內合計"),
        ("算术：同一数据应一致", "算術：同一數據應一致"),
        ("算术：比率＝分子÷分母", "算術：比率＝分子÷分母"),
        ("算术：部分不超过全部", "算術：部分不超過全部"),
        ("算术：增减幅度＝（本年－上年）÷上年", "算術：增減幅度＝（本年－上年）÷上年"),
        ("文字核对：同一段落应只出现一次", "文字核對：同一段落應只出現一次"),
        ("法律法规和文件的施行、废止日期", "法律法規和文件的施行、廢止日期"),
        ("公文格式：GB/T 9704—2012", "公文格式：GB/T 9704—2012"),
        (
            "国办公开办函〔2021〕30号附表勾稽关系：一＋二＝三（七）＋四",
            "國辦公開辦函〔2021〕30號附表勾稽關係：一＋二＝三（七）＋四",
        ),
        ("国办公开办函〔2021〕30号（报告格式）", "國辦公開辦函〔2021〕30號（報告格式）"),
        (
            "《法治政府建设与责任落实督察工作规定》第二十三条",
            "《法治政府建設與責任落實督察工作規定》第二十三條",
        ),
        (
            "《法治政府建设与责任落实督察工作规定》第二十四条",
            "《法治政府建設與責任落實督察工作規定》第二十四條",
        ),
        (
            "《法治政府建设与责任落实督察工作规定》第二十五条第（一）项",
            "《法治政府建設與責任落實督察工作規定》第二十五條第（一）項",
        ),
        (
            "《法治政府建设与责任落实督察工作规定》第二十五条第（二）项",
            "《法治政府建設與責任落實督察工作規定》第二十五條第（二）項",
        ),
        (
            "《法治政府建设与责任落实督察工作规定》第二十五条第（三）项",
            "《法治政府建設與責任落實督察工作規定》第二十五條第（三）項",
        ),
        (
            "《法治政府建设与责任落实督察工作规定》第二十五条第（四）项",
            "《法治政府建設與責任落實督察工作規定》第二十五條第（四）項",
        ),
        (
            "《法治政府建设与责任落实督察工作规定》第二十五条第（五）项",
            "《法治政府建設與責任落實督察工作規定》第二十五條第（五）項",
        ),
        (
            "《法治政府建设实施纲要（2015—2020年）》（每年第一季度报告上一年度情况并公开）",
            "《法治政府建設實施綱要（2015—2020年）》（每年第一季度報告上一年度情況並公開）",
        ),
        ("《政府信息公开条例》第四十九条", "《政府信息公開條例》第四十九條"),
        ("《城乡规划法》", "《城鄉規劃法》"),
        ("《国有土地上房屋征收与补偿条例》", "《國有土地上房屋徵收與補償條例》"),
        ("《增值税暂行条例》", "《增值稅暫行條例》"),
        ("《民法典》", "《民法典》"),
        ("《信访工作条例》", "《信訪工作條例》"),
        ("《噪声污染防治法》", "《噪聲污染防治法》"),
        ("《法治政府建设实施纲要（2021—2025年）》", "《法治政府建設實施綱要（2021—2025年）》"),
        ("《法治政府建设实施纲要（2015—2020年）》", "《法治政府建設實施綱要（2015—2020年）》"),
    ],
    total: "總數",
    part_above: "「{0}」{1} 是「{2}」的一部分，卻大於其總數 {3}",
    sum_holds: "各項之和 {0}={1}，與「{2}」{3} 相符",
    sum_above: "各項之和 {0}={1}，大於「{2}」的總數 {3}（多 {4}）",
    sum_open: "各項之和 {0}={1}，比「{2}」的總數 {3} 少 {4}；文中沒有說明是否列全",
    sum_differs: "各項之和 {0}={1}，與「{2}」的總數 {3} 不符（相差 {4}）",
    sum_differs_perhaps: "各項之和 {0}={1}，與「{2}」的總數 {3} 不符（相差 {4}；如有未列出的項則不矛盾）",
    rate_holds: "「{0}」{1} 與件數相符：{2}÷{3}≈{4}%",
    rate_differs: "「{0}」為 {1}，按文中件數為 {2}÷{3}≈{4}%，兩者不符",
    table: "表中",
    table_place: "「{0}」",
    row_differs: "{0}一行各列之和 {1}={2}，與表中合計 {3} 不符（相差 {4}）",
    column_differs: "{0}一列各行之和 {1}={2}，與表中合計 {3} 不符（相差 {4}）",
    table_holds: |sums| format!("表內 {sums} 處合計與各項之和相符"),
    identity: "「{0}」一列：一＋二＝{1}＋{2}＝{3}，三（七）＋四＝{4}＋{5}＝{6}，兩邊不等",
    twice: "同一數據「{0}」前後不一：前文為 {1}，後文為 {2}",
    growth_holds: "「{0}」由 {1} 到 {2}，{3}，與兩個數值相符",
    growth_differs: "「{0}」由 {1} 到 {2}，按數值計算{4}，文中寫{3}，兩者不符",
    rises: "增長{0}",
    falls: "下降{0}",
    times: "為{0}倍",
    unit: |unit| if unit == "个百分点" { "個百分點" } else { unit },
    above_whole: "「{0}」為 {1}，超過 100%",
    under: "在「{0}」中",
    content_own: "有「{0}」：見「{1}」",
    content_there: "有「{0}」",
    content_shared: "有「{0}」：{1}寫到，沒有單列一部分",
    content_without_causes: "{0}寫了存在的不足，沒有看到說明原因的詞句",
    content_mentioned: "「{0}」只{1}提到，沒有專門的部分{2}",
    content_missing: "沒有看到「{0}」{1}",
    content_optional: "沒有單列「{0}」；有這類情況時才需要寫",
    content_not_seen: "在所給文字中沒有看到「{0}」；文字可能不完整",
    content_later_rule: "（該項要求的施行日期晚於本年度報告的期限）",
    events: [("落款日期", "報送期限"), ("所載發布日期", "公開期限")],
    deadline_no_date: "沒有{0}，無法判斷是否在{1} {2} 之前",
    deadline_in_time: "{0} {3}，在{1} {2} 之內",
    deadline_unclear: "{0} {3}，不足以判斷是否在{1} {2} 之前",
    deadline_late: "{0} {3}，晚於{1} {2}（晚 {4}）",
    days: |days| format!("{days} 天"),
    heading_year: "標題寫 {0} 年，第一個小標題寫 {1} 年",
    heading_repeats: "序號「{1}」重複",
    heading_skips: "序號由「{0}」跳到「{1}」，缺第 {2} 項",
    sign_off: [
        "正文後有署名和成文日期",
        "正文後有署名，沒有成文日期",
        "正文後有成文日期，沒有署名",
        "正文後沒有署名和成文日期；網頁轉載時常略去",
    ],
    placeholders: |count, words| {
        format!("有 {count} 處預留位置沒有填寫，如「{}」", words.join("」「"))
    },
    repeated: |start, times| format!("以「{start}」開頭的段落出現了 {times} 次"),
    doubled: |paragraphs| format!("有 {paragraphs} 段文字各出現兩次，可能是網頁把正文儲存了兩遍"),
    repealed: "引用的{0}自 {1} 起已不再施行，現為{2}",
};

const fn kind(kind: CheckKind) -> &'static str {
    match kind {
        CheckKind::PartsTotal => "分項與總數",
        CheckKind::Rate => "比率與件數",
        CheckKind::TableSum => "表格合計",
        CheckKind::DisclosureIdentity => "勾稽關係",
        CheckKind::RepeatedFigure => "前後一致",
        CheckKind::Growth => "增減幅度",
        CheckKind::Plausibility => "數值合理性",
        CheckKind::RequiredContent => "必備內容",
        CheckKind::Submitted => "報送時間",
        CheckKind::Published => "公開時間",
        CheckKind::HeadingYear => "標題年份",
        CheckKind::HeadingNumber => "標題序號",
        CheckKind::SignOff => "落款",
        CheckKind::Placeholder => "預留位置",
        CheckKind::RepeatedParagraph => "段落重複",
        CheckKind::RepealedRule => "引用文件",
    }
}

const fn item(item: Item) -> &'static str {
    match item {
        Item::Results => "主要舉措和成效",
        Item::Shortcomings => "存在的不足和原因",
        Item::FirstResponsiblePerson => "黨政主要負責人履行法治建設第一責任人職責的情況",
        Item::Plan => "下一年度的主要安排",
        Item::Other => "其他需要報告的情況",
        Item::DisclosureOverview => "總體情況",
        Item::DisclosureActive => "主動公開政府信息情況",
        Item::DisclosureRequests => "收到和處理政府信息公開申請情況",
        Item::DisclosureDisputes => "政府信息公開行政複議、行政訴訟情況",
        Item::DisclosureProblems => "存在的主要問題及改進情況",
        Item::DisclosureOther => "其他需要報告的事項",
    }
}
