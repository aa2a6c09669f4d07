use geo::Coord;

use super::crs_definition::Definition;

/// Degrees by which data may lie outside the area of use.
const MARGIN: f64 = 1.0;

/// Where a system is used: west, south, east, north in degrees of WGS 84.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct AreaOfUse(pub [f64; 4]);

impl AreaOfUse {
    /// The area of a system, where it is known.
    pub fn of(code: Option<u32>, definition: &Definition) -> Option<Self> {
        let found = code.and_then(|code| AREAS.iter().find(|(codes, _)| codes.contains(&code)));
        found.map(|(_, area)| Self(*area)).or_else(|| Self::of_zone(definition))
    }

    /// Zones of a transverse Mercator projection are used well beyond their borders, but not
    /// on the other side of the earth.
    fn of_zone(definition: &Definition) -> Option<Self> {
        let zone = definition.projection == "tmerc" && definition.number("k") == 0.9996;
        let zone = zone && definition.number("x_0") == 500_000.0;
        if !zone || definition.meridian != 0.0 {
            return None;
        }
        let middle = definition.number("lon_0");
        let (south, north) = if definition.number("y_0") > 0.0 { (-90.0, 10.0) } else { (-10.0, 85.0) };
        Some(Self([middle - 25.0, south, middle + 25.0, north]))
    }

    /// Whether a position is in the area or near it.
    pub fn has(&self, at: Coord<f64>) -> bool {
        let Self([west, south, east, north]) = *self;
        let beyond_west = (at.x - (west - MARGIN)).rem_euclid(360.0);
        beyond_west <= east - west + 2.0 * MARGIN && (south - MARGIN..=north + MARGIN).contains(&at.y)
    }
}

/// Areas of use as the EPSG registry states them.
pub(super) const AREAS: [(&[u32], [f64; 4]); 17] = [
    (&[31370, 31300, 3812, 3447, 4313], [2.5, 49.5, 6.4, 51.51]),
    (&[3035, 3034], [-35.58, 24.6, 44.83, 84.73]),
    (&[4258], [-35.58, 24.6, 44.83, 84.73]),
    (&[3857], [-180.0, -88.0, 180.0, 88.0]),
    (&[3395], [-180.0, -80.0, 180.0, 84.0]),
    (&[28992, 28991, 4289], [3.2, 50.75, 7.22, 53.7]),
    (&[2154, 4171], [-9.86, 41.15, 10.38, 51.56]),
    (&[27700, 4277], [-9.01, 49.75, 2.01, 61.01]),
    (&[29902, 29903, 2157], [-10.56, 51.39, -5.34, 55.43]),
    (&[2056, 21781, 4149, 4150], [5.96, 45.82, 10.49, 47.81]),
    (&[31466, 31467, 31468, 31469, 4314], [5.86, 47.27, 15.04, 55.09]),
    (&[31287, 31254, 31255, 31256, 4312], [9.53, 46.4, 17.17, 49.02]),
    (&[5514, 5513], [12.09, 47.73, 22.56, 51.06]),
    (&[2180], [14.14, 49.0, 24.15, 55.93]),
    (&[2169, 4181], [5.73, 49.44, 6.53, 50.19]),
    (&[4267, 4269], [167.65, 7.15, 319.27, 86.46]),
    (&[3006, 3067], [10.03, 54.96, 31.59, 70.09]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn areas_cross_the_date_line_and_have_a_margin() {
        let america = AreaOfUse([167.65, 7.15, 319.27, 86.46]);
        for (x, y, expected) in [
            (-71.0, 42.0, true),
            (289.0, 42.0, true),
            (179.9, 52.0, true),
            (-179.9, 52.0, true),
            (166.7, 52.0, true),
            (166.0, 52.0, false),
            (4.4, 50.8, false),
            (-71.0, -42.0, false),
        ] {
            assert_eq!(america.has(Coord { x, y }), expected, "{x}, {y}");
        }
    }
}
