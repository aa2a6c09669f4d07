use std::collections::BTreeMap;

use crate::audit::facts::Facts;
use crate::audit::rule::{Reads, Record, Rule};
use crate::audit::rules::sources::MEANING;
use crate::audit::{Found, Required, Severity, Subject, ZoneLabel};

pub(super) static RULE: Rule = Rule {
    name: "duplicate-zone-name",
    summary: "Each zone has a name of its own",
    sources: &[MEANING],
    severity: Severity::Error,
    reads: Reads::Units,
    check,
};

fn check(facts: &Facts, record: &mut Record) {
    let mut by_name: BTreeMap<&str, Vec<ZoneLabel>> = BTreeMap::new();
    for (zone, known) in facts.plan.zones.iter() {
        by_name.entry(&known.name).or_default().push(ZoneLabel::new(facts.plan, zone));
    }
    let mut shared: Vec<Vec<ZoneLabel>> = by_name.into_values().filter(|zones| zones.len() > 1).collect();
    shared.sort();
    for mut others in shared {
        let first = others.remove(0);
        record.finding(Subject::Zone(first), Found::SameName(others), Required::OwnName);
    }
}
