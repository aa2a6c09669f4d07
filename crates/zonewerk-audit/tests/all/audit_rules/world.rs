use std::collections::BTreeSet;

use jiff::civil::{Date, date};
use zonewerk_audit::{Audit, audit};
use zonewerk_core::graph::{Graph, MapParts};
use zonewerk_core::plan::{Holding, Plan, UnitPart, Zone};
use zonewerk_core::problem::{
    CountBounds, Excepted, Exception, FixedZone, Goal, Instance, Limit, Pin, PinKind, PopulationBounds,
    Problem, RuleId, RuleSetting, RuleWeight,
};
use zonewerk_core::territory::{
    Group, GroupFamily, GroupRole, Id, IdVec, Link, LinkChange, MergerStatus, PlannedMerger, Territory, Unit,
    UnitCode, UnitId, ZoneId,
};

/// A grid of units `1`, `2`, ... row by row and a plan over it.
#[derive(Clone)]
pub struct World {
    columns: usize,
    map_parts: Option<MapParts>,
    people: Vec<u64>,
    problem: Problem,
    links: Vec<Link>,
    zones: Vec<String>,
    pub holdings: Vec<Holding>,
    regions: Vec<Vec<String>>,
    families: Vec<GroupFamily>,
    mergers: Vec<PlannedMerger>,
    counted_on: Option<Date>,
    date: Option<Date>,
}

/// Families of the groups that a full world has, one a rule.
pub const FAMILIES: [&str; 4] = ["circle", "network", "police", "area"];

/// A plan by rows under every rule there is, and at the edge of each: bounds and counts are
/// those of the plan itself, groups are its regions (`police`: the first two units and the
/// last two), mergers are those of `police`, the first and the last unit are pinned apart, the population is a year old to the day.
/// `regions` has the zones of each region: `R: ab`.
pub fn full(rows: &str, regions: &[(&str, &str)]) -> World {
    let mut world = plan(rows);
    for (index, name) in world.zones.clone().iter().enumerate() {
        let of = regions.iter().filter(|(_, zones)| zones.contains(name.as_str()));
        world.regions[index] = of.map(|(region, _)| (*region).to_owned()).collect();
    }
    for rule in zonewerk_audit::RULES {
        world.problem.profile.rules.entry(rule.id).or_default();
    }
    for (rule, family) in [
        (RuleId::GroupStraddlesZones, "circle"),
        (RuleId::GroupNotAligned, "circle"),
        (RuleId::NetworkCut, "network"),
        (RuleId::AffinityCut, "police"),
        (RuleId::ZoneCrossesGroup, "area"),
        (RuleId::GroupInSeveralRegions, "area"),
    ] {
        world = world.setting(rule, |setting| setting.families = vec![family.to_owned()]);
    }
    let last = world.people.len();
    for family in FAMILIES {
        let groups: Vec<(String, Vec<usize>)> = match family {
            "police" => vec![("first".to_owned(), vec![1, 2]), ("last".to_owned(), vec![last - 1, last])],
            _ => regions.iter().map(|(name, zones)| ((*name).to_owned(), world.units_in(zones))).collect(),
        };
        for (name, units) in groups {
            world = world.group(family, &name, &units);
        }
    }
    let zones = world.zones.len() as u64;
    world = world.apart(&[1, last]).limit(Goal::Zones, zones);
    world = world.merger(MergerStatus::Decided, &[1, 2]).merger(MergerStatus::Expected, &[last - 1, last]);
    world.counted_on = Some(date(2021, 1, 1));
    world.date = Some(date(2022, 1, 1));
    let people = |zones: &str| 10 * world.units_in(zones).len() as u64;
    let zones: Vec<u64> = world.zones.iter().map(|zone| people(zone)).collect();
    let of_regions: Vec<u64> = regions.iter().map(|(_, zones)| people(zones)).collect();
    let sizes: Vec<u64> = regions.iter().map(|(_, zones)| zones.len() as u64).collect();
    let ends = |numbers: &[u64]| (*numbers.iter().min().unwrap(), *numbers.iter().max().unwrap());
    let (zone, region, size) = (ends(&zones), ends(&of_regions), ends(&sizes));
    let (zones, regions) = (zones.len() as u64, regions.len() as u64);
    world
        .bounds(zone.0, Some(zone.1))
        .zone_count(zones, zones)
        .region_bounds(region.0, region.1)
        .region_count(regions, regions)
        .region_zones(size.0, size.1)
}

/// Four zones of four units, two in each of two regions, under every rule.
pub fn square() -> World {
    full("aabb aabb ccdd ccdd", &[("R", "ab"), ("S", "cd")])
}

/// A plan drawn by rows: a letter is a zone, `.` is no zone, `?` a zone the plan has
/// not. Each unit has 10 inhabitants, a zone 20 to 40.
pub fn plan(rows: &str) -> World {
    let rows: Vec<&str> = rows.split_whitespace().collect();
    let letters: Vec<char> = rows.concat().chars().collect();
    let zones: BTreeSet<char> = letters.iter().copied().filter(char::is_ascii_lowercase).collect();
    World {
        columns: rows[0].len(),
        map_parts: Some(MapParts::default()),
        people: vec![10; letters.len()],
        problem: Problem::within(PopulationBounds::new(20, Some(40)).unwrap()),
        links: Vec::new(),
        holdings: letters.iter().map(|&letter| holding(letter)).collect(),
        regions: vec![Vec::new(); zones.len()],
        zones: zones.iter().map(char::to_string).collect(),
        families: Vec::new(),
        mergers: Vec::new(),
        counted_on: None,
        date: None,
    }
}

pub fn zone(letter: char) -> ZoneId {
    ZoneId::new(if letter == '?' { 98 } else { letter as usize - 'a' as usize })
}

fn holding(letter: char) -> Holding {
    if letter == '.' { Holding::Unassigned } else { Holding::Whole(zone(letter)) }
}

fn unit(number: usize) -> UnitId {
    UnitId::new(number - 1)
}

fn units(numbers: &[usize]) -> Vec<UnitId> {
    numbers.iter().map(|&number| unit(number)).collect()
}

impl World {
    pub fn people(mut self, number: usize, people: u64) -> Self {
        self.people[number - 1] = people;
        self
    }

    pub fn bounds(mut self, minimum: u64, maximum: Option<u64>) -> Self {
        self.problem.profile.zone.population = PopulationBounds::new(minimum, maximum).unwrap();
        self
    }

    pub fn exception(mut self, numbers: &[usize], minimum: u64, maximum: Option<u64>) -> Self {
        let number = self.problem.exceptions.len() + 1;
        let bounds = PopulationBounds::new(minimum, maximum).unwrap();
        self.problem.exceptions.push(Exception {
            legal_ground: (number == 2).then(|| "art. 2".to_owned()),
            ..Exception::bounds_for(units(numbers), bounds, format!("reason {number}"))
        });
        self
    }

    pub fn fixed(mut self, name: &str, numbers: &[usize]) -> Self {
        let units = units(numbers);
        self.problem.fixed_zones.push(FixedZone { name: name.to_owned(), units, reason: "given".to_owned() });
        self
    }

    pub fn link(mut self, change: LinkChange, a: usize, b: usize) -> Self {
        let between = [unit(a), unit(b)];
        self.links.push(Link { between, change, reason: "bridge".to_owned(), author: None, date: None });
        self
    }

    pub fn parts(mut self, number: usize, parts: &[(char, Option<u64>)]) -> Self {
        let part = |&(letter, population): &(char, Option<u64>)| UnitPart {
            name: format!("part in {letter}"),
            population,
            zone: zone(letter),
        };
        self.holdings[number - 1] = Holding::Parts(parts.iter().map(part).collect());
        self
    }

    /// A unit that lies in parts of these sizes, and which part touches which neighbour.
    pub fn in_parts(mut self, number: usize, sizes_m2: &[u64], touching: &[(usize, usize)]) -> Self {
        let touching = touching.iter().map(|&(part, other)| ([unit(number), unit(other)], [part, 0]));
        self.map_parts = Some(MapParts::new([(unit(number), sizes_m2.to_vec())], touching));
        self
    }

    pub fn without_map(mut self) -> Self {
        self.map_parts = None;
        self
    }

    pub fn zone_names(mut self, names: &[&str]) -> Self {
        self.zones = names.iter().map(|&name| name.to_owned()).collect();
        self
    }

    /// Units of the zones of these letters, as they are drawn.
    fn units_in(&self, letters: &str) -> Vec<usize> {
        let is_in = |holding: &Holding| matches!(holding, Holding::Whole(of) if letters.chars().any(|letter| zone(letter) == *of));
        (1..=self.holdings.len()).filter(|number| is_in(&self.holdings[number - 1])).collect()
    }

    pub fn setting(mut self, rule: RuleId, change: impl FnOnce(&mut RuleSetting)) -> Self {
        change(self.problem.profile.rules.entry(rule.to_owned()).or_default());
        self
    }

    pub fn off(self, rule: RuleId) -> Self {
        self.setting(rule, |setting| setting.weight = Some(RuleWeight::Off))
    }

    pub fn except(self, rule: RuleId, numbers: &[usize]) -> Self {
        let codes = numbers.iter().map(|number| format!("{number:02}")).collect();
        self.setting(rule, |setting| setting.except = codes)
    }

    /// Replaces a group of a family, or adds it.
    pub fn group(self, family: &str, name: &str, numbers: &[usize]) -> Self {
        self.group_with_parts(family, name, numbers, &[])
    }

    pub fn group_with_parts(
        mut self,
        family: &str,
        name: &str,
        numbers: &[usize],
        parts: &[(usize, &str)],
    ) -> Self {
        let place = self.families.iter().position(|known| known.name == family).unwrap_or_else(|| {
            let family = GroupFamily { name: family.to_owned(), role: GroupRole::Unsaid, groups: Vec::new() };
            self.families.push(family);
            self.families.len() - 1
        });
        let groups = &mut self.families[place].groups;
        groups.retain(|known| known.name != name);
        let parts = parts.iter().map(|(number, part)| (unit(*number), (*part).to_owned())).collect();
        groups.push(Group { name: name.to_owned(), units: units(numbers), parts });
        groups.sort_by(|a, b| a.name.cmp(&b.name));
        self
    }

    pub fn without_group(mut self, family: &str, name: &str) -> Self {
        let family = self.families.iter_mut().find(|known| known.name == family).unwrap();
        family.groups.retain(|known| known.name != name);
        self
    }

    pub fn without_family(mut self, family: &str) -> Self {
        self.families.retain(|known| known.name != family);
        self
    }

    /// Replaces the mergers of a status.
    pub fn merger(mut self, status: MergerStatus, numbers: &[usize]) -> Self {
        self.mergers.retain(|known| known.status != status);
        self.mergers.push(PlannedMerger {
            name: "New".to_owned(),
            units: units(numbers),
            status,
            date: None,
        });
        self
    }

    pub fn without_mergers(mut self) -> Self {
        self.mergers.clear();
        self
    }

    pub fn region(mut self, letter: char, regions: &[&str]) -> Self {
        self.regions[zone(letter).index()] = regions.iter().map(|&name| name.to_owned()).collect();
        self
    }

    /// A pin, whose reason is its number.
    pub fn pin(mut self, asks: PinKind) -> Self {
        let reason = format!("wish {}", self.problem.pins.len() + 1);
        self.problem.pins.push(Pin { asks, reason });
        self
    }

    pub fn together(self, numbers: &[usize]) -> Self {
        self.pin(PinKind::Together(units(numbers)))
    }

    pub fn apart(self, numbers: &[usize]) -> Self {
        self.pin(PinKind::Apart(units(numbers)))
    }

    pub fn pinned_zone(self, name: &str, holds: &[usize], without: &[usize]) -> Self {
        self.pin(PinKind::Zone { name: name.to_owned(), holds: units(holds), without: units(without) })
    }

    pub fn limit(mut self, goal: Goal, most: u64) -> Self {
        self.problem.limits.push(Limit { goal, most });
        self
    }

    /// The plan that people move from, drawn by rows.
    pub fn base(mut self, rows: &str) -> Self {
        let letters: Vec<char> = rows.split_whitespace().flat_map(str::chars).collect();
        let zones: BTreeSet<char> = letters.iter().copied().filter(char::is_ascii_lowercase).collect();
        self.problem.base = Some(Plan {
            zones: zones.iter().map(|letter| Zone::new(letter.to_string())).collect(),
            holdings: letters.into_iter().map(holding).collect::<Vec<_>>().into(),
            date: None,
        });
        self
    }

    /// The number of zones that the scenario itself asks for.
    pub fn asked_zones(mut self, count: u64) -> Self {
        self.problem.zone_count = CountBounds::new(Some(count), Some(count)).unwrap();
        self
    }

    /// A profile that speaks of no rule at all.
    pub fn silent(mut self) -> Self {
        self.problem.profile.rules.clear();
        self
    }

    pub fn zone_count(mut self, minimum: u64, maximum: u64) -> Self {
        self.problem.profile.zone.count = CountBounds::new(Some(minimum), Some(maximum)).unwrap();
        self
    }

    pub fn region_bounds(mut self, minimum: u64, maximum: u64) -> Self {
        self.problem.profile.region.population = PopulationBounds::new(minimum, Some(maximum)).unwrap();
        self
    }

    pub fn region_count(mut self, minimum: u64, maximum: u64) -> Self {
        self.problem.profile.region.count = CountBounds::new(Some(minimum), Some(maximum)).unwrap();
        self
    }

    pub fn region_zones(mut self, minimum: u64, maximum: u64) -> Self {
        self.problem.profile.region.zones = CountBounds::new(Some(minimum), Some(maximum)).unwrap();
        self
    }

    pub fn counted_on(mut self, day: Option<Date>) -> Self {
        self.counted_on = day;
        self
    }

    pub fn date(mut self, day: Option<Date>) -> Self {
        self.date = day;
        self
    }

    pub fn shared(mut self, number: usize, letters: &str) -> Self {
        self.holdings[number - 1] = Holding::Shared(letters.chars().map(zone).collect());
        self
    }

    pub fn named_parts(mut self, number: usize, parts: &[(&str, char, u64)]) -> Self {
        let part = |&(name, letter, people): &(&str, char, u64)| UnitPart {
            name: name.to_owned(),
            population: Some(people),
            zone: zone(letter),
        };
        self.holdings[number - 1] = Holding::Parts(parts.iter().map(part).collect());
        self
    }

    /// An exception that waives rules.
    pub fn waiver(mut self, subject: Excepted, rules: &[RuleId]) -> Self {
        self.problem.exceptions.push(Exception {
            subject,
            bounds: None,
            waives: rules.to_vec(),
            reason: Some("because".to_owned()),
            legal_ground: None,
            until: None,
        });
        self
    }

    /// Changes the last exception.
    pub fn but(mut self, change: impl FnOnce(&mut Exception)) -> Self {
        change(self.problem.exceptions.last_mut().unwrap());
        self
    }

    fn territory(&self) -> Territory {
        let unit = |(index, &population): (usize, &u64)| Unit {
            code: UnitCode::new(format!("{:02}", index + 1)),
            name: format!("u{}", index + 1),
            population,
        };
        let mut territory = Territory::new(self.people.iter().enumerate().map(unit).collect()).unwrap();
        territory.links = self.links.clone();
        territory.families = self.families.clone();
        territory.planned_mergers = self.mergers.clone();
        territory.population_date = self.counted_on;
        territory
    }

    pub fn audit(&self) -> Audit {
        let mut grid = Graph::grid(self.columns, self.people.len() / self.columns);
        grid = match &self.map_parts {
            Some(parts) => grid.with_map_parts(parts.clone()),
            None => Graph::new(vec![0; grid.len()], grid.borders()),
        };
        let regions = |place: usize| self.regions.get(place).into_iter().flatten().cloned().collect();
        let zone = |(place, name): (usize, &String)| Zone { name: name.clone(), regions: regions(place) };
        let plan = Plan {
            zones: self.zones.iter().enumerate().map(zone).collect::<IdVec<ZoneId, Zone>>(),
            holdings: self.holdings.clone().into(),
            date: self.date,
        };
        audit(&Instance::new(&self.territory(), &grid, &self.problem).expect("an instance"), &plan)
    }
}
