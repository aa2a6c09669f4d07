use super::{Drifted, listed, told, zone_name};
use crate::document::Block;
use zonewerk_core::drift::{Drift, Fate, StatusChange};
use zonewerk_core::territory::ZoneId;
use zonewerk_core::words::{Language, date, say};

/// What happens from date to date, an item each; and what is to be known of it.
pub(super) fn counts(drifted: &Drifted, drift: &Drift, language: Language) -> Vec<Block> {
    let items = drift.dates.iter().enumerate().map(|(place, &day)| {
        let said = match place {
            0 => {
                let outside = drift.outside(0);
                let names = zones(drifted, drift, &outside, 0, language);
                say!(language, "drift-outside", zones = outside.len(), names = names)
            }
            _ => changes(drifted, drift, place, language),
        };
        say!(language, "drift-date", date = date(language, day), said = said)
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
    for change in [StatusChange::Leaves, StatusChange::Enters] {
        let changed = drift.changed(place, change);
        let (number, names) = (changed.len(), zones(drifted, drift, &changed, place, language));
        match change {
            _ if number == 0 => {}
            StatusChange::Leaves => said.push(say!(language, "drift-leave", zones = number, names = names)),
            StatusChange::Enters => said.push(say!(language, "drift-enter", zones = number, names = names)),
        }
    }
    if said.is_empty() { say!(language, "drift-unchanged") } else { said.join("; ") }
}

/// Zones with their inhabitants at the date of a place.
fn zones(drifted: &Drifted, drift: &Drift, zones: &[ZoneId], place: usize, language: Language) -> String {
    let named = |&zone: &ZoneId| {
        let point = drift.zones[zone].course()?.points.get(place)?;
        Some(told(zone_name(drifted.plan, zone), point, language))
    };
    let names: Vec<String> = zones.iter().filter_map(named).collect();
    listed(&names, language)
}

/// The zones with other bounds than those of the profile, at the last count.
fn excepted(drifted: &Drifted, drift: &Drift, language: Language) -> Option<String> {
    let has_own = |zone: &ZoneId| {
        let last = drift.zones[*zone].course().and_then(|course| course.points.last());
        last.is_some_and(|point| point.bounds != drift.bounds)
    };
    let zones = drift.zones.ids().filter(has_own);
    let names: Vec<String> = zones.map(|zone| zone_name(drifted.plan, zone).to_owned()).collect();
    (!names.is_empty()).then(|| say!(language, "drift-exceptions", zones = listed(&names, language)))
}

/// The zones of which the inhabitants are not known, a sentence each.
fn not_known(drifted: &Drifted, drift: &Drift, language: Language) -> Vec<String> {
    let territory = &drifted.scenario.territory;
    let told = |(zone, fate): (ZoneId, &Fate)| {
        let Fate::NotKnown(units) = fate else { return None };
        let units: Vec<String> = units.iter().map(|&unit| territory.unit(unit).name.clone()).collect();
        let why = say!(language, "why-part-population-unknown", units = listed(&units, language));
        Some(say!(language, "drift-not-known", zone = zone_name(drifted.plan, zone), why = why))
    };
    drift.zones.iter().map(|(id, zone)| (id, &zone.fate)).filter_map(told).collect()
}
