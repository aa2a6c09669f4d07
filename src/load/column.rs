use super::faults::Faults;
use super::{InputProblems, Place};

/// The values of one column of a CSV table with a header, in the order of its lines.
///
/// # Errors
/// With every fault at once: no such column, an empty value, a line that is no CSV.
pub fn read_column(file: &str, bytes: &[u8], column: &str) -> Result<Vec<String>, InputProblems> {
    let mut faults = Faults::of(file);
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let mut reader = csv::Reader::from_reader(text);
    let mut values = Vec::new();
    let header = match reader.headers() {
        Ok(header) => header.clone(),
        Err(error) => {
            faults.add("not-csv", Place::Line(1), None, error.to_string(), "a header");
            return faults.or(values);
        }
    };
    let Some(at) = header.iter().position(|name| name == column) else {
        let names = header.iter().collect::<Vec<_>>().join(", ");
        let found = if names.is_empty() { "nothing".to_owned() } else { names };
        faults.add("missing-column", Place::Line(1), Some(column), found, format!("a column {column}"));
        return faults.or(values);
    };
    for record in reader.records() {
        match record {
            Ok(record) => {
                let line = record.position().map_or(0, csv::Position::line);
                match record.get(at) {
                    Some(value) if !value.is_empty() => values.push(value.to_owned()),
                    _ => faults.add("empty-value", Place::Line(line), Some(column), "nothing", "a value"),
                }
            }
            Err(error) => {
                let line = error.position().map_or(1, csv::Position::line);
                let (found, expected) = match error.kind() {
                    csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
                        (format!("{len} fields"), format!("{expected_len} as in the header"))
                    }
                    _ => (error.to_string(), "CSV in UTF-8".to_owned()),
                };
                faults.add("not-csv", Place::Line(line), None, found, expected);
            }
        }
    }
    faults.or(values)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_is_read_whole_or_every_fault_is_told() {
        for (table, expected) in [
            ("nis,name\n1,A\n\"2\",B\n", "1 2"),
            ("\u{feff}nis\n1\n", "1"),
            ("", "t.csv, line 1, nis: found nothing, expected a column nis [missing-column]"),
            ("code,name\n", "t.csv, line 1, nis: found code, name, expected a column nis [missing-column]"),
            (
                "name,nis\nA,\nB\n",
                "t.csv, line 2, nis: found nothing, expected a value [empty-value]; \
                 t.csv, line 3: found 1 fields, expected 2 as in the header [not-csv]",
            ),
        ] {
            let found = match read_column("t.csv", table.as_bytes(), "nis") {
                Ok(values) => values.join(" "),
                Err(problems) => {
                    problems.all().iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
                }
            };
            assert_eq!(found, expected, "{table:?}");
        }
    }
}
