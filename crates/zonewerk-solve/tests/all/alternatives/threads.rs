//! The same answer on any number of threads, on a world beyond brute force.

use zonewerk_core::problem::{Goal, Instance, Objective, Tolerance};
use zonewerk_solve::{Alternatives, Completeness, Options, Unwatched, Wanted, Which, alternatives};

use crate::worlds::{World, weighted_grid};

#[test]
fn alternatives_are_the_same_on_any_number_of_threads() {
    let (columns, rows) = if cfg!(debug_assertions) { (6, 8) } else { (8, 7) };
    let World { territory, graph, mut problem, .. } = weighted_grid(columns, rows, 11);
    problem.objective = Objective::in_order([Goal::BorderLength]);
    let on_threads = |threads: usize, which: Which| {
        let margin = Tolerance { millionths: 30_000 };
        let wanted = Wanted { margin, count: 3, which, backbone: true };
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        let found = pool.install(|| {
            alternatives(
                &Instance::new(&territory, &graph, &problem).expect("an instance"),
                &Options::default(),
                wanted,
                &Unwatched,
            )
        });
        found.unwrap()
    };
    for which in [Which::Best, Which::MostDifferent] {
        let one: Alternatives = on_threads(1, which);
        assert!(matches!(one.completeness, Completeness::More | Completeness::Enough));
        for threads in [2, 5] {
            let other = on_threads(threads, which);
            assert_eq!(one.plans, other.plans);
            assert_eq!(one.backbone, other.backbone);
        }
    }
}
