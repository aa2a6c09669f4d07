//! Faults in what the best plan has least of: goals, the ideal, the base plan, the number
//! of zones.

use super::check;
use super::world::World;
use zonewerk_audit::severity;
use zonewerk_core::problem::{CountBounds, Goal, Severity};

const NAMES: &str = "border-length, cut-edges, inertia, distance-to-centre, squared-distance-to-centre, squared-deviation, absolute-deviation, largest-deviation, people-moved, crossings, straddles, zones-crossing, mergers-cut, zones, exceptions, regions, region-border-length, region-deviation, region-mismatch, region-groups";

fn order(steps: &str) -> World {
    World::plain().with("scenario.toml", "[\"border-length\"]", steps)
}

fn goals(lines: &str) -> World {
    World::plain().with("scenario.toml", "order = [\"border-length\"]", lines)
}

fn without_plan(world: World) -> World {
    world.with("scenario.toml", "[plans]\nofficial = \"plan.csv\"\n", "")
}

fn at(step: usize, rest: &str) -> String {
    format!("scenario.toml, goals, order[{step}]: found {rest}")
}

#[test]
fn wrong_goal_is_named_with_its_step() {
    let unknown = |step, word: &str, hint: &str| {
        at(step, &format!("{word:?}, expected one of {NAMES}{hint} [unknown-goal]"))
    };
    let slip = [unknown(1, "borderlength", "; is it \"border-length\"?")];
    let several = [
        unknown(2, "cutedges", "; is it \"cut-edges\"?"),
        at(3, "\"-1\", expected a weight above 0 of at most 9 decimals, such as 0.25 [wrong-weight]"),
        at(3, "\"circle\", expected one of the families circles; is it \"circles\"? [unknown-family]"),
        at(3, "\"2\", expected a percentage of at most 4 decimals, such as 2.5 % [wrong-tolerance]"),
    ];
    let bottleneck = [at(
        1,
        "largest-deviation, the largest over the zones, added to other goals, expected largest-deviation alone, and the other goals in a step before or after it [goal-is-no-sum]",
    )];
    let empty = [at(1, "an empty list, expected one goal or more, such as \"border-length\" [no-goal]")];
    let no_family =
        [at(1, "\"straddles\", expected straddles of a family, such as straddles(circles) [no-family]")];
    let large = [at(
        1,
        "\"999999999999999999 * squared-deviation + zones\", expected weights that are smaller, or have fewer decimals: a value must fit 18 digits [too-large-weights]",
    )];
    let texts = |problems: &[String]| problems.to_vec();
    for (name, world, expected) in [
        ("a slip", order("[\"borderlength\"]"), texts(&slip)),
        (
            "several",
            order("[\"zones\", \"cutedges\", \"-1 * zones + crossings(circle) within 2\"]"),
            texts(&several),
        ),
        ("a bottleneck in a sum", order("[\"largest-deviation + zones\"]"), texts(&bottleneck)),
        ("no goal", order("[]"), texts(&empty)),
        ("no family", order("[\"straddles\"]"), texts(&no_family)),
        ("large weights", order("[\"999999999999999999 * squared-deviation + zones\"]"), texts(&large)),
    ] {
        assert_eq!(world.problems(), expected, "{name}");
    }
}

#[test]
fn wrong_ideal_and_base_are_named() {
    check([
        (
            "no inhabitants",
            goals("ideal = 0"),
            &[
                "scenario.toml, goals, ideal: found 0, expected a number of inhabitants above 0, such as 100000 [wrong-ideal]",
            ],
        ),
        (
            "no base plan",
            without_plan(order("[\"zones\", \"people-moved\"]")),
            &[
                "scenario.toml, goals, order[2]: found people-moved without a base plan, expected a plan that people move from, named in [goals] base or [plans] official [no-base-plan]",
            ],
        ),
        (
            "a base plan that is not there",
            without_plan(goals("order = [\"people-moved\"]\nbase = \"old.csv\"")),
            &[
                "old.csv: found No such file or directory (os error 2), expected a file that can be read [missing-file]",
            ],
        ),
        (
            "a base plan that is none",
            goals("base = \"units.csv\""),
            &[
                "units.csv, line 1: found the column \"code\", expected only the columns unit, zone, region, part, population [unknown-column]",
                "units.csv, line 1: found the column \"name\", expected only the columns unit, zone, region, part, population [unknown-column]",
                "units.csv, line 1: found the column \"people\", expected only the columns unit, zone, region, part, population [unknown-column]",
                "units.csv, line 1: found the columns code, name, people, expected a column \"unit\" [missing-column]",
                "units.csv, line 1: found the columns code, name, people, expected a column \"zone\" [missing-column]",
            ],
        ),
        (
            "a wrong key for the base",
            without_plan(goals("order = [\"people-moved\"]\nbases = \"plan.csv\"")),
            &[
                "scenario.toml, line 39: found the key \"bases\", expected one of order, ideal, at_most, base; is it \"base\"? [unknown-key]",
            ],
        ),
    ]);
}

#[test]
fn goals_ideal_and_base_are_read() {
    let world = goals(
        "order = [\"largest-deviation within 2 %\", \"0.5 * crossings(circles, people) + zones\"]\nideal = 40\nbase = \"base.csv\"",
    );
    let base = world.text("plan.csv").replace("Top", "Summit");
    let problem = world.and_file("base.csv", &base).load().unwrap().problem;
    assert_eq!(
        problem.objective.to_string(),
        "largest-deviation within 2 %, then 0.5 * crossings(circles, people) + zones"
    );
    assert_eq!(problem.ideal_population(), 40);
    let names: Vec<String> = problem.base.unwrap().zones.values().map(|zone| zone.name.clone()).collect();
    assert_eq!(names, ["Rest", "Summit"]);
    let plain = World::plain().load().unwrap();
    assert_eq!(plain.problem.base, plain.official_plan, "people move from the official plan");
    assert_eq!(plain.problem.objective.goals().collect::<Vec<_>>(), [&Goal::BorderLength]);
}

#[test]
fn goals_in_place_of_those_of_a_scenario_are_read_by_the_same_grammar() {
    let scenario = World::plain().load().unwrap();
    let texts = |steps: &[&str]| steps.iter().map(|step| (*step).to_owned()).collect::<Vec<_>>();
    let read = zonewerk_io::objective(&texts(&["straddles(circles)", "people-moved within 1 %"]), &scenario)
        .unwrap();
    assert_eq!(read.to_string(), "straddles(circles), then people-moved within 1 %");
    let wrong = zonewerk_io::objective(&texts(&["zone", "crossings(circels)"]), &scenario).unwrap_err();
    let found: Vec<String> = wrong.all().iter().map(ToString::to_string).collect();
    assert_eq!(
        found,
        [
            format!("command line, --goal: found \"zone\", expected one of {NAMES}; is it \"zones\"? [unknown-goal]"),
            "command line, --goal: found \"circels\", expected one of the families circles; is it \"circles\"? [unknown-family]".to_owned(),
        ]
    );
    let unplanned = without_plan(World::plain()).load().unwrap();
    assert_eq!(
        zonewerk_io::objective(&texts(&["people-moved"]), &unplanned).unwrap_err().all()[0].code,
        "no-base-plan"
    );
}

#[test]
fn number_of_zones_of_a_scenario_binds_and_that_of_a_profile_does_not() {
    let count = |problem: &zonewerk_core::problem::Problem| {
        let rule = zonewerk_core::problem::RuleId::WrongNumberOfZones;
        (problem.zone_count, problem.profile.zone.count, severity(rule, &problem.profile))
    };
    let bounds = |minimum, maximum| CountBounds::new(minimum, maximum).unwrap();
    let plain = World::plain().load().unwrap().problem;
    assert_eq!(count(&plain), (bounds(None, None), bounds(Some(60), Some(60)), Some(Severity::Info)));
    let bound = World::plain().with(
        "scenario.toml",
        "maximum = 60\n",
        "maximum = 60\ncount_minimum = 3\ncount_maximum = 4\n",
    );
    let both = bounds(Some(3), Some(4));
    assert_eq!(count(&bound.load().unwrap().problem), (both, both, Some(Severity::Error)));
    let one = World::plain().with("scenario.toml", "maximum = 60\n", "maximum = 60\ncount_minimum = 3\n");
    let from_profile = bounds(Some(3), Some(60));
    assert_eq!(count(&one.load().unwrap().problem), (from_profile, from_profile, Some(Severity::Error)));
    check([(
        "minimum above maximum",
        World::plain().with(
            "scenario.toml",
            "maximum = 60\n",
            "maximum = 60\ncount_minimum = 5\ncount_maximum = 4\n",
        ),
        &[
            "scenario.toml, levels.zone, count_minimum: found minimum 5 is above maximum 4, expected a minimum of at most the maximum [minimum-above-maximum]",
        ],
    )]);
}
