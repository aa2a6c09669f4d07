//! Findings in the graph: units without a neighbour, parts of the map that are not connected,
//! units of several parts.

use std::collections::BTreeMap;

use geo::{Area, InteriorPoint, MultiPolygon};
use petgraph::unionfind::UnionFind;

use super::area_measures::AreaSize;
use super::map_checkup::{Placing, named};
use super::map_finding::{FindingWeight, MapFinding};
use crate::Survey;
use zonewerk_core::graph::{Graph, Suggestion, components, suggestions};
use zonewerk_core::territory::{IdVec, LinkChange, UnitId};

/// The suggestion of each component, by its unit: there is one for each.
type Nearest<'a> = BTreeMap<UnitId, &'a Suggestion>;

/// Units without a neighbour, and components beside the largest.
pub(super) fn apart(survey: &Survey, graph: &Graph, place: &Placing) -> Vec<MapFinding> {
    let units: Vec<UnitId> = graph.units().collect();
    let has_shape = |unit: &UnitId| !survey.topology.shape(*unit).is_empty();
    let mut parts = components(graph, &units);
    parts.retain(|part| part.iter().any(has_shape));
    // The largest, the first of equals, is the map itself.
    let largest = (0..parts.len()).max_by_key(|&part| (parts[part].len(), parts.len() - part));
    let nearest = suggestions(&survey.topology, graph, &survey.territory);
    let nearest: Nearest = nearest.iter().map(|suggestion| (suggestion.unit, suggestion)).collect();
    let mut found: Vec<MapFinding> = Vec::new();
    for (number, part) in parts.iter().enumerate() {
        let is_alone = part.len() == 1 && graph.neighbours(part[0]).is_empty() && units.len() > 1;
        if is_alone {
            found.push(alone(survey, part[0], &nearest, place));
        } else if Some(number) != largest {
            found.push(component(survey, part, parts.len(), &nearest, place));
        }
    }
    found.extend(linked(survey, graph, place));
    found
}

fn alone(survey: &Survey, unit: UnitId, nearest: &Nearest, place: &Placing) -> MapFinding {
    let near = nearest.get(&unit);
    let (hint, distance_m) = match near {
        None => (String::new(), None),
        Some(near) => {
            let other = named(&survey.territory, near.nearest);
            let hint = format!("; nearest is {} {} at {:.0} m", other.code, other.name, near.distance_m);
            (hint, Some(near.distance_m))
        }
    };
    let effect = "it can be in no zone with another unit, until a link is declared";
    let finding = MapFinding::problem("no-neighbour", format!("no border with any unit{hint}"), effect);
    let mut finding = finding.about(vec![named(&survey.territory, unit)]);
    finding.size.distance_m = distance_m;
    place.put(finding, inside(survey, unit))
}

fn component(
    survey: &Survey,
    part: &[UnitId],
    parts: usize,
    nearest: &Nearest,
    place: &Placing,
) -> MapFinding {
    let near = part.iter().find_map(|unit| nearest.get(unit));
    let hint = near.map_or(String::new(), |near| {
        let [from, to] = [near.unit, near.nearest].map(|unit| named(&survey.territory, unit));
        format!(
            "; {} {} is nearest to {} {}, at {:.0} m",
            from.code, from.name, to.code, to.name, near.distance_m
        )
    });
    let found =
        format!("{} units that no border joins to the rest, one of {parts} such parts{hint}", part.len());
    let effect = "no zone can reach across, until a link is declared";
    let units = part.iter().map(|&unit| named(&survey.territory, unit)).collect();
    let mut finding = MapFinding::problem("several-components", found, effect).about(units);
    finding.size.count = Some(part.len());
    finding.size.distance_m = near.map(|near| near.distance_m);
    place.put(finding, inside(survey, part[0]))
}

/// Units that have a neighbour only because a link says so.
fn linked(survey: &Survey, graph: &Graph, place: &Placing) -> Vec<MapFinding> {
    let added = survey.territory.links.iter().filter(|link| link.change == LinkChange::Add);
    let told = |link: &zonewerk_core::territory::Link| {
        let alone = |unit: &UnitId| graph.neighbours(*unit).iter().all(|neighbour| neighbour.border_m == 0);
        let [one, other] = link.between;
        let unit = [one, other].into_iter().find(alone)?;
        let to = named(&survey.territory, if unit == one { other } else { one });
        let found = format!("no border with any unit; linked to {} {}: {}", to.code, to.name, link.reason);
        let finding = MapFinding::problem("no-neighbour", found, "neighbours by the declared link");
        let finding =
            MapFinding { weight: FindingWeight::Note, ..finding.about(vec![named(&survey.territory, unit)]) };
        Some(place.put(finding, inside(survey, unit)))
    };
    added.filter_map(told).collect()
}

fn inside(survey: &Survey, unit: UnitId) -> Option<geo::Coord<f64>> {
    survey.topology.source_geometry(unit).interior_point().map(|point| point.0)
}

/// Units of several parts. `shapes` are those of the files. Parts that touch where the map is cut
/// at 180 degrees are one.
pub(super) fn multipart(
    survey: &Survey,
    shapes: &IdVec<UnitId, MultiPolygon<f64>>,
    place: &Placing,
) -> Vec<MapFinding> {
    let contacts = survey.unit_topology().seam_contacts();
    let told = |(unit, shape): (UnitId, &MultiPolygon<f64>)| {
        if shape.0.len() < 2 {
            return None;
        }
        let mut joined = UnionFind::<usize>::new(shape.0.len());
        for [(west, from), (east, to)] in contacts.iter().map(|contact| contact.parts) {
            if west == unit && east == unit {
                joined.union(from, to);
            }
        }
        let mut by_part: BTreeMap<usize, f64> = BTreeMap::new();
        for (part, polygon) in shape.iter().enumerate() {
            *by_part.entry(joined.find(part)).or_default() += AreaSize::of(polygon, &survey.ground).area_m2;
        }
        if by_part.len() < 2 {
            return None;
        }
        let mut areas: Vec<f64> = by_part.into_values().collect();
        areas.sort_by(f64::total_cmp);
        let total: f64 = areas.iter().sum();
        let largest = areas.last().copied().unwrap_or(0.0);
        let found = format!(
            "{} parts; the largest has {:.1} % of the area, the smallest {:.0} m2",
            areas.len(),
            100.0 * largest / total,
            areas[0]
        );
        let effect = "one unit in the graph: a zone may be contiguous through parts that are not";
        let mut finding =
            MapFinding::problem("multipart-unit", found, effect).about(vec![named(&survey.units, unit)]);
        finding.size.area_m2 = Some(total - largest);
        finding.size.count = Some(areas.len());
        let smallest = shape.iter().min_by(|a, b| a.unsigned_area().total_cmp(&b.unsigned_area()));
        let at = smallest.and_then(InteriorPoint::interior_point).map(|point| point.0);
        Some(place.put(finding, at))
    };
    shapes.iter().filter_map(told).collect()
}
