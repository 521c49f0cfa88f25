//! TypeScript types of results, answers, errors and event details, `npm/result.d.ts`, from their JSON Schemas.

use anyhow::{Context, Result, bail};
use boussole_authoring::SourceFile;
use boussole_core::export::json::{ResultObject, ScoresObject};
use boussole_core::host::{BoussoleErrorCode, Failure, HostAnswer, Progress, Shown};
use serde_json::Value;

use super::schemas::schema;

/// The file with the types.
pub fn file() -> Result<SourceFile> {
    let schemas = [
        ("Scores", schema::<ScoresObject<'_>>()),
        ("Result", schema::<ResultObject<'_>>()),
        ("Answer", schema::<HostAnswer>()),
        ("BoussoleErrorCode", schema::<BoussoleErrorCode>()),
        ("Shown", schema::<Shown>()),
        ("Progress", schema::<Progress>()),
        ("Failure", schema::<Failure>()),
    ];
    let mut text = "// Generated from the types of crates/core by `cargo xtask generate`.\n".to_owned();
    for (name, schema) in schemas {
        let types = Types { root: &schema };
        let body = types.written(&schema, 0).with_context(|| format!("the schema of {name}"))?;
        text += &format!("\n{}export type {name} = {body};\n", remark(&schema, 0));
    }
    Ok(SourceFile { path: "npm/result.d.ts".to_owned(), text })
}

struct Types<'a> {
    root: &'a Value,
}

impl Types<'_> {
    /// A schema as a type.
    fn written(&self, schema: &Value, depth: usize) -> Result<String> {
        if let Some(pointer) = schema["$ref"].as_str() {
            let found = self.root.pointer(pointer.trim_start_matches('#'));
            return self.written(found.with_context(|| format!("{pointer} is missing"))?, depth);
        }
        if let Some(value) = schema.get("const") {
            return Ok(value.to_string());
        }
        if let Some(values) = schema["enum"].as_array() {
            return Ok(values.iter().map(Value::to_string).collect::<Vec<_>>().join(" | "));
        }
        if let Some(choices) = schema["anyOf"].as_array() {
            let choices: Result<Vec<_>> = choices.iter().map(|one| self.written(one, depth)).collect();
            return Ok(choices?.join(" | "));
        }
        if let Some(kinds) = schema["type"].as_array() {
            let one = |kind: &Value| {
                let mut schema = schema.clone();
                schema["type"] = kind.clone();
                self.written(&schema, depth)
            };
            return Ok(kinds.iter().map(one).collect::<Result<Vec<_>>>()?.join(" | "));
        }
        match schema["type"].as_str() {
            Some("integer") => Ok("number".to_owned()),
            Some(plain @ ("null" | "boolean" | "string")) => Ok(plain.to_owned()),
            Some("array") => Ok(format!("Array<{}>", self.written(&schema["items"], depth)?)),
            Some("object") => self.object(schema, depth),
            other => bail!("nothing is known of the type {other:?}"),
        }
    }

    fn object(&self, schema: &Value, depth: usize) -> Result<String> {
        let Some(properties) = schema["properties"].as_object() else {
            let value = self.written(&schema["additionalProperties"], depth)?;
            return Ok(format!("Record<string, {value}>"));
        };
        // All properties are required, and this list has their order.
        let required = schema["required"].as_array().context("an object names no required properties")?;
        if required.len() != properties.len() {
            bail!(
                "a property may be missing: of {}",
                properties.keys().cloned().collect::<Vec<_>>().join(", ")
            );
        }
        let mut lines = String::new();
        for name in required.iter().filter_map(Value::as_str) {
            let property = &properties[name];
            let kind = self.written(property, depth + 1)?;
            lines += &format!("{}{}{name}: {kind};\n", remark(property, depth + 1), indent(depth + 1));
        }
        Ok(format!("{{\n{lines}{}}}", indent(depth)))
    }
}

/// Description of a schema, as a comment.
fn remark(schema: &Value, depth: usize) -> String {
    let description = schema["description"].as_str();
    description.map(|text| format!("{}/** {text} */\n", indent(depth))).unwrap_or_default()
}

fn indent(depth: usize) -> String {
    "  ".repeat(depth)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn check(schema: Value, expected: &str) {
        assert_eq!(Types { root: &schema }.written(&schema, 0).unwrap(), expected);
    }

    #[test]
    fn a_schema_is_written_as_a_type() {
        check(json!({ "enum": [null, 0, "?"] }), "null | 0 | \"?\"");
        check(json!({ "anyOf": [{ "type": "null" }, { "const": "a" }] }), "null | \"a\"");
        check(json!({ "type": ["string", "null"] }), "string | null");
        check(json!({ "type": "array", "items": { "type": "integer" } }), "Array<number>");
        check(
            json!({ "type": "object", "additionalProperties": { "$ref": "#/$defs/id" }, "$defs": { "id": { "type": "string" } } }),
            "Record<string, string>",
        );
        let schema = json!({
            "type": "object",
            "properties": { "a": { "type": "boolean", "description": "Said." }, "b": { "type": "string" } },
            "required": ["b", "a"],
        });
        check(schema, "{\n  b: string;\n  /** Said. */\n  a: boolean;\n}");
    }

    #[test]
    fn an_unsupported_schema_is_an_error() {
        let refused = |schema: Value| Types { root: &schema }.written(&schema, 0).unwrap_err().to_string();
        let optional = json!({ "type": "object", "properties": { "a": { "type": "null" } }, "required": [] });
        assert_eq!(refused(optional), "a property may be missing: of a");
        assert_eq!(refused(json!({ "$ref": "#/$defs/x" })), "#/$defs/x is missing");
    }
}
