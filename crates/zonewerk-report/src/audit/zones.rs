use std::collections::{BTreeMap, BTreeSet};
use zonewerk_core::problem::RuleId;

use super::Audited;
use super::findings::severity_name;
use crate::document::{Block, Cell, Table, Tone};
use zonewerk_audit::{Severity, Subject};
use zonewerk_core::plan::measure;
use zonewerk_core::territory::ZoneId;
use zonewerk_core::words::{Language, number, say};

/// What one rule says of one zone, the worst of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Mark {
    Error,
    Warning,
    Note,
    NotChecked,
}

/// Per zone and rule, what a profile says.
type Marks = BTreeMap<(ZoneId, RuleId), Mark>;

impl Mark {
    fn sign(self) -> &'static str {
        match self {
            Self::Error => "✗",
            Self::Warning => "!",
            Self::Note => "i",
            Self::NotChecked => "?",
        }
    }

    fn tone(self) -> Tone {
        match self {
            Self::Error => Tone::Error,
            Self::Warning => Tone::Warning,
            Self::Note => Tone::Note,
            Self::NotChecked => Tone::Open,
        }
    }

    fn meaning(self, language: Language) -> String {
        match self {
            Self::Error => severity_name(Severity::Error, language),
            Self::Warning => severity_name(Severity::Warning, language),
            Self::Note => severity_name(Severity::Info, language),
            Self::NotChecked => say!(language, "mark-not-checked"),
        }
    }
}

/// The table of zones: what each rule says of each, where it says anything of any; a letter
/// stands for a rule, and a list below tells which.
pub(super) fn zones(audited: &Audited, language: Language) -> Vec<Block> {
    let marks: Vec<Marks> = (0..audited.judgements.len()).map(|place| marks(audited, place)).collect();
    let rules: BTreeSet<RuleId> =
        marks.iter().flat_map(|marks| marks.keys().map(|(_, rule)| *rule)).collect();
    let letters: BTreeMap<RuleId, String> =
        rules.iter().enumerate().map(|(place, rule)| (*rule, letter(place))).collect();
    let mut blocks = vec![
        Block::Heading(2, say!(language, "heading-zones")),
        Block::Table(table(audited, &marks, &letters, language)),
    ];
    if !letters.is_empty() {
        blocks.push(Block::Paragraph(say!(language, "marks")));
        let rule = |(&rule, letter): (&RuleId, &String)| {
            format!("{letter}  {rule}: {}", zonewerk_audit::rule(rule).summary.in_language(language))
        };
        blocks.push(Block::List(letters.iter().map(rule).collect()));
    }
    blocks
}

/// `A` to `Z`, then `AA`.
fn letter(place: usize) -> String {
    let last = char::from(b'A' + u8::try_from(place % 26).unwrap_or(0));
    match place / 26 {
        0 => last.to_string(),
        before => letter(before - 1) + &last.to_string(),
    }
}

fn marks(audited: &Audited, judgement: usize) -> Marks {
    let audit = &audited.judgements[judgement].audit;
    let mut marks = Marks::new();
    let mut set = |zone: ZoneId, rule: RuleId, mark: Mark| {
        let worst = marks.entry((zone, rule)).or_insert(mark);
        *worst = (*worst).min(mark);
    };
    for finding in &audit.findings {
        let mark = match finding.severity {
            Severity::Error => Mark::Error,
            Severity::Warning => Mark::Warning,
            Severity::Info => Mark::Note,
        };
        finding.zones().into_iter().for_each(|zone| set(zone, finding.rule, mark));
    }
    for open in &audit.not_checked {
        if let Subject::Zone(zone) = &open.subject {
            set(zone.zone, open.rule, Mark::NotChecked);
        }
    }
    marks
}

fn table(
    audited: &Audited,
    marks: &[Marks],
    letters: &BTreeMap<RuleId, String>,
    language: Language,
) -> Table {
    let mut header =
        vec![Cell::text(say!(language, "column-zone")), Cell::number(say!(language, "column-inhabitants"))];
    let single = marks.len() == 1;
    if single {
        let column = |(rule, letter): (&RuleId, &String)| Cell::text(letter).meaning(rule.name());
        header.extend(letters.iter().map(column));
    } else {
        header.extend(audited.judgements.iter().map(|judgement| Cell::text(&judgement.profile.name)));
    }
    let measures = measure(&audited.scenario.territory, audited.graph, audited.plan);
    let rows = audited.plan.zones.iter().map(|(zone, described)| {
        let people = measures[zone].population.map(|people| number(language, people));
        let mut row = vec![
            Cell::text(&described.name),
            Cell::number(people.unwrap_or_else(|| say!(language, "unknown"))),
        ];
        if single {
            let cell = |rule: &RuleId| match marks[0].get(&(zone, *rule)) {
                Some(mark) => Cell::toned(mark.sign(), mark.tone()).meaning(mark.meaning(language)),
                None => Cell::text("·"),
            };
            row.extend(letters.keys().map(cell));
        } else {
            row.extend(marks.iter().map(|marks| summed(marks, zone, letters, language)));
        }
        row
    });
    Table { header, rows: rows.collect() }
}

/// All that a profile says of a zone: `✗ BD ! F`.
fn summed(marks: &Marks, zone: ZoneId, letters: &BTreeMap<RuleId, String>, language: Language) -> Cell {
    let mut by_mark: BTreeMap<Mark, (String, Vec<&str>)> = BTreeMap::new();
    for (rule, letter) in letters {
        if let Some(mark) = marks.get(&(zone, *rule)) {
            let (shown, names) = by_mark.entry(*mark).or_default();
            shown.push_str(letter);
            names.push(rule.name());
        }
    }
    let Some(worst) = by_mark.keys().next() else { return Cell::text("·") };
    let tone = worst.tone();
    let text: Vec<String> =
        by_mark.iter().map(|(mark, (shown, _))| format!("{} {shown}", mark.sign())).collect();
    let meaning: Vec<String> = by_mark
        .iter()
        .map(|(mark, (_, names))| format!("{}: {}", mark.meaning(language), names.join(", ")))
        .collect();
    Cell::toned(text.join("  "), tone).meaning(meaning.join("; "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_go_on_after_z() {
        let names: Vec<String> = [0, 1, 25, 26, 27, 701, 702].map(letter).into();
        assert_eq!(names, ["A", "B", "Z", "AA", "AB", "ZZ", "AAA"]);
    }
}
