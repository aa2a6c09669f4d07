//! Goals as sums over which unit lies in which zone.

use good_lp::{Expression, Variable, constraint, variable};

use super::assignment_model::AssignmentModel;
use super::given_zones::bits;
use super::unit_network::{UnitBits, UnitNetwork, members};
use crate::objective_steps::Question;
use zonewerk_core::problem::{Counted, Goal, Step};
use zonewerk_core::territory::MergerStatus;

/// Whether a program can ask for a goal.
pub(super) fn is_linear(goal: &Goal) -> bool {
    match goal {
        Goal::BorderLength
        | Goal::CutEdges
        | Goal::SquaredDeviation
        | Goal::AbsoluteDeviation
        | Goal::LargestDeviation
        | Goal::Crossings { by: Counted::Cuts, .. }
        | Goal::MergersCut
        | Goal::Zones
        | Goal::Exceptions => true,
        Goal::Inertia
        | Goal::DistanceToCentre
        | Goal::SquaredDistanceToCentre
        | Goal::PeopleMoved
        | Goal::Crossings { .. }
        | Goal::Straddles { .. }
        | Goal::ZonesCrossing { .. }
        | Goal::Regions
        | Goal::RegionBorderLength
        | Goal::RegionDeviation
        | Goal::RegionMismatch { .. }
        | Goal::RegionGroups { .. } => false,
    }
}

/// The value of a step, as a sum; squares are right at the deviations that the program knows,
/// and too small elsewhere.
pub(super) fn step(program: &mut AssignmentModel<'_>, question: Question<'_>, step: &Step) -> Expression {
    let Question { territory, problem, requirements, .. } = question;
    let mut sum = Expression::default();
    if let Some(prices) = UnitNetwork::of(question, step) {
        sum += parted(program, &prices);
    }
    for term in &step.terms {
        let value = match &term.goal {
            Goal::SquaredDeviation => squares(program, problem.ideal_population()),
            Goal::AbsoluteDeviation => {
                let given = given_distances(program, problem.ideal_population());
                let there = given.iter().sum::<u64>() as f64;
                distances(program, problem.ideal_population()).into_iter().sum::<Expression>() + there
            }
            Goal::LargestDeviation => largest(program, problem.ideal_population()),
            Goal::Crossings { family, .. } => {
                let family = territory.families.iter().find(|known| &known.name == family);
                let groups = family.into_iter().flat_map(|family| &family.groups);
                crossings(program, groups.map(|group| bits(&group.units)))
            }
            Goal::MergersCut => {
                let mergers = territory.planned_mergers.iter();
                let expected = mergers.filter(|merger| merger.status == MergerStatus::Expected);
                crossings(program, expected.map(|merger| bits(&merger.units)))
            }
            Goal::Zones => program.used.iter().sum::<Expression>() + program.case.given.len() as f64,
            Goal::Exceptions => {
                let given = program.case.given.iter();
                let excepted =
                    given.filter(|&&zone| requirements.zones.is_outside_bounds(program.network.people(zone)));
                Expression::from(excepted.count() as f64)
            }
            // Prices of the network, above.
            Goal::BorderLength | Goal::CutEdges => continue,
            // Refused before a program is written: see `is_linear`.
            Goal::Inertia
            | Goal::DistanceToCentre
            | Goal::SquaredDistanceToCentre
            | Goal::PeopleMoved
            | Goal::Straddles { .. }
            | Goal::ZonesCrossing { .. }
            | Goal::Regions
            | Goal::RegionBorderLength
            | Goal::RegionDeviation
            | Goal::RegionMismatch { .. }
            | Goal::RegionGroups { .. } => continue,
        };
        sum += term.weight as f64 * value;
    }
    sum
}

/// Prices of the neighbours that are parted: 1 for each pair of which a label has one alone.
fn parted(program: &mut AssignmentModel<'_>, prices: &UnitNetwork) -> Expression {
    let mut sum = Expression::from(prices.constant as f64);
    let rest = program.case.rest;
    let same_given = |a: usize, b: usize, given: &[UnitBits]| {
        given.iter().any(|zone| zone >> a & 1 == 1 && zone >> b & 1 == 1)
    };
    for (unit, neighbours) in prices.prices.iter().enumerate() {
        for &(other, price) in neighbours.iter().filter(|&&(other, price)| other > unit && price > 0) {
            if rest >> unit & rest >> other & 1 == 1 {
                let apart = program.variables.add(variable().clamp(0.0, 1.0));
                for label in program.labels() {
                    let (here, there) = (program.lies(unit, label), program.lies(other, label));
                    program.rows.push(constraint!(here.clone() - there.clone() <= apart));
                    program.rows.push(constraint!(there - here <= apart));
                }
                sum.add_mul(price as f64, apart);
            } else if !same_given(unit, other, &program.case.given) {
                sum += price as f64;
            }
        }
    }
    sum
}

/// Of the given zones that the ordinary bounds allow: those by exception count as 0.
fn given_distances(program: &AssignmentModel<'_>, ideal: u64) -> Vec<u64> {
    let people = program.case.given.iter().map(|&zone| program.network.people(zone));
    let ordinary = people.filter(|&people| program.network.bounds.allow(people));
    ordinary.map(|people| people.abs_diff(ideal)).collect()
}

/// How far each label is from the ideal; 0 for one that is no zone.
fn distances(program: &mut AssignmentModel<'_>, ideal: u64) -> Vec<Variable> {
    if let Some(distances) = &program.distances {
        return distances.clone();
    }
    let distances = program.variables.add_vector(variable().min(0.0), program.used.len());
    for label in program.labels() {
        let (people, ideal) = (program.people(label), ideal as f64 * program.used[label]);
        program.rows.push(constraint!(people.clone() - ideal.clone() <= distances[label]));
        program.rows.push(constraint!(ideal - people <= distances[label]));
    }
    program.distances = Some(distances.clone());
    distances
}

fn largest(program: &mut AssignmentModel<'_>, ideal: u64) -> Expression {
    let given = given_distances(program, ideal).into_iter().max().unwrap_or(0);
    let largest = program.variables.add(variable().min(given as f64));
    for distance in distances(program, ideal) {
        program.rows.push(constraint!(distance <= largest));
    }
    largest.into()
}

/// Squares of the distances from below: between whole numbers `j` and `j + 1` the square is at
/// least `(2 j + 1) d - j (j + 1)`, and exactly that at both.
fn squares(program: &mut AssignmentModel<'_>, ideal: u64) -> Expression {
    let there: f64 = given_distances(program, ideal).iter().map(|&distance| (distance as f64).powi(2)).sum();
    let distances = distances(program, ideal);
    let mut sum = Expression::from(there);
    let deviations: Vec<u64> = program.deviations.iter().copied().collect();
    for (label, distance) in distances.into_iter().enumerate() {
        let square = program.variables.add(variable().min(0.0));
        for &deviation in &deviations {
            for below in [deviation.saturating_sub(1), deviation] {
                let below = below as f64;
                let line = (2.0 * below + 1.0) * distance - below * (below + 1.0) * program.used[label];
                program.rows.push(constraint!(line <= square));
            }
        }
        sum += square;
    }
    sum
}

/// For each group, the number of zones it lies in, less one.
fn crossings(program: &mut AssignmentModel<'_>, groups: impl Iterator<Item = UnitBits>) -> Expression {
    let mut sum = Expression::default();
    for group in groups.filter(|&group| group != 0) {
        let there = program.case.given.iter().filter(|&&zone| zone & group != 0).count();
        sum += there as f64 - 1.0;
        for label in program.labels() {
            let touches = program.variables.add(variable().clamp(0.0, 1.0));
            for unit in members(group & program.case.rest) {
                let row = constraint!(program.lies(unit, label) <= touches);
                program.rows.push(row);
            }
            sum += touches;
        }
    }
    sum
}
