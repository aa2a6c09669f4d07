use geo::{BoundingRect, Buffer, Polygon};

use super::ring_areas::{polygon_area_m2, width_m};

/// From this share of the unit on, a piece counts however narrow it is.
const LARGEST_SHARE: f64 = 0.25;

/// A sliver is at most this part of the width of a unit wide.
const WIDEST_PART: f64 = 0.25;

/// Differences under this width are those of numbers, not of borders, in metres: degrees with
/// seven decimals are about a centimetre apart.
pub(super) const GRAIN_M: f64 = 0.05;

/// What counts as a sliver of a unit.
#[derive(Clone, Copy, Debug)]
pub(super) struct SliverLimit {
    /// Area of the unit in m2.
    pub(super) unit_m2: f64,
    /// Width of the widest sliver in metres.
    widest_m: f64,
}

impl SliverLimit {
    /// Slivers of a unit of this area. In a small unit they are narrower than the tolerance.
    pub(super) fn of_unit(unit_m2: f64, tolerance_m: f64) -> Self {
        Self { unit_m2, widest_m: tolerance_m.min(WIDEST_PART * unit_m2.sqrt()).max(GRAIN_M) }
    }

    /// Whether a piece is a sliver: small beside the unit, and so narrow everywhere that no
    /// disc of the greatest width fits in.
    pub(super) fn is(&self, piece: &Polygon) -> bool {
        polygon_area_m2(piece) < LARGEST_SHARE * self.unit_m2 && !has_room(piece, self.widest_m)
    }
}

/// Whether a disc of this diameter fits into a polygon, to a hundredth of it.
///
/// Every point lies within the radius r of the largest such disc of the border, so that
/// A <= r P: what has a mean width 2A/P of the diameter has room for it.
pub(super) fn has_room(piece: &Polygon, diameter_m: f64) -> bool {
    let radius_m = diameter_m / 2.0;
    if polygon_area_m2(piece) < std::f64::consts::PI * radius_m * radius_m {
        return false;
    }
    let sides = piece.bounding_rect().map_or(0.0, |bounds| bounds.width().min(bounds.height()));
    if sides < diameter_m {
        return false;
    }
    width_m(piece) >= diameter_m || !piece.buffer(-radius_m).0.is_empty()
}

#[cfg(test)]
mod tests {
    use geo::polygon;

    use super::*;

    #[test]
    fn disc_fits_where_there_is_room_for_it_anywhere() {
        let strip = polygon![(x: 0., y: 0.), (x: 1000., y: 0.), (x: 1000., y: 20.), (x: 0., y: 20.)];
        // The same strip with a field of 100 by 100 m at its end, and bent around a corner.
        let pan = polygon![(x: 0., y: 0.), (x: 1000., y: 0.), (x: 1000., y: -40.), (x: 1100., y: -40.),
            (x: 1100., y: 60.), (x: 1000., y: 60.), (x: 1000., y: 20.), (x: 0., y: 20.)];
        let corner = polygon![(x: 0., y: 0.), (x: 1000., y: 0.), (x: 1000., y: 1000.), (x: 980., y: 1000.),
            (x: 980., y: 20.), (x: 0., y: 20.)];
        for (piece, diameter_m, expected) in [
            (&strip, 19.0, true),
            (&strip, 21.0, false),
            (&pan, 21.0, true),
            (&pan, 98.0, true),
            (&pan, 103.0, false),
            (&corner, 19.0, true),
            (&corner, 30.0, false),
        ] {
            assert_eq!(has_room(piece, diameter_m), expected, "{piece:?} {diameter_m}");
        }
    }

    #[test]
    fn sliver_is_small_beside_its_unit() {
        let strip = polygon![(x: 0., y: 0.), (x: 1000., y: 0.), (x: 1000., y: 20.), (x: 0., y: 20.)];
        for (unit_m2, tolerance_m, expected) in [
            (1e6, 30.0, true),
            (1e6, 10.0, false),
            // A quarter of the unit is 20,250 m2, and then 19,750 m2.
            (81_000.0, 30.0, true),
            (79_000.0, 30.0, false),
        ] {
            assert_eq!(
                SliverLimit::of_unit(unit_m2, tolerance_m).is(&strip),
                expected,
                "{unit_m2} {tolerance_m}"
            );
        }
    }
}
