//! Opening what the reader gives.

use std::cell::Cell;
use std::rc::Rc;

use yew::platform::spawn_local;
use yew::prelude::*;

use super::Dispatch;
use crate::i18n::{Messages, Problem};
use crate::ui::platform::engine::{Answer, Engine};
use crate::ui::platform::given::{self, Given};
use crate::ui::platform::reading::Read;
use crate::ui::samples::SAMPLES;
use crate::ui::state::{Action, Opened, Shelved};

/// Opens files, words and samples.
#[derive(Clone)]
pub(in crate::ui) struct Opener {
    engine: Engine,
    dispatch: Dispatch,
    messages: &'static Messages,
    runs: Rc<Cell<u32>>,
}

/// What opens reports; it lives as long as the page.
#[hook]
pub(in crate::ui) fn use_opener(dispatch: Dispatch, messages: &'static Messages) -> Rc<Opener> {
    use_memo((), move |()| {
        let answers = dispatch.clone();
        let on_answer = Callback::from(move |answer: Answer| match answer {
            Answer::Progress(run, done) => answers.dispatch(Action::Progress { run, done }),
            Answer::Done(run, reads) => answers.dispatch(finish(run, reads, messages)),
        });
        Opener { engine: Engine::new(on_answer), dispatch, messages, runs: Rc::default() }
    })
}

/// What a reading gave, as the page takes it up: the first report is set right away, the others when they are chosen.
fn finish(run: u32, reads: Option<Vec<Read>>, messages: &Messages) -> Action {
    let mut failed = Vec::new();
    let mut read = Vec::new();
    for it in
        reads.unwrap_or_else(|| vec![Read { name: String::new(), result: Err(Problem::Stopped) }])
    {
        match it.result {
            Ok(analysis) => read.push(Shelved::new(analysis)),
            Err(problem) => failed.push((it.name, problem)),
        }
    }
    let first = read.first().map(|first| Opened::new(first, messages));
    Action::Finish { run, first, read, failed }
}

impl Opener {
    /// Opens what was given.
    pub(in crate::ui) fn open(&self, given: Given) {
        match given {
            Given::Files(files) => self.open_files(&files),
            Given::Words(words) => {
                self.analyze(self.messages.pasted_name.to_owned(), words.into_bytes());
            }
            Given::Sample(sample) => {
                if let Some(sample) = SAMPLES.get(sample) {
                    self.analyze(sample.file.to_owned(), sample.words.as_bytes().to_vec());
                }
            }
            Given::Nothing => self.dispatch.dispatch(Action::Refuse {
                name: self.messages.pasted_name.to_owned(),
                problem: Problem::NothingGiven,
            }),
        }
    }

    /// Gives up the reading under way.
    pub(in crate::ui) fn cancel(&self) {
        self.engine.cancel();
        self.next_run();
        self.dispatch.dispatch(Action::Cancel);
    }

    fn open_files(&self, files: &[web_sys::File]) {
        let name = |file: &web_sys::File| match file.name() {
            name if name.is_empty() => self.messages.unnamed.to_owned(),
            name => name,
        };
        let Some(first) = files.first().map(name) else {
            return self.open(Given::Nothing);
        };
        let files: Vec<_> = files.iter().map(|file| (name(file), file.clone())).collect();
        let run = self.begin(&first, files.len());
        let opener = self.clone();
        spawn_local(async move {
            let (mut read, mut failed) = (Vec::new(), Vec::new());
            for (name, file) in files {
                match given::read(&file).await {
                    Ok(bytes) => read.push((name, bytes)),
                    Err(problem) => failed.push((name, problem)),
                }
                // The reader may have canceled or given something else meanwhile.
                if opener.runs.get() != run {
                    return;
                }
            }
            if read.is_empty() {
                let action = Action::Finish { run, first: None, read: Vec::new(), failed };
                return opener.dispatch.dispatch(action);
            }
            for (name, problem) in failed {
                opener.dispatch.dispatch(Action::Miss { run, name, problem });
            }
            opener.engine.analyze(run, read);
        });
    }

    fn analyze(&self, name: String, bytes: Vec<u8>) {
        let run = self.begin(&name, 1);
        self.engine.analyze(run, vec![(name, bytes)]);
    }

    fn begin(&self, name: &str, count: usize) -> u32 {
        let run = self.next_run();
        self.dispatch.dispatch(Action::Begin { name: name.to_owned(), run, count });
        run
    }

    fn next_run(&self) -> u32 {
        let run = self.runs.get().wrapping_add(1);
        self.runs.set(run);
        run
    }
}
