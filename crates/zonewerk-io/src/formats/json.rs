use serde_json::Value;

use crate::formats::excerpt::short;
use crate::formats::table::problem;
use crate::{InputProblems, Place};

/// A JSON document.
///
/// # Errors
/// When the text is no JSON, with the line.
pub(crate) fn parse(file: &str, text: &str) -> Result<Value, InputProblems> {
    serde_json::from_str(text).map_err(|error| {
        let place = Place::Line(error.line() as u64);
        let found =
            if error.is_eof() { format!("a file that was cut off ({error})") } else { error.to_string() };
        problem("not-json", file, place, &found, "JSON").into()
    })
}

/// A value as it stands in the file, cut where it gets long: a value of the wrong kind may
/// be a whole ring.
pub(crate) fn excerpt(value: &Value) -> String {
    short(&value.to_string()).into_owned()
}
