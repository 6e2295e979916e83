//! Closing reports, having them back, and opening one twice.

use fajian_e2e::{Options, Page, samples, wait_for};

#[track_caller]
fn wait_for_title(page: &Page, title: &str) {
    wait_for("the title", || {
        let shown = page.text_of("return document.title");
        if shown.contains(title) { Ok(()) } else { Err(shown) }
    });
}

#[test]
fn a_closed_report_can_be_had_back() {
    let fixtures = samples();
    let title = |at: usize| fixtures[at].1.report().title.clone().expect("a title");
    let page = Page::open(Options::default());
    page.drop_files(&[("1.txt", &fixtures[0].1.bytes), ("2.txt", &fixtures[1].1.bytes)]);
    page.wait_until_ready();
    page.click("nav#outline a[data-section=\"2\"]");
    page.wait_until("the address", "return location.hash === '#/s/2'");
    page.click("#close-button");
    wait_for_title(&page, &title(1));
    assert_eq!(page.choices(), [""; 0], "one is left");
    page.click("#undo-button");
    wait_for_title(&page, &title(0));
    assert_eq!(page.choices(), [title(0), title(1)]);
    page.wait_until_seen("#s-2");
    page.wait_until("the address", "return location.hash === '#/s/2'");
}

#[test]
fn closing_the_last_report_leads_to_the_empty_page() {
    let page = Page::open(Options::default());
    page.open_sample("dense");
    let title = page.text_of("return document.title");
    page.browser.run("document.querySelector('#close-button').focus()", &[]);
    page.browser.press("\u{e007}");
    page.wait_until(
        "the empty page",
        "return document.querySelector('main').dataset.stage === 'empty'",
    );
    assert_eq!(page.text_of("return document.title"), "法鉴");
    assert_eq!(page.text_of("return document.activeElement.id"), "main");
    page.click("#undo-button");
    page.wait_until_ready();
    wait_for_title(&page, &title);
    assert_eq!(page.browser.complaints(), [""; 0]);
}

#[test]
fn a_file_opened_twice_is_listed_once() {
    let fixtures = samples();
    let page = Page::open(Options::default());
    page.drop_files(&[("1.txt", &fixtures[0].1.bytes), ("2.txt", &fixtures[1].1.bytes)]);
    page.wait_until_ready();
    page.drop_bytes("2.txt", &fixtures[1].1.bytes);
    wait_for_title(&page, fixtures[1].1.report().title.as_deref().expect("a title"));
    let notice = page
        .text_of("return document.querySelector('.notice[role=\"status\"]')?.textContent ?? ''");
    assert!(notice.contains("“2.txt”已经打开"), "{notice}");
    assert_eq!(page.choices().len(), 2);
}

#[test]
fn reading_a_long_text_can_be_given_up() {
    let (_, fixture) = &samples()[0];
    let page = Page::open(Options::default());
    page.open_sample("dense");
    let title = page.text_of("return document.title");
    let times = (5 << 20) / fixture.bytes.len();
    // Made in the page: sending five million numbers takes longer than reading them.
    page.browser.run(
        "const file = new File([arguments[0].repeat(arguments[1])], 'long.txt');
         const data = new DataTransfer(); data.items.add(file);
         document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }));",
        &[fixture.report().text.as_str().into(), times.into()],
    );
    page.wait_until("a way out", "return !!document.querySelector('#cancel-button')");
    page.browser.run("document.querySelector('#cancel-button').click()", &[]);
    page.wait_until_ready();
    assert_eq!(page.text_of("return document.title"), title);
    page.drop_bytes("short.txt", &samples()[1].1.bytes);
    wait_for_title(&page, samples()[1].1.report().title.as_deref().expect("a title"));
}
