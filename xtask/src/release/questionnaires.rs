//! Questionnaires and texts: the sources checked and built by the core.

use std::io;

use anyhow::{Context, Result, bail};
use boussole_authoring::{Built, PackFile};
use boussole_core::pack::Pack;

use crate::locales;
use crate::project::Project;
use crate::questionnaire::check::{self, Checked};
use crate::questionnaire::faults::{self, Colours};

/// Builds every questionnaire. The error holds all faults of all sources, or else all that a language lacks.
pub fn build(project: &Project) -> Result<Built> {
    locales::check(project)?;
    let Checked { sources, result, .. } = check::all(project)?;
    result.or_else(|faults| {
        let report = faults::report(&faults, &sources, Colours::for_output(&io::stderr()));
        bail!("the questionnaires have faults\n\n{report}")
    })
}

/// A pack that was built.
pub fn unpacked(file: &PackFile) -> Result<Pack> {
    file.pack().ok().context("a pack that was just built can't be read")
}

/// Checks every questionnaire.
pub fn check(project: &Project) -> Result<()> {
    build(project).map(drop)
}
