use std::collections::BTreeMap;
use std::path::Path;

use jiff::civil::Date;

use crate::formats::csv_table::{problem, quoted};
use crate::formats::toml_file::{self, TomlFile};
use crate::profile::profile_file::{LevelsTable, ProfileFile, RuleTable};
use crate::scenario::unit_references::References;
use crate::scenario_source::Source;
use crate::{InputFile, InputPlace, InputProblem, InputProblems, embedded_files, keep};
use zonewerk_core::problem::{
    CountBounds, GroupReading, Parameter, Period, PopulationBounds, Profile, ProfileWords, RegionLevel,
    RuleId, RuleSetting, RuleWeight, Severity, ZoneLevel,
};
use zonewerk_core::words::Language;
use zonewerk_core::words::closest;

/// Reads a rule profile: a built-in one by name, or a TOML file, with the files it came from.
///
/// # Errors
/// Everything that is wrong with it and the profiles it extends, at once.
pub fn profile(name_or_path: &str) -> Result<(Profile, Vec<InputFile>), InputProblems> {
    let path = Path::new(name_or_path);
    let is_built_in = embedded_files::profile_names().any(|built_in| built_in == name_or_path);
    let (source, name) = match path.file_name() {
        Some(file) if !is_built_in => (Source::beside(path), file.to_string_lossy().into_owned()),
        _ => (Source::embedded(), name_or_path.to_owned()),
    };
    let mut problems = Vec::new();
    let unknown = |expected: &str| {
        problem("unknown-profile", name_or_path, InputPlace::File, "no such profile", expected)
    };
    let written = read(&source, &name, &unknown, &mut problems);
    let profile = written.and_then(|written| written.profile(None, &mut problems));
    let read_files = source.inputs();
    for problem in
        problems.iter_mut().filter(|problem| read_files.iter().any(|file| file.name == problem.file))
    {
        problem.file = path.with_file_name(&problem.file).display().to_string();
    }
    InputProblems::none_of(problems)?;
    Ok((profile.expect("what is missing was a problem"), read_files))
}

/// A profile with all that it extends, as it is written.
pub(crate) struct WrittenProfile {
    file: ProfilePlace,
    written: ProfileFile,
}

/// Where a profile stands.
#[derive(Clone, PartialEq, Eq)]
struct ProfilePlace {
    is_built_in: bool,
    file: String,
}

impl ProfilePlace {
    /// Where the profile of a name stands, beside the one that extends it; `None` where the
    /// name is none.
    fn of(name: &str, extender: Option<&Self>) -> Option<Self> {
        if embedded_files::profile_names().any(|built_in| built_in == name) {
            return Some(Self { is_built_in: true, file: format!("{name}.toml") });
        }
        let folder = extender.filter(|extender| !extender.is_built_in);
        let folder = folder.and_then(|extender| Path::new(&extender.file).parent()).unwrap_or(Path::new(""));
        let file = folder.join(name).display().to_string();
        name.ends_with(".toml").then_some(Self { is_built_in: false, file })
    }
}

/// Reads a profile and what it extends, and looks each file over by itself. `unknown` makes
/// the problem of a name that is none.
pub(crate) fn read(
    source: &Source,
    name: &str,
    unknown: &dyn Fn(&str) -> InputProblem,
    problems: &mut Vec<InputProblem>,
) -> Option<WrittenProfile> {
    let mut chain: Vec<WrittenProfile> = Vec::new();
    let mut next = Some(name.to_owned());
    while let Some(name) = next.take() {
        let extender = chain.last().map(|last| &last.file);
        let Some(place) = ProfilePlace::of(&name, extender) else {
            let expected = known_profiles(&name);
            problems.push(match extender {
                None => unknown(&expected),
                Some(at) => in_file(&at.file, "unknown-profile", "extends", &quoted(&name), &expected),
            });
            return None;
        };
        if let (Some(extender), true) = (extender, chain.iter().any(|before| before.file == place)) {
            let found = format!("{name:?}, which extends this one");
            let expected = "a profile that does not extend this one in the end";
            problems.push(in_file(&extender.file, "circular-profile", "extends", &found, expected));
            return None;
        }
        let written = read_one(source, &place, problems)?;
        next.clone_from(&written.extends);
        let one = WrittenProfile { file: place, written };
        // What is wrong in a file is told of that file, not of one that extends it.
        one.build(None, problems);
        chain.push(one);
    }
    chain.into_iter().reduce(|extending, base| WrittenProfile {
        file: extending.file,
        written: ProfileFile {
            levels: extending.written.levels.over(&base.written.levels),
            rules: rules_over(extending.written.rules, base.written.rules),
            en: extending.written.en.over(base.written.en),
            nl: extending.written.nl.over(base.written.nl),
            ..extending.written
        },
    })
}

/// What a name that is none could have been.
fn known_profiles(name: &str) -> String {
    let names: Vec<&str> = embedded_files::profile_names().collect();
    let near = closest(name, names.iter().copied()).map(|near| format!(" (is it {near:?}?)"));
    format!("a TOML file, or one of the built-in profiles {}{}", names.join(", "), near.unwrap_or_default())
}

fn read_one(source: &Source, place: &ProfilePlace, problems: &mut Vec<InputProblem>) -> Option<ProfileFile> {
    let file = &place.file;
    let bytes = if place.is_built_in { source.built_in(file) } else { source.bytes(file) };
    let bytes = keep(problems, bytes)?;
    let mut profile: TomlFile<ProfileFile> = keep(problems, toml_file::read(file, &bytes))?;
    problems.append(&mut profile.problems);
    let written = &profile.written;
    for (field, text) in [("name", &written.name), ("title", &written.title), ("source", &written.source)] {
        if text.trim().is_empty() && !profile.explains(field) {
            problems.push(in_file(file, "blank-field", field, "nothing", "some words"));
        }
    }
    Some(profile.written)
}

fn rules_over(
    extending: BTreeMap<String, RuleTable>,
    base: BTreeMap<String, RuleTable>,
) -> BTreeMap<String, RuleTable> {
    let mut rules = base;
    for (name, table) in extending {
        let below = rules.remove(&name).unwrap_or_default();
        rules.insert(name, table.over(below));
    }
    rules
}

impl WrittenProfile {
    /// The profile, with other numbers where a scenario's `levels` give them; `None` where a
    /// number is wrong.
    pub(crate) fn profile(
        &self,
        levels: Option<(&References<'_>, &LevelsTable)>,
        problems: &mut Vec<InputProblem>,
    ) -> Option<Profile> {
        let mut found = Vec::new();
        // What is wrong without the scenario is told of the profile.
        self.build(None, &mut found);
        let profile = self.build(levels, &mut found);
        let translations = self.translations(&mut found);
        for problem in found {
            let is_same = |told: &InputProblem| {
                (told.code, &told.place, &told.field, &told.found)
                    == (problem.code, &problem.place, &problem.field, &problem.found)
            };
            if !problems.iter().any(is_same) {
                problems.push(problem);
            }
        }
        Some(Profile { translations, ..profile? })
    }

    /// The profile without its translations, and everything that is wrong with it.
    fn build(
        &self,
        levels: Option<(&References<'_>, &LevelsTable)>,
        problems: &mut Vec<InputProblem>,
    ) -> Option<Profile> {
        let own = self.entries();
        let written = &self.written;
        let (entries, levels) = match levels {
            Some((scenario, levels)) if !levels.is_empty() => (*scenario, levels.over(&written.levels)),
            _ => (own, LevelsTable::default().over(&written.levels)),
        };
        let period =
            self.period("profile", written.valid_from.as_deref(), written.valid_until.as_deref(), problems);
        let mut rules = BTreeMap::new();
        for (name, table) in &written.rules {
            if let Some((rule, setting)) = self.setting(name, table, problems) {
                rules.insert(rule, setting);
            }
        }
        for rule in asked_by_numbers(&levels) {
            rules.entry(rule).or_default();
        }
        let zone = zone_level(&entries, &levels, problems);
        let region = region_level(&entries, &levels, problems);
        Some(Profile {
            name: written.name.clone(),
            title: written.title.clone(),
            source: written.source.clone(),
            period,
            zone: zone?,
            region: region?,
            rules,
            translations: BTreeMap::new(),
        })
    }

    fn entries(&self) -> References<'_> {
        References { file: &self.file.file, territory: None }
    }

    fn translations(&self, problems: &mut Vec<InputProblem>) -> BTreeMap<Language, ProfileWords> {
        let entries = self.entries();
        let mut translations = BTreeMap::new();
        for (language, words) in [(Language::English, &self.written.en), (Language::Dutch, &self.written.nl)]
        {
            for rule in words.articles.keys().filter(|rule| !self.written.rules.contains_key(*rule)) {
                let entry = format!("{}.articles", language.code());
                let expected = "a rule that the profile names";
                problems.push(entries.problem("unknown-rule", &entry, rule, &quoted(rule), expected));
            }
            let known = |(rule, article): (&String, &String)| Some((rule.parse().ok()?, article.clone()));
            let words = ProfileWords {
                title: words.title.clone(),
                source: words.source.clone(),
                articles: words.articles.iter().filter_map(known).collect(),
            };
            if words != ProfileWords::default() {
                translations.insert(language, words);
            }
        }
        translations
    }

    fn setting(
        &self,
        name: &str,
        table: &RuleTable,
        problems: &mut Vec<InputProblem>,
    ) -> Option<(RuleId, RuleSetting)> {
        let entries = self.entries();
        let entry = format!("rules.{name}");
        let Ok(rule) = name.parse::<RuleId>() else {
            problems.push(entries.problem("unknown-rule", "rules", name, &quoted(name), &known_rules(name)));
            return None;
        };
        let set = [
            (Parameter::Families, table.families.is_some()),
            (Parameter::Except, table.except.is_some()),
            (Parameter::Reading, table.reading.is_some()),
            (Parameter::Months, table.months.is_some()),
        ];
        for (parameter, is_set) in set {
            if is_set && !rule.parameters().contains(&parameter) {
                let own =
                    set.iter().map(|(parameter, _)| parameter).filter(|own| rule.parameters().contains(own));
                let own = own.map(|parameter| format!(", {}", parameter.key()));
                let expected =
                    format!("only severity, article, valid_from, valid_until{}", own.collect::<String>());
                let found = format!("the key {:?}", parameter.key());
                problems.push(entries.problem(
                    "no-such-parameter",
                    &entry,
                    parameter.key(),
                    &found,
                    &expected,
                ));
            }
        }
        let weights = Severity::ALL.map(|severity| (severity.name(), RuleWeight::Finding(severity)));
        let weights: Vec<(&str, RuleWeight)> =
            weights.into_iter().chain([("off", RuleWeight::Off)]).collect();
        let readings = GroupReading::ALL.map(|reading| (reading.name(), reading));
        let weight = one_of(&entries, &entry, "severity", table.severity.as_deref(), &weights, problems);
        let error = RuleWeight::Finding(Severity::Error);
        if let Some(word) = table.severity.as_deref().filter(|_| weight.is_some_and(|weight| weight != error))
            && rule.is_unconditional()
        {
            let expected = "no severity, or \"error\": this rule holds under every profile";
            problems.push(entries.problem("unconditional-rule", &entry, "severity", &quoted(word), expected));
        }
        let setting = RuleSetting {
            weight,
            article: table.article.clone(),
            period: self.period(&entry, table.valid_from.as_deref(), table.valid_until.as_deref(), problems),
            families: table.families.clone().unwrap_or_default(),
            reported: Vec::new(),
            except: table.except.clone().unwrap_or_default(),
            reading: one_of(&entries, &entry, "reading", table.reading.as_deref(), &readings, problems),
            readings: BTreeMap::new(),
            months: table.months,
        };
        Some((rule, setting))
    }

    fn period(
        &self,
        entry: &str,
        from: Option<&str>,
        until: Option<&str>,
        problems: &mut Vec<InputProblem>,
    ) -> Period {
        let entries = self.entries();
        let from = from.and_then(|text| date(&entries, entry, "valid_from", text, problems));
        let until = until.and_then(|text| date(&entries, entry, "valid_until", text, problems));
        if let (Some(from), Some(until)) = (from, until)
            && until < from
        {
            let expected = format!("a day on or after {from}");
            problems.push(entries.problem(
                "ends-before-start",
                entry,
                "valid_until",
                &until.to_string(),
                &expected,
            ));
        }
        Period { from, until }
    }
}

/// What a name that is no rule's could have been.
pub(crate) fn known_rules(name: &str) -> String {
    let near = closest(name, RuleId::ALL.iter().map(|rule| rule.name()));
    let hint = near.map(|near| format!(" (is it {near:?}?)")).unwrap_or_default();
    format!("the name of a rule, as `zonewerk rules` lists them{hint}")
}

/// A day, as in `2025-01-01`.
pub(crate) fn date(
    entries: &References<'_>,
    entry: &str,
    field: &str,
    text: &str,
    problems: &mut Vec<InputProblem>,
) -> Option<Date> {
    let day = text.trim().parse();
    if day.is_err() {
        problems.push(entries.problem("wrong-date", entry, field, &quoted(text), "a day such as 2025-01-01"));
    }
    day.ok()
}

fn one_of<T: Copy>(
    entries: &References<'_>,
    entry: &str,
    field: &str,
    word: Option<&str>,
    known: &[(&str, T)],
    problems: &mut Vec<InputProblem>,
) -> Option<T> {
    let word = word?;
    let meant = known.iter().find(|(name, _)| *name == word).map(|(_, value)| *value);
    if meant.is_none() {
        let names: Vec<&str> = known.iter().map(|(name, _)| *name).collect();
        let near = closest(word, names.iter().copied()).map(|near| format!("; is it {near:?}?"));
        let expected = format!("one of {}{}", names.join(", "), near.unwrap_or_default());
        problems.push(entries.problem("unknown-word", entry, field, &quoted(word), &expected));
    }
    meant
}

/// The rules that numbers ask for: a number that is written is meant to hold.
fn asked_by_numbers(levels: &LevelsTable) -> impl Iterator<Item = RuleId> {
    let (zone, region) = (levels.zone, levels.region);
    let is_above_zero = |minimum: Option<u64>| minimum.is_some_and(|minimum| minimum > 0);
    let asked = [
        (is_above_zero(zone.minimum), RuleId::ZoneBelowMinimumPopulation),
        (zone.maximum.is_some(), RuleId::ZoneAboveMaximumPopulation),
        (zone.counts_zones(), RuleId::WrongNumberOfZones),
        (is_above_zero(region.minimum), RuleId::RegionBelowMinimumPopulation),
        (region.maximum.is_some(), RuleId::RegionAboveMaximumPopulation),
        (region.count_minimum.is_some() || region.count_maximum.is_some(), RuleId::WrongNumberOfRegions),
        (region.zones_minimum.is_some(), RuleId::RegionWithTooFewZones),
        (region.zones_maximum.is_some(), RuleId::RegionWithTooManyZones),
    ];
    asked.into_iter().filter(|(is_asked, _)| *is_asked).map(|(_, rule)| rule)
}

/// What is wrong with the numbers of a scenario, whatever its profile is.
pub(crate) fn check_levels(
    scenario: &References<'_>,
    levels: &LevelsTable,
    problems: &mut Vec<InputProblem>,
) {
    zone_level(scenario, levels, problems);
    region_level(scenario, levels, problems);
}

fn zone_level(
    entries: &References<'_>,
    levels: &LevelsTable,
    problems: &mut Vec<InputProblem>,
) -> Option<ZoneLevel> {
    let zone = levels.zone;
    let population = population(entries, "levels.zone", zone.minimum, zone.maximum, problems);
    let count =
        count(entries, ("levels.zone", "count_minimum"), zone.count_minimum, zone.count_maximum, problems);
    Some(ZoneLevel { population: population?, count: count? })
}

fn region_level(
    entries: &References<'_>,
    levels: &LevelsTable,
    problems: &mut Vec<InputProblem>,
) -> Option<RegionLevel> {
    const ENTRY: &str = "levels.region";
    let region = levels.region;
    let population = population(entries, ENTRY, region.minimum, region.maximum, problems);
    let regions =
        count(entries, (ENTRY, "count_minimum"), region.count_minimum, region.count_maximum, problems);
    let zones =
        count(entries, (ENTRY, "zones_minimum"), region.zones_minimum, region.zones_maximum, problems);
    Some(RegionLevel { population: population?, count: regions?, zones: zones? })
}

fn population(
    entries: &References<'_>,
    entry: &str,
    minimum: Option<u64>,
    maximum: Option<u64>,
    problems: &mut Vec<InputProblem>,
) -> Option<PopulationBounds> {
    let bounds = PopulationBounds::new(minimum.unwrap_or(0), maximum);
    let above = |found: String| minimum_above_maximum(entries, entry, "minimum", &found);
    bounds.map_err(|error| problems.push(above(error.to_string()))).ok()
}

fn count(
    entries: &References<'_>,
    (entry, field): (&str, &str),
    minimum: Option<u64>,
    maximum: Option<u64>,
    problems: &mut Vec<InputProblem>,
) -> Option<CountBounds> {
    let bounds = CountBounds::new(minimum, maximum);
    if let (None, Some(minimum), Some(maximum)) = (bounds, minimum, maximum) {
        let found = format!("minimum {minimum} is above maximum {maximum}");
        problems.push(minimum_above_maximum(entries, entry, field, &found));
    }
    bounds
}

pub(crate) fn minimum_above_maximum(
    entries: &References<'_>,
    entry: &str,
    field: &str,
    found: &str,
) -> InputProblem {
    entries.problem("minimum-above-maximum", entry, field, found, "a minimum of at most the maximum")
}

fn in_file(file: &str, code: &'static str, field: &str, found: &str, expected: &str) -> InputProblem {
    InputProblem { field: Some(field.to_owned()), ..problem(code, file, InputPlace::File, found, expected) }
}
