use csv::{ReaderBuilder, StringRecord};

use super::suggest::closest;
use super::{InputProblem, InputProblems, Place};

/// A CSV table in memory: `,` or `;` between fields (the header tells), with or without
/// byte order mark, quoted or not.
pub(super) struct Table {
    file: String,
    header: Vec<String>,
    rows: Vec<Row>,
}

/// A row with its line in the file; the header is line 1.
pub(super) struct Row {
    pub(super) line: u64,
    fields: StringRecord,
}

impl Row {
    /// The field of a column, without blanks around it.
    pub(super) fn get(&self, column: usize) -> &str {
        self.fields.get(column).unwrap_or("").trim()
    }
}

impl Table {
    /// Reads a table.
    ///
    /// # Errors
    /// When the file is empty, is not UTF-8, names a column twice, or has a row with
    /// more or fewer fields than the header.
    pub(super) fn read(file: &str, bytes: &[u8]) -> Result<Self, InputProblems> {
        let text = utf8(file, bytes)?;
        if text.trim().is_empty() {
            return Err(problem("empty-file", file, Place::File, "nothing", "a table with a header").into());
        }
        let first_line = text.lines().find(|line| !line.trim().is_empty()).unwrap_or("");
        let delimiter =
            if first_line.matches(';').count() > first_line.matches(',').count() { b';' } else { b',' };
        let mut reader = ReaderBuilder::new()
            .delimiter(delimiter)
            .flexible(true)
            .has_headers(false)
            .from_reader(text.as_bytes());
        let mut header: Vec<String> = Vec::new();
        let mut rows = Vec::new();
        let mut problems = Vec::new();
        let mut lines = Lines { text, start: 0, line: 1 };
        for record in reader.records() {
            let fields = match record {
                Ok(fields) => fields,
                Err(error) => {
                    let line = error.position().map_or(1, csv::Position::line);
                    problems.push(problem(
                        "broken-row",
                        file,
                        Place::Line(line),
                        &error.to_string(),
                        "a row of a CSV table",
                    ));
                    break;
                }
            };
            let line = lines.of_record(fields.position());
            if header.is_empty() {
                header = fields.iter().map(|name| name.trim().to_owned()).collect();
                problems.extend(twice(file, &header));
            } else if fields.len() != header.len() {
                let found = format!("a row of {}", fields.len());
                let expected = format!("{} fields as in the header", header.len());
                problems.push(problem("wrong-field-count", file, Place::Line(line), &found, &expected));
            } else {
                rows.push(Row { line, fields });
            }
        }
        InputProblems::none_of(problems)?;
        Ok(Self { file: file.to_owned(), header, rows })
    }

    /// Name of the file.
    pub(super) fn file(&self) -> &str {
        &self.file
    }

    /// The rows under the header.
    pub(super) fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The columns' names.
    pub(super) fn header(&self) -> &[String] {
        &self.header
    }

    /// Number of a column, where there is one of this name.
    pub(super) fn find(&self, name: &str) -> Option<usize> {
        self.header.iter().position(|column| column == name)
    }

    /// Number of a column that must be there.
    pub(super) fn column(&self, name: &str) -> Result<usize, InputProblem> {
        self.find(name).ok_or_else(|| {
            let present = self.header.iter().map(String::as_str);
            let hint = closest(name, present).map(|near| format!(" (is it {near:?}?)")).unwrap_or_default();
            let found = format!("the columns {}", self.header.join(", "));
            let expected = format!("a column {name:?}{hint}");
            problem("missing-column", &self.file, Place::Line(1), &found, &expected)
        })
    }

    /// Numbers of several columns that must be there.
    pub(super) fn columns<const N: usize>(&self, names: [&str; N]) -> Result<[usize; N], InputProblems> {
        let mut problems = Vec::new();
        let numbers =
            names.map(|name| self.column(name).map_err(|problem| problems.push(problem)).unwrap_or(0));
        InputProblems::none_of(problems)?;
        Ok(numbers)
    }

    /// A problem with the table as a whole.
    pub(super) fn problem(&self, code: &'static str, found: &str, expected: &str) -> InputProblem {
        problem(code, &self.file, Place::File, found, expected)
    }

    /// A problem with a field of a row.
    pub(super) fn field_problem(
        &self,
        code: &'static str,
        row: &Row,
        column: usize,
        expected: impl Into<String>,
    ) -> InputProblem {
        InputProblem {
            code,
            file: self.file.clone(),
            place: Place::Line(row.line),
            field: self.header.get(column).cloned(),
            found: quoted(row.get(column)),
            expected: expected.into(),
        }
    }
}

/// The fields of one column of a table.
///
/// # Errors
/// When the table cannot be read or has no such column.
pub fn read_column(file: &str, bytes: &[u8], name: &str) -> Result<Vec<String>, InputProblems> {
    let table = Table::read(file, bytes)?;
    let column = table.column(name)?;
    Ok(table.rows().iter().map(|row| row.get(column).to_owned()).collect())
}

/// Finds the line of each record in turn. The reader's own count is behind after blank
/// lines, which it skips only when it reads on.
struct Lines<'a> {
    text: &'a str,
    start: usize,
    line: u64,
}

impl Lines<'_> {
    fn of_record(&mut self, position: Option<&csv::Position>) -> u64 {
        let bytes = self.text.as_bytes();
        let ends_line = |&byte: &u8| byte == b'\r' || byte == b'\n';
        let begin = position.map_or(self.start, |position| position.byte() as usize).min(bytes.len());
        let begin = begin + bytes[begin..].iter().take_while(|byte| ends_line(byte)).count();
        let passed = bytes.get(self.start..begin).unwrap_or_default();
        self.line += passed.iter().filter(|&&byte| byte == b'\n').count() as u64;
        self.start = begin.max(self.start);
        self.line
    }
}

/// A value in quotation marks; `nothing` where it is blank.
pub(super) fn quoted(value: &str) -> String {
    if value.is_empty() { "nothing".to_owned() } else { format!("{value:?}") }
}

/// The text of a file.
///
/// # Errors
/// When it is not UTF-8, with the line.
pub(super) fn utf8<'a>(file: &str, bytes: &'a [u8]) -> Result<&'a str, InputProblem> {
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let line = 1 + bytes[..error.valid_up_to()].iter().filter(|&&byte| byte == b'\n').count() as u64;
        problem("not-utf-8", file, Place::Line(line), "bytes that are not UTF-8", "UTF-8 text")
    })?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}

/// A number of inhabitants.
pub(super) fn inhabitants(text: &str) -> Result<u64, &'static str> {
    const MOST: u64 = 100_000_000_000;
    match text.parse::<u64>() {
        Ok(number) if number <= MOST => Ok(number),
        _ if text.starts_with('-') && text[1..].parse::<f64>().is_ok() => Err("negative-population"),
        _ if text.is_empty() => Err("missing-population"),
        _ => Err("wrong-population"),
    }
}

fn twice<'a>(file: &'a str, header: &'a [String]) -> impl Iterator<Item = InputProblem> + 'a {
    let again = header.iter().enumerate().filter(|(place, name)| header[..*place].contains(name));
    again.map(move |(_, name)| {
        problem(
            "duplicate-column",
            file,
            Place::Line(1),
            &format!("the column {name:?} twice"),
            "each column once",
        )
    })
}

pub(super) fn problem(
    code: &'static str,
    file: &str,
    place: Place,
    found: &str,
    expected: &str,
) -> InputProblem {
    let (file, found, expected) = (file.to_owned(), found.to_owned(), expected.to_owned());
    InputProblem { code, file, place, field: None, found, expected }
}
