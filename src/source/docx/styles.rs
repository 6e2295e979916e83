//! 样式: what paragraph and character styles say about numbers and hidden text, with what they inherit.

use std::collections::HashMap;

use super::numbering::Numbering;
use super::values::{integer, is_on, is_true, small};
use crate::source::xml::{Element, Token, Xml};

/// Styles that one style is based on, one after the other: a chain that is a circle.
const MAX_ANCESTORS: usize = 32;

/// The styles of a document, with what they inherit.
#[derive(Debug, Default)]
pub(super) struct Styles {
    by_id: HashMap<String, Style>,
    /// The style of paragraphs that name none.
    default: Style,
}

/// What a style says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Style {
    /// The list, and the level in it.
    pub(super) list: Option<(i64, usize)>,
    /// Whether text in it is hidden.
    pub(super) is_hidden: bool,
    /// Whether it is the one for prompts in controls (占位符文本).
    pub(super) is_prompt: bool,
}

/// The built-in name of the style of prompts, in Word of any language.
const PROMPT: &str = "Placeholder Text";

/// A style as written.
#[derive(Debug, Default)]
struct Written {
    base: Option<String>,
    list: Option<i64>,
    level: Option<usize>,
    is_hidden: Option<bool>,
    is_prompt: bool,
}

impl Styles {
    /// Reads the part's text.
    pub(super) fn read(text: &str, numbering: &Numbering) -> Self {
        let mut written: HashMap<String, Written> = HashMap::new();
        let mut ids: Vec<String> = Vec::new();
        let mut default = None;
        let mut xml = Xml::new(text);
        while let Some(token) = xml.next_token() {
            let Token::Start(element) = token else { continue };
            match element.name() {
                // Conditional formats of tables, defaults and old versions speak of other things.
                "tblStylePr" | "docDefaults" | "latentStyles" | "pPrChange" | "rPrChange" => {
                    xml.skip();
                }
                "style" => {
                    let id = element.attribute("styleId").unwrap_or_default().into_owned();
                    let is_default = element.attribute("default").is_some_and(|on| is_true(&on))
                        && element.attribute("type").is_none_or(|kind| kind == "paragraph");
                    if is_default {
                        default = Some(id.clone());
                    }
                    written.insert(id.clone(), Written::default());
                    ids.push(id);
                }
                _ => {
                    if let Some(style) = ids.last().and_then(|id| written.get_mut(id)) {
                        style.note(&element);
                    }
                }
            }
        }
        let by_id: HashMap<String, Style> = ids
            .into_iter()
            .map(|id| {
                let style = resolve(&id, &written, numbering);
                (id, style)
            })
            .collect();
        let default = default.and_then(|id| by_id.get(&id).copied()).unwrap_or_default();
        Self { by_id, default }
    }

    /// The style of this name, or that of paragraphs that name none.
    pub(super) fn get(&self, id: Option<&str>) -> Style {
        id.and_then(|id| self.by_id.get(id)).copied().unwrap_or(self.default)
    }

    /// The character style of this name.
    pub(super) fn of_run(&self, id: &str) -> Style {
        self.by_id.get(id).copied().unwrap_or_default()
    }
}

impl Written {
    fn note(&mut self, element: &Element<'_>) {
        let value = || element.attribute("val").unwrap_or_default();
        match element.name() {
            "basedOn" => self.base = Some(value().into_owned()),
            "numId" => self.list = integer(&value()),
            "ilvl" => self.level = small(&value()).map(|level| level as usize),
            "name" => self.is_prompt = value().eq_ignore_ascii_case(PROMPT),
            "vanish" => self.is_hidden = Some(is_on(element)),
            _ => {}
        }
    }
}

/// A style with what it inherits.
fn resolve(id: &str, written: &HashMap<String, Written>, numbering: &Numbering) -> Style {
    let mut list = None;
    let mut level = None;
    let mut is_hidden = None;
    let mut next = Some(id);
    for _ in 0..MAX_ANCESTORS {
        let Some((id, style)) = next.and_then(|id| written.get_key_value(id)) else { break };
        level = level.or(style.level);
        is_hidden = is_hidden.or(style.is_hidden);
        if list.is_none()
            && let Some(found) = style.list
        {
            list = Some(found);
            level = level.or_else(|| numbering.level_of_style(found, id));
        }
        next = style.base.as_deref();
    }
    Style {
        list: list.filter(|list| *list > 0).map(|list| (list, level.unwrap_or_default())),
        is_hidden: is_hidden.unwrap_or_default(),
        is_prompt: written.get(id).is_some_and(|style| style.is_prompt),
    }
}
