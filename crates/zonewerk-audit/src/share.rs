use schemars::JsonSchema;
use serde::Serialize;

use super::{UnitLabel, ZoneLabel};
use zonewerk_core::territory::ZoneId;
use zonewerk_core::words::{self, Language, say};

/// What a zone, region or group has of something that is spread over several.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Share {
    /// Where the share lies.
    pub area: ShareArea,
    /// The units that lie there wholly or partly, ascending.
    pub units: Vec<UnitLabel>,
    /// Inhabitants of the share; `None` where those of a part are not known.
    pub people: Option<u64>,
}

/// Where a share lies.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(tag = "kind", content = "value", rename_all = "kebab-case")]
pub enum ShareArea {
    /// A zone.
    Zone(ZoneLabel),
    /// A region.
    Region(String),
    /// A group of a family.
    Group(String),
    /// In no zone.
    NoZone,
    /// In no region.
    NoRegion,
    /// In no group of the families in question.
    NoGroup,
}

impl ShareArea {
    /// The zone, where it is one.
    pub(super) fn zone(&self) -> Option<ZoneId> {
        match self {
            Self::Zone(label) => Some(label.zone),
            _ => None,
        }
    }

    pub(super) fn words(&self, language: Language) -> String {
        match self {
            Self::Zone(zone) => zone.name.clone(),
            Self::Region(name) | Self::Group(name) => name.clone(),
            Self::NoZone => say!(language, "area-no-zone"),
            Self::NoRegion => say!(language, "area-no-region"),
            Self::NoGroup => say!(language, "area-no-group"),
        }
    }
}

impl Share {
    pub(super) fn words(&self, language: Language) -> String {
        let area = self.area.words(language);
        let units = listed(language, &self.units);
        match self.people {
            Some(people) => {
                say!(language, "share", area = area, people = people, units = units)
            }
            None => say!(language, "share-unknown", area = area, units = units),
        }
    }
}

/// Names one after the other; of a long list the first ten and how many follow.
pub(super) fn listed<T: ToString>(language: Language, items: &[T]) -> String {
    words::listed(language, items, LISTED)
}

/// How many of a long list are named.
pub(super) const LISTED: usize = 10;
