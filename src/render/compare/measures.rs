use super::{Compared, ComparedPlan, letter};
use crate::plan::Holding;
use crate::problem::Goal;
use crate::render::amounts::goal_amount;
use crate::render::document::{Block, Cell, Table};
use crate::render::text::{kilometres, shortened, thousands};

const NAME_WIDTH: usize = 48;

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
/// elsewhere, for divided units too.
pub(super) fn goals<'a>(compared: &'a Compared) -> Vec<(&'a Goal, Vec<Option<u64>>)> {
    let mut goals: Vec<&Goal> = Vec::new();
    for value in compared.plans.iter().flat_map(|plan| &plan.goals) {
        if value.goal != Goal::PeopleMoved && !goals.contains(&&value.goal) {
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
    let reasons: Vec<String> =
        reasons.map(|(what, units)| format!("{what} {}", crate::render::text::list(&units, 5))).collect();
    (!reasons.is_empty()).then(|| reasons.join("; "))
}

/// The measures side by side, and why some are missing.
pub(super) fn measures(compared: &Compared) -> Vec<Block> {
    let mut header = vec![Cell::text("Measure")];
    header.extend((0..compared.plans.len()).map(|plan| Cell::number(letter(plan))));
    let row = |name: &str, values: Vec<String>| {
        let mut row = vec![Cell::text(shortened(name, NAME_WIDTH))];
        row.extend(values.into_iter().map(Cell::number));
        row
    };
    let numbers: Vec<Numbers> = compared.plans.iter().map(numbers).collect();
    let of = |value: &dyn Fn(&Numbers) -> Option<u64>| -> Vec<String> {
        numbers.iter().map(|numbers| value(numbers).map_or("?".into(), thousands)).collect()
    };
    let neighbours = &compared.comparison.neighbours;
    let mut rows = vec![
        row("Zones", of(&|numbers| Some(numbers.zones as u64))),
        row("Inhabitants of the smallest zone", of(&|numbers| numbers.smallest)),
        row("Inhabitants of the largest zone", of(&|numbers| numbers.largest)),
        row("Inhabitants of a zone on average", of(&|numbers| numbers.mean)),
        row(
            "Neighbours without a zone in common",
            neighbours.apart.iter().map(|&pairs| thousands(pairs as u64)).collect(),
        ),
        row(
            "Border between them",
            neighbours.border_m.iter().map(|&metres| format!("{} km", kilometres(metres))).collect(),
        ),
    ];
    let goals = goals(compared);
    for (goal, values) in &goals {
        let shown = values.iter().map(|value| value.map_or("-".into(), |value| goal_amount(goal, value)));
        rows.push(row(&goal.to_string(), shown.collect()));
    }
    let mut blocks = vec![Block::Heading(2, "Measures".to_owned()), Block::Table(Table { header, rows })];
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
