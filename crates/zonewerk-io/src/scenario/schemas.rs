//! The JSON Schemas of the files that a user writes, made from the types that read them.

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

use crate::profile::profile_file::ProfileFile;
use crate::proposal::ProposalFile;
use crate::scenario::scenario_file::ScenarioFile;
use zonewerk_audit::{RULES, Rule};
use zonewerk_core::words::Language;

/// The JSON Schema of a scenario file.
pub fn scenario_schema() -> Value {
    let mut schema = schema::<ScenarioFile>();
    let layer = schema.pointer("/definitions/LayerTable/properties").cloned();
    if let Some(units) =
        schema.pointer_mut("/definitions/UnitsTable/properties").and_then(Value::as_object_mut)
    {
        // The first layer stands in the table itself: its keys mean what they mean elsewhere.
        for (key, value) in units {
            if value.get("description").is_none()
                && let Some(meaning) = layer.as_ref().and_then(|layer| layer.get(key))
            {
                *value = meaning.clone();
            }
        }
    }
    schema
}

/// The JSON Schema of a rule profile, with every rule that it can name.
pub fn profile_schema() -> Value {
    let mut schema = schema::<ProfileFile>();
    if let Some(rules) = schema.pointer_mut("/properties/rules").and_then(Value::as_object_mut) {
        let rule = |rule: &&Rule| {
            let summary = rule.summary.in_language(Language::English);
            (
                rule.id.name().to_owned(),
                json!({ "description": summary, "allOf": [{ "$ref": "#/definitions/RuleTable" }] }),
            )
        };
        rules.insert("properties".to_owned(), RULES.iter().map(rule).collect::<Map<_, _>>().into());
        rules.insert("additionalProperties".to_owned(), false.into());
    }
    schema
}

/// The JSON Schema of a proposal in TOML.
pub fn proposal_schema() -> Value {
    schema::<ProposalFile>()
}

fn schema<T: JsonSchema>() -> Value {
    // Draft 7, as editors of TOML know no later one.
    let mut schema = SchemaSettings::draft07().into_generator().into_root_schema_for::<T>().to_value();
    as_in_toml(&mut schema);
    schema
}

/// TOML has no null, and what is blank when absent has no default that anybody would write.
fn as_in_toml(value: &mut Value) {
    match value {
        Value::Object(table) => {
            let is_blank = |value: &Value| match value {
                Value::Null => true,
                Value::String(text) => text.is_empty(),
                Value::Array(values) => values.is_empty(),
                Value::Object(values) => values.is_empty(),
                _ => false,
            };
            if table.get("default").is_some_and(is_blank) {
                table.shift_remove("default");
            }
            if let Some(Value::Array(kinds)) = table.get_mut("type") {
                kinds.retain(|kind| kind != "null");
                if let [kind] = &kinds[..] {
                    table["type"] = kind.clone();
                }
            }
            table.values_mut().for_each(as_in_toml);
        }
        Value::Array(values) => values.iter_mut().for_each(as_in_toml),
        _ => {}
    }
}
