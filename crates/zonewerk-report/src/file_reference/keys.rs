use std::collections::VecDeque;

use serde_json::{Map, Value};

/// A table of a file, as its keys are written in TOML.
struct Section<'a> {
    /// `goals`, `units.layers`; nothing for the file itself.
    path: String,
    /// Whether there may be several.
    is_list: bool,
    schema: &'a Value,
}

/// Every table of a file with its keys, in Markdown, each before those inside it.
pub(super) fn tables(root: &Value) -> String {
    let mut text = String::new();
    let mut open = VecDeque::from([Section { path: String::new(), is_list: false, schema: root }]);
    while let Some(section) = open.pop_front() {
        let (written, inner) = section.markdown(root);
        text += &written;
        for section in inner.into_iter().rev() {
            open.push_front(section);
        }
    }
    text
}

impl<'a> Section<'a> {
    /// Its heading and keys, and the tables inside it.
    fn markdown(&self, root: &'a Value) -> (String, Vec<Section<'a>>) {
        let mut text = String::new();
        if !self.path.is_empty() {
            let (open, close) = if self.is_list { ("[[", "]]") } else { ("[", "]") };
            text += &format!("\n### `{open}{}{close}`\n", self.path);
        }
        if let Some(meaning) = self.schema["description"].as_str() {
            text += &format!("\n{}\n", one_line(meaning));
        }
        let (mut rows, mut inner) = (String::new(), Vec::new());
        for (key, value) in self.schema["properties"].as_object().into_iter().flatten() {
            let kind = Kind::of(value, root);
            rows += &self.row(key, value, &kind);
            let (name, is_list) = match kind {
                Kind::Named(_) => (format!("{key}.NAME"), false),
                Kind::Tables(_) => (key.clone(), true),
                _ => (key.clone(), false),
            };
            if let Kind::Table(schema) | Kind::Tables(schema) | Kind::Named(schema) = kind {
                let path = if self.path.is_empty() { name } else { format!("{}.{name}", self.path) };
                inner.push(Section { path, is_list, schema });
            }
        }
        let is_only_tables = !self.path.is_empty() && rows.lines().count() == inner.len();
        if !is_only_tables {
            text += &format!("\n| key | type | default | meaning |\n|---|---|---|---|\n{rows}");
        }
        // A table that holds tables only needs no section of its own.
        (if is_only_tables { String::new() } else { text }, inner)
    }

    fn row(&self, key: &str, value: &Value, kind: &Kind) -> String {
        let needed = self.schema["required"].as_array().into_iter().flatten();
        let default = match value.get("default") {
            _ if needed.into_iter().any(|needed| needed == key) => "needed".to_owned(),
            Some(default) => format!("`{default}`"),
            None => String::new(),
        };
        let mut meaning = value["description"].as_str().map(one_line).unwrap_or_default();
        let examples: Vec<String> =
            value["examples"].as_array().into_iter().flatten().map(|one| format!("`{one}`")).collect();
        if !examples.is_empty() {
            meaning += &format!(" Example: {}.", examples.join(", "));
        }
        let cells = [format!("`{key}`"), kind.words(value), default, meaning];
        format!("| {} |\n", cells.map(|cell| cell.replace('|', "\\|")).join(" | "))
    }
}

/// What is written behind a key.
enum Kind<'a> {
    Value(&'static str),
    /// A list of plain values, or a table of such lists or values.
    Several(String),
    Table(&'a Value),
    Tables(&'a Value),
    /// Tables with names of the user's choice.
    Named(&'a Value),
}

impl<'a> Kind<'a> {
    fn of(value: &'a Value, root: &'a Value) -> Self {
        if let Some(table) = referred(value, root) {
            return Self::Table(table);
        }
        match value["type"].as_str() {
            Some("array") => match Self::of(&value["items"], root) {
                Self::Table(table) => Self::Tables(table),
                kind => Self::Several(format!("list of {}", kind.many())),
            },
            Some("object") => {
                let any = value["properties"].as_object().and_then(|named: &Map<_, _>| named.values().next());
                match Self::of(any.unwrap_or(&value["additionalProperties"]), root) {
                    Self::Table(table) => Self::Named(table),
                    kind => Self::Several(format!("table of {}", kind.many())),
                }
            }
            Some("integer") => Self::Value("whole number"),
            Some("number") => Self::Value("number"),
            Some("boolean") => Self::Value("`true` or `false`"),
            _ => Self::Value("text"),
        }
    }

    fn many(&self) -> String {
        match self {
            Self::Value(word) => format!("{word}s"),
            Self::Several(words) => format!("{}s", words.replacen(" of", "s of", 1).trim_end_matches('s')),
            Self::Table(_) | Self::Tables(_) | Self::Named(_) => "tables".to_owned(),
        }
    }

    fn words(&self, value: &Value) -> String {
        if let Some(words) = value["enum"].as_array() {
            return words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ");
        }
        match self {
            Self::Value("text") if value["format"] == "date" => "text, a day".to_owned(),
            Self::Value(word) => (*word).to_owned(),
            Self::Several(words) => words.clone(),
            Self::Table(_) => "table".to_owned(),
            Self::Tables(_) => "list of tables".to_owned(),
            Self::Named(_) => "tables by name".to_owned(),
        }
    }
}

/// The table that a value refers to.
fn referred<'a>(value: &'a Value, root: &'a Value) -> Option<&'a Value> {
    let reference = value.get("$ref").or_else(|| value.pointer("/allOf/0/$ref"))?;
    root.pointer(reference.as_str()?.strip_prefix('#')?)
}

fn one_line(text: &str) -> String {
    text.replace('\n', " ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn every_kind_of_key_has_its_words() {
        let schema = json!({
            "description": "A file.",
            "required": ["name"],
            "properties": {
                "name": { "type": "string", "description": "Its name,\nin short.", "examples": ["a | b"] },
                "role": { "enum": ["in", "out"], "default": "in", "type": "string" },
                "only": { "type": "object", "additionalProperties":
                    { "type": "array", "items": { "type": "string" } } },
                "pair": { "type": "array", "items": { "$ref": "#/definitions/Pair" }, "description": "Pairs." },
            },
            "definitions": { "Pair": { "description": "Two.", "properties": {
                "day": { "type": "string", "format": "date" },
            } } },
        });
        insta::assert_snapshot!(tables(&schema), @r#"
        A file.

        | key | type | default | meaning |
        |---|---|---|---|
        | `name` | text | needed | Its name, in short. Example: `"a \| b"`. |
        | `role` | `"in"`, `"out"` | `"in"` |  |
        | `only` | table of lists of texts |  |  |
        | `pair` | list of tables |  | Pairs. |

        ### `[[pair]]`

        Two.

        | key | type | default | meaning |
        |---|---|---|---|
        | `day` | text, a day |  |  |
        "#);
    }
}
