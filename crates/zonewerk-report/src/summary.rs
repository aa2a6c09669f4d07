use super::Results;
use super::audit::verdict;
use super::basis::basis;
use super::claim::{claim, conditions};
use super::document::Tone;
use super::goals::goal_table;
use super::infeasibility::{NAMES_SHOWN, explain};
use super::ink::Ink;
use super::mendings::mending_table;
use super::orders::order_table;
use super::reading;
use super::regions::region_table;
use super::steps::{engine_words, step_results};
use super::text::paragraph;
use super::zone_table::zone_table;
use zonewerk_audit::Severity;
use zonewerk_core::plan::Plan;
use zonewerk_core::problem::Exception;
use zonewerk_core::words::say;
use zonewerk_solve::{Outcome, Solved};

/// What solving came to, for people, at most 100 columns wide: verdict first, then the
/// zones, every goal, the audit, what the plan rests on, and the sources.
pub fn summary(results: &Results, ink: Ink) -> String {
    let language = results.language;
    let mut text = String::new();
    if let Some(solved) = results.solved {
        text += &outcome(results, solved, ink);
    }
    let zones = results.zones();
    if !zones.is_empty() {
        text += &format!("\n{}\n", zone_table(&zones, ink, language).trim_fmt());
    }
    if let Some(regions) = region_table(results) {
        text += &format!("\n{}\n", regions.trim_fmt());
    }
    if !results.goals().is_empty() {
        text += &format!("\n{}\n", goal_table(results).trim_fmt());
    }
    if let Some(orders) = results.orders {
        text += &format!("\n{}\n", order_table(results, orders).trim_fmt());
    }
    match results.mendings {
        Some([]) if results.plan().is_some() => text += &format!("\n{}\n", say!(language, "mend-nothing")),
        Some([]) | None => {}
        Some(mendings) => text += &format!("\n{}\n", mending_table(results, mendings).trim_fmt()),
    }
    if let Some(audit) = results.audit {
        let tone = if audit.is_compliant() { Tone::Good } else { Tone::Error };
        let line = say!(language, "summary-audit", verdict = lower_first(&verdict(audit, language)));
        text += &format!("\n{}", ink.paint(&paragraph("", &line), tone));
        let errors = audit.findings.iter().filter(|finding| finding.severity == Severity::Error);
        text.extend(errors.take(NAMES_SHOWN).map(|finding| paragraph("  - ", &finding.words(language))));
    }
    text += &section(&say!(language, "heading-basis"), &rests_on(results));
    text += &section(&say!(language, "heading-sources"), &results.scenario.credits);
    text
}

/// What the plan rests on; of the exceptions those that a zone of it uses, or all where there is no plan.
fn rests_on(results: &Results) -> Vec<String> {
    let (scenario, language) = (results.scenario, results.language);
    let zones = results.zones();
    let empty = Plan::empty(results.graph.len());
    let uses = |exception: &Exception| {
        let is_of_zone = zones.iter().any(|zone| zone.exception == Some(exception));
        is_of_zone || zones.is_empty() && exception.zone().is_some()
    };
    let mut lines = basis(scenario, results.plan().unwrap_or(&empty), uses, language);
    lines.extend(reading::graph(scenario, language).filter(|line| !lines.contains(line)));
    lines
}

fn outcome(results: &Results, solved: &Solved, ink: Ink) -> String {
    let language = results.language;
    let tone = match solved.outcome {
        Outcome::Optimal { .. } => Tone::Good,
        Outcome::Feasible { .. } | Outcome::Unknown { .. } => Tone::Warning,
        Outcome::Infeasible { .. } => Tone::Error,
    };
    let mut text = ink.paint(&paragraph("", &claim(results, solved, language)), tone);
    if solved.outcome.plan().is_some() {
        let steps = step_results(results, solved);
        let lines = steps.iter().filter(|_| steps.len() > 1).map(|step| step.line(language));
        text.extend(lines.map(|line| paragraph("  - ", &line)));
        let words = engine_words(solved, language).map(|sentence| format!("{sentence}."));
        text += &paragraph("", &words.join(" "));
    }
    if let Outcome::Infeasible { why } = &solved.outcome {
        let explained = explain(why, results.scenario, results.graph, language);
        text += &paragraph("", &say!(language, "impossible-why", why = &explained.sentence));
        text += &section(&say!(language, "page-relax"), &explained.relax);
        text += &paragraph("", &say!(language, "summary-ask-why"));
    }
    text + &conditions_text(results, solved)
}

/// What the proof rests on besides the rules, a paragraph each.
pub(super) fn conditions_text(results: &Results, solved: &Solved) -> String {
    let conditions = conditions(results, solved, results.language);
    conditions.iter().map(|(_, condition)| paragraph("", condition)).collect()
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_lowercase().chain(letters).collect())
}

fn section(title: &str, lines: &[String]) -> String {
    if lines.is_empty() {
        return String::new();
    }
    let lines: String = lines.iter().map(|line| paragraph("  - ", line)).collect();
    format!("\n{title}\n{lines}")
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
        Proven best: 3 zones; total border 26.9 km. No plan that keeps the rules and 1 given zone has less.
        Engine: cover, which picks from the list the zones that together hold every unit once. This engine
        was chosen because all possible zones can be listed.

         Zone            Inhabitants   Units   Border (km)   Remark
        ────────────────────────────────────────────────────────────────────────────────────
         Ring, "groot"        70,024       7          17.9
         Midden               10,004       1           4.5   exception: an island in the r…
         Hoek                 10,008       1           4.5   fixed: given by law
        ────────────────────────────────────────────────────────────────────────────────────

         Region   Inhabitants   Zones   Of
        ──────────────────────────────────────────────
         Noord         70,024       1   Ring, "groot"
        ──────────────────────────────────────────────

         Measure                                                       This plan   As goal
        ───────────────────────────────────────────────────────────────────────────────────
         total border                                                    26.9 km   1
         neighbours in different zones                                         6
         inertia                                       128,132 inhabitants × km²
         distance to the centre unit                     99,414 inhabitants × km
         squared distance to the centre unit           169,485 inhabitants × km²
         squared deviation from the ideal population    400,960,576 inhabitants²
         deviation from the ideal population                       20,024 people
         largest deviation from the ideal population               20,024 people
         expected mergers cut                                                  0
         number of zones                                                       3
         zones outside the bounds by exception                                 2
        ───────────────────────────────────────────────────────────────────────────────────

        Audit: compliant: no finding under 17 rules, 2 notes

        What it rests on
          - Bounds of a zone: 20,000 to 80,000 inhabitants; population of 1 January 2022 (scenario grid,
            profile plain)
          - Units are neighbours where they share a border.
          - Link between Noordwest (a1) – West, "Oud" (c1): a ferry
          - Fixed zone Hoek: given by law
          - Exception for Midden: an island in the ring; any number of inhabitants; article 1
          - Exception for Zuidoost: smaller than the rest; 5,000 to 15,000 inhabitants

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
        insta::assert_snapshot!(text, @"
        Best plan found: 3 zones; total border 20.0 km. No plan that keeps the rules and 1 given zone has
        less than 19.7 km: a gap of 1.2 %, because the time limit was reached.
        Engine: cover, which picks from the list the zones that together hold every unit once. This engine
        was chosen because all possible zones can be listed.

        Proved impossible: no plan keeps the rules and 1 given zone.
        Why: Midden (b2, 10,004 inhabitants) lies in no zone that the rules allow; every connected zone of
        20,000 to 80,000 inhabitants, or of its own by exception, was listed.

        What could be relaxed
          - widen the bounds
          - make an exception for a zone with such a unit
          - declare a link to another unit, with its reason
        zonewerk why tells what cannot be together, and the cheapest ways out.

        No plan was found, and no proof that there is none, because possible zones, or sets on the way to
        them, are too many to list (at most 3,000,000 zones; narrower bounds make fewer). No plan that keeps
        the rules and 1 given zone has less total border than 19.7 km.
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
