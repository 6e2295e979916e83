//! One passage → drafts of figures: sentence by sentence, number by number, with what the text speaks of as context.

use super::dictionary::{About, Dictionary, Hit, Reporter};
use super::draft::Draft;
use super::sentence::Sentence;
use super::sight::{Kind, Sight, Signs};
use super::{Topic, period, plan, relation, zero};
use crate::diagnostic::DiagnosticCode;
use crate::text::Span;
use crate::text::words;

/// What is known around a passage.
#[derive(Clone, Copy)]
pub struct Surroundings<'a> {
    /// The dictionary.
    pub dictionary: &'a Dictionary,
    /// What kind of body reports.
    pub reporter: Reporter,
    /// The year that the report covers.
    pub year: Option<i32>,
    /// What the headings above speak of.
    pub headings: About,
    /// Length in bytes of the heading that the passage starts with.
    pub heading_len: usize,
    /// Whether the section holds plans: figures in it are targets.
    pub is_plan: bool,
    /// Whether the section speaks of what is still to be done.
    pub looks_ahead: bool,
}

/// What a passage gives.
#[derive(Debug, Default)]
pub struct Findings {
    /// Figures, in order. Parents are indices into this list.
    pub drafts: Vec<Draft>,
    /// What was seen and left out.
    pub refused: Vec<(DiagnosticCode, Span)>,
}

/// Distances that keep what is said in the sentence, in the paragraph and in the headings apart.
pub const PARAGRAPH: u32 = 100_000;
/// See [`PARAGRAPH`].
const HEADINGS: u32 = 1_000_000;
/// Distance from one heading to the one above it.
const LEVEL: u32 = 1000;
/// What is said no farther away than this is said by the innermost heading, or nearer.
pub const INNERMOST: u32 = HEADINGS + LEVEL;

/// Reads the figures of one passage; offsets are those of `text`.
pub fn read(text: &str, sight: Sight, surroundings: &Surroundings<'_>) -> Findings {
    let is_empty = sight.has_none();
    let Sight { signs, quantities, may_state_zero, holds } = sight;
    let signs = Signs::all(&signs);
    let mut findings = Findings { drafts: Vec::new(), refused: quantities.refused };
    if is_empty {
        return findings;
    }
    let mut hits: Option<Vec<Hit>> = None;
    let mut quantities = quantities.found.into_iter().peekable();
    let mut first_hit = 0;
    let mut is_plan = surroundings.is_plan;
    for sentence in sentences(text, signs, surroundings.heading_len) {
        let signs = signs.within(sentence);
        let mut own = Vec::new();
        while let Some(quantity) = quantities.next_if(|quantity| quantity.span.start < sentence.end)
        {
            own.push(quantity);
        }
        let words = &text[sentence.start..sentence.end];
        is_plan |= plan::opens_plan(words, surroundings.year, surroundings.looks_ahead);
        let zeros = if may_state_zero {
            zero::scan(text, sentence, signs.of(Kind::ZeroTrigger))
        } else {
            Vec::new()
        };
        if own.is_empty() && zeros.is_empty() && !(holds && signs.hold_flat(text)) {
            continue;
        }
        if is_plan || plan::speaks_ahead(words) {
            findings
                .refused
                .extend(own.iter().map(|quantity| (DiagnosticCode::Target, quantity.span)));
            continue;
        }
        // Many a passage turns out to have no figures.
        let hits = hits.get_or_insert_with(|| {
            let mut hits = surroundings.dictionary.hits(text);
            if words::holds(text, "《") {
                drop_titles(text, &mut hits);
            }
            hits
        });
        while hits.get(first_hit).is_some_and(|hit| hit.span.end <= sentence.start) {
            first_hit += 1;
        }
        let last_hit =
            first_hit + hits[first_hit..].partition_point(|hit| hit.span.end <= sentence.end);
        let reader = Sentence::new(
            text,
            sentence,
            &hits[first_hit..last_hit],
            &hits[..first_hit],
            surroundings,
            signs.may_hold_target(text),
        );
        let (mut drafts, refused) = reader.read(&own, &zeros);
        findings.refused.extend(refused);
        let base = findings.drafts.len();
        let periods = period::scan(text, sentence, signs.of(Kind::Period), surroundings.year);
        for draft in &mut drafts {
            draft.period = periods
                .iter()
                .rev()
                .find(|period| period.at < draft.figure.start)
                .and_then(|period| period.interval.clone());
        }
        relation::relate(&mut drafts, surroundings.dictionary);
        for draft in &mut drafts {
            draft.parent = draft.parent.map(|parent| parent + base);
        }
        findings.drafts.append(&mut drafts);
    }
    findings
}

/// Leaves out the words inside titles of laws and plans: 《行政处罚法》等书籍380册 speaks of books. A title that is
/// counted itself (核发《建设工程规划许可证》23件) stays.
fn drop_titles(text: &str, hits: &mut Vec<Hit>) {
    const LAWS: &[&str] = &[
        "法", "条例", "办法", "规定", "规则", "细则", "意见", "通知", "纲要", "方案", "要点",
        "规划", "释义", "解释", "决定", "准则", "研究",
    ];
    let mut titles: Vec<Span> = Vec::new();
    let mut at = 0;
    while let Some(open) = words::find(&text[at..], "《").map(|open| at + open) {
        let Some(close) = words::find(&text[open..], "》").map(|close| open + close) else {
            break;
        };
        let title = text[open..close].trim_end_matches(')');
        let is_other = LAWS.iter().any(|law| title.ends_with(law))
            || text[close + '》'.len_utf8()..].starts_with('等');
        if is_other {
            titles.push(Span::new(open, close));
        }
        at = close;
    }
    hits.retain(|hit| {
        let next = titles.partition_point(|title| title.end < hit.span.end);
        titles.get(next).is_none_or(|title| !title.contains(hit.span))
    });
}

/// How far a sentence may run, in bytes, before it ends at the next ；, the next comma, or anywhere: what is said
/// earlier than that does not name a figure anymore, and a page without full stops is still read in linear time.
const SENTENCE_LIMITS: [(usize, &[char]); 2] = [(1500, &[';']), (3000, &[';', ',', '、', ' '])];
/// See [`SENTENCE_LIMITS`].
const MAX_SENTENCE: usize = 4500;

/// The sentences of a passage.
fn sentences(text: &str, signs: Signs<'_>, heading_len: usize) -> impl Iterator<Item = Span> {
    // A heading that a comma follows is the beginning of a sentence; any other one stands alone.
    let follows = text.get(heading_len..).unwrap_or_default();
    let heading_len = if follows.starts_with(',') { 0 } else { heading_len };
    let mut start = 0;
    std::iter::from_fn(move || {
        if start >= text.len() {
            return None;
        }
        let end = if start < heading_len { heading_len } else { text.len() };
        let rest = text.get(start..end).unwrap_or(&text[start..]);
        let ends = |at: &usize| text[*at..].starts_with(STOPS) && ends_sentence(&text[*at..]);
        let inside = signs.within(Span::new(start, start + rest.len()));
        let stop = inside.of(Kind::Stop).find(ends).map(|at| at - start);
        let stop =
            if stop.unwrap_or(rest.len()) > SENTENCE_LIMITS[0].0 { long_stop(rest) } else { stop };
        let len =
            stop.map_or(rest.len(), |at| at + rest[at..].chars().next().map_or(0, char::len_utf8));
        let span = Span::new(start, start + len);
        start += len;
        Some(span)
    })
}

/// What ends a sentence.
pub const STOPS: [char; 4] = ['。', '!', '?', '\n'];

/// Whether a sentence ends at the mark that starts `rest`: not where what follows goes on with the total before it,
/// as in 。其中:来信30件.
fn ends_sentence(rest: &str) -> bool {
    !rest.strip_prefix('。').is_some_and(|next| next.starts_with("其中"))
}

/// Where a sentence ends that may be too long.
fn long_stop(rest: &str) -> Option<usize> {
    let mut chars = rest.char_indices();
    let ends = |at: usize, char: char| {
        STOPS.contains(&char) && ends_sentence(&rest[at..])
            || at > MAX_SENTENCE
            || SENTENCE_LIMITS.iter().any(|(limit, marks)| at > *limit && marks.contains(&char))
    };
    chars.find(|&(at, char)| ends(at, char)).map(|(at, _)| at)
}

/// How far apart two places are, within a sentence.
pub fn distance(from: usize, to: usize) -> u32 {
    u32::try_from(from.saturating_sub(to)).unwrap_or(PARAGRAPH - 1).min(PARAGRAPH / 2 - 1)
}

/// What a heading speaks of, and how far from its end it says so.
pub fn heading_about(dictionary: &Dictionary, heading: &str) -> About {
    let mut about = About::default();
    for hit in dictionary.hits(heading) {
        if let Some(topic) = dictionary.about(hit) {
            tell(&mut about, topic, distance(heading.len(), hit.span.end));
        }
    }
    about
}

/// What headings, the innermost first, speak of: the nearest heading counts most.
pub fn headings_about<'a>(headings: impl Iterator<Item = &'a About>) -> About {
    let mut about = About::default();
    for (depth, heading) in headings.enumerate() {
        let depth = u32::try_from(depth).unwrap_or(0) * LEVEL;
        for (topic, far) in Topic::ALL.into_iter().zip(heading) {
            if let Some(far) = far {
                tell(&mut about, topic, HEADINGS + depth + far);
            }
        }
    }
    about
}

/// Notes that a topic is spoken of, and how far away.
pub fn tell(about: &mut About, topic: Topic, far: u32) {
    let slot = &mut about[topic as usize];
    *slot = Some(slot.map_or(far, |known| known.min(far)));
}
