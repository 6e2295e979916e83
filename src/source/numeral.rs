//! 编号格式: a count written as the format of a list names it (ST_NumberFormat).

/// Above this, Roman numerals are of no use: each thousand is one more letter.
const MAX_ROMAN: u32 = 3999;

/// How often a letter is repeated behind the end of the alphabet; Word stops at 30.
const MAX_LETTERS: u32 = 30;

const PLAIN: [&str; 10] = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
const LEGAL_SIMPLIFIED: [&str; 10] = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"];
const LEGAL_TRADITIONAL: [&str; 10] = ["零", "壹", "貳", "參", "肆", "伍", "陸", "柒", "捌", "玖"];
const LEGAL_JAPANESE: [&str; 10] = ["零", "壱", "弐", "参", "四", "五", "六", "七", "八", "九"];
const STEMS: &str = "甲乙丙丁戊己庚辛壬癸";
const BRANCHES: &str = "子丑寅卯辰巳午未申酉戌亥";

/// How numbers up to the ten-thousands are put into words.
struct Words {
    digits: [&'static str; 10],
    /// 十, 百, 千.
    ranks: [&'static str; 3],
    /// 万.
    myriad: &'static str,
    /// What stands for skipped ranks: 一百零一.
    zero: &'static str,
    /// Up to which rank a single 一 is left out: 1 for 十一, 3 for 百 and 千 as well.
    bare_ranks: usize,
    /// Whether 一 before 十 is left out behind a higher rank, too.
    is_bare_inside: bool,
}

const CHINESE: Words = Words {
    digits: PLAIN,
    ranks: ["十", "百", "千"],
    myriad: "万",
    zero: "零",
    bare_ranks: 1,
    is_bare_inside: false,
};

/// `value` in the format named `format`; formats of other scripts are written in plain digits.
pub(super) fn write(format: &str, value: u32) -> String {
    let legal = |digits, ranks, myriad| Words { digits, ranks, myriad, bare_ranks: 0, ..CHINESE };
    match format {
        "none" | "bullet" => String::new(),
        "decimalZero" => format!("{value:02}"),
        "decimalFullWidth" | "decimalFullWidth2" => wide(value),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => circled(value),
        "decimalEnclosedParen" => enclosed(value, '⑴', 20),
        "decimalEnclosedFullstop" => enclosed(value, '⒈', 20),
        "ideographEnclosedCircle" => enclosed(value, '㊀', 10),
        "numberInDash" => format!("- {value} -"),
        "upperLetter" => letters(value, b'A'),
        "lowerLetter" => letters(value, b'a'),
        "upperRoman" => roman(value),
        "lowerRoman" => roman(value).to_lowercase(),
        // Word counts with words up to 99 only and sets digits side by side from there.
        "chineseCounting" | "taiwaneseCounting" if value > 99 => digits(value, "○"),
        "chineseCounting"
        | "chineseCountingThousand"
        | "taiwaneseCounting"
        | "taiwaneseCountingThousand"
        | "koreanCounting" => in_words(value, &CHINESE),
        "ideographDigital"
        | "japaneseDigitalTenThousand"
        | "taiwaneseDigital"
        | "koreanDigital2" => digits(value, "〇"),
        "japaneseCounting" => {
            in_words(value, &Words { bare_ranks: 3, zero: "", is_bare_inside: true, ..CHINESE })
        }
        "chineseLegalSimplified" => {
            in_words(value, &legal(LEGAL_SIMPLIFIED, ["拾", "佰", "仟"], "万"))
        }
        "ideographLegalTraditional" => {
            in_words(value, &legal(LEGAL_TRADITIONAL, ["拾", "佰", "仟"], "萬"))
        }
        "japaneseLegal" => {
            let words = legal(LEGAL_JAPANESE, ["拾", "百", "阡"], "萬");
            in_words(value, &Words { zero: "", ..words })
        }
        "ideographTraditional" => cycle(value, STEMS, 10),
        "ideographZodiac" => cycle(value, BRANCHES, 12),
        "ideographZodiacTraditional" if (1..=60).contains(&value) => {
            cycle((value - 1) % 10 + 1, STEMS, 10) + &cycle((value - 1) % 12 + 1, BRANCHES, 12)
        }
        _ => value.to_string(),
    }
}

/// Sets a number off from what follows. The gap is as wide as a character, which is what full-width marks bring along.
pub(super) fn put_gap(number: &mut String) {
    let needs_gap = |last: char| {
        !matches!(last, '、' | '）' | '。' | '．' | '：' | '】' | '〕' | '，' | '　' | ' ')
    };
    if number.chars().next_back().is_some_and(needs_gap) {
        number.push(' ');
    }
}

/// The number in a circle, in digits where there is no such character.
pub(super) fn circled(value: u32) -> String {
    match value {
        21..=35 => enclosed(value - 20, '㉑', 15),
        36..=50 => enclosed(value - 35, '㊱', 15),
        _ => enclosed(value, '①', 20),
    }
}

/// The `value`th character from `first` on, of which there are `n_chars`.
fn enclosed(value: u32, first: char, n_chars: u32) -> String {
    let at = value.checked_sub(1).filter(|at| *at < n_chars);
    at.and_then(|at| char::from_u32(u32::from(first) + at))
        .map_or_else(|| value.to_string(), String::from)
}

fn cycle(value: u32, chars: &str, n_chars: u32) -> String {
    let at = value.checked_sub(1).filter(|at| *at < n_chars);
    at.and_then(|at| chars.chars().nth(at as usize)).map_or_else(|| value.to_string(), String::from)
}

fn wide(value: u32) -> String {
    value.to_string().chars().map(|digit| shifted(digit, '０')).collect()
}

/// The digit at the same place behind another zero.
fn shifted(digit: char, zero: char) -> char {
    let value = digit.to_digit(10).unwrap_or_default();
    char::from_u32(u32::from(zero) + value).unwrap_or(digit)
}

fn digits(value: u32, zero: &str) -> String {
    let words = |digit: char| match digit.to_digit(10) {
        Some(0) | None => zero,
        Some(digit) => PLAIN.get(digit as usize).copied().unwrap_or_default(),
    };
    value.to_string().chars().map(words).collect()
}

/// A … Z, AA, BB …
fn letters(value: u32, first: u8) -> String {
    let Some(at) = value.checked_sub(1).filter(|at| at / 26 < MAX_LETTERS) else {
        return value.to_string();
    };
    let letter = char::from(first.saturating_add((at % 26) as u8));
    std::iter::repeat_n(letter, at as usize / 26 + 1).collect()
}

fn roman(value: u32) -> String {
    const STEPS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if !(1..=MAX_ROMAN).contains(&value) {
        return value.to_string();
    }
    let mut rest = value;
    let mut words = String::new();
    for (step, letters) in STEPS {
        while rest >= step {
            words.push_str(letters);
            rest -= step;
        }
    }
    words
}

/// A number in words: 一百零一.
fn in_words(value: u32, words: &Words) -> String {
    if value == 0 {
        return words.digits[0].to_owned();
    }
    if value >= 100_000_000 {
        return value.to_string();
    }
    let (high, low) = (value / 10_000, value % 10_000);
    let mut written = String::new();
    if high > 0 {
        put_myriad(&mut written, high, words);
        written.push_str(words.myriad);
        if (1..1000).contains(&low) {
            written.push_str(words.zero);
        }
    }
    put_myriad(&mut written, low, words);
    written
}

/// Writes a number below ten thousand; nothing for 0.
fn put_myriad(written: &mut String, value: u32, words: &Words) {
    let mut rest = value;
    let mut skips = false;
    let is_first = written.is_empty();
    let start = written.len();
    for (rank, size) in [(3, 1000), (2, 100), (1, 10), (0, 1)] {
        let digit = rest / size;
        rest %= size;
        if digit == 0 {
            skips |= written.len() > start;
            continue;
        }
        if std::mem::take(&mut skips) {
            written.push_str(words.zero);
        }
        let leads = is_first && written.is_empty() || words.is_bare_inside;
        let is_bare = digit == 1 && rank > 0 && rank <= words.bare_ranks && leads;
        if !is_bare {
            written.push_str(words.digits.get(digit as usize).copied().unwrap_or_default());
        }
        if let Some(name) = rank.checked_sub(1).and_then(|at| words.ranks.get(at)) {
            written.push_str(name);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(format: &str, values: &[u32], expect: &str) {
        let written: Vec<_> = values.iter().map(|value| write(format, *value)).collect();
        assert_eq!(written.join(" "), expect);
    }

    #[test]
    fn chinese_counting() {
        check(
            "chineseCounting",
            &[1, 10, 11, 20, 21, 99, 100],
            "一 十 十一 二十 二十一 九十九 一○○",
        );
        check(
            "chineseCountingThousand",
            &[10, 19, 100, 101, 110, 111, 1001, 1010, 10_000, 20_304],
            "十 十九 一百 一百零一 一百一十 一百一十一 一千零一 一千零一十 一万 二万零三百零四",
        );
        check("taiwaneseCounting", &[9, 12], "九 十二");
        check("ideographDigital", &[1, 10, 12, 105], "一 一〇 一二 一〇五");
        check("japaneseCounting", &[1, 10, 11, 111, 1001], "一 十 十一 百十一 千一");
        check(
            "chineseLegalSimplified",
            &[1, 2, 10, 11, 23, 101],
            "壹 贰 壹拾 壹拾壹 贰拾叁 壹佰零壹",
        );
        check("ideographLegalTraditional", &[2, 3, 10], "貳 參 壹拾");
    }

    #[test]
    fn stems_branches_and_circles_end_in_digits() {
        check("ideographTraditional", &[1, 10, 11], "甲 癸 11");
        check("ideographZodiac", &[1, 12, 13], "子 亥 13");
        check("ideographZodiacTraditional", &[1, 11, 60, 61], "甲子 甲戌 癸亥 61");
        check("decimalEnclosedCircle", &[0, 1, 20, 21, 36, 50, 51], "0 ① ⑳ ㉑ ㊱ ㊿ 51");
        check("decimalEnclosedCircleChinese", &[3], "③");
        check("ideographEnclosedCircle", &[1, 10, 11], "㊀ ㊉ 11");
        check("decimalEnclosedParen", &[1, 20], "⑴ ⒇");
    }

    #[test]
    fn digits_letters_and_roman_numerals() {
        check("decimal", &[0, 12], "0 12");
        check("decimalZero", &[1, 12], "01 12");
        check("decimalFullWidth", &[12], "１２");
        check("upperLetter", &[1, 26, 27, 28, 0], "A Z AA BB 0");
        check("lowerLetter", &[2, 53, 100_000], "b aaa 100000");
        check("upperRoman", &[1, 4, 9, 14, 1999, 0, 4000], "I IV IX XIV MCMXCIX 0 4000");
        check("lowerRoman", &[3], "iii");
        check("none", &[3], "");
        check("hindiVowels", &[3], "3");
    }

    #[test]
    fn any_value_is_short() {
        for format in ["chineseCountingThousand", "upperRoman", "lowerLetter", "ideographDigital"] {
            for value in [u32::MAX, 99_999_999, 100_000_000] {
                assert!(write(format, value).chars().count() < 40, "{format} {value}");
            }
        }
    }
}
