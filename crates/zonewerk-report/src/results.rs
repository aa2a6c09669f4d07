use super::goals::{GoalValue, goal_values};
use super::mendings::Mending;
use zonewerk_audit::{Audit, Severity, Subject};
use zonewerk_core::graph::Graph;
use zonewerk_core::plan::{Holding, Plan, UnitPart, ZoneMeasures, measure};
use zonewerk_core::problem::{Exception, FixedZone, PopulationBounds, Step};
use zonewerk_core::territory::{IdVec, Link, LinkChange, UnitId, ZoneId};
use zonewerk_core::words::Language;
use zonewerk_io::Scenario;
use zonewerk_solve::{InOrders, Requirements, Solved};

/// All that any output shows: the question, and what solving or auditing came to.
#[derive(Clone, Debug)]
pub struct Results<'a> {
    /// The question.
    pub scenario: &'a Scenario,
    /// The territory's adjacency, links included.
    pub graph: &'a Graph,
    /// What solving came to; `None` for a plan that was given.
    pub solved: Option<&'a Solved>,
    /// The audit of the plan.
    pub audit: Option<&'a Audit>,
    /// The seed of the solve.
    pub seed: Option<u64>,
    /// The language of every sentence.
    pub language: Language,
    /// What each order of drawing zones and regions came to, where that was asked.
    pub orders: Option<&'a InOrders>,
    /// What it costs to mend each straddle of a family, where that was asked.
    pub mendings: Option<&'a [Mending]>,
    plan: Option<&'a Plan>,
    requirements: Requirements,
    measures: IdVec<ZoneId, ZoneMeasures>,
    goals: Vec<GoalValue>,
}

/// One zone with all that is said of it.
#[derive(Clone, Debug)]
pub struct ZoneResult<'a> {
    /// Its number in the plan.
    pub id: ZoneId,
    /// Its name.
    pub name: &'a str,
    /// The region it belongs to.
    pub region: Option<&'a str>,
    /// Its units, inhabitants and border.
    pub measures: &'a ZoneMeasures,
    /// The bounds that hold for it.
    pub bounds: PopulationBounds,
    /// The exception made for it.
    pub exception: Option<&'a Exception>,
    /// The given zone it is.
    pub fixed: Option<&'a FixedZone>,
    /// The parts of units that it holds, with their unit.
    pub parts: Vec<(UnitId, &'a UnitPart)>,
    /// Number of rules that the audit found it to break.
    pub errors: usize,
}

impl<'a> Results<'a> {
    /// What solving came to, with the audit of its plan. `graph` has the links in it.
    ///
    /// # Panics
    /// When there is a plan and the graph has no [centres](Graph::centres).
    pub fn of_solve(
        scenario: &'a Scenario,
        graph: &'a Graph,
        solved: &'a Solved,
        audit: Option<&'a Audit>,
        seed: u64,
    ) -> Self {
        let mut results = Self::new(scenario, graph, solved.outcome.plan(), audit);
        results.solved = Some(solved);
        results.seed = Some(seed);
        let values = |plan: &Plan| goal_values(&scenario.territory, graph, &scenario.problem, plan);
        results.goals = solved.outcome.plan().map(values).unwrap_or_default();
        results
    }

    /// A plan over the units of the scenario that was given, with its audit.
    pub fn of_plan(
        scenario: &'a Scenario,
        graph: &'a Graph,
        plan: &'a Plan,
        audit: Option<&'a Audit>,
    ) -> Self {
        Self::new(scenario, graph, Some(plan), audit)
    }

    /// The step of the objective that the outcome speaks of.
    pub(super) fn step(&self, solved: &Solved) -> &'a Step {
        &self.scenario.problem.objective.steps()[solved.step()]
    }

    fn new(
        scenario: &'a Scenario,
        graph: &'a Graph,
        plan: Option<&'a Plan>,
        audit: Option<&'a Audit>,
    ) -> Self {
        let measures = plan.map(|plan| measure(&scenario.territory, graph, plan)).unwrap_or_default();
        Self {
            scenario,
            graph,
            solved: None,
            audit,
            seed: None,
            language: Language::default(),
            orders: None,
            mendings: None,
            plan,
            requirements: Requirements::new(&scenario.territory, &scenario.problem),
            measures,
            goals: Vec::new(),
        }
    }

    /// The plan, where there is one.
    pub fn plan(&self) -> Option<&'a Plan> {
        self.plan
    }

    /// What the plan comes to in every goal that can be measured; nothing of a plan that was
    /// given.
    pub fn goals(&self) -> &[GoalValue] {
        &self.goals
    }

    /// Every zone of the plan, in its order; none without a plan.
    pub fn zones(&self) -> Vec<ZoneResult<'_>> {
        let Some(plan) = self.plan else { return Vec::new() };
        self.measures.iter().map(|(id, measures)| self.zone(plan, id, measures)).collect()
    }

    fn zone<'s>(&'s self, plan: &'a Plan, id: ZoneId, measures: &'s ZoneMeasures) -> ZoneResult<'s> {
        let problem = &self.scenario.problem;
        let parts = parts_of(plan, id, &measures.units);
        let whole = parts.is_empty();
        let needs = whole.then(|| self.requirements.zone(&measures.units));
        let exception = needs.and_then(|needs| needs.exception).map(|place| &problem.exceptions[place]);
        let fixed = problem.fixed_zones.iter().find(|fixed| whole && fixed.units == measures.units);
        ZoneResult {
            id,
            name: &plan.zones[id].name,
            region: plan.zones[id].region(),
            measures,
            bounds: needs.map_or_else(|| problem.bounds(), |needs| needs.population),
            exception,
            fixed,
            parts,
            errors: self.audit.map_or(0, |audit| errors_of(audit, id)),
        }
    }

    /// The links that a plan of this scenario may rest on: all that were added, and
    /// for a plan only those with both ends in one zone.
    pub fn links_used(&self) -> Vec<&'a Link> {
        let joins = |link: &&Link| match self.plan {
            Some(plan) => {
                let [a, b] = link.between.map(|unit| plan.holdings[unit].zones());
                a.iter().any(|zone| b.contains(zone))
            }
            None => true,
        };
        let added = self.scenario.territory.links.iter().filter(|link| link.change == LinkChange::Add);
        added.filter(joins).collect()
    }
}

impl ZoneResult<'_> {
    /// The units that lie in this zone and in no other.
    pub fn undivided_units(&self, plan: &Plan) -> Vec<UnitId> {
        let alone = |unit: &UnitId| plan.holdings[*unit].zones() == [self.id];
        self.measures.units.iter().copied().filter(alone).collect()
    }
}

fn parts_of<'a>(plan: &'a Plan, zone: ZoneId, units: &[UnitId]) -> Vec<(UnitId, &'a UnitPart)> {
    let parts = units.iter().filter_map(|&unit| match &plan.holdings[unit] {
        Holding::Parts(parts) => Some(parts.iter().map(move |part| (unit, part))),
        Holding::Whole(_) | Holding::Shared(_) | Holding::Unassigned => None,
    });
    parts.flatten().filter(|(_, part)| part.zone == zone).collect()
}

fn errors_of(audit: &Audit, zone: ZoneId) -> usize {
    let about = |subject: &Subject| matches!(subject, Subject::Zone(label) if label.zone == zone);
    let errors = audit.findings.iter().filter(|finding| finding.severity == Severity::Error);
    errors.filter(|finding| about(&finding.subject)).count()
}
