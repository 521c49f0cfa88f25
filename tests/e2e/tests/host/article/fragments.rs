//! Fragments of the page's address: only links to our questionnaires are taken out of it.

use boussole_e2e::oracle::Oracle;
use boussole_e2e::test_bed;
use serde_json::json;

use super::{WRITTEN, element, script};

/// Fragments of other products, and anchors, that look a little like links.
const OF_THE_PAGE: [&str; 8] = [
    "access_token=a.b.c&state=1",
    "2.1.3",
    "/guide/v1.2.3/x",
    "!/a.b.c",
    "section-1.2.3",
    "ask.me",
    "1-liberte-numerique",
    "id=1.2.liberte-numerique",
];

#[test]
fn a_fragment_of_the_page_stays_as_it_is() {
    test_bed::run(async |bed| {
        let (browser, host) = (bed.browser().await, bed.host());
        host.write_host("host.html", &format!("{}{}", element("links"), script(bed)));
        for fragment in OF_THE_PAGE {
            let address = host.address(&format!("host.html?{}#{fragment}", fragment.len()));
            browser.load(&address).await;
            let widget = browser.widget();
            widget.on_question(1).await;
            assert_eq!(widget.notice().await, None, "{fragment}");
            // A fragment that comes later too.
            browser.run("location.hash = '#x.y.z'", vec![]).await;
            browser.run(&format!("location.hash = '#{fragment}'"), vec![]).await;
            widget.on_question(1).await;
            assert_eq!(browser.location().await, address);
        }
    });
}

#[test]
pub fn a_link_leaves_the_state_of_the_pages_router_alone() {
    test_bed::run(async |bed| {
        let (browser, host) = (bed.browser().await, bed.host());
        let link = Oracle::new("fr").link(WRITTEN);
        host.write("router.js", "history.replaceState({ page: 7 }, '')");
        let router = "<script src=\"router.js\"></script>";
        host.write_host("host.html", &format!("{router}{}{}", element("links"), script(bed)));
        browser.load(&host.address(&format!("host.html#{link}"))).await;
        let widget = browser.widget();
        widget.wait_for_screen("shared").await;
        let state = browser.run("return [history.state, location.hash]", vec![]).await;
        assert_eq!(state, json!([{ "page": 7 }, ""]));
    });
}

#[test]
fn a_link_leaves_the_address_whatever_the_base_of_the_page() {
    test_bed::run(async |bed| {
        let (browser, host) = (bed.browser().await, bed.host());
        let link = Oracle::new("fr").link(WRITTEN);
        let base = format!("<base href=\"{}\">", bed.site.address(""));
        host.write_host("host.html", &format!("{base}{}{}", element("links"), script(bed)));
        for path in ["host.html", "/host.html"] {
            let address = host.address(path);
            browser.load(&format!("{address}#{link}")).await;
            browser.widget().wait_for_screen("shared").await;
            assert_eq!(browser.location().await, address);
        }
    });
}
