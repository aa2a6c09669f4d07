//! Goals as text: `[WEIGHT *] GOAL [+ ...] [within T %]`, the same in a scenario and on the
//! command line, and what the display of a [`Step`] writes.
//!
//! By hand: the grammar is one line, and a message names the word that is wrong and the goals near it, which
//! a parser generator does not.

mod decimal;
mod sizes;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use decimal::{Decimal, common_parts};
pub(crate) use sizes::Sizes;

use crate::GivenGraph;
use crate::formats::csv_table::quoted;
use crate::formats::text_excerpt::listed;
use zonewerk_core::problem::{
    Counted, Goal, GroupReading, Limit, Objective, ObjectiveError, Step, Term, Tolerance,
};
use zonewerk_core::words::closest;

/// Decimals of a percentage that a tolerance in millionths can hold.
const PERCENT_DECIMALS: usize = 4;
/// What ends a word.
const SIGNS: &str = "+*()%,";

/// What is wrong with a step.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct GoalFault {
    pub(crate) code: &'static str,
    pub(crate) found: String,
    pub(crate) expected: String,
}

impl GoalFault {
    /// A list without a step.
    pub(crate) fn no_step() -> Self {
        fault("no-goal", "an empty list", "one goal or more, such as \"border-length\"")
    }

    /// People moved from nowhere; `named` is where a plan could be named.
    pub(crate) fn without_base(named: &str) -> Self {
        let expected = format!("a plan that people move from, named in {named}");
        fault("no-base-plan", "people-moved without a base plan", &expected)
    }

    /// A goal on regions where none are drawn.
    pub(crate) fn without_regions(goal: &Goal) -> Self {
        fault("no-regions", &quoted(&goal.to_string()), "a goal on zones, or regions that are drawn")
    }

    /// A goal that a graph without a map cannot measure.
    pub(crate) fn without_map(goal: &Goal, given: &GivenGraph) -> Option<Self> {
        let expected = if goal.measures_distances() {
            "a goal that measures no distances: the units of a graph have no places"
        } else if goal.measures_borders() && !given.has_lengths {
            "a goal that measures no borders, such as cut-edges; or their lengths, as units.border"
        } else {
            return None;
        };
        Some(fault("unmeasured-goal", &quoted(&goal.to_string()), expected))
    }

    /// A limit on a goal of which regions are the subject.
    pub(crate) fn limit_on_regions(goal: &Goal) -> Self {
        fault("limit-on-regions", &quoted(&goal.to_string()), "a goal on zones")
    }

    /// Weights with which a plan's value could become too large a number.
    pub(crate) fn too_large(step: &Step) -> Self {
        let expected = "weights that are smaller, or have fewer decimals: a value must fit 18 digits";
        fault("too-large-weights", &quoted(&step.to_string()), expected)
    }
}

/// Reads one step. Families of which no name is known (`None`) may have any name.
///
/// # Errors
/// Everything that is wrong with it, at least as far as it can be read.
pub(crate) fn step(text: &str, families: Option<&[&str]>) -> Result<Step, Vec<GoalFault>> {
    let mut reader = GoalReader { rest: text.trim_start(), families, faults: Vec::new() };
    let written = reader.step();
    let mut faults = reader.faults;
    if !faults.is_empty() {
        return Err(faults);
    }
    let weights: Vec<Decimal> = written.terms.iter().map(|(weight, _)| *weight).collect();
    let Some((weights, parts)) = common_parts(&weights) else {
        let expected = "weights that differ less in size";
        return Err(vec![fault("wrong-weight", &quoted(text), expected)]);
    };
    let goals = written.terms.into_iter().map(|(_, goal)| goal);
    let terms = goals.zip(weights).map(|(goal, weight)| Term { goal, weight }).collect();
    let step = Step { terms, parts, tolerance: written.tolerance };
    faults.extend(combined(&step));
    if faults.is_empty() { Ok(step) } else { Err(faults) }
}

/// Reads a limit: `GOAL <= N`.
///
/// # Errors
/// Everything that is wrong with it, at least as far as it can be read.
pub(crate) fn limit(text: &str, families: Option<&[&str]>) -> Result<Limit, Vec<GoalFault>> {
    let expected = "a goal, <= and a whole number, such as \"straddles(huisartsenkring) <= 2\"";
    let wrong = || vec![fault("wrong-limit", &quoted(text), expected)];
    let (goal, most) = text.rsplit_once("<=").ok_or_else(wrong)?;
    let most = most.trim().replace(',', "").parse().map_err(|_| wrong())?;
    let step = step(goal, families)?;
    let goal = step.single().filter(|_| step.tolerance.millionths == 0).cloned().ok_or_else(wrong)?;
    Ok(Limit { goal, most })
}

/// What is wrong with goals that are added up, each by itself right.
fn combined(step: &Step) -> Vec<GoalFault> {
    let mut seen = BTreeSet::new();
    let goals = step.terms.iter().map(|term| term.goal.to_string());
    let twice = goals.filter(|goal| !seen.insert(goal.clone()));
    let mut faults: Vec<GoalFault> = twice
        .map(|goal| fault("duplicate-goal", &format!("{goal} twice"), "each goal once in a step"))
        .collect();
    if let Err(ObjectiveError::NotASum(goal)) = Objective::new(vec![step.clone()]) {
        let found = format!("{goal}, the largest over the zones, added to other goals");
        let expected = format!("{goal} alone, and the other goals in a step before or after it");
        faults.push(fault("goal-is-no-sum", &found, &expected));
    }
    faults
}

fn fault(code: &'static str, found: &str, expected: &str) -> GoalFault {
    GoalFault { code, found: found.to_owned(), expected: expected.to_owned() }
}

#[derive(Default)]
struct GoalText {
    terms: Vec<(Decimal, Goal)>,
    tolerance: Tolerance,
}

struct GoalReader<'a> {
    rest: &'a str,
    families: Option<&'a [&'a str]>,
    faults: Vec<GoalFault>,
}

/// A percentage without its sign, in millionths of 1.
fn millionths(number: &str) -> Option<u64> {
    Decimal::read(number).and_then(|share| share.in_parts(PERCENT_DECIMALS))
}

/// Reads how much worse than the best a plan may be: `1%`, `0.5 %`.
///
/// # Errors
/// What was expected.
pub fn margin(text: &str) -> Result<Tolerance, String> {
    let number = text.trim().strip_suffix('%').map(str::trim_end);
    let millionths = number.and_then(millionths);
    let expected = || "expected a percentage of at most 4 decimals, such as 1% or 0.5%".to_owned();
    millionths.map(|millionths| Tolerance { millionths }).ok_or_else(expected)
}

impl<'a> GoalReader<'a> {
    fn step(&mut self) -> GoalText {
        let mut written = GoalText::default();
        loop {
            written.terms.extend(self.term());
            if !self.takes("+") {
                break;
            }
        }
        if self.word_ahead() == "within" {
            self.word();
            written.tolerance = self.tolerance();
        }
        if !self.rest.is_empty() {
            let expected = "+ and another goal, within and a percentage, or nothing more";
            self.faults.push(fault("wrong-step", &quoted(self.rest.trim_end()), expected));
        }
        written
    }

    /// A goal with its weight.
    fn term(&mut self) -> Option<(Decimal, Goal)> {
        let before = self.faults.len();
        let mut weight = Decimal::ONE;
        let mut word = self.word();
        if self.takes("*") {
            weight = self.weight(word);
            word = self.word();
        }
        let goal = self.goal(word);
        goal.filter(|_| self.faults.len() == before).map(|goal| (weight, goal))
    }

    fn weight(&mut self, word: &str) -> Decimal {
        match Decimal::read(word) {
            Some(weight) if !weight.is_zero() => weight,
            _ => {
                let expected = "a weight above 0 of at most 9 decimals, such as 0.25";
                self.faults.push(fault("wrong-weight", &quoted(word), expected));
                Decimal::ONE
            }
        }
    }

    fn goal(&mut self, name: &str) -> Option<Goal> {
        let has_family = self.rest.starts_with('(');
        if !Goal::NAMES.contains(&name) {
            self.faults.push(unknown_goal(name));
            if has_family {
                self.skip_brackets();
            }
            return None;
        }
        if let Some(goal) = Goal::plain(name) {
            if has_family {
                let found = quoted(&format!("{name}{}", self.skip_brackets()));
                self.faults.push(fault("wrong-step", &found, &format!("{name} without a family")));
            }
            return Some(goal);
        }
        if !self.takes("(") {
            let expected = format!("{name} of a family, {}", self.of_a_family(name));
            self.faults.push(fault("no-family", &quoted(name), &expected));
            return None;
        }
        let words: &[&str] = match name {
            "straddles" => &["people", "weak"],
            "crossings" | "zones-crossing" => &["people"],
            _ => &[],
        };
        let (family, said) = self.family_and_words(words)?;
        let by = if said.contains(&"people") { Counted::People } else { Counted::Cuts };
        let reading = if said.contains(&"weak") { GroupReading::Weak } else { GroupReading::Strict };
        Goal::of_family(name, family, by, reading)
    }

    /// `politiezone)` or `politiezone, people)`, with these words allowed after the family.
    fn family_and_words(&mut self, allowed: &[&'static str]) -> Option<(String, Vec<&'static str>)> {
        let known = self.families.into_iter().flatten().filter(|family| {
            let after = self.rest.strip_prefix(**family).map(str::trim_start);
            after.is_some_and(|after| after.is_empty() || after.starts_with([',', ')']))
        });
        let known = known.max_by_key(|family| family.len());
        let end =
            known.map_or_else(|| self.rest.find([',', ')']).unwrap_or(self.rest.len()), |name| name.len());
        let family = self.take(end).trim().to_owned();
        if let (None, Some(families)) = (known, self.families) {
            self.faults.push(unknown_family(&family, families));
        } else if family.is_empty() {
            self.faults.push(fault("no-family", "nothing", "the name of a family of groups"));
        }
        let mut said = Vec::new();
        while self.takes(",") {
            let word = self.word();
            let left = || allowed.iter().filter(|known| !said.contains(*known));
            match left().find(|known| **known == word) {
                Some(known) => said.push(known),
                None => {
                    let left: Vec<&str> = left().copied().chain(["no comma here"]).collect();
                    self.faults.push(fault("wrong-step", &quoted(word), &left.join(", or ")));
                    break;
                }
            }
        }
        if !self.takes(")") {
            self.faults.push(fault("wrong-step", &quoted(self.rest), "a closing bracket after the family"));
        }
        Some((family, said))
    }

    fn tolerance(&mut self) -> Tolerance {
        let word = self.word();
        match millionths(word) {
            Some(millionths) if self.takes("%") => return Tolerance { millionths },
            _ => {
                let found = quoted(format!("{word} {}", self.take(self.rest.len())).trim());
                let expected = "a percentage of at most 4 decimals, such as 2.5 %";
                self.faults.push(fault("wrong-tolerance", &found, expected));
            }
        }
        Tolerance::default()
    }

    /// What a goal of a family looks like here.
    fn of_a_family(&self, name: &str) -> String {
        let family = self.families.and_then(|families| families.first()).unwrap_or(&"family");
        format!("such as {name}({family})")
    }

    fn word_ahead(&self) -> &'a str {
        let ends = |letter: char| letter.is_whitespace() || SIGNS.contains(letter);
        &self.rest[..self.rest.find(ends).unwrap_or(self.rest.len())]
    }

    fn word(&mut self) -> &'a str {
        self.take(self.word_ahead().len())
    }

    fn takes(&mut self, sign: &str) -> bool {
        let found = self.rest.starts_with(sign);
        if found {
            self.take(sign.len());
        }
        found
    }

    /// A bracket with all in it.
    fn skip_brackets(&mut self) -> &'a str {
        let end = self.rest.find(')').map_or(self.rest.len(), |place| place + 1);
        self.take(end)
    }

    fn take(&mut self, bytes: usize) -> &'a str {
        let (taken, rest) = self.rest.split_at(bytes);
        self.rest = rest.trim_start();
        taken
    }
}

fn unknown_goal(name: &str) -> GoalFault {
    let near = closest(name, Goal::NAMES).map(|near| format!("; is it {near:?}?")).unwrap_or_default();
    let expected = match Decimal::read(name) {
        Some(_) => "* and a goal after a weight".to_owned(),
        None => format!("one of {}{near}", Goal::NAMES.join(", ")),
    };
    fault("unknown-goal", &quoted(name), &expected)
}

fn unknown_family(name: &str, families: &[&str]) -> GoalFault {
    let near = closest(name, families.iter().copied()).map(|near| format!("; is it {near:?}?"));
    let expected = if families.is_empty() {
        "a family of groups, of which the scenario has none".to_owned()
    } else {
        format!("one of the families {}{}", listed(families), near.unwrap_or_default())
    };
    fault("unknown-family", &quoted(name), &expected)
}
