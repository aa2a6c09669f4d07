use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::audit::facts::Facts;
use crate::audit::rule::{Reads, Record, Rule};
use crate::audit::rules::sources::SCENARIO;
use crate::audit::{Found, Required, Severity, Subject, ZoneLabel};
use crate::plan::Holding;
use crate::problem::FixedZone;
use crate::territory::{UnitId, ZoneId};

/// The units decide, not the name: a plan may call a fixed zone as it likes.
pub(super) static RULE: Rule = Rule {
    name: "fixed-zone-changed",
    summary: "A zone that is given as fixed is a zone of the plan with exactly those units",
    sources: &[SCENARIO],
    severity: Severity::Error,
    reads: Reads::Units,
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
            let nearest = nearest.map(|zone| ZoneLabel::new(facts.plan, zone));
            let found = Found::Changed { nearest, missing, besides };
            record.finding(Subject::FixedZone(fixed.name.clone()), found, required(fixed));
        }
    }
}

/// The zone that has the most of these units whole, the first among equals.
fn nearest_zone(facts: &Facts, units: &BTreeSet<UnitId>) -> Option<ZoneId> {
    let mut shared: BTreeMap<ZoneId, usize> = BTreeMap::new();
    for &unit in units {
        match facts.plan.holdings.get(unit) {
            Some(&Holding::Whole(zone)) if facts.plan.zones.get(zone).is_some() => {
                *shared.entry(zone).or_default() += 1;
            }
            _ => {}
        }
    }
    shared.into_iter().max_by_key(|&(zone, units)| (units, Reverse(zone))).map(|(zone, _)| zone)
}

fn required(fixed: &FixedZone) -> Required {
    Required::FixedUnits { units: fixed.units.len(), reason: fixed.reason.clone() }
}
