//! The reference of the rules in `docs/`, and the examples that stand in it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use zonewerk_audit::{Applies, Parameter, severity};
use zonewerk_core::problem::{Excepted, Profile, RuleId, RuleWeight, Severity};
use zonewerk_core::words::Language;
use zonewerk_report::{RuleBook, RulesForm, rule_book, rules_schema};

/// Built-in profiles by name.
fn profiles() -> Vec<Profile> {
    zonewerk_io::profile_names().map(|name| zonewerk_io::profile(name).unwrap().0).collect()
}

fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)
}

#[test]
fn reference_is_current() {
    let book = RuleBook { rule: None, profiles: profiles() };
    let page = |language| rule_book(&book, RulesForm::Markdown, language);
    let pages = [
        ("docs/rules.md", page(Language::English), "./zonewerk rules --format md > docs/rules.md"),
        (
            "docs/rules.nl.md",
            page(Language::Dutch),
            "./zonewerk rules --format md --lang nl > docs/rules.nl.md",
        ),
        ("docs/rules.schema.json", rules_schema(), "./zonewerk rules --schema > docs/rules.schema.json"),
    ];
    let stale = pages.into_iter().filter(|(file, page, _)| fs::read(root(file)).ok().as_ref() != Some(page));
    let stale: Vec<String> =
        stale.map(|(file, _, command)| format!("{file} is stale; renew it by: {command}")).collect();
    assert!(stale.is_empty(), "\n{}\n", stale.join("\n"));
}

#[test]
fn built_in_profile_asks_for_rules_that_exist_and_says_where_each_is_written() {
    let profiles = profiles();
    assert!(profiles.len() >= 3);
    for profile in &profiles {
        assert!(profile.rules.len() > 10, "{} asks for nothing", profile.name);
        for (name, setting) in &profile.rules {
            let needs_article = name.applies() == Applies::WhenAsked && !OWN.contains(name);
            let article = setting.article.as_deref().unwrap_or_default().trim();
            assert!(!needs_article || !article.is_empty(), "{}: {name} has no article", profile.name);
        }
    }
}

/// Rules that stand in no text: they ask how far a plan can be judged at all.
const OWN: [RuleId; 1] = [RuleId::PopulationOlderThanPlan];

#[test]
fn built_in_profile_says_in_dutch_too_what_is_more_than_the_number_of_an_article() {
    let is_number = |article: &str| {
        let mut words = article.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty());
        words.all(|word| word == "art")
    };
    let mut translated = 0;
    for profile in profiles() {
        assert_ne!(profile.title_in(Language::Dutch), profile.title, "{}", profile.name);
        for name in profile.rules.keys() {
            let [english, dutch] = Language::ALL.map(|language| profile.article_in(*name, language));
            assert!(english != dutch || english.is_none_or(is_number), "{}: {name}: {dutch:?}", profile.name);
            translated += usize::from(english != dutch);
        }
    }
    assert!(translated > 20, "{translated} articles");
}

/// The parameters that are numbers of a profile, and whether a profile sets them.
fn numbers(profile: &Profile) -> [(Parameter, bool); 8] {
    let (zone, region) = (profile.zone, profile.region);
    [
        (Parameter::ZoneMinimum, zone.population.minimum() > 0),
        (Parameter::ZoneMaximum, zone.population.maximum().is_some()),
        (Parameter::ZoneCount, !zone.count.is_free()),
        (Parameter::RegionMinimum, region.population.minimum() > 0),
        (Parameter::RegionMaximum, region.population.maximum().is_some()),
        (Parameter::RegionCount, !region.count.is_free()),
        (Parameter::RegionZonesMinimum, region.zones.minimum().is_some()),
        (Parameter::RegionZonesMaximum, region.zones.maximum().is_some()),
    ]
}

#[test]
fn built_in_profile_sets_no_number_that_no_rule_of_it_reads_and_lacks_none() {
    for profile in profiles() {
        let asked: Vec<RuleId> =
            RuleId::ALL.iter().copied().filter(|&rule| severity(rule, &profile).is_some()).collect();
        let mut set_somewhere = 0;
        for (number, is_set) in numbers(&profile) {
            let readers: Vec<&str> = asked
                .iter()
                .filter(|rule| rule.parameters().contains(&number))
                .map(|rule| rule.name())
                .collect();
            assert!(!is_set || !readers.is_empty(), "{}: no rule reads {}", profile.name, number.key());
            set_somewhere += usize::from(is_set);
        }
        assert!(set_somewhere > 0, "{} sets no number", profile.name);
        let set = numbers(&profile).map(|(number, is_set)| if is_set { number.key() } else { "" });
        for rule in asked.iter().filter(|rule| rule.applies() == Applies::WhenAsked) {
            let needed: Vec<&str> = rule
                .parameters()
                .iter()
                .filter(|parameter| numbers(&profile).iter().any(|(number, _)| number == *parameter))
                .map(|parameter| parameter.key())
                .collect();
            let has_one = needed.is_empty() || needed.iter().any(|key| set.contains(key));
            assert!(has_one, "{}: {} has none of the numbers {needed:?}", profile.name, rule.name());
        }
    }
}

#[test]
fn families_that_built_in_profiles_name_are_those_of_a_built_in_scenario_or_said_to_be_missing() {
    let named: BTreeSet<String> = profiles()
        .into_iter()
        .flat_map(|profile| profile.rules)
        .flat_map(|(_, rule)| rule.families)
        .collect();
    let known: BTreeSet<String> = zonewerk_io::scenario_names()
        .flat_map(|name| zonewerk_io::scenario(Some(name)).unwrap().territory.families)
        .map(|family| family.name)
        .collect();
    let missing: Vec<&String> = named.difference(&known).collect();
    assert_eq!(missing, ["ziekenhuisnetwerk"]);
}

#[test]
fn example_profile_loads_and_changes_what_it_says() {
    let (ours, inputs) = zonewerk_io::profile(root("examples/our-council.toml").to_str().unwrap()).unwrap();
    let base = zonewerk_io::profile("decree-2024").unwrap().0;
    let files: Vec<&str> = inputs.iter().map(|input| input.name.as_str()).collect();
    assert_eq!(files, ["our-council.toml", "decree-2024.toml", "decree-2019.toml"]);
    assert_eq!(ours.zone.population.minimum(), base.zone.population.minimum());
    assert_eq!(ours.zone.population.maximum(), Some(150_000));
    assert_eq!(ours.region, base.region);
    let severities = |profile: &Profile| -> BTreeMap<RuleId, Option<Severity>> {
        RuleId::ALL.iter().map(|&rule| (rule, severity(rule, profile))).collect()
    };
    let (before, after) = (severities(&base), severities(&ours));
    let changed: Vec<(RuleId, Option<Severity>)> =
        after.into_iter().filter(|(rule, severity)| before[rule] != *severity).collect();
    let expected = [
        (RuleId::ZoneNotContiguous, Some(Severity::Error)),
        (RuleId::ZoneSurroundsOthers, None),
        (RuleId::ZoneAboveMaximumPopulation, Some(Severity::Error)),
        (RuleId::GroupStraddlesZones, Some(Severity::Warning)),
    ];
    assert_eq!(changed, expected);
    assert_eq!(ours.rules[&RuleId::ZoneSurroundsOthers].weight, Some(RuleWeight::Off));
    assert_eq!(ours.rules[&RuleId::SplitUnit], base.rules[&RuleId::SplitUnit]);
    let article = ours.article_in(RuleId::ZoneAboveMaximumPopulation, Language::Dutch);
    assert_eq!(article, Some("beslissing van 12 mei 2026, punt 1"));
}

#[test]
fn example_exceptions_load_beside_those_of_a_built_in_scenario() {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in zonewerk_io::embedded_files() {
        fs::write(folder.path().join(name), bytes).unwrap();
    }
    let file = folder.path().join("flanders-2025.toml");
    let own = zonewerk_io::scenario(Some("flanders-2025")).unwrap().problem.exceptions.len();
    let more = fs::read_to_string(root("examples/exceptions.toml")).unwrap();
    fs::write(&file, fs::read_to_string(&file).unwrap() + &more).unwrap();
    let scenario = zonewerk_io::scenario(Some(file.to_str().unwrap())).unwrap();
    let added = &scenario.problem.exceptions[own..];
    let is_given = |kind: fn(&Excepted) -> bool| added.iter().filter(|one| kind(&one.subject)).count();
    assert_eq!(added.len(), 4);
    assert_eq!(is_given(|subject| matches!(subject, Excepted::Units(units) if units.len() == 2)), 1);
    assert_eq!(is_given(|subject| matches!(subject, Excepted::Zone(name) if name == "RITS")), 1);
    assert_eq!(is_given(|subject| matches!(subject, Excepted::Region(_))), 1);
    let plan = scenario.official_plan.unwrap();
    assert!(plan.zones.values().any(|zone| zone.name == "RITS"));
    let groups: Vec<&str> = scenario
        .territory
        .families
        .iter()
        .flat_map(|family| family.groups.iter().map(|group| group.name.as_str()))
        .collect();
    let named = added.iter().filter_map(|exception| match &exception.subject {
        Excepted::Group(name) => Some(name.as_str()),
        _ => None,
    });
    let named: Vec<&str> = named.collect();
    assert_eq!(named.len(), 1);
    assert!(named.iter().all(|name| groups.contains(name)), "{named:?} is no group");
}
