//! `cargo xtask cover`: the picture of each questionnaire in each language, for articles that hold a picture and a link
//! alone. A browser makes the pictures, which stand with the sources. Each holds the digest of its page, so that a test
//! without a browser finds one out of date.

mod page;
mod picture;

pub use page::{HEIGHT, WIDTH};

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::process;
use crate::project::Project;
use crate::release::embed;
use crate::release::fingerprint::digest;
use crate::setup::{self, browser::Browser};
use boussole_core::publishing::Offer;

/// Folder of the pictures, which the build copies.
const FOLDER: &str = "www/static/cover";

/// Expected picture.
struct Cover {
    /// Relative to the project.
    path: String,
    /// Page of the picture, in one file.
    html: String,
}

/// Makes the pictures that are out of date, and prints their names.
pub fn run(project: &Project) -> Result<()> {
    let outdated = outdated(project)?;
    if outdated.is_empty() {
        println!("All pictures are up to date.");
        return Ok(());
    }
    let browser = setup::browser(project)?;
    setup::fonts::ensure()?;
    fs::create_dir_all(project.root.join(FOLDER))?;
    for Cover { path, html } in outdated {
        let taken = take(&browser, &project.target.join("cover"), &html)?;
        let png = picture::reduced(&taken, &digest(html.as_bytes())).with_context(|| path.clone())?;
        fs::write(project.root.join(&path), &png).with_context(|| format!("{path} can't be written"))?;
        println!("{path} is made: {} bytes.", png.len());
    }
    Ok(())
}

/// Pictures out of date.
fn outdated(project: &Project) -> Result<Vec<Cover>> {
    let is_outdated = |cover: &Cover| {
        let made_of = fs::read(project.root.join(&cover.path)).ok().and_then(|png| picture::made_of(&png));
        made_of.is_none_or(|made_of| made_of != digest(cover.html.as_bytes()))
    };
    Ok(all(project)?.into_iter().filter(is_outdated).collect())
}

fn all(project: &Project) -> Result<Vec<Cover>> {
    let texts = embed::texts(project)?;
    let mut covers = Vec::new();
    for offer in embed::offers(project)? {
        let Offer { id, forms, texts: names } = &offer;
        for (locale, names) in names {
            let Some(texts) = texts.get(locale) else { continue };
            let html = page::html(locale, texts, names, forms)?;
            covers.push(Cover { path: format!("{FOLDER}/{id}-{locale}.png"), html });
        }
    }
    Ok(covers)
}

/// A picture of a page.
fn take(browser: &Browser, folder: &Path, html: &str) -> Result<Vec<u8>> {
    fs::create_dir_all(folder)?;
    let (page, shot) = (folder.join("page.html"), folder.join("shot.png"));
    fs::write(&page, html)?;
    let mut chromium = Command::new(&browser.chromium);
    chromium.args(browser.arguments()).arg(format!("--user-data-dir={}", folder.join("profile").display()));
    // A taller window than the picture: its own edges take a part of it. The rest is cut off.
    chromium.args(["--hide-scrollbars", "--force-device-scale-factor=1", "--window-size=1200,900"]);
    chromium.arg(format!("--screenshot={}", shot.display())).arg(format!("file://{}", page.display()));
    process::capture(&mut chromium)?;
    fs::read(&shot).context("the browser took no picture")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pictures_show_the_texts_of_today() {
        let project = Project::find().unwrap();
        let outdated: Vec<_> = outdated(&project).unwrap().into_iter().map(|cover| cover.path).collect();
        assert_eq!(outdated, Vec::<String>::new(), "make them again: cargo xtask cover");
    }

    #[test]
    fn every_picture_has_its_size_and_is_light() {
        let project = Project::find().unwrap();
        for Cover { path, .. } in all(&project).unwrap() {
            let png = fs::read(project.root.join(&path)).unwrap();
            assert_eq!(picture::size(&png), Some((page::WIDTH, page::HEIGHT)), "{path}");
            assert!(png.len() < 60_000, "{path}: {} bytes", png.len());
        }
    }
}
