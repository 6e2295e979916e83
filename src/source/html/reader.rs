//! Tags → lines, with the place of each in the page's structure.

use std::ops::Range;

use super::Page;
use super::furniture::{Container, find_dropped};
use super::line::LineBuilder;
use super::table::TableBuilder;
use super::tag::{
    Block, N_BLOCKS, attribute, is_closed_by_block, is_hidden, is_preformatted, is_skipped, is_void,
};
use super::tokenizer::{Tag, Token, Tokenizer};

/// A page while it is read.
#[derive(Debug, Default)]
pub(super) struct Reader {
    /// Whether what the page hides is read too.
    reads_hidden: bool,
    /// Elements that are open, outermost first.
    open: Vec<Open>,
    /// For each kind of block the index in `open` of the innermost one.
    innermost: [Option<usize>; N_BLOCKS],
    /// Index in `open` of the innermost barrier.
    barrier: Option<usize>,
    /// How many open blocks are hidden, and how many show line ends.
    n_hidden: usize,
    n_preformatted: usize,
    skipping: Option<Skipping>,
    is_link: bool,
    line: LineBuilder,
    /// The words of all lines, one behind the other.
    words: String,
    lines: Vec<Line>,
    containers: Vec<Container>,
    /// Tables that are open, outermost first.
    tables: Vec<TableBuilder>,
    /// Tables of data, in reading order.
    data_tables: Vec<TableBuilder>,
    n_hidden_chars: usize,
    is_title: bool,
    title: String,
    article_title: Option<String>,
}

/// An open block.
#[derive(Debug)]
struct Open {
    block: Block,
    container: usize,
    is_hidden: bool,
    is_preformatted: bool,
    /// What `innermost` and `barrier` were before it.
    outer: Option<usize>,
    outer_barrier: Option<usize>,
}

/// An element whose content is left out.
#[derive(Debug)]
struct Skipping {
    name: String,
    /// How many elements of the same name are open in it.
    n_same: usize,
    /// How many blocks are open in it.
    n_blocks: usize,
    is_hidden: bool,
}

/// A line of the page.
#[derive(Debug)]
struct Line {
    words: Range<usize>,
    container: usize,
}

impl Reader {
    /// Reads all of a page.
    pub(super) fn read(html: &str, reads_hidden: bool) -> Self {
        let mut reader = Self { reads_hidden, ..Self::default() };
        reader.containers.push(Container::default());
        let mut tokenizer = Tokenizer::new(html);
        while let Some(token) = tokenizer.next_token() {
            match token {
                Token::Start(tag) => reader.start(tag),
                Token::End(name) => reader.end(name),
                Token::Text(words) => reader.put(words),
            }
        }
        reader.close_from(0);
        reader.flush();
        reader
    }

    /// How many characters the page hides.
    pub(super) const fn n_hidden_chars(&self) -> usize {
        self.n_hidden_chars
    }

    fn put(&mut self, words: &str) {
        if self.is_title {
            self.title.push_str(words);
            return;
        }
        let is_skipping_hidden = self.skipping.as_ref().is_some_and(|skipping| skipping.is_hidden);
        if is_skipping_hidden || self.skipping.is_none() && self.n_hidden > 0 {
            self.n_hidden_chars += words.chars().filter(|char| !char.is_whitespace()).count();
            return;
        }
        if self.skipping.is_some() {
            return;
        }
        let shows_line_ends = self.n_preformatted > 0;
        for char in words.chars() {
            if shows_line_ends && char == '\n' {
                self.flush();
            } else {
                self.line.push(char, self.is_link);
            }
        }
    }

    /// Ends the line.
    fn flush(&mut self) {
        let (n_chars, n_link_chars) = (self.line.n_chars, self.line.n_link_chars);
        let Some(words) = self.line.take() else { return };
        let container = self.open.last().map_or(0, |open| open.container);
        self.containers[container].count(&words, n_chars, n_link_chars);
        let is_in_cell =
            self.innermost[Block::Cell as usize] > self.innermost[Block::Table as usize];
        if let Some(table) = self.tables.last_mut().filter(|_| is_in_cell) {
            table.count(n_chars);
        }
        let start = self.words.len();
        self.words.push_str(&words);
        self.lines.push(Line { words: start..self.words.len(), container });
    }

    fn start(&mut self, tag: &Tag<'_>) {
        let name = tag.name();
        let block = Block::of(name);
        if self.skips_start(name, block) {
            return;
        }
        match (name, block) {
            ("title", _) => self.is_title = self.title.is_empty(),
            ("meta", _) => self.read_meta(tag),
            ("br" | "hr", _) => self.flush(),
            ("a", _) => self.start_link(tag),
            (_, Some(block)) => self.start_block(block, tag),
            _ if is_void(name) => {}
            _ => {
                let is_hidden = !self.reads_hidden && is_hidden(tag);
                if is_hidden || is_skipped(name) && !tag.is_self_closing() {
                    self.skip(name, is_hidden);
                }
            }
        }
    }

    fn start_link(&mut self, tag: &Tag<'_>) {
        if !self.reads_hidden && is_hidden(tag) {
            self.skip("a", true);
        } else if !attribute(tag, "href").is_empty() {
            self.is_link = true;
            let container = self.open.last().map_or(0, |open| open.container);
            self.containers[container].n_links += 1;
        }
    }

    fn skip(&mut self, name: &str, is_hidden: bool) {
        self.skipping = Some(Skipping { name: name.to_owned(), n_same: 0, n_blocks: 0, is_hidden });
    }

    /// Whether a start tag lies in something that is left out.
    fn skips_start(&mut self, name: &str, block: Option<Block>) -> bool {
        let Some(skipping) = &mut self.skipping else { return false };
        if block.is_some() && is_closed_by_block(&skipping.name) {
            self.skipping = None;
            return false;
        }
        skipping.n_same += usize::from(name == skipping.name);
        skipping.n_blocks += usize::from(block.is_some());
        true
    }

    /// Whether an end tag lies in something that is left out, or ends it.
    fn skips_end(&mut self, name: &str, block: Option<Block>) -> bool {
        let Some(skipping) = &mut self.skipping else { return false };
        if name == skipping.name {
            if skipping.n_same == 0 {
                self.skipping = None;
            } else {
                skipping.n_same -= 1;
            }
            return true;
        }
        if skipping.name.starts_with("r") && name == "ruby" {
            self.skipping = None;
            return true;
        }
        match block {
            Some(_) if skipping.n_blocks > 0 => skipping.n_blocks -= 1,
            // The end of a block around it: whatever is left out ends with it.
            Some(_) => {
                self.skipping = None;
                return false;
            }
            None => {}
        }
        true
    }

    fn end(&mut self, name: &str) {
        let block = Block::of(name);
        if name == "title" {
            self.is_title = false;
        } else if self.skips_end(name, block) {
        } else if name == "a" {
            self.is_link = false;
        } else if name == "br" {
            self.flush();
        } else if let Some(block) = block {
            self.end_block(block);
        }
    }

    fn end_block(&mut self, block: Block) {
        self.flush();
        let limit = if block == Block::Table {
            None
        } else if block.is_table_part() {
            self.innermost[Block::Table as usize]
        } else {
            self.barrier
        };
        let Some(idx) = self.innermost[block as usize] else { return };
        if Some(idx) > limit {
            self.close_from(idx);
        }
    }

    fn start_block(&mut self, block: Block, tag: &Tag<'_>) {
        self.flush();
        self.close_implied(block);
        if block.is_table_part() {
            if self.tables.is_empty() {
                return;
            }
            if block == Block::Cell
                && self.innermost[Block::Row as usize] <= self.innermost[Block::Table as usize]
            {
                self.push(Block::Row, None);
            }
        }
        self.push(block, Some(tag));
    }

    /// Closes what the start of `block` ends.
    fn close_implied(&mut self, block: Block) {
        let table = self.innermost[Block::Table as usize];
        match block {
            Block::RowGroup | Block::Caption => {
                self.close_any(&[Block::RowGroup, Block::Row, Block::Cell, Block::Caption], table);
            }
            Block::Row => self.close_any(&[Block::Row, Block::Cell, Block::Caption], table),
            Block::Cell => self.close_any(&[Block::Cell, Block::Caption], table),
            // A table in a table but in no cell of it ends the first.
            Block::Table if table.is_some() && self.barrier == table => {
                if let Some(idx) = table {
                    self.close_from(idx);
                }
            }
            Block::Item => {
                let list = self.innermost[Block::List as usize].max(self.barrier);
                self.close_any(&[Block::Item], list);
            }
            Block::Definition => {
                let list = self.innermost[Block::Definitions as usize].max(self.barrier);
                self.close_any(&[Block::Definition], list);
            }
            _ => {}
        }
        self.close_any(&[Block::Paragraph], self.barrier);
        if block == Block::Heading
            && let Some(last) = self.open.last()
            && last.block == Block::Heading
        {
            self.close_from(self.open.len() - 1);
        }
    }

    /// Closes the outermost of the innermost `blocks` that are open behind `limit`.
    fn close_any(&mut self, blocks: &[Block], limit: Option<usize>) {
        let open = blocks.iter().filter_map(|block| self.innermost[*block as usize]);
        if let Some(idx) = open.filter(|idx| Some(*idx) > limit).min() {
            self.close_from(idx);
        }
    }

    fn push(&mut self, block: Block, tag: Option<&Tag<'_>>) {
        let parent = self.open.last().map_or(0, |open| open.container);
        let open = Open {
            block,
            container: self.containers.len(),
            is_hidden: !self.reads_hidden && tag.is_some_and(is_hidden),
            is_preformatted: block == Block::Preformatted || tag.is_some_and(is_preformatted),
            outer: self.innermost[block as usize],
            outer_barrier: self.barrier,
        };
        self.containers.push(Container::new(parent, block, tag));
        self.n_hidden += usize::from(open.is_hidden);
        self.n_preformatted += usize::from(open.is_preformatted);
        let idx = self.open.len();
        self.innermost[block as usize] = Some(idx);
        if block.is_barrier() {
            self.barrier = Some(idx);
        }
        self.open.push(open);
        self.is_link &= !block.is_table_part();
        let at = self.lines.len();
        match (block, tag) {
            (Block::Table, _) => self.tables.push(TableBuilder::new(at)),
            (Block::Row, _) => {
                if let Some(table) = self.tables.last_mut() {
                    table.open_row();
                }
            }
            (Block::Cell, Some(tag)) => {
                if let Some(table) = self.tables.last_mut() {
                    table.open_cell(tag, at);
                }
            }
            _ => {}
        }
    }

    /// Closes the open blocks from index `idx` on, innermost first.
    fn close_from(&mut self, idx: usize) {
        self.flush();
        while self.open.len() > idx
            && let Some(open) = self.open.pop()
        {
            self.innermost[open.block as usize] = open.outer;
            self.barrier = open.outer_barrier;
            self.n_hidden -= usize::from(open.is_hidden);
            self.n_preformatted -= usize::from(open.is_preformatted);
            match open.block {
                Block::Cell => {
                    if let Some(table) = self.tables.last_mut() {
                        table.close_cell(self.lines.len());
                    }
                }
                Block::Table => self.close_table(),
                _ => {}
            }
        }
    }

    fn close_table(&mut self) {
        let Some(mut table) = self.tables.pop() else { return };
        table.lines.end = self.lines.len();
        if table.lines.is_empty() {
            return;
        }
        if let Some(outer) = self.tables.last_mut() {
            outer.note_inner_table();
        }
        if table.is_data() {
            self.data_tables.push(table);
        }
    }

    /// Titles that a page names for machines.
    fn read_meta(&mut self, tag: &Tag<'_>) {
        let name = attribute(tag, "name");
        if name.eq_ignore_ascii_case("ArticleTitle") && self.article_title.is_none() {
            let title = attribute(tag, "content").trim().to_owned();
            self.article_title = Some(title).filter(|title| !title.is_empty());
        }
    }

    /// The page as text.
    pub(super) fn page(mut self) -> Page {
        let dropped = find_dropped(&mut self.containers);
        let line = |idx: usize| {
            let line = &self.lines[idx];
            if dropped[line.container] { "" } else { &self.words[line.words.clone()] }
        };
        let mut page = Page { text: String::new(), tables: Vec::new(), named_title: None };
        let mut next = 0;
        let lines_up_to = |text: &mut String, range: Range<usize>| {
            for words in range.map(line).filter(|words| !words.is_empty()) {
                text.push_str(words);
                text.push('\n');
            }
        };
        for table in &self.data_tables {
            lines_up_to(&mut page.text, next..table.lines.start);
            let written = table.write(&mut page.text, line);
            if !written.rows.is_empty() {
                page.tables.push(written);
            }
            next = table.lines.end;
        }
        lines_up_to(&mut page.text, next..self.lines.len());
        page.named_title = self.article_title.or_else(|| {
            let title: Vec<_> = self.title.split_whitespace().collect();
            (!title.is_empty()).then(|| title.join(" "))
        });
        page
    }
}
