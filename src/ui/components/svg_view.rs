//! A drawing → elements of the page: screen and file are the same drawing.

use yew::prelude::*;
use yew::virtual_dom::{VNode, VTag};

use crate::chart::{Element, Node};

const MARK: &str = "data-mark";

/// The elements of a drawing. Of its marks only one is a stop of the tab key: the one of index `stop`, else the first.
pub(super) fn svg_view(element: &Element, stop: Option<usize>) -> Html {
    let stop = stop.map(|stop| stop.to_string()).filter(|stop| has_mark(element, stop));
    let stop = stop.or_else(|| first_mark(element).map(str::to_owned)).unwrap_or_default();
    VNode::from(tag(element, &stop))
}

fn mark(element: &Element) -> Option<&str> {
    let attribute = element.attributes.iter().find(|(name, _)| *name == MARK);
    attribute.map(|(_, value)| value.as_str())
}

fn children(element: &Element) -> impl Iterator<Item = &Element> {
    element.children.iter().filter_map(|child| match child {
        Node::Element(child) => Some(child),
        Node::Text(_) => None,
    })
}

fn first_mark(element: &Element) -> Option<&str> {
    mark(element).or_else(|| children(element).find_map(first_mark))
}

fn has_mark(element: &Element, wanted: &str) -> bool {
    mark(element) == Some(wanted) || children(element).any(|child| has_mark(child, wanted))
}

fn tag(element: &Element, stop: &str) -> VTag {
    let mut tag = VTag::new(element.name);
    for (name, value) in &element.attributes {
        // The page's parser supplies the namespace; as an attribute it would be an invalid one.
        if *name != "xmlns" {
            tag.add_attribute(name, value.clone());
        }
    }
    if let Some(mark) = mark(element) {
        tag.add_attribute("tabindex", if mark == stop { "0" } else { "-1" });
    }
    for child in &element.children {
        tag.add_child(match child {
            Node::Element(child) => VNode::from(self::tag(child, stop)),
            Node::Text(words) => html! { {words.clone()} },
        });
    }
    tag
}
