use std::collections::BTreeSet;

use crate::facts::Facts;
use crate::nearest::nearest_zone;
use crate::record::Record;
use crate::rule::Need;
use crate::spread::Spread;
use crate::{Found, Required, Rule, Subject};
use zonewerk_core::problem::{Asked, RuleId};
use zonewerk_core::territory::UnitId;
use zonewerk_core::words::Words;

pub(super) static RULE: Rule = Rule {
    id: RuleId::PinNotKept,
    summary: Words {
        en: "What the scenario pins is so in the plan",
        nl: "Wat het scenario vastpint, is zo in het plan",
    },
    explanation: Words {
        en: "A pin asks that some units lie in one zone, that no two of them do, or that one zone \
             holds some units and none of some others; two zones of pins are two zones. A family \
             of groups with the role `together` pins the whole units of each group together. The \
             units decide, not the name: a plan may call the zone of a pin as it likes. Units that \
             all lie in no zone are left to `orphaned-unit`.",
        nl: "Een pin vraagt dat enkele eenheden in één zone liggen, dat geen twee ervan dat doen, \
             of dat één zone enkele eenheden bevat en geen van enkele andere; twee zones van pins \
             zijn twee zones. Een familie van groepen met de rol `together` pint de hele eenheden \
             van elke groep samen. De eenheden beslissen, niet de naam: een plan mag de zone van \
             een pin noemen zoals het wil. Eenheden die allemaal in geen zone liggen, worden \
             overgelaten aan `orphaned-unit`.",
    },
    needs: &[Need::Units, Need::Pins],
    check,
};

fn check(facts: &Facts, record: &mut Record) {
    for (place, pin) in facts.problem.pins.iter().enumerate() {
        let subject = Subject::Pin(pin.reason.clone());
        match &pin.asks {
            Asked::Together(units) => {
                let spread = Spread::over_zones(facts, units);
                if spread.len() > 1 {
                    let found = Found::Spread(spread.shares(facts));
                    record.finding(subject, found, Required::Together(facts.units(units)), units.clone());
                }
            }
            Asked::Apart(units) => {
                let mut crowded = Spread::over_zones(facts, units).shares(facts);
                crowded.retain(|share| share.area.zone().is_some() && share.units.len() > 1);
                if !crowded.is_empty() {
                    let met: Vec<UnitId> =
                        crowded.iter().flat_map(|share| &share.units).map(|label| label.unit).collect();
                    record.finding(subject, Found::Spread(crowded), Required::Apart(facts.units(units)), met);
                }
            }
            Asked::Zone { name, holds, without } => {
                let holds: BTreeSet<UnitId> = holds.iter().copied().collect();
                let unwanted: BTreeSet<UnitId> =
                    without.iter().copied().chain(others(facts, place)).collect();
                let has_any = |zone| !facts.contents[zone].units().is_disjoint(&holds);
                if !facts.inhabited_zones().any(has_any) {
                    continue;
                }
                let nearest = nearest_zone(facts, &holds, |unit| unwanted.contains(unit));
                let (whole, all) = nearest.map_or_else(Default::default, |zone| {
                    let contents = &facts.contents[zone];
                    (contents.whole.clone(), contents.units())
                });
                let missing = facts.units(holds.difference(&whole));
                let besides = facts.units(all.intersection(&unwanted));
                if !missing.is_empty() || !besides.is_empty() {
                    let evidence: Vec<UnitId> =
                        missing.iter().chain(&besides).map(|label| label.unit).collect();
                    let nearest = nearest.map(|zone| facts.zone_label(zone));
                    let required = Required::PinnedZone {
                        name: name.clone(),
                        holds: facts.units(&holds),
                        without: facts.units(&unwanted),
                    };
                    record.finding(subject, Found::Changed { nearest, missing, besides }, required, evidence);
                }
            }
        }
    }
}

/// The units that other pins put into zones of their own.
fn others<'f>(facts: &'f Facts, place: usize) -> impl Iterator<Item = UnitId> + 'f {
    let pins = facts.problem.pins.iter().enumerate().filter(move |(other, _)| *other != place);
    pins.flat_map(|(_, pin)| match &pin.asks {
        Asked::Zone { holds, .. } => holds.as_slice(),
        Asked::Together(_) | Asked::Apart(_) => &[],
    })
    .copied()
}
