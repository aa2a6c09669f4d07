//! A ring of positions, and what makes one usable.

use geo::Coord;

/// A position in the coordinates of its file.
pub type Position = Coord<f64>;

/// The positions of a ring as they stand in the file, the first repeated at the end where
/// the file does so; or why they could not be read.
pub type Ring = Result<Vec<Position>, RingFault>;

/// What is wrong with one ring.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RingFault {
    /// Kebab-case name of the kind of fault: `open-ring`.
    pub code: &'static str,
    /// What was found.
    pub found: String,
    /// What was expected.
    pub expected: &'static str,
}

/// Whether a ring can be walked: numbers, closed, three different positions at least.
///
/// # Errors
/// With the first fault.
pub fn sound(points: &[Position]) -> Result<(), RingFault> {
    if let Some(point) = points.iter().find(|point| !(point.x.is_finite() && point.y.is_finite())) {
        return Err(RingFault {
            code: "invalid-position",
            found: format!("position {}, {}", point.x, point.y),
            expected: "two numbers",
        });
    }
    let (Some(&first), Some(&last)) = (points.first(), points.last()) else {
        let found = "a ring without positions".to_owned();
        return Err(RingFault { code: "short-ring", found, expected: "4 positions or more" });
    };
    if first != last {
        return Err(RingFault {
            code: "open-ring",
            found: format!("a ring from {}, {} to {}, {}", first.x, first.y, last.x, last.y),
            expected: "a ring that ends where it starts",
        });
    }
    let second = points.iter().find(|&&point| point != first);
    let third = points.iter().find(|&&point| point != first && Some(&point) != second);
    if third.is_none() {
        return Err(RingFault {
            code: "short-ring",
            found: format!("a ring of {} positions that differ", 1 + usize::from(second.is_some())),
            expected: "3 positions that differ, the first repeated at the end",
        });
    }
    Ok(())
}
