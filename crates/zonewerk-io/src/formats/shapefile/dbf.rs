//! The attribute table of a shapefile: dBASE III to V or FoxPro.
//!
//! By hand: libraries skip the rows that are marked as deleted, and every row after one then belongs to
//! the wrong shape; and they decode texts without saying by which encoding. Here a deleted row keeps
//! its place, and the encoding is reported with the reason.

use super::encoding::{Decoder, StatedEncoding, choose};
use crate::formats::csv_table::problem;
use crate::{InputPlace, InputProblems};
use zonewerk_core::layer::Attribute;

const HEADER: usize = 32;
const FIELD: usize = 32;

/// A dBASE table.
#[derive(Default)]
pub(super) struct DbfTable {
    /// Names of the fields.
    pub(super) columns: Vec<String>,
    /// The rows; `None` for a row that is marked as deleted.
    pub(super) rows: Vec<Option<Vec<Attribute>>>,
    /// Which encoding, and why.
    pub(super) encoding: String,
}

/// Reads a `.dbf` file of dBASE III to V or FoxPro. A row marked as deleted keeps its place.
///
/// # Errors
/// When the header contradicts itself, when the file is shorter than it states, or when
/// the texts are in an encoding that cannot be read.
pub(super) fn table(
    file: &str,
    bytes: &[u8],
    cpg: Option<(String, &[u8])>,
    option: Option<&str>,
) -> Result<DbfTable, InputProblems> {
    let header = DbfHeader::read(file, bytes)?;
    let rows = || bytes[header.start..].chunks_exact(header.row).take(header.rows);
    let names = header.fields.iter().map(|field| field.name);
    let texts = header.fields.iter().filter(|field| field.kind == b'C');
    let values = rows().flat_map(|row| texts.clone().map(|field| field.bytes(row)));
    let said = StatedEncoding { option, cpg, dbf: (file, bytes[29]) };
    let (decoder, encoding) = choose(&said, names.clone().chain(values))?;
    let attributes = |row: &[u8]| header.fields.iter().map(|field| field.attribute(row, decoder)).collect();
    Ok(DbfTable {
        columns: names.map(|name| decoder.text(name).trim().to_owned()).collect(),
        rows: rows().map(|row| (row[0] != b'*').then(|| attributes(row))).collect(),
        encoding,
    })
}

struct DbfHeader<'a> {
    /// Where the rows start.
    start: usize,
    /// Bytes in a row, of which the first says whether it is deleted.
    row: usize,
    rows: usize,
    fields: Vec<DbfField<'a>>,
}

struct DbfField<'a> {
    name: &'a [u8],
    kind: u8,
    /// Place in the row.
    start: usize,
    width: usize,
}

impl<'a> DbfHeader<'a> {
    fn read(file: &str, bytes: &'a [u8]) -> Result<Self, InputProblems> {
        let wrong = |code, place, found: &str, expected: &str| {
            InputProblems::from(problem(code, file, place, found, expected))
        };
        let [start, row] = [8, 10].map(|at| number(bytes, at, 2));
        let rows = number(bytes, 4, 4);
        if bytes.len() < HEADER || bytes.len() < start {
            let found = format!("the end of the file at byte {}", bytes.len());
            let expected = format!("a header of {} bytes", start.max(HEADER));
            return Err(wrong("truncated-dbf", InputPlace::File, &found, &expected));
        }
        if bytes[0] & 7 == 4 {
            let found = format!("a table of dBASE 7 (first byte {:02x})", bytes[0]);
            return Err(wrong("unsupported-dbf", InputPlace::File, &found, "a table of dBASE III to V"));
        }
        let described = bytes.get(HEADER..start).unwrap_or_default();
        let described = described.chunks_exact(FIELD).take_while(|field| field[0] != b'\r');
        let mut fields: Vec<DbfField> = Vec::new();
        let mut end = 1;
        for field in described {
            let width = usize::from(field[16]);
            fields.push(DbfField { name: until_nul(&field[..11]), kind: field[11], start: end, width });
            end += width;
        }
        if fields.is_empty() || fields.iter().any(|field| field.width == 0) {
            let at = fields.iter().position(|field| field.width == 0);
            let found =
                at.map_or_else(|| "no fields".to_owned(), |at| format!("field {} of 0 bytes", at + 1));
            return Err(wrong("broken-dbf", InputPlace::File, &found, "fields of 1 byte or more"));
        }
        if end != row {
            let found = format!("rows of {row} bytes");
            let expected = format!("{end} bytes, the sum of {} fields and a mark", fields.len());
            return Err(wrong("broken-dbf", InputPlace::File, &found, &expected));
        }
        let present = (bytes.len() - start) / row;
        if present < rows {
            let found = format!("the end of the file at byte {}", bytes.len());
            let expected = format!("{rows} rows of {row} bytes from byte {start}, as the header states");
            return Err(wrong("truncated-dbf", InputPlace::Feature(present + 1), &found, &expected));
        }
        Ok(Self { start, row, rows, fields })
    }
}

impl DbfField<'_> {
    fn bytes<'a>(&self, row: &'a [u8]) -> &'a [u8] {
        until_nul(&row[self.start..self.start + self.width])
    }

    fn attribute(&self, row: &[u8], decoder: Decoder) -> Attribute {
        if let (b'I' | b'+', 4) = (self.kind, self.width) {
            let bits = number(row, self.start, 4) as u32;
            return Attribute::Whole(i64::from(bits.cast_signed()));
        }
        let bytes = self.bytes(row);
        if self.kind == b'C' {
            return Attribute::of_text(&decoder.text(bytes));
        }
        match (self.kind, Attribute::of_text(&String::from_utf8_lossy(bytes))) {
            (b'N' | b'F', Attribute::Text(text)) => numeric(text),
            (b'D', Attribute::Text(text)) if text == "00000000" => Attribute::Blank,
            (b'L', Attribute::Text(text)) if text == "?" => Attribute::Blank,
            (_, Attribute::Text(text)) => Attribute::Other(text),
            (_, blank) => blank,
        }
    }
}

/// A number; asterisks stand for none. A whole number with too many digits to be exact
/// stays as it is written.
fn numeric(text: String) -> Attribute {
    if text.bytes().all(|byte| byte == b'*') {
        return Attribute::Blank;
    }
    if let Ok(number) = text.parse() {
        return Attribute::Whole(number);
    }
    let digits = text.trim_start_matches(['+', '-']);
    match text.parse() {
        Ok(number) if !digits.bytes().all(|byte| byte.is_ascii_digit()) => Attribute::Number(number),
        _ => Attribute::Other(text),
    }
}

fn until_nul(bytes: &[u8]) -> &[u8] {
    bytes.split(|&byte| byte == 0).next().unwrap_or(bytes)
}

/// A number of several bytes, the lowest first; zero where the file is too short.
fn number(bytes: &[u8], at: usize, length: usize) -> usize {
    let bytes = bytes.get(at..at + length).unwrap_or_default();
    bytes.iter().rev().fold(0, |number, &byte| number << 8 | usize::from(byte))
}
