//! Which of the files of a release budgets speak of.

use anyhow::{Context, Result, ensure};
use serde::{Deserialize, Serialize};

use super::assembly::{Assembly, FRAME_SCRIPT, LOADER, PAGE};
use super::{embed, fingerprint, page, prerender, worker};

/// The parts that are loaded when they are asked for: names, and the placeholders of all files that each of them loads
/// where nothing else was asked for before. A placeholder that ends with a dot is one of the default language.
const LATE: [(&str, &[&str]); 11] = [
    ("detail", &["screens.", "part.detail"]),
    ("plan", &["screens.", "part.plan"]),
    ("export", &["screens.", "part.export"]),
    ("history", &["screens.", "part.history"]),
    ("team", &["screens.", "part.team"]),
    ("call of a host", &["part.host"]),
    ("theme of a host", &["theme.js"]),
    (OWN, &["own.wasm"]),
    ("kiosk", &["kiosk.js", "code.wasm"]),
    ("room", &["room.", "part.room"]),
    ("camera of a room", &["later", "scan"]),
];

/// The module that checks a host's questionnaire, by itself.
pub const OWN: &str = "check of a host's questionnaire";

/// The pages that are no assessment: names, and what they load besides what stands in their HTML.
const PAGES: [(&str, &[&str]); 2] = [("embed", &[]), ("poster", &["code.wasm"])];

/// How many names the placeholder of a released version consists of: it has that of the version besides the others.
const OLDER: usize = 5;

/// What is loaded when it is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LatePart {
    /// What budgets call it.
    pub name: String,
    /// All files that asking for it loads, where nothing was asked for before.
    pub files: Vec<String>,
}

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
    /// Each part that is loaded only when it is asked for.
    pub late: Vec<LatePart>,
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
        Ok(Self {
            until_interactive: assembly.files.keys().filter(is_loaded).cloned().collect(),
            embedded_until_interactive: vec![LOADER.to_owned(), app, wasm.clone(), first_pack.clone()],
            late: late_parts(assembly, &first_pack)?,
            page_style: assembly.name("page.css")?,
            loader: LOADER.to_owned(),
            frame_script: FRAME_SCRIPT.to_owned(),
            worker: worker::NAME.to_owned(),
            kept: kept.files().collect(),
            pages: pages.map(|(name, _)| name.clone()).collect(),
            wasm,
        })
    }
}

fn late_parts(assembly: &Assembly, first_pack: &str) -> Result<Vec<LatePart>> {
    let part = |name: &str, keys: &[&str]| {
        let locale = |key: &str| if key.ends_with('.') { embed::DEFAULTS[2] } else { "" };
        let files =
            keys.iter().map(|key| assembly.name(&[key, locale(key)].concat())).collect::<Result<_>>()?;
        Ok(LatePart { name: name.to_owned(), files })
    };
    let mut parts = LATE.iter().map(|(name, keys)| part(name, keys)).collect::<Result<Vec<_>>>()?;
    let is_known = |file: &String| parts.iter().any(|part: &LatePart| part.files.contains(file));
    for (key, file) in assembly.names.iter().filter(|(key, _)| key.starts_with("part.")) {
        ensure!(is_known(file), "no budget has {key}");
    }
    for (page, keys) in PAGES {
        let name = format!("{page}/{PAGE}");
        let html = assembly.files.get(&name).with_context(|| format!("www/{name} is missing"))?;
        let html = String::from_utf8_lossy(html);
        let mut page = part(&format!("page {page}/"), keys)?;
        page.files.extend(
            assembly.names.values().filter(|file| page::loads(&html, &format!("../{file}"))).cloned(),
        );
        page.files.push(name);
        parts.push(page);
    }
    for (key, file) in
        assembly.names.iter().filter(|(key, file)| key.starts_with("pack.") && *file != first_pack)
    {
        let is_older = key.split('.').count() == OLDER;
        let later = is_older.then(|| assembly.name("later")).transpose()?;
        parts.push(LatePart {
            name: key.replacen("pack.", "pack ", 1),
            files: later.into_iter().chain([file.clone()]).collect(),
        });
    }
    Ok(parts)
}
