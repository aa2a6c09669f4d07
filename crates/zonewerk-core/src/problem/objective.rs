use std::fmt;

use super::Goal;

/// What the best plan has least of: first the first step, then, among the plans that are
/// as good in that (give or take its tolerance), the second, and so on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Objective {
    steps: Vec<Step>,
}

/// One step: the goals that are weighed against each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The goals with their weights; a goal that is the largest over the zones stands alone.
    pub terms: Vec<Term>,
    /// The weights are in parts of this: weights of 1 and 0.25 are 100 and 25 in parts of 100.
    pub parts: u64,
    /// How much of this step the next ones may give up.
    pub tolerance: Tolerance,
}

/// A goal and its weight.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The goal.
    pub goal: Goal,
    /// What one of its unit counts for, in the parts of the step.
    pub weight: u64,
}

/// How much worse than the best a plan may be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tolerance {
    /// In millionths of the best: 10,000 are 1 %.
    pub millionths: u64,
}

/// Why an objective cannot be.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ObjectiveError {
    /// There is no step, or a step without a goal.
    #[error("there is no goal")]
    NoGoal,
    /// A goal that is the largest over the zones is weighed against others.
    #[error("{0} is the largest over the zones and cannot be added to other goals")]
    NotASum(Goal),
    /// A weight of zero.
    #[error("{0} weighs nothing")]
    NoWeight(Goal),
}

impl Objective {
    /// These steps, the most important first.
    ///
    /// # Errors
    /// When there is nothing to have little of, or goals are added up that cannot be.
    pub fn new(steps: Vec<Step>) -> Result<Self, ObjectiveError> {
        if steps.is_empty() || steps.iter().any(|step| step.terms.is_empty() || step.parts == 0) {
            return Err(ObjectiveError::NoGoal);
        }
        for step in &steps {
            if let Some(term) = step.terms.iter().find(|term| term.weight == 0) {
                return Err(ObjectiveError::NoWeight(term.goal.clone()));
            }
            let bottleneck = step.terms.iter().find(|term| term.goal.is_bottleneck());
            if let Some(term) = bottleneck.filter(|_| step.terms.len() > 1) {
                return Err(ObjectiveError::NotASum(term.goal.clone()));
            }
        }
        Ok(Self { steps })
    }

    /// One goal after the other, without tolerance.
    ///
    /// # Panics
    /// When there is none.
    pub fn in_order(goals: impl IntoIterator<Item = Goal>) -> Self {
        Self::new(goals.into_iter().map(Step::of).collect()).expect("at least one goal")
    }

    /// The steps, the most important first; at least one.
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// Every goal in it, in the order of writing.
    pub fn goals(&self) -> impl Iterator<Item = &Goal> {
        self.steps.iter().flat_map(|step| step.terms.iter().map(|term| &term.goal))
    }
}

impl Step {
    /// One goal, to be as small as can be.
    pub fn of(goal: Goal) -> Self {
        Self { terms: vec![Term { goal, weight: 1 }], parts: 1, tolerance: Tolerance::default() }
    }

    /// The goal, where it is one alone with the weight 1.
    pub fn single(&self) -> Option<&Goal> {
        match self.terms.as_slice() {
            [term] if term.weight == self.parts => Some(&term.goal),
            _ => None,
        }
    }

    /// Whether its value is the largest over the zones.
    pub fn is_bottleneck(&self) -> bool {
        self.terms.iter().any(|term| term.goal.is_bottleneck())
    }
}

impl Tolerance {
    /// The most that a plan may have where the best has `best`, rounded down.
    pub fn above(self, best: u64) -> u64 {
        let more = u128::from(best) * u128::from(self.millionths) / 1_000_000;
        best.saturating_add(u64::try_from(more).unwrap_or(u64::MAX))
    }
}

/// The steps as they are written, with `, then ` between them.
impl fmt::Display for Objective {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let steps: Vec<String> = self.steps.iter().map(Step::to_string).collect();
        f.write_str(&steps.join(", then "))
    }
}

/// As it is written in a scenario: `inertia + 0.5 * squared-deviation within 1 %`.
impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, term) in self.terms.iter().enumerate() {
            let plus = if place == 0 { "" } else { " + " };
            f.write_str(plus)?;
            if term.weight != self.parts {
                write!(f, "{} * ", decimal(term.weight, self.parts))?;
            }
            write!(f, "{}", term.goal)?;
        }
        match self.tolerance.millionths {
            0 => Ok(()),
            millionths => write!(f, " within {} %", decimal(millionths, 10_000)),
        }
    }
}

/// `numerator / parts` as a decimal number, of as many digits as it has; at most 18.
fn decimal(numerator: u64, parts: u64) -> String {
    let mut text = (numerator / parts).to_string();
    let mut rest = u128::from(numerator % parts);
    if rest > 0 {
        text.push('.');
        for _ in 0..18 {
            rest *= 10;
            text += &(rest / u128::from(parts)).to_string();
            rest %= u128::from(parts);
            if rest == 0 {
                break;
            }
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_reads_as_it_is_written() {
        let weighed = Step {
            terms: vec![
                Term { goal: Goal::Inertia, weight: 10_000 },
                Term { goal: Goal::SquaredDeviation, weight: 25 },
            ],
            parts: 10_000,
            tolerance: Tolerance { millionths: 12_500 },
        };
        assert_eq!(weighed.to_string(), "inertia + 0.0025 * squared-deviation within 1.25 %");
        assert_eq!(Step::of(Goal::Zones).to_string(), "zones");
    }

    #[test]
    fn the_largest_over_the_zones_is_not_added_to_a_sum() {
        let mut step = Step::of(Goal::LargestDeviation);
        assert!(Objective::new(vec![step.clone(), Step::of(Goal::Zones)]).is_ok());
        step.terms.push(Term { goal: Goal::Zones, weight: 1 });
        assert_eq!(Objective::new(vec![step]), Err(ObjectiveError::NotASum(Goal::LargestDeviation)));
        assert_eq!(Objective::new(Vec::new()), Err(ObjectiveError::NoGoal));
    }

    #[test]
    fn a_tolerance_rounds_down() {
        assert_eq!(Tolerance { millionths: 10_000 }.above(199), 200);
        assert_eq!(Tolerance::default().above(7), 7);
        assert_eq!(Tolerance { millionths: 2_000_000 }.above(u64::MAX), u64::MAX);
    }
}
