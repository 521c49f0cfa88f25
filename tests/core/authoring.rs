//! The check of the sources: each kind of fault, one mistake at a time, with its place. For the texts see
//! `wording`.

use boussole::authoring::{Fault, build};
use boussole::pack::{Pack, Wire};
use proptest::prelude::*;
use proptest::sample::Index;

use crate::sources::{check, edited, faults_of, source, sources};

const STRUCTURE: &str = "questionnaire.toml";
const FRENCH: &str = "fr.toml";
const ENGLISH: &str = "en.toml";
const WIDGET: &str = "www/texts/fr.toml";

/// The weight of the item `exit`, as it stands in the structure.
const EXIT_WEIGHT: &str = "dimension = \"master/reversibility\"\nweight = 1";

/// The same place with another weight.
fn weighing(weight: &str) -> String {
    EXIT_WEIGHT.replace('1', weight)
}

#[test]
fn sound_sources_have_no_fault() {
    check(&[], &[]);
}

#[test]
fn an_unknown_id() {
    check(&[(STRUCTURE, "[\"list\", ", "[\"lists\", ")], &["questionnaire.toml:7: there is no item `lists`"]);
    check(
        &[(STRUCTURE, "dimension = \"choose/visibility\"", "dimension = \"choose/visible\"")],
        &["questionnaire.toml:35: there is no dimension `choose/visible`"],
    );
    check(
        &[(FRENCH, "[items.exit]", "[items.exits]")],
        &[
            "fr.toml:67: `exit` of the structure has no texts in [items]",
            "fr.toml:86: the structure has no `exits` in items",
        ],
    );
    check(
        &[(STRUCTURE, "effort = \"meeting\"", "effort = \"day\"")],
        &["questionnaire.toml:40: `day` is no effort"],
    );
    check(
        &[(STRUCTURE, "respondent = \"it\"", "respondent = \"cio\"")],
        &["questionnaire.toml:38: `cio` is no role"],
    );
}

#[test]
fn an_id_that_is_none() {
    check(
        &[(STRUCTURE, "dimension = \"choose/visibility\"", "dimension = \"visibility\"")],
        &["questionnaire.toml:35: `visibility` is no `dimension` that items 1 can have"],
    );
    check(
        &[(STRUCTURE, "[forms.express]", "[forms.Express]")],
        &["questionnaire.toml:5: `Express` can't name a form"],
    );
    check(
        &[(STRUCTURE, "id = \"master\"", "id = \"steer\"")],
        &[
            "questionnaire.toml:14: `steer` is no principle",
            "fr.toml:16: the structure has no `master` in principles",
            "en.toml:16: the structure has no `master` in principles",
        ],
    );
}

#[test]
fn a_duplicate_id() {
    check(
        &[(STRUCTURE, "id = \"exit\"", "id = \"list\"")],
        &[
            "questionnaire.toml:47: the item `list` stands twice",
            "questionnaire.toml:7: there is no item `exit`",
            "fr.toml:86: the structure has no `exit` in items",
            "en.toml:86: the structure has no `exit` in items",
        ],
    );
    check(
        &[(STRUCTURE, "\"peers\"]", "\"peers\", \"list\"]")],
        &["questionnaire.toml:7: the item `list` stands twice"],
    );
    check(
        &[(
            STRUCTURE,
            "[[dimensions]]",
            "[[dimensions]]\nid = \"build/commons\"\nweight = 1\n[[dimensions]]",
        )],
        &["questionnaire.toml:33: the dimension `build/commons` stands twice"],
    );
    check(&[(FRENCH, "name = \"Choisir\"", "name = \"A\"\nname = \"B\"")], &["fr.toml:7: duplicate key"]);
}

#[test]
fn principles_that_are_not_the_three_in_their_order() {
    let swapped = [
        ("id = \"choose\"", "id = \"x\""),
        ("id = \"master\"", "id = \"choose\""),
        ("id = \"x\"", "id = \"master\""),
    ];
    let edits = swapped.map(|(old, new)| (STRUCTURE, old, new));
    check(&edits, &["questionnaire.toml:10: the principles are not choose, master and build"]);
}

#[test]
fn a_weight_that_is_none() {
    check(&[(STRUCTURE, EXIT_WEIGHT, &weighing("0"))], &["questionnaire.toml:49: 0 is no weight"]);
    check(&[(STRUCTURE, "weight = 2", "weight = 10")], &["questionnaire.toml:15: 10 is no weight"]);
    for wrong in ["300", "-3", "1.5", "\"3\"", "true"] {
        check(
            &[(STRUCTURE, EXIT_WEIGHT, &weighing(wrong))],
            &["questionnaire.toml:49: `weight` of items 2 is not a whole number from 0 to 255"],
        );
    }
    check(
        &[(STRUCTURE, EXIT_WEIGHT, "dimension = \"master/reversibility\"")],
        &["questionnaire.toml:46: items 2 has no `weight`"],
    );
}

#[test]
fn an_empty_dimension_or_form() {
    check(
        &[(STRUCTURE, "dimension = \"choose/visibility\"", "dimension = \"master/reversibility\"")],
        &[
            "questionnaire.toml:22: no item belongs to the dimension `choose/visibility`",
            "questionnaire.toml:5: the form has no item of the principle `choose`",
        ],
    );
    check(
        &[(STRUCTURE, "[\"list\", \"exit\", \"peers\"]", "[]")],
        &["questionnaire.toml:5: the form has no item"],
    );
    check(
        &[(STRUCTURE, ", \"peers\"]", "]")],
        &["questionnaire.toml:5: the form has no item of the principle `build`"],
    );
    check(
        &[(STRUCTURE, "[forms.express]\nminutes = 1\nitems = [\"list\", \"exit\", \"peers\"]", "[forms]")],
        &["questionnaire.toml:5: there is no form"],
    );
}

#[test]
fn too_many_items() {
    let many = "\"list\", ".repeat(60);
    let faults = faults_of(&edited(&[(STRUCTURE, "items = [", &format!("items = [{many}"))]));
    assert!(faults.contains(&"questionnaire.toml:5: the form has 63 items".to_owned()), "{faults:?}");
}

#[test]
fn thresholds_out_of_order() {
    let out_of_order = "questionnaire.toml:3: the thresholds do not rise between 0 and 100";
    for wrong in ["[40, 20, 60, 80]", "[20, 20, 60, 80]", "[0, 40, 60, 80]", "[20, 40, 60, 100]"] {
        check(&[(STRUCTURE, "[20, 40, 60, 80]", wrong)], &[out_of_order]);
    }
    let too_few = "questionnaire.toml:3: `thresholds` of the file is not a list of 4 whole numbers";
    for wrong in ["[20, 40, 60]", "[20, 40, 60, 80, 90]", "[20, 40, 60, \"80\"]", "20"] {
        check(&[(STRUCTURE, "[20, 40, 60, 80]", wrong)], &[too_few]);
    }
}

#[test]
fn a_version_or_a_date_that_is_none() {
    check(&[(STRUCTURE, "version = 1", "version = 0")], &["questionnaire.toml:1: the version is 0"]);
    for wrong in ["2026-02-30", "2026-13-01", "2026-2-3", "yesterday", ""] {
        check(&[(STRUCTURE, "2026-11-24", wrong)], &["questionnaire.toml:2: the date is not a day"]);
    }
    check(&[(STRUCTURE, "2026-11-24", "2028-02-29")], &[]);
}

#[test]
fn an_unknown_key() {
    check(
        &[(STRUCTURE, "minutes = 1", "minutes = 1\nhours = 0")],
        &["questionnaire.toml:7: [forms.express] has an unknown key `hours`"],
    );
    check(
        &[(STRUCTURE, "version = 1", "version = 1\nauthor = \"x\"")],
        &["questionnaire.toml:2: the file has an unknown key `author`"],
    );
    check(
        &[(STRUCTURE, "{ owner = \"it\",", "{ owner = \"it\", cost = 1,")],
        &["questionnaire.toml:40: steps 1 has an unknown key `cost`"],
    );
}

#[test]
fn a_wrong_kind_of_value() {
    for (file, old, new, expected) in [
        (
            STRUCTURE,
            "not_applicable = true",
            "not_applicable = \"yes\"",
            "questionnaire.toml:50: `not_applicable` of items 2 is not true or false",
        ),
        (
            STRUCTURE,
            "minutes = 1",
            "minutes = \"1\"",
            "questionnaire.toml:6: `minutes` of [forms.express] is not a whole number from 0 to 255",
        ),
        (
            STRUCTURE,
            "[\"list\", \"exit\", \"peers\"]",
            "\"list\"",
            "questionnaire.toml:7: `items` of [forms.express] is not a list of texts in quotes",
        ),
        (
            FRENCH,
            "short = \"Sortie\"",
            "short = 3",
            "fr.toml:87: `short` of [items.exit] is not a text in quotes",
        ),
        (FRENCH, "\"Aucune.\"", "0", "fr.toml:72: `levels` of [items.list] is not a list of texts in quotes"),
    ] {
        check(&[(file, old, new)], &[expected]);
    }
}

#[test]
fn a_syntax_error() {
    check(
        &[(FRENCH, "short = \"Sortie\"", "short = \"Sortie")],
        &["fr.toml:87: invalid basic string, expected `\"`"],
    );
    check(
        &[(STRUCTURE, "minutes = 1", "minutes = one")],
        &[
            "questionnaire.toml:6: string values must be quoted, expected literal string",
            "questionnaire.toml:6: `minutes` of [forms.express] is not a whole number from 0 to 255",
        ],
    );
}

#[test]
fn a_file_that_is_missing_or_named_otherwise() {
    let without = |path: &str| -> Vec<String> {
        faults_of(&sources().into_iter().filter(|file| file.path != path).collect::<Vec<_>>())
    };
    assert_eq!(without("www/texts/en.toml"), ["en.toml:1: the widget itself has no texts in `en`"]);
    assert_eq!(without("questionnaires/small/en.toml"), [""; 0]);
    let no_texts = sources().into_iter().filter(|file| file.path.ends_with("/questionnaire.toml"));
    assert_eq!(
        faults_of(&no_texts.collect::<Vec<_>>()),
        ["questionnaire.toml:1: the questionnaire has no texts in any language"]
    );
    let renamed = sources().into_iter().map(|mut file| {
        file.path = file.path.replace("/small/", "/Small/");
        file
    });
    let named = "questionnaires/Small/questionnaire.toml:1: the folder `Small` can't name a questionnaire";
    assert_eq!(faults_of(&renamed.collect::<Vec<_>>()), [named]);
}

#[test]
fn all_faults_are_told_at_once() {
    check(
        &[
            (STRUCTURE, EXIT_WEIGHT, &weighing("0")),
            (STRUCTURE, "respondent = \"it\"", "respondent = \"cio\""),
            (STRUCTURE, "[20, 40,", "[40, 20,"),
            (STRUCTURE, "\"peers\"]", "\"pears\"]"),
            (STRUCTURE, "effort = \"meeting\"", "effort = \"day\""),
            (FRENCH, "\"Sortie\"", "\"<i>Sortie</i>\""),
            (ENGLISH, "short = \"Exit\"\n", ""),
            (WIDGET, "title = \"title\"\n", ""),
        ],
        &[
            "www/texts/fr.toml:2: [failure] has no `title`",
            "questionnaire.toml:3: the thresholds do not rise between 0 and 100",
            "questionnaire.toml:38: `cio` is no role",
            "questionnaire.toml:40: `day` is no effort",
            "questionnaire.toml:49: 0 is no weight",
            "questionnaire.toml:7: there is no item `pears`",
            "fr.toml:87: the text has markup",
            "en.toml:86: [items.exit] has no `short`",
        ],
    );
}

#[test]
fn a_fault_shows_its_line_and_how_to_mend_it() {
    let faults = build(&edited(&[(STRUCTURE, EXIT_WEIGHT, &weighing("0"))])).expect_err("there is a fault");
    let told: Vec<String> = faults.iter().map(Fault::to_string).collect();
    let expected = "questionnaires/small/questionnaire.toml:49:10: 0 is no weight\n    \
                    | weight = 0\n    \
                    = a weight is a whole number from 1 to 9";
    assert_eq!(told, [expected]);
}

#[test]
fn what_is_built_is_what_was_written() {
    let built = build(&sources()).expect("there is no fault");
    let names: Vec<_> =
        built.packs.iter().map(|file| (&*file.questionnaire, &*file.form, &*file.locale)).collect();
    assert_eq!(names, [("small", "express", "fr"), ("small", "express", "en")]);
    assert_eq!(built.failure.keys().collect::<Vec<_>>(), ["en", "fr"]);
    let wire: Wire = serde_json::from_str(&built.packs[0].json).expect("a pack is JSON");
    let Pack { questionnaire, locales, .. } = Pack::from_wire(wire).expect("a pack");
    assert_eq!(crate::made::notation(&questionnaire), "1: 1(1) | 2: 1(1-) | 1: 1(1)");
    let exit = questionnaire.item(1).expect("there are three items");
    assert_eq!(
        (&*exit.short, &*exit.levels[4], &*exit.steps[3].text),
        ("Sortie", "Le plan a été essayé.", "Essayer le plan.")
    );
    assert_eq!(locales.iter().map(|locale| &*locale.name).collect::<Vec<_>>(), ["English", "Français"]);
}

#[test]
fn a_reader_can_choose_only_languages_that_the_questionnaire_has() {
    let only_french = sources().into_iter().filter(|file| file.path != "questionnaires/small/en.toml");
    let built = build(&only_french.collect::<Vec<_>>()).expect("there is no fault");
    let wire: Wire = serde_json::from_str(&built.packs[0].json).expect("a pack is JSON");
    let locales = Pack::from_wire(wire).expect("a pack").locales;
    assert_eq!(locales.iter().map(|locale| &*locale.id).collect::<Vec<_>>(), ["fr"]);
}

proptest! {
    #[test]
    fn no_text_makes_the_check_panic(which in 0usize..5, text: String) {
        let mut sources = sources();
        sources[which].text = text;
        prop_assert!(build(&sources).is_err());
    }

    #[test]
    fn no_damage_to_a_source_makes_the_check_panic(which in 0usize..5, at: Index, cut in 0usize..9, put in "\\PC{0,3}") {
        let mut sources = sources();
        let text: Vec<char> = sources[which].text.chars().collect();
        let at = at.index(text.len());
        let kept = text[..at].iter().chain(put.chars().collect::<Vec<_>>().iter()).copied().collect::<String>();
        sources[which].text = kept + &text[(at + cut).min(text.len())..].iter().collect::<String>();
        let lines = |path: &str| sources.iter().find(|file| file.path == path).map(|file| file.text.lines().count());
        for fault in build(&sources).err().unwrap_or_default() {
            let last = lines(&fault.path).expect("the fault is in one of the files");
            prop_assert!((1..=last + 1).contains(&fault.line), "{}", fault);
        }
    }

    #[test]
    fn no_path_makes_the_check_panic(path in "(questionnaires|www|x)(/[a-z.é]{0,6}){0,3}(.toml)?", text: String) {
        let _ = build(&[source(&path, &text)]);
    }
}

#[test]
fn no_depth_of_nesting_makes_the_check_panic() {
    for deep in ["[".repeat(100_000), format!("a = {}", "[".repeat(100_000)), "a.".repeat(100_000)] {
        assert!(!faults_of(&[source("questionnaires/deep/questionnaire.toml", &deep)]).is_empty());
    }
}
