//! Other forms, earlier versions, other languages.

use boussole::state::{LazyPart, Load, Message, Notice, Saved, Screen, State, Visit};
use boussole_authoring::Edition;
use boussole_core::answers::{Level, Response};
use boussole_core::link::{self, Content, ResultId};
use boussole_core::pack::Pack;
use boussole_core::team::{Team, gather};
use boussole_core::texts::Text;

use crate::fixture::{RESULT_ID, TODAY, answers, check, draft, edition, first_version, link_of, pack, visit};

#[test]
fn the_express_answers_go_along_into_the_full_form() {
    let (express, full) = (pack("fr"), edition(Edition::Current, "full", "fr"));
    let state = State::new(express.clone(), &visit(draft(&express, "123401234012"), None));
    assert_eq!(state.screen, Screen::Report);
    let entered = state.after(
        Message::SwitchForm(
            full.clone(),
            Visit { result_id: ResultId([9, 9, 9]), ..visit(Saved::Nothing, None) },
        ),
        TODAY,
    );
    assert_eq!(entered.answers.answered(), 12);
    assert_eq!(entered.result_id, ResultId([9, 9, 9]));
    for (item, response) in full.questionnaire.items().zip(entered.answers.iter()) {
        let position = express.questionnaire.items().position(|other| other.id == item.id);
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
    let stored = draft(&full, &"3".repeat(full.questionnaire.len()));
    let entered = state.after(
        Message::SwitchForm(full.clone(), Visit { result_id: ResultId([9, 9, 9]), ..visit(stored, None) }),
        TODAY,
    );
    // The latest answer counts. The result_id is that of the continued result.
    let carried = state.answers.carried(&express.questionnaire, &full.questionnaire);
    for (position, response) in entered.answers.iter().enumerate() {
        let stored = Level::new(3).map(Response::Level);
        assert_eq!(response, carried.get(position).or(stored));
    }
    assert_eq!((entered.result_id, entered.screen), (RESULT_ID, Screen::Report));
}

#[test]
fn a_draft_of_an_earlier_version_is_taken_over_where_it_still_means_the_same() {
    let (before, now) = (first_version(), pack("fr"));
    let saved = draft(&before, "123401234012");
    let state = State::new(now.clone(), &visit(saved.clone(), None));
    assert!(State::found_unreadable_draft(&now, &visit(saved, None)), "it is set aside first");
    let requested_pack = state.requested_pack.clone().expect("the version of the draft is to be loaded");
    assert_eq!(requested_pack.origin, link::Origin::of(&before.questionnaire));

    let found = state.after(Message::PackLoaded(requested_pack.clone(), Some(before.clone())), TODAY);
    let carried = answers(&before, "123401234012").carried(&before.questionnaire, &now.questionnaire);
    assert_eq!((found.requested_pack.is_none(), &found.answers), (true, &carried));
    assert!((1..12).contains(&carried.answered()), "some items changed their meaning, not all");
    let notice = Notice::Carried(carried.answered(), 12, state.before());
    assert_eq!(found.notice, Some(notice));
    assert_eq!(found.after(Message::Undo, TODAY).answers, state.answers);

    let lost = state.after(Message::PackLoaded(requested_pack, None), TODAY);
    assert_eq!(lost.notice, Some(Notice::DraftUnreadable));
}

#[test]
fn a_result_of_an_earlier_version_is_shown_as_it_was_and_offers_its_answers() {
    let (before, now) = (first_version(), pack("fr"));
    let fragment = link_of(&before, Content::Answers(answers(&before, "123401234012")));
    let state = State::new(now.clone(), &visit(draft(&now, "4"), Some(fragment.clone())));
    assert_eq!(state.screen, Screen::Item(1), "nothing is shown before it can be read");
    let requested_pack = state.requested_pack.clone().expect("the version of the link is to be loaded");
    let shown = state.after(Message::PackLoaded(requested_pack.clone(), Some(before.clone())), TODAY);
    let Screen::Shared(shared) = &shown.screen else { panic!("{:?}", shown.screen) };
    assert_eq!((&shared.pack, &shown.answers), (&before, &state.answers));
    let carried = shown.after(Message::CarryOver, TODAY);
    assert_eq!(carried.answers.get(0), state.answers.get(0), "one's own answers stay");
    assert!(carried.answers.answered() > 1);
    let gone = state.after(Message::PackLoaded(requested_pack, None), TODAY);
    assert_eq!(
        (gone.notice, gone.screen),
        (Some(Notice::Link(Text::NoticeLinkOtherVersion)), Screen::Item(1))
    );
}

/// Answers to every item.
const ALL: &str = "123401234012";

/// The link of a team of one, who answered this pack.
fn team_of(pack: &Pack) -> String {
    let team =
        gather(&pack.questionnaire, &Team::default(), &link_of(pack, Content::Answers(answers(pack, ALL))));
    link::encode_team(&pack.questionnaire, &team.team)
}

#[test]
fn a_team_of_an_earlier_version_opens_with_the_pack_of_that_version() {
    let (before, now) = (first_version(), pack("fr"));
    let fragment = team_of(&before);
    let state = State::new(now.clone(), &visit(draft(&now, "4"), Some(fragment.clone())));
    assert_eq!(state.screen, Screen::Item(1), "nothing is shown before it can be read");
    let requested_pack = state.requested_pack.clone().expect("the version of the link is to be loaded");
    assert_eq!(requested_pack.origin, link::Origin::of(&before.questionnaire));
    let shown = state.after(Message::PackLoaded(requested_pack.clone(), Some(before.clone())), TODAY);
    assert_eq!((shown.lazy_part(), shown.other_pack()), (Some(LazyPart::Team), Some(before)));
    assert_eq!((shown.brought(), &shown.answers), (Some(fragment), &state.answers));
    assert!(shown.shows_link(), "a reload opens it again");
    let gone = state.after(Message::PackLoaded(requested_pack, None), TODAY);
    let refused = Some(Notice::Link(Text::NoticeLinkOtherVersion));
    assert_eq!((gone.notice, gone.screen), (refused, Screen::Item(1)));
}

#[test]
fn what_a_lazy_screen_took_in_is_not_brought_again_in_another_language() {
    let (before, french, english) = (first_version(), pack("fr"), pack("en"));
    let own = team_of(&french);
    let opened = State::new(french.clone(), &visit(Saved::Nothing, Some(own.clone())));
    let waiting = opened.after(Message::Translate(english.clone()), TODAY);
    assert_eq!(waiting.brought(), Some(own.clone()), "its screen has not seen the link yet");
    let loaded = opened.after(Message::PartLoaded(LazyPart::Team, true), TODAY);
    let translated = loaded.after(Message::Translate(english.clone()), TODAY);
    assert_eq!((translated.brought(), translated.requested_pack), (None, None));
    let other = team_of(&before);
    let asked =
        loaded.after(Message::Translate(english.clone()), TODAY).after(Message::Open(other.clone()), TODAY);
    let requested_pack = asked.requested_pack.clone().expect("an earlier version");
    let shown = asked.after(Message::PackLoaded(requested_pack, Some(before.clone())), TODAY);
    assert_eq!(shown.brought(), Some(other), "another link was not taken in yet");
    let again =
        loaded.after(Message::Translate(english.clone()), TODAY).after(Message::Open(own.clone()), TODAY);
    assert_eq!(again.brought(), Some(own), "whoever opens the link again wants what it holds");

    let fragment = team_of(&before);
    let state = State::new(french, &visit(Saved::Nothing, Some(fragment)));
    let requested_pack = state.requested_pack.clone().expect("an earlier version");
    let shown = state.after(Message::PackLoaded(requested_pack, Some(before.clone())), TODAY);
    let loaded = shown.after(Message::PartLoaded(LazyPart::Team, true), TODAY);
    let translated = loaded.after(Message::Translate(english), TODAY);
    let requested_pack = translated.requested_pack.clone().expect("that version in the other language");
    let ready = translated.after(Message::PartLoaded(LazyPart::Team, true), TODAY);
    for state in [translated, ready] {
        let shown = state.after(Message::PackLoaded(requested_pack.clone(), Some(before.clone())), TODAY);
        assert_eq!((shown.brought(), shown.part), (None, Load::Loading));
    }
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
fn a_result_of_an_unknown_form_is_reported_and_nothing_is_lost() {
    let pack = pack("fr");
    let full = edition(Edition::Current, "full", "fr");
    let fragment = link_of(&full, Content::Answers(answers(&full, &"2".repeat(full.questionnaire.len()))));
    let state = State::new(pack.clone(), &visit(draft(&pack, "123"), Some(fragment)));
    let requested_pack = state.requested_pack.clone().expect("the form of the link is to be loaded");
    let shown = state.after(Message::PackLoaded(requested_pack.clone(), Some(full)), TODAY);
    assert!(matches!(shown.screen, Screen::Shared(_)));
    let gone = state.after(Message::PackLoaded(requested_pack, None), TODAY);
    assert_eq!(gone.notice, Some(Notice::Link(Text::NoticeLinkOther)));
    assert_eq!(gone.answers, state.answers);
}
