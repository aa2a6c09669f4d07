//! What proves a bound, as a file that anybody can check without this program: flows, which are added up,
//! or prices, which the border of no zone undercuts.

use serde::Serialize;

use crate::json_text::compact;
use zonewerk_core::territory::{Territory, UnitId};
use zonewerk_io::Scenario;
use zonewerk_solve::flow_bound::{FlowBound, NetworkEdge};
use zonewerk_solve::price_bound::{Planarization, PriceBound, drawing};
use zonewerk_solve::{Proof, Solved};

/// What both files begin with: what is asked, and the claim.
#[derive(Serialize)]
struct Claim<'a> {
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
}

#[derive(Serialize)]
struct Input<'a> {
    name: &'a str,
    sha256: &'a str,
}

/// The file of flows. `docs/proof.md` says what to add up.
#[derive(Serialize)]
struct FlowProof<'a> {
    #[serde(flatten)]
    claim: Claim<'a>,
    points: Vec<FlowPoint<'a>>,
    edges: Vec<Parting>,
    /// Binary digits behind the point of every amount.
    digits: u32,
    roots: Vec<Root>,
}

/// Units that every plan keeps together.
#[derive(Serialize)]
struct FlowPoint<'a> {
    units: Vec<&'a str>,
    inhabitants: u64,
    /// Most inhabitants of a zone that holds it.
    most: Option<u64>,
}

/// A pair of points, counted from 0, and what a plan pays that parts them.
type Parting = (usize, usize, u64);

/// What runs from a point: per edge, counted from 0, how much, from its first end to its second.
#[derive(Serialize)]
struct Root {
    root: usize,
    flows: Vec<(usize, i64)>,
}

/// The file of prices. `docs/proof.md` says what they prove.
#[derive(Serialize)]
struct PriceProof<'a> {
    #[serde(flatten)]
    claim: Claim<'a>,
    /// Fewest and most inhabitants of a zone, each of which is contiguous.
    inhabitants: [u64; 2],
    /// Fewest and most zones.
    zones: [u64; 2],
    points: Vec<PricePoint<'a>>,
    edges: Vec<Parting>,
    /// Edges that are drawn over others, with the points where they cross, from their first end to
    /// their second.
    crossings: Vec<(usize, Vec<usize>)>,
    /// Per point, and per crossing after them: its edges, or pieces of edges, clockwise.
    around: Vec<Vec<usize>>,
    /// Per connected part, a piece at the face that is open to the outside, and at which end of it one
    /// starts who walks along it with that face on the left.
    outer: Vec<[usize; 2]>,
    starts: Vec<[usize; 2]>,
    /// In faces of more corners, and in those that are open, walks go from corner to corner.
    small: usize,
    /// What a walk pays at such a corner of a point.
    charge: i64,
    /// Binary digits behind the point of every price.
    digits: u32,
    zone_price: i64,
}

#[derive(Serialize)]
struct PricePoint<'a> {
    units: Vec<&'a str>,
    inhabitants: u64,
    price: i64,
}

/// The file that proves the bound of the first goal; `None` where neither flows nor prices do, or other
/// reasons prove more.
pub fn bound_proof(scenario: &Scenario, solved: &Solved) -> Option<Vec<u8>> {
    let step = scenario.problem.objective.steps().first()?;
    let claim = |format, constant, bound| Claim {
        format,
        version: 1,
        scenario: &scenario.name,
        goal: step.to_string(),
        parts: step.parts,
        inputs: scenario.inputs.iter().map(|file| Input { name: &file.name, sha256: &file.sha256 }).collect(),
        bound,
        constant,
    };
    let territory = &scenario.territory;
    match solved.steps.first()?.proof.as_ref()? {
        Proof::Flows(flows) => {
            let claim = claim("zonewerk-flow-bound", flows.network.constant, flows.bound);
            Some(compact(&flow_proof(claim, territory, flows)))
        }
        Proof::Prices(prices) => {
            let claim = claim("zonewerk-price-bound", prices.network.constant, prices.bound);
            Some(compact(&price_proof(claim, territory, prices)?))
        }
    }
}

fn codes<'a>(territory: &'a Territory, units: &[UnitId]) -> Vec<&'a str> {
    units.iter().map(|&unit| territory.unit(unit).code.as_str()).collect()
}

fn partings(edges: &[NetworkEdge]) -> impl Iterator<Item = Parting> {
    edges.iter().map(|edge| (edge.ends[0], edge.ends[1], edge.cost))
}

fn flow_proof<'a>(claim: Claim<'a>, territory: &'a Territory, flows: &FlowBound) -> FlowProof<'a> {
    let FlowBound { network, certificate, .. } = flows;
    let points = network.units.iter().zip(&network.people).zip(&network.most);
    let points = points.map(|((units, people), most)| FlowPoint {
        units: codes(territory, units),
        inhabitants: *people,
        most: *most,
    });
    let roots = certificate.roots.iter().map(|root| Root {
        root: root.root,
        flows: root.flows.iter().map(|flow| (flow.edge, flow.amount)).collect(),
    });
    FlowProof {
        claim,
        points: points.collect(),
        edges: partings(&network.edges).collect(),
        digits: certificate.digits,
        roots: roots.collect(),
    }
}

fn price_proof<'a>(
    claim: Claim<'a>,
    territory: &'a Territory,
    prices: &PriceBound,
) -> Option<PriceProof<'a>> {
    let PriceBound { network, certificate, .. } = prices;
    let Planarization { crossings, around, outer, starts, small, charge, digits, prices } =
        drawing(network, certificate)?;
    let points = network.units.iter().zip(&network.people).zip(prices);
    let points = points.map(|((units, people), price)| PricePoint {
        units: codes(territory, units),
        inhabitants: *people,
        price,
    });
    let free = network.touching.iter().map(|ends| (ends[0], ends[1], 0));
    Some(PriceProof {
        claim,
        inhabitants: [network.least, network.most],
        zones: network.zones,
        points: points.collect(),
        edges: partings(&network.edges).chain(free).collect(),
        crossings: crossings.into_iter().enumerate().filter(|(_, at)| !at.is_empty()).collect(),
        around,
        outer,
        starts,
        small,
        charge,
        digits,
        zone_price: certificate.each,
    })
}
