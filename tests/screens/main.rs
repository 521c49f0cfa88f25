//! The components rendered natively to HTML, and the state's own laws.

mod beyond;
mod report;
mod versions;

use std::rc::Rc;

use yew::{Callback, LocalServerRenderer};

use boussole::app::{App, Props};
use boussole::lazy::{BrowserTools, LoadedPart, PartLoader};
use boussole::prerender;
use yew::prelude::*;

use boussole::screens::entries;
use boussole::state::*;
use boussole::view::*;
use boussole_authoring::{Edition, SourceFile};
use boussole_core::answers::{Answers, Level, Response};
use boussole_core::link::{self, Content, Day, Invitation, ResultId, ResultLink};
use boussole_core::pack::Pack;
use boussole_core::questionnaire::Role;
use boussole_core::score::{MaturityLevel, ScoreSummary};
use boussole_core::texts::{LazyText, Text, Texts};

const TODAY: Day = Day(327);
const RESULT_ID: ResultId = ResultId([1, 2, 3]);

/// The express form of the project's own questionnaire, as the widget reads it.
fn pack(locale: &str) -> Rc<Pack> {
    edition(Edition::Current, "express", locale)
}

/// A form of the project's own questionnaire, as it is now or in its first version.
fn edition(edition: Edition, form: &str, locale: &str) -> Rc<Pack> {
    let built = built();
    let wanted = (edition, form, locale);
    let file = built.packs.into_iter().find(|pack| (pack.edition, &*pack.form, &*pack.locale) == wanted);
    let wire: (Vec<u8>, Vec<String>) = serde_json::from_str(&file.expect("the form").json).expect("a wire");
    Rc::new(Pack::from_wire(wire.into()).expect("a pack"))
}

/// The first version of the express form, as it was released.
fn first_version() -> Rc<Pack> {
    edition(Edition::Frozen, "express", "fr")
}

/// The texts of the rooms in a locale.
fn room_texts(locale: &str) -> Texts<LazyText> {
    let texts = serde_json::from_str(&built().rooms[locale]).expect("a list of texts");
    Texts::new(texts).expect("every text")
}

fn built() -> boussole_authoring::Built {
    let read = |path: &str| SourceFile {
        path: path.to_owned(),
        text: std::fs::read_to_string(format!("{}/{path}", env!("CARGO_MANIFEST_DIR"))).expect(path),
    };
    let sources = [
        "questionnaires/liberte-numerique/questionnaire.toml",
        "questionnaires/liberte-numerique/fr.toml",
        "questionnaires/liberte-numerique/en.toml",
        "questionnaires/liberte-numerique/frozen/1/questionnaire.toml",
        "questionnaires/liberte-numerique/frozen/1/fr.toml",
        "questionnaires/liberte-numerique/frozen/1/en.toml",
        "questionnaires/liberte-numerique/frozen/lock.toml",
        "www/texts/fr.toml",
        "www/texts/en.toml",
    ]
    .map(read);
    boussole_authoring::build(&sources).expect("the project's own sources are right")
}

fn visit(saved: Saved, fragment: Option<String>) -> Visit {
    Visit { number: 0, saved, fragment, today: TODAY, result_id: RESULT_ID, expected: None }
}

fn loaded(room: LazyPart, locale: &str) -> LoadedPart {
    let tools = BrowserTools { download: |_| true, picture: |_, _, _, _| (), print: |_| true };
    let entry = match room {
        LazyPart::Detail => entries::detail(tools),
        LazyPart::Plan => entries::plan(tools),
        LazyPart::Export => entries::export(tools),
        LazyPart::History => entries::history(tools),
        LazyPart::Team => entries::team(tools),
    };
    LoadedPart { entry, texts: Rc::new(room_texts(locale)), event: "".into() }
}

/// Levels 0 to 4, `?` for "I don't know", `-` for none, in item order; the rest is not answered.
fn answers(pack: &Pack, text: &str) -> Answers {
    text.chars().enumerate().fold(Answers::none(&pack.questionnaire), |answers, (position, letter)| {
        match letter {
            '-' => answers,
            '?' => answers.with(&pack.questionnaire, position, Response::DontKnow),
            digit => {
                let level = digit.to_digit(10).and_then(|digit| Level::new(digit as u8)).expect("a level");
                answers.with(&pack.questionnaire, position, Response::Level(level))
            }
        }
    })
}

fn link_of(pack: &Pack, content: Content) -> String {
    let result = ResultLink { content, result_id: RESULT_ID, role: None, day: Some(TODAY) };
    link::encode(&pack.questionnaire, &result)
}

fn draft(pack: &Pack, text: &str) -> Saved {
    Saved::Draft(link_of(pack, Content::Answers(answers(pack, text))))
}

fn ports(locale: String) -> Ports {
    Ports {
        share_sheet: Some(Port::from(|_| ())),
        parts: PartLoader::Linked(Callback::from(move |room| loaded(room, &locale))),
        ..prerender::ports()
    }
}

/// The widget; of a report, the details too, which are shown when they are asked for.
fn html(pack: &Rc<Pack>, visit: Visit) -> String {
    let ports = ports(pack.questionnaire.locale.clone());
    let saved = visit.saved.clone();
    let details = || rendered::<RoomAlone>(InRoom { pack: pack.clone(), saved, room: LazyPart::Detail });
    let props = Props { pack: pack.clone(), visit, ports, page: "https://example.org/".into() };
    let html = rendered::<App>(props);
    if html.contains("data-screen=\"report\"") { html + &details() } else { html }
}

fn rendered<Shown: BaseComponent>(props: Shown::Properties) -> String {
    let renderer = LocalServerRenderer::<Shown>::with_props(props).hydratable(false);
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    tokio::task::LocalSet::new().block_on(&runtime, renderer.render())
}

/// One room by itself.
#[derive(Clone, PartialEq, Properties)]
struct InRoom {
    pack: Rc<Pack>,
    saved: Saved,
    room: LazyPart,
}

#[component]
fn RoomAlone(props: &InRoom) -> Html {
    let state = Rc::new(State::new(props.pack.clone(), &visit(props.saved.clone(), None)));
    let view = View {
        pack: props.pack.clone(),
        state,
        ports: ports(props.pack.questionnaire.locale.clone()),
        page: "https://example.org/".into(),
        today: TODAY,
        dispatch: Callback::from(|_| ()),
        walking: Rc::default(),
        heading: NodeRef::default(),
    };
    boussole::lazy::view(&view, props.room, &None)
}

/// Renders and looks for pieces of text or markup.
fn check(pack: &Rc<Pack>, visit: Visit, wanted: &[&str], unwanted: &[&str]) {
    let html = html(pack, visit);
    for text in wanted {
        assert!(html.contains(text), "{text:?} is missing from\n{html}");
    }
    for text in unwanted {
        assert!(!html.contains(text), "{text:?} should not be in\n{html}");
    }
}

#[test]
fn the_opening_shows_the_first_question_at_once() {
    for (locale, position) in [("fr", "Question 1 sur 12"), ("en", "Question 1 of 12")] {
        let pack = pack(locale);
        let first = pack.questionnaire.item(0).expect("an item").prompt.clone();
        let title = pack.texts.get(Text::OpeningTitle);
        check(
            &pack,
            visit(Saved::Nothing, None),
            &[position, &first, title, r#"value="dont-know""#],
            &["choice chosen"],
        );
    }
}

#[test]
fn the_page_that_is_rendered_before_a_visit_is_what_a_first_visit_shows() {
    for locale in ["fr", "en"] {
        let pack = pack(locale);
        let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
        let page = prerender::first_page(pack.clone());
        let page = tokio::task::LocalSet::new().block_on(&runtime, page);
        assert_eq!(page, html(&pack, visit(Saved::Nothing, None)));
    }
}

#[test]
fn not_applicable_is_offered_only_where_it_is_allowed() {
    let pack = pack("fr");
    for (position, item) in pack.questionnaire.items().enumerate() {
        let before = "1".repeat(position);
        let html = html(&pack, visit(draft(&pack, &before), None));
        assert_eq!(html.contains(r#"value="not-applicable""#), item.not_applicable, "{}", item.id);
    }
}

#[test]
fn a_draft_is_resumed_where_it_was_left() {
    let pack = pack("fr");
    let said = pack.texts.fill(Text::NoticeResumed, &[("given", "2"), ("total", "12")]);
    check(&pack, visit(draft(&pack, "31"), None), &["Question 3 sur 12", &said], &[]);
}

#[test]
fn a_visit_that_goes_on_elsewhere_is_not_told_that_something_was_kept() {
    let pack = pack("fr");
    let Saved::Draft(text) = draft(&pack, "31") else { unreachable!("a draft") };
    let state = State::new(pack.clone(), &visit(Saved::Carried(text), None));
    assert_eq!((state.answers.given(), state.notice), (2, None));
}

#[test]
fn an_unreadable_draft_is_said_and_starts_anew() {
    let pack = pack("fr");
    let visit = visit(Saved::Draft("rubbish".to_owned()), None);
    assert!(State::found_unreadable_draft(&pack, &visit));
    check(&pack, visit, &["Question 1 sur 12", pack.texts.get(Text::NoticeDraftUnreadable)], &[]);
}

#[test]
fn a_report_names_ranges_blind_spots_and_priorities() {
    let pack = pack("fr");
    let saved = draft(&pack, "12?304213?24");
    let wanted = [
        "data-screen=\"report\"",
        "Entre ",
        "class=\"priorities\"",
        "class=\"blind-spots\"",
        "<svg",
        "<table",
    ];
    check(&pack, visit(saved, None), &wanted, &[pack.texts.get(Text::ReportBlindSpotsNone)]);
    let sure = draft(&pack, "444444444444");
    let wanted =
        [pack.texts.get(Text::ReportPrioritiesNone), pack.texts.get(Text::ReportBlindSpotsNone), "Choisie"];
    check(&pack, visit(sure, None), &wanted, &["Entre ", "Niveau, au moins"]);
}

#[test]
fn a_shared_result_stands_beside_ones_own() {
    let pack = pack("fr");
    let theirs = answers(&pack, "444444444444");
    let fragment = link_of(&pack, Content::Answers(theirs.clone()));
    let mine = draft(&pack, "11");
    let state = State::new(pack.clone(), &visit(mine.clone(), Some(fragment.clone())));
    assert_eq!(state.answers, answers(&pack, "11"));
    check(
        &pack,
        visit(mine, Some(fragment)),
        &["data-screen=\"shared\"", "24/11/2026", "Choisie"],
        &["data-action=\"copy\""],
    );

    let complete = theirs.complete().expect("complete");
    let summary = ScoreSummary::from(&boussole_core::score::score(&pack.questionnaire, &complete));
    let fragment = link_of(&pack, Content::Scores(summary));
    let wanted = [pack.texts.get(Text::ReportScoresOnly), "Choisie"];
    check(&pack, visit(Saved::Nothing, Some(fragment)), &wanted, &["class=\"priorities\""]);
}

#[test]
fn a_bad_link_is_said_and_nothing_is_lost() {
    let pack = pack("fr");
    let sound = link_of(&pack, Content::Answers(answers(&pack, "444444444444")));
    let unfinished = link_of(&pack, Content::Answers(answers(&pack, "4")));
    for (fragment, text) in [
        (sound.replace("express.", "express.A"), Some(Text::NoticeLinkDamaged)),
        (sound.replacen('1', "3", 1), Some(Text::NoticeLinkNewer)),
        (unfinished, Some(Text::NoticeLinkUnfinished)),
        ("#section".to_owned(), None),
    ] {
        let state = State::new(pack.clone(), &visit(draft(&pack, "123"), Some(fragment.clone())));
        assert_eq!(state.answers, answers(&pack, "123"), "{fragment}");
        assert_eq!(state.screen, Screen::Item(3), "{fragment}");
        match text {
            Some(text) => assert_eq!(state.notice, Some(Notice::Link(text)), "{fragment}"),
            None => assert_eq!(state.notice, Some(Notice::Resumed(3)), "{fragment}"),
        }
    }
}

#[test]
fn answering_moves_to_the_next_missing_item_and_then_to_the_report() {
    let pack = pack("en");
    let response = Response::Level(Level::HIGHEST);
    let mut state = State::new(pack.clone(), &visit(draft(&pack, "1-1111111111"), None));
    assert_eq!(state.screen, Screen::Item(1));
    let stayed = state.after(Message::Answer(1, response, AfterAnswer::Stay), TODAY);
    assert_eq!(stayed.screen, Screen::Item(1));
    state = state.after(Message::Answer(0, response, AfterAnswer::MoveOn), TODAY);
    assert_eq!(state.screen, Screen::Item(1));
    state = state.after(Message::Answer(1, response, AfterAnswer::MoveOn), TODAY);
    assert_eq!(state.screen, Screen::Expectation, "the first time, what is expected is asked before");
    state = state.after(Message::Expect(Expectation::Passed), TODAY);
    assert_eq!(state.screen, Screen::Report);
    state = state.after(Message::Answer(1, Response::DontKnow, AfterAnswer::MoveOn), TODAY);
    assert_eq!(state.screen, Screen::Report);
}

#[test]
fn erasing_can_be_undone() {
    let pack = pack("en");
    let state = State::new(pack.clone(), &visit(draft(&pack, "1234"), None));
    let erased = state.after(Message::Erase(ResultId([9, 9, 9])), TODAY);
    assert_eq!((erased.answers.given(), &erased.screen), (0, &Screen::Item(0)));
    let back = erased.after(Message::Undo, TODAY);
    assert_eq!((back.answers, back.result_id), (state.answers, state.result_id));
}

#[test]
fn another_language_keeps_every_answer() {
    let state = State::new(pack("fr"), &visit(draft(&pack("fr"), "1234"), None));
    let translated = state.after(Message::Translate(pack("en")), TODAY);
    assert_eq!(translated.answers, state.answers);
    assert_eq!(translated.draft(), state.draft());
}

#[test]
fn a_question_says_what_to_show_and_whom_to_ask() {
    let pack = pack("fr");
    let item = pack.questionnaire.item(0).expect("an item").clone();
    let asked = pack.texts.get(Text::ItemMore);
    check(&pack, visit(Saved::Nothing, None), &[asked, &item.evidence], &[]);
    let before = first_version();
    check(&before, visit(Saved::Nothing, None), &[], &[asked]);
}

#[test]
fn a_report_interprets_each_principle_and_tells_what_stands_out() {
    let pack = pack("fr");
    let questionnaire = &pack.questionnaire;
    let paragraphs = questionnaire.principles.iter().map(|principle| principle.interpretations[4].clone());
    let wanted: Vec<String> = paragraphs.collect();
    let wanted: Vec<&str> = wanted.iter().map(String::as_str).collect();
    check(
        &pack,
        visit(draft(&pack, "444444444444"), None),
        &wanted,
        &[&*questionnaire.principles[0].interpretations[0]],
    );
}
