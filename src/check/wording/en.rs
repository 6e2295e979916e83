//! English.

use super::Phrases;
use crate::check::{CheckKind, Item};
use crate::text::date;

/// English.
pub const EN: Phrases = Phrases {
    date: date::in_english,
    kind,
    item,
    sources: &[
        (
            "省级党委和政府、国务院部门每年4月1日前报送上一年度的报告",
            "provincial Party committees and governments and ministries hand in the report on the year before by April 1",
        ),
        (
            "县级以上政府及其部门、省级以下党委和政府每年3月1日前报送上一年度的报告",
            "governments from county level up and their departments, and Party committees and governments below province level, hand in the report on the year before by March 1",
        ),
        (
            "每年4月1日前，年度报告通过报刊、网站等公开，涉密的除外",
            "the yearly report is published in newspapers, on websites and the like by April 1, secrets excepted",
        ),
        (
            "每年第一季度报告上一年度的情况，报告向社会公开",
            "the year before is reported on in the first quarter, and the report is published",
        ),
        (
            "县级以上政府部门每年1月31日前公布上一年度的报告",
            "government departments from county level up publish the report on the year before by January 31",
        ),
        (
            "县级以上政府信息公开工作主管部门每年3月31日前公布本级政府上一年度的报告",
            "the authority in charge of open government information publishes its government’s report on the year before by March 31",
        ),
        ("算术：分项之和与总数", "arithmetic: sum of the parts against the total"),
        ("算术：表内合计", "arithmetic: totals of a table"),
        ("算术：同一数据应一致", "arithmetic: one figure has one value"),
        ("算术：比率＝分子÷分母", "arithmetic: rate = part ÷ whole"),
        ("算术：部分不超过全部", "arithmetic: a part is not more than the whole"),
        (
            "算术：增减幅度＝（本年－上年）÷上年",
            "arithmetic: change = (this year − last year) ÷ last year",
        ),
        ("文字核对：同一段落应只出现一次", "text: a paragraph stands only once"),
        (
            "法律法规和文件的施行、废止日期",
            "dates on which laws and documents came into and went out of force",
        ),
        ("公文格式：GB/T 9704—2012", "format of official documents: GB/T 9704—2012"),
        (
            "国办公开办函〔2021〕30号附表勾稽关系：一＋二＝三（七）＋四",
            "disclosure report form, General Office of the State Council letter [2021] No. 30: 1 + 2 = 3 (7) + 4",
        ),
        (
            "国办公开办函〔2021〕30号（报告格式）",
            "disclosure report form, General Office of the State Council letter [2021] No. 30",
        ),
        (
            "国办公开办函〔2019〕60号（报告格式）",
            "disclosure report form, General Office of the State Council letter [2019] No. 60",
        ),
        (
            "《法治政府建设与责任落实督察工作规定》第二十三条",
            "Provisions on Supervising the Building of Rule-of-Law Government, art. 23",
        ),
        (
            "《法治政府建设与责任落实督察工作规定》第二十四条",
            "Provisions on Supervising the Building of Rule-of-Law Government, art. 24",
        ),
        (
            "《法治政府建设与责任落实督察工作规定》第二十五条第（一）项",
            "Provisions on Supervising the Building of Rule-of-Law Government, art. 25 (1)",
        ),
        (
            "《法治政府建设与责任落实督察工作规定》第二十五条第（二）项",
            "Provisions on Supervising the Building of Rule-of-Law Government, art. 25 (2)",
        ),
        (
            "《法治政府建设与责任落实督察工作规定》第二十五条第（三）项",
            "Provisions on Supervising the Building of Rule-of-Law Government, art. 25 (3)",
        ),
        (
            "《法治政府建设与责任落实督察工作规定》第二十五条第（四）项",
            "Provisions on Supervising the Building of Rule-of-Law Government, art. 25 (4)",
        ),
        (
            "《法治政府建设与责任落实督察工作规定》第二十五条第（五）项",
            "Provisions on Supervising the Building of Rule-of-Law Government, art. 25 (5)",
        ),
        (
            "《法治政府建设实施纲要（2015—2020年）》（每年第一季度报告上一年度情况并公开）",
            "Implementation Outline for Building a Rule-of-Law Government (2015–2020): reported and published in the first quarter of each year",
        ),
        ("《政府信息公开条例》第四十九条", "Regulations on Open Government Information, art. 49"),
        ("《城乡规划法》", "the Urban and Rural Planning Law"),
        (
            "《国有土地上房屋征收与补偿条例》",
            "the Regulations on the Expropriation of Buildings on State-Owned Land and Compensation",
        ),
        ("《增值税暂行条例》", "the Interim Regulations on Value-Added Tax"),
        (
            "《党政机关公文处理工作条例》",
            "the Regulations on the Handling of Official Documents of Party and Government Organs",
        ),
        (
            "《无证无照经营查处办法》",
            "the Measures for Investigating and Dealing with Unlicensed Business Operations",
        ),
        ("《市场主体登记管理条例》", "the Regulations on the Registration of Market Entities"),
        ("《档案法实施条例》", "the Regulations for the Implementation of the Archives Law"),
        ("《增值税法》", "the Value-Added Tax Law"),
        ("《民法典》", "the Civil Code"),
        ("《信访工作条例》", "the Regulations on Petition Work"),
        ("《噪声污染防治法》", "the Noise Pollution Prevention and Control Law"),
        (
            "《法治政府建设实施纲要（2021—2025年）》",
            "the Implementation Outline for Building a Rule-of-Law Government (2021–2025)",
        ),
        (
            "《法治政府建设实施纲要（2015—2020年）》",
            "the Implementation Outline for Building a Rule-of-Law Government (2015–2020)",
        ),
    ],
    colon: ": ",
    total: "total",
    part_above: "“{0}” ({1}) is listed as a part of “{2}” and exceeds its total of {3}",
    sum_holds: "The parts add up: {0} = {1}, as “{2}” ({3}) says",
    sum_above: "The parts {0} = {1} exceed the total of “{2}”, {3} (by {4})",
    sum_above_perhaps: "The parts {0} = {1} exceed the total of “{2}”, {3} (by {4}; no contradiction if parts overlap)",
    sum_open: "The parts {0} = {1} are {4} short of the total of “{2}”, {3}; the text does not say whether all are listed",
    sum_differs: "The parts {0} = {1} do not add up as printed: the total of “{2}” is {3} (difference {4})",
    sum_differs_perhaps: "The parts {0} = {1} do not add up as printed: the total of “{2}” is {3} (difference {4}; no contradiction if some parts are not listed)",
    rate_holds: "“{0}” {1} agrees with the counts: {2} ÷ {3} ≈ {4}%",
    rate_differs: "“{0}” is given as {1}; the counts in the text make {2} ÷ {3} ≈ {4}% (no contradiction if it is counted on another basis)",
    share_holds: "The share of “{0}”, {1}, agrees with the counts: {2} ÷ {3} ≈ {4}%",
    share_differs: "The share of “{0}” is given as {1}; the counts in the text make {2} ÷ {3} ≈ {4}% (no contradiction if it is counted on another basis)",
    table: "the table",
    table_place: "“{0}”",
    row_differs: "The columns of row {0} {1} = {2} do not add up as printed: the table’s total is {3} (difference {4})",
    column_differs: "The rows of column {0} {1} = {2} do not add up as printed: the table’s total is {3} (difference {4})",
    table_holds: |sums| match sums {
        1 => "1 total in the tables agrees with its items".to_owned(),
        sums => format!("{sums} totals in the tables agree with their items"),
    },
    identity: "Column “{0}”: 1 + 2 = {1} + {2} = {3}, but 3 (7) + 4 = {4} + {5} = {6}",
    twice: "The same figure “{0}” is given twice with different values: first {1}, then {2}",
    growth_holds: "“{0}” went from {1} to {2}: {3}, which agrees with both values",
    growth_differs: "“{0}” went from {1} to {2}: computed {4}, but the text says {3}",
    scales: &[],
    rises: "up {0}",
    falls: "down {0}",
    times: "{0} times as much",
    unit: |unit| match unit {
        "个百分点" => " percentage points",
        "倍" => " times",
        unit => unit,
    },
    above_whole: "“{0}” is given as {1}, more than 100%",
    under: " under “{0}”",
    content_own: "“{0}” is there: see “{1}”",
    content_there: "“{0}” is there",
    content_shared: "“{0}” is there: it is covered{1}, without a part of its own",
    content_without_causes: "Shortcomings are described{0}; no words were found that give their causes",
    content_mentioned: "“{0}” is only mentioned{1}, without a part of its own{2}",
    content_missing: "“{0}” was not found{1}",
    content_optional: "“{0}” has no part of its own; it is only required where there is something to report",
    content_not_seen: "“{0}” was not found in the text given; the text may be incomplete",
    content_later_rule: " (the rule came into force after the date set for this year’s report)",
    events: [
        ("date under the signature", "submission"),
        ("printed publication date", "publication"),
    ],
    deadline_no_date: "There is no {0}, so it cannot be told whether {1} was by {2}",
    deadline_in_time: "The {0}, {3}, is within the date set for {1}, {2}",
    deadline_unclear: "The {0}, {3}, does not decide whether {1} was by {2}",
    deadline_late: "The {0}, {3}, is after the date set for {1}, {2} ({4} late)",
    days: |days| if days == 1 { "1 day".to_owned() } else { format!("{days} days") },
    heading_year: "The title says {0}, the first heading says {1}",
    heading_repeats: "The number “{1}” stands twice",
    heading_skips: "Numbers go from “{0}” to “{1}”; number {2} is missing",
    sign_off: [
        "Signature and date stand below the text",
        "A signature stands below the text, but no date",
        "A date stands below the text, but no signature",
        "Neither signature nor date stands below the text; reprints on web pages often leave them out",
    ],
    placeholders: |count, words| {
        let noun = if count == 1 { "placeholder was" } else { "placeholders were" };
        format!("{count} {noun} left unfilled, such as “{}”", words.join("”, “"))
    },
    repeated: |start, times| format!("The paragraph that begins “{start}” stands {times} times"),
    doubled: |paragraphs| {
        format!(
            "{paragraphs} paragraphs each stand twice; the web page may hold the text two times"
        )
    },
    repealed: "{0} is cited, but has not been in force since {1}; now {2} applies",
};

const fn kind(kind: CheckKind) -> &'static str {
    match kind {
        CheckKind::PartsTotal => "Parts and total",
        CheckKind::Rate => "Rate and counts",
        CheckKind::TableSum => "Totals of a table",
        CheckKind::DisclosureIdentity => "Identity of the disclosure table",
        CheckKind::RepeatedFigure => "Figure given twice",
        CheckKind::Growth => "Size of a change",
        CheckKind::Plausibility => "Plausibility",
        CheckKind::RequiredContent => "Required contents",
        CheckKind::Submitted => "Date of submission",
        CheckKind::Published => "Date of publication",
        CheckKind::HeadingYear => "Year in the headings",
        CheckKind::HeadingNumber => "Heading numbers",
        CheckKind::SignOff => "Signature and date",
        CheckKind::Placeholder => "Placeholders",
        CheckKind::RepeatedParagraph => "Repeated paragraph",
        CheckKind::RepealedRule => "Rules cited",
    }
}

const fn item(item: Item) -> &'static str {
    match item {
        Item::Results => "Main measures and results",
        Item::Shortcomings => "Shortcomings and their causes",
        Item::FirstResponsiblePerson => {
            "How the principals of Party and government met their duty as the first responsible persons for the rule of law"
        }
        Item::Plan => "Main arrangements for the next year",
        Item::Other => "Other matters to report",
        Item::DisclosureOverview => "Overview",
        Item::DisclosureActive => "Information disclosed on own initiative",
        Item::DisclosureRequests => "Disclosure requests received and handled",
        Item::DisclosureDisputes => "Reconsideration and litigation over disclosure",
        Item::DisclosureProblems => "Main problems and improvements",
        Item::DisclosureOther => "Other matters to report",
    }
}
