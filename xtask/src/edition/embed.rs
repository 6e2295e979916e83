//! 嵌入版: the viewer as an element of other pages, as one script with the programs beside it or in it.

use std::fmt::Write as _;
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::{Program, put, style, text};
use crate::step::Outcome;

/// Writes the folder of the element.
pub(super) fn write(root: &Path, folder: &Path, programs: &[Program]) -> Outcome {
    std::fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    for program in programs {
        put(&folder.join(format!("{}_bg.wasm", program.name)), &program.wasm)?;
    }
    let inner = inner(root, programs)?;
    let beside = "{ base: fajianFolder, worker: fajianHere }";
    put(&folder.join("fajian.js"), ascii(&classic(&inner, beside)).as_bytes())?;
    put(&folder.join("fajian.mjs"), module(&inner, programs).as_bytes())?;
    put(&folder.join("fajian.single.js"), ascii(&classic(&inner, &packed(programs))).as_bytes())?;
    put(&folder.join("fajian.d.ts"), &super::bytes(&root.join("web/fajian.d.ts"))?)
}

/// All that the script does, but for where the programs are.
pub(super) fn inner(root: &Path, programs: &[Program]) -> Outcome<String> {
    let page_style = style(root)? + &text(&root.join("styles/embed.css"))?;
    let (style, widths) = super::style::embedded(&page_style);
    let mut inner = text(&root.join("web/programs.js"))?;
    for program in programs {
        inner.push_str(&program.glue);
    }
    inner.push_str(&super::scripts(root)?);
    let _ =
        writeln!(inner, "var fajianStyle = {};\nvar fajianWidths = {widths:?};", quoted(&style));
    for script in ["troubles", "embed"] {
        inner.push_str(&text(&root.join(format!("web/{script}.js")))?);
    }
    Ok(inner)
}

/// A script with nothing but ASCII in it: one without a charset of its own is read in that of its page, and many a portal
/// is in GBK.
fn ascii(script: &str) -> String {
    let mut written = String::with_capacity(script.len());
    for char in script.chars() {
        if char.is_ascii() {
            written.push(char);
        } else {
            for unit in char.encode_utf16(&mut [0; 2]) {
                let _ = write!(written, "\\u{unit:04x}");
            }
        }
    }
    written
}

/// A text as JavaScript writes it.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for char in text.chars() {
        match char {
            '"' | '\\' => quoted.extend(['\\', char]),
            '\n' => quoted.push_str("\\n"),
            _ => quoted.push(char),
        }
    }
    quoted + "\""
}

/// The programs as members of what says where they are.
fn packed(programs: &[Program]) -> String {
    let mut members = String::new();
    for program in programs {
        let base64 = STANDARD.encode(&program.packed);
        let _ = write!(members, "{}: fajianBytes(\"{base64}\"), ", program.name);
    }
    format!("{{ packed: {{ {members} }}, worker: fajianHere }}")
}

/// A script that defines the element and `Fajian`. Nothing else of it is seen outside.
fn classic(inner: &str, parts: &str) -> String {
    format!(
        "(function () {{\n{inner}\n\
         if (typeof document === \"undefined\" && self.name === \"fajian\") return;\n\
         // A worker of the page's own does not tell where its scripts lie.\n\
         var fajianFolder = new URL(\".\", fajianHere || self.location.href).href;\n\
         var fajianParts = {parts};\n\
         var api = fajianEmbed();\n\
         if (!self.Fajian) self.Fajian = api;\n\
         }})();\n"
    )
}

/// The same as a module. Bundlers find the programs by their addresses, which are written as these look for them, and
/// put them elsewhere.
fn module(inner: &str, programs: &[Program]) -> String {
    let mut addresses = String::new();
    for Program { name, .. } in programs {
        let _ = write!(addresses, "{name}: new URL(\"./{name}_bg.wasm\", import.meta.url).href, ");
    }
    let inner =
        inner.replace("var fajianHere = ", "var fajianHere = import.meta.url; var unused = ");
    format!(
        "{inner}\n\
         var fajianParts = {{ addresses: {{ {addresses} }}, worker: null }};\n\
         const api = fajianEmbed();\n\
         export const mount = api.mount, analyze = api.analyze, tag = api.tag;\n"
    )
}
