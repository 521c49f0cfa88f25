//! `check`: every fault of the questionnaires, or the list of the sound ones.

use std::io;

use anyhow::Result;
use boussole_authoring::{Built, Edition, Fault, Instrument, SourceFile};

use super::day::today;
use super::faults::{self, Colours, OutputFormat};
use super::folder::{self, QuestionnaireFolder};
use super::lock;
use super::outcome::{CommandOutcome, say};
use crate::project::Project;

/// Options of `check`.
#[derive(Debug, clap::Args)]
pub struct CheckOptions {
    /// The id or the folder of the only questionnaire to check; all of them without
    questionnaire: Option<String>,
    /// Format of the faults
    #[arg(long, value_enum, default_value_t)]
    format: OutputFormat,
}

/// Checked sources and the result of the check.
pub struct Checked {
    /// Files that were checked.
    pub sources: Vec<SourceFile>,
    /// Built questionnaires, or every fault.
    pub result: Result<Built, Vec<Fault>>,
    /// References that end, or begin to apply, soon.
    pub warnings: Vec<Fault>,
    /// The questionnaires as they were read, once they have no fault.
    instruments: Vec<Instrument>,
}

/// Checks all questionnaires of the project.
pub fn all(project: &Project) -> Result<Checked> {
    checked(folder::all(project)?, folder::sources(project)?, &today())
}

/// Checks one questionnaire beside the widget's texts.
pub fn one(project: &Project, folder: &QuestionnaireFolder) -> Result<Checked> {
    let mut sources = folder.sources()?;
    sources.extend(folder::interface(project)?);
    let mut checked = checked(vec![folder.clone()], sources, &today())?;
    if let Err(faults) = &mut checked.result {
        faults.retain(|fault| folder.owns(&fault.path));
    }
    checked.warnings.retain(|warning| folder.owns(&warning.path));
    for path in checked.paths_mut() {
        *path = folder.shown_path(path);
    }
    Ok(checked)
}

/// Checks sources on a day, as in 2026-11-24.
fn checked(folders: Vec<QuestionnaireFolder>, mut sources: Vec<SourceFile>, today: &str) -> Result<Checked> {
    let (mut instruments, mut warnings) = (Vec::new(), Vec::new());
    let mut result = boussole_authoring::build_with_instruments(&sources).and_then(|(built, read)| {
        // A released version asks and scores as before.
        let mut faults = boussole_authoring::faults_of_released(&read, &sources);
        let expiry = boussole_authoring::reference_expiry(&read, &sources, today);
        faults.extend(expiry.faults);
        (instruments, warnings) = (read, expiry.warnings);
        if faults.is_empty() { Ok(built) } else { Err(faults) }
    });
    for folder in folders {
        let lock = lock::source(&folder.path, &folder.id)?;
        let own: Vec<_> = sources.iter().filter(|source| folder.owns(&source.path)).cloned().collect();
        let broken = lock::faults(lock.as_ref(), &own);
        sources.extend(lock);
        if !broken.is_empty() {
            let before = result.err().unwrap_or_default();
            result = Err(before.into_iter().chain(broken).collect());
        }
    }
    Ok(Checked { sources, result, warnings, instruments })
}

impl Checked {
    fn paths_mut(&mut self) -> impl Iterator<Item = &mut String> {
        let faults = self.result.as_mut().err().into_iter().flatten().chain(&mut self.warnings);
        let sources = self.sources.iter_mut().map(|source| &mut source.path);
        sources.chain(faults.map(|fault| &mut fault.path))
    }

    /// The faults, none where it is sound.
    pub fn faults(&self) -> &[Fault] {
        self.result.as_ref().err().map_or(&[], Vec::as_slice)
    }
}

/// Runs the command.
pub fn run(project: &Project, options: &CheckOptions) -> Result<CommandOutcome> {
    let checked = match &options.questionnaire {
        Some(questionnaire) => one(project, &QuestionnaireFolder::find(project, questionnaire)?)?,
        None => all(project)?,
    };
    let found = checked.faults();
    match options.format {
        OutputFormat::Json => say(&faults::json(found)?),
        OutputFormat::Text if found.is_empty() => say(&sound(&checked)),
        OutputFormat::Text => {
            say(&faults::report(found, &checked.sources, Colours::for_output(&io::stdout())));
        }
    }
    if options.format == OutputFormat::Text {
        checked.warnings.iter().for_each(|warning| say(&format!("warning: {warning}\n")));
    }
    Ok(if found.is_empty() { CommandOutcome::Sound } else { CommandOutcome::Faulty })
}

/// Sound questionnaires, each with its forms.
fn sound(checked: &Checked) -> String {
    if checked.result.is_err() {
        return "No fault here; the widget's own texts have some: cargo xtask questionnaire check\n"
            .to_owned();
    }
    let instruments = &checked.instruments;
    let released = |id: &str| -> Vec<String> {
        let frozen = instruments.iter().filter(|one| one.edition == Edition::Frozen);
        frozen
            .filter(|one| one.structure.id.as_str() == id)
            .map(|one| one.structure.version.to_string())
            .collect()
    };
    let current = instruments.iter().filter(|one| one.edition == Edition::Current);
    let summaries = current.map(|one| summary(one, &released(one.structure.id.as_str())));
    summaries.collect::<String>() + "No fault.\n"
}

fn summary(instrument: &Instrument, released: &[String]) -> String {
    let structure = &instrument.structure;
    let locales: Vec<&str> = instrument.texts.iter().map(|words| words.locale.as_str()).collect();
    let mut text = format!("{}, version {}, in {}", structure.id, structure.version, locales.join(" and "));
    if !released.is_empty() {
        text += &format!("; released: {}", released.join(", "));
    }
    text.push('\n');
    for form in &structure.forms {
        let measured = instrument.texts.iter().map(|words| {
            format!("{} ({})", boussole_authoring::minutes(structure, form, words), words.locale)
        });
        text += &format!(
            "  {}: {} items, {} min promised, {} measured\n",
            form.id,
            form.items.len(),
            form.minutes,
            measured.collect::<Vec<_>>().join(", "),
        );
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questionnaire::scratch::Scratch;

    fn reported(checked: &Checked) -> Vec<String> {
        checked.faults().iter().map(|fault| format!("{}: {}", fault.path, fault.what)).collect()
    }

    #[test]
    fn a_sound_questionnaire_is_listed_with_its_forms() {
        let scratch = Scratch::new("check-sound");
        scratch.freeze();
        let checked = all(&scratch.project).unwrap();
        let text = sound(&checked);
        assert!(
            text.starts_with("small, version 1, in en and fr; released: 1\n  express: 3 items, "),
            "{text}"
        );
        assert!(text.ends_with("No fault.\n"), "{text}");
    }

    #[test]
    fn one_questionnaire_is_checked_without_the_faults_of_others() {
        let scratch = Scratch::new("check-one");
        let (small, other) = (scratch.small().path, scratch.path("questionnaires/other"));
        std::fs::create_dir(&other).unwrap();
        for path in folder::toml_files(&small).unwrap() {
            std::fs::copy(&path, other.join(path.file_name().unwrap())).unwrap();
        }
        scratch.edit("fr.toml", "Petit", "<b>Petit</b>");
        let markup = "questionnaires/small/fr.toml: the text has markup";
        assert_eq!(reported(&all(&scratch.project).unwrap()), [markup]);
        assert_eq!(reported(&one(&scratch.project, &scratch.small()).unwrap()), [markup]);
        let other = QuestionnaireFolder::find(&scratch.project, "other").unwrap();
        assert_eq!(reported(&one(&scratch.project, &other).unwrap()), [""; 0]);
    }

    #[test]
    fn a_released_version_that_changed_fails_beside_all_other_faults() {
        let scratch = Scratch::new("check-frozen");
        scratch.freeze();
        scratch.edit("frozen/1/fr.toml", "Petit", "Menu");
        scratch.edit("en.toml", "title = \"", "title = \"<");
        let expected = [
            "questionnaires/small/en.toml: the text has markup",
            "questionnaires/small/frozen/1/fr.toml: the file is no longer as version 1 was released",
        ];
        assert_eq!(reported(&all(&scratch.project).unwrap()), expected);
    }

    #[test]
    fn a_released_version_that_asks_otherwise_than_it_did_is_a_fault() {
        let scratch = Scratch::new("check-released");
        scratch.freeze();
        scratch.edit("questionnaire.toml", "[20, 40, 60, 80]", "[20, 40, 60, 90]");
        let reported = reported(&all(&scratch.project).unwrap());
        let expected = "questionnaires/small/questionnaire.toml: \
                        the questionnaire: thresholds changed since version 1 was released";
        assert_eq!(reported, [expected]);
    }

    #[test]
    fn a_reference_that_ends_is_a_warning_before_its_day_and_a_fault_after() {
        let scratch = Scratch::new("check-expiry");
        let reference = "[[references]]\nid = \"law\"\ndate = \"2025-09-12\"\nuntil = \"2027-01-12\"\n\
                         url = \"https://law.example/\"\n\n[forms.express]";
        scratch.edit("questionnaire.toml", "[forms.express]", reference);
        scratch.edit(
            "questionnaire.toml",
            "respondent = \"legal\"",
            "respondent = \"legal\"\nreferences = [\"law\"]",
        );
        for (file, cite) in
            [("fr.toml", "Loi de 2025, jusqu’en 2027"), ("en.toml", "Act of 2025, until 2027")]
        {
            let texts = format!("[references.law]\ncite = \"{cite}\"\n\n[principles.choose]");
            scratch.edit(file, "[principles.choose]", &texts);
        }
        let told = |today: &str| {
            let folders = folder::all(&scratch.project).unwrap();
            let checked = checked(folders, folder::sources(&scratch.project).unwrap(), today).unwrap();
            let what = |faults: &[Fault]| faults.iter().map(|fault| fault.what.clone()).collect::<Vec<_>>();
            (what(checked.faults()), what(&checked.warnings))
        };
        let none = Vec::<String>::new;
        let one = |what: &str| vec![format!("the reference `law` {what}")];
        assert_eq!(told("2026-10-13"), (none(), none()));
        assert_eq!(told("2026-10-14"), (none(), one("ends on 2027-01-12")));
        assert_eq!(told("2027-01-12"), (none(), one("ends on 2027-01-12")));
        assert_eq!(told("2027-01-13"), (one("ended on 2027-01-12"), none()));
        let begins = one("begins to apply on 2025-09-12");
        assert_eq!(told("2025-06-13"), (none(), none()));
        assert_eq!(told("2025-06-14"), (none(), begins.clone()));
        assert_eq!(told("2025-09-11"), (none(), begins));
        assert_eq!(told("2025-09-12"), (none(), none()));
    }

    #[test]
    fn a_fault_of_the_widgets_own_texts_is_none_of_a_questionnaire() {
        let scratch = Scratch::new("check-widget");
        std::fs::write(scratch.path("www/texts/fr.toml"), "name = \"Français\"\n").unwrap();
        assert!(!all(&scratch.project).unwrap().faults().is_empty());
        let checked = one(&scratch.project, &scratch.small()).unwrap();
        assert_eq!(reported(&checked), [""; 0]);
        assert!(sound(&checked).starts_with("No fault here; the widget's own texts have some"));
    }

    #[test]
    fn the_questionnaire_that_the_docs_have_people_paste_is_sound() {
        let scratch = Scratch::new("check-docs");
        let docs = include_str!("../../../docs/authoring.md");
        let folder = scratch.path("questionnaires/messagerie");
        std::fs::create_dir(&folder).unwrap();
        for (schema, name) in [("questionnaire", "questionnaire.toml"), ("texts", "fr.toml")] {
            let first = format!("```toml\n#:schema ../../schemas/{schema}.schema.json\n");
            let (_, block) = docs.split_once(&first).unwrap();
            let (text, _) = block.split_once("```\n").unwrap();
            std::fs::write(folder.join(name), text).unwrap();
        }
        let checked =
            one(&scratch.project, &QuestionnaireFolder::find(&scratch.project, "messagerie").unwrap())
                .unwrap();
        assert_eq!(reported(&checked), [""; 0]);
    }
}
