//! `zonewerk alternatives --all FILE`: every plan, written as it is found.

use std::io::{self, Write};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};

use super::asking::{Asker, Asking};
use super::audited::audited_plan;
use super::output::{prepare_file, refuse_inputs, tell};
use super::{COULD_NOT_TELL, say};
use zonewerk_core::graph::Graph;
use zonewerk_core::problem::Tolerance;
use zonewerk_core::words::Language;
use zonewerk_io::Scenario;
use zonewerk_report::{
    EveryPlan, RowForm, Spread, WholeFile, every_plan_json, every_plan_text, plan_row, plan_rows_head,
};
use zonewerk_solve::{ListedPlan, ListingEnd, every_plan};

/// The first plans, all of which the audit judges, and of those after them one in so many: an audit
/// takes much longer than to find a plan.
const AUDITED: u64 = 1_000;

/// What is asked of every plan.
pub(super) struct Every<'a> {
    pub(super) file: &'a Path,
    pub(super) within: Option<Tolerance>,
    pub(super) as_json: bool,
    pub(super) asking: &'a Asking,
    pub(super) language: Language,
}

/// The form of a file of plans, from its name.
pub(super) fn file_of_plans(text: &str) -> Result<PathBuf, String> {
    match RowForm::by_name(text) {
        Some(_) => Ok(PathBuf::from(text)),
        None => Err("expected a name that ends in .csv or .jsonl".to_owned()),
    }
}

/// Lists every plan into a file.
pub(super) fn run(every: &Every<'_>, scenario: &Scenario, inputs: Vec<PathBuf>) -> Result<ExitCode> {
    let name = every.file.display().to_string();
    let Some(form) = RowForm::by_name(&name) else { bail!("{name}: no file of plans") };
    refuse_inputs([every.file.to_owned()], inputs)?;
    prepare_file(every.file)?;
    let graph = scenario.graph();
    let instance = scenario.instance(&graph)?;
    let asker = Asker::start(every.asking, &scenario.problem.objective, every.language)?;
    let cannot = || format!("cannot write {name}");
    let mut rows = Rows {
        form,
        scenario,
        graph: &graph,
        file: None,
        row: String::new(),
        spread: Spread::default(),
        plans: 0,
        audited: 0,
        failed: None,
    };
    rows.file = Some(WholeFile::begin(every.file).with_context(cannot)?);
    rows.write(&plan_rows_head(form, &scenario.territory)).with_context(cannot)?;
    let listing = asker.on_threads(|| {
        every_plan(&instance, &asker.options, every.within, &asker.watch, &mut |plan| rows.take(plan))
    })?;
    if let Some(error) = rows.failed {
        return Err(error);
    }
    let is_written = listing.plans > 0;
    if let Some(file) = rows.file.filter(|_| is_written) {
        file.publish().with_context(cannot)?;
    }
    asker.watch.finish();
    if !is_written && every.file.exists() {
        tell(&format!("{name} was left as it is: it is of an earlier run"));
    }
    let answer = EveryPlan {
        scenario,
        graph: &graph,
        within: every.within,
        listing: &listing,
        spread: &rows.spread,
        audited: rows.audited,
        file: is_written.then_some(name.as_str()),
        language: every.language,
    };
    match every.as_json {
        true => say(every_plan_json(&answer))?,
        false => say(every_plan_text(&answer))?,
    }
    Ok(match listing.ended {
        ListingEnd::All => ExitCode::SUCCESS,
        ListingEnd::Impossible(_) => ExitCode::FAILURE,
        ListingEnd::Early(_) => ExitCode::from(COULD_NOT_TELL),
    })
}

/// What becomes of the plans that are handed out.
struct Rows<'a> {
    form: RowForm,
    scenario: &'a Scenario,
    graph: &'a Graph,
    file: Option<WholeFile>,
    row: String,
    spread: Spread,
    plans: u64,
    audited: u64,
    /// Why no more are taken.
    failed: Option<anyhow::Error>,
}

impl Rows<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.file.as_mut().map_or(Ok(()), |file| file.write_all(bytes))
    }

    fn take(&mut self, plan: &ListedPlan<'_>) -> ControlFlow<()> {
        match self.put(plan) {
            Ok(()) => ControlFlow::Continue(()),
            Err(error) => {
                self.failed = Some(error);
                ControlFlow::Break(())
            }
        }
    }

    fn put(&mut self, plan: &ListedPlan<'_>) -> Result<()> {
        self.plans += 1;
        if self.plans <= AUDITED || self.plans.is_multiple_of(AUDITED) {
            audited_plan(self.scenario, self.graph, &plan.named())?;
            self.audited += 1;
        }
        self.spread.add(plan.value);
        let mut row = std::mem::take(&mut self.row);
        row.clear();
        plan_row(self.form, &self.scenario.territory, self.plans, plan, &mut row);
        self.write(row.as_bytes()).context("cannot write the plans")?;
        self.row = row;
        Ok(())
    }
}
