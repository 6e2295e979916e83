//! How cells look. A style is known by its place in the list of them.

use std::fmt::Write as _;

use super::parts::{HEAD, MAIN};
use crate::i18n::grouped;

/// The style of the headings.
pub(super) const HEADING: usize = 1;
/// The style of words.
pub(super) const WORDS: usize = 2;
/// The style of numbers that name something.
pub(super) const PLAIN: usize = 3;
/// The style of measured numbers without decimals; behind it those with up to [`MOST_DECIMALS`].
const NUMBER: usize = 4;
const MOST_DECIMALS: usize = 6;

/// The first number of a format that is not built in.
const OWN_FORMAT: usize = 164;

/// The style of a measured number: as many decimals as it has.
pub(super) fn number(value: f64) -> usize {
    let shown = grouped(value);
    let decimals = shown.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    NUMBER + decimals.min(MOST_DECIMALS)
}

/// The part that lists the styles.
pub(super) fn part() -> String {
    let mut part =
        format!("{HEAD}<styleSheet xmlns=\"{MAIN}\"><numFmts count=\"{MOST_DECIMALS}\">");
    for decimals in 1..=MOST_DECIMALS {
        let zeros = "0".repeat(decimals);
        let _ = write!(
            part,
            "<numFmt numFmtId=\"{}\" formatCode=\"#,##0.{zeros}\"/>",
            OWN_FORMAT + decimals
        );
    }
    let font = "<sz val=\"11\"/><name val=\"Calibri\"/><family val=\"2\"/>";
    let _ = write!(
        part,
        "</numFmts><fonts count=\"2\"><font>{font}</font><font><b/>{font}</font></fonts>\
         <fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill>\
         <fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFF6F4EF\"/><bgColor indexed=\"64\"/></patternFill></fill></fills>\
         <borders count=\"2\"><border><left/><right/><top/><bottom/><diagonal/></border>\
         <border><left/><right/><top/><bottom style=\"thin\"><color auto=\"1\"/></bottom><diagonal/></border></borders>\
         <cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>\
         <cellXfs count=\"{}\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>\
         <xf numFmtId=\"0\" fontId=\"1\" fillId=\"2\" borderId=\"1\" xfId=\"0\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" \
         applyAlignment=\"1\"><alignment vertical=\"center\" wrapText=\"1\"/></xf>\
         <xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyAlignment=\"1\">\
         <alignment vertical=\"top\" wrapText=\"1\"/></xf>",
        NUMBER + MOST_DECIMALS + 1
    );
    // Built in: 1 is whole, 3 is whole with thousands apart.
    for format in [1, 3].into_iter().chain(OWN_FORMAT + 1..=OWN_FORMAT + MOST_DECIMALS) {
        let _ = write!(
            part,
            "<xf numFmtId=\"{format}\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" \
             applyAlignment=\"1\"><alignment vertical=\"top\"/></xf>"
        );
    }
    part + "</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>"
}
