//! What properties of paragraphs, runs, rows, cells and controls mean for the text.

use super::body::Body;
use super::open::Open;
use super::table::Down;
use super::values::{integer, is_on, small};
use crate::source::xml::Element;

impl Body<'_> {
    /// In `pPr`.
    pub(super) fn start_in_paragraph_properties(&mut self, element: &Element<'_>) -> Option<Open> {
        match element.name() {
            "pStyle" => {
                let style = self.context.styles.get(element.attribute("val").as_deref());
                self.flow.paragraph.style = style;
                None
            }
            "numPr" => Some(Open::NumberProperties),
            "rPr" => Some(Open::MarkProperties),
            "framePr" => {
                let initial = element.attribute("dropCap");
                self.flow.paragraph.joins_next |= initial.is_some_and(|it| it != "none");
                None
            }
            _ => None,
        }
    }

    /// In `numPr`.
    pub(super) fn note_number_property(&mut self, element: &Element<'_>) -> Option<Open> {
        let value = element.attribute("val").unwrap_or_default();
        match element.name() {
            "numId" => self.flow.paragraph.list = integer(&value),
            "ilvl" => self.flow.paragraph.level = small(&value).map(|level| level as usize),
            _ => {}
        }
        None
    }

    /// In the `rPr` of a `pPr`: what is said about the mark that ends the paragraph.
    pub(super) fn note_mark_property(&mut self, element: &Element<'_>) -> Option<Open> {
        match element.name() {
            "del" | "moveFrom" => self.flow.paragraph.joins_next = true,
            "vanish" | "specVanish" => self.flow.paragraph.joins_next |= is_on(element),
            _ => {}
        }
        None
    }

    /// In the `rPr` of a run.
    pub(super) fn note_run_property(&mut self, element: &Element<'_>) -> Option<Open> {
        let value = element.attribute("val");
        let run = &mut self.flow.run;
        match element.name() {
            "rStyle" => {
                let style = value.map(|id| self.context.styles.of_run(&id)).unwrap_or_default();
                run.is_hidden_by_style = style.is_hidden;
                run.is_prompt = style.is_prompt && self.n_prompts > 0;
            }
            "vanish" => run.is_hidden = Some(is_on(element)),
            "vertAlign" => run.is_superscript = value.as_deref() == Some("superscript"),
            _ => {}
        }
        None
    }

    /// In `trPr`.
    pub(super) fn note_row_property(&mut self, element: &Element<'_>) -> Option<Open> {
        match element.name() {
            "del" | "hidden" => {
                if is_on(element)
                    && let Some(Open::Row { is_dropped }) = self.around()
                {
                    *is_dropped = true;
                }
            }
            "gridBefore" => {
                let n_columns = element.attribute("val").and_then(|value| small(&value));
                if let Some(table) = self.table() {
                    table.skip_columns(n_columns.unwrap_or_default());
                }
            }
            _ => {}
        }
        None
    }

    /// In `tcPr`.
    pub(super) fn note_cell_property(&mut self, element: &Element<'_>) -> Option<Open> {
        let value = element.attribute("val").unwrap_or_default();
        let Some(Open::Cell { span, is_dropped }) = self.around() else { return None };
        match element.name() {
            "gridSpan" => {
                span.columns = small(&value).and_then(|it| it.try_into().ok()).unwrap_or(u16::MAX);
            }
            "vMerge" => span.down = if value == "restart" { Down::Starts } else { Down::GoesOn },
            // The same as a tracked change.
            "cellMerge" => match element.attribute("vMerge").as_deref() {
                Some("rest") => span.down = Down::Starts,
                Some("cont") => span.down = Down::GoesOn,
                _ => {}
            },
            "hMerge" => span.goes_on_across = value != "restart",
            "cellDel" => *is_dropped = true,
            _ => {}
        }
        None
    }

    /// In `sdtPr`.
    pub(super) fn note_control_property(&mut self, element: &Element<'_>) -> Option<Open> {
        let mut around = self.open.iter_mut().rev().take(3);
        let (is_dropped, is_prompt) = around.find_map(|open| match open {
            Open::Control { is_dropped, is_prompt } => Some((is_dropped, is_prompt)),
            _ => None,
        })?;
        match element.name() {
            "showingPlcHdr" if !*is_prompt && is_on(element) => {
                *is_prompt = true;
                self.n_prompts += 1;
            }
            "docPartObj" => return Some(Open::ControlProperties),
            "docPartGallery" => {
                let gallery = element.attribute("val");
                *is_dropped |=
                    !self.context.keeps_contents && gallery.as_deref() == Some("Table of Contents");
            }
            _ => {}
        }
        None
    }

    /// The element around the innermost open one.
    fn around(&mut self) -> Option<&mut Open> {
        let at = self.open.len().checked_sub(2)?;
        self.open.get_mut(at)
    }
}
