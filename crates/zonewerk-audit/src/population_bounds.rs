use super::Subject;
use super::counted_population::BoundEnd;
use super::finding_record::Record;
use super::plan_facts::Facts;
use zonewerk_core::problem::{CountBounds, PopulationBounds};

/// Judges each zone by one end of the ordinary bounds. A zone with bounds of its own may
/// break them within those, and is left to the rules on exceptions until those have ended.
pub(super) fn judge_zones(end: BoundEnd, record: &mut Record) {
    let facts = record.facts;
    let bounds = facts.problem.profile.zone.population;
    for zone in facts.inhabited_zones() {
        let contents = &facts.contents[zone];
        let people = facts.population(contents);
        let subject = facts.zone(zone);
        let Some((found, required)) = people.broken(end, bounds) else {
            if !people.is_exact() {
                record.not_checked(subject, people.why_unknown());
            }
            continue;
        };
        let is_waived = facts.waiver(record.rule.id, &subject).is_some_and(|place| facts.is_leave(place));
        let Some((place, own)) = facts.bounds_exception(zone) else {
            record.finding(subject, found, required, contents.units());
            continue;
        };
        let (is_over, is_outside) = (facts.is_over(place), people.outside(own).is_some());
        match is_outside {
            // Bounds that have ended let nothing pass that another exception lets pass still.
            false if people.is_exact() && !(is_over && is_waived) => {
                record.allowed(place, subject, found, required, contents.units());
            }
            false if !is_over => record.not_checked(subject, people.why_unknown()),
            true if !is_over => {}
            _ => record.finding(subject, found, required, contents.units()),
        }
    }
}

/// Judges each region by one end of its bounds.
pub(super) fn judge_regions(end: BoundEnd, record: &mut Record) {
    let facts: &Facts = record.facts;
    let except = facts.territory.find_all(&record.setting.except);
    for (name, region) in &facts.regions {
        let units = region.contents.units();
        if units.is_empty() || !units.is_disjoint(&except) {
            continue;
        }
        let subject = Subject::Region((*name).to_owned());
        let people = facts.population(&region.contents);
        match people.broken(end, facts.problem.profile.region.population) {
            Some((found, required)) => record.finding(subject, found, required, units),
            None if people.is_exact() => {}
            None => record.not_checked(subject, people.why_unknown()),
        }
    }
}

pub(super) fn is_within(bounds: PopulationBounds, people: u64) -> bool {
    people >= bounds.minimum() && bounds.maximum().is_none_or(|most| people <= most)
}

/// Whether so many keep to these bounds.
pub(super) fn is_count_within(bounds: CountBounds, count: usize) -> bool {
    let count = count as u64;
    bounds.minimum().is_none_or(|least| least <= count) && bounds.maximum().is_none_or(|most| count <= most)
}
