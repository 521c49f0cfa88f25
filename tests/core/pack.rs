//! The laws of what travels to the widget: it arrives as it left, or not at all.

use boussole_core::pack::{Locale, Longer, Pack, Wire, WireError, rest_wire};
use boussole_core::questionnaire::{
    Bound, Condition, Footnote, Item, Layer, MAX_ENTRIES, PrincipleId, Profile, ProfileScope, Questionnaire,
    RawQuestionnaire, StructureError,
};
use boussole_core::texts::{Name, Text, Texts};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::arbitrary::unfinished;
use crate::made::{SMALL, id, questionnaire, valid};

/// A pack with something of everything that may be missing.
fn pack(questionnaire: Questionnaire) -> Pack {
    let condition = |part, bound| Condition { part, bound };
    let when = vec![
        condition(ProfileScope::Principle(PrincipleId::Build), Bound::AtLeast(60)),
        condition(ProfileScope::Dimension(1), Bound::AtMost(40)),
        condition(ProfileScope::Item(2), Bound::AtMost(0)),
    ];
    let mut draft = RawQuestionnaire::clone(&questionnaire);
    draft.profiles = vec![Profile { text: "profile".to_owned(), when }];
    draft.principles[0].interpretations = ["a", "b", "c", "d", "e"].map(str::to_owned);
    let item = &mut draft.principles[0].dimensions[0].items[0];
    item.layer = Some(Layer::Ai);
    item.evidence = "evidence".to_owned();
    item.references = vec![footnote("one"), footnote("two")];
    item.definitions = ["critical", "solution"].map(definition).into();
    draft.has_ladders = true;
    let questionnaire = valid(draft);
    let locale = |(id, name): (&str, &str)| Locale { id: id.to_owned(), name: name.to_owned() };
    let texts = Text::ALL.iter().map(|(_, key)| (*key).to_owned()).collect();
    Pack {
        questionnaire: questionnaire.into(),
        texts: Texts::new(texts).expect("there is a text for each name"),
        locales: [("fr", "Français"), ("en", "English")].map(locale).to_vec(),
        longer: vec![Longer { form: id("full"), items: 30, minutes: 10 }],
    }
}

fn footnote(title: &str) -> Footnote {
    Footnote { title: title.to_owned(), text: format!("text of {title}"), url: format!("url of {title}") }
}

/// What the questions of a pack show.
fn first(pack: &Pack) -> Pack {
    Pack::from_first_wire(pack.first_wire()).expect("a pack that was written can be read")
}

/// A definition has no address.
fn definition(term: &str) -> Footnote {
    Footnote { url: String::new(), ..footnote(term) }
}

proptest! {
    #[test]
    fn a_pack_arrives_as_it_left(case in unfinished()) {
        let pack = pack(case.questionnaire);
        prop_assert_eq!(Pack::from_wires(pack.to_wires()), Ok(pack));
    }

    #[test]
    fn any_lists_are_a_pack_or_a_fault(numbers: Vec<u8>, texts in vec("[a-z/]{0,9}", 0..200)) {
        let wire = Wire(numbers, texts);
        prop_assert!(Pack::from_first_wire(wire.clone()).is_err());
        prop_assert!(Pack::from_wires([pack(questionnaire(SMALL)).first_wire(), wire]).is_err());
    }

    #[test]
    fn a_changed_number_is_a_pack_or_a_fault(at in 0usize..90, number: u8) {
        let Wire(mut numbers, texts) = pack(questionnaire(SMALL)).first_wire();
        let place = at % numbers.len();
        numbers[place] = number;
        // No list says how often it is read into: whatever is read is complete and valid.
        let wire = Wire(numbers, texts);
        if let Ok(pack) = Pack::from_first_wire(wire.clone()) {
            prop_assert_eq!(pack.questionnaire.faults(), vec![]);
            // A flag has one spelling.
            prop_assert_eq!(pack.first_wire(), wire);
        }
    }

    #[test]
    fn a_changed_number_of_the_rest_is_a_pack_or_a_fault(at in 0usize..90, number: u8) {
        let pack = pack(questionnaire(SMALL));
        let Wire(mut numbers, texts) = rest_wire(std::slice::from_ref(&pack));
        let place = at % numbers.len();
        numbers[place] = number;
        if let Ok(whole) = Pack::from_wires([pack.first_wire(), Wire(numbers, texts)]) {
            prop_assert_eq!(whole.questionnaire.faults(), vec![]);
            prop_assert_eq!(whole.first_wire(), pack.first_wire());
            prop_assert_eq!(Pack::from_wires(whole.to_wires()), Ok(whole));
        }
    }
}

#[test]
fn a_pack_without_its_rest_has_all_that_questions_show_and_says_that_it_is_not_complete() {
    let whole = pack(questionnaire(SMALL));
    let first = first(&whole);
    assert_eq!((whole.is_complete(), first.is_complete()), (true, false));
    for (text, key) in Text::ALL {
        let expected = if text.index() < Text::OF_QUESTIONS { *key } else { "" };
        assert_eq!(first.texts.get(*text), expected);
    }
    for (item, of_whole) in first.questionnaire.items().zip(whole.questionnaire.items()) {
        let shown = |item: &Item| {
            let citations: Vec<String> = item.references.iter().map(|one| one.title.clone()).collect();
            let texts = [&item.short, &item.prompt, &item.help, &item.evidence].map(String::clone);
            (texts, item.levels.clone(), item.definitions.clone(), citations)
        };
        assert_eq!(shown(item), shown(of_whole));
    }
}

#[test]
fn one_rest_completes_every_form_of_its_questionnaire_and_no_form_that_it_lacks() {
    let express = pack(questionnaire(SMALL));
    let mut draft =
        RawQuestionnaire::clone(&questionnaire("1: 1(1 1 1) 2(1) | 1: 1(1 2-) | 2: 1(1) 3(1- 1)"));
    draft.form = id("full");
    let full = pack(valid(draft));
    let rest = rest_wire(&[express.clone(), full.clone()]);
    for form in [&express, &full] {
        assert_eq!(Pack::from_wires([form.first_wire(), rest.clone()]).as_ref(), Ok(form));
    }
    assert_eq!(
        Pack::from_wires([full.first_wire(), rest_wire(std::slice::from_ref(&express))]),
        Err(WireError::OtherRelease)
    );
}

/// That a wire is of another release wherever its lists are cut, or lengthened.
fn assert_whole_lists_alone_are_read(
    Wire(numbers, texts): Wire,
    read: impl Fn(Wire) -> Result<Pack, WireError>,
) {
    let refused =
        |numbers: Vec<u8>, texts: Vec<String>| read(Wire(numbers, texts)) == Err(WireError::OtherRelease);
    for length in 0..numbers.len() {
        assert!(refused(numbers[..length].to_vec(), texts.clone()), "{length} numbers");
    }
    for length in 0..texts.len() {
        assert!(refused(numbers.clone(), texts[..length].to_vec()), "{length} texts");
    }
    assert!(refused([&numbers[..], &[0]].concat(), texts.clone()));
    assert!(refused(numbers, [&texts[..], &[String::new()]].concat()));
}

#[test]
fn lists_of_the_rest_that_are_cut_or_lengthened_anywhere_are_of_another_release() {
    let pack = pack(questionnaire(SMALL));
    let rest = rest_wire(std::slice::from_ref(&pack));
    assert_whole_lists_alone_are_read(rest, |rest| Pack::from_wires([pack.first_wire(), rest]));
}

#[test]
fn lists_that_are_cut_or_lengthened_anywhere_are_of_another_release() {
    assert_whole_lists_alone_are_read(pack(questionnaire(SMALL)).first_wire(), Pack::from_first_wire);
}

#[test]
fn a_pack_that_breaks_a_rule_is_refused() {
    let Wire(mut numbers, texts) = pack(questionnaire(SMALL)).first_wire();
    // After the number of locales and what is said of one longer form comes the version.
    numbers[4] = 0;
    let found = Pack::from_first_wire(Wire(numbers, texts));
    assert_eq!(found, Err(WireError::Structure(StructureError::Version)));
}

#[test]
fn lists_are_as_long_as_a_pack_can_count_and_no_longer() {
    let with = |profiles: usize, conditions: usize, references: usize, definitions: usize| {
        let mut draft = RawQuestionnaire::clone(&questionnaire(SMALL));
        let condition =
            Condition { part: ProfileScope::Principle(PrincipleId::Build), bound: Bound::AtLeast(60) };
        let profile = Profile { text: "profile".to_owned(), when: vec![condition; conditions] };
        draft.profiles = vec![profile; profiles];
        draft.principles[0].dimensions[0].items[0].references = vec![footnote("one"); references];
        draft.principles[0].dimensions[0].items[0].definitions = vec![definition("term"); definitions];
        Questionnaire::try_from(draft)
    };
    let most = with(MAX_ENTRIES, MAX_ENTRIES, MAX_ENTRIES, MAX_ENTRIES).expect("it is valid");
    let sent = Pack { questionnaire: most.into(), ..pack(questionnaire(SMALL)) };
    assert_eq!(Pack::from_wires(sent.to_wires()), Ok(sent));
    let item = questionnaire(SMALL).items().next().expect("there is an item").id.clone();
    for (found, expected) in [
        (with(256, 1, 1, 1), StructureError::TooManyProfiles(256)),
        (with(1, 256, 1, 1), StructureError::TooManyConditions(0)),
        (with(1, 1, 256, 1), StructureError::TooManyReferences(item.clone())),
        (with(1, 1, 1, 256), StructureError::TooManyReferences(item)),
    ] {
        assert_eq!(found, Err(expected));
    }
}
