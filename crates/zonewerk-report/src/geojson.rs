//! GeoJSON after RFC 7946: WGS 84, exterior rings counterclockwise, no `crs`, at most
//! seven decimals (about a centimetre). Every geometry is a MultiPolygon, so that a
//! file is one layer in a GIS.

use ::geojson::{Bbox, Feature, FeatureCollection, Geometry, GeometryValue, JsonObject};
use geo::{BoundingRect, MapCoords, MultiLineString, MultiPolygon, Rect};
use serde_json::{Value, json};

use super::json_text::compact;
use super::valid_shapes::valid_shapes;
use super::{FileFormat, Results, ZoneResult};
use zonewerk_core::plan::Plan;
use zonewerk_core::territory::{Territory, UnitId};

/// `zones.geojson`: one feature per zone, its units dissolved, with its measures.
///
/// The map knows whole units only. Where a unit is divided over zones, its parts are
/// missing from their geometry and named in `parts_not_drawn`; a zone of nothing but
/// such parts has no geometry.
#[derive(Clone, Copy, Debug)]
pub struct ZonesGeoJson;

/// `units.geojson`: one feature per unit with its code, name, inhabitants and zone;
/// `zone` is null for a unit in no zone or in several.
#[derive(Clone, Copy, Debug)]
pub struct UnitsGeoJson;

impl FileFormat for ZonesGeoJson {
    fn bytes(&self, results: &Results) -> Option<Vec<u8>> {
        let plan = results.plan()?;
        let zones = results.zones();
        let features = zones.iter().map(|zone| {
            let shape = results.scenario.topology.dissolve(&zone.undivided_units(plan));
            (shape, zone_properties(results, plan, zone))
        });
        Some(collection(features))
    }
}

impl FileFormat for UnitsGeoJson {
    fn bytes(&self, results: &Results) -> Option<Vec<u8>> {
        let plan = results.plan()?;
        let features = results.graph.units().map(|unit| {
            let shape = results.scenario.topology.geometry(unit);
            (shape, unit_properties(&results.scenario.territory, plan, unit))
        });
        Some(collection(features))
    }
}

/// What a map says of a zone.
pub(super) fn zone_properties(results: &Results, plan: &Plan, zone: &ZoneResult) -> Value {
    let territory = &results.scenario.territory;
    let codes = zone.measures.units.iter().map(|&unit| territory.unit(unit).code.as_str());
    let divided = zone.parts.iter().filter(|(unit, _)| plan.holdings[*unit].zones().len() > 1);
    let parts = divided.map(|(unit, part)| format!("{}: {}", territory.unit(*unit).name, part.name));
    json!({
        "zone": zone.name,
        "region": zone.region,
        "population": zone.measures.population,
        "population_minimum": zone.bounds.minimum(),
        "population_maximum": zone.bounds.maximum(),
        "units": zone.measures.units.len(),
        "unit_codes": codes.collect::<Vec<_>>(),
        "border_km": zone.measures.border_m.map(|metres| metres as f64 / 1000.0),
        "exception": zone.exception.map(|exception| &exception.reason),
        "fixed": zone.fixed.map(|fixed| &fixed.reason),
        "findings": results.audit.map(|_| zone.errors),
        "parts_not_drawn": parts.collect::<Vec<_>>(),
    })
}

/// What a map says of a unit.
pub(super) fn unit_properties(territory: &Territory, plan: &Plan, unit: UnitId) -> Value {
    let found = territory.unit(unit);
    let zone = match plan.holdings[unit].zones()[..] {
        [zone] => Some(&plan.zones[zone].name),
        _ => None,
    };
    json!({
        "unit": found.code.as_str(),
        "name": found.name,
        "population": found.population,
        "zone": zone,
    })
}

/// A feature collection of shapes on WGS 84, each of them valid: what was repaired for that is told
/// in `shape_repaired`.
pub(super) fn collection(features: impl Iterator<Item = (MultiPolygon<f64>, Value)>) -> Vec<u8> {
    let (shapes, mut properties): (Vec<_>, Vec<_>) = features.unzip();
    let shapes = valid_shapes(shapes);
    for (shape, members) in shapes.iter().zip(&mut properties).filter(|(shape, _)| !shape.repaired.is_empty())
    {
        if let Value::Object(members) = members {
            members.insert("shape_repaired".to_owned(), json!(shape.repaired));
        }
    }
    collected(shapes.into_iter().map(|valid| valid.shape).zip(properties))
}

/// A feature collection of lines on WGS 84.
pub(super) fn line_collection(features: impl Iterator<Item = (MultiLineString<f64>, Value)>) -> Vec<u8> {
    collected(features)
}

fn collected<G>(features: impl Iterator<Item = (G, Value)>) -> Vec<u8>
where
    G: MapCoords<f64, f64, Output = G> + BoundingRect<f64, Output = Option<Rect<f64>>>,
    for<'g> GeometryValue: From<&'g G>,
{
    let mut extent = MultiPolygon::new(Vec::new());
    let features = features.map(|(shape, properties)| {
        let shape = rounded(&shape);
        let corners = shape.bounding_rect();
        let geometry = corners.map(|_| Geometry::new(GeometryValue::from(&shape)));
        extent.0.extend(corners.map(|corners| corners.to_polygon()));
        Feature { bbox: None, geometry, id: None, properties: object(properties), foreign_members: None }
    });
    let features: Vec<Feature> = features.collect();
    let collection = FeatureCollection { bbox: bbox(&extent), features, foreign_members: None };
    compact(&collection)
}

fn object(properties: Value) -> Option<JsonObject> {
    match properties {
        Value::Object(members) => Some(members),
        _ => None,
    }
}

fn bbox(extent: &MultiPolygon<f64>) -> Option<Bbox> {
    let corners = extent.bounding_rect()?;
    Some(vec![corners.min().x, corners.min().y, corners.max().x, corners.max().y])
}

fn rounded<G: MapCoords<f64, f64, Output = G>>(shape: &G) -> G {
    let round = |degrees: f64| (degrees * 1e7).round() / 1e7;
    shape.map_coords(|point| geo::Coord { x: round(point.x), y: round(point.y) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::Sample;
    use zonewerk_core::territory::Id;

    fn parsed(format: &dyn FileFormat, sample: &Sample) -> Value {
        serde_json::from_slice(&format.bytes(&sample.results()).unwrap()).unwrap()
    }

    fn twice_area(ring: &[Value]) -> f64 {
        let at = |point: &Value, axis: usize| point[axis].as_f64().unwrap();
        ring.windows(2)
            .map(|pair| at(&pair[0], 0) * at(&pair[1], 1) - at(&pair[1], 0) * at(&pair[0], 1))
            .sum()
    }

    #[test]
    fn geometry_obeys_rfc_7946() {
        let sample = Sample::solved();
        let (middle, ring) = sample.graph.units().partition(|unit| unit.index() == 4);
        let plan = Plan::from_zones(9, [("Ring".to_owned(), ring), ("Midden".to_owned(), middle)])
            .expect("each unit once");
        let results = Results::of_plan(&sample.scenario, &sample.graph, &plan, None);
        let mut rings = 0;
        for format in [&ZonesGeoJson as &dyn FileFormat, &UnitsGeoJson] {
            let file: Value = serde_json::from_slice(&format.bytes(&results).unwrap()).unwrap();
            assert_eq!(file["type"], "FeatureCollection");
            assert!(file.get("crs").is_none());
            for feature in file["features"].as_array().unwrap() {
                assert_eq!(feature["type"], "Feature");
                assert_eq!(feature["geometry"]["type"], "MultiPolygon");
                for polygon in feature["geometry"]["coordinates"].as_array().unwrap() {
                    for (place, ring) in polygon.as_array().unwrap().iter().enumerate() {
                        let ring = ring.as_array().unwrap();
                        assert!(ring.len() >= 4);
                        assert_eq!(ring.first(), ring.last(), "rings are closed");
                        assert_eq!(twice_area(ring) > 0.0, place == 0, "exterior rings turn left");
                        rings += 1;
                    }
                }
            }
        }
        assert_eq!(rings, 2 + 1 + 9, "two zones, one of them around the other, and nine units");
    }

    #[test]
    fn coordinates_have_seven_decimals_at_most() {
        let text = String::from_utf8(UnitsGeoJson.bytes(&Sample::solved().results()).unwrap()).unwrap();
        let decimals = text.split(|letter: char| !letter.is_ascii_digit() && letter != '.');
        let longest = decimals.filter_map(|number| number.split_once('.')).map(|(_, tail)| tail.len()).max();
        assert_eq!(longest, Some(7));
    }

    #[test]
    fn properties_are_typed() {
        let file = parsed(&ZonesGeoJson, &Sample::solved());
        insta::assert_snapshot!(serde_json::to_string_pretty(&file["features"][1]["properties"]).unwrap(), @r#"
        {
          "zone": "Midden",
          "region": null,
          "population": 10004,
          "population_minimum": 0,
          "population_maximum": null,
          "units": 1,
          "unit_codes": [
            "b2"
          ],
          "border_km": 4.48,
          "exception": "an island in the ring",
          "fixed": null,
          "findings": 0,
          "parts_not_drawn": []
        }
        "#);
    }

    #[test]
    fn parts_that_the_map_does_not_know_are_named() {
        let file = parsed(&ZonesGeoJson, &Sample::official());
        let features = file["features"].as_array().unwrap();
        let of = |zone: &str| features.iter().find(|feature| feature["properties"]["zone"] == zone).unwrap();
        assert_eq!(of("Oost")["properties"]["parts_not_drawn"], json!(["Midden: the east bank"]));
        assert_eq!(of("Kern")["geometry"], Value::Null, "nothing but a part");
        let units = parsed(&UnitsGeoJson, &Sample::official());
        assert_eq!(units["features"][4]["properties"]["zone"], Value::Null);
    }
}
