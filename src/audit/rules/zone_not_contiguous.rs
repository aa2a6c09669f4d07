use std::cmp::Reverse;

use crate::audit::adjacency::Adjacency;
use crate::audit::facts::Facts;
use crate::audit::rule::{Reads, Record, Rule};
use crate::audit::rules::sources::call_2017;
use crate::audit::{Found, Required, Severity, Why};
use crate::territory::UnitId;

/// The decree of 2019 does not ask it of these zones, only of the larger regions.
pub(super) static RULE: Rule = Rule {
    name: "zone-not-contiguous",
    summary: "The units of a zone hang together by shared borders and declared links",
    sources: &[call_2017("coherent fit within the Flemish territory")],
    severity: Severity::Error,
    reads: Reads::Graph,
    check,
};

fn check(facts: &Facts, record: &mut Record) {
    let adjacency = Adjacency::new(facts.territory, facts.graph);
    for zone in facts.inhabited_zones() {
        let contents = &facts.contents[zone];
        if !contents.partly.is_empty() {
            let units = facts.units(contents.partly.keys());
            record.not_checked(facts.zone(zone), Why::PartBordersUnknown(units));
        }
        let parts = adjacency.separate_parts(contents.units());
        if parts.len() > 1 {
            let cut_off = cut_off(facts, parts).iter().map(|part| facts.units(part)).collect();
            record.finding(facts.zone(zone), Found::CutOff(cut_off), Required::OnePart);
        }
    }
}

/// All parts but the one with the most inhabitants, the first among equals.
fn cut_off(facts: &Facts, mut parts: Vec<Vec<UnitId>>) -> Vec<Vec<UnitId>> {
    let people = |part: &[UnitId]| {
        let people = part.iter().map(|&unit| facts.territory.unit(unit).population);
        people.fold(0, u64::saturating_add)
    };
    let largest = (0..parts.len()).max_by_key(|&place| (people(&parts[place]), Reverse(place)));
    if let Some(place) = largest {
        parts.remove(place);
    }
    parts
}
