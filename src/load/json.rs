use serde_json::Value;

use super::{InputProblem, InputProblems, Place};

/// The JSON text of a file.
pub(super) fn parse(file: &str, bytes: &[u8]) -> Result<Value, InputProblems> {
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if text.iter().all(u8::is_ascii_whitespace) {
        return Err(
            problem(file, "empty-file", Place::File, "nothing", "a map in GeoJSON or TopoJSON").into()
        );
    }
    serde_json::from_slice(text).map_err(|error| {
        let place = Place::Line(error.line() as u64);
        let found =
            if error.is_eof() { format!("a file that was cut off ({error})") } else { error.to_string() };
        problem(file, "not-json", place, &found, "JSON").into()
    })
}

/// A value as it stands in the file, cut where it gets long: a value of the wrong kind may
/// be a whole ring.
pub(super) fn excerpt(value: &Value) -> String {
    const LONGEST: usize = 120;
    let text = value.to_string();
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{} ...", &text[..end]),
        None => text,
    }
}

fn problem(file: &str, code: &'static str, place: Place, found: &str, expected: &str) -> InputProblem {
    let (file, found, expected) = (file.to_owned(), found.to_owned(), expected.to_owned());
    InputProblem { code, file, place, field: None, found, expected }
}
