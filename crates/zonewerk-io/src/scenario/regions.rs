use crate::InputProblem;
use crate::formats::csv_table::quoted;
use crate::formats::text_excerpt::listed;
use crate::profile::profile_file::RegionTable;
use crate::scenario::scenario_file::RegionsTable;
use crate::scenario::unit_references::References;
use zonewerk_core::problem::{Profile, Regions, RuleId};
use zonewerk_core::territory::{GroupFamily, GroupRole};
use zonewerk_core::words::closest;

/// Where the regions of a scenario come from. A family must be one of these, where all are
/// known.
pub(crate) fn regions(
    units: &References<'_>,
    table: &RegionsTable,
    families: Option<&[&str]>,
    problems: &mut Vec<InputProblem>,
) -> Regions {
    match (&table.given, table.drawn) {
        (Some(_), true) => {
            let expected = "given regions or drawn ones";
            problems.push(units.problem("several-regions", "regions", "drawn", "given and drawn", expected));
            Regions::None
        }
        (Some(family), false) => {
            let family = units.text("regions", "given", family, problems);
            let known = families.filter(|_| !family.is_empty());
            if let Some(known) = known.filter(|known| !known.contains(&family.as_str())) {
                let near = closest(&family, known.iter().copied());
                let hint = near.map(|near| format!("; is it {near:?}?")).unwrap_or_default();
                let expected = match known {
                    [] => "a family of groups, of which the scenario has none".to_owned(),
                    known => format!("one of the families {}{hint}", listed(known)),
                };
                problems.push(units.problem(
                    "unknown-family",
                    "regions",
                    "given",
                    &quoted(&family),
                    &expected,
                ));
            }
            Regions::Given { family }
        }
        (None, true) => Regions::Drawn,
        (None, false) => Regions::None,
    }
}

/// The profile with what regions ask, whatever their numbers: zones lie inside those that are
/// given; of those that are drawn each zone lies in one, unless the profile speaks of that.
pub(crate) fn ask_each(profile: Profile, regions: &Regions, families: &[GroupFamily]) -> Profile {
    let mut profile = profile;
    let Regions::Given { family } = regions else {
        if *regions == Regions::Drawn {
            for rule in [RuleId::ZoneWithoutRegion, RuleId::ZoneInSeveralRegions] {
                profile.rules.entry(rule).or_default();
            }
        }
        return profile;
    };
    let is_reported = families.iter().any(|known| known.name == *family && known.role == GroupRole::Report);
    match is_reported {
        true => profile.with_reported(RuleId::ZoneCrossesGroup, family),
        false => profile.with_family(RuleId::ZoneCrossesGroup, family),
    }
}

/// The profile with what given regions ask, and with the numbers that a scenario itself gives
/// for regions weighing as errors.
pub(crate) fn ask(
    profile: Profile,
    regions: &Regions,
    families: &[GroupFamily],
    numbers: &RegionTable,
) -> Profile {
    if *regions == Regions::None {
        return profile;
    }
    let asked = [
        (numbers.minimum.is_some(), RuleId::RegionBelowMinimumPopulation),
        (numbers.maximum.is_some(), RuleId::RegionAboveMaximumPopulation),
        (numbers.zones_minimum.is_some(), RuleId::RegionWithTooFewZones),
        (numbers.zones_maximum.is_some(), RuleId::RegionWithTooManyZones),
        (numbers.count_minimum.is_some() || numbers.count_maximum.is_some(), RuleId::WrongNumberOfRegions),
    ];
    let rules = asked.into_iter().filter(|(is_asked, _)| *is_asked).map(|(_, rule)| rule);
    rules.fold(ask_each(profile, regions, families), Profile::with_error)
}
