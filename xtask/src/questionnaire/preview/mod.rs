//! `preview`: the widget with one questionnaire, loaded again whenever a file was saved and built.

mod live;

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use anyhow::{Result, bail};
use boussole_authoring::Edition;

pub use live::Live;

use super::Outcome;
use super::check::{self, Checked};
use super::faults::{self, Colours};
use super::folder::{self, Folder};
use crate::project::Project;
use crate::release;
use crate::serve::{self, Sources};
use crate::setup::{self, Tools};

/// How often the files are looked at: an author waits for it.
const PAUSE: Duration = Duration::from_millis(100);

/// The form that the widget opens where none is asked for.
const DEFAULT_FORM: &str = "express";

#[derive(Debug, clap::Args)]
pub struct Options {
    /// The id of the questionnaire, one of the project's
    questionnaire: String,
    /// The first port to try
    #[arg(long, default_value_t = 8090)]
    port: u16,
}

/// The command: it runs until it is interrupted.
pub fn run(project: &Project, options: &Options) -> Result<Outcome> {
    let folder = Folder::find(project, &options.questionnaire)?;
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

/// What stands behind the address of the page, so that it opens with this questionnaire.
fn address(project: &Project, folder: &Folder) -> String {
    let form = first_form(project, folder).filter(|form| form != DEFAULT_FORM);
    let form = form.map(|form| format!("&form={form}")).unwrap_or_default();
    format!("?questionnaire={}{form}", folder.id)
}

/// The form that the widget opens, if the questionnaire has no fault yet.
fn first_form(project: &Project, folder: &Folder) -> Option<String> {
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
    /// Its own folder: `dist/` is what is put on a host.
    fn folder(&self) -> PathBuf {
        self.project.target.join("preview")
    }

    /// Builds what the page shows, and tells it; gives whether it could be built.
    fn build(&self) -> bool {
        let result = check::all(self.project).and_then(|Checked { sources, result, .. }| match result {
            Ok(built) => release::preview(self.project, &self.tools, &built, &self.folder()).map(|()| true),
            Err(faults) => {
                let colours = Colours::for_output(&std::io::stdout());
                println!("{}", faults::told(&faults, &sources, colours));
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
