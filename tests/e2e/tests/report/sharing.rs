//! Sharing a result: the disclosure comes first.

use boussole_core::link::Content;
use boussole_core::texts::Text;
use boussole_e2e::oracle::Oracle;
use boussole_e2e::test_bed;
use serde_json::json;

const WRITTEN: &str = "3?12 420- 1432";

/// Script: share sheet of a phone, which records the shared data.
const SHEET: &str = "navigator.share = (data) => { window.handed = data; return Promise.resolve(); };";

#[test]
fn the_link_that_is_copied_is_the_one_that_is_shown() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        browser.store_draft(&oracle.link(WRITTEN)).await;
        let widget = browser.open("").await;
        browser.allow_reading_the_clipboard().await;
        for kind in ["full", "scores"] {
            widget.choose("[name=share]", kind).await;
            widget.wait("no message yet", "return text('.share [role=status]') === ''").await;
            widget.click_action("copy").await;
            widget.wait("the copy to be reported", "return text('.share [role=status]')").await;
            assert_eq!(widget.text(".share [role=status]").await, oracle.text(Text::ShareCopied, &[]));
            assert_eq!(browser.clipboard().await, widget.link().await);
        }
    });
}

#[test]
fn each_kind_of_link_says_what_it_reveals_and_reveals_no_more() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        browser.store_draft(&oracle.link(WRITTEN)).await;
        let widget = browser.open("").await;
        let summary = oracle.report(WRITTEN).summary;
        let cases = [
            ("scores", Text::ShareScoresReveals, Content::Scores(summary)),
            ("full", Text::ShareFullReveals, Content::Answers(oracle.answers(WRITTEN))),
        ];
        for (kind, reveals, content) in cases {
            widget.choose("[name=share]", kind).await;
            let option = format!(
                "return plain(find('[name=share][value={kind}]:checked')?.closest('label').textContent)"
            );
            let option = widget.wait("the option to be chosen", &option).await;
            let disclosure = oracle.text(reveals, &[("count", "12")]);
            assert!(
                option.as_str().is_some_and(|option| option.ends_with(&disclosure)),
                "{option} ends with {disclosure}"
            );
            let link = widget.link().await;
            let (page, fragment) = link.split_once('#').expect("a link has a fragment");
            assert_eq!(page, browser.address(""));
            assert_eq!(oracle.content(fragment), content);
            assert!(fragment.len() <= 64, "{fragment} can be typed and fits a code");
        }
    });
}

#[test]
fn where_copying_is_not_allowed_the_reader_learns_how_to() {
    // A blank page outside of the site has no clipboard.
    let refusing = "if (window.Clipboard) {
        Clipboard.prototype.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
    }";
    let absent = "Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined });";
    test_bed::run(async |bed| {
        let oracle = Oracle::new("fr");
        for breaking in [refusing, absent] {
            let browser = bed.browser().await;
            browser.monitor().before_each_page(breaking).await;
            browser.store_draft(&oracle.link(WRITTEN)).await;
            let widget = browser.open("").await;
            widget.click_action("copy").await;
            widget.wait("the failure to be reported", "return text('.share [role=status]')").await;
            assert_eq!(widget.text(".share [role=status]").await, oracle.text(Text::ShareCopyFailed, &[]));
            widget.click("input.link").await;
            let selected = "const field = find('input.link');
                return field.selectionEnd - field.selectionStart === field.value.length";
            widget.wait("the whole link to be selected", selected).await;
        }
    });
}

#[test]
fn the_share_sheet_is_offered_where_there_is_one() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        let widget = browser.open_report(&oracle.link(WRITTEN)).await;
        assert!(!widget.has("[data-action=sheet]").await, "this browser has no share sheet");
        browser.monitor().before_each_page(SHEET).await;
        let widget = browser.reload().await;
        widget.wait_for_screen("report").await;
        let texts = widget.texts(".share p").await;
        assert!(
            texts.contains(&oracle.text(Text::ShareSheetReveals, &[])),
            "the disclosure comes before sharing"
        );
        widget.click_action("sheet").await;
        widget.wait("the link to be handed over", "return window.handed").await;
        let handed = browser.run("return window.handed", vec![]).await;
        let expected = json!({ "title": oracle.text(Text::ShareSubject, &[]), "url": widget.link().await });
        assert_eq!(handed, expected);
    });
}
