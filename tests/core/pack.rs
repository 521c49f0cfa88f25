//! The laws of what travels to the widget: it arrives as it left, or not at all.

use boussole_core::pack::{Locale, Longer, Pack, Wire, WireError};
use boussole_core::questionnaire::{
    Bound, Condition, Footnote, Layer, MAX_ENTRIES, PrincipleId, Profile, ProfileScope, Questionnaire,
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
    item.definitions = vec![footnote("critical"), footnote("solution")];
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

proptest! {
    #[test]
    fn a_pack_arrives_as_it_left(case in unfinished()) {
        let pack = pack(case.questionnaire);
        prop_assert_eq!(Pack::from_wire(pack.to_wire()), Ok(pack));
    }

    #[test]
    fn any_lists_are_a_pack_or_a_fault(numbers: Vec<u8>, texts in vec("[a-z/]{0,9}", 0..200)) {
        prop_assert!(Pack::from_wire(Wire(numbers, texts)).is_err());
    }

    #[test]
    fn a_changed_number_is_a_pack_or_a_fault(at in 0usize..90, number: u8) {
        let Wire(mut numbers, texts) = pack(questionnaire(SMALL)).to_wire();
        let place = at % numbers.len();
        numbers[place] = number;
        // No list says how often it is read into: whatever is read is complete and valid.
        let wire = Wire(numbers, texts);
        if let Ok(pack) = Pack::from_wire(wire.clone()) {
            prop_assert_eq!(pack.questionnaire.faults(), vec![]);
            // A flag has one spelling.
            prop_assert_eq!(pack.to_wire(), wire);
        }
    }
}

#[test]
fn lists_that_are_cut_or_lengthened_anywhere_are_of_another_release() {
    let Wire(numbers, texts) = pack(questionnaire(SMALL)).to_wire();
    let refused = |numbers: Vec<u8>, texts: Vec<String>| {
        Pack::from_wire(Wire(numbers, texts)) == Err(WireError::OtherRelease)
    };
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
fn a_pack_that_breaks_a_rule_is_refused() {
    let Wire(mut numbers, texts) = pack(questionnaire(SMALL)).to_wire();
    // After the number of locales and what is said of one longer form comes the version.
    numbers[4] = 0;
    let found = Pack::from_wire(Wire(numbers, texts));
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
        draft.principles[0].dimensions[0].items[0].definitions = vec![footnote("term"); definitions];
        Questionnaire::try_from(draft)
    };
    let most = with(MAX_ENTRIES, MAX_ENTRIES, MAX_ENTRIES, MAX_ENTRIES).expect("it is valid");
    let sent = Pack { questionnaire: most.into(), ..pack(questionnaire(SMALL)) };
    assert_eq!(Pack::from_wire(sent.to_wire()), Ok(sent));
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
