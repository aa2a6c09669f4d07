use crate::bounds_capacity::Capacity;
use crate::finding_record::Record;
use crate::plan_facts::Facts;
use crate::{Found, Required, Rule, Subject};
use zonewerk_core::problem::CountBounds;
use zonewerk_core::problem::RuleId;
use zonewerk_core::words::Words;

pub(super) static RULE: Rule = Rule {
    id: RuleId::RegionBoundsContradict,
    summary: Words {
        en: "The population bounds and the numbers of regions and zones can be kept together",
        nl: "De inwonersgrenzen en de aantallen regio's en zones kunnen samen nageleefd worden",
    },
    explanation: Words {
        en: "Arithmetic on the rules themselves, whatever the plan. A fixed zone that holds an \
             excepted unit is a region by itself, whatever its size; all other people must fit in \
             the other regions, and the zones of all regions together must be as many as the \
             zones may be.",
        nl: "Rekenkunde over de regels zelf, los van het plan. Een vaste zone met een \
             uitgezonderde eenheid is op zichzelf een regio, hoe groot ook; alle andere inwoners \
             moeten in de andere regio's passen, en de zones van alle regio's samen moeten er \
             zoveel zijn als er zones mogen zijn.",
    },
    needs: &[],
    check,
};

fn check(facts: &Facts, record: &mut Record) {
    let profile = &facts.problem.profile;
    let except = facts.territory.find_all(&record.setting.except);
    let fixed = facts.problem.fixed_zones.iter();
    let alone = fixed.filter(|zone| zone.units.iter().any(|unit| except.contains(unit)));
    let capacity = Capacity {
        bounds: profile.region.population,
        count: profile.region.count,
        given: alone.map(|zone| facts.inhabitants(zone.units.iter().copied())).collect(),
        permitted: Vec::new(),
        people: facts.inhabitants(facts.territory.units().ids()),
    };
    let alone = capacity.given.len() as u64;
    for (found, required) in capacity.contradictions().into_iter().chain(zones_of_regions(facts, alone)) {
        record.finding(Subject::RuleSet(profile.name.clone()), found, required, []);
    }
}

/// The zones that all regions can have at most, or must have at least, where the plan needs
/// more or may not have so many. Regions that are `alone` have one zone each.
fn zones_of_regions(facts: &Facts, alone: u64) -> Vec<(Found, Required)> {
    let (zone, region) = (facts.problem.profile.zone, facts.problem.profile.region);
    let zones_of = |regions: u64, each: u64| {
        let alone = alone.min(regions);
        alone.saturating_add((regions - alone).saturating_mul(each))
    };
    let mut found = Vec::new();
    if let (Some(regions), Some(each), Some(needed)) =
        (region.count.maximum(), region.zones.maximum(), zone.count.minimum())
    {
        let zones = zones_of(regions, each);
        if let Some(bounds) = CountBounds::new(Some(needed), None).filter(|_| zones < needed) {
            found.push((Found::ZonesOfRegions { regions, zones }, Required::ZonesInAll(bounds)));
        }
    }
    if let (Some(regions), Some(each), Some(allowed)) =
        (region.count.minimum(), region.zones.minimum(), zone.count.maximum())
    {
        let zones = zones_of(regions, each);
        if let Some(bounds) = CountBounds::new(None, Some(allowed)).filter(|_| zones > allowed) {
            found.push((Found::ZonesOfRegions { regions, zones }, Required::ZonesInAll(bounds)));
        }
    }
    found
}
