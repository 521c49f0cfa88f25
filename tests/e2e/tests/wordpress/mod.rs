//! Plugin in a real WordPress: permissions, HTML of the article, settings.

mod scripts;
mod settings;
mod snippets;

use std::fs;

use boussole_e2e::browser::BrowserSession;
use boussole_e2e::environment;
use boussole_e2e::oracle::{Oracle, plain};
use boussole_e2e::page_monitor::ConsoleMessage;
use boussole_e2e::test_bed::{self, TestBed};
use boussole_e2e::wordpress::WordPressSite;
use serde_json::{Value, json};

const ADDRESS: &str = "boussole_address";
const WRITTEN: &str = "3?12 420- 1432";
const BLOCK: &str = "<!-- wp:boussole/assessment /-->";

/// Hostile values of an author, for every attribute.
const EVIL: [&str; 4] = [
    "\"><script>evil=1</script>",
    "' onmouseover=evil=1 x='",
    "</iframe><img src=x onerror=evil=1>",
    "#12345g",
];

/// Runs a test in a WordPress whose plugin has no address yet. The test also fails on PHP warnings about the plugin.
fn run(test: impl AsyncFnOnce(&TestBed, &WordPressSite)) {
    test_bed::run(async |bed| {
        let wordpress = WordPressSite::start();
        bed.allow(&wordpress.url);
        test(bed, &wordpress).await;
        assert_eq!(wordpress.complaints(), Vec::<String>::new());
    });
}

/// Runs a test in a WordPress whose plugin has the address of the release.
fn run_set_up(test: impl AsyncFnOnce(&TestBed, &WordPressSite)) {
    run(async |bed, wordpress| {
        wordpress.set(ADDRESS, &bed.site.url());
        test(bed, wordpress).await;
    });
}

fn block(attributes: &Value) -> String {
    // Escaped as by the editor: no value may end the comment.
    let attributes =
        attributes.to_string().replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026");
    format!(
        "<!-- wp:boussole/assessment {} /-->",
        attributes.replace("\\\"", "\\u0022").replace("--", "\\u002d\\u002d")
    )
}

/// Names of the release's scripts in the page.
async fn scripts(browser: &BrowserSession) -> Value {
    let script =
        "return [...document.scripts].filter((each) => each.type === 'module' && /boussole/.test(each.src))
        .map((each) => each.src.split('/').pop())";
    browser.run(script, vec![]).await
}

/// Attribute of all elements of a selector.
async fn attributes(browser: &BrowserSession, selector: &str, name: &str) -> Value {
    let script =
        "return [...document.querySelectorAll(arguments[0])].map((each) => each.getAttribute(arguments[1]))";
    browser.run(script, vec![json!(selector), json!(name)]).await
}

#[test]
fn an_author_without_the_right_to_html_embeds_by_block_and_by_shortcode() {
    run_set_up(async |bed, wordpress| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        for (position, content) in
            [block(&json!({ "lang": "fr", "align": "wide" })), "[boussole lang=\"fr\"]".to_owned()]
                .iter()
                .enumerate()
        {
            let article =
                wordpress.publish("author", &format!("<p>Before.</p>\n{content}\n<b onclick=x()>After.</b>"));
            if position > 0 {
                browser.run("localStorage.clear()", vec![]).await;
            }
            let widget = browser.open(&article).await;
            assert_eq!(
                attributes(&browser, "b", "onclick").await,
                json!([null]),
                "the author may not write HTML"
            );
            widget.answer_to_report(&oracle.responses(WRITTEN)).await;
            assert_eq!(widget.report_text().await, oracle.report_text(WRITTEN));
        }
    });
}

#[test]
fn the_script_is_included_once_and_only_where_needed() {
    run_set_up(async |bed, wordpress| {
        let browser = bed.browser().await;
        let without = wordpress.publish("author", "<p>Nothing of ours.</p>");
        browser.load(&without).await;
        let page = browser.run("return document.documentElement.outerHTML", vec![]).await;
        assert!(!page.as_str().unwrap_or_default().contains("oussole"), "{page}");
        assert_eq!(bed.site.requests(), []);

        let twice = wordpress.publish("author", &format!("{BLOCK}\n\n[boussole lang=\"fr\"]"));
        browser.load(&twice).await;
        for host in ["boussole-assessment[lang=en]", "boussole-assessment[lang=fr]"] {
            let widget = browser.widget_at(host);
            widget.read("host.scrollIntoView()").await;
            widget.on_question(1).await;
        }
        assert_eq!(scripts(&browser).await, json!(["boussole.js"]));
    });
}

#[test]
fn what_is_no_attribute_is_neither_written_nor_run() {
    run_set_up(async |bed, wordpress| {
        let browser = bed.browser().await;
        let content: Vec<String> = EVIL
            .iter()
            .flat_map(|evil| ["element", "frame", "link", evil].map(|mode| tried(evil, mode)))
            .collect();
        // Same output for an administrator, who may write HTML.
        for author in ["author", "admin"] {
            browser.load(&wordpress.publish(author, &content.join("\n\n"))).await;
            assert_harmless(&browser, 2 * content.len()).await;
        }
    });
}

/// Block and shortcode with one value for every attribute except `way`.
fn tried(evil: &str, mode: &str) -> String {
    let names = ["lang", "questionnaire", "form", "accent", "align", "other"];
    let mut given: Vec<_> = names.iter().map(|name| (*name, evil)).collect();
    given.push(("mode", mode));
    let quote = if evil.contains('"') { '\'' } else { '"' };
    let pairs: String = given.iter().map(|(name, value)| format!(" {name}={quote}{value}{quote}")).collect();
    let given = given.into_iter().map(|(name, value)| (name.to_owned(), json!(value))).collect();
    format!("{}\n\n[boussole{pairs}]", block(&Value::Object(given)))
}

/// Asserts that no injected script runs, and that our elements have known attributes alone.
async fn assert_harmless(browser: &BrowserSession, count: usize) {
    let script = "
        const ours = [...document.querySelectorAll('boussole-assessment, iframe[data-boussole], .wp-block-image')];
        const allowed = ['lang', 'questionnaire', 'form', 'data-boussole', 'src', 'title', 'width', 'height', 'loading',
            'frameborder', 'sandbox', 'allow', 'class'];
        // Height set by the script of the frame.
        const isHeight = ({ name, value }) => name === 'style' && /^height: \\d+px;$/.test(value);
        const extra = ours.flatMap((each) => [...each.attributes])
            .filter((each) => !allowed.includes(each.name) && !isHeight(each)).map((each) => each.name);
        const scripts = [...document.scripts].filter((each) => each.text.includes('evil'));
        const handlers = document.querySelectorAll('.entry-content [onerror], .entry-content [onmouseover]');
        const languages = new Set(ours.map((each) => each.getAttribute('lang')));
        return [window.evil ?? null, extra, scripts.length, handlers.length, ours.length, [...languages]]";
    assert_eq!(browser.run(script, vec![]).await, json!([null, [], 0, 0, count, ["en"]]));
}

#[test]
fn each_way_says_what_was_asked_for() {
    run_set_up(async |bed, wordpress| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        let given = "lang=\"fr\" questionnaire=\"dependances-ia\" form=\"full\" accent=\"#1f3a5f\"";
        let query = "lang=fr&questionnaire=dependances-ia&form=express";
        let page = bed.site.address(&format!("?{query}"));

        browser.open(&wordpress.publish("author", &format!("[boussole {given}]"))).await.on_question(1).await;
        for (name, value) in
            [("lang", "fr"), ("questionnaire", "dependances-ia"), ("form", "express"), ("accent", "#1f3a5f")]
        {
            assert_eq!(attributes(&browser, "boussole-assessment", name).await, json!([value]));
        }
        assert_eq!(attributes(&browser, "boussole-assessment a", "href").await, json!([page]));

        browser.load(&wordpress.publish("author", &format!("[boussole mode=\"frame\" {given}]"))).await;
        let frame = bed.site.address(&format!("frame/?{query}&accent=1f3a5f"));
        assert_eq!(attributes(&browser, "iframe", "src").await, json!([frame]));
        assert_eq!(attributes(&browser, "iframe", "title").await, json!(["Dépendances à l’IA"]));
        assert_eq!(scripts(&browser).await, json!(["boussole-frame.js"]));
        let follows = "return document.querySelector('iframe').style.height";
        browser.wait("a height of its own", follows, vec![]).await;
        browser.enter_frame("iframe").await;
        browser.widget().answer(1, oracle.responses(WRITTEN)[0]).await;
        browser.widget().on_question(2).await;
        browser.leave_frames().await;

        browser.load(&wordpress.publish("author", &format!("[boussole mode=\"link\" {given}]"))).await;
        assert_eq!(attributes(&browser, "figure > a", "href").await, json!([page]));
        let picture = bed.site.address("cover/dependances-ia-fr.png");
        assert_eq!(attributes(&browser, "figure img", "src").await, json!([picture]));
        assert_eq!(scripts(&browser).await, json!([]));
        let shown = "return document.querySelector('figure img').naturalWidth === 1200";
        browser.wait("the picture", shown, vec![]).await;

        // A feed always has the picture: its readers run no script.
        let feed = "const feed = await (await fetch('/?feed=rss2')).text();
            return [feed.match(/dependances-ia-fr\\.png/g).length, /<boussole|<iframe|<script/.test(feed)]";
        assert_eq!(browser.run_async(feed, vec![]).await, json!([3, false]));
    });
}

#[test]
fn the_block_names_every_questionnaire_by_title_and_summary() {
    let block =
        fs::read_to_string(environment::root().join("wordpress/boussole/block.json")).expect("a block");
    let block: Value = serde_json::from_str(&block).expect("JSON");
    let ids: Vec<&str> = block["attributes"]["questionnaire"]["enum"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect();
    let mut folders: Vec<_> = fs::read_dir(environment::root().join("questionnaires"))
        .expect("there are questionnaires")
        .map(|entry| entry.expect("a folder").file_name().into_string().expect("a name"))
        .filter(|name| {
            environment::root().join("questionnaires").join(name).join("questionnaire.toml").is_file()
        })
        .collect();
    folders.sort_by_key(|name| ids.iter().position(|other| other == name));
    assert_eq!(folders, ids);
    run_set_up(async |bed, wordpress| {
        let browser = bed.browser().await;
        for id in ids {
            for locale in ["fr", "en"] {
                let of = Oracle::of(id, "express", locale);
                let article = format!("[boussole questionnaire=\"{id}\" lang=\"{locale}\"]");
                browser.load(&wordpress.publish("author", &article)).await;
                let expected_text =
                    browser.run("return document.querySelector('boussole-assessment').textContent", vec![]);
                let expected_text = plain(expected_text.await.as_str().unwrap_or_default());
                let (title, summary) = (plain(&of.questionnaire().title), plain(&of.questionnaire().summary));
                assert!(expected_text.starts_with(&format!("{title}{summary}")), "{expected_text}");
            }
        }
    });
}

#[test]
fn the_block_is_in_the_editor_and_what_is_chosen_there_is_in_the_article() {
    run_set_up(async |bed, wordpress| {
        wordpress.set("WPLANG", "fr_FR");
        let browser = bed.browser().await;
        wordpress.log_in(&browser, "author", &format!("{}wp-admin/post-new.php", wordpress.url)).await;
        let insert = "const { blocks, data } = window.wp ?? {};
            if (!blocks?.getBlockType('boussole/assessment')) return false;
            const block = blocks.createBlock('boussole/assessment');
            data.dispatch('core/block-editor').insertBlocks([block]);
            data.dispatch('core/block-editor').selectBlock(block.clientId);
            return true";
        browser.wait("the editor with the block", insert, vec![]).await;
        let card = "return document.querySelector('[data-type=\"boussole/assessment\"]')?.textContent ?? ''";
        let card = browser.wait("the card", card, vec![]).await;
        assert!(card.as_str().is_some_and(|text| text.contains("Liberté numérique")), "{card}");
        choose(&browser, "Questionnaire", "dependances-ia", "Dépendances à l’IA").await;
        choose(&browser, "Langue", "fr", "Français").await;
        let options = "return [...document.querySelectorAll('select')].map((each) => each.options.length)";
        assert_eq!(browser.run(options, vec![]).await, json!([2, 1, 3, 3]));

        let save = "const { dispatch, select } = wp.data;
            dispatch('core/editor').editPost({ title: 'Un article', status: 'publish' });
            await dispatch('core/editor').savePost();
            return select('core/editor').getPermalink()";
        let article = browser.run_async(save, vec![]).await;
        let reader = bed.browser().await;
        let widget = reader.open(article.as_str().expect("an address")).await;
        widget.on_question(1).await;
        assert_eq!(attributes(&reader, widget.host, "questionnaire").await, json!(["dependances-ia"]));
        assert_eq!(messages_of_ours(&browser).await, Vec::<ConsoleMessage>::new());
    });
}

/// Selects from a list of the block's sidebar, and waits for the card to show it.
async fn choose(browser: &BrowserSession, label: &str, value: &str, expected_text: &str) {
    let script = "const [name, value, expected] = arguments;
        const label = [...document.querySelectorAll('label')].find((each) => each.textContent.trim() === name);
        const list = label && document.getElementById(label.htmlFor);
        if (!list) return false;
        Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value').set.call(list, value);
        list.dispatchEvent(new Event('change', { bubbles: true }));
        return document.querySelector('[data-type=\"boussole/assessment\"]').textContent.includes(expected)";
    browser.wait(label, script, vec![json!(label), json!(value), json!(expected_text)]).await;
}

/// Console messages about the block. Warnings of WordPress itself are left out.
async fn messages_of_ours(browser: &BrowserSession) -> Vec<ConsoleMessage> {
    let is_ours = |message: &ConsoleMessage| match message {
        // The editor requests theme templates, which an author may not read.
        ConsoleMessage::Error(text) => !text.contains("/wp-json/"),
        ConsoleMessage::Warning(text) => text.contains("boussole"),
    };
    browser.monitor().drain_messages().await.into_iter().filter(is_ours).collect()
}
