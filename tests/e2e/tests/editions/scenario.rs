//! What a reader does in every edition and every engine: open each format, read, follow a figure, use the keyboard.

use std::path::PathBuf;
use std::sync::LazyLock;

use fajian_e2e::{Edition, Fixture, Form, Manuscript, Visitor, checkout, editions, wait_for};
use serde_json::{Value, json};

/// One format of each reader.
const FORMS: [Form; 6] =
    [Form::Html, Form::Mhtml, Form::Docx, Form::Doc, Form::PdfInGbk, Form::Ofd];

static EDITIONS: LazyLock<Vec<Edition>> = LazyLock::new(|| {
    let manuscript = Manuscript::read(&checkout().join("samples/dense.txt"), "dense");
    editions(&[manuscript], &PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("editions"))
});

/// The first sample as plain text.
pub(crate) fn sample() -> Fixture {
    Fixture::read(&checkout().join("samples/dense.txt"))
}

/// Gives a file to the page as a drop does; the element has a property for it.
pub(crate) const DROP: &str = "
    const [name, bytes] = arguments;
    const file = new File([new Uint8Array(bytes)], name);
    const element = document.querySelector('fajian-report');
    if (element) { element.file = file; return true; }
    const data = new DataTransfer();
    data.items.add(file);
    const event = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data });
    document.body.dispatchEvent(event);
    return event.defaultPrevented;";

/// Begins a script: `all` finds elements of the viewer wherever it stands.
pub(crate) const ALL: &str = "
    const element = document.querySelector('fajian-report');
    const ground = element ? element.shadowRoot ?? element : document;
    const all = selector => ground ? [...ground.querySelectorAll(selector)] : [];";

/// Whether the viewer shows nothing yet and listens.
pub(crate) const IS_EMPTY: &str = "
    return all('main')[0]?.dataset.stage === 'empty' && (!!element || self.fajianBoot?.ready === true);";

fn script(body: &str) -> String {
    format!("{ALL}{body}")
}

/// Runs a script that uses `all`.
#[track_caller]
pub(crate) fn ask(visitor: &Visitor, body: &str) -> Value {
    visitor.run(&script(body), &[])
}

/// Waits until a script that uses `all` gives `true`.
#[track_caller]
pub(crate) fn wait_until(visitor: &Visitor, what: &str, body: &str) {
    visitor.wait_until(what, &script(body), &[]);
}

/// Waits until `fixture` is shown whole.
#[track_caller]
pub(crate) fn assert_shows(visitor: &Visitor, fixture: &Fixture) {
    let report = fixture.report();
    let expected = json!({
        "stage": "ready",
        "title": report.title,
        "outline": report.sections.iter().map(|it| it.heading.clone()).collect::<Vec<_>>(),
        "headings": report.sections.len(),
        "figures": report.statistics.len(),
        "marked": report.statistics.len(),
        "is_drawn": true,
    });
    let look = script(
        "return {
            stage: all('main')[0]?.dataset.stage,
            title: all('#title')[0]?.textContent,
            outline: all('nav#outline a[data-section] .outline-words').map(it => it.textContent),
            headings: all('[id^=\"s-\"]').length,
            figures: all('[data-figure]').length,
            marked: new Set(all('mark[data-statistic]').map(it => it.dataset.statistic)).size,
            is_drawn: all('figure[data-chart] svg text').length > 0,
        };",
    );
    wait_for(&format!("{} in {:?}", fixture.name(), visitor.engine), || {
        let seen = visitor.run(&look, &[]);
        if seen == expected { Ok(()) } else { Err(format!("{seen}, not {expected}")) }
    });
}

/// Opens every format, and uses what is shown.
#[track_caller]
pub(crate) fn play(visitor: &Visitor) {
    let sample = sample();
    let forms = FORMS.iter().map(|form| {
        let edition = EDITIONS.iter().find(|it| it.form == *form).expect("an edition");
        Fixture::read(&edition.path)
    });
    // The plain text last: what follows is done in it.
    for fixture in forms.chain([sample]) {
        let arguments = [json!(fixture.name()), json!(fixture.bytes)];
        assert_eq!(visitor.run(DROP, &arguments), true, "{}", fixture.name());
        assert_shows(visitor, &fixture);
    }
    follow_a_figure(visitor);
    use_the_keyboard(visitor);
}

/// A click on a figure leads to its words.
fn follow_a_figure(visitor: &Visitor) {
    ask(visitor, "all('[data-figure=\"3\"] .figure-go')[0].click()");
    wait_until(
        visitor,
        "the words of the figure",
        "const box = all('mark[data-statistic=\"3\"].is-selected')[0]?.getBoundingClientRect();
         return !!box && box.top >= 0 && box.bottom <= innerHeight;",
    );
}

/// Enter on an entry of the outline leads to its section, and the focus with it.
fn use_the_keyboard(visitor: &Visitor) {
    ask(visitor, "all('nav#outline a[data-section=\"2\"]')[0].focus()");
    visitor.press("\u{e007}");
    wait_until(
        visitor,
        "the section to have the focus",
        "const root = element?.shadowRoot ?? document;
         return root.activeElement?.id === 's-2' || root.activeElement?.outerHTML.slice(0, 80);",
    );
}
