use crate::words::Words;

/// What a profile can set for a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Parameter {
    /// Fewest inhabitants of a zone.
    ZoneMinimum,
    /// Most inhabitants of a zone.
    ZoneMaximum,
    /// Number of zones.
    ZoneCount,
    /// Fewest inhabitants of a region.
    RegionMinimum,
    /// Most inhabitants of a region.
    RegionMaximum,
    /// Number of regions.
    RegionCount,
    /// Fewest zones of a region.
    RegionZonesMinimum,
    /// Most zones of a region.
    RegionZonesMaximum,
    /// The families of groups it is about.
    Families,
    /// Units that it leaves alone.
    Except,
    /// How strictly it is read.
    Reading,
    /// How many months it allows.
    Months,
}

impl Parameter {
    /// The keys of a profile that set it: `levels.zone.minimum`, or one in the rule's table.
    pub fn key(self) -> &'static str {
        match self {
            Self::ZoneMinimum => "levels.zone.minimum",
            Self::ZoneMaximum => "levels.zone.maximum",
            Self::ZoneCount => "levels.zone.count_minimum, levels.zone.count_maximum",
            Self::RegionMinimum => "levels.region.minimum",
            Self::RegionMaximum => "levels.region.maximum",
            Self::RegionCount => "levels.region.count_minimum, levels.region.count_maximum",
            Self::RegionZonesMinimum => "levels.region.zones_minimum",
            Self::RegionZonesMaximum => "levels.region.zones_maximum",
            Self::Families => "families",
            Self::Except => "except",
            Self::Reading => "reading",
            Self::Months => "months",
        }
    }

    /// What it sets.
    pub fn meaning(self) -> Words {
        let words = |en, nl| Words { en, nl };
        match self {
            Self::ZoneMinimum => words("fewest inhabitants of a zone", "minste inwoners van een zone"),
            Self::ZoneMaximum => words("most inhabitants of a zone", "meeste inwoners van een zone"),
            Self::ZoneCount => words("number of zones of a plan", "aantal zones van een plan"),
            Self::RegionMinimum => words("fewest inhabitants of a region", "minste inwoners van een regio"),
            Self::RegionMaximum => words("most inhabitants of a region", "meeste inwoners van een regio"),
            Self::RegionCount => words("number of regions of a plan", "aantal regio's van een plan"),
            Self::RegionZonesMinimum => words("fewest zones of a region", "minste zones van een regio"),
            Self::RegionZonesMaximum => words("most zones of a region", "meeste zones van een regio"),
            Self::Families => words(
                "names of the families of groups it is about",
                "namen van de families van groepen waarover het gaat",
            ),
            Self::Except => words(
                "codes of the units that it leaves alone",
                "codes van de eenheden die buiten de regel vallen",
            ),
            Self::Reading => words("\"strict\" or \"weak\"", "\"strict\" (streng) of \"weak\" (zwak)"),
            Self::Months => words("how many months it allows", "hoeveel maanden zijn toegestaan"),
        }
    }
}
