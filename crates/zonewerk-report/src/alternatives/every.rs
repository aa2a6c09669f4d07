//! What listing every plan came to.

use comfy_table::{CellAlignment, Table};
use serde::Serialize;

use super::plan_rows::RowForm;
use super::spread::Spread;
use crate::claim::{impossible, kept_of, not_kept};
use crate::goal_words::{step, step_value};
use crate::infeasibility::explain;
use crate::json_text::pretty;
use crate::map_faults::map_faults_line;
use crate::plain_table::plain_table;
use crate::reading::{condition, lines};
use crate::stopped_words::stopped_words;
use crate::text::{margin, paragraph};
use zonewerk_core::graph::Graph;
use zonewerk_core::problem::{Goal, Step, Tolerance};
use zonewerk_core::words::{Language, message, number, say};
use zonewerk_io::Scenario;
use zonewerk_solve::{Infeasibility, ListingEnd, PlanListing, Stopped};

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
    pub listing: &'a PlanListing,
    /// The values of all plans.
    pub spread: &'a Spread,
    /// How many of the plans the audit judged, all of them compliant.
    pub audited: u64,
    /// The file that has the plans, as it was named; `None` where none was written.
    pub file: Option<&'a str>,
    /// The language of every sentence.
    pub language: Language,
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
        ListingEnd::All => ("all", None),
        ListingEnd::Impossible(why) => ("impossible", Some(every.impossible(why))),
        ListingEnd::Early(stopped) => ("unknown", Some(every.stopped(stopped))),
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
    let EveryPlan { scenario, listing, language, .. } = *every;
    let mut text = paragraph("", &every.verdict());
    text.extend(lines(scenario, language).iter().map(|line| paragraph("", line)));
    if let ListingEnd::Impossible(why) = &listing.ended {
        text += &format!("\n{}\n", say!(language, "page-relax"));
        let relax = explain(why, scenario, every.graph, language).relax;
        text.extend(relax.iter().map(|way| paragraph("  - ", way)));
        return text;
    }
    text.extend(every.conditions().iter().map(|line| paragraph("", line)));
    let goal = step(language, every.graph, every.step());
    if scenario.problem.objective.steps().len() > 1 {
        text += &paragraph("", &say!(language, "every-first-goal", goal = &goal));
    }
    if let Some([least, most]) = every.spread.ends() {
        let end = |(value, plans): (u64, u64)| {
            let value = match every.step().single() {
                // To the metre: values that differ by less than a tenth of a kilometre are told apart.
                Some(Goal::BorderLength | Goal::RegionBorderLength) => {
                    format!("{} m", number(language, value))
                }
                _ => step_value(language, every.step(), value),
            };
            say!(language, "every-end", value = value, plans = plans)
        };
        let values = say!(language, "every-values", goal = goal, least = end(least), most = end(most));
        text += &paragraph("\n", &values);
        if every.step().parts == 1 && most.0 > least.0 {
            text += &format!("\n{}\n", every.table().trim_fmt());
        }
    }
    if let Some(file) = every.file {
        let plans = listing.plans;
        let written = match RowForm::by_name(file) {
            Some(RowForm::Csv) => say!(language, "every-written-rows", file = file, plans = plans),
            _ => say!(language, "every-written-lines", file = file, plans = plans),
        };
        text += &paragraph("\n", &written);
        let judged = match every.audited {
            all if all == plans => say!(language, "every-all-audited"),
            some => say!(language, "every-some-audited", plans = some),
        };
        text += &paragraph("", &judged);
    }
    text
}

impl EveryPlan<'_> {
    fn step(&self) -> &Step {
        &self.scenario.problem.objective.steps()[0]
    }

    fn stopped(&self, stopped: &Stopped) -> String {
        stopped_words(stopped, self.scenario, self.graph, self.language)
    }

    fn verdict(&self) -> String {
        let language = self.language;
        let mut kept = kept_of(&self.scenario.problem, language);
        if let (Some(asked), Some(ceiling)) = (self.within, self.listing.ceiling) {
            let within = say!(
                language,
                "nearby-within",
                margin = margin(asked, language),
                goal = step(language, self.graph, self.step()),
                ceiling = step_value(language, self.step(), ceiling),
            );
            kept = say!(language, "every-kept-within", kept = kept, within = within);
        }
        let plans = self.listing.plans;
        match &self.listing.ended {
            ListingEnd::All => say!(language, "every-all", plans = plans, kept = kept),
            ListingEnd::Impossible(why) => self.impossible(why),
            ListingEnd::Early(stopped) if plans == 0 => {
                say!(language, "every-none-listed", why = self.stopped(stopped))
            }
            ListingEnd::Early(stopped) => {
                say!(language, "every-early", plans = plans, kept = kept, why = self.stopped(stopped))
            }
        }
    }

    fn impossible(&self, why: &Infeasibility) -> String {
        let claim = impossible(why, self.scenario, self.language);
        let why = explain(why, self.scenario, self.graph, self.language).sentence;
        format!("{claim} {}", say!(self.language, "impossible-why", why = why))
    }

    /// What "every plan" leaves out, or rests on, in sentences.
    fn conditions(&self) -> Vec<String> {
        let conditions = [
            not_kept(&self.scenario.problem, self.language),
            condition(self.scenario, self.graph, self.language),
            map_faults_line(self.scenario, self.graph, self.language),
        ];
        conditions.into_iter().flatten().collect()
    }

    fn table(&self) -> Table {
        let language = self.language;
        let header = [message!("column-value"), message!("column-plans")];
        let mut table = plain_table(header.map(|message| message.say(language)));
        for ([from, to], plans) in self.spread.ranges(MOST_RANGES) {
            let range = match from == to {
                true => number(language, from),
                false => say!(language, "bounds", minimum = from, maximum = to),
            };
            table.add_row([range, number(language, plans)]);
        }
        table.column_iter_mut().for_each(|column| column.set_cell_alignment(CellAlignment::Right));
        table
    }
}
