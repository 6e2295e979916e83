//! One line of a page as it grows: white space collapsed as a browser shows it.

use crate::source::joining::is_wide;
use crate::source::plain::is_invisible;

/// A line that is being put together.
#[derive(Debug, Default)]
pub(super) struct LineBuilder {
    text: String,
    space: Space,
    /// Characters that are not white space.
    pub(super) n_chars: usize,
    /// Those of them that stand in a link.
    pub(super) n_link_chars: usize,
}

/// White space seen since the last character.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Space {
    #[default]
    None,
    Blank,
    LineEnd,
}

impl LineBuilder {
    /// Appends one character of the page.
    pub(super) fn push(&mut self, char: char, is_link: bool) {
        match char {
            '\n' | '\r' | '\u{2028}' | '\u{2029}' => self.space = Space::LineEnd,
            ' ' | '\t' | '\u{c}' if self.space == Space::None => self.space = Space::Blank,
            ' ' | '\t' | '\u{c}' => {}
            _ if is_invisible(char) => {}
            _ => {
                self.put_space(char);
                self.text.push(char);
                if !char.is_whitespace() {
                    self.n_chars += 1;
                    self.n_link_chars += usize::from(is_link);
                }
            }
        }
    }

    /// Puts the space that stands before `next`. A line end in the file between two wide characters is none: the file
    /// is wrapped there, the words are not.
    fn put_space(&mut self, next: char) {
        let space = std::mem::take(&mut self.space);
        let Some(last) = self.text.chars().next_back() else { return };
        if space == Space::Blank || space == Space::LineEnd && !(is_wide(last) && is_wide(next)) {
            self.text.push(' ');
        }
    }

    /// The line, when there is anything in it; the builder is empty afterwards.
    pub(super) fn take(&mut self) -> Option<String> {
        let line = std::mem::take(self);
        (line.n_chars > 0).then(|| line.text.trim_end().to_owned())
    }
}
