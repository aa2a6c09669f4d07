//! Whether a report that was written in two languages is in each of them, for tests.

use std::collections::BTreeSet;

use super::document::{Block, Document};

/// Words that both languages have and that stand alone in a heading or a field.
const SHARED: [&str; 8] = ["was", "zone", "zones", "in", "plan", "km", "pin", "json"];

/// Words of English that Dutch has not.
const ENGLISH: [&str; 34] = [
    "the",
    "and",
    "that",
    "which",
    "with",
    "from",
    "not",
    "none",
    "has",
    "have",
    "been",
    "unit",
    "units",
    "inhabitants",
    "people",
    "before",
    "after",
    "breaks",
    "rule",
    "rules",
    "it",
    "its",
    "are",
    "were",
    "be",
    "they",
    "this",
    "these",
    "where",
    "who",
    "all",
    "any",
    "zone's",
    "border",
];

/// Every heading, sentence and field, in order.
pub(super) fn texts(document: &Document) -> Vec<String> {
    let mut texts = vec![document.title.clone()];
    for block in &document.blocks {
        match block {
            Block::Verdict { text, .. }
            | Block::Heading(_, text)
            | Block::Paragraph(text)
            | Block::Code(text) => {
                texts.push(text.clone());
            }
            Block::List(items) => texts.extend(items.iter().cloned()),
            Block::Table(table) => {
                let cells = table.header.iter().chain(table.rows.iter().flatten());
                texts.extend(cells.map(|cell| cell.text.clone()));
            }
        }
    }
    texts
}

/// Checks that no text of the Dutch report is that of the English one, and none has an English word;
/// names, which are given, and numbers are what they are.
pub(super) fn assert_translated(english: &[String], dutch: &[String], names: &[&str]) {
    assert_eq!(english.len(), dutch.len(), "{english:#?}\n{dutch:#?}");
    let mut names = names.to_vec();
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    let words = |text: &String| -> BTreeSet<String> {
        let text = names.iter().fold(text.clone(), |text, name| text.replace(name, " "));
        let words = text.split(|letter: char| !letter.is_alphabetic() && letter != '\'');
        words.filter(|word| word.chars().count() > 1).map(str::to_lowercase).collect()
    };
    for (one, other) in english.iter().zip(dutch) {
        let said = words(other);
        assert!(!ENGLISH.iter().any(|word| said.contains(*word)), "English: {other}");
        let has_words = said.iter().any(|word| !SHARED.contains(&word.as_str()));
        assert!(!has_words || one != other, "the same in both languages: {other}");
        assert!(!other.contains('{'), "a message is missing: {other}");
    }
}
