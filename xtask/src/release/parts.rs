//! Files of a release by their use, as budgets count them.

use anyhow::{Context, Result, ensure};
use serde::{Deserialize, Serialize};

use super::assembly::{Assembly, FRAME_SCRIPT, LOADER, PAGE};
use super::split::BASE;
use super::{fingerprint, packs, page, prerender, worker};
use crate::defaults::DEFAULTS;

/// Lazy parts: names, and the placeholders of all files that the first request for each loads, where nothing else was
/// loaded before but what every visit loads: the files until interactive, and the screens behind the questions. A placeholder
/// that ends with a dot is one of the default language.
const LATE: [(&str, &[&str]); 13] = [
    ("detail", &["screens-shared.", "part.detail"]),
    ("plan", &["screens-shared.", "screens-plan.", "part.plan"]),
    ("export", &["screens-shared.", "part.export"]),
    ("history", &["screens-shared.", "screens-history.", "part.history"]),
    ("team", &["screens-shared.", "screens-team.", "part.team"]),
    ("files of a team", &["part.team_files"]),
    ("search for links", &["part.links"]),
    ("call of a host", &["part.host"]),
    ("theme of a host", &["theme.js"]),
    (OWN, &["own.wasm"]),
    ("kiosk", &["kiosk.js", "code.wasm"]),
    ("files of a room", &["files.js"]),
    ("camera of a room", &["later", "scan"]),
];

/// Name of the module that checks a host's questionnaire.
pub const OWN: &str = "check of a host's questionnaire";

/// Pages without an assessment: names, and the files that they load besides those in their HTML.
const PAGES: [(&str, &[&str]); 3] = [
    ("embed", &["publishing.wasm"]),
    ("poster", &["publishing.wasm"]),
    // Not a late part: the page has it at once, and asks for nothing of what an assessment loads later.
    ("room", &["wasm", "pack.liberte-numerique.express.", "room.", "part.room"]),
];

/// Name of the organiser's page.
pub const ROOM: &str = "page room/";

/// Number of names in the placeholder of a released version, which has its number besides the others.
const OLDER: usize = 5;

/// Files that are loaded on demand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LatePart {
    /// Name in budgets.
    pub name: String,
    /// Files that the first request loads, where nothing else was loaded before but what every visit loads.
    pub files: Vec<String>,
}

/// Names of the files that budgets count.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Parts {
    /// Stand-alone page, in each language.
    pub pages: Vec<String>,
    /// Style of these pages.
    pub page_style: String,
    /// Stand-alone page and the files that it loads until an answer can be given.
    pub until_interactive: Vec<String>,
    /// Files that a host's page loads until an answer can be given.
    pub embedded_until_interactive: Vec<String>,
    /// WebAssembly module.
    pub wasm: String,
    /// Script that a host's page loads at once.
    pub loader: String,
    /// Script that a host's page loads for its frames.
    pub frame_script: String,
    /// Part with the screens behind the questions: every visit loads it behind the first question, and nothing waits for it.
    pub behind: String,
    /// The rest of the first pack, which every visit loads with that part.
    pub rest: String,
    /// Parts that are loaded on demand.
    pub late: Vec<LatePart>,
    /// Service worker of the stand-alone page.
    pub worker: String,
    /// Files that the worker keeps for use without a network.
    pub kept: Vec<String>,
}

impl Parts {
    /// Files of a complete release.
    pub fn of(assembly: &Assembly, kept: &worker::Kept) -> Result<Self> {
        let first_key = format!("pack.{}", DEFAULTS.join("."));
        let first_pack = assembly.name(&first_key)?;
        let first_rest = assembly.name(&packs::rest_key(&first_key))?;
        let (wasm, app) = (assembly.name("wasm")?, assembly.name("app.js")?);
        let page = PAGE.to_owned();
        let html = assembly.files.get(&page).context("www/page/index.html is missing")?;
        let html = String::from_utf8_lossy(html);
        let unawaited = unawaited(assembly);
        let is_loaded = |name: &&String| {
            let is_ours = **name == LOADER || fingerprint::is_in(name);
            **name == page
                || **name == wasm
                || **name == first_pack
                || (is_ours && !unawaited.contains(name) && page::loads(&html, name))
        };
        let pages = assembly.files.iter().filter(|(name, file)| {
            name.ends_with(PAGE) && String::from_utf8_lossy(file).contains(prerender::START)
        });
        Ok(Self {
            until_interactive: assembly.files.keys().filter(is_loaded).cloned().collect(),
            embedded_until_interactive: vec![LOADER.to_owned(), app, wasm.clone(), first_pack.clone()],
            behind: assembly.name(&base_key())?,
            late: late_parts(assembly, &first_pack, &first_rest)?,
            rest: first_rest,
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

/// Placeholder of the part with the screens behind the questions.
fn base_key() -> String {
    format!("part.{BASE}")
}

/// Files in the HTML of pages that nothing waits for: icons, which most browsers never ask for, and the script of the notice
/// that a page has not started, which browsers load behind all others.
fn unawaited(assembly: &Assembly) -> Vec<&String> {
    let is_unawaited = |key: &str| key.starts_with("icon.") || key == "unavailable.js";
    assembly.names.iter().filter(|(key, _)| is_unawaited(key)).map(|(_, name)| name).collect()
}

fn late_parts(assembly: &Assembly, first_pack: &str, first_rest: &str) -> Result<Vec<LatePart>> {
    let part = |name: &str, keys: &[&str]| {
        let locale = |key: &str| if key.ends_with('.') { DEFAULTS[2] } else { "" };
        let files =
            keys.iter().map(|key| assembly.name(&[key, locale(key)].concat())).collect::<Result<_>>()?;
        Ok(LatePart { name: name.to_owned(), files })
    };
    let mut parts = LATE.iter().map(|(name, keys)| part(name, keys)).collect::<Result<Vec<_>>>()?;
    let unawaited = unawaited(assembly);
    for (page, keys) in PAGES {
        let name = format!("{page}/{PAGE}");
        let html = assembly.files.get(&name).with_context(|| format!("www/{name} is missing"))?;
        let html = String::from_utf8_lossy(html);
        let mut page = part(&format!("page {page}/"), keys)?;
        let is_loaded =
            |file: &&String| page::loads(&html, &format!("../{file}")) && !unawaited.contains(file);
        page.files.extend(assembly.names.values().filter(is_loaded).cloned());
        page.files.push(name);
        parts.push(page);
    }
    let is_known = |file: &String| parts.iter().any(|part: &LatePart| part.files.contains(file));
    let base = base_key();
    for (key, file) in assembly.names.iter().filter(|(key, _)| key.starts_with("part.") && **key != base) {
        ensure!(is_known(file), "no budget has {key}");
    }
    for (key, file) in
        assembly.names.iter().filter(|(key, file)| key.starts_with("pack.") && *file != first_pack)
    {
        let is_older = key.split('.').count() == OLDER;
        let later = is_older.then(|| assembly.name("later")).transpose()?;
        // Every visit loads that of the first pack.
        let rest = Some(assembly.name(&packs::rest_key(key))?).filter(|rest| rest != first_rest);
        parts.push(LatePart {
            name: key.replacen("pack.", "pack ", 1),
            files: later.into_iter().chain([file.clone()]).chain(rest).collect(),
        });
    }
    Ok(parts)
}
