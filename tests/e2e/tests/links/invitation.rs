//! Invitation links: the role of the invited person.

use boussole_core::link::{self, Content};
use boussole_core::questionnaire::Role;
use boussole_core::texts::Text;
use boussole_e2e::browser::BrowserSession;
use boussole_e2e::oracle::{Oracle, unescaped};
use boussole_e2e::page_monitor::ConsoleMessage;
use boussole_e2e::test_bed;

const INVITATION: &str = "#ask.liberte-numerique.full.legal";
const UNFINISHED: &str = "3?1_ ____ ____";

fn invited(oracle: &Oracle) -> String {
    oracle.text(Text::NoticeInvited, &[("role", &oracle.role(Role::Legal))])
}

async fn assert_no_fragment(browser: &BrowserSession) {
    let script = "return !location.href.includes('#')";
    browser.wait("the invitation to leave the address bar", script, vec![]).await;
}

#[test]
pub fn an_invitation_opens_its_form_and_its_role_is_in_the_result() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::of("liberte-numerique", "full", "fr");
        let count = oracle.questionnaire().len();
        let widget = browser.open(INVITATION).await;
        widget.wait("the full form", &format!("return find('progress')?.max === {count}")).await;
        widget.on_question(1).await;
        assert_eq!(widget.notice().await, Some(invited(&oracle)));
        assert_no_fragment(&browser).await;
        assert_eq!(browser.location().await, browser.address("?form=full"));

        let written = "2".repeat(count);
        widget.answer_to_report(&oracle.responses(&written)).await;
        assert_eq!(widget.read("return find('[data-field=role]').value").await, "legal");
        let link = widget.link().await;
        let (_, fragment) = link.split_once('#').expect("a link has a fragment");
        let stored = unescaped(fragment);
        let result = link::decode(oracle.questionnaire(), &stored).expect("it is sound");
        assert_eq!(result.role, Some(Role::Legal));
        assert_eq!(result.content, Content::Answers(oracle.answers(&written)));

        // A reload keeps the role.
        let widget = browser.reload().await;
        widget.wait_for_screen("report").await;
        assert!(widget.link().await.ends_with(fragment));
    });
}

#[test]
fn an_invitation_to_the_form_at_hand_loads_nothing_more() {
    test_bed::run(async |bed| {
        let oracle = Oracle::new("en");
        let plain = bed.browser().await;
        let widget = plain.open("?lang=en").await;
        widget.on_question(1).await;
        widget.whole().await;
        let usual = plain.monitor().requests().await.len();

        let browser = bed.browser().await;
        let widget = browser.open("?lang=en#ask.liberte-numerique.express.legal").await;
        widget.on_question(1).await;
        assert_eq!(widget.notice().await, Some(invited(&oracle)));
        assert_no_fragment(&browser).await;
        widget.whole().await;
        assert_eq!(browser.monitor().requests().await.len(), usual);
        assert_eq!(widget.read("return find('progress').max").await, 12);
    });
}

#[test]
fn answers_that_are_there_already_come_along() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let (express, full) = (Oracle::new("fr"), Oracle::of("liberte-numerique", "full", "fr"));
        browser.store_draft(&express.link(UNFINISHED)).await;
        let widget = browser.open(INVITATION).await;
        let count = full.questionnaire().len();
        widget.wait("the full form", &format!("return find('progress')?.max === {count}")).await;
        assert_eq!(widget.read("return find('progress').value").await, 3);
        assert_eq!(widget.notice().await, Some(invited(&full)));
        assert_eq!(
            express.content(&browser.draft().await.unwrap()),
            Content::Answers(express.answers(UNFINISHED))
        );
    });
}

#[test]
fn answers_for_another_function_are_not_turned_into_those_that_are_asked_for() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        browser.store_draft(&oracle.link("3?12 42?- 1432")).await;
        let widget = browser.open("").await;
        widget.wait_for_screen("report").await;
        widget.pick("[data-field=role]", "it").await;
        widget
            .wait(
                "the role to be stored",
                &format!(
                    "return localStorage.getItem('{}') !== '{}'",
                    boussole_e2e::browser::DRAFT,
                    oracle.link("3?12 42?- 1432")
                ),
            )
            .await;
        let draft = browser.draft().await;
        // A new page, not the current one.
        browser.load(boussole_e2e::site::BLANK).await;
        let widget = browser.open("#ask.liberte-numerique.express.legal").await;
        widget.wait_for_screen("report").await;
        let notice = oracle.text(Text::NoticeInvitedOther, &[("role", &oracle.role(Role::Legal))]);
        assert_eq!(widget.notice().await, Some(notice));
        assert_eq!(widget.read("return find('[data-field=role]').value").await, "it");
        assert_eq!(browser.draft().await, draft);
    });
}

#[test]
fn an_invitation_that_cannot_be_followed_is_reported_and_nothing_is_lost() {
    let cases = [
        "#ask.liberte-numerique.full.lega",
        "#ask.liberte-numerique.full",
        "#ask.liberte-numerique.full.legal.more",
        "#ask.autre.express.legal",
        "#ask.",
    ];
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        for fragment in cases {
            browser.store_draft(&oracle.link(UNFINISHED)).await;
            let widget = browser.open(fragment).await;
            widget.on_question(4).await;
            let notice = oracle.text(Text::NoticeInvitationUnknown, &[]);
            assert_eq!(widget.notice().await, Some(notice), "{fragment}");
            assert_no_fragment(&browser).await;
            assert_eq!(browser.draft().await, Some(oracle.link(UNFINISHED)), "{fragment}");
        }
    });
}

#[test]
fn an_invitation_to_a_form_that_cannot_be_loaded_leaves_the_one_at_hand() {
    test_bed::run(async |bed| {
        let browser = bed.browser().await;
        let oracle = Oracle::new("fr");
        browser.store_draft(&oracle.link(UNFINISHED)).await;
        let _missing = bed.site.hide_files("-full-fr-");
        let widget = browser.open(INVITATION).await;
        let notice = oracle.text(Text::NoticeFormFailed, &[]);
        widget
            .wait("the notice", &format!("return text('.notice p') === {}", serde_json::json!(notice)))
            .await;
        widget.on_question(4).await;
        assert_eq!(
            oracle.content(&browser.draft().await.unwrap()),
            Content::Answers(oracle.answers(UNFINISHED))
        );
        for message in browser.monitor().drain_messages().await {
            let (ConsoleMessage::Error(text) | ConsoleMessage::Warning(text)) = &message;
            assert!(text.contains("404"), "{message:?}");
        }
    });
}
