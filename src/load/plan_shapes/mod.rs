//! A plan from the shapes of its zones: which units each of them holds, and where its border
//! leaves the borders of the units.
//!
//! Shapes are compared in a plane in which areas are true. The zones and the units often come
//! from surveys of different detail, so that one border is drawn twice, some way apart; the
//! narrow pieces between the two are slivers and say nothing of the plan.

mod extent;
mod holdings;
mod outside;
mod pieces;
mod places;
mod rings;
mod sliver;
mod split;
mod tolerance;
mod zones;

use geo::{Coord, MapCoords, MultiPolygon};
use rayon::prelude::*;

use self::holdings::Reader;
use self::pieces::{Pieces, pieces};
use self::rings::area_m2;
use self::sliver::Sliver;
use self::split::{UnitBox, near_units};
use self::zones::Zones;
use super::plan_map::{PlanMapOptions, ReadPlan};
use super::plan_note::PlanNote;
use super::{InputProblems, Scenario};
use crate::crs::{Crs, Plane};
use crate::layer::Layer;
use crate::territory::{IdVec, UnitId};

/// The units in the plane.
struct Ground {
    plane: Plane,
    units: IdVec<UnitId, MultiPolygon>,
}

impl Ground {
    fn of(scenario: &Scenario) -> Self {
        let map = &scenario.topology;
        let shapes: Vec<MultiPolygon> = map.units().map(|unit| map.geometry(unit)).collect();
        let plane = Plane::of(&Crs::wgs84(), extent::of(shapes.iter()));
        let flat = |shape: &MultiPolygon| shape.map_coords(|at| plane.metres(at));
        let units: Vec<MultiPolygon> = shapes.par_iter().map(flat).collect();
        Self { units: units.into(), plane }
    }

    /// Longitude and latitude of a place of the plane.
    fn degrees(&self, at: Coord) -> Coord {
        self.plane.map(at).unwrap_or(at)
    }
}

/// Reads the plan that the shapes of its zones make; `zone` is the column of their names.
///
/// # Errors
/// Everything that is wrong with the zones, at once.
pub(super) fn read(
    layer: &Layer,
    zone: usize,
    scenario: &Scenario,
    options: &PlanMapOptions,
) -> Result<ReadPlan, InputProblems> {
    let ground = Ground::of(scenario);
    let zones = Zones::read(layer, zone, scenario, options, &ground)?;
    let wander_m = match options.tolerance_m {
        Some(_) => None,
        None => Some(tolerance::wander_m(&ground.units, &zones.shapes)),
    };
    let tolerance_m = tolerance::checked(layer, options.tolerance_m, wander_m)?;
    let mut notes = vec![PlanNote::Tolerance { tolerance_m, wander_m }];

    let mut boxes: Vec<UnitBox> = UnitBox::all(&ground.units);
    let near = near_units(&mut boxes, &zones.shapes);
    let found: Vec<(UnitId, Pieces)> = near
        .into_par_iter()
        .map(|(unit, near)| {
            let shape = &ground.units[unit];
            let sliver = Sliver::of_unit(area_m2(shape), tolerance_m);
            (unit, pieces(shape, &near, sliver))
        })
        .collect();
    let outside = outside::notes(&zones, &ground, &found, tolerance_m);
    let mut reader = Reader::new(scenario, &ground, zones);
    for (unit, pieces) in &found {
        reader.unit(*unit, pieces);
    }
    let (plan, of_units) = reader.finish(layer)?;
    notes.extend(of_units);
    notes.extend(outside);
    Ok(ReadPlan { plan, notes, inputs: Vec::new() })
}
