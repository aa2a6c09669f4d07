use super::Results;
use super::amounts::{amount, at_least, is_better, measured};
use super::audit::verdict;
use super::claim::{conditions, kept, none_better};
use super::depends_on::dependencies;
use super::document::Tone;
use super::goals::goal_table;
use super::infeasibility::{NAMES_SHOWN, explain};
use super::ink::Ink;
use super::map_faults::{counts, is_in_doubt};
use super::mendings::mending_table;
use super::orders::order_table;
use super::reading::none_contiguous;
use super::regions::region_table;
use super::steps::{StepResult, engine_line, step_results};
use super::text::{count, paragraph, percent};
use super::zone_table::zone_table;
use zonewerk_audit::Severity;
use zonewerk_core::words::Language;
use zonewerk_solve::{Outcome, Solved, Stopped};

/// What solving came to, for people, at most 100 columns wide: verdict first, then the
/// zones, every goal, the audit, what the plan depends on, and the sources.
pub fn summary(results: &Results, ink: Ink) -> String {
    let mut text = String::new();
    if let Some(solved) = results.solved {
        text += &outcome(results, solved, ink);
    }
    let zones = results.zones();
    if !zones.is_empty() {
        text += &format!("\n{}\n", zone_table(&zones, ink).trim_fmt());
    }
    if let Some(regions) = region_table(results) {
        text += &format!("\n{}\n", regions.trim_fmt());
    }
    if !results.goals().is_empty() {
        text += &format!("\n{}\n", goal_table(results.goals()).trim_fmt());
    }
    if let Some(orders) = results.orders {
        text += &format!("\n{}\n", order_table(results, orders).trim_fmt());
    }
    match results.mendings {
        Some([]) if results.plan().is_some() => text += "\nNothing to mend: no zone straddles a group\n",
        Some([]) | None => {}
        Some(mendings) => text += &format!("\n{}\n", mending_table(results, mendings).trim_fmt()),
    }
    if let Some(audit) = results.audit {
        let tone = if audit.is_compliant() { Tone::Good } else { Tone::Error };
        let line = format!("Audit: {}", lower_first(&verdict(audit, Language::English)));
        text += &format!("\n{}", ink.paint(&paragraph("", &line), tone));
        let errors = audit.findings.iter().filter(|finding| finding.severity == Severity::Error);
        text.extend(errors.take(NAMES_SHOWN).map(|finding| paragraph("  - ", &finding.to_string())));
    }
    text += &section("Depends on", &dependencies(results, &zones));
    text += &section("Sources", &results.scenario.credits);
    text
}

/// The verdict on one line, all steps in it: what maps carry as their subtitle.
pub(super) fn verdict_line(results: &Results, solved: &Solved) -> String {
    let steps = step_results(results, solved);
    match opening(results, solved) {
        Some(opening) if is_in_order(results, solved) => {
            let clauses: Vec<String> = steps.iter().map(StepResult::clause).collect();
            format!("{opening}; {}", clauses.join("; then "))
        }
        _ => verdict_of_last_step(results, solved),
    }
}

/// Whether the outcome speaks of several goals; the search may have been for the first alone.
fn is_in_order(results: &Results, solved: &Solved) -> bool {
    results.scenario.problem.objective.steps().len() > 1 && !is_of_first_goal(results, solved)
}

/// Whether a plan is proved best in the first of several goals, and later ones were not asked for.
fn is_of_first_goal(results: &Results, solved: &Solved) -> bool {
    let goals = results.scenario.problem.objective.steps().len();
    matches!(solved.outcome, Outcome::Optimal { .. }) && solved.steps.len() < goals
}

/// How good the plan is, where there is one.
fn opening(results: &Results, solved: &Solved) -> Option<String> {
    let zones = count(results.zones().len(), "zone");
    match &solved.outcome {
        Outcome::Optimal { .. } => Some(format!("Proven optimal: {zones}")),
        Outcome::Feasible { .. } => Some(format!("Best plan found: {zones}")),
        Outcome::Infeasible { .. } | Outcome::Unknown { .. } => None,
    }
}

fn verdict_of_last_step(results: &Results, solved: &Solved) -> String {
    let goal = results.step(solved);
    let zones = count(results.zones().len(), "zone");
    let kept = kept(results, Language::English);
    match &solved.outcome {
        Outcome::Optimal { objective, .. } => {
            let later = &results.scenario.problem.objective.steps()[solved.step() + 1..];
            let (first, later) = match later {
                [] => ("", String::new()),
                later => {
                    let names: Vec<String> = later.iter().map(ToString::to_string).collect();
                    (
                        " in the first goal",
                        format!("; later goals were not looked at: {}", names.join(", then ")),
                    )
                }
            };
            format!(
                "Proven optimal{first}: {zones}, {} {} (no plan that keeps {kept} {}){later}",
                measured(goal, results.graph),
                amount(goal, *objective),
                is_better(goal)
            )
        }
        Outcome::Feasible { objective, bound, .. } => format!(
            "Best plan found: {zones}, {} {}; no plan that keeps {kept} is below {} (gap {})",
            measured(goal, results.graph),
            amount(goal, *objective),
            at_least(goal, *bound),
            percent(solved.outcome.gap().unwrap_or(0.0))
        ),
        Outcome::Infeasible { why } => {
            let sentence = explain(why, results.scenario, results.graph).sentence;
            let proviso = match is_in_doubt(why, results.scenario) {
                true => {
                    let faults = counts(&results.scenario.map_faults, Language::English);
                    format!(", if the map is right where it has {faults}")
                }
                false => String::new(),
            };
            format!("Proved impossible{proviso}: {sentence}")
        }
        Outcome::Unknown { stopped: Stopped::NoneContiguous { why, beyond, .. }, .. } => {
            none_contiguous(results.scenario, results.graph, (why, beyond))
        }
        Outcome::Unknown { stopped, .. } => {
            format!("No plan found, and no proof that there is none: {}", stopped)
        }
    }
}

fn outcome(results: &Results, solved: &Solved, ink: Ink) -> String {
    let tone = match solved.outcome {
        Outcome::Optimal { .. } => Tone::Good,
        Outcome::Feasible { .. } | Outcome::Unknown { .. } => Tone::Warning,
        Outcome::Infeasible { .. } => Tone::Error,
    };
    let steps = step_results(results, solved);
    let mut text = match opening(results, solved) {
        Some(opening) if is_in_order(results, solved) => {
            let lines: String = steps.iter().map(|step| paragraph("  - ", &step.line())).collect();
            ink.paint(&paragraph("", &opening), tone) + &lines + &paragraph("", &among(results, solved))
        }
        _ => ink.paint(&paragraph("", &verdict_line(results, solved)), tone),
    };
    match &solved.outcome {
        Outcome::Optimal { .. } => {}
        Outcome::Feasible { stopped: Stopped::SearchEnded, .. } => {
            text += &paragraph("", &format!("Not proved: {}", Stopped::SearchEnded));
        }
        Outcome::Feasible { stopped, .. } => text += &paragraph("", &format!("Stopped early: {}", stopped)),
        Outcome::Infeasible { why } => {
            let relax = explain(why, results.scenario, results.graph).relax;
            text += &section(
                "What could be relaxed",
                &relax.iter().map(|&way| way.to_owned()).collect::<Vec<_>>(),
            );
            text += &paragraph("", "zonewerk why tells what cannot be together, and the cheapest ways out");
        }
        Outcome::Unknown { bound: Some(bound), .. } => {
            let goal = results.step(solved);
            let kept = kept(results, Language::English);
            text += &paragraph("", &format!("No plan that keeps {kept} is below {}", at_least(goal, *bound)));
        }
        Outcome::Unknown { bound: None, .. } => {}
    }
    if solved.outcome.plan().is_some() {
        text += &paragraph("", &engine_line(solved));
    }
    text += &conditions_text(results, solved);
    text
}

/// What the proof rests on besides the rules, a line each.
pub(super) fn conditions_text(results: &Results, solved: &Solved) -> String {
    let conditions = conditions(results, solved, Language::English);
    conditions.iter().map(|(_, condition)| paragraph("", condition.trim_end_matches('.'))).collect()
}

/// Among which plans each goal chooses.
fn among(results: &Results, solved: &Solved) -> String {
    none_better(results, solved, Language::English).map_or_else(|| {
        let kept = kept(results, Language::English);
        format!("Each goal chooses among the plans that keep {kept} and are good enough in the goals before it")
    }, |sentence| sentence.trim_end_matches('.').to_owned())
}

fn section(title: &str, lines: &[String]) -> String {
    if lines.is_empty() {
        return String::new();
    }
    let lines: String = lines.iter().map(|line| paragraph("  - ", line)).collect();
    format!("\n{title}\n{lines}")
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_lowercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::Sample;
    use crate::text::WIDTH;
    use zonewerk_solve::{Infeasibility, Stopped};

    #[test]
    fn the_verdict_comes_first_then_zones_audit_and_grounds() {
        insta::assert_snapshot!(summary(&Sample::solved().results(), Ink::Plain), @r#"
        Proven optimal: 3 zones, total border 26.9 km (no plan that keeps the rules and 1 given zone is
        shorter)
        Engine: cover, since all feasible zones can be listed

         Zone            Inhabitants   Units   Border km   Remark
        ──────────────────────────────────────────────────────────────────────────────────
         Ring, "groot"        70,024       7        17.9
         Midden               10,004       1         4.5   exception: an island in the r…
         Hoek                 10,008       1         4.5   fixed: given by law
        ──────────────────────────────────────────────────────────────────────────────────

         Region   Inhabitants   Zones   Of
        ──────────────────────────────────────────────
         Noord         70,024       1   Ring, "groot"
        ──────────────────────────────────────────────

         Goal                                   This plan   Drawn for
        ──────────────────────────────────────────────────────────────
         border-length                            26.9 km   goal 1
         cut-edges                                6 edges
         inertia                       128,132 people km²
         distance-to-centre              99,414 people km
         squared-distance-to-centre    169,485 people km²
         squared-deviation            400,960,576 people²
         absolute-deviation                 20,024 people
         largest-deviation                  20,024 people
         mergers-cut                               0 cuts
         zones                                    3 zones
         exceptions                          2 exceptions
        ──────────────────────────────────────────────────────────────

        Audit: compliant: no finding under 17 rules, 2 notes

        Depends on
          - bounds: 20,000 to 80,000 inhabitants a zone, population of 1 January 2022 (scenario grid,
            profile plain)
          - fixed zone Hoek: given by law
          - exception for Midden, any number of inhabitants: an island in the ring (article 1)
          - exception for Zuidoost, 5,000 to 15,000 inhabitants: smaller than the rest
          - link between Noordwest and West, "Oud": a ferry

        Sources
          - Borders: nobody, CC BY 4.0
        "#);
    }

    #[test]
    fn every_outcome_has_its_own_verdict() {
        let mut sample = Sample::solved();
        let plan = sample.solved.as_ref().unwrap().outcome.plan().unwrap().clone();
        let unit = sample.scenario.territory.find("b2").unwrap();
        let outcomes = [
            Outcome::Feasible { plan, objective: 20_000, bound: 19_770, stopped: Stopped::TimeLimit },
            Outcome::Infeasible { why: Infeasibility::UnitsInNoZone { units: vec![unit], region: None } },
            Outcome::Unknown { bound: Some(19_770), stopped: Stopped::TooManyZones { limit: 3_000_000 } },
        ];
        let mut text = String::new();
        for outcome in outcomes {
            sample.set_outcome(outcome);
            let summary = summary(&sample.results(), Ink::Plain);
            text += &summary
                .lines()
                .take_while(|line| !line.starts_with(" Zone") && !line.starts_with("Audit"))
                .map(|line| format!("{line}\n"))
                .collect::<String>();
            assert!(summary.lines().all(|line| line.chars().count() <= WIDTH), "{summary}");
        }
        insta::assert_snapshot!(text, @r"
        Best plan found: 3 zones, total border 20.0 km; no plan that keeps the rules and 1 given zone is
        below 19.7 km (gap 1.2 %)
        Stopped early: the time limit was reached
        Engine: cover, since all feasible zones can be listed

        Proved impossible: Midden (b2, 10,004 inhabitants) lies in no zone that the rules allow; every
        connected zone of 20,000 to 80,000 inhabitants, or of its own by exception, was listed

        What could be relaxed
          - widen the bounds
          - make an exception for a zone with such a unit
          - declare a link to another unit, with its reason
        zonewerk why tells what cannot be together, and the cheapest ways out

        No plan found, and no proof that there is none: more than 3,000,000 zones are feasible; narrower
        bounds make fewer
        No plan that keeps the rules and 1 given zone is below 19.7 km
        ");
    }

    #[test]
    fn coloured_summary_is_the_plain_one_with_colours() {
        let sample = Sample::official();
        let plain = summary(&sample.results(), Ink::Plain);
        let coloured = summary(&sample.results(), Ink::Coloured);
        assert!(!plain.contains('\u{1b}'));
        assert!(coloured.contains("\u{1b}[31mAudit: not compliant"), "{coloured}");
        // Colours go over the spaces that fill a cell of a table.
        let bare = anstream::adapter::strip_str(&coloured).to_string();
        let bare: String = bare.lines().map(|line| format!("{}\n", line.trim_end())).collect();
        assert_eq!(bare, plain);
    }
}
