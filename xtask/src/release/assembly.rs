//! Assembly of a release: its files, their names, and the use of each.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use boussole_authoring::{Built, Edition};
use boussole_core::publishing::Offer;
use serde_json::{Value, json};

use super::bundle::Bundler;
use super::oembed::{self, Base};
use super::pieces::{Languages, Pieces};
use super::worker::Kept;
use super::{
    addresses, colours, embed, fingerprint, folder, install, packs, page, plugin, prerender, room, sbom,
    wasm, worker,
};
use crate::defaults::DEFAULTS;
use crate::headers;
use crate::locales::{self, PageTexts};
use crate::project::Project;
use crate::questionnaire::print;
use crate::setup::Tools;

/// The stand-alone page.
pub(super) const PAGE: &str = "index.html";

/// Script that host pages name in their snippet for the element.
pub(super) const LOADER: &str = "boussole.js";

/// Script that host pages name beside a frame.
pub(super) const FRAME_SCRIPT: &str = "boussole-frame.js";

/// Scripts for host pages, each with its source in `www/`.
const FOR_HOSTS: [(&str, &str); 2] = [(LOADER, "host/boussole.js"), (FRAME_SCRIPT, "frame/frame-host.js")];

/// Import under which scripts have the style of the widget.
const STYLE: &str = "boussole-style";

/// Folder of the release with the questionnaires on paper.
const PAPER: &str = "paper/";

/// Folder of the page that makes posters, and name of its texts.
const POSTER: &str = "poster";

/// Scripts of the pages for publishers, each with its source in `www/`.
const PUBLISHING: [(&str, &str); 3] = [
    ("embed.js", "embed/embed.js"),
    ("embed-article.js", "embed/article.js"),
    ("poster.js", "poster/poster.js"),
];

/// Folder of `www/` whose files are copied as they are.
const STATIC: &str = "static/";

/// The stand-alone page within `www/`, which the release has in each language: `index.html`, `en/index.html`.
const FIRST_PAGE: &str = "page/index.html";

/// The page at addresses where there is none within `www/`, and its name, by which static hosts find it.
const NOT_FOUND: [&str; 2] = ["not-found/index.html", "404.html"];

/// Folder of `www/` with the pieces that pages share.
const PIECES: &str = "shared/pieces/";

/// Files of a release, and the names by which pages use them.
#[derive(Default)]
pub struct Assembly {
    /// Files by name.
    pub files: BTreeMap<String, Vec<u8>>,
    /// Names of files, by the placeholder that pages use.
    pub names: BTreeMap<String, String>,
}

impl Assembly {
    /// Adds a file under a fingerprinted name, which pages may use by `key`.
    fn add(&mut self, key: &str, plain: &str, bytes: Vec<u8>) -> String {
        let name = fingerprint::name(plain, &bytes);
        self.files.insert(name.clone(), bytes);
        self.names.insert(key.to_owned(), name.clone());
        name
    }

    /// Adds a script under two names: a constant one, which follows each release, and its fingerprinted one, to which a
    /// host may pin it.
    fn add_for_hosts(&mut self, name: &str, bytes: Vec<u8>) {
        self.files.insert(name.to_owned(), bytes.clone());
        self.add(name, name, bytes);
    }

    /// Name of the file that pages use by this key.
    pub fn name(&self, key: &str) -> Result<String> {
        self.names.get(key).cloned().with_context(|| format!("the release has no {key}"))
    }
}

/// Assembles a release, in the order in which its files name each other. Gives the files that its worker keeps, too.
pub fn assemble(
    project: &Project,
    tools: &Tools,
    wasm::Modules { package, publishing, own, code, scan, bill }: &wasm::Modules,
    built: &Built,
    base: Option<&Base>,
) -> Result<(Assembly, Kept)> {
    let mut assembly = Assembly::default();

    let mut release =
        json!({ "wasm": assembly.add("wasm", "boussole.wasm", folder::read(&package.module)?) });
    release["page"] = "./".into();
    release["parts"] = add_program_parts(&mut assembly, package)?;
    release["colours"] = colours::for_scripts();
    let add: packs::Add<'_> = &mut |key, plain, bytes| assembly.add(key, plain, bytes);
    let current = packs::add_packs(add, built, Edition::Current)?;
    (release["packs"], release["rests"]) = (current.firsts, current.rests);
    let older = packs::add_packs(add, built, Edition::Frozen)?;
    let mut later = json!({
        "older": older.firsts,
        "olderRests": older.rests,
        "languages": add_texts(&mut assembly, "language", &built.languages),
    });
    release["code"] = assembly.add("code.wasm", "code.wasm", folder::read(code)?).into();
    release["kioskTexts"] = json!(install::kiosk_texts(project)?);
    later["own"]["wasm"] = assembly.add("own.wasm", "own.wasm", folder::read(own)?).into();
    later["scan"] = assembly.add("scan", "scan.wasm", folder::read(scan)?).into();
    release["failure"] = json!(built.failure);
    release["host"] = json!(built.host);
    let texts_of_page = install::texts(project)?;
    release["update"] = install::update_texts(&texts_of_page);
    release["manifests"] = add_installation(&mut assembly, &project.root.join("www"), &texts_of_page)?;
    let offers = embed::offers(project)?;
    release["titles"] = embed::titles(&offers);
    let bundler = Bundler::new(project, tools, &[&package.glue, &publishing.glue])?;
    for (name, files) in bundler.screens(&built.rooms)? {
        release["screens"][name] = add_texts(&mut assembly, &format!("screens-{name}"), &files);
    }
    add_scripts(&mut assembly, project, &bundler, &package.glue, &mut release, later)?;
    // Behind them: the embed page names the scripts for hosts with their digests.
    let texts = embed::texts(project)?;
    let poster = embed::texts_of(project, POSTER)?;
    release["poster"] = json!(embed::choices(&poster, &offers));
    let scripts = FOR_HOSTS.iter().map(|(name, _)| (*name, &*assembly.names[*name], &*assembly.files[*name]));
    release["embed"] = json!(embed::facts(&texts, &offers, scripts));
    add_publishing(&mut assembly, project, &bundler, publishing, release)?;
    let www = project.root.join("www");
    for (name, path) in folder::files(&www.join(STATIC))? {
        assembly.files.insert(name, folder::read(&path)?);
    }
    let of = |page: &str| &(if page.starts_with(POSTER) { &poster } else { &texts })[DEFAULTS[2]];
    let languages = Languages::read(project, &offers)?;
    add_pages(&mut assembly, &www, &prerender::pieces(built)?, &languages, base, of)?;
    add_papers(&mut assembly, project, &languages, base)?;
    assembly.files.insert(plugin::NAME.to_owned(), plugin::pack(project)?);
    assembly.files.insert(sbom::NAME.to_owned(), bill.clone());
    if let Some(base) = base {
        add_oembed(&mut assembly, base, &offers, &texts);
    }

    // Last: it names all files that the worker keeps.
    let kept = worker::kept(&assembly.files, &assembly.names)?;
    let script = bundler.script(worker::SOURCE, &[], &json!({ "worker": kept.facts() }))?;
    assembly.files.insert(worker::NAME.to_owned(), folder::read(&script)?);

    let headers = headers::for_static_hosts(assembly.files.keys().map(String::as_str));
    ensure!(
        headers::rules_in(&headers) <= headers::MAX_RULES,
        "`_headers` has too many rules for Cloudflare Pages"
    );
    assembly.files.insert("_headers".to_owned(), headers.into_bytes());
    assembly.files.insert("nginx.conf".to_owned(), headers::for_nginx().into_bytes());
    Ok((assembly, kept))
}

/// Adds the lazy parts of the program. Gives the file of each.
fn add_program_parts(assembly: &mut Assembly, package: &wasm::Package) -> Result<Value> {
    let mut parts = json!({});
    for (part, path) in &package.parts {
        let plain = path.file_name().unwrap_or_default().to_string_lossy();
        parts[part] = assembly.add(&format!("part.{part}"), &plain, folder::read(path)?).into();
    }
    Ok(parts)
}

/// Adds texts of the widget, by locale: those of lazy screens, or those that packs have.
fn add_texts(assembly: &mut Assembly, kind: &str, texts: &BTreeMap<String, String>) -> Value {
    let mut names = json!({});
    for (locale, texts) in texts {
        let name = format!("{kind}-{locale}.json");
        names[locale] = assembly.add(&format!("{kind}.{locale}"), &name, texts.clone().into_bytes()).into();
    }
    names
}

/// Adds the questionnaires with their scoring grids as pages: to print, and for browsers that run no script.
fn add_papers(
    assembly: &mut Assembly,
    project: &Project,
    languages: &Languages,
    base: Option<&Base>,
) -> Result<()> {
    let forms = print::printed_forms(project)?;
    for form in &forms {
        let name = &form.name;
        let style =
            assembly.add(&format!("paper.{name}"), &format!("{name}.css"), form.style.clone().into_bytes());
        let path = |locale: &str| {
            let other = forms.iter().find(|other| other.form == form.form && other.locale == locale)?;
            Some(format!("{PAPER}{}.html", other.name))
        };
        let links = addresses::links(base, &languages.locales, &form.locale, path);
        let page = form.page(&format!("../{style}"), &links);
        assembly.files.insert(format!("{PAPER}{name}.html"), page.into_bytes());
    }
    Ok(())
}

fn add_scripts(
    assembly: &mut Assembly,
    project: &Project,
    bundler: &Bundler<'_>,
    glue: &Path,
    release: &mut Value,
    mut later: Value,
) -> Result<()> {
    let (style, rest) = (bundler.style("screens/widget.css")?, bundler.style("screens/rest.css")?);
    let www = project.root.join("www");
    let [guard, parts, names] =
        ["guard.js", "lazy-parts.js", "later.js"].map(|name| www.join("element").join(name));
    let aliases: [(&str, &Path); 5] = [
        ("boussole-glue", glue),
        ("boussole-guard", &guard),
        ("boussole-later", &names),
        ("boussole-parts", &parts),
        (STYLE, &style),
    ];

    let own = bundler.script("host/host-questionnaire.js", &[], release)?;
    later["own"]["script"] = assembly.add("own.js", "own.js", folder::read(&own)?).into();
    // Most visits never need these files: another file names them.
    release["later"] = assembly.add("later", "later.json", serde_json::to_vec(&later)?).into();
    let theme = bundler.script("host/theme.js", &[], release)?;
    release["theme"] = assembly.add("theme.js", "theme.js", folder::read(&theme)?).into();

    let app = bundler.script("host/embedded.js", &aliases, release)?;
    // A script can't contain its own name, which depends on its content.
    release["app"] = assembly.add("app.js", "app.js", folder::read(&app)?).into();
    let frame = bundler.script("frame/frame.js", &aliases, release)?;
    assembly.add("frame.js", "frame.js", folder::read(&frame)?);
    let kiosk = bundler.script("kiosk/kiosk.js", &[], release)?;
    release["kiosk"] = assembly.add("kiosk.js", "kiosk.js", folder::read(&kiosk)?).into();
    // The stand-alone page links the style of the first question.
    let aliases = aliases.map(|(alias, path)| (alias, if alias == STYLE { &*rest } else { path }));
    let page = bundler.script("page/page.js", &aliases, release)?;
    assembly.add("page.js", "page.js", folder::read(&page)?);
    let unavailable = bundler.classic_script("unavailable/unavailable.js")?;
    assembly.add("unavailable.js", "unavailable.js", folder::read(&unavailable)?);
    let not_found = bundler.classic_script("not-found/not-found.js")?;
    assembly.add("not-found.js", "not-found.js", folder::read(&not_found)?);
    for (name, source) in FOR_HOSTS {
        assembly.add_for_hosts(name, folder::read(&bundler.script(source, &[], release)?)?);
    }
    add_room_page(assembly, project, bundler, &aliases, release.clone())?;
    add_all(assembly, bundler, release, &["page/page.css", "frame/frame.css", "not-found/not-found.css"])
}

/// Adds scripts and styles of pages, each bundled into one file with the name of its source.
fn add_all(assembly: &mut Assembly, bundler: &Bundler<'_>, release: &Value, sources: &[&str]) -> Result<()> {
    for source in sources {
        let style = source.ends_with(".css");
        let bundle = if style { bundler.style(source)? } else { bundler.script(source, &[], release)? };
        let name = source.rsplit('/').next().unwrap_or(source);
        assembly.add(name, name, folder::read(&bundle)?);
    }
    Ok(())
}

/// Adds texts, script and style of the organiser's page.
fn add_room_page(
    assembly: &mut Assembly,
    project: &Project,
    bundler: &Bundler<'_>,
    aliases: &[(&str, &Path)],
    mut release: Value,
) -> Result<()> {
    release["room"] = json!({ "texts": {}, "titles": {} });
    release["room"]["names"] = json!(locales::names(project)?);
    for (locale, texts) in room::texts(project)? {
        let room::RoomTexts { title, list, .. } = &texts;
        let name = format!("room-{locale}.json");
        let bytes = serde_json::to_vec(list)?;
        release["room"]["texts"][&locale] = assembly.add(&format!("room.{locale}"), &name, bytes).into();
        release["room"]["titles"][&locale] = format!("Boussole · {title}").into();
        release["room"]["descriptions"][&locale] = texts.lead().into();
    }
    let files = bundler.script("room/files/read.js", &[], &release)?;
    release["roomFiles"] = assembly.add("files.js", "room-files.js", folder::read(&files)?).into();
    assembly.add("room.js", "room.js", folder::read(&bundler.script("room/room.js", aliases, &release)?)?);
    assembly.add("room.css", "room.css", folder::read(&bundler.style("room/room.css")?)?);
    Ok(())
}

/// Adds the program, the scripts and the styles of the pages for publishers.
fn add_publishing(
    assembly: &mut Assembly,
    project: &Project,
    bundler: &Bundler<'_>,
    program: &wasm::Glued,
    mut release: Value,
) -> Result<()> {
    let module = folder::read(&program.module)?;
    release["publishing"] = assembly.add("publishing.wasm", "publishing.wasm", module).into();
    let guard = project.root.join("www/element/guard.js");
    let aliases: [(&str, &Path); 2] = [("boussole-publishing", &program.glue), ("boussole-guard", &guard)];
    for (name, source) in PUBLISHING {
        let script = folder::read(&bundler.script(source, &aliases, &release)?)?;
        assembly.add(name, name, script);
    }
    add_all(assembly, bundler, &release, &["embed/embed.css", "embed/article.css", "poster/poster.css"])
}

/// Adds the files for oEmbed, and their address in the stand-alone page.
fn add_oembed(assembly: &mut Assembly, base: &Base, offers: &[Offer], texts: &BTreeMap<String, PageTexts>) {
    for (name, text) in oembed::files(base, offers, &|locale| texts.get(locale)) {
        assembly.files.insert(name, text.into_bytes());
    }
    if let Some(page) = assembly.files.get_mut(PAGE) {
        *page = oembed::announced(&String::from_utf8_lossy(page), base).into_bytes();
    }
}

/// Adds icons, and a manifest in each language. Gives the manifests by locale.
fn add_installation(
    assembly: &mut Assembly,
    www: &Path,
    texts: &BTreeMap<String, PageTexts>,
) -> Result<Value> {
    let emblem = colours::in_page(&fs::read_to_string(www.join(PIECES).join("emblem.html"))?);
    let mut names = Vec::new();
    for icon in install::icons(&emblem)? {
        let key = format!("icon.{}", icon.key);
        names.push((assembly.add(&key, icon.name, icon.bytes), icon.listed));
    }
    let mut manifests = json!({});
    for (locale, texts) in texts {
        let manifest = serde_json::to_vec(&install::manifest(locale, texts, &names)?)?;
        let plain = format!("boussole-{locale}.webmanifest");
        manifests[locale] = assembly.add(&format!("manifest.{locale}"), &plain, manifest).into();
    }
    Ok(manifests)
}

/// Adds the pages of a folder, the stand-alone one in each language; `texts_of` gives the texts of a page.
fn add_pages<'a>(
    assembly: &mut Assembly,
    folder: &Path,
    first: &Pieces,
    languages: &Languages,
    base: Option<&Base>,
    texts_of: impl Fn(&str) -> &'a PageTexts,
) -> Result<()> {
    let mut pieces = languages.common()?;
    for (name, path) in folder::files(&folder.join(PIECES))? {
        let piece = colours::in_page(&fs::read_to_string(path)?);
        pieces.insert(name.trim_end_matches(".html").to_owned(), piece);
    }
    let icon = install::inline_icon(pieces.get("emblem").context("there is no emblem")?)?;
    pieces.insert("icon".to_owned(), icon);
    let is_page = |name: &str| {
        name.ends_with(".html") && ![STATIC, PIECES].iter().any(|no_pages| name.starts_with(no_pages))
    };
    for (source, path) in folder::files(folder)?.into_iter().filter(|(name, _)| is_page(name)) {
        let template = page::with_pieces(&fs::read_to_string(&path)?, &pieces);
        let mut add = |name: String, template: &str| {
            let up = "../".repeat(name.matches('/').count());
            let page = page::fill(template, &assembly.names, &up)
                .and_then(|page| embed::fill_texts(&page, texts_of(&name)))
                .with_context(|| format!("www/{source}"))?;
            assembly.files.insert(name, page.into_bytes());
            Ok::<_, anyhow::Error>(())
        };
        if source != FIRST_PAGE {
            let folder = source.trim_end_matches(PAGE);
            let at = |locale: &str| addresses::of_translated(folder, locale);
            let links = languages.addresses(base, locales::DEFAULT, at);
            let own = Pieces::from([("addresses".to_owned(), links)]);
            let [not_found, name] = NOT_FOUND;
            let name = if source == not_found { name.to_owned() } else { source.clone() };
            add(name, &page::with_pieces(&template, &own))?;
            continue;
        }
        for locale in &languages.locales {
            let name = if locale == locales::DEFAULT { PAGE.to_owned() } else { format!("{locale}/{PAGE}") };
            add(name, &page::with_pieces(&template, &languages.page(locale, first, base)?))?;
        }
    }
    Ok(())
}
