//! Settings page: what is saved, and what is refused with its reason.

use boussole_e2e::browser::BrowserSession;
use serde_json::json;
use xtask::server::Amendment;

use super::{BLOCK, attributes, run};

#[test]
fn without_an_address_only_an_administrator_is_warned() {
    run(async |bed, wordpress| {
        let article = wordpress.publish("author", &format!("<p>Text.</p>{BLOCK}[boussole]"));
        let reader = bed.browser().await;
        reader.load(&article).await;
        let content = "return document.querySelector('.entry-content').textContent.trim()";
        assert_eq!(reader.run(content, vec![]).await, json!("Text."));

        let admin = bed.browser().await;
        let page = format!("{}wp-admin/options-general.php?page=boussole", wordpress.url);
        wordpress.log_in(&admin, "admin", &page).await;
        let warning = "return document.querySelector('.notice-warning')?.textContent ?? ''";
        let warning_text = admin.wait("the warning", warning, vec![]).await;
        assert!(warning_text.as_str().is_some_and(|text| text.contains("address")), "{warning_text}");

        for refused in ["javascript:evil()", "https://", "data:text/html,x"] {
            save_address(&admin, refused).await;
            assert_eq!(admin.run("return document.forms[0].boussole_address.value", vec![]).await, json!(""));
            assert_eq!(
                attributes(&admin, ".settings-error", "id").await,
                json!(["setting-error-not_an_address"])
            );
        }
        // The address of a file of the release is accepted too.
        save_address(&admin, &format!(" {}index.html?lang=en#x ", bed.site.url())).await;
        let stored = admin.run("return document.forms[0].boussole_address.value", vec![]).await;
        assert_eq!(stored, json!(bed.site.url()));
        assert_eq!(attributes(&admin, ".notice-warning", "class").await, json!([]));
        reader.open(&article).await.on_question(1).await;

        assert_eq!(wordpress.uninstall(), "");
        reader.load(&article).await;
        assert_eq!(reader.run(content, vec![]).await, json!("Text.[boussole]"));
    });
}

/// Saves an address on the settings page, without the browser's validation.
async fn save_address(browser: &BrowserSession, address: &str) {
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
fn an_address_is_tried_before_it_is_saved() {
    run(async |bed, wordpress| {
        let admin = bed.browser().await;
        let page = format!("{}wp-admin/options-general.php?page=boussole", wordpress.url);
        wordpress.log_in(&admin, "admin", &page).await;
        let home = bed.site.url();
        let script = bed.site.read("boussole.js");
        for folder in ["boussole-0.1", "silent"] {
            bed.site.write(&format!("{folder}/boussole.js"), &script);
        }
        bed.site.write("other/boussole.js", "let other;");
        bed.site.amend("silent/", Amendment::Without("Access-Control-Allow-Origin"));
        let version = bed.site.address("boussole-0.1/");
        for (typed, saved, notice) in [
            (bed.site.address("boussole-0.1"), &version, "settings_updated"),
            (bed.site.address("other/"), &home, "found_above"),
            (bed.site.address("other/other/other/"), &home, "no_script"),
            (version.clone(), &version, "settings_updated"),
            (bed.site.address("silent"), &version, "not_shared"),
            ("http://127.0.0.1:1/".to_owned(), &version, "no_answer"),
            (bed.site.address("en/"), &home, "found_above"),
            (bed.site.address("embed/index.html"), &home, "found_above"),
        ] {
            save_address(&admin, &typed).await;
            assert_eq!(
                attributes(&admin, ".settings-error", "id").await,
                json!([format!("setting-error-{notice}")]),
                "{typed}"
            );
            let stored = "return document.forms[0].boussole_address.value";
            assert_eq!(admin.run(stored, vec![]).await, json!(saved), "{typed}");
        }
    });
}
