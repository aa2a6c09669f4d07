//! Faults of rule profiles, and what one takes over from the profile it extends.

use std::fs;

use super::check;
use super::world::World;
use zonewerk_audit::severity;
use zonewerk_core::problem::{GroupReading, Profile, RuleId, RuleWeight, Severity};

const HEAD: &str = "name = \"ours\"\ntitle = \"Ours\"\nsource = \"Us\"\n";

/// A scenario whose profile is a file that extends a built-in one.
fn ours(text: &str) -> World {
    scenario().and_file("ours.toml", &format!("{HEAD}extends = \"decree-2024\"\n{text}\n"))
}

fn scenario() -> World {
    World::plain().with("scenario.toml", "\"call-2017\"", "\"ours.toml\"")
}

fn loaded(world: &World) -> Profile {
    world.load().unwrap().problem.profile
}

#[test]
fn wrong_rule_of_a_profile_is_named() {
    check([
        (
            "unknown rule",
            ours("[rules.zone-below-minimum]"),
            &[
                r#"ours.toml, rules, zone-below-minimum: found "zone-below-minimum", expected the name of a rule, as `zonewerk rules` lists them [unknown-rule]"#,
            ],
        ),
        (
            "slip in a rule",
            ours("[rules.split-units]"),
            &[
                r#"ours.toml, rules, split-units: found "split-units", expected the name of a rule, as `zonewerk rules` lists them (is it "split-unit"?) [unknown-rule]"#,
            ],
        ),
        (
            "unknown key",
            ours("[rules.split-unit]\nseverty = \"info\""),
            &[
                r#"ours.toml, line 6: found the key "severty", expected one of severity, article, valid_from, valid_until, families, except, reading, months; is it "severity"? [unknown-key]"#,
            ],
        ),
        (
            "unknown level",
            ours("[levels.zones]\nminimum = 1"),
            &[
                r#"ours.toml, line 5: found the key "zones", expected one of zone, region; is it "zone"? [unknown-key]"#,
            ],
        ),
        (
            "wrong severity",
            ours("[rules.split-unit]\nseverity = \"eror\""),
            &[
                r#"ours.toml, rules.split-unit, severity: found "eror", expected one of error, warning, info, off; is it "error"? [unknown-word]"#,
            ],
        ),
        (
            "severity that is no text",
            ours("[rules.split-unit]\nseverity = false"),
            &["ours.toml, line 6, severity: found false, expected a text in quotation marks [wrong-value]"],
        ),
        (
            "wrong reading",
            ours("[rules.group-straddles-zones]\nreading = \"loose\""),
            &[
                r#"ours.toml, rules.group-straddles-zones, reading: found "loose", expected one of strict, weak [unknown-word]"#,
            ],
        ),
        (
            "parameter that the rule does not have",
            ours("[rules.zone-crosses-group]\nmonths = 3"),
            &[
                r#"ours.toml, rules.zone-crosses-group, months: found the key "months", expected only severity, article, valid_from, valid_until, families [no-such-parameter]"#,
            ],
        ),
        (
            "months below nothing",
            ours("[rules.population-older-than-plan]\nmonths = -3"),
            &["ours.toml, line 6, months: found -3, expected a whole number, 0 or more [wrong-value]"],
        ),
        (
            "article of a rule that is not named",
            ours("[nl.articles]\nnetwork-cut = \"punt 1\""),
            &[
                r#"ours.toml, nl.articles, network-cut: found "network-cut", expected a rule that the profile names [unknown-rule]"#,
            ],
        ),
    ]);
}

#[test]
fn wrong_days_and_numbers_of_a_profile_are_named() {
    check([
        (
            "day that is none",
            ours("valid_from = \"2024-02-30\""),
            &[
                r#"ours.toml, profile, valid_from: found "2024-02-30", expected a day such as 2025-01-01 [wrong-date]"#,
            ],
        ),
        (
            "day without quotation marks",
            ours("valid_until = 2024-02-28"),
            &[
                "ours.toml, line 5, valid_until: found 2024-02-28, expected a text in quotation marks [wrong-value]",
            ],
        ),
        (
            "last day before the first",
            ours("valid_from = \"2024-02-02\"\nvalid_until = \"2024-02-01\""),
            &[
                "ours.toml, profile, valid_until: found 2024-02-01, expected a day on or after 2024-02-02 [ends-before-start]",
            ],
        ),
        (
            "last day before the first that is taken over",
            ours("[rules.zone-crosses-group]\nvalid_until = \"2024-04-14\""),
            &[
                "ours.toml, rules.zone-crosses-group, valid_until: found 2024-04-14, expected a day on or after 2024-04-15 [ends-before-start]",
            ],
        ),
        (
            "minimum above the maximum that is taken over",
            scenario().and_file(
                "ours.toml",
                &format!("{HEAD}extends = \"call-2017\"\n[levels.region]\nminimum = 400001\n"),
            ),
            &[
                "ours.toml, levels.region, minimum: found minimum 400001 is above maximum 400000, expected a minimum of at most the maximum [minimum-above-maximum]",
            ],
        ),
        (
            "minimum above the maximum of counts",
            ours(
                "[levels.zone]\ncount_minimum = 3\ncount_maximum = 2\n[levels.region]\nzones_minimum = 5\nzones_maximum = 4\ncount_minimum = 7\ncount_maximum = 6",
            ),
            &[
                "ours.toml, levels.zone, count_minimum: found minimum 3 is above maximum 2, expected a minimum of at most the maximum [minimum-above-maximum]",
                "ours.toml, levels.region, count_minimum: found minimum 7 is above maximum 6, expected a minimum of at most the maximum [minimum-above-maximum]",
                "ours.toml, levels.region, zones_minimum: found minimum 5 is above maximum 4, expected a minimum of at most the maximum [minimum-above-maximum]",
            ],
        ),
        (
            "number of the scenario against one of the profile",
            ours("[levels.region]\nmaximum = 400000").with(
                "scenario.toml",
                "[levels.zone]",
                "[levels.region]\nminimum = 400001\n[levels.zone]",
            ),
            &[
                "scenario.toml, levels.region, minimum: found minimum 400001 is above maximum 400000, expected a minimum of at most the maximum [minimum-above-maximum]",
            ],
        ),
    ]);
}

#[test]
fn wrong_head_of_a_profile_is_named() {
    let head = |text: &str| scenario().and_file("ours.toml", text);
    check([
        (
            "blank words",
            head("name = \"\"\ntitle = \" \"\n"),
            &[
                "ours.toml, name: found nothing, expected some words [blank-field]",
                "ours.toml, title: found nothing, expected some words [blank-field]",
                "ours.toml, source: found nothing, expected some words [blank-field]",
            ],
        ),
        (
            "slip in a key, and nothing that follows from it",
            head("name = \"ours\"\ntitel = \"Ours\"\nsource = \"Us\"\n"),
            &[
                r#"ours.toml, line 2: found the key "titel", expected one of name, title, source, extends, valid_from, valid_until, levels, rules, en, nl; is it "title"? [unknown-key]"#,
            ],
        ),
        ("empty file", head(""), &["ours.toml: found nothing, expected TOML [empty-file]"]),
        (
            "extends what is not there",
            head(&format!("{HEAD}extends = \"decree-2042\"\n")),
            &[
                r#"ours.toml, extends: found "decree-2042", expected a TOML file, or one of the built-in profiles call-2017, decree-2019, decree-2024 (is it "decree-2024"?) [unknown-profile]"#,
            ],
        ),
        (
            "extends a file that is not there",
            head(&format!("{HEAD}extends = \"base.toml\"\n")),
            &[
                "base.toml: found No such file or directory (os error 2), expected a file that can be read [missing-file]",
            ],
        ),
        (
            "extends itself",
            head(&format!("{HEAD}extends = \"ours.toml\"\n")),
            &[
                r#"ours.toml, extends: found "ours.toml", which extends this one, expected a profile that does not extend this one in the end [circular-profile]"#,
            ],
        ),
        (
            "extends itself by way of another",
            head(&format!("{HEAD}extends = \"base.toml\"\n"))
                .and_file("base.toml", &format!("{HEAD}extends = \"ours.toml\"\n")),
            &[
                r#"base.toml, extends: found "ours.toml", which extends this one, expected a profile that does not extend this one in the end [circular-profile]"#,
            ],
        ),
    ]);
}

#[test]
fn all_that_is_wrong_with_a_profile_and_what_it_extends_is_told_at_once_each_of_its_file() {
    let world = scenario()
        .and_file(
            "ours.toml",
            &format!("{HEAD}extends = \"base.toml\"\nvalid_from = \"soon\"\n[levels.zone]\nminimum = -1\n[rules.split-units]\n[rules.orphaned-unit]\nseverity = \"of\"\n"),
        )
        .and_file(
            "base.toml",
            "name = \"base\"\ntitle = \"\"\nsource = \"Them\"\n[levels.zone]\nminimum = 9\nmaximum = 8\n[rules.zones-overlaps]\n[rules.split-unit]\nmonths = 1\n",
        );
    check([(
        "both files",
        world,
        &[
            "ours.toml, line 7, minimum: found -1, expected a whole number, 0 or more [wrong-value]",
            r#"ours.toml, profile, valid_from: found "soon", expected a day such as 2025-01-01 [wrong-date]"#,
            r#"ours.toml, rules.orphaned-unit, severity: found "of", expected one of error, warning, info, off; is it "off"? [unknown-word]"#,
            r#"ours.toml, rules, split-units: found "split-units", expected the name of a rule, as `zonewerk rules` lists them (is it "split-unit"?) [unknown-rule]"#,
            r#"base.toml, rules.split-unit, months: found the key "months", expected only severity, article, valid_from, valid_until, except [no-such-parameter]"#,
            r#"base.toml, rules, zones-overlaps: found "zones-overlaps", expected the name of a rule, as `zonewerk rules` lists them (is it "zones-overlap"?) [unknown-rule]"#,
            "base.toml, levels.zone, minimum: found minimum 9 is above maximum 8, expected a minimum of at most the maximum [minimum-above-maximum]",
            "base.toml, title: found nothing, expected some words [blank-field]",
        ],
    )]);
}

#[test]
fn profile_takes_over_key_by_key_what_it_does_not_say() {
    let base = zonewerk_io::profile("call-2017").unwrap().0;
    let text = "extends = \"call-2017\"\n[levels.region]\nzones_maximum = 9\n\
                [rules.group-straddles-zones]\nseverity = \"info\"\nreading = \"weak\"\n\
                [rules.network-cut]\nseverity = \"off\"\n[rules.region-not-contiguous]\n";
    let world = scenario().and_file("ours.toml", &format!("{HEAD}{text}"));
    let ours = loaded(&world);
    assert_eq!((ours.name.as_str(), ours.title.as_str(), ours.source.as_str()), ("ours", "Ours", "Us"));
    assert_eq!((ours.period.from, ours.period.until), (None, None), "days are a profile's own");
    assert_eq!(ours.region.population, base.region.population);
    assert_eq!((ours.region.zones.minimum(), ours.region.zones.maximum()), (Some(3), Some(9)));
    let (straddles, before) =
        (&ours.rules[&RuleId::GroupStraddlesZones], &base.rules[&RuleId::GroupStraddlesZones]);
    assert_eq!(straddles.weight, Some(RuleWeight::Finding(Severity::Info)));
    assert_eq!(straddles.reading, Some(GroupReading::Weak));
    assert_eq!((&straddles.families, &straddles.article), (&before.families, &before.article));
    assert_eq!(severity(RuleId::NetworkCut, &ours), None);
    assert_eq!(severity(RuleId::RegionNotContiguous, &ours), Some(Severity::Error));
    assert_eq!(severity(RuleId::RegionNotContiguous, &base), None);
    let untouched = base.rules.keys().filter(|name| ours.rules[*name] == base.rules[*name]).count();
    assert_eq!((untouched, ours.rules.len()), (base.rules.len() - 2, base.rules.len() + 1));
}

#[test]
fn rule_that_always_holds_can_be_switched_off_and_on_again() {
    let base = format!("{HEAD}[rules.empty-zone]\nseverity = \"off\"\n");
    let off = loaded(&scenario().and_file("ours.toml", &base));
    assert_eq!(severity(RuleId::EmptyZone, &off), None);
    let text = format!("{HEAD}extends = \"base.toml\"\n[rules.empty-zone]\nseverity = \"warning\"\n");
    let on = loaded(&scenario().and_file("ours.toml", &text).and_file("base.toml", &base));
    assert_eq!(severity(RuleId::EmptyZone, &on), Some(Severity::Warning));
}

#[test]
fn what_holds_by_itself_can_be_neither_weighed_down_nor_waived() {
    let waived = "units = [\"a1\"]\nwaives = [\"zones-overlap\", \"split-unit\", \"orphaned-unit\"]\n";
    check([
        (
            "weighed down or off",
            ours(
                "[rules.orphaned-unit]\nseverity = \"warning\"\n[rules.zones-overlap]\nseverity = \"off\"\n[rules.pin-not-kept]\nseverity = \"info\"\n[rules.limit-exceeded]\nseverity = \"error\"\n[rules.split-unit]\nseverity = \"off\"",
            ),
            &[
                r#"ours.toml, rules.orphaned-unit, severity: found "warning", expected no severity, or "error": this rule holds under every profile [unconditional-rule]"#,
                r#"ours.toml, rules.pin-not-kept, severity: found "info", expected no severity, or "error": this rule holds under every profile [unconditional-rule]"#,
                r#"ours.toml, rules.zones-overlap, severity: found "off", expected no severity, or "error": this rule holds under every profile [unconditional-rule]"#,
            ],
        ),
        (
            "waived",
            World::plain().with(
                "scenario.toml",
                "[[fixed_zones]]",
                &format!("[[exceptions]]\n{waived}reason = \"why\"\n\n[[fixed_zones]]"),
            ),
            &[
                r#"scenario.toml, exceptions[2], waives: found "zones-overlap", which always holds, expected a rule that can be waived [unconditional-rule]"#,
                r#"scenario.toml, exceptions[2], waives: found "orphaned-unit", which always holds, expected a rule that can be waived [unconditional-rule]"#,
            ],
        ),
    ]);
}

/// A profile that speaks of these rules only.
fn bare(rules: &str) -> World {
    scenario().and_file("ours.toml", &format!("{HEAD}{rules}\n"))
}

#[test]
fn a_number_asks_for_its_rule_unless_the_profile_speaks_of_it() {
    let asked = |world: &World| -> Vec<RuleId> {
        let profile = loaded(world);
        RuleId::ALL.iter().copied().filter(|rule| profile.rules.contains_key(rule)).collect()
    };
    let (below, above) = (RuleId::ZoneBelowMinimumPopulation, RuleId::ZoneAboveMaximumPopulation);
    assert_eq!(asked(&bare("")), [below, above], "numbers of the scenario");
    let silent = || scenario().with("scenario.toml", "minimum = 20\nmaximum = 60\n", "");
    for (levels, rules) in [
        ("zone]\nminimum = 0", vec![]),
        ("zone]\nminimum = 1", vec![below]),
        ("zone]\nmaximum = 0", vec![above]),
        ("zone]\ncount_maximum = 3", vec![RuleId::WrongNumberOfZones]),
        ("region]\nminimum = 1", vec![RuleId::RegionBelowMinimumPopulation]),
        ("region]\nmaximum = 1", vec![RuleId::RegionAboveMaximumPopulation]),
        ("region]\nzones_minimum = 1", vec![RuleId::RegionWithTooFewZones]),
        ("region]\nzones_maximum = 1", vec![RuleId::RegionWithTooManyZones]),
        ("region]\ncount_minimum = 1", vec![RuleId::WrongNumberOfRegions]),
    ] {
        assert_eq!(
            asked(&silent().and_file("ours.toml", &format!("{HEAD}[levels.{levels}\n"))),
            rules,
            "{levels}"
        );
        let base = format!("{HEAD}[levels.{levels}\n");
        let heir = format!("{HEAD}extends = \"base.toml\"\n");
        let world = silent().and_file("ours.toml", &heir).and_file("base.toml", &base);
        assert_eq!(asked(&world), rules, "{levels}, of the profile that it extends");
    }
    let spoken = loaded(&bare("[rules.zone-above-maximum-population]\nseverity = \"off\""));
    assert_eq!(severity(above, &spoken), None, "the profile speaks of it");
    assert_eq!(severity(below, &spoken), Some(Severity::Error));
}

#[test]
fn built_in_profiles_name_the_rules_of_their_numbers() {
    for name in zonewerk_io::profile_names() {
        let (profile, files) = zonewerk_io::profile(name).unwrap();
        let texts: Vec<_> = zonewerk_io::embedded_files()
            .filter(|(known, _)| files.iter().any(|file| known.ends_with(&file.name)))
            .map(|(_, bytes)| String::from_utf8_lossy(bytes))
            .collect();
        assert_eq!(texts.len(), files.len(), "{name}");
        for rule in profile.rules.keys() {
            let is_named = texts.iter().any(|text| text.contains(&format!("[rules.{rule}]")));
            assert!(is_named, "{name} does not name {rule}");
        }
    }
}

#[test]
fn drawn_regions_hold_each_zone_once_unless_the_profile_speaks_of_that() {
    let (none, several) = (RuleId::ZoneWithoutRegion, RuleId::ZoneInSeveralRegions);
    let drawn = |world: World| world.with("scenario.toml", "[goals]", "[regions]\ndrawn = true\n\n[goals]");
    let profile = loaded(&drawn(bare("[rules.zone-in-several-regions]\nseverity = \"info\"")));
    assert_eq!(severity(none, &profile), Some(Severity::Error));
    assert_eq!(severity(several, &profile), Some(Severity::Info));
    assert_eq!(severity(none, &loaded(&bare(""))), None, "no regions are drawn");
}

#[test]
fn roles_of_families_are_asked_under_every_profile() {
    let (straddles, crosses) = (RuleId::GroupStraddlesZones, RuleId::ZoneCrossesGroup);
    let with_role = |role: &str, world: World| {
        world.with("scenario.toml", "circles.csv\"", &format!("circles.csv\"\nrole = \"{role}\""))
    };
    let off = "[rules.group-straddles-zones]\nfamilies = [\"others\"]\nseverity = \"off\"";
    for rules in ["", off] {
        let profile = loaded(&with_role("report", bare(rules)));
        for rule in [straddles, crosses] {
            let setting = &profile.rules[&rule];
            assert_eq!(severity(rule, &profile), Some(Severity::Warning), "{rules}");
            assert_eq!(
                (setting.families.as_slice(), setting.reported.as_slice()),
                (&["circles".to_owned()][..], &["circles".to_owned()][..])
            );
        }
    }
    let profile = loaded(&with_role("laminar", bare(off)));
    assert_eq!(severity(straddles, &profile), Some(Severity::Error));
    assert_eq!(profile.rules[&straddles].families, ["circles"], "what was off is not looked at");
    let other = zonewerk_io::profile("decree-2019").unwrap().0;
    for (role, rule, weight) in [
        ("report", straddles, Severity::Warning),
        ("report", crosses, Severity::Warning),
        ("laminar", straddles, Severity::Error),
        ("inside", crosses, Severity::Error),
        ("affinity", RuleId::AffinityCut, Severity::Warning),
    ] {
        let scenario = with_role(role, World::plain()).load().unwrap();
        let problem = scenario.under(other.clone());
        assert_eq!(severity(rule, &problem.profile), Some(weight), "{role}");
        assert!(problem.profile.rules[&rule].families.contains(&"circles".to_owned()), "{role}");
        let own = scenario.under(scenario.problem.profile.clone());
        assert_eq!(own, scenario.problem, "{role}: asking twice changes nothing");
    }
    let weak = World::plain().with(
        "scenario.toml",
        "circles.csv\"",
        "circles.csv\"\nrole = \"laminar\"\nreading = \"weak\"",
    );
    let problem = weak.load().unwrap().under(other);
    assert_eq!(problem.profile.rules[&straddles].reading_of("circles"), GroupReading::Weak);
}

#[test]
fn numbers_of_the_scenario_go_before_those_of_its_profile() {
    let world = ours("[levels.zone]\nminimum = 33\nmaximum = 44\ncount_maximum = 5").with(
        "scenario.toml",
        "maximum = 60",
        "count_minimum = 2",
    );
    let zone = loaded(&world).zone;
    assert_eq!((zone.population.minimum(), zone.population.maximum()), (20, Some(44)));
    assert_eq!((zone.count.minimum(), zone.count.maximum()), (Some(2), Some(5)));
}

#[test]
fn file_that_is_called_as_a_built_in_profile_can_extend_it() {
    let text = format!("{HEAD}extends = \"call-2017\"\n[levels.zone]\nminimum = 33\n");
    let world = World::plain()
        .with("scenario.toml", "\"call-2017\"", "\"call-2017.toml\"")
        .with("scenario.toml", "minimum = 20\nmaximum = 60", "")
        .and_file("call-2017.toml", &text);
    let zone = loaded(&world).zone;
    assert_eq!((zone.population.minimum(), zone.population.maximum()), (33, Some(125_000)));
}

#[test]
fn profile_in_a_folder_extends_the_file_beside_it() {
    let world = World::plain()
        .with("scenario.toml", "\"call-2017\"", "\"rules/ours.toml\"")
        .and_file("rules/ours.toml", &format!("{HEAD}extends = \"base.toml\"\n"))
        .and_file("rules/base.toml", &format!("{HEAD}[levels.region]\nminimum = 7\n"));
    assert_eq!(loaded(&world).region.population.minimum(), 7);
    let names: Vec<String> = world.load().unwrap().inputs.into_iter().map(|input| input.name).collect();
    assert_eq!(names[1..3], ["rules/ours.toml", "rules/base.toml"]);
}

#[test]
fn profile_given_by_its_path_is_named_as_the_user_named_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).display().to_string();
    fs::write(path("ours.toml"), format!("{HEAD}extends = \"base.toml\"\n[rules.split-units]\n")).unwrap();
    fs::write(path("base.toml"), format!("{HEAD}[rules.orphan-unit]\n")).unwrap();
    let problems = |name: &str| -> Vec<String> {
        let wrong = zonewerk_io::profile(&path(name)).unwrap_err();
        let prefix = format!("{}/", folder.path().display());
        wrong.all().iter().map(|problem| problem.to_string().replace(&prefix, "FOLDER/")).collect()
    };
    let expected = [
        r#"FOLDER/ours.toml, rules, split-units: found "split-units", expected the name of a rule, as `zonewerk rules` lists them (is it "split-unit"?) [unknown-rule]"#,
        r#"FOLDER/base.toml, rules, orphan-unit: found "orphan-unit", expected the name of a rule, as `zonewerk rules` lists them (is it "orphaned-unit"?) [unknown-rule]"#,
    ];
    assert_eq!(problems("ours.toml"), expected);
    assert_eq!(
        problems("theirs.toml"),
        [
            "FOLDER/theirs.toml: found No such file or directory (os error 2), expected a file that can be read [missing-file]"
        ]
    );
    assert_eq!(
        zonewerk_io::profile("decree-2023").unwrap_err().to_string(),
        "1 problem in the input\n  decree-2023: found no such profile, expected a TOML file, or one of the built-in profiles call-2017, decree-2019, decree-2024 (is it \"decree-2024\"?) [unknown-profile]"
    );
}
