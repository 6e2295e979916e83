//! What a reader does in every edition and every engine: open each format, read, follow a figure, use the keyboard.

use std::path::PathBuf;
use std::sync::LazyLock;

use fajian::export::{self, Format};
use fajian::i18n::{self, Language};
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

/// Begins a script: `all` finds elements of the viewer wherever it stands, in a page of its own, a custom element, an
/// element that a script has mounted it in, or a frame.
const ALL: &str = "
    const element = document.querySelector('fajian-report, #place, #fajian-frame');
    const root = element?.shadowRoot ?? document;
    const ground = element?.shadowRoot ?? element ?? document;
    const all = selector => [...ground.querySelectorAll(selector)];";

/// Drops a file on the viewer. It is taken as soon as the viewer listens.
const DROP: &str = "
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array(arguments[1])], arguments[0]));
    const event = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data });
    all('main')[0]?.dispatchEvent(event);
    return event.defaultPrevented;";

/// Keeps the files that the viewer would leave as downloads, as texts by media type.
const CATCH: &str = "
    if (self.__saved) return;
    self.__saved = {};
    const make = URL.createObjectURL;
    URL.createObjectURL = blob => {
        if (blob.type !== 'text/javascript') new Response(blob).arrayBuffer().then(bytes => {
            self.__saved[blob.type.split(';')[0]] = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
        });
        return make(blob);
    };
    HTMLAnchorElement.prototype.click = function () {};";

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

/// Waits until `fixture` is shown whole: its own file, as the same report in another format looks alike.
#[track_caller]
pub(crate) fn assert_shows(visitor: &Visitor, fixture: &Fixture) {
    let report = fixture.report();
    let expected = json!({
        "stage": "ready",
        "file": fixture.name(),
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
            file: all('.masthead-facts dd').map(it => it.textContent).find(it => it === arguments[0]),
            title: all('#title')[0]?.textContent,
            outline: all('nav#outline a[data-section] .outline-words > :first-child').map(it => it.textContent),
            headings: all('[id^=\"s-\"]').length,
            figures: all('[data-figure]').length,
            marked: new Set(all('mark[data-statistic]').map(it => it.dataset.statistic)).size,
            is_drawn: all('figure[data-chart] svg text').length > 0,
        };",
    );
    wait_for(&format!("{} in {:?}", fixture.name(), visitor.engine), || {
        let seen = visitor.run(&look, &[json!(fixture.name())]);
        if seen == expected { Ok(()) } else { Err(format!("{seen}, not {expected}")) }
    });
}

/// Drops a file on the viewer and waits until it is shown.
#[track_caller]
pub(crate) fn open(visitor: &Visitor, fixture: &Fixture) {
    let arguments = [json!(fixture.name()), json!(fixture.bytes)];
    visitor.wait_until("the drop to be taken", &script(DROP), &arguments);
    assert_shows(visitor, fixture);
}

/// Opens every format, and uses what is shown.
#[track_caller]
pub(crate) fn play(visitor: &Visitor) {
    for form in FORMS {
        let edition = EDITIONS.iter().find(|it| it.form == form).expect("an edition");
        open(visitor, &Fixture::read(&edition.path));
    }
    // The plain text last: what follows is done in it.
    open(visitor, &sample());
    read(visitor);
}

/// Uses what is shown of the first sample.
#[track_caller]
pub(crate) fn read(visitor: &Visitor) {
    follow_a_figure(visitor);
    walk_a_chart(visitor);
    go_to_a_section(visitor);
    let report = sample().report().clone();
    let table = saved(visitor, "csv", "text/csv");
    // A page speaks as its browser does.
    let code = ask(visitor, "return (all('.fajian')[0] ?? document.documentElement).lang");
    let language = Language::from_code(code.as_str().unwrap_or_default()).expect("a language");
    let expected =
        export::write(Format::Csv, &[report], i18n::messages(language)).expect("a table");
    assert!(table.as_bytes() == expected, "{:?}: the table is {table}", visitor.engine);
}

/// A click on a figure leads to its words.
#[track_caller]
pub(crate) fn follow_a_figure(visitor: &Visitor) {
    ask(visitor, "all('[data-figure=\"3\"] .figure-go')[0].click()");
    wait_until(
        visitor,
        "the words of the figure",
        "const box = all('mark[data-statistic=\"3\"].is-selected')[0]?.getBoundingClientRect();
         return !!box && box.top >= 0 && box.bottom <= innerHeight || JSON.stringify(box ?? null);",
    );
}

/// The arrow keys lead from mark to mark of a chart, and each has a name.
#[track_caller]
fn walk_a_chart(visitor: &Visitor) {
    ask(visitor, "all('figure[data-chart] svg [data-mark][tabindex=\"0\"]')[0].focus()");
    let focused =
        "const it = root.activeElement; return it?.dataset.mark && it.getAttribute('aria-label');";
    let first = ask(visitor, focused);
    assert!(first.is_string(), "{:?}: the first mark is {first}", visitor.engine);
    visitor.press("\u{e015}");
    wait_for("the next mark", || {
        let next = ask(visitor, focused);
        if next.is_string() && next != first { Ok(()) } else { Err(next.to_string()) }
    });
}

/// Enter on an entry of the outline leads to its section, and the focus with it.
#[track_caller]
fn go_to_a_section(visitor: &Visitor) {
    ask(visitor, "all('nav#outline a[data-section=\"2\"]')[0].focus()");
    visitor.press("\u{e007}");
    wait_until(
        visitor,
        "the section to have the focus",
        "return root.activeElement?.id === 's-2' || root.activeElement?.outerHTML.slice(0, 80);",
    );
}

/// What the viewer saves of what is open, by the keyboard: the entry of the menu and the media type of the file.
#[track_caller]
pub(crate) fn saved(visitor: &Visitor, entry: &str, kind: &str) -> String {
    visitor.run(CATCH, &[]);
    ask(visitor, "all('#export-button')[0].focus()");
    visitor.press("\u{e015}");
    let focused = "const it = root.activeElement;
        return it?.dataset.export ?? it?.dataset.scope ?? it?.outerHTML.slice(0, 80);";
    // From entry to entry until the wanted one has the focus.
    let mut before = Value::Null;
    loop {
        let at = wait_for("an entry of the menu", || {
            let at = ask(visitor, focused);
            let is_entry = at.as_str().is_some_and(|at| !at.starts_with('<'));
            if is_entry && at != before { Ok(at) } else { Err(at.to_string()) }
        });
        if at == entry {
            break;
        }
        visitor.press("\u{e015}");
        before = at;
    }
    visitor.press("\u{e007}");
    let file = wait_for("the saved file", || {
        let look = "return self.__saved[arguments[0]] ?? Object.keys(self.__saved)";
        let seen = visitor.run(look, &[json!(kind)]);
        seen.as_str().map(str::to_owned).ok_or_else(|| seen.to_string())
    });
    visitor.run("delete self.__saved[arguments[0]]", &[json!(kind)]);
    file
}
