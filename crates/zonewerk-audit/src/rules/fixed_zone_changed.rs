use std::collections::BTreeSet;

use crate::finding_record::Record;
use crate::nearest_zone::nearest_zone;
use crate::plan_facts::Facts;
use crate::rule::Need;
use crate::{Found, Required, Rule, Subject};
use zonewerk_core::problem::FixedZone;
use zonewerk_core::problem::RuleId;
use zonewerk_core::territory::UnitId;
use zonewerk_core::words::Words;

pub(super) static RULE: Rule = Rule {
    id: RuleId::FixedZoneChanged,
    summary: Words {
        en: "A zone that is given as fixed is a zone of the plan with exactly those units",
        nl: "Een zone die vastligt, is een zone van het plan met precies die eenheden",
    },
    explanation: Words {
        en: "The scenario gives the zone, with its reason. The units decide, not the name: a plan \
             may call it as it likes.",
        nl: "Het scenario geeft de zone, met de reden. De eenheden beslissen, niet de naam: een \
             plan mag ze noemen zoals het wil.",
    },
    needs: &[Need::Units],
    check,
};

fn check(facts: &Facts, record: &mut Record) {
    for fixed in &facts.problem.fixed_zones {
        let units: BTreeSet<UnitId> = fixed.units.iter().copied().collect();
        let nearest = nearest_zone(facts, &units, |unit| !units.contains(unit));
        let (whole, all) = nearest.map_or_else(Default::default, |zone| {
            let contents = &facts.contents[zone];
            (contents.whole.clone(), contents.units())
        });
        let missing = facts.units(units.difference(&whole));
        let besides = facts.units(all.difference(&units));
        if !missing.is_empty() || !besides.is_empty() {
            let evidence: Vec<UnitId> = missing.iter().chain(&besides).map(|label| label.unit).collect();
            let nearest = nearest.map(|zone| facts.zone_label(zone));
            let found = Found::Changed { nearest, missing, besides };
            record.finding(Subject::FixedZone(fixed.name.clone()), found, required(fixed), evidence);
        }
    }
}

fn required(fixed: &FixedZone) -> Required {
    Required::FixedUnits { units: fixed.units.len(), reason: fixed.reason.clone() }
}
