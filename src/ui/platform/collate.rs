//! The order of words in the reader's language, which the browser knows.

use std::collections::BTreeMap;

use js_sys::{Array, Function, Intl, JsString, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// For each of the names its place in the order of Chinese words; equal names have the same.
pub(in crate::ui) fn ranks(names: &[&str]) -> Vec<u64> {
    let sorted: Array = names.iter().map(|name| JsValue::from(*name)).collect();
    let locales = Array::of1(&"zh".into());
    let collator = Intl::Collator::new(&locales, &Object::new());
    // The browser sorts by itself: asked for each pair from here, thousands of names would take their time.
    let sort =
        Reflect::get(&sorted, &"sort".into()).ok().and_then(|it| it.dyn_into::<Function>().ok());
    if let Some(sort) = sort {
        let _ = sort.call1(&sorted, &collator.compare());
    }
    let mut places = BTreeMap::new();
    for (name, place) in sorted.iter().filter_map(|it| it.dyn_into::<JsString>().ok()).zip(0..) {
        places.entry(String::from(name)).or_insert(place);
    }
    names.iter().map(|name| places.get(*name).copied().unwrap_or(u64::MAX)).collect()
}
