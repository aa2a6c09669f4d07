//! What a solve claims of its plan, with every goal in its order and what the claim rests on.

use super::Results;
use super::goal_words::{step, step_bound, step_value};
use super::map_faults::{counts, is_in_doubt, map_faults_line};
use super::reading::condition;
use super::steps::{StepResult, step_results};
use super::stopped_words::stopped_words;
use super::text::{gap_in, margin};
use zonewerk_core::problem::{Goal, Problem, Regions, RuleId, RuleWeight, Severity, Step, SubjectKind};
use zonewerk_core::words::{Language, listed, say};
use zonewerk_io::Scenario;
use zonewerk_solve::{Engine, Infeasibility, Outcome, Solved, Stopped, keeps, zones_may_lie_apart};

/// How good the plan is, in one sentence or two: every goal in its order, and among which plans
/// none is better. Of a proof that there is no plan only that it is one.
pub(super) fn claim(results: &Results, solved: &Solved, language: Language) -> String {
    let mut text = match &solved.outcome {
        Outcome::Optimal { .. } => proven(results, solved, language),
        Outcome::Feasible { bound, stopped, .. } => found(results, solved, (*bound, stopped), language),
        Outcome::Infeasible { why } => impossible(why, results.scenario, language),
        Outcome::Unknown { bound, stopped } => {
            let mut text = say!(
                language,
                "page-unknown",
                why = stopped_words(stopped, results.scenario, results.graph, language)
            );
            if let Some(bound) = bound {
                let asked = results.step(solved);
                text = format!(
                    "{text} {}",
                    say!(
                        language,
                        "claim-unknown-bound",
                        kept = kept(results, language),
                        goal = step(language, results.graph, asked),
                        bound = step_bound(language, asked, *bound)
                    )
                );
            }
            text
        }
    };
    let later = later(results, solved, language);
    if let (Some(said), false) = (not_claimed(&solved.outcome, &later, language), later.is_empty()) {
        text = format!("{text} {said}");
    }
    text
}

/// That no plan is possible, with the condition that rests on the map.
pub(super) fn impossible(why: &Infeasibility, scenario: &Scenario, language: Language) -> String {
    let kept = kept_of(&scenario.problem, language);
    match is_in_doubt(why, scenario) {
        true => {
            let faults = counts(&scenario.map_faults, language);
            say!(language, "claim-impossible-map", kept = kept, faults = faults)
        }
        false => say!(language, "claim-impossible", kept = kept),
    }
}

fn proven(results: &Results, solved: &Solved, language: Language) -> String {
    let goals = goals_with_values(results, solved, language);
    match among(results, solved, language) {
        None => say!(
            language,
            "claim-proven-one",
            zones = zones(results),
            goals = goals,
            kept = kept(results, language)
        ),
        Some(_) => {
            let none_better = none_better(results, solved, language).unwrap_or_default();
            say!(language, "claim-proven", zones = zones(results), goals = goals, order = none_better)
        }
    }
}

fn found(
    results: &Results,
    solved: &Solved,
    (bound, stopped): (u64, &Stopped),
    language: Language,
) -> String {
    let asked = results.step(solved);
    let is_one = results.scenario.problem.objective.steps().len() == 1;
    let (goals, kept) = (goals_with_values(results, solved, language), kept(results, language));
    let (goal, bound) = (step(language, results.graph, asked), step_bound(language, asked, bound));
    let gap = gap_in(language, solved.outcome.gap().unwrap_or(0.0));
    let why = stopped_words(stopped, results.scenario, results.graph, language);
    match among(results, solved, language) {
        None if is_one => {
            say!(
                language,
                "claim-found-one",
                zones = zones(results),
                goals = goals,
                kept = kept,
                bound = bound,
                gap = gap,
                why = why
            )
        }
        None => say!(
            language,
            "claim-found-first",
            zones = zones(results),
            goals = goals,
            kept = kept,
            goal = goal,
            bound = bound,
            gap = gap,
            why = why
        ),
        Some(earlier) => say!(
            language,
            "claim-found",
            zones = zones(results),
            goals = goals,
            kept = kept,
            earlier = earlier,
            goal = goal,
            bound = bound,
            gap = gap,
            why = why,
        ),
    }
}

/// Of a proof over several goals, among which plans none is better in the last.
pub(super) fn none_better(results: &Results, solved: &Solved, language: Language) -> Option<String> {
    let is_proved = matches!(solved.outcome, Outcome::Optimal { .. });
    let earlier = among(results, solved, language).filter(|_| is_proved)?;
    Some(say!(
        language,
        "claim-none-better",
        kept = kept(results, language),
        earlier = earlier,
        goal = step(language, results.graph, results.step(solved))
    ))
}

/// Number of zones of the plan.
fn zones(results: &Results) -> usize {
    results.plan().map_or(0, |plan| plan.zones.len())
}

/// What is not claimed of goals that come after those that were begun.
fn not_claimed(outcome: &Outcome, later: &str, language: Language) -> Option<String> {
    match outcome {
        Outcome::Optimal { .. } => Some(say!(language, "claim-later-left", goals = later)),
        Outcome::Feasible { .. } => Some(say!(language, "claim-nothing-proved", goals = later)),
        Outcome::Infeasible { .. } | Outcome::Unknown { .. } => None,
    }
}

/// The goals of which nothing is proved.
fn later(results: &Results, solved: &Solved, language: Language) -> String {
    let steps = results.scenario.problem.objective.steps();
    let later = steps.iter().skip(solved.steps.len().max(1));
    in_order(later.map(|asked| step(language, results.graph, asked)), language)
}

/// The goals that were begun, with what the plan comes to: `people moved 34,233 people, then total
/// border 892.5 km`.
pub(super) fn goals_with_values(results: &Results, solved: &Solved, language: Language) -> String {
    let begun = step_results(results, solved);
    let begun = begun.iter().take(solved.steps.len().max(1)).map(|result| {
        let name = step(language, results.graph, result.step);
        match value(solved, result) {
            Some(value) => format!("{name} {}", step_value(language, result.step, value)),
            None => name,
        }
    });
    in_order(begun, language)
}

/// What the plan comes to in a step.
fn value(solved: &Solved, result: &StepResult) -> Option<u64> {
    let is_last = result.number == solved.step() + 1;
    let of_outcome = solved.outcome.objective().filter(|_| is_last);
    of_outcome.or(result.plan).or_else(|| result.solved?.objective)
}

pub(super) fn in_order(goals: impl Iterator<Item = String>, language: Language) -> String {
    let then = |before: String, goal: String| say!(language, "claim-then", before = before, goal = goal);
    goals.reduce(then).unwrap_or_default()
}

/// Among which plans the last step that was begun chooses: the best in the steps before, or those
/// within a margin of them; `None` where it is the first.
fn among(results: &Results, solved: &Solved, language: Language) -> Option<String> {
    let steps = results.scenario.problem.objective.steps().iter();
    let earlier = steps.zip(&solved.steps).take(solved.step()).map(|(asked, begun)| {
        let goal = step(language, results.graph, asked);
        match begun.objective {
            Some(best) if asked.tolerance.millionths > 0 => {
                let ceiling = step_value(language, asked, asked.tolerance.above(best));
                let margin = margin(asked.tolerance, language);
                say!(language, "claim-within", goal = goal, ceiling = ceiling, margin = margin)
            }
            _ => say!(language, "claim-least", goal = goal),
        }
    });
    earlier.reduce(|before, one| say!(language, "claim-and-of-these", before = before, one = one))
}

/// What the plans that are spoken of keep: the rules, and what the scenario asks besides.
pub(super) fn kept(results: &Results, language: Language) -> String {
    kept_of(&results.scenario.problem, language)
}

/// The same of a problem.
pub(super) fn kept_of(problem: &Problem, language: Language) -> String {
    let Problem { pins, limits, fixed_zones, zone_count, .. } = problem;
    let mut asked = vec![say!(language, "claim-kept-rules")];
    let (given, wishes) = (fixed_zones.len(), pins.len());
    asked.extend((given > 0).then(|| say!(language, "claim-kept-fixed", number = given)));
    asked.extend((wishes > 0).then(|| say!(language, "claim-kept-pins", number = wishes)));
    asked.extend((!zone_count.is_free()).then(|| say!(language, "claim-kept-zones")));
    let limit =
        |limit: &zonewerk_core::problem::Limit| say!(language, "claim-kept-limit", limit = limit.to_string());
    asked.extend(limits.iter().map(limit));
    let last = asked.pop().unwrap_or_default();
    match asked.is_empty() {
        true => last,
        false => {
            say!(language, "claim-kept-and", before = asked.join(", "), last = last)
        }
    }
}

/// Whether what is proved rests on the arithmetic of the solver: the compact engine proves border
/// length and cut edges of contiguous zones in whole numbers, and all else by an integer program.
pub(super) fn rests_on_solver(results: &Results, solved: &Solved) -> bool {
    let is_exact = |step: &Step| matches!(step.single(), Some(Goal::BorderLength | Goal::CutEdges));
    let begun = results.scenario.problem.objective.steps().iter().take(solved.steps.len());
    let has_plan = matches!(solved.outcome, Outcome::Optimal { .. } | Outcome::Feasible { .. });
    let may_be_exact = !zones_may_lie_apart(&results.scenario.problem);
    has_plan && solved.engine == Engine::Compact && !(may_be_exact && begun.into_iter().all(is_exact))
}

/// The rules that bind and that plans are drawn without, in a sentence.
pub(super) fn not_kept(problem: &Problem, language: Language) -> Option<String> {
    let weight = |rule: RuleId, set: Option<RuleWeight>| set.unwrap_or(RuleWeight::Finding(rule.severity()));
    let binding = problem.profile.rules.iter().filter(|&(&rule, setting)| {
        weight(rule, setting.weight) == RuleWeight::Finding(Severity::Error) && !keeps(rule, problem)
    });
    // Of a plan without regions nothing is claimed of regions, and its audit lists those rules.
    let has_regions = problem.regions != Regions::None;
    let binding = binding.filter(|&(&rule, _)| has_regions || !is_about_regions(rule));
    let names: Vec<&str> = binding.map(|(rule, _)| rule.name()).collect();
    let rules = listed(language, &names, names.len());
    (!names.is_empty()).then(|| say!(language, "claim-rules-not-kept", number = names.len(), rules = rules))
}

fn is_about_regions(rule: RuleId) -> bool {
    let is_of_zones = matches!(
        rule,
        RuleId::ZoneWithoutRegion
            | RuleId::ZoneInSeveralRegions
            | RuleId::GroupInSeveralRegions
            | RuleId::WrongNumberOfRegions
    );
    is_of_zones || rule.about() == SubjectKind::Region
}

/// What the claim rests on besides the rules: a kebab-case name each, and a sentence.
pub(super) fn conditions(
    results: &Results,
    solved: &Solved,
    language: Language,
) -> Vec<(&'static str, String)> {
    let mut conditions = Vec::new();
    if rests_on_solver(results, solved) {
        conditions.push(("solver-arithmetic", say!(language, "claim-solver-arithmetic")));
    }
    let bounded = solved.outcome.plan().is_some() || solved.outcome.bound().is_some();
    let not_kept = not_kept(&results.scenario.problem, language).filter(|_| bounded);
    conditions.extend(not_kept.map(|text| ("rules-not-kept", text)));
    let drawn = solved.outcome.plan().and_then(|_| condition(results.scenario, results.graph, language));
    let of_whole_units = match zones_may_lie_apart(&results.scenario.problem) {
        true => "zones-of-whole-units",
        false => "contiguous-zones-of-whole-units",
    };
    conditions.extend(drawn.map(|text| (of_whole_units, text)));
    let faults = map_faults_line(results.scenario, results.graph, language);
    conditions.extend(faults.map(|line| ("map-faults", line)));
    conditions
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::Sample;
    use zonewerk_core::problem::{CountBounds, Objective, Tolerance};
    use zonewerk_solve::StepSolved;

    /// The sample drawn for these goals, of which so many were begun; the last of them came to 6.
    fn sample(steps: Vec<Step>, values: &[u64], is_proved: bool) -> Sample {
        let mut sample = Sample::solved();
        sample.scenario.problem.objective = Objective::new(steps).expect("right steps");
        let solved = sample.solved.as_mut().expect("the sample is solved");
        let plan = solved.outcome.plan().expect("the sample has a plan").clone();
        let statistics = solved.statistics();
        let step =
            |&value: &u64| StepSolved { objective: Some(value), bound: Some(value), statistics, proof: None };
        solved.steps = values.iter().map(step).collect();
        let objective = values[values.len() - 1];
        solved.outcome = match is_proved {
            true => Outcome::Optimal { plan, objective },
            false => Outcome::Feasible { plan, objective, bound: objective / 2, stopped: Stopped::TimeLimit },
        };
        sample
    }

    fn claims(sample: &Sample) -> [String; 2] {
        let (results, solved) = (sample.results(), sample.solved.as_ref().expect("it is solved"));
        Language::ALL.map(|language| claim(&results, solved, language))
    }

    fn border() -> Step {
        Step { tolerance: Tolerance { millionths: 20_000 }, ..Step::of(Goal::BorderLength) }
    }

    #[test]
    fn one_goal_is_best_of_the_plans_that_keep_the_rules_and_what_is_asked() {
        let mut sample = sample(vec![Step::of(Goal::CutEdges)], &[6], true);
        sample.scenario.problem.zone_count = CountBounds::new(Some(3), Some(3)).expect("one number");
        assert_eq!(
            claims(&sample),
            [
                "Proven best: 3 zones; neighbours in different zones 6. No plan that keeps the rules, 1 given zone \
                 and the number of zones that is asked has less.",
                "Bewezen het beste: 3 zones; buren in verschillende zones 6. Geen plan dat zich houdt aan de regels, \
                 1 gegeven zone en het gevraagde aantal zones heeft minder.",
            ]
        );
    }

    #[test]
    fn goals_in_order_are_all_named_and_each_is_best_of_those_that_are_good_enough_before() {
        let steps = vec![Step::of(Goal::Exceptions), border(), Step::of(Goal::CutEdges)];
        assert_eq!(
            claims(&sample(steps.clone(), &[2, 26_400, 6], true)),
            [
                "Proven best, goals in order: 3 zones; zones outside the bounds by exception 2, then total border 26.9 km, then \
                 neighbours in different zones 6. Of the plans that keep the rules and 1 given zone and have \
                 the least zones outside the bounds by exception, and of these total border of at most 26.9 km (2 % \
                 above the least), none has less neighbours in different zones.",
                "Bewezen het beste, doelen in volgorde: 3 zones; zones buiten de grenzen bij uitzondering 2, daarna totale \
                 grens 26,9 km, daarna buren in verschillende zones 6. Van de plannen die zich houden aan de \
                 regels en 1 gegeven zone en het minste zones buiten de grenzen bij uitzondering, en daarvan \
                 totale grens van ten hoogste 26,9 km (2 % boven het minste) hebben, heeft er geen minder \
                 buren in verschillende zones.",
            ]
        );
        let [english, _] = claims(&sample(steps, &[2, 26_400], false));
        assert_eq!(
            english,
            "Best plan found, goals in order: 3 zones; zones outside the bounds by exception 2, then total border 26.4 km. Of \
             the plans that keep the rules and 1 given zone and have the least zones outside the bounds by exception, \
             none has less total border than 13.2 km: a gap of 50.0 %, because the time limit was reached. \
             Nothing is proved of: neighbours in different zones."
        );
    }

    #[test]
    fn what_is_best_in_the_first_goal_alone_claims_no_more() {
        let sample = sample(vec![Step::of(Goal::CutEdges), Step::of(Goal::BorderLength)], &[6], true);
        let [english, _] = claims(&sample);
        assert!(english.starts_with("Proven best: 3 zones; neighbours in different zones 6. "), "{english}");
        assert!(english.ends_with("Later goals were not looked at: total border."), "{english}");
    }

    #[test]
    fn rules_that_bind_and_are_not_kept_are_named() {
        let mut sample = sample(vec![Step::of(Goal::CutEdges)], &[6], true);
        let told = |sample: &Sample, language| {
            let solved = sample.solved.as_ref().expect("it is solved");
            let told = conditions(&sample.results(), solved, language);
            told.into_iter().filter(|(name, _)| *name == "rules-not-kept").map(|(_, text)| text).collect()
        };
        let none: Vec<String> = told(&sample, Language::English);
        assert_eq!(none, [""; 0]);
        let problem = &mut sample.scenario.problem;
        problem.profile = problem.profile.clone().with_error(RuleId::ZoneSurroundsOthers);
        let english: Vec<String> = told(&sample, Language::English);
        assert_eq!(
            english,
            [
                "The rule zone-surrounds-others binds, and plans are drawn without it: where plans that keep the \
              rules are spoken of, it is not among them."
            ]
        );
        let dutch: Vec<String> = told(&sample, Language::Dutch);
        assert!(dutch[0].starts_with("De regel zone-surrounds-others is bindend"), "{dutch:?}");
    }

    #[test]
    fn a_proof_by_an_integer_program_says_so() {
        let mut sample = sample(vec![Step::of(Goal::CutEdges), Step::of(Goal::Inertia)], &[6, 9], true);
        let conditions = |sample: &Sample| {
            let solved = sample.solved.as_ref().expect("it is solved");
            conditions(&sample.results(), solved, Language::English)
        };
        assert_eq!(conditions(&sample), []);
        sample.solved.as_mut().expect("it is solved").engine = Engine::Compact;
        assert_eq!(conditions(&sample)[0].0, "solver-arithmetic");
        // Whole numbers prove the first goal by themselves.
        sample.solved.as_mut().expect("it is solved").steps.pop();
        assert_eq!(conditions(&sample), []);
    }
}
