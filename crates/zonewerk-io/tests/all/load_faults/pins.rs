//! Faults of pins: units together, apart, or of a named zone.

use super::check;
use super::world::World;
use zonewerk_core::problem::{Pin, PinKind};

fn pins(entries: &[&str]) -> World {
    let entries: String = entries.iter().map(|lines| format!("[[pins]]\n{lines}\n\n")).collect();
    World::plain().with("scenario.toml", "[goals]", &format!("{entries}[goals]"))
}

/// One pin with a reason.
fn pin(lines: &str) -> World {
    pins(&[&format!("{lines}\nreason = \"Asked for\"")])
}

#[test]
fn pin_asks_exactly_one_thing() {
    check([
        (
            "nothing",
            pin(""),
            &[
                "scenario.toml, pins[1], together: found nothing, expected one of together, apart and zone [no-pin]",
            ],
        ),
        (
            "two things",
            pin("together = [\"a1\", \"a2\"]\nzone = \"South\"\nholds = [\"a3\"]"),
            &[
                "scenario.toml, pins[1], zone: found together and zone, expected one of together, apart and zone [several-pins]",
            ],
        ),
        (
            "units of a zone without a name",
            pin("holds = [\"a3\"]"),
            &[
                "scenario.toml, pins[1], holds: found holds without zone, expected the name of a zone beside holds and without [no-zone]",
            ],
        ),
        (
            "without beside apart",
            pin("apart = [\"a1\", \"a2\"]\nwithout = [\"a3\"]"),
            &[
                "scenario.toml, pins[1], without: found without without zone, expected the name of a zone beside holds and without [no-zone]",
            ],
        ),
        (
            "no reason",
            pins(&["together = [\"a1\", \"a2\"]"]),
            &["scenario.toml, pins[1], reason: found nothing, expected some words [blank-field]"],
        ),
        (
            "a wrong key",
            pin("togehter = [\"a1\", \"a2\"]"),
            &[
                "scenario.toml, line 38: found the key \"togehter\", expected one of together, apart, zone, holds, without, reason; is it \"together\"? [unknown-key]",
            ],
        ),
    ]);
}

#[test]
fn wrong_units_of_a_pin_are_named_together() {
    check([
        (
            "too few",
            pins(&["together = [\"a1\"]\nreason = \"x\"", "apart = []\nreason = \"x\""]),
            &[
                "scenario.toml, pins[1], together: found one unit, expected two units or more [too-few-units]",
                "scenario.toml, pins[2], apart: found no unit, expected two units or more [too-few-units]",
            ],
        ),
        (
            "unknown, twice, and fixed",
            pin("apart = [\"a1\", \"A2\", \"a1\", \"c1\"]"),
            &[
                "scenario.toml, pins[1], apart: found \"A2\", expected the code of a unit of the territory (is it \"a2\"?) [unknown-unit]",
                "scenario.toml, pins[1], apart: found \"a1\", expected each unit once [duplicate-unit]",
                "scenario.toml, pins[1], apart: found unit c1, which the fixed zone \"Top\" holds, expected units that lie in no fixed zone [unit-of-fixed-zone]",
            ],
        ),
        (
            "a zone of nothing",
            pin("zone = \"South\"\nwithout = [\"c2\"]"),
            &[
                "scenario.toml, pins[1], holds: found no unit, expected one unit or more [no-units]",
                "scenario.toml, pins[1], without: found unit c2, which the fixed zone \"Top\" holds, expected units that lie in no fixed zone [unit-of-fixed-zone]",
            ],
        ),
        (
            "held and kept out",
            pin("zone = \"South\"\nholds = [\"a1\", \"a2\"]\nwithout = [\"a2\", \"b1\"]"),
            &[
                "scenario.toml, pins[1], without: found unit a2, which is in holds too, expected each unit in holds or in without [held-and-without]",
            ],
        ),
    ]);
}

#[test]
fn zones_of_pins_have_names_of_their_own() {
    let zone = |name: &str, unit: &str| format!("zone = \"{name}\"\nholds = [\"{unit}\"]\nreason = \"x\"");
    check([
        (
            "one another",
            pins(&[&zone("South", "a1"), &zone(" South", "a2")]),
            &[
                "scenario.toml, pins[2], zone: found \"South\", which pins[1] has too, expected a name of its own [duplicate-zone]",
            ],
        ),
        (
            "a fixed zone",
            pins(&[&zone("Top", "a1")]),
            &[
                "scenario.toml, pins[1], zone: found \"Top\", which fixed_zones[1] has too, expected a name of its own [duplicate-zone]",
            ],
        ),
        (
            "nothing",
            pins(&[&zone("", "a1"), &zone("", "a2")]),
            &[
                "scenario.toml, pins[1], zone: found nothing, expected some words [blank-field]",
                "scenario.toml, pins[2], zone: found nothing, expected some words [blank-field]",
            ],
        ),
    ]);
}

#[test]
fn pins_are_read_and_their_contradictions_are_no_fault() {
    let scenario = pins(&[
        "together = [\"a2\", \"a1\"]\nreason = \"One school\"",
        "apart = [\"a1\", \"a2\"]\nreason = \"Two hospitals\"",
        "zone = \"South\"\nholds = [\"a1\"]\nwithout = [\"b1\"]\nreason = \"The south\"",
    ])
    .load()
    .unwrap();
    let unit = |code: &str| scenario.territory.find(code).unwrap();
    let expected = [
        (PinKind::Together(vec![unit("a1"), unit("a2")]), "One school"),
        (PinKind::Apart(vec![unit("a1"), unit("a2")]), "Two hospitals"),
        (
            PinKind::Zone { name: "South".to_owned(), holds: vec![unit("a1")], without: vec![unit("b1")] },
            "The south",
        ),
    ];
    let expected = expected.map(|(asks, reason)| Pin { asks, reason: reason.to_owned() });
    assert_eq!(scenario.problem.pins, expected);
}
