//! Numbers, dates and lists in words, and lines that fit a width.

use std::borrow::Cow;

use unicode_width::UnicodeWidthStr;

use zonewerk_core::problem::Tolerance;
use zonewerk_core::words::{self, Language, visible, visible_lines};

/// Columns of a readable report.
pub(super) const WIDTH: usize = 100;

/// Columns of the longest word or field that is shown in full, over several lines.
pub(super) const LONGEST: usize = 3 * WIDTH;

/// `6,698,876`
pub(super) fn thousands(number: u64) -> String {
    words::number(Language::English, number)
}

/// Metres as kilometres in a language, rounded to the nearest tenth, or down where a bound must not
/// promise more than is proved.
pub(super) fn kilometres_in(language: Language, metres: u64, is_nearest: bool) -> String {
    let tenths = metres / 100 + u64::from(is_nearest && metres % 100 >= 50);
    format!("{}{}{}", words::number(language, tenths / 10), decimal_point(language), tenths % 10)
}

/// What stands before the decimals.
pub(super) fn decimal_point(language: Language) -> char {
    language.decimal_point()
}

/// A gap in percent in a language, rounded up: it must not look smaller than it is.
pub fn gap_in(language: Language, gap: f64) -> String {
    let tenths = (gap * 1000.0).ceil() as u64;
    format!("{}{}{} %", words::number(language, tenths / 10), decimal_point(language), tenths % 10)
}

/// A part of a whole in percent in a language, rounded to the nearest tenth: `16.7 %`.
pub(super) fn share(language: Language, part: u64, whole: u64) -> String {
    let tenths = (u128::from(part) * 2_000 + u128::from(whole)) / (2 * u128::from(whole.max(1)));
    let tenths = u64::try_from(tenths).unwrap_or(u64::MAX);
    format!("{}{}{} %", words::number(language, tenths / 10), decimal_point(language), tenths % 10)
}

/// `1 %`, `0.25 %`
pub(super) fn margin(margin: Tolerance, language: Language) -> String {
    let decimals = format!("{:04}", margin.millionths % 10_000);
    let decimals = decimals.trim_end_matches('0');
    let point = if decimals.is_empty() { String::new() } else { decimal_point(language).to_string() };
    format!("{}{point}{decimals} %", margin.millionths / 10_000)
}

/// `1 zone`, `2 zones`
pub(super) fn count(number: usize, noun: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{} {noun}{plural}", thousands(number as u64))
}

/// `A, B and 3 more`: at most `most` of the names.
pub(super) fn list(names: &[String], most: usize) -> String {
    match names {
        _ if names.len() > most => format!("{} and {} more", names[..most].join(", "), names.len() - most),
        [first @ .., last] if !first.is_empty() => format!("{} and {last}", first.join(", ")),
        _ => names.concat(),
    }
}

/// Columns that text takes on a terminal: wide letters take two, combining marks none.
pub(super) fn columns(text: &str) -> usize {
    UnicodeWidthStr::width(text)
}

/// Text cut to so many columns, an ellipsis at the cut, with letters that are not seen
/// [`visible`].
pub(super) fn shortened(text: &str, most: usize) -> String {
    let text = visible(text);
    if columns(&text) <= most {
        return text.into_owned();
    }
    let mut kept = String::new();
    for letter in text.chars() {
        kept.push(letter);
        if columns(&kept) > most.saturating_sub(1) {
            kept.pop();
            break;
        }
    }
    format!("{}…", kept.trim_end_matches([' ', ',', ';', ':']))
}

/// Text broken between words into lines of at most [`WIDTH`] columns, the first
/// after `first`, the rest after as many spaces; ends with a newline. A word that is longer than a
/// line goes on in the next, and is cut after [`LONGEST`] columns; letters that are not seen are
/// shown.
pub(super) fn paragraph(first: &str, text: &str) -> String {
    let indent = " ".repeat(columns(first));
    let mut lines = vec![first.to_owned()];
    let mut empty = true;
    let text = visible_lines(text);
    for word in text.split_whitespace().flat_map(|word| pieces(word, WIDTH.saturating_sub(indent.len()))) {
        let line = lines.last().map_or(0, |line| columns(line));
        if !empty && line + 1 + columns(&word) > WIDTH {
            lines.push(indent.clone());
            empty = true;
        }
        if let Some(line) = lines.last_mut() {
            if !empty {
                line.push(' ');
            }
            line.push_str(&word);
        }
        empty = false;
    }
    lines.join("\n") + "\n"
}

/// A word as it is, or one that is longer than a line in pieces.
fn pieces(word: &str, line: usize) -> Vec<Cow<'_, str>> {
    // Each letter takes a column or two, or none; few words come near.
    if word.len() <= line || columns(word) <= line {
        return vec![Cow::Borrowed(word)];
    }
    let mut pieces = vec![String::new()];
    for letter in shortened(word, LONGEST).chars() {
        if pieces.last().is_none_or(|piece| columns(piece) + 2 > line) {
            pieces.push(String::new());
        }
        if let Some(piece) = pieces.last_mut() {
            piece.push(letter);
        }
    }
    pieces.into_iter().map(Cow::Owned).collect()
}

/// A sentence that begins with a capital letter.
pub(super) fn capital(sentence: &str) -> String {
    let mut letters = sentence.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_by_thousands() {
        let cases = [(0, "0"), (999, "999"), (1_000, "1,000"), (6_698_876, "6,698,876")];
        for (number, text) in cases {
            assert_eq!(thousands(number), text);
        }
    }

    #[test]
    fn an_objective_rounds_to_nearest_and_a_bound_down() {
        let english = |metres, is_nearest| kilometres_in(Language::English, metres, is_nearest);
        assert_eq!(english(4_912_349, true), "4,912.3");
        assert_eq!(english(4_912_350, true), "4,912.4");
        assert_eq!(english(4_912_399, false), "4,912.3");
        assert_eq!(kilometres_in(Language::Dutch, 4_912_350, true), "4.912,4");
    }

    #[test]
    fn a_gap_above_zero_never_reads_as_zero() {
        let english = |gap| gap_in(Language::English, gap);
        assert_eq!(english(0.0), "0.0 %");
        assert_eq!(english(0.000_001), "0.1 %");
        assert_eq!(english(0.012), "1.2 %");
    }

    #[test]
    fn a_share_is_rounded_to_the_nearest_tenth() {
        let english = |part, whole| share(Language::English, part, whole);
        assert_eq!([english(0, 0), english(0, 7), english(7, 7)], ["0.0 %", "0.0 %", "100.0 %"]);
        assert_eq!([english(1, 3), english(2, 3), english(1, 2_000)], ["33.3 %", "66.7 %", "0.1 %"]);
        assert_eq!(english(u64::MAX, 1_000_000_000_000), "1,844,674,407.4 %");
        assert_eq!(share(Language::Dutch, 1, 3), "33,3 %");
    }

    #[test]
    fn long_lists_say_how_much_they_leave_out() {
        let names: Vec<String> = ["A", "B", "C"].map(String::from).into();
        assert_eq!(list(&names, 3), "A, B and C");
        assert_eq!(list(&names, 2), "A, B and 1 more");
        assert_eq!(list(&names[..1], 2), "A");
        assert_eq!(list(&[], 2), "");
    }

    #[test]
    fn paragraphs_break_between_words_and_keep_their_indent() {
        let text = paragraph("  - ", &"word ".repeat(40));
        assert!(text.lines().count() > 1);
        assert!(text.lines().all(|line| line.chars().count() <= WIDTH));
        assert!(text.lines().skip(1).all(|line| line.starts_with("    word")));
        assert_eq!(text.matches("word").count(), 40);
    }
}
