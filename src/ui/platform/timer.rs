//! Time, as far as the page lets it pass on purpose.

use gloo::timers::callback::Timeout;

/// Lets the browser paint and answer before `then` is called; not called any more once the handle is dropped.
pub(in crate::ui) fn later(then: impl FnOnce() + 'static) -> Timeout {
    /// One frame.
    const BREATH: u32 = 16;
    Timeout::new(BREATH, then)
}

/// Calls `then` after so many milliseconds; not any more once the handle is dropped.
pub(in crate::ui) fn pause(milliseconds: u32, then: impl FnOnce() + 'static) -> Timeout {
    Timeout::new(milliseconds, then)
}
