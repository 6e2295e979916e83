//! Packs tables into a few kilobytes: traditional characters (繁体字) with radical forms, the names of HTML's character
//! references, and the way from simplified to traditional writing.
//!
//! From traditional to simplified a table of characters is enough, which all that reads a report carries; the handful of
//! characters for which the single one does not decide are treated in `src/text/traditional.rs`. The other way takes a
//! dictionary of phrases: 50 KB that only the program that shows a text in traditional writing carries.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::{env, fs, path::Path};

use entities::ENTITIES;
use ferrous_opencc::{OpenCC, config::BuiltinConfig};
use opencc_fmmseg::{DictMaxLen, DictionaryMaxlength};

/// What the Kangxi radicals from U+2F00 on stand for. PDF files made by browsers are full of them.
const KANGXI_RADICALS: &str = "\
    一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋\
    弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石\
    示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長\
    門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

/// What the radical forms from U+2E80 on stand for; `.` where there is no such character.
const RADICAL_FORMS: &str = "\
    .厂乛乚乙亻冂.刀刂卜.小小兀尣尢.巳幺彑.忄心扌攵.旡日月歺母民氵氺灬爫爫丬牛犭王.目示礻.糹纟罓罒.冗.羊..耂肀聿肉.艹艹艹\
    虎衤覀西见角.讠贝.车辶辶辶邑钅長镸长门.阝雨青韦页风飞食.飠饣.马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟";

/// Traditional variants that the table does not know, each with its simplified form.
const VARIANTS: [(char, char); 4] = [('擡', '抬'), ('貍', '狸'), ('遶', '绕'), ('幷', '并')];

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    let directory = env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?;
    let directory = Path::new(&directory);
    fs::write(directory.join("simplified.bin"), pack_simplified()?)?;
    fs::write(directory.join("entities.bin"), pack_entities()?)?;
    fs::write(directory.join("phrases.bin"), pack_phrases()?)?;
    Ok(())
}

/// Traditional characters and radical forms with what they are in simplified writing.
fn pack_simplified() -> Result<Vec<u8>, Box<dyn Error>> {
    let converter = OpenCC::from_config(BuiltinConfig::T2s)?;
    let simplified = |char: char| {
        if let Some(&(_, to)) = VARIANTS.iter().find(|variant| variant.0 == char) {
            return to;
        }
        let converted = converter.convert(&char.to_string());
        let mut chars = converted.chars();
        match (chars.next(), chars.next()) {
            (Some(only), None) => only,
            _ => char,
        }
    };

    let radicals = (0x2E80..).zip(RADICAL_FORMS.chars()).filter(|&(_, form)| form != '.');
    let radicals = radicals.chain((0x2F00..).zip(KANGXI_RADICALS.chars()));
    let ideographs = (0x3400..0xA000).filter_map(|code| Some((code, char::from_u32(code)?)));

    let mut packed = Vec::new();
    let mut previous = 0;
    for (code, char) in radicals.chain(ideographs) {
        let to = u32::from(simplified(char));
        if to == code || to > 0xFFFF {
            continue;
        }
        write_varint(&mut packed, code - previous);
        write_varint(&mut packed, zigzag(i64::from(to) - i64::from(code)));
        previous = code;
    }
    Ok(packed)
}

/// Simplified characters and phrases with what they are in traditional writing (正體, as in Taiwan), in the form that
/// `src/text/script.rs` describes. Only what takes as many bytes in both is taken up.
fn pack_phrases() -> Result<Vec<u8>, Box<dyn Error>> {
    let dictionary = DictionaryMaxlength::new().map_err(|error| error.to_string())?;
    let variants = chars_of(&dictionary.tw_variants);
    let written = |to: &[char]| -> Vec<char> {
        to.iter().map(|char| variants.get(&[*char][..]).map_or(*char, |to| to[0])).collect()
    };
    let is_even = |from: &[char], to: &[char]| {
        from.len() == to.len() && from.iter().zip(to).all(|(a, b)| a.len_utf8() == b.len_utf8())
    };
    let table = |dictionary: &DictMaxLen| -> Table {
        let pairs = chars_of(dictionary).into_iter().map(|(from, to)| (from, written(&to)));
        pairs.filter(|(from, to)| is_even(from, to)).collect()
    };
    let mut characters = table(&dictionary.st_characters);
    // Variants also stand for characters that are written alike in both scripts.
    for (from, to) in &variants {
        characters.entry(from.clone()).or_insert_with(|| to.clone());
    }
    characters.retain(|from, to| from != to && u32::from(from[0]) <= 0xFFFF && is_even(from, to));
    let phrases = needed(&characters, &table(&dictionary.st_phrases));

    let mut packed = Vec::new();
    write_varint(&mut packed, u32::try_from(characters.len())?);
    let mut previous = 0;
    for (from, to) in &characters {
        let (code, to) = (u32::from(from[0]), u32::from(to[0]));
        write_varint(&mut packed, code - previous);
        write_varint(&mut packed, zigzag(i64::from(to) - i64::from(code)));
        previous = code;
    }
    // Alike things stand together, which packs better: heads, characters, then what becomes of them.
    let (mut heads, mut firsts, mut rests, mut changes) = (vec![], vec![], vec![], vec![]);
    let mut previous: &[char] = &[];
    for (from, to) in &phrases {
        let n_shared = from.iter().zip(previous).take_while(|(a, b)| a == b).count();
        let rest = &from[n_shared..];
        let before = previous.get(n_shared).map_or(0x4E00, |char| u32::from(*char));
        let first = i64::from(u32::from(rest[0])) - i64::from(before);
        heads.extend([u8::try_from(n_shared)?, u8::try_from(rest.len())?]);
        write_varint(&mut firsts, zigzag(first));
        for char in &rest[1..] {
            rests.extend(u16::try_from(u32::from(*char))?.to_le_bytes());
        }
        for (at, (from, to)) in from.iter().zip(to).enumerate() {
            if simple(&characters, *from) != *to {
                changes.push(u8::try_from(at)? + 1);
                changes.extend(u16::try_from(u32::from(*to))?.to_le_bytes());
            }
        }
        changes.push(0);
        previous = from;
    }
    for part in [heads, firsts, rests, changes] {
        write_varint(&mut packed, u32::try_from(part.len())?);
        packed.extend(part);
    }
    Ok(packed)
}

/// Characters of one script with those of another.
type Table = BTreeMap<Vec<char>, Vec<char>>;

fn chars_of(dictionary: &DictMaxLen) -> Table {
    dictionary.iter().map(|(from, to)| (from.to_vec(), to.chars().collect())).collect()
}

/// What a character is where no phrase says otherwise.
fn simple(characters: &Table, char: char) -> char {
    characters.get(&[char][..]).map_or(char, |to| to[0])
}

/// The phrases that a conversion needs: those that the shorter ones do not give, and those of two characters, the most by
/// far, that keep another phrase from beginning with their last (记录 in 记录制度, where 录制 is none).
fn needed(characters: &Table, all: &Table) -> Table {
    let is_basic = |from: &[char]| from.iter().all(|char| u32::from(*char) <= 0xFFFF);
    let mut sorted: Vec<_> = all.iter().filter(|(from, _)| is_basic(from)).collect();
    sorted.sort_by_key(|(from, _)| from.len());
    let mut kept = Table::new();
    for (from, to) in &sorted {
        if convert(characters, &kept, from) != **to {
            kept.insert((*from).clone(), (*to).clone());
        }
    }
    let openings: BTreeSet<char> = kept.keys().map(|from| from[0]).collect();
    let parting = sorted.iter().filter(|(from, _)| from.len() == 2 && openings.contains(&from[1]));
    let parting: Vec<_> = parting.map(|(from, to)| ((*from).clone(), (*to).clone())).collect();
    kept.extend(parting);
    kept
}

/// A text by the longest phrases from left to right.
fn convert(characters: &Table, phrases: &Table, text: &[char]) -> Vec<char> {
    let mut converted = Vec::new();
    while let Some(rest) = text.get(converted.len()..).filter(|rest| !rest.is_empty()) {
        let phrase = (2..=rest.len()).rev().find_map(|len| phrases.get(&rest[..len]));
        match phrase {
            Some(phrase) => converted.extend(phrase),
            None => converted.push(simple(characters, rest[0])),
        }
    }
    converted
}

/// The names of character references, in the form that `src/source/html/entity.rs` describes.
fn pack_entities() -> Result<Vec<u8>, Box<dyn Error>> {
    let all = || ENTITIES.iter().map(|entity| (&entity.entity[1..], entity.characters));
    let closed: BTreeMap<_, _> =
        all().filter_map(|(name, meant)| Some((name.strip_suffix(';')?, meant))).collect();
    let legacy: BTreeSet<_> =
        all().map(|(name, _)| name).filter(|name| !name.ends_with(';')).collect();

    let letters = || (b'A'..=b'Z').chain(b'a'..=b'z');
    let index_len = letters().count() * 2;
    let mut index = Vec::new();
    let mut packed = Vec::new();
    let mut previous = "";
    for (name, meant) in &closed {
        let n_shared = name.bytes().zip(previous.bytes()).take_while(|(a, b)| a == b).count();
        if n_shared == 0 {
            index.extend(u16::try_from(index_len + packed.len())?.to_le_bytes());
        }
        let n_meant = meant.chars().count();
        let (last, others) = name.as_bytes()[n_shared..].split_last().ok_or("names differ")?;
        if n_shared >= 0x20 || !matches!(n_meant, 1 | 2) {
            return Err(format!("{name} does not fit").into());
        }
        let is_legacy = u8::from(legacy.contains(name));
        packed.push(n_shared as u8 | is_legacy << 5 | u8::from(n_meant == 2) << 6);
        packed.extend(others);
        packed.push(last | 0x80);
        packed.extend(meant.bytes());
        previous = name;
    }
    // Each legacy name is in the table with its semicolon, each letter begins a name.
    if !legacy.iter().all(|name| closed.contains_key(name)) || index.len() != index_len {
        return Err("character references are not as the standard has them".into());
    }
    index.extend(packed);
    Ok(index)
}

/// Folds the sign into the lowest bit, so that small differences of either sign take few bytes.
fn zigzag(value: i64) -> u32 {
    // Differences of two code points of the Basic Multilingual Plane fit easily.
    ((value << 1) ^ (value >> 63)) as u32
}

/// Seven bits a byte, lowest first; the highest bit says that more follow.
fn write_varint(packed: &mut Vec<u8>, mut value: u32) {
    while value >= 0x80 {
        packed.push((value & 0x7F) as u8 | 0x80);
        value >>= 7;
    }
    packed.push(value as u8);
}
