//! The components rendered natively to HTML, and the state's own laws.

mod report;

use std::rc::Rc;

use yew::{Callback, LocalServerRenderer};

use super::*;
use crate::answers::{Answers, Level, Response};
use crate::authoring::{self, Edition, SourceFile};
use crate::link::{self, Content, Day, Invitation, Mark, ResultLink};
use crate::pack::{Pack, Wire};
use crate::questionnaire::Role;
use crate::score::{MaturityLevel, Standing};
use crate::texts::{RoomText, Text, Texts};

const TODAY: Day = Day(327);
const MARK: Mark = Mark([1, 2, 3]);

/// The express form of the project's own questionnaire, as the widget reads it.
fn pack(locale: &str) -> Rc<Pack> {
    edition(Edition::Current, "express", locale)
}

/// A form of the project's own questionnaire, as it is now or in its first version.
fn edition(edition: Edition, form: &str, locale: &str) -> Rc<Pack> {
    let built = built();
    let wanted = (edition, form, locale);
    let file = built.packs.into_iter().find(|pack| (pack.edition, &*pack.form, &*pack.locale) == wanted);
    let wire: Wire = serde_json::from_str(&file.expect("the form").json).expect("a wire");
    Rc::new(Pack::from_wire(wire).expect("a pack"))
}

/// The texts of the rooms in a locale.
fn room_texts(locale: &str) -> Texts<RoomText> {
    let texts = serde_json::from_str(&built().rooms[locale]).expect("a list of texts");
    Texts::new(texts).expect("every text")
}

fn built() -> authoring::Built {
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
    authoring::build(&sources).expect("the project's own sources are right")
}

fn visit(saved: Saved, fragment: Option<String>) -> Visit {
    Visit { saved, fragment, today: TODAY, mark: MARK, expected: None }
}

fn furnished(room: Room, locale: &str) -> Furnished {
    let tools = Tools { download: |_| true, picture: |_, _, _, _| (), print: |_| true };
    let entry = match room {
        Room::Detail => entries::detail(tools),
        Room::Plan => entries::plan(tools),
        Room::Take => entries::take(tools),
        Room::History => entries::history(tools),
        Room::Team => entries::team(tools),
    };
    Furnished { entry, texts: Rc::new(room_texts(locale)) }
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
    let result = ResultLink { content, mark: MARK, role: None, day: Some(TODAY) };
    link::encode(&pack.questionnaire, &result)
}

fn draft(pack: &Pack, text: &str) -> Saved {
    Saved::Draft(link_of(pack, Content::Answers(answers(pack, text))))
}

fn ports(locale: String) -> Ports {
    let nothing = Port::from(|_| ());
    Ports {
        save: Callback::from(|_| true),
        set_aside: Callback::from(|()| ()),
        mark: Callback::from(|()| MARK),
        copy: nothing.clone(),
        sheet: Some(nothing.clone()),
        translate: nothing.clone(),
        pursue: nothing,
        find: Callback::from(|_| ()),
        keep: Callback::from(|_| true),
        kept: Callback::from(|_| None),
        rooms: Rooms::Here(Callback::from(move |room| furnished(room, &locale))),
    }
}

/// The widget; of a report, the details too, which are shown when they are asked for.
fn html(pack: &Rc<Pack>, visit: Visit) -> String {
    let ports = ports(pack.questionnaire.locale.clone());
    let saved = visit.saved.clone();
    let details = || rendered::<RoomAlone>(InRoom { pack: pack.clone(), saved, room: Room::Detail });
    let props = Props { pack: pack.clone(), visit, ports, page: "https://example.org/".into(), opened: None };
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
    room: Room,
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
        act: Callback::from(|_| ()),
        walking: Rc::default(),
        heading: NodeRef::default(),
    };
    rooms::view(&view, props.room, &None)
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
    let standing = Standing::from(&crate::score::score(&pack.questionnaire, &complete));
    let fragment = link_of(&pack, Content::Scores(standing));
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
    let stayed = state.after(Message::Answer(1, response, Then::Stay), TODAY);
    assert_eq!(stayed.screen, Screen::Item(1));
    state = state.after(Message::Answer(0, response, Then::MoveOn), TODAY);
    assert_eq!(state.screen, Screen::Item(1));
    state = state.after(Message::Answer(1, response, Then::MoveOn), TODAY);
    assert_eq!(state.screen, Screen::Expectation, "the first time, what is expected is asked before");
    state = state.after(Message::Expect(Expectation::Passed), TODAY);
    assert_eq!(state.screen, Screen::Report);
    state = state.after(Message::Answer(1, Response::DontKnow, Then::MoveOn), TODAY);
    assert_eq!(state.screen, Screen::Report);
}

#[test]
fn the_expected_level_is_kept_and_held_beside_the_result() {
    let pack = pack("fr");
    let level = |number| MaturityLevel::new(number).expect("a level");
    let name = |number: usize| &*pack.questionnaire.maturity[number].name;
    for (expectation, text, values) in [
        (Expectation::Level(level(4)), Text::ExpectBelow, [("level", name(4)), ("count", "2")]),
        (Expectation::Level(level(3)), Text::ExpectBelowOne, [("level", name(3)), ("count", "1")]),
        (Expectation::Level(level(2)), Text::ExpectSame, [("level", name(2)), ("count", "0")]),
        (Expectation::Level(level(0)), Text::ExpectAbove, [("level", name(0)), ("count", "2")]),
    ] {
        let visit = Visit { expected: expectation.kept(), ..visit(draft(&pack, "222222222222"), None) };
        assert_eq!(State::new(pack.clone(), &visit).expectation, expectation);
        check(&pack, visit, &[&pack.texts.fill(text, &values)], &[]);
    }
    // Whoever comes back to a result without having been asked is not asked any more.
    let back = State::new(pack.clone(), &visit(draft(&pack, "222222222222"), None));
    assert_eq!(back.expectation, Expectation::Passed);
    let anew = back.after(Message::Anew(Mark([9, 9, 9])), TODAY);
    assert_eq!(anew.expectation, Expectation::Unasked);
}

#[test]
fn a_new_assessment_can_be_taken_back_and_is_not_erased() {
    let pack = pack("fr");
    let state = State::new(pack.clone(), &visit(draft(&pack, "222222222222"), None));
    let anew = state.after(Message::Anew(Mark([9, 9, 9])), TODAY);
    assert_eq!((anew.answers.given(), anew.mark, anew.erased), (0, Mark([9, 9, 9]), false));
    let back = anew.after(Message::Undo, TODAY);
    assert_eq!((back.answers, back.mark), (state.answers, state.mark));
}

#[test]
fn every_room_is_there_in_every_language() {
    for locale in ["fr", "en"] {
        let pack = pack(locale);
        let texts = room_texts(locale);
        for (room, title) in [
            (Room::Plan, RoomText::PlanTitle),
            (Room::Take, RoomText::TakeTitle),
            (Room::History, RoomText::HistoryTitle),
            (Room::Team, RoomText::TeamTitle),
        ] {
            let saved = draft(&pack, "12?304213?24");
            let html = rendered::<RoomAlone>(InRoom { pack: pack.clone(), saved, room });
            assert!(html.contains(texts.get(title)), "{html}");
        }
    }
}

#[test]
fn an_invitation_gives_a_point_of_view_and_takes_no_answer() {
    let (express, full) = (pack("fr"), edition(Edition::Current, "full", "fr"));
    let asked = |pack: &Pack| {
        let invitation = Invitation::to(&pack.questionnaire, Role::Legal);
        link::encode_invitation(&invitation)
    };
    let fresh = State::new(express.clone(), &visit(Saved::Nothing, Some(asked(&express))));
    assert_eq!((fresh.role, fresh.notice), (Some(Role::Legal), Some(Notice::Invited(Role::Legal))));
    assert_eq!((fresh.pursued, fresh.screen, fresh.moves), (None, Screen::Item(0), 0));

    let begun = State::new(express.clone(), &visit(draft(&express, "12"), Some(asked(&full))));
    assert_eq!((begun.role, begun.answers.given()), (Some(Role::Legal), 2));
    assert_eq!(begun.pursued, Some((full.questionnaire.form.clone(), None)), "the form is loaded");
    let there = begun.after(Message::Enter(full.clone(), visit(Saved::Nothing, None)), TODAY);
    assert_eq!((there.role, there.notice), (Some(Role::Legal), Some(Notice::Invited(Role::Legal))));

    let other = begun.after(Message::Speak(Some(Role::It)), TODAY);
    let kept = other.after(Message::Open(asked(&express)), TODAY);
    assert_eq!((kept.role, kept.notice), (Some(Role::It), Some(Notice::InvitedOther(Role::Legal))));

    for damaged in ["ask.liberte-numerique.express.lega", "ask.other.express.legal", "ask.", "ask..."] {
        let state = State::new(express.clone(), &visit(draft(&express, "12"), Some(damaged.to_owned())));
        assert_eq!(state.notice, Some(Notice::Link(Text::NoticeInvitationUnknown)), "{damaged}");
        assert_eq!((state.role, state.answers.given()), (None, 2), "{damaged}");
    }
}

#[test]
fn a_room_that_came_too_late_is_left_alone() {
    let pack = pack("fr");
    let state = State::new(pack.clone(), &visit(draft(&pack, "222222222222"), None));
    let waiting = state.after(Message::Go(Screen::Room(Room::Plan, None)), TODAY);
    let elsewhere = waiting.after(Message::Mine, TODAY);
    let late = elsewhere.after(Message::Furnish(Room::Plan, Some(furnished(Room::Plan, "fr"))), TODAY);
    assert_eq!(late, elsewhere);
    let failed = waiting.after(Message::Furnish(Room::Plan, None), TODAY);
    assert_eq!(failed.furnished, Some(None));
    assert_eq!(failed.after(Message::Again, TODAY).furnished, None, "it is tried again");
}

#[test]
fn erasing_can_be_undone() {
    let pack = pack("en");
    let state = State::new(pack.clone(), &visit(draft(&pack, "1234"), None));
    let erased = state.after(Message::Erase(Mark([9, 9, 9])), TODAY);
    assert_eq!((erased.answers.given(), &erased.screen), (0, &Screen::Item(0)));
    let back = erased.after(Message::Undo, TODAY);
    assert_eq!((back.answers, back.mark), (state.answers, state.mark));
}

#[test]
fn another_language_keeps_every_answer() {
    let state = State::new(pack("fr"), &visit(draft(&pack("fr"), "1234"), None));
    let translated = state.after(Message::Translate(pack("en")), TODAY);
    assert_eq!(translated.answers, state.answers);
    assert_eq!(translated.draft(), state.draft());
}

/// The first version of the express form, as it was released.
fn first_version() -> Rc<Pack> {
    edition(Edition::Frozen, "express", "fr")
}

#[test]
fn the_express_answers_go_along_into_the_full_form() {
    let (express, full) = (pack("fr"), edition(Edition::Current, "full", "fr"));
    let state = State::new(express.clone(), &visit(draft(&express, "123401234012"), None));
    assert_eq!(state.screen, Screen::Report);
    let entered = state.after(
        Message::Enter(full.clone(), Visit { mark: Mark([9, 9, 9]), ..visit(Saved::Nothing, None) }),
        TODAY,
    );
    assert_eq!(entered.answers.given(), 12);
    assert_eq!(entered.mark, Mark([9, 9, 9]));
    for (item, response) in full.questionnaire.items().zip(entered.answers.iter()) {
        let position = express.questionnaire.items().position(|known| known.id == item.id);
        assert_eq!(response, position.and_then(|position| state.answers.get(position)), "{}", item.id);
    }
    assert!(matches!(entered.screen, Screen::Item(position) if entered.answers.get(position).is_none()));
    let offered = pack("fr").texts.get(Text::ReportDeeperGo).to_owned();
    check(&express, visit(draft(&express, "123401234012"), None), &[&offered], &[]);
    let all = "2".repeat(full.questionnaire.len());
    check(&full, visit(draft(&full, &all), None), &["data-screen=\"report\""], &[&offered]);
}

#[test]
fn a_draft_of_the_full_form_is_completed_and_not_replaced() {
    let (express, full) = (pack("fr"), edition(Edition::Current, "full", "fr"));
    let state = State::new(express.clone(), &visit(draft(&express, "123401234012"), None));
    let kept = draft(&full, &"3".repeat(full.questionnaire.len()));
    let entered = state
        .after(Message::Enter(full.clone(), Visit { mark: Mark([9, 9, 9]), ..visit(kept, None) }), TODAY);
    // What was answered last counts; the mark is that of the result that is gone on with.
    let carried = state.answers.carried(&express.questionnaire, &full.questionnaire);
    for (position, response) in entered.answers.iter().enumerate() {
        let kept = Level::new(3).map(Response::Level);
        assert_eq!(response, carried.get(position).or(kept));
    }
    assert_eq!((entered.mark, entered.screen), (MARK, Screen::Report));
}

#[test]
fn a_draft_of_an_earlier_version_is_taken_over_where_it_still_means_the_same() {
    let (before, now) = (first_version(), pack("fr"));
    let saved = draft(&before, "123401234012");
    let state = State::new(now.clone(), &visit(saved.clone(), None));
    assert!(State::found_unreadable_draft(&now, &visit(saved, None)), "it is set aside first");
    let sought = state.sought.clone().expect("the version of the draft is sought");
    assert_eq!(sought.origin, link::Origin::of(&before.questionnaire));

    let found = state.after(Message::Found(sought.clone(), Some(before.clone())), TODAY);
    let carried = answers(&before, "123401234012").carried(&before.questionnaire, &now.questionnaire);
    assert_eq!((found.sought.is_none(), &found.answers), (true, &carried));
    assert!((1..12).contains(&carried.given()), "some items changed their meaning, not all");
    let notice = Notice::Carried(carried.given(), 12, state.before());
    assert_eq!(found.notice, Some(notice));
    assert_eq!(found.after(Message::Undo, TODAY).answers, state.answers);

    let lost = state.after(Message::Found(sought, None), TODAY);
    assert_eq!(lost.notice, Some(Notice::DraftUnreadable));
}

#[test]
fn a_result_of_an_earlier_version_is_shown_as_it_was_and_offers_its_answers() {
    let (before, now) = (first_version(), pack("fr"));
    let fragment = link_of(&before, Content::Answers(answers(&before, "123401234012")));
    let state = State::new(now.clone(), &visit(draft(&now, "4"), Some(fragment.clone())));
    assert_eq!(state.screen, Screen::Item(1), "nothing is shown before it can be read");
    let sought = state.sought.clone().expect("the version of the link is sought");
    let shown = state.after(Message::Found(sought.clone(), Some(before.clone())), TODAY);
    let Screen::Shared(shared) = &shown.screen else { panic!("{:?}", shown.screen) };
    assert_eq!((&shared.pack, &shown.answers), (&before, &state.answers));
    let carried = shown.after(Message::CarryOver, TODAY);
    assert_eq!(carried.answers.get(0), state.answers.get(0), "one's own answers stay");
    assert!(carried.answers.given() > 1);
    let gone = state.after(Message::Found(sought, None), TODAY);
    assert_eq!(
        (gone.notice, gone.screen),
        (Some(Notice::Link(Text::NoticeLinkOtherVersion)), Screen::Item(1))
    );
}

#[test]
fn a_shared_result_is_read_again_in_another_language() {
    let (french, english) = (pack("fr"), pack("en"));
    let fragment = link_of(&french, Content::Answers(answers(&french, "123401234012")));
    let state = State::new(french, &visit(Saved::Nothing, Some(fragment)));
    let translated = state.after(Message::Translate(english.clone()), TODAY);
    let Screen::Shared(shared) = &translated.screen else { panic!("{:?}", translated.screen) };
    assert_eq!((&shared.pack, translated.moves), (&english, state.moves));
}

#[test]
fn a_result_of_something_unknown_is_said_and_nothing_is_lost() {
    let pack = pack("fr");
    let full = edition(Edition::Current, "full", "fr");
    let fragment = link_of(&full, Content::Answers(answers(&full, &"2".repeat(full.questionnaire.len()))));
    let state = State::new(pack.clone(), &visit(draft(&pack, "123"), Some(fragment)));
    let sought = state.sought.clone().expect("the form of the link is sought");
    let shown = state.after(Message::Found(sought.clone(), Some(full)), TODAY);
    assert!(matches!(shown.screen, Screen::Shared(_)));
    let gone = state.after(Message::Found(sought, None), TODAY);
    assert_eq!(gone.notice, Some(Notice::Link(Text::NoticeLinkOther)));
    assert_eq!(gone.answers, state.answers);
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
