//! A drawing of a graph without crossings, as the order of the edges around each point: the
//! left-right planarity test of de Fraysseix and Rosenstiehl, in the form of Brandes (2009, "The
//! left-right planarity test").
//!
//! What it returns is checked by counting ([`is_planar`]), so that nothing rests on the test.

/// No edge.
const NONE: usize = usize::MAX;

/// Edges that return to points above, lowest and highest.
#[derive(Clone, Copy)]
struct Interval {
    low: usize,
    high: usize,
}

const EMPTY: Interval = Interval { low: NONE, high: NONE };

impl Interval {
    fn is_empty(self) -> bool {
        self.low == NONE && self.high == NONE
    }
}

/// Edges that must go round on different sides.
#[derive(Clone, Copy)]
struct ConflictPair {
    left: Interval,
    right: Interval,
    /// Tells this pair from others on the stack.
    number: usize,
}

impl ConflictPair {
    fn swap(&mut self) {
        std::mem::swap(&mut self.left, &mut self.right);
    }
}

struct PlanarityTest<'a> {
    ends: &'a [[usize; 2]],
    around: Vec<Vec<usize>>,
    /// Where each edge starts and ends after the search.
    from: Vec<usize>,
    to: Vec<usize>,
    height: Vec<usize>,
    parent: Vec<usize>,
    low: Vec<usize>,
    second_low: Vec<usize>,
    depth: Vec<i64>,
    ordered: Vec<Vec<usize>>,
    reference: Vec<usize>,
    side: Vec<i64>,
    stack: Vec<ConflictPair>,
    numbers: usize,
    bottom: Vec<usize>,
    low_edge: Vec<usize>,
}

/// The edges around each point, clockwise, of a drawing without crossings; `None` where the test
/// finds none. Each pair of points has one edge at most.
pub(super) fn embedding(points: usize, ends: &[[usize; 2]]) -> Option<Vec<Vec<usize>>> {
    let mut around = vec![Vec::new(); points];
    for (edge, &[a, b]) in ends.iter().enumerate() {
        around[a].push(edge);
        around[b].push(edge);
    }
    let edges = ends.len();
    let mut test = PlanarityTest {
        ends,
        around,
        from: vec![NONE; edges],
        to: vec![NONE; edges],
        height: vec![NONE; points],
        parent: vec![NONE; points],
        low: vec![0; edges],
        second_low: vec![0; edges],
        depth: vec![0; edges],
        ordered: vec![Vec::new(); points],
        reference: vec![NONE; edges],
        side: vec![1; edges],
        stack: Vec::new(),
        numbers: 0,
        bottom: vec![0; edges],
        low_edge: vec![NONE; edges],
    };
    let mut roots = Vec::new();
    for point in 0..points {
        if test.height[point] == NONE {
            test.height[point] = 0;
            roots.push(point);
            test.orient(point);
        }
    }
    test.order();
    roots.iter().all(|&root| test.can_be_drawn(root)).then_some(())?;
    for edge in 0..edges {
        test.depth[edge] *= test.sign(edge);
    }
    test.order();
    let drawn = test.drawn(&roots);
    is_planar(ends, &drawn).then_some(drawn)
}

/// Whether edges in this order around points are a drawing on a sphere (Euler's formula).
fn is_planar(ends: &[[usize; 2]], around: &[Vec<usize>]) -> bool {
    let mut place = vec![[NONE; 2]; ends.len()];
    for (point, edges) in around.iter().enumerate() {
        for (at, &edge) in edges.iter().enumerate() {
            let end = usize::from(ends[edge][1] == point);
            if ends[edge][end] != point || place[edge][end] != NONE {
                return false;
            }
            place[edge][end] = at;
        }
    }
    if place.iter().flatten().any(|&at| at == NONE) {
        return false;
    }
    let mut classes = petgraph::unionfind::UnionFind::<usize>::new(around.len());
    ends.iter().for_each(|&[a, b]| {
        classes.union(a, b);
    });
    let with_edges = |point: &usize| !around[*point].is_empty();
    let points = (0..around.len()).filter(with_edges).count();
    let parts = (0..around.len()).filter(with_edges).filter(|&point| classes.find(point) == point).count();
    let faces = super::dual_graph::faces(ends, around).len();
    points + faces == ends.len() + 2 * parts
}

impl PlanarityTest<'_> {
    fn other(&self, edge: usize, point: usize) -> usize {
        let [a, b] = self.ends[edge];
        if a == point { b } else { a }
    }

    /// Directs every edge by a search in depth, and finds how far up its returns reach.
    fn orient(&mut self, root: usize) {
        let mut stack = vec![root];
        let mut next = vec![0; self.around.len()];
        let mut begun = vec![false; self.ends.len()];
        while let Some(point) = stack.pop() {
            let parent = self.parent[point];
            while let Some(&edge) = self.around[point].get(next[point]) {
                if !begun[edge] {
                    if self.from[edge] != NONE {
                        next[point] += 1;
                        continue;
                    }
                    let other = self.other(edge, point);
                    (self.from[edge], self.to[edge]) = (point, other);
                    self.low[edge] = self.height[point];
                    self.second_low[edge] = self.height[point];
                    if self.height[other] == NONE {
                        self.parent[other] = edge;
                        self.height[other] = self.height[point] + 1;
                        stack.extend([point, other]);
                        begun[edge] = true;
                        break;
                    }
                    self.low[edge] = self.height[other];
                } else if self.from[edge] != point {
                    next[point] += 1;
                    continue;
                }
                self.depth[edge] = 2 * self.low[edge] as i64;
                if self.second_low[edge] < self.height[point] {
                    self.depth[edge] += 1;
                }
                if parent != NONE {
                    let (low, second) = (self.low[edge], self.second_low[edge]);
                    let above = self.low[parent];
                    self.second_low[parent] = match low.cmp(&above) {
                        std::cmp::Ordering::Less => above.min(second),
                        std::cmp::Ordering::Greater => self.second_low[parent].min(low),
                        std::cmp::Ordering::Equal => self.second_low[parent].min(second),
                    };
                    self.low[parent] = low.min(above);
                }
                next[point] += 1;
            }
        }
    }

    fn order(&mut self) {
        for point in 0..self.around.len() {
            let mut edges: Vec<usize> =
                self.around[point].iter().copied().filter(|&edge| self.from[edge] == point).collect();
            edges.sort_by_key(|&edge| self.depth[edge]);
            self.ordered[point] = edges;
        }
    }

    fn top(&self) -> usize {
        self.stack.last().map_or(0, |pair| pair.number)
    }

    fn push(&mut self, left: Interval, right: Interval) {
        self.numbers += 1;
        self.stack.push(ConflictPair { left, right, number: self.numbers });
    }

    fn can_be_drawn(&mut self, root: usize) -> bool {
        let mut stack = vec![root];
        let mut next = vec![0; self.around.len()];
        let mut begun = vec![false; self.ends.len()];
        while let Some(point) = stack.pop() {
            let parent = self.parent[point];
            let mut goes_down = false;
            while let Some(&edge) = self.ordered[point].get(next[point]) {
                if !begun[edge] {
                    self.bottom[edge] = self.top();
                    let other = self.to[edge];
                    if self.parent[other] == edge {
                        stack.extend([point, other]);
                        begun[edge] = true;
                        goes_down = true;
                        break;
                    }
                    self.low_edge[edge] = edge;
                    self.push(EMPTY, Interval { low: edge, high: edge });
                }
                if self.low[edge] < self.height[point] {
                    if next[point] == 0 {
                        self.low_edge[parent] = self.low_edge[edge];
                    } else if !self.constrain(edge, parent) {
                        return false;
                    }
                }
                next[point] += 1;
            }
            if !goes_down && parent != NONE {
                self.trim(parent);
            }
        }
        true
    }

    fn conflicts(&self, interval: Interval, edge: usize) -> bool {
        interval.high != NONE && self.low[interval.high] > self.low[edge]
    }

    fn constrain(&mut self, edge: usize, parent: usize) -> bool {
        let (mut left, mut right) = (EMPTY, EMPTY);
        loop {
            let Some(mut pair) = self.stack.pop() else { return false };
            if !pair.left.is_empty() {
                pair.swap();
            }
            if !pair.left.is_empty() || pair.right.low == NONE {
                return false;
            }
            if self.low[pair.right.low] > self.low[parent] {
                if right.is_empty() {
                    right = pair.right;
                } else {
                    self.reference[right.low] = pair.right.high;
                }
                right.low = pair.right.low;
            } else {
                self.reference[pair.right.low] = self.low_edge[parent];
            }
            if self.top() == self.bottom[edge] {
                break;
            }
        }
        while let Some(&top) = self.stack.last() {
            if !self.conflicts(top.left, edge) && !self.conflicts(top.right, edge) {
                break;
            }
            let mut pair = top;
            self.stack.pop();
            if self.conflicts(pair.right, edge) {
                pair.swap();
            }
            if self.conflicts(pair.right, edge) {
                return false;
            }
            if right.low != NONE {
                self.reference[right.low] = pair.right.high;
            }
            if pair.right.low != NONE {
                right.low = pair.right.low;
            }
            if left.is_empty() {
                left = pair.left;
            } else {
                self.reference[left.low] = pair.left.high;
            }
            left.low = pair.left.low;
        }
        if !left.is_empty() || !right.is_empty() {
            self.push(left, right);
        }
        true
    }

    fn lowest(&self, pair: &ConflictPair) -> usize {
        let low = |interval: Interval| if interval.low == NONE { NONE } else { self.low[interval.low] };
        low(pair.left).min(low(pair.right))
    }

    /// Takes away the edges that return to the start of `edge`.
    fn trim(&mut self, edge: usize) {
        let up = self.from[edge];
        while let Some(&pair) = self.stack.last() {
            if self.lowest(&pair) != self.height[up] {
                break;
            }
            self.stack.pop();
            if pair.left.low != NONE {
                self.side[pair.left.low] = -1;
            }
        }
        if let Some(mut pair) = self.stack.pop() {
            for is_left in [true, false] {
                let (mut one, other) =
                    if is_left { (pair.left, pair.right) } else { (pair.right, pair.left) };
                while one.high != NONE && self.to[one.high] == up {
                    one.high = self.reference[one.high];
                }
                if one.high == NONE && one.low != NONE {
                    self.reference[one.low] = other.low;
                    self.side[one.low] = -1;
                    one.low = NONE;
                }
                if is_left {
                    pair.left = one;
                } else {
                    pair.right = one;
                }
            }
            self.stack.push(pair);
        }
        if self.low[edge] < self.height[up]
            && let Some(top) = self.stack.last()
        {
            let (left, right) = (top.left.high, top.right.high);
            let is_left = left != NONE && (right == NONE || self.low[left] > self.low[right]);
            self.reference[edge] = if is_left { left } else { right };
        }
    }

    fn sign(&mut self, edge: usize) -> i64 {
        let mut path = vec![edge];
        while let Some(&last) = path.last() {
            let next = std::mem::replace(&mut self.reference[last], NONE);
            if next == NONE {
                break;
            }
            path.push(next);
        }
        let mut side = self.side[path[path.len() - 1]];
        for &edge in path.iter().rev().skip(1) {
            side *= self.side[edge];
            self.side[edge] = side;
        }
        side
    }

    /// The edges around each point, clockwise.
    fn drawn(&self, roots: &[usize]) -> Vec<Vec<usize>> {
        let mut drawn: Vec<Vec<usize>> = self.ordered.clone();
        let mut next = vec![0; self.around.len()];
        let (mut left, mut right) = (vec![NONE; drawn.len()], vec![NONE; drawn.len()]);
        let mut stack: Vec<usize> = roots.to_vec();
        while let Some(point) = stack.pop() {
            while let Some(&edge) = self.ordered[point].get(next[point]) {
                next[point] += 1;
                let other = self.to[edge];
                if self.parent[other] == edge {
                    drawn[other].insert(0, edge);
                    (left[point], right[point]) = (edge, edge);
                    stack.extend([point, other]);
                    break;
                }
                let at = |of: usize, drawn: &Vec<usize>| drawn.iter().position(|&one| one == of).unwrap_or(0);
                if self.side[edge] == 1 {
                    let place = at(right[other], &drawn[other]);
                    drawn[other].insert(place + 1, edge);
                } else {
                    let place = at(left[other], &drawn[other]);
                    drawn[other].insert(place, edge);
                    left[other] = edge;
                }
            }
        }
        drawn
    }
}
