//! The command line: one file a verb. Exit codes: 0 yes, 1 no, 2 could not tell.

mod alternatives;
mod arguments;
mod asking;
mod audit;
mod audited;
mod check;
mod compare;
mod completions;
mod drift;
mod every;
mod export;
mod folder;
mod generalise;
mod graph;
mod input;
mod lang;
mod licences;
mod manual;
mod memory;
mod mend;
mod output;
mod plan;
mod progress_words;
mod publishing;
mod reading;
mod rules;
mod schema;
mod solve;
mod threads;
mod translate;
mod try_changes;
mod try_verb;
mod watch;
mod why;
mod why_wishes;
mod wishes;

use std::io::{self, ErrorKind};
use std::process::ExitCode;

use output::{say, tell};

use clap::{Parser, Subcommand, ValueEnum};

/// Exit code of a question that could not be answered: bad use, bad input, no time.
const COULD_NOT_TELL: u8 = 2;

/// Draws and checks care zones: proven-best plans of whole, adjoining units.
#[derive(Debug, Parser)]
#[command(
    name = "zonewerk",
    version,
    arg_required_else_help = true,
    after_help = "\
Examples:
  zonewerk solve --out result            draw the zones of Flanders, write map and report
  zonewerk solve my-scenario.toml        draw zones for your own scenario
  zonewerk audit                         audit the official zones
  zonewerk audit result/plan.csv         audit a plan
  zonewerk try --move Zutendaal=Maasland try a change: what it breaks, who moves, whom it concerns
  zonewerk compare flanders-2019 flanders-2025
                                         put plans side by side: who moves, what differs
  zonewerk why --together Genk,Hasselt   why a plan cannot be, or what a wish costs
  zonewerk alternatives --within 0.5%    the ten best plans that are nearly as good as the best
  zonewerk rules                         list the rules of the audit, or explain one
  zonewerk translate old-plan.csv        a plan from before the mergers in the codes after
  zonewerk check map.shp population.csv  look a map over before trusting it
  zonewerk graph --out graph.csv         show which units are neighbours and write their borders
  zonewerk export flanders               write the built-in scenarios and data as files
  zonewerk schema                        every key of a scenario, a profile and a proposal

zonewerk man and zonewerk completions --help tell how to install manual pages and completions;
zonewerk licences prints the licences of all that the program carries.

Exit codes: 0 plan found or plan compliant, 1 proved impossible or plan not compliant,
2 bad use, bad input or not found in time."
)]
struct Cli {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    Solve(solve::SolveArgs),
    Audit(audit::AuditArgs),
    Try(Box<try_verb::TryArgs>),
    Compare(compare::CompareArgs),
    Why(why::WhyArgs),
    Alternatives(alternatives::AlternativesArgs),
    Rules(rules::RulesArgs),
    Check(check::CheckArgs),
    Graph(graph::GraphArgs),
    Export(export::ExportArgs),
    Generalise(generalise::GeneraliseArgs),
    Translate(translate::TranslateArgs),
    Schema(schema::SchemaArgs),
    Licences(licences::LicencesArgs),
    Completions(completions::CompletionsArgs),
    Man(manual::ManArgs),
}

/// How a verb prints its answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people.
    Text,
    /// For programs.
    Json,
}

/// Runs the program: reads the arguments, does what the verb says, reports errors.
pub fn main() -> ExitCode {
    memory::abort_could_not_tell();
    let cli = match arguments::read() {
        Ok(cli) => cli,
        Err(code) => return code,
    };
    threads::start();
    let answer = match cli.verb {
        Verb::Solve(args) => solve::run(args),
        Verb::Alternatives(args) => alternatives::run(args),
        Verb::Audit(args) => audit::run(args),
        Verb::Compare(args) => compare::run(args),
        Verb::Why(args) => why::run(args),
        Verb::Rules(args) => rules::run(args),
        Verb::Check(args) => check::run(args),
        Verb::Graph(args) => graph::run(args),
        Verb::Export(args) => export::run(args),
        Verb::Generalise(args) => generalise::run(args),
        Verb::Translate(args) => translate::run(args),
        Verb::Schema(args) => schema::run(args),
        Verb::Licences(args) => licences::run(args),
        Verb::Completions(args) => completions::run(args),
        Verb::Man(args) => manual::run(args),
        Verb::Try(args) => try_verb::run(*args),
    };
    answer.unwrap_or_else(|error| {
        // A reader that has seen enough and went away knows it.
        if !is_broken_pipe(&error) {
            tell(&format!("error: {error:#}"));
        }
        ExitCode::from(COULD_NOT_TELL)
    })
}

/// Says that there is nowhere to answer to.
pub fn refuse_closed_output() -> ExitCode {
    tell("error: standard output is closed, so nobody would get the answer; > /dev/null throws it away");
    ExitCode::from(COULD_NOT_TELL)
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    let is_broken = |error: &io::Error| error.kind() == ErrorKind::BrokenPipe;
    error.chain().filter_map(|cause| cause.downcast_ref()).any(is_broken)
}
