use std::collections::BTreeMap;

use crate::finding_record::Record;
use crate::plan_facts::Facts;
use crate::rule::Need;
use crate::{Found, Required, Rule, Subject, ZoneLabel};
use zonewerk_core::problem::RuleId;
use zonewerk_core::territory::Id;
use zonewerk_core::words::Words;

pub(super) static RULE: Rule = Rule {
    id: RuleId::DuplicateZoneName,
    summary: Words { en: "No two zones have the same name", nl: "Geen twee zones hebben dezelfde naam" },
    explanation: Words {
        en: "Reports, exceptions and tables refer to zones by name, so a name must say which zone \
             is meant.",
        nl: "Verslagen, uitzonderingen en tabellen verwijzen naar zones met hun naam: die moet \
             dus zeggen welke zone bedoeld is.",
    },
    needs: &[Need::Units],
    check,
};

fn check(facts: &Facts, record: &mut Record) {
    let mut by_name: BTreeMap<&str, Vec<ZoneLabel>> = BTreeMap::new();
    for (zone, described) in facts.plan.zones.iter() {
        by_name.entry(&described.name).or_default().push(facts.zone_label(zone));
    }
    let mut shared: Vec<Vec<ZoneLabel>> = by_name.into_values().filter(|zones| zones.len() > 1).collect();
    shared.sort_by_key(|zones| zones[0].zone);
    for mut zones in shared {
        let first = zones.remove(0);
        let others = zones.iter().map(|other| other.zone.index() + 1).collect();
        record.finding(Subject::Zone(first), Found::SameName(others), Required::OwnName, []);
    }
}
