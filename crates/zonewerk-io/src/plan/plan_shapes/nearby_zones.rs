//! What of the zones lies near each unit: the map is halved between the units over and over,
//! and every zone is cut off at the box of each half. So each vertex of a zone is looked at
//! once for every halving, not once for every unit, however few and large the zones are.

use geo::{BoundingRect, Coord, LineString, MultiPolygon, Polygon, Rect};

use super::ring_areas::signed_area_m2;
use zonewerk_core::territory::{IdVec, UnitId};

/// A unit with the box around it.
#[derive(Clone, Copy, Debug)]
pub(super) struct UnitBox {
    unit: UnitId,
    bounds: Rect,
}

impl UnitBox {
    /// The units that have a shape.
    pub(super) fn all(units: &IdVec<UnitId, MultiPolygon>) -> Vec<Self> {
        let boxed = units.iter().filter_map(|(unit, shape)| Some((unit, shape.bounding_rect()?)));
        boxed.map(|(unit, bounds)| Self { unit, bounds }).collect()
    }
}

/// The zones that come near a unit, by number, each cut off at the box of the unit. Their
/// rings stand by themselves: a point lies in the zone when they wind around it.
pub(super) type NearZones = Vec<(usize, MultiPolygon)>;

/// Whether a zone that was cut off at the box of a unit is that whole box.
pub(super) fn covers(zone: &MultiPolygon, unit: &MultiPolygon) -> bool {
    let ([ring], Some(bounds)) = (&zone.0[..], unit.bounding_rect()) else { return false };
    signed_area_m2(ring.exterior()) >= bounds.width() * bounds.height() * (1.0 - 1e-12)
}

/// The zones near each unit, in the order of the units.
pub(super) fn near_units(units: &mut [UnitBox], zones: &[MultiPolygon]) -> Vec<(UnitId, NearZones)> {
    let loose = |zone: &MultiPolygon| {
        let rings =
            zone.iter().flat_map(|polygon| [polygon.exterior()].into_iter().chain(polygon.interiors()));
        rings.map(|ring| Polygon::new(ring.clone(), Vec::new())).collect::<MultiPolygon>()
    };
    let zones: NearZones = zones.iter().map(loose).enumerate().collect();
    let mut found = halve(units, &zones);
    found.sort_by_key(|(unit, _)| *unit);
    found
}

fn halve(units: &mut [UnitBox], zones: &NearZones) -> Vec<(UnitId, NearZones)> {
    let Some(bounds) =
        super::bounding_boxes::of_points(units.iter().flat_map(|one| [one.bounds.min(), one.bounds.max()]))
    else {
        return Vec::new();
    };
    let near: NearZones =
        zones.iter().filter_map(|(zone, shape)| Some((*zone, cut_off(shape, &bounds)?))).collect();
    if let [one] = units {
        return vec![(one.unit, near)];
    }
    let middle = units.len() / 2;
    let wide = bounds.width() > bounds.height();
    let centre = |one: &UnitBox| if wide { one.bounds.center().x } else { one.bounds.center().y };
    units.select_nth_unstable_by(middle, |a, b| centre(a).total_cmp(&centre(b)).then(a.unit.cmp(&b.unit)));
    let (low, high) = units.split_at_mut(middle);
    let (mut found, others) = rayon::join(|| halve(low, &near), || halve(high, &near));
    found.extend(others);
    found
}

/// What lies in a box; `None` for nothing. Where rings leave the box they run along its
/// sides, forth and back where need be (Sutherland and Hodgman 1974).
fn cut_off(shape: &MultiPolygon, bounds: &Rect) -> Option<MultiPolygon> {
    let rings = shape.iter().filter_map(|polygon| {
        let own = polygon.bounding_rect()?;
        if !super::bounding_boxes::meet(&own, bounds) {
            return None;
        }
        let is_inside = bounds.min().x <= own.min().x
            && bounds.min().y <= own.min().y
            && own.max().x <= bounds.max().x
            && own.max().y <= bounds.max().y;
        if is_inside {
            return Some(polygon.clone());
        }
        let ring = ring_in(polygon.exterior().0.clone(), bounds);
        (ring.0.len() > 3 && signed_area_m2(&ring) != 0.0).then(|| Polygon::new(ring, Vec::new()))
    });
    let rings: MultiPolygon = rings.collect();
    (!rings.0.is_empty()).then_some(rings)
}

fn ring_in(ring: Vec<Coord>, bounds: &Rect) -> LineString {
    let (min, max) = (bounds.min(), bounds.max());
    let at_x =
        |x: f64| move |a: Coord, b: Coord| Coord { x, y: a.y + (b.y - a.y) * ((x - a.x) / (b.x - a.x)) };
    let at_y =
        |y: f64| move |a: Coord, b: Coord| Coord { x: a.x + (b.x - a.x) * ((y - a.y) / (b.y - a.y)), y };
    let ring = beside(ring, |point| point.x >= min.x, at_x(min.x));
    let ring = beside(ring, |point| point.x <= max.x, at_x(max.x));
    let ring = beside(ring, |point| point.y >= min.y, at_y(min.y));
    LineString::new(beside(ring, |point| point.y <= max.y, at_y(max.y)))
}

/// The part of a closed ring on one side of a line.
fn beside(
    ring: Vec<Coord>,
    inside: impl Fn(Coord) -> bool,
    crossing: impl Fn(Coord, Coord) -> Coord,
) -> Vec<Coord> {
    let mut kept = Vec::with_capacity(ring.len());
    for edge in ring.windows(2) {
        let [from, to] = [edge[0], edge[1]];
        match (inside(from), inside(to)) {
            (true, true) => kept.push(to),
            // From outside to inside, so that both directions of an edge are cut at one point.
            (true, false) => kept.push(crossing(to, from)),
            (false, true) => kept.extend([crossing(from, to), to]),
            (false, false) => {}
        }
    }
    kept.extend(kept.first().copied());
    kept
}
