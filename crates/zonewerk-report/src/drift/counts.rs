use super::{Drifted, listed, told, zone_name};
use crate::document::Block;
use zonewerk_core::drift::{Change, Drift, Fate};
use zonewerk_core::territory::ZoneId;
use zonewerk_core::words::{Language, Value, date, say};

/// What happens from date to date, an item each; and what is to be known of it.
pub(super) fn counts(drifted: &Drifted, drift: &Drift, language: Language) -> Vec<Block> {
    let items = drift.dates.iter().enumerate().map(|(place, &day)| {
        let said = match place {
            0 => say(language, "drift-outside", &zones(drifted, drift, drift.outside(0), 0, language)),
            _ => changes(drifted, drift, place, language),
        };
        say(language, "drift-date", &[("date", date(language, day).into()), ("said", said.into())])
    });
    let mut blocks = vec![Block::List(items.collect())];
    let notes: Vec<String> =
        excepted(drifted, drift, language).into_iter().chain(not_known(drifted, drift, language)).collect();
    if !notes.is_empty() {
        blocks.push(Block::List(notes));
    }
    blocks
}

fn changes(drifted: &Drifted, drift: &Drift, place: usize, language: Language) -> String {
    let mut said = Vec::new();
    for (change, message) in [(Change::Leaves, "drift-leave"), (Change::Enters, "drift-enter")] {
        let changed = drift.changed(place, change);
        if !changed.is_empty() {
            said.push(say(language, message, &zones(drifted, drift, changed, place, language)));
        }
    }
    if said.is_empty() { say(language, "drift-unchanged", &[]) } else { said.join("; ") }
}

/// Zones with their inhabitants at the date of a place, as the values of a sentence.
fn zones(
    drifted: &Drifted,
    drift: &Drift,
    zones: Vec<ZoneId>,
    place: usize,
    language: Language,
) -> [(&'static str, Value); 2] {
    let named = |&zone: &ZoneId| {
        let point = drift.zones[zone].course()?.points.get(place)?;
        Some(told(zone_name(drifted.plan, zone), point, language))
    };
    let names: Vec<String> = zones.iter().filter_map(named).collect();
    [("zones", zones.len().into()), ("names", listed(&names, language).into())]
}

/// The zones with other bounds than those of the profile, at the last count.
fn excepted(drifted: &Drifted, drift: &Drift, language: Language) -> Option<String> {
    let has_own = |zone: &ZoneId| {
        let last = drift.zones[*zone].course().and_then(|course| course.points.last());
        last.is_some_and(|point| point.bounds != drift.bounds)
    };
    let zones = drift.zones.ids().filter(has_own);
    let names: Vec<String> = zones.map(|zone| zone_name(drifted.plan, zone).to_owned()).collect();
    let values = [("zones", listed(&names, language).into())];
    (!names.is_empty()).then(|| say(language, "drift-exceptions", &values))
}

/// The zones of which the inhabitants are not known, a sentence each.
fn not_known(drifted: &Drifted, drift: &Drift, language: Language) -> Vec<String> {
    let territory = &drifted.scenario.territory;
    let told = |(zone, fate): (ZoneId, &Fate)| {
        let Fate::NotKnown(units) = fate else { return None };
        let units: Vec<String> = units.iter().map(|&unit| territory.unit(unit).name.clone()).collect();
        let why = say(language, "why-part-population-unknown", &[("units", listed(&units, language).into())]);
        let values = [("zone", zone_name(drifted.plan, zone).into()), ("why", why.into())];
        Some(say(language, "drift-not-known", &values))
    };
    drift.zones.iter().map(|(id, zone)| (id, &zone.fate)).filter_map(told).collect()
}
