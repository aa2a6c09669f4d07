//! What is asked of a plan on the command line, in place of what the scenario asks.

use anyhow::Result;
use clap::Args;
use jiff::civil::Date;

use super::audit::day;
use super::output::tell;
use super::plan::given_plan;
use zonewerk_core::problem::CountBounds;
use zonewerk_core::words::Language;
use zonewerk_io::{self as load, PlanMapOptions, Scenario};

/// Goals, limits and numbers for the plans that are drawn.
#[derive(Args, Debug)]
pub(super) struct Wishes {
    /// What to have least of, in place of the scenario's goals: `[WEIGHT *] GOAL [+ ...] [within T %]`;
    /// given several times, the first is most important
    #[arg(long = "goal", value_name = "STEP")]
    goals: Vec<String>,
    /// What a plan may come to in a goal, in place of the scenario's limits: `GOAL <= N`
    #[arg(long = "at-most", value_name = "LIMIT")]
    limits: Vec<String>,
    /// How many zones, in place of the scenario's number: `54`, or from `50-56`
    #[arg(long, value_name = "N|MIN-MAX", value_parser = zone_count)]
    zones: Option<CountBounds>,
    /// First day that the plan holds, such as 2025-01-01: an exception that has ended by then is none
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(super) date: Option<Date>,
}

fn zone_count(text: &str) -> Result<CountBounds, String> {
    let (fewest, most) = text.split_once('-').unwrap_or((text, text));
    let [fewest, most] =
        [fewest, most].map(|number| number.trim().parse::<u64>().ok().filter(|&count| count > 0));
    let bounds = match (fewest, most) {
        (Some(fewest), Some(most)) => CountBounds::new(Some(fewest), Some(most)),
        _ => None,
    };
    bounds.ok_or_else(|| "expected a number of zones above 0, such as 54, or two such as 50-56".to_owned())
}

impl Wishes {
    /// Whether goals are named.
    pub(super) fn names_goals(&self) -> bool {
        !self.goals.is_empty()
    }

    /// Puts what is asked, and the plan that people move from where one is named, in place of
    /// what the scenario asks.
    ///
    /// # Errors
    /// When the plan cannot be read, or goals or limits cannot be understood.
    pub(super) fn put(&self, base: Option<&str>, scenario: &mut Scenario) -> Result<()> {
        scenario.problem.day = self.date.or(scenario.problem.day);
        if let Some(count) = self.zones {
            scenario.problem = scenario.problem.clone().with_zone_count(count);
        }
        if let Some(name) = base {
            let base = given_plan(Some(name), scenario, &PlanMapOptions::default(), Language::English)?;
            for note in &base.source.notes {
                tell(&format!("note: {}: {note}", base.source.name));
            }
            scenario.problem.base = Some(base.plan);
            scenario.inputs.extend(base.inputs);
        }
        if !self.goals.is_empty() {
            scenario.problem.objective = load::objective(&self.goals, scenario)?;
        }
        if !self.limits.is_empty() {
            scenario.problem.limits = load::limits(&self.limits, scenario)?;
        }
        Ok(())
    }
}
