//! What keeps the page from starting: each cause is told apart, with one next step, in the reader's language.

use fajian_e2e::{Browser, Options, Page, address, dist, wait_for};
use xtask::server::STRICT_POLICY;

/// The causes that the page can tell, each with the words that only its message has.
const CAUSES: [(&str, [&str; 3]); 7] = [
    ("old", ["太旧", "太舊", "too old"]),
    ("off", ["这个浏览器关闭", "這個瀏覽器關閉", "turned off in this browser"]),
    ("guarded", ["增强 Web 安全性", "增強 Web 安全性", "Enhance your security"]),
    ("blocked", ["不允许运行", "不允許執行", "do not allow WebAssembly"]),
    ("missing", ["没有载入", "沒有載入", "was not loaded"]),
    ("local", ["单文件版", "單檔版", "opened from disk"]),
    ("broken", ["停止了工作", "停止了工作", "stopped working"]),
];

/// The only message that is shown, once there is one.
#[track_caller]
fn trouble(page: &Page) -> String {
    page.wait_until("a message", "return document.documentElement.dataset.trouble !== undefined");
    let alerts = page.alerts();
    assert_eq!(alerts.len(), 1, "{alerts:?}");
    alerts[0].clone()
}

#[track_caller]
fn check(page: &Page, cause: &str, language: usize) {
    let message = trouble(page);
    assert_eq!(page.text_of("return document.documentElement.dataset.trouble"), cause);
    for (name, words) in CAUSES {
        let says_so = message.contains(words[language]);
        assert_eq!(says_so, name == cause, "{cause}: {message}");
    }
}

const WITHOUT_WASM: &str = "delete window.WebAssembly;";

/// Fails when the page that `open` gives does not tell the cause in the language that its browser asks for.
#[track_caller]
fn check_in_every_language(cause: &str, open: impl Fn(Options) -> Page) {
    for (language, tag) in [&["zh-CN"], &["zh-TW"], &["en"]].into_iter().enumerate() {
        check(&open(Options { languages: tag, ..Options::default() }), cause, language);
    }
}

#[test]
fn a_browser_without_webassembly_is_told_by_why_it_has_none() {
    check_in_every_language("off", |options| {
        let options = Options { before: WITHOUT_WASM, ..options };
        Page::open_in_trouble(options, STRICT_POLICY, &[], "")
    });
    let edge = "delete window.WebAssembly;
        Object.defineProperty(Navigator.prototype, 'userAgent', { get: () => 'Mozilla/5.0 Chrome/150 Edg/150' });";
    let options = Options { before: edge, ..Options::default() };
    check(&Page::open_in_trouble(options, STRICT_POLICY, &[], ""), "guarded", 0);
    let old = "delete window.WebAssembly; delete HTMLScriptElement.prototype.noModule;";
    let options = Options { before: old, ..Options::default() };
    check(&Page::open_in_trouble(options, STRICT_POLICY, &[], ""), "old", 0);
}

#[test]
fn a_policy_without_webassembly_is_named() {
    let policy = STRICT_POLICY.replace(" 'wasm-unsafe-eval'", "");
    assert_ne!(policy, STRICT_POLICY);
    check_in_every_language("blocked", |options| Page::open_in_trouble(options, &policy, &[], ""));
}

#[test]
fn a_program_that_is_missing_is_told() {
    check_in_every_language("missing", |options| {
        Page::open_in_trouble(options, STRICT_POLICY, &[], "*app-*")
    });
}

/// The page as it is before its program comes is the page as it stays: in the reader's language, and each thing in its
/// place.
#[test]
fn nothing_moves_when_the_program_comes() {
    for tag in [&["zh-CN"], &["zh-TW"], &["en"]] {
        let page = Page::open(Options { languages: tag, ..Options::default() });
        page.settle();
        let moved = "return new Promise(done => {
            const shifts = [];
            new PerformanceObserver(list => shifts.push(...list.getEntries().map(it => it.value)))
                .observe({ type: 'layout-shift', buffered: true });
            requestAnimationFrame(() => requestAnimationFrame(() => done(shifts.join())));
        })";
        assert_eq!(page.text_of(moved), "", "{tag:?}");
    }
}

#[test]
fn scripts_that_the_server_sends_with_a_wrong_type_are_told_without_any_script() {
    let page = Page::open_in_trouble(Options::default(), STRICT_POLICY, &["js"], "");
    let message = "const silent = document.querySelector('#boot-silent');
        return silent?.checkVisibility({ visibilityProperty: true }) ? silent.innerText : 'nothing'";
    assert_eq!(page.text_of(message), "nothing", "the scripts may still be on their way");
    page.browser.run("document.getAnimations().forEach(it => it.finish())", &[]);
    let told = page.text_of(message);
    for words in ["text/javascript", "網站管理者", "Tell the owner"] {
        assert!(told.contains(words), "{told}");
    }
    // Where scripts run, it is gone.
    let page = Page::open(Options::default());
    assert_eq!(page.text_of("return String(document.querySelector('#boot-silent'))"), "null");
}

#[test]
fn a_page_opened_from_its_folder_names_the_one_file() {
    let browser = Browser::start(Options::default());
    browser.visit(&address(&dist().join("index.html")));
    wait_for("a message that names the file", || {
        let told = browser.run(
            "document.getAnimations().forEach(it => it.finish());
             return [...document.querySelectorAll('#boot-silent, #boot-trouble')]
                 .filter(it => it.checkVisibility({ visibilityProperty: true })).map(it => it.innerText).join()",
            &[],
        );
        let told = told.as_str().unwrap_or_default().to_owned();
        if told.contains("fajian.html") { Ok(()) } else { Err(told) }
    });
}

#[test]
fn a_program_that_breaks_down_is_told() {
    let page = Page::open(Options::default());
    page.open_sample("dense");
    page.browser.run(
        "const error = new WebAssembly.RuntimeError('unreachable');
         dispatchEvent(new ErrorEvent('error', { error, message: error.message }))",
        &[],
    );
    check(&page, "broken", 0);
}
