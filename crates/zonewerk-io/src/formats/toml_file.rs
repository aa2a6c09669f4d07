//! TOML files. The crates `toml` and `serde` stop at the first wrong key; here each wrong key is taken out and the
//! rest is read again, so that all faults are told at once.

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue, Deserializer, Error};

use crate::formats::csv_table::{problem, utf8};
use crate::{InputPlace, InputProblem, InputProblems};
use zonewerk_core::words::closest;

/// A TOML file as far as it could be read.
pub(crate) struct TomlFile<T> {
    /// What was read; keys that are wrong count as absent.
    pub(crate) written: T,
    /// The keys that are unknown or hold the wrong kind of value, by line.
    pub(crate) problems: Vec<InputProblem>,
    /// The keys whose absence is thereby explained: `units`, `links[2].reason`.
    pub(crate) explained: Vec<String>,
}

impl<T> TomlFile<T> {
    /// Whether a key is absent, or a part of it, because of a problem already told.
    pub(crate) fn explains(&self, path: &str) -> bool {
        self.explained.iter().any(|known| {
            path.strip_prefix(known.as_str())
                .is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
        })
    }
}

/// Wrong keys that are told, of a file of `length` bytes: it is read once for each.
fn most_wrong_keys(length: usize) -> usize {
    (50_000_000 / length.max(1)).clamp(10, 100)
}

/// Reads a TOML file of which every key may be absent.
///
/// # Errors
/// When the file is empty or is no TOML, with the line. Wrong keys are no error here:
/// each is taken out and told, so that the others can be.
pub(crate) fn read<T: DeserializeOwned>(file: &str, bytes: &[u8]) -> Result<TomlFile<T>, InputProblems> {
    let text = utf8(file, bytes)?;
    if text.trim().is_empty() {
        return Err(problem("empty-file", file, InputPlace::File, "nothing", "TOML").into());
    }
    let not_toml = |error: &Error| {
        let found = format!("text that is no TOML ({})", error.message());
        problem("wrong-toml", file, line(text, error), &found, "TOML")
    };
    let mut document = DeTable::parse(text).map_err(|error| not_toml(&error))?;
    let (mut problems, mut explained) = (Vec::new(), Vec::new());
    let most = most_wrong_keys(text.len());
    loop {
        if problems.len() == most {
            let found = format!("{most} wrong keys, after which the rest was not looked at");
            problems.push(problem("many-wrong-keys", file, InputPlace::File, &found, "keys that are known"));
            return Err(InputProblems::none_of(problems).expect_err("there are some"));
        }
        let error = match T::deserialize(Deserializer::from(document.clone())) {
            Ok(written) => return Ok(TomlFile { written, problems, explained }),
            Err(error) => error,
        };
        let Some(entry) = take_out(document.get_mut(), "", &error) else {
            problems.push(not_toml(&error));
            return Err(InputProblems::none_of(problems).expect_err("there is one"));
        };
        let wrong = match error.message().strip_prefix("unknown field ") {
            Some(names) => {
                let mut names = names.split('`').skip(1).step_by(2);
                let found = names.next().unwrap_or_default();
                let known: Vec<&str> = names.collect();
                let near = closest(found, known.iter().copied());
                explained.extend(near.map(|near| format!("{}{near}", entry.table)));
                let hint = near.map(|near| format!("; is it {near:?}?")).unwrap_or_default();
                let expected = format!("one of {}{hint}", known.join(", "));
                problem("unknown-key", file, line(text, &error), &format!("the key {found:?}"), &expected)
            }
            None => {
                let place = line(text, &error);
                let wrong = problem("wrong-value", file, place, &as_written(text, &error), kind(&error));
                InputProblem { field: Some(entry.key.clone()), ..wrong }
            }
        };
        problems.push(wrong);
        explained.push(format!("{}{}", entry.table, entry.key));
    }
}

/// An entry that was taken out of a document.
struct TomlEntry {
    /// The path of its table, with a dot after it; nothing for the document itself.
    table: String,
    key: String,
}

/// Takes the entry out that an error points at: its key, its value or a value in its list.
fn take_out(table: &mut DeTable<'_>, path: &str, error: &Error) -> Option<TomlEntry> {
    let span = error.span()?;
    let is_here = |(key, value): (&Spanned<_>, &Spanned<DeValue<'_>>)| {
        let listed = value.get_ref().as_array().into_iter().flatten();
        let mut values = listed.filter(|value| !value.get_ref().is_table());
        key.span() == span || value.span() == span || values.any(|value| value.span() == span)
    };
    if let Some(key) = table.iter().find(|entry| is_here(*entry)).map(|(key, _)| key.clone()) {
        table.remove(&key);
        return Some(TomlEntry { table: path.to_owned(), key: key.into_inner().into_owned() });
    }
    table.iter_mut().find_map(|(key, value)| match value.get_mut() {
        DeValue::Table(inner) => take_out(inner, &format!("{path}{}.", key.get_ref()), error),
        DeValue::Array(values) => values.iter_mut().enumerate().find_map(|(index, value)| {
            let DeValue::Table(inner) = value.get_mut() else { return None };
            take_out(inner, &format!("{path}{}[{}].", key.get_ref(), index + 1), error)
        }),
        _ => None,
    })
}

fn line(text: &str, error: &Error) -> InputPlace {
    let start = error.span().map_or(0, |span| span.start.min(text.len()));
    InputPlace::Line(1 + text.as_bytes()[..start].iter().filter(|&&byte| byte == b'\n').count() as u64)
}

/// The value an error points at as the file has it, its beginning when it is long.
fn as_written(text: &str, error: &Error) -> String {
    const ENOUGH: usize = 40;
    let value = error.span().and_then(|span| text.get(span)).unwrap_or_default();
    let start: String = value.lines().next().unwrap_or_default().chars().take(ENOUGH).collect();
    if start.len() < value.len() { format!("{start}...") } else { start }
}

/// What kind of value should stand there, in the words of a user.
fn kind(error: &Error) -> &'static str {
    let expected = error.message().rsplit("expected ").next().unwrap_or_default();
    match expected {
        "a string" => "a text in quotation marks",
        "u64" | "u32" => "a whole number, 0 or more",
        "a sequence" => "a list",
        _ => "a table",
    }
}
