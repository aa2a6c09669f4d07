use std::collections::BTreeMap;

use geo::bool_ops::FillRule;
use geo::{BooleanOps, MultiPolygon, OpType};
use rayon::prelude::*;

use super::PlanarUnits;
use super::ring_areas::area_m2;
use super::sliver_limit::has_room;
use super::unit_pieces::{PieceExtent, UnitPieces};
use super::zone_shapes::ZoneShapes;
use crate::plan::plan_note::PlanNote;
use zonewerk_core::territory::UnitId;

/// The zones that reach beyond the units by more than slivers, in their order; one that is
/// wholly beyond them is not told here.
pub(super) fn notes(
    zones: &ZoneShapes,
    ground: &PlanarUnits,
    found: &[(UnitId, UnitPieces)],
    tolerance_m: f64,
) -> Vec<PlanNote> {
    let mut touched: BTreeMap<usize, (f64, Vec<UnitId>)> = BTreeMap::new();
    for (unit, pieces) in found {
        for piece in &pieces.zones {
            let (held_m2, units) = touched.entry(piece.zone).or_default();
            *held_m2 += piece.extent.area_m2;
            units.push(*unit);
        }
    }
    let smallest_m2 = std::f64::consts::FRAC_PI_4 * tolerance_m * tolerance_m;
    let note = |(&zone, (held_m2, units)): (&usize, &(f64, Vec<UnitId>))| {
        let nothing = MultiPolygon::new(Vec::new());
        let shape = zones.shapes[zone].boolean_op_with_fill_rule(&nothing, OpType::Union, FillRule::NonZero);
        if area_m2(&shape) - held_m2 < smallest_m2 {
            return None;
        }
        let units: MultiPolygon = units.iter().flat_map(|&unit| ground.units[unit].0.clone()).collect();
        let mut beyond = shape.difference_with_fill_rule(&units, FillRule::NonZero);
        beyond.0.retain(|piece| has_room(piece, tolerance_m));
        let extent = PieceExtent::of(&beyond);
        (!beyond.0.is_empty()).then(|| PlanNote::OutsideUnits {
            zone: zones.names[zone].clone(),
            area_m2: extent.area_m2,
            at: ground.degrees(extent.at),
        })
    };
    let touched: Vec<_> = touched.iter().collect();
    touched.into_par_iter().filter_map(note).collect()
}
