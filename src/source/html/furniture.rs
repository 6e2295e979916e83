//! What surrounds the report on its page: told by structure, dropped only when certain.
//!
//! Breadcrumbs, metadata and bylines stay: later stages read them.

use super::tag::{Block, attribute};
use super::tokenizer::Tag;

/// A list of links has at least so many.
const LEAST_LINKS: usize = 4;

/// At least this share of its characters stands in links, in percent.
const LINK_SHARE: usize = 70;

/// What a page calls furniture holds no more characters than this; else the name is misleading.
const MOST_CHARS: usize = 600;

/// Parts of class names and ids that name furniture.
const NAMES: [&[u8]; 26] = [
    b"share",
    b"bdshare",
    b"bdsharebuttonbox",
    b"jiathis",
    b"footer",
    b"foot",
    b"copyright",
    b"nav",
    b"navbar",
    b"navigation",
    b"menu",
    b"submenu",
    b"topbar",
    b"sidebar",
    b"related",
    b"relate",
    b"recommend",
    b"pagination",
    b"pager",
    b"search",
    b"searchbox",
    b"qrcode",
    b"ewm",
    b"login",
    b"toolbar",
    b"sitemap",
];

/// A block element with what was counted in it.
#[derive(Debug, Default)]
pub(super) struct Container {
    /// Index of the one around it; the root's is its own.
    pub(super) parent: usize,
    /// Whether its element or name says furniture.
    pub(super) is_named_furniture: bool,
    /// Whether it may be the report's place: a heading stands in it, or a breadcrumb.
    pub(super) is_kept: bool,
    /// Characters other than white space.
    pub(super) n_chars: usize,
    /// Those of them in links.
    pub(super) n_link_chars: usize,
    /// Links.
    pub(super) n_links: usize,
    /// Full stops: running text has them, furniture has not.
    pub(super) n_stops: usize,
}

impl Container {
    /// The container that `tag` opens.
    pub(super) fn new(parent: usize, block: Block, tag: Option<&Tag<'_>>) -> Self {
        let is_named =
            matches!(block, Block::Navigation | Block::Footer) || tag.is_some_and(is_named);
        Self {
            parent,
            is_named_furniture: is_named,
            is_kept: block == Block::Heading,
            ..Self::default()
        }
    }

    /// Counts a line of it.
    pub(super) fn count(&mut self, line: &str, n_chars: usize, n_link_chars: usize) {
        self.n_chars += n_chars;
        self.n_link_chars += n_link_chars;
        self.n_stops += line.matches('。').count();
        self.is_kept |= is_breadcrumb(line);
    }

    fn is_furniture(&self) -> bool {
        if self.is_kept || self.n_chars == 0 {
            return false;
        }
        let is_link_list = self.n_links >= LEAST_LINKS
            && self.n_stops == 0
            && self.n_link_chars * 100 >= self.n_chars * LINK_SHARE;
        is_link_list || self.is_named_furniture && self.n_chars <= MOST_CHARS && self.n_stops <= 1
    }
}

/// For each container whether its lines are dropped.
pub(super) fn find_dropped(containers: &mut [Container]) -> Vec<bool> {
    // Children stand behind their parents.
    for idx in (1..containers.len()).rev() {
        let (before, from) = containers.split_at_mut(idx);
        let (child, Some(parent)) = (&from[0], before.get_mut(from[0].parent)) else { continue };
        parent.n_chars += child.n_chars;
        parent.n_link_chars += child.n_link_chars;
        parent.n_links += child.n_links;
        parent.n_stops += child.n_stops;
        parent.is_kept |= child.is_kept;
    }
    let mut dropped = vec![false; containers.len()];
    for idx in 1..containers.len() {
        dropped[idx] = dropped[containers[idx].parent] || containers[idx].is_furniture();
    }
    dropped
}

/// 当前位置: the way through the site to this page; it may name the issuer.
fn is_breadcrumb(line: &str) -> bool {
    if line.contains("位置") {
        return true;
    }
    let n_steps = line.matches(['>', '»', '›', '＞']).count();
    n_steps >= 2 && line.chars().count() < 200
}

/// Whether class, id or role of the element names furniture.
fn is_named(tag: &Tag<'_>) -> bool {
    if matches!(&*attribute(tag, "role"), "navigation" | "contentinfo" | "search" | "banner") {
        return true;
    }
    ["class", "id"].iter().any(|name| {
        words(attribute(tag, name).as_bytes())
            .any(|word| NAMES.iter().any(|known| word.eq_ignore_ascii_case(known)))
    })
}

/// The words of a name: parted by anything but letters, and by capitals (`shareBox`).
fn words(name: &[u8]) -> impl Iterator<Item = &[u8]> {
    name.chunk_by(|before, after| {
        before.is_ascii_alphabetic()
            && after.is_ascii_alphabetic()
            && !(before.is_ascii_lowercase() && after.is_ascii_uppercase())
    })
}
