use super::facts::Facts;
use super::record::Record;
use super::{Found, Required, Subject, Why};
use zonewerk_core::problem::{CountBounds, PopulationBounds};

/// One end of population bounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    Minimum,
    Maximum,
}

impl End {
    /// What the bound asks of that many inhabitants, where they break it.
    fn broken(self, bounds: PopulationBounds, people: u64) -> Option<Required> {
        match self {
            Self::Minimum => (people < bounds.minimum()).then_some(Required::Minimum(bounds.minimum())),
            Self::Maximum => bounds.maximum().filter(|most| people > *most).map(Required::Maximum),
        }
    }
}

/// Judges each zone by one end of the ordinary bounds. A zone with bounds of its own may
/// break them within those, and is left to the rules on exceptions until those have ended.
pub(super) fn judge_zones(end: End, record: &mut Record) {
    let facts = record.facts;
    let bounds = facts.problem.profile.zone.population;
    for zone in facts.inhabited_zones() {
        let contents = &facts.contents[zone];
        let people = match facts.population(contents) {
            Ok(people) => people,
            Err(units) => {
                record.not_checked(facts.zone(zone), Why::PartPopulationUnknown(units));
                continue;
            }
        };
        let Some(required) = end.broken(bounds, people) else { continue };
        let (subject, found) = (facts.zone(zone), Found::Inhabitants(people));
        let is_waived = facts.waiver(record.rule.id, &subject).is_some_and(|place| facts.is_leave(place));
        match facts.bounds_exception(zone) {
            // Bounds that have ended let nothing pass that another exception lets pass still.
            Some((place, own)) if is_within(own, people) && !(facts.is_over(place) && is_waived) => {
                record.allowed(place, subject, found, required, contents.units());
            }
            Some((place, _)) if !facts.is_over(place) => {}
            _ => record.finding(subject, found, required, contents.units()),
        }
    }
}

/// Judges each region by one end of its bounds.
pub(super) fn judge_regions(end: End, record: &mut Record) {
    let facts: &Facts = record.facts;
    let except = facts.territory.find_all(&record.setting.except);
    for (name, region) in &facts.regions {
        let units = region.contents.units();
        if units.is_empty() || !units.is_disjoint(&except) {
            continue;
        }
        let subject = Subject::Region((*name).to_owned());
        match facts.population(&region.contents) {
            Err(units) => record.not_checked(subject, Why::PartPopulationUnknown(units)),
            Ok(people) => {
                if let Some(required) = end.broken(facts.problem.profile.region.population, people) {
                    record.finding(subject, Found::Inhabitants(people), required, units);
                }
            }
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
