use crate::audit::facts::Facts;
use crate::audit::rule::{Reads, Record, Rule};
use crate::audit::rules::sources::MEANING;
use crate::audit::{Found, Required, Severity, Subject};

pub(super) static RULE: Rule = Rule {
    name: "plan-over-other-units",
    summary: "A plan speaks of the units of its territory, no more and no fewer",
    sources: &[MEANING],
    severity: Severity::Error,
    reads: Reads::Shape,
    check,
};

fn check(facts: &Facts, record: &mut Record) {
    let (plan, territory) = (facts.plan.holdings.len(), facts.territory.units().len());
    if plan != territory {
        record.finding(Subject::Plan, Found::Units(plan), Required::Units(territory));
    }
}
