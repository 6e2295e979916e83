//! 单文件版: the page in one file that opens from a disk, under a policy that allows no request at all.
//!
//! One style, one script before anything is painted and one for the rest, all allowed by their hash, and the programs as
//! inert text. The file also carries its own markup once more, without what stands in the parts marked `data-part`, so
//! that it can write itself anew with reports.

use std::fmt::Write as _;
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::pack::gzip;
use super::{Program, dense, policy_hash, text};
use crate::step::Outcome;

/// How many of the parts stand in the head: what is needed before anything is painted.
const N_IN_HEAD: usize = 2;

/// The whole file stays below this many bytes: an attachment that any mailbox takes.
pub(super) const MOST_BYTES: usize = 1_500_000;

/// The file's text, with the page's `style`.
pub(super) fn single_file(root: &Path, programs: &[Program], style: String) -> Outcome<String> {
    let script = script(root, programs)?;
    let look = text(&root.join("web/look.js"))?;
    let icon = STANDARD.encode(text(&root.join("web/icon.svg"))?);
    let policy = format!(
        "default-src 'none'; script-src {} {} 'wasm-unsafe-eval'; style-src {}; img-src data: blob:; connect-src 'none'; \
         worker-src blob:; base-uri 'none'; form-action 'none'",
        policy_hash(&look),
        policy_hash(&script),
        policy_hash(&style),
    );
    let mut parts = vec![("script", String::new(), look), ("style", String::new(), style)];
    for program in programs {
        parts.push(("script", inert(&program.name), dense::encode(&program.packed)));
    }
    parts.push(("script", inert("shell"), String::new()));
    parts.push(("script", String::new(), script));
    let pack = text(&root.join("web/pack.js"))?;
    let page = Page::new(&text(&root.join("index.html"))?, &pack, &policy, &icon);
    let shell = page.with(&parts, |_| "");
    if let Some(part) = parts.iter_mut().find(|part| part.1.contains("shell")) {
        part.2 = dense::encode(&gzip(shell.as_bytes(), true)?);
    }
    Ok(page.with(&parts, |content| content))
}

/// The attributes of an element that no browser runs.
fn inert(name: &str) -> String {
    format!(" type=\"application/octet-stream\" id=\"fajian-{name}\"")
}

/// All that runs, as one script.
fn script(root: &Path, programs: &[Program]) -> Outcome<String> {
    let mut script = text(&root.join("web/programs.js"))? + &text(&root.join("web/dense.js"))?;
    for program in programs {
        script.push_str(&program.glue);
    }
    script.push_str(&super::scripts(root)?);
    script.push_str(&text(&root.join("web/boot.js"))?);
    if script.contains("</script") || script.contains("<!--") {
        return Err("a script has words in it that end a script".into());
    }
    Ok(script)
}

/// The page's own markup, cut where parts go.
struct Page {
    /// Up to the end of the head.
    head: String,
    /// Up to the end of the body.
    body: String,
    end: String,
}

impl Page {
    /// Takes the tags out that the page's builder replaces.
    fn new(index: &str, pack: &str, policy: &str, icon: &str) -> Self {
        let mut page = String::new();
        for line in index.lines().filter(|line| !line.contains(" data-trunk ")) {
            if line.contains("Content-Security-Policy") {
                let _ = writeln!(
                    page,
                    "<script>{pack}</script>\n\
                     <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">"
                );
            } else if line == "</head>" {
                let _ = writeln!(
                    page,
                    "<link rel=\"icon\" type=\"image/svg+xml\" href=\"data:image/svg+xml;base64,{icon}\">\n</head>"
                );
            } else {
                let _ = writeln!(page, "{line}");
            }
        }
        let cut = |text: &str, tag: &str| {
            let at = text.find(tag).unwrap_or(text.len());
            (text[..at].to_owned(), text[at..].to_owned())
        };
        let (head, rest) = cut(&page, "</head>");
        let (body, end) = cut(&rest, "</body>");
        Self { head, body, end }
    }

    /// The whole, with `parts` as tag, attributes and content; `fill` chooses what of the content stands there.
    fn with(&self, parts: &[(&str, String, String)], fill: fn(&str) -> &str) -> String {
        let mut page = self.head.clone();
        for (at, (tag, attributes, content)) in parts.iter().enumerate() {
            if at == N_IN_HEAD {
                page.push_str(&self.body);
                let _ = writeln!(page, "<script{}></script>", inert("reports"));
            }
            let _ = writeln!(page, "<{tag}{attributes} data-part>{}</{tag}>", fill(content));
        }
        page + &self.end
    }
}
