//! The JSON Schemas that editors read, held to the check.

use std::fs;
use std::path::Path;

use boussole::authoring::schemas;

#[test]
fn the_schemas_are_up_to_date() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for schema in schemas() {
        let written = fs::read_to_string(root.join(&schema.path)).unwrap_or_default();
        assert!(written == schema.text, "{} is out of date: run `cargo xtask generate`", schema.path);
    }
}
