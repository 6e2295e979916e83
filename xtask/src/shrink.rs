//! Makes a built program small: its code by wasm-opt, then the names by which it and its script know each other.

use std::ffi::OsStr;
use std::path::Path;
use std::process::Command;

use crate::step::{Outcome, succeed};

/// Shrinks the program in `wasm` and its `script`, in place; `path` has wasm-opt.
///
/// # Errors
/// When a file cannot be read or written, or is not what wasm-bindgen makes.
pub(crate) fn shrink(wasm: &Path, script: &Path, path: &OsStr) -> Outcome {
    let mut optimize = Command::new("wasm-opt");
    optimize.arg("-Oz").arg(wasm).arg("-o").arg(wasm).env("PATH", path);
    succeed(&mut optimize)?;
    let unreadable = |file: &Path, error: std::io::Error| format!("{}: {error}", file.display());
    let code = std::fs::read(wasm).map_err(|error| unreadable(wasm, error))?;
    let text = std::fs::read_to_string(script).map_err(|error| unreadable(script, error))?;
    let (code, text) = with_short_names(&code, &text)
        .ok_or_else(|| format!("{}: not as wasm-bindgen writes it", wasm.display()))?;
    std::fs::write(wasm, code).map_err(|error| unreadable(wasm, error))?;
    std::fs::write(script, text).map_err(|error| unreadable(script, error))?;
    Ok(())
}

const HEADER: usize = 8;
const IMPORTS: u8 = 2;
const FUNCTION: u8 = 0;

/// The program and its script with short names for what the program imports.
///
/// wasm-bindgen gives each function a name with a hash in it, in both files: sixteen digits that no compression can make
/// shorter. The script has such a name once, and nowhere anything that only begins with one.
fn with_short_names(wasm: &[u8], script: &str) -> Option<(Vec<u8>, String)> {
    let mut at = HEADER;
    while at != wasm.len() {
        let start = at;
        let id = *wasm.get(at)?;
        at += 1;
        let length = number(wasm, &mut at)?;
        let end = at.checked_add(length)?;
        if id == IMPORTS {
            let (imports, script) = renamed(wasm.get(at..end)?, script)?;
            let mut short = wasm[..start].to_vec();
            short.push(IMPORTS);
            push_number(&mut short, imports.len());
            short.extend(imports);
            short.extend_from_slice(wasm.get(end..)?);
            return Some((short, script));
        }
        at = end;
    }
    // It imports nothing.
    Some((wasm.to_vec(), script.to_owned()))
}

/// The section of imports and the script, renamed.
fn renamed(section: &[u8], script: &str) -> Option<(Vec<u8>, String)> {
    let mut at = 0;
    let count = number(section, &mut at)?;
    let mut short = Vec::new();
    push_number(&mut short, count);
    let mut script = script.to_owned();
    for idx in 0..count {
        let module = bytes(section, &mut at)?;
        let name = std::str::from_utf8(bytes(section, &mut at)?).ok()?;
        let kind = *section.get(at)?;
        at += 1;
        let kind_of_function = number(section, &mut at)?;
        let own = format!("_{idx}");
        if kind != FUNCTION || script.matches(name).count() != 1 {
            return None;
        }
        script = script.replace(name, &own);
        for part in [module, own.as_bytes()] {
            push_number(&mut short, part.len());
            short.extend_from_slice(part);
        }
        short.push(kind);
        push_number(&mut short, kind_of_function);
    }
    (at == section.len()).then_some((short, script))
}

fn bytes<'a>(section: &'a [u8], at: &mut usize) -> Option<&'a [u8]> {
    let length = number(section, at)?;
    let start = *at;
    *at = start.checked_add(length)?;
    section.get(start..*at)
}

/// A number of seven bits a byte, lowest first.
fn number(wasm: &[u8], at: &mut usize) -> Option<usize> {
    let mut value = 0;
    for shift in (0..35).step_by(7) {
        let byte = *wasm.get(*at)?;
        *at += 1;
        value |= usize::from(byte & 0x7F) << shift;
        if byte < 0x80 {
            return Some(value);
        }
    }
    None
}

fn push_number(wasm: &mut Vec<u8>, mut value: usize) {
    while value >= 0x80 {
        // Seven bits fit.
        wasm.push((value & 0x7F) as u8 | 0x80);
        value >>= 7;
    }
    wasm.push(value as u8);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A program that imports two functions from `m` and has a section behind.
    const PROGRAM: &[u8] =
        b"\0asm\x01\0\0\0\x01\x01\0\x02\x15\x02\x01m\x05alert\0\x00\x01m\x05again\0\x01\x0b\x01\0";

    #[test]
    fn a_program_and_its_script_are_renamed_alike() {
        let (program, script) =
            with_short_names(PROGRAM, "x = { alert: f, again: g }").expect("a program");
        assert_eq!(script, "x = { _0: f, _1: g }");
        assert_eq!(
            program,
            b"\0asm\x01\0\0\0\x01\x01\0\x02\x0f\x02\x01m\x02_0\0\x00\x01m\x02_1\0\x01\x0b\x01\0"
        );
    }

    #[test]
    fn a_script_that_is_not_the_programs_is_refused() {
        assert_eq!(with_short_names(PROGRAM, "x = { alert: f }"), None);
        assert_eq!(with_short_names(PROGRAM, "x = { alert: f, again: g, alert2: h }"), None);
        assert_eq!(with_short_names(&PROGRAM[..20], ""), None);
    }
}
