use crate::Rule;
use crate::contiguity::judge;
use crate::finding_record::Record;
use crate::plan_facts::Facts;
use crate::rule::Need;
use zonewerk_core::problem::RuleId;
use zonewerk_core::words::Words;

pub(super) static RULE: Rule = Rule {
    id: RuleId::ZoneNotContiguous,
    summary: Words {
        en: "A zone is contiguous: shared borders and declared links connect all its units",
        nl: "Een zone is aaneengesloten: gedeelde grenzen en aangegeven verbindingen verbinden al \
             haar eenheden",
    },
    explanation: Words {
        en: "Contiguity is read on the graph of units: a unit that lies in several pieces \
             counts as contiguous. A part of a unit, whose borders are not known, is taken to touch \
             every neighbour of its unit. Excepted units may lie apart.",
        nl: "Aaneengesloten wordt gelezen op het net van eenheden: een eenheid in verschillende \
             stukken geldt als aaneengesloten. Een deel van een eenheid, waarvan de grenzen niet \
             bekend zijn, geldt als grenzend aan elke buur van die eenheid. Uitgezonderde \
             eenheden mogen apart liggen.",
    },
    needs: &[Need::Units],
    check,
};

fn check(facts: &Facts, record: &mut Record) {
    let zones = facts.inhabited_zones().map(|zone| (facts.zone(zone), &facts.contents[zone]));
    judge(zones, record);
}
