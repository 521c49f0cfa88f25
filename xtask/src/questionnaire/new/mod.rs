//! `new`: the three files of a questionnaire to be written, complete but for the texts.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use boussole_authoring::{Fault, Rule};
use boussole_core::questionnaire::{MATURITY_LEVELS, PrincipleId, QuestionnaireId, Word};
use boussole_core::texts::fill;

use super::check;
use super::day::today;
use super::folder::{self, QuestionnaireFolder, STRUCTURE};
use super::outcome::{CommandOutcome, say};
use crate::project::Project;

/// Options of `new`.
#[derive(Debug, clap::Args)]
pub struct NewOptions {
    /// The id of the new questionnaire: 1 to 40 lower-case letters, digits and hyphens
    id: String,
    /// The folder to make it in, instead of the project's own `questionnaires`
    #[arg(long)]
    path: Option<PathBuf>,
}

/// The dimension of each item, by its principle.
const DIMENSIONS: [&str; 3] = ["choose/dimension-1", "master/dimension-2", "build/dimension-3"];

/// Number of items of a dimension.
const ITEMS: usize = 2;

/// Runs the command.
pub fn run(project: &Project, options: &NewOptions) -> Result<CommandOutcome> {
    let folder = create(project, options)?;
    say(&format!("{} is there:", folder.shown));
    say(&format!("  {STRUCTURE}  the structure, complete: rename its ids, then weigh and assign"));
    let checked = check::one(project, &folder)?;
    for (file, texts) in missing(checked.faults()) {
        let name = file.rsplit('/').next().unwrap_or_default();
        say(&format!("  {name}  {texts} texts to write"));
    }
    let again = if options.path.is_some() { &folder.shown } else { &folder.id };
    say(&format!("What is still missing, and where: cargo xtask questionnaire check {again}"));
    Ok(CommandOutcome::Sound)
}

/// Number of empty texts, by file.
fn missing(faults: &[Fault]) -> BTreeMap<&str, usize> {
    let mut missing = BTreeMap::new();
    for fault in faults.iter().filter(|fault| fault.rule == Rule::Empty) {
        *missing.entry(fault.path.as_str()).or_default() += 1;
    }
    missing
}

fn create(project: &Project, options: &NewOptions) -> Result<QuestionnaireFolder> {
    let id = options.id.as_str();
    QuestionnaireId::try_from(id.to_owned()).with_context(|| format!("`{id}` can't name a questionnaire"))?;
    let own = project.root.join("questionnaires");
    let parent = options.path.as_deref().unwrap_or(&own);
    for taken in [parent.join(id), own.join(id)] {
        ensure!(!taken.exists(), "there is a questionnaire `{id}` already: {}", taken.display());
    }
    let schemas = match &options.path {
        None => "../../schemas".to_owned(),
        // The schemas are the project's, wherever the folder stands.
        Some(_) => project.root.join("schemas").to_string_lossy().replace('\\', "/"),
    };
    let path = parent.join(id);
    fs::create_dir_all(&path).with_context(|| format!("{} can't be made", path.display()))?;
    write(&path.join(STRUCTURE), &structure(&schemas, &today()))?;
    for interface in folder::interface(project)? {
        let name = interface.path.rsplit('/').next().context("a file has a name")?;
        write(&path.join(name), &texts(&schemas, name.trim_end_matches(".toml")))?;
    }
    let path = path.to_str().context("the folder's name is no Unicode")?;
    QuestionnaireFolder::find(project, path)
}

fn write(path: &Path, text: &str) -> Result<()> {
    fs::write(path, text).with_context(|| format!("{} can't be written", path.display()))
}

/// The items with the dimension of each.
fn items() -> impl Iterator<Item = (String, &'static str)> {
    (0..DIMENSIONS.len() * ITEMS).map(|index| (format!("item-{}", index + 1), DIMENSIONS[index / ITEMS]))
}

fn structure(schemas: &str, date: &str) -> String {
    let mut text = fill(include_str!("questionnaire.toml"), &[("schemas", schemas), ("date", date)]);
    for (id, dimension) in items() {
        text.push('\n');
        text += &fill(include_str!("item.toml"), &[("id", &id), ("dimension", dimension)]);
    }
    // The first comment on the items belongs to all of them.
    text.replacen("ai.\n\n[[items]]", "ai.\n[[items]]", 1)
}

fn texts(schemas: &str, locale: &str) -> String {
    let typography = match locale {
        "fr" => {
            " Apostrophes are ’; before ; : ! ? and within « » stands the narrow\n\
             # no-break space U+202F: copy it from here: [\u{202F}]."
        }
        "en" => " Apostrophes are ’, quotation marks “ ”.",
        _ => " Apostrophes are ’.",
    };
    let head = [("schemas", schemas), ("typography", typography)];
    let mut text = fill(include_str!("texts.toml"), &head);
    for id in PrincipleId::ALL {
        text += &fill(include_str!("texts-principle.toml"), &[("id", id.word())]);
    }
    for id in DIMENSIONS {
        text += &fill(include_str!("texts-dimension.toml"), &[("id", id)]);
    }
    for number in 1..=MATURITY_LEVELS {
        text += &fill(include_str!("texts-maturity.toml"), &[("number", &number.to_string())]);
    }
    for (id, _) in items() {
        text += &fill(include_str!("texts-item.toml"), &[("id", &id)]);
    }
    text.trim_end().to_owned() + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questionnaire::scratch::Scratch;

    fn options(id: &str) -> NewOptions {
        NewOptions { id: id.to_owned(), path: None }
    }

    /// Fills every empty text with a different one of the greatest length of its kind.
    fn fill_in(path: &Path, word: &str) {
        let mut number = 0;
        let mut key = String::new();
        let mut text = String::new();
        for line in fs::read_to_string(path).unwrap().lines() {
            if let Some((name, _)) = line.split_once(" = ") {
                key = name.to_owned();
            }
            let written = match key.as_str() {
                "name" => format!("{word} {number}"),
                "title" | "short" => format!("{word} {number} in a few words"),
                "levels" => level(word, number),
                _ => format!("{word} {number} until the sentence ends"),
            };
            let is_empty = !line.starts_with('#') && line.contains("\"\"");
            number += usize::from(is_empty);
            text +=
                &if is_empty { line.replacen("\"\"", &format!("\"{written}\""), 1) } else { line.to_owned() };
            text.push('\n');
        }
        fs::write(path, text).unwrap();
    }

    /// Levels that differ clearly.
    fn level(word: &str, number: usize) -> String {
        let letter = |place: usize| char::from(b'a' + u8::try_from((number * 7 + place * 11) % 26).unwrap());
        let words = (0..6).map(|place| format!("{word}{}", letter(place).to_string().repeat(4)));
        words.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_new_questionnaire_lacks_its_texts_only_and_passes_once_they_are_written() {
        let scratch = Scratch::new("new");
        assert_eq!(run(&scratch.project, &options("ours")).unwrap(), CommandOutcome::Sound);
        let folder = QuestionnaireFolder::find(&scratch.project, "ours").unwrap();
        let faults = check::one(&scratch.project, &folder).unwrap();
        let missing = missing(faults.faults());
        // Title, summary, notice; 3 principles; 3 dimensions; 5 maturity levels; 6 items.
        let each = 3 + 3 * 7 + 3 + 5 * 2 + 6 * (4 + 5 + 4);
        let expected = [("questionnaires/ours/en.toml", each), ("questionnaires/ours/fr.toml", each)];
        assert_eq!(missing.into_iter().collect::<Vec<_>>(), expected);
        for (name, word) in [("fr.toml", "mot"), ("en.toml", "word")] {
            fill_in(&folder.path.join(name), word);
        }
        let left = check::all(&scratch.project).unwrap();
        assert!(left.faults().is_empty(), "{:#?}", left.faults());
    }

    #[test]
    fn a_questionnaire_can_be_made_anywhere() {
        let scratch = Scratch::new("new-elsewhere");
        let elsewhere = NewOptions { path: Some(scratch.path("elsewhere")), ..options("ours") };
        run(&scratch.project, &elsewhere).unwrap();
        let text = fs::read_to_string(scratch.path("elsewhere/ours/fr.toml")).unwrap();
        let schema = format!("#:schema {}/schemas/texts.schema.json\n", scratch.project.root.display());
        assert!(text.starts_with(&schema), "{text}");
    }

    #[test]
    fn an_id_that_is_taken_or_is_none_makes_nothing() {
        let scratch = Scratch::new("new-refused");
        for (id, expected) in
            [("small", "already"), ("Small", "can't name"), ("a/b", "can't name"), ("", "can't name")]
        {
            let error = run(&scratch.project, &options(id)).unwrap_err().to_string();
            assert!(error.contains(expected), "{id}: {error}");
        }
        assert_eq!(folder::all(&scratch.project).unwrap().len(), 1);
    }
}
