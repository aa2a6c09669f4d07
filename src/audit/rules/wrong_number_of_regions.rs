use crate::audit::facts::Facts;
use crate::audit::record::Record;
use crate::audit::rule::Need;
use crate::audit::{Found, Parameter, Required, Rule, Severity, Standing, Subject, SubjectKind};
use crate::words::Words;

pub(super) static RULE: Rule = Rule {
    name: "wrong-number-of-regions",
    about: SubjectKind::Plan,
    severity: Severity::Warning,
    standing: Standing::WhenAsked,
    parameters: &[Parameter::RegionCount],
    summary: Words {
        en: "The plan has as many regions as the profile says",
        nl: "Het plan heeft zoveel regio's als het profiel zegt",
    },
    explanation: Words {
        en: "Every region that a zone of the plan names counts.",
        nl: "Elke regio die een zone van het plan noemt, telt mee.",
    },
    needs: &[Need::Units, Need::Regions, Need::Number(Parameter::RegionCount)],
    check,
};

fn check(facts: &Facts, record: &mut Record) {
    let (regions, count) = (facts.regions.len(), facts.problem.profile.region.count);
    let (few, many) = (count.minimum().unwrap_or(0), count.maximum().unwrap_or(u64::MAX));
    if !(few..=many).contains(&(regions as u64)) {
        record.finding(Subject::Plan, Found::Regions(regions), Required::Regions(count), []);
    }
}
