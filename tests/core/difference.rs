//! Differences between two versions of a questionnaire: every edit is seen as what it is, and nothing else.

use boussole_authoring::{
    Aspect, Difference, Edition, Fate, Instrument, Located, Matter, Part, QuestionnaireTexts, ReferenceUrl,
    Remark, SourceFile, faults_of_released, instruments,
};
use boussole_core::questionnaire::{Bound, Effort, Role, Weight};
use proptest::prelude::*;
use proptest::sample::Index;

use crate::sources::{Edit, edited, sources};

/// The small questionnaire, with one of everything that it could have.
fn rich() -> Instrument {
    let profile = "[[profiles]]\nid = \"untried\"\nwhen = [{ of = \"exit\", at_most = 50 }]\n\
                   [[profiles]]\nid = \"alone\"\nwhen = [{ of = \"peers\", at_most = 25 }]\n";
    let reference = "[[references]]\nid = \"law\"\ndate = \"2025-09-12\"\nurl = \"https://law.example/\"\n[themes]\nexit = \"Exit\"\n";
    let structure = format!("{reference}{profile}[forms.express]");
    let item = "respondent = \"legal\"\nlayer = \"cloud\"\nthemes = [\"exit\"]\nreferences = [\"law\"]";
    let texts = |law: &str, [binds, says, clause]: [&str; 3], untried: &str, alone: &str| {
        format!(
            "[references.law]\ncite = \"{law}\"\nbinds = \"{binds}\"\nsays = \"{says}\"\n\
             [definitions.clause]\nterm = \"clause\"\nforms = [\"clauses\"]\ntext = \"{clause}\"\n[profiles.untried]\ntext = \"{untried}\"\n\
             [profiles.alone]\ntext = \"{alone}\"\n[principles.choose]"
        )
    };
    let french = texts(
        "Loi de 2025",
        ["Tout le monde", "On peut partir.", "Une phrase d’un contrat."],
        "Rien n’a été essayé chez vous.",
        "Vous avancez seuls pour le moment.",
    );
    let english = texts(
        "Act of 2025",
        ["Everybody", "One may leave.", "A sentence of a contract."],
        "Nothing was tried so far.",
        "You move on alone for now.",
    );
    let sources = edited(&[
        ("questionnaire.toml", "[forms.express]", &structure),
        ("questionnaire.toml", "respondent = \"legal\"", item),
        ("fr.toml", "[principles.choose]", &french),
        ("en.toml", "[principles.choose]", &english),
    ]);
    current(&sources)
}

#[track_caller]
fn current(sources: &[SourceFile]) -> Instrument {
    let read = instruments(sources).unwrap_or_else(|faults| {
        panic!("{}", faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
    });
    read.into_iter().find(|one| one.edition == Edition::Current).expect("there is a current edition")
}

/// The difference that a change makes.
fn after(change: impl FnOnce(&mut Instrument)) -> Difference {
    let (old, mut new) = (rich(), rich());
    change(&mut new);
    Difference::between(&old, &new)
}

/// The difference that a change makes between versions 1 and 2.
fn after_release(change: impl FnOnce(&mut Instrument)) -> Difference {
    after(|new| {
        new.structure.version = 2;
        change(new);
    })
}

#[track_caller]
fn check(change: impl FnOnce(&mut Instrument), expected: &[(Part, Aspect, Matter)]) {
    let found: Vec<_> = after(change)
        .changes
        .into_iter()
        .filter(|change| change.locale.as_deref() != Some("en"))
        .map(|change| (change.part.clone(), change.aspect, change.matter()))
        .collect();
    assert_eq!(found, expected);
}

fn item(id: &str) -> Part {
    Part::Item(id.to_owned())
}

#[test]
fn every_edit_of_the_structure_is_seen_as_what_it_is() {
    use Aspect::*;
    use Matter::*;
    let two = || boussole_core::questionnaire::Weight::try_from(2).expect("a weight");
    let whole = || Part::Questionnaire;
    let profile = || Part::Profile("untried".to_owned());
    let form = || Part::Form("express".to_owned());
    let law = || Part::Reference("law".to_owned());

    check(|new| new.structure.thresholds[3] = 90, &[(whole(), Thresholds, Scores)]);
    check(|new| new.structure.forms[0].minutes = 9, &[(form(), Minutes, Wording)]);
    check(|new| new.structure.forms[0].items.truncate(2), &[(form(), Asked, Scores)]);
    check(|new| new.structure.forms[0].items.reverse(), &[]);
    check(
        |new| new.structure.principles[0].1 = two(),
        &[(Part::Principle("choose".to_owned()), Aspect::Weight, Scores)],
    );
    check(
        |new| new.structure.dimensions[1].1 = two(),
        &[(Part::Dimension("master/reversibility".to_owned()), Aspect::Weight, Scores)],
    );
    check(|new| new.structure.profiles[0].when[0].bound = Bound::AtMost(25), &[(profile(), When, Scores)]);
    check(|new| new.structure.profiles[0].when[0].bound = Bound::AtLeast(50), &[(profile(), When, Scores)]);
    check(|new| new.structure.profiles.reverse(), &[(whole(), Order, Wording)]);
    check(|new| new.structure.themes[0].name.push('s'), &[(Part::Theme("exit".to_owned()), Name, Wording)]);
    check(|new| new.structure.references[0].date.value = "2026-01-01".to_owned(), &[(law(), Date, Wording)]);
    let url = || ReferenceUrl::Shared("https://law.example/other".to_owned());
    check(|new| new.structure.references[0].url = url(), &[(law(), Url, Wording)]);
    let day = || Some(Located { value: "2030-01-01".to_owned(), span: 0..0 });
    check(|new| new.structure.references[0].until = day(), &[(law(), Until, Wording)]);
    check(|new| new.structure.references[0].checked = day(), &[(law(), Checked, Wording)]);

    let list = |aspect, matter| [(item("list"), aspect, matter)];
    check(|new| new.structure.items[0].weight = two(), &list(Aspect::Weight, Scores));
    check(|new| new.structure.items[0].not_applicable = true, &list(NotApplicable, Answers));
    check(|new| new.structure.items[0].since = 2, &list(Since, Answers));
    check(|new| new.structure.items[0].respondent = Role::Legal, &list(Respondent, Wording));
    check(
        |new| new.structure.items[0].layer = Some(boussole_core::questionnaire::Layer::Ai),
        &list(Layer, Wording),
    );
    check(|new| new.structure.items[0].themes.push("exit".to_owned()), &list(Themes, Wording));
    check(|new| new.structure.items[0].references.push("law".to_owned()), &list(References, Wording));
    check(|new| new.structure.items[0].steps[2].0 = Role::Legal, &list(StepCost(2), Wording));
    check(|new| new.structure.items[0].steps[3].1 = Effort::Meeting, &list(StepCost(3), Wording));
    check(
        |new| new.structure.items[0].dimension = new.structure.items[1].dimension.clone(),
        &[(item("list"), Aspect::Dimension, Answers)],
    );
    check(
        |new| new.structure.items[2].dimension = new.structure.items[0].dimension.clone(),
        &[(form(), Asked, Scores), (item("peers"), Aspect::Dimension, Answers)],
    );
}

#[test]
fn what_came_or_went_is_told_once() {
    use Aspect::Presence;
    use Matter::*;
    let form = (Part::Form("express".to_owned()), Aspect::Asked, Scores);
    check(
        |new| {
            new.structure.items.remove(1);
            new.texts.iter_mut().for_each(|words| drop(words.items.remove("exit")));
        },
        &[form, (item("exit"), Presence, Answers)],
    );
    let profile = Part::Profile("alone".to_owned());
    let order = (Part::Questionnaire, Aspect::Order, Wording);
    check(|new| new.structure.profiles.truncate(1), &[order, (profile, Presence, Scores)]);
    check(|new| new.structure.forms.clear(), &[(Part::Form("express".to_owned()), Presence, Scores)]);
    check(
        |new| drop(new.structure.dimensions.pop()),
        &[
            (Part::Form("express".to_owned()), Aspect::Asked, Scores),
            (Part::Dimension("build/commons".to_owned()), Presence, Scores),
        ],
    );
    check(|new| new.structure.themes.clear(), &[(Part::Theme("exit".to_owned()), Presence, Wording)]);
    check(|new| new.structure.references.clear(), &[(Part::Reference("law".to_owned()), Presence, Wording)]);
    check(
        |new| new.texts.retain(|words| words.locale == "en"),
        &[(Part::Questionnaire, Aspect::Language, Wording)],
    );
}

#[test]
fn the_order_in_which_items_are_asked_is_a_part_of_what_links_hold() {
    let swapped = after(|new| {
        let first = new.structure.items[0].dimension.clone();
        new.structure.items[1].dimension = first;
    });
    let again = |change: fn(&mut Instrument)| {
        let (mut old, mut new) = (rich(), rich());
        for one in [&mut old, &mut new] {
            let first = one.structure.items[0].dimension.clone();
            one.structure.items[1].dimension = first;
        }
        change(&mut new);
        Difference::between(&old, &new).changes
    };
    assert!(again(|_| ()).is_empty());
    let changes = again(|new| new.structure.items.swap(0, 1));
    assert_eq!(changes.len(), 1, "{changes:?}");
    let (old, new) = (changes[0].old.as_deref(), changes[0].new.as_deref());
    assert_eq!((old, new), (Some("list, exit, peers"), Some("exit, list, peers")));
    assert_eq!(swapped.broken_promises().count(), 1, "{swapped:?}");
}

#[test]
fn what_becomes_of_answers_follows_from_since() {
    let fates = |change: fn(&mut Instrument)| {
        let items = after_release(change).items;
        items.into_iter().map(|(id, fate)| format!("{id} {fate:?}")).collect::<Vec<_>>()
    };
    assert_eq!(fates(|_| ()), ["list CarriedOver", "exit CarriedOver", "peers CarriedOver"]);
    assert_eq!(
        fates(|new| new.structure.items[1].since = 2),
        ["list CarriedOver", "exit AnswerAgain", "peers CarriedOver"]
    );
    let renamed = |new: &mut Instrument| {
        new.structure.items[1].id = "leaving".to_owned().try_into().expect("an id");
    };
    assert_eq!(fates(renamed), ["list CarriedOver", "leaving New", "peers CarriedOver", "exit Removed"]);
}

#[test]
fn a_question_that_reads_otherwise_in_every_language_is_to_be_confirmed() {
    let exit =
        |words: &mut QuestionnaireTexts| words.items.get_mut("exit").expect("an item").prompt.push('!');
    let level =
        |words: &mut QuestionnaireTexts| words.items.get_mut("exit").expect("an item").levels[2].push('!');
    let confirm = [Remark::ConfirmSameMeaning("exit".to_owned())];
    assert_eq!(after_release(|new| new.texts.iter_mut().for_each(exit)).remarks, confirm);
    assert_eq!(
        after_release(|new| {
            exit(&mut new.texts[0]);
            level(&mut new.texts[1]);
        })
        .remarks,
        confirm
    );
    assert_eq!(after_release(|new| new.structure.items[1].not_applicable = false).remarks, confirm);
    assert_eq!(after_release(|new| exit(&mut new.texts[0])).remarks, [], "a correction in one language");
    let other_help =
        |words: &mut QuestionnaireTexts| words.items.get_mut("exit").expect("an item").help.push('!');
    assert_eq!(after_release(|new| new.texts.iter_mut().for_each(other_help)).remarks, []);
    assert_eq!(
        after_release(|new| {
            new.texts.iter_mut().for_each(exit);
            new.structure.items[1].since = 2;
        })
        .remarks,
        []
    );
    assert_eq!(
        after(|new| new.texts.iter_mut().for_each(exit)).remarks,
        [],
        "within a version it is a fault"
    );
}

#[test]
fn an_item_that_is_asked_again_although_nothing_changed_is_a_remark() {
    let expected = [Remark::NothingChanged("exit".to_owned())];
    assert_eq!(after_release(|new| new.structure.items[1].since = 2).remarks, expected);
}

/// Every text of a language, listed here once more: what the comparison overlooks is missing there only.
fn texts(words: &mut QuestionnaireTexts) -> Vec<&mut String> {
    let mut all = vec![&mut words.title, &mut words.summary, &mut words.notice];
    for principle in words.principles.values_mut() {
        all.extend([&mut principle.name, &mut principle.title]);
        all.extend(&mut principle.interpretations);
    }
    all.extend(words.dimensions.values_mut());
    all.extend(words.maturity.iter_mut().flat_map(|level| [&mut level.name, &mut level.meaning]));
    all.extend(words.references.iter_mut().flat_map(|one| [&mut one.cite, &mut one.binds, &mut one.says]));
    all.extend(
        words.definitions.iter_mut().flat_map(|one| [&mut one.term, &mut one.forms[0], &mut one.text]),
    );
    all.extend(words.profiles.values_mut());
    for item in words.items.values_mut() {
        all.extend([&mut item.short, &mut item.prompt, &mut item.help, &mut item.evidence]);
        all.extend(item.levels.iter_mut().chain(&mut item.steps));
    }
    all
}

/// Changes some texts, and gives how many.
fn change_texts(instrument: &mut Instrument, chosen: &[(Index, Index)]) -> usize {
    let mut changed = std::collections::BTreeSet::new();
    for (language, text) in chosen {
        let language = language.index(instrument.texts.len());
        let mut all = texts(&mut instrument.texts[language]);
        let text = text.index(all.len());
        if changed.insert((language, text)) {
            all[text].push_str(" (autrement)");
        }
    }
    changed.len()
}

proptest! {
    // Each case reads the sources twice.
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn a_version_compared_with_itself_has_no_change(chosen in prop::collection::vec(any::<(Index, Index)>(), 0..9)) {
        let (mut one, mut same) = (rich(), rich());
        change_texts(&mut one, &chosen);
        change_texts(&mut same, &chosen);
        let difference = Difference::between(&one, &same);
        prop_assert_eq!(&difference.changes, &[]);
        prop_assert!(difference.items.iter().all(|(_, fate)| *fate == Fate::CarriedOver));
    }

    #[test]
    fn every_text_that_changed_is_seen_and_no_other(chosen in prop::collection::vec(any::<(Index, Index)>(), 0..9)) {
        let (old, mut new) = (rich(), rich());
        let changed = change_texts(&mut new, &chosen);
        let difference = Difference::between(&old, &new);
        prop_assert_eq!(difference.changes.len(), changed);
        for change in &difference.changes {
            let expected = change.old.as_ref().map(|text| format!("{text} (autrement)"));
            prop_assert_eq!(&change.new, &expected);
            prop_assert!(change.locale.is_some());
        }
    }

    #[test]
    fn seen_from_the_other_side_each_change_is_the_same_turned_round(
        chosen in prop::collection::vec(any::<(Index, Index)>(), 0..9),
        weight in 1u8..=9,
        since in 1u8..=2,
    ) {
        let (old, mut new) = (rich(), rich());
        change_texts(&mut new, &chosen);
        new.structure.version = 2;
        new.structure.items[0].weight = Weight::try_from(weight).expect("a weight");
        new.structure.items[2].since = since;
        let sorted = |difference: Difference, turned: bool| {
            let turn = |change: boussole_authoring::Change| {
                let (was, is) = if turned { (change.new, change.old) } else { (change.old, change.new) };
                (change.part, change.aspect, change.locale, was, is)
            };
            let mut changes: Vec<_> = difference.changes.into_iter().map(turn).collect();
            changes.sort();
            changes
        };
        let there = sorted(Difference::between(&old, &new), false);
        prop_assert_eq!(there, sorted(Difference::between(&new, &old), true));
    }

    #[test]
    fn only_between_equal_numbers_is_a_change_a_broken_promise(version in 1u8..4, weight in 2u8..=9) {
        let difference = after(|new| {
            new.structure.version = version;
            new.structure.items[0].weight = Weight::try_from(weight).expect("a weight");
        });
        prop_assert_eq!(difference.broken_promises().count(), usize::from(version == 1));
    }
}

/// Faults of the small questionnaire, released as version 1 and then edited.
fn faults_after(edits: &[Edit<'_>]) -> Vec<String> {
    let released = sources().into_iter().filter(|source| source.path.starts_with("questionnaires/"));
    let released = released.map(|source| SourceFile {
        path: source.path.replace("/small/", "/small/frozen/1/"),
        text: source.text,
    });
    let sources: Vec<_> = edited(edits).into_iter().chain(released).collect();
    let instruments = instruments(&sources).expect("each is sound by itself");
    let faults = faults_of_released(&instruments, &sources);
    let told = |fault: &boussole_authoring::Fault| {
        let name = fault.path.rsplit('/').next().unwrap_or_default();
        format!("{name}:{}: {}", fault.line, fault.what)
    };
    faults.iter().map(told).collect()
}

#[test]
fn a_released_version_may_be_corrected_but_not_changed() {
    assert_eq!(faults_after(&[]), [""; 0]);
    assert_eq!(faults_after(&[("fr.toml", "Petit", "Menu"), ("en.toml", "Exit", "Leaving")]), [""; 0]);
    let weight = ("questionnaire.toml", "[20, 40, 60, 80]", "[20, 40, 60, 90]");
    assert_eq!(
        faults_after(&[weight]),
        ["questionnaire.toml:3: the questionnaire: thresholds changed since version 1 was released"]
    );
    assert_eq!(faults_after(&[weight, ("questionnaire.toml", "version = 1", "version = 2")]), [""; 0]);
    let applicable = ("questionnaire.toml", "not_applicable = true", "not_applicable = false");
    assert_eq!(
        faults_after(&[applicable]),
        ["questionnaire.toml:47: the item `exit`: “not applicable” changed since version 1 was released"]
    );
    let prompts = faults_after(&[("fr.toml", "\"Aucune.\"", "\"Nulle part.\"")]);
    assert_eq!(prompts, ["fr.toml:73: the item `list`: level 0 changed since version 1 was released"]);
}
