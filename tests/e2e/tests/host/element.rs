//! The element in pages of others.

use boussole_e2e::browser::Browser;
use boussole_e2e::known::Known;
use boussole_e2e::stage::{self, Stage};
use boussole_e2e::watch::Message;
use serde_json::json;

const WRITTEN: &str = "3?12 420- 1432";
const LOADER: &str = "<script type=\"module\" src=\"/boussole.js\"></script>";
const MOVE: &str = "const host = document.querySelector('boussole-assessment');
    const place = host.parentNode; host.remove(); place.append(host);";

/// Takes the element off the page for good, as far as it can tell, and puts the same one back later.
async fn take_away_and_put_back(browser: &Browser) {
    let take = "window.taken = document.querySelector('boussole-assessment'); window.taken.remove()";
    browser.run(take, vec![]).await;
    browser.run("document.querySelector('main').append(window.taken)", vec![]).await;
}

fn host(element: &str) -> String {
    format!("<h1>An article</h1><main>{element}</main>{LOADER}")
}

#[test]
fn the_element_works_in_an_article_in_either_language() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        for (attribute, locale) in
            [("", "fr"), ("lang=\"fr\"", "fr"), ("lang=\"en\"", "en"), ("lang=\"en-GB\"", "en")]
        {
            let known = Known::new(locale);
            browser.forget().await;
            stage.site.write_host(
                "host.html",
                &host(&format!("<boussole-assessment {attribute}></boussole-assessment>")),
            );
            let widget = browser.open("host.html").await;
            widget.on_question(1).await;
            assert!(widget.text("h2:not(.title)").await.ends_with(&known.prompt(1)), "{attribute}");
            assert!(widget.has(&format!(".boussole[lang={locale}]")).await, "{attribute}");
        }
        let messages = browser.watch().take_messages().await;
        assert_eq!(messages, [], "valid attributes are no reason to warn");
    });
}

#[test]
fn a_host_changes_the_language_by_attribute() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let known = Known::new("en");
        stage.site.write_host("host.html", &host("<boussole-assessment lang=\"fr\"></boussole-assessment>"));
        let widget = browser.open("host.html").await;
        widget.answer(1, known.responses(WRITTEN)[0]).await;
        widget.on_question(2).await;
        widget.read("host.setAttribute('lang', 'en')").await;
        widget.wait("English", "return find('.boussole[lang=en]')").await;
        widget.on_question(2).await;
        assert!(widget.text("h2").await.ends_with(&known.prompt(2)));
    });
}

#[test]
fn two_widgets_on_one_page_answer_apart() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let known = Known::new("fr");
        let body = host(
            "<boussole-assessment id=\"one\"></boussole-assessment>\
             <boussole-assessment id=\"two\" lang=\"en\"></boussole-assessment>",
        );
        stage.site.write_host("host.html", &body);
        browser.open("host.html").await;
        let (one, two) = (browser.widget_at("#one"), browser.widget_at("#two"));
        one.on_question(1).await;
        two.on_question(1).await;
        let responses = known.responses(WRITTEN);
        one.answer(1, responses[0]).await;
        one.on_question(2).await;
        two.on_question(1).await;
        assert_eq!(two.chosen().await, None);
        one.act("back").await;
        one.on_question(1).await;
        // The same question in both: choosing in one must not take the choice from the other.
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
        one.on("report").await;
        two.on_question(1).await;
        assert_eq!(one.told().await, known.told(WRITTEN));
    });
}

#[test]
fn an_element_that_is_moved_keeps_its_answers() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        assert_moves_keep_answers(stage, &browser).await;
    });
}

#[test]
fn an_element_that_is_moved_keeps_its_answers_where_storage_is_blocked() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let blocked =
            "Object.defineProperty(window, 'localStorage', { get() { throw new Error('blocked'); } });";
        browser.watch().before_each_page(blocked).await;
        assert_moves_keep_answers(stage, &browser).await;
    });
}

async fn assert_moves_keep_answers(stage: &Stage, browser: &Browser) {
    let known = Known::new("fr");
    stage.site.write_host("host.html", &host("<boussole-assessment></boussole-assessment>"));
    let widget = browser.open("host.html").await;
    widget.answer_all(&known.responses(WRITTEN)[..3]).await;
    widget.on_question(4).await;
    for _ in 0..3 {
        browser.run(MOVE, vec![]).await;
        widget.on_question(4).await;
        take_away_and_put_back(browser).await;
        widget.on_question(4).await;
    }
    widget.act("back").await;
    widget.on_question(3).await;
    assert_eq!(widget.chosen().await.as_deref(), Some("1"));
}

/// Keeps hold of the program's memory, to see how large it is, and of the observers and timers that are at work.
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

/// What a page holds on to: nodes, listeners, observed elements, timers, bytes of the program.
async fn held(browser: &Browser) -> [u64; 5] {
    browser.command("HeapProfiler.collectGarbage", json!({})).await;
    let count = browser.command("Memory.getDOMCounters", json!({})).await;
    let script = "return [observed.size, timers.size, memory.buffer.byteLength]";
    let own = browser.run(script, vec![]).await;
    [&count["nodes"], &count["jsEventListeners"], &own[0], &own[1], &own[2]]
        .map(|each| each.as_u64().expect("a count"))
}

#[test]
fn two_hundred_widgets_that_were_taken_away_leave_no_more_behind_than_ten() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        browser.watch().before_each_page(COUNT).await;
        stage.site.write_host("host.html", &host(""));
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
        // The browser lets go of some nodes only when it sees fit; a widget is more than a hundred.
        assert!(all[0] <= ten[0] + 100 && all[1] <= ten[1] + 5, "{ten:?} became {all:?}");
        assert_eq!(all[2..4], ten[2..4], "observers and timers");
        assert_eq!(all[4], ten[4], "bytes of the program");
    });
}

#[test]
fn an_element_that_comes_later_starts_as_well() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        stage.site.write_host("host.html", &host(""));
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
    stage::run(async |stage| {
        let known = Known::new("fr");
        for (name, value, valid) in cases {
            let browser = stage.browser().await;
            let element = format!("<boussole-assessment {name}=\"{value}\"></boussole-assessment>");
            stage.site.write_host("host.html", &host(&element));
            let widget = browser.open("host.html").await;
            widget.answer(1, known.responses(WRITTEN)[0]).await;
            widget.on_question(2).await;
            assert!(widget.text("h2").await.ends_with(&known.prompt(2)));
            browser.run(MOVE, vec![]).await;
            widget.on_question(2).await;
            let messages = browser.watch().take_messages().await;
            let [Message::Warning(warning)] = &messages[..] else { panic!("one warning, not {messages:?}") };
            for word in valid.iter().chain(&[name, value]) {
                assert!(warning.contains(word), "{warning} names {word}");
            }
        }
    });
}

#[test]
fn the_address_of_an_article_is_its_own() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let known = Known::new("fr");
        stage.site.write_host("host.html", &host("<boussole-assessment></boussole-assessment>"));
        let path = format!("host.html#{}", known.link(WRITTEN));
        let widget = browser.open(&path).await;
        widget.on_question(1).await;
        assert_eq!(browser.location().await, browser.address(&path));
        // So the links that it offers lead to the stand-alone page, which opens them.
        widget.answer_all(&known.responses(WRITTEN)).await;
        widget.on("report").await;
        let link = widget.link().await;
        assert!(link.starts_with(&format!("{}#1.", browser.address(""))), "{link}");
        assert_eq!(browser.location().await, browser.address(&path));
    });
}

#[test]
fn a_page_that_says_so_opens_result_links_itself() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let known = Known::new("fr");
        stage.site.write_host("host.html", &host("<boussole-assessment links></boussole-assessment>"));
        let widget = browser.open(&format!("host.html?page=2#{}", known.link(WRITTEN))).await;
        widget.on("shared").await;
        assert_eq!(widget.told().await, known.told(WRITTEN));
        assert_eq!(browser.location().await, browser.address("host.html?page=2"));
        widget.act("start").await;
        widget.answer_all(&known.responses(WRITTEN)).await;
        widget.on("report").await;
        let link = widget.link().await;
        assert!(link.starts_with(&browser.address("host.html?page=2#1.")), "{link}");
    });
}
