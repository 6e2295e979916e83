//! 框架版: the element in a page of its own, for frames in other pages; one file, as a sandbox lets a frame load nothing.

use std::fmt::Write as _;
use std::path::Path;

use super::{Program, dense, embed, policy_hash, text};
use crate::step::Outcome;

const STYLE: &str = "body{margin:0}";

/// Where the programs are: in elements that no browser runs. A worker cannot load anything here, so that it is made of
/// the scripts' own texts.
const PARTS: &str = "\
var fajianParts = { packed: {}, worker: fajianWorkerAddress() };
document.querySelectorAll(\"script[data-program]\").forEach(function (element) {
  fajianParts.packed[element.getAttribute(\"data-program\")] = fajianDense(element.textContent);
});
";

/// The file's text.
pub(super) fn page(root: &Path, programs: &[Program]) -> Outcome<String> {
    let [reader, frame] = ["dense", "frame"].map(|name| text(&root.join(format!("web/{name}.js"))));
    let script = format!("{}{}{PARTS}{}", embed::inner(root, programs)?, reader?, frame?);
    let mut page = format!(
        "<!DOCTYPE html>\n<html lang=\"zh-Hans\">\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src {} 'wasm-unsafe-eval'; \
         style-src {}; img-src data: blob:; connect-src 'self'; worker-src blob:; base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n<title>法鉴</title>\n<style>{STYLE}</style>\n\
         <div id=\"fajian-frame\"></div>\n",
        policy_hash(&script),
        policy_hash(STYLE),
    );
    for program in programs {
        let (name, packed) = (&program.name, dense::encode(&program.packed));
        let _ = writeln!(
            page,
            "<script type=\"application/octet-stream\" data-program=\"{name}\">{packed}</script>"
        );
    }
    if script.contains("</script") || script.contains("<!--") {
        return Err("a script has words in it that end a script".into());
    }
    let _ = writeln!(page, "<script>{script}</script>\n</html>");
    Ok(page)
}
