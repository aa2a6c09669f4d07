use crate::enclosed_units::enclosed;
use crate::finding_record::Record;
use crate::plan_facts::Facts;
use crate::rule::Need;
use crate::{Found, Required, Rule};
use zonewerk_core::problem::RuleId;
use zonewerk_core::territory::UnitId;
use zonewerk_core::words::Words;

pub(super) static RULE: Rule = Rule {
    id: RuleId::ZoneSurroundsOthers,
    summary: Words {
        en: "A zone does not enclose units of other zones",
        nl: "Een zone omsluit geen eenheden van andere zones",
    },
    explanation: Words {
        en: "Units are enclosed when they are connected with the outside of the territory only through one \
             connected part of the zone: an enclave, or a hole in the zone. Whoever lives there \
             must cross the zone to leave. Links are no borders here. A unit that is divided, or \
             that several zones share, is part of no zone here.",
        nl: "Eenheden zijn omsloten als ze alleen via één aaneengesloten deel van de zone met de \
             buitenkant van het gebied verbonden zijn: een enclave, of een gat in de zone. Wie er \
             woont, moet door de zone om weg te komen. Verbindingen gelden hier niet als grens. \
             Een eenheid die verdeeld is, of die verschillende zones delen, hoort hier bij geen \
             enkele zone.",
    },
    needs: &[Need::Units, Need::OuterBorder],
    check,
};

fn check(facts: &Facts, record: &mut Record) {
    for (zone, pieces) in enclosed(facts) {
        let evidence: Vec<UnitId> = pieces.iter().flatten().copied().collect();
        let found = Found::Surrounded(pieces.iter().map(|piece| facts.units(piece)).collect());
        record.finding(facts.zone(zone), found, Required::NothingInside, evidence);
    }
}
