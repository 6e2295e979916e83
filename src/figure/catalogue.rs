//! How the dictionary's indicators hang together: what is part of what, in which order a case runs through them.

use crate::statistic::Topic;

/// An indicator's place in a chart of cases.
pub(super) struct Stage {
    /// The dictionary's name.
    pub(super) indicator: &'static str,
    /// Its label where the topic is already named.
    pub(super) label: &'static str,
    /// What it is part of where the report does not say, the nearest first.
    pub(super) wholes: &'static [&'static str],
    /// Whether it is a result; results are sorted by size, the rest keep the order in which a case runs.
    pub(super) is_result: bool,
    /// Whether a headline names it after the whole.
    pub(super) is_telling: bool,
    /// By what it and its like divide their whole.
    pub(super) split: Option<Split>,
    /// For a stage whose silence tells, when.
    pub(super) expected: Option<Expected>,
}

/// When a report can be expected to speak of a stage.
#[derive(Clone, Copy)]
pub(super) struct Expected {
    /// What it would be part of, the nearest first.
    pub(super) wholes: &'static [&'static str],
    /// The indicators that answer for it all the same.
    pub(super) answers: &'static [&'static str],
}

/// By what cases are divided so that none is counted twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Split {
    /// Accepted or not.
    Admission,
    /// Concluded or pending.
    Completion,
    /// First or second instance, first-time or repeated.
    Turn,
    /// By result.
    Result,
    /// By the way in which they came.
    Channel,
}

impl Split {
    pub(super) const ALL: [Self; 5] =
        [Self::Admission, Self::Completion, Self::Turn, Self::Result, Self::Channel];
}

const fn stage(
    indicator: &'static str,
    label: &'static str,
    wholes: &'static [&'static str],
) -> Stage {
    Stage {
        indicator,
        label,
        wholes,
        is_result: false,
        is_telling: false,
        split: None,
        expected: None,
    }
}

const fn result(
    indicator: &'static str,
    label: &'static str,
    wholes: &'static [&'static str],
) -> Stage {
    let split = Some(Split::Result);
    Stage { indicator, label, wholes, is_result: true, is_telling: false, split, expected: None }
}

const fn telling(stage: Stage) -> Stage {
    Stage { is_telling: true, ..stage }
}

const fn split(stage: Stage, split: Option<Split>) -> Stage {
    Stage { split, ..stage }
}

const fn channel(indicator: &'static str, label: &'static str) -> Stage {
    split(result(indicator, label, &[PETITIONS]), Some(Split::Channel))
}

const fn expected(
    stage: Stage,
    wholes: &'static [&'static str],
    answers: &'static [&'static str],
) -> Stage {
    Stage { expected: Some(Expected { wholes, answers }), ..stage }
}

const ADMISSION: Option<Split> = Some(Split::Admission);
const COMPLETION: Option<Split> = Some(Split::Completion);
const TURN: Option<Split> = Some(Split::Turn);

/// A chart of cases: its name and its stages.
pub(super) struct Flow {
    /// Its part of the slug.
    pub(super) slug: &'static str,
    /// Whether its parts are channels rather than steps.
    pub(super) is_channels: bool,
    /// How many stages it takes to be worth drawing.
    pub(super) enough: usize,
    /// Its stages in order.
    pub(super) stages: &'static [Stage],
}

const RECEIVED: &str = "行政复议收到申请";
const ACCEPTED: &str = "行政复议受理";
const CONCLUDED: &str = "行政复议审结";
const AGAINST: &str = "被申请行政复议";
const DECIDED: &[&str] = &[CONCLUDED, AGAINST, ACCEPTED, RECEIVED];

const RECONSIDERATION: Flow = Flow {
    slug: "reconsideration-flow",
    is_channels: false,
    enough: 1,
    stages: &[
        stage(RECEIVED, "收到申请", &[]),
        split(stage(ACCEPTED, "受理", &[RECEIVED]), ADMISSION),
        split(stage("行政复议不予受理", "不予受理", &[RECEIVED]), ADMISSION),
        expected(
            split(telling(stage(CONCLUDED, "审结", &[ACCEPTED, RECEIVED, AGAINST])), COMPLETION),
            // Of cases against itself an organ need not tell how far they are.
            &[ACCEPTED, RECEIVED],
            &["行政复议未审结", "行政复议审结率"],
        ),
        split(stage("行政复议未审结", "未审结", &[ACCEPTED, RECEIVED, AGAINST]), COMPLETION),
        stage(AGAINST, "被申请行政复议", &[]),
        result("行政复议维持", "维持", DECIDED),
        result("行政复议驳回", "驳回", DECIDED),
        result("行政复议撤销", "撤销", DECIDED),
        result("行政复议变更", "变更", DECIDED),
        result("行政复议确认违法", "确认违法", DECIDED),
        result("行政复议责令履行", "责令履行", DECIDED),
        result("行政复议终止", "终止", DECIDED),
        result("行政复议调解和解", "调解和解", DECIDED),
        // Made of other results, revoked and modified ones among them.
        split(result("行政复议纠错", "纠错", DECIDED), None),
    ],
};

const DEFENDED: &str = "行政应诉案件";
const TRIED: &str = "行政诉讼审结";
const FIRST_INSTANCE: &str = "一审行政应诉案件";
const JUDGED: &[&str] = &[TRIED, DEFENDED, FIRST_INSTANCE];

const LITIGATION: Flow = Flow {
    slug: "litigation-flow",
    is_channels: false,
    enough: 1,
    stages: &[
        stage(DEFENDED, "应诉案件", &[]),
        split(stage(FIRST_INSTANCE, "一审", &[DEFENDED]), TURN),
        split(stage("二审行政应诉案件", "二审", &[DEFENDED]), TURN),
        split(stage("再审行政应诉案件", "再审", &[DEFENDED]), TURN),
        split(telling(stage(TRIED, "审结", &[DEFENDED, FIRST_INSTANCE])), COMPLETION),
        split(stage("行政诉讼未审结", "未审结", &[DEFENDED]), COMPLETION),
        result("行政诉讼胜诉", "胜诉", JUDGED),
        expected(
            result("行政诉讼败诉", "败诉", JUDGED),
            JUDGED,
            &["行政诉讼败诉率", "行政诉讼胜诉"],
        ),
        result("行政诉讼撤诉", "撤诉", JUDGED),
        result("行政诉讼驳回", "驳回", JUDGED),
        result("行政诉讼协调化解", "协调化解", JUDGED),
        stage("负责人出庭应诉", "负责人出庭应诉", &[DEFENDED]),
    ],
};

const PETITIONS: &str = "信访总量";

const CHANNELS: Flow = Flow {
    slug: "petition-channels",
    is_channels: true,
    enough: 2,
    stages: &[
        stage(PETITIONS, "信访总量", &[]),
        channel("来信", "来信"),
        channel("来访", "来访"),
        channel("网上信访", "网上信访"),
        channel("来电", "来电"),
    ],
};

const PETITION: Flow = Flow {
    slug: "petition-flow",
    is_channels: false,
    enough: 2,
    stages: &[
        stage(PETITIONS, "信访总量", &[]),
        split(stage("初次信访", "初次信访", &[PETITIONS]), TURN),
        split(stage("重复信访", "重复信访", &[PETITIONS]), TURN),
        expected(
            split(telling(stage("信访办结", "办结", &[PETITIONS])), COMPLETION),
            &[PETITIONS],
            &["信访未办结", "信访办结率", "信访化解", "信访化解率"],
        ),
        split(stage("信访未办结", "未办结", &[PETITIONS]), COMPLETION),
        stage("信访化解", "化解", &["信访办结", PETITIONS]),
        stage("信访积案", "积案", &[]),
    ],
};

/// The charts of cases that a topic may have.
pub(super) fn flows(topic: Topic) -> &'static [Flow] {
    match topic {
        Topic::Reconsideration => &[RECONSIDERATION],
        Topic::Litigation => &[LITIGATION],
        Topic::Petition => &[PETITION, CHANNELS],
        _ => &[],
    }
}

/// The indicators that open a report best, the most telling first; of each group the first one that a report has.
pub(super) const KEY: &[&[&str]] = &[
    &[RECEIVED, ACCEPTED, AGAINST],
    &[DEFENDED, FIRST_INSTANCE],
    &[PETITIONS, "信访人次"],
    &["负责人出庭应诉率"],
    &["行政处罚案件", "行政处罚立案", "行政处罚结案"],
    &["合法性审查", "重大行政决策"],
    &["规范性文件制定"],
    &["行政检查次数", "检查对象数"],
    &["行政许可办理", "政务服务办件"],
    &["矛盾纠纷调解"],
    &["普法宣传活动"],
    &["主动公开信息", "依申请公开收到"],
    &["法治培训"],
    &["公职律师", "法律顾问"],
];
