//! What listing every plan came to.

use comfy_table::{CellAlignment, Table};
use serde::Serialize;

use super::plan_rows::RowForm;
use super::spread::Spread;
use crate::amounts::amount;
use crate::claim::{kept_of, not_kept};
use crate::infeasibility::explain;
use crate::json_text::pretty;
use crate::map_faults::{counts, is_in_doubt, map_faults_line};
use crate::plain_table::plain_table;
use crate::reading::{condition, lines};
use crate::text::{count, margin, paragraph, thousands};
use zonewerk_core::graph::Graph;
use zonewerk_core::problem::{Goal, Step, Tolerance};
use zonewerk_core::words::Language;
use zonewerk_io::Scenario;
use zonewerk_solve::{Ended, Infeasibility, Listing};

/// Ranges of values that are shown, at most.
const MOST_RANGES: usize = 12;

/// The question, and what was written of the plans.
#[derive(Clone, Copy, Debug)]
pub struct EveryPlan<'a> {
    /// The question.
    pub scenario: &'a Scenario,
    /// The territory's adjacency, links included.
    pub graph: &'a Graph,
    /// The margin over the best that was asked for.
    pub within: Option<Tolerance>,
    /// What listing came to.
    pub listing: &'a Listing,
    /// The values of all plans.
    pub spread: &'a Spread,
    /// How many of the plans the audit judged, all of them compliant.
    pub audited: u64,
    /// The file that has the plans, as it was named; `None` where none was written.
    pub file: Option<&'a str>,
}

#[derive(Serialize)]
struct Report<'a> {
    plans: u64,
    completeness: &'static str,
    /// Why listing ended early, or why there is no plan.
    why: Option<String>,
    /// What "all" and "impossible" leave out, or rest on.
    conditions: Vec<String>,
    goal: String,
    unit: Option<&'static str>,
    parts: u64,
    margin_millionths: Option<u64>,
    /// What the best plan comes to, and the most that a plan within the margin comes to.
    best: Option<u64>,
    ceiling: Option<u64>,
    feasible_zones: usize,
    least: Option<End>,
    largest: Option<End>,
    spread: Vec<Range>,
    audited: u64,
    file: Option<&'a str>,
}

#[derive(Serialize)]
struct End {
    value: u64,
    plans: u64,
}

#[derive(Serialize)]
struct Range {
    from: u64,
    to: u64,
    plans: u64,
}

/// What came of it, for programs.
pub fn every_plan_json(every: &EveryPlan<'_>) -> Vec<u8> {
    let step = every.step();
    let (completeness, why) = match &every.listing.ended {
        Ended::All => ("all", None),
        Ended::Impossible(why) => ("impossible", Some(every.impossible(why))),
        Ended::Early(stopped) => ("unknown", Some(stopped.to_string())),
    };
    let end = |(value, plans): (u64, u64)| End { value, plans };
    let [least, largest] = every.spread.ends().map_or([None, None], |ends| ends.map(|one| Some(end(one))));
    let range = |([from, to], plans): ([u64; 2], u64)| Range { from, to, plans };
    pretty(&Report {
        plans: every.listing.plans,
        completeness,
        why,
        conditions: every.conditions(),
        goal: step.to_string(),
        unit: step.single().map(Goal::unit),
        parts: step.parts,
        margin_millionths: every.within.map(|margin| margin.millionths),
        best: every.listing.best.as_ref().and_then(|best| best.outcome.objective()),
        ceiling: every.listing.ceiling,
        feasible_zones: every.listing.zones,
        least,
        largest,
        spread: every.spread.ranges(MOST_RANGES).into_iter().map(range).collect(),
        audited: every.audited,
        file: every.file,
    })
}

/// What came of it, for people, at most 100 columns wide.
pub fn every_plan_text(every: &EveryPlan<'_>) -> String {
    let language = Language::English;
    let (scenario, listing) = (every.scenario, every.listing);
    let mut text = paragraph("", &every.verdict());
    text.extend(lines(scenario, language).iter().map(|line| paragraph("", line)));
    if let Ended::Impossible(why) = &listing.ended {
        text += "\nWhat could be relaxed\n";
        let relax = explain(why, scenario, every.graph).relax;
        text.extend(relax.iter().map(|way| paragraph("  - ", way)));
        return text;
    }
    text.extend(every.conditions().iter().map(|line| paragraph("", line)));
    if let [first, _, ..] = scenario.problem.objective.steps() {
        text +=
            &paragraph("", &format!("Values are of the first goal, {first}: later goals were not looked at"));
    }
    if let Some([least, most]) = every.spread.ends() {
        let goal = every.step();
        let end = |(value, plans): (u64, u64)| {
            let value = match goal.single() {
                Some(goal) => format!("{} {}", thousands(value), goal.unit()),
                None => amount(goal, value),
            };
            format!("{value} ({})", many(plans))
        };
        let values = format!("Values of {goal}: from {} to {}", end(least), end(most));
        text += &paragraph("\n", &values);
        if goal.parts == 1 && most.0 > least.0 {
            text += &format!("\n{}\n", every.table().trim_fmt());
        }
    }
    if let Some(file) = every.file {
        let each = match RowForm::by_name(file) {
            Some(RowForm::Csv) => "row",
            _ => "line",
        };
        text +=
            &paragraph("\n", &format!("Written to {file}: a {each} for each plan, {}", many(listing.plans)));
        let judged = match every.audited {
            all if all == listing.plans => "all of them were judged".to_owned(),
            some => {
                format!("{} of them were judged, the first 1,000 and then each thousandth", thousands(some))
            }
        };
        text += &paragraph("", &format!("Audit: {judged}, and keep the rules that plans are drawn by"));
    }
    text
}

impl EveryPlan<'_> {
    fn step(&self) -> &Step {
        &self.scenario.problem.objective.steps()[0]
    }

    fn verdict(&self) -> String {
        let language = Language::English;
        let kept = kept_of(&self.scenario.problem, language);
        let within = match (self.within, self.listing.ceiling) {
            (Some(asked), Some(ceiling)) => format!(
                ", within {} of the best, at most {}",
                margin(asked, language),
                amount(self.step(), ceiling)
            ),
            _ => String::new(),
        };
        let plans = self.listing.plans;
        match &self.listing.ended {
            Ended::All if plans == 1 => format!("There is 1 plan that keeps {kept}{within} (proved)"),
            Ended::All => format!(
                "There are {} that keep {kept}{within}: all of them are listed, each once (proved)",
                many(plans)
            ),
            Ended::Impossible(why) => self.impossible(why),
            Ended::Early(stopped) if plans == 0 => format!("No plan was listed: {stopped}"),
            Ended::Early(stopped) => format!(
                "At least {} keep {kept}{within}; there may be more, for listing ended early: {stopped}",
                many(plans)
            ),
        }
    }

    fn impossible(&self, why: &Infeasibility) -> String {
        let proviso = match is_in_doubt(why, self.scenario) {
            true => {
                let faults = counts(&self.scenario.map_faults, Language::English);
                format!(", if the map is right where it has {faults}")
            }
            false => String::new(),
        };
        format!("Proved impossible{proviso}: {}", explain(why, self.scenario, self.graph).sentence)
    }

    /// What "every plan" leaves out, or rests on, in sentences.
    fn conditions(&self) -> Vec<String> {
        let language = Language::English;
        let conditions = [
            not_kept(&self.scenario.problem, language),
            condition(self.scenario, self.graph, language),
            map_faults_line(self.scenario, self.graph, language),
        ];
        conditions.into_iter().flatten().map(|line| line.trim_end_matches('.').to_owned()).collect()
    }

    fn table(&self) -> Table {
        let mut table = plain_table(["Value", "Plans"]);
        for ([from, to], plans) in self.spread.ranges(MOST_RANGES) {
            let range = match from == to {
                true => thousands(from),
                false => format!("{} to {}", thousands(from), thousands(to)),
            };
            table.add_row([range, thousands(plans)]);
        }
        table.column_iter_mut().for_each(|column| column.set_cell_alignment(CellAlignment::Right));
        table
    }
}

fn many(plans: u64) -> String {
    usize::try_from(plans)
        .map_or_else(|_| format!("{} plans", thousands(plans)), |plans| count(plans, "plan"))
}
