//! Published optima of districting by county, proven again.

mod state;

use zonewerk_audit::audit;
use zonewerk_core::problem::Instance;
use zonewerk_solve::zones::EnumerationLimits;
use zonewerk_solve::{Chosen, Engine, Options, Outcome, Unwatched, solve};

use crate::worlds::scaled;
use state::{STATES, question};

fn proves(name: &str, options: Options) -> Engine {
    let (_, districts, published, table) = STATES.into_iter().find(|state| state.0 == name).unwrap();
    let (territory, graph, problem) = question(table, districts);
    let solved =
        solve(&Instance::new(&territory, &graph, &problem).expect("an instance"), &options, &Unwatched);
    let Outcome::Optimal { plan, objective } = &solved.outcome else {
        panic!("{name}: {:?}", solved.outcome);
    };
    assert!(
        audit(&Instance::new(&territory, &graph, &problem).expect("an instance"), plan).is_compliant(),
        "{name}"
    );
    assert_eq!(*objective, published, "{name}");
    assert_eq!(plan.members().len() as u64, districts, "{name}");
    if options.engine.is_none() {
        assert!(matches!(solved.chosen, Chosen::TooManyZones(_)), "{name}: {:?}", solved.chosen);
    }
    solved.engine
}

#[test]
fn states_that_few_zones_part_are_proven() {
    let states = ["ID", "NM", "WV", "NE", "OK"];
    let states = if cfg!(debug_assertions) { &states[..3] } else { &states[..] };
    for name in states {
        proves(name, Options { engine: Some(Engine::Compact), ..Options::default() });
    }
}

#[test]
fn too_many_zones_to_list_go_to_the_compact_engine() {
    let usual = EnumerationLimits::default();
    let limits = EnumerationLimits { zones: scaled(usual.zones as u64) as usize, ..usual };
    assert_eq!(proves("NE", Options { limits, ..Options::default() }), Engine::Compact);
}
