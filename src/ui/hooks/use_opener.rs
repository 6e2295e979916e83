//! Opening what the reader gives.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use yew::platform::spawn_local;
use yew::prelude::*;

use super::Dispatch;
use crate::comparison::{Passages, RunningText};
use crate::i18n::{self, Messages, Problem};
use crate::source::{self, Encoding};
use crate::ui::platform::engine::{Answer, Engine};
use crate::ui::platform::given::{self, Given};
use crate::ui::platform::{Host, Read, settings};
use crate::ui::samples::SAMPLES;
use crate::ui::state::{Action, Opened, Shelved};

/// Opens files, words and samples.
#[derive(Clone)]
pub(in crate::ui) struct Opener {
    host: Host,
    engine: Engine,
    dispatch: Dispatch,
    runs: Rc<Cell<u32>>,
    /// The texts of the reading under way, kept so that they can be read again in another encoding.
    texts: Rc<RefCell<Texts>>,
}

/// A comparison that is asked for.
pub(in crate::ui) struct Asked {
    /// The earlier report, then the later one.
    pub(in crate::ui) pair: [Shelved; 2],
    /// Receives what was found; nothing when the work broke down.
    pub(in crate::ui) on_done: Callback<Option<Passages>>,
}

/// Texts by the names of their files.
type Texts = Vec<(String, Rc<[u8]>)>;

/// Longer texts are not kept: their encoding is beyond doubt.
const LONGEST_KEPT: usize = 2 << 20;

/// What opens reports; it lives as long as the page.
#[hook]
pub(in crate::ui) fn use_opener(host: &Host, dispatch: Dispatch) -> Rc<Opener> {
    let host = host.clone();
    use_memo((), move |()| {
        let speaking = host.clone();
        let answers = dispatch.clone();
        let texts: Rc<RefCell<Texts>> = Rc::default();
        let kept = texts.clone();
        let on_answer = Callback::from(move |answer: Answer| match answer {
            Answer::Progress(run, done, count) => {
                answers.dispatch(Action::Progress { run, done, count });
            }
            Answer::Done(run, reads) => {
                let texts = std::mem::take(&mut *kept.borrow_mut());
                answers.dispatch(finish(run, reads, &texts, messages(&speaking)));
            }
        });
        let engine = Engine::new(host.clone(), on_answer);
        Opener { host, engine, dispatch, runs: Rc::default(), texts }
    })
}

/// The words of the page as it speaks now.
fn messages(host: &Host) -> &'static Messages {
    i18n::messages(settings::language(host))
}

/// What a reading gave, as the page takes it up: the first report is set right away, the others when they are chosen.
fn finish(
    run: u32,
    reads: Option<Vec<Read>>,
    texts: &[(String, Rc<[u8]>)],
    messages: &Messages,
) -> Action {
    let mut failed = Vec::new();
    let mut read = Vec::new();
    for it in
        reads.unwrap_or_else(|| vec![Read { name: String::new(), result: Err(Problem::Stopped) }])
    {
        match it.result {
            Ok(analysis) => {
                let text = texts.iter().find(|(name, _)| *name == it.name);
                read.push(Shelved::new(analysis, text.map(|(_, bytes)| bytes.clone())));
            }
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
                self.analyze(messages(&self.host).pasted_name.to_owned(), words.into_bytes());
            }
            Given::Sample(sample) => {
                if let Some(sample) = SAMPLES.get(sample) {
                    let run = self.begin(sample.file, 1);
                    // Its encoding is beyond doubt.
                    self.texts.borrow_mut().clear();
                    self.engine.analyze_sample(run, sample.file);
                }
            }
            Given::Nothing => self.dispatch.dispatch(Action::Refuse {
                name: messages(&self.host).pasted_name.to_owned(),
                problem: Problem::NothingGiven,
            }),
        }
    }

    /// Compares two reports passage by passage; asked nothing, gives up the comparison under way.
    pub(in crate::ui) fn compare(&self, asked: Option<&Asked>) {
        let Some(asked) = asked else { return self.engine.cancel_comparison() };
        let texts = asked.pair.each_ref().map(|shelved| RunningText::of(shelved));
        self.engine.compare(texts.each_ref(), asked.on_done.clone());
    }

    /// Loads what reading needs, before it is needed.
    pub(in crate::ui) fn warm(&self) {
        self.engine.start();
    }

    /// Gives up the reading under way.
    pub(in crate::ui) fn cancel(&self) {
        self.engine.cancel();
        self.next_run();
        self.dispatch.dispatch(Action::Cancel);
    }

    fn open_files(&self, files: &[web_sys::File]) {
        let name = |file: &web_sys::File| match file.name() {
            name if name.is_empty() => messages(&self.host).unnamed.to_owned(),
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
            opener.start(run, read, None);
        });
    }

    /// Reads a text again in the encoding that the reader chose.
    pub(in crate::ui) fn read_again(&self, shelved: &Shelved, encoding: Encoding) {
        let Some(bytes) = shelved.bytes() else { return };
        let name = shelved.report.source.name.clone();
        let run = self.begin(&name, 1);
        self.dispatch.dispatch(Action::Replace(shelved.clone()));
        self.start(run, vec![(name, bytes.to_vec())], Some(encoding));
    }

    fn start(&self, run: u32, files: Vec<(String, Vec<u8>)>, encoding: Option<Encoding>) {
        let is_kept = |bytes: &[u8]| bytes.len() <= LONGEST_KEPT && !source::needs_formats(bytes);
        let texts = files.iter().filter(|(_, bytes)| is_kept(bytes));
        *self.texts.borrow_mut() =
            texts.map(|(name, bytes)| (name.clone(), Rc::from(bytes.as_slice()))).collect();
        self.engine.analyze(run, files, encoding);
    }

    fn analyze(&self, name: String, bytes: Vec<u8>) {
        let run = self.begin(&name, 1);
        self.start(run, vec![(name, bytes)], None);
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
