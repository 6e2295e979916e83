//! 序号: the number that a heading or list item starts with.

/// The classes of numbers, from the widest to the narrowest in their usual order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Class {
    /// `第一部分`.
    Part,
    /// `第一章`.
    Chapter,
    /// `一、`.
    Han,
    /// `(一)`.
    HanBracket,
    /// `1.`, `1、`.
    Arabic,
    /// `1)`.
    ArabicHalfBracket,
    /// `(1)`.
    ArabicBracket,
    /// `①`.
    Circled,
}

/// A number at the start of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Number {
    pub(super) class: Class,
    pub(super) value: u32,
    /// Length of the number without closing `、` or `.`.
    pub(super) written: usize,
    /// Length with closing punctuation and white space.
    pub(super) len: usize,
}

/// The number that `text` (normalized) starts with. Dates, decimals and shares of words are none.
pub(super) fn read(text: &str) -> Option<Number> {
    match text.chars().next()? {
        '第' => part(text),
        '(' => bracketed(text),
        '0'..='9' => arabic(text),
        char @ '①'..='⑳' => {
            let value = u32::from(char) - u32::from('①') + 1;
            Some(finish(text, Class::Circled, value, char.len_utf8(), char.len_utf8()))
        }
        char if is_han_digit(char) => han(text),
        _ => None,
    }
}

/// The value of a Chinese number up to ninety-nine.
pub(super) fn han_value(words: &str) -> Option<u32> {
    let digit = |words: &str, absent: u32| match words {
        "" => Some(absent),
        "一" => Some(1),
        "二" => Some(2),
        "三" => Some(3),
        "四" => Some(4),
        "五" => Some(5),
        "六" => Some(6),
        "七" => Some(7),
        "八" => Some(8),
        "九" => Some(9),
        _ => None,
    };
    match words.split_once('十') {
        Some((tens, ones)) => Some(digit(tens, 1)? * 10 + digit(ones, 0)?),
        None => digit(words, 0).filter(|&value| value > 0),
    }
}

const fn is_han_digit(char: char) -> bool {
    matches!(char, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十')
}

fn finish(text: &str, class: Class, value: u32, written: usize, end: usize) -> Number {
    let rest = &text[end..];
    let len = text.len() - rest.trim_start_matches([' ', '\t', '、', '.']).len();
    Number { class, value, written, len }
}

/// Length of the leading characters that satisfy `of`.
fn prefix(text: &str, of: impl Fn(char) -> bool) -> usize {
    text.len() - text.trim_start_matches(of).len()
}

fn spaces(text: &str) -> usize {
    prefix(text, |char| matches!(char, ' ' | '\t'))
}

fn part(text: &str) -> Option<Number> {
    let digits = &text['第'.len_utf8()..];
    let len = prefix(digits, is_han_digit);
    let value = han_value(&digits[..len])?;
    let rest = &digits[len..];
    let (class, word) = if rest.starts_with("部分") {
        (Class::Part, "部分")
    } else if rest.starts_with('章') {
        (Class::Chapter, "章")
    } else {
        return None;
    };
    let end = text.len() - rest.len() + word.len();
    // 第一部分是… is a sentence.
    let next = text[end..].chars().next();
    if next.is_some_and(|char| "的是为中内里".contains(char)) {
        return None;
    }
    let mut number = finish(text, class, value, end, end);
    number.len += prefix(&text[number.len..], |char| matches!(char, ':' | ' '));
    Some(number)
}

fn is_year(text: &str) -> bool {
    let digits = prefix(text, |char| char.is_ascii_digit());
    digits == 4 && text.starts_with("20") && text[4..].starts_with('年')
}

fn han(text: &str) -> Option<Number> {
    let written = prefix(text, is_han_digit);
    let value = han_value(&text[..written])?;
    let gap = spaces(&text[written..]);
    let rest = &text[written + gap..];
    let closing = rest.chars().next().filter(|char| matches!(char, '、' | '.'))?;
    let end = written + gap + closing.len_utf8();
    // 一、二级公路, 二、三产业: numbers strung together.
    let mut after = text[end..].chars();
    if after.next().is_some_and(is_han_digit)
        && after.next().is_some_and(|char| "级类季产等、".contains(char))
    {
        return None;
    }
    Some(finish(text, Class::Han, value, written, end))
}

fn bracketed(text: &str) -> Option<Number> {
    let inner_start = 1 + spaces(&text[1..]);
    let inner = &text[inner_start..];
    let han_len = prefix(inner, is_han_digit);
    let (class, value, len) = if han_len > 0 {
        (Class::HanBracket, han_value(&inner[..han_len])?, han_len)
    } else {
        let len = prefix(inner, |char| char.is_ascii_digit());
        (Class::ArabicBracket, inner.get(..len).filter(|_| len <= 2)?.parse().ok()?, len)
    };
    let rest = &inner[len..];
    let closing = spaces(rest);
    if !rest[closing..].starts_with(')') {
        return None;
    }
    let end = inner_start + len + closing + 1;
    Some(finish(text, class, value, end, end))
}

fn arabic(text: &str) -> Option<Number> {
    let written = prefix(text, |char| char.is_ascii_digit());
    let value =
        text.get(..written).filter(|_| written <= 2)?.parse().ok().filter(|&value| value > 0)?;
    let gap = spaces(&text[written..]);
    let rest = &text[written + gap..];
    let closing = rest.chars().next()?;
    let end = written + gap + closing.len_utf8();
    let next = text[end..].chars().next();
    match closing {
        // 4.22, 2.0改革, 1.2万; but 1.2024年….
        '.' if !next.is_some_and(|char| char.is_ascii_digit() || char == '.')
            || is_year(&text[end..]) =>
        {
            Some(finish(text, Class::Arabic, value, written, end))
        }
        '、' if !next.is_some_and(|char| char.is_ascii_digit()) => {
            Some(finish(text, Class::Arabic, value, written, end))
        }
        ')' if gap == 0 => Some(finish(text, Class::ArabicHalfBracket, value, end, end)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, class: Class, value: u32, written: &str, rest: &str) {
        let number = read(text).expect(text);
        assert_eq!((number.class, number.value), (class, value), "{text}");
        assert_eq!((&text[..number.written], &text[number.len..]), (written, rest));
    }

    #[test]
    fn classes() {
        check("一、主要工作", Class::Han, 1, "一", "主要工作");
        check("十二 、其他", Class::Han, 12, "十二", "其他");
        check("(一)加强领导", Class::HanBracket, 1, "(一)", "加强领导");
        check("( 三 ) 加强领导", Class::HanBracket, 3, "( 三 )", "加强领导");
        check("1.抓学习", Class::Arabic, 1, "1", "抓学习");
        check("2 . 抓学习", Class::Arabic, 2, "2", "抓学习");
        check("3、抓学习", Class::Arabic, 3, "3", "抓学习");
        check("(4)抓学习", Class::ArabicBracket, 4, "(4)", "抓学习");
        check("5)抓学习", Class::ArabicHalfBracket, 5, "5)", "抓学习");
        check("②抓学习", Class::Circled, 2, "②", "抓学习");
        check("第一部分 总体情况", Class::Part, 1, "第一部分", "总体情况");
        check("第二章 工作成效", Class::Chapter, 2, "第二章", "工作成效");
    }

    #[test]
    fn words_that_are_no_numbers() {
        for text in [
            "4.22地球日",
            "12345热线",
            "2023年",
            "一是抓学习",
            "一、二级公路",
            "(2021—2025年)",
            "第二十条第(一)项",
            "十分重视",
            "1.2万件",
            "第一部分是",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
