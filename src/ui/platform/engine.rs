//! The page's side of the analysis: in a worker where the browser allows one, else on the page itself.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use js_sys::{Array, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{MessageEvent, Worker};
use yew::Callback;

use super::reading::{self, File, Read};
use super::worker::READY;
use super::{boot, page};
use crate::source::Encoding;

/// How long a worker may take to say that it is ready before the page does the work itself.
const PATIENCE: u32 = 5_000;
/// Lets the page paint before it is busy.
const BREATH: u32 = 30;

/// What comes of a reading, with its number.
pub(in crate::ui) enum Answer {
    /// So many files are done.
    Progress(u32, usize),
    /// All are done; `None` when the reading broke down.
    Done(u32, Option<Vec<Read>>),
}

/// Reads files one at a time.
#[derive(Clone)]
pub(in crate::ui) struct Engine {
    parts: Rc<RefCell<Parts>>,
    on_answer: Callback<Answer>,
}

#[derive(Default)]
struct Parts {
    link: Link,
    job: Option<Job>,
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

struct Job {
    run: u32,
    /// The encoding that the reader chose.
    encoding: Option<Encoding>,
    files: Vec<File>,
    is_sent: bool,
}

impl Engine {
    pub(in crate::ui) fn new(on_answer: Callback<Answer>) -> Self {
        let engine = Self { parts: Rc::default(), on_answer };
        engine.start();
        engine
    }

    /// Reads files; an earlier reading that is still under way is given up.
    pub(in crate::ui) fn analyze(&self, run: u32, files: Vec<File>, encoding: Option<Encoding>) {
        self.cancel();
        self.parts.borrow_mut().job = Some(Job { run, encoding, files, is_sent: false });
        self.start();
        self.send();
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
    fn start(&self) {
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
        let parts = boot::parts()?;
        let worker = Worker::new(&parts.worker).ok()?;
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
        let hello = Object::new();
        Reflect::set(&hello, &"glue".into(), &parts.glue).ok()?;
        Reflect::set(&hello, &"module".into(), &parts.module).ok()?;
        Reflect::set(&hello, &"readers".into(), &parts.readers).ok()?;
        let running = Running { worker, _listeners: listeners };
        running.worker.post_message(&hello).ok()?;
        Some(running)
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
            page::mark_root("data-worker", "worker");
            self.send();
            return;
        }
        let Some(answer) = message.dyn_ref::<Array>() else { return };
        let run = answer.get(0).as_f64();
        let is_current = |job: &Job| run.is_some_and(|run| (run - f64::from(job.run)).abs() < 0.5);
        let Some(run) =
            self.parts.borrow().job.as_ref().filter(|job| is_current(job)).map(|job| job.run)
        else {
            return;
        };
        let answer = answer.get(1);
        if let Some(done) = answer.as_f64() {
            // Numbers of files are small and whole.
            return self.on_answer.emit(Answer::Progress(run, done as usize));
        }
        self.parts.borrow_mut().job = None;
        let reads = serde_wasm_bindgen::from_value(answer).ok();
        self.on_answer.emit(Answer::Done(run, reads));
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
        let job = self.parts.borrow_mut().job.take();
        self.drop_worker(Link::None);
        self.start();
        if let Some(job) = job {
            self.on_answer.emit(Answer::Done(job.run, None));
        }
    }

    fn drop_worker(&self, then: Link) {
        let before = std::mem::replace(&mut self.parts.borrow_mut().link, then);
        // Ended a moment later: this may be called by one of its own listeners.
        Timeout::new(0, move || drop(before)).forget();
    }

    fn refuse(&self) {
        self.parts.borrow_mut().link = Link::Refused;
        page::mark_root("data-worker", "main");
        self.send();
    }

    /// Hands the waiting job to whoever does the work, if ready.
    fn send(&self) {
        let mut parts = self.parts.borrow_mut();
        let Parts { link, job, .. } = &mut *parts;
        let Some(job) = job.as_mut().filter(|job| !job.is_sent) else { return };
        match link {
            Link::Ready(running) => {
                let at =
                    job.encoding.and_then(|it| Encoding::ALL.iter().position(|all| *all == it));
                let at =
                    at.and_then(|at| u32::try_from(at).ok()).map_or(JsValue::NULL, JsValue::from);
                let (message, moved) = (Array::of2(&job.run.into(), &at), Array::new());
                for (name, bytes) in std::mem::take(&mut job.files) {
                    let bytes = Uint8Array::from(bytes.as_slice());
                    moved.push(&bytes.buffer());
                    message.push(&name.into());
                    message.push(&bytes);
                }
                job.is_sent = running.worker.post_message_with_transfer(&message, &moved).is_ok();
            }
            Link::Refused => {
                job.is_sent = true;
                let engine = self.clone();
                let run = job.run;
                Timeout::new(BREATH, move || engine.work_here(run)).forget();
            }
            Link::None | Link::Starting(..) => {}
        }
    }

    fn work_here(&self, run: u32) {
        let (files, encoding) = {
            let mut parts = self.parts.borrow_mut();
            match parts.job.as_mut().filter(|job| job.run == run) {
                Some(job) => (std::mem::take(&mut job.files), job.encoding),
                None => return,
            }
        };
        let engine = self.clone();
        spawn_local(async move {
            let on_progress = |done| engine.on_answer.emit(Answer::Progress(run, done));
            let reads = reading::read(files, encoding, on_progress).await;
            let is_wanted = engine.parts.borrow().job.as_ref().is_some_and(|job| job.run == run);
            if is_wanted {
                engine.parts.borrow_mut().job = None;
                engine.on_answer.emit(Answer::Done(run, Some(reads)));
            }
        });
    }
}
