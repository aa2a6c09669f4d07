use std::collections::{BTreeMap, BTreeSet};

use crate::finding_record::Record;
use crate::nearest_zone::nearest_zone;
use crate::plan_facts::Facts;
use crate::rule::Need;
use crate::shares_by_area::SharesByArea;
use crate::{Found, Required, Rule, Subject};
use zonewerk_core::plan::Holding;
use zonewerk_core::problem::{PinKind, RuleId};
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
    let pinned = Pinned::of(facts);
    for (place, pin) in facts.problem.pins.iter().enumerate() {
        let subject = Subject::Pin(pin.reason.clone());
        match &pin.asks {
            PinKind::Together(units) => {
                let spread = SharesByArea::over_zones(facts, units);
                if spread.len() > 1 {
                    let found = Found::Spread(spread.shares(facts));
                    record.finding(subject, found, Required::Together(facts.units(units)), units.clone());
                }
            }
            PinKind::Apart(units) => {
                let mut crowded = SharesByArea::over_zones(facts, units).shares(facts);
                crowded.retain(|share| share.area.zone().is_some() && share.units.len() > 1);
                if !crowded.is_empty() {
                    let met: Vec<UnitId> =
                        crowded.iter().flat_map(|share| &share.units).map(|label| label.unit).collect();
                    record.finding(subject, Found::Spread(crowded), Required::Apart(facts.units(units)), met);
                }
            }
            PinKind::Zone { name, holds, without } => {
                let holds: BTreeSet<UnitId> = holds.iter().copied().collect();
                if !holds.iter().any(|&unit| is_in_a_zone(facts, unit)) {
                    continue;
                }
                let without: BTreeSet<UnitId> = without.iter().copied().collect();
                let is_unwanted = |unit: &UnitId| without.contains(unit) || pinned.elsewhere(*unit, place);
                let nearest = nearest_zone(facts, &holds, is_unwanted);
                let (whole, all) = nearest.map_or_else(Default::default, |zone| {
                    let contents = &facts.contents[zone];
                    (contents.whole.clone(), contents.units())
                });
                let missing = facts.units(holds.difference(&whole));
                let besides = facts.units(all.iter().filter(|unit| is_unwanted(unit)));
                if !missing.is_empty() || !besides.is_empty() {
                    let evidence: Vec<UnitId> =
                        missing.iter().chain(&besides).map(|label| label.unit).collect();
                    let nearest = nearest.map(|zone| facts.zone_label(zone));
                    let unwanted: BTreeSet<UnitId> =
                        without.into_iter().chain(pinned.others(place)).collect();
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

/// Whether a unit or a part of it lies in a zone that the plan has.
fn is_in_a_zone(facts: &Facts, unit: UnitId) -> bool {
    let zones = facts.plan.holdings.get(unit).map(Holding::zones).unwrap_or_default();
    zones.into_iter().any(|zone| facts.contents.get(zone).is_some())
}

/// The units that pins put into zones of their own, each with the first and the last of these pins.
struct Pinned(BTreeMap<UnitId, [usize; 2]>);

impl Pinned {
    fn of(facts: &Facts) -> Self {
        let mut pinned = BTreeMap::new();
        for (place, pin) in facts.problem.pins.iter().enumerate() {
            if let PinKind::Zone { holds, .. } = &pin.asks {
                for &unit in holds {
                    pinned.entry(unit).or_insert([place, place])[1] = place;
                }
            }
        }
        Self(pinned)
    }

    /// Whether another pin than this one puts a unit into a zone.
    fn elsewhere(&self, unit: UnitId, place: usize) -> bool {
        self.0.get(&unit).is_some_and(|&pins| pins != [place, place])
    }

    /// The units that other pins put into zones of their own.
    fn others(&self, place: usize) -> impl Iterator<Item = UnitId> {
        self.0.iter().filter(move |(_, pins)| **pins != [place, place]).map(|(&unit, _)| unit)
    }
}
