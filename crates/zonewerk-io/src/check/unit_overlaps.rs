//! Units that lie over each other.

use std::collections::BTreeMap;

use geo::{BooleanOps, Coord, MultiPolygon, Polygon};
use rstar::primitives::{GeomWithData, Rectangle};
use rstar::{AABB, RTree};

use super::area_measures::{AreaSize, point_inside};
use super::edge_tree::EdgeBox;
use super::open_borders::OpenBorders;
use super::unit_coverage::Cover;
use zonewerk_core::crs::MapScale;
use zonewerk_core::territory::{IdVec, UnitId};

/// Two units that share an area.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct UnitOverlap {
    /// The units, ascending.
    pub units: [UnitId; 2],
    /// Area they share in m2.
    pub area_m2: f64,
    /// Its mean width in metres, 2A/P.
    pub width_m: f64,
    /// A point inside the largest piece of it.
    pub at: Coord,
}

/// What two units share, summed over its pieces.
#[derive(Default)]
struct SharedArea {
    size: AreaSize,
    largest_m2: f64,
    at: Coord,
}

/// Every pair of units that share an area wider than `tolerance_m`, sorted by units.
///
/// Differences smaller than the extent of the map / 2^25 (1 cm in 300 km) are not seen.
pub fn overlaps(
    shapes: &IdVec<UnitId, MultiPolygon>,
    borders: &OpenBorders,
    tolerance_m: f64,
    ground: &MapScale,
) -> Vec<UnitOverlap> {
    let cover = Cover::new(borders);
    let tolerance_m = tolerance_m.max(4.0 * ground.most_metres(cover.grain));
    let wide = |polygon: &Polygon| AreaSize::of(polygon, ground).width_m() > tolerance_m;
    let mut deep = cover.deep();
    deep.0.retain(wide);
    if deep.0.is_empty() {
        return Vec::new();
    }

    let sound = shapes.iter().filter(|(unit, _)| !borders.tangles.contains(unit));
    let index = RTree::bulk_load(sound.filter_map(|(unit, shape)| boxed(shape, unit)).collect());
    let mut pairs: BTreeMap<[UnitId; 2], SharedArea> = BTreeMap::new();
    for region in &deep {
        let region = MultiPolygon::new(vec![region.clone()]);
        let Some(place) = envelope(&region) else { continue };
        let near = index.locate_in_envelope_intersecting(&place).map(|one| one.data);
        let pieces = near.filter_map(|unit| {
            let mut piece = shapes[unit].intersection(&region);
            piece.0.retain(wide);
            boxed(&piece, (unit, piece.clone()))
        });
        let pieces = RTree::bulk_load(pieces.collect());
        for one in &pieces {
            let (unit, piece) = &one.data;
            let others = pieces.locate_in_envelope_intersecting(&rstar::RTreeObject::envelope(one));
            for (other, other_piece) in others.map(|one| &one.data).filter(|(other, _)| other > unit) {
                let mut shared = piece.intersection(other_piece);
                shared.0.retain(wide);
                for polygon in &shared {
                    pairs.entry([*unit, *other]).or_default().add(polygon, ground);
                }
            }
        }
    }
    let overlap = |(units, shared): ([UnitId; 2], SharedArea)| UnitOverlap {
        units,
        area_m2: shared.size.area_m2,
        width_m: shared.size.width_m(),
        at: shared.at,
    };
    pairs.into_iter().map(overlap).collect()
}

impl SharedArea {
    fn add(&mut self, polygon: &Polygon, ground: &MapScale) {
        let size = AreaSize::of(polygon, ground);
        if size.area_m2 > self.largest_m2 {
            (self.largest_m2, self.at) = (size.area_m2, point_inside(polygon));
        }
        self.size = self.size.plus(size);
    }
}

fn envelope(shape: &MultiPolygon) -> Option<AABB<[f64; 2]>> {
    let bounds = EdgeBox::of(shape.iter().flat_map(|polygon| polygon.exterior().0.iter().copied()));
    (bounds != EdgeBox::NONE).then(|| AABB::from_corners(bounds.min.into(), bounds.max.into()))
}

fn boxed<T>(shape: &MultiPolygon, data: T) -> Option<GeomWithData<Rectangle<[f64; 2]>, T>> {
    envelope(shape).map(|envelope| GeomWithData::new(Rectangle::from_aabb(envelope), data))
}
