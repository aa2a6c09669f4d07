use crate::finding_record::Record;
use crate::plan_facts::Facts;
use crate::rule::Need;
use crate::{Required, Rule};
use zonewerk_core::problem::RuleId;
use zonewerk_core::words::Words;

pub(super) static RULE: Rule = Rule {
    id: RuleId::ExceptionExceeded,
    summary: Words {
        en: "A zone with bounds of its own keeps those",
        nl: "Een zone met eigen grenzen blijft daarbinnen",
    },
    explanation: Words {
        en: "An exception that sets bounds replaces the ordinary ones for the zone it is made \
             for, until it ends, also where its own are narrower. It does not force such a zone \
             to exist: where the plan has none, there is nothing to keep.",
        nl: "Een uitzondering die grenzen stelt, vervangt de gewone voor de zone waarvoor ze \
             gemaakt is, tot ze eindigt, ook als haar eigen grenzen nauwer zijn. Ze dwingt niet af \
             dat die zone bestaat: heeft het plan er geen, dan valt er niets na te leven.",
    },
    needs: &[Need::Units],
    check,
};

fn check(facts: &Facts, record: &mut Record) {
    for zone in facts.inhabited_zones() {
        let exception = facts.bounds_exception(zone).filter(|&(place, _)| !facts.is_over(place));
        let Some((place, bounds)) = exception else { continue };
        let contents = &facts.contents[zone];
        let people = facts.population(contents);
        match people.outside(bounds) {
            Some(found) => {
                let required = Required::ExceptionBounds { bounds, exception: facts.note(place) };
                record.finding(facts.zone(zone), found, required, contents.units());
            }
            None if people.is_exact() => {}
            None => record.not_checked(facts.zone(zone), people.why_unknown()),
        }
    }
}
