//! Questionnaires and texts: the sources checked and built by the core.

use std::io;

use anyhow::{Result, bail};
use boussole_authoring::Built;

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

/// Checks every questionnaire.
pub fn check(project: &Project) -> Result<()> {
    build(project).map(drop)
}
