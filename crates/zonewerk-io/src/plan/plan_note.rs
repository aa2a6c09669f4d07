use std::fmt;

use geo::Coord;

use zonewerk_core::territory::{Unit, UnitCode};
use zonewerk_core::words::{Language, say};

/// What a map of a plan says that the plan itself cannot: how it was read, and what does not
/// fit the units.
#[derive(Clone, Debug, PartialEq)]
pub enum PlanNote {
    /// A column was used that nobody named, since it is the one that can be meant.
    ColumnGuessed {
        /// What it is used for: `zone`, `unit`.
        meant: &'static str,
        /// Its name in the file.
        column: String,
    },
    /// How wide a difference of borders may be before it counts.
    Tolerance {
        /// Width in metres.
        tolerance_m: f64,
        /// Median distance from the zones' borders to the nearest border of a unit, in metres;
        /// `None` where the tolerance was given.
        wander_m: Option<f64>,
    },
    /// Pieces of a unit that lie in a zone, too narrow to count.
    SliversLeftOut {
        /// The zone that gets nothing of the unit for them.
        zone: String,
        /// The unit.
        unit: NotedUnit,
        /// Their area in m2.
        area_m2: f64,
        /// Mean width of the widest, 2A/P, in metres.
        width_m: f64,
    },
    /// Pieces of a unit that lie in no zone, too narrow to count.
    GapsLeftOut {
        /// The unit.
        unit: NotedUnit,
        /// Their area in m2.
        area_m2: f64,
        /// Mean width of the widest, 2A/P, in metres.
        width_m: f64,
    },
    /// A border of the zones leaves the borders of the units.
    UnitCut {
        /// The unit.
        unit: NotedUnit,
        /// What each zone holds of it, the largest first; they may overlap.
        zones: Vec<AreaShare>,
        /// Share of its area in none of these zones, from 0 to 1.
        outside: f64,
        /// A place in a piece that the largest zone does not hold, as longitude and latitude.
        at: Coord,
    },
    /// Two zones lie over each other.
    ZonesOverlap {
        /// The zones, by name.
        zones: [String; 2],
        /// The unit in which they do.
        unit: NotedUnit,
        /// The area in m2.
        area_m2: f64,
        /// Mean width of the widest piece, 2A/P, in metres.
        width_m: f64,
        /// Whether it is too narrow to count: then the unit lies where its other area lies.
        is_sliver: bool,
        /// A place in the largest piece, as longitude and latitude.
        at: Coord,
    },
    /// A zone reaches beyond the units by more than a sliver.
    OutsideUnits {
        /// The zone.
        zone: String,
        /// Area outside every unit, in m2.
        area_m2: f64,
        /// A place there, as longitude and latitude.
        at: Coord,
    },
    /// A zone that holds no unit, and no part of one: the plan does not have it.
    ZoneWithoutUnits {
        /// The zone.
        zone: String,
        /// Its area in m2.
        area_m2: f64,
    },
}

/// A unit as a note names it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct NotedUnit {
    /// Its code.
    pub code: UnitCode,
    /// Its name.
    pub name: String,
}

/// What one zone holds of a unit.
#[derive(Clone, Debug, PartialEq)]
pub struct AreaShare {
    /// The zone.
    pub zone: String,
    /// Share of the unit's area, from 0 to 1.
    pub share: f64,
}

impl From<&Unit> for NotedUnit {
    fn from(unit: &Unit) -> Self {
        Self { code: unit.code.clone(), name: unit.name.clone() }
    }
}

impl fmt::Display for NotedUnit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.name, self.code)
    }
}

impl PlanNote {
    /// The note in words.
    pub fn words(&self, language: Language) -> String {
        let tenths = |metres: f64| format!("{metres:.1}");
        match self {
            Self::ColumnGuessed { meant, column } => {
                say!(language, "note-column-guessed", meant = *meant, column = column)
            }
            Self::Tolerance { tolerance_m, wander_m: None } => {
                say!(language, "note-tolerance-asked", metres = format!("{tolerance_m:.0}"))
            }
            Self::Tolerance { tolerance_m, wander_m: Some(wander_m) } => {
                let metres = format!("{tolerance_m:.0}");
                say!(language, "note-tolerance", metres = metres, wander = tenths(*wander_m))
            }
            Self::SliversLeftOut { zone, unit, area_m2, width_m } => {
                let (area, width) = (area(*area_m2), tenths(*width_m));
                say!(
                    language,
                    "note-slivers",
                    area = area,
                    unit = unit.to_string(),
                    zone = zone,
                    width = width
                )
            }
            Self::GapsLeftOut { unit, area_m2, width_m } => {
                let (area, width) = (area(*area_m2), tenths(*width_m));
                say!(language, "note-gaps", area = area, unit = unit.to_string(), width = width)
            }
            Self::UnitCut { unit, zones, outside, at } => {
                let share = |share: f64, zone: &str| {
                    say!(language, "note-share", share = percent(share), zone = zone)
                };
                let mut shares: Vec<String> =
                    zones.iter().map(|held| share(held.share, &held.zone)).collect();
                if *outside > 0.0 {
                    shares.push(say!(language, "note-share-outside", share = percent(*outside)));
                }
                let (place, shares) = (place(*at), shares.join(", "));
                say!(language, "note-unit-cut", unit = unit.to_string(), place = place, shares = shares)
            }
            Self::ZonesOverlap { zones: [a, b], unit, area_m2, width_m, is_sliver, at } => {
                let (place, area, width) = (place(*at), area(*area_m2), tenths(*width_m));
                let unit = unit.to_string();
                match is_sliver {
                    true => say!(
                        language,
                        "note-overlap-sliver",
                        a = a,
                        b = b,
                        place = place,
                        area = area,
                        unit = unit,
                        width = width
                    ),
                    false => say!(
                        language,
                        "note-overlap",
                        a = a,
                        b = b,
                        place = place,
                        area = area,
                        unit = unit,
                        width = width
                    ),
                }
            }
            Self::OutsideUnits { zone, area_m2, at } => {
                say!(language, "note-outside-units", area = area(*area_m2), zone = zone, place = place(*at))
            }
            Self::ZoneWithoutUnits { zone, area_m2 } => {
                say!(language, "note-zone-without-units", zone = zone, area = area(*area_m2))
            }
        }
    }
}

impl fmt::Display for PlanNote {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words(Language::English))
    }
}

/// A share in percent; never 0 or 100 where it is not just that.
pub(crate) fn percent(share: f64) -> String {
    let percent = 100.0 * share;
    let whole = percent.round();
    let is_exact = (percent - whole).abs() < 1e-9;
    if is_exact || (1.0..=99.0).contains(&whole) {
        format!("{whole:.0} %")
    } else if whole < 50.0 {
        format!("{:.2} %", percent.max(0.01))
    } else {
        format!("{:.2} %", percent.min(99.99))
    }
}

fn area(m2: f64) -> String {
    if m2 < 1e5 { format!("{m2:.0} m2") } else { format!("{:.2} km2", m2 / 1e6) }
}

fn place(at: Coord) -> String {
    format!("{:.5}, {:.5}", at.x, at.y)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_are_sentences_with_names_and_numbers() {
        let unit = || NotedUnit { code: UnitCode::new("11002"), name: "Antwerpen".to_owned() };
        let zone = || "Noord".to_owned();
        let at = Coord { x: 4.4, y: 51.2 };
        let share = |zone: &str, share| AreaShare { zone: zone.to_owned(), share };
        for (note, expected) in [
            (
                PlanNote::ColumnGuessed { meant: "zone", column: "elz".to_owned() },
                r#"column elz was read as the zone"#,
            ),
            (
                PlanNote::Tolerance { tolerance_m: 332.4, wander_m: Some(33.24) },
                "differences of borders up to 332 m wide do not count: half of the zones' borders lie within 33.2 m of the borders of units",
            ),
            (
                PlanNote::Tolerance { tolerance_m: 50.0, wander_m: None },
                "differences of borders up to 50 m wide do not count, as asked",
            ),
            (
                PlanNote::SliversLeftOut { zone: zone(), unit: unit(), area_m2: 99_000.4, width_m: 12.34 },
                r#"99000 m2 of Antwerpen (11002) in zone Noord do not count: slivers of up to 12.3 m wide"#,
            ),
            (
                PlanNote::GapsLeftOut { unit: unit(), area_m2: 1.5e6, width_m: 12.0 },
                "1.50 km2 of Antwerpen (11002) in no zone do not count: slivers of up to 12.0 m wide",
            ),
            (
                PlanNote::UnitCut {
                    unit: unit(),
                    zones: vec![share("a", 0.63), share("b", 0.3)],
                    outside: 0.07,
                    at,
                },
                r#"Antwerpen (11002) is cut near 4.40000, 51.20000: 63 % in a, 30 % in b, 7 % in no zone"#,
            ),
            (
                PlanNote::ZonesOverlap {
                    zones: [zone(), "Zuid".to_owned()],
                    unit: unit(),
                    area_m2: 500.0,
                    width_m: 2.0,
                    is_sliver: true,
                    at,
                },
                r#"zones Noord and Zuid overlap in Antwerpen (11002) near 4.40000, 51.20000: 500 m2, up to 2.0 m wide, a sliver that does not count"#,
            ),
            (
                PlanNote::OutsideUnits { zone: zone(), area_m2: 2e6, at },
                r#"2.00 km2 of zone Noord near 4.40000, 51.20000 lie in no unit"#,
            ),
            (
                PlanNote::ZoneWithoutUnits { zone: zone(), area_m2: 2e6 },
                r#"zone Noord of 2.00 km2 holds no unit and is not in the plan"#,
            ),
        ] {
            assert_eq!(note.to_string(), expected);
        }
    }

    #[test]
    fn shares_are_never_all_or_nothing_unless_they_are() {
        for (share, expected) in [
            (0.0, "0 %"),
            (1.0, "100 %"),
            (0.634, "63 %"),
            (0.000001, "0.01 %"),
            (0.0042, "0.42 %"),
            (0.9962, "99.62 %"),
            (0.999999, "99.99 %"),
        ] {
            assert_eq!(percent(share), expected, "{share}");
        }
    }
}
