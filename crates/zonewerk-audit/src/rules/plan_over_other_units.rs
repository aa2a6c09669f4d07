use crate::finding_record::Record;
use crate::plan_facts::Facts;
use crate::{Found, Required, Rule, Subject};
use zonewerk_core::problem::RuleId;
use zonewerk_core::words::Words;

pub(super) static RULE: Rule = Rule {
    id: RuleId::PlanOverOtherUnits,
    summary: Words {
        en: "A plan speaks of the units of its territory, no more and no fewer",
        nl: "Een plan gaat over de eenheden van zijn gebied, niet meer en niet minder",
    },
    explanation: Words {
        en: "A plan that was made for other units, or for another layout of them, cannot be \
             judged: no other rule is checked then. Files in which a unit is unknown, missing or \
             there twice are refused when they are read.",
        nl: "Een plan dat voor andere eenheden of een andere indeling gemaakt is, kan niet \
             beoordeeld worden: geen enkele andere regel wordt dan nagegaan. Bestanden waarin een \
             eenheid onbekend is, ontbreekt of twee keer voorkomt, worden bij het lezen \
             geweigerd.",
    },
    needs: &[],
    check,
};

fn check(facts: &Facts, record: &mut Record) {
    let (plan, territory) = (facts.plan.holdings.len(), facts.territory.units().len());
    if plan != territory {
        record.finding(Subject::Plan, Found::Units(plan), Required::Units(territory), []);
    }
}
