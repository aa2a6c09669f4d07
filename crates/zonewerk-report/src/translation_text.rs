use super::text::{count, list, paragraph, thousands};
use zonewerk_core::territory::{CodeReading, Unit};
use zonewerk_core::translate::{
    DividedUnit, OldUnitPart, PartialMember, TranslationAccount, TranslationConflict,
};

/// The account of a translation for people, at most 100 columns wide: what was kept and
/// applied, how codes were read, what conflicts.
pub fn translation_text(account: &TranslationAccount) -> String {
    let TranslationAccount { kept, applied, readings, conflicts } = account;
    let mut text = format!(
        "{} kept, {} applied, {}\n",
        count(*kept, "unit"),
        count(applied.len(), "merger"),
        count(conflicts.len(), "conflict")
    );
    if !readings.is_empty() {
        text += "\nCodes that are old and new\n";
        text.extend(readings.iter().map(|code| paragraph("  - ", &reading(code))));
    }
    if !conflicts.is_empty() {
        text += "\nConflicts\n";
        text.extend(conflicts.iter().map(conflict));
    }
    text
}

fn reading(reading: &CodeReading) -> String {
    let CodeReading { code, name, is_old, partners } = reading;
    let named = joined(partners.iter().map(named));
    let verb = if partners.len() == 1 { "has" } else { "have" };
    if *is_old {
        format!("{code} is read as {name} before its merger: {named} {verb} rows too")
    } else {
        format!("{code} is read as {name} after its merger: {named} {verb} no row")
    }
}

fn conflict(conflict: &TranslationConflict) -> String {
    match conflict {
        TranslationConflict::Divided(divided) => divided_unit(divided),
        TranslationConflict::Partial(partial) => paragraph("  - ", &partial_member(partial)),
    }
}

fn divided_unit(DividedUnit { code, name, pieces, largest, moved }: &DividedUnit) -> String {
    let whole = match (largest, moved) {
        (Some(zone), Some(people)) => {
            format!("keeping it whole in {zone} would move {}", inhabitants(*people))
        }
        _ => "what keeping it whole would move is not known".to_owned(),
    };
    let place = |(held, zone): &(OldUnitPart, Option<String>)| {
        let zone = zone.as_deref().unwrap_or("in no zone, so without a row");
        paragraph("    - ", &format!("{zone}: {}", piece(held)))
    };
    paragraph("  - ", &format!("{name} ({code}): {whole}")) + &pieces.iter().map(place).collect::<String>()
}

fn partial_member(PartialMember { group, code, name, holds, lacks }: &PartialMember) -> String {
    let holds = joined(holds.iter().map(piece));
    let lacking = lacks.iter().map(|unit| format!("{} ({})", unit.name, inhabitants(unit.population)));
    let lacking = if lacks.is_empty() { String::new() } else { format!(", not {}", joined(lacking)) };
    format!("{group} holds part of {name} ({code}): {holds}{lacking}")
}

fn piece(piece: &OldUnitPart) -> String {
    let people = piece.population.map_or("inhabitants not known".to_owned(), inhabitants);
    format!("{} ({people})", piece.label)
}

fn named(unit: &Unit) -> String {
    format!("{} ({})", unit.name, unit.code)
}

fn inhabitants(people: u64) -> String {
    let noun = if people == 1 { "inhabitant" } else { "inhabitants" };
    format!("{} {noun}", thousands(people))
}

fn joined(words: impl Iterator<Item = String>) -> String {
    list(&words.collect::<Vec<_>>(), usize::MAX)
}
