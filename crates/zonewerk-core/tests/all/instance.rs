//! What a program can put together wrongly is refused before anything is solved or judged.

use zonewerk_core::graph::Graph;
use zonewerk_core::plan::{Holding, Plan, PlanError};
use zonewerk_core::problem::{
    Exception, FixedZone, Goal, Instance, InstanceError, Limit, Objective, Pin, PinKind, PopulationBounds,
    Problem, Regions,
};
use zonewerk_core::territory::{
    Group, GroupFamily, GroupRole, Id, Link, LinkChange, Territory, Unit, UnitCode, UnitId, ZoneId,
};

struct World {
    territory: Territory,
    graph: Graph,
    problem: Problem,
}

/// Nine squares of ten inhabitants, in zones of 20 to 30.
fn world() -> World {
    let unit = |place: u32| Unit {
        code: UnitCode::new(format!("{place}")),
        name: format!("square {place}"),
        population: 10,
    };
    World {
        territory: Territory::new((1..=9).map(unit).collect()).unwrap(),
        graph: Graph::grid(3, 3),
        problem: Problem::within(PopulationBounds::new(20, Some(30)).unwrap()),
    }
}

/// Everything that is wrong with a world after a change.
fn wrong(change: impl FnOnce(&mut World)) -> Vec<InstanceError> {
    let mut world = world();
    change(&mut world);
    Instance::new(&world.territory, &world.graph, &world.problem).map_or_else(|errors| errors.0, |_| vec![])
}

fn units(numbers: &[usize]) -> Vec<UnitId> {
    numbers.iter().map(|&number| UnitId::new(number)).collect()
}

fn aimed(goal: Goal) -> Objective {
    Objective::in_order([goal])
}

#[test]
fn sound_question_is_an_instance() {
    assert_eq!(wrong(|_| {}), []);
}

#[test]
fn goal_on_an_unknown_family_is_an_error() {
    let family = "ring".to_owned();
    let goal: Goal = "crossings(rings)".parse().unwrap();
    let expected = |of: &str, known: &str| InstanceError::UnknownFamily {
        of: of.to_owned(),
        family: "rings".to_owned(),
        known: known.to_owned(),
    };
    let found = wrong(|world| world.problem.objective = aimed(goal.clone()));
    assert_eq!(found, [expected("the goal crossings(rings)", "none")]);
    let found = wrong(|world| {
        world.territory.families.push(GroupFamily { name: family, role: GroupRole::Unsaid, groups: vec![] });
        world.problem.limits.push(Limit { goal, most: 3 });
        world.problem.regions = Regions::Given { family: "rings".to_owned() };
    });
    let regions = expected("the level of regions", "ring");
    assert_eq!(found, [expected("the goal crossings(rings)", "ring"), regions]);
}

#[test]
fn people_moved_without_a_base_is_an_error() {
    let found = wrong(|world| world.problem.objective = aimed(Goal::PeopleMoved));
    assert_eq!(found, [InstanceError::NoBase { goal: Goal::PeopleMoved }]);
    let found = wrong(|world| {
        world.problem.objective = aimed(Goal::PeopleMoved);
        world.problem.base = Some(Plan::empty(9));
    });
    assert_eq!(found, []);
}

#[test]
fn base_over_other_units_or_zones_is_an_error() {
    let found = wrong(|world| world.problem.base = Some(Plan::empty(8)));
    assert_eq!(found, [InstanceError::BaseOverOtherUnits { plan: 8, territory: 9 }]);
    let found = wrong(|world| {
        let mut base = Plan::empty(9);
        base.holdings[UnitId::new(4)] = Holding::Whole(ZoneId::new(2));
        world.problem.base = Some(base);
    });
    assert_eq!(found, [InstanceError::BaseOfUnknownZone { unit: 4, zone: 2, zones: 0 }]);
}

#[test]
fn graph_over_other_units_is_an_error() {
    let found = wrong(|world| world.graph = Graph::grid(2, 2));
    assert_eq!(found, [InstanceError::GraphOverOtherUnits { graph: 4, territory: 9 }]);
}

#[test]
fn goal_on_distances_without_centres_is_an_error() {
    for goal in [Goal::Inertia, Goal::DistanceToCentre, Goal::SquaredDistanceToCentre] {
        let found = wrong(|world| {
            world.graph = Graph::new(vec![1_000; 9], []);
            world.problem.objective = aimed(goal.clone());
        });
        assert_eq!(found, [InstanceError::NoCentres { goal }]);
    }
}

#[test]
fn goal_on_regions_where_none_are_drawn_is_an_error() {
    let found = wrong(|world| world.problem.objective = aimed(Goal::Regions));
    assert_eq!(found, [InstanceError::NoRegions { goal: Goal::Regions }]);
    let found = wrong(|world| {
        world.problem.regions = Regions::Drawn;
        world.problem.limits.push(Limit { goal: Goal::Regions, most: 1 });
    });
    assert_eq!(found, [InstanceError::LimitOnRegions { goal: Goal::Regions }]);
}

#[test]
fn list_of_units_that_is_not_ascending_or_names_a_stranger_is_an_error() {
    let bounds = PopulationBounds::any();
    let not_ascending = |of: &str| InstanceError::NotAscending { of: of.to_owned() };
    let stranger = |of: &str| InstanceError::UnknownUnit { of: of.to_owned(), unit: 9, territory: 9 };
    for (numbers, error) in [
        (&[1, 0][..], &not_ascending as &dyn Fn(&str) -> InstanceError),
        (&[0, 0], &not_ascending),
        (&[8, 9], &stranger),
    ] {
        let named = || units(numbers);
        let pinned = |asks| Pin { asks, reason: "a wish".to_owned() };
        let found =
            wrong(|world| world.problem.exceptions.push(Exception::bounds_for(named(), bounds, "why")));
        assert_eq!(found, [error("exception 1")]);
        let fixed =
            |name: &str| FixedZone { name: name.to_owned(), units: named(), reason: "given".to_owned() };
        let found = wrong(|world| world.problem.fixed_zones.push(fixed("A")));
        assert_eq!(found, [error("the fixed zone A")]);
        for asks in [PinKind::Together(named()), PinKind::Apart(named())] {
            assert_eq!(wrong(|world| world.problem.pins.push(pinned(asks))), [error("pin 1")]);
        }
        let found = wrong(|world| {
            let group = Group { name: "A".to_owned(), units: named(), parts: vec![] };
            let name = "ring".to_owned();
            world.territory.families.push(GroupFamily {
                name,
                role: GroupRole::Laminar,
                groups: vec![group],
            });
        });
        assert_eq!(found, [error("the group A of ring")]);
    }
}

#[test]
fn zones_or_families_of_one_name_are_an_error() {
    let fixed = |name: &str, number| FixedZone {
        name: name.to_owned(),
        units: units(&[number]),
        reason: "given".to_owned(),
    };
    let pin = |name: &str, numbers: &[usize]| Pin {
        asks: PinKind::Zone { name: name.to_owned(), holds: units(numbers), without: vec![] },
        reason: "a wish".to_owned(),
    };
    let zones = || InstanceError::NameTwice { what: "zones that are fixed or pinned", name: "A".to_owned() };
    assert_eq!(wrong(|world| world.problem.fixed_zones = vec![fixed("A", 0), fixed("A", 1)]), [zones()]);
    assert_eq!(wrong(|world| world.problem.pins = vec![pin("A", &[0]), pin("A", &[1])]), [zones()]);
    let found = wrong(|world| {
        world.problem.fixed_zones = vec![fixed("A", 0)];
        world.problem.pins = vec![pin("A", &[1])];
    });
    assert_eq!(found, [zones()]);
    let found = wrong(|world| world.problem.pins = vec![pin("A", &[])]);
    assert_eq!(found, [InstanceError::EmptyPin { zone: "A".to_owned() }]);
    let family = || GroupFamily { name: "ring".to_owned(), role: GroupRole::Unsaid, groups: vec![] };
    let found = wrong(|world| world.territory.families = vec![family(), family()]);
    assert_eq!(found, [InstanceError::NameTwice { what: "families", name: "ring".to_owned() }]);
}

#[test]
fn link_to_an_unknown_unit_is_an_error_and_no_panic() {
    let mut world = world();
    world.territory.links.push(Link {
        between: [UnitId::new(0), UnitId::new(77)],
        change: LinkChange::Add,
        reason: "a ferry".to_owned(),
        author: None,
        date: None,
    });
    let graph = world.graph.with_links(&world.territory);
    let errors = Instance::new(&world.territory, &graph, &world.problem).unwrap_err();
    assert_eq!(errors.0, [InstanceError::UnknownUnit { of: "link 1".to_owned(), unit: 77, territory: 9 }]);
}

#[test]
fn everything_that_is_wrong_is_said_at_once() {
    let found = wrong(|world| {
        world.graph = Graph::grid(2, 2);
        world.problem.objective = Objective::in_order([Goal::PeopleMoved, Goal::Regions]);
        world.problem.exceptions.push(Exception::bounds_for(units(&[1, 0]), PopulationBounds::any(), "why"));
    });
    assert_eq!(found.len(), 4, "{found:?}");
}

#[test]
fn plan_with_a_unit_twice_or_out_of_range_is_an_error() {
    let plan = |numbers: &[usize]| Plan::from_zones(9, [("A".to_owned(), units(numbers))]);
    assert!(plan(&[0, 1]).is_ok());
    let zone = || "A".to_owned();
    let twice = PlanError::UnitTwice { unit: 1, first: zone(), second: zone() };
    assert_eq!(plan(&[1, 1]), Err(twice));
    assert_eq!(plan(&[9]), Err(PlanError::UnknownUnit { unit: 9, zone: zone(), units: 9 }));
}
