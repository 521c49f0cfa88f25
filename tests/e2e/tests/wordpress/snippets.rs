//! Snippets of the embed page and of the documents, pasted into an article.

use std::fs;

use boussole_e2e::environment;
use serde_json::{Value, json};

use super::{run_set_up, scripts};

/// Script: names of the elements of an HTML text, and texts between them; the line end of an article is left out.
const SHAPE: &str = "const shape = (place) => [...place.querySelectorAll('*')].map((element) =>
    [element.localName, element.childElementCount ? '' : element.textContent.trim()]);";

/// Snippets of the documents, for the release at an address.
fn documented(url: &str) -> Vec<String> {
    let document = fs::read_to_string(environment::root().join("docs/embedding.md")).expect("a document");
    let blocks = document.split("```html\n").skip(1).filter_map(|rest| rest.split_once("```"));
    let scripted = blocks.map(|(block, _)| block).filter(|block| block.contains("<script"));
    scripted.map(|block| block.trim().replace("https://boussole.example/", url)).collect()
}

#[test]
fn a_snippet_in_the_classic_editor_is_left_as_it_is() {
    run_set_up(async |bed, wordpress| {
        let browser = bed.browser().await;
        browser.load(&bed.site.address("embed/")).await;
        let choose = "document.querySelector(`[name=way][value=${arguments[0]}]`)?.click();
            return document.querySelector('textarea')?.value";
        let mut snippets = documented(&bed.site.url());
        assert_eq!(snippets.len(), 2, "the element and the frame");
        for way in ["element", "frame", "plain", "picture"] {
            let code = browser.wait(way, choose, vec![json!(way)]).await;
            snippets.push(code.as_str().unwrap_or_default().to_owned());
        }
        for snippet in snippets {
            // Without a block WordPress makes paragraphs of lines.
            browser.load(&wordpress.publish("admin", &format!("Before.\n\n{snippet}\n\nAfter."))).await;
            let pasted = format!(
                "{SHAPE} const template = document.createElement('template');
                template.innerHTML = `<p>Before.</p>${{arguments[0]}}<p>After.</p>`;
                return [shape(template.content), shape(document.querySelector('.entry-content'))]"
            );
            let shapes = browser.run(&pasted, vec![json!(snippet)]).await;
            assert_eq!(shapes[0], shapes[1], "{snippet}");
            assert_ne!(shapes[0], Value::Null);
        }
    });
}

#[test]
fn what_is_left_of_a_pasted_snippet_depends_on_who_saves_it() {
    run_set_up(async |bed, wordpress| {
        let browser = bed.browser().await;
        let address = |path: &str| bed.site.address(path);
        let element = format!(
            "<div><script type=\"module\" src=\"{}\"></script><boussole-assessment lang=\"fr\">\
             <strong>Liberté numérique</strong><br><a href=\"{}\">Commencer</a></boussole-assessment></div>",
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
        let count = "return ['boussole-assessment', 'iframe', 'a', 'a > img']
            .map((each) => document.querySelectorAll(`.entry-content ${each}`).length)";

        browser.load(&wordpress.publish("author", &pasted.concat())).await;
        assert_eq!(browser.run(count, vec![]).await, json!([0, 0, 2, 1]));
        assert_eq!(scripts(&browser).await, json!([]));

        browser.open(&wordpress.publish("admin", &pasted.concat())).await.on_question(1).await;
        assert_eq!(browser.run(count, vec![]).await, json!([1, 1, 2, 1]));
    });
}
