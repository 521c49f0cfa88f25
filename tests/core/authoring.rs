//! The check of the sources: what a table tells better than a case of the corpus, several mistakes at once, and
//! that nothing makes it panic. For the texts see `wording`, for one case of each fault `corpus`.

use boussole_authoring::build;
use boussole_core::pack::Pack;
use proptest::prelude::*;
use proptest::sample::Index;
use toml::Value;

use crate::sources::{check, edited, faults_of, full_sources, source, sources};

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
fn a_weight_that_is_no_whole_number() {
    for wrong in ["300", "-3", "1.5", "\"3\"", "true"] {
        let what = "`weight` of `exit` in [[items]] is not a whole number from 1 to 9";
        check(&[(STRUCTURE, EXIT_WEIGHT, &weighing(wrong))], &[&format!("questionnaire.toml:49: {what}")]);
    }
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
fn a_day_that_is_none() {
    for wrong in ["2026-02-30", "2026-13-01", "2026-2-3", "yesterday", ""] {
        check(&[(STRUCTURE, "2026-11-24", wrong)], &["questionnaire.toml:2: the date is not a day"]);
    }
    check(&[(STRUCTURE, "2026-11-24", "2028-02-29")], &[]);
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
fn what_is_built_is_what_was_written() {
    let built = build(&sources()).expect("there is no fault");
    let names: Vec<_> =
        built.packs.iter().map(|file| (&*file.questionnaire, &*file.form, &*file.locale)).collect();
    assert_eq!(names, [("small", "express", "fr"), ("small", "express", "en")]);
    assert_eq!(built.failure.keys().collect::<Vec<_>>(), ["en", "fr"]);
    let Pack { questionnaire, locales, .. } = built.packs[0].pack().expect("a pack");
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
    let locales = built.packs[0].pack().expect("a pack").locales;
    assert_eq!(locales.iter().map(|locale| &*locale.id).collect::<Vec<_>>(), ["fr"]);
}

/// Any value that TOML has, with texts that look like those of a questionnaire among them.
fn any_value() -> impl Strategy<Value = Value> {
    let text =
        prop_oneof!["\\PC{0,12}", "[a-z/-]{0,12}", Just("2026-02-30".to_owned()), Just("et/ou ?".to_owned())];
    let leaf = prop_oneof![
        text.prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        (0i64..=120).prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<bool>().prop_map(Value::from),
        Just(Value::Datetime("2026-11-24".parse().expect("a day"))),
    ];
    let keys = prop_oneof!["id", "items", "levels", "when", "of", "weight", "[a-zé ]{0,6}"];
    leaf.prop_recursive(3, 24, 6, move |value| {
        prop_oneof![
            proptest::collection::vec(value.clone(), 0..6).prop_map(Value::Array),
            proptest::collection::vec((keys.clone(), value), 0..6)
                .prop_map(|entries| Value::Table(entries.into_iter().collect())),
        ]
    })
}

/// Number of values within a value, itself counted.
fn count(value: &Value) -> usize {
    match value {
        Value::Table(table) => 1 + table.iter().map(|(_, value)| count(value)).sum::<usize>(),
        Value::Array(list) => 1 + list.iter().map(count).sum::<usize>(),
        _ => 1,
    }
}

/// Puts another value in the place of one within a value, by its number from 0.
fn replace(value: &mut Value, number: &mut usize, other: &Value) {
    if *number == 0 {
        *value = other.clone();
        // No other is numbered so high.
        *number = usize::MAX;
        return;
    }
    *number -= 1;
    match value {
        Value::Table(table) => table.iter_mut().for_each(|(_, value)| replace(value, number, other)),
        Value::Array(list) => list.iter_mut().for_each(|value| replace(value, number, other)),
        _ => {}
    }
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
    fn no_value_makes_the_check_panic(which in 0usize..5, at: Index, other in any_value()) {
        let mut sources = full_sources();
        let file: toml::Table = sources[which].text.parse().expect("the source is sound");
        let mut file = Value::Table(file);
        let mut number = 1 + at.index(count(&file) - 1);
        replace(&mut file, &mut number, &other);
        let Value::Table(table) = file else { unreachable!("the file itself stays a table") };
        sources[which].text = toml::to_string(&table).expect("it can be written");
        for fault in build(&sources).err().unwrap_or_default() {
            prop_assert!(fault.line >= 1 && fault.column >= 1 && !fault.what.is_empty() && !fault.mend.is_empty());
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
