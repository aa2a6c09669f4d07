use super::{Compared, ComparedPlan, letter};
use crate::amounts::{LEFT_OUT, has_all_border};
use crate::document::{Block, Cell, Table};
use crate::text::{kilometres, list, shortened, thousands};
use zonewerk_core::plan::Holding;
use zonewerk_core::problem::Goal;

const NAME_WIDTH: usize = 40;

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
    let mut reasons: [(&str, Vec<String>); 3] =
        [("it divides", Vec::new()), ("it leaves out", Vec::new()), ("it has in several zones", Vec::new())];
    for (unit, holding) in plan.plan.holdings.iter() {
        let place = match holding {
            Holding::Whole(_) => continue,
            Holding::Parts(_) => 0,
            Holding::Unassigned => 1,
            Holding::Shared(_) => 2,
        };
        reasons[place].1.push(compared.unit_name(unit).to_owned());
    }
    let reasons = reasons.into_iter().filter(|(_, units)| !units.is_empty());
    let reasons: Vec<String> = reasons.map(|(what, units)| format!("{what} {}", list(&units, 5))).collect();
    (!reasons.is_empty()).then(|| reasons.join("; "))
}

/// The measures side by side, and why some are missing.
pub(super) fn measures(compared: &Compared) -> Vec<Block> {
    let plans: Vec<usize> = (0..compared.plans.len()).collect();
    let mut blocks = vec![Block::Heading(2, "Measures".to_owned())];
    blocks.extend(plans.chunks(MOST_COLUMNS).map(|plans| Block::Table(table(compared, plans))));
    let reasons = compared.plans.iter().enumerate().filter_map(|(place, plan)| {
        let why = why_unmeasured(compared, plan)?;
        Some(format!("Goals are measured of plans of whole units, and not of {}: {why}", letter(place)))
    });
    let reasons: Vec<String> = reasons.collect();
    if !reasons.is_empty() {
        blocks.push(Block::List(reasons));
    }
    blocks
}

fn table(compared: &Compared, plans: &[usize]) -> Table {
    let mut header = vec![Cell::text("Measure")];
    header.extend(plans.iter().map(|&plan| Cell::number(letter(plan))));
    let mut rows = Vec::new();
    let mut row = |name: &str, value: &dyn Fn(usize) -> String| {
        let mut cells = vec![Cell::text(shortened(name, NAME_WIDTH))];
        cells.extend(plans.iter().map(|&plan| Cell::number(value(plan))));
        rows.push(cells);
    };
    let numbers: Vec<Numbers> = compared.plans.iter().map(numbers).collect();
    let known = |number: Option<u64>| number.map_or("?".to_owned(), thousands);
    let neighbours = &compared.comparison.neighbours;
    row("zones", &|plan| thousands(numbers[plan].zones as u64));
    row("inhabitants of the smallest zone", &|plan| known(numbers[plan].smallest));
    row("inhabitants of the largest zone", &|plan| known(numbers[plan].largest));
    row("inhabitants of a zone on average", &|plan| known(numbers[plan].mean));
    row("neighbours without a zone in common", &|plan| thousands(neighbours.apart[plan] as u64));
    if compared.graph.has_lengths() {
        row("border between them (km)", &|plan| kilometres(neighbours.border_m[plan]));
    }
    for (goal, values) in &goals(compared) {
        let is_length = matches!(goal, Goal::BorderLength | Goal::RegionBorderLength);
        let shown = |value: u64| if is_length { kilometres(value) } else { thousands(value) };
        let unit = if is_length { "km" } else { goal.unit() };
        let name = goal.to_string();
        // What is called after its unit needs none.
        let name = if name.contains(unit) { name } else { format!("{name} ({unit})") };
        let name = name + if has_all_border(goal, compared.graph) { "" } else { LEFT_OUT };
        row(&name, &|plan| values[plan].map_or("-".to_owned(), shown));
    }
    Table { header, rows }
}
