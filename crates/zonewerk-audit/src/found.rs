use std::collections::BTreeSet;
use std::fmt;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use super::share::{LISTED, listed};
use super::{Finding, PieceOnMap, Share, UnitLabel, ZoneLabel};
use zonewerk_core::territory::ZoneId;
use zonewerk_core::words::{Language, say, strung};

/// What a rule found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "kind", content = "value", rename_all = "kebab-case", rename_all_fields = "snake_case")]
pub enum Found {
    /// Number of units the plan speaks of.
    Units(usize),
    /// The zones that hold a unit or a part of it, ascending.
    InZones(Vec<ZoneLabel>),
    /// The zones that hold a unit at once, ascending.
    AtOnceIn(Vec<ZoneLabel>),
    /// Zones that a unit is assigned to and the plan has not, ascending.
    UnknownZones(Vec<ZoneLabel>),
    /// Inhabitants of a zone or region.
    Inhabitants(u64),
    /// Inhabitants of a zone or region without those of its parts that are not counted.
    InhabitantsAtLeast {
        /// The others.
        people: u64,
        /// The units of those parts, ascending.
        parts_of: Vec<UnitLabel>,
    },
    /// Inhabitants of a zone or region, of which parts are not counted, where those have all that
    /// their units have besides their counted parts.
    InhabitantsAtMost {
        /// All together.
        people: u64,
        /// The units of the parts that are not counted, ascending.
        parts_of: Vec<UnitLabel>,
    },
    /// Inhabitants of the parts of a unit together.
    InhabitantsOfParts {
        /// Inhabitants of the parts where they are known.
        known: u64,
        /// Number of parts where they are not.
        unknown: usize,
    },
    /// The separate parts of a zone or region, apart from the one with the most inhabitants.
    CutOff(Vec<Vec<UnitLabel>>),
    /// The pieces of a zone on the map that only units of several parts join.
    InPieces {
        /// The pieces, in the order of their first units.
        pieces: Vec<PieceOnMap>,
        /// The units whose separate parts alone join them, ascending.
        joined_by: Vec<UnitLabel>,
    },
    /// What is enclosed, each piece by itself.
    Surrounded(Vec<Vec<UnitLabel>>),
    /// A zone without a unit.
    NoUnit,
    /// The other zones of the same name, by their places in the plan, counted from 1.
    SameName(Vec<usize>),
    /// How a zone that the scenario speaks of differs from the plan's zone that has most of its
    /// units.
    Changed {
        /// That zone; `None` where no zone has a whole unit of it.
        nearest: Option<ZoneLabel>,
        /// Units that it must have and that do not lie wholly in that zone, ascending.
        missing: Vec<UnitLabel>,
        /// Units wholly or partly in that zone that it may not have, ascending.
        besides: Vec<UnitLabel>,
    },
    /// The value of the plan in a goal.
    Amount {
        /// The goal, as it is written in a scenario.
        goal: String,
        /// How much.
        amount: u64,
        /// What it is counted in.
        unit: String,
    },
    /// What lies where, of something that should not be spread like that.
    Spread(Vec<Share>),
    /// The regions that a zone lies in, ascending.
    InRegions(Vec<String>),
    /// Number of zones of a plan or region.
    Zones(usize),
    /// Number of regions of a plan.
    Regions(usize),
    /// What an exception lets pass.
    Waived(Box<Finding>),
    /// What an exception lets pass, though it ended on this day.
    ExpiredOn(Date, Box<Finding>),
    /// The day the inhabitants were counted.
    CountedOn(Date),
    /// So many areas, each as large as may be, hold fewer inhabitants than there are.
    TooLittleRoom(Sum),
    /// So many areas, each as small as may be, need more inhabitants than there are.
    TooFewPeople(Sum),
    /// One number of areas holds too few inhabitants, the next needs too many.
    NoCountFits {
        /// The most areas that do not need too many inhabitants, and what they hold at most.
        few: Sum,
        /// One more, and what they need at least.
        many: Sum,
    },
    /// The zones that so many regions can have at most, or must have at least.
    ZonesOfRegions {
        /// Number of regions.
        regions: u64,
        /// Zones that they have together.
        zones: u64,
    },
}

/// So many areas times so many inhabitants.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Sum {
    /// Number of areas.
    pub count: u64,
    /// Inhabitants of each ordinary one.
    pub each: u64,
    /// Number among them that an exception gives other bounds.
    pub excepted: u64,
    /// Inhabitants of those together.
    pub in_excepted: u64,
    /// Inhabitants of all.
    pub total: u64,
    /// Inhabitants there are.
    pub people: u64,
}

impl Found {
    /// What was found, in words.
    pub fn words(&self, language: Language) -> String {
        match self {
            Self::Units(units) => say!(language, "found-units", units = *units),
            Self::InZones(zones) if zones.is_empty() => say!(language, "found-in-no-zone"),
            Self::InZones(zones) => {
                say!(language, "found-in-zones", zones = zones.len(), names = listed(language, zones))
            }
            Self::AtOnceIn(zones) => {
                say!(language, "found-at-once-in", zones = zones.len(), names = listed(language, zones))
            }
            Self::UnknownZones(zones) => {
                say!(language, "found-in-unknown-zones", zones = zones.len(), names = listed(language, zones))
            }
            Self::Inhabitants(people) => say!(language, "found-inhabitants", people = *people),
            Self::InhabitantsAtLeast { people, parts_of } => {
                say!(
                    language,
                    "found-inhabitants-at-least",
                    people = *people,
                    units = listed(language, parts_of)
                )
            }
            Self::InhabitantsAtMost { people, parts_of } => {
                say!(
                    language,
                    "found-inhabitants-at-most",
                    people = *people,
                    units = listed(language, parts_of)
                )
            }
            Self::InhabitantsOfParts { known, unknown: 0 } => {
                say!(language, "found-inhabitants-of-parts", people = *known)
            }
            Self::InhabitantsOfParts { known, unknown } => {
                say!(language, "found-inhabitants-of-some-parts", people = *known, parts = *unknown)
            }
            Self::CutOff(parts) => {
                say!(language, "found-cut-off", parts = parts.len() + 1, units = pieces(language, parts))
            }
            Self::InPieces { pieces, joined_by } => {
                let each: Vec<String> = pieces.iter().map(|piece| piece.words(language)).collect();
                say!(
                    language,
                    "found-in-pieces",
                    pieces = pieces.len(),
                    joints = listed(language, joined_by),
                    units = each.join(" / ")
                )
            }
            Self::Surrounded(parts) => say!(language, "found-surrounded", units = pieces(language, parts)),
            Self::NoUnit => say!(language, "found-no-unit"),
            Self::SameName(places) => {
                say!(language, "found-same-name", zones = places.len(), places = listed(language, places))
            }
            Self::Changed { nearest: None, .. } => say!(language, "found-not-a-zone"),
            Self::Changed { nearest: Some(zone), missing, besides } => {
                let (zone, missed) = (zone.to_string(), listed(language, missing));
                let others = listed(language, besides);
                match (missing.is_empty(), besides.is_empty()) {
                    (false, true) => say!(language, "found-lacks", zone = zone, missing = missed),
                    (true, _) => say!(language, "found-holds-besides", zone = zone, besides = others),
                    (false, false) => {
                        say!(
                            language,
                            "found-lacks-and-holds",
                            zone = zone,
                            missing = missed,
                            besides = others
                        )
                    }
                }
            }
            Self::Amount { goal, amount, unit } => {
                let amount = goal_amount(language, *amount, unit);
                say!(language, "found-amount", goal = goal.as_str(), amount = amount)
            }
            Self::Spread(shares) => {
                let shares: Vec<String> = shares.iter().map(|share| share.words(language)).collect();
                strung(language, &shares, LISTED)
            }
            Self::InRegions(regions) if regions.is_empty() => say!(language, "found-in-no-region"),
            Self::InRegions(regions) => {
                say!(language, "found-in-regions", regions = regions.len(), names = listed(language, regions))
            }
            Self::Zones(zones) => say!(language, "found-zones", zones = *zones),
            Self::Regions(regions) => say!(language, "found-regions", regions = *regions),
            Self::Waived(finding) => {
                let found = finding.found.words(language);
                say!(language, "found-waived", rule = finding.rule.name(), found = found)
            }
            Self::ExpiredOn(day, finding) => {
                let found = finding.found.words(language);
                say!(
                    language,
                    "found-expired",
                    rule = finding.rule.name(),
                    found = found,
                    day = day.to_string()
                )
            }
            Self::CountedOn(day) => say!(language, "found-counted-on", day = day.to_string()),
            Self::TooLittleRoom(sum) => sum.most(language),
            Self::TooFewPeople(sum) => sum.fewest(language),
            Self::NoCountFits { few, many } => {
                say!(language, "found-no-count-fits", few = few.most(language), many = many.fewest(language))
            }
            Self::ZonesOfRegions { regions, zones } => {
                say!(language, "found-zones-of-regions", regions = *regions, zones = *zones)
            }
        }
    }
}

impl Found {
    /// The zones that it names, ascending.
    pub(super) fn zones(&self) -> BTreeSet<ZoneId> {
        match self {
            Self::InZones(zones) | Self::AtOnceIn(zones) => zones.iter().map(|label| label.zone).collect(),
            Self::Changed { nearest, .. } => nearest.iter().map(|label| label.zone).collect(),
            Self::Spread(shares) => shares.iter().filter_map(|share| share.area.zone()).collect(),
            Self::Waived(finding) | Self::ExpiredOn(_, finding) => finding.zones(),
            _ => BTreeSet::new(),
        }
    }
}

impl Sum {
    /// What there is room for at most.
    fn most(&self, language: Language) -> String {
        let ordinary = self.count - self.excepted;
        if self.excepted == 0 {
            return say!(
                language,
                "found-room",
                count = ordinary,
                each = self.each,
                total = self.total,
                people = self.people
            );
        }
        say!(
            language,
            "found-room-with-exceptions",
            count = ordinary,
            each = self.each,
            total = self.total,
            people = self.people,
            excepted = self.excepted,
            in_excepted = self.in_excepted,
        )
    }

    /// What is needed at least.
    fn fewest(&self, language: Language) -> String {
        let ordinary = self.count - self.excepted;
        if self.excepted == 0 {
            return say!(
                language,
                "found-need",
                count = ordinary,
                each = self.each,
                total = self.total,
                people = self.people
            );
        }
        say!(
            language,
            "found-need-with-exceptions",
            count = ordinary,
            each = self.each,
            total = self.total,
            people = self.people,
            excepted = self.excepted,
            in_excepted = self.in_excepted,
        )
    }
}

impl fmt::Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words(Language::English))
    }
}

/// An amount of what a goal counts, with its unit.
pub(super) fn goal_amount(language: Language, amount: u64, unit: &str) -> String {
    let unit = unit.replace(' ', "-").replace('²', "2");
    say!(language, "goal-amount", amount = amount, unit = unit)
}

fn pieces(language: Language, parts: &[Vec<UnitLabel>]) -> String {
    let parts: Vec<String> = parts.iter().map(|units| listed(language, units)).collect();
    parts.join(" / ")
}
