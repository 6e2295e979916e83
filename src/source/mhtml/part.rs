//! The parts of a message of many parts (RFC 2046, RFC 2557).

use super::super::limit::{MAX_MESSAGE_DEPTH, MAX_PARTS};
use super::super::message::{Message, Value, is_page, next_line, trim};
use super::transfer;

/// One part that holds something itself.
#[derive(Debug)]
pub(super) struct Part<'a> {
    message: Message<'a>,
    /// Its type of content; text when it names none.
    pub(super) kind: Value,
    /// Whether the file ends before the part does.
    pub(super) is_cut: bool,
}

/// All parts of a message that hold something themselves, in their order.
#[derive(Debug, Default)]
pub(super) struct Parts<'a> {
    pub(super) parts: Vec<Part<'a>>,
    /// The `Content-ID` of the part to show, as the message names it.
    pub(super) start: Option<String>,
    /// Whether some were left out because there are too many, or too deep in others.
    pub(super) is_beyond_limit: bool,
}

impl<'a> Parts<'a> {
    /// Finds the parts of a message.
    pub(super) fn of(message: Message<'a>) -> Self {
        let mut found = Self::default();
        found.collect(message, false, 0);
        found
    }

    fn collect(&mut self, message: Message<'a>, is_cut: bool, depth: usize) {
        if depth > MAX_MESSAGE_DEPTH || self.parts.len() >= MAX_PARTS {
            self.is_beyond_limit = true;
            return;
        }
        let kind = message.value("content-type");
        if !kind.main.starts_with("multipart/") {
            self.parts.push(Part { message, kind, is_cut });
            return;
        }
        if self.start.is_none() {
            self.start = kind.parameter("start").map(str::to_owned);
        }
        let boundary = kind.parameter("boundary").map(|boundary| boundary.as_bytes().to_vec());
        let Some(boundary) = boundary.or_else(|| guess_boundary(message.body)) else { return };
        for (body, is_last_cut) in split(message.body, &boundary) {
            self.collect(Message::split(body), is_last_cut, depth + 1);
        }
    }
}

impl Part<'_> {
    /// Its bytes as they were before they were made fit to send.
    pub(super) fn bytes(&self) -> Vec<u8> {
        let encoding = self.message.field("content-transfer-encoding").unwrap_or_default();
        transfer::decode(&encoding, self.message.body)
    }

    /// Whether it has this `Content-ID`; the angle brackets around it are often forgotten.
    pub(super) fn has_id(&self, id: &str) -> bool {
        let bare = |id: &str| id.trim().trim_matches(['<', '>']).to_owned();
        self.message.field("content-id").is_some_and(|own| bare(&own) == bare(id))
    }

    /// What it is called: its place on the web, else its file name, else its type.
    pub(super) fn name(&self) -> String {
        let file_name = || {
            let disposition = self.message.value("content-disposition");
            let name = disposition.parameter("filename").or_else(|| self.kind.parameter("name"));
            name.map(str::to_owned)
        };
        let location = self.message.field("content-location");
        location.or_else(file_name).unwrap_or_else(|| self.kind.main.clone())
    }

    /// Whether it is a page that another may show in a frame.
    pub(super) fn is_frame(&self) -> bool {
        is_page(&self.kind.main) && !self.is_attachment()
    }

    /// Whether it is a picture.
    pub(super) fn is_picture(&self) -> bool {
        self.kind.main.starts_with("image/")
    }

    /// How many bytes it takes in the file.
    pub(super) const fn length(&self) -> usize {
        self.message.body.len()
    }

    /// Whether it is a file that was sent along.
    pub(super) fn is_attachment(&self) -> bool {
        self.message.value("content-disposition").main == "attachment"
            || self.kind.main == "message/rfc822"
    }
}

/// The boundary of a message that does not name it: its first line that looks like one.
fn guess_boundary(body: &[u8]) -> Option<Vec<u8>> {
    let mut at = 0;
    while at < body.len() {
        let line = next_line(body, at);
        if !trim(line).is_empty() {
            let boundary = trim(line).strip_prefix(b"--")?;
            return (!boundary.is_empty()).then(|| boundary.to_vec());
        }
        at += line.len();
    }
    None
}

/// What stands between the lines `--boundary`, and whether the file ends there too early.
fn split<'a>(body: &'a [u8], boundary: &[u8]) -> Vec<(&'a [u8], bool)> {
    let mut pieces = Vec::new();
    let mut start: Option<usize> = None;
    let mut at = 0;
    while at < body.len() {
        let line = next_line(body, at);
        let after = line.strip_prefix(b"--").and_then(|rest| rest.strip_prefix(boundary));
        if let Some(after) = after.map(trim)
            && (after.is_empty() || after == b"--")
        {
            pieces.extend(start.map(|start| (without_line_end(&body[start..at]), false)));
            if after == b"--" {
                return pieces;
            }
            start = Some(at + line.len());
        }
        at += line.len();
    }
    pieces.extend(start.map(|start| (body.get(start..).unwrap_or_default(), true)));
    pieces
}

/// The line end before a boundary belongs to the boundary.
fn without_line_end(piece: &[u8]) -> &[u8] {
    let piece = piece.strip_suffix(b"\n").unwrap_or(piece);
    piece.strip_suffix(b"\r").unwrap_or(piece)
}
