use crate::feasibility_query::is_impossible_number;
use crate::{
    Feasibility, FeasibilityQuery, Infeasibility, Options, RuleRelaxation, Stopped, Watch, feasibility,
    is_impossible_by_sums, undrawn_plans,
};
use zonewerk_core::territory::UnitId;

use super::why_question::WhyQuestion;

/// Zones to list, at most, where an answer is worth less work.
const FEW_ZONES: usize = 1_500_000;

/// Branches to follow, at most, there.
const FEW_BRANCHES: usize = 60;

/// So few units are followed to the end.
const FEW_UNITS: usize = 60;

/// Asks whether questions are possible, under one clock.
pub(super) struct Query<'a> {
    pub(super) options: &'a Options,
    pub(super) watch: &'a dyn Watch,
}

/// What is known of a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Truth {
    /// These zones do.
    Yes(Vec<Vec<UnitId>>),
    /// Proved: there are none.
    No(Refuted),
    /// Not found out, for the zones are too many to list.
    TooLarge,
    /// Not found out in time.
    Unknown,
}

/// What a proof that there are no such zones tells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Refuted {
    /// Units that were left out.
    pub(super) left_over: Vec<UnitId>,
    /// As in [`Feasibility::Infeasible`].
    pub(super) proof: Option<Box<Infeasibility>>,
}

impl Refuted {
    /// Whether no plan exists at all, and not only none of those that are drawn.
    pub(super) fn is_of_all(&self, case: &WhyQuestion) -> bool {
        let beyond = undrawn_plans::of(&case.territory, &case.problem);
        beyond.is_empty()
            || self.proof.as_deref().is_some_and(|why| undrawn_plans::holds_beyond(why, &beyond))
    }
}

impl Query<'_> {
    pub(super) fn is_stopped(&self) -> bool {
        self.watch.stop().is_some()
    }

    pub(super) fn ask(
        &self,
        case: &WhyQuestion,
        part: Option<&[bool]>,
        relaxation: Option<RuleRelaxation<'_>>,
    ) -> Truth {
        self.put(case, part, None, relaxation, (self.options, usize::MAX))
    }

    /// The same, left open where the proof takes long.
    pub(super) fn ask_shortly(&self, case: &WhyQuestion, relaxation: Option<RuleRelaxation<'_>>) -> Truth {
        let branches = if case.graph.len() > FEW_UNITS { FEW_BRANCHES } else { usize::MAX };
        self.put(case, None, None, relaxation, (self.options, branches))
    }

    pub(super) fn is_impossible_by_sums(&self, case: &WhyQuestion) -> bool {
        let WhyQuestion { territory, graph, problem, .. } = case;
        is_impossible_by_sums(territory, graph, problem, self.options)
    }

    /// Whether sums alone rule out the number of zones.
    pub(super) fn is_impossible_number(&self, case: &WhyQuestion) -> bool {
        let WhyQuestion { territory, graph, problem, .. } = case;
        is_impossible_number(territory, graph, problem, self.options)
    }

    /// Asks for zones of some units alone, where that is not too much work.
    pub(super) fn ask_small(
        &self,
        case: &WhyQuestion,
        part: Option<&[bool]>,
        within: Option<&[bool]>,
    ) -> Truth {
        let mut options = *self.options;
        options.limits.zones = options.limits.zones.min(FEW_ZONES);
        options.limits.visits = options.limits.visits.min(4 * FEW_ZONES);
        self.put(case, part, within, None, (&options, FEW_BRANCHES))
    }

    fn put(
        &self,
        case: &WhyQuestion,
        part: Option<&[bool]>,
        within: Option<&[bool]>,
        relaxation: Option<RuleRelaxation<'_>>,
        (options, branches): (&Options, usize),
    ) -> Truth {
        let WhyQuestion { territory, graph, problem, measured } = case;
        let measured = measured.as_deref().map(|measured| (&measured.graph, measured.bounds));
        let asked =
            FeasibilityQuery { territory, graph, problem, measured, part, within, relaxation, branches };
        match feasibility(&asked, options, self.watch) {
            Feasibility::Feasible(zones) => Truth::Yes(zones),
            Feasibility::Infeasible { left_over, proof } => Truth::No(Refuted { left_over, proof }),
            Feasibility::Unknown(Stopped::TooManyZones { .. }) => Truth::TooLarge,
            Feasibility::Unknown(_) => Truth::Unknown,
        }
    }
}
