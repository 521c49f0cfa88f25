//! Element on host pages.

use boussole_e2e::browser::BrowserSession;
use boussole_e2e::oracle::Oracle;
use boussole_e2e::page_monitor::ConsoleMessage;
use boussole_e2e::test_bed::{self, TestBed};
use serde_json::json;

const WRITTEN: &str = "3?12 420- 1432";
const LOADER: &str = "<script type=\"module\" src=\"/boussole.js\"></script>";
const MOVE: &str = "const host = document.querySelector('boussole-assessment');
    const place = host.parentNode; host.remove(); place.append(host);";

/// Removes the element and inserts the same one later.
async fn remove_and_reinsert(browser: &BrowserSession) {
    let remove = "window.removed = document.querySelector('boussole-assessment'); window.removed.remove()";
    browser.run(remove, vec![]).await;
    browser.run("document.querySelector('main').append(window.removed)", vec![]).await;
}

fn host(element: &str) -> String {
    format!("<h1>An article</h1><main>{element}</main>{LOADER}")
}

#[test]
pub fn the_element_works_in_an_article_in_either_language() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        for (attribute, locale) in [
            ("", "fr"),
            ("lang=\"fr_CA\"", "fr"),
            ("lang=\"EN\"", "en"),
            ("lang=\"en-GB\"", "en"),
            ("lang=\"en_US\"", "en"),
        ] {
            let oracle = Oracle::new(locale);
            browser.clear_storage().await;
            bed.site.write_host(
                "host.html",
                &host(&format!("<boussole-assessment {attribute}></boussole-assessment>")),
            );
            let widget = browser.open("host.html").await;
            widget.on_question(1).await;
            assert!(widget.text("h2:not(.title)").await.ends_with(&oracle.prompt(1)), "{attribute}");
            assert!(widget.has(&format!(".boussole[lang={locale}]")).await, "{attribute}");
        }
        let messages = browser.monitor().drain_messages().await;
        assert_eq!(messages, [], "valid attributes are no reason to warn");
    });
}

#[test]
fn a_host_changes_the_language_by_attribute() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("en");
        bed.site.write_host("host.html", &host("<boussole-assessment lang=\"fr\"></boussole-assessment>"));
        let widget = browser.open("host.html").await;
        widget.answer(1, oracle.responses(WRITTEN)[0]).await;
        widget.on_question(2).await;
        widget.read("host.setAttribute('lang', 'en')").await;
        widget.wait("English", "return find('.boussole[lang=en]')").await;
        widget.on_question(2).await;
        widget.shows_prompt(&oracle.prompt(2)).await;
    });
}

#[test]
fn two_widgets_on_one_page_answer_apart() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        let body = host(
            "<boussole-assessment id=\"one\"></boussole-assessment>\
             <boussole-assessment id=\"two\" lang=\"en\"></boussole-assessment>",
        );
        bed.site.write_host("host.html", &body);
        browser.open("host.html").await;
        let (one, two) = (browser.widget_at("#one"), browser.widget_at("#two"));
        one.on_question(1).await;
        two.on_question(1).await;
        let responses = oracle.responses(WRITTEN);
        one.answer(1, responses[0]).await;
        one.on_question(2).await;
        two.on_question(1).await;
        assert_eq!(two.chosen().await, None);
        one.click_action("back").await;
        one.on_question(1).await;
        // Same question in both: a choice in one must not clear the other.
        two.read("find('input[value=\"1\"]').focus()").await;
        browser.press(thirtyfour::Key::Down).await;
        two.wait("a choice", "return find('input[value=\"2\"]').checked").await;
        assert_eq!(one.chosen().await.as_deref(), Some("3"));
        one.choose("", "3").await;
        one.on_question(2).await;
        assert_eq!(two.chosen().await.as_deref(), Some("2"));
        for (position, response) in responses.iter().enumerate().skip(1) {
            one.answer(position + 1, *response).await;
        }
        one.wait_for_screen("report").await;
        two.on_question(1).await;
        assert_eq!(one.report_text().await, oracle.report_text(WRITTEN));
    });
}

#[test]
fn an_element_that_is_moved_keeps_its_answers() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        assert_moves_keep_answers(bed, &browser).await;
    });
}

#[test]
pub fn an_element_that_is_moved_keeps_its_answers_where_storage_is_blocked() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let blocked =
            "Object.defineProperty(window, 'localStorage', { get() { throw new Error('blocked'); } });";
        browser.monitor().before_each_page(blocked).await;
        assert_moves_keep_answers(bed, &browser).await;
    });
}

async fn assert_moves_keep_answers(bed: &TestBed, browser: &BrowserSession) {
    let oracle = Oracle::new("fr");
    bed.site.write_host("host.html", &host("<boussole-assessment></boussole-assessment>"));
    let widget = browser.open("host.html").await;
    widget.answer_all(&oracle.responses(WRITTEN)[..3]).await;
    widget.on_question(4).await;
    for _ in 0..3 {
        browser.run(MOVE, vec![]).await;
        widget.on_question(4).await;
        remove_and_reinsert(browser).await;
        widget.on_question(4).await;
    }
    widget.click_action("back").await;
    widget.on_question(3).await;
    assert_eq!(widget.chosen().await.as_deref(), Some("1"));
}

/// Tracks wasm memory, observers and timers.
const COUNT: &str = "const { instantiateStreaming } = WebAssembly;
    WebAssembly.instantiateStreaming = async (...given) => {
        const made = await instantiateStreaming(...given);
        window.memory = made.instance.exports.memory;
        return made;
    };
    window.observed = new Set();
    const { observe, unobserve } = IntersectionObserver.prototype;
    Object.assign(IntersectionObserver.prototype, {
        observe(target) { observed.add(target); observe.call(this, target); },
        unobserve(target) { observed.delete(target); unobserve.call(this, target); },
    });
    window.timers = new Set();
    for (const kind of ['Interval', 'Timeout']) {
        const [set, clear] = [window[`set${kind}`], window[`clear${kind}`]];
        window[`set${kind}`] = (call, ...rest) => {
            const timer = set((...given) => { if (kind === 'Timeout') timers.delete(timer); call(...given); }, ...rest);
            timers.add(timer);
            return timer;
        };
        window[`clear${kind}`] = (timer) => { timers.delete(timer); clear(timer); };
    }";

/// Resources of the page: nodes, listeners, observed elements, timers, bytes of wasm memory.
async fn held(browser: &BrowserSession) -> [u64; 5] {
    browser.command("HeapProfiler.collectGarbage", json!({})).await;
    let count = browser.command("Memory.getDOMCounters", json!({})).await;
    let script = "return [observed.size, timers.size, memory.buffer.byteLength]";
    let own = browser.run(script, vec![]).await;
    [&count["nodes"], &count["jsEventListeners"], &own[0], &own[1], &own[2]]
        .map(|each| each.as_u64().expect("a count"))
}

#[test]
fn two_hundred_widgets_that_were_taken_away_leave_no_more_behind_than_ten() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        browser.monitor().before_each_page(COUNT).await;
        bed.site.write_host("host.html", &host(""));
        browser.load("host.html").await;
        let mut counts = Vec::new();
        for mounts in [10, 190] {
            for _ in 0..mounts {
                let add = "document.querySelector('main').replaceChildren(document.createElement('boussole-assessment'))";
                browser.run(add, vec![]).await;
                browser.widget().on_question(1).await;
            }
            browser.run("document.querySelector('main').replaceChildren()", vec![]).await;
            counts.push(held(&browser).await);
        }
        let [ten, all] = counts[..] else { unreachable!("it was counted twice") };
        // Some nodes are collected later; a leaked widget has more than a hundred.
        assert!(all[0] <= ten[0] + 100 && all[1] <= ten[1] + 5, "{ten:?} became {all:?}");
        assert_eq!(all[2..4], ten[2..4], "observers and timers");
        assert_eq!(all[4], ten[4], "bytes of the program");
    });
}

/// Script: counts the elements that are ready.
const READY: &str = "window.ready = 0; addEventListener('boussole:ready', () => window.ready++, true)";

#[test]
fn an_element_that_is_taken_away_before_the_program_comes_is_not_shown() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        browser.monitor().before_each_page(&format!("{READY};{COUNT}")).await;
        bed.site.write_host("host.html", &host(""));
        browser.load(&format!("host.html#{}", oracle.link(WRITTEN))).await;
        let add = "window.left = document.createElement('boussole-assessment');
            left.setAttribute('links', '');
            left.addEventListener('boussole:ready', () => window.ready += 100);
            document.querySelector('main').append(left);
            const started = left.start().then(() => 'shown', ({ code }) => code);
            left.remove();
            const rejected = [await started];
            for (const call of ['start', 'reset', 'getResult']) rejected.push(await left[call]().then(() => 'done', ({ code }) => code));
            return rejected";
        let removed = browser.run_async(add, vec![]).await;
        assert_eq!(removed, json!(["removed", "removed", "removed", "removed"]));
        // The page requires trusted types.
        let enter = "const element = document.createElement('boussole-assessment');
            element.setAttribute('links', '');
            document.querySelector('main').replaceChildren(element)";
        browser.run(enter, vec![]).await;
        let widget = browser.widget();
        widget.wait_for_screen("shared").await;
        assert_eq!(
            browser.run("return [ready, left.shadowRoot.querySelector('.boussole')]", vec![]).await,
            json!([1, null])
        );
        // The restored element is shown.
        browser.run("document.querySelector('main').replaceChildren(left)", vec![]).await;
        widget.on_question(1).await;
        let change = "const main = document.querySelector('main');
            for (let round = 0; round < arguments[0]; round++) {
                const element = document.createElement('boussole-assessment');
                main.append(element);
                await round % 3 ? null : new Promise((resolve) => setTimeout(resolve));
                element.remove();
            }";
        let mut counts = Vec::new();
        for rounds in [20, 700] {
            browser.run_async(change, vec![json!(rounds)]).await;
            counts.push(held(&browser).await);
        }
        let [few, many] = counts[..] else { unreachable!("it was counted twice") };
        assert!(many[0] <= few[0] + 100 && many[1] <= few[1] + 5, "{few:?} became {many:?}");
    });
}

#[test]
pub fn an_element_that_comes_later_starts_as_well() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        bed.site.write_host("host.html", &host(""));
        browser.load("host.html").await;
        let script = "const element = document.createElement('boussole-assessment');
            element.lang = 'en';
            document.querySelector('main').append(element)";
        browser.run(script, vec![]).await;
        browser.widget().on_question(1).await;
        browser.run("document.querySelector('boussole-assessment').remove()", vec![]).await;
        browser.run(script, vec![]).await;
        browser.widget().on_question(1).await;
    });
}

#[test]
fn an_unknown_attribute_gives_one_warning_and_the_default() {
    let cases = [
        ("lang", "xx", &["fr", "en"][..]),
        ("questionnaire", "autre", &["liberte-numerique"]),
        ("form", "endless", &["express"]),
    ];
    test_bed::run(async |bed| {
        let oracle = Oracle::new("fr");
        for (name, value, valid) in cases {
            let browser = bed.browser().await;
            let element = format!("<boussole-assessment {name}=\"{value}\"></boussole-assessment>");
            bed.site.write_host("host.html", &host(&element));
            let widget = browser.open("host.html").await;
            widget.answer(1, oracle.responses(WRITTEN)[0]).await;
            widget.on_question(2).await;
            widget.shows_prompt(&oracle.prompt(2)).await;
            browser.run(MOVE, vec![]).await;
            widget.on_question(2).await;
            let messages = browser.monitor().drain_messages().await;
            let [ConsoleMessage::Warning(warning)] = &messages[..] else {
                panic!("one warning, not {messages:?}")
            };
            for word in valid.iter().chain(&[name, value]) {
                assert!(warning.contains(word), "{warning} names {word}");
            }
        }
    });
}

#[test]
fn the_address_of_an_article_is_its_own() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        bed.site.write_host("host.html", &host("<boussole-assessment></boussole-assessment>"));
        let path = format!("host.html#{}", oracle.link(WRITTEN));
        let widget = browser.open(&path).await;
        widget.on_question(1).await;
        assert_eq!(browser.location().await, browser.address(&path));
        // Offered links lead to the stand-alone page.
        widget.answer_to_report(&oracle.responses(WRITTEN)).await;
        let link = widget.link().await;
        assert!(link.starts_with(&format!("{}#1.", browser.address(""))), "{link}");
        assert_eq!(browser.location().await, browser.address(&path));
    });
}

#[test]
fn a_page_that_says_so_opens_result_links_itself() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        bed.site.write_host("host.html", &host("<boussole-assessment links></boussole-assessment>"));
        let widget = browser.open(&format!("host.html?page=2#{}", oracle.link(WRITTEN))).await;
        widget.wait_for_screen("shared").await;
        assert_eq!(widget.report_text().await, oracle.report_text(WRITTEN));
        assert_eq!(browser.location().await, browser.address("host.html?page=2"));
        widget.click_action("start").await;
        widget.answer_to_report(&oracle.responses(WRITTEN)).await;
        // A link has no parameters of the page but those of its canonical address.
        let link = widget.link().await;
        assert!(link.starts_with(&browser.address("host.html#1.")), "{link}");
        let address = browser.address("host.html?page=2");
        let canonical = format!("<link rel=\"canonical\" href=\"{address}\">");
        bed.site.write_host(
            "host.html",
            &host(&[&canonical, "<boussole-assessment links></boussole-assessment>"].concat()),
        );
        let widget = browser.open("host.html?page=2&token=secret").await;
        widget.wait_for_screen("report").await;
        let link = widget.link().await;
        assert!(link.starts_with(&format!("{address}#1.")), "{link}");
    });
}
