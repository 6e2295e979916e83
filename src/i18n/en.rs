//! English.

use std::cmp::Ordering;

use super::indicator::short_name;
use super::{
    ChartMessages, Explanation, FindMessages, Language, ListingColumns, ListingMessages, Messages,
    Problem, grouped, indicator_name,
};
use crate::chart::Kind;
use crate::check::{Verdict, wording};
use crate::diagnostic::DiagnosticCode;
use crate::source::{Loss, LossKind, LossPlace, SourceError};
use crate::statistic::{Approximation, Change, Direction, StatisticKind, Topic};
use crate::text::date;

/// English.
pub const EN: Messages = Messages {
    language: Language::En,
    code: "en",
    settings: "More",
    reading_aids: super::aids::EN,
    language_label: "Language",
    date: date::in_english,
    separator: ", ",
    gap: "\u{a0}",
    gloss,
    indicator_name: |name| indicator_name(Language::En, name),
    stage: |indicator, label| short_name(Language::En, indicator, label),
    name: "Fajian",
    purpose: "Open an annual report on rule-of-law government: see its structure, its figures, and where each figure comes from.",
    drop_here: "Drop the report here",
    formats: "Text, web pages, Word, WPS, PDF, OFD and packed folders; several at once",
    release: "Release to open",
    save: "One file with the viewer",
    not_saved: "The file was not saved: the browser did not write it, or fajian.html is missing on this site. Reload the page and try again, or open the report in the one-file edition and save it there.",
    choose_file: "Choose files",
    paste: "Paste",
    samples: "No report at hand? Try a sample",
    sample: [
        ("A report full of figures", "reconsideration, litigation and petitions"),
        ("A report silent on litigation", "how “not disclosed” is shown"),
        ("A web page in traditional characters", "with navigation around the report"),
    ],
    privacy: "Reports are read in your browser only and never uploaded. Open one, disconnect from the network, and it still works.",
    skip: "Skip to the report",
    open: "Open",
    elder: "Large type",
    appearance: "Appearance",
    appearances: [
        "As the system",
        "Light",
        "Dark",
        "High contrast, white",
        "High contrast, black",
        "High contrast, yellow",
    ],
    paste_title: "Paste a report",
    paste_label: "Select all in the web page or document, copy, and paste it here",
    paste_submit: "Read",
    close: "Close",
    pasted_name: "Pasted text",
    unnamed: "Unnamed",
    reading: |name| format!("Reading “{name}”"),
    cancel: "Cancel",
    kept: "The report that was open is still there.",
    failed: |name| format!("“{name}” could not be opened"),
    reading_several: |done, count| format!("{done} of {count} files read."),
    opened_several: |opened| match opened {
        1 => "1 report was opened.".to_owned(),
        opened => format!("{opened} reports were opened; switch between them at the top."),
    },
    open_reports: "Open reports",
    losses: "Parts of the file that were not read",
    loss: loss_words,
    partial: "Read only in part",
    partial_damaged: |count| {
        let places = counted(count, "place is", "places are");
        format!(
            "{places} damaged, marked “�”. Use the original file, or save it anew and open it again."
        )
    },
    partial_unlike: "This file has no title, sections or figures and does not look like an annual report. If it is the wrong file, open the report itself.",
    not_kept: "The choice was not kept: the browser lets this page store nothing. It holds for now; to keep it, allow this site to store data.",
    partial_sections: "No headings were recognized, so the outline is empty.",
    partial_statistics: "No figures were read. If the figures are in pictures, use a version with text.",
    views: ["Overview", "Text", "Figures", "Charts", "Checks"],
    verdict: |verdict| match verdict {
        Verdict::Fail => "Differs",
        Verdict::Warn => "Doubtful",
        Verdict::Unknown => "Unknown",
        Verdict::Ok => "Agrees",
    },
    check_kind: wording::EN.kind,
    checks_note: "Printed figures and rules are compared one by one. This says what agrees and what does not, without judging; thin evidence is marked unknown.",
    checks_none: "There is nothing to check.",
    checks_hold: |count| counted(count, "check agrees", "checks agree"),
    checks_count: |verdict, count| format!("{verdict}: {count}"),
    check_source: |source| format!("Basis: {source}"),
    outline: "Outline",
    no_outline: "No headings were recognized.",
    year: |year| format!("Year {year}"),
    published: "Published",
    signed: "Signed",
    document_number: "Document number",
    index_number: "Index number",
    addressee: "Addressee",
    file: "File",
    encoding: "Encoding",
    untitled: "(no title in the original)",
    counts: |sections, statistics| {
        let sections = counted(sections, "section", "sections");
        format!("{sections}, {}", counted(statistics, "figure", "figures"))
    },
    key_figures: "Key figures",
    undisclosed: "Not disclosed",
    undisclosed_note: |topic| {
        format!("{topic}: no figures in the whole text. Not disclosed does not mean none.")
    },
    furniture: |count| format!("Rest of the web page ({})", counted(count, "line", "lines")),
    table: "Table in the original",
    statistics: |count| format!("Figures ({count})"),
    part_of: |parent| format!("Part of “{parent}”"),
    period: period_words,
    indicator: |indicator| format!("Indicator: {indicator}"),
    zero: "Stated as zero in words",
    approximation: |approximation| match approximation {
        Approximation::About => (true, "about "),
        Approximation::Over => (true, "over "),
        Approximation::Under => (true, "under "),
        Approximation::Nearly => (true, "nearly "),
    },
    change: change_words,
    topic: |topic| match topic {
        Topic::Reconsideration => "Administrative reconsideration",
        Topic::Litigation => "Administrative litigation",
        Topic::Petition => "Petitions (letters and visits)",
        Topic::Enforcement => "Administrative enforcement",
        Topic::NormativeDocument => "Normative documents",
        Topic::Decision => "Major decisions and legality review",
        Topic::Publicity => "Legal publicity",
        Topic::Training => "Legal training",
        Topic::Disclosure => "Open government information",
        Topic::Approval => "Administrative approval",
        Topic::Mediation => "Mediation and public legal services",
        Topic::Procuratorial => "Procuratorial and judicial proposals",
        Topic::Hearing => "Hearings",
        Topic::LegalCounsel => "Legal counsel and government lawyers",
        Topic::Other => "Other",
    },
    not_counted: |count| format!("Seen and not counted ({count})"),
    more: |count| format!("{count} more"),
    diagnostic: |code| match code {
        DiagnosticCode::Target => "A target or plan, not a result",
        DiagnosticCode::Requirement => "Demanded by a law or rule",
        DiagnosticCode::Ordinal => "An ordinal, article or session",
        DiagnosticCode::Hotline => "Name of a hotline or system",
        DiagnosticCode::Slogan => "A number in a name",
        DiagnosticCode::NoUnit => "No unit: what is counted cannot be told",
        DiagnosticCode::Placeholder => "Empty where a number should stand",
        DiagnosticCode::HeadingGap => "A heading number repeats or skips",
        DiagnosticCode::DamagedText => "Damaged text",
    },
    problem: explanation,
    export: super::export::EN,
    compare: super::compare::EN,
    chart: ChartMessages {
        flow: |topic| format!("{topic}: how cases ran"),
        channels: "Channels of petitions",
        rates: |topic| format!("{topic}: rates"),
        counts: |topic| format!("{topic}: counts"),
        subtitle: |measure, unit, year| {
            let mut line = measure.to_owned();
            if !unit.is_empty() {
                line.push_str(&format!(" · unit: {unit}"));
            }
            if let Some(year) = year {
                line.push_str(&format!(" · {year}"));
            }
            line
        },
        join: |facts| facts.join("; "),
        fact: |label, shown| format!("{label}: {shown}"),
        most: |label, shown| format!("Most: {label}, {shown}"),
        most_result: |label, shown| format!("most frequent result: {label} ({shown})"),
        range: |high, low| format!("Highest: {}, {}; lowest: {}, {}", high.0, high.1, low.0, low.1),
        all_same: |count, shown| format!("All {count} rates are {shown}"),
        largest: |shown, all| format!("the largest {shown} of {all}"),
        remainder: "Hatched: the rest of the total",
        item: "Item",
        value: "Value",
        share: "Share",
        source: "Source",
        share_of: |whole, percent| format!("{percent}% of {whole}"),
        show_table: "Data table",
        place: |numbers| format!("this report, {numbers}"),
        from: "Source: ",
        whole_report: "This report",
        kind_label: "Chart type",
        kind: |kind| match kind {
            Kind::Funnel => "Nested bars",
            Kind::Bars => "Bars",
            Kind::Stacked => "Divided bars",
            Kind::Grouped => "Two years",
            Kind::Dots => "Dots",
            Kind::Line => "Line",
            Kind::Panels => "Dots by topic",
        },
        this_year: |year| year.map_or_else(|| "This year".to_owned(), |year| year.to_string()),
        year_before,
        computed: |year| format!("{}, worked out from the printed change", year_before(year)),
        earlier: |shown, is_computed| {
            let how = if is_computed { " (worked out from the printed change)" } else { "" };
            format!("year before: {shown}{how}")
        },
        earlier_head: "Year before",
        computed_mark: "worked out from the printed change",
        about: "about ",
        two_years: |topic| format!("{topic}: this year and the year before"),
        changed: |label, before, now, order| match order {
            Ordering::Greater => format!("{label}: up from {before} the year before to {now}"),
            Ordering::Less => format!("{label}: down from {before} the year before to {now}"),
            Ordering::Equal => format!("{label}: {now}, as in the year before"),
        },
        years: |indicator, from, to| format!("{indicator}, {from}–{to}"),
        went: |indicator, first, last, order| match order {
            Ordering::Greater => {
                format!(
                    "{indicator}: up from {} in {} to {} in {}",
                    first.1, first.0, last.1, last.0
                )
            }
            Ordering::Less => {
                format!(
                    "{indicator}: down from {} in {} to {} in {}",
                    first.1, first.0, last.1, last.0
                )
            }
            Ordering::Equal => format!("{indicator}: {} in {} as in {}", last.1, last.0, first.0),
        },
        through_reports: "Year by year, in the open reports",
        across: "Rates of other topics",
        across_name: "Other topics",
        full_rates: |count, full, lowest| {
            format!("{full} of {count} rates are 100%; lowest: {}, {}", lowest.0, lowest.1)
        },
        national: |shown, year| format!("China {shown}% ({year})"),
        national_head: "China",
        national_note: |indicator, year, definition, source| {
            format!(
                "Vertical line: {indicator} in all of China, {year}: {definition}. Source: {source}."
            )
        },
        keys: "Arrow keys move between items, Enter goes to the text, Escape leaves",
    },
    find: FindMessages {
        label: "Find",
        previous: "Previous match",
        next: "Next match",
        clear: "End the search",
        nothing: "Not found",
        place: |number, count, is_more| {
            format!("Match {number} of {}{count}", if is_more { "at least " } else { "" })
        },
    },
    listing: ListingMessages {
        widen: "Show as table",
        narrow: "Close the table",
        filter: "Filter figures",
        kinds: "Kind",
        all_topics: "All topics",
        all_sections: "All sections",
        all_kinds: "All kinds",
        kind: |kind| match kind {
            StatisticKind::Count => "Count",
            StatisticKind::Part => "Part of a total",
            StatisticKind::Rate => "Rate",
            StatisticKind::Amount => "Amount of money",
            StatisticKind::Zero => "Zero",
            StatisticKind::Change => "With change on last year",
            StatisticKind::ChangeOnly => "Change only",
            StatisticKind::Period => "Other period",
        },
        choice: |name, count| format!("{name} ({count})"),
        shown: |shown, all| {
            if shown == all {
                counted(all, "figure", "figures")
            } else {
                format!("{shown} of {all} figures")
            }
        },
        none: "No figure matches.",
        clear: "Clear filters",
        copy: "Copy table",
        copied: |rows| {
            format!("{} copied; paste into a spreadsheet.", counted(rows, "row", "rows"))
        },
        not_copied: "The browser does not allow copying. Select the table and copy it by hand.",
        chart: "Chart",
        columns: ListingColumns {
            name: "Indicator",
            topic: "Topic",
            value: "Value",
            change: "Change",
            parent: "Part of",
            period: "Period",
            section: "Section",
            source: "Source text",
        },
        copied_columns: [
            "Name",
            "Indicator",
            "Topic",
            "Value",
            "Unit",
            "Approximation",
            "Change",
            "Part of",
            "Period",
            "Section",
            "Source text",
        ],
    },
};

fn year_before(year: Option<i32>) -> String {
    year.map_or_else(|| "Year before".to_owned(), |year| (year - 1).to_string())
}

/// `1 section`, `2 sections`.
fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// Only units that mean the same wherever they stand, and 件 where it counts cases.
fn gloss(topic: Topic, unit: &str) -> &'static str {
    match (unit, topic) {
        ("件" | "宗" | "起", Topic::Reconsideration | Topic::Litigation | Topic::Petition) => {
            "cases"
        }
        ("件" | "项" | "条", _) => "items",
        ("宗" | "起", _) => "cases",
        ("人次", _) => "person-times",
        ("人" | "名" | "位", _) => "persons",
        ("次" | "场次", _) => "times",
        ("场", _) => "events",
        ("件次" | "批次" | "户次" | "家次" | "辆次", _) => "occasions",
        ("批", _) => "batches",
        ("份", _) => "copies",
        ("册", _) => "volumes",
        ("户", _) => "households",
        ("家", _) => "bodies",
        ("处", _) => "places",
        ("元", _) => "yuan",
        ("亩", _) => "mu (1/15 ha)",
        ("公顷", _) => "hectares",
        ("平方米", _) => "m²",
        ("吨", _) => "tonnes",
        _ => "",
    }
}

fn explanation(problem: Problem) -> Explanation {
    let (what, next) = match problem {
        Problem::Source(error) => source_words(error),
        Problem::TooLarge => (
            "The file is larger than 50 MB; no report is that large. ",
            "Keep only the report, save it, and open it again.",
        ),
        Problem::NotReadable => (
            "The browser could not read it; it may be a folder, or the file was moved. ",
            "Choose the file again.",
        ),
        Problem::NoReaders => (
            "The part that reads such files was not loaded. ",
            "Check the network and try again, or copy the whole report and paste it here.",
        ),
        Problem::Stopped => {
            ("Reading stopped midway. ", "Try again; if it stops again, paste the whole report.")
        }
        Problem::NothingGiven => (
            "Neither a file nor text arrived. ",
            "Drop a file, or copy the whole report and paste it.",
        ),
    };
    Explanation { what, next }
}

fn source_words(error: SourceError) -> (&'static str, &'static str) {
    match error {
        SourceError::Empty => (
            "There is no text in it. ",
            "Make sure that the file is not empty, or copy the whole report and paste it.",
        ),
        SourceError::OpenDocument | SourceError::RichText => (
            "Documents of this kind cannot be read yet. ",
            "Open it, save it as DOCX, and drop it here.",
        ),
        SourceError::Spreadsheet => (
            "This is a spreadsheet or presentation, not a report. ",
            "Open the report, select all, copy, and paste it here.",
        ),
        SourceError::WebArchive => (
            "This is a web page packed by Safari, which cannot be read yet. ",
            "Copy the page and paste it here, or save it as a web page.",
        ),
        SourceError::Archive => {
            ("Archives of this kind cannot be read yet. ", "Unpack it and open the report inside.")
        }
        SourceError::Folder => {
            ("The archive holds several files. ", "Unpack it and open the report inside.")
        }
        SourceError::EmptyFolder => (
            "The archive holds no document that can be read. ",
            "Make sure that it is the right archive, or unpack it and open the report inside.",
        ),
        SourceError::Damaged => (
            "The file is incomplete or damaged; no text could be read. ",
            "Download it again, or open it in its own program and save a copy.",
        ),
        SourceError::Locked => (
            "The file is protected by a password. ",
            "Open it in its own program, save it without password, and try again.",
        ),
        SourceError::Scanned => (
            "No text could be read: every page is a picture (a scan). ",
            "Use a version with text, or run text recognition first.",
        ),
        SourceError::TooMuch => (
            "The file unpacks to more than any report needs. ",
            "Keep only the report, save it, and open it again.",
        ),
        SourceError::NoReader => (
            "Documents of this kind cannot be read yet. ",
            "Open it, select all, copy, and paste it here; tables come along.",
        ),
        SourceError::Picture => (
            "No text could be read: this is a picture. ",
            "Use a version with text, or run text recognition first.",
        ),
        SourceError::NotText => (
            "This is not a document that can be read (text, web page, Word, PDF, OFD). ",
            "Open it in its own program, select all, copy, and paste it here.",
        ),
        SourceError::Unreadable => (
            "No text could be read: the encoding of the file is unknown. ",
            "Save it as UTF-8 text, or copy the whole report and paste it.",
        ),
    }
}

fn loss_words(loss: &Loss) -> String {
    let what = match loss.kind {
        LossKind::Picture => "picture, which may hold text",
        LossKind::ScannedPage => "scanned page without text",
        LossKind::EmbeddedObject => "embedded chart or document",
        LossKind::Attachment => "attachment",
        LossKind::UnknownCharacters => "characters that the file does not explain",
        LossKind::DamagedPart => "damaged or missing part",
        LossKind::LockedPart => "part protected by a password",
        LossKind::BeyondLimit => "part beyond the limit",
        LossKind::OtherFile => "file that is no document",
    };
    match &loss.place {
        LossPlace::Document => what.to_owned(),
        LossPlace::Page(page) => format!("Page {page}: {what}"),
        LossPlace::Part(name) => format!("{name}: {what}"),
    }
}

fn change_words(change: &Change) -> String {
    let size = change.value.map(grouped).unwrap_or_default();
    // A unit says nothing without a size.
    let unit = change.unit.as_deref().filter(|_| !size.is_empty()).unwrap_or_default();
    if unit == "ratio" {
        return format!("{size} times last year’s");
    }
    let unit = match unit {
        "%" => "%".to_owned(),
        "个百分点" => " percentage points".to_owned(),
        "倍" => " times".to_owned(),
        "" => String::new(),
        unit => format!("\u{a0}{unit}"),
    };
    let mut words = match change.direction {
        Direction::Up => format!("up {size}{unit}").trim_end().to_owned(),
        Direction::Down => format!("down {size}{unit}").trim_end().to_owned(),
        Direction::Flat => return "same as last year".to_owned(),
    };
    words.push_str(" on last year");
    if let Some(from) = change.from {
        words.push_str(&format!(" ({})", grouped(from)));
    }
    words
}

/// An ISO 8601 interval in words: `2020-07-03/..` → from 3 July 2020.
fn period_words(period: &str) -> String {
    let date = date::in_english;
    match period.split_once('/') {
        Some((start, "..")) => format!("Period: from {}", date(start)),
        Some(("..", end)) => format!("Period: until {}", date(end)),
        Some((start, end)) => format!("Period: {} to {}", date(start), date(end)),
        None => format!("Period: {}", date(period)),
    }
}
