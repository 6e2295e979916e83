//! The elements that a drawing is made of.

use super::svg;

/// One SVG element.
#[derive(Clone, Debug, PartialEq)]
pub struct Element {
    /// Its name, e.g. `rect`.
    pub name: &'static str,
    /// Its attributes in order.
    pub attributes: Vec<(&'static str, String)>,
    /// What it holds.
    pub children: Vec<Node>,
}

/// What an element holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// Another element.
    Element(Element),
    /// Words.
    Text(String),
}

impl Element {
    /// An element without attributes.
    #[must_use]
    pub fn new(name: &'static str) -> Self {
        Self { name, attributes: Vec::new(), children: Vec::new() }
    }

    /// With an attribute of words.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.attributes.push((name, value.into()));
        self
    }

    /// With an attribute that is a length.
    #[must_use]
    pub fn with_number(self, name: &'static str, value: f64) -> Self {
        self.with(name, svg::number(value))
    }

    /// With one more element inside.
    #[must_use]
    pub fn child(mut self, child: Element) -> Self {
        self.children.push(Node::Element(child));
        self
    }

    /// With words inside.
    #[must_use]
    pub fn text(mut self, words: impl Into<String>) -> Self {
        self.children.push(Node::Text(words.into()));
        self
    }
}
