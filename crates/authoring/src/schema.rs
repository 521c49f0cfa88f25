//! JSON Schemas of a questionnaire's files, made of the types in [`super::format`].
//!
//! Editors of TOML show the descriptions to an author who points at a key, and mark broken limits while typing.

use schemars::generate::SchemaSettings;
use schemars::transform::transform_subschemas;
use schemars::{JsonSchema, Schema};

use super::SourceFile;
use super::format::{StructureToml, TextsToml};

/// Schemas of `questionnaire.toml` and of the files of texts, each with its path in the project.
pub fn schemas() -> [SourceFile; 2] {
    [
        schema::<StructureToml>("schemas/questionnaire.schema.json"),
        schema::<TextsToml>("schemas/texts.schema.json"),
    ]
}

fn schema<T: JsonSchema>(path: &str) -> SourceFile {
    // Validators of editors know draft 7.
    let settings = SchemaSettings::draft07().with_transform(for_toml);
    let mut schema = settings.into_generator().into_root_schema_for::<T>();
    // Another crate of a build may turn on serde_json's `preserve_order`: sorting makes the text the same.
    schema.ensure_object().sort_keys();
    schema.ensure_object().values_mut().for_each(serde_json::Value::sort_all_objects);
    // Serialising a JSON value to a string can't fail.
    let text = serde_json::to_string_pretty(&schema).unwrap_or_default() + "\n";
    SourceFile { path: path.to_owned(), text }
}

/// Removes `null`, which TOML does not have, and `format`, which no editor knows for numbers.
fn for_toml(schema: &mut Schema) {
    if let Some(serde_json::Value::Array(kinds)) = schema.get_mut("type") {
        kinds.retain(|kind| kind != "null");
        if let [kind] = &kinds[..] {
            let kind = kind.clone();
            schema.insert("type".to_owned(), kind);
        }
    }
    if schema.get("default").is_some_and(serde_json::Value::is_null) {
        schema.remove("default");
    }
    schema.remove("format");
    // Comments have short lines, hints in an editor one.
    if let Some(serde_json::Value::String(description)) = schema.get_mut("description") {
        *description = description.replace('\n', " ");
    }
    transform_subschemas(&mut for_toml, schema);
}
