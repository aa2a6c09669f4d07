//! The drawing in which prices are proved, for those who want to prove them on their own.

use super::border_graph::BorderGraph;
use super::dual_graph::SMALL;
use super::{PriceCertificate, ZoneNetwork};

/// A drawing of a network without crossings: where two edges cross, a point is put.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planarization {
    /// Per edge of the network, those that cost nothing to part after the others: the crossings on
    /// its way from its first end to its second. An edge with `n` of them is drawn in `n + 1` pieces.
    /// Pieces are counted from 0, edge by edge.
    pub crossings: Vec<Vec<usize>>,
    /// Per point, those of the network first and then the crossings: its pieces, clockwise.
    pub around: Vec<Vec<usize>>,
    /// Per connected part, a piece at the face that is open to the outside, and at which end of the
    /// piece one starts who walks along it with that face on the left.
    pub outer: Vec<[usize; 2]>,
    /// The places where borders run, each told as in `outer`: a face, or where a face is followed from corner
    /// to corner the side of it that begins in the corner. Walks start in each, and go by none before it.
    pub starts: Vec<[usize; 2]>,
    /// The border of a zone is followed from corner to corner in the open faces, and in each face of
    /// more corners than this.
    pub small: usize,
    /// What is charged in each such corner of a point of the network.
    pub charge: i64,
    /// Charge and prices are in the unit of the step times two to this power.
    pub digits: u32,
    /// The price of each point without what is charged in its corners.
    pub prices: Vec<i64>,
}

/// The drawing in which a certificate holds. `None` where [`verify`](super::verify) has none either.
pub fn drawing(network: &ZoneNetwork, certificate: &PriceCertificate) -> Option<Planarization> {
    let ground = BorderGraph::new(network)?;
    let points = network.people.len();
    let drawn = &ground.surface.ends;
    let mut pieces = vec![Vec::new(); network.edges.len() + network.touching.len()];
    ground.pieces_of.iter().enumerate().for_each(|(piece, &edge)| pieces[edge].push(piece));
    let firsts = network.edges.iter().map(|edge| edge.ends).chain(network.touching.iter().copied());
    let mut crossings = Vec::with_capacity(pieces.len());
    // Per piece of the ground, its place edge by edge, and whether it runs from its second end.
    let mut places = vec![(0, 0); drawn.len()];
    let mut count = 0;
    for ([mut at, _], mut left) in firsts.zip(pieces) {
        let mut passed = Vec::new();
        while let Some(next) = left.iter().position(|&piece| drawn[piece].contains(&at)) {
            let piece = left.swap_remove(next);
            let [a, b] = drawn[piece];
            places[piece] = (count, usize::from(a != at));
            count += 1;
            at = if a == at { b } else { a };
            passed.extend((at >= points).then_some(at));
        }
        crossings.push(passed);
    }
    let place = |&piece: &usize| places[piece].0;
    let around = ground.surface.around.iter().map(|pieces| pieces.iter().map(place).collect());
    let side = |half: usize| [places[half / 2].0, (half % 2) ^ places[half / 2].1];
    let outer = ground.surface.outer.iter().map(|&half| side(half));
    let mut half_at = vec![0; ground.surface.nodes];
    ground.surface.node_of.iter().enumerate().for_each(|(half, &node)| half_at[node] = half);
    let starts = ground.order.iter().map(|&node| side(half_at[node]));
    let prices = certificate.prices.iter().zip(&ground.corners).map(|(price, charged)| price - charged);
    Some(Planarization {
        around: around.collect(),
        outer: outer.collect(),
        starts: starts.collect(),
        small: SMALL,
        charge: ground.charge,
        digits: ground.digits,
        prices: prices.collect(),
        crossings,
    })
}
