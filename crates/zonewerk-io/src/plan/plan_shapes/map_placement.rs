//! Where the map of a plan lies, and whether it can be the map of these units.

use geo::{Coord, Rect};

use super::bounding_boxes::{likeness, meet, of_points};
use crate::formats::csv_table::problem;
use crate::{InputPlace, InputProblem, Scenario};
use zonewerk_core::crs::Crs;
use zonewerk_core::layer::{Feature, MapLayer, Shape, StatedCrs};

/// From this likeness of the boxes on, another reference system is worth naming.
const LIKELY: f64 = 0.05;

/// The coordinate reference system of a map of zones: the one that the user names, or that
/// the file states. Where it is not known, or puts all of the map elsewhere than the units,
/// that is a problem, which names the system that would fit.
pub(super) fn reference_system(
    layer: &MapLayer,
    named: Option<&str>,
    scenario: &Scenario,
    territory: Option<Rect>,
    problems: &mut Vec<InputProblem>,
) -> Option<Crs> {
    let boxes: Vec<Rect> = layer.features.iter().filter_map(bounds).collect();
    let (Some(territory), Some(extent)) =
        (territory, of_points(boxes.iter().flat_map(|one| [one.min(), one.max()])))
    else {
        // Without a single position, the features themselves are the problem.
        return Some(Crs::wgs84());
    };
    let hint = || hint(extent, territory, scenario);
    let mut wrong = |code, found: &str, expected: &str| {
        problems.push(problem(code, &layer.file, InputPlace::File, found, expected));
    };
    let stated = match named {
        Some(text) => Crs::from_text(text).map(Some),
        None => Crs::from_stated(&layer.crs),
    };
    let crs = match stated {
        Ok(Some(crs)) => crs,
        Ok(None) => {
            let found =
                format!("coordinates of which the file does not say what they are, {}", words(extent));
            wrong("missing-crs", &found, &format!("a coordinate reference system, named as crs{}", hint()));
            return None;
        }
        Err(error) => {
            let found = format!("a coordinate reference system that cannot be used ({error})");
            wrong("unknown-crs", &found, &format!("one that is known, named as crs{}", hint()));
            return None;
        }
    };
    if boxes.iter().any(|one| moved(&crs, *one, AxisOrder::AsIs).is_some_and(|one| meet(&one, &territory))) {
        return Some(crs);
    }
    let by = match (named, &layer.crs) {
        (Some(_), _) => "as named",
        (None, StatedCrs::ByFormat) => "as its format has them",
        (None, _) => "as the file states",
    };
    let found = format!("coordinates {} in {}, {by}, nowhere near the units", words(extent), shown(&crs));
    let expected = format!("zones over the units, longitude and latitude {}{}", words(territory), hint());
    wrong("plan-elsewhere", &found, &expected);
    None
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum AxisOrder {
    AsIs,
    Swapped,
}

/// What would put the map over the units, in words; blank for nothing.
fn hint(extent: Rect, territory: Rect, scenario: &Scenario) -> String {
    let mut systems = vec![scenario.crs.clone()];
    systems.extend(Crs::likely_at(territory.center()));
    let mut best: Option<(f64, &Crs, AxisOrder)> = None;
    for order in [AxisOrder::AsIs, AxisOrder::Swapped] {
        for crs in &systems {
            let fit = moved(crs, extent, order).map_or(0.0, |there| likeness(&there, &territory));
            // The first of equals: systems of one country differ by metres.
            if fit >= LIKELY && best.is_none_or(|(other, ..)| fit > other + 0.01) {
                best = Some((fit, crs, order));
            }
        }
    }
    match best {
        None => String::new(),
        Some((_, crs, AxisOrder::AsIs)) => format!(" (they would fit in {})", shown(crs)),
        Some((_, crs, AxisOrder::Swapped)) => {
            format!(" (they would fit in {} with x and y exchanged)", shown(crs))
        }
    }
}

/// A box in degrees, from nine of its points; `None` where none of them has a place.
fn moved(crs: &Crs, bounds: Rect, order: AxisOrder) -> Option<Rect> {
    let (min, max, middle) = (bounds.min(), bounds.max(), bounds.center());
    let xs = [min.x, middle.x, max.x];
    let points = [min.y, middle.y, max.y].into_iter().flat_map(|y| xs.map(|x| Coord { x, y }));
    let placed = points.filter_map(|point| {
        let point = if order == AxisOrder::Swapped { Coord { x: point.y, y: point.x } } else { point };
        crs.to_wgs84(point).ok()
    });
    of_points(placed)
}

/// The box around the positions of a feature that are numbers.
fn bounds(feature: &Feature) -> Option<Rect> {
    let Shape::Polygons(polygons) = &feature.shape else { return None };
    let points = polygons.iter().flatten().flatten().flatten().copied();
    of_points(points.filter(|point| point.x.is_finite() && point.y.is_finite()))
}

fn shown(crs: &Crs) -> String {
    crs.epsg().map_or_else(|| crs.name().to_owned(), |code| format!("EPSG:{code} ({})", crs.name()))
}

fn words(bounds: Rect) -> String {
    let number =
        |value: f64| if value.abs() < 1000.0 { format!("{value:.2}") } else { format!("{value:.0}") };
    let [west, south] = [bounds.min().x, bounds.min().y].map(number);
    let [east, north] = [bounds.max().x, bounds.max().y].map(number);
    format!("from {west}, {south} to {east}, {north}")
}
