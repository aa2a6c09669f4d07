//! What the scenario itself asks: pins and limits, from the words of the rules.

use std::collections::BTreeSet;

use zonewerk_core::problem::{PinKind, RuleId};
use zonewerk_core::territory::{Id, UnitId};

use super::naive::{Tray, Who};
use super::naive_amounts::amount;
use super::naive_groups::{spread, whereabouts};
use super::naive_look::{Hold, Look, held};
use super::verdict::share_words;

fn set(units: &[UnitId]) -> BTreeSet<usize> {
    units.iter().map(|unit| unit.index()).collect()
}

pub fn pin_not_kept(look: &Look, rule: RuleId, tray: &mut Tray) {
    let pins = &look.world.problem.pins;
    for (number, pin) in pins.iter().enumerate() {
        match &pin.asks {
            PinKind::Together(units) => {
                let shares = whereabouts(look, &set(units));
                if shares.len() > 1 {
                    tray.say(rule, Who::Pin(number), spread(&shares), format!("together {:?}", set(units)));
                }
            }
            PinKind::Apart(units) => {
                let mut crowded = Vec::new();
                for (zone, row) in look.zones.iter().enumerate() {
                    let here: BTreeSet<usize> = held(row).intersection(&set(units)).copied().collect();
                    let only: Vec<Hold> = (0..look.units())
                        .map(|unit| if here.contains(&unit) { row[unit].clone() } else { Hold::None })
                        .collect();
                    if here.len() > 1 {
                        crowded.push(share_words(&format!("zone {zone}"), here, look.people_of(&only)));
                    }
                }
                if !crowded.is_empty() {
                    tray.say(rule, Who::Pin(number), spread(&crowded), format!("apart {:?}", set(units)));
                }
            }
            PinKind::Zone { name, holds, without } => {
                let mut unwanted = set(without);
                for (_, pin) in pins.iter().enumerate().filter(|(other, _)| *other != number) {
                    if let PinKind::Zone { holds, .. } = &pin.asks {
                        unwanted.extend(set(holds));
                    }
                }
                pinned_zone(look, rule, number, (name, &set(holds), &unwanted), tray);
            }
        }
    }
}

fn pinned_zone(
    look: &Look,
    rule: RuleId,
    number: usize,
    (name, holds, unwanted): (&str, &BTreeSet<usize>, &BTreeSet<usize>),
    tray: &mut Tray,
) {
    let zones = 0..look.zones.len();
    if zones.clone().all(|zone| held(&look.zones[zone]).is_disjoint(holds)) {
        return;
    }
    let whole = |zone: usize| -> BTreeSet<usize> {
        holds.iter().copied().filter(|&unit| look.zones[zone][unit] == Hold::Whole).collect()
    };
    let strangers = |zone: usize| -> BTreeSet<usize> {
        held(&look.zones[zone]).intersection(unwanted).copied().collect()
    };
    let most = zones.clone().map(|zone| whole(zone).len()).max().unwrap_or(0);
    let best = zones.filter(|&zone| most > 0 && whole(zone).len() == most);
    let nearest = best.min_by_key(|&zone| (strangers(zone).len(), zone));
    let here = nearest.map_or(BTreeSet::new(), whole);
    let missing: BTreeSet<&usize> = holds.difference(&here).collect();
    let besides = nearest.map_or(BTreeSet::new(), strangers);
    if !missing.is_empty() || !besides.is_empty() {
        let found = format!("changed {nearest:?} -{missing:?} +{besides:?}");
        tray.say(rule, Who::Pin(number), found, format!("zone {name} {holds:?} without {unwanted:?}"));
    }
}

pub fn limit_exceeded(look: &Look, rule: RuleId, tray: &mut Tray) {
    for limit in &look.world.problem.limits {
        match amount(look, &limit.goal) {
            Err(why) => tray.leave_open(rule, Who::Plan, why),
            Ok(amount) if amount > limit.most => {
                tray.say(
                    rule,
                    Who::Plan,
                    format!("{} {amount}", limit.goal),
                    format!("at most {}", limit.most),
                );
            }
            Ok(_) => {}
        }
    }
}
