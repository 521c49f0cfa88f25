//! `preview`: the widget with one questionnaire, loaded again whenever a file was saved and built.

pub mod live;

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use anyhow::{Result, bail};
use boussole_authoring::Edition;

use super::check::{self, Checked};
use super::faults::{self, Colours};
use super::folder::{self, QuestionnaireFolder};
use super::outcome::CommandOutcome;
use crate::project::Project;
use crate::release;
use crate::serve::{self, Sources};
use crate::setup::{self, Tools};
use live::Live;

/// Interval between two looks at the files: an author waits for it.
const PAUSE: Duration = Duration::from_millis(100);

/// Form that the widget opens by default.
const DEFAULT_FORM: &str = "express";

/// Options of `preview`.
#[derive(Debug, clap::Args)]
pub struct PreviewOptions {
    /// The id of the questionnaire, one of the project's
    questionnaire: String,
    /// The first port to try
    #[arg(long, default_value_t = 8090)]
    port: u16,
}

/// Runs the command until it is interrupted.
pub fn run(project: &Project, options: &PreviewOptions) -> Result<CommandOutcome> {
    let folder = QuestionnaireFolder::find(project, &options.questionnaire)?;
    if !folder::all(project)?.contains(&folder) {
        bail!("{} is none of the project's questionnaires: move it to questionnaires/", folder.shown);
    }
    let tools = setup::tools(project)?;
    let preview = Preview { project, tools, live: Arc::default() };
    fs::create_dir_all(preview.folder())?;
    let sources = Sources::of(project, &["questionnaires", "www"]);
    let mut shown = sources.state();
    preview.build();
    let server = serve::listen(&preview.folder(), options.port, Some(Arc::clone(&preview.live)))?;
    println!("{}{}", server.url(), address(project, &folder));
    println!("Save a file, and the page follows. Ctrl+C ends the preview.");
    loop {
        thread::sleep(PAUSE);
        let now = sources.state();
        if now == shown {
            continue;
        }
        // An editor may still be writing.
        thread::sleep(PAUSE);
        if sources.state() == now {
            shown = now;
            let is_built = preview.build();
            println!("{}", if is_built { "Built again." } else { "The page shows the last good build." });
        }
    }
}

/// Query of the page that opens it with this questionnaire.
fn address(project: &Project, folder: &QuestionnaireFolder) -> String {
    let form = first_form(project, folder).filter(|form| form != DEFAULT_FORM);
    let form = form.map(|form| format!("&form={form}")).unwrap_or_default();
    format!("?questionnaire={}{form}", folder.id)
}

/// First form of the questionnaire, if it has no fault.
fn first_form(project: &Project, folder: &QuestionnaireFolder) -> Option<String> {
    let mut sources = folder.sources().ok()?;
    sources.extend(folder::interface(project).ok()?);
    let instruments = boussole_authoring::instruments(&sources).ok()?;
    let current = instruments.into_iter().find(|one| one.edition == Edition::Current)?;
    let forms: Vec<String> = current.structure.forms.iter().map(|form| form.id.to_string()).collect();
    if forms.iter().any(|form| form == DEFAULT_FORM) { None } else { forms.into_iter().next() }
}

struct Preview<'a> {
    project: &'a Project,
    tools: Tools,
    live: Arc<Live>,
}

impl Preview<'_> {
    /// Folder of its own: `dist/` is for hosts.
    fn folder(&self) -> PathBuf {
        self.project.target.join("preview")
    }

    /// Builds the content of the page and sends it the news; gives whether the build succeeded.
    fn build(&self) -> bool {
        let result = check::all(self.project).and_then(|Checked { sources, result, .. }| match result {
            Ok(built) => release::preview(self.project, &self.tools, self.project, &built, &self.folder())
                .map(|()| true),
            Err(faults) => {
                let colours = Colours::for_output(&std::io::stdout());
                println!("{}", faults::report(&faults, &sources, colours));
                self.live.faulty(&faults);
                Ok(false)
            }
        });
        match result {
            Ok(true) => self.live.built(),
            Ok(false) => return false,
            Err(error) => {
                eprintln!("error: {error:#}");
                self.live.broken(&error);
                return false;
            }
        }
        true
    }
}
