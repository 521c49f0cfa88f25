//! Turns the sources of questionnaires and the widget's texts into what the widget reads.
//!
//! Sources are given as texts, results are texts: reading and writing files is the business of
//! whoever calls. Every fault of every file is reported at once.

mod fault;
mod interface;
mod reader;
mod structure;
mod wording;
mod words;

use std::collections::BTreeMap;

pub use fault::Fault;
use reader::Faults;
use structure::Structure;

use crate::pack::{Locale, Pack};
use crate::questionnaire::{Draft, Questionnaire};

/// A source file as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceFile {
    /// Relative to the project, with `/`: `questionnaires/<id>/questionnaire.toml`,
    /// `questionnaires/<id>/<locale>.toml` or `www/texts/<locale>.toml`.
    pub path: String,
    pub text: String,
}

/// All that the widget needs besides its program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Built {
    pub packs: Vec<PackFile>,
    /// What the widget's shell says when the program itself can't run, by locale and key.
    pub failure: BTreeMap<String, BTreeMap<String, String>>,
}

/// One form of a questionnaire in one locale, as JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackFile {
    pub questionnaire: String,
    pub form: String,
    pub locale: String,
    pub json: String,
}

/// Builds every form and locale of the questionnaires among the sources.
///
/// # Errors
/// Every fault of every source.
pub fn build(sources: &[SourceFile]) -> Result<Built, Vec<Fault>> {
    let faults = Faults::default();
    let interfaces = interface::read_all(sources, &faults);
    let mut drafts = Vec::new();
    for file in sources {
        if let ["questionnaires", id, "questionnaire.toml"] = parts(file)[..] {
            drafts.extend(drafts_of(id, file, sources, &faults));
        }
    }
    let mut questionnaires = Vec::new();
    // Where the sources have faults the drafts lack what could not be read: that would be told twice.
    if faults.borrow().is_empty() {
        questionnaires.extend(drafts.into_iter().filter_map(|draft| checked(draft, &faults)));
    }
    let packs = questionnaires.iter().filter_map(|one| pack(one, &questionnaires, &interfaces)).collect();
    let faults = faults.into_inner();
    let failure = interfaces.into_iter().map(|(locale, interface)| (locale, interface.failure)).collect();
    if faults.is_empty() { Ok(Built { packs, failure }) } else { Err(faults) }
}

fn parts(file: &SourceFile) -> Vec<&str> {
    file.path.split('/').collect()
}

/// The drafts of every form and locale of one questionnaire, each with the file of its texts.
fn drafts_of<'a>(
    id: &str,
    file: &'a SourceFile,
    sources: &'a [SourceFile],
    faults: &'a Faults,
) -> Vec<(Draft, &'a SourceFile)> {
    let structure = Structure::read(id, file, faults);
    let mut drafts = Vec::new();
    for source in sources {
        let ["questionnaires", folder, name] = parts(source)[..] else { continue };
        let Some(locale) = name.strip_suffix(".toml") else { continue };
        if folder != id || locale == "questionnaire" {
            continue;
        }
        let interface = format!("www/texts/{locale}.toml");
        if !sources.iter().any(|source| source.path == interface) {
            let what = format!("the widget itself has no texts in `{locale}`");
            faults.borrow_mut().push(Fault::at(source, 0..0, what, format!("add {interface}")));
        }
        let words = words::read(locale, source, structure.as_ref(), faults);
        if let (Some(structure), Some(words)) = (&structure, words) {
            drafts.extend(structure.forms.iter().map(|form| (structure.draft(form, &words), source)));
        }
    }
    if drafts.is_empty() && faults.borrow().is_empty() {
        let mend = "add a file with the texts, named by its language: fr.toml";
        faults.borrow_mut().push(Fault::at(
            file,
            0..0,
            "the questionnaire has no texts in any language",
            mend,
        ));
    }
    drafts
}

/// The draft as a valid questionnaire. What the files' own checks did not find is noted here.
fn checked((draft, file): (Draft, &SourceFile), faults: &Faults) -> Option<Questionnaire> {
    let form = draft.form.clone();
    for fault in draft.faults() {
        let what = format!("form `{form}`: {fault}");
        faults.borrow_mut().push(Fault::at(file, 0..0, what, "see the structure in questionnaire.toml"));
    }
    Questionnaire::try_from(draft).ok()
}

/// A questionnaire with the widget's texts; the reader can choose between the languages that have both.
fn pack(
    questionnaire: &Questionnaire,
    all: &[Questionnaire],
    interfaces: &BTreeMap<String, interface::Interface>,
) -> Option<PackFile> {
    let has = |locale: &String| {
        let same = |other: &&Questionnaire| other.id == questionnaire.id && other.form == questionnaire.form;
        all.iter().filter(same).any(|other| other.locale == *locale)
    };
    let chosen = interfaces.iter().filter(|(locale, _)| has(locale));
    let locales =
        chosen.map(|(id, interface)| Locale { id: id.clone(), name: interface.name.clone() }).collect();
    let texts = interfaces.get(&questionnaire.locale)?.texts.clone();
    let pack = Pack { questionnaire: questionnaire.clone(), texts, locales };
    Some(PackFile {
        questionnaire: questionnaire.id.to_string(),
        form: questionnaire.form.to_string(),
        locale: questionnaire.locale.clone(),
        // Numbers and texts in two lists: nothing that JSON could not hold.
        json: serde_json::to_string(&pack.to_wire()).unwrap_or_default(),
    })
}
