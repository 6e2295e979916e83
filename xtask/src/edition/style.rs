//! The page's style sheets, made over for an element of another page.
//!
//! There the root is an element of the class `fajian`, type goes by that element's own measure rather than the page's,
//! and what goes by the window's width goes by the element's: `data-below` lists the widths that it stays below, and
//! `--vw` is a hundredth of its width. Every token can be set from outside as `--fajian-TOKEN`.

/// Pixels to the unit `rem` of a query of media.
const REM: f64 = 16.0;

/// Pixels to the unit `vh`: those of a middling screen, as a frame that grows with its content has no height of its own.
const VH: &str = "8px";

/// A style sheet for the element, and the widths in pixels that it asks for.
pub(super) fn embedded(css: &str) -> (String, Vec<f64>) {
    let mut sheet = Sheet { css: String::new(), widths: Vec::new() };
    sheet.rules(&without_comments(css), None);
    sheet.widths.sort_by(f64::total_cmp);
    sheet.widths.dedup();
    (sheet.css, sheet.widths)
}

struct Sheet {
    css: String,
    widths: Vec<f64>,
}

impl Sheet {
    /// Rewrites rules, in a query for `below` so many pixels if there is one.
    fn rules(&mut self, css: &str, below: Option<f64>) {
        let mut rest = css;
        while let Some(open) = rest.find('{') {
            let prelude = rest[..open].trim();
            let (inner, behind) = block(&rest[open + 1..]);
            rest = behind;
            if let Some(most) = max_width(prelude) {
                self.widths.push(most);
                self.rules(inner, Some(most));
            } else if prelude.starts_with("@keyframes") || prelude.starts_with("@page") {
                self.css.push_str(&format!("{prelude}{{{inner}}}\n"));
            } else if prelude.starts_with("@media") || prelude.starts_with("@supports") {
                self.css.push_str(&format!("{prelude}{{\n"));
                self.rules(inner, below);
                self.css.push_str("}\n");
            } else {
                let selectors: Vec<_> =
                    split(prelude, ',').iter().map(|it| selector(it, below)).collect();
                let is_root = prelude.starts_with(":root") || prelude.starts_with("html");
                let inner = declarations(inner, is_root);
                self.css.push_str(&format!("{}{{{inner}}}\n", selectors.join(",")));
            }
        }
    }
}

fn without_comments(css: &str) -> String {
    let mut plain = String::new();
    let mut rest = css;
    while let Some((before, comment)) = rest.split_once("/*") {
        plain.push_str(before);
        rest = comment.split_once("*/").map_or("", |(_, behind)| behind);
    }
    plain + rest
}

/// What stands in the block that `css` begins in, and what behind it.
fn block(css: &str) -> (&str, &str) {
    let mut depth = 0;
    for (at, char) in css.char_indices() {
        match char {
            '{' => depth += 1,
            '}' if depth == 0 => return (&css[..at], &css[at + 1..]),
            '}' => depth -= 1,
            _ => {}
        }
    }
    (css, "")
}

/// The width in pixels of a query for nothing but a width at most.
fn max_width(prelude: &str) -> Option<f64> {
    let width = prelude.strip_prefix("@media (max-width: ")?.strip_suffix("rem)")?;
    width.parse::<f64>().ok().map(|rem| rem * REM)
}

/// Cuts at `mark`, outside brackets.
fn split(text: &str, mark: char) -> Vec<&str> {
    let (mut parts, mut depth, mut start) = (Vec::new(), 0, 0);
    for (at, char) in text.char_indices() {
        match char {
            '(' | '[' => depth += 1,
            ')' | ']' => depth -= 1,
            _ if char == mark && depth == 0 => {
                parts.push(text[start..at].trim());
                start = at + char.len_utf8();
            }
            _ => {}
        }
    }
    parts.push(text[start..].trim());
    parts
}

fn selector(selector: &str, below: Option<f64>) -> String {
    let root =
        below.map_or(".fajian".to_owned(), |most| format!(".fajian[data-below~=\"{most}\"]"));
    for name in [":root", "html", "body"] {
        if let Some(rest) = selector.strip_prefix(name)
            && !rest.starts_with(|next: char| next.is_ascii_alphanumeric() || next == '-')
        {
            return root + rest;
        }
    }
    format!("{root} {selector}")
}

fn declarations(inner: &str, is_root: bool) -> String {
    let mut written = String::new();
    for declaration in split(inner, ';') {
        let Some((name, value)) = declaration.split_once(':') else { continue };
        let (name, value) = (name.trim(), lengths(value.trim()));
        let declaration = match (name, name.strip_prefix("--")) {
            (_, Some(token)) if is_root => format!("{name}:var(--fajian-{token},{value})"),
            ("font-size", _) if is_root => {
                let percent = value.trim_end_matches('%').parse::<f64>().unwrap_or(100.0);
                format!("--rem:{}px;font-size:var(--rem)", percent / 100.0 * REM)
            }
            ("position", _) if value == "fixed" => "position:absolute".to_owned(),
            _ => format!("{name}:{value}"),
        };
        written.push_str(&declaration);
        written.push(';');
    }
    written
}

/// Lengths that go by the page made to go by the element.
fn lengths(value: &str) -> String {
    let mut written = String::new();
    let mut rest = value;
    while let Some(at) = rest.find(|char: char| char.is_ascii_digit() || char == '.') {
        let is_name = rest[..at]
            .ends_with(|char: char| char.is_ascii_alphanumeric() || "-_#\"".contains(char))
            && !ends_in_sign(&rest[..at]);
        written.push_str(&rest[..at]);
        rest = &rest[at..];
        let end =
            rest.find(|char: char| !char.is_ascii_digit() && char != '.').unwrap_or(rest.len());
        let (number, behind) = rest.split_at(end);
        let unit = behind.find(|char: char| !char.is_ascii_alphabetic()).unwrap_or(behind.len());
        let measure = match &behind[..unit] {
            "rem" => Some("var(--rem)"),
            "vw" => Some("var(--vw,10px)"),
            "vh" => Some(VH),
            _ => None,
        };
        match measure.filter(|_| !is_name) {
            Some(measure) => {
                let sign = if ends_in_sign(&written) { written.pop() } else { None };
                let sign = sign.map(String::from).unwrap_or_default();
                written.push_str(&format!("calc({sign}{number} * {measure})"));
                rest = &behind[unit..];
            }
            None => {
                written.push_str(number);
                rest = behind;
            }
        }
    }
    written + rest
}

/// Whether `before` ends in a minus that belongs to the number behind it.
fn ends_in_sign(before: &str) -> bool {
    before
        .strip_suffix('-')
        .is_some_and(|before| before.is_empty() || before.ends_with([' ', '(', ',']))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(css: &str, expected: &str) {
        assert_eq!(embedded(css).0.trim(), expected);
    }

    #[test]
    fn rules_hold_inside_the_element_only() {
        check("a, :not(b, c) > d { color: red }", ".fajian a,.fajian :not(b, c) > d{color:red;}");
        check("html { margin: 0; }", ".fajian{margin:0;}");
        check(":root[data-elder] .x { margin: 0 }", ".fajian[data-elder] .x{margin:0;}");
    }

    #[test]
    fn tokens_can_be_set_from_outside() {
        check(":root { --ink: #1c1b1a; }", ".fajian{--ink:var(--fajian-ink,#1c1b1a);}");
        check(".a { --topic: red }", ".fajian .a{--topic:red;}");
    }

    #[test]
    fn lengths_go_by_the_element() {
        check(
            ".a { margin: 0.5rem -1rem 40vh }",
            ".fajian .a{margin:calc(0.5 * var(--rem)) calc(-1 * var(--rem)) calc(40 * 8px);}",
        );
        check(".a { color: #1e2rem; width: 10px }", ".fajian .a{color:#1e2rem;width:10px;}");
        check("html { font-size: 150% }", ".fajian{--rem:24px;font-size:var(--rem);}");
        check(".a { position: fixed }", ".fajian .a{position:absolute;}");
    }

    #[test]
    fn widths_are_the_element_s() {
        let (css, widths) = embedded("@media (max-width: 40rem) { .a { margin: 0 } }");
        assert_eq!(css.trim(), ".fajian[data-below~=\"640\"] .a{margin:0;}");
        assert_eq!(widths, [640.0]);
        check("@media print { .a { margin: 0 } }", "@media print{\n.fajian .a{margin:0;}\n}");
    }
}
