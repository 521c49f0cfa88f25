//! The JSON Schemas of exported files, made of the types that are exported.

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

/// The schema of a type. Lists of required properties have the order in which those are written.
pub fn schema<T: JsonSchema>() -> Value {
    let settings = SchemaSettings::draft2020_12().for_serialize().with_transform(plain);
    let mut schema = Value::from(settings.into_generator().into_root_schema_for::<T>());
    // Some other crate of a build may have objects keep the order in which they were filled.
    schema.sort_all_objects();
    schema
}

/// No validator knows the name of a number's size, and no description has the lines of a comment.
fn plain(schema: &mut Schema) {
    if schema.get("format").and_then(Value::as_str).is_some_and(|format| format.starts_with("uint")) {
        schema.remove("format");
    }
    if let Some(Value::String(description)) = schema.get_mut("description") {
        *description = description.replace('\n', " ");
    }
    transform_subschemas(&mut plain, schema);
}
