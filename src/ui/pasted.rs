//! Which flavor of a paste or drop to read.

/// Tags that carry what plain text loses: tables, paragraphs, headings, lists.
const STRUCTURE: [&str; 12] =
    ["table", "tr", "p", "div", "h1", "h2", "h3", "h4", "li", "article", "section", "br"];

/// The flavor to read of what was pasted: HTML where it has structure, else the plain text.
///
/// `None` when neither has any words.
#[must_use]
pub fn choose<'a>(html: &'a str, plain: &'a str) -> Option<&'a str> {
    if has_structure(html) {
        return Some(html);
    }
    let has_words = |text: &str| !text.trim().is_empty();
    if has_words(plain) {
        return Some(plain);
    }
    has_words(html).then_some(html)
}

fn has_structure(html: &str) -> bool {
    html.split('<').skip(1).any(|tag| {
        let is_end = |char: char| !char.is_ascii_alphanumeric();
        let name = tag.split(is_end).next().unwrap_or_default();
        STRUCTURE.iter().any(|known| known.eq_ignore_ascii_case(name))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn structure_wins_over_plain_text() {
        assert_eq!(choose("<TABLE><tr><td>甲</table>", "甲"), Some("<TABLE><tr><td>甲</table>"));
        assert_eq!(choose("<p>甲</p>", "甲"), Some("<p>甲</p>"));
    }

    #[test]
    fn mere_styling_does_not() {
        assert_eq!(choose("<span style='color:red'>甲</span>", "甲"), Some("甲"));
        assert_eq!(choose("<pre>甲</pre>", "甲\n乙"), Some("甲\n乙"));
    }

    #[test]
    fn nothing_is_nothing() {
        assert_eq!(choose("", " \n"), None);
        assert_eq!(choose("<b>甲</b>", ""), Some("<b>甲</b>"));
    }
}
