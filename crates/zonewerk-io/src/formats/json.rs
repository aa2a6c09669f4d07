use serde_json::Value;

use crate::formats::csv_table::problem;
use crate::formats::text_excerpt::short;
use crate::{InputPlace, InputProblem, InputProblems};

/// A JSON document.
///
/// # Errors
/// When the text is no JSON, with the line.
pub(crate) fn parse(file: &str, text: &str) -> Result<Value, InputProblems> {
    serde_json::from_str(text).map_err(|error| {
        let place = InputPlace::Line(error.line() as u64);
        if let Some(number) = NoNumber::at(text, &error) {
            let found = format!("{} at character {} of the line", number.token, number.column);
            let expected = "a number, or null where none is known: JSON has no NaN and no Infinity, though \
                            Python writes them";
            let fault = problem("not-json", file, place, &found, expected);
            return InputProblem { field: number.key.map(|key| short(key).into_owned()), ..fault }.into();
        }
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

/// What Python writes in place of a number that is none.
struct NoNumber<'a> {
    token: String,
    /// Where it begins, in characters of its line, counted from 1.
    column: usize,
    /// The key whose value it is.
    key: Option<&'a str>,
}

impl<'a> NoNumber<'a> {
    /// What stands where a reader of JSON gave up, if it is such.
    fn at(text: &'a str, error: &serde_json::Error) -> Option<Self> {
        let line = text.split('\n').nth(error.line().checked_sub(1)?)?;
        let at = error.column().checked_sub(1)?;
        let token = ["NaN", "Infinity"]
            .into_iter()
            .find(|token| line.get(at..).is_some_and(|rest| rest.starts_with(token)))?;
        let before = line.get(..at)?;
        let (before, sign) = before.strip_suffix('-').map_or((before, ""), |before| (before, "-"));
        let key = before.trim_end().strip_suffix(':').and_then(|key| key.trim_end().strip_suffix('"'));
        let key = key.and_then(|key| key.rsplit_once('"')).map(|(_, key)| key);
        Some(Self { token: format!("{sign}{token}"), column: before.chars().count() + 1, key })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_python_that_are_none_are_named_with_their_place() {
        for (text, found, field) in [
            ("{\n \"a\": NaN}", "NaN at character 7", Some("a")),
            ("{\n\"é\" : -Infinity}", "-Infinity at character 7", Some("é")),
            ("[1,\nInfinity]", "Infinity at character 1", None),
        ] {
            let problem = parse("g.json", text).unwrap_err().into_vec().remove(0);
            assert!(problem.found.starts_with(found), "{problem}");
            assert_eq!(problem.field.as_deref(), field, "{problem}");
            assert_eq!(problem.place, InputPlace::Line(2));
            assert!(problem.expected.contains("null"), "{problem}");
        }
        let problem = parse("g.json", "{\"a\": Nothing}").unwrap_err();
        assert!(!problem.to_string().contains("Python"), "{problem}");
    }
}
