use crate::bounds::is_count_within;
use crate::facts::Facts;
use crate::record::Record;
use crate::rule::Need;
use crate::{Found, Parameter, Required, Rule, Subject};
use zonewerk_core::problem::RuleId;
use zonewerk_core::words::Words;

pub(super) static RULE: Rule = Rule {
    id: RuleId::WrongNumberOfZones,
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
