//! The exact engine for few large zones, of which there are too many to list.
//!
//! 1. A good plan by recombination ([`recombine`]).
//! 2. Where the objective is what it costs to part neighbours, a proof by peeling ([`peel`]):
//!    first that no plan costs much less, then a little less, so that there is a bound
//!    whenever the search is stopped.
//! 3. Otherwise, or when asked, a mixed-integer program over which unit lies in which zone
//!    ([`model`]), with cuts where its zones do not hang together ([`separators`]).

mod network;
mod peel;
mod recombine;

use network::{Network, Units, ids, members};
use peel::{Halted, Peeler};

use super::steps::{Question, named_plan};
use super::{Infeasibility, Outcome, Progress, Stage, Statistics, StepSolved, Stopped};
use crate::territory::{Id, UnitId};

/// Budgets of the proof, in hundredths of what is to be proved.
const BUDGETS: [u64; 9] = [40, 55, 65, 75, 82, 88, 92, 96, 100];
/// Zones that are peeled one by one, at most.
const MOST_ZONES: u64 = 12;

/// Solves a problem of one step.
pub(super) fn solve(question: Question<'_>) -> (Outcome, Vec<StepSolved>) {
    let steps = question.problem.objective.steps();
    let [step] = steps else {
        return unknown(Stopped::NotInThisEngine { what: "goals one after the other".to_owned() });
    };
    let Question { territory, graph, problem, watch, .. } = question;
    let Some(network) = Network::of(territory, graph, problem, step) else {
        return unknown(Stopped::NotInThisEngine { what: step.to_string() });
    };
    let stop = || watch.stop().is_some();
    let mut search = Search { question, network: &network, best: None, bound: 0 };
    let mut cases = Vec::new();
    for given in given_zones(question, &network) {
        match search.counts(&given) {
            Some(counts) => cases.extend(counts.map(|zones| (given.clone(), zones))),
            None => return unknown(Stopped::NotInThisEngine { what: "so many zones".to_owned() }),
        }
    }
    for (given, zones) in &cases {
        search.recombine(given, *zones, &stop);
    }
    let proved = search.prove(&cases, &stop);
    let stopped = watch.stop().unwrap_or(Stopped::Interrupted);
    search.outcome(proved.is_ok(), stopped)
}

fn unknown(stopped: Stopped) -> (Outcome, Vec<StepSolved>) {
    (Outcome::Unknown { bound: None, stopped }, vec![StepSolved::default()])
}

/// Zones that are there in any case of this kind: the fixed ones, and those by exception.
type Given = Vec<Units>;

/// Every choice of exceptions: a zone by exception is there, or it is not.
fn given_zones(question: Question<'_>, network: &Network) -> Vec<Given> {
    let bits = |units: &[UnitId]| units.iter().fold(0, |set, unit| set | 1 << unit.index());
    let problem = question.problem;
    let fixed: Given = problem.fixed_zones.iter().map(|fixed| bits(&fixed.units)).collect();
    let taken = fixed.iter().fold(0, |set, zone| set | zone);
    let mut choices = vec![fixed];
    for (units, bounds) in problem.excepted_zones() {
        let zone = bits(units);
        let alone = !problem.bounds().allow(network.people(zone));
        let hangs = network.reach(network::lowest(zone), zone) == zone;
        let allowed = bounds.allow(network.people(zone)) && network.wishes.allow(units) && hangs;
        if alone && allowed && zone & taken == 0 {
            let with = choices.iter().filter(|given| given.iter().all(|other| other & zone == 0));
            let with: Vec<Given> = with.map(|given| given.iter().copied().chain([zone]).collect()).collect();
            choices.extend(with);
        }
    }
    choices
}

struct Search<'a> {
    question: Question<'a>,
    network: &'a Network,
    best: Option<(u64, Vec<Units>)>,
    bound: u64,
}

impl Search<'_> {
    fn all(&self) -> Units {
        (0..self.network.population.len()).fold(0, |set, unit| set | 1 << unit)
    }

    fn rest(&self, given: &Given) -> Units {
        given.iter().fold(self.all(), |rest, zone| rest & !zone)
    }

    /// How many zones the units may have that are not given; `None` where there may be many.
    fn counts(&self, given: &Given) -> Option<impl Iterator<Item = u64> + use<>> {
        let rest = self.rest(given);
        let bounds = self.network.bounds;
        let people = self.network.people(rest);
        let there = given.len() as u64;
        let asked = self.question.problem.zone_count;
        let units = u64::from(rest.count_ones());
        let (mut least, mut most) = (u64::from(rest != 0), units);
        if let Some(maximum) = bounds.maximum() {
            least = least.max(if maximum == 0 { least } else { people.div_ceil(maximum) });
        }
        if let Some(by_minimum) = people.checked_div(bounds.minimum()) {
            most = most.min(by_minimum);
        }
        least = least.max(asked.minimum().unwrap_or(0).saturating_sub(there));
        most = most.min(asked.maximum().map_or(units, |maximum| maximum.saturating_sub(there)));
        if asked.maximum().is_some_and(|maximum| maximum < there) {
            most = 0;
            least = 1;
        }
        (most <= MOST_ZONES || most < least).then_some(least..=most)
    }

    /// What it costs to part the given zones from each other and from the rest.
    fn given_cost(&self, given: &Given) -> u64 {
        let all = self.all();
        let twice: u64 = given.iter().map(|&zone| self.network.price_between(zone, all & !zone)).sum();
        let rest = self.rest(given);
        (twice + self.network.price_between(rest, all & !rest)) / 2
    }

    fn recombine(&mut self, given: &Given, zones: u64, stop: &(dyn Fn() -> bool + Sync)) {
        let rest = self.rest(given);
        let found = match zones {
            0 => Some((0, Vec::new())),
            1 => self.network.allows(rest).then(|| (0, vec![rest])),
            _ => recombine::plan(self.network, rest, zones, self.question.seed, stop),
        };
        if let Some((cost, zones)) = found {
            self.take(self.given_cost(given) + cost, given, zones);
        }
        self.tell(Stage::Diving);
    }

    fn take(&mut self, cost: u64, given: &Given, zones: Vec<Units>) {
        if self.best.as_ref().is_none_or(|best| cost < best.0) {
            self.best = Some((cost, given.iter().copied().chain(zones).collect()));
        }
    }

    /// Raises the bound until no plan is cheaper than the best.
    fn prove(&mut self, cases: &[(Given, u64)], stop: &(dyn Fn() -> bool + Sync)) -> Result<(), Halted> {
        let peeler = Peeler { network: self.network, stop };
        let prices = self.network.prices.iter().flatten();
        let dearest = prices.map(|&(_, price)| price).sum::<u64>() / 2;
        for share in BUDGETS {
            loop {
                let goal = self.best.as_ref().map_or(dearest, |best| best.0.saturating_sub(1));
                if self.best.as_ref().is_some_and(|best| best.0 == 0) {
                    self.bound = 0;
                    return Ok(());
                }
                let budget = (u128::from(goal) * u128::from(share) / 100) as u64;
                let mut found = None;
                for (given, zones) in cases {
                    let there = self.given_cost(given);
                    let Some(left) = budget.checked_sub(there) else { continue };
                    let split = peeler.split(self.rest(given), *zones, left)?;
                    found = found.into_iter().chain(split.map(|(cost, zones)| (there + cost, given, zones))).min_by_key(|found: &(u64, &Given, Vec<Units>)| found.0);
                }
                match found {
                    Some((cost, given, zones)) => self.take(cost, given, zones),
                    None => {
                        self.bound = budget + 1;
                        break;
                    }
                }
                self.tell(Stage::Branching);
            }
            self.tell(Stage::Branching);
        }
        Ok(())
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
        let solved = StepSolved { objective, bound: Some(bound), statistics: Statistics::default() };
        let plan = self.best.as_ref().map(|(_, zones)| {
            let zones = zones.iter().map(|&zone| ids(zone)).collect();
            named_plan(self.question.territory, self.question.problem, zones)
        });
        let outcome = match (plan, objective) {
            (Some(plan), Some(objective)) if proved => Outcome::Optimal { plan, objective },
            (Some(plan), Some(objective)) => Outcome::Feasible { plan, objective, bound, stopped },
            _ if proved => Outcome::Infeasible { why: Infeasibility::Peeled { units: members(self.all()).count() } },
            _ => Outcome::Unknown { bound: Some(bound), stopped },
        };
        (outcome, vec![solved])
    }
}
