//! Links into the assessment: shared results, damaged links, invitations.

use boussole::state::{Message, Notice, Saved, Screen, State};
use boussole_authoring::Edition;
use boussole_core::link::{self, Content, Invitation};
use boussole_core::pack::Pack;
use boussole_core::questionnaire::Role;
use boussole_core::score::ScoreSummary;
use boussole_core::texts::Text;

use crate::fixture::{TODAY, answers, check, draft, edition, link_of, pack, visit};

#[test]
fn a_shared_result_is_shown_and_the_own_answers_stay() {
    let pack = pack("fr");
    let theirs = answers(&pack, "444444444444");
    let fragment = link_of(&pack, Content::Answers(theirs.clone()));
    let mine = draft(&pack, "11");
    let state = State::new(pack.clone(), &visit(mine.clone(), Some(fragment.clone())));
    assert_eq!(state.answers, answers(&pack, "11"));
    check(
        &pack,
        visit(mine, Some(fragment)),
        &["data-screen=\"shared\"", "24/11/2026", "Dépendance assumée"],
        &["data-action=\"copy\""],
    );

    let complete = theirs.complete().expect("complete");
    let summary = ScoreSummary::from(&boussole_core::score::score(&pack.questionnaire, &complete));
    let fragment = link_of(&pack, Content::Scores(summary));
    let wanted = [pack.texts.get(Text::ReportScoresOnly), "Dépendance assumée"];
    check(&pack, visit(Saved::Nothing, Some(fragment)), &wanted, &["class=\"priorities\""]);
}

#[test]
fn a_bad_link_is_reported_and_nothing_is_lost() {
    let pack = pack("fr");
    let sound = link_of(&pack, Content::Answers(answers(&pack, "444444444444")));
    let unfinished = link_of(&pack, Content::Answers(answers(&pack, "4")));
    for (fragment, text) in [
        (sound.replace("express.", "express.A"), Some(Text::NoticeLinkDamaged)),
        (sound.replacen('1', "5", 1), Some(Text::NoticeLinkNewer)),
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
    assert_eq!((begun.role, begun.answers.answered()), (Some(Role::Legal), 2));
    assert_eq!(begun.requested_form, Some((full.questionnaire.form.clone(), None)), "the form is loaded");
    let there = begun.after(Message::SwitchForm(full.clone(), visit(Saved::Nothing, None)), TODAY);
    assert_eq!((there.role, there.notice), (Some(Role::Legal), Some(Notice::Invited(Role::Legal))));

    let other = begun.after(Message::SetRole(Some(Role::It)), TODAY);
    let unchanged = other.after(Message::Open(asked(&express)), TODAY);
    assert_eq!((unchanged.role, unchanged.notice), (Some(Role::It), Some(Notice::InvitedOther(Role::Legal))));

    for damaged in ["ask.liberte-numerique.express.lega", "ask.other.express.legal", "ask.", "ask..."] {
        let state = State::new(express.clone(), &visit(draft(&express, "12"), Some(damaged.to_owned())));
        assert_eq!(state.notice, Some(Notice::Link(Text::NoticeInvitationUnknown)), "{damaged}");
        assert_eq!((state.role, state.answers.answered()), (None, 2), "{damaged}");
    }
}
