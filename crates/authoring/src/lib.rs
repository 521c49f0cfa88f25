//! Turns the sources of questionnaires and the widget's texts into what the widget reads.
//!
//! Sources are given as texts, results are texts: reading and writing files is the business of
//! whoever calls. Every fault of every file is reported at once.

#[cfg(feature = "tools")]
mod difference;
mod fault;
mod folder;
#[cfg(feature = "tools")]
pub mod format;
mod forms;
mod interface;
mod items;
mod limits;
#[cfg(feature = "tools")]
mod page;
mod profiles;
pub mod reachable;
mod reader;
mod references;
mod rule;
mod rules;
mod structure;
mod texts;
mod wording;

use std::collections::{BTreeMap, BTreeSet};

#[cfg(feature = "tools")]
pub use difference::{Aspect, Change, Difference, Fate, Matter, Part, Remark, faults_of_released};
pub use fault::{Fault, sum};
use folder::{Page, Read};
#[cfg(feature = "tools")]
pub use format::schemas;
pub use forms::Form;
pub use interface::Language;
pub use items::ItemSource;
#[cfg(feature = "tools")]
pub use page::rules_page;
pub use profiles::{ConditionSource, ProfileSource};
use reader::Faults;
pub use reader::Located;
pub use references::{Reference, Theme};
pub use rule::Rule;
pub use rules::reading_time::minutes;
pub use structure::Structure;
pub use texts::{ItemTexts, PrincipleTexts, QuestionnaireTexts};

use boussole_core::export::json;
use boussole_core::pack::{Locale, Longer, Pack};
use boussole_core::questionnaire::{Questionnaire, RawQuestionnaire};

/// A source file as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceFile {
    /// Relative to the project, with `/`: a file of a questionnaire (see [`Edition`]), or
    /// `www/texts/<locale>.toml`.
    pub path: String,
    pub text: String,
}

/// Which state of a questionnaire a file belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edition {
    /// The one that is worked on: `questionnaires/<id>/<file>`. It keeps every rule of today.
    Current,
    /// A released version: `questionnaires/<id>/frozen/<version>/<file>`. It stays as it was, and keeps the
    /// rules without which it could not be read.
    Frozen,
}

/// All that the widget needs besides its program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Built {
    pub packs: Vec<PackFile>,
    /// The texts of the rooms beyond the report, a list as JSON by locale.
    pub rooms: BTreeMap<String, String>,
    /// The widget's other texts behind the name of the language, a list as JSON by locale: for a questionnaire that
    /// is built elsewhere.
    pub languages: BTreeMap<String, String>,
    /// What the widget's shell says when the program itself can't run, by locale and key.
    pub failure: BTreeMap<String, BTreeMap<String, String>>,
    /// What the reader is told where the host's page is told of the result, by locale and key.
    pub host: BTreeMap<String, BTreeMap<String, String>>,
}

/// One form of a questionnaire in one locale, as JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackFile {
    pub questionnaire: String,
    pub version: u8,
    pub edition: Edition,
    pub form: String,
    pub locale: String,
    pub json: String,
}

/// A questionnaire as its author wrote it, in one edition: all items, whatever forms they belong to.
pub struct Instrument {
    pub edition: Edition,
    pub structure: Structure,
    /// In the order of the names of the locales.
    pub words: Vec<QuestionnaireTexts>,
}

/// Every questionnaire among the sources, in every edition, once they keep every rule.
///
/// # Errors
/// Every fault of every source.
pub fn instruments(sources: &[SourceFile]) -> Result<Vec<Instrument>, Vec<Fault>> {
    Ok(sound(sources)?.into_instruments())
}

/// Builds every form and locale of the questionnaires among the sources, and of the versions that were
/// released before.
///
/// # Errors
/// Every fault of every source.
pub fn build(sources: &[SourceFile]) -> Result<Built, Vec<Fault>> {
    Ok(sound(sources)?.build())
}

/// What [`build`] and [`instruments`] give, from one reading.
///
/// # Errors
/// Every fault of every source.
pub fn build_with_instruments(sources: &[SourceFile]) -> Result<(Built, Vec<Instrument>), Vec<Fault>> {
    let sound = sound(sources)?;
    Ok((sound.build(), sound.into_instruments()))
}

/// Builds every form and locale of a questionnaire that stands outside of the project, for a widget that has these
/// languages.
///
/// # Errors
/// Every fault of every source.
pub fn build_own(
    sources: &[SourceFile],
    languages: &BTreeMap<String, Language>,
) -> Result<Vec<PackFile>, Vec<Fault>> {
    let faults = Faults::default();
    let spoken = languages.keys().map(String::as_str).collect();
    let editions = editions(sources, &spoken, &faults);
    let faults = faults.into_inner();
    let languages = languages.iter().map(|(locale, language)| (locale.as_str(), language)).collect();
    if faults.is_empty() { Ok(packs(&editions, &languages)) } else { Err(faults) }
}

/// What could be read of an edition, with its forms in all their locales.
type Forms<'a> = (Read<'a>, Vec<Questionnaire>);

/// Sources that keep every rule, read.
struct Sound<'a> {
    editions: Vec<Forms<'a>>,
    interfaces: BTreeMap<String, interface::Interface>,
}

impl Sound<'_> {
    fn build(&self) -> Built {
        fn by_locale<T>(
            interfaces: &BTreeMap<String, interface::Interface>,
            of: impl Fn(&interface::Interface) -> T,
        ) -> BTreeMap<String, T> {
            interfaces.iter().map(|(locale, interface)| (locale.clone(), of(interface))).collect()
        }
        let languages =
            self.interfaces.iter().map(|(locale, interface)| (locale.as_str(), &interface.language));
        Built {
            packs: without_twins(packs(&self.editions, &languages.collect())),
            rooms: by_locale(&self.interfaces, |interface| json::list(interface.rooms.all())),
            languages: by_locale(&self.interfaces, |interface| json::list(interface.language.all())),
            failure: by_locale(&self.interfaces, |interface| interface.failure.clone()),
            host: by_locale(&self.interfaces, |interface| interface.host.clone()),
        }
    }

    fn into_instruments(self) -> Vec<Instrument> {
        let instrument = |(read, _): (Read<'_>, _)| {
            let words = read.pages.into_iter().filter_map(|page| page.words).collect();
            Some(Instrument { edition: read.edition, structure: read.structure?, words })
        };
        self.editions.into_iter().filter_map(instrument).collect()
    }
}

fn sound(sources: &[SourceFile]) -> Result<Sound<'_>, Vec<Fault>> {
    let faults = Faults::default();
    let interfaces = interface::read_all(sources, &faults);
    let editions = editions(sources, &interface::locales(sources), &faults);
    let faults = faults.into_inner();
    if faults.is_empty() { Ok(Sound { editions, interfaces }) } else { Err(faults) }
}

/// Every edition among the sources, where the widget has these languages; every fault is noted.
fn editions<'a>(sources: &'a [SourceFile], spoken: &BTreeSet<&str>, faults: &Faults) -> Vec<Forms<'a>> {
    let read: Vec<Read<'_>> =
        folder::all(sources).iter().map(|folder| folder::read(folder, spoken, faults)).collect();
    // Where the sources have faults the drafts lack what could not be read: that would be told twice.
    let is_readable = faults.len() == 0;
    let with_forms = |read| {
        let drafts: Vec<_> = if is_readable { drafts(&read) } else { Vec::new() };
        let questionnaires = drafts.into_iter().filter_map(|draft| checked(draft, faults)).collect();
        (read, questionnaires)
    };
    read.into_iter().map(with_forms).collect()
}

/// Every form in every locale.
fn packs(editions: &[Forms<'_>], languages: &BTreeMap<&str, &Language>) -> Vec<PackFile> {
    let of_edition = |(read, questionnaires): &Forms<'_>| -> Vec<PackFile> {
        questionnaires.iter().filter_map(|one| pack(one, read.edition, questionnaires, languages)).collect()
    };
    editions.iter().flat_map(of_edition).collect()
}

/// A version that was released and has not been changed since is there once.
fn without_twins(packs: Vec<PackFile>) -> Vec<PackFile> {
    let current: Vec<_> = packs.iter().filter(|pack| pack.edition == Edition::Current).collect();
    let is_current = |pack: &PackFile| {
        current.iter().any(|one| one.questionnaire == pack.questionnaire && one.version == pack.version)
    };
    let keep: Vec<bool> =
        packs.iter().map(|pack| pack.edition == Edition::Current || !is_current(pack)).collect();
    packs.into_iter().zip(keep).filter(|(_, keep)| *keep).map(|(pack, _)| pack).collect()
}

fn parts(file: &SourceFile) -> Vec<&str> {
    file.path.split('/').collect()
}

/// A draft of every form in every locale, each with the file of its texts.
fn drafts<'a>(read: &Read<'a>) -> Vec<(RawQuestionnaire, &'a SourceFile)> {
    let Some(structure) = &read.structure else { return Vec::new() };
    let in_locale = |page: &Page<'a>| -> Vec<_> {
        let drafts = |words| structure.forms.iter().map(move |form| structure.draft(form, words));
        page.words.iter().flat_map(drafts).map(|draft| (draft, page.file)).collect()
    };
    read.pages.iter().flat_map(in_locale).collect()
}

/// The draft as a valid questionnaire. What the files' own checks did not find is noted here.
fn checked((draft, file): (RawQuestionnaire, &SourceFile), faults: &Faults) -> Option<Questionnaire> {
    let form = draft.form.clone();
    for fault in draft.faults() {
        let what = format!("form `{form}`: {fault}");
        let mend = "see the structure in questionnaire.toml";
        faults.note(Rule::Shape, file, 0..0, what, mend);
    }
    Questionnaire::try_from(draft).ok()
}

/// Whether a form asks all that another one asks, and more.
fn is_longer(form: &Questionnaire, other: &Questionnaire) -> bool {
    form.len() > other.len() && other.items().all(|item| form.items().any(|one| one.id == item.id))
}

/// A questionnaire with the widget's texts; the reader can choose between the languages that have both.
fn pack(
    questionnaire: &Questionnaire,
    edition: Edition,
    all: &[Questionnaire],
    languages: &BTreeMap<&str, &Language>,
) -> Option<PackFile> {
    let has = |locale: &str| {
        all.iter().filter(|other| other.form == questionnaire.form).any(|other| other.locale == locale)
    };
    let chosen = languages.iter().filter(|(locale, _)| has(locale));
    let locales =
        chosen.map(|(id, language)| Locale { id: (*id).to_owned(), name: language.name.clone() }).collect();
    let texts = languages.get(questionnaire.locale.as_str())?.texts.clone();
    let longer =
        all.iter().filter(|other| other.locale == questionnaire.locale && is_longer(other, questionnaire));
    let longer = longer.map(|other| Longer {
        form: other.form.clone(),
        // No form has more than 60 items.
        items: u8::try_from(other.len()).unwrap_or(u8::MAX),
        minutes: other.minutes,
    });
    let pack = Pack { questionnaire: questionnaire.clone(), texts, locales, longer: longer.collect() };
    Some(PackFile {
        questionnaire: questionnaire.id.to_string(),
        version: questionnaire.version,
        edition,
        form: questionnaire.form.to_string(),
        locale: questionnaire.locale.clone(),
        json: json::wire(&pack.to_wire()),
    })
}
