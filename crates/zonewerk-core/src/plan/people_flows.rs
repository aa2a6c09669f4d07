use super::{Plan, Stay, stays};
use crate::territory::{Territory, UnitId, ZoneId};

/// People of one unit who lie in one place in a base plan, and in one place in another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PeopleFlow {
    /// The unit they live in.
    pub unit: UnitId,
    /// Their zone in the base plan; none where it leaves them out.
    pub from: Option<ZoneId>,
    /// Their zone in the other plan; none where it leaves them out.
    pub to: Option<ZoneId>,
    /// How many they are, where known.
    pub people: Option<u64>,
}

/// Where the people of every unit lie in both plans, in the order of the units.
///
/// Of a unit that both plans divide, parts of one name are the same people. The parts that are
/// left go together where they lie in one zone in one of the plans; else nobody can say where
/// they came from, and they come from no zone.
pub fn flows(territory: &Territory, base: &Plan, plan: &Plan) -> Vec<PeopleFlow> {
    let ids = territory.units().ids();
    ids.flat_map(|unit| of_unit(unit, stays(territory, base, unit), stays(territory, plan, unit))).collect()
}

fn of_unit(unit: UnitId, mut before: Vec<Stay<'_>>, mut after: Vec<Stay<'_>>) -> Vec<PeopleFlow> {
    let flow = |from: Option<ZoneId>, to: Option<ZoneId>, people| PeopleFlow { unit, from, to, people };
    let mut flows = Vec::new();
    if before.len() > 1 && after.len() > 1 {
        after.retain(|new| {
            let Some(place) = before.iter().position(|old| old.part == new.part) else { return true };
            let old = before.remove(place);
            flows.push(flow(old.zone, new.zone, new.people.or(old.people)));
            false
        });
    }
    match (one_zone(&before), one_zone(&after)) {
        (_, Some(to)) if before.len() > 1 => {
            flows.extend(before.iter().map(|old| flow(old.zone, to, old.people)));
        }
        (Some(from), _) => flows.extend(after.iter().map(|new| flow(from, new.zone, new.people))),
        (None, _) => {
            flows.extend(after.iter().map(|new| flow(None, new.zone, new.people)));
            if after.is_empty() {
                flows.extend(before.iter().map(|old| flow(old.zone, None, old.people)));
            }
        }
    }
    flows
}

/// The one zone, or none, that all of these lie in; `None` where there are several, or nobody.
fn one_zone(stays: &[Stay<'_>]) -> Option<Option<ZoneId>> {
    let (first, others) = stays.split_first()?;
    others.iter().all(|stay| stay.zone == first.zone).then_some(first.zone)
}
