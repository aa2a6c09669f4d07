use crate::finding_record::Record;
use crate::plan_facts::Facts;
use crate::population_bounds::is_count_within;
use crate::rule::Need;
use crate::{Found, Parameter, Required, Rule, Subject};
use zonewerk_core::problem::RuleId;
use zonewerk_core::words::Words;

pub(super) static RULE: Rule = Rule {
    id: RuleId::WrongNumberOfRegions,
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
    if !is_count_within(count, regions) {
        record.finding(Subject::Plan, Found::Regions(regions), Required::Regions(count), []);
    }
}
