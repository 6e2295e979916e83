use std::collections::BTreeMap;

use html5gum::DefaultEmitter;

use super::*;

/// A token in a form that both tokenizers share.
#[derive(Clone, Debug, PartialEq)]
enum Piece {
    Start(String, BTreeMap<String, String>, bool),
    End(String),
    Text(String),
}

/// Texts behind one another are one.
fn push(pieces: &mut Vec<Piece>, piece: Piece) {
    match (pieces.last_mut(), piece) {
        (Some(Piece::Text(before)), Piece::Text(text)) => before.push_str(&text),
        (_, piece) => pieces.push(piece),
    }
}

/// In names a null means nothing to the reader, which looks for none that has one.
fn in_name(name: &str) -> String {
    name.replace('\0', "\u{fffd}").to_ascii_lowercase()
}

fn ours(html: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut tokenizer = Tokenizer::new(html);
    while let Some(token) = tokenizer.next_token() {
        let piece = match token {
            Token::Start(tag) => {
                let value = |name: &str| tag.attribute(name).unwrap().into_owned();
                let attributes =
                    tag.attributes.iter().map(|(name, _)| (in_name(name), value(name))).collect();
                Piece::Start(in_name(tag.name()), attributes, tag.is_self_closing())
            }
            Token::End(name) => Piece::End(in_name(name)),
            Token::Text(text) => Piece::Text(text.to_owned()),
        };
        push(&mut pieces, piece);
    }
    pieces
}

fn theirs(html: &str) -> Vec<Piece> {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let mut pieces = Vec::new();
    for token in html5gum::Tokenizer::new_with_emitter(html, emitter) {
        let Ok(token) = token;
        let piece = match token {
            html5gum::Token::StartTag(tag) => {
                let attributes =
                    tag.attributes.iter().map(|(name, value)| (text(name), text(value))).collect();
                Piece::Start(text(&tag.name), attributes, tag.self_closing)
            }
            html5gum::Token::EndTag(tag) => Piece::End(text(&tag.name)),
            html5gum::Token::String(words) => Piece::Text(text(&words)),
            _ => continue,
        };
        push(&mut pieces, piece);
    }
    pieces
}

#[track_caller]
fn compare(html: &str) {
    assert_eq!(ours(html), theirs(html), "{html:?}");
}

#[track_caller]
fn check(html: &str, expect: &[Piece]) {
    assert_eq!(ours(html), expect, "{html:?}");
    compare(html);
}

fn start(name: &str, attributes: &[(&str, &str)]) -> Piece {
    let attributes = attributes.iter().map(|&(name, value)| (name.to_owned(), value.to_owned()));
    Piece::Start(name.to_owned(), attributes.collect(), false)
}

fn end(name: &str) -> Piece {
    Piece::End(name.to_owned())
}

fn text(text: &str) -> Piece {
    Piece::Text(text.to_owned())
}

/// Numbers that look random and are the same in every run (xorshift).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(limit).unwrap()).unwrap()
    }
}

#[test]
fn tags_and_text() {
    check("甲<P>乙</p >丙", &[text("甲"), start("p", &[]), text("乙"), end("p"), text("丙")]);
    check("a < b <3 </> c", &[text("a < b <3  c")]);
    check("<br/>", &[Piece::Start("br".to_owned(), BTreeMap::new(), true)]);
    check("<br / >", &[start("br", &[])]);
    check("甲\r\n乙\r丙\n\r丁", &[text("甲\n乙\n丙\n\n丁")]);
}

#[test]
fn attributes_however_they_are_written() {
    check("<td colspan=2 rowspan='3'>", &[start("td", &[("colspan", "2"), ("rowspan", "3")])]);
    check(
        "<a href=/x/?a=1 ID = \"甲\"b>",
        &[start("a", &[("href", "/x/?a=1"), ("id", "甲"), ("b", "")])],
    );
    check("<p class=a class=b CLASS=c>", &[start("p", &[("class", "a")])]);
    check(
        "<p =x y='' 甲=乙 a/b c=>",
        &[start("p", &[("=x", ""), ("y", ""), ("甲", "乙"), ("a", ""), ("b", ""), ("c", "")])],
    );
    check("<p title='一\r\n二\r三'>", &[start("p", &[("title", "一\n二\n三")])]);
    check("<p title='a>b'>", &[start("p", &[("title", "a>b")])]);
}

#[test]
fn comments_end_where_the_standard_says() {
    for html in [
        "甲<!-->乙",
        "甲<!--->乙",
        "甲<!---->乙",
        "甲<!-- a -- b > -->乙",
        "甲<!-- a --!>乙",
        "甲<!-- <!-- -->乙",
        "甲<!-- <!-->乙",
        "甲<!x>乙",
        "甲<?xml a='b'?>乙",
        "甲</ a>乙",
        "甲<![CDATA[ a ]]>乙",
        "甲<!DOCTYPE html PUBLIC \"-//W3C\">乙",
    ] {
        check(html, &[text("甲乙")]);
    }
    check("甲<!--!>乙-->丙", &[text("甲丙")]);
    check("甲<!-- 乙", &[text("甲")]);
}

#[test]
fn raw_content_ends_at_its_own_end_tag() {
    check(
        "<title>a<b>&lt;</titles></TITLE >乙",
        &[start("title", &[]), text("a<b><</titles>"), end("title"), text("乙")],
    );
    check("<style>a<b>&lt;</style>", &[start("style", &[]), text("a<b>&lt;"), end("style")]);
    let script = |content: &str| {
        let html = format!("<script>{content}</script>乙");
        check(&html, &[start("script", &[]), text(content), end("script"), text("乙")]);
    };
    script("a<b></p>&lt;");
    script("<!-- a -->");
    script("<!-- <script> </script> ");
    script("<!--<script>--><x");
    script("<!-->");
    check("<plaintext>a</plaintext>&lt;", &[start("plaintext", &[]), text("a</plaintext>&lt;")]);
    // The peer knows the name only without its last letter.
    let expect = [start("noframes", &[]), text("<p>"), end("noframes")];
    assert_eq!(ours("<noframes><p></noframes>"), expect);
}

#[test]
fn character_references() {
    check("&nbsp;&lt&amp;amp;&copy;&notit;&notin;&no", &[text("\u{a0}<&amp;©¬it;∉&no")]);
    check("&#25253;&#x544A;&#X544a &#65&#;&#x;&#", &[text("报告告 A&#;&#x;&#")]);
    check("&#0;&#xD800;&#x110000;&#99999999999;", &[text("\u{fffd}\u{fffd}\u{fffd}\u{fffd}")]);
    check("&#128;&#150;&#x81;&#x9f;&#160;&#13;", &[text("€–\u{81}Ÿ\u{a0}\r")]);
    check(
        "<a href='?a=1&copy=2&copy;&copy3&copy&lt=&lt;&lt'>",
        &[start("a", &[("href", "?a=1&copy=2©&copy3©&lt=<<")])],
    );
    check("<a b=&lt;c&gt d=&#x4e00>", &[start("a", &[("b", "<c>"), ("d", "一")])]);
}

#[test]
fn every_name_of_the_standard_is_known() {
    for entity in &entities::ENTITIES {
        let name = entity.entity;
        check(name, &[text(entity.characters)]);
        compare(&format!("<p a={name}=1 b='{name}' c={name}z>{name}z{name}="));
        // Beginnings of names, and what only resembles one.
        let closed = name.trim_end_matches(';');
        compare(&format!("{};{closed}{closed}x;{name}", &closed[..closed.len() - 1]));
    }
}

#[test]
fn the_end_of_the_page_may_come_anywhere() {
    let html = "甲<p a='b\0&lt;' c=d e = \"f\" g/>&amp;&#x31;<!-- a --!><!doctype html><title>&lt;</title>\
                <script><!-- <script> </script> --></script x><textarea>乙\r\n</textarea><?x?></p>";
    for (at, _) in html.char_indices() {
        compare(&html[..at]);
        compare(&html[at..]);
        compare(&format!("{}<{}", &html[..at], &html[at..]));
        compare(&format!("{}>{}", &html[..at], &html[at..]));
        compare(&format!("{}\0{}", &html[..at], &html[at..]));
        compare(&format!("{}\r{}", &html[..at], &html[at..]));
        compare(&format!("{}&{}", &html[..at], &html[at..]));
        compare(&format!("{}'{}", &html[..at], &html[at..]));
    }
}

#[test]
fn any_mix_of_pieces_is_read_as_by_a_peer() {
    const PIECES: [&str; 80] = [
        "<",
        ">",
        "/",
        "</",
        "/>",
        "<!",
        "<!-",
        "<!--",
        "-",
        "--",
        "-->",
        "--!>",
        "!",
        "?",
        "<?",
        "=",
        "'",
        "\"",
        "`",
        "&",
        "#",
        ";",
        "&#",
        "&#x",
        " ",
        "\n",
        "\r",
        "\r\n",
        "\t",
        "\x0c",
        "\0",
        "a",
        "A",
        "甲",
        "𠮷",
        "1",
        "31",
        "<p",
        "<P ",
        "</p>",
        "<p>",
        "<br/>",
        "<a href=",
        "<td colspan=2>",
        "class",
        " a=b",
        " a='b'",
        " a=\"b\"",
        " A=c",
        "title",
        "<title>",
        "</title",
        "</title>",
        "<textarea>",
        "</textarea>",
        "<style>",
        "</style>",
        "<xmp>",
        "</XMP>",
        "<iframe>",
        "</iframe ",
        "<noscript>",
        "</noscript>",
        "script",
        "<script>",
        "<SCRIPT ",
        "</script>",
        "</Script/",
        "<script/",
        "<plaintext>",
        "<!DOCTYPE html>",
        "<!doctype",
        "<![CDATA[",
        "]]>",
        "&lt;",
        "&amp",
        "&copy",
        "&notin",
        "&nbsp;",
        "&#x4e00;",
    ];
    let mut numbers = Numbers(0x9E37_79B9_7F4A_7C15);
    for _ in 0..20_000 {
        let n_pieces = 1 + numbers.below(24);
        // Most mixes draw on a few pieces only, so that they meet more often.
        let few: Vec<_> = (0..8).map(|_| PIECES[numbers.below(PIECES.len())]).collect();
        let mut html = String::new();
        for _ in 0..n_pieces {
            html.push_str(match numbers.below(5) {
                0 => PIECES[numbers.below(PIECES.len())],
                _ => few[numbers.below(few.len())],
            });
        }
        compare(&html);
    }
}

#[test]
fn scripts_in_scripts_end_as_by_a_peer() {
    const PIECES: [&str; 16] = [
        "<!--",
        "<!-",
        "<!",
        "-",
        "--",
        "-->",
        "<script",
        "<script>",
        "</script",
        "</script>",
        "</scripts>",
        "<",
        ">",
        " ",
        "x",
        "\0",
    ];
    let mut numbers = Numbers(0x2545_F491_4F6C_DD1D);
    for _ in 0..20_000 {
        let n_pieces = 1 + numbers.below(12);
        let pieces = (0..n_pieces).map(|_| PIECES[numbers.below(PIECES.len())]);
        compare(&format!("<script>{}", pieces.collect::<String>()));
    }
}

/// Anything but linear time would make this test last for hours.
#[test]
fn what_is_opened_and_never_closed_is_read_once() {
    for piece in [
        "<",
        "</",
        "<!--",
        "<!-",
        "-->",
        "--",
        "<!",
        "<?",
        "<a ",
        "<a b='",
        "<a b=\"",
        "<title>",
        "<script>",
        "<script><!--",
        "<!--<script>",
        "</script",
        "<textarea><",
        "&",
        "&#",
        "&#x",
        "&l",
        "&lt",
        "&CounterClockwiseContourIntegra",
        "&#1",
        "\r",
        "\0",
        " a",
        " a=",
        "'",
    ] {
        for before in ["", "<p ", "<p a='", "<!--", "<title>", "<script>", "<script><!--<script>"] {
            let html = before.to_owned() + &piece.repeat(100_000 / piece.len());
            let mut tokenizer = Tokenizer::new(&html);
            let mut n_tokens = 0;
            while tokenizer.next_token().is_some() {
                n_tokens += 1;
            }
            assert!(n_tokens <= html.len());
        }
    }
}
