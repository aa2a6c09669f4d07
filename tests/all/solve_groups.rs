//! Groups and regions as a user asks for them, on a territory of twelve squares.

use serde_json::Value;

use crate::squares::{PROFILE, SCENARIO, Squares, without_pins};

/// Zones of two or three squares; regions of four to six.
fn in_regions(regions: &str) -> Squares {
    let scenario = without_pins()
        .replace("[goals]", "[regions]\ndrawn = true\n\n[goals]")
        .replace("cut-edges", "border-length");
    let profile = PROFILE.replace("maximum = 60\n", &format!("maximum = 30\n\n{regions}\n"));
    let rules = "[rules.region-not-contiguous]\n[rules.region-below-minimum-population]\n[rules.region-above-maximum-population]\n";
    Squares::with(&[("scenario.toml", &scenario), ("ours.toml", &(profile + rules))])
}

fn names(list: &Value) -> Vec<&str> {
    list.as_array().unwrap().iter().map(|name| name.as_str().unwrap()).collect()
}

#[test]
fn regions_of_a_plan_are_told_with_their_zones() {
    let squares = in_regions("[levels.region]\nminimum = 40\nmaximum = 60");
    let (text, _) = squares.solve(&[], 0);
    assert!(text.contains(" Region   Inhabitants   Zones   Of"), "{text}");
    let report = squares.report(&[]);
    let regions = report["regions"].as_array().unwrap();
    let zones: usize = regions.iter().map(|region| names(&region["zones"]).len()).sum();
    assert_eq!(zones, report["zones"].as_array().unwrap().len());
    assert!(regions.iter().all(|region| (40..=60).contains(&region["population"].as_u64().unwrap())));
    let goals = report["goals"].as_array().unwrap();
    let counted = goals.iter().find(|goal| goal["goal"] == "regions").unwrap();
    assert_eq!(counted["value"], regions.len());
    assert!(report.get("orders").is_none(), "no other order was asked for");
}

#[test]
fn orders_of_drawing_are_compared() {
    let squares = in_regions("[levels.region]\nminimum = 50\nmaximum = 70");
    let report = squares.report(&["--order", "compare"]);
    let orders = report["orders"].as_array().unwrap();
    let order: Vec<&str> = orders.iter().map(|order| order["order"].as_str().unwrap()).collect();
    assert_eq!(order, ["zones-first", "regions-first", "jointly"]);
    assert_eq!(orders[2]["status"], "optimal");
    assert_eq!(orders[2]["price"], 0);
    for order in orders.iter().filter(|order| order["objective"].is_u64()) {
        let price = order["objective"].as_u64().unwrap() - orders[2]["objective"].as_u64().unwrap();
        assert_eq!(order["price"], price);
    }
    let (text, _) = squares.solve(&["--order", "compare"], 0);
    assert!(text.contains(" Order           Zones   Regions   "), "{text}");
    let alone = squares.report(&["--order", "jointly"]);
    assert_eq!(alone["outcome"]["objective"], orders[2]["objective"]);
}

#[test]
fn zones_that_cannot_be_regions_are_said_to_be_so() {
    // Four zones of three squares are best, and two of them are sixty people.
    let squares = in_regions("[levels.region]\nminimum = 40\nmaximum = 50");
    let (text, _) = squares.solve(&["--order", "zones-first"], 2);
    let sentence = "the zones that were drawn first cannot be put together to regions within the rules";
    assert!(text.replace('\n', " ").contains(sentence), "{text}");
    let (text, _) = squares.solve(&["--order", "compare"], 0);
    assert!(text.contains("no regions of them"), "{text}");
}

#[test]
fn numbers_of_regions_that_do_not_add_up_are_proved_so() {
    let rules = "\n[rules.wrong-number-of-regions]\nseverity = \"error\"";
    for (level, sentence) in [
        (
            "minimum = 40\nmaximum = 60\ncount_minimum = 1\ncount_maximum = 1",
            "Why: 1 region can hold at most 60 inhabitants, exceptions included, and there are 120; \
             the nearest that the sums allow: 2 to 3 regions of 40 to 60 inhabitants, or 1 region of up to 120",
        ),
        (
            "minimum = 40\nmaximum = 60\ncount_minimum = 5\ncount_maximum = 6",
            "Why: 5 regions must have at least 200 inhabitants, exceptions included, and there are 120; \
             the nearest that the sums allow: 2 to 3 regions of 40 to 60 inhabitants, or 5 regions of at least 24",
        ),
        ("minimum = 70\nmaximum = 90", "Why: no number of regions of 70 to 90 inhabitants adds up to 120"),
    ] {
        let (text, _) = in_regions(&format!("[levels.region]\n{level}\n{rules}")).solve(&[], 1);
        assert!(text.starts_with("Proved impossible: no plan keeps the rules"), "{text}");
        assert!(text.replace('\n', " ").contains(sentence), "{text}");
    }
}

#[test]
fn mending_a_straddle_has_its_price() {
    let rows = "family = \"row\"\nfile = \"rows.csv\"";
    let reported = format!("{rows}\nrole = \"report\"");
    let squares = Squares::with(&[("scenario.toml", &SCENARIO.replace(rows, &reported))]);
    let report = squares.report(&["--mend", "row"]);
    let plain = report["outcome"]["objective"].as_u64().unwrap();
    let mendings = report["mendings"].as_array().unwrap();
    assert!(!mendings.is_empty());
    for mending in mendings {
        assert_eq!((&mending["status"], &mending["goal"]), (&"optimal".into(), &"cut-edges".into()));
        assert_eq!(mending["price"].as_u64().unwrap() + plain, mending["objective"].as_u64().unwrap());
        assert!(!names(&mending["zones"]).is_empty());
        let group = mending["group"].as_str().unwrap();
        let alone = "[[groups]]\nfamily = \"alone\"\nfile = \"alone.csv\"\nrole = \"report\"\n\n[[pins]]";
        let scenario = SCENARIO.replace(rows, &reported).replacen("[[pins]]", alone, 1);
        let row = group.strip_prefix("row ").unwrap();
        let units: String = ["a", "b", "c", "d"].map(|column| format!("it,{column}{row}\n")).concat();
        let other = Squares::with(&[
            ("scenario.toml", &scenario),
            ("alone.csv", &("group,unit\n".to_owned() + &units)),
        ]);
        let asked = other.report(&["--at-most", "straddles(alone) <= 0"]);
        assert_eq!(asked["outcome"]["objective"], mending["objective"], "{group}");
    }
    // No zone straddles rows that are zones: nothing is left to mend.
    let mended = squares.report(&["--goal", "straddles(row)", "--goal", "cut-edges", "--mend", "row"]);
    assert_eq!(mended["mendings"].as_array().unwrap().len(), 0);
    let (text, _) = squares.solve(&["--mend", "row"], 0);
    assert!(text.contains(" Straddled   People parted   By zones"), "{text}");
}

#[test]
fn mending_a_straddle_that_the_rules_allow_has_its_price_too() {
    let rows = "family = \"row\"\nfile = \"rows.csv\"";
    let weak = format!("{rows}\nrole = \"laminar\"\nreading = \"weak\"");
    let squares = Squares::with(&[("scenario.toml", &SCENARIO.replace(rows, &weak))]);
    let report = squares.report(&["--goal", "border-length", "--mend", "row"]);
    for mending in report["mendings"].as_array().unwrap() {
        assert_eq!(mending["status"], "optimal");
        let reported = SCENARIO.replace(rows, &format!("{rows}\nrole = \"report\""));
        let free = Squares::with(&[("scenario.toml", &reported)]).report(&["--goal", "border-length"]);
        assert!(mending["objective"].as_u64() >= free["outcome"]["objective"].as_u64());
    }
}

#[test]
fn regions_that_cannot_be_are_proved_so_in_any_order() {
    // Zones of two or three squares, and one zone in each region of sixty people or more.
    let squares = in_regions(
        "[levels.region]\nminimum = 60\nmaximum = 120\nzones_maximum = 1\n[rules.region-with-too-many-zones]",
    );
    for order in ["jointly", "regions-first"] {
        let (text, _) = squares.solve(&["--order", order], 1);
        assert!(text.starts_with("Proved impossible"), "{order}: {text}");
    }
}

#[test]
fn fewer_regions_than_the_fixed_ones_are_not_told_as_people() {
    let fixed = "[[fixed_zones]]\nname = \"A\"\nunits = [\"a1\", \"b1\"]\nreason = \"given\"\n\n[[fixed_zones]]\nname = \"B\"\nunits = [\"c1\", \"d1\"]\nreason = \"given\"\n\n[regions]";
    let count = "[levels.region]\nminimum = 30\nmaximum = 60\ncount_minimum = 1\ncount_maximum = 1\n\n[rules.wrong-number-of-regions]\nseverity = \"error\"\n";
    let squares = in_regions(count);
    let scenario =
        std::fs::read_to_string(squares.path("scenario.toml")).unwrap().replacen("[regions]", fixed, 1);
    std::fs::write(squares.path("scenario.toml"), scenario).unwrap();
    let profile = std::fs::read_to_string(squares.path("ours.toml")).unwrap();
    let except = "[rules.region-below-minimum-population]\nexcept = [\"a1\", \"c1\"]\n";
    let profile = profile.replace("[rules.region-below-minimum-population]\n", except);
    std::fs::write(squares.path("ours.toml"), profile).unwrap();
    let (text, _) = squares.solve(&[], 1);
    let sentence = "Why: no number of regions of 30 to 60 inhabitants adds up to 120; there may be 1 region; \
                    the nearest that the sums allow: 4 regions of 30 to 60 inhabitants";
    assert!(text.starts_with("Proved impossible: no plan keeps the rules"), "{text}");
    assert!(text.replace('\n', " ").contains(sentence), "{text}");
}

#[test]
fn wrong_questions_on_groups_exit_2() {
    let squares = Squares::new();
    for (arguments, expected) in [
        (&["--mend", "kring"][..], "--mend kring: no such family of groups in the scenario, which has row"),
        (&["--order", "compare"], "the scenario has no regions drawn"),
        (&["--order", "zones-first", "--engine", "compact"], "the scenario has no regions drawn"),
        (&["--order", "backwards"], "possible values: jointly, zones-first, regions-first, compare"),
    ] {
        let (printed, said) = squares.solve(arguments, 2);
        assert!(said.contains(expected), "{arguments:?}: {said}");
        assert!(printed.is_empty(), "{arguments:?}: {printed}");
    }
}
