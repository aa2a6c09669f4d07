use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use clap::{Args, ValueEnum};

use super::asking::{Asker, Asking};
use super::audited::audited_plan;
use super::folder::{prepare, write_results};
use super::lang::Lang;
use super::output::{beside, ink, refuse_inputs};
use super::publishing::{Made, base_of, judgements};
use super::reading::refuse_unclear;
use super::why_wishes::{Wished, wishes};
use super::wishes::Wishes;
use super::{COULD_NOT_TELL, say};
use zonewerk_audit::audit;
use zonewerk_core::graph::{Graph, suggestions};
use zonewerk_core::plan::Plan;
use zonewerk_core::problem::{Instance, Regions};
use zonewerk_core::territory::UnitId;
use zonewerk_core::words::Language;
use zonewerk_io::{self as load, Scenario};
use zonewerk_report::{
    self as render, Results, Shown, ShownSolve, WhyAnswer, WhyForm, WhyReport, Wish, why_report,
};
use zonewerk_solve::why::{Diagnosis, ExceptionNeeds, Looking, WhyQuestion, exception_needs, why};
use zonewerk_solve::{Outcome, Solved};

/// Say why there is no plan and what would help, or what a wish costs
///
/// Where no plan exists: a smallest set of rules and units that cannot be together, and the
/// cheapest ways out, each with a plan that was audited. With --together, --apart or --unit: what
/// the wish costs, or why it is impossible. With --exceptions: which exceptions any plan needs.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  zonewerk why my-scenario.toml                       why is there no plan, and what would help?
  zonewerk why --zones 40                             why not 40 zones?
  zonewerk why --together Genk,Hasselt                what does it cost to keep these together?
  zonewerk why --apart Kortrijk,Kuurne                and to keep these apart?
  zonewerk why --unit Zutendaal=Maasmechelen          and to have Zutendaal in the zone of Maasmechelen?
  zonewerk why --exceptions                           which exceptions does any plan need?
  zonewerk why --together Genk,Hasselt --out result   and the best plan that has it
  zonewerk why --zones 40 --format md --lang nl       the answer in Dutch, as Markdown

A way out changes one thing or more: it drops a pin, a given zone, a limit or a link, lets zones
straddle a group, declares a link between parts of the map that stand apart, or makes an exception
for one zone, by the fewest people. Those with the fewest changes of these are told, the ones with
the fewest people outside bounds first.

Exit codes: 0 there is a plan (with a wish: for each wish), 1 proved impossible,
2 bad input or not found out in time.")]
pub(super) struct WhyArgs {
    /// Built-in scenario (flanders-2025, flanders-2019) or a scenario file
    #[arg(default_value = load::DEFAULT_SCENARIO)]
    scenario: String,
    /// Units that are to lie in one zone, by code or name; may be given several times, each asked
    /// alone
    #[arg(long, value_name = "UNIT,UNIT,...")]
    together: Vec<String>,
    /// Units of which no two are to lie in one zone
    #[arg(long, value_name = "UNIT,UNIT,...")]
    apart: Vec<String>,
    /// A unit that is to lie in a zone: the one that holds the largest unit of that zone of the base
    /// plan, or a unit that is named
    #[arg(long = "unit", value_name = "UNIT=ZONE")]
    units: Vec<String>,
    /// Say which exceptions any plan needs, and which the best plan only chooses
    #[arg(long, conflicts_with_all = ["together", "apart", "units", "out"])]
    exceptions: bool,
    /// How far outside their bounds zones may be in a way out, in percent of the bound
    #[arg(long, value_name = "PERCENT", default_value = "25", value_parser = percent)]
    reach: u64,
    /// Changes of a way out, at most
    #[arg(long, value_name = "N", default_value_t = 3, value_parser = clap::value_parser!(u64).range(1..=9))]
    changes: u64,
    #[command(flatten)]
    wishes: Wishes,
    /// Plan that people move from: a table or map of a plan, or a built-in scenario
    /// [default: the scenario's]
    #[arg(long, value_name = "PLAN")]
    base: Option<String>,
    /// Folder for the best plan that has the wish, where there is one wish
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    #[command(flatten)]
    asking: Asking,
    /// How to print the answer
    #[arg(short, long, value_enum, default_value_t = WhyFormat::Text)]
    format: WhyFormat,
    /// Language of the answer
    #[arg(short, long, default_value_t = Lang::default())]
    lang: Lang,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum WhyFormat {
    /// For a terminal.
    Text,
    /// Everything, for programs.
    Json,
    /// Markdown.
    Md,
}

fn percent(text: &str) -> Result<u64, String> {
    let number = text.trim().trim_end_matches('%').trim().parse::<u64>().ok();
    number
        .filter(|&percent| percent <= 100)
        .ok_or_else(|| "expected a percentage from 0 to 100, such as 25".to_owned())
}

pub(super) fn run(args: WhyArgs) -> Result<ExitCode> {
    let mut scenario = load::scenario(Some(&args.scenario))?;
    args.wishes.put(args.base.as_deref(), &mut scenario)?;
    refuse_unclear(&args.scenario, &scenario)?;
    let language = args.lang.into();
    let wished = wishes(&scenario, &args.together, &args.apart, &args.units, language)?;
    if let Some(folder) = &args.out {
        if wished.len() != 1 {
            bail!("--out is for the best plan that has a wish: give one of --together, --apart and --unit");
        }
        let inputs = scenario.inputs.iter().map(|file| file.name.as_str());
        let inputs = beside(Path::new(&args.scenario), inputs).into_iter();
        let outputs = render::FILE_NAMES.map(|name| folder.join(name));
        refuse_inputs(outputs, inputs.chain(args.base.iter().map(PathBuf::from)))?;
        prepare(folder, render::FILE_NAMES)?;
    }
    let graph = scenario.graph();
    let asker = Asker::start(&args.asking, &scenario.problem.objective, Language::English)?;
    let asked = Inquiry { args: &args, scenario: &scenario, graph: &graph, asker: &asker };
    let answer = if args.exceptions {
        asked.exceptions()?
    } else if wished.is_empty() {
        WhyAnswer::Plan(asked.why(&scenario)?)
    } else {
        asked.wishes(wished)?
    };
    let report = WhyReport {
        scenario: &scenario,
        graph: &graph,
        answer,
        is_stopped: asker.is_stopped(),
        seed: args.asking.seed,
        language,
    };
    asker.watch.finish();
    if let (Some(folder), WhyAnswer::Wishes { wishes, .. }) = (&args.out, &report.answer) {
        wishes.iter().try_for_each(|wish| write_wish(folder, wish, args.asking.seed, language))?;
    }
    let form = match args.format {
        WhyFormat::Text => WhyForm::Text(ink()),
        WhyFormat::Json => WhyForm::Json,
        WhyFormat::Md => WhyForm::Markdown,
    };
    say(why_report(&report, form)).context("cannot write the answer")?;
    Ok(exit_code(&report.answer))
}

/// Of an answer: that none of the plans that are drawn exists is no proof that there is none.
fn exit_code(answer: &WhyAnswer) -> ExitCode {
    let code = |status: &str| match status {
        "yes" => 0,
        "no" => 1,
        _ => COULD_NOT_TELL,
    };
    let of_solved = |solved: &Solved| match solved.outcome {
        Outcome::Optimal { .. } | Outcome::Feasible { .. } => "yes",
        Outcome::Infeasible { .. } => "no",
        Outcome::Unknown { .. } => "unknown",
    };
    ExitCode::from(match answer {
        WhyAnswer::Plan(Diagnosis::Possible(_)) => 0,
        WhyAnswer::Plan(Diagnosis::Impossible { proved, .. }) if proved.is_of_all => 1,
        WhyAnswer::Plan(Diagnosis::Impossible { .. } | Diagnosis::Unknown) => COULD_NOT_TELL,
        WhyAnswer::Exceptions { needs, .. } => match needs {
            ExceptionNeeds { impossible: Some(proved), .. } if proved.is_of_all => 1,
            ExceptionNeeds { impossible: Some(_), .. } => COULD_NOT_TELL,
            ExceptionNeeds { smallest, .. } if smallest.is_empty() => COULD_NOT_TELL,
            _ => 0,
        },
        WhyAnswer::Wishes { wishes, .. } => {
            let statuses = wishes.iter().map(|wish| wish.solved.as_ref().map_or("unknown", of_solved));
            statuses.map(code).max().unwrap_or(0)
        }
    })
}

/// Asks one question after the other.
struct Inquiry<'a> {
    args: &'a WhyArgs,
    scenario: &'a Scenario,
    graph: &'a Graph,
    asker: &'a Asker,
}

impl Inquiry<'_> {
    fn looking(&self) -> Looking<'_> {
        let Asker { watch, options, .. } = self.asker;
        Looking { options, watch, tell: watch, percent: self.args.reach, most_changes: self.args.changes }
    }

    fn why(&self, scenario: &Scenario) -> Result<Diagnosis> {
        let instance = scenario.instance(self.graph)?;
        let links = self.links();
        let answer = self.asker.on_threads(|| why(&instance, &links, self.looking()));
        check_ways(scenario, &answer)?;
        Ok(answer)
    }

    /// Where a part of the territory lies nearest to another.
    fn links(&self) -> Vec<(UnitId, UnitId)> {
        let Scenario { topology, territory, .. } = self.scenario;
        let found = suggestions(topology, self.graph, territory);
        found.into_iter().map(|found| (found.unit, found.nearest)).collect()
    }

    fn exceptions(&self) -> Result<WhyAnswer> {
        let instance = self.scenario.instance(self.graph)?;
        let needs = self.asker.on_threads(|| exception_needs(&instance, self.looking()));
        let is_solved = !needs.smallest.is_empty() && !self.asker.is_stopped();
        let best = is_solved.then(|| self.asker.solve(self.scenario, self.graph)).transpose()?;
        let plan = best.as_ref().and_then(|best| best.outcome.plan());
        let Some(plan) = plan else { return Ok(WhyAnswer::Exceptions { needs, used: None }) };
        audited_plan(self.scenario, self.graph, plan)?;
        let errors = |instance: &Instance| audit(instance, plan).count(zonewerk_audit::Severity::Error);
        let with_all = errors(&instance);
        let case = WhyQuestion::of(&instance);
        let all = 0..case.problem.exceptions.len();
        let mut used = BTreeSet::new();
        for place in all.clone() {
            let kept = all.clone().filter(|&other| other != place).collect();
            if errors(&case.with_exceptions(&kept).instance()?) > with_all {
                used.insert(place);
            }
        }
        Ok(WhyAnswer::Exceptions { used: Some(used), needs })
    }

    fn wishes(&self, wished: Vec<Wished>) -> Result<WhyAnswer> {
        let best = self.asker.solve(self.scenario, self.graph)?;
        if let Some(plan) = best.outcome.plan() {
            audited_plan(self.scenario, self.graph, plan)?;
        }
        if let Outcome::Infeasible { .. } = best.outcome {
            bail!("there is no plan even without the wish: ask why without it first");
        }
        let mut wishes = Vec::new();
        for Wished { kind, words, units, pin } in wished {
            let mut scenario = self.scenario.clone();
            scenario.problem.pins.push(pin);
            let solved =
                (!self.asker.is_stopped()).then(|| self.asker.solve(&scenario, self.graph)).transpose()?;
            let plan = solved.as_ref().and_then(|solved| solved.outcome.plan());
            if let Some(plan) = plan {
                audited_plan(&scenario, self.graph, plan)?;
            }
            let moved = plan.zip(best.outcome.plan()).map(|(plan, best)| {
                let matching = zonewerk_core::plan::match_zones(&scenario.territory, best, plan);
                (matching.units_moved().len(), matching.people_moved())
            });
            let is_impossible =
                solved.as_ref().is_some_and(|solved| matches!(solved.outcome, Outcome::Infeasible { .. }));
            let why = is_impossible.then(|| self.why_not(&scenario)).transpose()?;
            wishes.push(Wish { kind, words, units, solved, scenario, why, moved });
        }
        Ok(WhyAnswer::Wishes { best: Box::new(best), wishes })
    }

    /// Why a wish, which is the last pin, is impossible; no way out is to drop it.
    fn why_not(&self, scenario: &Scenario) -> Result<Diagnosis> {
        let instance = scenario.instance(self.graph)?;
        let demands = WhyQuestion::of(&instance).demands(&self.links());
        let wish = zonewerk_solve::why::Demand::Pin(scenario.problem.pins.len() - 1);
        let fixed = std::iter::once(wish).collect();
        let answer = self
            .asker
            .on_threads(|| zonewerk_solve::why::why_without(&instance, &demands, &fixed, self.looking()));
        check_ways(scenario, &answer)?;
        Ok(answer)
    }
}

/// Every plan of a way out passes the audit.
fn check_ways(scenario: &Scenario, answer: &Diagnosis) -> Result<()> {
    let Diagnosis::Impossible { ways, .. } = answer else { return Ok(()) };
    for way in &ways.ways {
        let WhyQuestion { territory, graph, problem, .. } = way.case.clone();
        let regions = problem.regions.clone();
        let changed = Scenario { territory, problem, ..scenario.clone() };
        if regions != Regions::Drawn || !way.plan.regions().is_empty() {
            audited_plan(&changed, &graph, &way.plan)?;
        }
    }
    Ok(())
}

fn write_wish(folder: &Path, wish: &Wish, seed: u64, language: Language) -> Result<()> {
    let Some(solved) = &wish.solved else { return Ok(()) };
    let graph = wish.scenario.graph();
    let plan = solved.outcome.plan();
    let audit = plan.map(|plan| audited_plan(&wish.scenario, &graph, plan)).transpose()?;
    let results = Results::of_solve(&wish.scenario, &graph, solved, audit.as_ref(), seed);
    let empty = Plan::empty(graph.len());
    let mut shown = Shown::new(&wish.scenario, &graph, plan.unwrap_or(&empty), language);
    shown.solved = Some(ShownSolve { solved, seed });
    shown.judgements = judgements(&wish.scenario, audit.as_ref());
    shown.base = base_of(&wish.scenario, None, language);
    write_results(folder, render::files(&shown, &results)?, Made::nothing())
}
