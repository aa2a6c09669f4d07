use std::collections::BTreeSet;

use zonewerk::audit::{
    ExceptionNote, Finding, Found, NotChecked, Required, Subject, UnitLabel, Why, ZoneLabel,
};
use zonewerk::territory::Id;

/// Rule, subject, and what was found and required, in a form both sides can make.
pub type Verdict = (String, String, String);

/// A finding of the audit.
pub fn verdict(finding: &Finding) -> Verdict {
    let by = |note: &Option<ExceptionNote>| note.as_ref().map(|note| note.number);
    let what = match (&finding.found, &finding.required) {
        (Found::InZones(held), Required::OneZone) => {
            format!("in {:?}", zones(held).into_iter().collect::<BTreeSet<_>>())
        }
        (Found::UnknownZones(unknown), Required::KnownZone { zones: has }) => {
            format!("unknown {:?} of {has}", zones(unknown).into_iter().collect::<BTreeSet<_>>())
        }
        (Found::InhabitantsOfParts { known, .. }, Required::UnitPopulation(people)) => {
            format!("{known} of {people}")
        }
        (Found::SameName(others), Required::OwnName) => format!("as {:?}", zones(others)),
        (Found::NoUnit, Required::AnyUnit) => "empty".to_owned(),
        (Found::CutOff(parts), Required::OnePart) => {
            format!("{:?}", parts.iter().map(|part| units(part)).collect::<Vec<_>>())
        }
        (Found::Inhabitants(people), Required::Minimum { inhabitants, exception }) => {
            format!("{people}<{inhabitants} {:?}", by(exception))
        }
        (Found::Inhabitants(people), Required::Maximum { inhabitants, exception }) => {
            format!("{people}>{inhabitants} {:?}", by(exception))
        }
        (Found::Inhabitants(people), Required::Bounds { exception, .. }) => {
            format!("{people} {:?}", Some(exception.number))
        }
        (Found::Changed { nearest, missing, besides }, Required::FixedUnits { .. }) => {
            let nearest = nearest.as_ref().map(|zone| zone.zone.index());
            format!("{nearest:?} -{:?} +{:?}", units(missing), units(besides))
        }
        pair => format!("unexpected {pair:?}"),
    };
    (finding.rule.to_owned(), subject(&finding.subject), what)
}

/// A check the audit left open.
pub fn left_open(open: &NotChecked) -> Verdict {
    let why = match &open.why {
        Why::PartPopulationUnknown(labels) | Why::PartBordersUnknown(labels) => {
            format!("{:?}", units(labels))
        }
        why => format!("unexpected {why:?}"),
    };
    (open.rule.to_owned(), subject(&open.subject), why)
}

fn units(labels: &[UnitLabel]) -> Vec<usize> {
    labels.iter().map(|label| label.unit.index()).collect()
}

fn zones(labels: &[ZoneLabel]) -> Vec<usize> {
    labels.iter().map(|label| label.zone.index()).collect()
}

fn subject(subject: &Subject) -> String {
    match subject {
        Subject::Plan => "plan".to_owned(),
        Subject::Unit(unit) => format!("u{}", unit.unit.index()),
        Subject::Zone(zone) => format!("z{}", zone.zone.index()),
        Subject::FixedZone(name) => name.clone(),
    }
}
