//! HTML → tags and text, by the tokenization rules of the HTML standard.
//!
//! Comments, doctypes and processing instructions end where the standard says, and are dropped: no one reads them.
//! Where the standard lets the tree decide how an element's content is read, the tag's name alone decides here, as in
//! a browser that runs scripts.
//! Every byte is looked at a fixed number of times, and no token allocates but for a longer name than any before.

use std::borrow::Cow;

use super::entity::read_reference;

/// A piece of a page.
#[derive(Debug)]
pub(super) enum Token<'t> {
    /// A start tag.
    Start(&'t Tag<'t>),
    /// The name of an end tag, in lower case.
    End(&'t str),
    /// Shown text, or an element's raw content. Text without a tag in it may come in several pieces.
    Text(&'t str),
}

/// A tag.
#[derive(Debug, Default)]
pub(super) struct Tag<'h> {
    name: String,
    /// Names and values as they are written.
    attributes: Vec<(&'h str, &'h str)>,
    is_self_closing: bool,
}

/// How the text up to the next tag is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Content {
    Data,
    /// Only the end tag of the element is a tag (RCDATA).
    Escapable,
    /// … and nothing is a character reference.
    Raw,
    Script,
    /// In a script, behind `<!--`.
    EscapedScript,
    /// … and `<script>`: the next end tag does not end the script.
    DoubleEscapedScript,
    /// All the rest of the page.
    Plain,
}

/// What [`Tokenizer::step`] found.
#[derive(Debug)]
enum Step<'h> {
    Start,
    End,
    Text(&'h str),
    /// The text in [`Tokenizer::reference`].
    Reference,
    Nothing,
}

/// Takes a page apart.
#[derive(Debug)]
pub(super) struct Tokenizer<'h> {
    html: &'h str,
    /// How far it is read.
    at: usize,
    content: Content,
    /// The last tag; while raw content is read the one that started it.
    tag: Tag<'h>,
    /// What the last character reference stands for.
    reference: String,
}

impl<'h> Tag<'h> {
    /// The name in lower case.
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// Whether it ends in `/>`.
    pub(super) const fn is_self_closing(&self) -> bool {
        self.is_self_closing
    }

    /// The value of an attribute, named in lower case; of several of the name the first counts.
    pub(super) fn attribute(&self, name: &str) -> Option<Cow<'h, str>> {
        let (_, value) = self.attributes.iter().find(|(own, _)| own.eq_ignore_ascii_case(name))?;
        Some(decode(value))
    }
}

impl Content {
    /// How the content of an element is read.
    fn of(name: &str) -> Self {
        match name {
            "title" | "textarea" => Self::Escapable,
            "style" | "xmp" | "iframe" | "noembed" | "noframes" | "noscript" => Self::Raw,
            "script" => Self::Script,
            "plaintext" => Self::Plain,
            _ => Self::Data,
        }
    }

    const fn has_references(self) -> bool {
        matches!(self, Self::Data | Self::Escapable)
    }

    const fn is_escaped(self) -> bool {
        matches!(self, Self::EscapedScript | Self::DoubleEscapedScript)
    }

    /// Whether `byte` may be something other than text.
    fn is_special(self, byte: u8) -> bool {
        match byte {
            b'\r' => true,
            b'<' => self != Self::Plain,
            b'&' => self.has_references(),
            b'>' => self.is_escaped(),
            // In data it is left to the reader, to whom it is nothing.
            b'\0' => self != Self::Data,
            _ => false,
        }
    }
}

impl<'h> Tokenizer<'h> {
    /// Starts at the beginning of a page.
    pub(super) fn new(html: &'h str) -> Self {
        let (tag, reference) = (Tag::default(), String::new());
        Self { html, at: 0, content: Content::Data, tag, reference }
    }

    /// The next token; a tag that the page's end cuts off is none.
    pub(super) fn next_token(&mut self) -> Option<Token<'_>> {
        loop {
            return Some(match self.step()? {
                Step::Start => Token::Start(&self.tag),
                Step::End => Token::End(&self.tag.name),
                Step::Text(text) => Token::Text(text),
                Step::Reference => Token::Text(&self.reference),
                Step::Nothing => continue,
            });
        }
    }

    fn step(&mut self) -> Option<Step<'h>> {
        let content = self.content;
        let run = self.take_until(|byte| content.is_special(byte));
        if !run.is_empty() {
            return Some(Step::Text(run));
        }
        match self.byte(0)? {
            b'<' if content == Content::Data => self.markup(),
            b'<' => self.raw_markup(),
            b'&' => Some(self.reference()),
            b'>' => {
                if self.html.as_bytes()[..self.at].ends_with(b"--") {
                    self.content = Content::Script;
                }
                Some(Step::Text(self.take(1)))
            }
            b'\r' => {
                self.at += 1;
                // One line end, however it is written.
                Some(if self.byte(0) == Some(b'\n') { Step::Nothing } else { Step::Text("\n") })
            }
            _ => {
                self.at += 1;
                Some(Step::Text("\u{fffd}"))
            }
        }
    }

    /// Reads from `&` on.
    fn reference(&mut self) -> Step<'h> {
        let amp = self.take(1);
        self.reference.clear();
        let len = read_reference(&self.html.as_bytes()[self.at..], false, &mut self.reference);
        self.at += len;
        if len == 0 { Step::Text(amp) } else { Step::Reference }
    }

    /// Reads from `<` on, outside raw content.
    fn markup(&mut self) -> Option<Step<'h>> {
        match (self.byte(1), self.byte(2)) {
            (Some(first), _) if first.is_ascii_alphabetic() => {
                self.read_tag(1)?;
                self.content = Content::of(&self.tag.name);
                Some(Step::Start)
            }
            (Some(b'/'), Some(first)) if first.is_ascii_alphabetic() => {
                self.read_tag(2)?;
                Some(Step::End)
            }
            (Some(b'/'), None) => Some(Step::Text(self.take(2))),
            (Some(b'/' | b'!' | b'?'), _) => {
                self.skip_comment();
                Some(Step::Nothing)
            }
            _ => Some(Step::Text(self.take(1))),
        }
    }

    /// Reads from `<` on, in raw content.
    fn raw_markup(&mut self) -> Option<Step<'h>> {
        let is_end = self.has_own_tag(b"</");
        match self.content {
            Content::Script if self.rest().starts_with("<!--") => {
                self.content = Content::EscapedScript;
                return Some(Step::Text(self.take(4)));
            }
            Content::EscapedScript if self.has_own_tag(b"<") => {
                self.content = Content::DoubleEscapedScript;
            }
            Content::DoubleEscapedScript if is_end => self.content = Content::EscapedScript,
            Content::DoubleEscapedScript => {}
            _ if is_end => {
                self.content = Content::Data;
                self.read_tag(2)?;
                return Some(Step::End);
            }
            _ => {}
        }
        Some(Step::Text(self.take(1)))
    }

    /// Whether a tag named as the last one stands here, behind `prefix`.
    fn has_own_tag(&self, prefix: &[u8]) -> bool {
        let Some(rest) = self.rest().as_bytes().strip_prefix(prefix) else { return false };
        let n_name = self.tag.name.len();
        rest.get(..n_name).is_some_and(|name| name.eq_ignore_ascii_case(self.tag.name.as_bytes()))
            && rest.get(n_name).is_some_and(|byte| ends_name(*byte))
    }

    /// Skips `<!--…-->`, or what the standard reads as a comment: all up to the next `>`.
    fn skip_comment(&mut self) {
        let is_proper = self.rest().starts_with("<!--");
        self.take(if is_proper { 4 } else { 2 });
        let start = self.at;
        while self.at < self.html.len() {
            self.take_until(|byte| byte == b'>');
            let comment = &self.html.as_bytes()[start..self.at];
            self.take(1);
            let is_end = matches!(comment, b"" | b"-")
                || comment.ends_with(b"--")
                || comment.ends_with(b"--!");
            if is_end || !is_proper {
                return;
            }
        }
    }

    /// Reads the tag that stands here, its name `n_before` bytes on; `None` when the page ends in it.
    fn read_tag(&mut self, n_before: usize) -> Option<()> {
        self.at += n_before;
        let name = self.take_until(ends_name);
        self.tag.name.clear();
        self.tag.name.push_str(name);
        self.tag.name.make_ascii_lowercase();
        self.tag.attributes.clear();
        self.tag.is_self_closing = false;
        loop {
            self.take_until(|byte| !is_space(byte));
            match self.byte(0)? {
                b'>' => {
                    self.at += 1;
                    return Some(());
                }
                b'/' => {
                    self.at += 1;
                    self.tag.is_self_closing = self.byte(0) == Some(b'>');
                }
                _ => self.read_attribute()?,
            }
        }
    }

    fn read_attribute(&mut self) -> Option<()> {
        // Even `=` may be the first character of a name.
        let mut is_first = true;
        let name = self
            .take_until(|byte| !std::mem::take(&mut is_first) && (byte == b'=' || ends_name(byte)));
        self.take_until(|byte| !is_space(byte));
        let mut value = "";
        if self.byte(0) == Some(b'=') {
            self.at += 1;
            self.take_until(|byte| !is_space(byte));
            let quote = self.byte(0)?;
            if matches!(quote, b'"' | b'\'') {
                self.at += 1;
                value = self.take_until(|byte| byte == quote);
                self.take(1);
            } else {
                value = self.take_until(|byte| byte == b'>' || is_space(byte));
            }
        }
        self.tag.attributes.push((name, value));
        Some(())
    }

    fn rest(&self) -> &'h str {
        self.html.get(self.at..).unwrap_or_default()
    }

    /// The byte `offset` bytes on.
    fn byte(&self, offset: usize) -> Option<u8> {
        self.html.as_bytes().get(self.at + offset).copied()
    }

    /// Takes `n_bytes`, or all when there are fewer.
    fn take(&mut self, n_bytes: usize) -> &'h str {
        let rest = self.rest();
        let taken = rest.get(..n_bytes).unwrap_or(rest);
        self.at += taken.len();
        taken
    }

    /// Takes all up to the first byte that is an `end`, which must be ASCII.
    fn take_until(&mut self, end: impl FnMut(u8) -> bool) -> &'h str {
        let n_bytes = self.rest().bytes().position(end);
        self.take(n_bytes.unwrap_or(usize::MAX))
    }
}

/// The white space of HTML.
const fn is_space(byte: u8) -> bool {
    matches!(byte, b'\t' | b'\n' | b'\x0c' | b'\r' | b' ')
}

/// Whether the name of a tag ends before `byte`.
const fn ends_name(byte: u8) -> bool {
    is_space(byte) || matches!(byte, b'/' | b'>')
}

/// The value of an attribute as it is meant.
fn decode(value: &str) -> Cow<'_, str> {
    let is_special = |byte| matches!(byte, b'&' | b'\r' | b'\0');
    let mut rest = value;
    let mut decoded = String::new();
    while let Some(at) = rest.bytes().position(is_special) {
        decoded.push_str(&rest[..at]);
        let special = rest.as_bytes()[at];
        rest = &rest[at + 1..];
        match special {
            b'&' => {
                let len = read_reference(rest.as_bytes(), true, &mut decoded);
                if len == 0 {
                    decoded.push('&');
                }
                rest = &rest[len..];
            }
            b'\r' => {
                decoded.push('\n');
                rest = rest.strip_prefix('\n').unwrap_or(rest);
            }
            _ => decoded.push('\u{fffd}'),
        }
    }
    if rest.len() == value.len() {
        return Cow::Borrowed(value);
    }
    decoded.push_str(rest);
    Cow::Owned(decoded)
}

#[cfg(test)]
#[path = "tokenizer_tests.rs"]
mod tests;
