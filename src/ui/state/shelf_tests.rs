//! Several reports: opening one twice, closing, having back, and the way from one to another.

use super::tests::{after, begin, opened, ready};
use super::*;

/// A page with these reports open, the last one shown.
fn with(reports: &[&Opened]) -> AppState {
    let open = reports.iter().zip(1..).flat_map(|(report, run)| [begin(run), ready(run, report)]);
    after(open.collect())
}

fn then(state: &AppState, actions: Vec<Action>) -> AppState {
    actions.into_iter().fold(state.clone(), |state, action| update(&state, action))
}

#[test]
fn a_file_that_is_open_already_is_shown_and_not_listed_twice() {
    let (first, second) = (opened("甲.txt"), opened("乙.txt"));
    let state = with(&[&first, &second]);
    let copy = opened("甲.txt");
    let state = then(&state, vec![begin(3), ready(3, &copy)]);
    assert_eq!(state.shelf, [copy.analysis.clone(), second.analysis.clone()]);
    assert_eq!(state.opened(), Some(&copy), "switched to");
    assert_eq!(state.notice, Some(Notice::Again("甲.txt".to_owned())));
}

#[test]
fn the_shown_report_opened_once_more_is_left_as_it_stands() {
    let report = opened("甲.txt");
    let go = Action::Go(Place::Section(0), View::Text);
    let state = then(&with(&[&report]), vec![go, begin(2), ready(2, &opened("甲.txt"))]);
    assert_eq!(state.opened(), Some(&report));
    assert_eq!((state.shelf.len(), state.place), (1, Place::Section(0)));
    assert!(matches!(state.notice, Some(Notice::Again(_))));
}

#[test]
fn a_folder_with_a_report_twice_gives_it_once() {
    let (first, second) = (opened("甲.txt"), opened("乙.txt"));
    let read =
        vec![first.analysis.clone(), opened("甲.txt").analysis.clone(), second.analysis.clone()];
    let finish = Action::Finish { run: 1, first: Some(first), read, failed: Vec::new() };
    let state = after(vec![begin(1), finish]);
    assert_eq!(state.shelf.len(), 2);
    let notice = Notice::Several { opened: 2, again: 1, failed: Vec::new() };
    assert_eq!(state.notice, Some(notice));
}

#[test]
fn a_closed_report_comes_back_to_its_place() {
    let (first, second) = (opened("甲.txt"), opened("乙.txt"));
    let state = with(&[&first, &second]);
    let state = then(&state, vec![Action::Choose(first.clone())]);
    let state = then(&state, vec![Action::Go(Place::Statistic(0), View::Text)]);
    let closed = then(&state, vec![Action::Close(Some(second.clone()))]);
    assert_eq!(closed.opened(), Some(&second));
    assert_eq!(closed.shelf, std::slice::from_ref(&second.analysis));
    assert_eq!(closed.place, Place::Start, "a place of the closed report");
    let back = then(&closed, vec![Action::Reopen]);
    assert_eq!(back.opened(), Some(&first), "the same one, not set anew");
    assert_eq!(back.shelf, state.shelf);
    assert_eq!((back.place, back.view), (Place::Statistic(0), View::Text));
    assert_eq!(back.notice, None);
}

#[test]
fn closing_the_last_report_leaves_the_empty_page() {
    let report = opened("甲.txt");
    let state = then(&with(&[&report]), vec![Action::Go(Place::Checks, View::Checks)]);
    let closed = then(&state, vec![Action::Close(None)]);
    assert_eq!((closed.stage_name(), closed.place), ("empty", Place::Start));
    let back = then(&closed, vec![Action::Reopen]);
    assert_eq!((back.opened(), back.place), (Some(&report), Place::Checks));
}

#[test]
fn what_is_being_read_goes_on_while_reports_are_closed_and_chosen() {
    let (first, second) = (opened("甲.txt"), opened("乙.txt"));
    let third = opened("丙.txt");
    let state = then(&with(&[&first, &second]), vec![begin(3), Action::Choose(first.clone())]);
    assert_eq!((state.stage_name(), state.opened()), ("reading", Some(&first)));
    let state = then(&state, vec![Action::Close(Some(second.clone())), Action::Close(None)]);
    assert_eq!((state.stage_name(), state.opened()), ("reading", None));
    let state = then(&state, vec![ready(3, &third)]);
    assert_eq!(state.opened(), Some(&third));
}

#[test]
fn the_comparison_leads_to_another_report_and_back() {
    let (first, second) = (opened("甲.txt"), opened("乙.txt"));
    let here = Place::Section(0);
    let state = then(
        &with(&[&first, &second]),
        vec![
            Action::Go(here, View::Text),
            Action::Go(Place::Compare, View::Compare),
            Action::Jump(first.clone(), Place::Statistic(0), View::Text),
        ],
    );
    assert_eq!((state.opened(), state.place), (Some(&first), Place::Statistic(0)));
    let back = then(&state, vec![Action::Visit(Place::Compare)]);
    assert_eq!((back.view, back.place), (View::Compare, Place::Compare));
    let forward = then(&back, vec![Action::Visit(Place::Statistic(0))]);
    assert_eq!(forward.opened(), Some(&first), "the figure is one of this report");
    let further_back = then(&back, vec![Action::Visit(here)]);
    assert_eq!((further_back.opened(), further_back.place), (Some(&second), here));
}

#[test]
fn who_opens_a_report_to_compare_with_stays_in_the_comparison() {
    let (first, second) = (opened("甲.txt"), opened("乙.txt"));
    let go = Action::Go(Place::Compare, View::Compare);
    let state = then(&with(&[&first]), vec![go, begin(2), ready(2, &second)]);
    assert_eq!((state.place, state.view), (Place::Compare, View::Compare));
    assert_eq!(state.opened(), Some(&second));
    let state = then(&state, vec![Action::Choose(first)]);
    assert_eq!(state.place, Place::Start, "a report that was asked for is shown");
}
