//! 繁體中文.

use super::ReadingAidMessages;
use crate::document::SectionRole;

/// 繁體中文.
pub const ZH_HANT: ReadingAidMessages = ReadingAidMessages {
    role: |role| match role {
        SectionRole::Results => "",
        SectionRole::Shortcomings => "不足",
        SectionRole::FirstResponsiblePerson => "第一責任人",
        SectionRole::Plan => "計畫",
        SectionRole::Other => "其他",
    },
    figures: "項數據",
    script: "字形",
    scripts: ["按原文", "簡體", "繁體"],
    not_rewritten: "字形沒有換成：換字的程式沒有載入。請檢查網路，再選一次。",
    bar: "閱讀輔助",
    captions: "大字幕",
    captions_hint: "指到或用 Tab 鍵移到的內容，在這裡用大字顯示。",
    read_aloud: "朗讀",
    pause: "暫停",
    resume: "繼續",
    stop: "停止",
    rate: "語速",
    rates: ["慢速", "中速", "快速"],
    no_voice: "本裝置沒有中文語音。請在系統設定的「語音」裡加入中文，再按「朗讀」。",
    no_speech: "這個瀏覽器不能朗讀。請換用 Edge、Chrome 或 Safari 開啟本頁。",
    broken: "朗讀中斷了。請再按一次「朗讀」，從眼前這一段讀起。",
};
