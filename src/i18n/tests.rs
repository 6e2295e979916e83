//! What holds for every language: nothing is empty, and each keeps to its own script.

use super::*;
use crate::check::wording::{self, sentence_in};
use crate::check::{Amount, CheckKind, Claim, Event, Finding, Item, Presence, Sum, Timing};
use crate::document::SectionRole;
use crate::source::{LossKind, LossPlace};
use crate::statistic::{Direction, StatisticKind};
use crate::text::traditional::simplified;

/// What a report's own words are in these tests: no Han character, so that those of a language stand out.
const WORDS: &str = "X";

const PROBLEMS: [Problem; 5] = [
    Problem::TooLarge,
    Problem::NotReadable,
    Problem::Stopped,
    Problem::NoReaders,
    Problem::NothingGiven,
];
const ERRORS: [SourceError; 16] = [
    SourceError::Empty,
    SourceError::OpenDocument,
    SourceError::RichText,
    SourceError::Spreadsheet,
    SourceError::WebArchive,
    SourceError::Archive,
    SourceError::Folder,
    SourceError::EmptyFolder,
    SourceError::Damaged,
    SourceError::Locked,
    SourceError::Scanned,
    SourceError::TooMuch,
    SourceError::NoReader,
    SourceError::Picture,
    SourceError::NotText,
    SourceError::Unreadable,
];
const LOSSES: [LossKind; 9] = [
    LossKind::Picture,
    LossKind::ScannedPage,
    LossKind::EmbeddedObject,
    LossKind::Attachment,
    LossKind::UnknownCharacters,
    LossKind::DamagedPart,
    LossKind::LockedPart,
    LossKind::BeyondLimit,
    LossKind::OtherFile,
];
const CODES: [DiagnosticCode; 9] = [
    DiagnosticCode::Target,
    DiagnosticCode::Requirement,
    DiagnosticCode::Ordinal,
    DiagnosticCode::Hotline,
    DiagnosticCode::Slogan,
    DiagnosticCode::NoUnit,
    DiagnosticCode::Placeholder,
    DiagnosticCode::HeadingGap,
    DiagnosticCode::DamagedText,
];
const KINDS: [CheckKind; 16] = [
    CheckKind::PartsTotal,
    CheckKind::Rate,
    CheckKind::TableSum,
    CheckKind::DisclosureIdentity,
    CheckKind::RepeatedFigure,
    CheckKind::Growth,
    CheckKind::Plausibility,
    CheckKind::RequiredContent,
    CheckKind::Submitted,
    CheckKind::Published,
    CheckKind::HeadingYear,
    CheckKind::HeadingNumber,
    CheckKind::SignOff,
    CheckKind::Placeholder,
    CheckKind::RepeatedParagraph,
    CheckKind::RepealedRule,
];
const VERDICTS: [Verdict; 4] = [Verdict::Fail, Verdict::Warn, Verdict::Unknown, Verdict::Ok];
const ITEMS: [Item; 11] = [
    Item::Results,
    Item::Shortcomings,
    Item::FirstResponsiblePerson,
    Item::Plan,
    Item::Other,
    Item::DisclosureOverview,
    Item::DisclosureActive,
    Item::DisclosureRequests,
    Item::DisclosureDisputes,
    Item::DisclosureProblems,
    Item::DisclosureOther,
];
const PRESENCES: [Presence; 6] = [
    Presence::Own,
    Presence::Shared,
    Presence::WithoutCauses,
    Presence::Mentioned,
    Presence::Missing,
    Presence::NotSeen,
];

fn amount(value: f64) -> Amount {
    Amount { statistic: None, label: WORDS.to_owned(), value, printed: "9".to_owned() }
}

/// Findings of every shape.
fn findings() -> Vec<Finding> {
    let words = || WORDS.to_owned();
    let mut all = Vec::new();
    for (claim, sum) in [Claim::Complete, Claim::Likely, Claim::Open]
        .into_iter()
        .flat_map(|it| [(it, 7.0), (it, 11.0)])
    {
        let parts = vec![amount(3.0), amount(sum - 3.0)];
        all.push(Finding::Parts { total: amount(9.0), parts, sum, claim });
    }
    all.push(Finding::Parts {
        total: Amount { label: String::new(), ..amount(9.0) },
        parts: vec![amount(11.0)],
        sum: 11.0,
        claim: Claim::Open,
    });
    all.push(Finding::Rate {
        rate: amount(50.0),
        parts: vec![amount(1.0)],
        whole: amount(3.0),
        computed: 33.3,
    });
    for (sum, place) in [(Sum::Row, WORDS), (Sum::Column, "")] {
        let (place, parts) = (place.to_owned(), vec![1.0, 2.0]);
        all.push(Finding::TableSum { sum, place, parts, total: 4.0 });
    }
    all.extend([1, 2].map(|sums| Finding::TableHolds { sums }));
    all.push(Finding::Identity {
        column: words(),
        received: 1.0,
        carried_over: 2.0,
        handled: 3.0,
        left_over: 4.0,
    });
    all.push(Finding::Twice { first: amount(1.0), second: amount(2.0) });
    for unit in ["%", "个百分点", "倍", "ratio"] {
        for said in [5.0, -5.0] {
            let (label, unit) = (words(), unit.to_owned());
            all.push(Finding::Growth { label, from: 1.0, to: 2.0, said, computed: 6.0, unit });
        }
    }
    all.push(Finding::AboveWhole { rate: amount(101.0) });
    for item in ITEMS {
        for presence in PRESENCES {
            for heading in [None, Some(words())] {
                let later_rule = heading.is_some();
                all.push(Finding::Content { item, presence, heading, later_rule });
            }
        }
    }
    for event in [Event::Submitted, Event::Published] {
        for timing in [Timing::InTime, Timing::Late, Timing::Unclear] {
            for printed in [None, Some("2025-03-02".to_owned())] {
                let due = Some("2025-03-01".to_owned());
                all.push(Finding::Deadline { event, printed, due, timing, days: 1 });
            }
        }
    }
    all.push(Finding::HeadingYear { title: 2023, heading: 2022 });
    for repeats in [true, false] {
        let (before, number) = (words(), words());
        all.push(Finding::HeadingNumber { before, number, expected: 2, repeats });
    }
    for (has_name, has_date) in [(true, true), (true, false), (false, true), (false, false)] {
        all.push(Finding::SignOff { has_name, has_date });
    }
    all.extend([1, 2].map(|count| Finding::Placeholders { words: vec![WORDS.to_owned()], count }));
    all.push(Finding::RepeatedParagraph { start: words(), times: 2 });
    all.push(Finding::DoubledText { paragraphs: 9 });
    all.push(Finding::RepealedRule {
        rule: words(),
        since: "2021-01-01".to_owned(),
        successor: "《民法典》".to_owned(),
    });
    all
}

/// Everything that a language says, with a name for where it is said.
fn said(words: &Messages) -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> = Vec::new();
    let mut say = |place: &str, said: &str| all.push((place.to_owned(), said.to_owned()));
    for text in [
        words.settings,
        words.language_label,
        words.name,
        words.purpose,
        words.drop_here,
        words.formats,
        words.release,
        words.choose_file,
        words.paste,
        words.samples,
        words.privacy,
        words.skip,
        words.open,
        words.elder,
        words.appearance,
        words.paste_title,
        words.paste_label,
        words.paste_submit,
        words.close,
        words.pasted_name,
        words.unnamed,
        words.cancel,
        words.kept,
        words.open_reports,
        words.losses,
        words.partial,
        words.partial_unlike,
        words.not_kept,
        words.partial_sections,
        words.partial_statistics,
        words.checks_note,
        words.checks_none,
        words.outline,
        words.no_outline,
        words.published,
        words.signed,
        words.document_number,
        words.index_number,
        words.addressee,
        words.file,
        words.encoding,
        words.untitled,
        words.key_figures,
        words.undisclosed,
        words.table,
        words.zero,
        words.chart.channels,
        words.chart.remainder,
        words.chart.item,
        words.chart.value,
        words.chart.share,
        words.chart.source,
        words.chart.show_table,
        words.chart.from,
        words.chart.whole_report,
        words.find.label,
        words.find.previous,
        words.find.next,
        words.find.clear,
        words.find.nothing,
        words.listing.widen,
        words.listing.narrow,
        words.listing.filter,
        words.listing.kinds,
        words.listing.all_topics,
        words.listing.all_sections,
        words.listing.all_kinds,
        words.listing.none,
        words.listing.clear,
        words.listing.copy,
        words.listing.not_copied,
        words.listing.chart,
        words.listing.columns.name,
        words.listing.columns.topic,
        words.listing.columns.value,
        words.listing.columns.change,
        words.listing.columns.parent,
        words.listing.columns.period,
        words.listing.columns.section,
        words.listing.columns.source,
        words.chart.kind_label,
        words.chart.earlier_head,
        words.chart.computed_mark,
        words.chart.about,
        words.chart.through_reports,
        words.chart.across,
        words.chart.across_name,
        words.chart.national_head,
        words.chart.keys,
    ] {
        say("text", text);
    }
    let export = &words.export;
    for text in [
        export.name,
        export.print,
        export.scope,
        export.this_report,
        export.working,
        export.copy_table,
        export.copied,
        export.not_copied,
        export.no_picture,
        export.change,
        export.ratio,
        export.not_loaded.what,
        export.not_loaded.next,
        export.not_made.what,
        export.not_made.next,
        &(export.all_reports)(2),
        &(export.saved)(WORDS),
    ] {
        say("export", text);
    }
    let lists = [&export.formats[..], &export.save_picture, &export.sheets, &export.statistic];
    let others =
        [&export.outline[..], &export.check, &export.report, &export.yes_no, &export.notes];
    for text in lists.into_iter().chain(others).flatten() {
        say("export", text);
    }
    for direction in [Direction::Up, Direction::Down, Direction::Flat] {
        say("export", (export.direction)(direction));
    }
    let aids = &words.reading_aids;
    for text in [aids.script, aids.not_rewritten, aids.figures, (aids.role)(SectionRole::Plan)]
        .iter()
        .chain(&aids.of_script())
    {
        say("aids", text);
    }
    for text in words.appearances.iter().chain(&words.views).chain(&aids.scripts) {
        say("choice", text);
    }
    words
        .sample
        .iter()
        .for_each(|(name, about)| [*name, *about].iter().for_each(|it| say("sample", it)));
    for count in [0, 1, 2] {
        for text in [
            (words.opened_several)(count),
            (words.reading_several)(count, 3),
            (words.partial_damaged)(count),
            (words.checks_hold)(count),
            (words.checks_count)(WORDS, count),
            (words.counts)(count, count),
            (words.furniture)(count),
            (words.statistics)(count),
            (words.not_counted)(count),
            (words.more)(count),
            (words.chart.largest)(count, 3),
            (words.chart.all_same)(count, WORDS),
            (words.find.place)(1, count, false),
            (words.find.place)(1, count, true),
            (words.listing.choice)(WORDS, count),
            (words.listing.shown)(count, 2),
            (words.listing.copied)(count),
        ] {
            say("count", &text);
        }
    }
    for text in [
        (words.reading)(WORDS),
        (words.failed)(WORDS),
        (words.check_source)(WORDS),
        (words.year)(2024),
        (words.undisclosed_note)(WORDS),
        (words.part_of)(WORDS),
        (words.indicator)(WORDS),
        (words.chart.flow)(WORDS),
        (words.chart.rates)(WORDS),
        (words.chart.counts)(WORDS),
        (words.chart.subtitle)(WORDS, WORDS, Some(2024)),
        (words.chart.fact)(WORDS, WORDS),
        (words.chart.most)(WORDS, WORDS),
        (words.chart.most_result)(WORDS, WORDS),
        (words.chart.range)((WORDS, WORDS), (WORDS, WORDS)),
        (words.chart.share_of)(WORDS, "5"),
        (words.chart.place)(WORDS),
        (words.chart.this_year)(None),
        (words.chart.year_before)(None),
        (words.chart.computed)(Some(2024)),
        (words.chart.earlier)(WORDS, true),
        (words.chart.two_years)(WORDS),
        (words.chart.changed)(WORDS, WORDS, WORDS, Ordering::Less),
        (words.chart.changed)(WORDS, WORDS, WORDS, Ordering::Equal),
        (words.chart.changed)(WORDS, WORDS, WORDS, Ordering::Greater),
        (words.chart.years)(WORDS, 2020, 2024),
        (words.chart.went)(WORDS, (WORDS, WORDS), (WORDS, WORDS), Ordering::Less),
        (words.chart.went)(WORDS, (WORDS, WORDS), (WORDS, WORDS), Ordering::Equal),
        (words.chart.went)(WORDS, (WORDS, WORDS), (WORDS, WORDS), Ordering::Greater),
        (words.chart.full_rates)(3, 1, (WORDS, WORDS)),
        (words.chart.national)(WORDS, 2024),
        (words.chart.national_note)(WORDS, 2024, WORDS, WORDS),
    ] {
        say("named", &text);
    }
    compared(&words.compare, &mut say);
    for period in ["2023", "2023-01/..", "../2023-06-30", "2023-01/2023-06"] {
        say(period, &(words.period)(period));
    }
    for name in words.listing.copied_columns {
        say("column", name);
    }
    for kind in StatisticKind::ALL {
        say("kind", (words.listing.kind)(kind));
    }
    for verdict in VERDICTS {
        say("verdict", (words.verdict)(verdict));
    }
    for topic in Topic::ALL {
        say("topic", (words.topic)(topic));
    }
    for code in CODES {
        say("diagnostic", (words.diagnostic)(code));
    }
    for problem in PROBLEMS.into_iter().chain(ERRORS.map(Problem::Source)) {
        let explanation = (words.problem)(problem);
        say(&format!("{problem:?}"), explanation.what);
        say(&format!("{problem:?}"), explanation.next);
    }
    for kind in LOSSES {
        for place in [LossPlace::Document, LossPlace::Page(1), LossPlace::Part(WORDS.to_owned())] {
            say(&format!("{kind:?}"), &(words.loss)(&Loss { kind, place }));
        }
    }
    for approximation in
        [Approximation::About, Approximation::Over, Approximation::Under, Approximation::Nearly]
    {
        say("approximation", (words.approximation)(approximation).1);
    }
    for direction in [Direction::Up, Direction::Down, Direction::Flat] {
        for unit in ["%", "个百分点", "倍", "ratio"] {
            let (value, unit) = (Some(5.0), Some(unit.to_owned()));
            say("change", &(words.change)(&Change { direction, value, unit, from: Some(4.0) }));
        }
    }
    for kind in KINDS {
        say("check", (words.check_kind)(kind));
    }
    let phrases = match words.language {
        Language::ZhHans => &wording::ZH_HANS,
        Language::ZhHant => &wording::ZH_HANT,
        Language::En => &wording::EN,
    };
    for (of, source) in phrases.sources {
        say(of, source);
    }
    for finding in findings() {
        for verdict in VERDICTS {
            say(&format!("{finding:?}"), &sentence_in(phrases, verdict, &finding));
        }
    }
    all
}

/// What a language says about reports side by side.
fn compared(words: &CompareMessages, say: &mut impl FnMut(&str, &str)) {
    for text in [
        words.name,
        words.link,
        words.no_issuer,
        words.no_year,
        words.pair,
        words.pair_choice,
        words.no_pair,
        words.waiting,
        words.broken,
        words.other_issuer,
        words.year_unknown,
        words.pair_note,
        words.carried,
        words.carried_thin,
        words.carried_none,
        words.carried_note,
        words.same,
        words.same_none,
        words.same_note,
        words.plans,
        words.plans_none,
        words.plans_note,
        words.no_answer,
        words.table,
        words.topic,
        words.all_topics,
        words.only_shared,
        words.no_rows,
        words.indicator,
        words.table_note,
        words.copy,
        words.other_unit,
        words.points,
        words.close,
        words.undo,
        (words.copied)(true),
        (words.copied)(false),
    ] {
        say("compare", text);
    }
    words.invite.iter().for_each(|text| say("compare", text));
    for count in [0, 1, 2] {
        for text in [
            (words.choice)(count, 2),
            (words.carried_share)(count, "5", "10", "50"),
            (words.same_count)(count, 3),
            (words.plans_count)(count, 1),
            (words.show_all)(count),
            (words.rows)(count),
            (words.more)(count),
            (words.several_again)(count),
        ] {
            say("compare, counted", &text);
        }
    }
    for text in [
        (words.pair_name)(WORDS, WORDS),
        (words.apart)(2020, 2022),
        (words.likeness)("40"),
        (words.go)(WORDS),
        (words.growth)(true, "+1", Some("+5")),
        (words.growth)(false, "+1", None),
        (words.closed)(WORDS),
        (words.again)(WORDS),
    ] {
        say("compare, named", &text);
    }
}

fn is_han(char: char) -> bool {
    ('\u{2E80}'..='\u{9FFF}').contains(&char) && !('\u{3000}'..='\u{303F}').contains(&char)
}

#[test]
fn every_language_says_everything() {
    for language in Language::ALL {
        let words = messages(language);
        assert_eq!(words.language, language);
        for (place, said) in said(words) {
            assert!(!said.trim().is_empty(), "{language:?} is silent at {place}");
            assert!(!said.contains(['{', '}']), "{language:?} leaves a place open: {said}");
        }
    }
}

#[test]
fn english_has_no_chinese_characters() {
    for (place, said) in said(&EN) {
        assert!(!said.contains(is_han), "{place}: {said}");
        assert!(!said.contains("  "), "{place}: {said}");
    }
    for (of, [_, english]) in indicator_names() {
        assert!(!english.is_empty() && !english.contains(is_han), "{of}: {english}");
    }
}

#[test]
fn traditional_has_no_simplified_characters() {
    // A simplified character is one that traditional characters become and that is none itself in this language.
    let becomes: std::collections::HashSet<char> =
        ('\u{4E00}'..='\u{9FFF}').filter_map(|char| simplified(char, None, None)).collect();
    // These are traditional characters in their own right as well.
    let both = "向修出制升占即卷只合同噪回家布才挽教板查核污系致表面";
    let is_only_simplified = |char: char| becomes.contains(&char) && !both.contains(char);
    let mut strangers: Vec<String> = Vec::new();
    let mut look = |place: &str, said: &str| {
        let found: String = said.chars().filter(|char| is_only_simplified(*char)).collect();
        if !found.is_empty() {
            strangers.push(format!("{found} in {said} ({place})"));
        }
    };
    for (place, said) in said(&ZH_HANT) {
        look(&place, &said);
    }
    for (of, [traditional, _]) in indicator_names() {
        look(of, traditional);
    }
    assert_eq!(strangers, [""; 0]);
}

#[test]
fn every_indicator_of_the_dictionary_has_names() {
    let named: std::collections::HashSet<&str> = indicator_names().map(|(of, _)| of).collect();
    let mut all = 0;
    for name in crate::statistic::indicator_names() {
        assert!(named.contains(name), "{name} has no names in src/i18n/indicators.txt");
        all += 1;
    }
    assert_eq!(all, named.len(), "names without an indicator");
    assert_eq!((EN.indicator_name)("行政诉讼败诉"), "Administrative lawsuits lost");
    assert_eq!((EN.stage)("行政诉讼败诉", "败诉"), "Lost");
    assert_eq!((ZH_HANT.indicator_name)("自定的说法"), "自定的说法");
}

#[test]
fn english_counts_one_and_many() {
    assert_eq!((EN.counts)(1, 2), "1 section, 2 figures");
    assert_eq!((EN.counts)(2, 1), "2 sections, 1 figure");
    let change = Change {
        direction: Direction::Down,
        value: Some(1.2),
        unit: Some("个百分点".to_owned()),
        from: Some(98.0),
    };
    assert_eq!((EN.change)(&change), "down 1.2 percentage points on last year (98)");
}
