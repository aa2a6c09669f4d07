//! Exceptions, dates and weights as a user writes them: what is drawn and what is judged agree.

use crate::squares::{PROFILE, SCENARIO, Squares, says, without_pins};

/// Zones of 20 to 60 people, and a corner of 10 that is given.
const CORNER: &str = "\n[[fixed_zones]]\nname = \"Harbour\"\nunits = [\"d3\"]\nreason = \"given\"\n";

fn with(lines: &str) -> Squares {
    Squares::with(&[("scenario.toml", &format!("{SCENARIO}{lines}"))])
}

fn exception(lines: &str) -> String {
    format!("{CORNER}\n[[exceptions]]\n{lines}\n")
}

/// Draws a plan and has the program judge it, by another name of the corner.
fn draws_what_the_audit_allows(lines: &str) {
    let squares = with(lines);
    squares.solve(&["--out", "o"], 0);
    let plan = std::fs::read_to_string(squares.path("o/plan.csv")).unwrap();
    assert!(plan.contains("d3,Harbour"), "{plan}");
    std::fs::write(squares.path("renamed.csv"), plan.replace("Harbour", "Anything")).unwrap();
    for plan in ["o/plan.csv", "renamed.csv"] {
        says(&squares, &["audit", plan, "-s", "scenario.toml"], 0);
    }
}

#[test]
fn an_exception_by_the_name_of_a_fixed_zone_is_kept_whatever_the_plan_calls_it() {
    draws_what_the_audit_allows(&exception("zone = \"Harbour\"\nminimum = 5\nreason = \"small\""));
}

#[test]
fn a_waiver_of_the_minimum_is_kept() {
    let waives = "waives = [\"zone-below-minimum-population\"]\nreason = \"small\"";
    draws_what_the_audit_allows(&exception(&format!("units = [\"d3\"]\n{waives}")));
    draws_what_the_audit_allows(&exception(&format!("zone = \"Harbour\"\n{waives}")));
}

#[test]
fn a_fixed_zone_without_an_exception_is_impossible() {
    let (text, _) = with(CORNER).solve(&[], 1);
    assert!(
        text.replace('\n', " ").contains("fixed zone Harbour has 10 inhabitants, and may have 20 to 60"),
        "{text}"
    );
}

#[test]
fn narrower_bounds_bind_the_zone_they_are_made_for() {
    let narrow = "\n[[fixed_zones]]\nname = \"Harbour\"\nunits = [\"d2\", \"d3\"]\nreason = \"given\"\n\n[[exceptions]]\nzone = \"Harbour\"\nminimum = 30\nreason = \"large\"\n";
    let (text, _) = with(narrow).solve(&[], 1);
    assert!(text.contains("fixed zone Harbour has 20 inhabitants"), "{text}");
}

#[test]
fn an_exception_without_a_reason_is_refused_by_all_that_draw() {
    let squares = with("\n[[exceptions]]\nunits = [\"d3\"]\nminimum = 5\n");
    for command in [
        &["solve", "scenario.toml"][..],
        &["why", "scenario.toml"],
        &["alternatives", "scenario.toml"],
        &["try", "columns.csv", "-s", "scenario.toml", "--repair"],
        &["try", "columns.csv", "-s", "scenario.toml", "--move", "d3=c", "--remainder"],
    ] {
        let text = says(&squares, command, 2);
        for part in ["scenario.toml", "exceptions[1]", "reason"] {
            assert!(text.contains(part), "{command:?}: {part}: {text}");
        }
        assert!(!text.contains("please report this"), "{command:?}: {text}");
    }
    let text = says(&squares, &["check", "scenario.toml"], 1);
    assert!(text.contains("exceptions[1]"), "{text}");
    let lax = format!("{PROFILE}[rules.exception-without-reason]\nseverity = \"off\"\n");
    let squares = Squares::with(&[
        ("scenario.toml", &format!("{SCENARIO}{}", exception("units = [\"d3\"]\nminimum = 5"))),
        ("ours.toml", &lax),
    ]);
    squares.solve(&[], 0);
}

#[test]
fn a_zone_that_is_to_be_drawn_has_no_name_yet() {
    let squares = with("\n[[exceptions]]\nzone = \"North\"\nminimum = 5\nreason = \"small\"\n");
    let text = says(&squares, &["solve", "scenario.toml"], 2);
    for part in ["scenario.toml", "exceptions[1]", "zone", "North", "give the units"] {
        assert!(text.contains(part), "{part}: {text}");
    }
    // It can be judged: the plan has the name.
    let text = says(&squares, &["audit", "columns.csv", "-s", "scenario.toml"], 1);
    assert!(!text.contains("exceptions[1]"), "{text}");
}

#[test]
fn an_exception_that_has_ended_is_left_out() {
    let squares =
        with(&exception("zone = \"Harbour\"\nminimum = 5\nreason = \"small\"\nuntil = \"2024-12-31\""));
    let (text, _) = squares.solve(&["--date", "2024-12-31"], 0);
    assert!(!text.contains("left out"), "{text}");
    let (text, _) = squares.solve(&[], 0);
    assert!(text.contains("is taken to hold"), "{text}");
    let (text, _) = squares.solve(&["--date", "2025-01-01"], 1);
    assert!(text.contains("left out"), "{text}");
    says(&squares, &["why", "scenario.toml", "--date", "2025-01-01"], 1);
}

#[test]
fn what_is_not_drawn_is_no_proof() {
    let apart = "\n[[pins]]\ntogether = [\"a1\", \"d3\"]\nreason = \"asked\"\n\n[levels.zone]\nminimum = 20\nmaximum = 30\n";
    let lax = PROFILE.replace("[rules.zone-not-contiguous]\n", "");
    let scenario = format!("{SCENARIO}{apart}");
    let (text, _) = Squares::with(&[("scenario.toml", &scenario), ("ours.toml", PROFILE)]).solve(&[], 1);
    assert!(text.starts_with("Proved impossible"), "{text}");
    let squares = Squares::with(&[("scenario.toml", &scenario), ("ours.toml", &lax)]);
    let (text, _) = squares.solve(&[], 2);
    assert!(text.replace('\n', " ").contains("it is proved that no plan with contiguous zones"), "{text}");
    assert!(text.replace('\n', " ").contains("zones that are not contiguous"), "{text}");
    let text = says(&squares, &["why", "scenario.toml"], 2).replace('\n', " ");
    assert!(text.contains("Not found: none with contiguous zones of whole units exists"), "{text}");
    assert!(!text.contains("there is no plan"), "{text}");
    assert!(text.contains("What follows is about plans with contiguous zones of whole units"), "{text}");
    let text = says(&squares, &["why", "scenario.toml", "--format", "json"], 2);
    assert!(text.contains("\"status\": \"unknown\""), "{text}");
    let squares = Squares::with(&[("ours.toml", &lax)]);
    let (text, _) = squares.solve(&[], 0);
    assert!(text.replace('\n', " ").contains("Of the plans with contiguous zones of whole units"), "{text}");
}

#[test]
fn numbers_of_a_scenario_ask_for_their_rules() {
    let bare = "name = \"ours\"\ntitle = \"Ours\"\nsource = \"Us\"\n\n[rules.zone-not-contiguous]\n";
    let scenario = format!("{SCENARIO}\n[levels.zone]\nminimum = 50\n");
    let squares = Squares::with(&[("scenario.toml", &scenario), ("ours.toml", bare)]);
    let (text, _) = squares.solve(&["--zones", "3"], 1);
    assert!(text.starts_with("Proved impossible"), "{text}");
    let text = says(&squares, &["audit", "columns.csv", "-s", "scenario.toml"], 1);
    assert!(text.contains("zone-below-minimum-population"), "{text}");
    let off = format!("{bare}[rules.zone-below-minimum-population]\nseverity = \"warning\"\n");
    let squares = Squares::with(&[("scenario.toml", &scenario), ("ours.toml", &off)]);
    let (text, _) = squares.solve(&["--goal", "cut-edges", "--zones", "6"], 0);
    assert!(text.contains("6 zones"), "{text}");
}

/// What sums decide is proved by `why` as by `solve`, whatever zones are drawn and however the map is.
#[test]
fn why_proves_by_sums_what_solve_proves() {
    let scenario = format!("{SCENARIO}\n[levels.zone]\nminimum = 70\nmaximum = 80\n");
    let profile = format!("{PROFILE}[rules.split-unit]\nexcept = [\"d3\"]\n");
    let squares = Squares::with(&[("scenario.toml", &scenario), ("ours.toml", &profile)]);
    let (text, _) = squares.solve(&[], 1);
    assert!(text.starts_with("Proved impossible"), "{text}");
    let text = says(&squares, &["why", "scenario.toml"], 1);
    assert!(text.contains("Proved: there is no plan"), "{text}");
    let text = says(&squares, &["why", "scenario.toml", "--exceptions"], 1);
    assert!(text.contains("Proved: there is no plan, whichever of the exceptions are made"), "{text}");
}

/// Which exceptions a plan needs is told of the plans that are drawn, where the rules allow others.
#[test]
fn needs_of_exceptions_name_the_plans_they_are_about() {
    let corner = exception("zone = \"Harbour\"\nminimum = 5\nreason = \"small\"");
    let ask = |profile: &str| {
        let scenario = format!("{SCENARIO}{corner}");
        let squares = Squares::with(&[("scenario.toml", &scenario), ("ours.toml", profile)]);
        says(&squares, &["why", "scenario.toml", "--exceptions"], 0).replace('\n', " ")
    };
    let text = ask(PROFILE);
    assert!(text.contains("Any plan needs the one exception of the scenario (proved)"), "{text}");
    let text = ask(&PROFILE.replace("[rules.zone-not-contiguous]\n", ""));
    assert!(text.contains("Any plan with contiguous zones of whole units needs the one exception"), "{text}");
    assert!(text.contains("zones that are not contiguous, which were not tried"), "{text}");
}

/// The first two rows are given as regions: the third lies in none.
#[test]
fn a_zone_without_a_given_region_is_drawn_only_where_it_may_be() {
    let scenario = format!("{SCENARIO}\n[regions]\ngiven = \"row\"\n");
    let rows = "group,unit\nrow 1,a1\nrow 1,b1\nrow 1,c1\nrow 1,d1\nrow 2,a2\nrow 2,b2\nrow 2,c2\nrow 2,d2\n";
    let inside = format!("{PROFILE}[rules.zone-crosses-group]\nfamilies = [\"row\"]\n");
    let asked = format!("{inside}[rules.zone-without-region]\n");
    let draw = |profile: &str, more: &str, code: i32| {
        let scenario = format!("{scenario}{more}");
        let files = [("scenario.toml", scenario.as_str()), ("ours.toml", profile), ("rows.csv", rows)];
        let squares = Squares::with(&files);
        let (text, _) = squares.solve(&["--out", "o"], code);
        if code == 0 {
            says(&squares, &["audit", "o/plan.csv", "-s", "scenario.toml"], 0);
        }
        text.replace('\n', " ")
    };
    draw(&inside, "", 0);
    let text = draw(&asked, "", 1);
    assert!(text.contains("a3 (a3, 10 inhabitants)") && text.contains("zone-without-region"), "{text}");
    let row = "units = [\"a3\", \"b3\", \"c3\", \"d3\"]\nreason = \"apart\"\n";
    let waived = format!("\n[[exceptions]]\n{row}waives = [\"zone-without-region\"]\n");
    draw(&asked, &waived, 0);
}

/// A profile by its file is the one by its name: with the numbers of the scenario.
#[test]
fn the_scenarios_own_profile_is_the_same_by_name_and_by_file() {
    let scenario = without_pins() + "\n[levels.zone]\nminimum = 20\nmaximum = 25\n";
    let squares = Squares::with(&[("scenario.toml", &scenario)]);
    for profile in [&[][..], &["-p", "ours"], &["-p", "ours.toml"]] {
        let text = says(&squares, &[&["audit", "columns.csv", "-s", "scenario.toml"], profile].concat(), 1);
        assert!(text.contains("zone-above-maximum-population"), "{profile:?} {text}");
    }
}

/// Rows 1 and 2 are cut by the columns: strictly read they may not be, weakly neither.
#[test]
fn each_family_is_read_as_it_says_itself() {
    let family = |name: &str, reading: &str| {
        format!("\n[[groups]]\nfamily = \"{name}\"\nfile = \"{name}.csv\"\nrole = \"laminar\"\n{reading}")
    };
    // A group that reaches into one zone with a part and holds another whole.
    let reaches = "group,unit\nlong,a1\nlong,a2\nlong,a3\nlong,b1\n";
    let apart = "group,unit\nalone,c1\nalone,c2\nalone,c3\n";
    for (first, second, code) in
        [("", "", 1), ("", "reading = \"weak\"\n", 1), ("reading = \"weak\"\n", "", 0)]
    {
        let scenario = without_pins() + &family("one", first) + &family("two", second);
        let files = [("scenario.toml", scenario.as_str()), ("one.csv", reaches), ("two.csv", apart)];
        let squares = Squares::with(&files);
        says(&squares, &["audit", "columns.csv", "-s", "scenario.toml"], code);
        let fixed = "unit,zone\n".to_owned()
            + &["a", "b", "c", "d"]
                .map(|column| (1..=3).map(|row| format!("{column}{row},{column}\n")).collect::<String>())
                .concat();
        std::fs::write(squares.path("again.csv"), fixed).unwrap();
        let text = says(&squares, &["audit", "again.csv", "-s", "scenario.toml", "-p", "call-2017"], 1);
        assert_eq!(text.contains("long: "), code == 1, "{first:?} {second:?} {text}");
    }
}

/// A zone that no exception lets be so large is as far from the ideal as it is.
#[test]
fn only_an_exception_takes_a_zone_out_of_the_deviations() {
    let limits = "at_most = [\"largest-deviation <= 4\", \"exceptions <= 0\"]\n\n[levels.zone]\nminimum = 20\nmaximum = 25\n";
    let squares = Squares::with(&[("scenario.toml", &(without_pins() + limits))]);
    let text = says(&squares, &["audit", "columns.csv", "-s", "scenario.toml"], 1);
    assert!(text.contains("largest-deviation comes to 8") && !text.contains("exceptions comes"), "{text}");
    let leave: String = ["a", "b", "c", "d"]
        .map(|column| {
            format!("\n[[exceptions]]\nunits = [\"{column}1\", \"{column}2\", \"{column}3\"]\nmaximum = 30\nreason = \"so\"\n")
        })
        .concat();
    let squares = Squares::with(&[("scenario.toml", &(without_pins() + limits + &leave))]);
    let text = says(&squares, &["audit", "columns.csv", "-s", "scenario.toml"], 1);
    assert!(text.contains("exceptions comes to 4") && !text.contains("largest-deviation comes"), "{text}");
}

#[test]
fn a_merger_that_does_not_bind_is_nothing_a_plan_depends_on() {
    let scenario = without_pins() + "\n[[mergers]]\nname = \"M\"\nunits = [\"a1\", \"d3\"]\n";
    for (severity, depends) in [("error", true), ("warning", false)] {
        let profile = format!("{PROFILE}[rules.decided-merger-split]\nseverity = \"{severity}\"\n");
        let squares = Squares::with(&[("scenario.toml", &scenario), ("ours.toml", &profile)]);
        let (text, _) = squares.solve(&[], 0);
        assert_eq!(text.contains("Decided merger M"), depends, "{severity}: {text}");
    }
}

/// A limit on people moved counts from another plan than what `try` draws.
#[test]
fn what_try_draws_is_under_no_other_count_of_people_moved() {
    let scenario = without_pins() + "base = \"columns.csv\"\nat_most = [\"people-moved <= 20\"]\n";
    let squares = Squares::with(&[("scenario.toml", &scenario)]);
    for draw in ["--repair", "--complete", "--remainder"] {
        let arguments = ["try", "columns.csv", "-s", "scenario.toml", "--move", "a1=b", draw];
        let text = says(&squares, &arguments, 2);
        assert!(text.contains("the limit on people-moved counts from the scenario's base plan"), "{text}");
    }
}

/// A plan that keeps the rules in a way that is not drawn is not drawn anew.
#[test]
fn a_plan_that_breaks_no_rule_is_not_repaired() {
    let lax = PROFILE.replace("[rules.zone-not-contiguous]\n", "");
    let squares = Squares::with(&[("scenario.toml", &without_pins()), ("ours.toml", &lax)]);
    let apart = std::fs::read_to_string(squares.path("columns.csv")).unwrap();
    let apart = apart.replace("a1,a", "a1,d").replace("d1,d", "d1,a");
    std::fs::write(squares.path("apart.csv"), apart).unwrap();
    let text = says(&squares, &["try", "apart.csv", "-s", "scenario.toml", "--repair"], 0);
    assert!(text.contains("nothing is repaired"), "{text}");
}

/// The number of zones that a scenario asks for is an error, also where a profile has it as a warning.
#[test]
fn a_number_of_zones_is_named_with_its_own_weight() {
    let levels = "\n[levels.zone]\ncount_minimum = 5\n";
    let squares = Squares::with(&[("scenario.toml", &(without_pins() + levels))]);
    let rule = "[rules.wrong-number-of-zones]\nseverity = \"warning\"\n";
    let own = PROFILE.replace("maximum = 60\n", "maximum = 60\ncount_minimum = 6\n");
    for (profile, said) in [
        (PROFILE.to_owned() + rule, "(the scenario: error)"),
        (PROFILE.to_owned(), "(the scenario: error)"),
        (own + rule, "(the scenario: error; q: warning)"),
    ] {
        let profile = profile.replace("name = \"ours\"", "name = \"q\"");
        std::fs::write(squares.path("q.toml"), profile).unwrap();
        let text = says(&squares, &["audit", "columns.csv", "-s", "scenario.toml", "-p", "q.toml"], 1);
        assert!(text.contains(said), "{text}");
    }
    let text = says(&squares, &["audit", "columns.csv", "-s", "scenario.toml"], 1);
    assert!(text.contains("(ours: error)"), "{text}");
}
