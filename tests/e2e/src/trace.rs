//! What a browser's threads did, as it tells in its trace.

use std::collections::HashSet;

use serde_json::Value;

/// What the browser is asked to keep.
pub(crate) const CATEGORIES: &str = "toplevel,__metadata";

/// The name of the thread that a page's scripts, layout and painting share.
const MAIN: &str = "CrRendererMain";

/// Threads by the numbers of their processes and their own.
pub(crate) type Threads = HashSet<(Option<u64>, Option<u64>)>;

/// How long each task of the pages' main threads was at work, in milliseconds, the longest first.
///
/// The browser names its threads once: those that it named before are in `main`.
///
/// The time of the thread and not of the clock: what else the machine does is no matter of the page.
pub(crate) fn tasks(log: &[Value], main: &mut Threads) -> Vec<f64> {
    let events: Vec<Value> = log.iter().filter_map(event).collect();
    let thread = |event: &Value| (event["pid"].as_u64(), event["tid"].as_u64());
    let is_main = |event: &&Value| event["name"] == "thread_name" && event["args"]["name"] == MAIN;
    main.extend(events.iter().filter(is_main).map(thread));
    let is_task = |event: &&Value| {
        event["name"].as_str().is_some_and(|name| name.ends_with("RunTask"))
            && main.contains(&thread(event))
    };
    let busy = |event: &Value| event["tdur"].as_f64().or(event["dur"].as_f64());
    let mut tasks: Vec<f64> =
        events.iter().filter(is_task).filter_map(busy).map(|micros| micros / 1000.0).collect();
    tasks.sort_by(|one, other| other.total_cmp(one));
    tasks
}

/// An event of the trace in an entry of the log.
fn event(entry: &Value) -> Option<Value> {
    let entry: Value = serde_json::from_str(entry["message"].as_str()?).ok()?;
    let message = &entry["message"];
    (message["method"] == "Tracing.dataCollected").then(|| message["params"].clone())
}
