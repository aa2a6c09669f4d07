use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::facts::Facts;
use crate::record::Record;
use crate::rule::Need;
use crate::{Found, Required, Rule, Subject};
use zonewerk_core::plan::Holding;
use zonewerk_core::problem::FixedZone;
use zonewerk_core::problem::RuleId;
use zonewerk_core::territory::{UnitId, ZoneId};
use zonewerk_core::words::Words;

pub(super) static RULE: Rule = Rule {
    id: RuleId::FixedZoneChanged,
    summary: Words {
        en: "A zone that is given as fixed is a zone of the plan with exactly those units",
        nl: "Een zone die vastligt, is een zone van het plan met precies die eenheden",
    },
    explanation: Words {
        en: "The scenario gives the zone, with its reason. The units decide, not the name: a plan \
             may call it as it likes.",
        nl: "Het scenario geeft de zone, met de reden. De eenheden beslissen, niet de naam: een \
             plan mag ze noemen zoals het wil.",
    },
    needs: &[Need::Units],
    check,
};

fn check(facts: &Facts, record: &mut Record) {
    for fixed in &facts.problem.fixed_zones {
        let units: BTreeSet<UnitId> = fixed.units.iter().copied().collect();
        let nearest = nearest_zone(facts, &units);
        let (whole, all) = nearest.map_or_else(Default::default, |zone| {
            let contents = &facts.contents[zone];
            (contents.whole.clone(), contents.units())
        });
        let missing = facts.units(units.difference(&whole));
        let besides = facts.units(all.difference(&units));
        if !missing.is_empty() || !besides.is_empty() {
            let evidence: Vec<UnitId> = missing.iter().chain(&besides).map(|label| label.unit).collect();
            let nearest = nearest.map(|zone| facts.zone_label(zone));
            let found = Found::Changed { nearest, missing, besides };
            record.finding(Subject::FixedZone(fixed.name.clone()), found, required(fixed), evidence);
        }
    }
}

/// The zone that has the most of these units whole; among equals the one with the fewest
/// units besides, and of those the first.
fn nearest_zone(facts: &Facts, units: &BTreeSet<UnitId>) -> Option<ZoneId> {
    let mut shared: BTreeMap<ZoneId, usize> = BTreeMap::new();
    for &unit in units {
        let zones = facts.plan.holdings.get(unit).map(Holding::zones).unwrap_or_default();
        let has_whole =
            |zone: &ZoneId| facts.contents.get(*zone).is_some_and(|contents| contents.whole.contains(&unit));
        for zone in zones.into_iter().filter(has_whole) {
            *shared.entry(zone).or_default() += 1;
        }
    }
    let besides = |zone: ZoneId| facts.contents[zone].units().difference(units).count();
    let nearest =
        shared.into_iter().max_by_key(|&(zone, held)| (held, Reverse(besides(zone)), Reverse(zone)));
    nearest.map(|(zone, _)| zone)
}

fn required(fixed: &FixedZone) -> Required {
    Required::FixedUnits { units: fixed.units.len(), reason: fixed.reason.clone() }
}
