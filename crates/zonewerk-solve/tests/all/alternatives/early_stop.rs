//! A search that is stopped early says what it knows and no more.

use zonewerk_core::problem::{Goal, Instance, Objective, Tolerance};
use zonewerk_solve::{
    Alternatives, Completeness, Options, PairStatus, Unwatched, Wanted, Watch, Which, alternatives,
};

use crate::early_stop::StopsAt;
use crate::worlds::{self, World, weighted_grid};

#[test]
fn what_is_told_after_a_stop_is_true() {
    let World { territory, graph, mut problem, .. } = weighted_grid(worlds::side(7), worlds::side(8), 5);
    problem.objective = Objective::in_order([Goal::BorderLength]);
    let ask = |count: usize, which: Which, watch: &dyn Watch| -> Alternatives {
        let wanted = Wanted { margin: Tolerance { millionths: 50_000 }, count, which, backbone: true };
        alternatives(
            &Instance::new(&territory, &graph, &problem).expect("an instance"),
            &Options::default(),
            wanted,
            watch,
        )
        .unwrap()
    };
    let all = ask(1_000_000, Which::Best, &Unwatched);
    assert_eq!(all.completeness, Completeness::All);
    let truth = &all.backbone.as_ref().unwrap().pairs;
    let growth: f64 = if cfg!(debug_assertions) { 3.0 } else { 1.8 };
    let (mut cut_short, mut half_known) = (0, 0);
    for which in [Which::Best, Which::MostDifferent] {
        let whole = ask(5, which, &Unwatched);
        for last in (2..).map(|step: i32| growth.powi(step) as usize) {
            let found = ask(5, which, &StopsAt::question(last));
            for (place, one) in found.plans.iter().enumerate() {
                let is_known = all.plans.iter().any(|other| other.value == one.value);
                assert!(
                    is_known || found.ceiling.is_none(),
                    "{} of {which:?} beside {:?}",
                    one.value,
                    found.ceiling
                );
                assert!(!one.is_proved || one.plan == whole.plans[place].plan, "plan {place} of {which:?}");
            }
            let backbone = found.backbone.as_ref();
            for (pair, truth) in backbone.iter().flat_map(|backbone| backbone.pairs.iter().zip(truth)) {
                let agrees = match pair.status {
                    PairStatus::Contested { .. } => matches!(truth.status, PairStatus::Contested { .. }),
                    PairStatus::Unknown => true,
                    status => status == truth.status,
                };
                assert!(agrees, "{pair:?} is {truth:?}");
            }
            let unknown = backbone
                .map(|one| one.pairs.iter().filter(|pair| pair.status == PairStatus::Unknown).count());
            assert!(unknown.unwrap_or(0) == 0 || backbone.is_some_and(|one| one.stopped.is_some()));
            cut_short += usize::from(matches!(found.completeness, Completeness::Unknown(_)));
            half_known += usize::from(unknown.is_some_and(|unknown| unknown > 0 && unknown < truth.len()));
            if unknown == Some(0) && found.plans.len() == 5 && found.plans.iter().all(|plan| plan.is_proved) {
                break;
            }
        }
    }
    assert!(cut_short > 0 && half_known > 0, "{cut_short} cut short, {half_known} half known");
}
