use std::collections::{BTreeMap, BTreeSet};

use crate::finding_record::Record;
use crate::plan_facts::Facts;
use crate::rule::Need;
use crate::{Found, Required, Rule, Subject, ZoneLabel};
use zonewerk_core::plan::{Holding, UnitPart};
use zonewerk_core::problem::RuleId;
use zonewerk_core::territory::ZoneId;
use zonewerk_core::words::Words;

pub(super) static RULE: Rule = Rule {
    id: RuleId::ZonesOverlap,
    summary: Words {
        en: "No unit, and no part of one, lies in two zones at once",
        nl: "Geen eenheid, en geen deel ervan, ligt in twee zones tegelijk",
    },
    explanation: Words {
        en: "Zones overlap where the same place belongs to more than one of them: a unit that \
             lies wholly in each of several zones, or a part of a unit, by its name, that several \
             zones claim. A unit that is divided over zones is no overlap but a `split-unit`.",
        nl: "Zones overlappen waar dezelfde plek bij meer dan een ervan hoort: een eenheid die \
             geheel in elk van verschillende zones ligt, of een deel van een eenheid, bij naam, \
             dat verschillende zones opeisen. Een eenheid die over zones verdeeld is, is geen \
             overlapping maar een `split-unit`.",
    },
    needs: &[Need::Units],
    check,
};

fn check(facts: &Facts, record: &mut Record) {
    for (unit, holding) in facts.plan.holdings.iter() {
        let at_once: Vec<ZoneLabel> = match holding {
            Holding::Shared(_) => facts.zones_of(holding).0,
            Holding::Parts(parts) => {
                let known = parts.iter().filter(|part| facts.plan.zones.get(part.zone).is_some());
                claimed_twice(known).into_iter().map(|zone| facts.zone_label(zone)).collect()
            }
            Holding::Unassigned | Holding::Whole(_) => Vec::new(),
        };
        if at_once.len() > 1 {
            record.finding(
                Subject::Unit(facts.unit(unit)),
                Found::AtOnceIn(at_once),
                Required::OneZone,
                [unit],
            );
        }
    }
}

/// The zones that claim a part, by its name, which another zone claims too.
fn claimed_twice<'p>(parts: impl Iterator<Item = &'p UnitPart>) -> BTreeSet<ZoneId> {
    let mut claims: BTreeMap<&str, BTreeSet<ZoneId>> = BTreeMap::new();
    for part in parts {
        claims.entry(&part.name).or_default().insert(part.zone);
    }
    claims.into_values().filter(|zones| zones.len() > 1).flatten().collect()
}
