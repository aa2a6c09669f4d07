//! Borders along 180 degrees. A map in degrees that goes over that meridian is cut there (RFC
//! 7946, 3.1.9): what lies at 180 degrees east lies at 180 degrees west too, and the cut is no
//! border. Stretches of both sides are compared by latitude, as no edge of one is one of the other.

use std::collections::{BTreeMap, BTreeSet};

use geo::{Coord, Distance, Geodesic, Point};

use super::Topology;
use crate::territory::UnitId;

/// Degrees around which longitudes begin anew.
pub(crate) const TURN_DEGREES: f64 = 180.0;

/// A point as a key: 180 degrees west are 180 degrees east, and -0 is 0.
pub(crate) fn point_key(point: Coord<f64>) -> [u64; 2] {
    let x = if point.x == -TURN_DEGREES { TURN_DEGREES } else { point.x + 0.0 };
    [x.to_bits(), (point.y + 0.0).to_bits()]
}

/// Degrees by which positions may miss the meridian: a centimetre.
const ON_THE_MERIDIAN: f64 = 1e-7;

/// Stretches up to so many metres are corners that were written with a few digits.
const CORNER_M: f64 = 0.02;

/// A part of a unit, by unit and place among its areas.
type UnitArea = (UnitId, usize);

/// Two parts of units that lie side by side along the meridian at 180 degrees.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SeamContact {
    /// Unit and area on the west of the meridian, and those on the east of it.
    pub parts: [UnitArea; 2],
    /// Metres of the meridian between them.
    pub length_m: f64,
}

/// A stretch of the meridian that a part borders.
struct MeridianStretch {
    part: UnitArea,
    /// Whether the part lies east of it.
    is_east: bool,
    low: f64,
    high: f64,
}

impl Topology {
    /// What touches over the meridian at 180 degrees where the map is cut, by parts.
    pub fn seam_contacts(&self) -> Vec<SeamContact> {
        let stretches = self.seam_stretches();
        let mut ends: Vec<f64> = stretches.iter().flat_map(|stretch| [stretch.low, stretch.high]).collect();
        ends.sort_by(f64::total_cmp);
        ends.dedup();
        let mut there: Vec<[BTreeSet<UnitArea>; 2]> = vec![Default::default(); ends.len()];
        for stretch in &stretches {
            let place = |latitude: f64| ends.partition_point(|end| end.total_cmp(&latitude).is_lt());
            for between in &mut there[place(stretch.low)..place(stretch.high)] {
                between[usize::from(stretch.is_east)].insert(stretch.part);
            }
        }
        let mut lengths: BTreeMap<[UnitArea; 2], f64> = BTreeMap::new();
        for (between, [west, east]) in ends.windows(2).zip(&there) {
            if west.is_empty() || east.is_empty() {
                continue;
            }
            let [low, high] = [between[0], between[1]].map(|latitude| Point::new(TURN_DEGREES, latitude));
            let length_m = Geodesic.distance(low, high);
            for &one in west {
                for &other in east {
                    *lengths.entry([one, other]).or_default() += length_m;
                }
            }
        }
        let long = lengths.into_iter().filter(|&(_, length_m)| length_m > CORNER_M);
        long.map(|(parts, length_m)| SeamContact { parts, length_m }).collect()
    }

    /// The stretches of the meridian at which a map ends, those of one side in one direction.
    fn seam_stretches(&self) -> Vec<MeridianStretch> {
        let is_on = |at: Coord<f64>| at.x.abs() >= TURN_DEGREES - ON_THE_MERIDIAN;
        if !self.arcs.values().flatten().any(|&at| is_on(at)) {
            return Vec::new();
        }
        let sides = self.sides();
        let mut found = Vec::new();
        for (unit, areas) in self.shapes.iter() {
            for (area, rings) in areas.iter().enumerate() {
                for used in rings.iter().flatten() {
                    let [left, right] = sides.of(used.arc);
                    if !left.is_empty() && !right.is_empty() {
                        continue;
                    }
                    for pair in self.arcs[used.arc].windows(2) {
                        let along = is_on(pair[0]) && is_on(pair[1]) && (pair[1].x - pair[0].x).abs() < 1.0;
                        if !along || pair[0].y == pair[1].y {
                            continue;
                        }
                        // The unit lies on the left of the arc as its ring runs.
                        let is_north = (pair[1].y > pair[0].y) != used.reversed;
                        let (low, high) = (pair[0].y.min(pair[1].y), pair[0].y.max(pair[1].y));
                        found.push(MeridianStretch { part: (unit, area), is_east: !is_north, low, high });
                    }
                }
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use geo::{MultiPolygon, Rect};

    use super::*;
    use crate::graph::{AdjacencyKind, GraphOptions, build};
    use crate::territory::Id;

    /// Units of rectangles: west, south, east, north.
    fn map(units: &[&[[f64; 4]]]) -> Topology {
        let rectangle =
            |&[west, south, east, north]: &[f64; 4]| Rect::new((west, south), (east, north)).to_polygon();
        let unit = |parts: &&[[f64; 4]]| MultiPolygon::new(parts.iter().map(rectangle).collect());
        Topology::from_polygons(units.iter().map(unit).collect())
    }

    fn contacts(map: &Topology) -> Vec<([(usize, usize); 2], i64)> {
        let part = |(unit, area): UnitArea| (unit.index(), area);
        let contact = |contact: &SeamContact| (contact.parts.map(part), contact.length_m.round() as i64);
        map.seam_contacts().iter().map(contact).collect()
    }

    #[test]
    fn parts_and_units_touch_where_the_map_is_cut() {
        let map = map(&[
            &[[179.9, 0.0, 180.0, 0.1], [-180.0, 0.0, -179.9, 0.1]],
            &[[179.9, 0.1, 180.0, 0.3]],
            &[[-180.0, 0.1, -179.9, 0.2]],
            &[[-180.0, 0.2, -179.9, 0.4]],
            &[[179.0, 0.0, 179.9, 0.1]],
        ]);
        let expected = [([(0, 0), (0, 1)], 11_057), ([(1, 0), (2, 0)], 11_057), ([(1, 0), (3, 0)], 11_057)];
        assert_eq!(contacts(&map), expected);
        let graph = build(&map, &GraphOptions::default());
        let borders: Vec<_> = graph.borders().map(|(a, b, m)| (a.index(), b.index(), m)).collect();
        let across = 11_132;
        assert_eq!(
            borders,
            [(0, 1, across), (0, 2, across), (0, 4, 11_057), (1, 2, 11_057), (1, 3, 11_057), (2, 3, across)]
        );
        // Nothing at 180 degrees is outer border, but for the last tenth of a degree.
        assert_eq!(graph.outer_m(UnitId::new(0)), 2 * across + 11_057);
        assert_eq!(graph.outer_m(UnitId::new(2)), 11_057);
        assert_eq!(graph.outer_m(UnitId::new(3)), across + 3 * 11_057 + 1);
    }

    #[test]
    fn a_corner_at_the_cut_is_a_point() {
        let map = map(&[&[[179.9, 0.0, 180.0, 0.1]], &[[-180.0, 0.1, -179.9, 0.2]]]);
        assert_eq!(contacts(&map), []);
        let pairs = |contiguity| {
            let options = GraphOptions { contiguity, ..GraphOptions::default() };
            build(&map, &options).pairs().count()
        };
        assert_eq!((pairs(AdjacencyKind::Rook), pairs(AdjacencyKind::Queen)), (0, 1));
    }

    #[test]
    fn poles_and_maps_elsewhere_have_no_seam() {
        let elsewhere = map(&[&[[4.0, 51.0, 5.0, 52.0]], &[[5.0, 51.0, 6.0, 52.0]]]);
        assert_eq!(contacts(&elsewhere), []);
        let caps = map(&[&[[-180.0, -90.0, 0.0, -60.0]], &[[0.0, -90.0, 180.0, -60.0]]]);
        assert_eq!(contacts(&caps).len(), 1);
        let world = map(&[&[[-180.0, -90.0, 180.0, 90.0]]]);
        assert_eq!(contacts(&world).len(), 1);
        assert_eq!(build(&world, &GraphOptions::default()).outer_m(UnitId::new(0)), 0);
    }
}
