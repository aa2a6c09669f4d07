use crate::finding_record::Record;
use crate::goal_value::amount;
use crate::plan_facts::Facts;
use crate::rule::Need;
use crate::{Found, Required, Rule, Subject};
use zonewerk_core::problem::RuleId;
use zonewerk_core::words::Words;

pub(super) static RULE: Rule = Rule {
    id: RuleId::LimitExceeded,
    summary: Words {
        en: "The plan comes to no more than the scenario allows in a goal",
        nl: "Het plan komt in een doel niet boven wat het scenario toestaat",
    },
    explanation: Words {
        en: "Each limit under `at_most` is measured by what its goal counts, as the page on goals \
             says it. A goal that counts borders, distances, groups or people who move rests on \
             where each unit lies: while a unit lies in no zone, or is divided over several, its \
             limit is not checked.",
        nl: "Elke grens onder `at_most` wordt gemeten naar wat haar doel telt, zoals de pagina over \
             doelen het zegt. Een doel dat grenzen, afstanden, groepen of verhuizende mensen telt, \
             steunt op waar elke eenheid ligt: zolang een eenheid in geen zone ligt, of over \
             verschillende verdeeld is, wordt de grens niet nagegaan.",
    },
    needs: &[Need::Units, Need::Limits],
    check,
};

fn check(facts: &Facts, record: &mut Record) {
    for limit in &facts.problem.limits {
        match amount(facts, &limit.goal) {
            Err(why) => record.not_checked(Subject::Plan, why),
            Ok(amount) if amount > limit.most => {
                let unit = limit.goal.unit().to_owned();
                let required = Required::AtMost { most: limit.most, unit: unit.clone() };
                let found = Found::Amount { goal: limit.goal.to_string(), amount, unit };
                record.finding(Subject::Plan, found, required, []);
            }
            Ok(_) => {}
        }
    }
}
