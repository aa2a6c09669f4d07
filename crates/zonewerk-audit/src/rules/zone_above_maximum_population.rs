use crate::counted_population::BoundEnd;
use crate::finding_record::Record;
use crate::plan_facts::Facts;
use crate::population_bounds::judge_zones;
use crate::rule::Need;
use crate::{Parameter, Rule};
use zonewerk_core::problem::RuleId;
use zonewerk_core::words::Words;

pub(super) static RULE: Rule = Rule {
    id: RuleId::ZoneAboveMaximumPopulation,
    summary: Words {
        en: "A zone has at most the maximum of inhabitants",
        nl: "Een zone heeft hoogstens het maximum aan inwoners",
    },
    explanation: Words {
        en: "The bound itself is allowed. A zone for which an exception sets other bounds is \
             judged by those: see `exception-used` and `exception-exceeded`.",
        nl: "De grens zelf is toegestaan. Een zone waarvoor een uitzondering andere grenzen \
             stelt, wordt naar die grenzen beoordeeld: zie `exception-used` en \
             `exception-exceeded`.",
    },
    needs: &[Need::Units, Need::Number(Parameter::ZoneMaximum)],
    check,
};

fn check(_: &Facts, record: &mut Record) {
    judge_zones(BoundEnd::Maximum, record);
}
