use super::coordinate_grid::GridPoint;

/// How far from the simplified line, in metres, each vertex would lie at the moment
/// Douglas and Peucker (1973) drop it: a vertex is kept at every tolerance below. Ends
/// are infinite; of a closed line also the two vertices that hold it open.
pub(super) fn significance(points: &[GridPoint], metres: [f64; 2]) -> Vec<f64> {
    let mut weights = vec![0.0; points.len()];
    let Some(last) = points.len().checked_sub(1) else { return weights };
    weights[0] = f64::INFINITY;
    weights[last] = f64::INFINITY;
    let line = ArcLine { points, metres };
    if points[0] == points[last] {
        let far = line.farthest(0, last);
        let (second, _) = far.unwrap_or((0, 0.0));
        let sides = [line.farthest(0, second), line.farthest(second, last)];
        let third =
            sides.into_iter().flatten().max_by(|a, b| a.1.total_cmp(&b.1)).map_or(second, |found| found.0);
        let mut held = [0, second, third, last];
        held.sort_unstable();
        held.iter().for_each(|&place| weights[place] = f64::INFINITY);
        held.windows(2).for_each(|pair| line.weigh(pair[0], pair[1], &mut weights));
    } else {
        line.weigh(0, last, &mut weights);
    }
    weights
}

struct ArcLine<'a> {
    points: &'a [GridPoint],
    metres: [f64; 2],
}

impl ArcLine<'_> {
    fn weigh(&self, from: usize, to: usize, weights: &mut [f64]) {
        let mut spans = vec![(from, to, f64::INFINITY)];
        while let Some((from, to, above)) = spans.pop() {
            let Some((place, distance)) = self.farthest(from, to) else { continue };
            // A vertex never outlives the one that split its span.
            let weight = distance.min(above);
            weights[place] = weight;
            spans.push((from, place, weight));
            spans.push((place, to, weight));
        }
    }

    /// The vertex strictly between that lies farthest from the segment, with metres.
    fn farthest(&self, from: usize, to: usize) -> Option<(usize, f64)> {
        let between = from + 1..to;
        let distances = between.map(|place| (place, self.distance(place, from, to)));
        distances.reduce(|best, next| if next.1 > best.1 { next } else { best })
    }

    fn distance(&self, place: usize, from: usize, to: usize) -> f64 {
        let offset = |place: usize| -> [f64; 2] {
            let step = |axis: usize| (self.points[place][axis] - self.points[from][axis]) as f64;
            [step(0) * self.metres[0], step(1) * self.metres[1]]
        };
        let (point, end) = (offset(place), offset(to));
        let length_squared = end[0] * end[0] + end[1] * end[1];
        let along = if length_squared == 0.0 {
            0.0
        } else {
            ((point[0] * end[0] + point[1] * end[1]) / length_squared).clamp(0.0, 1.0)
        };
        (point[0] - along * end[0]).hypot(point[1] - along * end[1])
    }
}
