//! Borders that nearly match become one: neighbours whose borders were digitised apart,
//! or that meet where only one of them has a vertex.
//!
//! Rounding all coordinates to a grid would be simpler, but it moves every vertex, also where the map is
//! right, and two vertices that are close can still fall into different cells. Here only what does not
//! fit moves, so that a map without faults stays as it is, to the last digit.
//!
//! Edges are straight in the map's own coordinates and are compared there; distances are metres
//! by the scale at the vertex ([`MapScale`]). Only loose edges take part, those that no other ring
//! shares; where the map fits, nothing changes. Repeated until nothing more is found:
//! 1. A loose vertex goes to the nearest earlier one of another unit within the tolerance.
//! 2. A loose edge takes in the loose vertices of other units within the tolerance of it.

use std::cell::LazyCell;
use std::collections::{BTreeMap, BTreeSet};

use geo::Coord;
use hashbrown::HashMap;
use rstar::primitives::GeomWithData;
use rstar::{AABB, RTree};

use super::numbered_map::{NumberedArea, NumberedMap};
use super::unshared_edges::{RingPlace, UnsharedEdge, loose_edges};
use crate::crs::MapScale;
use crate::territory::UnitId;

/// What fitting changed, unit by unit.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Fit {
    /// The units that changed, in ascending order.
    pub units: BTreeMap<UnitId, UnitFit>,
}

/// What fitting changed of one unit.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct UnitFit {
    /// Vertices that went to one of a neighbour.
    pub moved: usize,
    /// Vertices of a neighbour that were taken into the border.
    pub inserted: usize,
    /// The farthest that a point of its border moved, in metres.
    pub farthest_m: f64,
}

/// Rounds after which what is left is left: each takes in what the one before brought near.
const ROUNDS: usize = 8;

type Vertex = GeomWithData<[f64; 2], u32>;

pub(super) fn fit(sheet: &mut NumberedMap, tolerance_m: f64, ground: &MapScale) -> Fit {
    let mut changes = Fit::default();
    if tolerance_m <= 0.0 {
        return changes;
    }
    for _ in 0..ROUNDS {
        let loose = UnsharedEdges::of(sheet, ground);
        let moved = loose.meeting(tolerance_m);
        move_vertices(sheet, &loose, &moved, &mut changes);
        let loose = if moved.is_empty() { loose } else { UnsharedEdges::of(sheet, ground) };
        let inserted = loose.touching(tolerance_m);
        let found = !moved.is_empty() || !inserted.is_empty();
        insert_vertices(sheet, inserted, &mut changes);
        if !found {
            break;
        }
    }
    changes
}

/// The loose edges of a map and their vertices.
struct UnsharedEdges<'a> {
    ground: &'a MapScale,
    edges: Vec<UnsharedEdge>,
    /// Ascending, each once.
    vertices: Vec<u32>,
    places: HashMap<u32, Coord<f64>>,
    /// The units that a loose vertex belongs to, ascending.
    units: HashMap<u32, Vec<UnitId>>,
}

impl<'a> UnsharedEdges<'a> {
    fn of(sheet: &NumberedMap, ground: &'a MapScale) -> Self {
        let edges = loose_edges(sheet);
        let mut vertices: Vec<u32> = edges.iter().flat_map(|edge| [edge.from, edge.to]).collect();
        vertices.sort_unstable();
        vertices.dedup();
        let places = vertices.iter().map(|&vertex| (vertex, sheet.points[vertex as usize])).collect();
        let mut units: HashMap<u32, Vec<UnitId>> =
            vertices.iter().map(|&vertex| (vertex, Vec::new())).collect();
        for (unit, areas) in sheet.shapes.iter() {
            for vertex in areas.iter().flatten().flatten() {
                if let Some(known) = units.get_mut(vertex).filter(|known| known.last() != Some(&unit)) {
                    known.push(unit);
                }
            }
        }
        Self { ground, edges, vertices, places, units }
    }

    /// Where vertices go: to the nearest earlier vertex of other units within the tolerance.
    fn meeting(&self, tolerance_m: f64) -> BTreeMap<u32, (u32, f64)> {
        let tree = RTree::bulk_load(self.vertices.iter().map(|&vertex| self.indexed(vertex)).collect());
        let mut moved: BTreeMap<u32, (u32, f64)> = BTreeMap::new();
        // The units that a vertex will have once others have come to it.
        let mut gathered: HashMap<u32, Vec<UnitId>> = HashMap::new();
        for &vertex in &self.vertices {
            let at = self.places[&vertex];
            // Most vertices have no other near, and need none.
            let scale = LazyCell::new(|| self.ground.scale(at));
            let near = tree
                .locate_in_envelope_intersecting(&self.around([at, at], tolerance_m))
                .map(|other| other.data)
                .filter(|&other| other < vertex && !moved.contains_key(&other))
                .filter(|&other| {
                    let there = gathered.get(&other).unwrap_or(&self.units[&other]);
                    !there.iter().any(|unit| self.units[&vertex].contains(unit))
                })
                .map(|other| (scale.length_m(self.places[&other] - at), other))
                .filter(|&(distance, _)| distance <= tolerance_m)
                .min_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
            if let Some((distance, other)) = near {
                moved.insert(vertex, (other, distance));
                let there = gathered.entry(other).or_insert_with(|| self.units[&other].clone());
                there.extend(&self.units[&vertex]);
            }
        }
        moved
    }

    /// The vertices that edges take in, each once a unit, where it is nearest.
    fn touching(&self, tolerance_m: f64) -> Vec<VertexTouch> {
        let tree = RTree::bulk_load(self.vertices.iter().map(|&vertex| self.indexed(vertex)).collect());
        let mut nearest: BTreeMap<(UnitId, u32), VertexTouch> = BTreeMap::new();
        for edge in &self.edges {
            let (from, to) = (self.places[&edge.from], self.places[&edge.to]);
            let envelope = self.around([from, to], tolerance_m);
            let unit = edge.at.unit;
            let strangers = tree
                .locate_in_envelope_intersecting(&envelope)
                .map(|vertex| vertex.data)
                .filter(|vertex| !self.units[vertex].contains(&unit));
            for vertex in strangers {
                let at = self.places[&vertex];
                if !may_touch(from, to, at, self.ground.reach(tolerance_m)) {
                    continue;
                }
                let scale = self.ground.scale(at);
                let (edge_m, way_m) = (scale.metres(to - from), scale.metres(at - from));
                let along = fraction(edge_m, way_m);
                let aside_m = way_m - edge_m * along;
                let distance_m = aside_m.x.hypot(aside_m.y);
                if !(along > 0.0 && along < 1.0 && distance_m <= tolerance_m) {
                    continue;
                }
                let touch = VertexTouch { at: edge.at, along, vertex, distance_m };
                let known = nearest.entry((unit, vertex)).or_insert(touch);
                if (distance_m, edge.at) < (known.distance_m, known.at) {
                    *known = touch;
                }
            }
        }
        nearest.into_values().collect()
    }

    /// The box around two points that holds all within the tolerance of the edge between them.
    fn around(&self, [from, to]: [Coord<f64>; 2], tolerance_m: f64) -> AABB<[f64; 2]> {
        let reach = self.ground.reach(tolerance_m);
        AABB::from_corners(
            [from.x.min(to.x) - reach.x, from.y.min(to.y) - reach.y],
            [from.x.max(to.x) + reach.x, from.y.max(to.y) + reach.y],
        )
    }

    fn indexed(&self, vertex: u32) -> Vertex {
        let at = self.places[&vertex];
        Vertex::new([at.x, at.y], vertex)
    }
}

/// A loose edge that takes in a vertex.
#[derive(Clone, Copy)]
struct VertexTouch {
    /// Where the edge begins.
    at: RingPlace,
    /// The part of the edge that lies before the vertex.
    along: f64,
    vertex: u32,
    distance_m: f64,
}

/// Whether the line through two points may pass the box around `at` of these half sides: cheap,
/// as the scale at a place is not.
fn may_touch(from: Coord<f64>, to: Coord<f64>, at: Coord<f64>, reach: Coord<f64>) -> bool {
    let (edge, way) = (to - from, at - from);
    (edge.x * way.y - edge.y * way.x).abs() <= 1.001 * (edge.x.abs() * reach.y + edge.y.abs() * reach.x)
}

/// How far along an edge the nearest point to the end of a way from its beginning lies: 0 at its
/// beginning, 1 at its end.
fn fraction(edge: Coord<f64>, way: Coord<f64>) -> f64 {
    let length_squared = edge.x * edge.x + edge.y * edge.y;
    if length_squared > 0.0 { (edge.x * way.x + edge.y * way.y) / length_squared } else { 0.0 }
}

fn move_vertices(
    sheet: &mut NumberedMap,
    loose: &UnsharedEdges,
    moved: &BTreeMap<u32, (u32, f64)>,
    changes: &mut Fit,
) {
    let concerned: BTreeSet<UnitId> =
        moved.keys().flat_map(|vertex| loose.units[vertex].iter().copied()).collect();
    for unit in concerned {
        for areas in &mut sheet.shapes[unit] {
            for ring in areas.iter_mut() {
                let mut goes = false;
                for vertex in ring.iter_mut() {
                    if let Some(&(to, distance_m)) = moved.get(vertex) {
                        *vertex = to;
                        changes.note(unit, distance_m).moved += 1;
                        goes = true;
                    }
                }
                if goes {
                    collapse(ring);
                }
            }
        }
        drop_collapsed(&mut sheet.shapes[unit]);
    }
}

fn insert_vertices(sheet: &mut NumberedMap, mut touches: Vec<VertexTouch>, changes: &mut Fit) {
    // From the last place to the first, so that earlier places stay what they are.
    touches.sort_by(|a, b| b.at.cmp(&a.at).then(b.along.total_cmp(&a.along)).then(b.vertex.cmp(&a.vertex)));
    for VertexTouch { at, vertex, distance_m, .. } in touches {
        let ring = &mut sheet.shapes[at.unit][at.area as usize][at.ring as usize];
        ring.insert(at.place as usize + 1, vertex);
        changes.note(at.unit, distance_m).inserted += 1;
    }
}

/// Takes out what runs forth and back after its vertices met.
fn collapse(ring: &mut Vec<u32>) {
    let mut kept: Vec<u32> = Vec::with_capacity(ring.len());
    for &vertex in ring.iter() {
        match kept[..] {
            [.., last] if last == vertex => {}
            [.., before, _] if before == vertex => {
                kept.pop();
            }
            _ => kept.push(vertex),
        }
    }
    while kept.len() > 1 && kept.first() == kept.last() {
        kept.pop();
    }
    *ring = kept;
}

/// Takes out rings that collapsed, with their holes where it is the exterior.
fn drop_collapsed(areas: &mut Vec<NumberedArea>) {
    areas.retain(|rings| rings[0].len() >= 3);
    for rings in areas {
        rings.retain(|ring| ring.len() >= 3);
    }
}

impl Fit {
    fn note(&mut self, unit: UnitId, distance_m: f64) -> &mut UnitFit {
        let change = self.units.entry(unit).or_default();
        change.farthest_m = change.farthest_m.max(distance_m);
        change
    }
}

#[cfg(test)]
mod tests {
    use geo::{Area, Distance, Euclidean, LineString, MultiPolygon, Polygon};

    use super::*;
    use crate::territory::Id;

    /// Units given by the corners of their exterior.
    fn sheet(units: &[&[[f64; 2]]]) -> NumberedMap {
        let unit = |corners: &&[[f64; 2]]| {
            let line: LineString<f64> = corners.iter().map(|&[x, y]| Coord { x, y }).collect();
            MultiPolygon::new(vec![Polygon::new(line, Vec::new())])
        };
        NumberedMap::new(&units.iter().map(unit).collect())
    }

    /// Metres of border that the first two units share.
    fn shared_m(sheet: &NumberedMap) -> f64 {
        let (arcs, shapes) = super::super::arc_cutting::cut(sheet, |_| false);
        let uses = |unit: usize| -> Vec<_> {
            shapes[UnitId::new(unit)].iter().flatten().flatten().map(|used| used.arc).collect()
        };
        let (first, second) = (uses(0), uses(1));
        let length = |arc: &Vec<u32>| -> f64 {
            let at = |vertex: u32| sheet.points[vertex as usize];
            arc.windows(2).map(|pair| Euclidean.distance(at(pair[0]), at(pair[1]))).sum()
        };
        arcs.iter()
            .filter(|(arc, _)| first.contains(arc) && second.contains(arc))
            .map(|(_, arc)| length(arc))
            .sum()
    }

    fn fitted(units: &[&[[f64; 2]]], tolerance_m: f64) -> (NumberedMap, Fit) {
        let mut sheet = sheet(units);
        let changes = sheet.fit(tolerance_m, &MapScale::flat());
        (sheet, changes)
    }

    const WEST: &[[f64; 2]] = &[[0., 0.], [100., 0.], [100., 50.], [100., 100.], [0., 100.]];

    #[test]
    fn map_that_fits_is_left_as_it_is() {
        let east: &[[f64; 2]] = &[[100., 0.], [200., 0.], [200., 100.], [100., 100.], [100., 50.]];
        let (after, changes) = fitted(&[WEST, east], 1.0);
        assert_eq!(after, sheet(&[WEST, east]));
        assert_eq!(changes, Fit::default());
        assert_eq!(shared_m(&after), 100.0);
    }

    #[test]
    fn vertex_on_a_neighbours_edge_is_taken_in() {
        let east: &[[f64; 2]] = &[[100., 0.], [200., 0.], [200., 100.], [100., 100.]];
        assert_eq!(shared_m(&sheet(&[WEST, east])), 0.0);
        let (after, changes) = fitted(&[WEST, east], 0.01);
        assert_eq!(shared_m(&after), 100.0);
        let expected = UnitFit { moved: 0, inserted: 1, farthest_m: 0.0 };
        assert_eq!(changes.units, BTreeMap::from([(UnitId::new(1), expected)]));
    }

    #[test]
    fn borders_digitised_apart_meet_within_the_tolerance_and_not_beyond() {
        let east: &[[f64; 2]] =
            &[[100.4, 0.], [200., 0.], [200., 100.], [100.3, 100.], [100.4, 70.], [100.2, 20.]];
        let (after, changes) = fitted(&[WEST, east], 0.5);
        assert!((shared_m(&after) - 100.0).abs() < 0.1, "{}", shared_m(&after));
        assert!(changes.units.values().all(|unit| unit.farthest_m <= 0.5), "{changes:?}");
        assert_eq!(changes.units.len(), 2);
        let (apart, none) = fitted(&[WEST, east], 0.1);
        assert!(shared_m(&apart).abs() < f64::EPSILON);
        assert_eq!(none, Fit::default());
    }

    #[test]
    fn detail_of_a_border_that_nobody_shares_stays() {
        let jagged: &[[f64; 2]] = &[[0., 0.], [100., 0.], [100., 0.2], [99.9, 0.1], [99.8, 0.3], [0., 100.]];
        let (after, changes) = fitted(&[jagged], 5.0);
        assert_eq!(after, sheet(&[jagged]));
        assert_eq!(changes, Fit::default());
    }

    #[test]
    fn a_third_unit_in_the_corner_comes_along() {
        let east: &[[f64; 2]] = &[[100.2, 0.], [200., 0.], [200., 100.], [100.2, 100.1]];
        let north: &[[f64; 2]] = &[[0., 100.2], [99.9, 100.2], [200., 100.2], [200., 200.], [0., 200.]];
        let (after, _) = fitted(&[WEST, east, north], 0.5);
        let shapes = after.shapes();
        let area: f64 = shapes.values().map(Area::unsigned_area).sum();
        let (arcs, _) = super::super::arc_cutting::cut(&after, |_| false);
        assert_eq!(arcs.len(), 6, "three borders between units and three outer ones");
        assert!((area - 40_000.0).abs() < 60.0, "{area}");
    }
}
