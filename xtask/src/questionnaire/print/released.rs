//! The prints that a release has as pages: what is left to readers whose browser runs no script.

use anyhow::{Context, Result, bail};
use boussole_authoring::Edition;

use super::labels::{Labels, WidgetTexts};
use super::sheet::{Extent, Sheet};
use super::{date, page};
use crate::project::Project;
use crate::questionnaire::folder;

/// What stands in a page for the address of its style, which is known when that has a name.
const STYLE: &str = "{{style}}";

/// A form of a questionnaire on paper, in one language.
pub struct Paper {
    /// What it is called in a release, without an ending.
    pub name: String,
    pub style: String,
    page: String,
}

impl Paper {
    /// The page, with the address of its style.
    pub fn page(&self, style: &str) -> String {
        self.page.replace(STYLE, style)
    }
}

/// Every form of every questionnaire, in each of its languages.
pub fn papers(project: &Project) -> Result<Vec<Paper>> {
    let interface = folder::interface(project)?;
    let mut papers = Vec::new();
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
                let labels = Labels::read(&words.locale)?;
                let widget = WidgetTexts::read(&interface, &words.locale)?;
                let sheet = Sheet::new(current, words, Extent::Form(form), labels, widget, date.clone());
                papers.push(Paper {
                    name: format!("{}-{}-{}", folder.id, form.id, words.locale),
                    style: page::style(&sheet),
                    page: page::linked(&sheet, STYLE),
                });
            }
        }
    }
    Ok(papers)
}
