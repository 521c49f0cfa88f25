//! The JSON Schemas that editors read, held to the check.
//!
//! A schema sees one file and knows nothing of calendars, of other files, or of the order of numbers; the check
//! sees all. So the two agree in this, which is tried at every place of a full questionnaire:
//! - what the schema refuses, the check tells, as one fault or another;
//! - what the check tells of the format itself ([`of_the_format`]), the schema refuses.
//!
//! The types behind the schema refuse nothing that the schema lets pass.
//!
//! One thing is left out: JSON does not tell 1.0 from 1, and so a whole number with a point is refused by the
//! check alone.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use boussole_authoring::{Fault, Rule, SourceFile, build, format, schemas};
use jsonschema::Validator;
use serde::de::DeserializeOwned;
use toml::{Table, Value};

use crate::project;
use crate::sources::full_sources;

/// Whether a fault is one of the format of a file by itself.
fn of_the_format(fault: &Fault) -> bool {
    match fault.rule {
        Rule::Shape | Rule::Id | Rule::Word | Rule::Weight | Rule::Empty | Rule::Length => true,
        // The number of parts can be seen, their relations can't.
        Rule::Count => !fault.what.contains("no item"),
        _ => false,
    }
}

/// A file of the format, its schema and its type.
struct Format {
    name: &'static str,
    validator: Validator,
    reads: fn(&str) -> bool,
}

fn reads<T: DeserializeOwned>(text: &str) -> bool {
    toml::from_str::<T>(text).is_ok()
}

fn formats() -> [Format; 2] {
    let [structure, texts] = schemas().map(|schema| {
        let schema = serde_json::from_str(&schema.text).expect("a schema is JSON");
        jsonschema::draft7::new(&schema).expect("the schema is one")
    });
    [
        Format { name: "questionnaire.toml", validator: structure, reads: reads::<format::StructureToml> },
        Format { name: "fr.toml", validator: texts, reads: reads::<format::TextsToml> },
    ]
}

impl Format {
    fn accepts(&self, file: &Table) -> bool {
        self.validator.is_valid(&serde_json::to_value(file).expect("TOML can be told in JSON"))
    }
}

#[test]
fn the_schemas_are_up_to_date() {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
    for schema in schemas() {
        let written = fs::read_to_string(root.join(&schema.path)).unwrap_or_default();
        assert!(written == schema.text, "{} is out of date: run `cargo xtask generate`", schema.path);
    }
}

#[test]
fn the_projects_own_files_keep_to_them() {
    let [structure, texts] = formats();
    let current =
        |file: &SourceFile| file.path.starts_with("questionnaires/") && !file.path.contains("/frozen/");
    for file in project::sources().iter().filter(|file| current(file)) {
        let format = if file.path.ends_with("/questionnaire.toml") { &structure } else { &texts };
        let table = file.text.parse().unwrap_or_else(|error| panic!("{}: {error}", file.path));
        assert!(format.accepts(&table), "{}", file.path);
        assert!((format.reads)(&file.text), "{}", file.path);
    }
}

/// A way to each kind of value in a file: to the first item, its first level, and so on.
fn places(file: &Table) -> Vec<Vec<Step>> {
    let mut shapes = BTreeSet::new();
    let mut all = Vec::new();
    collect(&Value::Table(file.clone()), &[], &mut all);
    all.retain(|place| shapes.insert(shape(place)));
    all
}

fn collect(value: &Value, way: &[Step], places: &mut Vec<Vec<Step>>) {
    let steps: Vec<(Step, &Value)> = match value {
        Value::Table(table) => table.iter().map(|(key, value)| (Step::Key(key.clone()), value)).collect(),
        Value::Array(list) => list.iter().enumerate().map(|(at, value)| (Step::At(at), value)).collect(),
        _ => Vec::new(),
    };
    for (step, value) in steps {
        let place = [way, &[step]].concat();
        collect(value, &place, places);
        places.push(place);
    }
}

/// Common part of places of the same kind: all but the ids and the numbers.
fn shape(place: &[Step]) -> String {
    const BY_ID: [&str; 9] = [
        "definitions",
        "dimensions",
        "facts",
        "forms",
        "items",
        "ladders",
        "profiles",
        "references",
        "themes",
    ];
    let mut shape = String::new();
    for (depth, step) in place.iter().enumerate() {
        match step {
            Step::Key(key) if depth != 1 || !BY_ID.iter().any(|by_id| shape.ends_with(by_id)) => {
                shape += "/";
                shape += key;
            }
            _ => shape += "/*",
        }
    }
    shape
}

#[derive(Clone, Debug)]
enum Step {
    Key(String),
    At(usize),
}

/// Damage of a value.
#[derive(Debug)]
enum Damage {
    Remove,
    Rename(&'static str),
    Twice,
    Replace(Value),
    /// A text becomes one of so many characters.
    Lengthen(usize),
}

fn damages() -> Vec<Damage> {
    let longest = [20, 40, 60, 90, 110, 120, 140, 160, 200, 220, 260];
    let lengths = longest.into_iter().flat_map(|limit| [limit, limit + 1]);
    let values = [
        Value::from(""),
        Value::from("other"),
        Value::from("a/b"),
        Value::from(0),
        Value::from(1),
        Value::from(10),
        Value::from(300),
        Value::from(-1),
        Value::from(1.5),
        Value::from(true),
        Value::Array(vec![]),
        Value::from(vec![1, 2, 3, 4]),
        Value::from(vec!["a", "b", "c", "d", "e"]),
        Value::Table(Table::new()),
        Value::Table(Table::from_iter([("id".to_owned(), Value::from("x"))])),
        Value::Datetime("2026-11-24".parse().expect("a day")),
    ];
    [Damage::Remove, Damage::Twice]
        .into_iter()
        .chain(["other", "Other Name"].map(Damage::Rename))
        .chain(values.map(Damage::Replace))
        .chain(lengths.map(Damage::Lengthen))
        .collect()
}

/// Damaged value; `None` where the damage is none of its kind.
fn instead(value: &Value, damage: &Damage) -> Option<Value> {
    match damage {
        Damage::Replace(other) => Some(other.clone()),
        Damage::Lengthen(length) => value.is_str().then(|| Value::from("é".repeat(*length))),
        _ => None,
    }
}

/// The file with one value damaged; `None` where that can't be done.
fn damaged(file: &Table, place: &[Step], damage: &Damage) -> Option<Table> {
    let mut file = Value::Table(file.clone());
    let (last, way) = place.split_last()?;
    let parent = way.iter().try_fold(&mut file, |value, step| match step {
        Step::Key(key) => value.get_mut(key),
        Step::At(at) => value.get_mut(*at),
    })?;
    match (parent, last) {
        (Value::Table(table), Step::Key(key)) => {
            let value = table.remove(key)?;
            match damage {
                Damage::Remove => {}
                Damage::Rename(name) => drop(table.insert((*name).to_owned(), value)),
                Damage::Replace(_) | Damage::Lengthen(_) => {
                    drop(table.insert(key.clone(), instead(&value, damage)?));
                }
                Damage::Twice => return None,
            }
        }
        (Value::Array(list), Step::At(at)) => match damage {
            Damage::Remove => drop(list.remove(*at)),
            Damage::Replace(_) | Damage::Lengthen(_) => list[*at] = instead(&list[*at], damage)?,
            Damage::Twice => list.insert(*at, list[*at].clone()),
            Damage::Rename(_) => return None,
        },
        _ => return None,
    }
    match file {
        Value::Table(table) => Some(table),
        _ => None,
    }
}

#[test]
fn the_schemas_and_the_check_agree() {
    // One language is enough, and half the work.
    let sources: Vec<SourceFile> =
        full_sources().into_iter().filter(|file| !file.path.ends_with("/en.toml")).collect();
    let damages = damages();
    let mut disagreements = Vec::new();
    for format in formats() {
        let path = format!("questionnaires/small/{}", format.name);
        let index = sources.iter().position(|file| file.path == path).expect("the file is there");
        let file: Table = sources[index].text.parse().expect("the file is sound");
        assert!(format.accepts(&file));
        for place in places(&file) {
            for damage in &damages {
                let Some(broken) = damaged(&file, &place, damage) else { continue };
                let mut sources = sources.clone();
                sources[index].text = toml::to_string(&broken).expect("it can be written");
                let faults = build(&sources).err().unwrap_or_default();
                let is_refused = !format.accepts(&broken);
                let is_told = faults.iter().any(|fault| fault.path == path && of_the_format(fault));
                let is_read = (format.reads)(&sources[index].text);
                let agree = if is_refused { !faults.is_empty() } else { !is_told && is_read };
                if !agree {
                    let told: Vec<String> = faults.iter().map(Fault::to_string).collect();
                    let said = format!("refused {is_refused}, read {is_read}, told: {}", told.join("; "));
                    disagreements.push(format!("{} {damage:?}: {said}", shape(&place)));
                }
            }
        }
    }
    assert!(disagreements.is_empty(), "{}:\n{}", disagreements.len(), disagreements.join("\n"));
}
