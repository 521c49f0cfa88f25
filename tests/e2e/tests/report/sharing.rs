//! Passing a result on: what the link reveals is said first.

use boussole_core::link::Content;
use boussole_core::texts::Text;
use boussole_e2e::known::Known;
use boussole_e2e::stage;
use serde_json::json;

const WRITTEN: &str = "3?12 420- 1432";

/// As a phone has it, and with a note of what was handed over.
const SHEET: &str = "navigator.share = (data) => { window.handed = data; return Promise.resolve(); };";

#[test]
fn the_link_that_is_copied_is_the_one_that_is_shown() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let known = Known::new("fr");
        browser.keep(&known.link(WRITTEN)).await;
        let widget = browser.open("").await;
        browser.allow_reading_the_clipboard().await;
        for kind in ["full", "scores"] {
            widget.choose("[name=share]", kind).await;
            widget.wait("nothing to be said yet", "return text('.share [role=status]') === ''").await;
            widget.act("copy").await;
            widget.wait("the copy to be told", "return text('.share [role=status]')").await;
            assert_eq!(widget.text(".share [role=status]").await, known.words(Text::ShareCopied, &[]));
            assert_eq!(browser.clipboard().await, widget.link().await);
        }
    });
}

#[test]
fn each_kind_of_link_says_what_it_reveals_and_reveals_no_more() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let known = Known::new("fr");
        browser.keep(&known.link(WRITTEN)).await;
        let widget = browser.open("").await;
        let summary = known.report(WRITTEN).summary;
        let cases = [
            ("scores", Text::ShareScoresReveals, Content::Scores(summary)),
            ("full", Text::ShareFullReveals, Content::Answers(known.answers(WRITTEN))),
        ];
        for (kind, reveals, content) in cases {
            widget.choose("[name=share]", kind).await;
            let option = format!(
                "return plain(find('[name=share][value={kind}]:checked')?.closest('label').textContent)"
            );
            let option = widget.wait("the option to be chosen", &option).await;
            let said = known.words(reveals, &[("count", "12")]);
            assert!(
                option.as_str().is_some_and(|option| option.ends_with(&said)),
                "{option} ends with {said}"
            );
            let link = widget.link().await;
            let (page, fragment) = link.split_once('#').expect("a link has a fragment");
            assert_eq!(page, browser.address(""));
            assert_eq!(known.content(fragment), content);
            assert!(fragment.len() <= 64, "{fragment} can be typed and fits a code");
        }
    });
}

#[test]
fn where_copying_is_not_allowed_the_reader_is_told_how_to() {
    // An empty page that is not on the site has no clipboard to begin with.
    let refusing = "if (window.Clipboard) {
        Clipboard.prototype.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
    }";
    let absent = "Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined });";
    stage::run(async |stage| {
        let known = Known::new("fr");
        for breaking in [refusing, absent] {
            let browser = stage.browser().await;
            browser.watch().before_each_page(breaking).await;
            browser.keep(&known.link(WRITTEN)).await;
            let widget = browser.open("").await;
            widget.act("copy").await;
            widget.wait("the failure to be told", "return text('.share [role=status]')").await;
            assert_eq!(widget.text(".share [role=status]").await, known.words(Text::ShareCopyFailed, &[]));
            widget.click("input.link").await;
            let selected = "const field = find('input.link');
                return field.selectionEnd - field.selectionStart === field.value.length";
            widget.wait("the whole link to be selected", selected).await;
        }
    });
}

#[test]
fn the_share_sheet_is_offered_where_there_is_one() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let known = Known::new("fr");
        let widget = browser.open_report(&known.link(WRITTEN)).await;
        assert!(!widget.has("[data-action=sheet]").await, "this browser has no share sheet");
        browser.watch().before_each_page(SHEET).await;
        let widget = browser.reload().await;
        widget.on("report").await;
        let texts = widget.texts(".share p").await;
        assert!(texts.contains(&known.words(Text::ShareSheetReveals, &[])), "a hand-over is said first");
        widget.act("sheet").await;
        widget.wait("the link to be handed over", "return window.handed").await;
        let handed = browser.run("return window.handed", vec![]).await;
        let expected = json!({ "title": known.words(Text::ShareSubject, &[]), "url": widget.link().await });
        assert_eq!(handed, expected);
    });
}
