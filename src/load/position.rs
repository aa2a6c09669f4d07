//! What every ring of a map must fulfil, whatever the format.

use geo::{Coord, LineString};

/// What is wrong with one ring: kind of fault, what was found, what was expected.
pub(super) type RingFault = (&'static str, String, &'static str);

/// A longitude and latitude in degrees.
pub(super) fn position(x: f64, y: f64) -> Result<Coord<f64>, RingFault> {
    if (-180.0..=180.0).contains(&x) && (-90.0..=90.0).contains(&y) {
        return Ok(Coord { x, y });
    }
    Err((
        "position-out-of-range",
        format!("position {x}, {y}"),
        "longitude from -180 to 180 and latitude from -90 to 90 in degrees (WGS 84)",
    ))
}

/// A ring from its positions, the first repeated at the end.
pub(super) fn ring(points: Vec<Coord<f64>>) -> Result<LineString<f64>, RingFault> {
    if points.is_empty() {
        return Err(("short-ring", "a ring without positions".to_owned(), "4 positions or more"));
    }
    if points.first() != points.last() {
        let (first, last) = (points[0], points[points.len() - 1]);
        return Err((
            "open-ring",
            format!("a ring from {}, {} to {}, {}", first.x, first.y, last.x, last.y),
            "a ring that ends where it starts",
        ));
    }
    let first = points[0];
    let second = points.iter().find(|&&point| point != first);
    let third = points.iter().find(|&&point| point != first && Some(&point) != second);
    if third.is_none() {
        let found = format!("a ring of {} positions that differ", 1 + usize::from(second.is_some()));
        return Err(("short-ring", found, "3 positions that differ, the first repeated at the end"));
    }
    Ok(LineString::new(points))
}
