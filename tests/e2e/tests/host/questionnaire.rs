//! A questionnaire of a host's own, by the attribute `src`: good ones, broken ones, and what is none.

use std::fs;
use std::rc::Rc;

use boussole_core::answers::{Level, Response};
use boussole_e2e::browser::Browser;
use boussole_e2e::environment::root;
use boussole_e2e::known::{Known, plain};
use boussole_e2e::site::Site;
use boussole_e2e::stage::{self, Stage};
use boussole_e2e::watch::Message;
use boussole_e2e::widget::Widget;
use serde_json::{Value, json};
use xtask::server::Amendment;

const FILES: [&str; 3] = ["questionnaire.toml", "fr.toml", "en.toml"];
const CORS: &str = "Access-Control-Allow-Origin";

/// The first question in French.
const FIRST: &str = "Quelle liste de fournisseurs critiques pourriez-vous montrer ?";

/// What a page hears of the element.
const NOTE: &str = "window.heard = [];
    for (const name of ['ready', 'error'])
        addEventListener(`boussole:${name}`, ({ type, detail }) => window.heard.push([type.slice(9), detail]));";

/// A file of the questionnaire that a host has.
fn source(file: &str) -> String {
    let path = root().join("tests/fixtures/questionnaires/small").join(file);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Puts a questionnaire into a folder of a host, with a change to one of its files.
fn put(host: &Site, folder: &str, (file, old, new): (&str, &str, &str)) {
    for name in FILES {
        let text = source(name);
        let is_meant = name == file;
        assert!(!is_meant || text.contains(old), "{file} has {old}");
        let text = if is_meant { text.replacen(old, new, 1) } else { text };
        host.write(&format!("{folder}{name}"), &text);
    }
}

/// The same without a change.
fn put_whole(host: &Site, folder: &str) {
    put(host, folder, (FILES[0], "", ""));
}

/// A host whose page has the element of the release, with these attributes.
fn host(stage: &Stage, attributes: &str) -> Rc<Site> {
    let host = stage.host();
    write_page(&host, stage, attributes);
    host
}

fn write_page(host: &Site, stage: &Stage, attributes: &str) {
    let loader = stage.site.address("boussole.js");
    let body = format!(
        "<main><boussole-assessment {attributes}></boussole-assessment></main>\
         <script type=\"module\" src=\"{loader}\"></script>"
    );
    host.write_host("page.html", &body);
}

fn levels(levels: [u8; 3]) -> [Response; 3] {
    levels.map(|level| Response::Level(Level::new(level).expect("a level")))
}

/// Waits for the calm panel, and gives what the console says to the host.
async fn refusal(browser: &Browser, locale: &str) -> String {
    let widget = browser.widget();
    widget.wait("the panel", "return find('.failure[role=alert]')").await;
    let known = Known::new(locale);
    assert_eq!(widget.text(".failure p").await, plain(&known.failure["questionnaire"]));
    assert!(widget.has(".failure a").await, "there is a way to the stand-alone page");
    let messages = browser.watch().take_messages().await;
    let told = messages.into_iter().filter_map(|message| match message {
        Message::Error(text) if text.starts_with("boussole-assessment: ") => Some(text),
        // What the browser itself says of a request that failed.
        Message::Error(text) if text.contains("Failed to load") || text.contains("CORS") => None,
        other => panic!("{other:?}"),
    });
    let told: Vec<String> = told.collect();
    let [told] = &told[..] else { panic!("one message, not {told:#?}") };
    told.clone()
}

async fn retry(browser: &Browser) -> Widget<'_> {
    let widget = browser.widget();
    widget.click(".failure button").await;
    widget.on_question(1).await;
    widget
}

async fn set(browser: &Browser, name: &str, value: &str) {
    let script = "document.querySelector('boussole-assessment').setAttribute(...arguments)";
    browser.run(script, vec![json!(name), json!(value)]).await;
}

#[test]
fn a_questionnaire_of_a_host_is_answered_and_reported() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        browser.watch().before_each_page(NOTE).await;
        // Without a slash at its end, a folder is the same folder.
        let host = host(stage, "src=\"ours/small\" lang=\"fr\"");
        put_whole(&host, "ours/small/");
        let widget = browser.open(&host.address("page.html")).await;
        widget.on_question(1).await;
        assert!(widget.text("h2:not(.title)").await.ends_with(FIRST));
        let about = json!({ "questionnaire": "small", "version": 1, "form": "express", "locale": "fr" });
        assert_eq!(browser.run("return window.heard", vec![]).await, json!([["ready", about]]));
        widget.click("[data-action=language][lang=en]").await;
        widget.wait("English", "return find('.boussole[lang=en]')").await;
        widget.answer_all(&levels([4, 3, 2])).await;
        widget.on("report").await;
        // (4 + 2 * 3 + 2) / 4 of 25 points each.
        assert!(widget.text(".headline").await.contains("75"));
        let link = widget.link().await;
        assert!(link.starts_with(&host.address("page.html#1.small")), "{link}");
        for room in ["plan", "take", "history", "team"] {
            widget.enter(room).await;
            widget.act("back").await;
            widget.on("report").await;
        }
        let kept = format!("boussole:@{}:small:express", host.address("ours/small/"));
        assert!(browser.kept(&kept).await.is_some());
        // The result opens where its questionnaire is.
        browser.load(&host.address("blank.html")).await;
        browser.run("localStorage.clear()", vec![]).await;
        let widget = browser.open(&link).await;
        widget.on("shared").await;
    });
}

#[test]
fn what_is_kept_of_two_questionnaires_of_one_name_is_kept_apart() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let host = host(stage, "src=\"/one/small/\"");
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
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let host = host(stage, "src=\"/liberte-numerique/\"");
        put_whole(&host, "liberte-numerique/");
        browser.load(&host.address("page.html")).await;
        let told = refusal(&browser, "fr").await;
        assert!(told.contains("`liberte-numerique` is the name of one of Boussole's own"), "{told}");
        assert!(told.contains("    = give the folder another name"), "{told}");
    });
}

#[test]
fn every_fault_is_told_to_the_host_and_the_reader_sees_a_calm_panel() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        browser.watch().before_each_page(NOTE).await;
        let host = host(stage, "src=\"/small/\" lang=\"en\"");
        put(&host, "small/", ("questionnaire.toml", "[20, 40, 60, 80]", "[20, 40, 40, 80]"));
        host.write("small/fr.toml", &source("fr.toml").replacen("\"Petit\"", "\"<b>Petit</b>\"", 1));
        browser.load(&host.address("page.html")).await;
        let told = refusal(&browser, "en").await;
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
            assert!(told.contains(expected), "{told}\nhas no {expected}");
        }
        let heard = browser.run("return window.heard", vec![]).await;
        assert_eq!(heard[0][0], "error");
        assert_eq!(heard[0][1]["code"], "questionnaire");
        assert!(
            heard[0][1]["message"].as_str().is_some_and(|message| message.contains("fr.toml:1:9")),
            "{heard}"
        );
        // Mended, it is read at the next try.
        put_whole(&host, "small/");
        let widget = retry(&browser).await;
        assert!(widget.has(".boussole[lang=en]").await);
    });
}

#[test]
fn what_is_no_questionnaire_is_told_with_its_address() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let host = host(stage, "src=\"/small/\"");
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
            let told = refusal(&browser, "fr").await;
            assert!(told.contains(&format!("{structure}: {expected}\n    = ")), "{what}: {told}");
        }
    });
}

#[test]
fn another_origin_must_let_the_page_read_it() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let elsewhere = stage.host();
        put_whole(&elsewhere, "small/");
        let host = host(stage, &format!("src=\"{}\"", elsewhere.address("small/")));
        browser.load(&host.address("page.html")).await;
        browser.widget().on_question(1).await;
        elsewhere.amend(".toml", Amendment::Without(CORS));
        browser.load(&host.address("page.html")).await;
        let told = refusal(&browser, "fr").await;
        assert!(told.contains("small/questionnaire.toml: the browser could not read it"), "{told}");
        assert!(told.contains(CORS), "{told}");
    });
}

#[test]
fn a_policy_needs_the_address_of_the_questionnaire() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let host = host(stage, "src=\"/small/\"");
        put_whole(&host, "small/");
        let release = stage.site.url();
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
        let messages = browser.watch().take_messages().await;
        let is_told =
            |message: &Message| matches!(message, Message::Error(text) if text.contains("(connect-src)"));
        assert!(messages.iter().any(is_told), "{messages:#?}");
    });
}

#[test]
fn a_language_or_a_form_that_it_does_not_have_gives_one_warning() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        browser.watch().before_each_page(NOTE).await;
        let host = host(stage, "src=\"/small/\" lang=\"fr\" form=\"endless\"");
        let brief = "[forms.brief]\nminutes = 1\nitems = [\"exit\", \"list\", \"peers\"]\n\n[[principles]]";
        put(&host, "small/", ("questionnaire.toml", "[[principles]]", brief));
        let only_english = host.without("small/fr.toml");
        let widget = browser.open(&host.address("page.html")).await;
        widget.on_question(1).await;
        assert!(widget.has(".boussole[lang=en]").await);
        let messages = browser.watch().take_messages().await;
        let is_ours = |message: &&Message| !format!("{message:?}").contains("Failed to load resource");
        let warnings: Vec<&Message> = messages.iter().filter(is_ours).collect();
        let warning = |text: &str| Message::Warning(format!("boussole-assessment: {text}"));
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
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let host = host(stage, "src=\"/small/\" lang=\"de\"");
        put_whole(&host, "small/");
        host.write("small/de.toml", &source("en.toml"));
        browser.load(&host.address("page.html")).await;
        let told = refusal(&browser, "fr").await;
        assert!(told.contains("de.toml:1:1: the widget itself has no texts in `de`"), "{told}");
    });
}

#[test]
fn a_page_changes_what_it_asks_for() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let host = host(stage, "src=\"/nowhere/\"");
        put_whole(&host, "small/");
        browser.load(&host.address("page.html")).await;
        refusal(&browser, "fr").await;
        set(&browser, "src", "/small/").await;
        let widget = browser.widget();
        widget.on_question(1).await;
        assert!(widget.text("h2:not(.title)").await.ends_with(FIRST));
        // Without it, the questionnaire of the release is back.
        browser.run("document.querySelector('boussole-assessment').src = null", vec![]).await;
        let first = Known::new("fr").prompt(1);
        let script = format!("return text('h2:not(.title)')?.endsWith({})", json!(first));
        widget.wait("the usual questionnaire", &script).await;
        set(&browser, "src", "/nowhere/").await;
        refusal(&browser, "fr").await;
    });
}

#[test]
fn a_check_that_breaks_ends_in_the_panel() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        // What is asked of this module traps.
        let broken = "const instantiate = WebAssembly.instantiate;
            WebAssembly.instantiate = async (...given) => {
                const instance = await instantiate.apply(WebAssembly, given);
                if (!instance.exports?.check) return instance;
                const bytes = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5,
                    1, 3, 0, 0, 11];
                const { f } = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(bytes))).exports;
                return { exports: { ...instance.exports, check: f } };
            };";
        browser.watch().before_each_page(broken).await;
        let host = host(stage, "src=\"/small/\"");
        put_whole(&host, "small/");
        browser.load(&host.address("page.html")).await;
        let told = refusal(&browser, "fr").await;
        assert!(told.contains("the check itself broke: RuntimeError"), "{told}");
    });
}

#[test]
fn nothing_of_it_is_loaded_where_nobody_asks() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let host = host(stage, "");
        let widget = browser.open(&host.address("page.html")).await;
        widget.on_question(1).await;
        let requests: Vec<Value> = browser.watch().requests().await.into_iter().map(Value::from).collect();
        let of_it =
            |url: &&Value| ["own-", "language-", "later-"].iter().any(|part| url.to_string().contains(part));
        assert_eq!(requests.iter().filter(of_it).count(), 0, "{requests:#?}");
    });
}
