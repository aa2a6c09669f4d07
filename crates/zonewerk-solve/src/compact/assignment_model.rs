//! The mixed-integer program over which unit lies in which zone, through `good_lp`:
//!
//! ```text
//! minimise   the goals of the step, in x
//! subject to sum over k of x_uk = 1                      for each unit u
//!            L y_k <= sum over u of p_u x_uk <= U y_k    for each label k
//!            x_uk <= y_k <= sum over u of x_uk,  least <= sum over k of y_k <= most
//!            x_uk <= sum over v < u of x_v,k-1           labels in the order of their lowest units
//!            the pins, the ceilings of earlier steps, and what makes zones contiguous
//! ```
//!
//! Labels in the order of their lowest units leave one program for each plan, and not one for
//! each way to number its zones.

use good_lp::{Constraint, Expression, ProblemVariables, Variable, constraint, variable};

use super::given_zones::{GivenZones, bits};
use super::separators::Separator;
use super::unit_network::{UnitBits, UnitNetwork, members};
use zonewerk_core::problem::PinKind;
use zonewerk_core::territory::Id;

/// What the rounds have found that a program does not know yet.
#[derive(Clone, Debug, Default)]
pub(super) struct LazyRows {
    pub(super) separators: Vec<Separator>,
    /// Sets that are no zone.
    pub(super) no_zones: Vec<UnitBits>,
    /// Deviations at which a square is exact.
    pub(super) deviations: std::collections::BTreeSet<u64>,
}

/// A program in the making.
pub(super) struct AssignmentModel<'a> {
    pub(super) network: &'a UnitNetwork,
    pub(super) case: &'a GivenZones,
    /// The units that are left, ascending.
    pub(super) units: Vec<usize>,
    /// Deviations at which a square is exact.
    pub(super) deviations: &'a std::collections::BTreeSet<u64>,
    pub(super) variables: ProblemVariables,
    pub(super) rows: Vec<Constraint>,
    /// Per unit of the territory and label: whether it lies there, where it may.
    pub(super) lies_in: Vec<Vec<Option<Variable>>>,
    /// Per label: whether it is a zone.
    pub(super) used: Vec<Variable>,
    /// Per label: how far it is from the ideal, where a goal asks.
    pub(super) distances: Option<Vec<Variable>>,
}

impl<'a> AssignmentModel<'a> {
    pub(super) fn new(network: &'a UnitNetwork, case: &'a GivenZones, lessons: &'a LazyRows) -> Self {
        let units: Vec<usize> = members(case.rest).collect();
        let labels = case.most as usize;
        let mut variables = ProblemVariables::new();
        let used = variables.add_vector(variable().binary(), labels);
        let mut lies_in = vec![vec![None; labels]; network.population.len()];
        for (rank, &unit) in units.iter().enumerate() {
            let may_be = lies_in[unit].iter_mut().take(rank + 1);
            may_be.for_each(|lies| *lies = Some(variables.add(variable().binary())));
        }
        let deviations = &lessons.deviations;
        let rows = Vec::new();
        let mut program =
            Self { network, case, units, deviations, variables, rows, lies_in, used, distances: None };
        program.add_zones();
        program.add_pins();
        lessons.separators.iter().for_each(|separator| program.add_separator(separator));
        lessons.no_zones.iter().for_each(|&zone| program.add_no_zone(zone));
        program
    }

    pub(super) fn labels(&self) -> std::ops::Range<usize> {
        0..self.used.len()
    }

    /// Whether a unit lies in a zone, as a sum: nothing where it cannot.
    pub(super) fn lies(&self, unit: usize, label: usize) -> Expression {
        self.lies_in[unit][label].map_or_else(Expression::default, Expression::from)
    }

    /// A sum over the units of a label.
    pub(super) fn sum(&self, label: usize, factor: impl Fn(usize) -> f64) -> Expression {
        let mut sum = Expression::default();
        for &unit in &self.units {
            if let Some(lies) = self.lies_in[unit][label] {
                sum.add_mul(factor(unit), lies);
            }
        }
        sum
    }

    /// Inhabitants of a label.
    pub(super) fn people(&self, label: usize) -> Expression {
        self.sum(label, |unit| self.network.population[unit] as f64)
    }

    fn add_zones(&mut self) {
        let bounds = self.network.bounds;
        let all = self.network.people(self.case.rest);
        let most = bounds.maximum().unwrap_or(all).min(all);
        for label in self.labels() {
            let used = self.used[label];
            let people = self.people(label);
            self.rows.push(constraint!(people.clone() >= bounds.minimum() as f64 * used));
            self.rows.push(constraint!(people <= most as f64 * used));
            self.rows.push(constraint!(self.sum(label, |_| 1.0) >= used));
            if label > 0 {
                self.rows.push(constraint!(used <= self.used[label - 1]));
            }
            let mut earlier = Expression::default();
            for &unit in &self.units {
                if let Some(lies) = self.lies_in[unit][label] {
                    self.rows.push(constraint!(lies <= used));
                    if label > 0 {
                        self.rows.push(constraint!(lies <= earlier.clone()));
                    }
                }
                if label > 0 {
                    earlier += self.lies(unit, label - 1);
                }
            }
        }
        for &unit in &self.units {
            let everywhere: Expression = self.labels().map(|label| self.lies(unit, label)).sum();
            self.rows.push(constraint!(everywhere == 1.0));
        }
        let zones: Expression = self.used.iter().sum();
        self.rows.push(constraint!(zones.clone() >= self.case.least as f64));
        self.rows.push(constraint!(zones <= self.case.most as f64));
    }

    fn add_pins(&mut self) {
        let wishes = self.network.wishes.clone();
        for asked in wishes.asked() {
            match asked {
                PinKind::Together(units) => self.keep_together(bits(units)),
                PinKind::Apart(units) => {
                    let apart = bits(units);
                    for label in self.labels() {
                        let held = self.sum(label, |unit| f64::from((apart >> unit & 1) as u8));
                        self.rows.push(constraint!(held <= 1.0));
                    }
                }
                PinKind::Zone { holds, without, .. } => {
                    self.keep_together(bits(holds));
                    let first = holds[0].index();
                    for label in self.labels() {
                        for stranger in without {
                            let both = self.lies(first, label) + self.lies(stranger.index(), label);
                            self.rows.push(constraint!(both <= 1.0));
                        }
                    }
                }
            }
        }
    }

    fn keep_together(&mut self, units: UnitBits) {
        let units: Vec<usize> = members(units & self.case.rest).collect();
        for pair in units.windows(2) {
            for label in self.labels() {
                let row = constraint!(self.lies(pair[0], label) == self.lies(pair[1], label));
                self.rows.push(row);
            }
        }
    }

    fn add_separator(&mut self, separator: &Separator) {
        for label in self.labels() {
            let ends = self.lies(separator.ends[0], label) + self.lies(separator.ends[1], label);
            let between: Expression = members(separator.between).map(|unit| self.lies(unit, label)).sum();
            self.rows.push(constraint!(ends <= 1.0 + between));
        }
    }

    fn add_no_zone(&mut self, zone: UnitBits) {
        let size = f64::from(zone.count_ones());
        for label in self.labels() {
            let likeness = self.sum(label, |unit| if zone >> unit & 1 == 1 { 1.0 } else { -1.0 });
            self.rows.push(constraint!(likeness <= size - 1.0));
        }
    }

    /// Makes zones contiguous by a flow: each zone has a source among its units, from which
    /// a unit of flow reaches every other, along neighbours in the zone (Shirabe 2009,
    /// "Districting modeling with exact contiguity constraints", Environment and Planning B 36).
    pub(super) fn add_flow(&mut self) {
        let all = self.units.len() as f64;
        for label in self.labels() {
            let mut sources = Expression::default();
            let mut balance: Vec<Expression> = vec![Expression::default(); self.lies_in.len()];
            let mut inflow = balance.clone();
            for unit in self.units.clone() {
                let Some(lies) = self.lies_in[unit][label] else { continue };
                let source = self.variables.add(variable().binary());
                sources += source;
                balance[unit] += all * source - lies;
                for other in members(self.network.beside[unit] & self.case.rest) {
                    let flow = self.variables.add(variable().min(0.0));
                    inflow[other] += flow;
                    balance[other] += flow;
                    balance[unit] -= flow;
                }
            }
            for unit in self.units.clone() {
                let most = (all - 1.0) * self.lies(unit, label);
                self.rows.push(constraint!(inflow[unit].clone() <= most));
                self.rows.push(constraint!(balance[unit].clone() >= 0.0));
            }
            self.rows.push(constraint!(sources <= self.used[label]));
        }
    }

    /// Values of units and zones that say a plan, as a start.
    pub(super) fn start(&self, zones: &[UnitBits]) -> Vec<(Variable, f64)> {
        let mut zones: Vec<UnitBits> =
            zones.iter().copied().filter(|zone| zone & self.case.rest != 0).collect();
        zones.sort_by_key(|zone| zone.trailing_zeros());
        let mut start: Vec<(Variable, f64)> = Vec::new();
        for label in self.labels() {
            let zone = zones.get(label).copied().unwrap_or(0);
            start.push((self.used[label], f64::from(u8::from(zone != 0))));
            for &unit in &self.units {
                let lies = self.lies_in[unit][label];
                start.extend(lies.map(|lies| (lies, f64::from((zone >> unit & 1) as u8))));
            }
        }
        start
    }

    /// The zones that values say.
    pub(super) fn zones(&self, value: impl Fn(Variable) -> f64) -> Vec<UnitBits> {
        let holds = |label: usize| {
            let inside = self.units.iter().filter(|&&unit| {
                let lies = self.lies_in[unit][label];
                lies.is_some_and(|lies| value(lies) > 0.5)
            });
            inside.fold(0, |set, &unit| set | 1 << unit)
        };
        self.labels().map(holds).filter(|&zone| zone != 0).collect()
    }
}
