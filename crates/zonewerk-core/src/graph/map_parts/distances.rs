use geo::{Coord, Distance, Geodesic, GeodesicArea};
use rstar::RTree;

use super::{MapPart, MapParts};
use crate::graph::nearest::border_segment::BorderSegment;
use crate::graph::nearest::closest_segments::{ComponentOutline, SegmentPair, closest};
use crate::territory::{Id, UnitId};
use crate::topology::Topology;

/// Edges are straight in longitude and latitude; they are followed in steps of about a kilometre,
/// which a chord is less than a decimetre from.
const STEPS_A_DEGREE: f64 = 120.0;
const MOST_STEPS: f64 = 10_000.0;

impl MapParts {
    /// For each of several sets of parts, how far it lies from the nearest of the others: geodesic,
    /// in whole metres. `None` where shapes are not known, or there is one set.
    pub fn gaps_m(&self, sets: &[Vec<MapPart>]) -> Option<Vec<u64>> {
        let map = self.map.as_ref()?;
        let outlines: Vec<ComponentOutline> = sets
            .iter()
            .enumerate()
            .map(|(number, parts)| {
                let of_part = |&part: &MapPart| outline(self, map, part, part.0);
                ComponentOutline::new(number, parts.iter().flat_map(of_part).collect())
            })
            .collect();
        let all = RTree::bulk_load(outlines.clone());
        let gap = |one| closest(one, &all, None, &|_, _| false).map(|pair| distance_m(&pair));
        outlines.iter().map(gap).collect()
    }

    /// Square metres of parts together, on WGS 84 (Karney 2013); `None` where shapes are not known.
    pub fn area_m2(&self, parts: &[MapPart]) -> Option<u64> {
        let map = self.map.as_ref()?;
        let size = |&(unit, part): &MapPart| match self.several.get(&unit) {
            Some(sizes) => sizes[part],
            None => map.geometry(unit).geodesic_area_unsigned().round() as u64,
        };
        Some(parts.iter().map(size).sum())
    }

    /// The parts of two units that lie nearest to each other, of equals the first.
    pub(super) fn nearest(&self, a: UnitId, b: UnitId) -> Option<[usize; 2]> {
        let map = self.map.as_ref()?;
        let outline = |unit: UnitId, number: usize| {
            let of_part = |part: usize| outline(self, map, (unit, part), UnitId::new(part));
            ComponentOutline::new(number, (0..self.number(unit)).flat_map(of_part).collect())
        };
        let of_a = outline(a, 0);
        let both = RTree::bulk_load(vec![outline(b, 1)]);
        let pair = closest(&of_a, &both, None, &|_, _| false)?;
        Some([pair.near.unit.index(), pair.far.unit.index()])
    }
}

/// The segments of a part, under the number that the search is to name.
fn outline(parts: &MapParts, map: &Topology, (unit, part): MapPart, label: UnitId) -> Vec<BorderSegment> {
    let polygons = map.shape(unit).iter().enumerate();
    let of_part = polygons.filter(|(place, _)| parts.of_polygon(unit, *place) == part);
    let mut segments = Vec::new();
    for used in of_part.flat_map(|(_, rings)| rings.iter().flatten()) {
        for ends in map.arc(used.arc).windows(2) {
            segments.extend(steps([ends[0], ends[1]]).map(|step| BorderSegment::new(label, step)));
        }
    }
    segments
}

fn distance_m(pair: &SegmentPair<'_>) -> u64 {
    let [near, far] = [pair.near.point(pair.along[0]), pair.far.point(pair.along[1])];
    Geodesic.distance(near, far).round() as u64
}

fn steps([from, to]: [Coord<f64>; 2]) -> impl Iterator<Item = [Coord<f64>; 2]> {
    let way = to - from;
    let number = (way.x.abs().max(way.y.abs()) * STEPS_A_DEGREE).ceil().clamp(1.0, MOST_STEPS) as usize;
    let at = move |step: usize| if step == number { to } else { from + way * (step as f64 / number as f64) };
    (0..number).map(move |step| [at(step), at(step + 1)])
}
