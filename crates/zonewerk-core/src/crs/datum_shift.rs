/// How a datum relates to WGS 84.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Shift {
    /// It is WGS 84.
    None,
    /// Helmert shift to WGS 84 as a position vector: three translations in metres, three
    /// rotations in seconds of arc, scale in parts per million.
    Helmert([f64; 7]),
    /// Nobody said.
    Unknown,
}

impl Shift {
    /// From the three or seven numbers of a `towgs84`.
    pub fn of_numbers(numbers: &[f64]) -> Option<Self> {
        let mut seven = [0.0; 7];
        if !matches!(numbers.len(), 3 | 7) || numbers.iter().any(|n| n.abs() > 1e5 || n.is_nan()) {
            return None;
        }
        seven[..numbers.len()].copy_from_slice(numbers);
        Some(Self::Helmert(seven))
    }

    /// Whether positions stay as they are: by definition or for want of anything better.
    pub fn keeps_positions(&self) -> bool {
        match self {
            Self::None | Self::Unknown => true,
            Self::Helmert(numbers) => numbers.iter().all(|&number| number == 0.0),
        }
    }

    /// Whether a shift is known that moves positions.
    pub fn moves_positions(&self) -> bool {
        !self.keeps_positions()
    }

    /// The accuracy in words, for a datum of this name on an ellipsoid with this major half
    /// axis.
    pub fn accuracy(&self, datum: &str, major: f64) -> String {
        let Self::Helmert(numbers) = self else {
            let far = if major == 6_378_137.0 { "" } else { ", which may be hundreds of metres off" };
            return match self {
                Self::None => "identical: the datum is WGS 84".to_owned(),
                _ if datum.is_empty() => {
                    format!("unknown: no datum is named, taken as WGS 84{far}")
                }
                _ => format!("unknown: no shift of datum {datum} is known, taken as WGS 84{far}"),
            };
        };
        if self.keeps_positions() {
            let metres = if datum.starts_with("North_American") { 4 } else { 1 };
            return format!("about {metres} m: datum {datum} taken as WGS 84");
        }
        let kind = if numbers[3..].iter().all(|&number| number == 0.0) {
            "three-parameter"
        } else {
            "seven-parameter"
        };
        let near = |shift: &[f64; 7]| shift.iter().zip(numbers).all(|(a, b)| (a - b).abs() < 2e-3);
        match KNOWN.iter().find(|(_, _, shift)| near(shift)) {
            Some((code, error, _)) => {
                format!("about {error}: {kind} shift (towgs84), EPSG operation {code}")
            }
            None => {
                let texts: Vec<String> = numbers.iter().map(f64::to_string).collect();
                format!("not stated: {kind} shift (towgs84) {}", texts.join(","))
            }
        }
    }
}

/// Datums that PROJ texts name, with their ellipsoid and shift. NAD27 has the mean shift of
/// the contiguous United States in place of the grids that it needs.
pub(super) const DATUMS: [(&str, &str, &str, Shift); 11] = [
    ("WGS84", "WGS84", "WGS_1984", Shift::None),
    ("GGRS87", "GRS80", "Greek_Geodetic_Reference_System_1987", short(-199.87, 74.79, 246.62)),
    ("NAD83", "GRS80", "North_American_Datum_1983", short(0.0, 0.0, 0.0)),
    ("NAD27", "clrk66", "North_American_Datum_1927", short(-8.0, 160.0, 176.0)),
    ("OSGB36", "airy", "OSGB_1936", OSGB36),
    ("carthage", "clrk80ign", "Carthage", short(-263.0, 6.0, 431.0)),
    ("hermannskogel", "bessel", "Militar_Geographische_Institute", MGI),
    ("ire65", "mod_airy", "TM65", IRELAND),
    ("nzgd49", "intl", "New_Zealand_Geodetic_Datum_1949", NZGD49),
    ("potsdam", "bessel", "Deutsches_Hauptdreiecksnetz", DHDN),
    ("rnb72", "intl", "Reseau_National_Belge_1972", BD72),
];

const BD72: Shift = long([-106.8686, 52.2978, -103.7239, 0.3366, -0.457, 1.8422, -1.2747]);
const DHDN: Shift = long([598.1, 73.7, 418.2, 0.202, 0.045, -2.455, 6.7]);
const IRELAND: Shift = long([482.53, -130.596, 564.557, -1.042, -0.214, -0.631, 8.15]);
const MGI: Shift = long([577.326, 90.129, 463.919, 5.137, 1.474, 5.297, 2.4232]);
pub(super) const NZGD49: Shift = long([59.47, -5.04, 187.44, 0.47, -0.1, 1.024, -4.5993]);
const OSGB36: Shift = long([446.448, -125.157, 542.06, 0.15, 0.247, 0.842, -20.489]);

const fn short(x: f64, y: f64, z: f64) -> Shift {
    Shift::Helmert([x, y, z, 0.0, 0.0, 0.0, 0.0])
}

const fn long(numbers: [f64; 7]) -> Shift {
    Shift::Helmert(numbers)
}

const NAD27: &str =
    "10 m in the contiguous United States and up to some hundred elsewhere, for want of grids";

/// Operations of the EPSG registry with the accuracy it states.
const KNOWN: [(u32, &str, [f64; 7]); 19] = [
    (15929, "1 m", [-106.8686, 52.2978, -103.7239, 0.3366, -0.457, 1.8422, -1.2747]),
    (1609, "1 m", [-99.059, 53.322, -112.486, 0.419, -0.83, 1.885, -1.0]),
    (15934, "1 m", [565.2369, 50.0087, 465.658, -0.406857, 0.350733, -1.87035, 4.0812]),
    (4833, "1 m", [565.4171, 50.3319, 465.5524, -0.398957, 0.343988, -1.877402, 4.0725]),
    (1314, "2 m", [446.448, -125.157, 542.06, 0.15, 0.247, 0.842, -20.489]),
    (1777, "3 m", [598.1, 73.7, 418.2, 0.202, 0.045, -2.455, 6.7]),
    (1618, "1.5 m", [577.326, 90.129, 463.919, 5.137, 1.474, 5.297, 2.4232]),
    (1766, "1.5 m", [674.374, 15.056, 405.346, 0.0, 0.0, 0.0, 0.0]),
    (1193, "2 m", [-168.0, -60.0, 320.0, 0.0, 0.0, 0.0, 0.0]),
    (1173, NAD27, [-8.0, 160.0, 176.0, 0.0, 0.0, 0.0, 0.0]),
    (1133, "10 m", [-87.0, -98.0, -121.0, 0.0, 0.0, 0.0, 0.0]),
    (1623, "1 m", [570.8, 85.7, 462.8, 4.998, 1.587, 5.261, 3.56]),
    (15965, "6 m", [589.0, 76.0, 480.0, 0.0, 0.0, 0.0, 0.0]),
    (1641, "1 m", [482.5, -130.6, 564.6, -1.042, -0.214, -0.631, 8.15]),
    (1954, "1 m", [482.53, -130.596, 564.557, -1.042, -0.214, -0.631, 8.15]),
    (1272, "1 m", [-199.87, 74.79, 246.62, 0.0, 0.0, 0.0, 0.0]),
    (1564, "4 m", [59.47, -5.04, 187.44, 0.47, -0.1, 1.024, -4.5993]),
    (1660, "4 m", [-104.1, -49.1, -9.9, 0.971, -2.917, 0.714, -11.68]),
    (5486, "1 m", [-189.6806, 18.3463, -42.7695, -0.33746, -3.09264, 2.53861, 0.4598]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accuracy_names_the_operation_or_says_that_none_is_known() {
        for (shift, datum, expected) in [
            (Shift::None, "WGS_1984", "identical: the datum is WGS 84"),
            (Shift::Unknown, "Mars", "unknown: no shift of datum Mars is known, taken as WGS 84"),
            (Shift::Unknown, "", "unknown: no datum is named, taken as WGS 84"),
            (short(0.0, 0.0, 0.0), "ETRS89", "about 1 m: datum ETRS89 taken as WGS 84"),
            (BD72, "", "about 1 m: seven-parameter shift (towgs84), EPSG operation 15929"),
            (
                DATUMS[3].3,
                "",
                "about 10 m in the contiguous United States and up to some hundred elsewhere, for want \
                 of grids: three-parameter shift (towgs84), EPSG operation 1173",
            ),
            (short(1.0, 2.0, 3.5), "", "not stated: three-parameter shift (towgs84) 1,2,3.5,0,0,0,0"),
        ] {
            assert_eq!(shift.accuracy(datum, 6_378_137.0), expected);
        }
    }

    #[test]
    fn a_shift_has_three_or_seven_numbers() {
        assert_eq!(Shift::of_numbers(&[1.0, 2.0, 3.0]), Some(short(1.0, 2.0, 3.0)));
        for numbers in [&[][..], &[1.0; 6], &[1e9, 0.0, 0.0], &[f64::NAN, 0.0, 0.0]] {
            assert_eq!(Shift::of_numbers(numbers), None, "{numbers:?}");
        }
    }
}
