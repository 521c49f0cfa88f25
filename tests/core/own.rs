//! A questionnaire of a host's own: the module that reads it in the browser finds what the check of the project finds,
//! and makes what the project's build makes.

use std::collections::BTreeMap;

use boussole_authoring::{Fault, Language, Rule, SourceFile, build};
use boussole_core::export::json;
use boussole_core::questionnaire::MAX_ENTRIES;
use boussole_host_questionnaire::{Given, read};
use serde_json::Value;

use crate::corpus;
use crate::sources::{edited, full_sources, sources};

const ADDRESS: &str = "https://host.example/ours/small/";
const FOLDER: &str = "questionnaires/small/";

/// Outcome of a questionnaire at an address, with the widget's languages of the sources.
fn said(address: &str, sources: &[SourceFile]) -> Value {
    let languages = build(&crate::sources::sources()).expect("the small questionnaire is sound").languages;
    let language = |(locale, list): (String, String)| {
        let texts: Vec<String> = serde_json::from_str(&list).expect("a list of texts");
        (locale, Language::from_all(texts.into_iter()).expect("as many texts as there are names"))
    };
    let file =
        |source: &SourceFile| Some((source.path.strip_prefix(FOLDER)?.to_owned(), source.text.clone()));
    let given = Given {
        address: address.to_owned(),
        files: sources.iter().filter_map(file).collect(),
        languages: languages.into_iter().map(language).collect(),
    };
    serde_json::from_str(&read(given)).expect("an object")
}

fn faults_at(address: &str, sources: &[SourceFile]) -> Vec<String> {
    let said = said(address, sources);
    assert!(said.get("packs").is_none(), "{said}");
    serde_json::from_value(said["faults"].clone()).expect("a list of texts")
}

#[test]
fn every_fault_of_the_corpus_is_told_as_the_check_tells_it() {
    let mut compared = 0;
    for case in corpus::cases() {
        let sources = corpus::broken(&case);
        // A browser has no day to compare references with.
        if corpus::rule_of(&case) == Rule::ReferenceExpiry {
            continue;
        }
        let faults = build(&sources).expect_err("the case has a fault");
        // The widget's own texts are none of a host's business.
        if faults.iter().any(|fault| !fault.path.starts_with(FOLDER)) {
            continue;
        }
        let told: Vec<String> =
            faults.iter().map(Fault::to_string).map(|told| told.replacen(FOLDER, ADDRESS, 1)).collect();
        assert_eq!(faults_at(ADDRESS, &sources), told, "{}", case.display());
        compared += 1;
    }
    assert!(compared > 60, "{compared} cases");
}

#[test]
fn every_fault_is_told_at_once_with_their_number() {
    let sources = edited(&[
        ("questionnaire.toml", "[20, 40, 60, 80]", "[20, 40, 40, 80]"),
        ("fr.toml", "title = \"", "title = \"<"),
    ]);
    let said = said(ADDRESS, &sources);
    assert_eq!(said["faults"].as_array().map(Vec::len), Some(2), "{said}");
    assert_eq!(said["sum"], "2 faults in 2 files.");
}

#[test]
fn what_is_sound_becomes_the_packs_that_the_build_makes() {
    let sources = full_sources();
    let built = build(&sources).expect("the sources are sound");
    let mut packs = BTreeMap::<String, BTreeMap<String, Value>>::new();
    for pack in built.packs {
        let json = serde_json::from_str(&json::wires(&pack.wires)).expect("a pack is JSON");
        packs.entry(pack.form).or_default().insert(pack.locale, json);
    }
    assert_eq!(said(ADDRESS, &sources), serde_json::json!({ "packs": packs }));
}

#[test]
fn a_language_that_the_widget_does_not_have_is_a_fault_with_a_mend() {
    let german =
        |source: SourceFile| SourceFile { path: source.path.replace("en.toml", "de.toml"), ..source };
    let sources: Vec<SourceFile> = sources().into_iter().map(german).collect();
    let faults = faults_at(ADDRESS, &sources);
    let [fault] = &faults[..] else { panic!("one fault, not {faults:#?}") };
    assert!(
        fault.starts_with(&format!("{ADDRESS}de.toml:1:1: the widget itself has no texts in `de`")),
        "{fault}"
    );
    assert!(fault.contains("    = leave the file out (there are: en, fr)"), "{fault}");
}

#[test]
fn an_address_whose_last_folder_names_no_questionnaire_is_a_fault() {
    for (address, name) in [
        ("https://host.example/", "host.example"),
        ("https://host.example/Ours/", "Ours"),
        ("https://host.example/a%2Fb/", "a%2Fb"),
        ("https://host.example/100%/", "100%"),
        ("https://host.example/%FF/", "%FF"),
        ("https://host.example/анкета/", "анкета"),
        ("https://host.example/enquête/", "enquête"),
        ("https://host.example/調査", "調査"),
        ("", ""),
    ] {
        let faults = faults_at(address, &sources());
        let named = format!("the folder `{name}` can't name a questionnaire");
        assert!(faults.iter().any(|fault| fault.contains(&named)), "{address}: {faults:#?}");
    }
}

#[test]
fn more_profiles_than_a_pack_can_count_are_a_fault() {
    let mut sources = sources();
    for source in sources.iter_mut().filter(|source| source.path.starts_with(FOLDER)) {
        let language = source.path.trim_start_matches(FOLDER).trim_end_matches(".toml").to_owned();
        for number in 0..=MAX_ENTRIES {
            source.text += &match &*language {
                "questionnaire" => format!(
                    "[[profiles]]\nid = \"profile-{number}\"\nwhen = [{{ of = \"exit\", at_most = 25 }}]\n"
                ),
                _ => format!("[profiles.profile-{number}]\ntext = \"Profile {number} in {language}.\"\n"),
            };
        }
    }
    let faults = faults_at(ADDRESS, &sources);
    let [fault] = &faults[..] else { panic!("one fault, not {faults:#?}") };
    assert!(fault.contains("`profiles` of the file has 256 entries"), "{fault}");
    assert!(fault.contains("    = list 255 at most"), "{fault}");
}
