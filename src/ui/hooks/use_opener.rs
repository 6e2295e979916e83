//! Opening what the reader gives.

use std::cell::Cell;
use std::rc::Rc;

use yew::platform::spawn_local;
use yew::prelude::*;

use super::Dispatch;
use crate::i18n::{Messages, Problem};
use crate::ui::platform::engine::{Answer, Engine};
use crate::ui::platform::given::{self, Given};
use crate::ui::samples::SAMPLES;
use crate::ui::state::{Action, Opened};

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
        let on_answer = Callback::from(move |(run, result): Answer| {
            let result = result.map(|analysis| Opened::new(analysis, messages));
            answers.dispatch(Action::Finish { run, result });
        });
        Opener { engine: Engine::new(on_answer), dispatch, messages, runs: Rc::default() }
    })
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
        let Some(file) = files.first().cloned() else {
            return self.open(Given::Nothing);
        };
        let name = match file.name() {
            name if name.is_empty() => self.messages.unnamed.to_owned(),
            name => name,
        };
        let run = self.begin(&name, files.len());
        let opener = self.clone();
        spawn_local(async move {
            let read = given::read(&file).await;
            // The reader may have canceled or given something else meanwhile.
            if opener.runs.get() != run {
                return;
            }
            match read {
                Ok(bytes) => opener.engine.analyze(run, name, bytes),
                Err(problem) => {
                    opener.dispatch.dispatch(Action::Finish { run, result: Err(problem) });
                }
            }
        });
    }

    fn analyze(&self, name: String, bytes: Vec<u8>) {
        let run = self.begin(&name, 1);
        self.engine.analyze(run, name, bytes);
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
