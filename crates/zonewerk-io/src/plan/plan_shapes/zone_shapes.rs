use std::collections::BTreeMap;

use geo::bool_ops::FillRule;
use geo::{BooleanOps, MapCoords, MultiPolygon, OpType};

use super::PlanarUnits;
use super::edge_densification::finer_feature;
use super::map_placement::reference_system;
use super::ring_areas::{area_m2, perimeter_m, signed_area_m2, turned};
use super::sliver_limit::GRAIN_M;
use super::unit_pieces::PieceExtent;
use crate::plan::plan_map::PlanMapOptions;
use crate::plan::plan_rows::ZoneNames;
use crate::units::unit_features::feature_problem;
use crate::units::unit_shapes::polygons;
use crate::{InputPlace, InputProblem, InputProblems, Scenario};
use zonewerk_core::crs::Crs;
use zonewerk_core::layer::{Feature, MapLayer};

/// The zones of a map, in the order of their names.
pub(super) struct ZoneShapes {
    pub(super) names: Vec<String>,
    /// In the plane, exteriors counterclockwise; pieces of one zone may lie over each other.
    pub(super) shapes: Vec<MultiPolygon>,
    pub(super) table: ZoneNames,
}

impl ZoneShapes {
    /// Reads the features; those of one name are one zone.
    ///
    /// # Errors
    /// Everything that is wrong with them.
    pub(super) fn read(
        layer: &MapLayer,
        zone: usize,
        scenario: &Scenario,
        options: &PlanMapOptions,
        ground: &PlanarUnits,
    ) -> Result<Self, InputProblems> {
        let mut problems = Vec::new();
        let mut table = ZoneNames::default();
        let region = layer.column("region");
        let names: Vec<Option<String>> = layer
            .features
            .iter()
            .map(|feature| name(layer, feature, [Some(zone), region], &mut table, &mut problems))
            .collect();
        let crs = reference_system(layer, options.crs.as_deref(), scenario, ground.bounds, &mut problems);
        let mut zones: BTreeMap<&str, MultiPolygon> = BTreeMap::new();
        for (feature, name) in layer.features.iter().zip(&names) {
            let Some(crs) = &crs else { continue };
            let target = (!crs.is_wgs84()).then(Crs::wgs84);
            let fine = finer_feature(feature, crs);
            let shape = polygons(layer, &fine, crs, target.as_ref(), &mut problems);
            let Some(shape) = shape else { continue };
            let shape = turned(shape.map_coords(|at| ground.plane.metres(at)));
            if let Err(found) = sound(&shape, ground) {
                let expected =
                    "rings that do not cross, holes within their polygon, polygons apart from each other";
                problems.push(feature_problem(
                    layer,
                    feature,
                    "crossing-rings",
                    "geometry",
                    &found,
                    expected,
                ));
            }
            if let Some(name) = name {
                zones.entry(name).or_insert_with(|| MultiPolygon::new(Vec::new())).0.extend(shape.0);
            }
        }
        problems.sort_by_key(|problem| match problem.place {
            InputPlace::Feature(number) => number,
            _ => usize::MAX,
        });
        InputProblems::none_of(problems)?;
        let (names, shapes) = zones.into_iter().map(|(name, shape)| (name.to_owned(), shape)).unzip();
        Ok(Self { names, shapes, table })
    }
}

/// The name of the zone that a feature is.
fn name(
    layer: &MapLayer,
    feature: &Feature,
    [zone, region]: [Option<usize>; 2],
    table: &mut ZoneNames,
    problems: &mut Vec<InputProblem>,
) -> Option<String> {
    let text = |column: Option<usize>| feature.attribute(column?).text();
    let column = |column: Option<usize>| column.map_or("zone", |column| layer.columns[column].as_str());
    let Some(name) = text(zone) else {
        let expected = "the name of the zone";
        problems.push(feature_problem(layer, feature, "blank-zone", column(zone), "nothing", expected));
        return None;
    };
    let region_name = text(region);
    if let Err(expected) = table.named(&name, region_name.as_deref(), &InputPlace::Feature(feature.number)) {
        let found = region_name.map_or("nothing".to_owned(), |region| format!("{region:?}"));
        let field = column(region.or(zone));
        problems.push(feature_problem(layer, feature, "zone-in-two-regions", field, &found, &expected));
    }
    Some(name.into_owned())
}

/// Whether rings bound an area: then the area that their sides add up to, what they wind
/// around an odd number of times, and what they wind around at all are the same.
///
/// # Errors
/// What was found.
fn sound(shape: &MultiPolygon, ground: &PlanarUnits) -> Result<(), String> {
    let nothing = MultiPolygon::new(Vec::new());
    let filled = |rule| shape.boolean_op_with_fill_rule(&nothing, OpType::Union, rule);
    let rings =
        || shape.iter().flat_map(|polygon| [polygon.exterior()].into_iter().chain(polygon.interiors()));
    let added: f64 = rings().map(signed_area_m2).sum();
    let [odd, any] = [FillRule::EvenOdd, FillRule::NonZero].map(filled);
    let grain_m2 = GRAIN_M * shape.iter().map(perimeter_m).sum::<f64>();
    let differs = |a: f64, b: f64| (a - b).abs() > grain_m2;
    let (odd_m2, any_m2) = (area_m2(&odd), area_m2(&any));
    if any_m2 <= grain_m2 {
        return Err("rings around nothing".to_owned());
    }
    if !differs(added, odd_m2) && !differs(added, any_m2) {
        return Ok(());
    }
    let around = if differs(odd_m2, any_m2) {
        any.difference(&odd)
    } else {
        any.difference(&filled(FillRule::Positive))
    };
    let at = PieceExtent::of(&around).at;
    let at = if around.0.is_empty() {
        String::new()
    } else {
        let at = ground.degrees(at);
        format!(" near {:.5}, {:.5}", at.x, at.y)
    };
    let wrong_m2 = (any_m2 - odd_m2).max((any_m2 - added).abs());
    Err(format!(
        "rings that cross or lie over each other{at}: it is not clear what {wrong_m2:.0} m2 belong to"
    ))
}
