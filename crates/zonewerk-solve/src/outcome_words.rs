//! Outcomes in plain English sentences. Reports tell the same with names and colours.

use std::fmt;

use super::{Beyond, DesignOrder, Infeasibility, Stopped};
use zonewerk_core::words::{Language, number as number_in_words};

/// Why a search ended, in words.
impl fmt::Display for Stopped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let thousands = |number: usize| number_in_words(Language::English, number as u64);
        match self {
            Self::TimeLimit => f.write_str("the time limit was reached"),
            Self::Interrupted => f.write_str("it was interrupted"),
            Self::TooManyRegions { limit } => {
                let limit = thousands(*limit);
                write!(f, "more than {limit} sets of zones may still be a region of a better plan")
            }
            Self::OneAfterTheOther { order: DesignOrder::RegionsFirst } => {
                f.write_str("regions were drawn first, and zones inside each")
            }
            Self::OneAfterTheOther { .. } => f.write_str("zones were drawn first, and regions of them"),
            Self::NothingFits { order: DesignOrder::RegionsFirst } => {
                f.write_str("the regions that were drawn first hold no zones within the rules")
            }
            Self::NothingFits { .. } => f.write_str(
                "the zones that were drawn first cannot be put together to regions within the rules",
            ),
            Self::TooManyZones { limit } => {
                write!(f, "more than {} zones are feasible; narrower bounds make fewer", thousands(*limit))
            }
            Self::UnclearExceptions { exceptions } => {
                let each: Vec<String> = exceptions.iter().map(ToString::to_string).collect();
                f.write_str(&each.join("; "))
            }
            Self::NoneContiguous { why, beyond, contiguous } => {
                let others: Vec<String> = beyond.iter().map(ToString::to_string).collect();
                write!(
                    f,
                    "it is proved that no plan with {} exists ({why}); {}, which the rules allow, were not tried",
                    Beyond::drawn(beyond, *contiguous),
                    others.join(", and ")
                )
            }
            Self::NotInThisEngine { what } => write!(f, "this engine does not take {what}"),
            Self::SearchEnded => f.write_str("the search has done its work, and proves no more"),
            Self::CostsTooLarge => f.write_str(
                "weights and values have too many digits to be added up exactly; use smaller weights",
            ),
            Self::Rounding => {
                f.write_str("what is left to prove is smaller than the precision of the LP solver")
            }
            Self::SolverFailed { message } => write!(f, "the LP solver gave up: {message}"),
        }
    }
}

/// What is not drawn, in words; units are counted and not named.
impl fmt::Display for Beyond {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let units = |number: usize| if number == 1 { "1 unit".to_owned() } else { format!("{number} units") };
        match self {
            Self::Apart => f.write_str("zones that are not contiguous"),
            Self::UnitsApart(apart) => write!(f, "zones in which {} may lie apart", units(apart.len())),
            Self::ZoneApart(place) => write!(f, "zones of exception {} in several parts", place + 1),
            Self::Divided(divided) => write!(f, "plans that divide {}", units(divided.len())),
            Self::AnyDivided => f.write_str("plans that divide units"),
            Self::RegionWithoutZone => f.write_str("plans that leave a given region without a zone"),
            Self::RegionsApart => f.write_str("regions that are not contiguous"),
            Self::ZonesOutsideRegions => f.write_str("zones that lie in no region"),
            Self::ZonesInSeveralRegions => f.write_str("zones that lie in several regions"),
        }
    }
}

/// Why there is no plan, in one sentence with its numbers; units are counted and not named.
impl fmt::Display for Infeasibility {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let people = |number: u64| number_in_words(Language::English, number);
        let within =
            |region: &Option<String>| region.as_ref().map_or(String::new(), |name| format!(" of {name}"));
        match self {
            Self::FixedZoneOutOfBounds { zone, population } => {
                write!(
                    f,
                    "the fixed zone {zone} has {} inhabitants, outside the bounds that hold for it",
                    people(*population)
                )
            }
            Self::FixedZoneNotContiguous { zone, parts } => {
                write!(f, "the fixed zone {zone} is in {parts} separate parts")
            }
            Self::Arithmetic { units, population, region, .. } => write!(
                f,
                "no number of zones that is allowed adds up, within the bounds, to the {} inhabitants of {} units{}",
                people(*population),
                units.len(),
                within(region)
            ),
            Self::RegionOutOfBounds { region, population, bounds } => {
                write!(f, "{region} has {} inhabitants, and a region may have {bounds}", people(*population))
            }
            Self::RegionNotContiguous { region, parts } => {
                write!(f, "{region} is in {parts} separate parts")
            }
            Self::NumberOfGivenRegions { with_zones, asked } => write!(
                f,
                "{with_zones} of the given regions hold a whole unit, so that a zone can lie in them, and the \
                 number of regions is to be {asked}"
            ),
            Self::NumberOfZones(sums) => write!(
                f,
                "a plan has at least {} and at most {} zones, by sums of {} inhabitants in {} units, and {} are asked for",
                people(sums.fewest_fitting),
                people(sums.most_fitting),
                people(sums.population),
                people(sums.units as u64),
                sums.asked()
            ),
            Self::LevelsContradict(sums) => write!(
                f,
                "no number of regions that is allowed ({}) goes with {} inhabitants in {}",
                sums.asked,
                people(sums.population),
                match sums.zones {
                    (fewest, u64::MAX) => format!("at least {} zones", people(fewest)),
                    (fewest, most) =>
                        format!("at least {} and at most {} zones", people(fewest), people(most)),
                }
            ),
            Self::LimitBelowAll { limit, least, .. } => write!(
                f,
                "every plan comes to {} or more in {}, and the limit is {}",
                people(*least),
                limit.goal,
                people(limit.most)
            ),
            Self::UnitsOutsideLimits { units } => {
                write!(f, "no zone that the rules and the limits allow holds {} units", units.len())
            }
            Self::NumberOfRegions(sums) => write!(
                f,
                "no number of regions that is allowed ({}) adds up to {} inhabitants",
                sums.asked,
                people(sums.population)
            ),
            Self::AboveMaximum { units, population, bounds } => write!(
                f,
                "{} {} inhabitants, and a zone may have {bounds}",
                in_one_zone(units.len()),
                people(*population),
            ),
            Self::BelowMinimum { units, population, bounds, with_neighbour } => {
                write!(f, "{} {} inhabitants, ", in_one_zone(units.len()), people(*population))?;
                match with_neighbour {
                    Some(least) => write!(f, "with any unit that may join it at least {}", people(*least))?,
                    None => f.write_str("and no unit may join it")?,
                }
                write!(f, ", and a zone may have {bounds}")
            }
            Self::InRegions(each) => {
                let each: Vec<String> = each.iter().map(ToString::to_string).collect();
                f.write_str(&each.join("; "))
            }
            Self::UnitsInNoZone { units, region } => {
                write!(f, "no zone that the rules allow holds {} units{}", units.len(), within(region))
            }
            Self::UnitsInNoRegion { units } => {
                write!(f, "no region that the rules allow holds {} units", units.len())
            }
            Self::Peeled { units } => {
                write!(f, "every way to take zones off the {units} units one by one was ruled out")
            }
            Self::EachUnitTried { units, branches } => write!(
                f,
                "every way to put the {units} units into zones was ruled out ({branches} branches in all)"
            ),
            Self::Exhausted { zones, branches, region, .. } => write!(
                f,
                "no set of the {} zones that the rules allow is a plan{}: every branch was closed ({branches} in all)",
                people(*zones as u64),
                within(region)
            ),
        }
    }
}

/// So many units that every plan keeps in one zone, and what they have.
fn in_one_zone(units: usize) -> String {
    if units == 1 { "1 unit has".to_owned() } else { format!("{units} units of one zone of every plan have") }
}
