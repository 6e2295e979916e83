//! 已打开的报告: what is on the shelf, what is taken from it, and the way from one report to another.

use super::{Action, AppState, Closed, Notice, Opened, Shelved, Stage, Trail, View, show, update};
use crate::ui::address::Place;

/// Takes reports up, each once: how many are new, and how many were open already.
///
/// One that was open is replaced where it stands, so that what was read last is what is shown.
pub(super) fn put(next: &mut AppState, read: Vec<Shelved>) -> (usize, usize) {
    let kept = next.opened().map(|opened| opened.analysis.clone());
    let (mut added, mut again) = (0, 0);
    let before = next.shelf.len();
    for shelved in read {
        match next.shelf.iter().position(|other| other.is_like(&shelved)) {
            Some(at) => {
                again += 1;
                let is_shown = kept.as_ref() == Some(&next.shelf[at]);
                if at < before && !is_shown {
                    next.shelf[at] = shelved;
                }
            }
            None => {
                added += 1;
                next.shelf.push(shelved);
            }
        }
    }
    (added, again)
}

/// Shows another open report from its start; a reading under way goes on.
pub(super) fn choose(next: &mut AppState, opened: Opened) {
    let reading = reading(&next.stage, &opened);
    show(next, opened);
    if let Some(reading) = reading {
        next.stage = reading;
    }
}

/// A reading under way, with another report shown meanwhile.
fn reading(stage: &Stage, opened: &Opened) -> Option<Stage> {
    let mut stage = stage.clone();
    let Stage::Reading { kept, .. } = &mut stage else { return None };
    *kept = Some(opened.clone());
    Some(stage)
}

/// Shows `opened` in place of the report that is shown.
fn put_up(next: &mut AppState, opened: &Opened) {
    // It may have been put aside before the reader chose another language.
    let opened = &opened.in_language(next.language);
    next.stage = reading(&next.stage, opened).unwrap_or_else(|| Stage::Ready(opened.clone()));
    next.section = None;
}

/// Whether a report is the one that is shown, in whatever language.
fn is_shown(state: &AppState, opened: &Opened) -> bool {
    state.opened().is_some_and(|shown| shown.analysis == opened.analysis)
}

/// Goes to a place, in another report if need be.
pub(super) fn jump(state: &AppState, opened: Opened, place: Place, view: View) -> AppState {
    let mut next = state.clone();
    if !is_shown(state, &opened) {
        put_up(&mut next, &opened);
    }
    let shown = next.opened().cloned();
    if let (Some(trail), Some(shown), Place::Compare) = (&mut next.trail, shown, state.place) {
        trail.to = Some((place, shown));
    }
    update(&next, Action::Go(place, view))
}

/// Remembers from which report the comparison was asked for.
pub(super) fn note_trail(next: &mut AppState, place: Place) {
    let is_entry = place == Place::Compare && next.place != Place::Compare;
    let is_known = next.trail.as_ref().is_some_and(|trail| {
        trail
            .to
            .as_ref()
            .is_some_and(|(to, opened)| *to == next.place && next.opened() == Some(opened))
    });
    if let (true, false, Some(from)) = (is_entry, is_known, next.opened().cloned()) {
        next.trail = Some(Trail { from, to: None });
    }
}

/// Back and Forward out of the comparison: brings back the report that the place is one of.
pub(super) fn follow_trail(next: &mut AppState, place: Place) {
    let (Place::Compare, Some(trail)) = (next.place, next.trail.clone()) else { return };
    let forward = trail.to.filter(|(to, _)| *to == place).map(|(_, opened)| opened);
    let opened = forward.unwrap_or(trail.from);
    let is_open = next.shelf.contains(&opened.analysis);
    if is_open && !is_shown(next, &opened) {
        put_up(next, &opened);
    }
}

/// Takes the shown report away and shows `other`, or nothing.
pub(super) fn close(next: &mut AppState, other: Option<Opened>) {
    let Some(opened) = next.opened().cloned() else { return };
    let Some(at) = next.shelf.iter().position(|shelved| *shelved == opened.analysis) else {
        return;
    };
    next.shelf.remove(at);
    next.notice = Some(Notice::Closed(Closed { opened, at, place: next.place, view: next.view }));
    match (other, &mut next.stage) {
        (Some(other), _) if next.place == Place::Compare => put_up(next, &other),
        (Some(other), _) => choose(next, other),
        (None, Stage::Reading { kept, .. }) => *kept = None,
        (None, stage) => *stage = Stage::Empty,
    }
    if next.shelf.is_empty() {
        next.place = Place::Start;
        next.view = View::Overview;
        next.section = None;
        next.is_outline_open = false;
        next.trail = None;
    }
}

/// Brings back what was closed, at the place where it was left.
pub(super) fn restore(next: &mut AppState) {
    let Some(Notice::Closed(closed)) = next.notice.take() else { return };
    next.shelf.insert(closed.at.min(next.shelf.len()), closed.opened.analysis.clone());
    put_up(next, &closed.opened);
    *next = update(next, Action::Go(closed.place, closed.view));
}
