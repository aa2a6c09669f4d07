use std::collections::{BTreeMap, BTreeSet};

use crate::territory::{Unit, UnitCode};

/// What a piece is called, given its number, old unit and part.
type LabelForm = fn(usize, &Unit, Option<&str>) -> String;

/// What the pieces of one merged unit are called, each other than the rest.
pub(super) struct PartLabels(BTreeMap<(UnitCode, Option<String>), String>);

impl PartLabels {
    /// Calls an old unit by its name and a part of one by its own; with the code, or the
    /// unit's name and code, where two pieces would be called the same; and numbered where
    /// even that does not help.
    pub(super) fn new<'a>(pieces: impl IntoIterator<Item = (&'a Unit, Option<&'a str>)>) -> Self {
        let pieces: BTreeMap<(&UnitCode, Option<&str>), &Unit> =
            pieces.into_iter().map(|(unit, part)| ((&unit.code, part), unit)).collect();
        let forms: [LabelForm; 3] = [
            |_, unit, part| part.unwrap_or(&unit.name).to_owned(),
            |_, unit, part| long(unit, part),
            |number, unit, part| format!("{} [{number}]", long(unit, part)),
        ];
        let mut labels = Vec::new();
        for form in forms {
            labels =
                pieces.iter().zip(1..).map(|((&(_, part), unit), number)| form(number, unit, part)).collect();
            if labels.iter().collect::<BTreeSet<_>>().len() == pieces.len() {
                break;
            }
        }
        let keys = pieces.into_keys().map(|(code, part)| (code.clone(), part.map(str::to_owned)));
        Self(keys.zip(labels).collect())
    }

    /// What a piece is called.
    pub(super) fn of(&self, unit: &Unit, part: Option<&str>) -> String {
        let key = (unit.code.clone(), part.map(str::to_owned));
        self.0.get(&key).cloned().unwrap_or_else(|| long(unit, part))
    }
}

fn long(unit: &Unit, part: Option<&str>) -> String {
    let part = part.map(|part| format!(": {part}")).unwrap_or_default();
    format!("{} ({}){part}", unit.name, unit.code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_told_apart_by_as_few_words_as_it_takes() {
        let unit =
            |code: &str, name: &str| Unit { code: UnitCode::new(code), name: name.to_owned(), population: 1 };
        let cases = [
            (vec![("1", "Melle", None), ("2", "Gent", Some("north"))], vec!["Melle", "north"]),
            (vec![("1", "Melle", None), ("2", "Melle", None)], vec!["Melle (1)", "Melle (2)"]),
            (
                vec![("1", "Melle", Some("north")), ("2", "Gent", Some("north"))],
                vec!["Melle (1): north", "Gent (2): north"],
            ),
            (
                vec![("1", "A", Some("x: y")), ("2", "B", Some("x: y")), ("3", "A (1): x: y", None)],
                vec!["A (1): x: y", "B (2): x: y", "A (1): x: y (3)"],
            ),
            (
                vec![("1", "A", Some("b")), ("1", "A", None), ("2", "b", None), ("b", "A (1)", Some("b"))],
                vec!["A (1): b", "A (1)", "b (2)", "A (1) (b): b"],
            ),
            (
                vec![("1", "A", None), ("1)(1", "A", None), ("1)", "A (1", None), ("2", "A", None)],
                vec!["A (1)", "A (1)(1)", "A (1 (1))", "A (2)"],
            ),
            (
                vec![("1", "A", Some("b (2)")), ("2", "A (1): b", None), ("2", "A (1): b", Some("b (2)"))],
                vec!["A (1): b (2) [1]", "A (1): b (2) [2]", "A (1): b (2): b (2) [3]"],
            ),
        ];
        for (pieces, expected) in cases {
            let units: Vec<(Unit, Option<&str>)> =
                pieces.into_iter().map(|(code, name, part)| (unit(code, name), part)).collect();
            let labels = PartLabels::new(units.iter().map(|(unit, part)| (unit, *part)));
            let found: Vec<String> = units.iter().map(|(unit, part)| labels.of(unit, *part)).collect();
            assert_eq!(found, expected);
        }
    }
}
