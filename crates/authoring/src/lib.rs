//! Reads, checks, compares and packs the TOML sources of questionnaires and of the widget's texts.
//!
//! Sources and results are texts: the caller reads and writes the files. Every fault of every file is reported at once.

mod cause;
#[cfg(feature = "tools")]
mod claims;
mod definitions;
#[cfg(feature = "tools")]
mod difference;
mod encoding;
mod fault;
mod folder;
#[cfg(feature = "tools")]
pub mod format;
mod forms;
mod interface;
mod items;
mod labels;
#[cfg(feature = "tools")]
mod ladder;
mod limits;
mod plurals;
mod profiles;
#[cfg(feature = "tools")]
pub mod pseudolocale;
pub mod reachable;
mod reader;
mod references;
mod rule;
mod rules;
#[cfg(feature = "tools")]
mod rules_page;
mod scanner;
#[cfg(feature = "tools")]
mod schema;
mod source;
mod structure;
mod syntax;
mod texts;
mod texts_reader;
mod values;
mod wording;

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

#[cfg(feature = "tools")]
pub use claims::{Amount, Claim, SentenceClaim};
#[cfg(feature = "tools")]
pub use difference::{Aspect, Change, Difference, Fate, Matter, Part, Remark, faults_of_released};
pub use fault::{Fault, sum};
use folder::{LocaleFile, ReadFolder};
pub use forms::Form;
pub use interface::Language;
pub use items::ItemSource;
pub use labels::Label;
#[cfg(feature = "tools")]
pub use ladder::ItemLadder;
pub use plurals::PluralRule;
pub use profiles::{ConditionSource, ProfileSource};
use reader::Faults;
pub use reader::Located;
pub use references::{Reference, ReferenceUrl};
pub use rule::Rule;
pub use rules::reading_time::minutes;
#[cfg(feature = "tools")]
pub use rules::reference_expiry::{ReferenceExpiry, reference_expiry};
pub use rules::typography::faults as typography_faults;
#[cfg(feature = "tools")]
pub use rules_page::rules_page;
#[cfg(feature = "tools")]
pub use schema::schemas;
pub use source::{Edition, SourceFile};
pub use structure::Structure;
pub use texts::{CitationTexts, DefinitionTexts, ItemTexts, PrincipleTexts, QuestionnaireTexts};

use boussole_core::export::json;
use boussole_core::pack::{Locale, Longer, Pack, Wire, WireError};
use boussole_core::questionnaire::{Questionnaire, RawQuestionnaire};
use boussole_core::texts::Text;

/// Data of the widget: packs and texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Built {
    /// Every form of every questionnaire in every locale.
    pub packs: Vec<PackFile>,
    /// Texts of the screens beyond the report, a list as JSON by locale.
    pub rooms: BTreeMap<String, String>,
    /// Name of the language and the widget's other texts, a list as JSON by locale.
    /// A questionnaire that is built elsewhere needs them.
    pub languages: BTreeMap<String, String>,
    /// Messages for a program that can't run, by locale and key.
    pub failure: BTreeMap<String, BTreeMap<String, String>>,
    /// Notices to the reader that the host's page receives the result, by locale and key.
    pub host: BTreeMap<String, BTreeMap<String, String>>,
}

/// One form of a questionnaire in one locale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackFile {
    /// Id of the questionnaire.
    pub questionnaire: String,
    /// Version of the questionnaire.
    pub version: u8,
    /// State of the questionnaire.
    pub edition: Edition,
    /// Id of the form.
    pub form: String,
    /// Language.
    pub locale: String,
    /// The pack as the widget reads it: what the questions show, and the rest.
    pub wires: [Wire; 2],
}

impl PackFile {
    /// The pack, read from its wires.
    ///
    /// # Errors
    /// A [`WireError`]: none for wires that were built.
    pub fn pack(&self) -> Result<Pack, WireError> {
        Pack::from_wires(self.wires.clone())
    }
}

/// A questionnaire in one edition, with the items of all its forms.
pub struct Instrument {
    /// State of the questionnaire.
    pub edition: Edition,
    /// Structure without texts.
    pub structure: Structure,
    /// Texts in the order of the names of the locales.
    pub texts: Vec<QuestionnaireTexts>,
}

/// Reads every questionnaire among the sources, in every edition.
///
/// # Errors
/// Every fault of every source.
pub fn instruments(sources: &[SourceFile]) -> Result<Vec<Instrument>, Vec<Fault>> {
    Ok(sound(sources)?.into_instruments())
}

/// Builds every form and locale of the questionnaires among the sources, released versions included.
///
/// # Errors
/// Every fault of every source.
pub fn build(sources: &[SourceFile]) -> Result<Built, Vec<Fault>> {
    Ok(sound(sources)?.build())
}

/// Results of [`build`] and [`instruments`] from one reading.
///
/// # Errors
/// Every fault of every source.
pub fn build_with_instruments(sources: &[SourceFile]) -> Result<(Built, Vec<Instrument>), Vec<Fault>> {
    let sound = sound(sources)?;
    Ok((sound.build(), sound.into_instruments()))
}

/// Builds every form and locale of a questionnaire outside of the project, for a widget in these languages.
///
/// # Errors
/// Every fault of every source.
pub fn build_own(
    sources: &[SourceFile],
    languages: &BTreeMap<String, Language>,
) -> Result<Vec<PackFile>, Vec<Fault>> {
    let faults = Faults::default();
    let locales = languages.keys().map(String::as_str).collect();
    let editions = editions(sources, &locales, &faults);
    let faults = faults.into_inner();
    let languages = languages.iter().map(|(locale, language)| (locale.as_str(), language)).collect();
    if faults.is_empty() { Ok(packs(&editions, &languages)) } else { Err(faults) }
}

/// Folder of an edition, with its forms in all their locales.
type EditionForms<'a> = (ReadFolder<'a>, Vec<Questionnaire>);

/// Sources without faults, read.
struct Sound<'a> {
    editions: Vec<EditionForms<'a>>,
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
            packs: without_duplicates(packs(&self.editions, &languages.collect())),
            rooms: by_locale(&self.interfaces, |interface| json::list(interface.rooms.all())),
            languages: by_locale(&self.interfaces, |interface| json::list(interface.language.all())),
            failure: by_locale(&self.interfaces, |interface| interface.failure.clone()),
            host: by_locale(&self.interfaces, |interface| interface.host.clone()),
        }
    }

    fn into_instruments(self) -> Vec<Instrument> {
        let instrument = |(folder, _): (ReadFolder<'_>, _)| {
            let texts = folder.locales.into_iter().filter_map(|locale| locale.texts).collect();
            Some(Instrument { edition: folder.edition, structure: folder.structure?, texts })
        };
        self.editions.into_iter().filter_map(instrument).collect()
    }
}

/// Reads sources; `Err` has every fault.
fn sound(sources: &[SourceFile]) -> Result<Sound<'_>, Vec<Fault>> {
    let faults = Faults::default();
    let interfaces = interface::read_all(sources, &faults);
    let editions = editions(sources, &interface::locales(sources), &faults);
    let faults = faults.into_inner();
    if faults.is_empty() { Ok(Sound { editions, interfaces }) } else { Err(faults) }
}

/// Reads every edition among the sources, for a widget in these languages; notes every fault.
fn editions<'a>(
    sources: &'a [SourceFile],
    locales: &BTreeSet<&str>,
    faults: &Faults,
) -> Vec<EditionForms<'a>> {
    let read = |folder: &folder::Folder<'a>| {
        let read = folder::read(folder, locales, faults);
        // Released versions never change.
        if read.edition == Edition::Current {
            rules::check(&read, faults);
        }
        read
    };
    let folders: Vec<ReadFolder<'_>> = folder::all(sources).iter().map(read).collect();
    // Values that could not be read are missing in the forms, too: a check of these would report them twice.
    let is_readable = faults.len() == 0;
    folder::check_names(sources, faults);
    let with_forms = |folder| {
        let raw: Vec<_> = if is_readable { raw_questionnaires(&folder) } else { Vec::new() };
        let questionnaires = raw.into_iter().filter_map(|one| checked(one, faults)).collect();
        (folder, questionnaires)
    };
    folders.into_iter().map(with_forms).collect()
}

/// Packs every form in every locale.
fn packs(editions: &[EditionForms<'_>], languages: &BTreeMap<&str, &Language>) -> Vec<PackFile> {
    let of_edition = |(folder, questionnaires): &EditionForms<'_>| -> Vec<PackFile> {
        questionnaires.iter().filter_map(|one| pack(one, folder.edition, questionnaires, languages)).collect()
    };
    editions.iter().flat_map(of_edition).collect()
}

/// Leaves out released versions that are also the current one.
fn without_duplicates(packs: Vec<PackFile>) -> Vec<PackFile> {
    let current: Vec<_> = packs.iter().filter(|pack| pack.edition == Edition::Current).collect();
    let is_current = |pack: &PackFile| {
        current.iter().any(|one| one.questionnaire == pack.questionnaire && one.version == pack.version)
    };
    let keep: Vec<bool> =
        packs.iter().map(|pack| pack.edition == Edition::Current || !is_current(pack)).collect();
    packs.into_iter().zip(keep).filter(|(_, keep)| *keep).map(|(pack, _)| pack).collect()
}

/// Every form in every locale, unchecked, each with the file of its texts.
fn raw_questionnaires<'a>(folder: &ReadFolder<'a>) -> Vec<(RawQuestionnaire, &'a SourceFile)> {
    let Some(structure) = &folder.structure else { return Vec::new() };
    let in_locale = |locale: &LocaleFile<'a>| -> Vec<_> {
        let forms = |texts| structure.forms.iter().map(move |form| structure.raw_questionnaire(form, texts));
        locale.texts.iter().flat_map(forms).map(|raw| (raw, locale.file)).collect()
    };
    folder.locales.iter().flat_map(in_locale).collect()
}

/// Checks a questionnaire as a whole; notes faults that the checks of its files did not find.
fn checked((raw, file): (RawQuestionnaire, &SourceFile), faults: &Faults) -> Option<Questionnaire> {
    let form = raw.form.clone();
    for fault in raw.faults() {
        let what = format!("form `{form}`: {fault}");
        let mend = "see the structure in questionnaire.toml";
        faults.note(Rule::Shape, file, 0..0, what, mend);
    }
    Questionnaire::try_from(raw).ok()
}

/// True if a form has every item of another one, and more.
fn is_longer(form: &Questionnaire, other: &Questionnaire) -> bool {
    form.len() > other.len() && other.items().all(|item| form.items().any(|one| one.id == item.id))
}

/// Packs a questionnaire with the widget's texts. The reader's choice of languages is those that have both.
fn pack(
    questionnaire: &Questionnaire,
    edition: Edition,
    all: &[Questionnaire],
    languages: &BTreeMap<&str, &Language>,
) -> Option<PackFile> {
    let has = |locale: &str| {
        all.iter().filter(|other| other.form == questionnaire.form).any(|other| other.locale == locale)
    };
    let available = languages.iter().filter(|(locale, _)| has(locale));
    let locales = available
        .map(|(id, language)| Locale { id: (*id).to_owned(), name: language.name.clone() })
        .collect();
    let texts = languages.get(questionnaire.locale.as_str())?.texts.clone();
    // No question shows the rule of ladders where there is none: many packs would carry it.
    let texts = if questionnaire.has_ladders { texts } else { texts.without(Text::ItemRule) };
    let longer =
        all.iter().filter(|other| other.locale == questionnaire.locale && is_longer(other, questionnaire));
    let longer = longer.map(|other| Longer {
        form: other.form.clone(),
        // No form has more than 60 items.
        items: u8::try_from(other.len()).unwrap_or(u8::MAX),
        minutes: other.minutes,
    });
    let questionnaire = Rc::new(questionnaire.clone());
    let pack = Pack { questionnaire: questionnaire.clone(), texts, locales, longer: longer.collect() };
    Some(PackFile {
        questionnaire: questionnaire.id.to_string(),
        version: questionnaire.version,
        edition,
        form: questionnaire.form.to_string(),
        locale: questionnaire.locale.clone(),
        wires: pack.to_wires(),
    })
}
