//! Which of the files of a release budgets speak of.

use anyhow::{Context, Result};

use super::assembly::{Assembly, FRAME_SCRIPT, LOADER, PAGE};
use super::{embed, fingerprint, page, prerender, worker};

/// How the placeholders begin of what is loaded only when it is asked for.
const LATER: [&str; 12] = [
    "pack.",
    "part.",
    "rooms.",
    "later",
    "theme.",
    "own.",
    "language.",
    "kiosk.",
    "code.",
    "poster.",
    "room.",
    "scan",
];

/// The names of the files that budgets speak of.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Parts {
    /// The stand-alone page, in each language.
    pub pages: Vec<String>,
    /// Their style.
    pub page_style: String,
    /// What the stand-alone page loads until one can answer, itself included.
    pub until_interactive: Vec<String>,
    /// What a host's page loads until one can answer.
    pub embedded_until_interactive: Vec<String>,
    /// The WebAssembly module.
    pub wasm: String,
    /// The script that a host's page loads at once.
    pub loader: String,
    /// The script that a host's page loads for its frames.
    pub frame_script: String,
    /// The module that checks a questionnaire of a page's own.
    pub check: String,
    /// Each other part that is loaded only when it is asked for.
    pub later: Vec<String>,
    /// The service worker of the stand-alone page.
    pub worker: String,
    /// What it keeps, so that the page works without a network.
    pub kept: Vec<String>,
}

impl Parts {
    /// Finds them in a release that is whole.
    pub(super) fn of(assembly: &Assembly, kept: &worker::Kept) -> Result<Self> {
        let first_pack = assembly.name(&format!("pack.{}", embed::DEFAULTS.join(".")))?;
        let (wasm, app) = (assembly.name("wasm")?, assembly.name("app.js")?);
        let check = assembly.name("own.wasm")?;
        let page = PAGE.to_owned();
        let html = assembly.files.get(&page).context("www/page/index.html is missing")?;
        let html = String::from_utf8_lossy(html);
        // No page waits for those, and most browsers never ask for them.
        let icons: Vec<_> =
            assembly.names.iter().filter(|(key, _)| key.starts_with("icon.")).map(|(_, name)| name).collect();
        let is_loaded = |name: &&String| {
            let is_ours = **name == LOADER || fingerprint::is_in(name);
            **name == page
                || **name == wasm
                || **name == first_pack
                || (is_ours && !icons.contains(name) && page::loads(&html, name))
        };
        let pages = assembly.files.iter().filter(|(name, file)| {
            name.ends_with(PAGE) && String::from_utf8_lossy(file).contains(prerender::START)
        });
        let later = assembly.names.iter().filter(|(key, _)| LATER.iter().any(|kind| key.starts_with(kind)));
        Ok(Self {
            until_interactive: assembly.files.keys().filter(is_loaded).cloned().collect(),
            embedded_until_interactive: vec![LOADER.to_owned(), app, wasm.clone(), first_pack.clone()],
            later: later
                .map(|(_, name)| name.clone())
                .filter(|name| ![&first_pack, &check].contains(&name))
                .collect(),
            page_style: assembly.name("page.css")?,
            loader: LOADER.to_owned(),
            frame_script: FRAME_SCRIPT.to_owned(),
            worker: worker::NAME.to_owned(),
            kept: kept.files().collect(),
            pages: pages.map(|(name, _)| name.clone()).collect(),
            wasm,
            check,
        })
    }
}
