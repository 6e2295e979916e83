//! 简体中文.

use super::ReadingAidMessages;
use crate::document::SectionRole;

/// 简体中文.
pub const ZH_HANS: ReadingAidMessages = ReadingAidMessages {
    role: |role| match role {
        SectionRole::Results => "",
        SectionRole::Shortcomings => "不足",
        SectionRole::FirstResponsiblePerson => "第一责任人",
        SectionRole::Plan => "计划",
        SectionRole::Other => "其他",
    },
    figures: "项数据",
    script: "字形",
    scripts: ["按原文", "简体", "繁体"],
    not_rewritten: "字形没有换成：换字的程序没有载入。请检查网络，再选一次。",
    bar: "阅读辅助",
    captions: "大字幕",
    captions_hint: "指到或用 Tab 键移到的内容，在这里用大字显示。",
    read_aloud: "朗读",
    pause: "暂停",
    resume: "继续",
    stop: "停止",
    rate: "语速",
    rates: ["慢速", "中速", "快速"],
    no_voice: "这台设备没有中文语音。请在系统设置的“语音”里添加中文，再按“朗读”。",
    no_speech: "这个浏览器不能朗读。请换用 Edge、Chrome 或 Safari 打开本页。",
    broken: "朗读中断了。请再按一次“朗读”，从眼前这一段读起。",
};
