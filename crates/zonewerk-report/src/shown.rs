use super::{Compared, Drawn, Judgement, PlanSource, Results, Tried};
use zonewerk_audit::{Audit, Finding};
use zonewerk_core::graph::Graph;
use zonewerk_core::plan::Plan;
use zonewerk_core::problem::{Profile, Tolerance};
use zonewerk_core::words::Language;
use zonewerk_io::{InputFile, Scenario};
use zonewerk_solve::{Backbone, Solved};

/// What a map, a page or a GIS file shows: one plan, and all that was found out about it.
///
/// Where it is proved that there is no plan, or none was found, the plan has no zones and
/// [`Shown::solved`] says so.
#[derive(Clone, Debug)]
pub struct Shown<'a> {
    /// The scenario that gave units, exceptions and links, with the profile that bounds are by.
    pub scenario: &'a Scenario,
    /// The territory's adjacency, links included.
    pub graph: &'a Graph,
    /// The plan.
    pub plan: &'a Plan,
    /// What the plan is called, and how it was read.
    pub source: PlanSource,
    /// What the audit found under each profile; none where there is no plan.
    pub judgements: Vec<Judgement>,
    /// What solving came to, where the plan was drawn.
    pub solved: Option<ShownSolve<'a>>,
    /// The plan that changes are shown against.
    pub base: Option<ShownBase<'a>>,
    /// What was asked of the change from that plan, where it is about that: then maps open with it.
    pub change: Option<ShownChange<'a>>,
    /// What all plans nearly as good as the best have in common, where that was asked.
    pub backbone: Option<ShownBackbone<'a>>,
    /// Files that were read besides those of the scenario.
    pub inputs: Vec<InputFile>,
    /// The language of what is shown.
    pub language: Language,
}

/// How a plan was drawn.
#[derive(Clone, Copy, Debug)]
pub struct ShownSolve<'a> {
    /// What solving came to.
    pub solved: &'a Solved,
    /// The seed.
    pub seed: u64,
}

/// The plan that another is shown against.
#[derive(Clone, Debug)]
pub struct ShownBase<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// What it is called.
    pub name: String,
}

/// The answer to a question about a change from one plan to another.
#[derive(Clone, Copy, Debug)]
pub enum ShownChange<'a> {
    /// A proposal, and what was drawn from it.
    Tried(&'a Tried<'a>, Option<&'a Drawn<'a>>),
    /// Plans side by side: the first is the base.
    Compared(&'a Compared<'a>),
}

/// What all plans within a margin of the best have in common.
#[derive(Clone, Copy, Debug)]
pub struct ShownBackbone<'a> {
    /// What was found.
    pub backbone: &'a Backbone,
    /// The margin.
    pub within: Tolerance,
    /// What a plan within it comes to at most, in the unit of the first goal.
    pub ceiling: Option<u64>,
}

impl<'a> Shown<'a> {
    /// A plan and nothing else of it; the rest is filled in.
    pub fn new(scenario: &'a Scenario, graph: &'a Graph, plan: &'a Plan, language: Language) -> Self {
        Self {
            scenario,
            graph,
            plan,
            source: PlanSource::default(),
            judgements: Vec::new(),
            solved: None,
            base: None,
            change: None,
            backbone: None,
            inputs: Vec::new(),
            language,
        }
    }

    /// The profile that bounds and verdicts are by: the first that judges.
    pub fn profile(&self) -> &Profile {
        &self.scenario.problem.profile
    }

    /// The audit under that profile.
    pub fn audit(&self) -> Option<&Audit> {
        self.judgements.first().map(|judgement| &judgement.audit)
    }

    /// Every finding, with the profile that it is under.
    pub fn findings(&self) -> impl Iterator<Item = (&Profile, &Finding)> {
        self.judgements.iter().flat_map(|judgement| {
            judgement.audit.findings.iter().map(|finding| (&judgement.profile, finding))
        })
    }

    /// Whether there is a plan.
    pub fn has_plan(&self) -> bool {
        self.solved.is_none_or(|solve| solve.solved.outcome.plan().is_some())
    }

    /// The measures, bounds and goals of its zones.
    ///
    /// # Panics
    /// When the plan was drawn and the graph has no [centres](Graph::centres).
    pub fn results(&self) -> Results<'_> {
        match self.solved {
            Some(ShownSolve { solved, seed }) => {
                Results::of_solve(self.scenario, self.graph, solved, self.audit(), seed)
            }
            None => Results::of_plan(self.scenario, self.graph, self.plan, self.audit()),
        }
    }
}
