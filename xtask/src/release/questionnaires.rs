//! Questionnaires: the sources checked and built by the core.

use std::io;

use anyhow::{Result, bail};
use boussole_authoring::Built;

use crate::project::Project;
use crate::questionnaire::check::{self, Checked};
use crate::questionnaire::faults::{self, Colours};

/// Builds every questionnaire. All faults of all sources are told at once.
pub fn build(project: &Project) -> Result<Built> {
    let Checked { sources, result, .. } = check::all(project)?;
    result.or_else(|faults| {
        let told = faults::told(&faults, &sources, Colours::for_output(&io::stderr()));
        bail!("the questionnaires have faults\n\n{told}")
    })
}

/// Checks every questionnaire.
pub fn check(project: &Project) -> Result<()> {
    build(project).map(drop)
}
