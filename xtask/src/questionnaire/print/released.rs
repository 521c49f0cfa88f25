//! Prints as pages of a release, also for browsers that run no script.

use anyhow::{Context, Result, bail};
use boussole_authoring::Edition;

use super::context::{Extent, PrintContext};
use super::labels::{Labels, WidgetTexts};
use super::{date, page};
use crate::project::Project;
use crate::questionnaire::folder;

/// Placeholder for the address of the style, whose name is known later.
const STYLE: &str = "{{style}}";

/// Placeholder for the links of the page's addresses.
const ADDRESSES: &str = "{{addresses}}";

/// Printed form of a questionnaire in one language.
pub struct PrintedForm {
    /// Name in a release, without an extension.
    pub name: String,
    /// Name without a language, which the same page in another language has too.
    pub form: String,
    /// Language of the print.
    pub locale: String,
    /// Style sheet of the print.
    pub style: String,
    page: String,
}

impl PrintedForm {
    /// The page, with the address of its style and the links of its own addresses.
    pub fn page(&self, style: &str, addresses: &str) -> String {
        self.page.replace(STYLE, style).replace(ADDRESSES, addresses)
    }
}

/// Every form of every questionnaire, in each of its languages.
pub fn printed_forms(project: &Project) -> Result<Vec<PrintedForm>> {
    let interface = folder::interface(project)?;
    let mut printed_forms = Vec::new();
    for folder in folder::all(project)? {
        let own = folder.sources()?;
        let date = date(&own)?;
        let Ok(instruments) = boussole_authoring::instruments(&[own, interface.clone()].concat()) else {
            bail!("{} has faults: cargo xtask questionnaire check", folder.shown);
        };
        let current = instruments.iter().find(|one| one.edition == Edition::Current);
        let current = current.with_context(|| format!("{} has no current version", folder.shown))?;
        for words in &current.texts {
            for form in &current.structure.forms {
                let labels = Labels::read(project, &words.locale)?;
                let widget = WidgetTexts::read(&interface, &words.locale)?;
                let context =
                    PrintContext::new(current, words, Extent::Form(form), labels, widget, date.clone());
                let form = format!("{}-{}", folder.id, form.id);
                printed_forms.push(PrintedForm {
                    name: format!("{form}-{}", words.locale),
                    form,
                    locale: words.locale.clone(),
                    style: page::style(&context),
                    page: page::linked(&context, STYLE, ADDRESSES),
                });
            }
        }
    }
    Ok(printed_forms)
}
