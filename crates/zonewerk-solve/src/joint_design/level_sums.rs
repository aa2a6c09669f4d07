//! What sums say of regions and zones together: `r` regions of `z` to `y` zones each need `r z`
//! zones and take `r y` at most, and so with their inhabitants. Asked only where no exception
//! and no rule's `except` is about regions.

use super::region_needs::Needs;
use crate::objective_steps::Question;
use crate::zone_count::{self, ZoneCountRange};
use crate::{Infeasibility, LevelSums};

/// Proved: no number of regions fits both what regions must have and the zones that there may be.
pub(super) fn before_listing(question: Question<'_>, needs: &Needs<'_>) -> Option<Infeasibility> {
    let units = question.territory.units().len();
    if needs.is_lenient() || units == 0 {
        return None;
    }
    let ZoneCountRange { fewest: fewest_zones, most: most_zones } = zone_count::asked_numbers(question)?;
    let (each, region) = (needs.zones(), needs.population());
    let people = question.territory.population(question.graph.units());
    let least_each = each.minimum().unwrap_or(1).max(1);
    let most_each = each.maximum().unwrap_or(u64::MAX);
    let rules = &question.requirements.zones;
    let zone = rules.bounds();
    // A zone by exception may have other bounds.
    let (least_zone, most_zone) = if rules.have_no_exception() {
        (zone.minimum(), zone.maximum().unwrap_or(u64::MAX))
    } else {
        (0, u64::MAX)
    };
    let least_people = region.minimum().max(least_each.saturating_mul(least_zone));
    let most_people = region.maximum().unwrap_or(u64::MAX).min(most_each.saturating_mul(most_zone));
    let asked = question.requirements.regions.count;
    let by_people = match most_people {
        0 if people > 0 => u64::MAX,
        0 => 1,
        most => people.div_ceil(most),
    };
    let by_zones = if most_each == 0 { u64::MAX } else { fewest_zones.div_ceil(most_each) };
    let fewest = asked.minimum().unwrap_or(1).max(1).max(by_people).max(by_zones);
    let most = people
        .checked_div(least_people)
        .unwrap_or(u64::MAX)
        .min(most_zones / least_each)
        .min(asked.maximum().unwrap_or(u64::MAX));
    let zones = (fewest_zones, most_zones);
    let sums = LevelSums { asked, population: people, region, each, zone, zones };
    (fewest > most || least_people > most_people).then_some(Infeasibility::LevelsContradict(sums))
}
