use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use clap::ValueEnum;

use super::lang::Lang;
use super::say;
use zonewerk_audit::{self as audit, Rule};
use zonewerk_core::problem::{Profile, RuleId};
use zonewerk_core::words::closest;
use zonewerk_io as load;
use zonewerk_report::{RuleBook, RulesForm, rule_book, rules_schema};

/// List the rules of the audit, or explain one
///
/// Says of each rule what it asks, how much a finding weighs under each profile, where it
/// is written, from when until when it holds there, and what a profile can set for it.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct RulesArgs {
    /// Rule to explain; without it, all rules
    name: Option<String>,

    /// Profile to show them under: a built-in one or a .toml file; may be given several
    /// times [default: every built-in profile]
    #[arg(short, long = "profile", value_name = "PROFILE")]
    profiles: Vec<String>,

    /// Form of the answer
    #[arg(short, long, value_enum, default_value_t = RulesFormat::Text)]
    format: RulesFormat,

    /// Language of the answer
    #[arg(short, long, default_value_t = Lang::default())]
    lang: Lang,

    /// Print the JSON Schema of the JSON answer instead
    #[arg(long, exclusive = true)]
    schema: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum RulesFormat {
    /// For a terminal.
    Text,
    /// For programs.
    Json,
    /// Markdown, with all profiles and how to write one.
    Md,
}

const EXAMPLES: &str = "\
Examples:
  zonewerk rules                                     every rule under the built-in profiles
  zonewerk rules zone-below-minimum-population       one rule in full
  zonewerk rules --profile our-council.toml          what a profile of yours makes of them
  zonewerk rules -p decree-2019 -p decree-2024       two profiles side by side
  zonewerk rules --lang nl --format md > regels.md   the whole reference, in Dutch

Exit code:
  0  the rules were shown
  2  there is no such rule or profile, or the profile could not be read";

/// Prints the rules.
///
/// # Errors
/// When there is no such rule, or a profile cannot be read.
pub(super) fn run(args: RulesArgs) -> Result<ExitCode> {
    if args.schema {
        say(rules_schema()).context("cannot write the schema")?;
        return Ok(ExitCode::SUCCESS);
    }
    let rule = args.name.as_deref().map(known_rule).transpose()?;
    let profiles = profiles(&args.profiles)?;
    let form = match args.format {
        RulesFormat::Text => RulesForm::Text,
        RulesFormat::Json => RulesForm::Json,
        RulesFormat::Md => RulesForm::Markdown,
    };
    say(rule_book(&RuleBook { rule, profiles }, form, args.lang.into())).context("cannot write the rules")?;
    Ok(ExitCode::SUCCESS)
}

fn known_rule(name: &str) -> Result<&'static Rule> {
    let Ok(rule) = name.parse::<RuleId>() else {
        let near = closest(name, RuleId::ALL.iter().map(|rule| rule.name()));
        let hint = near.map(|near| format!(" (is it {near:?}?)")).unwrap_or_default();
        bail!("found {name:?}, expected the name of a rule, as `zonewerk rules` lists them{hint}");
    };
    Ok(audit::rule(rule))
}

/// The profiles of these names, or else every built-in one.
fn profiles(names: &[String]) -> Result<Vec<Profile>> {
    let built_in = load::profile_names().map(str::to_owned);
    let names = if names.is_empty() { built_in.collect() } else { names.to_vec() };
    let mut profiles: Vec<Profile> = Vec::new();
    for name in &names {
        let (profile, _) = load::profile(name)?;
        if profiles.iter().any(|before| before.name == profile.name) {
            bail!("two profiles are called {}: give each once", profile.name);
        }
        profiles.push(profile);
    }
    Ok(profiles)
}
