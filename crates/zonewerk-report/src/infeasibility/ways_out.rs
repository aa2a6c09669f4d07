//! What could be relaxed where there is no plan.

use crate::map_faults::is_in_doubt;
use zonewerk_core::words::{Message, message};
use zonewerk_io::Scenario;
use zonewerk_solve::{Infeasibility, Requirements, ZoneSums, zones_may_lie_apart};

/// What a user could change, one thing each.
pub(super) fn ways_out(why: &Infeasibility, scenario: &Scenario) -> Vec<Message> {
    let problem = &scenario.problem;
    let mut ways = of_proof(why, scenario);
    if zones_may_lie_apart(problem) {
        // A link changes nothing where any two units may lie in one zone.
        let links = [message!("relax-link-to-part"), message!("relax-link-to-unit")];
        ways.retain(|way| !links.contains(way));
    }
    if is_in_doubt(why, scenario) {
        ways.insert(0, message!("relax-map"));
    }
    let has_pins = (!problem.pins.is_empty(), message!("relax-pin"));
    match why {
        Infeasibility::UnitsInNoZone { .. } | Infeasibility::Exhausted { .. } => {
            let requirements = Requirements::new(&scenario.territory, problem);
            ways.extend(those([
                has_pins,
                (!problem.limits.is_empty(), message!("relax-a-limit")),
                (!requirements.is_free_of_groups(), message!("relax-groups")),
                (!problem.zone_count.is_free(), message!("relax-number-of-zones")),
                (requirements.asks_for_a_region(), message!("relax-no-region")),
                (requirements.asks_for_one_piece(), message!("relax-pieces")),
            ]));
        }
        Infeasibility::Peeled { .. } | Infeasibility::EachUnitTried { .. } => {
            let has_fixed = !problem.fixed_zones.is_empty();
            ways.extend(those([has_pins, (has_fixed, message!("relax-fixed-zone"))]));
        }
        _ => {}
    }
    ways
}

/// Those of which it holds.
fn those<const N: usize>(ways: [(bool, Message); N]) -> impl Iterator<Item = Message> {
    ways.into_iter().filter(|(is_asked, _)| *is_asked).map(|(_, way)| way)
}

fn of_proof(why: &Infeasibility, scenario: &Scenario) -> Vec<Message> {
    match why {
        Infeasibility::FixedZoneOutOfBounds { .. } => {
            vec![message!("relax-except-fixed-zone"), message!("relax-bounds"), message!("relax-fix-others")]
        }
        Infeasibility::FixedZoneNotContiguous { .. } => {
            vec![message!("relax-link-between-parts"), message!("relax-fix-others")]
        }
        Infeasibility::Arithmetic { region, .. } => those([
            (true, message!("relax-bounds")),
            (true, message!("relax-except-zone")),
            (true, message!("relax-link-to-part")),
            (region.is_some(), message!("relax-cross-region")),
        ])
        .collect(),
        Infeasibility::RegionOutOfBounds { .. } => vec![
            message!("relax-bounds-of-regions"),
            message!("relax-waive-for-region"),
            message!("relax-cross-regions"),
        ],
        Infeasibility::RegionNotContiguous { .. } => {
            vec![message!("relax-link-between-parts"), message!("relax-waive-for-region")]
        }
        Infeasibility::NumberOfZones(ZoneSums { least, most, .. }) => {
            let contradict = least.zip(*most).is_some_and(|(least, most)| least > most);
            let first = match contradict {
                true => message!("relax-limit-on-zones"),
                false => message!("relax-number-of-zones"),
            };
            vec![first, message!("relax-bounds"), message!("relax-pin-or-fixed-zone")]
        }
        Infeasibility::LevelsContradict(_) => vec![
            message!("relax-number-of-regions"),
            message!("relax-zones-of-region"),
            message!("relax-bounds-of-regions"),
            message!("relax-bounds-of-zones"),
        ],
        Infeasibility::LimitBelowAll { .. } => vec![message!("relax-the-limit"), message!("relax-bounds")],
        Infeasibility::UnitsOutsideLimits { .. } => {
            vec![message!("relax-a-limit"), message!("relax-bounds")]
        }
        Infeasibility::NumberOfRegions(_) => vec![
            message!("relax-number-of-regions"),
            message!("relax-bounds-of-regions"),
            message!("relax-except-region"),
        ],
        Infeasibility::NumberOfGivenRegions { .. } => {
            vec![message!("relax-number-of-regions"), message!("relax-cross-regions")]
        }
        Infeasibility::InRegions(each) => {
            let mut ways = Vec::new();
            for way in each.iter().flat_map(|why| of_proof(why, scenario)) {
                if !ways.contains(&way) {
                    ways.push(way);
                }
            }
            ways
        }
        Infeasibility::UnitsInNoZone { .. } => vec![
            message!("relax-bounds"),
            message!("relax-except-zone-with-unit"),
            message!("relax-link-to-unit"),
        ],
        Infeasibility::AboveMaximum { .. } | Infeasibility::BelowMinimum { .. } => those([
            (true, message!("relax-bounds")),
            (true, message!("relax-except-zone-with-units")),
            (true, message!("relax-link-to-unit")),
            (!scenario.problem.pins.is_empty(), message!("relax-pin")),
        ])
        .collect(),
        Infeasibility::UnitsInNoRegion { .. } => vec![
            message!("relax-bounds-of-regions"),
            message!("relax-zones-of-region"),
            message!("relax-bounds-of-zones"),
        ],
        Infeasibility::Peeled { .. } | Infeasibility::EachUnitTried { .. } => {
            vec![message!("relax-bounds"), message!("relax-number-of-zones")]
        }
        Infeasibility::Exhausted { .. } => vec![message!("relax-bounds"), message!("relax-except-zone")],
    }
}
