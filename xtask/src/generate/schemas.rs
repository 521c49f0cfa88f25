//! JSON Schemas of exported files, from the exported types.

use boussole_authoring::SourceFile;
use boussole_core::export::json::{ResultObject, ScoresObject};
use boussole_core::export::room::RoomsObject;
use boussole_core::export::team::json::TeamObject;
use schemars::generate::SchemaSettings;
use schemars::transform::transform_subschemas;
use schemars::{JsonSchema, Schema};
use serde_json::Value;

/// Each file with its schema.
pub fn files() -> Vec<SourceFile> {
    let schemas = [
        ("result", schema::<ResultObject<'_>>()),
        ("scores", schema::<ScoresObject<'_>>()),
        ("team", schema::<TeamObject<'_>>()),
        ("room", schema::<RoomsObject<'_>>()),
    ];
    let file = |(name, schema): (&str, Value)| SourceFile {
        path: format!("schemas/{name}.schema.json"),
        text: format!("{schema:#}\n"),
    };
    schemas.map(file).into()
}

/// Schema of a type. Required properties stand in the order of their declaration.
pub fn schema<T: JsonSchema>() -> Value {
    let settings = SchemaSettings::draft2020_12().for_serialize().with_transform(plain);
    let mut schema = Value::from(settings.into_generator().into_root_schema_for::<T>());
    // Some other crate of a build may have objects keep the order in which they were filled.
    schema.sort_all_objects();
    schema
}

/// Removes the size of numbers, unknown to validators, and the line ends of comments.
fn plain(schema: &mut Schema) {
    if schema.get("format").and_then(Value::as_str).is_some_and(|format| format.starts_with("uint")) {
        schema.remove("format");
    }
    if let Some(Value::String(description)) = schema.get_mut("description") {
        *description = description.replace('\n', " ");
    }
    transform_subschemas(&mut plain, schema);
}
