use std::collections::HashMap;

use serde_json::{Map, Value};

use crate::InputProblems;
use crate::formats::json::excerpt;
use crate::formats::memory_limit::MemoryLimit;
use zonewerk_core::layer::Attribute;

/// The columns of features that carry their attributes by name, in the order of first
/// appearance.
#[derive(Default)]
pub(crate) struct AttributeColumns {
    names: Vec<String>,
    places: HashMap<String, usize>,
}

impl AttributeColumns {
    /// The attributes of one feature, a place for each column known so far.
    ///
    /// # Errors
    /// When so many columns of so many features are more than the file may take.
    pub(crate) fn row(
        &mut self,
        properties: &Map<String, Value>,
        feature: usize,
        room: &mut MemoryLimit,
    ) -> Result<Vec<Attribute>, InputProblems> {
        let mut row = vec![Attribute::Blank; self.names.len()];
        for (name, value) in properties {
            let place = match self.places.get(name) {
                Some(&place) => place,
                None => {
                    self.places.insert(name.clone(), self.names.len());
                    self.names.push(name.clone());
                    row.push(Attribute::Blank);
                    self.names.len() - 1
                }
            };
            row[place] = attribute(value);
        }
        room.attributes(row.len(), feature)?;
        Ok(row)
    }

    pub(crate) fn into_names(self) -> Vec<String> {
        self.names
    }
}

/// A value of JSON as an attribute.
pub(crate) fn attribute(value: &Value) -> Attribute {
    match value {
        Value::Null => Attribute::Blank,
        Value::String(text) => Attribute::of_text(text),
        Value::Number(number) => match (number.as_i64(), number.as_f64()) {
            (Some(whole), _) => Attribute::Whole(whole),
            (None, Some(number)) => Attribute::Number(number),
            (None, None) => Attribute::Other(number.to_string()),
        },
        other => Attribute::Other(excerpt(other)),
    }
}
