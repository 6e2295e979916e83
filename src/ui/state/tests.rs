use super::*;
use crate::i18n::ZH_HANS;
use crate::source::{Decode, SourceError};

struct NoDecoder;

impl Decode for NoDecoder {
    fn decode(&self, _: crate::source::LegacyEncoding, _: &[u8]) -> String {
        String::new()
    }
}

/// A report; names that differ make reports that differ.
pub(super) fn opened(name: &str) -> Opened {
    let text = format!(
        "青岩区统计局2024年法治政府建设年度报告\n\n一、工作情况\n{name}收到行政复议申请3件。\n"
    );
    let shelved = Shelved::new(crate::analyze(text.as_bytes(), name, &NoDecoder).unwrap(), None);
    Opened::new(&shelved, &ZH_HANS)
}

pub(super) fn begin(run: u32) -> Action {
    Action::Begin { name: "甲.txt".to_owned(), run, count: 1 }
}

pub(super) fn after(actions: Vec<Action>) -> AppState {
    actions.into_iter().fold(AppState::default(), |state, action| update(&state, action))
}

fn broken(run: u32) -> Action {
    let failed = vec![("甲.txt".to_owned(), Problem::Source(SourceError::Empty))];
    Action::Finish { run, first: None, read: Vec::new(), failed }
}

pub(super) fn ready(run: u32, opened: &Opened) -> Action {
    let read = vec![opened.analysis.clone()];
    Action::Finish { run, first: Some(opened.clone()), read, failed: Vec::new() }
}

#[test]
fn a_file_is_read_and_opened() {
    let report = opened("甲.txt");
    let state = after(vec![begin(1), ready(1, &report)]);
    assert_eq!(state.stage, Stage::Ready(report));
    assert_eq!(state.stage_name(), "ready");
}

#[test]
fn a_broken_file_leaves_the_open_report_standing() {
    let report = opened("甲.txt");
    let state = after(vec![begin(1), ready(1, &report), begin(2), broken(2)]);
    assert_eq!(state.stage, Stage::Ready(report));
    assert!(matches!(state.notice, Some(Notice::Problem { .. })));
}

#[test]
fn a_broken_first_file_fails() {
    assert!(matches!(after(vec![begin(1), broken(1)]).stage, Stage::Failed { .. }));
}

#[test]
fn cancel_brings_back_what_was_open() {
    let report = opened("甲.txt");
    assert_eq!(after(vec![begin(1), Action::Cancel]).stage, Stage::Empty);
    let state = after(vec![begin(1), ready(1, &report), begin(2), Action::Cancel]);
    assert_eq!(state.stage, Stage::Ready(report));
}

#[test]
fn an_answer_that_comes_too_late_changes_nothing() {
    let (old, new) = (opened("旧.txt"), opened("新.txt"));
    let late = after(vec![begin(1), Action::Cancel, ready(1, &old)]);
    assert_eq!(late.stage, Stage::Empty);
    let state = after(vec![begin(1), begin(2), ready(1, &old), ready(2, &new)]);
    assert_eq!(state.stage, Stage::Ready(new));
}

#[test]
fn the_report_stays_in_sight_while_another_is_read() {
    let report = opened("甲.txt");
    let state = after(vec![begin(1), ready(1, &report), begin(2)]);
    assert_eq!(state.opened(), Some(&report));
    assert_eq!(state.stage_name(), "reading");
}

#[test]
fn a_deep_link_waits_for_the_first_report_only() {
    let report = opened("甲.txt");
    let state = after(vec![Action::Visit(Place::Section(0)), begin(1), ready(1, &report)]);
    assert_eq!(state.place, Place::Section(0));
    let next = [begin(2), ready(2, &opened("乙.txt"))];
    let state = next.into_iter().fold(state, |state, action| update(&state, action));
    assert_eq!(state.place, Place::Start, "the place was one of the former report");
}

#[test]
fn choosing_the_same_place_again_moves_there_again() {
    let first = after(vec![Action::Go(Place::Statistic(0), View::Text)]);
    let again = update(&first, Action::Go(Place::Statistic(0), View::Text));
    assert_ne!(first.moves, again.moves);
    let echo = update(&again, Action::Visit(Place::Statistic(0)));
    assert_eq!(again, echo, "the address only follows");
}

#[test]
fn several_files_are_not_passed_over_in_silence() {
    let (first, second) = (opened("甲.txt"), opened("乙.txt"));
    let problem = Problem::Source(SourceError::Scanned);
    let finish = Action::Finish {
        run: 1,
        first: Some(first.clone()),
        read: vec![first.analysis.clone(), second.analysis.clone()],
        failed: vec![("丙.pdf".to_owned(), problem)],
    };
    let begin = Action::Begin { name: "甲.txt".to_owned(), run: 1, count: 3 };
    let state = after(vec![begin, Action::Progress { run: 1, done: 2, count: 3 }, finish]);
    assert_eq!(state.stage, Stage::Ready(first), "the first one is shown");
    assert_eq!(state.shelf.len(), 2);
    let missed = vec![("丙.pdf".to_owned(), problem)];
    let notice = Notice::Several { opened: 2, again: 0, failed: missed };
    assert_eq!(state.notice, Some(notice), "what could not be read is named");
    let state = update(&state, Action::Choose(second.clone()));
    assert_eq!(state.stage, Stage::Ready(second));
    assert_eq!(state.shelf.len(), 2, "choosing opens nothing anew");
}

#[test]
fn a_text_read_again_takes_the_place_of_its_first_reading() {
    let (first, again) = (opened("甲.txt"), opened("甲.txt"));
    let replace = Action::Replace(first.analysis.clone());
    let state = after(vec![begin(1), ready(1, &first), begin(2), replace, ready(2, &again)]);
    assert_eq!(state.stage, Stage::Ready(again.clone()));
    assert_eq!(state.shelf, std::slice::from_ref(&again.analysis));
}

#[test]
fn progress_of_an_earlier_reading_is_none() {
    let state = after(vec![begin(1), begin(2), Action::Progress { run: 1, done: 5, count: 9 }]);
    assert!(matches!(state.stage, Stage::Reading { done: 0, .. }));
}

#[test]
fn a_text_is_shown_in_the_script_that_is_wanted_and_no_other() {
    let report = opened("甲.txt");
    let identity = report.identity();
    let written = |script: Script| {
        let text = crate::text::script::rewrite(report.text(), script);
        Action::Rewritten(identity, script, text.into())
    };
    let base = [begin(1), ready(1, &report)];
    let after_base = |more: Vec<Action>| after(base.iter().cloned().chain(more).collect());
    let shown = |state: &AppState| state.opened().map(|it| (it.script(), it.tongue)).unwrap();

    let traditional = Script::Traditional;
    let state = after_base(vec![Action::Write(Some(traditional)), written(traditional)]);
    assert_eq!(shown(&state), (Some(traditional), "zh-Hant"));
    let opened = state.opened().unwrap();
    let span = report.analysis.report.statistics[0].span;
    assert_eq!(opened.words(span).len(), report.words(span).len());
    assert_eq!(opened.identity(), identity);
    // An answer that comes late, or is not as long as the text, is not shown.
    let late = after_base(vec![Action::Write(None), written(traditional)]);
    assert_eq!(shown(&late), (None, "zh-Hans"));
    let odd = Action::Rewritten(identity, traditional, "短".into());
    assert_eq!(shown(&after_base(vec![Action::Write(Some(traditional)), odd])).0, None);
    let failed = after_base(vec![Action::Write(Some(traditional)), Action::NotRewritten]);
    assert_eq!((failed.script, failed.notice), (None, Some(Notice::NotRewritten)));
}
