//! What each element of WordprocessingML means for the text.

use super::alternate::is_understood;
use super::body::Body;
use super::field;
use super::flow::{Block, Run};
use super::open::Open;
use crate::source::kind::{self, Kind};
use crate::source::xml::Element;
use crate::source::{LossKind, encoding, html, plain, symbol};

impl Body<'_> {
    /// What the element opens; `None` when nothing in it is text.
    pub(super) fn start_element(&mut self, element: &Element<'_>) -> Option<Open> {
        match self.open.last().copied().unwrap_or(Open::Plain) {
            Open::ParagraphProperties => self.start_in_paragraph_properties(element),
            Open::NumberProperties => self.note_number_property(element),
            Open::MarkProperties => self.note_mark_property(element),
            Open::RunProperties => self.note_run_property(element),
            Open::RowProperties => self.note_row_property(element),
            Open::CellProperties => self.note_cell_property(element),
            Open::ControlProperties => self.note_control_property(element),
            Open::Row { is_dropped: true }
            | Open::Cell { is_dropped: true, .. }
            | Open::Control { is_dropped: true, .. } => None,
            parent => self.start_content(element, parent),
        }
    }

    fn start_content(&mut self, element: &Element<'_>, parent: Open) -> Option<Open> {
        match element.name() {
            "r" => {
                self.flow.run = Run::default();
                Some(Open::Run)
            }
            "t" => self.flow.shows().then(|| Open::Words {
                start: self.flow.words.len(),
                is_trimmed: element.attribute("space").is_none_or(|space| space != "preserve"),
            }),
            "rPr" => matches!(parent, Open::Run).then_some(Open::RunProperties),
            "p" => {
                self.start_paragraph();
                Some(Open::Paragraph)
            }
            "pPr" => Some(Open::ParagraphProperties),
            "tab" | "ptab" => self.put("\t"),
            "br" | "cr" => self.put("\n"),
            "noBreakHyphen" => self.put("-"),
            "sym" => self.put_symbol(element),
            "fldChar" => self.turn_field(element),
            "instrText" => Some(Open::Instruction),
            "fldSimple" => {
                let is_contents = !self.context.keeps_contents
                    && element.attribute("instr").is_some_and(|it| field::is_contents(&it));
                (!is_contents).then_some(Open::Plain)
            }
            "footnoteReference" | "endnoteReference" => self.put_note(element),
            "tbl" => Some(self.start_table()),
            "tr" => Some(self.start_row()),
            "trPr" => Some(Open::RowProperties),
            "tc" => Some(self.start_cell()),
            "tcPr" => Some(Open::CellProperties),
            "AlternateContent" => Some(Open::Alternate { is_taken: false }),
            "Choice" | "Fallback" => self.choose(element),
            "sdt" => Some(Open::Control { is_dropped: false, is_prompt: false }),
            "sdtPr" => Some(Open::ControlProperties),
            "sup" => {
                self.flow.n_superscripts += 1;
                Some(Open::Superscript)
            }
            "num" => Some(Open::Numerator),
            "footnote" | "endnote" => self.start_note(element),
            "altChunk" => self.put_chunk(element),
            // What is deleted or moved away, marks that show nothing, and properties of other things.
            "del" | "moveFrom" | "delText" | "delInstrText" | "softHyphen" | "rt" | "rubyPr"
            | "sectPr" | "tblPr" | "tblGrid" | "tblPrEx" | "sdtEndPr" | "ctrlPr" => None,
            _ => self.start_drawing(element),
        }
    }

    /// What is drawn: text boxes are read, the rest is told as lost.
    fn start_drawing(&mut self, element: &Element<'_>) -> Option<Open> {
        match element.name() {
            "drawing" | "pict" => self.flow.shows().then_some(Open::Plain),
            "object" => self.flow.shows().then_some(Open::Object),
            "txbxContent" => Some(self.start_box()),
            // 艺术字.
            "textpath" => {
                let words = element.attribute("string").unwrap_or_default();
                if !words.trim().is_empty() {
                    self.flow.boxes.push(Block::Line(words.into_owned()));
                }
                None
            }
            "blip" => self.lose_relation(LossKind::Picture, element, "embed"),
            "contentPart" => self.lose_relation(LossKind::Picture, element, "id"),
            "imagedata" => {
                // The picture of an embedded object is told as the object.
                let is_of_object =
                    self.open.iter().rev().take(4).any(|it| matches!(it, Open::Object));
                if is_of_object {
                    None
                } else {
                    self.lose_relation(LossKind::Picture, element, "id")
                }
            }
            "OLEObject" | "chart" => self.lose_relation(LossKind::EmbeddedObject, element, "id"),
            "relIds" => self.lose_relation(LossKind::EmbeddedObject, element, "dm"),
            "subDoc" => self.lose_relation(LossKind::EmbeddedObject, element, "id"),
            _ => Some(Open::Plain),
        }
    }

    fn put(&mut self, words: &str) -> Option<Open> {
        if self.flow.shows() {
            self.flow.put(words);
        }
        None
    }

    fn put_symbol(&mut self, element: &Element<'_>) -> Option<Open> {
        let font = element.attribute("font").unwrap_or_default();
        let code = element.attribute("char").and_then(|code| u32::from_str_radix(&code, 16).ok());
        match code.and_then(|code| symbol::read(&font, code)) {
            Some(char) => self.put(char.encode_utf8(&mut [0; 4])),
            None => {
                if self.flow.shows() {
                    self.lose(LossKind::UnknownCharacters, None);
                }
                None
            }
        }
    }

    fn turn_field(&mut self, element: &Element<'_>) -> Option<Open> {
        match element.attribute("fldCharType").as_deref() {
            Some("begin") => self.flow.fields.begin(),
            Some("separate") => self.flow.fields.separate(self.context.keeps_contents),
            Some("end") => {
                let shown = self.flow.fields.end();
                return self.put(&shown.unwrap_or_default());
            }
            _ => {}
        }
        None
    }

    /// Takes the note that is referred to; the number of the note would be read as digits of the text.
    fn put_note(&mut self, element: &Element<'_>) -> Option<Open> {
        let id = element.attribute("id")?;
        if self.flow.shows() {
            if element.name() == "footnoteReference" {
                self.notes_behind.append(&mut self.footnotes.remove(&*id).unwrap_or_default());
            } else {
                self.notes_at_end.append(&mut self.endnotes.remove(&*id).unwrap_or_default());
            }
        }
        None
    }

    fn choose(&mut self, element: &Element<'_>) -> Option<Open> {
        let Some(Open::Alternate { is_taken }) = self.open.last_mut() else {
            return Some(Open::Plain);
        };
        let takes = !*is_taken && (element.name() == "Fallback" || is_understood(element));
        *is_taken |= takes;
        takes.then_some(Open::Plain)
    }

    fn lose_relation(&mut self, kind: LossKind, element: &Element<'_>, key: &str) -> Option<Open> {
        let relation = element.attribute(key).and_then(|id| self.context.package.relation(&id));
        self.lose(kind, relation.and_then(|relation| relation.part.clone()));
        None
    }

    /// Text of another format inside the document.
    fn put_chunk(&mut self, element: &Element<'_>) -> Option<Open> {
        let package = self.context.package;
        let part = element.attribute("id").and_then(|id| package.relation(&id)?.part.clone());
        let Some(part) = part else {
            self.lose(LossKind::EmbeddedObject, None);
            return None;
        };
        // One is enough: the same part, asked for again and again.
        if !self.chunks.insert(part.clone()) {
            return None;
        }
        let bytes = match package.read_bytes(&part) {
            Ok(bytes) => bytes,
            Err(error) => return self.lose_part(LossKind::of(error), part),
        };
        if kind::detect(&bytes) != Ok(Kind::Text) {
            return self.lose_part(LossKind::EmbeddedObject, part);
        }
        let Ok(decoded) = encoding::decode(&bytes, package.decoder()) else {
            return self.lose_part(LossKind::EmbeddedObject, part);
        };
        if html::is_html(&decoded.text) {
            self.flow.blocks.push(Block::Page(html::read(&decoded.text)));
        } else {
            let text = plain::shape(decoded.text);
            self.flow.blocks.extend(text.lines().map(|line| Block::Line(line.to_owned())));
        }
        None
    }

    fn lose_part(&mut self, kind: LossKind, part: String) -> Option<Open> {
        self.lose(kind, Some(part));
        None
    }
}
