use std::collections::BTreeSet;

use zonewerk_audit::{
    ExceptionNote, Finding, Found, NotChecked, NotCheckedReason, PieceOnMap, Required, Share, ShareArea,
    Subject, Sum, UnitLabel, ZoneLabel,
};
use zonewerk_core::problem::Severity;
use zonewerk_core::territory::Id;

/// What one side says of one subject, in a form both sides can make.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Verdict {
    pub rule: String,
    pub severity: Severity,
    pub subject: String,
    pub found: String,
    pub required: String,
}

/// Rule, subject and reason of a check that was not made to the end.
pub type Open = (String, String, String);

/// A finding of the audit.
pub fn verdict(finding: &Finding) -> Verdict {
    Verdict {
        rule: finding.rule.name().to_owned(),
        severity: finding.severity,
        subject: subject(&finding.subject),
        found: found(&finding.found),
        required: required(&finding.required),
    }
}

/// A check that the audit left open.
pub fn left_open(open: &NotChecked) -> Open {
    let why = match &open.why {
        NotCheckedReason::PlanOverOtherUnits { plan, territory } => {
            format!("plan over {plan} of {territory}")
        }
        NotCheckedReason::PartPopulationUnknown(labels) => format!("people of parts of {:?}", units(labels)),
        NotCheckedReason::PartBordersUnknown(labels) => format!("borders of parts of {:?}", units(labels)),
        NotCheckedReason::MapPartsUnknown => "no map".to_owned(),
        NotCheckedReason::OuterBorderUnknown => "no outside".to_owned(),
        NotCheckedReason::MapPartsNotMatched(labels) => format!("map parts of {:?}", units(labels)),
        NotCheckedReason::PartsNotMatched(labels) => format!("other parts of {:?}", units(labels)),
        NotCheckedReason::NoFamily(names) => format!("no family {names:?}"),
        NotCheckedReason::NoFamilyNamed => "no family named".to_owned(),
        NotCheckedReason::UnitsInNoGroup(number) => format!("{number} units in no group"),
        NotCheckedReason::NoRegions => "no regions".to_owned(),
        NotCheckedReason::NoMergers => "no mergers".to_owned(),
        NotCheckedReason::NoPins => "no pins".to_owned(),
        NotCheckedReason::NoLimits => "no limits".to_owned(),
        NotCheckedReason::NotInOneZone { goal, units: labels } => {
            format!("{goal} with {:?} astray", units(labels))
        }
        NotCheckedReason::NoPlanDate => "no plan date".to_owned(),
        NotCheckedReason::NoPopulationDate => "no population date".to_owned(),
        NotCheckedReason::NoNumber => "no number".to_owned(),
    };
    (open.rule.name().to_owned(), subject(&open.subject), why)
}

fn subject(subject: &Subject) -> String {
    match subject {
        Subject::RuleSet(name) => format!("rules {name}"),
        Subject::Plan => "plan".to_owned(),
        Subject::Unit(unit) => format!("unit {}", unit.unit.index()),
        Subject::Zone(zone) => format!("zone {}", zone.zone.index()),
        Subject::Region(name) => format!("region {name}"),
        Subject::Group { family, name } => format!("group {family}/{name}"),
        Subject::Merger(name) => format!("merger {name}"),
        Subject::FixedZone(name) => format!("fixed {name}"),
        Subject::Pin(reason) => format!("pin {reason}"),
    }
}

fn found(found: &Found) -> String {
    match found {
        Found::Units(number) => format!("{number} units"),
        Found::InZones(held) => format!("in {:?}", zones(held)),
        Found::AtOnceIn(held) => format!("at once in {:?}", zones(held)),
        Found::UnknownZones(unknown) => format!("unknown {:?}", zones(unknown)),
        Found::Inhabitants(people) => format!("{people} people"),
        Found::InhabitantsAtLeast { people, parts_of } => {
            format!("at least {people} people, parts of {:?}", units(parts_of))
        }
        Found::InhabitantsAtMost { people, parts_of } => {
            format!("at most {people} people, parts of {:?}", units(parts_of))
        }
        Found::InhabitantsOfParts { known, unknown } => format!("parts {known}, {unknown} unknown"),
        Found::CutOff(parts) => format!("cut off {:?}", pieces(parts)),
        Found::InPieces { pieces, joined_by } => {
            let piece = |piece: &PieceOnMap| (units(&piece.units), units(&piece.parts_of));
            let pieces: BTreeSet<_> = pieces.iter().map(piece).collect();
            format!("pieces {pieces:?} joined by {:?}", units(joined_by))
        }
        Found::Surrounded(parts) => format!("inside {:?}", pieces(parts)),
        Found::NoUnit => "empty".to_owned(),
        Found::SameName(places) => format!("same as {places:?}"),
        Found::Changed { nearest, missing, besides } => {
            let nearest = nearest.as_ref().map(|zone| zone.zone.index());
            format!("changed {nearest:?} -{:?} +{:?}", units(missing), units(besides))
        }
        Found::Amount { goal, amount, .. } => format!("{goal} {amount}"),
        Found::Spread(shares) => format!("spread {:?}", shares.iter().map(share).collect::<Vec<_>>()),
        Found::InRegions(names) => format!("in {names:?}"),
        Found::Zones(number) => format!("{number} zones"),
        Found::Regions(number) => format!("{number} regions"),
        Found::Waived(inner) => format!("waived {}", broken(inner)),
        Found::ExpiredOn(day, inner) => format!("until {day} {}", broken(inner)),
        Found::CountedOn(day) => format!("counted on {day}"),
        Found::TooLittleRoom(few) => format!("room {}", sum(few)),
        Found::TooFewPeople(many) => format!("need {}", sum(many)),
        Found::NoCountFits { few, many } => format!("room {} and need {}", sum(few), sum(many)),
        Found::ZonesOfRegions { regions, zones } => format!("{regions} regions have {zones} zones"),
    }
}

fn required(required: &Required) -> String {
    match required {
        Required::Units(number) => format!("{number} units"),
        Required::OneZone => "one zone".to_owned(),
        Required::OneRegion => "one region".to_owned(),
        Required::KnownZone { zones } => format!("one of {zones} zones"),
        Required::Minimum(people) => format!("at least {people}"),
        Required::Maximum(people) => format!("at most {people}"),
        Required::ExceptionBounds { bounds, exception } => format!("{bounds} by {}", note(exception)),
        Required::UnlessExcepted { required: inner, exception } => {
            format!("{} unless {}", self::required(inner), note(exception))
        }
        Required::Reason(exception) => format!("reason of {}", note(exception)),
        Required::InForceOn(day, exception) => format!("in force on {day}: {}", note(exception)),
        Required::UnitPopulation(people) => format!("unit's {people}"),
        Required::OnePiece => "one piece".to_owned(),
        Required::OnePart => "one part".to_owned(),
        Required::NothingInside => "nothing inside".to_owned(),
        Required::AnyUnit => "any unit".to_owned(),
        Required::OwnName => "own name".to_owned(),
        Required::FixedUnits { units, .. } => format!("fixed {units} units"),
        Required::Together(labels) => format!("together {:?}", units(labels)),
        Required::Apart(labels) => format!("apart {:?}", units(labels)),
        Required::PinnedZone { name, holds, without } => {
            format!("zone {name} {:?} without {:?}", units(holds), units(without))
        }
        Required::AtMost { most, .. } => format!("at most {most}"),
        Required::Laminar(reading) => format!("laminar {}", reading.name()),
        Required::WholeZones => "whole zones".to_owned(),
        Required::OneGroup(families) => format!("one group of {families:?}"),
        Required::Zones(count) => format!("{count} zones"),
        Required::Regions(count) => format!("{count} regions"),
        Required::CountedAtMost { months, before } => format!("at most {months} months before {before}"),
        Required::Numbers { count, each } => {
            let words = |bounds: &Option<_>| bounds.as_ref().map(ToString::to_string);
            format!("count {:?} or each {:?}", words(count), words(each))
        }
        Required::ZonesInAll(count) => format!("{count} zones in all"),
    }
}

/// A finding inside another.
fn broken(finding: &Finding) -> String {
    format!("{} ({})", finding.rule, found(&finding.found))
}

fn note(note: &ExceptionNote) -> String {
    format!("exception {} {:?}", note.number, note.reason)
}

fn sum(sum: &Sum) -> String {
    let Sum { count, each, excepted, in_excepted, total, people } = sum;
    assert_eq!((count - excepted) * each + in_excepted, *total);
    format!("{count}x{each} = {total} of {people}")
}

/// A share of something that is spread, as both sides write it.
fn share(share: &Share) -> String {
    let area = match &share.area {
        ShareArea::Zone(zone) => format!("zone {}", zone.zone.index()),
        ShareArea::Region(name) => format!("region {name}"),
        ShareArea::Group(name) => format!("group {name}"),
        ShareArea::NoZone => "no zone".to_owned(),
        ShareArea::NoRegion => "no region".to_owned(),
        ShareArea::NoGroup => "no group".to_owned(),
    };
    share_words(&area, units(&share.units), share.people)
}

/// The form of a share.
pub fn share_words(area: &str, units: BTreeSet<usize>, people: Option<u64>) -> String {
    format!("{area} {units:?} {people:?}")
}

fn pieces(parts: &[Vec<UnitLabel>]) -> Vec<BTreeSet<usize>> {
    parts.iter().map(|part| units(part)).collect()
}

fn units(labels: &[UnitLabel]) -> BTreeSet<usize> {
    labels.iter().map(|label| label.unit.index()).collect()
}

fn zones(labels: &[ZoneLabel]) -> BTreeSet<usize> {
    labels.iter().map(|label| label.zone.index()).collect()
}
