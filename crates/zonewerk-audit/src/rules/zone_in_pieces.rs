use crate::finding_record::Record;
use crate::plan_facts::Facts;
use crate::rule::Need;
use crate::zone_pieces::{InPieces, PieceCheck};
use crate::{Found, NotCheckedReason, Required, Rule};
use zonewerk_core::problem::RuleId;
use zonewerk_core::words::Words;

pub(super) static RULE: Rule = Rule {
    id: RuleId::ZoneInPieces,
    summary: Words {
        en: "A zone that is contiguous on the graph of units lies in one piece on the map",
        nl: "Een zone die aaneengesloten is op het net van eenheden, ligt op de kaart in één stuk",
    },
    explanation: Words {
        en: "On the graph of units a unit of several separate parts, such as a municipality with an \
             exclave, counts as contiguous; here it does not. The main part of a unit is the one \
             with the largest area (of equals the first on the map). Parts of neighbouring units are \
             connected where they touch, as units must touch to be neighbours: in a point only where \
             points make neighbours. A declared link between units that do not touch joins those two \
             of their parts that lie nearest to each other. What is connected like that and holds \
             the main part of a unit is a piece of the zone. Exclaves that no main part is connected with are \
             no pieces: they lie apart in every plan that keeps units whole. Each connected part of a \
             zone is read by itself, for what the graph does not join is what zone-not-contiguous \
             reports. The distance of a piece is that to the nearest other one. An excepted unit counts \
             as contiguous, and so does a unit that is divided, for where its parts end is not \
             known.",
        nl: "Op het net van eenheden geldt een eenheid met verschillende losse delen, zoals een \
             gemeente met een exclave, als aaneengesloten; hier niet. Het hoofddeel van een eenheid is \
             het deel met de grootste oppervlakte (bij gelijke het eerste op de kaart). Delen van \
             naburige eenheden zijn verbonden waar ze elkaar raken, zoals eenheden elkaar moeten raken \
             om buren te zijn: in een punt alleen waar punten buren maken. Een aangegeven verbinding \
             tussen eenheden die elkaar niet raken, verbindt de twee delen die het dichtst bij elkaar \
             liggen. Wat zo verbonden is en het hoofddeel van een eenheid bevat, is een stuk van de \
             zone. Exclaves die met geen hoofddeel verbonden zijn, zijn geen stukken: ze liggen los in elk \
             plan dat eenheden heel laat. Elk aaneengesloten deel van een zone wordt apart bekeken, \
             want wat het net niet verbindt, meldt zone-not-contiguous. De afstand van een stuk is die \
             tot het dichtstbijzijnde andere. Een uitgezonderde eenheid geldt als aaneengesloten, en \
             een verdeelde eenheid ook, want waar haar delen eindigen, is niet bekend.",
    },
    needs: &[Need::Units, Need::MapParts],
    check,
};

fn check(facts: &Facts, record: &mut Record) {
    let Some(parts) = facts.graph.map_parts() else { return };
    let except = facts.territory.find_all(&record.setting.except);
    let pieces = PieceCheck::new(facts, parts, except);
    for zone in facts.inhabited_zones() {
        let contents = &facts.contents[zone];
        let not_known = pieces.not_known(contents);
        if !not_known.is_empty() {
            record
                .not_checked(facts.zone(zone), NotCheckedReason::MapPartsNotMatched(facts.units(&not_known)));
        }
        if let Some(InPieces { pieces, joined_by }) = pieces.of(contents) {
            let found = Found::InPieces { pieces, joined_by: facts.units(&joined_by) };
            record.finding(facts.zone(zone), found, Required::OnePiece, joined_by);
        }
    }
}
