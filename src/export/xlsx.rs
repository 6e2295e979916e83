//! Reports as a workbook: 统计数据, 大纲, 核查 and 说明, each a sheet that can be sorted and filtered.
//!
//! The same reports give the same bytes: the time of creation is fixed.

use std::fmt;

use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet,
    XlsxError,
};

use super::table::{self, Cell};
use crate::i18n::{Messages, grouped};
use crate::report::Report;

/// The most lines that a sheet holds, its headings included.
const MOST_LINES: usize = 1_048_576;
/// The most characters that a cell holds.
const LONGEST: usize = 32_767;

/// How wide the columns are, in characters of type.
const STATISTIC_WIDTHS: [f64; 21] = [
    30.0, 16.0, 7.0, 16.0, 20.0, 8.0, 24.0, 12.0, 8.0, 8.0, 8.0, 10.0, 10.0, 10.0, 18.0, 16.0,
    10.0, 24.0, 60.0, 9.0, 9.0,
];
const OUTLINE_WIDTHS: [f64; 5] = [30.0, 8.0, 10.0, 60.0, 10.0];
const CHECK_WIDTHS: [f64; 7] = [30.0, 8.0, 18.0, 60.0, 36.0, 50.0, 30.0];
const REPORT_WIDTHS: [f64; 14] =
    [40.0, 20.0, 8.0, 24.0, 20.0, 16.0, 12.0, 12.0, 28.0, 12.0, 12.0, 10.0, 10.0, 10.0];

/// A workbook cannot hold so many lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLong;

impl fmt::Display for TooLong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a sheet holds at most {MOST_LINES} lines")
    }
}

impl std::error::Error for TooLong {}

/// The workbook with all of `reports`.
///
/// # Errors
/// When they have more lines than a sheet holds.
pub fn write(reports: &[Report], messages: &Messages) -> Result<Vec<u8>, TooLong> {
    let lines = |of: fn(&Report) -> usize| reports.iter().map(of).sum::<usize>();
    let longest = lines(|it| it.statistics.len())
        .max(lines(|it| it.sections.len()))
        .max(lines(|it| it.checks.len()))
        .max(reports.len() + messages.export.notes.len() + 1);
    if longest >= MOST_LINES {
        return Err(TooLong);
    }
    // What else the library refuses, names and lengths, is kept to here.
    book(reports, messages).map_err(|_| TooLong)
}

fn book(reports: &[Report], messages: &Messages) -> Result<Vec<u8>, XlsxError> {
    let export = &messages.export;
    let styles = Styles::new();
    let mut book = Workbook::new();
    let title = reports.first().map(table::title).unwrap_or_default();
    book.set_properties(
        &DocProperties::new()
            .set_title(clean(title).chars().take(255).collect::<String>())
            .set_author(messages.name)
            .set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?),
    );
    let mut sheet = Sheet::begin(export.sheets[0], &export.statistic, &STATISTIC_WIDTHS, &styles)?;
    for report in reports {
        for statistic in &report.statistics {
            sheet.push(table::statistic(report, statistic, messages))?;
        }
    }
    sheet.finish(&mut book)?;
    let mut sheet = Sheet::begin(export.sheets[1], &export.outline, &OUTLINE_WIDTHS, &styles)?;
    for report in reports {
        for (idx, section) in report.sections.iter().enumerate() {
            sheet.push(table::outline(report, section, idx))?;
        }
    }
    sheet.finish(&mut book)?;
    let mut sheet = Sheet::begin(export.sheets[2], &export.check, &CHECK_WIDTHS, &styles)?;
    for report in reports {
        for check in &report.checks {
            sheet.push(table::check(report, check, messages))?;
        }
    }
    sheet.finish(&mut book)?;
    let mut sheet = Sheet::begin(export.sheets[3], &export.report, &REPORT_WIDTHS, &styles)?;
    for report in reports {
        sheet.push(table::report(report))?;
    }
    for (at, note) in (sheet.line + 1..).zip(export.notes) {
        sheet.sheet.write_string(at, 0, note)?;
    }
    sheet.finish(&mut book)?;
    book.save_to_buffer()
}

/// How cells look.
struct Styles {
    head: Format,
    words: Format,
    plain: Format,
    /// Measured numbers, by how many decimals they have.
    numbers: [Format; 7],
}

impl Styles {
    fn new() -> Self {
        let body = || Format::new().set_align(FormatAlign::Top);
        let number = |decimals: usize| {
            let decimals =
                if decimals > 0 { format!(".{}", "0".repeat(decimals)) } else { String::new() };
            body().set_num_format(format!("#,##0{decimals}"))
        };
        Self {
            head: Format::new()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::VerticalCenter)
                .set_background_color(Color::RGB(0x00F6_F4EF))
                .set_border_bottom(FormatBorder::Thin),
            words: body().set_text_wrap(),
            plain: body().set_num_format("0"),
            numbers: std::array::from_fn(number),
        }
    }

    /// As many decimals as the number has.
    fn number(&self, value: f64) -> &Format {
        let shown = grouped(value);
        let decimals = shown.split_once('.').map_or(0, |(_, decimals)| decimals.len());
        &self.numbers[decimals.min(self.numbers.len() - 1)]
    }
}

/// A sheet that is being filled.
struct Sheet<'a> {
    sheet: Worksheet,
    styles: &'a Styles,
    /// The next line.
    line: u32,
    last_column: u16,
}

impl<'a> Sheet<'a> {
    fn begin(
        name: &str,
        heads: &[&str],
        widths: &[f64],
        styles: &'a Styles,
    ) -> Result<Self, XlsxError> {
        let mut sheet = Worksheet::new();
        sheet.set_name(name)?;
        let mut last_column = 0;
        for ((column, head), width) in (0..).zip(heads).zip(widths) {
            sheet.write_string_with_format(0, column, *head, &styles.head)?;
            sheet.set_column_width(column, *width)?;
            last_column = column;
        }
        sheet.set_freeze_panes(1, 0)?;
        sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
        sheet.set_repeat_rows(0, 0)?;
        Ok(Self { sheet, styles, line: 1, last_column })
    }

    fn push<'c>(&mut self, cells: impl IntoIterator<Item = Cell<'c>>) -> Result<(), XlsxError> {
        let (sheet, styles, line) = (&mut self.sheet, self.styles, self.line);
        for (column, cell) in (0..).zip(cells) {
            match cell {
                Cell::Empty => continue,
                Cell::Words(words) => {
                    sheet.write_string_with_format(line, column, clean(&words), &styles.words)?
                }
                Cell::Number(value) => {
                    sheet.write_number_with_format(line, column, value, styles.number(value))?
                }
                Cell::Plain(value) => {
                    sheet.write_number_with_format(line, column, value, &styles.plain)?
                }
            };
        }
        self.line += 1;
        Ok(())
    }

    fn finish(mut self, book: &mut Workbook) -> Result<(), XlsxError> {
        self.sheet.autofilter(0, 0, self.line - 1, self.last_column)?;
        book.push_worksheet(self.sheet);
        Ok(())
    }
}

/// Words as a cell holds them: no signs that XML has no way to write, and no more than fit.
fn clean(words: &str) -> String {
    let is_unfit = |char: char| {
        (char.is_control() && char != '\n' && char != '\t')
            || matches!(char, '\u{fffe}' | '\u{ffff}')
    };
    let mut clean: String =
        words.chars().map(|char| if is_unfit(char) { '\u{fffd}' } else { char }).collect();
    // Excel counts in units of UTF-16.
    if clean.encode_utf16().count() > LONGEST {
        let mut units = 1;
        let end = clean.char_indices().find(|(_, char)| {
            units += char.len_utf16();
            units > LONGEST
        });
        clean.truncate(end.map_or(clean.len(), |(at, _)| at));
        clean.push('…');
    }
    clean
}
