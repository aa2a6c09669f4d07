//! A plan from the shapes of its zones: which units each of them holds, and where its border
//! leaves the borders of the units.
//!
//! Shapes are compared in a plane in which areas are true. The zones and the units often come
//! from surveys of different detail, so that one border is drawn twice, some way apart; the
//! narrow pieces between the two are slivers and say nothing of the plan.

mod border_tolerance;
mod bounding_boxes;
mod edge_densification;
mod holdings_from_shapes;
mod map_placement;
mod nearby_zones;
mod ring_areas;
mod sliver_limit;
mod unit_pieces;
mod zone_shapes;
mod zones_beyond_units;

use geo::{Coord, LineString, MultiPolygon, Polygon, Rect};
use rayon::prelude::*;

use self::edge_densification::finer;
use self::holdings_from_shapes::HoldingsReader;
use self::nearby_zones::{UnitBox, near_units};
use self::ring_areas::{area_m2, turned};
use self::sliver_limit::SliverLimit;
use self::unit_pieces::{UnitPieces, pieces};
use self::zone_shapes::ZoneShapes;
use crate::plan::plan_map::{PlanMapOptions, ReadPlan};
use crate::plan::plan_note::PlanNote;
use crate::{InputProblems, Scenario, keep};
use zonewerk_core::crs::{Crs, Plane};
use zonewerk_core::layer::MapLayer;
use zonewerk_core::territory::{IdVec, UnitId};

/// The units in the plane.
struct PlanarUnits {
    plane: Plane,
    /// The box around them in degrees.
    bounds: Option<Rect>,
    units: IdVec<UnitId, MultiPolygon>,
}

impl PlanarUnits {
    fn of(scenario: &Scenario) -> Self {
        let map = &scenario.topology;
        let bounds = bounding_boxes::of_points(map.arc_users().flat_map(|(arc, _)| map.arc(arc)).copied());
        let plane = Plane::of(&Crs::wgs84(), bounds);
        let crs = &scenario.crs;
        let ids: Vec<UnitId> = map.units().collect();
        let flat = |&unit: &UnitId| {
            let ring = |ring: &LineString| {
                let points = finer(&ring.0, crs).into_iter();
                // What was read from a map has a place on earth.
                let degrees = points.filter_map(|point| crs.to_wgs84(point).ok());
                degrees.map(|at| plane.metres(at)).collect()
            };
            let polygon = |polygon: &Polygon| {
                Polygon::new(ring(polygon.exterior()), polygon.interiors().iter().map(ring).collect())
            };
            turned(map.source_geometry(unit).iter().map(polygon).collect())
        };
        let units: Vec<MultiPolygon> = ids.par_iter().map(flat).collect();
        Self { units: units.into(), plane, bounds }
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
pub(crate) fn read(
    layer: &MapLayer,
    zone: usize,
    scenario: &Scenario,
    options: &PlanMapOptions,
) -> Result<ReadPlan, InputProblems> {
    let ground = PlanarUnits::of(scenario);
    let mut problems = Vec::new();
    let named = keep(&mut problems, border_tolerance::named(layer, options.tolerance_m));
    let zones = keep(&mut problems, ZoneShapes::read(layer, zone, scenario, options, &ground));
    InputProblems::none_of(problems)?;
    let (Some(named), Some(zones)) = (named, zones) else { unreachable!("what is missing was a problem") };
    let wander_m = named.is_none().then(|| border_tolerance::wander_m(&ground.units, &zones.shapes));
    let tolerance_m = named.unwrap_or_else(|| border_tolerance::of_wander(wander_m.unwrap_or_default()));
    let mut notes = vec![PlanNote::Tolerance { tolerance_m, wander_m }];

    let mut boxes: Vec<UnitBox> = UnitBox::all(&ground.units);
    let near = near_units(&mut boxes, &zones.shapes);
    let found: Vec<(UnitId, UnitPieces)> = near
        .into_par_iter()
        .map(|(unit, near)| {
            let shape = &ground.units[unit];
            let sliver = SliverLimit::of_unit(area_m2(shape), tolerance_m);
            (unit, pieces(shape, &near, sliver))
        })
        .collect();
    let outside = zones_beyond_units::notes(&zones, &ground, &found, tolerance_m);
    let mut reader = HoldingsReader::new(scenario, &ground, zones);
    for (unit, pieces) in &found {
        reader.unit(*unit, pieces);
    }
    let (plan, of_units) = reader.finish(layer)?;
    notes.extend(of_units);
    notes.extend(outside);
    Ok(ReadPlan { plan, notes, inputs: Vec::new(), layout: None })
}
