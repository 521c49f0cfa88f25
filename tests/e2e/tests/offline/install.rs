//! Installation on a phone: manifest and icons.

use boussole_e2e::test_bed;
use serde_json::{Value, json};

use super::visit;

#[test]
fn the_manifest_is_right_in_both_languages_and_its_icons_are_there() {
    test_bed::run(async |bed| {
        let browser = bed.browser_with_service_worker().await;
        let named = [
            ("", "fr", "Boussole\u{202f}: liberté numérique", ""),
            ("?lang=en", "en", "Boussole: digital freedom", "en/"),
        ];
        for (page, locale, name, start) in named {
            visit(&browser, page).await;
            browser
                .wait(
                    "the manifest to be named",
                    "return document.querySelector('link[rel=manifest]')?.href",
                    vec![],
                )
                .await;
            let found = browser.command("Page.getAppManifest", json!({})).await;
            assert!(
                found["url"].as_str().is_some_and(|url| url.contains(&format!("/boussole-{locale}-"))),
                "{found}"
            );
            assert_eq!(found["errors"], json!([]));
            let manifest: Value =
                serde_json::from_str(found["data"].as_str().unwrap_or_default()).expect("it is JSON");
            assert_eq!((manifest["name"].as_str(), manifest["lang"].as_str()), (Some(name), Some(locale)));
            assert_eq!(manifest["start_url"], format!("./{start}"));
            let shown = format!("return find('.boussole[lang={locale}]')");
            browser.open(start).await.wait("the language of the program", &shown).await;
            browser
                .wait(
                    "the manifest of that page",
                    "return document.querySelector('link[rel=manifest]')?.href",
                    vec![],
                )
                .await;
            let faults = browser.command("Page.getInstallabilityErrors", json!({})).await;
            assert_eq!(faults["installabilityErrors"], json!([]));
            // Addresses in a manifest are relative to it.
            let sizes = "return Promise.all(arguments[0].map(async ({ src, sizes, type }) => {
                const address = new URL(src, arguments[1]);
                const response = await fetch(address);
                const icon = new Image();
                icon.src = address.href;
                await icon.decode();
                const size = sizes === 'any' || `${icon.naturalWidth}x${icon.naturalHeight}` === sizes;
                return size && response.headers.get('Content-Type') === type;
            }))";
            let loaded =
                browser.run_async(sizes, vec![manifest["icons"].clone(), found["url"].clone()]).await;
            assert_eq!(loaded, json!([true, true, true, true]), "{}", manifest["icons"]);
        }
    });
}

#[test]
fn the_icon_of_a_touch_screen_and_the_colours_are_declared() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        browser.open("").await;
        let declared = "const icon = new Image();
            icon.src = document.querySelector('link[rel=apple-touch-icon]').href;
            await icon.decode();
            const colours = [...document.querySelectorAll('meta[name=theme-color]')].map((each) => each.content);
            return [icon.naturalWidth, ...colours]";
        assert_eq!(browser.run_async(declared, vec![]).await, json!([180, "#fdfcf8", "#14181d"]));
    });
}
