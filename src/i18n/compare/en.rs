//! English.

use super::CompareMessages;

/// English.
pub(in crate::i18n) const EN: CompareMessages = CompareMessages {
    name: "Compare",
    link: "Compare with other reports",
    invite: [
        "Open another report to compare.",
        "Last year's report of the same body: which words were carried over, which figures did not change, and what became of last year's plans.",
        "The report of a neighboring place or a like department: the same indicators side by side, and who disclosed them.",
    ],
    choice: |chosen, all| format!("Reports to compare ({chosen} of {all})"),
    no_issuer: "Unknown body",
    no_year: "Unknown year",
    pair: "Against last year",
    pair_choice: "Which two years",
    pair_name: |earlier, later| format!("{earlier} → {later}"),
    no_pair: "No two of these reports are by the same body in different years, so only figures are compared.",
    waiting: "Comparing the two reports sentence by sentence…",
    retry: "Compare again",
    broken: "The comparison stopped.",
    other_issuer: "One report does not name its body, so the two may not be by the same one.",
    apart: |earlier, later| {
        format!("The reports cover {earlier} and {later}, which do not follow each other.")
    },
    year_unknown: "The year of one report is not known; the order is that in which they were opened.",
    pair_note: "This lists what is alike and what changed, without judging: duties, rules and routine work are bound to be said again.",
    carried: "Words carried over",
    carried_share: |count, carried, all, share| {
        let passages = if count == 1 { "passage" } else { "passages" };
        format!("{count} {passages}; {carried} of this year's {all} characters = {share}%")
    },
    carried_thin: "Unknown: too little text for a share to tell anything",
    carried_none: "None found",
    carried_note: "Years and punctuation are left aside, and so are single sentences of less than 16 characters.",
    same: "Figures with last year's value",
    same_count: |count, all| format!("{count} of this year's {all} figures"),
    same_none: "None found",
    same_note: "Name, unit and value have to be the same; numbers below 10 and 100% are left aside.",
    plans: "Last year's plans, and what this year says",
    plans_count: |count, answered| {
        let plans = if count == 1 { "plan" } else { "plans" };
        format!("{count} {plans}; for {answered} a sentence was found that may speak of it")
    },
    plans_none: "Unknown: no plans were recognized in last year's report",
    plans_note: "A guess by shared words. That no sentence was found does not mean that nothing was done.",
    likeness: |percent| format!("A guess: shares {percent}% of the plan's words"),
    no_answer: "Unknown: no sentence like it was found",
    show_all: |count| format!("Show all {count}"),
    go: |report| format!("Go to the words ({report})"),
    table: "Indicators side by side",
    topic: "Topic",
    all_topics: "All topics",
    only_shared: "Only indicators that at least two reports have",
    rows: |count| match count {
        1 => "1 indicator".to_owned(),
        count => format!("{count} indicators"),
    },
    no_rows: "There are no such indicators.",
    indicator: "Indicator",
    table_note: "Values are as printed; what is “computed” is the difference between the values printed in two consecutive years. Press a value to see its words; by keyboard, move with the arrow keys and press Enter.",
    copy: "Copy table",
    copied: |is_copied| {
        if is_copied {
            "Copied; paste it into a spreadsheet."
        } else {
            "The browser does not allow copying. Please select the table and copy it yourself."
        }
    },
    other_unit: "Another unit: sizes do not compare",
    more: |count| match count {
        1 => "1 more value".to_owned(),
        count => format!("{count} more values"),
    },
    growth: |is_about, by, percent| {
        let about = if is_about { " about" } else { "" };
        match percent {
            Some(percent) => format!("computed:{about} {by} ({percent}%)"),
            None => format!("computed:{about} {by}"),
        }
    },
    points: "percentage points",
    close: "Close this report",
    closed: |title| format!("“{title}” was closed."),
    undo: "Undo",
    again: |name| format!("“{name}” was open already and is shown now."),
    several_again: |count| match count {
        1 => "1 more was open already and is not listed twice.".to_owned(),
        count => format!("{count} more were open already and are not listed twice."),
    },
};
