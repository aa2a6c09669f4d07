use jiff::Span;

use crate::finding_record::Record;
use crate::plan_facts::Facts;
use crate::rule::Need;
use crate::{Found, Required, Rule, Subject};
use zonewerk_core::problem::RuleId;
use zonewerk_core::words::Words;

pub(super) static RULE: Rule = Rule {
    id: RuleId::PopulationOlderThanPlan,
    summary: Words {
        en: "The inhabitants were counted not long before the plan took effect",
        nl: "De inwoners zijn geteld niet lang voor het plan in werking trad",
    },
    explanation: Words {
        en: "A zone that kept its bounds by an old count may break them by a new one. Without a \
             number of months in the profile, 12 are allowed; exactly so many are.",
        nl: "Een zone die volgens een oude telling binnen de grenzen bleef, kan er volgens een \
             nieuwe buiten vallen. Zegt het profiel geen aantal maanden, dan zijn er 12 \
             toegestaan; precies zoveel mag.",
    },
    needs: &[Need::PlanDate, Need::PopulationDate],
    check,
};

fn check(facts: &Facts, record: &mut Record) {
    const MONTHS: u32 = 12;
    let (Some(counted), Some(plan)) = (facts.territory.population_date, facts.plan.date) else { return };
    let months = record.setting.months.unwrap_or(MONTHS);
    // A span too long for the calendar allows any age.
    let fresh_until = Span::new().try_months(months).and_then(|span| counted.checked_add(span));
    if fresh_until.is_ok_and(|last| last < plan) {
        let required = Required::CountedAtMost { months, before: plan };
        record.finding(Subject::Plan, Found::CountedOn(counted), required, []);
    }
}
