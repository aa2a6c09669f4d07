//! From the rings of a feature to the polygons of a unit, in the coordinates of the map.

use geo::{LineString, MultiPolygon, Polygon};

use super::InputProblem;
use super::unit_features::feature_problem;
use crate::crs::Crs;
use crate::layer::{Feature, Layer, Position, Ring, RingFault, Shape, sound};

/// The polygons of a feature whose positions are on `crs`, moved to `target` where that is
/// another; `None` with every faulty ring told.
pub(super) fn polygons(
    layer: &Layer,
    feature: &Feature,
    crs: &Crs,
    target: Option<&Crs>,
    problems: &mut Vec<InputProblem>,
) -> Option<MultiPolygon<f64>> {
    let mut fault = |code, found: &str, expected: &str| {
        problems.push(feature_problem(layer, feature, code, "geometry", found, expected));
    };
    const EXPECTED: &str = "Polygon or MultiPolygon";
    let rings = match &feature.shape {
        Shape::Polygons(rings) => rings,
        Shape::Empty => {
            fault("empty-geometry", "no geometry", EXPECTED);
            return None;
        }
        Shape::NoPolygon(kind) => {
            fault("not-a-polygon", kind, EXPECTED);
            return None;
        }
        Shape::Unreadable(why) => {
            fault("unreadable-geometry", why, EXPECTED);
            return None;
        }
    };
    let mut polygons = Vec::new();
    let mut is_sound = true;
    for rings in rings {
        if rings.is_empty() {
            fault("empty-geometry", "a polygon without rings", "at least one ring");
            is_sound = false;
        }
        let mut lines = Vec::new();
        for ring in rings {
            match line(ring, crs, target) {
                Ok(line) => lines.push(line),
                Err(RingFault { code, found, expected }) => {
                    fault(code, &found, expected);
                    is_sound = false;
                }
            }
        }
        let mut lines = lines.into_iter();
        polygons.extend(lines.next().map(|exterior| Polygon::new(exterior, lines.collect())));
    }
    is_sound.then_some(MultiPolygon::new(polygons))
}

fn line(ring: &Ring, crs: &Crs, target: Option<&Crs>) -> Result<LineString<f64>, RingFault> {
    let points = ring.as_ref().map_err(Clone::clone)?;
    let out_of_range = |point: &Position, why: String| RingFault {
        code: "position-out-of-range",
        found: format!("position {}, {}{why}", point.x, point.y),
        expected: match crs.is_geographic() {
            true => "longitude from -180 to 180 and latitude from -90 to 90 in degrees",
            false => "a position in the coordinate reference system of the map",
        },
    };
    // A position that is no number is told as that.
    let are_numbers = points.iter().all(|point| point.x.is_finite() && point.y.is_finite());
    let mut moved = Vec::with_capacity(points.len());
    for point in points.iter().filter(|_| are_numbers) {
        let beside = |error| if crs.is_geographic() { String::new() } else { format!(" ({error})") };
        let degrees = crs.to_wgs84(*point).map_err(|error| out_of_range(point, beside(error)))?;
        moved.push(match target {
            None => *point,
            Some(target) => {
                target.from_wgs84(degrees).map_err(|error| out_of_range(point, format!(" ({error})")))?
            }
        });
    }
    sound(points)?;
    Ok(LineString::new(moved))
}
