use serde::Serialize;

use super::json_text::pretty;
use zonewerk_core::territory::{CodeReading, Merger, Unit};
use zonewerk_core::translate::{
    DividedUnit, OldUnitPart, PartialMember, TranslationAccount, TranslationConflict,
};

#[derive(Serialize)]
struct AccountFile<'a> {
    kept: usize,
    applied: Vec<MergerReport<'a>>,
    readings: Vec<ReadingReport<'a>>,
    conflicts: Vec<ConflictReport<'a>>,
}

#[derive(Serialize)]
struct MergerReport<'a> {
    date: &'a str,
    code: &'a str,
    name: &'a str,
    old: Vec<UnitReport<'a>>,
}

#[derive(Serialize)]
struct UnitReport<'a> {
    code: &'a str,
    name: &'a str,
    population: u64,
}

#[derive(Serialize)]
struct ReadingReport<'a> {
    code: &'a str,
    name: &'a str,
    /// `before` or `after` the merger.
    layout: &'static str,
    partners: Vec<UnitReport<'a>>,
}

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
enum ConflictReport<'a> {
    DividedUnit {
        code: &'a str,
        name: &'a str,
        pieces: Vec<PlacedReport<'a>>,
        largest_zone: Option<&'a str>,
        population_moved: Option<u64>,
    },
    PartialMember {
        group: &'a str,
        code: &'a str,
        name: &'a str,
        holds: Vec<PieceReport<'a>>,
        lacks: Vec<UnitReport<'a>>,
    },
}

#[derive(Serialize)]
struct PieceReport<'a> {
    old_code: &'a str,
    part: &'a str,
    population: Option<u64>,
}

#[derive(Serialize)]
struct PlacedReport<'a> {
    #[serde(flatten)]
    piece: PieceReport<'a>,
    zone: Option<&'a str>,
}

/// The account of a translation for programs.
pub fn translation_json(account: &TranslationAccount) -> Vec<u8> {
    pretty(&AccountFile {
        kept: account.kept,
        applied: account.applied.iter().map(merger).collect(),
        readings: account.readings.iter().map(reading).collect(),
        conflicts: account.conflicts.iter().map(conflict).collect(),
    })
}

fn merger(merger: &Merger) -> MergerReport<'_> {
    let Merger { date, new_code, new_name, old_units } = merger;
    MergerReport { date, code: new_code.as_str(), name: new_name, old: old_units.iter().map(unit).collect() }
}

fn unit(Unit { code, name, population }: &Unit) -> UnitReport<'_> {
    UnitReport { code: code.as_str(), name, population: *population }
}

fn reading(CodeReading { code, name, is_old, partners }: &CodeReading) -> ReadingReport<'_> {
    let layout = if *is_old { "before" } else { "after" };
    ReadingReport { code: code.as_str(), name, layout, partners: partners.iter().map(unit).collect() }
}

fn conflict(conflict: &TranslationConflict) -> ConflictReport<'_> {
    match conflict {
        TranslationConflict::Divided(DividedUnit { code, name, pieces, largest, moved }) => {
            ConflictReport::DividedUnit {
                code: code.as_str(),
                name,
                pieces: pieces.iter().map(placed).collect(),
                largest_zone: largest.as_deref(),
                population_moved: *moved,
            }
        }
        TranslationConflict::Partial(PartialMember { group, code, name, holds, lacks }) => {
            ConflictReport::PartialMember {
                group,
                code: code.as_str(),
                name,
                holds: holds.iter().map(piece).collect(),
                lacks: lacks.iter().map(unit).collect(),
            }
        }
    }
}

fn placed((held, zone): &(OldUnitPart, Option<String>)) -> PlacedReport<'_> {
    PlacedReport { piece: piece(held), zone: zone.as_deref() }
}

fn piece(OldUnitPart { code, label, population }: &OldUnitPart) -> PieceReport<'_> {
    PieceReport { old_code: code.as_str(), part: label, population: *population }
}
