use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use pathfinding::prelude::{Matrix, kuhn_munkres};

use super::{PeopleFlow, Plan, flows};
use crate::territory::{Id, IdVec, Territory, UnitId, ZoneId};

/// More zones than this, tangled into each other, take too long to match for the most inhabitants.
const MOST_ZONES_MATCHED: usize = 1_500;

/// Which zone of a plan continues which zone of a base plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matching {
    /// For each zone of the plan, the zone of the base plan that it continues.
    pub base_of: IdVec<ZoneId, Option<ZoneId>>,
    /// For each zone of the base plan, the zone that continues it.
    pub heir_of: IdVec<ZoneId, Option<ZoneId>>,
    /// Where the inhabitants of every unit lie in both plans, in the order of the units.
    pub flows: Vec<PeopleFlow>,
    staying: IdVec<ZoneId, u64>,
    base_people: IdVec<ZoneId, u64>,
}

/// How much of a unit does not stay with its zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moved {
    /// All of it.
    Wholly,
    /// Some of its parts.
    Partly,
}

/// Matches each zone of a plan with at most one zone of a base plan, and each of those with at
/// most one zone, such that the most people stay with their zone (Kuhn 1955, "The Hungarian
/// method for the assignment problem"). Among equals the most units and parts of units stay,
/// then the most zones keep their name. Zones that have no unit in common stay unmatched. Of
/// more than 1,500 zones that overlap each other in a row, the pairs with the most inhabitants are
/// taken first, which may keep fewer inhabitants in all.
///
/// Both plans are over the units of the territory. Inhabitants of parts whose population is not
/// known do not count, but their parts do.
pub fn match_zones(territory: &Territory, base: &Plan, plan: &Plan) -> Matching {
    let flows = flows(territory, base, plan);
    let mut shared: BTreeMap<(ZoneId, ZoneId), SharedPeople> = BTreeMap::new();
    let mut base_people = IdVec::filled(0, base.zones.len());
    for flow in &flows {
        if let Some(from) = flow.from {
            base_people[from] += flow.people.unwrap_or(0);
        }
        if let (Some(from), Some(to)) = (flow.from, flow.to) {
            let pair = shared.entry((to, from)).or_default();
            pair.people += flow.people.unwrap_or(0);
            pair.units += 1;
        }
    }
    // One number orders pairs by inhabitants, then by units, then by name.
    let most = (2 * flows.len() + plan.zones.len() + 1) as i128;
    let weight = |(&(zone, before), shared): (&(ZoneId, ZoneId), &SharedPeople)| {
        let is_named_alike = plan.zones[zone].name == base.zones[before].name;
        let among_equals = 2 * shared.units as i128 + i128::from(is_named_alike);
        (zone, before, i128::from(shared.people) * most + among_equals)
    };
    let weights: Vec<WeightedPair> = shared.iter().map(weight).collect();
    let mut matching = Matching {
        base_of: IdVec::filled(None, plan.zones.len()),
        heir_of: IdVec::filled(None, base.zones.len()),
        staying: IdVec::filled(0, base.zones.len()),
        flows,
        base_people,
    };
    for tangle in tangles(&weights, plan.zones.len()) {
        for (zone, before) in most_staying(&tangle) {
            matching.base_of[zone] = Some(before);
            matching.heir_of[before] = Some(zone);
            matching.staying[before] = shared.get(&(zone, before)).map_or(0, |shared| shared.people);
        }
    }
    matching
}

#[derive(Clone, Copy, Debug, Default)]
struct SharedPeople {
    people: u64,
    units: usize,
}

/// A zone of the plan, one of the base plan that it overlaps, and how much the pair is worth.
type WeightedPair = (ZoneId, ZoneId, i128);

/// The pairs in groups that have no zone in common, each as they were ordered.
fn tangles(weights: &[WeightedPair], zones: usize) -> Vec<Vec<WeightedPair>> {
    let mut of_base: BTreeMap<ZoneId, Vec<usize>> = BTreeMap::new();
    let mut of_zone = vec![Vec::new(); zones];
    for (place, (zone, before, _)) in weights.iter().enumerate() {
        of_base.entry(*before).or_default().push(place);
        of_zone[zone.index()].push(place);
    }
    let mut taken = vec![false; weights.len()];
    let mut tangles = Vec::new();
    for start in 0..weights.len() {
        let mut places = Vec::new();
        let mut next = vec![start];
        while let Some(place) = next.pop() {
            if !std::mem::replace(&mut taken[place], true) {
                let (zone, before, _) = weights[place];
                places.push(place);
                // Emptied when followed, so each list is followed once.
                next.append(&mut of_zone[zone.index()]);
                next.extend(of_base.remove(&before).unwrap_or_default());
            }
        }
        places.sort_unstable();
        if !places.is_empty() {
            tangles.push(places.into_iter().map(|place| weights[place]).collect());
        }
    }
    tangles
}

/// The pairs that are worth the most together.
fn most_staying(tangle: &[WeightedPair]) -> Vec<(ZoneId, ZoneId)> {
    let zones: BTreeSet<ZoneId> = tangle.iter().map(|&(zone, ..)| zone).collect();
    let bases: BTreeSet<ZoneId> = tangle.iter().map(|&(_, before, _)| before).collect();
    let [zones, bases] = [zones, bases].map(Vec::from_iter);
    if zones.len().max(bases.len()) > MOST_ZONES_MATCHED {
        return largest_first(tangle);
    }
    let turned = zones.len() > bases.len();
    let (rows, columns) = if turned { (&bases, &zones) } else { (&zones, &bases) };
    let mut worth = Matrix::new(rows.len(), columns.len(), 0_i128);
    for &(zone, before, weight) in tangle {
        let (row, column) = if turned { (before, zone) } else { (zone, before) };
        if let (Ok(row), Ok(column)) = (rows.binary_search(&row), columns.binary_search(&column)) {
            worth[(row, column)] = weight;
        }
    }
    let (_, chosen) = kuhn_munkres(&worth);
    let pairs = chosen.into_iter().enumerate().filter(|&place| worth[place] > 0);
    pairs
        .map(|(row, column)| if turned { (columns[column], rows[row]) } else { (rows[row], columns[column]) })
        .collect()
}

fn largest_first(tangle: &[WeightedPair]) -> Vec<(ZoneId, ZoneId)> {
    let mut pairs = tangle.to_vec();
    pairs.sort_by_key(|&(zone, before, weight)| (Reverse(weight), zone, before));
    let (mut zones, mut bases) = (BTreeSet::new(), BTreeSet::new());
    pairs.retain(|(zone, before, _)| {
        let is_free = !zones.contains(zone) && !bases.contains(before);
        if is_free {
            zones.insert(*zone);
            bases.insert(*before);
        }
        is_free
    });
    pairs.into_iter().map(|(zone, before, _)| (zone, before)).collect()
}

impl Matching {
    /// People who stay with a zone of the base plan.
    pub fn staying_with(&self, base: ZoneId) -> u64 {
        self.staying[base]
    }

    /// People who stay with their zone.
    pub fn people_staying(&self) -> u64 {
        self.staying.values().sum()
    }

    /// The zone that continues a zone of the base plan with more than half of its inhabitants.
    pub fn main_heir_of(&self, base: ZoneId) -> Option<ZoneId> {
        let most_stay = u128::from(self.staying[base]) * 2 > u128::from(self.base_people[base]);
        self.heir_of[base].filter(|_| most_stay)
    }

    /// Whether these people do not stay with their zone: the zone they lie in is not the one
    /// that continues theirs. Who lies in no zone in both plans stays.
    pub fn is_moved(&self, flow: &PeopleFlow) -> bool {
        match (flow.from, flow.to) {
            (None, None) => false,
            (Some(from), Some(to)) => self.heir_of[from] != Some(to),
            (Some(_), None) | (None, Some(_)) => true,
        }
    }

    /// People who do not stay with their zone, as far as known.
    pub fn people_moved(&self) -> u64 {
        let moved = self.flows.iter().filter(|flow| self.is_moved(flow));
        moved.filter_map(|flow| flow.people).sum()
    }

    /// The units that do not stay with their zone, wholly or in part.
    pub fn units_moved(&self) -> BTreeMap<UnitId, Moved> {
        let mut of_unit: BTreeMap<UnitId, (usize, usize)> = BTreeMap::new();
        for flow in &self.flows {
            let (moved, all) = of_unit.entry(flow.unit).or_default();
            *moved += usize::from(self.is_moved(flow));
            *all += 1;
        }
        let moved = of_unit.into_iter().filter(|(_, (moved, _))| *moved > 0);
        moved
            .map(|(unit, (moved, all))| (unit, if moved == all { Moved::Wholly } else { Moved::Partly }))
            .collect()
    }
}
