//! The plugin in a real WordPress: who may use it, what stands in the article, and what does not.

use std::fs;

use boussole_e2e::browser::Browser;
use boussole_e2e::environment;
use boussole_e2e::known::{Known, plain};
use boussole_e2e::stage::{self, Stage};
use boussole_e2e::watch::Message;
use boussole_e2e::wordpress::WordPress;
use serde_json::{Value, json};

const ADDRESS: &str = "boussole_address";
const WRITTEN: &str = "3?12 420- 1432";
const BLOCK: &str = "<!-- wp:boussole/assessment /-->";

/// What an author may try. Each would break out of the HTML, if it were only written there.
const EVIL: [&str; 4] = [
    "\"><script>evil=1</script>",
    "' onmouseover=evil=1 x='",
    "</iframe><img src=x onerror=evil=1>",
    "#12345g",
];

/// Runs a test in a WordPress that does not know yet where the release is. Beyond what fails every test, it fails
/// on anything that PHP complains of in the plugin.
fn run(test: impl AsyncFnOnce(&Stage, &WordPress)) {
    stage::run(async |stage| {
        let wordpress = WordPress::start();
        stage.allow(&wordpress.url);
        test(stage, &wordpress).await;
        assert_eq!(wordpress.complaints(), Vec::<String>::new());
    });
}

/// The same where it knows.
fn run_set_up(test: impl AsyncFnOnce(&Stage, &WordPress)) {
    run(async |stage, wordpress| {
        wordpress.set(ADDRESS, &stage.site.url());
        test(stage, wordpress).await;
    });
}

fn block(attributes: &Value) -> String {
    // As the editor writes it: nothing in a comment may end it.
    let attributes =
        attributes.to_string().replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026");
    format!(
        "<!-- wp:boussole/assessment {} /-->",
        attributes.replace("\\\"", "\\u0022").replace("--", "\\u002d\\u002d")
    )
}

/// How many scripts of the release the page asks for, by their names.
async fn scripts(browser: &Browser) -> Value {
    let script =
        "return [...document.scripts].filter((each) => each.type === 'module' && /boussole/.test(each.src))
        .map((each) => each.src.split('/').pop())";
    browser.run(script, vec![]).await
}

/// An attribute of each element that a selector finds.
async fn attributes(browser: &Browser, selector: &str, name: &str) -> Value {
    let script =
        "return [...document.querySelectorAll(arguments[0])].map((each) => each.getAttribute(arguments[1]))";
    browser.run(script, vec![json!(selector), json!(name)]).await
}

#[test]
fn an_author_without_the_right_to_html_embeds_by_block_and_by_shortcode() {
    run_set_up(async |stage, wordpress| {
        let browser = stage.browser().await;
        let known = Known::new("fr");
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
            widget.answer_all(&known.responses(WRITTEN)).await;
            widget.on("report").await;
            assert_eq!(widget.told().await, known.told(WRITTEN));
        }
    });
}

#[test]
fn the_script_stands_once_and_only_where_it_is_needed() {
    run_set_up(async |stage, wordpress| {
        let browser = stage.browser().await;
        let without = wordpress.publish("author", "<p>Nothing of ours.</p>");
        browser.load(&without).await;
        let page = browser.run("return document.documentElement.outerHTML", vec![]).await;
        assert!(!page.as_str().unwrap_or_default().contains("oussole"), "{page}");
        assert_eq!(stage.site.requests(), []);

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
    run_set_up(async |stage, wordpress| {
        let browser = stage.browser().await;
        let content: Vec<String> = EVIL
            .iter()
            .flat_map(|evil| ["element", "frame", "link", evil].map(|mode| tried(evil, mode)))
            .collect();
        // One who may write HTML is no reason to write it for them.
        for author in ["author", "admin"] {
            browser.load(&wordpress.publish(author, &content.join("\n\n"))).await;
            assert_harmless(&browser, 2 * content.len()).await;
        }
    });
}

/// A block and a shortcode with the same value everywhere, but for the way.
fn tried(evil: &str, mode: &str) -> String {
    let names = ["lang", "questionnaire", "form", "accent", "align", "other"];
    let mut given: Vec<_> = names.iter().map(|name| (*name, evil)).collect();
    given.push(("mode", mode));
    let quote = if evil.contains('"') { '\'' } else { '"' };
    let pairs: String = given.iter().map(|(name, value)| format!(" {name}={quote}{value}{quote}")).collect();
    let given = given.into_iter().map(|(name, value)| (name.to_owned(), json!(value))).collect();
    format!("{}\n\n[boussole{pairs}]", block(&Value::Object(given)))
}

/// Nothing of what was tried runs, and each of ours says but what it may.
async fn assert_harmless(browser: &Browser, count: usize) {
    let script = "
        const ours = [...document.querySelectorAll('boussole-assessment, iframe[data-boussole], .wp-block-image')];
        const known = ['lang', 'questionnaire', 'form', 'data-boussole', 'src', 'title', 'width', 'height', 'loading',
            'frameborder', 'sandbox', 'allow', 'class'];
        // The script of the frame has given it a height.
        const isHeight = ({ name, value }) => name === 'style' && /^height: \\d+px;$/.test(value);
        const extra = ours.flatMap((each) => [...each.attributes])
            .filter((each) => !known.includes(each.name) && !isHeight(each)).map((each) => each.name);
        const scripts = [...document.scripts].filter((each) => each.text.includes('evil'));
        const handlers = document.querySelectorAll('.entry-content [onerror], .entry-content [onmouseover]');
        const languages = new Set(ours.map((each) => each.getAttribute('lang')));
        return [window.evil ?? null, extra, scripts.length, handlers.length, ours.length, [...languages]]";
    assert_eq!(browser.run(script, vec![]).await, json!([null, [], 0, 0, count, ["en"]]));
}

#[test]
fn each_way_says_what_was_asked_for() {
    run_set_up(async |stage, wordpress| {
        let browser = stage.browser().await;
        let known = Known::new("fr");
        let given = "lang=\"fr\" questionnaire=\"dependances-ia\" form=\"full\" accent=\"#1f3a5f\"";
        let query = "lang=fr&questionnaire=dependances-ia&form=express";
        let page = stage.site.address(&format!("?{query}"));

        browser.open(&wordpress.publish("author", &format!("[boussole {given}]"))).await.on_question(1).await;
        for (name, value) in
            [("lang", "fr"), ("questionnaire", "dependances-ia"), ("form", "express"), ("accent", "#1f3a5f")]
        {
            assert_eq!(attributes(&browser, "boussole-assessment", name).await, json!([value]));
        }
        assert_eq!(attributes(&browser, "boussole-assessment a", "href").await, json!([page]));

        browser.load(&wordpress.publish("author", &format!("[boussole mode=\"frame\" {given}]"))).await;
        let frame = stage.site.address(&format!("frame/?{query}&accent=1f3a5f"));
        assert_eq!(attributes(&browser, "iframe", "src").await, json!([frame]));
        assert_eq!(attributes(&browser, "iframe", "title").await, json!(["Dépendances à l’IA"]));
        assert_eq!(scripts(&browser).await, json!(["boussole-frame.js"]));
        let follows = "return document.querySelector('iframe').style.height";
        browser.wait("a height of its own", follows, vec![]).await;
        browser.enter_frame("iframe").await;
        browser.widget().answer(1, known.responses(WRITTEN)[0]).await;
        browser.widget().on_question(2).await;
        browser.leave_frames().await;

        browser.load(&wordpress.publish("author", &format!("[boussole mode=\"link\" {given}]"))).await;
        assert_eq!(attributes(&browser, "figure > a", "href").await, json!([page]));
        let picture = stage.site.address("cover/dependances-ia-fr.png");
        assert_eq!(attributes(&browser, "figure img", "src").await, json!([picture]));
        assert_eq!(scripts(&browser).await, json!([]));
        let shown = "return document.querySelector('figure img').naturalWidth === 1200";
        browser.wait("the picture", shown, vec![]).await;

        // A feed has the picture whatever the way, since its readers run no script.
        let feed = "const feed = await (await fetch('/?feed=rss2')).text();
            return [feed.match(/dependances-ia-fr\\.png/g).length, /<boussole|<iframe|<script/.test(feed)]";
        assert_eq!(browser.run_async(feed, vec![]).await, json!([3, false]));
    });
}

#[test]
fn it_knows_every_questionnaire_in_its_own_words() {
    let block =
        fs::read_to_string(environment::root().join("wordpress/boussole/block.json")).expect("a block");
    let block: Value = serde_json::from_str(&block).expect("JSON");
    let known: Vec<&str> = block["attributes"]["questionnaire"]["enum"]
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
    folders.sort_by_key(|name| known.iter().position(|other| other == name));
    assert_eq!(folders, known);
    run_set_up(async |stage, wordpress| {
        let browser = stage.browser().await;
        for id in known {
            for locale in ["fr", "en"] {
                let of = Known::of(id, "express", locale);
                let article = format!("[boussole questionnaire=\"{id}\" lang=\"{locale}\"]");
                browser.load(&wordpress.publish("author", &article)).await;
                let said =
                    browser.run("return document.querySelector('boussole-assessment').textContent", vec![]);
                let said = plain(said.await.as_str().unwrap_or_default());
                let (title, summary) = (plain(&of.questionnaire().title), plain(&of.questionnaire().summary));
                assert!(said.starts_with(&format!("{title}{summary}")), "{said}");
            }
        }
    });
}

#[test]
fn what_is_left_of_a_pasted_snippet_depends_on_who_saves_it() {
    run_set_up(async |stage, wordpress| {
        let browser = stage.browser().await;
        let address = |path: &str| stage.site.address(path);
        let element = format!(
            "<script type=\"module\" src=\"{}\"></script>\n<boussole-assessment lang=\"fr\">\
             <p><strong>Liberté numérique</strong></p><p><a href=\"{}\">Commencer</a></p></boussole-assessment>",
            address("boussole.js"),
            address("")
        );
        let frame = format!(
            "<iframe src=\"{}\" title=\"Boussole\" width=\"100%\" height=\"760\"></iframe>",
            address("frame/")
        );
        let picture = format!(
            "<p><a href=\"{}\"><img src=\"{}\" alt=\"\" width=\"600\" height=\"315\"><br>Commencer</a></p>",
            address(""),
            address("cover/liberte-numerique-en.png")
        );
        let pasted =
            [&element, &frame, &picture].map(|html| format!("<!-- wp:html -->\n{html}\n<!-- /wp:html -->"));
        let count = "return ['boussole-assessment', 'iframe', 'a:only-child', 'a > img']
            .map((each) => document.querySelectorAll(`.entry-content ${each}`).length)";

        browser.load(&wordpress.publish("author", &pasted.concat())).await;
        assert_eq!(browser.run(count, vec![]).await, json!([0, 0, 2, 1]));
        assert_eq!(scripts(&browser).await, json!([]));

        browser.open(&wordpress.publish("admin", &pasted.concat())).await.on_question(1).await;
        assert_eq!(browser.run(count, vec![]).await, json!([1, 1, 2, 1]));
    });
}

#[test]
fn without_an_address_only_who_can_mend_it_is_told() {
    run(async |stage, wordpress| {
        let article = wordpress.publish("author", &format!("<p>Text.</p>{BLOCK}[boussole]"));
        let reader = stage.browser().await;
        reader.load(&article).await;
        let content = "return document.querySelector('.entry-content').textContent.trim()";
        assert_eq!(reader.run(content, vec![]).await, json!("Text."));

        let admin = stage.browser().await;
        let page = format!("{}wp-admin/options-general.php?page=boussole", wordpress.url);
        wordpress.log_in(&admin, "admin", &page).await;
        let warning = "return document.querySelector('.notice-warning')?.textContent ?? ''";
        let told = admin.wait("the warning", warning, vec![]).await;
        assert!(told.as_str().is_some_and(|text| text.contains("address")), "{told}");

        for refused in ["javascript:evil()", "https://", "data:text/html,x"] {
            save_address(&admin, refused).await;
            assert_eq!(admin.run("return document.forms[0].boussole_address.value", vec![]).await, json!(""));
            assert_eq!(
                attributes(&admin, ".settings-error", "id").await,
                json!(["setting-error-not_an_address"])
            );
        }
        // The address of a file in it will do.
        save_address(&admin, &format!(" {}index.html?lang=en#x ", stage.site.url())).await;
        let kept = admin.run("return document.forms[0].boussole_address.value", vec![]).await;
        assert_eq!(kept, json!(stage.site.url()));
        assert_eq!(attributes(&admin, ".notice-warning", "class").await, json!([]));
        reader.open(&article).await.on_question(1).await;

        assert_eq!(wordpress.uninstall(), "");
        reader.load(&article).await;
        assert_eq!(reader.run(content, vec![]).await, json!("Text.[boussole]"));
    });
}

/// Types an address into the settings page, without the browser's own check, and saves it.
async fn save_address(browser: &Browser, address: &str) {
    let script = "const form = document.querySelector('form[action=\"options.php\"]');
        form.noValidate = true;
        form.boussole_address.type = 'text';
        form.boussole_address.value = arguments[0];
        document.documentElement.dataset.old = '';
        form.submit.click()";
    browser.run(script, vec![json!(address)]).await;
    let saved = "return document.readyState === 'complete' && !('old' in document.documentElement.dataset)
        && document.forms[0] !== undefined";
    browser.wait("the settings page", saved, vec![]).await;
}

#[test]
fn the_block_is_in_the_editor_and_what_is_chosen_there_is_in_the_article() {
    run_set_up(async |stage, wordpress| {
        wordpress.set("WPLANG", "fr_FR");
        let browser = stage.browser().await;
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
        let reader = stage.browser().await;
        let widget = reader.open(article.as_str().expect("an address")).await;
        widget.on_question(1).await;
        assert_eq!(attributes(&reader, widget.host, "questionnaire").await, json!(["dependances-ia"]));
        assert_eq!(messages_of_ours(&browser).await, Vec::<Message>::new());
    });
}

/// Chooses from a list of the block's sidebar, and waits until the card says so.
async fn choose(browser: &Browser, label: &str, value: &str, said: &str) {
    let script = "const [name, value, said] = arguments;
        const label = [...document.querySelectorAll('label')].find((each) => each.textContent.trim() === name);
        const list = label && document.getElementById(label.htmlFor);
        if (!list) return false;
        Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value').set.call(list, value);
        list.dispatchEvent(new Event('change', { bubbles: true }));
        return document.querySelector('[data-type=\"boussole/assessment\"]').textContent.includes(said)";
    browser.wait(label, script, vec![json!(label), json!(value), json!(said)]).await;
}

/// What the editor's console says of the block. WordPress itself has older matters to warn of.
async fn messages_of_ours(browser: &Browser) -> Vec<Message> {
    let is_ours = |message: &Message| match message {
        // An author may not read the theme's templates, which the editor asks for all the same.
        Message::Error(text) => !text.contains("/wp-json/"),
        Message::Warning(text) => text.contains("boussole"),
    };
    browser.watch().take_messages().await.into_iter().filter(is_ours).collect()
}
