use crate::territory::UnitId;

/// A demand on units that every plan must keep.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pin {
    /// What must hold.
    pub asks: PinKind,
    /// Why, in words that are printed with it.
    pub reason: String,
}

/// What a pin asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PinKind {
    /// These units (ascending, two or more) lie in one zone.
    Together(Vec<UnitId>),
    /// These units (ascending, two or more) lie in as many zones as they are.
    Apart(Vec<UnitId>),
    /// One zone holds these units, and not those; other units may join it. No other zone
    /// of a pin holds the same.
    Zone {
        /// Name of the zone.
        name: String,
        /// The units it holds, ascending, one or more.
        holds: Vec<UnitId>,
        /// The units that stay out of it, ascending.
        without: Vec<UnitId>,
    },
}

impl PinKind {
    /// Whether a plan may have a zone of exactly these units (ascending), as far as this
    /// one pin goes.
    pub fn allows(&self, zone: &[UnitId]) -> bool {
        let inside = |units: &[UnitId]| units.iter().filter(|unit| zone.binary_search(unit).is_ok()).count();
        match self {
            Self::Together(units) => [0, units.len()].contains(&inside(units)),
            Self::Apart(units) => inside(units) <= 1,
            Self::Zone { holds, without, .. } => match inside(holds) {
                0 => true,
                some => some == holds.len() && inside(without) == 0,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::territory::Id;

    #[test]
    fn a_wish_allows_zones_that_keep_it() {
        let units = |numbers: &[usize]| numbers.iter().map(|&number| UnitId::new(number)).collect::<Vec<_>>();
        let together = PinKind::Together(units(&[1, 3]));
        let apart = PinKind::Apart(units(&[1, 3, 5]));
        let zone = PinKind::Zone { name: "A".into(), holds: units(&[1, 3]), without: units(&[4]) };
        for (members, expected) in [
            (&[0, 2][..], [true, true, true]),
            (&[1, 2], [false, true, false]),
            (&[1, 2, 3], [true, false, true]),
            (&[1, 3, 4], [true, false, false]),
            (&[4, 5], [true, true, true]),
        ] {
            let found = [&together, &apart, &zone].map(|asked| asked.allows(&units(members)));
            assert_eq!(found, expected, "{members:?}");
        }
    }
}
