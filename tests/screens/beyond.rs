//! What leads to a result and beyond: what was expected, invitations, rooms.

use boussole_core::report::Report;

use super::*;

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
        let visit = Visit { expected: expectation.stored(), ..visit(draft(&pack, "222222222222"), None) };
        assert_eq!(State::new(pack.clone(), &visit).expectation, expectation);
        check(&pack, visit, &[&pack.texts.fill(text, &values)], &[]);
    }
    // Whoever comes back to a result without having been asked is not asked any more.
    let back = State::new(pack.clone(), &visit(draft(&pack, "222222222222"), None));
    assert_eq!(back.expectation, Expectation::Passed);
    let restarted = back.after(Message::Restart(ResultId([9, 9, 9])), TODAY);
    assert_eq!(restarted.expectation, Expectation::Unasked);
}

#[test]
fn a_new_assessment_can_be_taken_back_and_is_not_erased() {
    let pack = pack("fr");
    let state = State::new(pack.clone(), &visit(draft(&pack, "222222222222"), None));
    let restarted = state.after(Message::Restart(ResultId([9, 9, 9])), TODAY);
    assert_eq!(
        (restarted.answers.given(), restarted.result_id, restarted.erased),
        (0, ResultId([9, 9, 9]), false)
    );
    let back = restarted.after(Message::Undo, TODAY);
    assert_eq!((back.answers, back.result_id), (state.answers, state.result_id));
}

#[test]
fn every_room_is_there_in_every_language() {
    for locale in ["fr", "en"] {
        let pack = pack(locale);
        let texts = room_texts(locale);
        for (room, title) in [
            (LazyPart::Plan, LazyText::PlanTitle),
            (LazyPart::Export, LazyText::ExportTitle),
            (LazyPart::History, LazyText::HistoryTitle),
            (LazyPart::Team, LazyText::TeamTitle),
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
    assert_eq!((fresh.requested_form, fresh.screen, fresh.moves), (None, Screen::Item(0), 0));

    let begun = State::new(express.clone(), &visit(draft(&express, "12"), Some(asked(&full))));
    assert_eq!((begun.role, begun.answers.given()), (Some(Role::Legal), 2));
    assert_eq!(begun.requested_form, Some((full.questionnaire.form.clone(), None)), "the form is loaded");
    let there = begun.after(Message::SwitchForm(full.clone(), visit(Saved::Nothing, None)), TODAY);
    assert_eq!((there.role, there.notice), (Some(Role::Legal), Some(Notice::Invited(Role::Legal))));

    let other = begun.after(Message::SetRole(Some(Role::It)), TODAY);
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
    let waiting = state.after(Message::Go(Screen::Lazy(LazyPart::Plan, None)), TODAY);
    let elsewhere = waiting.after(Message::ShowOwn, TODAY);
    let late = elsewhere.after(Message::PartLoaded(LazyPart::Plan, true), TODAY);
    assert_eq!(late, elsewhere);
    assert_eq!(waiting.part, Load::Loading);
    let failed = waiting.after(Message::PartLoaded(LazyPart::Plan, false), TODAY);
    assert_eq!(failed.part, Load::Failed);
    assert_eq!(failed.after(Message::RetryPart, TODAY).part, Load::Loading, "it is tried again");
    assert_eq!(waiting.after(Message::PartLoaded(LazyPart::Plan, true), TODAY).part, Load::Ready);
}

#[test]
fn the_report_is_that_of_the_answers_after_every_message() {
    let (french, english) = (pack("fr"), pack("en"));
    let mut state = State::new(french.clone(), &visit(draft(&french, "22222222222"), None));
    assert_eq!(state.report, None);
    let dont_know = Message::Answer(11, Response::DontKnow, AfterAnswer::MoveOn);
    let level = Message::Answer(0, Response::Level(Level::new(4).expect("a level")), AfterAnswer::Stay);
    for message in [dont_know, level, Message::Translate(english), Message::Erase(RESULT_ID), Message::Undo] {
        state = state.after(message, TODAY);
        let complete = state.answers.complete();
        let report = complete.map(|answers| Report::new(&state.pack.questionnaire, &answers));
        assert_eq!(state.report.as_deref(), report.as_ref());
    }
    assert!(state.report.is_some());
    let same = state.after(Message::Go(Screen::Overview), TODAY);
    let (Some(before), Some(after)) = (&state.report, &same.report) else { panic!("both are complete") };
    assert!(Rc::ptr_eq(before, after), "it is computed once");
}
