//! One world: what the solver says beside what the oracle says.

use std::panic::{AssertUnwindSafe, catch_unwind};
use zonewerk_core::problem::Instance;

use zonewerk_audit::audit;
use zonewerk_core::plan::Plan;
use zonewerk_solve::zones::value;
use zonewerk_solve::{Beyond, Options, Outcome, Solved, Stopped, Unwatched, solve};

use crate::naive::best::{Best, best};
use crate::naive::goals::goal_value;
use crate::naive::lists::{Lists, set};
use crate::naive::plans::NaivePlan;
use crate::worlds::World;
use crate::worlds::goals::every_goal;

/// What was seen in many worlds, and every disagreement.
#[derive(Debug, Default)]
pub struct Tally {
    pub optimal: u64,
    pub infeasible: u64,
    pub branched: u64,
    disagreements: Vec<String>,
}

impl Tally {
    /// Solves a world both ways; `what` names it.
    pub fn look_at(&mut self, world: &World, what: &str) {
        let name = |said: String| format!("{what}, {}: {said}", world.problem.objective);
        match catch_unwind(AssertUnwindSafe(|| compare(world))) {
            Ok(Ok(solved)) => {
                let is_optimal = solved.outcome.status() == "optimal";
                self.optimal += u64::from(is_optimal);
                self.infeasible += u64::from(!is_optimal);
                self.branched += u64::from(solved.steps.iter().any(|step| step.statistics.branches > 1));
            }
            Ok(Err(said)) => self.disagreements.push(name(said)),
            Err(_) => self.disagreements.push(name("panics".into())),
        }
    }

    /// What several saw.
    pub fn of_all(tallies: Vec<Self>) -> Self {
        let mut all = Self::default();
        for other in tallies {
            all.optimal += other.optimal;
            all.infeasible += other.infeasible;
            all.branched += other.branched;
            all.disagreements.extend(other.disagreements);
        }
        all
    }

    /// Takes in what was seen under one heading: so many optimal and so many infeasible, at
    /// least.
    pub fn add(&mut self, other: Self, what: &str, at_least: [u64; 2]) {
        let seen = [other.optimal, other.infeasible];
        println!("{what}: {} optimal, {} infeasible, {} with branches", seen[0], seen[1], other.branched);
        if other.disagreements.is_empty() && (0..2).any(|answer| seen[answer] < at_least[answer]) {
            self.disagreements.push(format!("{what} has {seen:?} worlds with a plan and without"));
        }
        self.optimal += other.optimal;
        self.infeasible += other.infeasible;
        self.branched += other.branched;
        self.disagreements.extend(other.disagreements);
    }

    /// Fails where anything disagrees, with the first of it.
    pub fn must_agree(&self, what: &str) {
        println!(
            "{what}: {} optimal, {} infeasible, {} with branches",
            self.optimal, self.infeasible, self.branched
        );
        let some: Vec<&String> = self.disagreements.iter().take(20).collect();
        assert!(some.is_empty(), "{what}: {} disagree, among them {some:#?}", self.disagreements.len());
    }
}

fn compare(world: &World) -> Result<Solved, String> {
    let lists = Lists::of(world);
    let expected = best(&lists, &world.problem.objective);
    let solved = solve(
        &Instance::new(&world.territory, &world.graph, &world.problem).expect("an instance"),
        &Options::default(),
        &Unwatched,
    );
    match (&solved.outcome, expected) {
        (Outcome::Optimal { plan, objective }, Some(best)) => {
            let plan_sets = audited(world, plan)?;
            values_agree(world, &lists, plan, &plan_sets)?;
            proved_best(&solved, *objective, &best)?;
            if !best.plans.contains(&plan_sets) {
                return Err(format!("{plan_sets:?} is none of the best plans {:?}", best.plans));
            }
        }
        (Outcome::Infeasible { .. }, None) => {}
        // The oracle asks for a zone in each region too, as what is drawn has.
        (Outcome::Unknown { stopped: Stopped::NoneContiguous { beyond, .. }, .. }, None)
            if *beyond == [Beyond::RegionWithoutZone] => {}
        (outcome, None) => return Err(format!("there is no plan, and yet {outcome:?}")),
        (outcome, Some(best)) => return Err(format!("the best is {:?}, and yet {outcome:?}", best.values)),
    }
    Ok(solved)
}

/// The zones of a plan, after the audit has found no error in it.
fn audited(world: &World, plan: &Plan) -> Result<NaivePlan, String> {
    let findings =
        audit(&Instance::new(&world.territory, &world.graph, &world.problem).expect("an instance"), plan);
    if !findings.is_compliant() {
        return Err(format!("the audit finds {findings:?}"));
    }
    let mut zones: NaivePlan = plan.members().values().map(|units| set(units)).collect();
    zones.sort_by_key(|zone| zone.trailing_zeros());
    Ok(zones)
}

/// Each goal has the value that its definition gives, asked of or not.
fn values_agree(world: &World, lists: &Lists, plan: &Plan, sets: &NaivePlan) -> Result<(), String> {
    for goal in every_goal() {
        let found = value(&world.territory, &world.graph, &world.problem, &goal, plan);
        let expected = goal_value(lists, &goal, sets);
        if found != Some(expected) {
            return Err(format!("{goal} of {sets:?} is {expected}, not {found:?}"));
        }
    }
    Ok(())
}

/// Each step has the best value as its value and as its bound.
fn proved_best(solved: &Solved, objective: u64, best: &Best) -> Result<(), String> {
    let expected: Vec<_> = best.values.iter().map(|&value| (Some(value), Some(value))).collect();
    let found: Vec<_> = solved.steps.iter().map(|step| (step.objective, step.bound)).collect();
    if found != expected || best.values.last() != Some(&objective) {
        return Err(format!("the best is {expected:?}, not {found:?} with {objective} in the end"));
    }
    Ok(())
}
