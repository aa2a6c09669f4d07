//! What solves a question whose zones are too many to list.
//!
//! The compact engine proves plans of few units in few zones, most of them soon. Where it does not, the
//! search draws a plan and proves what it can, which may be all; the compact engine then goes on from
//! there. How far it goes first is a number of sets, not of seconds, so that the answer is the same on
//! any machine.

use super::compact::CompactLimits;
use super::objective_steps::Question;
use super::{Engine, Outcome, StepSolved, Stopped, compact, search};
use zonewerk_core::plan::Plan;

/// Sets that the compact engine looks at before the search begins: some ten seconds.
const FIRST_WORK: u64 = 60_000_000;

type SolvedSteps = (Outcome, Vec<StepSolved>);

/// Solves exactly where the compact engine takes the question, by search where it does not.
pub(super) fn without_list(question: Question<'_>) -> (Engine, SolvedSteps) {
    let first = compact::solve(question, CompactLimits { most_work: FIRST_WORK, bound: 0 });
    match &first.0 {
        Outcome::Unknown { stopped: Stopped::NotInThisEngine { .. }, .. } => {
            return (Engine::Search, search::solve(question));
        }
        Outcome::Feasible { stopped: Stopped::SearchEnded, .. }
        | Outcome::Unknown { stopped: Stopped::SearchEnded, .. } => {}
        _ => return (Engine::Compact, first),
    }
    let plans: Vec<&Plan> = first.0.plan().into_iter().chain(question.starts.iter().copied()).collect();
    let by_search = search::solve(Question { starts: &plans, ..question });
    if matches!(by_search.0, Outcome::Optimal { .. } | Outcome::Infeasible { .. }) {
        return (Engine::Search, by_search);
    }
    let known: Vec<&Plan> = by_search.0.plan().into_iter().chain(plans.iter().copied()).collect();
    let bound = proved(&by_search).max(proved(&first));
    let last = compact::solve(
        Question { starts: &known, ..question },
        CompactLimits { bound, ..CompactLimits::FULL },
    );
    (Engine::Compact, with_proof(last, &by_search))
}

/// A lower bound: no plan has a smaller value.
fn proved((_, steps): &SolvedSteps) -> u64 {
    steps.first().and_then(|step| step.bound).unwrap_or(0)
}

/// What proves the bound, where flows or prices do.
fn with_proof((outcome, mut steps): SolvedSteps, (_, by_search): &SolvedSteps) -> SolvedSteps {
    let proof = by_search.first().and_then(|step| step.proof.clone());
    if let Some(step) = steps.first_mut() {
        step.proof = proof.filter(|proof| step.bound == Some(proof.bound()));
    }
    (outcome, steps)
}
