use crate::finding_record::Record;
use crate::plan_facts::Facts;
use crate::population_bounds::is_count_within;
use crate::rule::Need;
use crate::{Found, Parameter, Required, Rule, Severity, Subject, severity};
use zonewerk_core::problem::{CountBounds, RuleId};
use zonewerk_core::words::Words;

pub(super) static RULE: Rule = Rule {
    id: RuleId::WrongNumberOfZones,
    summary: Words {
        en: "The plan has as many zones as the scenario or the profile says",
        nl: "Het plan heeft zoveel zones als het scenario of het profiel zegt",
    },
    explanation: Words {
        en: "Zones without a unit do not count. The number that the scenario itself asks for is an \
             error, whatever the profile says of this rule.",
        nl: "Zones zonder eenheid tellen niet mee. Het aantal dat het scenario zelf vraagt, is een \
             fout, wat het profiel ook over deze regel zegt.",
    },
    needs: &[Need::Units, Need::Number(Parameter::ZoneCount)],
    check,
};

fn check(facts: &Facts, record: &mut Record) {
    let zones = facts.inhabited_zones().count();
    let (profile, asked) = (&facts.problem.profile, facts.problem.zone_count);
    let mut judge = |count: CountBounds, severity: Severity| {
        if !is_count_within(count, zones) {
            record.severity = severity;
            record.finding(Subject::Plan, Found::Zones(zones), Required::Zones(count), []);
        }
    };
    judge(asked, Severity::Error);
    if let Some(severity) = severity(RuleId::WrongNumberOfZones, profile)
        && profile.zone.count != asked
    {
        judge(profile.zone.count, severity);
    }
}
