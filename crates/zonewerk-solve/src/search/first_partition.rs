//! A first partition: the nodes are cut in two along a random spanning tree, where the parts are
//! nearest to what their zones need, and the parts again, until each part is one zone.

use rand::Rng;

use super::contiguity_graph::Nodes;
use super::spanning_tree::{Cutter, TreeSide};
use super::zone_bounds::ZoneBounds;

/// Trees of which the best edge is cut: usually, and of so many nodes that any tree has a good edge.
const TREES: [usize; 2] = [4, 1];
const MANY_NODES: usize = 5_000;

/// Per node its zone, in so many zones for each component; not always within the bounds. `None`
/// where the trees that were drawn have no such cut.
pub(super) fn first_partition(
    nodes: &Nodes,
    components: &[(&[u32], usize)],
    bounds: ZoneBounds,
    random: &mut impl Rng,
) -> Option<Vec<u32>> {
    let mut cutter = Cutter::new(nodes);
    let mut zone_of = vec![0; nodes.len()];
    let mut zones = 0;
    let mut open: Vec<TreeSide> =
        components.iter().map(|&(component, zones)| (component.to_vec(), zones)).collect();
    while let Some((members, wanted)) = open.pop() {
        if wanted == 1 {
            members.iter().for_each(|&node| zone_of[node as usize] = zones);
            zones += 1;
        } else {
            let trees = TREES[usize::from(members.len() > MANY_NODES)];
            open.extend(cutter.nearest(&members, wanted, bounds, trees, random)?);
        }
    }
    Some(zone_of)
}
