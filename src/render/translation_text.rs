use super::text::{count, paragraph, thousands};
use crate::territory::{Reading, Unit};
use crate::translate::{Account, Conflict, DividedUnit, PartialMember, Piece};

/// The account of a translation for people, at most 100 columns wide: what was kept and
/// applied, how codes were read, what conflicts.
pub fn translation_text(account: &Account) -> String {
    let Account { kept, applied, readings, conflicts } = account;
    let mut text = format!(
        "{} kept, {} applied, {}\n",
        count(*kept, "unit"),
        count(applied.len(), "merger"),
        count(conflicts.len(), "conflict")
    );
    let mut section = |title: &str, lines: Vec<String>| {
        if !lines.is_empty() {
            text += &format!("\n{title}\n");
            text.extend(lines.iter().map(|line| paragraph("  - ", line)));
        }
    };
    section("Codes that are old and new", readings.iter().map(reading).collect());
    section("Conflicts", conflicts.iter().map(conflict).collect());
    text
}

fn reading(reading: &Reading) -> String {
    let Reading { code, name, is_old, partners } = reading;
    let named = joined(partners.iter().map(named));
    let verb = if partners.len() == 1 { "has" } else { "have" };
    if *is_old {
        format!("{code} is read as {name} before its merger: {named} {verb} rows too")
    } else {
        format!("{code} is read as {name} after its merger: {named} {verb} no row")
    }
}

fn conflict(conflict: &Conflict) -> String {
    match conflict {
        Conflict::Divided(divided) => divided_unit(divided),
        Conflict::Partial(partial) => partial_member(partial),
    }
}

fn divided_unit(DividedUnit { code, name, pieces, largest, moved }: &DividedUnit) -> String {
    let place = |(shown, zone): &(Piece, Option<String>)| {
        let zone = zone.as_ref().map_or("in no zone".to_owned(), |zone| format!("in {zone}"));
        format!("{} {zone}", piece(shown))
    };
    let whole = match (largest, moved) {
        (Some(zone), Some(people)) => format!("whole in {zone}, {} would move", inhabitants(*people)),
        _ => "what keeping it whole would move is not known".to_owned(),
    };
    format!("{name} ({code}): {}; {whole}", pieces.iter().map(place).collect::<Vec<_>>().join(", "))
}

fn partial_member(PartialMember { group, code, name, holds, lacks }: &PartialMember) -> String {
    let holds = joined(holds.iter().map(piece));
    let lacks = match lacks[..] {
        [] => String::new(),
        _ => format!(
            ", not {}",
            joined(lacks.iter().map(|unit| { format!("{} ({})", unit.name, inhabitants(unit.population)) }))
        ),
    };
    format!("{group} holds part of {name} ({code}): {holds}{lacks}")
}

fn piece(piece: &Piece) -> String {
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
    super::text::list(&words.collect::<Vec<_>>(), usize::MAX)
}
