//! The second opinion: reads territory, graph, problem and plan, computes everything
//! itself, and knows nothing of how a plan came to be.
//!
//! One rule, one file, under `rules`; [`RULES`] lists them. Which of them hold, with what
//! numbers, and where they are written, is data: a [`Profile`].
//! A finding is data too; its words are made from it, in each language. What could not be
//! checked is said as plainly as what was found.

mod adjacency;
mod area_contents;
mod bounds_capacity;
mod contiguity;
mod counted_population;
mod distance;
mod enclosed_units;
mod exceptions_in_force;
mod finding;
mod finding_record;
mod found;
mod goal_value;
mod group_crossing;
mod group_intersection;
mod group_rules;
mod nearest_zone;
mod not_checked;
mod plan_facts;
mod population_bounds;
pub mod proposal;
mod region_zones;
mod required;
mod rule;
mod rules;
mod share;
mod shares_by_area;
mod split_mergers;
mod subject;
mod unit_and_zone_labels;
mod unit_pieces;
mod zone_pieces;

pub use distance::{Distance, DistanceUnit};
pub use finding::Finding;
pub use found::{Found, Sum};
pub use not_checked::{NotChecked, NotCheckedReason};
pub use required::{ExceptionNote, Required};
pub use rule::Rule;
pub use rules::RULES;
pub use share::{Share, ShareArea};
pub use subject::Subject;
pub use unit_and_zone_labels::{UnitLabel, ZoneLabel};
pub use zone_pieces::PieceOnMap;
pub use zonewerk_core::problem::{Applies, Parameter, RuleId, Severity, SubjectKind};

use finding_record::Record;
use plan_facts::Facts;
use zonewerk_core::plan::Plan;
use zonewerk_core::problem::{Instance, Problem, Profile, RuleSetting, RuleWeight};

/// What an audit found, and what it could not check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Audit {
    /// The rules that were checked, in the order of checking.
    pub checked: Vec<RuleId>,
    /// Every finding, by rule, then by subject.
    pub findings: Vec<Finding>,
    /// What could not be checked, and why.
    pub not_checked: Vec<NotChecked>,
    /// The rules that the profile does not ask for; and of those that hold by themselves, the
    /// ones on pins, limits and mergers where the scenario has none.
    pub not_asked: Vec<RuleId>,
}

/// Judges a plan by every rule of the problem's profile.
///
/// Never panics on data. A plan over another number of units than the territory gets
/// the finding `plan-over-other-units`, and no other rule on plans is checked. Declared links of
/// the territory count, whether or not the graph has them already.
///
/// ```
/// use zonewerk_audit::audit;
/// use zonewerk_core::graph::Graph;
/// use zonewerk_core::plan::Plan;
/// use zonewerk_core::problem::{Instance, PopulationBounds, Problem, RuleId};
/// use zonewerk_core::territory::{Id, Territory, Unit, UnitCode, UnitId};
///
/// let unit = |code: &str| Unit { code: UnitCode::new(code), name: code.into(), population: 10 };
/// let territory = Territory::new(["a", "b", "c"].map(unit).to_vec()).unwrap();
/// let [a, b, c] = [0, 1, 2].map(UnitId::new);
/// let plan = Plan::from_zones(3, [("ends".to_owned(), vec![a, c]), ("middle".to_owned(), vec![b])]).unwrap();
/// let problem = Problem::within(PopulationBounds::new(10, Some(20)).unwrap());
///
/// let graph = Graph::grid(3, 1);
/// let instance = Instance::new(&territory, &graph, &problem).unwrap();
/// let audit = audit(&instance, &plan);
/// assert!(!audit.is_compliant());
/// assert_eq!(audit.findings[0].rule, RuleId::ZoneNotContiguous);
/// ```
pub fn audit(instance: &Instance<'_>, plan: &Plan) -> Audit {
    let (territory, graph, problem) = (instance.territory(), instance.graph(), instance.problem());
    let facts = Facts::gather(territory, graph, problem, plan);
    let unset = RuleSetting::default();
    let mut audit =
        Audit { checked: Vec::new(), findings: Vec::new(), not_checked: Vec::new(), not_asked: Vec::new() };
    let mut waived = Vec::new();
    for &rule in RULES {
        let Some(severity) = severity_in(rule.id, problem) else {
            audit.not_asked.push(rule.id);
            continue;
        };
        let named = problem.profile.rules.get(&rule.id);
        let setting = named.unwrap_or(&unset);
        if named.is_none() && rule.is_idle(&facts, setting) {
            audit.not_asked.push(rule.id);
            continue;
        }
        match rule.obstacle(&facts, setting) {
            Some(why) => {
                audit.not_checked.push(NotChecked { rule: rule.id, subject: Subject::Plan, why });
            }
            None => {
                audit.checked.push(rule.id);
                let mut record =
                    Record { rule, severity, setting, facts: &facts, audit: &mut audit, waived: &mut waived };
                (rule.check)(&facts, &mut record);
            }
        }
    }
    audit
}

/// How much a finding of a rule weighs under a profile; `None` where the rule does not apply.
pub fn severity(rule: RuleId, profile: &Profile) -> Option<Severity> {
    if rule.is_unconditional() {
        return Some(Severity::Error);
    }
    match profile.rules.get(&rule) {
        None => (rule.applies() == Applies::Always).then_some(rule.severity()),
        Some(setting) => match setting.weight {
            None => Some(rule.severity()),
            Some(RuleWeight::Finding(severity)) => Some(severity),
            Some(RuleWeight::Off) => None,
        },
    }
}

/// How much a finding of a rule weighs in a problem: its profile says so, but for the number of
/// zones that the problem itself asks for.
fn severity_in(rule: RuleId, problem: &Problem) -> Option<Severity> {
    let by_profile = severity(rule, &problem.profile);
    let is_asked = rule == RuleId::WrongNumberOfZones && !problem.zone_count.is_free();
    by_profile.or(is_asked.then_some(Severity::Error))
}

/// What a rule asks in words, and how it is checked.
pub fn rule(id: RuleId) -> &'static Rule {
    // A test keeps the list in the order of the ids.
    RULES[id as usize]
}

impl Audit {
    /// Whether the plan breaks no rule that was checked: no finding is an error.
    pub fn is_compliant(&self) -> bool {
        self.count(Severity::Error) == 0
    }

    /// Number of findings of this severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|finding| finding.severity == severity).count()
    }
}
