//! Objectives that are what it costs to part neighbours: a plan by recombination, a proof by
//! peeling.

use super::given_zones::{GivenZones, bits};
use super::peeling::{Halted, Peeler, Work};
use super::unit_network::{UnitBits, UnitNetwork};
use super::{CompactLimits, plan_of, recombine};
use crate::objective_steps::Question;
use crate::{Infeasibility, Outcome, Progress, Stage, StepSolved, Stopped};
use zonewerk_core::plan::Plan;

/// Budgets of the proof, in hundredths of what is to be proved.
const BUDGETS: [u64; 9] = [40, 55, 65, 75, 82, 88, 92, 96, 100];

/// Solves a problem of one step. Plans to start from are those of the question, where they are plans of
/// these cases.
pub(super) fn solve(
    question: Question<'_>,
    (network, cases): (&UnitNetwork, &[GivenZones]),
    effort: CompactLimits,
) -> (Outcome, Vec<StepSolved>) {
    let stop = || question.watch.stop().is_some();
    let bound = effort.bound.saturating_sub(network.constant);
    let mut search = PartingSearch::begun(question, (network, cases), bound);
    let work = Work::of(effort.most_work);
    let proved = search.prove(cases, &work, &stop);
    let stopped = question.watch.stop().unwrap_or(Stopped::SearchEnded);
    search.outcome(proved.is_ok(), stopped)
}

/// The best plan that recombination finds, or the best to start from.
pub(super) fn good_plan(
    question: Question<'_>,
    (network, cases): (&UnitNetwork, &[GivenZones]),
) -> Option<Vec<UnitBits>> {
    PartingSearch::begun(question, (network, cases), 0).best.map(|(_, zones)| zones)
}

/// What a plan costs, its case, and its zones that are not given.
type GivenZonesPlan<'c> = (u64, &'c GivenZones, Vec<UnitBits>);

struct PartingSearch<'a> {
    question: Question<'a>,
    network: &'a UnitNetwork,
    best: Option<(u64, Vec<UnitBits>)>,
    bound: u64,
}

impl<'a> PartingSearch<'a> {
    /// A search that has plans to start from and by recombination.
    fn begun(question: Question<'a>, (network, cases): (&'a UnitNetwork, &[GivenZones]), bound: u64) -> Self {
        let stop = || question.watch.stop().is_some();
        let mut search = Self { question, network, best: None, bound };
        question.starts.iter().for_each(|plan| search.take_plan(plan, cases));
        for case in cases {
            (case.least..=case.most).for_each(|zones| search.recombine(case, zones, &stop));
        }
        search
    }
}

impl PartingSearch<'_> {
    /// What it costs to part the given zones from each other and from the rest.
    fn given_cost(&self, case: &GivenZones) -> u64 {
        let all = self.network.all();
        let outside = |&zone: &UnitBits| self.network.price_between(zone, all & !zone);
        let twice: u64 = case.given.iter().map(outside).sum();
        (twice + outside(&case.rest)) / 2
    }

    fn recombine(&mut self, case: &GivenZones, zones: u64, stop: &(dyn Fn() -> bool + Sync)) {
        let rest = case.rest;
        let found = match zones {
            0 => Some((0, Vec::new())),
            1 => self.network.allows(rest).then(|| (0, vec![rest])),
            _ => recombine::plan(self.network, rest, zones, self.question.seed, stop),
        };
        if let Some((cost, zones)) = found {
            self.take(self.given_cost(case) + cost, case, zones);
        }
        self.tell(Stage::Diving);
    }

    fn take(&mut self, cost: u64, case: &GivenZones, zones: Vec<UnitBits>) {
        if self.best.as_ref().is_none_or(|best| cost < best.0) {
            self.best = Some((cost, case.given.iter().copied().chain(zones).collect()));
        }
    }

    /// Takes a plan over where it is one of these cases.
    fn take_plan(&mut self, plan: &Plan, cases: &[GivenZones]) {
        let zones: Vec<UnitBits> = plan.members().values().map(|units| bits(units)).collect();
        let drawn = |case: &GivenZones| {
            let drawn: Vec<UnitBits> =
                zones.iter().copied().filter(|zone| !case.given.contains(zone)).collect();
            let is_whole = drawn.iter().fold(0, |set, zone| set | zone) == case.rest
                && drawn.len() + case.given.len() == zones.len()
                && (case.least..=case.most).contains(&(drawn.len() as u64));
            (is_whole && drawn.iter().all(|&zone| self.network.allows(zone))).then_some(drawn)
        };
        let Some((case, drawn)) = cases.iter().find_map(|case| Some((case, drawn(case)?))) else { return };
        let all = self.network.all();
        let twice: u64 = zones.iter().map(|&zone| self.network.price_between(zone, all & !zone)).sum();
        self.take(twice / 2, case, drawn);
    }

    /// Raises the bound until no plan is cheaper than the best.
    fn prove(
        &mut self,
        cases: &[GivenZones],
        work: &Work,
        stop: &(dyn Fn() -> bool + Sync),
    ) -> Result<(), Halted> {
        let prices = self.network.prices.iter().flatten();
        let dearest = prices.map(|&(_, price)| price).sum::<u64>() / 2;
        for share in BUDGETS {
            loop {
                let below = match &self.best {
                    Some((0, _)) => return Ok(()),
                    Some((best, _)) if *best <= self.bound => return Ok(()),
                    Some((best, _)) => best - 1,
                    None => dearest,
                };
                let budget = (u128::from(below) * u128::from(share) / 100) as u64;
                if budget < self.bound {
                    break;
                }
                let Some((cost, case, zones)) = self.cheapest(cases, budget, (work, stop))? else {
                    self.bound = budget + 1;
                    break;
                };
                self.take(cost, case, zones);
                self.tell(Stage::Branching);
            }
            self.tell(Stage::Branching);
        }
        Ok(())
    }

    /// The cheapest plan for at most the budget, or the proof that there is none.
    fn cheapest<'c>(
        &self,
        cases: &'c [GivenZones],
        budget: u64,
        (work, stop): (&Work, &(dyn Fn() -> bool + Sync)),
    ) -> Result<Option<GivenZonesPlan<'c>>, Halted> {
        let peeler = Peeler { network: self.network, work, stop };
        let mut cheapest: Option<GivenZonesPlan<'c>> = None;
        for case in cases {
            let Some(left) = budget.checked_sub(self.given_cost(case)) else { continue };
            for zones in case.least..=case.most {
                let split = peeler.split(case.rest, zones, left)?;
                let found = split.map(|(cost, zones)| (budget - left + cost, case, zones));
                cheapest = cheapest.into_iter().chain(found).min_by_key(|found| found.0);
            }
        }
        Ok(cheapest)
    }

    fn tell(&self, stage: Stage) {
        let constant = self.network.constant;
        self.question.watch.progress(Progress {
            step: 0,
            stage,
            incumbent: self.best.as_ref().map(|best| constant + best.0),
            bound: Some(constant + self.bound),
            zones: 0,
            open_branches: 0,
        });
    }

    fn outcome(self, proved: bool, stopped: Stopped) -> (Outcome, Vec<StepSolved>) {
        let constant = self.network.constant;
        let objective = self.best.as_ref().map(|best| constant + best.0);
        let bound = match (proved, objective) {
            (true, Some(objective)) => objective,
            (_, Some(objective)) => objective.min(constant + self.bound),
            (_, None) => constant + self.bound,
        };
        let plan = self.best.as_ref().map(|(_, zones)| plan_of(self.question, zones));
        let outcome = match (plan, objective) {
            (Some(plan), Some(objective)) if proved => Outcome::Optimal { plan, objective },
            (Some(plan), Some(objective)) => Outcome::Feasible { plan, objective, bound, stopped },
            _ if proved => {
                let units = self.network.population.len();
                Outcome::Infeasible { why: Infeasibility::Peeled { units } }
            }
            _ => Outcome::Unknown { bound: Some(bound), stopped },
        };
        let bound = (!matches!(outcome, Outcome::Infeasible { .. })).then_some(bound);
        (outcome, vec![StepSolved { objective, bound, ..StepSolved::default() }])
    }
}
