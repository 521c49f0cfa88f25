//! Host's questionnaire by the attribute `src`: valid, faulty, and missing.

use std::fs;
use std::rc::Rc;

use boussole_core::answers::{Level, Response};
use boussole_e2e::browser::BrowserSession;
use boussole_e2e::environment::root;
use boussole_e2e::oracle::{Oracle, plain};
use boussole_e2e::page_monitor::ConsoleMessage;
use boussole_e2e::site::TestSite;
use boussole_e2e::test_bed::{self, TestBed};
use boussole_e2e::widget::WidgetPage;
use serde_json::{Value, json};
use xtask::server::Amendment;

const FILES: [&str; 3] = ["questionnaire.toml", "fr.toml", "en.toml"];
const CORS: &str = "Access-Control-Allow-Origin";

/// Prompt of the first question in French.
const FIRST: &str = "Quelle liste de fournisseurs critiques pourriez-vous montrer ?";

/// Script: records the events of the element.
const NOTE: &str = "window.heard = [];
    for (const name of ['ready', 'error'])
        addEventListener(`boussole:${name}`, ({ type, detail }) => window.heard.push([type.slice(9), detail]));";

/// File of the host's questionnaire.
fn source(file: &str) -> String {
    let path = root().join("tests/fixtures/questionnaires/small").join(file);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Writes a questionnaire to a folder of a host, with a change to one file.
fn put(host: &TestSite, folder: &str, (file, old, new): (&str, &str, &str)) {
    for name in FILES {
        let text = source(name);
        let is_meant = name == file;
        assert!(!is_meant || text.contains(old), "{file} has {old}");
        let text = if is_meant { text.replacen(old, new, 1) } else { text };
        host.write(&format!("{folder}{name}"), &text);
    }
}

/// Writes the questionnaire without a change.
fn put_whole(host: &TestSite, folder: &str) {
    put(host, folder, (FILES[0], "", ""));
}

/// Host with a page with the element and these attributes.
fn host(bed: &TestBed, attributes: &str) -> Rc<TestSite> {
    let host = bed.host();
    write_page(&host, bed, attributes);
    host
}

fn write_page(host: &TestSite, bed: &TestBed, attributes: &str) {
    let loader = bed.site.address("boussole.js");
    let body = format!(
        "<main><boussole-assessment {attributes}></boussole-assessment></main>\
         <script type=\"module\" src=\"{loader}\"></script>"
    );
    host.write_host("page.html", &body);
}

fn levels(levels: [u8; 3]) -> [Response; 3] {
    levels.map(|level| Response::Level(Level::new(level).expect("a level")))
}

/// Waits for the failure panel. Returns the console message for the host.
async fn refusal(browser: &BrowserSession, locale: &str) -> String {
    let widget = browser.widget();
    widget.wait("the panel", "return find('.failure[role=alert]')").await;
    let oracle = Oracle::new(locale);
    assert_eq!(widget.text(".failure p").await, plain(&oracle.failure["questionnaire"]));
    assert!(widget.has(".failure a").await, "there is a way to the stand-alone page");
    let messages = browser.monitor().drain_messages().await;
    let message = messages.into_iter().filter_map(|message| match message {
        ConsoleMessage::Error(text) if text.starts_with("boussole-assessment: ") => Some(text),
        // Message of the browser about a failed request.
        ConsoleMessage::Error(text) if text.contains("Failed to load") || text.contains("CORS") => None,
        other => panic!("{other:?}"),
    });
    let message: Vec<String> = message.collect();
    let [message] = &message[..] else { panic!("one message, not {message:#?}") };
    message.clone()
}

async fn retry(browser: &BrowserSession) -> WidgetPage<'_> {
    let widget = browser.widget();
    widget.click(".failure button").await;
    widget.on_question(1).await;
    widget
}

async fn set(browser: &BrowserSession, name: &str, value: &str) {
    let script = "document.querySelector('boussole-assessment').setAttribute(...arguments)";
    browser.run(script, vec![json!(name), json!(value)]).await;
}

#[test]
fn a_questionnaire_of_a_host_is_answered_and_reported() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        browser.monitor().before_each_page(NOTE).await;
        // A missing final slash makes no difference.
        let host = host(bed, "src=\"ours/small\" lang=\"fr\"");
        put_whole(&host, "ours/small/");
        let widget = browser.open(&host.address("page.html")).await;
        widget.on_question(1).await;
        assert!(widget.text("h2:not(.title)").await.ends_with(FIRST));
        let about = json!({ "questionnaire": "small", "version": 1, "form": "express", "locale": "fr" });
        assert_eq!(browser.run("return window.heard", vec![]).await, json!([["ready", about]]));
        widget.click("[data-action=language][lang=en]").await;
        widget.wait("English", "return find('.boussole[lang=en]')").await;
        widget.answer_to_report(&levels([4, 3, 2])).await;
        // (4 + 2 * 3 + 2) / 4 of 25 points each.
        assert!(widget.text(".headline").await.contains("75"));
        let link = widget.link().await;
        assert!(link.starts_with(&host.address("page.html#1.small")), "{link}");
        for screen in ["plan", "take", "history", "team"] {
            widget.open_screen(screen).await;
            widget.click_action("back").await;
            widget.wait_for_screen("report").await;
        }
        let key = format!("boussole:@{}:small:express", host.address("ours/small/"));
        assert!(browser.stored(&key).await.is_some());
        // The result link opens on the page of its questionnaire.
        browser.load(&host.address("blank.html")).await;
        browser.run("localStorage.clear()", vec![]).await;
        let widget = browser.open(&link).await;
        widget.wait_for_screen("shared").await;
    });
}

#[test]
fn two_questionnaires_of_one_name_are_stored_apart() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let host = host(bed, "src=\"/one/small/\"");
        put_whole(&host, "one/small/");
        put_whole(&host, "two/small/");
        let widget = browser.open(&host.address("page.html")).await;
        widget.answer(1, levels([4; 3])[0]).await;
        widget.on_question(2).await;
        set(&browser, "src", "/two/small/").await;
        widget.on_question(1).await;
        assert_eq!(widget.chosen().await, None);
        set(&browser, "src", "/one/small/").await;
        widget.on_question(2).await;
    });
}

#[test]
fn a_name_of_ours_is_refused() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let host = host(bed, "src=\"/liberte-numerique/\"");
        put_whole(&host, "liberte-numerique/");
        browser.load(&host.address("page.html")).await;
        let message = refusal(&browser, "fr").await;
        assert!(message.contains("`liberte-numerique` is the name of one of Boussole's own"), "{message}");
        assert!(message.contains("    = give the folder another name"), "{message}");
    });
}

#[test]
fn every_fault_is_reported_to_the_host_and_the_reader_sees_the_panel() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        browser.monitor().before_each_page(NOTE).await;
        let host = host(bed, "src=\"/small/\" lang=\"en\"");
        put(&host, "small/", ("questionnaire.toml", "[20, 40, 60, 80]", "[20, 40, 40, 80]"));
        host.write("small/fr.toml", &source("fr.toml").replacen("\"Petit\"", "\"<b>Petit</b>\"", 1));
        browser.load(&host.address("page.html")).await;
        let message = refusal(&browser, "en").await;
        let folder = host.address("small/");
        for expected in [
            &format!("the questionnaire at {folder} can't be used."),
            &format!("{folder}questionnaire.toml:3:14: the thresholds do not rise between 0 and 100"),
            "    | thresholds = [20, 40, 40, 80]",
            "    = write four rising numbers between 1 and 99: [20, 40, 60, 80]",
            &format!("{folder}fr.toml:1:9: the text has markup"),
            "    = write plain text: no < and no >",
            "2 faults in 2 files.",
        ] {
            assert!(message.contains(expected), "{message}\nhas no {expected}");
        }
        let heard = browser.run("return window.heard", vec![]).await;
        assert_eq!(heard[0][0], "error");
        assert_eq!(heard[0][1]["code"], "questionnaire");
        assert!(
            heard[0][1]["message"].as_str().is_some_and(|message| message.contains("fr.toml:1:9")),
            "{heard}"
        );
        // The corrected file is read at the next retry.
        put_whole(&host, "small/");
        let widget = retry(&browser).await;
        assert!(widget.has(".boussole[lang=en]").await);
    });
}

#[test]
fn no_questionnaire_at_an_address_is_reported_with_the_address() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let host = host(bed, "src=\"/small/\"");
        let structure = host.address("small/questionnaire.toml");
        let cases: [(&str, &dyn Fn(), &str); 4] = [
            ("a missing file", &|| {}, "the server answers 404"),
            (
                "a giant",
                &|| host.write("small/questionnaire.toml", &"# long\n".repeat(100_000)),
                "the file has more than 500000 bytes",
            ),
            (
                "another encoding",
                &|| host.write_bytes("small/questionnaire.toml", b"# \xe9t\xe9\n"),
                "the file is not in UTF-8",
            ),
            (
                "a page",
                &|| {
                    host.amend(
                        "questionnaire.toml",
                        Amendment::Header("Content-Type", "text/html; charset=utf-8".to_owned()),
                    );
                },
                "the server answers a web page, and no TOML",
            ),
        ];
        for (what, prepare, expected) in cases {
            prepare();
            browser.load(&host.address("page.html")).await;
            let message = refusal(&browser, "fr").await;
            assert!(message.contains(&format!("{structure}: {expected}\n    = ")), "{what}: {message}");
        }
    });
}

#[test]
fn another_origin_must_let_the_page_read_it() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let elsewhere = bed.host();
        put_whole(&elsewhere, "small/");
        let host = host(bed, &format!("src=\"{}\"", elsewhere.address("small/")));
        browser.load(&host.address("page.html")).await;
        browser.widget().on_question(1).await;
        elsewhere.amend(".toml", Amendment::Without(CORS));
        browser.load(&host.address("page.html")).await;
        let message = refusal(&browser, "fr").await;
        assert!(message.contains("small/questionnaire.toml: the browser could not read it"), "{message}");
        assert!(message.contains(CORS), "{message}");
    });
}

#[test]
fn a_policy_needs_the_address_of_the_questionnaire() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let host = host(bed, "src=\"/small/\"");
        put_whole(&host, "small/");
        let release = bed.site.url();
        let policy = |connect: &str| {
            format!(
                "default-src 'none'; img-src data:; script-src {release} 'wasm-unsafe-eval'; \
                 connect-src {release} {connect}"
            )
        };
        host.set_policy("page.html", &policy("'self'"));
        browser.load(&host.address("page.html")).await;
        browser.widget().on_question(1).await;
        host.set_policy("page.html", &policy(""));
        browser.load(&host.address("page.html")).await;
        let widget = browser.widget();
        widget.wait("the panel", "return find('.failure[role=alert]')").await;
        let messages = browser.monitor().drain_messages().await;
        let is_reported = |message: &ConsoleMessage| matches!(message, ConsoleMessage::Error(text) if text.contains("(connect-src)"));
        assert!(messages.iter().any(is_reported), "{messages:#?}");
    });
}

#[test]
fn a_language_or_a_form_that_it_does_not_have_gives_one_warning() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        browser.monitor().before_each_page(NOTE).await;
        let host = host(bed, "src=\"/small/\" lang=\"fr\" form=\"endless\"");
        let brief = "[forms.brief]\nminutes = 1\nitems = [\"exit\", \"list\", \"peers\"]\n\n[[principles]]";
        put(&host, "small/", ("questionnaire.toml", "[[principles]]", brief));
        let only_english = host.hide_files("small/fr.toml");
        let widget = browser.open(&host.address("page.html")).await;
        widget.on_question(1).await;
        assert!(widget.has(".boussole[lang=en]").await);
        let messages = browser.monitor().drain_messages().await;
        let is_ours = |message: &&ConsoleMessage| !format!("{message:?}").contains("Failed to load resource");
        let warnings: Vec<&ConsoleMessage> = messages.iter().filter(is_ours).collect();
        let warning = |text: &str| ConsoleMessage::Warning(format!("boussole-assessment: {text}"));
        let form = warning("form=\"endless\" is unknown; express is used. Valid: brief, express.");
        let lang = warning("lang=\"fr\" is unknown; en is used. Valid: en.");
        assert_eq!(warnings, [&form, &lang]);
        drop(only_english);
        set(&browser, "form", "brief").await;
        let is_brief = "return window.heard.at(-1)[1].form === 'brief'";
        browser.wait("the other form", is_brief, vec![]).await;
    });
}

#[test]
fn a_language_that_the_widget_does_not_speak_is_a_fault() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let host = host(bed, "src=\"/small/\" lang=\"de\"");
        put_whole(&host, "small/");
        host.write("small/de.toml", &source("en.toml"));
        browser.load(&host.address("page.html")).await;
        let message = refusal(&browser, "fr").await;
        assert!(message.contains("de.toml:1:1: the widget itself has no texts in `de`"), "{message}");
    });
}

#[test]
fn a_page_changes_what_it_asks_for() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let host = host(bed, "src=\"/nowhere/\"");
        put_whole(&host, "small/");
        browser.load(&host.address("page.html")).await;
        refusal(&browser, "fr").await;
        set(&browser, "src", "/small/").await;
        let widget = browser.widget();
        widget.on_question(1).await;
        assert!(widget.text("h2:not(.title)").await.ends_with(FIRST));
        // Without `src`, the questionnaire of the release returns.
        browser.run("document.querySelector('boussole-assessment').src = null", vec![]).await;
        let first = Oracle::new("fr").prompt(1);
        let script = format!("return text('h2:not(.title)')?.endsWith({})", json!(first));
        widget.wait("the usual questionnaire", &script).await;
        set(&browser, "src", "/nowhere/").await;
        refusal(&browser, "fr").await;
    });
}

#[test]
fn a_check_that_breaks_ends_in_the_panel() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        // The replaced module traps.
        let broken = "const instantiate = WebAssembly.instantiate;
            WebAssembly.instantiate = async (...given) => {
                const instance = await instantiate.apply(WebAssembly, given);
                if (!instance.exports?.check) return instance;
                const bytes = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5,
                    1, 3, 0, 0, 11];
                const { f } = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(bytes))).exports;
                return { exports: { ...instance.exports, check: f } };
            };";
        browser.monitor().before_each_page(broken).await;
        let host = host(bed, "src=\"/small/\"");
        put_whole(&host, "small/");
        browser.load(&host.address("page.html")).await;
        let message = refusal(&browser, "fr").await;
        assert!(message.contains("the check itself broke: RuntimeError"), "{message}");
    });
}

#[test]
fn no_check_module_is_loaded_without_src() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let host = host(bed, "");
        let widget = browser.open(&host.address("page.html")).await;
        widget.on_question(1).await;
        let requests: Vec<Value> = browser.monitor().requests().await.into_iter().map(Value::from).collect();
        let of_it =
            |url: &&Value| ["own-", "language-", "later-"].iter().any(|part| url.to_string().contains(part));
        assert_eq!(requests.iter().filter(of_it).count(), 0, "{requests:#?}");
    });
}
