//! The page's side of the analysis: in a worker where the browser allows one, else on the page itself.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use js_sys::Array;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{MessageEvent, Worker};
use yew::Callback;

use super::host::Host;
use super::message::{self, File, Job, READY, Read};
use super::packed::unpack;
use crate::comparison::{Passages, RunningText};
use crate::i18n::Problem;
use crate::source::Encoding;

/// How long a worker may take to load its program and say that it is ready before the page does the work itself.
const PATIENCE: u32 = 20_000;
/// Lets the page paint before it is busy.
const BREATH: u32 = 30;

/// What comes of a reading, with its number.
pub(in crate::ui) enum Answer {
    /// So many documents are done, of so many.
    Progress(u32, usize, usize),
    /// All are done; `None` when the reading broke down.
    Done(u32, Option<Vec<Read>>),
}

/// Reads files one at a time.
#[derive(Clone)]
pub(in crate::ui) struct Engine {
    host: Host,
    parts: Rc<RefCell<Parts>>,
    on_answer: Callback<Answer>,
}

#[derive(Default)]
struct Parts {
    link: Link,
    job: Option<Waiting>,
    comparison: Option<Comparing>,
    /// How many comparisons were asked for.
    comparisons: u32,
    /// Tells listeners of a worker that was given up from those of its successor.
    generation: u32,
}

/// The state of the worker.
#[derive(Default)]
enum Link {
    #[default]
    None,
    /// Started, silent so far.
    Starting(Running, #[expect(dead_code, reason = "held so that it is not called off")] Timeout),
    /// Answered its handshake.
    Ready(Running),
    /// This browser or this page's policy allows no worker.
    Refused,
}

struct Running {
    worker: Worker,
    _listeners: [EventListener; 3],
}

impl Drop for Running {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

/// A job until it is answered.
struct Waiting {
    job: Job,
    is_sent: bool,
}

/// A comparison until it is answered.
struct Comparing {
    id: u32,
    message: Array,
    is_sent: bool,
    on_done: Callback<Option<Passages>>,
}

impl Engine {
    pub(in crate::ui) fn new(host: Host, on_answer: Callback<Answer>) -> Self {
        Self { host, parts: Rc::default(), on_answer }
    }

    /// Reads files; an earlier reading that is still under way is given up.
    pub(in crate::ui) fn analyze(&self, run: u32, files: Vec<File>, encoding: Option<Encoding>) {
        self.take(Job { run, encoding, files, sample: None });
    }

    /// Reads a sample, by its file name, in the same way.
    pub(in crate::ui) fn analyze_sample(&self, run: u32, file: &'static str) {
        self.take(Job { run, encoding: None, files: Vec::new(), sample: Some(file) });
    }

    fn take(&self, job: Job) {
        self.cancel();
        self.parts.borrow_mut().job = Some(Waiting { job, is_sent: false });
        self.start();
        self.send();
    }

    /// Compares two texts; an earlier comparison that is still under way is not answered any more.
    pub(in crate::ui) fn compare(
        &self,
        texts: [&RunningText; 2],
        on_done: Callback<Option<Passages>>,
    ) {
        {
            let mut parts = self.parts.borrow_mut();
            let id = parts.comparisons.wrapping_add(1);
            parts.comparisons = id;
            let message = message::comparison(id, texts);
            parts.comparison = Some(Comparing { id, message, is_sent: false, on_done });
        }
        self.start();
        self.send();
    }

    /// Gives up the comparison under way, which is not answered any more.
    pub(in crate::ui) fn cancel_comparison(&self) {
        let was_sent = self.parts.borrow_mut().comparison.take().is_some_and(|it| it.is_sent);
        // Where files are being read by the same worker, it is left to finish.
        if was_sent && self.run().is_none() && matches!(self.parts.borrow().link, Link::Ready(_)) {
            self.drop_worker(Link::None);
            self.start();
        }
    }

    /// Gives up the reading under way. A worker cannot be interrupted: it is ended and a new one started.
    pub(in crate::ui) fn cancel(&self) {
        let was_sent = self.parts.borrow_mut().job.take().is_some_and(|job| job.is_sent);
        if was_sent && matches!(self.parts.borrow().link, Link::Ready(_)) {
            self.drop_worker(Link::None);
            self.start();
        }
    }

    /// Starts the worker unless one is there or none is to be had.
    pub(in crate::ui) fn start(&self) {
        if !matches!(self.parts.borrow().link, Link::None) {
            return;
        }
        let generation = {
            let mut parts = self.parts.borrow_mut();
            parts.generation = parts.generation.wrapping_add(1);
            parts.generation
        };
        match self.spawn(generation) {
            Some(running) => {
                let engine = self.clone();
                let impatience = Timeout::new(PATIENCE, move || engine.on_trouble(generation));
                self.parts.borrow_mut().link = Link::Starting(running, impatience);
            }
            None => self.refuse(),
        }
    }

    fn spawn(&self, generation: u32) -> Option<Running> {
        let worker = self.host.worker()?;
        let on = |name: &'static str| {
            let engine = self.clone();
            EventListener::new(&worker, name, move |event| match event.dyn_ref::<MessageEvent>() {
                Some(message) if name == "message" => {
                    engine.on_message(generation, &message.data())
                }
                _ => engine.on_trouble(generation),
            })
        };
        let listeners = [on("message"), on("error"), on("messageerror")];
        Some(Running { worker, _listeners: listeners })
    }

    fn on_message(&self, generation: u32, message: &JsValue) {
        if self.parts.borrow().generation != generation {
            return;
        }
        if message.as_string().as_deref() == Some(READY) {
            let mut parts = self.parts.borrow_mut();
            parts.link = match std::mem::take(&mut parts.link) {
                Link::Starting(running, _) => Link::Ready(running),
                other => other,
            };
            drop(parts);
            self.host.mark("data-worker", "worker");
            self.send();
            return;
        }
        let Some(answer) = message.dyn_ref::<Array>() else { return };
        if let Some((id, passages)) = message::compared_from(answer) {
            return self.finish_comparison(id, unpack(&passages));
        }
        let run = answer.get(0).as_f64();
        let is_current = |now: u32| run.is_some_and(|run| (run - f64::from(now)).abs() < 0.5);
        let Some(run) = self.run().filter(|now| is_current(*now)) else { return };
        let answer = answer.get(1);
        if !self.tell_progress(run, &answer) {
            self.finish(run, unpack(&answer));
        }
    }

    /// Passes on how far a reading is, `[done, count]`; `false` when it says something else.
    fn tell_progress(&self, run: u32, answer: &JsValue) -> bool {
        let number = |at| answer.dyn_ref::<Array>()?.get(at).as_f64();
        let (Some(done), Some(count)) = (number(0), number(1)) else { return false };
        // Numbers of documents are small and whole.
        self.on_answer.emit(Answer::Progress(run, done as usize, count as usize));
        true
    }

    /// Answers a comparison, unless another one was asked for meanwhile.
    fn finish_comparison(&self, id: u32, passages: Option<Passages>) {
        let answered = {
            let mut parts = self.parts.borrow_mut();
            let is_it = parts.comparison.as_ref().is_some_and(|comparing| comparing.id == id);
            if is_it { parts.comparison.take() } else { None }
        };
        if let Some(comparing) = answered {
            comparing.on_done.emit(passages);
        }
    }

    /// The number of the reading under way.
    fn run(&self) -> Option<u32> {
        self.parts.borrow().job.as_ref().map(|waiting| waiting.job.run)
    }

    /// Answers the reading under way, unless it was given up.
    fn finish(&self, run: u32, reads: Option<Vec<Read>>) {
        if self.run() == Some(run) {
            self.parts.borrow_mut().job = None;
            self.on_answer.emit(Answer::Done(run, reads));
        }
    }

    /// The worker did not start, broke down, or was silent for too long.
    fn on_trouble(&self, generation: u32) {
        if self.parts.borrow().generation != generation {
            return;
        }
        let was_ready = matches!(self.parts.borrow().link, Link::Ready(_));
        if !was_ready {
            self.drop_worker(Link::Refused);
            return self.refuse();
        }
        // It broke down over this file, and so would the page: a new worker waits for the next one.
        let run = self.run();
        let comparison = self.comparison_sent();
        self.drop_worker(Link::None);
        if let (None, Some(id)) = (run, comparison) {
            self.finish_comparison(id, None);
        }
        if let Some(run) = run {
            self.finish(run, None);
        }
        self.start();
    }

    /// The number of the comparison that was handed over.
    fn comparison_sent(&self) -> Option<u32> {
        self.parts.borrow().comparison.as_ref().filter(|it| it.is_sent).map(|it| it.id)
    }

    fn drop_worker(&self, then: Link) {
        let before = {
            let mut parts = self.parts.borrow_mut();
            // The next worker is asked again.
            if let Some(comparing) = &mut parts.comparison {
                comparing.is_sent = false;
            }
            std::mem::replace(&mut parts.link, then)
        };
        // Ended a moment later: this may be called by one of its own listeners.
        Timeout::new(0, move || drop(before)).forget();
    }

    fn refuse(&self) {
        self.parts.borrow_mut().link = Link::Refused;
        self.host.mark("data-worker", "main");
        self.send();
    }

    /// Hands the waiting job to whoever does the work, if ready.
    fn send(&self) {
        self.send_comparison();
        let mut parts = self.parts.borrow_mut();
        let Parts { link, job, .. } = &mut *parts;
        let Some(waiting) = job.as_mut().filter(|waiting| !waiting.is_sent) else { return };
        match link {
            Link::Ready(running) => {
                let (message, moved) = waiting.job.to_message();
                let sent = running.worker.post_message_with_transfer(&message, &moved);
                waiting.is_sent = sent.is_ok();
                waiting.job.files = Vec::new();
            }
            Link::Refused => {
                waiting.is_sent = true;
                let engine = self.clone();
                let run = waiting.job.run;
                let (message, _) = waiting.job.to_message();
                waiting.job.files = Vec::new();
                Timeout::new(BREATH, move || spawn_local(engine.work_here(run, message))).forget();
            }
            Link::None | Link::Starting(..) => {}
        }
    }

    fn send_comparison(&self) {
        let mut parts = self.parts.borrow_mut();
        let Parts { link, comparison, .. } = &mut *parts;
        let Some(comparing) = comparison.as_mut().filter(|it| !it.is_sent) else { return };
        match link {
            Link::Ready(running) => {
                comparing.is_sent = running.worker.post_message(&comparing.message).is_ok();
            }
            Link::Refused => {
                comparing.is_sent = true;
                let (engine, id) = (self.clone(), comparing.id);
                let message = comparing.message.clone();
                let work = async move {
                    let found = engine.ask_page(&message, &JsValue::UNDEFINED).await;
                    let passages = found.and_then(|it| unpack(&it));
                    engine.finish_comparison(id, passages);
                };
                Timeout::new(BREATH, move || spawn_local(work)).forget();
            }
            Link::None | Link::Starting(..) => {}
        }
    }

    /// Does the work in the page.
    async fn work_here(self, run: u32, message: Array) {
        let on_progress = {
            let engine = self.clone();
            Closure::<dyn Fn(JsValue)>::new(move |answer: JsValue| {
                engine.tell_progress(run, &answer);
            })
        };
        let reads = self.ask_page(&message, on_progress.as_ref()).await;
        let missing = || vec![Read { name: String::new(), result: Err(Problem::NoReaders) }];
        let reads = reads.map_or_else(|| Some(missing()), |reads| unpack(&reads));
        self.finish(run, reads);
    }

    /// Has the page itself do what a worker would.
    async fn ask_page(&self, message: &Array, on_progress: &JsValue) -> Option<JsValue> {
        JsFuture::from(self.host.analyze(message, on_progress)?).await.ok()
    }
}
