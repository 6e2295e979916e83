//! Elements that are open while a part is read.

use super::table::CellSpan;

/// An open element.
#[derive(Clone, Copy, Debug)]
pub(super) enum Open {
    /// One that shows what stands in it.
    Plain,
    Paragraph,
    ParagraphProperties,
    NumberProperties,
    MarkProperties,
    Run,
    RunProperties,
    /// Words; they start at this place of the paragraph.
    Words {
        start: usize,
        is_trimmed: bool,
    },
    /// Instruction of a field.
    Instruction,
    Table,
    Row {
        is_dropped: bool,
    },
    RowProperties,
    Cell {
        span: CellSpan,
        is_dropped: bool,
    },
    CellProperties,
    TextBox,
    Note,
    /// Alternatives, one of which may have been taken.
    Alternate {
        is_taken: bool,
    },
    /// 内容控件.
    Control {
        is_dropped: bool,
        is_prompt: bool,
    },
    ControlProperties,
    /// An embedded object with a picture of it.
    Object,
    Superscript,
    Numerator,
}
