//! The grammar of one number: digits, place words, 零, 点 and 余, in Arabic, Chinese or mixed style.

use super::digits::{arabic, decimals, place_of};
use super::{Numeral, digit, place, tidy};
use crate::text::Span;

/// The longest numeral that is read, in bytes: none that long is a number of anything.
pub(super) const MAX_LEN: usize = 96;

/// What is counted by the thousand: 千克, 千米, 千瓦.
const KILO_UNITS: &str = "克米瓦卡伏帕焦";

/// A digit, or digits without a place word, that wait for what follows.
#[derive(Clone, Copy)]
struct Pending {
    value: f64,
    /// How many digits.
    len: usize,
    arabic: bool,
}

/// A number while it is read.
///
/// 亿 multiplies all of a number before it, 万 what stands between it and 亿, the lower places a digit each.
struct Parser<'a> {
    text: &'a str,
    at: usize,
    end: usize,
    /// From 亿 up.
    hundred_millions: f64,
    /// From 万 up to 亿.
    ten_thousands: f64,
    /// Below the last 万 or 亿.
    section: f64,
    /// The lowest place word of the section; infinite when it has none.
    lowest: f64,
    /// The last place word of all; 0 when there is none.
    last_place: f64,
    pending: Option<Pending>,
    /// By how much the higher number of 五六十 exceeds the lower one.
    spread: f64,
    /// Whether 零 stands behind the last place word: 三万零六.
    is_held: bool,
    over: bool,
    any: bool,
    han: bool,
}

/// What a character did to the number.
enum Step {
    /// It belongs to the number.
    Taken,
    /// The number ends before it.
    Stop,
    /// The number is complete with it and what was read behind it.
    Done(Numeral),
}

/// The number that starts at `at`.
pub(super) fn number(text: &str, at: usize) -> Option<Numeral> {
    let mut parser = Parser {
        text,
        at,
        end: at,
        hundred_millions: 0.0,
        ten_thousands: 0.0,
        section: 0.0,
        lowest: f64::INFINITY,
        last_place: 0.0,
        pending: None,
        spread: 0.0,
        is_held: false,
        over: false,
        any: false,
        han: false,
    };
    while let Some(char) = text[parser.end..].chars().next() {
        if parser.end - at >= MAX_LEN {
            if parser.han {
                return None;
            }
            break;
        }
        match parser.step(char) {
            Step::Taken => {}
            Step::Stop => break,
            Step::Done(numeral) => return Some(numeral),
        }
    }
    parser.any.then(|| parser.finish())
}

impl Parser<'_> {
    fn step(&mut self, char: char) -> Step {
        if char.is_ascii_digit() {
            return self.arabic();
        }
        if let Some(digit) = digit(char) {
            return self.digit(char, f64::from(digit));
        }
        if let Some(factor) = self.place_at(self.end) {
            return if factor >= 1e4 {
                self.high_place(char, factor)
            } else {
                self.low_place(char, factor)
            };
        }
        match char {
            '余' | '多' | '几' | '来' => self.surplus(char),
            '点' => self.point(),
            _ => Step::Stop,
        }
    }

    /// The value of the place word at `at`. 兆 is one only between other numerals, 千 not before what is counted in
    /// thousands anyway: both start units (兆瓦, 千克).
    fn place_at(&self, at: usize) -> Option<f64> {
        let mut chars = self.text[at..].chars();
        let (char, next) = (chars.next()?, chars.next());
        if char == '千'
            && self.any
            && self.ten_thousands + self.hundred_millions == 0.0
            && next.is_some_and(|next| KILO_UNITS.contains(next))
        {
            return None;
        }
        if char != '兆' {
            return place(char);
        }
        let is_number = self.any
            && self.han
            && self.hundred_millions == 0.0
            && next.is_some_and(|next| digit(next).is_some());
        is_number.then_some(1e12)
    }

    /// The character behind `char`, which stands at the end of what is read.
    fn behind(&self, char: char) -> Option<char> {
        self.text[self.end + char.len_utf8()..].chars().next()
    }

    fn take(&mut self, char: char) -> Step {
        self.end += char.len_utf8();
        self.any = true;
        Step::Taken
    }

    /// 12,077 · 326.7, at the start or behind a place word: 5万4千, 3万4000, 1千零20.
    fn arabic(&mut self) -> Step {
        if self.pending.is_some() || self.is_rough() || self.any && self.last_place == 0.0 {
            return Step::Stop;
        }
        let Some(found) = arabic(self.text, self.end) else { return Step::Stop };
        let end = self.end + found.bytes;
        if self.any {
            let next = self.text[end..].chars().next().and_then(place);
            let is_counted = next.is_some_and(|next| next >= 1e2 && next < self.last_place);
            let fills = found.is_whole && place_of(found.digits) == self.last_place;
            if found.value >= self.last_place || !(is_counted || fills || self.is_held) {
                return Step::Stop;
            }
        }
        self.pending = Some(Pending { value: found.value, len: found.digits, arabic: true });
        self.end = end;
        self.any = true;
        Step::Taken
    }

    fn digit(&mut self, char: char, digit: f64) -> Step {
        if self.is_rough() {
            return Step::Stop;
        }
        let next = self.behind(char);
        let next_digit = next.and_then(super::digit);
        if digit == 0.0 && (!self.any || self.last_place > 0.0) {
            if self.any {
                // 三万零六: 零 only holds a place open
                if self.pending.is_some() {
                    return Step::Stop;
                }
                self.is_held = true;
                self.end += char.len_utf8();
                return Step::Taken;
            }
            // 零投诉 is a statement, not a number; 零点五 and 零八 are numbers.
            let is_decimal = next == Some('点')
                && decimals(self.text, self.end + char.len_utf8() + '点'.len_utf8()).is_some();
            if char == '零' && !is_decimal && next_digit.is_none() {
                return Step::Stop;
            }
        }
        let Some(pending) = self.pending else {
            // 八百一千, 三万五万: the digit begins another number.
            if self.place_at(self.end + char.len_utf8()).is_some_and(|it| !self.has_room(it)) {
                return Step::Stop;
            }
            self.pending = Some(Pending { value: digit, len: 1, arabic: false });
            self.han = true;
            return self.take(char);
        };
        // 二两: 两 is no second digit.
        if pending.arabic || char == '两' {
            return Step::Stop;
        }
        let is_pair = pending.len == 1
            && next_digit.is_none()
            && pending.value > 0.0
            && (digit == pending.value + 1.0 || pending.value == 3.0 && digit == 5.0);
        if is_pair {
            // 五六十, 三五百, 七八件: the lower of the two stands
            self.spread = digit - pending.value;
        } else if self.last_place > 0.0 {
            return Step::Stop;
        } else {
            let value = pending.value * 10.0 + digit;
            self.pending = Some(Pending { value, len: pending.len + 1, arabic: false });
        }
        self.take(char)
    }

    /// 十, 百, 千 and the tens 廿, 卅, 卌.
    fn low_place(&mut self, char: char, factor: f64) -> Step {
        if matches!(char, '廿' | '卅' | '卌') {
            if self.pending.is_some() || self.lowest <= 10.0 {
                return Step::Stop;
            }
            self.section += factor;
            self.lowest = 10.0;
            self.last_place = 10.0;
            self.han = true;
            return self.take(char);
        }
        let count = match self.pending {
            Some(pending) if pending.arabic && factor < 1e2 => return Step::Stop,
            Some(pending) => pending.value,
            // 十五, 百三; 一万零十
            None if self.lowest > factor && (factor == 10.0 || !self.any) => 1.0,
            None => return Step::Stop,
        };
        self.han |= self.pending.is_none();
        self.section += count * factor;
        self.spread *= factor;
        self.close(factor);
        self.lowest = factor;
        self.take(char)
    }

    /// Whether no further digit can follow: behind 余, and behind 五六.
    fn is_rough(&self) -> bool {
        self.over || self.spread > 0.0
    }

    /// Whether a count of `place` can still follow.
    fn has_room(&self, place: f64) -> bool {
        if place < 1e4 {
            place < self.lowest
        } else if place < 1e8 {
            self.ten_thousands == 0.0
        } else {
            self.hundred_millions % 1e12 == 0.0
        }
    }

    fn close(&mut self, factor: f64) {
        self.pending = None;
        self.last_place = factor;
        self.is_held = false;
    }

    /// 万, 亿 and 兆.
    fn high_place(&mut self, char: char, factor: f64) -> Step {
        let group = self.section + self.pending.map_or(0.0, |pending| pending.value);
        let group = if self.any { group } else { 1.0 };
        self.han |= !self.any;
        if factor == 1e4 {
            if self.ten_thousands > 0.0 {
                // 万万; a second count of 万 is another number.
                if group > 0.0 {
                    return Step::Stop;
                }
                self.ten_thousands *= factor;
            } else if group == 0.0 {
                return Step::Stop;
            } else {
                self.ten_thousands = group * factor;
            }
        } else {
            let below = self.ten_thousands + group;
            if below == 0.0 || !self.has_room(factor) {
                return Step::Stop;
            }
            self.hundred_millions += below * factor;
            self.ten_thousands = 0.0;
        }
        self.section = 0.0;
        self.lowest = f64::INFINITY;
        self.spread *= factor;
        self.close(factor);
        self.take(char)
    }

    /// 余, 多, 几 and 来 behind a number.
    fn surplus(&mut self, char: char) -> Step {
        let is_arabic = self.pending.is_some_and(|pending| pending.arabic);
        let fits = match char {
            // 多 and 余 belong to the number only before a multiplier or a unit; 3多部门 does not occur.
            '余' | '多' => !is_arabic || !self.over,
            '几' => !is_arabic && self.han,
            _ => self.pending.is_none() && self.han,
        };
        if !self.any || !fits {
            return Step::Stop;
        }
        self.over = true;
        self.take(char)
    }

    /// 点 and what stands behind it: 九十八点五, 六点四二万.
    fn point(&mut self) -> Step {
        let behind = self.end + '点'.len_utf8();
        if !self.any || !self.han || self.is_rough() {
            return Step::Stop;
        }
        let Some((mantissa, scale, mut end)) = decimals(self.text, behind) else {
            return Step::Stop;
        };
        let mut value = self.value() * scale + mantissa;
        for char in self.text[end..].chars().take_while(|char| matches!(char, '万' | '亿')) {
            value *= place(char).unwrap_or(1.0);
            end += char.len_utf8();
        }
        let span = Span::new(self.at, end);
        let value = value / scale;
        Step::Done(Numeral { span, value, upper: None, over: false, han: true, percent: false })
    }

    /// What a last digit stands for: in 一万二 and 四百五 the next lower place.
    fn unit(&self) -> f64 {
        let is_short = self.last_place >= 1e2
            && !self.is_held
            && self.pending.is_some_and(|pending| !pending.arabic);
        if is_short { self.last_place / 10.0 } else { 1.0 }
    }

    fn value(&self) -> f64 {
        let tail = self.pending.map_or(0.0, |pending| pending.value * self.unit());
        self.hundred_millions + self.ten_thousands + self.section + tail
    }

    fn finish(&self) -> Numeral {
        let value = tidy(self.value());
        let spread = if self.pending.is_some() { self.spread * self.unit() } else { self.spread };
        Numeral {
            span: Span::new(self.at, self.end),
            value,
            upper: (spread > 0.0).then_some(value + spread),
            over: self.over,
            han: self.han,
            percent: false,
        }
    }
}
