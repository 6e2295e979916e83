//! Bytes → characters: the encoding, told by the content.
//!
//! Labels lie (a page converted to UTF-8 still says gb2312), so they decide only between equals. What counts is whether
//! the bytes, decoded, look like Chinese: common characters and punctuation rather than rare ones.

use std::borrow::Cow;

use super::kind::find;
use super::{Decode, LegacyEncoding, SourceError};

/// How many bytes are enough to tell encodings apart: a page's scripts and styles often fill the first ten thousand.
const SAMPLE: usize = 64 * 1024;

/// Where an HTML page names its encoding: the standard looks no further than 1,024 bytes; portals put scripts before.
const LABEL_HEAD: usize = 4096;

/// Least share of NUL bytes for ASCII text in UTF-16: every second byte of a text is one, less where it is Chinese.
const NUL_SHARE: usize = 16;

/// How much the label of a page weighs between GB18030 and Big5: enough for a handful of characters, no more.
const LABEL_WEIGHT: f64 = 0.05;

/// Below this a decoded text is taken as noise.
const LEAST_SCORE: f64 = 0.0;

/// The commonest characters of Chinese prose and of reports, simplified. Texts in them score high only when decoded
/// rightly: the wrong decoder spreads them evenly over thousands of characters.
const COMMON_SIMPLIFIED: &str = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往历市克何除消构府称太准精值号率族维划选标写存候毛亲快效院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严复诉讼访罚审案督宣培训镇街依纷履职责执监察听证备份规范裁胜败维撤驳终结受理";

/// The traditional forms of those that have one, for Big5 and for traditional pages in any encoding.
const COMMON_TRADITIONAL: &str = "這個國時來們對會發動學經進電點從業應開後產種實與關間樣義數氣問變條沒結軍無係題黨員總設長頭資邊圖級統較將組見計別運農幾區強決戰則幹處隊給門熱領東導壓爭濟階極聯認權證單風務萬達積報鬥類離華確張馬節話溫傳廣須際驗連斷難礦週備辦習響約勞團歷構稱準號維劃選標寫親養層狀專廠識適屬圓調滿縣參紅細聽該鐵價嚴復訴訟訪罰審為機體麼當線質兩還過說鎮責執監範敗駁終紛履職衆衛書議記許觀織裝眾復複制據術場車轉帶採產綜協構環";

/// Text with the encoding that it came in.
#[derive(Debug)]
pub(super) struct Decoded {
    pub(super) text: String,
    pub(super) encoding: &'static str,
}

/// Decodes `bytes`, whatever their encoding. Malformed sequences become U+FFFD.
///
/// # Errors
/// When no encoding makes text of them.
pub(super) fn decode(bytes: &[u8], decoder: &dyn Decode) -> Result<Decoded, SourceError> {
    decode_labeled(bytes, None, decoder)
}

/// The same for `bytes` that came with a label beside them, which counts like one inside.
///
/// # Errors
/// When no encoding makes text of them.
pub(super) fn decode_labeled(
    bytes: &[u8],
    label: Option<&[u8]>,
    decoder: &dyn Decode,
) -> Result<Decoded, SourceError> {
    if let Some(decoded) = decode_marked(bytes, decoder) {
        return Ok(decoded);
    }
    let whole = decoder.well_formed(bytes);
    let utf8 = whole.as_deref().map_or_else(|| Utf8Evidence::of(bytes), Utf8Evidence::of_text);
    if utf8.is_certain() && !is_wide(bytes) {
        let text = whole.map_or_else(|| read_utf8(bytes), Cow::into_owned);
        return Ok(Decoded { text, encoding: "UTF-8" });
    }
    let label = label.and_then(named);
    let (score, candidate) = best(bytes, &utf8, label, decoder);
    if score < LEAST_SCORE {
        return Err(if bytes.contains(&0) {
            SourceError::NotText
        } else {
            SourceError::Unreadable
        });
    }
    Ok(candidate.decode(bytes, decoder))
}

/// By the byte order mark, when there is one.
fn decode_marked(bytes: &[u8], decoder: &dyn Decode) -> Option<Decoded> {
    const GB18030_MARK: &[u8] = &[0x84, 0x31, 0x95, 0x33];
    match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => Some(Decoded { text: read_utf8(rest), encoding: "UTF-8" }),
        [0xff, 0xfe, rest @ ..] => Some(Encoding::Utf16Little.decode(rest, decoder)),
        [0xfe, 0xff, rest @ ..] => Some(Encoding::Utf16Big.decode(rest, decoder)),
        _ => {
            let rest = bytes.strip_prefix(GB18030_MARK)?;
            Some(Encoding::Legacy(LegacyEncoding::Gb18030).decode(rest, decoder))
        }
    }
}

/// How much in the bytes speaks for UTF-8.
struct Utf8Evidence {
    /// Well-formed characters of three or four bytes: Chinese ones.
    n_long: usize,
    /// Well-formed characters of two bytes, which two bytes of GB18030 may look like.
    n_short: usize,
    /// Malformed places; a character cut at the end is none, nor is the rest of one at the start.
    n_broken: usize,
}

impl Utf8Evidence {
    fn of(bytes: &[u8]) -> Self {
        let mut evidence = Self { n_long: 0, n_short: 0, n_broken: 0 };
        let n_cut = bytes.iter().take(3).take_while(|byte| (0x80..0xc0).contains(*byte)).count();
        let mut rest = &bytes[n_cut..];
        loop {
            let error = std::str::from_utf8(rest).err();
            evidence.add(&rest[..error.map_or(rest.len(), |error| error.valid_up_to())]);
            let Some(error) = error else { break };
            let Some(n_bad) = error.error_len() else { break };
            evidence.n_broken += 1;
            rest = &rest[error.valid_up_to() + n_bad..];
        }
        evidence
    }

    /// As far as it matters for text without malformed places: one long character is enough, and the rest not counted.
    fn of_text(text: &str) -> Self {
        let mut evidence = Self { n_long: 0, n_short: 0, n_broken: 0 };
        if text.bytes().any(|byte| byte >= 0xe0) {
            evidence.n_long = 1;
        } else {
            evidence.add(text.as_bytes());
        }
        evidence
    }

    /// Counts the characters of well-formed bytes: the first byte of each tells its length.
    fn add(&mut self, valid: &[u8]) {
        let n_leading = valid.iter().filter(|byte| **byte >= 0xc0).count();
        let n_long = valid.iter().filter(|byte| **byte >= 0xe0).count();
        self.n_long += n_long;
        self.n_short += n_leading - n_long;
    }

    /// Whether nothing else can be meant. Bytes of another encoding seldom make three-byte characters, and break often.
    const fn is_certain(&self) -> bool {
        if self.n_long == 0 {
            return self.n_short == 0 && self.n_broken == 0;
        }
        self.n_long > 4 * self.n_broken
    }

    /// Whether nothing speaks against it.
    const fn is_possible(&self) -> bool {
        self.n_broken == 0
    }
}

/// Characters; a character cut by the end of the file is left out, any other damage is shown.
fn read_utf8(bytes: &[u8]) -> String {
    let n_cut = match std::str::from_utf8(bytes) {
        Ok(text) => return text.to_owned(),
        Err(error) if error.error_len().is_none() => bytes.len() - error.valid_up_to(),
        Err(_) => tail_of_character(bytes),
    };
    String::from_utf8_lossy(&bytes[..bytes.len() - n_cut]).into_owned()
}

/// How many bytes at the end begin a UTF-8 character that the end cuts.
fn tail_of_character(bytes: &[u8]) -> usize {
    let last = &bytes[bytes.len().saturating_sub(3)..];
    (1..=last.len())
        .find(|n| {
            std::str::from_utf8(&last[last.len() - n..])
                .is_err_and(|error| error.valid_up_to() == 0 && error.error_len().is_none())
        })
        .unwrap_or(0)
}

/// Whether there are so many NUL bytes that two bytes may make a character.
fn is_wide(bytes: &[u8]) -> bool {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    // Nearly always there is none, which one sweep without decisions on the way tells.
    let has_any = sample.iter().fold(false, |seen, byte| seen | (*byte == 0));
    sample.is_empty()
        || has_any && sample.iter().filter(|byte| **byte == 0).count() * NUL_SHARE >= sample.len()
}

/// 编码: an encoding that a text may come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8.
    Utf8,
    /// UTF-16, the low byte first.
    Utf16Little,
    /// UTF-16, the high byte first.
    Utf16Big,
    /// One that needs tables.
    Legacy(LegacyEncoding),
}

impl Encoding {
    /// All of them, the likeliest first.
    pub const ALL: [Self; 5] = [
        Self::Utf8,
        Self::Legacy(LegacyEncoding::Gb18030),
        Self::Legacy(LegacyEncoding::Big5),
        Self::Utf16Little,
        Self::Utf16Big,
    ];

    /// The name in [`Source::encoding`](super::Source::encoding).
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Little => "UTF-16LE",
            Self::Utf16Big => "UTF-16BE",
            Self::Legacy(LegacyEncoding::Gb18030) => "GB18030",
            Self::Legacy(LegacyEncoding::Big5) => "Big5",
        }
    }

    /// Decodes `bytes` as this encoding, whatever they look like.
    pub(super) fn decode(self, bytes: &[u8], decoder: &dyn Decode) -> Decoded {
        let text = match self {
            Self::Utf8 => read_utf8(bytes),
            Self::Utf16Little => read_utf16(bytes, u16::from_le_bytes),
            Self::Utf16Big => read_utf16(bytes, u16::from_be_bytes),
            Self::Legacy(legacy) => decoder.decode(legacy, bytes),
        };
        Decoded { text, encoding: self.name() }
    }
}

/// Characters of two bytes each; half a character at the end is left out.
fn read_utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    char::decode_utf16(units).map(|char| char.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

/// The encoding whose reading looks most like Chinese, and how much it does.
fn best(
    bytes: &[u8],
    utf8: &Utf8Evidence,
    label: Option<Encoding>,
    decoder: &dyn Decode,
) -> (f64, Encoding) {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let label = label.or_else(|| own_label(sample));
    let common = CommonHan::new();
    let mut candidates = Vec::with_capacity(5);
    if utf8.is_possible() && !is_wide(bytes) {
        candidates.push(Encoding::Utf8);
    }
    candidates.extend([
        Encoding::Legacy(LegacyEncoding::Gb18030),
        Encoding::Legacy(LegacyEncoding::Big5),
        Encoding::Utf16Little,
        Encoding::Utf16Big,
    ]);
    let mut best = (f64::NEG_INFINITY, Encoding::Utf8);
    for candidate in candidates {
        let mut score = score(&candidate.decode(sample, decoder).text, &common);
        if Some(candidate) == label {
            score += LABEL_WEIGHT;
        }
        if score > best.0 {
            best = (score, candidate);
        }
    }
    best
}

/// What the page says of itself.
fn own_label(head: &[u8]) -> Option<Encoding> {
    let head = head[..head.len().min(LABEL_HEAD)].to_ascii_lowercase();
    let after = &head[find(&head, b"charset=")? + b"charset=".len()..];
    named(after.strip_prefix(b"\"").or_else(|| after.strip_prefix(b"'")).unwrap_or(after))
}

/// The encoding whose name stands at the start of `name`, when a label can tell it from others.
fn named(name: &[u8]) -> Option<Encoding> {
    let name = name[..name.len().min(16)].to_ascii_lowercase();
    if name.starts_with(b"gb") {
        return Some(Encoding::Legacy(LegacyEncoding::Gb18030));
    }
    name.starts_with(b"big5").then_some(Encoding::Legacy(LegacyEncoding::Big5))
}

/// How much a text looks like Chinese prose: 1 when every character beyond ASCII is a common one, below 0 for noise.
fn score(text: &str, common: &CommonHan) -> f64 {
    let (mut sum, mut n_chars) = (0.0, 0usize);
    // The last character of a sample may be cut.
    let text = text.strip_suffix(char::REPLACEMENT_CHARACTER).unwrap_or(text);
    for char in text.chars() {
        let Some(weight) = weight(char, common) else { continue };
        sum += weight;
        n_chars += 1;
    }
    if n_chars == 0 { 0.0 } else { sum / f64::from(u32::try_from(n_chars).unwrap_or(u32::MAX)) }
}

/// What one character says; `None` for white space and ASCII, which all encodings share.
fn weight(char: char, common: &CommonHan) -> Option<f64> {
    Some(match char {
        '\t' | '\n' | '\r' | ' '..='~' => return None,
        '\u{a0}' | '\u{3000}' => return None,
        '\u{4e00}'..='\u{9fa5}' if common.contains(char) => 1.0,
        '\u{4e00}'..='\u{9fa5}' => 0.15,
        '，' | '。' | '、' | '；' | '：' | '（' | '）' | '《' | '》' | '“' | '”' | '〔' | '〕'
        | '％' | '—' | '…' | '！' | '？' | '·' | '「' | '」' => 0.8,
        '０'..='９' | '①'..='⑩' => 0.3,
        char::REPLACEMENT_CHARACTER | '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' => -1.5,
        '\u{e000}'..='\u{f8ff}' => -1.0,
        '\u{c0}'..='\u{24f}' => 0.05,
        _ => -0.3,
    })
}

/// The common characters, one bit each for the 20,992 of the first Han block.
struct CommonHan([u64; 328]);

impl CommonHan {
    fn new() -> Self {
        let mut bits = [0; 328];
        for char in COMMON_SIMPLIFIED.chars().chain(COMMON_TRADITIONAL.chars()) {
            if let Some((word, bit)) = Self::place(char)
                && let Some(bits) = bits.get_mut(word)
            {
                *bits |= 1 << bit;
            }
        }
        Self(bits)
    }

    fn place(char: char) -> Option<(usize, u32)> {
        let index = u32::from(char).checked_sub(0x4e00)?;
        Some((usize::try_from(index / 64).ok()?, index % 64))
    }

    fn contains(&self, char: char) -> bool {
        Self::place(char)
            .and_then(|(word, bit)| Some(self.0.get(word)? >> bit & 1 == 1))
            .unwrap_or(false)
    }
}

#[cfg(all(test, feature = "native"))]
#[allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#[path = "encoding_tests.rs"]
mod tests;
