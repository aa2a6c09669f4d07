use super::{Compared, ComparedPlan, letter};
use crate::document::{Block, Cell, Table};
use crate::goal_words::{goal, value};
use crate::text::{kilometres_in, shortened};
use zonewerk_core::plan::Holding;
use zonewerk_core::problem::Goal;
use zonewerk_core::words::{number, say, sentence_list, strung};

const NAME_WIDTH: usize = 60;

/// As many plans stand side by side in one table.
pub(super) const MOST_COLUMNS: usize = 4;

/// What a plan comes to whether or not it divides units.
pub(super) struct Numbers {
    pub(super) zones: usize,
    pub(super) smallest: Option<u64>,
    pub(super) largest: Option<u64>,
    /// Rounded to the nearest person.
    pub(super) mean: Option<u64>,
}

/// The numbers of a plan; those of people only where the population of every zone is known.
pub(super) fn numbers(plan: &ComparedPlan) -> Numbers {
    let held = plan.measures.values().filter(|zone| !zone.units.is_empty());
    let people: Vec<Option<u64>> = held.map(|zone| zone.population).collect();
    let zones = people.len();
    let known: Vec<u64> = people.iter().copied().flatten().collect();
    let complete = known.len() == zones && zones > 0;
    let of = |value: Option<u64>| value.filter(|_| complete);
    let half = zones as u64 / 2;
    let mean = complete.then(|| (known.iter().sum::<u64>() + half) / zones as u64);
    Numbers {
        zones,
        smallest: of(known.iter().copied().min()),
        largest: of(known.iter().copied().max()),
        mean,
    }
}

/// The goals that any of the plans has a value of, with that of each plan. Who moves stands
/// and the number of zones stand elsewhere, for divided units too.
pub(super) fn goals<'a>(compared: &'a Compared) -> Vec<(&'a Goal, Vec<Option<u64>>)> {
    let mut goals: Vec<&Goal> = Vec::new();
    for value in compared.plans.iter().flat_map(|plan| &plan.goals) {
        if !matches!(value.goal, Goal::PeopleMoved | Goal::Zones) && !goals.contains(&&value.goal) {
            goals.push(&value.goal);
        }
    }
    let of = |goal: &Goal, plan: &ComparedPlan| {
        plan.goals.iter().find(|value| value.goal == *goal).map(|value| value.value)
    };
    goals.into_iter().map(|goal| (goal, compared.plans.iter().map(|plan| of(goal, plan)).collect())).collect()
}

/// Why a plan has no value in goals that others have, where it is known.
pub(super) fn why_unmeasured(compared: &Compared, plan: &ComparedPlan) -> Option<String> {
    let language = compared.language;
    let [mut divided, mut left_out, mut shared] = [const { Vec::new() }; 3];
    for (unit, holding) in plan.plan.holdings.iter() {
        match holding {
            Holding::Whole(_) => continue,
            Holding::Parts(_) => &mut divided,
            Holding::Unassigned => &mut left_out,
            Holding::Shared(_) => &mut shared,
        }
        .push(compared.unit_name(unit));
    }
    let units = |units: &[&str]| sentence_list(language, units, 5);
    let mut reasons: Vec<String> = Vec::new();
    if !divided.is_empty() {
        reasons.push(say!(language, "compare-divides", units = units(&divided)));
    }
    if !left_out.is_empty() {
        reasons.push(say!(language, "compare-leaves-out", units = units(&left_out)));
    }
    if !shared.is_empty() {
        reasons.push(say!(language, "compare-shares", units = units(&shared)));
    }
    (!reasons.is_empty()).then(|| strung(language, &reasons, usize::MAX))
}

/// The measures side by side, and why some are missing.
pub(super) fn measures(compared: &Compared) -> Vec<Block> {
    let language = compared.language;
    let plans: Vec<usize> = (0..compared.plans.len()).collect();
    let mut blocks = vec![Block::Heading(2, say!(language, "compare-heading-measures"))];
    blocks.extend(plans.chunks(MOST_COLUMNS).map(|plans| Block::Table(table(compared, plans))));
    let reasons = compared.plans.iter().enumerate().filter_map(|(place, plan)| {
        let why = why_unmeasured(compared, plan)?;
        Some(say!(language, "compare-not-measured", plan = letter(place), why = why))
    });
    let reasons: Vec<String> = reasons.collect();
    if !reasons.is_empty() {
        blocks.push(Block::List(reasons));
    }
    blocks
}

fn table(compared: &Compared, plans: &[usize]) -> Table {
    let language = compared.language;
    let mut header = vec![Cell::text(say!(language, "column-measure"))];
    header.extend(plans.iter().map(|&plan| Cell::number(letter(plan))));
    let mut rows = Vec::new();
    let mut row = |name: String, value: &dyn Fn(usize) -> String| {
        let mut cells = vec![Cell::text(shortened(&name, NAME_WIDTH))];
        cells.extend(plans.iter().map(|&plan| Cell::number(value(plan))));
        rows.push(cells);
    };
    let numbers: Vec<Numbers> = compared.plans.iter().map(numbers).collect();
    let known = |people: Option<u64>| people.map_or("?".to_owned(), |people| number(language, people));
    let neighbours = &compared.comparison.neighbours;
    row(say!(language, "compare-measure-zones"), &|plan| number(language, numbers[plan].zones as u64));
    row(say!(language, "compare-measure-smallest"), &|plan| known(numbers[plan].smallest));
    row(say!(language, "compare-measure-largest"), &|plan| known(numbers[plan].largest));
    row(say!(language, "compare-measure-mean"), &|plan| known(numbers[plan].mean));
    row(say!(language, "compare-measure-apart"), &|plan| number(language, neighbours.apart[plan] as u64));
    if compared.graph.has_lengths() {
        row(say!(language, "compare-measure-border"), &|plan| {
            format!("{} km", kilometres_in(language, neighbours.border_m[plan], true))
        });
    }
    for (of, values) in &goals(compared) {
        row(goal(language, compared.graph, of), &|plan| {
            values[plan].map_or("-".to_owned(), |known| value(language, of, known))
        });
    }
    Table { header, rows }
}
