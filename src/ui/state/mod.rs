//! 状态: what the page shows, and how it changes.

use std::rc::Rc;

mod opened;
mod shelf;

pub use opened::{Gap, Opened, OpenedParts, Shelved};

use super::address::Place;
use crate::i18n::{Language, Problem};
use crate::text::script::Script;

/// Where the page stands.
#[derive(Clone, Debug, PartialEq)]
pub enum Stage {
    /// Nothing is open.
    Empty,
    /// A file is being read.
    Reading {
        /// Its name.
        name: String,
        /// Tells this reading from earlier ones whose answer may still come.
        run: u32,
        /// The report that stays open meanwhile.
        kept: Option<Opened>,
        /// How many files were given with it.
        count: usize,
        /// How many of them are done.
        done: usize,
    },
    /// A report is open.
    Ready(Opened),
    /// The first file could not be read.
    Failed {
        /// Its name.
        name: String,
        /// Why.
        problem: Problem,
    },
}

/// The views that take turns on a narrow screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// 概览.
    #[default]
    Overview,
    /// 正文.
    Text,
    /// 数据.
    Statistics,
    /// 图表.
    Charts,
    /// 核查.
    Checks,
    /// 对比, on screens of any width in place of the rest.
    Compare,
}

impl View {
    /// The views of the bar, in its order.
    pub const ALL: [View; 5] =
        [View::Overview, View::Text, View::Statistics, View::Charts, View::Checks];

    /// The name in the page's markup.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Overview => "overview",
            Self::Text => "text",
            Self::Statistics => "statistics",
            Self::Charts => "charts",
            Self::Checks => "checks",
            Self::Compare => "compare",
        }
    }
}

/// Something to tell beside the open report.
#[derive(Clone, Debug, PartialEq)]
pub enum Notice {
    /// A file could not be read; the report that was open still is.
    Problem {
        /// The file's name.
        name: String,
        /// Why.
        problem: Problem,
    },
    /// The reports that are open could not be saved.
    NotSaved,
    /// The text could not be shown in the script that was chosen.
    NotRewritten,
    /// What the reader chose lasts as long as the page only.
    NotKept,
    /// Several files were given.
    Several {
        /// How many reports were opened.
        opened: usize,
        /// How many more were open already.
        again: usize,
        /// What could not be read.
        failed: Vec<(String, Problem)>,
    },
    /// A file was open already, by its name.
    Again(String),
    /// A report was closed and can be had back.
    Closed(Closed),
}

/// 已关闭的报告: a closed report with all that brings it back.
#[derive(Clone, Debug, PartialEq)]
pub struct Closed {
    /// The report.
    pub opened: Opened,
    at: usize,
    place: Place,
    view: View,
}

/// Where the reader went from the comparison, and from which report the comparison was asked for: addresses name places
/// but no reports.
#[derive(Clone, Debug, PartialEq)]
pub struct Trail {
    from: Opened,
    to: Option<(Place, Opened)>,
}

/// What the page shows.
#[derive(Clone, Debug, PartialEq)]
pub struct AppState {
    /// Where the page stands.
    pub stage: Stage,
    /// The language of the page.
    pub language: Language,
    /// The script that the reader wants the text in; `None` as printed.
    pub script: Option<Script>,
    /// Something to tell beside the open report.
    pub notice: Option<Notice>,
    /// All reports that are open, in the order in which they came.
    pub shelf: Vec<Shelved>,
    /// The report whose place is taken by what is being read.
    pub replaced: Option<Shelved>,
    /// Files of the reading under way that the browser could not hand over.
    pub missed: Vec<(String, Problem)>,
    /// The place in the open report.
    pub place: Place,
    /// The way through the comparison.
    pub trail: Option<Trail>,
    /// Counts the moves to a place, so that a move to where one is already is a move too.
    pub moves: u32,
    /// Whether the last move came from the address: Back, Forward, or a link followed.
    pub is_return: bool,
    /// The section that is being read.
    pub section: Option<usize>,
    /// The view on a narrow screen.
    pub view: View,
    /// Whether the outline is drawn out, where it is a drawer.
    pub is_outline_open: bool,
}

impl Default for AppState {
    fn default() -> Self {
        Self {
            stage: Stage::Empty,
            language: Language::default(),
            script: None,
            notice: None,
            shelf: Vec::new(),
            replaced: None,
            missed: Vec::new(),
            place: Place::Start,
            trail: None,
            moves: 0,
            is_return: false,
            section: None,
            view: View::default(),
            is_outline_open: false,
        }
    }
}

impl AppState {
    /// The report to show, also while another one is read.
    #[must_use]
    pub fn opened(&self) -> Option<&Opened> {
        match &self.stage {
            Stage::Ready(opened) | Stage::Reading { kept: Some(opened), .. } => Some(opened),
            _ => None,
        }
    }

    /// Why the last file given was not opened.
    #[must_use]
    pub fn problem(&self) -> Option<Problem> {
        match (&self.stage, &self.notice) {
            (Stage::Failed { problem, .. }, _) | (_, Some(Notice::Problem { problem, .. })) => {
                Some(*problem)
            }
            _ => None,
        }
    }

    /// Whether the figures take the place of the text.
    #[must_use]
    pub fn is_data_wide(&self) -> bool {
        self.place == Place::Data && self.view == View::Statistics
    }

    /// The name of the stage in the page's markup.
    #[must_use]
    pub fn stage_name(&self) -> &'static str {
        match self.stage {
            Stage::Empty => "empty",
            Stage::Reading { .. } => "reading",
            Stage::Ready(_) => "ready",
            Stage::Failed { .. } => "failed",
        }
    }
}

/// Something that happened.
#[derive(Clone, Debug)]
pub enum Action {
    /// A file began to be read.
    Begin {
        /// Its name.
        name: String,
        /// Number of the reading.
        run: u32,
        /// How many files were given with it.
        count: usize,
    },
    /// So many files of a reading are done.
    Progress {
        /// Number of the reading.
        run: u32,
        /// How many.
        done: usize,
        /// Of how many: a packed file turns out to be several.
        count: usize,
    },
    /// The browser could not hand over one of several files.
    Miss {
        /// Number of the reading.
        run: u32,
        /// The file's name.
        name: String,
        /// Why.
        problem: Problem,
    },
    /// A reading came to an end.
    Finish {
        /// Number of the reading.
        run: u32,
        /// The first report, set.
        first: Option<Opened>,
        /// All reports, the first one among them.
        read: Vec<Shelved>,
        /// What could not be read.
        failed: Vec<(String, Problem)>,
    },
    /// The file that carries the viewer was saved with reports.
    Restore {
        /// All of them.
        shelf: Vec<Shelved>,
        /// The one that is shown.
        shown: Opened,
        /// Where the reader was.
        place: Place,
        /// In which view.
        view: View,
    },
    /// The reports that are open could not be saved.
    NotSaved,
    /// What is being read takes the place of a report that is open.
    Replace(Shelved),
    /// The reader chose another report of those that are open.
    Choose(Opened),
    /// The reader chose a place in a report that may be another one than is shown.
    Jump(Opened, Place, View),
    /// The reader closed the report that is shown; the next one to show.
    Close(Option<Opened>),
    /// The reader wants back what was closed.
    Reopen,
    /// The reader does not want to wait.
    Cancel,
    /// What was given holds nothing to read.
    Refuse {
        /// Its name.
        name: String,
        /// Why.
        problem: Problem,
    },
    /// The reader chose a place by a control of the page.
    Go(Place, View),
    /// The address changed: Back, Forward, or a link followed.
    Visit(Place),
    /// Another section came to where one reads.
    Scrolled(usize),
    /// The reader chose a view.
    Show(View),
    /// The outline drawer is opened or closed.
    ToggleOutline,
    /// The notice was read.
    Dismiss,
    /// The reader chose a language.
    Speak(Language),
    /// The reader chose a script for the text; `None` as printed.
    Write(Option<Script>),
    /// The text of the report with this identity, in a script.
    Rewritten(usize, Script, Rc<str>),
    /// The text could not be had in the script that was chosen.
    NotRewritten,
    /// The browser lets the page keep nothing.
    NotKept,
}

/// The state after `action`.
#[must_use]
pub fn update(state: &AppState, action: Action) -> AppState {
    let mut next = state.clone();
    match action {
        Action::Begin { name, run, count } => {
            next.notice = None;
            next.missed = Vec::new();
            next.replaced = None;
            next.stage =
                Stage::Reading { name, run, kept: state.opened().cloned(), count, done: 0 };
        }
        Action::Progress { run: of, done: now, count: of_all } => {
            if let Stage::Reading { run, done, count, .. } = &mut next.stage
                && *run == of
            {
                (*done, *count) = (now, of_all);
            }
        }
        Action::Miss { run: of, name, problem } => {
            if matches!(&next.stage, Stage::Reading { run, .. } if *run == of) {
                next.missed.push((name, problem));
            }
        }
        Action::Finish { run, first, read, failed } => {
            finish(&mut next, run, first, read, failed);
        }
        Action::Restore { shelf, shown, place, view } => {
            next.shelf = shelf;
            next.stage = Stage::Ready(shown);
            next = update(&next, Action::Go(place, view));
        }
        Action::NotKept => next.notice = Some(Notice::NotKept),
        Action::NotSaved => next.notice = Some(Notice::NotSaved),
        Action::Replace(shelved) => next.replaced = Some(shelved),
        Action::Choose(opened) => shelf::choose(&mut next, opened),
        Action::Jump(opened, place, view) => next = shelf::jump(state, opened, place, view),
        Action::Close(other) => shelf::close(&mut next, other),
        Action::Reopen => shelf::restore(&mut next),
        Action::Cancel => {
            if let Stage::Reading { kept, .. } = &state.stage {
                next.stage = kept.clone().map_or(Stage::Empty, Stage::Ready);
                next.notice = None;
            }
        }
        Action::Refuse { name, problem } => refuse(&mut next, name, problem),
        Action::Go(place, view) => {
            shelf::note_trail(&mut next, place);
            next.place = place;
            next.view = view;
            next.moves = next.moves.wrapping_add(1);
            next.is_return = false;
            next.is_outline_open = false;
            if let Place::Section(section) = place {
                next.section = Some(section);
            }
        }
        Action::Visit(place) => {
            if place != state.place {
                let view = match place {
                    Place::Start => View::Overview,
                    Place::Charts | Place::Chart(_) => View::Charts,
                    Place::Data => View::Statistics,
                    Place::Checks => View::Checks,
                    Place::Compare => View::Compare,
                    Place::Section(_) | Place::Statistic(_) | Place::Words(_) => View::Text,
                };
                shelf::follow_trail(&mut next, place);
                next = update(&next, Action::Go(place, view));
                next.is_return = true;
            }
        }
        Action::Scrolled(section) => next.section = Some(section),
        Action::Show(view) => next.view = view,
        Action::ToggleOutline => next.is_outline_open = !state.is_outline_open,
        Action::Dismiss => next.notice = None,
        Action::Speak(language) => {
            next.language = language;
            if let Some(opened) = opened_of(&mut next.stage) {
                *opened = opened.in_language(language);
            }
        }
        Action::Write(script) => {
            next.script = script;
            if let Some(opened) = opened_of(&mut next.stage).filter(|_| script.is_none()) {
                *opened = opened.in_script(None);
            }
        }
        Action::Rewritten(identity, script, text) => {
            let is_wanted = next.script == Some(script);
            let opened = opened_of(&mut next.stage).filter(|it| it.identity() == identity);
            if let Some(opened) = opened.filter(|_| is_wanted) {
                *opened = opened.in_script(Some((script, text)));
            }
        }
        Action::NotRewritten => {
            next = update(&next, Action::Write(None));
            next.notice = Some(Notice::NotRewritten);
        }
    }
    next
}

/// The report that is open.
fn opened_of(stage: &mut Stage) -> Option<&mut Opened> {
    match stage {
        Stage::Ready(opened) | Stage::Reading { kept: Some(opened), .. } => Some(opened),
        _ => None,
    }
}

fn finish(
    next: &mut AppState,
    run: u32,
    first: Option<Opened>,
    read: Vec<Shelved>,
    failed: Vec<(String, Problem)>,
) {
    let Stage::Reading { name, run: current, .. } = &next.stage else { return };
    if *current != run {
        return;
    }
    let name = name.clone();
    let mut problems = std::mem::take(&mut next.missed);
    problems.extend(failed);
    let Some(opened) = first else {
        let (file, problem) =
            problems.into_iter().next().unwrap_or((name.clone(), Problem::Stopped));
        return refuse(next, if file.is_empty() { name } else { file }, problem);
    };
    if let Some(replaced) = next.replaced.take() {
        next.shelf.retain(|shelved| *shelved != replaced);
    }
    let is_several = read.len() > 1 || !problems.is_empty();
    let is_known = |kept: &&Opened| {
        kept.analysis.is_like(&opened.analysis) && next.shelf.contains(&kept.analysis)
    };
    let known = next.opened().filter(is_known).cloned();
    let (added, again) = shelf::put(next, read);
    next.notice = match (is_several, again) {
        (true, again) => Some(Notice::Several { opened: added, again, failed: problems }),
        (false, 0) => None,
        (false, _) => Some(Notice::Again(opened.analysis.report.source.name.clone())),
    };
    match known {
        Some(kept) => next.stage = Stage::Ready(kept),
        // Who asked for a comparison and opened another report for it is not led away from it.
        None if next.opened().is_some() && next.place == Place::Compare => {
            next.section = None;
            next.stage = Stage::Ready(opened.in_language(next.language));
        }
        None => show(next, opened),
    }
}

/// Shows a report from its start, or from the place that the page's address named.
fn show(next: &mut AppState, opened: Opened) {
    let is_first = next.opened().is_none();
    // It may have been worded before the reader chose another language.
    next.stage = Stage::Ready(opened.in_language(next.language));
    next.section = None;
    next.is_outline_open = false;
    // The address of a page just loaded names a place in the report about to be opened; later, in the one before.
    if is_first && next.place != Place::Start {
        next.moves = next.moves.wrapping_add(1);
        next.is_return = false;
        match next.place {
            Place::Section(section) => next.section = Some(section),
            Place::Compare => next.view = View::Compare,
            _ => {}
        }
    } else {
        next.place = Place::Start;
        next.view = View::Overview;
    }
}

/// Tells what is wrong without taking away what is open.
fn refuse(next: &mut AppState, name: String, problem: Problem) {
    match next.opened().cloned() {
        Some(opened) => {
            next.stage = Stage::Ready(opened);
            next.notice = Some(Notice::Problem { name, problem });
        }
        None => {
            next.notice = None;
            next.stage = Stage::Failed { name, problem };
        }
    }
}

#[cfg(test)]
mod shelf_tests;
#[cfg(test)]
mod tests;
