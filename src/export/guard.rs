//! Words that a spreadsheet program might compute instead of showing.

/// `words` such that no spreadsheet program takes them for a formula: those that could be one get an apostrophe in
/// front. Words that only look like it, such as a printed `-3.5%`, stay as they are.
#[must_use]
pub fn harmless(words: &str) -> String {
    let rest = words.trim_start();
    let is_opened = rest.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    let is_controlled = words.starts_with(['\t', '\r', '\n']);
    if (is_opened && !is_number(rest)) || is_controlled {
        format!("'{words}")
    } else {
        words.to_owned()
    }
}

/// Whether `words` are a number with a sign and nothing that could be computed or called.
fn is_number(words: &str) -> bool {
    let is_part = |char: char| char.is_ascii_digit() || matches!(char, '.' | ',' | '%');
    let unsigned = words.strip_prefix(['+', '-', '＋', '－']);
    unsigned.is_some_and(|rest| !rest.is_empty() && rest.chars().all(is_part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_becomes_a_formula() {
        for formula in [
            "=1+1",
            "+cmd|' /C calc'!A0",
            "-2+3",
            "@SUM(A1)",
            " =1",
            "\t=1",
            "＝1+1",
            "\r1",
            "-",
            "--1",
        ] {
            assert_eq!(harmless(formula), format!("'{formula}"));
        }
    }

    #[test]
    fn what_only_looks_like_a_formula_stays_readable() {
        for words in ["-3.5%", "+1,200", "－12", "受理60件", "（一）", "—", "1-2月", ""] {
            assert_eq!(harmless(words), words);
        }
    }
}
