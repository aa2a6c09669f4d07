//! CSV tables, as spreadsheets of several countries write them.
//!
//! The crate `csv` splits the records. By hand are the separator (told from the header), the checks of
//! the header, and the line numbers: that crate counts the end of a line, and empty lines, as part of the
//! record after them.

use std::collections::BTreeSet;

use csv::{ReaderBuilder, StringRecord};

use super::csv_cell::cell_text;
use crate::formats::text_excerpt::{listed, short};
use crate::{InputPlace, InputProblem, InputProblems, keep};
use zonewerk_core::words::closest;

/// A CSV table in memory: `,` or `;` between fields (the header tells), with or without
/// byte order mark, quoted or not.
#[derive(Clone, Debug)]
pub(crate) struct DelimitedTable {
    file: String,
    header: Vec<String>,
    rows: Vec<DelimitedRow>,
}

/// A row with its line in the file; the header is line 1.
#[derive(Clone, Debug)]
pub(crate) struct DelimitedRow {
    pub(crate) line: u64,
    fields: StringRecord,
}

impl DelimitedRow {
    /// The field of a column, without blanks around it.
    pub(crate) fn get(&self, column: usize) -> &str {
        self.fields.get(column).unwrap_or("").trim()
    }
}

impl DelimitedTable {
    /// Reads a table.
    ///
    /// # Errors
    /// When the file is empty, is not UTF-8, names a column twice, or has a row with
    /// more or fewer fields than the header.
    pub(crate) fn read(file: &str, bytes: &[u8]) -> Result<Self, InputProblems> {
        let text = utf8(file, bytes)?;
        if text.trim().is_empty() {
            return Err(
                problem("empty-file", file, InputPlace::File, "nothing", "a table with a header").into()
            );
        }
        let mut reader = ReaderBuilder::new()
            .delimiter(delimiter(text))
            .flexible(true)
            .has_headers(false)
            .from_reader(text.as_bytes());
        let mut header: Vec<String> = Vec::new();
        let mut rows = Vec::new();
        let mut problems = Vec::new();
        let mut lines = LineCounter { text, counted: 0, line: 1 };
        for record in reader.records() {
            let fields = match record {
                Ok(fields) => fields,
                Err(error) => {
                    let line = error.position().map_or(1, csv::Position::line);
                    problems.push(problem(
                        "broken-row",
                        file,
                        InputPlace::Line(line),
                        &error.to_string(),
                        "a row of a CSV table",
                    ));
                    break;
                }
            };
            let line = lines.line_of(fields.position().map_or(0, csv::Position::byte));
            if fields.iter().any(|field| field.contains(['\n', '\r'])) {
                let expected = "a quotation that ends on its own line";
                let found = "a quoted field that runs over the end of the line";
                problems.push(problem("broken-row", file, InputPlace::Line(line), found, expected));
            } else if header.is_empty() {
                header = fields.iter().map(|name| cell_text(name).trim().to_owned()).collect();
                problems.extend(twice(file, &header));
            } else if fields.len() != header.len() {
                let found = format!("a row of {}", fields.len());
                let expected = format!("{} fields as in the header", header.len());
                problems.push(problem("wrong-field-count", file, InputPlace::Line(line), &found, &expected));
            } else {
                rows.push(DelimitedRow { line, fields: texts(fields) });
            }
        }
        InputProblems::none_of(problems)?;
        Ok(Self { file: file.to_owned(), header, rows })
    }

    /// Name of the file.
    pub(crate) fn file(&self) -> &str {
        &self.file
    }

    /// The rows under the header.
    pub(crate) fn rows(&self) -> &[DelimitedRow] {
        &self.rows
    }

    /// The columns' names.
    pub(crate) fn header(&self) -> &[String] {
        &self.header
    }

    /// Number of a column, where there is one of this name.
    pub(crate) fn find(&self, name: &str) -> Option<usize> {
        self.header.iter().position(|column| column == name)
    }

    /// Number of a column that must be there.
    pub(crate) fn column(&self, name: &str) -> Result<usize, InputProblems> {
        self.find(name).ok_or_else(|| {
            let present = self.header.iter().map(String::as_str);
            let hint = closest(name, present).map(|near| format!(" (is it {near:?}?)")).unwrap_or_default();
            let found = format!("the columns {}", listed(&self.header));
            let expected = format!("a column {name:?}{hint}");
            problem("missing-column", &self.file, InputPlace::Line(1), &found, &expected).into()
        })
    }

    /// Numbers of several columns that must be there.
    pub(crate) fn columns<const N: usize>(&self, names: [&str; N]) -> Result<[usize; N], InputProblems> {
        let mut problems = Vec::new();
        let numbers = names.map(|name| keep(&mut problems, self.column(name)).unwrap_or(0));
        InputProblems::none_of(problems)?;
        Ok(numbers)
    }

    /// A problem with the table as a whole.
    pub(crate) fn problem(&self, code: &'static str, found: &str, expected: &str) -> InputProblem {
        problem(code, &self.file, InputPlace::File, found, expected)
    }

    /// A problem with a field of a row.
    pub(crate) fn field_problem(
        &self,
        code: &'static str,
        row: &DelimitedRow,
        column: usize,
        expected: impl Into<String>,
    ) -> InputProblem {
        InputProblem {
            code,
            file: self.file.clone(),
            place: InputPlace::Line(row.line),
            field: self.header.get(column).map(|name| short(name).into_owned()),
            found: quoted(row.get(column)),
            expected: expected.into(),
        }
    }
}

/// The texts of the cells of a row.
fn texts(fields: StringRecord) -> StringRecord {
    if !fields.as_slice().contains('\'') {
        return fields;
    }
    fields.iter().map(cell_text).collect::<Vec<_>>().iter().map(AsRef::as_ref).collect::<Vec<&str>>().into()
}

/// What stands between the fields: the more frequent of `;` and `,` in the header,
/// quoted names apart.
fn delimiter(text: &str) -> u8 {
    let header = text.lines().find(|line| !line.is_empty()).unwrap_or("");
    let bare: String = header.split('"').step_by(2).collect();
    if bare.matches(';').count() > bare.matches(',').count() { b';' } else { b',' }
}

/// Counts lines from record to record. The reader's own count takes the end of a line,
/// and empty lines, for part of the record after them.
struct LineCounter<'a> {
    text: &'a str,
    counted: usize,
    line: u64,
}

impl LineCounter<'_> {
    /// The line of the record that the reader found from this byte on.
    fn line_of(&mut self, byte: u64) -> u64 {
        let bytes = self.text.as_bytes();
        let from = usize::try_from(byte).unwrap_or(bytes.len()).clamp(self.counted, bytes.len());
        let ends = bytes[from..].iter().take_while(|byte| matches!(byte, b'\n' | b'\r')).count();
        let newlines = bytes[self.counted..from + ends].iter().filter(|&&byte| byte == b'\n').count();
        self.counted = from + ends;
        self.line += newlines as u64;
        self.line
    }
}

/// The fields of one column of a table.
///
/// # Errors
/// When the table cannot be read or has no such column.
pub fn read_column(file: &str, bytes: &[u8], name: &str) -> Result<Vec<String>, InputProblems> {
    let table = DelimitedTable::read(file, bytes)?;
    let column = table.column(name)?;
    Ok(table.rows().iter().map(|row| row.get(column).to_owned()).collect())
}

/// A value in quotation marks, its beginning when it is long; `nothing` where it is blank.
pub(crate) fn quoted(value: &str) -> String {
    if value.is_empty() { "nothing".to_owned() } else { format!("{:?}", short(value)) }
}

/// The text of a file.
///
/// # Errors
/// When it is not UTF-8, with the line.
pub(crate) fn utf8<'a>(file: &str, bytes: &'a [u8]) -> Result<&'a str, InputProblems> {
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let line = 1 + bytes[..error.valid_up_to()].iter().filter(|&&byte| byte == b'\n').count() as u64;
        InputProblems::from(problem(
            "not-utf-8",
            file,
            InputPlace::Line(line),
            "bytes that are not UTF-8",
            "UTF-8 text",
        ))
    })?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}

/// A number of inhabitants.
pub(crate) fn inhabitants(text: &str) -> Result<u64, &'static str> {
    const MOST: u64 = 100_000_000_000;
    match text.parse::<u64>() {
        Ok(number) if number <= MOST && !text.starts_with('+') => Ok(number),
        _ if text.starts_with('-') && text[1..].parse::<f64>().is_ok() => Err("negative-population"),
        _ if text.is_empty() => Err("missing-population"),
        _ => Err("wrong-population"),
    }
}

fn twice<'a>(file: &'a str, header: &'a [String]) -> impl Iterator<Item = InputProblem> + 'a {
    let mut seen = BTreeSet::new();
    let again = header.iter().filter(move |name| !seen.insert(name.as_str()));
    again.map(move |name| {
        problem(
            "duplicate-column",
            file,
            InputPlace::Line(1),
            &format!("the column {:?} twice", short(name)),
            "each column once",
        )
    })
}

pub(crate) fn problem(
    code: &'static str,
    file: &str,
    place: InputPlace,
    found: &str,
    expected: &str,
) -> InputProblem {
    let (file, found, expected) = (file.to_owned(), found.to_owned(), expected.to_owned());
    InputProblem { code, file, place, field: None, found, expected }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<(u64, String)> {
        let table = DelimitedTable::read("t.csv", text.as_bytes()).expect(text);
        let column = table.column("unit").expect(text);
        table.rows().iter().map(|row| (row.line, row.get(column).to_owned())).collect()
    }

    #[test]
    fn a_row_knows_its_line_whatever_ends_the_lines() {
        let expected = [(2, "a".to_owned()), (5, "b".to_owned()), (6, "c".to_owned())];
        for text in [
            "unit,zone\na,1\n\n\nb,1\nc,1",
            "unit,zone\r\na,1\r\n\r\n\r\nb,1\r\nc,1\r\n\r\n",
            "\u{feff}unit;zone\n\"a\";1\n\n\nb;1,5\nc;1\n",
            "\"zone;x;y\",unit\n1,a\n\n\n1,b\n1,c\n",
        ] {
            assert_eq!(lines(text), expected, "{text:?}");
        }
        assert_eq!(lines("\n\nunit\na\n"), [(4, "a".to_owned())]);
    }

    #[test]
    fn a_table_that_cannot_be_trusted_is_refused() {
        for (text, expected) in [
            (&b""[..], "t.csv: found nothing, expected a table with a header [empty-file]"),
            (b"\xef\xbb\xbf \n", "t.csv: found nothing, expected a table with a header [empty-file]"),
            (
                b"unit\na\nb\xe9\n",
                "t.csv, line 3: found bytes that are not UTF-8, expected UTF-8 text [not-utf-8]",
            ),
            (
                b"unit,zone,unit\n",
                "t.csv, line 1: found the column \"unit\" twice, expected each column once [duplicate-column]",
            ),
            (
                b"unit,zone\na,1\r\nb\nc,1,2\n",
                "t.csv, line 3: found a row of 1, expected 2 fields as in the header [wrong-field-count]\n  \
                 t.csv, line 4: found a row of 3, expected 2 fields as in the header [wrong-field-count]",
            ),
            (
                b"unit,zone\na,\"1\nb,2\nc,3\n",
                "t.csv, line 2: found a quoted field that runs over the end of the line, expected a quotation \
                 that ends on its own line [broken-row]",
            ),
        ] {
            let problems = DelimitedTable::read("t.csv", text).expect_err(expected);
            let listed: Vec<String> = problems.all().iter().map(ToString::to_string).collect();
            assert_eq!(listed.join("\n  "), expected);
        }
    }
}
