//! 没有计入的: what was seen and left out, each with the reason and the words around it.

use yew::prelude::*;

use crate::i18n::Messages;
use crate::text::Span;
use crate::ui::state::Opened;

/// More than these are only counted.
const MOST: usize = 200;
/// So many characters are shown on either side.
const AROUND: usize = 14;

/// What was seen and left out, folded.
pub(super) fn skipped_list(opened: &Opened, words: &'static Messages) -> Html {
    let diagnostics = &opened.analysis.diagnostics;
    if diagnostics.is_empty() {
        return Html::default();
    }
    let text = &opened.analysis.report.text;
    let item = |diagnostic: &crate::diagnostic::Diagnostic| {
        let (before, seen, after) = around(text, diagnostic.span);
        html! {
            <li>
                <span class="skipped-reason">{(words.diagnostic)(diagnostic.code)}</span>
                <span class="skipped-words">{before}<b>{seen}</b>{after}</span>
            </li>
        }
    };
    html! {
        <details class="skipped">
            <summary>{(words.not_counted)(diagnostics.len())}</summary>
            <ul>
                {for diagnostics.iter().take(MOST).map(item)}
                if diagnostics.len() > MOST {
                    <li>{(words.more)(diagnostics.len() - MOST)}</li>
                }
            </ul>
        </details>
    }
}

/// The words at `span` with a little of the line around them.
fn around(text: &str, span: Span) -> (String, String, String) {
    let (Some(head), Some(seen), Some(tail)) =
        (text.get(..span.start), text.get(span.start..span.end), text.get(span.end..))
    else {
        return Default::default();
    };
    let line_before = head.rsplit('\n').next().unwrap_or_default();
    let line_after = tail.split('\n').next().unwrap_or_default();
    let mut before: Vec<char> = line_before.chars().rev().take(AROUND).collect();
    before.reverse();
    let mut shown_before: String = before.iter().collect();
    if line_before.chars().nth(AROUND).is_some() {
        shown_before.insert(0, '…');
    }
    let mut shown_after: String = line_after.chars().take(AROUND).collect();
    if line_after.chars().nth(AROUND).is_some() {
        shown_after.push('…');
    }
    let mut shown: String = seen.chars().take(AROUND * 3).collect();
    if seen.chars().nth(AROUND * 3).is_some() {
        shown.push('…');
    }
    (shown_before, shown, shown_after)
}
