//! The reference of the files that a user writes: their keys in tables, from their schemas.

mod keys;

use serde_json::Value;

use super::json_text::pretty;
use zonewerk_io::{profile_schema, proposal_schema, scenario_schema};

/// The reference of scenarios, rule profiles and proposals, in Markdown.
pub fn file_reference() -> Vec<u8> {
    let mut text = include_str!("introduction.md").to_owned();
    for (heading, schema) in
        [("Scenario", scenario_schema()), ("Rule profile", profile_schema()), ("Proposal", proposal_schema())]
    {
        text += &format!("\n## {heading}\n");
        text += &keys::tables(&schema);
    }
    text.into_bytes()
}

/// A schema as a file.
pub fn schema_file(schema: &Value) -> Vec<u8> {
    pretty(schema)
}
