//! `print`: a questionnaire on paper, with a scoring grid to fill in by hand, in one file.

mod appendix;
mod context;
mod grid;
mod items;
pub mod labels;
mod page;
mod released;

use std::fs;
use std::io;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use boussole_authoring::{Edition, Instrument, SourceFile};

use super::check;
use super::faults::{self, Colours};
use super::folder::{self, QuestionnaireFolder, STRUCTURE};
use super::outcome::{CommandOutcome, say};
use crate::project::Project;
use context::{Extent, PrintContext};
use labels::{Labels, WidgetTexts};
pub use released::{PrintedForm, printed_forms};

/// Options of `print`.
#[derive(Debug, clap::Args)]
pub struct PrintOptions {
    /// The id or the folder of the questionnaire
    questionnaire: String,
    /// The language
    #[arg(long)]
    locale: String,
    /// The form to print; all items without
    #[arg(long)]
    form: Option<String>,
    /// The file to write; the standard output without
    #[arg(long)]
    output: Option<PathBuf>,
}

/// Runs the command. A questionnaire with faults is not printed: its faults are reported.
pub fn run(project: &Project, options: &PrintOptions) -> Result<CommandOutcome> {
    let folder = QuestionnaireFolder::find(project, &options.questionnaire)?;
    let checked = check::one(project, &folder)?;
    if !checked.faults().is_empty() {
        let colours = Colours::for_output(&io::stderr());
        eprintln!("{}", faults::report(checked.faults(), &checked.sources, colours));
        return Ok(CommandOutcome::Faulty);
    }
    let page = print(project, &folder, options)?;
    match &options.output {
        Some(path) => {
            fs::write(path, page).with_context(|| format!("{} can't be written", path.display()))?;
            say(&format!("{} is there. Open it in a browser and print it, on A4.", path.display()));
        }
        None => say(&page),
    }
    Ok(CommandOutcome::Sound)
}

fn print(project: &Project, folder: &QuestionnaireFolder, options: &PrintOptions) -> Result<String> {
    let interface = folder::interface(project)?;
    let sources = [folder.sources()?, interface.clone()].concat();
    let Ok(instruments) = boussole_authoring::instruments(&sources) else {
        bail!("the widget's own texts have faults: cargo xtask questionnaire check");
    };
    let current = instruments.iter().find(|one| one.edition == Edition::Current);
    let current = current.with_context(|| format!("{} has no current version", folder.shown))?;
    let words = current.texts.iter().find(|words| words.locale == options.locale);
    let words = words.with_context(|| {
        let known: Vec<_> = current.texts.iter().map(|words| words.locale.as_str()).collect();
        format!("{} has no texts in `{}`; there are: {}", folder.id, options.locale, known.join(", "))
    })?;
    let extent = match &options.form {
        Some(form) => Extent::Form(find_form(current, form)?),
        None => Extent::Whole,
    };
    let labels = Labels::read(project, &options.locale)?;
    let widget = WidgetTexts::read(&interface, &options.locale)?;
    let context = PrintContext::new(current, words, extent, labels, widget, date(&folder.sources()?)?);
    Ok(page::document(&context))
}

fn find_form<'a>(instrument: &'a Instrument, form: &str) -> Result<&'a boussole_authoring::Form> {
    let forms = &instrument.structure.forms;
    forms.iter().find(|one| one.id.as_str() == form).with_context(|| {
        let known: Vec<_> = forms.iter().map(|form| form.id.as_str()).collect();
        format!("there is no form `{form}`; there are: {}", known.join(", "))
    })
}

/// Day of the current version; the check has validated it.
fn date(sources: &[SourceFile]) -> Result<String> {
    let is_current = |source: &&SourceFile| {
        matches!(source.path.split('/').collect::<Vec<_>>()[..], ["questionnaires", _, STRUCTURE])
    };
    let structure = sources.iter().find(is_current).context("the questionnaire has no structure")?;
    let table: toml::Table = structure.text.parse()?;
    Ok(table.get("date").and_then(toml::Value::as_str).unwrap_or_default().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questionnaire::scratch::Scratch;

    fn options(locale: &str, form: Option<&str>) -> PrintOptions {
        PrintOptions {
            questionnaire: "small".to_owned(),
            locale: locale.to_owned(),
            form: form.map(str::to_owned),
            output: None,
        }
    }

    fn page(scratch: &Scratch, locale: &str, form: Option<&str>) -> String {
        print(&scratch.project, &scratch.small(), &options(locale, form)).unwrap()
    }

    #[test]
    fn every_item_is_there_with_a_box_for_every_answer() {
        let scratch = Scratch::new("print");
        for locale in ["fr", "en"] {
            let page = page(&scratch, locale, None);
            assert!(page.starts_with(&format!("<!DOCTYPE html><html lang=\"{locale}\">")));
            assert_eq!(page.matches("<article class=\"item\">").count(), 3);
            // Five levels and “I don't know” each; one may not apply.
            assert_eq!(page.matches("<span class=\"box\">").count(), 3 * 6 + 1);
            assert_eq!(page.matches("<article class=\"step\">").count(), 3);
        }
    }

    #[test]
    fn no_label_is_left_to_be_filled() {
        let scratch = Scratch::new("print-filled");
        for locale in ["fr", "en"] {
            let page = page(&scratch, locale, None);
            let (_, body) = page.split_once("<body>").unwrap();
            assert!(!body.contains(['{', '}']), "{body}");
        }
    }

    #[test]
    fn the_file_needs_no_other() {
        let scratch = Scratch::new("print-alone");
        let page = page(&scratch, "fr", None);
        for loading in ["<link", "<script", " src=", "url(", "@import"] {
            assert!(!page.contains(loading), "{loading}");
        }
    }

    #[test]
    fn a_form_is_printed_alone() {
        let scratch = Scratch::new("print-form");
        let form = "[forms.short]\nminutes = 1\nitems = [\"list\", \"exit\", \"peers\"]\n[forms.express]";
        scratch.edit("questionnaire.toml", "[forms.express]", form);
        assert_eq!(page(&scratch, "fr", Some("short")).matches("<article class=\"item\">").count(), 3);
        let error = print(&scratch.project, &scratch.small(), &options("fr", Some("full"))).unwrap_err();
        assert_eq!(error.to_string(), "there is no form `full`; there are: express, short");
        let error = print(&scratch.project, &scratch.small(), &options("de", None)).unwrap_err();
        assert_eq!(error.to_string(), "small has no texts in `de`; there are: en, fr");
    }

    #[test]
    fn a_release_has_each_form_in_each_language_and_its_style_by_itself() {
        let scratch = Scratch::new("print-released");
        let printed_forms = printed_forms(&scratch.project).unwrap();
        let mut names: Vec<_> = printed_forms.iter().map(|form| &*form.name).collect();
        names.sort_unstable();
        assert_eq!(names, ["small-express-en", "small-express-fr"]);
        for form in &printed_forms {
            let page = form.page("../a.css", "<link rel=\"canonical\" href=\"x\">");
            assert!(page.contains("<link rel=\"stylesheet\" href=\"../a.css\">"), "{page}");
            assert!(page.contains("<link rel=\"canonical\" href=\"x\"></head>"), "{page}");
            assert!(!page.contains("<style") && !page.contains(" style="), "{page}");
            assert!(form.style.contains("version 1\""), "{}", form.name);
        }
    }

    #[test]
    fn definitions_stand_on_the_cover() {
        let scratch = Scratch::new("print-definitions");
        assert!(!page(&scratch, "fr", None).contains("Définitions"));
        for file in ["fr.toml", "en.toml"] {
            let definition = "[definitions.plan]\nterm = \"plan\"\ntext = \"x y\"\n\n[principles.choose]";
            scratch.edit(file, "[principles.choose]", definition);
        }
        let page = page(&scratch, "fr", None);
        assert!(page.contains("<h2>Définitions</h2><ul><li><b>Plan</b> — x y</li></ul>"), "{page}");
    }

    #[test]
    fn what_has_faults_is_not_printed() {
        let scratch = Scratch::new("print-faulty");
        scratch.edit("fr.toml", "Petit", "<i>Petit</i>");
        assert_eq!(run(&scratch.project, &options("fr", None)).unwrap(), CommandOutcome::Faulty);
    }

    #[test]
    fn a_title_can_stand_in_the_margin_of_a_page_whatever_it_holds() {
        let scratch = Scratch::new("print-title");
        scratch.edit("fr.toml", "title = \"Petit\"", "title = \"Un \\\\ et “deux”\"");
        let page = page(&scratch, "fr", None);
        assert!(page.contains("content: \"Un \\5c  et “deux”, version 1\""), "{page}");
    }
}
