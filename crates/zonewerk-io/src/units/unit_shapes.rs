//! From the rings of a feature to the polygons of a unit, in the coordinates of the map.

use geo::{LineString, MultiPolygon, Polygon};

use crate::formats::csv_table::problem;
use crate::units::around_the_world;
use crate::units::unit_features::feature_problem;
use crate::{InputPlace, InputProblem};
use zonewerk_core::crs::{Crs, CrsError};
use zonewerk_core::layer::{Feature, MapLayer, Position, Ring, RingFault, Shape, sound};

/// The polygons of a feature whose positions are on `crs`, moved to `target` where that is
/// another; `None` with every faulty ring told.
pub(crate) fn polygons(
    layer: &MapLayer,
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
    // A position that is no number is told as that.
    let are_numbers = points.iter().all(|point| point.x.is_finite() && point.y.is_finite());
    let mut moved = Vec::with_capacity(points.len());
    let mut longitudes = Vec::with_capacity(points.len());
    for point in points.iter().filter(|_| are_numbers) {
        let degrees = crs.to_wgs84(*point).map_err(|error| outside(point, points, crs, &error))?;
        longitudes.push(degrees.x);
        moved.push(match target {
            None => *point,
            Some(target) => {
                target.from_wgs84(degrees).map_err(|error| outside(point, points, crs, &error))?
            }
        });
    }
    sound(points)?;
    match around_the_world::edge(points, &longitudes, crs) {
        Some(edge) => Err(around_the_world::fault(edge)),
        None => Ok(LineString::new(moved)),
    }
}

fn outside(point: &Position, ring: &[Position], crs: &Crs, error: &CrsError) -> RingFault {
    let looks = match error {
        CrsError::Outside { looks, .. } => format!(" ({looks})"),
        _ => String::new(),
    };
    RingFault {
        code: OUTSIDE,
        found: format!("position {}, {}{looks}", point.x, point.y),
        expected: match crs.is_geographic() {
            true if around_the_world::goes_beyond(ring) => around_the_world::BEYOND,
            true => "longitude from -180 to 180 and latitude from -90 to 90 in degrees",
            false => "a position in the coordinate reference system of the map",
        },
    }
}

/// Code of a position that cannot be in the coordinate reference system of its map.
pub(crate) const OUTSIDE: &str = "position-out-of-range";

/// One problem for a map of which most features are not where they can be: its reference
/// system is another.
pub(crate) fn mostly_outside(
    layer: &MapLayer,
    crs: &Crs,
    first: &InputProblem,
    [outside, all]: [usize; 2],
) -> InputProblem {
    let code = crs.epsg().map(|code| format!("EPSG:{code} ")).unwrap_or_default();
    let found =
        format!("{outside} of {all} features outside it, {} in feature {}", first.found, number(first));
    let expected = format!("coordinates in {code}{}, or another crs named", crs.name());
    problem("coordinates-outside-crs", &layer.file, InputPlace::File, &found, &expected)
}

fn number(problem: &InputProblem) -> usize {
    match problem.place {
        InputPlace::Feature(number) => number,
        _ => 0,
    }
}
