//! `fajian pack`: documents as one script that the viewer in one file opens when it lies beside it.
//!
//! The script calls `fajianPack` with a list of `{ "name", "base64" }`; what reads it stands in `web/pack.js`.

use std::fs::File;
use std::io::{self, Write};

use base64::display::Base64Display;
use base64::engine::general_purpose::STANDARD;

use crate::Stop;
use crate::arguments::Pack;
use crate::input;
use crate::message::say;

/// Writes the documents; `false` when some could not be read.
pub(crate) fn pack_all(pack: &Pack) -> Result<bool, Stop> {
    let found = input::find(&pack.inputs);
    found.problems.iter().for_each(|problem| say(problem));
    let to = pack
        .output
        .as_ref()
        .map_or_else(|| "standard output".to_owned(), |path| path.display().to_string());
    if let Some(path) = &pack.output
        && found.files.iter().any(|file| file.is_at(path))
    {
        return Err(Stop::Usage(format!("`{to}` is both input and output")));
    }
    let mut is_complete = found.problems.is_empty();
    let documents = found.files.iter().filter_map(|file| match file.read() {
        Ok(bytes) => Some((file.name.as_str(), bytes)),
        Err(problem) => {
            say(&problem);
            is_complete = false;
            None
        }
    });
    let written = match &pack.output {
        Some(path) => {
            File::create(path).map(io::BufWriter::new).and_then(|out| write(out, documents))
        }
        None => write(io::stdout().lock(), documents),
    };
    written.map_err(|error| Stop::Write(to, error))?;
    Ok(is_complete)
}

/// Writes one line a document.
fn write<'a>(
    mut out: impl Write,
    documents: impl Iterator<Item = (&'a str, Vec<u8>)>,
) -> io::Result<()> {
    writeln!(out, "fajianPack([")?;
    for (name, bytes) in documents {
        let name = serde_json::to_string(name).map_err(io::Error::from)?;
        writeln!(
            out,
            "{{\"name\":{name},\"base64\":\"{}\"}},",
            Base64Display::new(&bytes, &STANDARD)
        )?;
    }
    writeln!(out, "]);")?;
    out.flush()
}
