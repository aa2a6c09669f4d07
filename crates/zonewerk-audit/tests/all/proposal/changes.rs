//! Each change, made to a plan of six units, one of them divided.

use zonewerk_audit::proposal::{Change, ChangeError, Draft, Proposal, StatedChange};
use zonewerk_core::plan::{Holding, Plan, UnitPart};
use zonewerk_core::territory::{Id, Territory, Unit, UnitCode, UnitId, ZoneId};

fn territory() -> Territory {
    let unit = |(code, population): (&str, u64)| Unit {
        code: UnitCode::new(code),
        name: code.to_uppercase(),
        population,
    };
    let units = [("a", 10), ("b", 20), ("c", 30), ("d", 40), ("e", 50), ("f", 60)];
    Territory::new(units.map(unit).to_vec()).unwrap()
}

/// North: a, b and part of f; South: c, d and part of f; East: e.
fn plan() -> Plan {
    let units = |places: &[usize]| places.iter().map(|&place| UnitId::new(place)).collect::<Vec<_>>();
    let zones = [("North", units(&[0, 1])), ("South", units(&[2, 3])), ("East", units(&[4]))];
    let mut plan =
        Plan::from_zones(6, zones.map(|(name, units)| (name.to_owned(), units))).expect("each unit once");
    for (zone, region) in plan.zones.values_mut().zip(["Up", "Down", "Down"]) {
        zone.regions.insert(region.to_owned());
    }
    let part = |name: &str, people, zone| UnitPart {
        name: name.to_owned(),
        population: Some(people),
        zone: ZoneId::new(zone),
    };
    plan.holdings[UnitId::new(5)] = Holding::Parts(vec![part("hill", 25, 0), part("shore", 35, 1)]);
    plan
}

fn unit(code: &str) -> UnitId {
    territory().find(code).unwrap()
}

fn made(changes: Vec<Change>) -> (Proposal, Vec<ChangeError>) {
    let territory = territory();
    let mut draft = Draft::of(&territory, plan());
    let mut faults = Vec::new();
    for change in changes {
        let made = draft.apply(StatedChange { written: String::new(), change, reason: None });
        faults.extend(made.err().into_iter().flatten());
    }
    (draft.finish(), faults)
}

/// `North[Up]: a b f/hill; ...`, then what each zone continues, then the notes.
fn shown((proposal, faults): (Proposal, Vec<ChangeError>)) -> String {
    let territory = territory();
    let mut text = String::new();
    for (zone, units) in proposal.after.members().iter() {
        let known = &proposal.after.zones[zone];
        let regions: Vec<&str> = known.regions.iter().map(String::as_str).collect();
        text += &format!("{}[{}]:", known.name, regions.join(","));
        for &unit in units {
            text += &format!(" {}", territory.unit(unit).code);
            if let Holding::Parts(parts) = &proposal.after.holdings[unit] {
                let here = parts.iter().filter(|part| part.zone == zone);
                text += &here.map(|part| format!("/{}", part.name)).collect::<String>();
            }
        }
        if let Some(before) = proposal.continues[zone].map(|zone| &proposal.before.zones[zone].name)
            && *before != known.name
        {
            text += &format!(" (was {before})");
        } else if proposal.continues[zone].is_none() {
            text += " (new)";
        }
        text += "\n";
    }
    for (unit, holding) in proposal.after.holdings.iter() {
        if *holding == Holding::Unassigned {
            text += &format!("no zone: {}\n", territory.unit(unit).code);
        }
    }
    proposal.notes.iter().for_each(|note| text += &format!("{note:?}\n"));
    faults.iter().for_each(|fault| text += &format!("fault: {fault}\n"));
    text
}

fn zone(name: &str) -> String {
    name.to_owned()
}

#[test]
fn a_unit_moves_whole_and_an_empty_zone_is_gone() {
    insta::assert_snapshot!(shown(made(vec![
        Change::Move { unit: unit("f"), zone: zone("north") },
        Change::Move { unit: unit("e"), zone: zone("South") },
        Change::Move { unit: unit("a"), zone: zone("North") },
    ])), @r#"
    North[Up]: a b f
    South[Down]: c d e
    MadeWhole { unit: "F (f)", zones: ["North", "South"] }
    AlreadyThere { unit: "A (a)", zone: Some("North") }
    Emptied { zone: "East" }
    "#);
}

#[test]
fn a_merged_zone_has_the_name_of_the_largest_or_a_given_one() {
    let merge = |name: Option<&str>| Change::Merge {
        zones: vec![zone("East"), zone("North")],
        name: name.map(str::to_owned),
    };
    insta::assert_snapshot!(shown(made(vec![merge(None)])), @r#"
    North[Up]: a b e f/hill
    South[Down]: c d f/shore
    RegionChosen { zone: "North", regions: ["Down", "Up"] }
    "#);
    insta::assert_snapshot!(shown(made(vec![merge(Some("Ring")), Change::Dissolve { zone: zone("Ring") }])), @r#"
    South[Down]: c d f/shore
    no zone: a
    no zone: b
    no zone: e
    RegionChosen { zone: "Ring", regions: ["Down", "Up"] }
    "#);
}

#[test]
fn changes_follow_each_other() {
    insta::assert_snapshot!(shown(made(vec![
        Change::New { name: zone("West"), units: vec![unit("a"), unit("b")] },
        Change::Swap { units: [unit("b"), unit("e")] },
        Change::Merge { zones: vec![zone("South"), zone("North")], name: Some(zone("Coast")) },
        Change::Place { unit: unit("c"), zone: Some(zone("Nord")) },
        Change::Place { unit: unit("d"), zone: None },
    ])), @r#"
    Coast[Down]: f/hill/shore (was South)
    East[Down]: b
    West[Up]: a e (new)
    Nord[]: c (new)
    no zone: d
    RegionChosen { zone: "Coast", regions: ["Down", "Up"] }
    NewZone { zone: "Nord", near: [] }
    "#);
}

#[test]
fn what_cannot_be_done_is_told_and_the_rest_is_done() {
    insta::assert_snapshot!(shown(made(vec![
        Change::Move { unit: unit("a"), zone: zone("Sowth") },
        Change::Swap { units: [unit("a"), unit("b")] },
        Change::Swap { units: [unit("f"), unit("b")] },
        Change::Merge { zones: vec![zone("North"), zone("North")], name: None },
        Change::Merge { zones: vec![zone("North"), zone("East")], name: Some(zone("south")) },
        Change::New { name: zone("East"), units: vec![unit("a")] },
        Change::New { name: zone("West"), units: vec![unit("a"), unit("a")] },
        Change::Move { unit: unit("b"), zone: zone("West") },
        Change::Dissolve { zone: zone("Centre") },
    ])), @r#"
    North[Up]: f/hill
    South[Down]: c d f/shore
    East[Down]: e
    West[Up]: a b (new)
    fault: no zone is called "Sowth" (is it "South"?)
    fault: A (a) and B (b) lie in the same zone, North, so there is nothing to swap
    fault: F (f) is divided over North, South, so it has no one place to give: move it whole to a zone first
    fault: zone "North" stands twice
    fault: a zone "south" is there already: give another name, or move the units to it
    fault: a zone "East" is there already: give another name, or move the units to it
    fault: A (a) stands twice
    fault: no zone is called "Centre"
    "#);
}
