//! One form for reading: widths, traditional characters, inserted pinyin, odd spaces.

use std::sync::OnceLock;

use super::traditional::{self, IDEOGRAPHS, simplified};
use super::words::{WIDE, is_wide, threes, wide_code};
use super::{Mapped, Span};

/// The longest pinyin syllable, `zhuang`, and one letter for damage.
const PINYIN_LETTERS: usize = 7;

/// Rewrites a text character by character, with the way back; line breaks and tabs stay where they are.
///
/// * Full-width ASCII becomes ASCII; Chinese punctuation that ASCII does not have stays.
/// * Odd spaces become ordinary ones; characters without width go.
/// * Traditional characters and radical forms become simplified ones.
/// * Pinyin that some mirror sites insert, as in `建设(shè)`, goes.
#[must_use]
pub fn normalize(text: &str) -> Mapped {
    let plain = PLAIN.get_or_init(Plain::new);
    let mut mapped = Mapped::with_capacity(text.len());
    let mut kept = 0;
    let mut at = 0;
    // Most characters are themselves; they are copied in long stretches.
    loop {
        at += plain.len_of(&text.as_bytes()[at..]);
        let Some(char) = text[at..].chars().next() else { break };
        let end = at + char.len_utf8();
        // The punctuation of Chinese text, most of what is replaced: full-width forms other than the bracket.
        if let '\u{FF01}'..='\u{FF07}' | '\u{FF09}'..='\u{FF5E}' = char {
            copy(&mut mapped, text, kept, at);
            mapped.push(half_width(char), Span::new(at, end));
            kept = end;
            at = end;
            continue;
        }
        if let Some(simplified) = traditional::alone(char) {
            copy(&mut mapped, text, kept, at);
            mapped.push(simplified, Span::new(at, end));
            kept = end;
            at = end;
            continue;
        }
        let before = text[kept..at].chars().next_back().or_else(|| mapped.text.chars().next_back());
        let pinyin = matches!(char, '(' | '（').then(|| pinyin_len(before, &text[end..])).flatten();
        let (fold, after) = match pinyin {
            Some(len) => (Fold::Drop, end + len),
            None => (fold(char, before, &text[end..]), end),
        };
        if !matches!(fold, Fold::Keep) {
            copy(&mut mapped, text, kept, at);
            kept = after;
        }
        if let Fold::To(other) = fold {
            mapped.push(other, Span::new(at, end));
        }
        at = after;
    }
    copy(&mut mapped, text, kept, text.len());
    mapped
}

/// From here on, half-width and full-width forms and the like; between the ideographs and these nothing is replaced.
const COMPATIBILITY_FORMS: u32 = 0xFE00;

static PLAIN: OnceLock<Plain> = OnceLock::new();

/// Which characters of the Basic Multilingual Plane stay as they are whatever stands around them, one bit each.
struct Plain(Box<[u64; 1024]>);

impl Plain {
    fn new() -> Self {
        let mut bits = Box::new([u64::MAX; 1024]);
        let ideographs = || traditional::FIRST..traditional::END;
        let others = (0..IDEOGRAPHS).chain(COMPATIBILITY_FORMS..0x1_0000);
        let odd = others.filter(|&code| {
            let char = char::from_u32(code);
            char == Some('(')
                || char.is_some_and(|char| !matches!(fold(char, None, ""), Fold::Keep))
        });
        for code in odd.chain(ideographs().filter(|&code| traditional::has_entry(code))) {
            let code = code as usize;
            bits[code >> 6 & 1023] &= !(1 << (code & 63));
        }
        Self(bits)
    }

    /// How many bytes at the start of a text are characters that stay as they are.
    fn len_of(&self, bytes: &[u8]) -> usize {
        let mut rest = bytes;
        loop {
            let all = threes(rest);
            let is_other = |wide: &[u8; WIDE]| !is_wide(*wide) | !self.has(wide_code(*wide));
            let n_wide = all.iter().position(is_other).unwrap_or(all.len());
            rest = &rest[n_wide * WIDE..];
            let is_plain = |byte: &u8| byte.is_ascii() && self.has(u16::from(*byte));
            let n_narrow = rest.iter().take_while(|byte| is_plain(byte)).count();
            rest = &rest[n_narrow..];
            if n_narrow == 0 {
                return bytes.len() - rest.len();
            }
        }
    }

    /// Whether a character stays as it is.
    #[inline]
    const fn has(&self, code: u16) -> bool {
        self.0[(code >> 6) as usize] >> (code & 63) & 1 == 1
    }
}

/// What becomes of a character.
pub(super) enum Fold {
    Keep,
    To(char),
    Drop,
}

fn copy(mapped: &mut Mapped, text: &str, from: usize, to: usize) {
    mapped.push_str(&text[from..to], Span::new(from, to));
}

/// The ASCII form of a full-width character.
fn half_width(char: char) -> char {
    u8::try_from(u32::from(char).wrapping_sub(0xFEE0)).map_or(char, char::from)
}

fn fold(char: char, before: Option<char>, rest: &str) -> Fold {
    form(char).unwrap_or_else(|| {
        simplified(char, before, rest.chars().next()).map_or(Fold::Keep, Fold::To)
    })
}

/// What becomes of a character whatever its script; `None` where only the script may change it.
pub(super) fn form(char: char) -> Option<Fold> {
    Some(match char {
        '\n' | '\t' => Fold::Keep,
        '\u{FF01}'..='\u{FF5E}' => Fold::To(half_width(char)),
        // Next line, no-break, the typographic spaces, the ideographic space.
        '\u{85}'
        | '\u{A0}'
        | '\u{1680}'
        | '\u{2000}'..='\u{200A}'
        | '\u{202F}'
        | '\u{205F}'
        | '\u{3000}' => Fold::To(' '),
        '\u{2028}' | '\u{2029}' => Fold::To('\n'),
        '\r' | '\0'..='\u{8}' | '\u{B}'..='\u{1F}' | '\u{7F}'..='\u{9F}' => Fold::Drop,
        // Soft hyphen, zero-width spaces and joiners, direction marks, byte order mark, variation selectors.
        '\u{AD}'
        | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2064}'
        | '\u{FE00}'..='\u{FE0F}'
        | '\u{FEFF}' => Fold::Drop,
        // Small and half-width forms.
        '\u{FF61}' => Fold::To('。'),
        '\u{FF64}' => Fold::To('、'),
        '﹐' => Fold::To(','),
        '﹑' => Fold::To('、'),
        '﹒' => Fold::To('.'),
        '﹔' => Fold::To(';'),
        '﹕' | '︰' => Fold::To(':'),
        '﹙' => Fold::To('('),
        '﹚' => Fold::To(')'),
        '﹝' => Fold::To('〔'),
        '﹞' => Fold::To('〕'),
        '﹪' => Fold::To('%'),
        '―' => Fold::To('—'),
        _ => return None,
    })
}

/// Length of the pinyin that begins `rest`, up to and with its closing bracket, when an opening one stood before.
///
/// Only behind a Chinese character, and only what can be a syllable: `测绘(app)` is no pinyin.
pub(super) fn pinyin_len(before: Option<char>, rest: &str) -> Option<usize> {
    if !before.is_some_and(is_han) {
        return None;
    }
    let letters = rest.char_indices().take(PINYIN_LETTERS + 1).find(|&(_, char)| !is_letter(char));
    let (len, mut char) = letters?;
    let mut end = len;
    if char == ' ' {
        end += 1;
        char = rest[end..].chars().next()?;
    }
    (matches!(char, ')' | '）') && is_syllable(&rest[..len])).then(|| end + char.len_utf8())
}

fn is_letter(char: char) -> bool {
    char.is_ascii_lowercase() || plain(char).is_some()
}

/// The plain form of a letter with a tone.
fn plain(char: char) -> Option<char> {
    Some(match char {
        'ā' | 'á' | 'ǎ' | 'à' | 'ă' | 'ɑ' => 'a',
        'ē' | 'é' | 'ě' | 'è' | 'ĕ' | 'ê' => 'e',
        'ī' | 'í' | 'ǐ' | 'ì' | 'ĭ' => 'i',
        'ō' | 'ó' | 'ǒ' | 'ò' | 'ŏ' => 'o',
        'ū' | 'ú' | 'ǔ' | 'ù' | 'ŭ' => 'u',
        'ǖ' | 'ǘ' | 'ǚ' | 'ǜ' | 'ü' => 'v',
        'ń' | 'ň' | 'ǹ' => 'n',
        'ḿ' => 'm',
        'ɡ' => 'g',
        _ => return None,
    })
}

/// Whether `letters`, at most [`PINYIN_LETTERS`] and one more, can be one syllable of pinyin, with or without tone.
fn is_syllable(letters: &str) -> bool {
    let mut syllable = [0; PINYIN_LETTERS + 1];
    let mut len = 0;
    for (place, letter) in syllable.iter_mut().zip(letters.chars()) {
        *place = u8::try_from(plain(letter).unwrap_or(letter)).unwrap_or(0);
        len += 1;
    }
    let syllable = &syllable[..len];
    let is_pair = matches!(syllable, [b'z' | b'c' | b's', b'h', ..]);
    let is_initial = |letter: &u8| b"bpmfdtnlgkhjqxrzcsyw".contains(letter);
    let initial = if is_pair { 2 } else { usize::from(syllable.first().is_some_and(is_initial)) };
    matches!(
        &syllable[initial..],
        b"a" | b"o"
            | b"e"
            | b"i"
            | b"u"
            | b"v"
            | b"ai"
            | b"ei"
            | b"ui"
            | b"ao"
            | b"ou"
            | b"iu"
            | b"ie"
            | b"ve"
            | b"ue"
            | b"er"
            | b"an"
            | b"en"
            | b"in"
            | b"un"
            | b"vn"
            | b"ang"
            | b"eng"
            | b"ing"
            | b"ong"
            | b"ia"
            | b"iao"
            | b"ian"
            | b"iang"
            | b"iong"
            | b"ua"
            | b"uo"
            | b"uai"
            | b"uan"
            | b"uang"
            | b"van"
    )
}

/// Whether `char` is a Chinese character.
#[must_use]
pub fn is_han(char: char) -> bool {
    matches!(char, '\u{4E00}'..='\u{9FFF}' | '\u{3400}'..='\u{4DBF}' | '\u{20000}'..='\u{3FFFF}' | '〇' | '\u{2E80}'..='\u{2FD5}' | '\u{F900}'..='\u{FAFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        assert_eq!(normalize(text).text, expected);
    }

    /// The words of `text` that `part` of its normalized form was made from.
    fn original<'a>(text: &'a str, part: &str) -> &'a str {
        let mapped = normalize(text);
        let start = mapped.text.find(part).expect("the part is there");
        let span = mapped.original(Span::new(start, start + part.len()));
        &text[span.start..span.end]
    }

    #[test]
    fn widths() {
        check("（一）全年１２３件，占９．５％：办结；", "(一)全年123件,占9.5%:办结;");
        check("“八五”、《条例》〔2023〕—·。", "“八五”、《条例》〔2023〕—·。");
    }

    #[test]
    fn spaces_and_characters_without_width() {
        check("\u{FEFF}\u{3000}\u{3000}全\u{200B}年\u{A0}12件\r\n二\t三", "  全年 12件\n二\t三");
    }

    #[test]
    fn traditional_text() {
        check("嵐溪縣2023年法治政府建設，隨著答覆", "岚溪县2023年法治政府建设,随着答复");
    }

    #[test]
    fn inserted_pinyin() {
        check(
            "建設(shè)工作，公(gong)開(kai)，共和(he)(he)國，社會(huì )，綠(lǜ)",
            "建设工作,公开,共和国,社会,绿",
        );
        check("建设（shè）工作", "建设工作");
    }

    #[test]
    fn latin_brackets_stay() {
        check(
            "服务平台(app)、测绘(gis)、软件(APP)、(he)",
            "服务平台(app)、测绘(gis)、软件(APP)、(he)",
        );
        check("附件(pdf)和(a1)", "附件(pdf)和(a1)");
    }

    #[test]
    fn places_lead_back() {
        let text = "嵐溪縣建設(shè)局，　受理１２件";
        assert_eq!(original(text, "建设局"), "建設(shè)局");
        assert_eq!(original(text, "受理12件"), "受理１２件");
        assert_eq!(original(text, "岚溪县"), "嵐溪縣");
        assert_eq!(original(text, ","), "，");
    }

    #[test]
    fn any_text_is_fine() {
        for text in ["", "(", "設(", "設(shè", "設(shè ", "設（\u{10FFFF}）", "\u{0}\u{7F}", "⾃⼒"]
        {
            let mapped = normalize(text);
            let _ = mapped.original(Span::new(0, mapped.text.len()));
        }
    }
}
