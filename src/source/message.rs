//! Heads of messages (RFC 5322, RFC 2045): what a web page saved in one file begins with.

/// Bytes that the head of a message may have: lines that go on for ever. Browsers write the page's address and title
/// into it, which may be long, but not this long.
const MAX_HEAD_BYTES: usize = 64 << 10;

/// A message or one part of it, parted into its head and what follows.
#[derive(Clone, Copy, Debug)]
pub(super) struct Message<'a> {
    head: &'a [u8],
    /// What stands behind the blank line.
    #[cfg_attr(
        not(feature = "formats"),
        expect(dead_code, reason = "read with the other formats")
    )]
    pub(super) body: &'a [u8],
}

/// The value of a header with its parameters: `text/html; charset="gb2312"`.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Value {
    /// What stands before the first `;`, in lower case.
    pub(super) main: String,
    /// Names in lower case, and their values without quotes.
    parameters: Vec<(String, String)>,
}

impl<'a> Message<'a> {
    /// Parts `bytes` at the first blank line. A part may have no head at all and so begin with the blank line.
    pub(super) fn split(bytes: &'a [u8]) -> Self {
        let mut at = 0;
        while at < bytes.len().min(MAX_HEAD_BYTES) {
            let line = next_line(bytes, at);
            if trim(line).is_empty() {
                let (head, rest) = bytes.split_at(at);
                return Self { head, body: rest.get(line.len()..).unwrap_or_default() };
            }
            at += line.len();
        }
        Self { head: &bytes[..bytes.len().min(MAX_HEAD_BYTES)], body: &[] }
    }

    /// Parts a whole file, which may begin with a byte order mark, blank lines, or the `From ` line of a mailbox.
    pub(super) fn open(file: &'a [u8]) -> Self {
        Self::split(first_header(file))
    }

    /// Whether a file is a message that holds a web page, and not a text that happens to have a colon.
    pub(super) fn holds_page(file: &'a [u8]) -> bool {
        // Most texts do not start with a name in Latin letters; the head of those is not looked for.
        starts_with_name(first_header(file)) && Self::open(file).names_page()
    }

    /// Whether a web page follows this head.
    fn names_page(&self) -> bool {
        let is_message = self.field("mime-version").is_some()
            || self.field("content-transfer-encoding").is_some();
        let kind = self.value("content-type");
        let is_page = ["multipart/related", "multipart/alternative", "multipart/mixed"]
            .contains(&kind.main.as_str())
            || is_page(&kind.main);
        is_page && (is_message || kind.parameter("boundary").is_some())
    }

    /// The header's text, its lines joined; names are the same in any case.
    pub(super) fn field(&self, name: &str) -> Option<String> {
        let mut found: Option<String> = None;
        let mut at = 0;
        while at < self.head.len() {
            let line = next_line(self.head, at);
            at += line.len();
            let is_folded = matches!(line.first(), Some(b' ' | b'\t'));
            if let Some(text) = &mut found {
                if !is_folded {
                    break;
                }
                text.push(' ');
                text.push_str(&String::from_utf8_lossy(trim(line)));
                continue;
            }
            if !is_folded
                && let Some(colon) = line.iter().position(|byte| *byte == b':')
                && trim(&line[..colon]).eq_ignore_ascii_case(name.as_bytes())
            {
                found = Some(String::from_utf8_lossy(trim(&line[colon + 1..])).into_owned());
            }
        }
        found
    }

    /// The header's value with its parameters; an empty one when there is no such header.
    pub(super) fn value(&self, name: &str) -> Value {
        self.field(name).map(|text| Value::parse(&text)).unwrap_or_default()
    }
}

impl Value {
    fn parse(text: &str) -> Self {
        let mut pieces = Vec::new();
        let mut piece = String::new();
        let mut is_quoted = false;
        let mut chars = text.chars();
        while let Some(char) = chars.next() {
            match char {
                '"' => is_quoted = !is_quoted,
                '\\' if is_quoted => piece.extend(chars.next()),
                ';' if !is_quoted => pieces.push(std::mem::take(&mut piece)),
                _ => piece.push(char),
            }
        }
        pieces.push(piece);
        let mut pieces = pieces.into_iter();
        let main = pieces.next().unwrap_or_default().trim().to_ascii_lowercase();
        let parameters = pieces
            .filter_map(|piece| {
                let (name, value) = piece.split_once('=')?;
                Some((name.trim().to_ascii_lowercase(), value.trim().to_owned()))
            })
            .collect();
        Self { main, parameters }
    }

    /// The parameter with this name, given in lower case.
    pub(super) fn parameter(&self, name: &str) -> Option<&str> {
        let found = self.parameters.iter().find(|(own, _)| own == name)?;
        Some(found.1.as_str()).filter(|value| !value.is_empty())
    }
}

/// Whether a type of content is that of a web page.
pub(super) fn is_page(kind: &str) -> bool {
    matches!(kind, "text/html" | "application/xhtml+xml")
}

/// A file from its first header on: behind a byte order mark, blank lines, and the `From ` line of a mailbox.
fn first_header(file: &[u8]) -> &[u8] {
    let mut rest = file.strip_prefix(b"\xef\xbb\xbf").unwrap_or(file);
    while let [b'\r' | b'\n' | b' ' | b'\t', after @ ..] = rest {
        rest = after;
    }
    if rest.starts_with(b"From ") {
        rest = &rest[next_line(rest, 0).len()..];
    }
    rest
}

/// Whether some bytes start with the name of a header.
fn starts_with_name(bytes: &[u8]) -> bool {
    let is_name = |byte: &&u8| byte.is_ascii_alphanumeric() || **byte == b'-';
    let len = bytes.iter().take(MAX_HEAD_BYTES).take_while(is_name).count();
    len > 0 && bytes.get(len) == Some(&b':')
}

/// The line that begins at `at`, with its line end.
pub(super) fn next_line(bytes: &[u8], at: usize) -> &[u8] {
    let rest = bytes.get(at..).unwrap_or_default();
    let end = rest.iter().position(|byte| *byte == b'\n').map_or(rest.len(), |end| end + 1);
    &rest[..end]
}

/// `bytes` without the white space around them.
pub(super) fn trim(bytes: &[u8]) -> &[u8] {
    bytes.trim_ascii()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_are_found_in_any_case_and_over_several_lines() {
        let message = Message::open(
            b"\xef\xbb\xbfFrom x@y Sat Nov 21\r\nSUBJECT: a\r\ncontent-TYPE : Multipart/Related;\r\n\tBoundary=\"a;\\\"b\";\r\n Start=<x>\r\nX: y\r\n\r\nbody",
        );
        let value = message.value("content-type");
        assert_eq!(value.main, "multipart/related");
        assert_eq!(value.parameter("boundary"), Some("a;\"b"));
        assert_eq!(value.parameter("start"), Some("<x>"));
        assert_eq!(message.body, b"body");
        assert!(message.names_page());
    }

    #[test]
    fn pages_are_told_from_text_and_other_messages() {
        for page in [
            "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n",
            "From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\ttype=\"text/html\"\n\n",
            "Content-Transfer-Encoding: 8bit\nContent-Type: text/html; charset=gb2312\n\n<p>",
            "mime-version: 1.0\ncontent-type: Multipart/Alternative\n",
        ] {
            assert!(Message::holds_page(page.as_bytes()), "{page}");
        }
        for text in [
            "",
            "标题：报告\nContent-Type: text/html\nMIME-Version: 1.0\n\n",
            "Content-Type: text/html\n\n<p>",
            "MIME-Version: 1.0\nContent-Type: text/plain\n\n",
            "附注\n\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n",
        ] {
            assert!(!Message::holds_page(text.as_bytes()), "{text}");
        }
    }
}
