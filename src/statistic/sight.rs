//! What a passage holds at first sight. Its text is gone through once for all those who look for characters in it.

use std::sync::LazyLock;

use super::{passage, period, plan, quantity, zero};
use crate::text::Span;
use crate::text::words::{Filter, WordList, each_low_code};

/// What a passage holds at first sight, without what is known around it.
pub struct Sight {
    /// Where characters stand that tell somebody something.
    pub signs: Vec<Sign>,
    /// Its numbers.
    pub quantities: quantity::Quantities,
    /// Whether it may state that there is none of something.
    pub may_state_zero: bool,
    /// Whether it says that something stayed as it was.
    pub holds: bool,
}

/// Whom a character tells something.
#[derive(Clone, Copy)]
#[repr(u8)]
pub enum Kind {
    /// What starts numbers and what may hold them.
    Number,
    /// What starts words of zero statements.
    Zero,
    /// What starts zero statements themselves.
    ZeroTrigger,
    /// What starts words by which something stayed as it was.
    Flat,
    /// What starts words of targets.
    Target,
    /// What names of periods are found by.
    Period,
    /// What ends sentences.
    Stop,
}

/// A character that may be of some kinds, one bit each.
#[derive(Clone, Copy)]
pub struct Sign {
    at: usize,
    kinds: u8,
}

/// Some signs that follow each other.
#[derive(Clone, Copy)]
pub struct Signs<'a>(&'a [Sign]);

impl Sight {
    /// Looks a passage through.
    pub fn of(text: &str) -> Self {
        let signs = signs_in(text);
        let all = Signs::all(&signs);
        let quantities = quantity::scan_at(text, all.of(Kind::Number));
        let may_state_zero = ZEROS.stands_at(text, all.of(Kind::Zero));
        let holds = FLAT.stands_at(text, all.of(Kind::Flat));
        Self { signs, quantities, may_state_zero, holds }
    }

    /// Whether the passage has no figures.
    pub fn has_none(&self) -> bool {
        self.quantities.found.is_empty() && !self.may_state_zero && !self.holds
    }
}

impl<'a> Signs<'a> {
    /// All signs of a passage.
    pub fn all(signs: &'a [Sign]) -> Self {
        Self(signs)
    }

    /// The places of those that may be of a kind.
    pub fn of(self, kind: Kind) -> impl Iterator<Item = usize> + 'a {
        let kind = 1 << kind as u8;
        self.0.iter().filter(move |sign| sign.kinds & kind != 0).map(|sign| sign.at)
    }

    /// Those in `span`.
    pub fn within(self, span: Span) -> Self {
        let start = self.0.partition_point(|sign| sign.at < span.start);
        let len = self.0[start..].partition_point(|sign| sign.at < span.end);
        Self(&self.0[start..start + len])
    }

    /// Whether what is here says that something stayed as it was.
    pub fn hold_flat(self, text: &str) -> bool {
        FLAT.stands_at(text, self.of(Kind::Flat))
    }

    /// Whether numbers here can be targets.
    pub fn may_hold_target(self, text: &str) -> bool {
        plan::SIGNS.stands_at(text, self.of(Kind::Target))
    }
}

static ZEROS: LazyLock<WordList> =
    LazyLock::new(|| WordList::by_first(["无", "零", "未", "没", "不", "为0"].into_iter()));

static FLAT: LazyLock<WordList> = LazyLock::new(|| WordList::by_first(["持平"].into_iter()));

/// How many characters are told apart: as many as the lower twelve bits of their codes tell.
const CODES: usize = 1 << 12;

/// For each character, which kinds of sign it may be.
static KINDS: LazyLock<Box<[u8; CODES]>> = LazyLock::new(|| {
    let filters = [
        (Kind::Number, &*quantity::STARTS),
        (Kind::Zero, ZEROS.filter()),
        (Kind::ZeroTrigger, &Filter::of(zero::TRIGGERS)),
        (Kind::Flat, FLAT.filter()),
        (Kind::Target, plan::SIGNS.filter()),
        (Kind::Period, &Filter::of(period::MARKS)),
        (Kind::Stop, &Filter::of(passage::STOPS)),
    ];
    let mut kinds = Box::new([0; CODES]);
    for (kind, filter) in filters {
        let passing = kinds.iter_mut().enumerate().filter(|(code, _)| filter.has(*code));
        passing.for_each(|(_, kinds)| *kinds |= 1 << kind as u8);
    }
    kinds
});

/// The signs in a text.
fn signs_in(text: &str) -> Vec<Sign> {
    let kinds_of = &**KINDS;
    let mut signs = Vec::with_capacity(text.len() / 8);
    each_low_code(text, |at, code| {
        let kinds = kinds_of[code % CODES];
        if kinds != 0 {
            signs.push(Sign { at, kinds });
        }
    });
    signs
}
