//! Opening a result link, sound or not. One's own answers are never touched.

use boussole_core::link::Content;
use boussole_core::questionnaire::{QuestionnaireId, RawQuestionnaire};
use boussole_core::texts::Text;
use boussole_e2e::browser::Browser;
use boussole_e2e::known::Known;
use boussole_e2e::stage;

const OWN: &str = "1111 2222 3333";
const THEIRS: &str = "3?12 42?- 1432";
const UNFINISHED: &str = "3?1_ ____ ____";

async fn assert_no_fragment(browser: &Browser) {
    let script = "return !location.hash && !location.href.includes('#')";
    browser.wait("the link to leave the address bar", script, vec![]).await;
}

#[test]
fn a_full_link_shows_a_colleague_the_same_result() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let known = Known::new("fr");
        let widget = browser.open("").await;
        widget.answer_all(&known.responses(THEIRS)).await;
        widget.on("report").await;
        let (told, link) = (widget.told().await, widget.link().await);
        let lists = [".blind-spots li", ".priorities li"];
        let own = [widget.texts(lists[0]).await, widget.texts(lists[1]).await];

        let colleague = stage.browser().await;
        let path = link.strip_prefix(&colleague.address("")).expect("the link leads to the site");
        let widget = colleague.open(path).await;
        widget.on("shared").await;
        assert_eq!(widget.told().await, told);
        assert_eq!(told, known.told(THEIRS));
        assert_eq!([widget.texts(lists[0]).await, widget.texts(lists[1]).await], own);
        assert_no_fragment(&colleague).await;
        assert_eq!(colleague.draft().await, None, "somebody else's result is not kept as one's own");
        widget.act("start").await;
        widget.on_question(1).await;
    });
}

#[test]
fn a_link_to_the_scores_alone_shows_the_same_figures_and_no_answer() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let known = Known::new("fr");
        browser.keep(&known.link(THEIRS)).await;
        let widget = browser.open("").await;
        let told = widget.told().await;
        let full = widget.link().await;
        widget.choose("[name=share]", "scores").await;
        widget.on("report").await;
        let changed = format!("return find('input.link').value !== '{full}'");
        widget.wait("the link to change", &changed).await;
        let link = widget.link().await;
        let (_, fragment) = link.split_once('#').expect("a link has a fragment");
        assert_eq!(known.content(fragment), Content::Scores(known.report(THEIRS).summary));

        let colleague = stage.browser().await;
        let path = link.strip_prefix(&colleague.address("")).expect("the link leads to the site");
        let widget = colleague.open(path).await;
        widget.on("shared").await;
        assert_eq!(widget.told().await, told);
        for selector in [".priorities", ".blind-spots", ".strengths"] {
            assert!(!widget.has(selector).await, "{selector} would need answers");
        }
        let texts = widget.texts("[data-screen=shared] > p").await;
        assert!(texts.contains(&known.words(Text::ReportScoresOnly, &[])), "{texts:?}");
    });
}

#[test]
fn somebodys_link_leaves_ones_own_result_untouched() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let known = Known::new("fr");
        browser.keep(&known.link(OWN)).await;
        let widget = browser.open(&format!("#{}", known.link(THEIRS))).await;
        widget.on("shared").await;
        assert_eq!(widget.told().await, known.told(THEIRS));
        assert_no_fragment(&browser).await;
        assert_eq!(browser.draft().await, Some(known.link(OWN)));
        widget.act("mine").await;
        widget.on("report").await;
        assert_eq!(widget.told().await, known.told(OWN));
        let widget = browser.reload().await;
        widget.on("report").await;
        assert_eq!(widget.told().await, known.told(OWN));
        assert_eq!(browser.draft().await, Some(known.link(OWN)));
    });
}

#[test]
fn somebodys_link_leaves_ones_own_draft_untouched() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let known = Known::new("fr");
        browser.keep(&known.link(UNFINISHED)).await;
        let widget = browser.open(&format!("#{}", known.scores_link(THEIRS))).await;
        widget.on("shared").await;
        assert_eq!(browser.draft().await, Some(known.link(UNFINISHED)));
        widget.act("mine").await;
        widget.on_question(4).await;
        assert_eq!(browser.draft().await, Some(known.link(UNFINISHED)));
    });
}

#[test]
fn a_link_opens_in_a_page_that_is_already_there() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let known = Known::new("fr");
        let widget = browser.open("").await;
        widget.answer_all(&known.responses(OWN)[..3]).await;
        widget.on_question(4).await;
        let draft = browser.draft().await;
        for (written, link) in [(THEIRS, known.link(THEIRS)), (OWN, known.scores_link(OWN))] {
            browser.load(&format!("#{link}")).await;
            let headline = known.told(written).headline;
            widget.wait("that result", &format!("return text('.headline') === '{headline}'")).await;
            assert_no_fragment(&browser).await;
        }
        assert_eq!(browser.draft().await, draft);
        widget.act("mine").await;
        widget.on_question(4).await;
    });
}

#[test]
fn a_link_that_cannot_be_shown_says_why_and_keeps_ones_own_draft() {
    let known = Known::new("fr");
    let sound = known.link(THEIRS);
    let last = if sound.ends_with('A') { "B" } else { "A" };
    let other =
        |draft: &mut RawQuestionnaire| draft.id = QuestionnaireId::try_from("autre".to_owned()).unwrap();
    let cases = [
        (format!("{}{last}", &sound[..sound.len() - 1]), Text::NoticeLinkDamaged),
        (sound.replacen("liberte", "Liberte", 1), Text::NoticeLinkDamaged),
        (sound[..sound.len() - 1].to_owned(), Text::NoticeLinkDamaged),
        (format!("2{}", &sound[1..]), Text::NoticeLinkDamaged),
        (format!("3{}", &sound[1..]), Text::NoticeLinkNewer),
        (known.link(UNFINISHED), Text::NoticeLinkUnfinished),
        (known.link_elsewhere(THEIRS, other), Text::NoticeLinkOther),
        (known.link_elsewhere(THEIRS, |draft| draft.version += 1), Text::NoticeLinkOtherVersion),
    ];
    stage::run(async |stage| {
        let browser = stage.browser().await;
        for (link, reason) in cases {
            browser.keep(&known.link(UNFINISHED)).await;
            let widget = browser.open(&format!("#{link}")).await;
            widget.on_question(4).await;
            assert_eq!(widget.notice().await, Some(known.words(reason, &[])), "{link}");
            assert_no_fragment(&browser).await;
            assert_eq!(browser.draft().await, Some(known.link(UNFINISHED)), "{link}");
        }
    });
}

#[test]
fn a_damaged_link_offers_a_newcomer_to_start() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let known = Known::new("fr");
        let widget = browser.open(&format!("#{}X", known.link(THEIRS))).await;
        widget.on_question(1).await;
        assert_eq!(widget.notice().await, Some(known.words(Text::NoticeLinkDamaged, &[])));
        widget.answer(1, known.responses(OWN)[0]).await;
        widget.on_question(2).await;
        assert_eq!(widget.notice().await, None);
    });
}

#[test]
fn an_anchor_of_the_page_is_left_alone() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        for anchor in ["#presentation", "#", "#section.2"] {
            browser.forget().await;
            let widget = browser.open(anchor).await;
            widget.on_question(1).await;
            assert_eq!(widget.notice().await, None, "{anchor}");
            assert_eq!(browser.location().await, browser.address(anchor));
        }
    });
}
