use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Result, bail};
use clap::{Args, ValueEnum};

use super::asking::{Asker, Asking};
use super::audit::profiles;
use super::audited::audited;
use super::folder::{prepare, write_results};
use super::output::{beside, ink, refuse_inputs, tell};
use super::plan::{GivenPlan, given_plan};
use super::publishing::{Publishing, Showable, judgements, plan_name};
use super::reading::refuse_unclear;
use super::try_changes::Changes;
use super::wishes::Wishes;
use super::{COULD_NOT_TELL, say as answer};
use zonewerk_audit::proposal::{Draft, FixedPlacement, FixedZoneConflict, Moves, Proposal, given, moves};
use zonewerk_audit::{Audit, audit};
use zonewerk_core::graph::Graph;
use zonewerk_core::plan::{Plan, match_zones};
use zonewerk_core::problem::{Goal, Limit, Objective, Problem, Step};
use zonewerk_core::words::{Language, say};
use zonewerk_io::{self as load, PlanMapOptions, Scenario};
use zonewerk_report::{
    self as render, Drawing, Drawn, DrawnPlan, PlanSource, Remainder, Results, Shown, ShownBase, ShownChange,
    ShownSolve, Tried, TriedForm, explain, open_zone_notes, tried_report,
};
use zonewerk_solve::{Outcome, Solved};

/// Try changes to a plan: what they break and mend, who moves, whom they concern
///
/// Judges the plan before and after, rule by rule; tells who moves, which zones are touched,
/// which groups are affected, who must agree and which neighbours to consult. With --complete
/// or --repair it draws the rest, or the nearest plan that keeps the rules, and proves it.
/// Units are given by code or by name, in any language that the scenario has.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(super) struct TryArgs {
    /// Plan to change, as for audit: a table (.csv), a map, or a built-in scenario for its
    /// official plan; without it, the scenario's official plan
    base: Option<String>,
    /// Scenario whose units and exceptions hold: a built-in name or a file
    #[arg(short, long, value_name = "SCENARIO")]
    scenario: Option<String>,
    /// Rules to judge and draw by: a built-in profile or a .toml file [default: the scenario's]
    #[arg(short, long, value_name = "PROFILE")]
    profile: Option<String>,
    #[command(flatten)]
    changes: Changes,
    /// Prove whether the rest can be drawn around the zones that change, as they are
    #[arg(long, conflicts_with_all = ["complete", "repair"], help_heading = "Drawing")]
    remainder: bool,
    /// Draw the rest around the zones that change, as they are: fewest people moved from the
    /// base, then the scenario's goals
    #[arg(long, conflicts_with = "repair", help_heading = "Drawing")]
    complete: bool,
    /// Draw the plan that keeps the rules and is nearest to the plan with its changes: fewest
    /// people moved from it, then the scenario's goals
    #[arg(long, help_heading = "Drawing")]
    repair: bool,
    /// Folder for plan, maps and report of what is drawn
    #[arg(long, value_name = "DIR", help_heading = "Drawing")]
    out: Option<PathBuf>,
    #[command(flatten, next_help_heading = "Drawing")]
    wishes: Wishes,
    #[command(flatten, next_help_heading = "Drawing")]
    asking: Asking,
    #[command(flatten)]
    publishing: Publishing,
    /// Form of the report
    #[arg(short, long, value_enum, default_value_t = TryFormat::Text, help_heading = "Report")]
    format: TryFormat,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum TryFormat {
    /// For a terminal.
    Text,
    /// Everything, for programs.
    Json,
    /// Markdown.
    Md,
}

const EXAMPLES: &str = "\
Examples:
  zonewerk try --move Zutendaal=Maasland             what if this municipality moves?
  zonewerk try --merge \"Leuven+Leuven Noord=Leuven\" --swap Bree,Peer
  zonewerk try --new \"North=Brasschaat,Schoten,Wijnegem\" --dissolve ZORA
  zonewerk try --move Zemst=BraViO --complete --out result
  zonewerk try --proposal agreed.csv --remainder     can the rest follow what was agreed?
  zonewerk try flanders-2019 -s flanders-2019 --repair
                                                     whole municipalities, fewest people moved
  zonewerk try flanders-2019 -s flanders-2025        the zones of 2019 after the mergers of 2025
  zonewerk try my-plan.csv --proposal ideas.toml --format md > ideas.md

Exit code:
  0  the plan with its changes breaks no rule; with --complete or --repair, a plan was found
  1  it breaks a rule; with --complete or --repair, it is proved that there is no plan
  2  wrong use, input that cannot be read, or not found in time";

/// Tries changes to a plan and prints what they come to.
///
/// # Errors
/// When the scenario, the plan or a change cannot be read, and with each change that cannot be
/// made.
pub(super) fn run(args: TryArgs) -> Result<ExitCode> {
    let drawing = match (args.complete, args.repair) {
        (true, _) => Some(Drawing::Completed),
        (_, true) => Some(Drawing::Repaired),
        _ => None,
    };
    if let (None, Some(_)) = (drawing, &args.out) {
        bail!("--out is for what is drawn: add --complete or --repair");
    }
    let language = args.publishing.lang.into();
    let mut scenario = load::scenario(args.scenario.as_deref())?;
    if let Some(name) = &args.profile {
        let (mut profiles, inputs) = profiles(std::slice::from_ref(name), &scenario)?;
        scenario.problem = scenario.under(profiles.remove(0));
        scenario.inputs.extend(inputs);
    }
    let GivenPlan { plan, source, inputs } =
        given_plan(args.base.as_deref(), &scenario, &PlanMapOptions::default(), language)?;
    let names = scenario.inputs.iter().map(|file| file.name.as_str());
    let mut read = beside(Path::new(args.scenario.as_deref().unwrap_or_default()), names);
    read.extend(args.base.iter().map(PathBuf::from).chain(args.changes.files().cloned()));
    if let Some(folder) = &args.out {
        refuse_inputs(render::FILE_NAMES.map(|name| folder.join(name)), read.clone())?;
        prepare(folder, render::FILE_NAMES)?;
    }
    let showable = Showable { scenario: &scenario, has_base: true, has_backbone: false };
    let others = args.out.iter().flat_map(|folder| render::FILE_NAMES.map(|name| folder.join(name)));
    args.publishing.prepare(read, others, showable)?;
    scenario.inputs.extend(inputs);
    let territory = scenario.territory.clone();
    let mut draft = Draft::of(&territory, plan);
    let files = args.changes.make(&territory, &mut draft)?;
    scenario.inputs.extend(files);
    let mut proposal = draft.finish();
    args.wishes.put(None, &mut scenario)?;
    let counts_moves = |limit: &Limit| limit.goal == Goal::PeopleMoved;
    if (drawing.is_some() || args.remainder) && scenario.problem.limits.iter().any(counts_moves) {
        bail!(
            "the limit on people-moved counts from the scenario's base plan, and what is drawn here counts \
             from the plan that is tried: leave the limit out to draw"
        );
    }
    let day = scenario.problem.day.or(proposal.before.date);
    scenario.problem.day = day;
    (proposal.before.date, proposal.after.date) = (day, day);
    let tries = Tries { args: &args, source: &source, proposal: &proposal, language };
    match drawing {
        None => tries.judge(&scenario),
        Some(drawing) => tries.draw(&scenario, drawing),
    }
}

/// A proposal that is tried.
struct Tries<'a> {
    args: &'a TryArgs,
    source: &'a PlanSource,
    proposal: &'a Proposal,
    language: Language,
}

impl Tries<'_> {
    /// Judges the plan before and after.
    fn judge(&self, scenario: &Scenario) -> Result<ExitCode> {
        let graph = scenario.graph();
        let audits = audits(scenario, &graph, self.proposal)?;
        let [before, after] = [&audits[0], &audits[1]];
        let mut tried = self.tried(scenario, &graph, self.proposal, [before, after]);
        if self.args.remainder {
            tried.remainder = self.remainder(scenario, &graph, &tried)?;
        }
        if self.args.publishing.is_asked() {
            let mut shown = self.shown(scenario, &graph, &self.proposal.after);
            shown.judgements = judgements(scenario, Some(after));
            shown.change = Some(ShownChange::Tried(&tried, None));
            self.args.publishing.write(&shown)?;
        }
        self.say(&tried, None)?;
        Ok(if after.is_compliant() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
    }

    /// Whether the rest can be drawn around the changed zones.
    fn remainder(&self, scenario: &Scenario, graph: &Graph, tried: &Tried) -> Result<Remainder> {
        let faults = Remainder::faults(tried);
        if !faults.is_empty() {
            return Ok(Remainder::Broken(faults));
        }
        let FixedPlacement { problem, open, .. } = match self.given(scenario, tried) {
            Ok(given) => given,
            Err(conflicts) => return Ok(Remainder::Conflicts(conflicts)),
        };
        // Any plan will do, and the first is found soonest near the base.
        let objective = Objective::in_order([Goal::PeopleMoved]);
        let scenario = Scenario { problem: Problem { objective, ..problem }, ..scenario.clone() };
        refuse_unclear(self.shown_scenario(), &scenario)?;
        let asker =
            Asker::start(&self.args.asking, &scenario.problem.objective, self.args.publishing.lang.into())?;
        let solved = asker.solve_any(&scenario, graph)?;
        audited(&scenario, graph, &solved)?;
        asker.watch.finish();
        Ok(match solved.outcome {
            Outcome::Optimal { plan, .. } | Outcome::Feasible { plan, .. } => {
                Remainder::Possible { zones: plan.zones.len(), open }
            }
            Outcome::Infeasible { why } => {
                Remainder::Impossible(explain(&why, &scenario, graph, Language::English))
            }
            Outcome::Unknown { stopped, .. } => Remainder::NotFound(stopped),
        })
    }

    /// Draws the rest, or the nearest plan that keeps the rules.
    fn draw(&self, scenario: &Scenario, drawing: Drawing) -> Result<ExitCode> {
        let graph = scenario.graph();
        let audits = audits(scenario, &graph, self.proposal)?;
        let tried = self.tried(scenario, &graph, self.proposal, [&audits[0], &audits[1]]);
        // The plan itself moves nobody; of plans that are not drawn, such as this, solve would not say so.
        let is_beyond = !zonewerk_solve::beyond(&scenario.instance(&graph)?).is_empty();
        if drawing == Drawing::Repaired && is_beyond && audits[1].is_compliant() {
            tell(&say!(self.language, "try-nothing-repaired"));
            self.say(&tried, None)?;
            return Ok(ExitCode::SUCCESS);
        }
        let (problem, notes) = match drawing {
            Drawing::Completed => self.completing(scenario, &tried)?,
            Drawing::Repaired => {
                let base = Some(self.proposal.after.clone());
                (Problem { base, ..scenario.problem.clone() }, Vec::new())
            }
        };
        let asked = Scenario { problem: self.aimed(problem), ..scenario.clone() };
        refuse_unclear(self.shown_scenario(), &asked)?;
        let asker =
            Asker::start(&self.args.asking, &asked.problem.objective, self.args.publishing.lang.into())?;
        let solved = asker.solve(&asked, &graph)?;
        let second_opinion = audited(&asked, &graph, &solved)?;
        asker.watch.finish();
        let results =
            Results::of_solve(&asked, &graph, &solved, second_opinion.as_ref(), self.args.asking.seed);
        let beside = solved.outcome.plan().map(|plan| self.beside(scenario, plan));
        let instance = scenario.instance(&graph)?;
        let drawn_audit = solved.outcome.plan().map(|plan| audit(&instance, plan));
        let plan = beside.as_ref().zip(drawn_audit.as_ref()).map(|(beside, audit)| DrawnPlan {
            from_base: self.tried(scenario, &graph, beside, [&audits[0], audit]),
            from_proposal: (drawing == Drawing::Repaired && self.proposal.before != self.proposal.after)
                .then(|| self.moved_from_proposal(scenario, &beside.after)),
        });
        let drawn = Drawn { drawing, results: &results, plan, notes };
        let empty = Plan::empty(graph.len());
        let mut shown = self.shown(&asked, &graph, solved.outcome.plan().unwrap_or(&empty));
        shown.solved = Some(ShownSolve { solved: &solved, seed: self.args.asking.seed });
        shown.judgements = judgements(&asked, drawn_audit.as_ref());
        shown.change = Some(ShownChange::Tried(&tried, Some(&drawn)));
        let made = self.args.publishing.make(&shown)?;
        match &self.args.out {
            Some(folder) => write_results(folder, render::files(&shown, &results)?, made)?,
            None => made.write()?,
        }
        self.say(&tried, Some(&drawn))?;
        Ok(exit_code(&solved))
    }

    /// What follows from a proposal.
    fn tried<'s>(
        &'s self,
        scenario: &'s Scenario,
        graph: &'s Graph,
        proposal: &'s Proposal,
        audits: [&'s Audit; 2],
    ) -> Tried<'s> {
        Tried::new(scenario, graph, self.source, proposal, audits, self.language)
    }

    /// The question in which the changed zones are given, or what they contradict.
    fn given(&self, scenario: &Scenario, tried: &Tried) -> Result<FixedPlacement, Vec<FixedZoneConflict>> {
        given(&scenario.territory, &scenario.problem, self.proposal, tried.touched(), self.language)
    }

    /// How the scenario was named.
    fn shown_scenario(&self) -> &str {
        self.args.scenario.as_deref().unwrap_or(load::DEFAULT_SCENARIO)
    }

    /// A plan against the one before, in the language of maps and reports.
    fn shown<'s>(&'s self, scenario: &'s Scenario, graph: &'s Graph, plan: &'s Plan) -> Shown<'s> {
        let language = self.language;
        let base = plan_name(&self.source.name, scenario, language);
        let name = say!(language, "plan-changed", plan = base.as_str());
        let mut shown = Shown::new(scenario, graph, plan, language);
        shown.source = PlanSource { name, notes: self.source.notes.clone() };
        shown.base = Some(ShownBase { plan: &self.proposal.before, name: base });
        shown
    }

    /// The question in which the changed zones are given.
    fn completing(&self, scenario: &Scenario, tried: &Tried) -> Result<(Problem, Vec<String>)> {
        match self.given(scenario, tried) {
            Ok(FixedPlacement { problem, open, .. }) => {
                Ok((problem, open_zone_notes(scenario, &open, self.language)))
            }
            Err(conflicts) => {
                let conflicts: Vec<String> = conflicts.iter().map(ToString::to_string).collect();
                bail!("the changed zones cannot be given\n  {}", conflicts.join("\n  "))
            }
        }
    }

    /// The same question, with fewest people moved before the scenario's goals where the command
    /// line names none.
    fn aimed(&self, problem: Problem) -> Problem {
        if self.args.wishes.names_goals() {
            return problem;
        }
        let own = problem.objective.steps().iter();
        let own = own.filter(|step| step.single() != Some(&Goal::PeopleMoved)).cloned();
        let steps = std::iter::once(Step::of(Goal::PeopleMoved)).chain(own).collect();
        let objective = Objective::new(steps).unwrap_or_else(|_| problem.objective.clone());
        Problem { objective, ..problem }
    }

    /// A plan that was drawn, as a change to the base.
    fn beside(&self, scenario: &Scenario, plan: &Plan) -> Proposal {
        let continues = match_zones(&scenario.territory, &self.proposal.before, plan).base_of;
        Proposal {
            before: self.proposal.before.clone(),
            after: Plan { date: self.proposal.before.date, ..plan.clone() },
            continues,
            stated: Vec::new(),
            notes: Vec::new(),
        }
    }

    /// Who moves from the plan with its changes to one that was drawn.
    fn moved_from_proposal(&self, scenario: &Scenario, plan: &Plan) -> Moves {
        let matching = match_zones(&scenario.territory, &self.proposal.after, plan);
        moves(&scenario.territory, &self.proposal.after, plan, &matching.base_of)
    }

    fn say(&self, tried: &Tried, drawn: Option<&Drawn>) -> Result<()> {
        let form = match self.args.format {
            TryFormat::Text => TriedForm::Text(ink()),
            TryFormat::Json => TriedForm::Json,
            TryFormat::Md => TriedForm::Markdown,
        };
        Ok(answer(tried_report(tried, drawn, form))?)
    }
}

/// The audits of the plans before and after.
fn audits(scenario: &Scenario, graph: &Graph, proposal: &Proposal) -> Result<[Audit; 2]> {
    let instance = scenario.instance(graph)?;
    Ok([&proposal.before, &proposal.after].map(|plan| audit(&instance, plan)))
}

fn exit_code(solved: &Solved) -> ExitCode {
    match solved.outcome {
        Outcome::Optimal { .. } | Outcome::Feasible { .. } => ExitCode::SUCCESS,
        Outcome::Infeasible { .. } => ExitCode::FAILURE,
        Outcome::Unknown { .. } => ExitCode::from(COULD_NOT_TELL),
    }
}
