//! Result links, valid or not. Own answers stay.

use boussole_core::link::Content;
use boussole_core::questionnaire::{QuestionnaireId, RawQuestionnaire};
use boussole_core::texts::Text;
use boussole_e2e::browser::BrowserSession;
use boussole_e2e::oracle::Oracle;
use boussole_e2e::test_bed;

const OWN: &str = "1111 2222 3333";
const THEIRS: &str = "3?12 42?- 1432";
const UNFINISHED: &str = "3?1_ ____ ____";

async fn assert_no_fragment(browser: &BrowserSession) {
    let script = "return !location.hash && !location.href.includes('#')";
    browser.wait("the link to leave the address bar", script, vec![]).await;
}

#[test]
pub fn a_full_link_shows_a_colleague_the_same_result() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        let widget = browser.open("").await;
        widget.answer_to_report(&oracle.responses(THEIRS)).await;
        let (report, link) = (widget.report_text().await, widget.link().await);
        let lists = [".blind-spots li", ".priorities li"];
        let own = [widget.texts(lists[0]).await, widget.texts(lists[1]).await];

        let colleague = bed.browser().await;
        let path = link.strip_prefix(&colleague.address("")).expect("the link leads to the site");
        let widget = colleague.open(path).await;
        widget.wait_for_screen("shared").await;
        assert_eq!(widget.report_text().await, report);
        assert_eq!(report, oracle.report_text(THEIRS));
        assert_eq!([widget.texts(lists[0]).await, widget.texts(lists[1]).await], own);
        assert_no_fragment(&colleague).await;
        assert_eq!(colleague.draft().await, None, "a shared result is not stored as the own one");
        widget.click_action("start").await;
        widget.on_question(1).await;
    });
}

#[test]
pub fn a_link_to_the_scores_alone_shows_the_same_figures_and_no_answer() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        browser.store_draft(&oracle.link(THEIRS)).await;
        let widget = browser.open("").await;
        let report = widget.report_text().await;
        let full = widget.link().await;
        widget.choose("[name=share]", "scores").await;
        widget.wait_for_screen("report").await;
        let changed = format!("return find('input.link').value !== '{full}'");
        widget.wait("the link to change", &changed).await;
        let link = widget.link().await;
        let (_, fragment) = link.split_once('#').expect("a link has a fragment");
        assert_eq!(oracle.content(fragment), Content::Scores(oracle.report(THEIRS).summary));

        let colleague = bed.browser().await;
        let path = link.strip_prefix(&colleague.address("")).expect("the link leads to the site");
        let widget = colleague.open(path).await;
        widget.wait_for_screen("shared").await;
        assert_eq!(widget.report_text().await, report);
        for selector in [".priorities", ".blind-spots", ".strengths"] {
            assert!(!widget.has(selector).await, "{selector} would need answers");
        }
        let texts = widget.texts("[data-screen=shared] > p").await;
        assert!(texts.contains(&oracle.text(Text::ReportScoresOnly, &[])), "{texts:?}");
    });
}

#[test]
fn a_shared_link_leaves_the_own_result_untouched() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        browser.store_draft(&oracle.link(OWN)).await;
        let widget = browser.open(&format!("#{}", oracle.link(THEIRS))).await;
        widget.wait_for_screen("shared").await;
        assert_eq!(widget.report_text().await, oracle.report_text(THEIRS));
        assert_no_fragment(&browser).await;
        assert_eq!(browser.draft().await, Some(oracle.link(OWN)));
        widget.click_action("mine").await;
        widget.wait_for_screen("report").await;
        assert_eq!(widget.report_text().await, oracle.report_text(OWN));
        let widget = browser.reload().await;
        widget.wait_for_screen("report").await;
        assert_eq!(widget.report_text().await, oracle.report_text(OWN));
        assert_eq!(browser.draft().await, Some(oracle.link(OWN)));
    });
}

#[test]
pub fn a_shared_link_leaves_the_own_draft_untouched() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        browser.store_draft(&oracle.link(UNFINISHED)).await;
        let widget = browser.open(&format!("#{}", oracle.scores_link(THEIRS))).await;
        widget.wait_for_screen("shared").await;
        assert_eq!(browser.draft().await, Some(oracle.link(UNFINISHED)));
        widget.click_action("mine").await;
        widget.on_question(4).await;
        assert_eq!(browser.draft().await, Some(oracle.link(UNFINISHED)));
    });
}

#[test]
pub fn a_link_opens_in_a_page_that_is_already_there() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        let widget = browser.open("").await;
        widget.answer_all(&oracle.responses(OWN)[..3]).await;
        widget.on_question(4).await;
        let draft = browser.draft().await;
        for (written, link) in [(THEIRS, oracle.link(THEIRS)), (OWN, oracle.scores_link(OWN))] {
            browser.load(&format!("#{link}")).await;
            let headline = oracle.report_text(written).headline;
            widget.wait("that result", &format!("return text('.headline') === '{headline}'")).await;
            assert_no_fragment(&browser).await;
        }
        assert_eq!(browser.draft().await, draft);
        widget.click_action("mine").await;
        widget.on_question(4).await;
    });
}

#[test]
fn a_link_that_cannot_be_shown_says_why_and_keeps_ones_own_draft() {
    let oracle = Oracle::new("fr");
    let sound = oracle.link(THEIRS);
    let last = if sound.ends_with('A') { "B" } else { "A" };
    let other =
        |draft: &mut RawQuestionnaire| draft.id = QuestionnaireId::try_from("autre".to_owned()).unwrap();
    let cases = [
        (format!("{}{last}", &sound[..sound.len() - 1]), Text::NoticeLinkDamaged),
        (sound.replacen("liberte", "Liberte", 1), Text::NoticeLinkDamaged),
        (sound[..sound.len() - 1].to_owned(), Text::NoticeLinkDamaged),
        (format!("2{}", &sound[1..]), Text::NoticeLinkDamaged),
        (format!("5{}", &sound[1..]), Text::NoticeLinkNewer),
        (oracle.link(UNFINISHED), Text::NoticeLinkUnfinished),
        (oracle.link_elsewhere(THEIRS, other), Text::NoticeLinkOther),
        (oracle.link_elsewhere(THEIRS, |draft| draft.version += 1), Text::NoticeLinkOtherVersion),
    ];
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        for (link, reason) in cases {
            browser.store_draft(&oracle.link(UNFINISHED)).await;
            let widget = browser.open(&format!("#{link}")).await;
            widget.on_question(4).await;
            widget.shows_notice(&oracle.text(reason, &[])).await;
            assert_no_fragment(&browser).await;
            assert_eq!(browser.draft().await, Some(oracle.link(UNFINISHED)), "{link}");
        }
    });
}

#[test]
fn a_damaged_link_offers_a_newcomer_to_start() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        let widget = browser.open(&format!("#{}X", oracle.link(THEIRS))).await;
        widget.on_question(1).await;
        widget.shows_notice(&oracle.text(Text::NoticeLinkDamaged, &[])).await;
        widget.answer(1, oracle.responses(OWN)[0]).await;
        widget.on_question(2).await;
        assert_eq!(widget.notice().await, None);
    });
}

#[test]
fn an_anchor_of_the_page_is_left_alone() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        for anchor in ["#presentation", "#", "#section.2"] {
            browser.clear_storage().await;
            let widget = browser.open(anchor).await;
            widget.on_question(1).await;
            assert_eq!(widget.notice().await, None, "{anchor}");
            assert_eq!(browser.location().await, browser.address(anchor));
        }
    });
}

#[test]
fn a_link_that_is_copied_after_a_change_of_language_opens_in_that_language() {
    test_bed::run(async |bed| {
        let host = bed.host();
        let loader = format!("<script type=\"module\" src=\"{}boussole.js\"></script>", bed.site.url());
        host.write_host(
            "host.html",
            &format!("{loader}<boussole-assessment lang=\"fr\"></boussole-assessment>"),
        );
        let embedded = host.address("host.html");
        for (page, from, to) in [("", "fr", "en"), ("en/", "en", "fr"), (&*embedded, "fr", "en")] {
            let browser = bed.browser().await;
            let widget = browser.open(page).await;
            widget.answer_to_report(&Oracle::new(from).responses(THEIRS)).await;
            let before = widget.link().await;
            widget.click(&format!("[data-action=language][lang={to}]")).await;
            let changed = format!("return find('input.link')?.value !== {before:?}");
            widget.wait("the link to follow the language", &changed).await;
            let link = widget.link().await;
            assert_eq!(before.split_once('#').expect("a link").1, link.split_once('#').expect("a link").1);

            let colleague = bed.browser().await;
            let widget = colleague.open(&link).await;
            widget.wait_for_screen("shared").await;
            assert_eq!(widget.report_text().await, Oracle::new(to).report_text(THEIRS), "{page}");
        }
    });
}
