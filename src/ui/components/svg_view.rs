//! A drawing → elements of the page: screen and file are the same drawing.

use yew::prelude::*;
use yew::virtual_dom::{VNode, VTag};

use crate::chart::{Element, Node};

/// The elements of a drawing.
pub(super) fn svg_view(element: &Element) -> Html {
    VNode::from(tag(element))
}

fn tag(element: &Element) -> VTag {
    let mut tag = VTag::new(element.name);
    for (name, value) in &element.attributes {
        // The page's parser supplies the namespace; as an attribute it would be an invalid one.
        if *name != "xmlns" {
            tag.add_attribute(name, value.clone());
        }
    }
    for child in &element.children {
        tag.add_child(match child {
            Node::Element(child) => VNode::from(self::tag(child)),
            Node::Text(words) => html! { {words.clone()} },
        });
    }
    tag
}
