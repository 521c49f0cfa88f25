//! The project's own questionnaires and texts, as the widget gets them.

use std::fs::{self, DirEntry};
use std::path::Path;
use std::rc::Rc;

use boussole_authoring::{Built, Edition, PackFile, SourceFile, build};
use boussole_core::pack::{Pack, Wire};
use boussole_core::questionnaire::{Questionnaire, RawQuestionnaire};
use boussole_core::texts::{LazyText, Name, Text};

/// The sources in a folder of the project and in those within it, by their paths.
pub fn sources_in(folder: &str) -> Vec<SourceFile> {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
    let entries = root.join(folder).read_dir().expect("the folder is there");
    let name = |entry: DirEntry| entry.file_name().into_string().expect("UTF-8");
    let mut names: Vec<String> = entries.map(|entry| name(entry.expect("it can be read"))).collect();
    names.sort();
    let sources = |name: &String| {
        let path = format!("{folder}/{name}");
        if root.join(&path).is_dir() {
            return sources_in(&path);
        }
        let text = || fs::read_to_string(root.join(&path)).expect("the file can be read");
        path.ends_with(".toml").then(|| SourceFile { text: text(), path: path.clone() }).into_iter().collect()
    };
    names.iter().flat_map(sources).collect()
}

/// The widget's own texts.
pub fn interface() -> Vec<SourceFile> {
    sources_in("www/texts")
}

/// Every source of the project.
pub fn sources() -> Vec<SourceFile> {
    [sources_in("questionnaires"), interface()].concat()
}

fn packs() -> Vec<PackFile> {
    built().packs
}

fn built() -> Built {
    let told = |faults: Vec<boussole_authoring::Fault>| {
        let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
        panic!("{}", faults.join("\n"))
    };
    build(&sources()).unwrap_or_else(told)
}

/// Every form in every language and every version, the released ones too.
pub fn questionnaires() -> Vec<Questionnaire> {
    packs().into_iter().map(|file| Rc::unwrap_or_clone(unpack(&file).questionnaire)).collect()
}

fn unpack(file: &PackFile) -> Pack {
    file.pack().expect("what is built can be read")
}

/// One form of a questionnaire in English.
pub fn form(questionnaire: &str, form: &str) -> Questionnaire {
    let wanted = |file: &PackFile| {
        (&*file.questionnaire, &*file.form, &*file.locale, file.edition)
            == (questionnaire, form, "en", Edition::Current)
    };
    let file = packs().into_iter().find(wanted).expect("the project has the form");
    Rc::unwrap_or_clone(unpack(&file).questionnaire)
}

#[test]
fn the_questionnaires_have_no_fault_and_are_read_as_they_were_built() {
    for file in packs() {
        let questionnaire = unpack(&file).questionnaire;
        let read = (questionnaire.id.as_str(), questionnaire.form.as_str(), questionnaire.locale.as_str());
        assert_eq!(read, (&*file.questionnaire, &*file.form, &*file.locale));
    }
}

#[test]
fn the_express_form_is_there_in_french_and_english() {
    let is_express = |file: &&PackFile| {
        (&*file.questionnaire, &*file.form, file.edition)
            == ("liberte-numerique", "express", Edition::Current)
    };
    let packs = packs();
    let locales: Vec<&str> = packs.iter().filter(is_express).map(|file| &*file.locale).collect();
    assert_eq!(locales, ["en", "fr"]);
    let express = form("liberte-numerique", "express");
    let items = |principle: &boussole_core::questionnaire::Principle| {
        principle.dimensions.iter().map(|dimension| dimension.items.len()).sum::<usize>()
    };
    assert_eq!(express.principles.iter().map(items).collect::<Vec<_>>(), [4, 4, 4]);
}

#[test]
fn a_form_is_the_same_in_every_language_but_for_its_words() {
    let packs = packs();
    for file in &packs {
        for other in packs.iter().filter(|other| {
            (&other.questionnaire, other.version, &other.form)
                == (&file.questionnaire, file.version, &file.form)
        }) {
            let wires = [file, other].map(|file| without_terms(unpack(file)).to_wires());
            for (Wire(numbers, texts), Wire(other_numbers, other_texts)) in wires[0].iter().zip(&wires[1]) {
                assert_eq!(numbers, other_numbers, "{} {}", file.locale, other.locale);
                assert_eq!(texts.len(), other_texts.len(), "{} {}", file.locale, other.locale);
            }
        }
    }
}

/// A pack without the terms that each question uses: these are a matter of words.
fn without_terms(pack: Pack) -> Pack {
    let mut raw = RawQuestionnaire::clone(&pack.questionnaire);
    let dimensions = raw.principles.iter_mut().flat_map(|principle| &mut principle.dimensions);
    for item in dimensions.flat_map(|dimension| &mut dimension.items) {
        item.definitions.clear();
    }
    Pack { questionnaire: Questionnaire::try_from(raw).expect("it is valid without them").into(), ..pack }
}

/// The keys that a text leaves to be filled, in the order of their names.
fn keys(text: &str) -> Vec<&str> {
    let mut keys: Vec<&str> =
        text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(key, _)| key).collect();
    keys.sort_unstable();
    keys.dedup();
    keys
}

#[test]
fn the_widgets_texts_leave_the_same_values_to_be_filled_in_every_language() {
    let packs: Vec<Pack> = packs().iter().map(unpack).collect();
    for (text, name) in Text::ALL {
        let first = packs[0].texts.get(*text);
        for pack in &packs[1..] {
            assert_eq!(keys(pack.texts.get(*text)), keys(first), "{name} in {}", pack.questionnaire.locale);
        }
    }
}

#[test]
fn the_texts_of_the_rooms_leave_the_same_values_to_be_filled_in_every_language() {
    let built = built();
    let rooms: Vec<Vec<String>> =
        built.rooms.values().map(|texts| serde_json::from_str(texts).expect("a list of texts")).collect();
    for (place, (_, name)) in LazyText::ALL.iter().enumerate() {
        for texts in &rooms[1..] {
            assert_eq!(keys(&texts[place]), keys(&rooms[0][place]), "{name}");
        }
    }
}
