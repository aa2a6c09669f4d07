use super::Tried;
use crate::Explanation;
use crate::document::Block;
use crate::map_faults::counts;
use crate::text::{count, list, thousands};
use zonewerk_audit::proposal::{Contiguous, FixedZoneConflict, OpenZone, Touched, ZoneFigures};
use zonewerk_core::territory::UnitId;
use zonewerk_core::words::Language;
use zonewerk_io::Scenario;
use zonewerk_solve::Stopped;

/// Whether the rest of the territory can be drawn around the zones that a proposal changes, taken
/// as they are.
#[derive(Clone, Debug)]
pub enum Remainder {
    /// Nobody asked.
    NotAsked,
    /// A plan was found that has them, and it passed its audit: so many zones in all.
    Possible {
        /// Number of its zones.
        zones: usize,
    },
    /// It is proved that no plan has them.
    Impossible(Explanation),
    /// Neither a plan nor a proof was found.
    NotFound(Stopped),
    /// They break rules themselves: a sentence each.
    Broken(Vec<String>),
    /// They differ from zones that are given otherwise.
    Conflicts(Vec<FixedZoneConflict>),
}

impl Remainder {
    /// What is wrong with changed zones by themselves, a sentence each.
    pub fn faults(touched: &[Touched]) -> Vec<String> {
        let there = touched.iter().filter_map(|zone| zone.after.as_ref());
        there.filter(|zone| zone.divided.is_empty() && !zone.units.is_empty()).filter_map(fault).collect()
    }

    /// `not-asked`, `possible`, `impossible`, `not-found`, `broken` or `conflicts`.
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::NotAsked => "not-asked",
            Self::Possible { .. } => "possible",
            Self::Impossible(_) => "impossible",
            Self::NotFound(_) => "not-found",
            Self::Broken(_) => "broken",
            Self::Conflicts(_) => "conflicts",
        }
    }
}

fn fault(zone: &ZoneFigures) -> Option<String> {
    let outside = zone.outside().filter(|&outside| outside != 0).map(|outside| {
        let (amount, which) = (outside.unsigned_abs(), if outside < 0 { "few" } else { "many" });
        format!("has {} inhabitants too {which}", thousands(amount))
    });
    let pieces = match zone.contiguous {
        Contiguous::Pieces(pieces) if pieces > 1 => Some(format!("falls apart into {pieces} pieces")),
        _ => None,
    };
    let faults: Vec<String> = [outside, pieces].into_iter().flatten().collect();
    (!faults.is_empty()).then(|| format!("{} {}", zone.name, faults.join(" and ")))
}

/// A sentence or more on the remainder, and a list.
pub(super) fn remainder(tried: &Tried) -> Vec<Block> {
    let mut blocks = vec![Block::Heading(2, "Can the rest be completed around it?".to_owned())];
    let say = |text: String| Block::Paragraph(text);
    match &tried.remainder {
        Remainder::NotAsked => {
            blocks.push(say("Not asked: add --remainder to have it proved (a few seconds).".to_owned()));
        }
        Remainder::Possible { zones } => blocks.push(say(format!(
            "Yes, proved by a plan of {} that has the changed zones as they are and passed its audit; \
             --complete draws the best one.",
            count(*zones, "zone")
        ))),
        Remainder::Impossible(why) => {
            let faults = &tried.scenario.map_faults;
            let proviso = match faults.is_empty() {
                true => String::new(),
                false => {
                    format!(", if the map is right where it has {}", counts(faults, Language::English))
                }
            };
            blocks.push(say(format!("No, proved{proviso}: {}.", why.sentence)));
            blocks.push(say(format!("What could be relaxed: {}.", why.relax.join("; "))));
        }
        Remainder::NotFound(_) => blocks.push(say(
            "Not known: neither a plan nor a proof was found in time; give it more with --time-limit."
                .to_owned(),
        )),
        Remainder::Broken(faults) => {
            blocks.push(say(
                "No: changed zones break rules themselves, whatever is drawn around them.".to_owned()
            ));
            blocks.push(Block::List(faults.clone()));
        }
        Remainder::Conflicts(conflicts) => {
            blocks.push(say("No: changed zones are given otherwise.".to_owned()));
            blocks.push(Block::List(conflicts.iter().map(ToString::to_string).collect()));
        }
    }
    blocks
}

/// The zones that cannot be given since they hold part of a unit, a sentence each.
pub fn open_zone_notes(scenario: &Scenario, open: &[OpenZone]) -> Vec<String> {
    let labels = |units: &[UnitId]| {
        let labels: Vec<String> = units.iter().map(|&unit| scenario.territory.label(unit)).collect();
        list(&labels, 8)
    };
    let note = |OpenZone { name, whole, divided }: &OpenZone| {
        let start = format!("{name} holds part of {}, so it is not given as it is", labels(divided));
        match whole.len() {
            0 => start,
            1 => format!("{start}: {} stays in a zone of that name", labels(whole)),
            _ => format!("{start}: {} stay together in a zone of that name", labels(whole)),
        }
    };
    open.iter().map(note).collect()
}
