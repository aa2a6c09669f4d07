//! A table of flows that proves a bound, and its check: nothing but additions of whole numbers, and
//! none of the code that made the flows.

use super::flow_network::FlowNetwork;

/// Flows that prove what every plan costs at least.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FlowCertificate {
    /// Binary digits behind the point of every amount.
    pub digits: u32,
    /// The flow of each root.
    pub roots: Vec<RootFlow>,
}

/// The flow from one point to others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RootFlow {
    /// Where it starts.
    pub root: usize,
    /// What runs over edges.
    pub flows: Vec<EdgeFlow>,
}

/// What runs over an edge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EdgeFlow {
    /// The edge.
    pub edge: usize,
    /// How much, from its first end to its second; below 0 the other way.
    pub amount: i64,
}

/// Why a certificate proves nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// A point or an edge that the network does not have.
    Unknown,
    /// More runs over an edge than a plan pays that parts its ends.
    Overloaded {
        /// The edge.
        edge: usize,
    },
    /// Numbers with more digits than are added up here.
    TooLarge,
}

/// The bound that a certificate proves: no plan costs less.
///
/// Of the flow of a root, what ends in each point is what runs in less what runs out. The zone of
/// the root holds no more inhabitants than it may, so that what ends in it is at most the best choice of
/// points for so many inhabitants, parts of points included (Dantzig 1957); the rest leaves the zone over
/// pairs that the plan parts. Over such a pair runs no more, all roots together, than it costs.
///
/// # Errors
/// When it proves nothing.
pub fn verify(network: &FlowNetwork, certificate: &FlowCertificate) -> Result<u64, Flaw> {
    let FlowCertificate { digits, roots } = certificate;
    if *digits > 62 {
        return Err(Flaw::TooLarge);
    }
    let mut load = vec![0_u128; network.edges.len()];
    let mut leaving = 0_u128;
    let mut ends_in = vec![0_i128; network.people.len()];
    for RootFlow { root, flows } in roots {
        if *root >= network.people.len() {
            return Err(Flaw::Unknown);
        }
        let mut points = Vec::with_capacity(flows.len() + 1);
        for &EdgeFlow { edge, amount } in flows {
            let ends = network.edges.get(edge).ok_or(Flaw::Unknown)?.ends;
            load[edge] += u128::from(amount.unsigned_abs());
            ends_in[ends[0]] -= i128::from(amount);
            ends_in[ends[1]] += i128::from(amount);
            points.extend(ends);
        }
        points.sort_unstable();
        points.dedup();
        let ending: Vec<(i128, u64)> = points
            .iter()
            .filter(|&point| point != root)
            .map(|&point| (ends_in[point], network.people[point]))
            .collect();
        points.iter().for_each(|&point| ends_in[point] = 0);
        let Some(most) = network.most[*root] else { continue };
        let room = most.saturating_sub(network.people[*root]);
        let all: i128 = ending.iter().map(|(amount, _)| amount).sum();
        let staying = most_staying(ending, room).ok_or(Flaw::TooLarge)?;
        leaving += u128::try_from(all - staying).unwrap_or(0);
    }
    let is_overloaded = |edge: &usize| load[*edge] > u128::from(network.edges[*edge].cost) << digits;
    if let Some(edge) = (0..load.len()).find(is_overloaded) {
        return Err(Flaw::Overloaded { edge });
    }
    let proven = leaving.div_ceil(1 << digits) + u128::from(network.constant);
    u64::try_from(proven).map_err(|_| Flaw::TooLarge)
}

/// The most that ends in points of no more inhabitants than `room`, rounded up, where a part of a point
/// has its share; `None` for amounts of too many digits.
fn most_staying(ending: Vec<(i128, u64)>, room: u64) -> Option<i128> {
    let fits = |(amount, people): &(i128, u64)| *amount > 0 && *people <= room;
    let fitting = ending.into_iter().filter(fits);
    let mut fitting: Vec<(u64, u64)> =
        fitting.map(|(amount, people)| Some((u64::try_from(amount).ok()?, people))).collect::<Option<_>>()?;
    let product = |amount: u64, people: u64| u128::from(amount) * u128::from(people);
    fitting.sort_unstable_by(|a, b| product(b.0, a.1).cmp(&product(a.0, b.1)).then(a.cmp(b)));
    let (mut left, mut staying) = (room, 0_i128);
    for (amount, people) in fitting {
        if people <= left {
            staying += i128::from(amount);
            left -= people;
        } else {
            staying += i128::try_from(product(amount, left).div_ceil(u128::from(people))).ok()?;
            break;
        }
    }
    Some(staying)
}
