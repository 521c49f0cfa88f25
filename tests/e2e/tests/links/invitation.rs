//! A link by which a colleague asks for answers from the point of view of a function.

use boussole_core::link::{self, Content};
use boussole_core::questionnaire::Role;
use boussole_core::texts::Text;
use boussole_e2e::browser::Browser;
use boussole_e2e::known::Known;
use boussole_e2e::stage;
use boussole_e2e::watch::Message;

const INVITATION: &str = "#ask.liberte-numerique.full.legal";
const UNFINISHED: &str = "3?1_ ____ ____";

fn invited(known: &Known) -> String {
    known.words(Text::NoticeInvited, &[("role", &known.role(Role::Legal))])
}

async fn assert_no_fragment(browser: &Browser) {
    let script = "return !location.href.includes('#')";
    browser.wait("the invitation to leave the address bar", script, vec![]).await;
}

#[test]
fn an_invitation_opens_its_form_and_its_role_is_in_the_result() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let known = Known::of("liberte-numerique", "full", "fr");
        let count = known.questionnaire().len();
        let widget = browser.open(INVITATION).await;
        widget.wait("the full form", &format!("return find('progress')?.max === {count}")).await;
        widget.on_question(1).await;
        assert_eq!(widget.notice().await, Some(invited(&known)));
        assert_no_fragment(&browser).await;
        assert_eq!(browser.location().await, browser.address("?form=full"));

        let written = "2".repeat(count);
        widget.answer_all(&known.responses(&written)).await;
        widget.on("report").await;
        assert_eq!(widget.read("return find('[data-field=role]').value").await, "legal");
        let link = widget.link().await;
        let (_, fragment) = link.split_once('#').expect("a link has a fragment");
        let result = link::decode(known.questionnaire(), fragment).expect("it is sound");
        assert_eq!(result.role, Some(Role::Legal));
        assert_eq!(result.content, Content::Answers(known.answers(&written)));

        // A reload knows it still.
        let widget = browser.reload().await;
        widget.on("report").await;
        assert!(widget.link().await.ends_with(fragment));
    });
}

#[test]
fn an_invitation_to_the_form_at_hand_loads_nothing_more() {
    stage::run(async |stage| {
        let known = Known::new("en");
        let plain = stage.browser().await;
        plain.open("?lang=en").await.on_question(1).await;
        let usual = plain.watch().requests().await.len();

        let browser = stage.browser().await;
        let widget = browser.open("?lang=en#ask.liberte-numerique.express.legal").await;
        widget.on_question(1).await;
        assert_eq!(widget.notice().await, Some(invited(&known)));
        assert_no_fragment(&browser).await;
        assert_eq!(browser.watch().requests().await.len(), usual);
        assert_eq!(widget.read("return find('progress').max").await, 12);
    });
}

#[test]
fn answers_that_are_there_already_come_along() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let (express, full) = (Known::new("fr"), Known::of("liberte-numerique", "full", "fr"));
        browser.keep(&express.link(UNFINISHED)).await;
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
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let known = Known::new("fr");
        browser.keep(&known.link("3?12 42?- 1432")).await;
        let widget = browser.open("").await;
        widget.on("report").await;
        widget.pick("[data-field=role]", "it").await;
        widget
            .wait(
                "the role to be kept",
                &format!(
                    "return localStorage.getItem('{}') !== '{}'",
                    boussole_e2e::browser::DRAFT,
                    known.link("3?12 42?- 1432")
                ),
            )
            .await;
        let draft = browser.draft().await;
        // A page that is opened anew, not the one that is there.
        browser.load(boussole_e2e::site::BLANK).await;
        let widget = browser.open("#ask.liberte-numerique.express.legal").await;
        widget.on("report").await;
        let said = known.words(Text::NoticeInvitedOther, &[("role", &known.role(Role::Legal))]);
        assert_eq!(widget.notice().await, Some(said));
        assert_eq!(widget.read("return find('[data-field=role]').value").await, "it");
        assert_eq!(browser.draft().await, draft);
    });
}

#[test]
fn an_invitation_that_cannot_be_followed_is_told_and_nothing_is_lost() {
    let cases = [
        "#ask.liberte-numerique.full.lega",
        "#ask.liberte-numerique.full",
        "#ask.liberte-numerique.full.legal.more",
        "#ask.autre.express.legal",
        "#ask.",
    ];
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let known = Known::new("fr");
        for fragment in cases {
            browser.keep(&known.link(UNFINISHED)).await;
            let widget = browser.open(fragment).await;
            widget.on_question(4).await;
            let said = known.words(Text::NoticeInvitationUnknown, &[]);
            assert_eq!(widget.notice().await, Some(said), "{fragment}");
            assert_no_fragment(&browser).await;
            assert_eq!(browser.draft().await, Some(known.link(UNFINISHED)), "{fragment}");
        }
    });
}

#[test]
fn an_invitation_to_a_form_that_cannot_be_loaded_leaves_the_one_at_hand() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let known = Known::new("fr");
        browser.keep(&known.link(UNFINISHED)).await;
        let _missing = stage.site.without("-full-fr-");
        let widget = browser.open(INVITATION).await;
        let said = known.words(Text::NoticeFormFailed, &[]);
        widget.wait("the notice", &format!("return text('.notice p') === {}", serde_json::json!(said))).await;
        widget.on_question(4).await;
        assert_eq!(
            known.content(&browser.draft().await.unwrap()),
            Content::Answers(known.answers(UNFINISHED))
        );
        for message in browser.watch().take_messages().await {
            let (Message::Error(text) | Message::Warning(text)) = &message;
            assert!(text.contains("404"), "{message:?}");
        }
    });
}
