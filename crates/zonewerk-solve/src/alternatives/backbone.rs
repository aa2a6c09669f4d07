//! What all plans within a margin have in common.

use super::super::Stopped;
use super::super::cover::{self, Incumbent, PairAnswer};
use super::super::objective_steps::Question;
use super::{Alternative, MarginPool, NextPlan};
use zonewerk_core::territory::{Id, IdVec, UnitId};

/// What all plans within a margin have in common: proved, or said to be unknown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backbone {
    /// Every pair of neighbours, ascending.
    pub pairs: Vec<PairOfUnits>,
    /// The zones that every plan has, in the order of their first units.
    pub zones: Vec<Vec<UnitId>>,
    /// Plans within the margin that pairs refer to, the best first.
    pub witnesses: Vec<Alternative>,
    /// Why it ended early, where pairs are unknown.
    pub stopped: Option<Stopped>,
}

/// A pair of neighbours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PairOfUnits {
    /// The units, the lower first.
    pub units: [UnitId; 2],
    /// What plans do with it.
    pub status: PairStatus,
}

/// Whether two neighbours lie in one zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PairStatus {
    /// In all plans.
    Together,
    /// In none.
    Apart,
    /// In some; each by the number of a witness.
    Contested {
        /// A plan that has them together.
        together: usize,
        /// A plan that has them apart.
        apart: usize,
    },
    /// In the best plan or not in it; whether others differ was not found out.
    Unknown,
}

impl Backbone {
    /// Per unit, what is known of the pairs that it is in: settled where all are, contested where
    /// one is, else unknown.
    pub fn units(&self, number: usize) -> IdVec<UnitId, UnitStatus> {
        let mut units = IdVec::filled(UnitStatus::Settled, number);
        for pair in &self.pairs {
            for unit in pair.units {
                units[unit] = units[unit].max(pair.status.standing());
            }
        }
        units
    }
}

/// Whether what lies beside a unit is the same in all plans.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum UnitStatus {
    /// It is.
    Settled,
    /// Not found out.
    Unknown,
    /// It is not.
    Contested,
}

impl PairStatus {
    /// Whether it is the same in all plans.
    pub fn standing(self) -> UnitStatus {
        match self {
            Self::Together | Self::Apart => UnitStatus::Settled,
            Self::Contested { .. } => UnitStatus::Contested,
            Self::Unknown => UnitStatus::Unknown,
        }
    }
}

impl MarginPool<'_> {
    /// What all plans have in common, with some of them at hand; or with all.
    pub(super) fn backbone(&self, plans: &[NextPlan], are_all: bool) -> Backbone {
        let question = self.question;
        let columns = self.candidates.priced(question, &self.costs);
        let rows = self.candidates.rows(question);
        let mut asked = self.candidates.cover_question(question, &columns, &rows, 0);
        asked.max_cost = Some(self.ceiling);
        let units: Vec<[UnitId; 2]> = question.graph.pairs().map(|(a, b)| [a, b.unit]).collect();
        let pairs: Vec<(usize, usize)> = units.iter().map(|&[a, b]| (a.index(), b.index())).collect();
        let known: Vec<Incumbent> = plans.iter().map(|(plan, _)| plan.clone()).collect();
        let found = cover::query_backbone(&asked, &pairs, &known, are_all, question.watch);
        let pairs: Vec<PairOfUnits> = units
            .into_iter()
            .zip(&found.of_pairs)
            .map(|(units, &answers)| PairOfUnits { units, status: status(answers) })
            .collect();
        let best = known.first().map_or(&[][..], |plan| &plan.cover);
        let zones: Vec<Vec<UnitId>> =
            best.iter().map(|&column| self.candidates.units(column).to_vec()).collect();
        let (mut zones, stopped) = if question.has_zones_in_parts() {
            self.in_all_plans(&asked, zones, &found.plans, are_all)
        } else {
            (zones.into_iter().filter(|zone| is_in_all(zone, &pairs)).collect(), None)
        };
        zones.sort();
        let witness = |plan: Incumbent| Alternative {
            plan: self.candidates.named(question, &plan.cover),
            value: self.at_its_cheapest(&plan.cover).objective,
            is_proved: false,
        };
        let witnesses = found.plans.into_iter().map(witness).collect();
        Backbone { pairs, zones, witnesses, stopped: found.stopped.or(stopped) }
    }

    /// Those of the zones of one plan that all plans have, where zones may be in several parts, and pairs
    /// of neighbours do not tell: a zone is one of all where its first unit is together with all others of
    /// it and with no unit besides. And why not all of them may have been found out.
    fn in_all_plans(
        &self,
        asked: &cover::CoverQuestion<'_>,
        zones: Vec<Vec<UnitId>>,
        known: &[Incumbent],
        are_all: bool,
    ) -> (Vec<Vec<UnitId>>, Option<Stopped>) {
        let Question { graph, watch, .. } = self.question;
        let others = |zone: &Vec<UnitId>| {
            let first = zone[0];
            let others = graph.units().filter(move |&other| other != first);
            others.map(move |other| (first.index(), other.index())).collect::<Vec<(usize, usize)>>()
        };
        let pairs: Vec<(usize, usize)> = zones.iter().flat_map(others).collect();
        let found = cover::query_backbone(asked, &pairs, known, are_all, watch);
        let each = graph.len().saturating_sub(1).max(1);
        let mut of_zones = pairs.chunks(each).zip(found.of_pairs.chunks(each));
        let mut is_in_all = |zone: &Vec<UnitId>| {
            of_zones.next().is_none_or(|(pairs, answers)| {
                pairs.iter().zip(answers).all(|(&(_, other), &answers)| {
                    match zone.binary_search(&UnitId::new(other)) {
                        Ok(_) => status(answers) == PairStatus::Together,
                        Err(_) => status(answers) == PairStatus::Apart,
                    }
                })
            })
        };
        (zones.into_iter().filter(|zone| is_in_all(zone)).collect(), found.stopped)
    }
}

fn status(answers: [PairAnswer; 2]) -> PairStatus {
    match answers {
        [PairAnswer::Witness(together), PairAnswer::Witness(apart)] => {
            PairStatus::Contested { together, apart }
        }
        [_, PairAnswer::Impossible] => PairStatus::Together,
        [PairAnswer::Impossible, _] => PairStatus::Apart,
        _ => PairStatus::Unknown,
    }
}

/// Whether a zone of one plan is a zone of all, where all zones are contiguous: it is where all pairs
/// inside it are together and all across its border apart.
fn is_in_all(zone: &[UnitId], pairs: &[PairOfUnits]) -> bool {
    pairs.iter().all(|pair| {
        let inside = pair.units.iter().filter(|unit| zone.binary_search(unit).is_ok()).count();
        match inside {
            0 => true,
            1 => pair.status == PairStatus::Apart,
            _ => pair.status == PairStatus::Together,
        }
    })
}
