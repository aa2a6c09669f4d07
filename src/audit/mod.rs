//! The second opinion: reads territory, graph, problem and plan, computes everything
//! itself, and knows nothing of how a plan came to be.
//!
//! One rule, one file, under `rules`; [`RULES`] lists them. A finding is data, and its
//! `Display` is the sentence. What could not be checked is said as plainly as what
//! was found.

mod adjacency;
mod facts;
mod finding;
mod found;
mod not_checked;
mod required;
mod rule;
mod rules;
mod subject;
mod wording;

pub use finding::{Finding, Severity};
pub use found::Found;
pub use not_checked::{NotChecked, Why};
pub use required::{ExceptionNote, Required};
pub use rule::{Rule, Source};
pub use rules::RULES;
pub use subject::{Subject, UnitLabel, ZoneLabel};

use crate::graph::Graph;
use crate::plan::Plan;
use crate::problem::Problem;
use crate::territory::Territory;
use facts::Facts;
use rule::Record;

/// What an audit found, and what it could not check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Audit {
    /// The rules that were checked, in the order of checking.
    pub checked: Vec<&'static str>,
    /// Every finding, by rule, then by subject.
    pub findings: Vec<Finding>,
    /// What could not be checked, and why.
    pub not_checked: Vec<NotChecked>,
}

/// Judges a plan by every rule.
///
/// Never panics on data. A plan over another number of units than the territory gets
/// the finding `plan-over-other-units`, and no other rule is checked. A graph over
/// another number of units leaves only contiguity unchecked. Declared links of the
/// territory count, whether or not the graph has them already.
///
/// ```
/// use zonewerk::audit::audit;
/// use zonewerk::graph::Graph;
/// use zonewerk::plan::Plan;
/// use zonewerk::problem::{PopulationBounds, Problem};
/// use zonewerk::territory::{Id, Territory, Unit, UnitCode, UnitId};
///
/// // Three units in a row; the first and the last make one zone.
/// let unit = |code: &str| Unit { code: UnitCode::new(code), name: code.into(), population: 10 };
/// let territory = Territory::new(["a", "b", "c"].map(unit).to_vec()).unwrap();
/// let [a, b, c] = [0, 1, 2].map(UnitId::new);
/// let plan = Plan::from_zones(3, [("ends".to_owned(), vec![a, c]), ("middle".to_owned(), vec![b])]);
/// let problem = Problem::within(PopulationBounds::new(10, Some(20)).unwrap());
///
/// let audit = audit(&territory, &Graph::grid(3, 1), &problem, &plan);
/// assert!(!audit.is_compliant());
/// assert_eq!(audit.findings[0].rule, "zone-not-contiguous");
/// ```
pub fn audit(territory: &Territory, graph: &Graph, problem: &Problem, plan: &Plan) -> Audit {
    let facts = Facts::gather(territory, graph, problem, plan);
    let mut audit = Audit { checked: Vec::new(), findings: Vec::new(), not_checked: Vec::new() };
    for &rule in RULES {
        match rule.obstacle(&facts) {
            Some(why) => {
                audit.not_checked.push(NotChecked { rule: rule.name, subject: Subject::Plan, why });
            }
            None => {
                audit.checked.push(rule.name);
                (rule.check)(&facts, &mut Record { rule, audit: &mut audit });
            }
        }
    }
    audit
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
