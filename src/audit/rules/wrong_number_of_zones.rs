use crate::audit::bounds::is_count_within;
use crate::audit::facts::Facts;
use crate::audit::record::Record;
use crate::audit::rule::Need;
use crate::audit::{Found, Parameter, Required, Rule, Severity, Standing, Subject, SubjectKind};
use crate::words::Words;

pub(super) static RULE: Rule = Rule {
    name: "wrong-number-of-zones",
    about: SubjectKind::Plan,
    severity: Severity::Warning,
    standing: Standing::WhenAsked,
    parameters: &[Parameter::ZoneCount],
    summary: Words {
        en: "The plan has as many zones as the profile says",
        nl: "Het plan heeft zoveel zones als het profiel zegt",
    },
    explanation: Words {
        en: "Zones without a unit do not count.",
        nl: "Zones zonder eenheid tellen niet mee.",
    },
    needs: &[Need::Units, Need::Number(Parameter::ZoneCount)],
    check,
};

fn check(facts: &Facts, record: &mut Record) {
    let (zones, count) = (facts.inhabited_zones().count(), facts.problem.profile.zone.count);
    if !is_count_within(count, zones) {
        record.finding(Subject::Plan, Found::Zones(zones), Required::Zones(count), []);
    }
}
