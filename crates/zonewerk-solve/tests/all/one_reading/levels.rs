//! Plans with the regions that are drawn: every way to put zones together to regions.

use zonewerk_core::graph::Graph;
use zonewerk_core::plan::Plan;
use zonewerk_core::territory::UnitId;

use super::verdict::partitions;

/// The region of each zone, by number; `None` for a zone in no region.
type OfZones = Vec<Option<usize>>;

/// Every way to put so many zones into regions, each zone into one or into none. Not none for all:
/// of a plan without regions the audit says that their rules were not checked.
pub fn ways(zones: usize) -> Vec<OfZones> {
    let mut all = Vec::new();
    partitions(&(0..zones).collect::<Vec<usize>>(), &mut Vec::new(), &mut |regions| {
        let mut of_zones = vec![None; zones];
        for (region, members) in regions.iter().enumerate() {
            members.iter().for_each(|&zone| of_zones[zone] = Some(region));
        }
        // A region of one zone, or none: counted here so that no way comes twice.
        let alone: Vec<usize> =
            regions.iter().filter(|zones| zones.len() == 1).map(|zones| zones[0]).collect();
        for subset in 0..1 << alone.len() {
            let mut way = of_zones.clone();
            let left_out = alone.iter().enumerate().filter(|(place, _)| subset >> place & 1 == 1);
            left_out.for_each(|(_, &zone)| way[zone] = None);
            if way.iter().any(Option::is_some) {
                all.push(way);
            }
        }
    });
    all
}

/// The plan with its zones in these regions.
pub fn in_regions(plan: &Plan, way: &OfZones) -> Plan {
    let mut plan = plan.clone();
    let ids: Vec<_> = plan.zones.ids().collect();
    for (&id, region) in ids.iter().zip(way) {
        plan.zones[id].regions = region.iter().map(|region| format!("r{region}")).collect();
    }
    plan
}

/// Whether each zone lies in a region, and each region grows from zone to adjoining zone.
pub fn are_drawn(graph: &Graph, zones: &[Vec<UnitId>], way: &OfZones) -> bool {
    let adjoin = |one: &[UnitId], other: &[UnitId]| {
        one.iter().any(|&unit| graph.neighbours(unit).iter().any(|next| other.contains(&next.unit)))
    };
    let regions = way.iter().flatten().max().map_or(0, |last| last + 1);
    let is_one = |region: usize| {
        let members: Vec<usize> = (0..zones.len()).filter(|&zone| way[zone] == Some(region)).collect();
        let mut reached: Vec<usize> = members.iter().copied().take(1).collect();
        let mut place = 0;
        while place < reached.len() {
            let from = &zones[reached[place]];
            let next: Vec<usize> = members
                .iter()
                .copied()
                .filter(|zone| !reached.contains(zone) && adjoin(from, &zones[*zone]))
                .collect();
            reached.extend(next);
            place += 1;
        }
        reached.len() == members.len()
    };
    way.iter().all(Option::is_some) && (0..regions).all(is_one)
}
