//! Own paragraphs in every encoding, whole and cut.

use encoding_rs::{BIG5, GB18030};

use super::*;
use crate::source::NativeDecoder;

const SIMPLIFIED: &str = "云栖县水务局2023年法治政府建设年度报告\n\n一、主要举措和成效\n（一）依法化解行政争议。全年收到行政复议申请12件，受理11件，审结10件，其中维持6件、驳回2件、终止2件；办理行政应诉案件5件，无败诉案件，负责人出庭应诉率100%。\n（二）畅通信访渠道，接待群众来访37批次86人次，办结率98.6%。开展“宪法宣传周”活动，发放资料2300余份，解答咨询410人次，罚没款3.2万元，较上年下降14.5%。\n二、存在的不足\n执法力量仍然薄弱，部分干部运用法治思维解决问题的能力有待提高，窗口服务还不够便民，将在下一步工作中加以改进。";

const TRADITIONAL: &str = "雲棲縣水務局2023年法治政府建設年度報告\n\n一、主要舉措和成效\n（一）依法化解行政爭議。全年收到行政復議申請12件，受理11件，審結10件，其中維持6件、駁回2件、終止2件；辦理行政應訴案件5件，無敗訴案件，負責人出庭應訴率100%。\n（二）暢通信訪渠道，接待群眾來訪37批次86人次，辦結率98.6%。開展「憲法宣傳周」活動，發放資料2300餘份，解答諮詢410人次，罰沒款3.2萬元，較上年下降14.5%。\n二、存在的不足\n執法力量仍然薄弱，部分幹部運用法治思維解決問題的能力有待提高，窗口服務還不夠便民，將在下一步工作中加以改進。";

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

/// Every way in which `text` is stored, with the encoding that it must be told as.
fn stored(text: &str) -> Vec<(&'static str, Vec<u8>)> {
    let mut ways = vec![
        ("UTF-8", text.as_bytes().to_vec()),
        ("UTF-16LE", utf16(text, u16::to_le_bytes)),
        ("UTF-16BE", utf16(text, u16::to_be_bytes)),
        ("GB18030", GB18030.encode(text).0.into_owned()),
    ];
    if text == TRADITIONAL {
        ways.push(("Big5", BIG5.encode(text).0.into_owned()));
    }
    ways
}

#[track_caller]
fn check(bytes: &[u8], encoding: &str, whole: &str) {
    let decoded = decode(bytes, &NativeDecoder).unwrap();
    assert_eq!(decoded.encoding, encoding, "{} bytes: {}", bytes.len(), decoded.text);
    let shown = decoded.text.trim_end_matches(char::REPLACEMENT_CHARACTER);
    // A cut four-byte or two-byte character may leave one ASCII byte behind.
    let agreeing = shown.chars().zip(whole.chars()).take_while(|(a, b)| a == b).count();
    assert!(shown.chars().count() - agreeing <= 1, "{} bytes: {shown}", bytes.len());
}

#[test]
fn every_encoding_is_told_whole_and_cut() {
    for text in [SIMPLIFIED, TRADITIONAL] {
        for (encoding, bytes) in stored(text) {
            check(&bytes, encoding, text);
            for len in [50, 51, 52, 53, 99, 100, 101, 200, 201, 202, 333, 500, 1000] {
                check(&bytes[..len.min(bytes.len())], encoding, text);
            }
        }
    }
}

#[test]
fn text_without_numbers_or_punctuation_is_told_from_few_characters() {
    check(&GB18030.encode("行政复议案件").0, "GB18030", "行政复议案件");
    check(&BIG5.encode("行政復議案件審結").0, "Big5", "行政復議案件審結");
    check(&utf16("行政复议案件审结", u16::to_le_bytes), "UTF-16LE", "行政复议案件审结");
}

#[test]
fn byte_order_marks_decide() {
    for (encoding, mark, bytes) in [
        ("UTF-8", &b"\xef\xbb\xbf"[..], "复".as_bytes().to_vec()),
        ("UTF-16LE", b"\xff\xfe", utf16("复", u16::to_le_bytes)),
        ("UTF-16BE", b"\xfe\xff", utf16("复", u16::to_be_bytes)),
        ("GB18030", b"\x84\x31\x95\x33", GB18030.encode("复").0.into_owned()),
    ] {
        let decoded = decode(&[mark, &bytes].concat(), &NativeDecoder).unwrap();
        assert_eq!((decoded.encoding, decoded.text.as_str()), (encoding, "复"));
    }
}

#[test]
fn a_few_damaged_bytes_do_not_change_the_encoding() {
    for (encoding, mut bytes) in stored(TRADITIONAL) {
        for at in [120, 300, 410] {
            bytes[at] = 0xff;
        }
        let decoded = decode(&bytes, &NativeDecoder).unwrap();
        assert_eq!(decoded.encoding, encoding);
        assert!(decoded.text.contains("主要舉措和成效"), "{}", decoded.text);
    }
}

#[test]
fn a_page_in_utf8_that_says_gb2312_is_utf8() {
    let page = format!("<meta charset=gb2312><p>{SIMPLIFIED}");
    check(page.as_bytes(), "UTF-8", &page);
    check(&page.as_bytes()[..80], "UTF-8", &page);
}

#[test]
fn a_page_in_big5_that_says_gb2312_is_big5() {
    let page = format!("<meta charset=gb2312><p>{TRADITIONAL}");
    check(&BIG5.encode(&page).0, "Big5", &page);
}

#[test]
fn ascii_is_utf8_and_wide_ascii_is_not() {
    check(b"report 2023", "UTF-8", "report 2023");
    check(&utf16("report 2023: 12", u16::to_le_bytes), "UTF-16LE", "report 2023: 12");
    check(&utf16("report 2023: 12", u16::to_be_bytes), "UTF-16BE", "report 2023: 12");
}

#[test]
fn noise_is_not_text() {
    let mut state = 7u32;
    let noise: Vec<u8> = (0..4096)
        .map(|_| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            state.to_be_bytes()[0]
        })
        .collect();
    assert!(decode(&noise, &NativeDecoder).is_err());
}
