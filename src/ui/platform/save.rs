//! Files for the reader: made by the exporter or drawn by the browser, and handed over as downloads.

use std::borrow::Cow;

use gloo::timers::callback::Timeout;
use gloo::utils::document;
use js_sys::{Array, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, HtmlAnchorElement, HtmlCanvasElement,
    HtmlImageElement, Url,
};

use super::host::Host;
use super::packed::pack;
use crate::Report;
use crate::chart::{Picture, svg};
use crate::export::Format;
use crate::i18n::{Language, Messages, check_words};
use crate::ui::state::Shelved;

/// The browser reads a download some time after it was asked for; then its bytes can be let go.
const KEPT: u32 = 60_000;
/// Pixels of a picture for each pixel of the drawing: sharp on paper and on fine screens.
const SHARPNESS: f64 = 2.0;

/// Why there is no file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum Trouble {
    /// The exporter could not be loaded.
    NotLoaded,
    /// The file could not be made.
    NotMade,
}

/// Makes a file with `reports` and hands it over under `name`.
pub(in crate::ui) async fn reports(
    host: &Host,
    format: Format,
    reports: &[Shelved],
    words: &Messages,
    name: &str,
) -> Result<(), Trouble> {
    let reports: Vec<Cow<Report>> =
        reports.iter().map(|shelved| worded(shelved, format, words)).collect();
    let promise = host.function("write").and_then(|write| {
        write
            .call3(&JsValue::NULL, &format.ending().into(), &words.code.into(), &pack(&reports))
            .ok()
    });
    let promise = promise.and_then(|it| it.dyn_into::<Promise>().ok()).ok_or(Trouble::NotLoaded)?;
    let bytes = JsFuture::from(promise).await.map_err(|_| Trouble::NotLoaded)?;
    let bytes = bytes.dyn_into::<Uint8Array>().map_err(|_| Trouble::NotMade)?;
    let blob = blob(&bytes, format.media_type()).ok_or(Trouble::NotMade)?;
    download(&blob, name).ok_or(Trouble::NotMade)
}

/// A report with what was found about it said in the reader's language. The JSON is the same in all of them.
fn worded<'a>(shelved: &'a Shelved, format: Format, words: &Messages) -> Cow<'a, Report> {
    if format == Format::Json || words.language == Language::default() {
        return Cow::Borrowed(&shelved.report);
    }
    let mut report = shelved.report.clone();
    for (check, evidence) in report.checks.iter_mut().zip(&shelved.evidence) {
        let (message, source) = check_words(words.language, check, Some(evidence));
        (check.message, check.source) = (message.to_owned(), source.to_owned());
    }
    Cow::Owned(report)
}

/// Hands over a drawing as SVG.
pub(in crate::ui) fn svg(picture: &Picture, name: &str) -> Option<()> {
    download(&svg_blob(picture)?, name)
}

/// Hands over a drawing as PNG, painted by the browser.
pub(in crate::ui) async fn png(picture: &Picture, name: &str) -> Option<()> {
    let url = Url::create_object_url_with_blob(&svg_blob(picture)?).ok()?;
    let painted = paint(&url, picture).await;
    // Nobody holds it any more.
    let _ = Url::revoke_object_url(&url);
    download(&painted?, name)
}

async fn paint(url: &str, picture: &Picture) -> Option<Blob> {
    let image = HtmlImageElement::new().ok()?;
    image.set_src(url);
    JsFuture::from(image.decode()).await.ok()?;
    let (width, height) = (picture.width * SHARPNESS, picture.height * SHARPNESS);
    let canvas: HtmlCanvasElement = document().create_element("canvas").ok()?.dyn_into().ok()?;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "lengths on screen"
    )]
    {
        canvas.set_width(width.ceil() as u32);
        canvas.set_height(height.ceil() as u32);
    }
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    context
        .draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width, height)
        .ok()?;
    let promise = Promise::new(&mut |resolve, reject| {
        if canvas.to_blob(&resolve).is_err() {
            let _ = reject.call0(&JsValue::NULL);
        }
    });
    JsFuture::from(promise).await.ok()?.dyn_into().ok()
}

fn svg_blob(picture: &Picture) -> Option<Blob> {
    let file =
        format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{}\n", svg::write(&picture.drawing));
    blob(&file.into(), "image/svg+xml;charset=utf-8")
}

fn blob(part: &JsValue, media_type: &str) -> Option<Blob> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    Blob::new_with_blob_sequence_and_options(&Array::of1(part), &options).ok()
}

/// Lets the browser save `blob` as it saves what is downloaded; nothing goes over a network.
fn download(blob: &Blob, name: &str) -> Option<()> {
    let url = Url::create_object_url_with_blob(blob).ok()?;
    let link: HtmlAnchorElement = document().create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&url);
    link.set_download(name);
    let body = document().body()?;
    body.append_child(&link).ok()?;
    link.click();
    link.remove();
    Timeout::new(KEPT, move || drop(Url::revoke_object_url(&url))).forget();
    Some(())
}
