//! A widget whose pack has no more than its questions show: the rest comes behind the first screen.

use std::path::Path;
use std::rc::Rc;

use boussole::state::{Load, Message, Screen, State};
use boussole_core::link::{self, Content, Invitation};
use boussole_core::pack::Pack;
use boussole_core::phrases;
use boussole_core::questionnaire::{Role, Word};
use boussole_core::texts::{Name, Text};

use crate::fixture::{TODAY, answers, draft, html, link_of, pack, visit};

/// What the questions of a pack show.
fn first(pack: &Pack) -> Rc<Pack> {
    Rc::new(Pack::from_first_wire(pack.first_wire()).expect("a pack that was written can be read"))
}

#[test]
fn every_question_looks_the_same_with_and_without_the_rest() {
    for locale in ["fr", "en"] {
        let whole = pack(locale);
        for given in 0..whole.questionnaire.len() {
            let saved = || draft(&whole, &"2".repeat(given));
            assert_eq!(html(&first(&whole), visit(saved(), None)), html(&whole, visit(saved(), None)));
        }
    }
}

#[test]
fn an_invitation_of_every_role_looks_the_same_with_and_without_the_rest() {
    let whole = pack("fr");
    for (_, role) in Role::WORDS {
        let invitation = link::encode_invitation(&Invitation::to(&whole.questionnaire, *role));
        let shown = |pack: &Rc<Pack>| html(pack, visit(draft(&whole, "22"), Some(invitation.clone())));
        assert!(shown(&whole).contains(phrases::role(&whole.texts, *role)), "{invitation}");
        assert_eq!(shown(&first(&whole)), shown(&whole));
    }
}

#[test]
fn what_runs_before_the_rest_is_there_uses_no_text_of_it() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let files = [
        "app.rs",
        "effects.rs",
        "lazy.rs",
        "screens/question.rs",
        "ui/footer.rs",
        "ui/frame.rs",
        "ui/notice.rs",
        "view.rs",
    ];
    let state = root.join("state").read_dir().expect("a folder").map(|entry| entry.expect("an entry").path());
    for path in files.iter().map(|file| root.join(file)).chain(state) {
        let source = std::fs::read_to_string(&path).expect("a source");
        for (text, key) in &Text::ALL[Text::OF_QUESTIONS..] {
            let name = format!("Text::{text:?}");
            let ends = source.match_indices(&name).map(|(at, _)| at + name.len());
            let mut whole_names = ends.filter(|end| !source[*end..].starts_with(char::is_alphanumeric));
            assert_eq!(whole_names.next(), None, "{} uses {key}", path.display());
        }
    }
}

#[test]
fn a_screen_behind_the_questions_waits_for_the_rest() {
    let whole = pack("fr");
    let saved = || draft(&whole, "222222222222");
    let loading = whole.texts.get(Text::PartLoading);
    assert!(html(&first(&whole), visit(saved(), None)).contains(loading));
    assert!(!html(&whole, visit(saved(), None)).contains(loading));
}

#[test]
fn a_shared_result_that_was_opened_before_the_rest_is_shown_with_it() {
    let whole = pack("fr");
    let link = link_of(&whole, Content::Answers(answers(&whole, "111111111111")));
    let state = State::new(first(&whole), &visit(draft(&whole, "222"), Some(link)));
    let ready = state.after(Message::ReportPartLoaded(Some(whole.clone())), TODAY);
    let Screen::Shared(shared) = ready.screen else { panic!("the result is on the screen") };
    assert_eq!(shared.pack, whole);
}

#[test]
fn the_rest_completes_the_pack_and_changes_nothing_else() {
    let whole = pack("fr");
    for given in ["222", "222222222222"] {
        let state = State::new(first(&whole), &visit(draft(&whole, given), None));
        let ready = state.after(Message::ReportPartLoaded(Some(whole.clone())), TODAY);
        assert_eq!((ready.report_part, &ready.pack), (Load::Ready, &whole));
        assert_eq!((&ready.answers, &ready.screen), (&state.answers, &state.screen));
        assert_eq!(ready.screen == Screen::Report, ready.report().is_some());
    }
}

#[test]
fn a_language_that_came_before_the_rest_of_the_first_one_stays() {
    let (french, english) = (pack("fr"), pack("en"));
    let state = State::new(first(&french), &visit(draft(&french, "222"), None));
    let translated = state.after(Message::Translate(english.clone()), TODAY);
    let ready = translated.after(Message::ReportPartLoaded(Some(french)), TODAY);
    assert_eq!((ready.report_part, ready.pack), (Load::Ready, english));
}
