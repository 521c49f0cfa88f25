//! The same answers in another form, in a later version, and in another questionnaire.

use boussole_core::answers::Answers;
use boussole_core::link::Content;
use boussole_core::texts::Text;
use boussole_e2e::browser::DRAFT;
use boussole_e2e::known::Known;
use boussole_e2e::stage;
use boussole_e2e::watch::Message;
use serde_json::json;

const WRITTEN: &str = "3?12 42?- 1432";
const FULL: &str = "boussole:liberte-numerique:full";

fn full(locale: &str) -> Known {
    Known::of("liberte-numerique", "full", locale)
}

/// As many answers of one kind as a questionnaire has questions.
fn all(known: &Known, written: &str) -> String {
    written.repeat(known.questionnaire().len())
}

/// The answers that a kept text holds.
fn kept(known: &Known, draft: Option<String>) -> Answers {
    match known.content(&draft.expect("something is kept")) {
        Content::Answers(answers) => answers,
        Content::Scores(_) => panic!("a draft holds answers"),
    }
}

#[test]
fn the_express_form_leads_into_the_full_one_without_answering_twice() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let (express, full) = (Known::new("fr"), full("fr"));
        let widget = browser.open_report(&express.link(WRITTEN)).await;
        let before = browser.watch().requests().await.len();
        widget.act("deeper").await;
        widget.on("item").await;
        let more = full.questionnaire().len() - 12;
        let given = widget.read("return find('progress').value").await;
        assert_eq!(given, 12);
        assert_eq!(browser.watch().requests().await.len(), before + 1, "one file, when it is asked for");
        assert_eq!(browser.location().await, browser.address("?form=full"));

        // The last of the questions that are left leads to the report.
        for left in (1..=more).rev() {
            widget.choose("", "2").await;
            let done = format!(
                "return find('progress')?.value === {} || find('[data-screen=expectation]')",
                13 + more - left
            );
            widget.wait("the next question", &done).await;
        }
        widget.on("report").await;
        let answers = kept(&full, browser.kept(FULL).await);
        let carried = express.answers(WRITTEN).carried(express.questionnaire(), full.questionnaire());
        assert_eq!(answers, carried.or(&full.answers(&all(&full, "2"))));
        assert!(!widget.has("[data-action=deeper]").await, "there is nothing longer");
        assert_eq!(browser.draft().await, Some(express.link(WRITTEN)), "the express result stays");
        let told = widget.told().await;
        let widget = browser.reload().await;
        assert_eq!(widget.told().await, told, "a reload goes on with the full form");
    });
}

#[test]
fn a_host_page_goes_on_into_the_full_form_in_either_language() {
    stage::run(async |stage| {
        let body = "<boussole-assessment lang=\"en\"></boussole-assessment>\
                    <script type=\"module\" src=\"/boussole.js\"></script>";
        stage.site.write_host("host.html", body);
        let browser = stage.browser().await;
        let (express, full) = (Known::new("en"), full("en"));
        browser.keep(&express.link(WRITTEN)).await;
        let widget = browser.open("host.html").await;
        widget.on("report").await;
        widget.act("deeper").await;
        widget.on("item").await;
        assert_eq!(widget.read("return host.getAttribute('form')").await, "full");
        assert_eq!(browser.location().await, browser.address("host.html"), "the host's address is its own");
        let carried = express.answers(WRITTEN).carried(express.questionnaire(), full.questionnaire());
        for locale in ["fr", "en"] {
            widget.click(&format!("[data-action=language][lang={locale}]")).await;
            widget.wait(locale, &format!("return find('.boussole[lang={locale}]')")).await;
            assert_eq!(widget.read("return find('progress').value").await, 12);
            assert_eq!(widget.read("return find('progress').max").await, full.questionnaire().len());
        }
        assert_eq!(kept(&full, browser.kept(FULL).await), carried);
    });
}

#[test]
fn a_full_form_that_cannot_be_loaded_leaves_the_express_result() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let known = Known::new("fr");
        let widget = browser.open_report(&known.link(WRITTEN)).await;
        let missing = stage.site.without("-full-fr-");
        widget.act("deeper").await;
        let said = known.words(Text::NoticeFormFailed, &[]);
        widget.wait("the notice", "return find('.notice p')").await;
        assert_eq!(widget.notice().await, Some(said));
        assert_eq!(widget.told().await, known.told(WRITTEN));
        drop(missing);
        widget.act("deeper").await;
        widget.on("item").await;
        for message in browser.watch().take_messages().await {
            let (Message::Error(text) | Message::Warning(text)) = &message;
            assert!(text.contains("404"), "{message:?}");
        }
    });
}

#[test]
fn a_link_of_the_full_form_opens_in_the_express_one() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let (express, full) = (Known::new("fr"), full("fr"));
        let written = all(&full, "3");
        browser.keep(&express.link(WRITTEN)).await;
        let widget = browser.open(&format!("#{}", full.link(&written))).await;
        widget.on("shared").await;
        assert_eq!(widget.told().await, full.told(&written));
        widget.act("mine").await;
        widget.on("report").await;
        assert_eq!(widget.told().await, express.told(WRITTEN));
    });
}

#[test]
fn a_link_of_an_earlier_version_shows_its_result_as_it_was_and_offers_its_answers() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let (before, now) = (Known::first_version("fr"), Known::new("fr"));
        let widget = browser.open(&format!("#{}", before.link(WRITTEN))).await;
        widget.on("shared").await;
        assert_eq!(widget.told().await, before.told(WRITTEN));
        assert_eq!(widget.text(".older").await, now.words(Text::ReportOlder, &[("version", "1")]));
        assert_eq!(browser.draft().await, None);

        widget.click("[data-action=language][lang=en]").await;
        widget.wait("English", "return find('.boussole[lang=en] [data-screen=shared]')").await;
        assert_eq!(widget.told().await, Known::first_version("en").told(WRITTEN));

        widget.act("carry").await;
        widget.on("item").await;
        let carried = before.answers(WRITTEN).carried(before.questionnaire(), now.questionnaire());
        let (count, kept_text) = (carried.given().to_string(), Known::new("en"));
        let said = kept_text.words(Text::NoticeCarried, &[("kept", &count), ("total", "12")]);
        assert_eq!(widget.notice().await, Some(said));
        widget.wait("a draft", "return localStorage.length === 1").await;
        assert_eq!(kept(&now, browser.draft().await), carried);
    });
}

#[test]
fn answers_kept_from_an_earlier_version_are_taken_over_and_the_old_ones_set_aside() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let (before, now) = (Known::first_version("fr"), Known::new("fr"));
        browser.keep(&before.link(WRITTEN)).await;
        let widget = browser.open("").await;
        let carried = before.answers(WRITTEN).carried(before.questionnaire(), now.questionnaire());
        let count = carried.given().to_string();
        let said = now.words(Text::NoticeCarried, &[("kept", &count), ("total", "12")]);
        widget.wait("the notice", "return find('.notice p')").await;
        assert_eq!(widget.notice().await, Some(said));
        widget.wait("both drafts", "return localStorage.length === 2").await;
        assert_eq!(kept(&now, browser.draft().await), carried);
        let aside = browser.kept(&format!("{DRAFT}:unreadable")).await;
        assert_eq!(aside, Some(before.link(WRITTEN)));
    });
}

#[test]
fn erasing_forgets_every_form_and_what_was_set_aside_and_can_be_undone() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let (express, full) = (Known::new("fr"), full("fr"));
        let entries = [
            (DRAFT, express.link(WRITTEN)),
            (FULL, full.link(&all(&full, "3"))),
            ("boussole:liberte-numerique:express:unreadable", "old".to_owned()),
            ("boussole:dependances-ia:express", "another questionnaire".to_owned()),
            ("something", "of the host".to_owned()),
        ];
        browser.load("").await;
        let keep = "arguments[0].forEach(([key, text]) => localStorage.setItem(key, text))";
        browser.run(keep, vec![json!(entries)]).await;
        let widget = browser.reload().await;
        widget.on("report").await;
        widget.act("erase").await;
        widget.on_question(1).await;
        widget.wait("only what is not of this questionnaire", "return localStorage.length === 2").await;
        widget.act("undo").await;
        widget.on("report").await;
        widget.wait("the draft to be back", &format!("return localStorage.getItem('{DRAFT}')")).await;
        for (key, text) in entries {
            assert_eq!(browser.kept(key).await, Some(text), "{key}");
        }
    });
}

#[test]
fn another_questionnaire_is_taken_in_the_same_widget() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let known = Known::of("dependances-ia", "express", "en");
        let written = "3?1 420 143";
        let widget = browser.open("?questionnaire=dependances-ia&lang=en").await;
        assert_eq!(widget.text("fieldset h2").await, format!("Question 1 of 9. {}", known.prompt(1)));
        widget.answer_all(&known.responses(written)).await;
        widget.on("report").await;
        assert_eq!(widget.told().await, known.told(written));

        // Its link opens on a page that shows another questionnaire first.
        let link = widget.link().await;
        let (_, fragment) = link.split_once('#').expect("a link has a fragment");
        let colleague = stage.browser().await;
        let widget = colleague.open(&format!("?lang=en#{fragment}")).await;
        widget.on("shared").await;
        assert_eq!(widget.told().await, known.told(written));
    });
}

#[test]
fn each_question_says_what_to_show_and_whom_to_ask() {
    stage::run(async |stage| {
        let browser = stage.browser().await;
        let known = full("fr");
        let widget = browser.open("?form=full").await;
        for (number, item) in (1..).zip(known.questionnaire().items()) {
            widget.on_question(number).await;
            let told = widget.texts(".more dd").await;
            let words = |text: &String| boussole_e2e::known::plain(text);
            assert_eq!(told.first(), Some(&words(&item.evidence)), "{}", item.id);
            let references: Vec<String> = item.references.iter().map(words).collect();
            assert!(told.ends_with(&references), "{}: {told:?}", item.id);
            widget.choose("", "1").await;
        }
        widget.on("report").await;
        assert_eq!(widget.told().await, known.told(&all(&known, "1")));
    });
}
