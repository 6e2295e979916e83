//! 域: what fields show. Their instructions are not text; their results are.

use crate::source::numeral;

/// Characters of an instruction that are kept; those that show something by themselves are short.
const MAX_INSTRUCTION: usize = 400;

/// Fields inside each other that are looked at: fields that never end, gone through at the end of each paragraph.
const MAX_OPEN: usize = 100;

/// The fields that are open, outermost first.
#[derive(Debug, Default)]
pub(super) struct Fields {
    open: Vec<Field>,
    /// How many more are open inside them.
    n_ignored: usize,
    /// How many of them show nothing of what stands in them now.
    n_hiding: usize,
}

/// An open field.
#[derive(Debug, Default)]
struct Field {
    instruction: String,
    has_result: bool,
    is_contents: bool,
}

impl Field {
    const fn hides(&self) -> bool {
        !self.has_result || self.is_contents
    }
}

impl Fields {
    /// Whether text that stands here is shown.
    pub(super) const fn shows(&self) -> bool {
        self.n_hiding == 0
    }

    /// Whether a table of contents has begun and not ended.
    pub(super) fn is_in_contents(&self) -> bool {
        self.open.iter().any(|field| field.is_contents)
    }

    /// Begins a field.
    pub(super) fn begin(&mut self) {
        if self.open.len() == MAX_OPEN {
            self.n_ignored += 1;
            return;
        }
        self.open.push(Field::default());
        self.n_hiding += 1;
    }

    /// Adds words to the instruction of the innermost field.
    pub(super) fn instruct(&mut self, words: &str) {
        let is_ignored = self.n_ignored > 0;
        if let Some(field) = self.open.last_mut().filter(|it| !is_ignored && !it.has_result) {
            let n_left = MAX_INSTRUCTION.saturating_sub(field.instruction.chars().count());
            field.instruction.extend(words.chars().take(n_left));
        }
    }

    /// Begins the result of the innermost field.
    pub(super) fn separate(&mut self, keeps_contents: bool) {
        let is_ignored = self.n_ignored > 0;
        if let Some(field) = self.open.last_mut().filter(|it| !is_ignored && !it.has_result) {
            field.has_result = true;
            field.is_contents = !keeps_contents && is_contents(&field.instruction);
            self.n_hiding -= usize::from(!field.is_contents);
        }
    }

    /// Ends the innermost field; gives what a field without a result shows.
    pub(super) fn end(&mut self) -> Option<String> {
        if self.n_ignored > 0 {
            self.n_ignored -= 1;
            return None;
        }
        let field = self.open.pop()?;
        self.n_hiding -= usize::from(field.hides());
        (!field.has_result && self.shows()).then(|| equation(&field.instruction)).flatten()
    }

    /// Gives up fields whose instruction has not ended with the paragraph: their ends are missing, and the text behind
    /// them would be.
    pub(super) fn end_paragraph(&mut self) {
        if let Some(at) = self.open.iter().position(|field| !field.has_result) {
            self.open.truncate(at);
            self.n_ignored = 0;
            self.n_hiding = self.open.iter().filter(|field| field.hides()).count();
        }
    }
}

/// Whether the instruction makes a table of contents: it repeats the headings, with numbers of pages.
pub(super) fn is_contents(instruction: &str) -> bool {
    instruction.split_whitespace().next().is_some_and(|word| word.eq_ignore_ascii_case("TOC"))
}

/// What an `EQ` field shows: characters over each other (带圈字符, ①), fractions.
fn equation(instruction: &str) -> Option<String> {
    let rest = instruction.trim_start();
    let head = rest.get(..2).filter(|head| head.eq_ignore_ascii_case("eq"))?;
    let rest = &rest[head.len()..];
    let (switches, arguments) = rest.split_once('(')?;
    let arguments = arguments.trim_end().strip_suffix(')').unwrap_or(arguments);
    let separated = arguments.split_once([',', ';', '，', '；']);
    let words = |part: &str| part.trim().to_owned();
    let lower = switches.to_ascii_lowercase();
    match separated {
        Some((frame, inner)) if lower.contains("\\o") => {
            let is_circle = frame.contains(['○', '〇', '◯', '￮']);
            let value = inner.trim().parse().ok().filter(|_| is_circle);
            Some(value.map_or_else(|| words(inner), numeral::circled))
        }
        Some((above, below)) if lower.contains("\\f") => {
            Some(format!("{}/{}", words(above), words(below)))
        }
        _ if arguments.contains('\\') => None,
        _ => Some(words(arguments)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_without_result_show_what_they_draw() {
        assert_eq!(equation(" eq \\o\\ac(○,3)").as_deref(), Some("③"));
        assert_eq!(equation("EQ \\o\\ac(□,甲)").as_deref(), Some("甲"));
        assert_eq!(equation("EQ \\f(1,2)").as_deref(), Some("1/2"));
        assert_eq!(equation(" PAGE \\* MERGEFORMAT"), None);
        assert_eq!(equation("条"), None);
    }

    #[test]
    fn only_results_show() {
        let mut fields = Fields::default();
        fields.begin();
        assert!(!fields.shows());
        fields.begin();
        fields.separate(false);
        assert!(!fields.shows());
        fields.end();
        fields.separate(false);
        assert!(fields.shows());
        fields.end();
        assert_eq!(fields.end(), None);
        assert!(fields.shows());
    }

    #[test]
    fn a_field_without_end_hides_no_more_than_its_paragraph() {
        let mut fields = Fields::default();
        fields.begin();
        fields.separate(false);
        fields.begin();
        fields.end_paragraph();
        assert!(fields.shows());
    }
}
