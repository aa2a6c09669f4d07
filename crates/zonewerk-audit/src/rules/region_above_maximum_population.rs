use crate::counted_population::BoundEnd;
use crate::finding_record::Record;
use crate::plan_facts::Facts;
use crate::population_bounds::judge_regions;
use crate::rule::Need;
use crate::{Parameter, Rule};
use zonewerk_core::problem::RuleId;
use zonewerk_core::words::Words;

pub(super) static RULE: Rule = Rule {
    id: RuleId::RegionAboveMaximumPopulation,
    summary: Words {
        en: "A region has at most the maximum of inhabitants",
        nl: "Een regio heeft hoogstens het maximum aan inwoners",
    },
    explanation: Words {
        en: "The bound itself is allowed. A region that holds an excepted unit is left alone.",
        nl: "De grens zelf is toegestaan. Een regio met een uitgezonderde eenheid valt buiten de \
             regel.",
    },
    needs: &[Need::Units, Need::Regions, Need::Number(Parameter::RegionMaximum)],
    check,
};

fn check(_: &Facts, record: &mut Record) {
    judge_regions(BoundEnd::Maximum, record);
}
