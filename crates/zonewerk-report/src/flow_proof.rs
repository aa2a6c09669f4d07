//! The flows that prove a bound, as a file that anybody can check by adding whole numbers up.

use serde::Serialize;

use crate::json_text::compact;
use zonewerk_core::territory::Territory;
use zonewerk_io::Scenario;
use zonewerk_solve::Solved;
use zonewerk_solve::flow_bound::FlowBound;

/// The file: what is asked, and the flows. `docs/proof.md` says what to add up.
#[derive(Serialize)]
struct FlowProof<'a> {
    format: &'static str,
    version: u32,
    scenario: &'a str,
    goal: String,
    /// Weights of a weighed goal are whole numbers of this part of one: costs and bound are so many
    /// times what they are in the goal's unit.
    parts: u64,
    /// The files that were read, with their SHA-256.
    inputs: Vec<Input<'a>>,
    /// No plan comes to less.
    bound: u64,
    /// What every plan comes to in any case.
    constant: u64,
    points: Vec<Point<'a>>,
    /// Pairs of points, counted from 0, and what a plan pays that parts them.
    edges: Vec<(usize, usize, u64)>,
    /// Binary digits behind the point of every amount.
    digits: u32,
    roots: Vec<Root>,
}

#[derive(Serialize)]
struct Input<'a> {
    name: &'a str,
    sha256: &'a str,
}

/// Units that every plan keeps together.
#[derive(Serialize)]
struct Point<'a> {
    units: Vec<&'a str>,
    inhabitants: u64,
    /// Most inhabitants of a zone that holds it.
    most: Option<u64>,
}

/// What runs from a point: per edge, counted from 0, how much, from its first end to its second.
#[derive(Serialize)]
struct Root {
    root: usize,
    flows: Vec<(usize, i64)>,
}

/// The file of the flows that prove the bound of the first goal; `None` where no flows do, or other
/// reasons prove more.
pub fn flow_proof(scenario: &Scenario, solved: &Solved) -> Option<Vec<u8>> {
    let FlowBound { bound, network, certificate } = solved.steps.first()?.flow.as_deref()?;
    let territory: &Territory = &scenario.territory;
    let points = network.units.iter().zip(&network.people).zip(&network.most);
    let points = points.map(|((units, people), most)| Point {
        units: units.iter().map(|&unit| territory.unit(unit).code.as_str()).collect(),
        inhabitants: *people,
        most: *most,
    });
    let roots = certificate.roots.iter().map(|root| Root {
        root: root.root,
        flows: root.flows.iter().map(|flow| (flow.edge, flow.amount)).collect(),
    });
    let step = scenario.problem.objective.steps().first()?;
    Some(compact(&FlowProof {
        format: "zonewerk-flow-bound",
        version: 1,
        scenario: &scenario.name,
        goal: step.to_string(),
        parts: step.parts,
        inputs: scenario.inputs.iter().map(|file| Input { name: &file.name, sha256: &file.sha256 }).collect(),
        bound: *bound,
        constant: network.constant,
        points: points.collect(),
        edges: network.edges.iter().map(|edge| (edge.ends[0], edge.ends[1], edge.cost)).collect(),
        digits: certificate.digits,
        roots: roots.collect(),
    }))
}
