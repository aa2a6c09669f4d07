use rand::{Rng, RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

use super::*;

const FAMILIES: [&str; 4] = ["politiezone", "kring (oud), x", "a + b", "people"];

fn faults(text: &str) -> Vec<String> {
    let faults = step(text, Some(&FAMILIES)).expect_err("the step is wrong");
    faults
        .into_iter()
        .map(|GoalFault { code, found, expected }| format!("{code}: {found}; {expected}"))
        .collect()
}

#[test]
fn a_step_is_read_as_it_is_displayed() {
    for (text, shown) in [
        ("border-length", "border-length"),
        ("  cut-edges   within 2%", "cut-edges within 2 %"),
        ("inertia+0.00008*squared-deviation", "inertia + 0.00008 * squared-deviation"),
        ("crossings( politiezone )", "crossings(politiezone)"),
        (
            "2.50 * straddles(kring (oud), x,people) within 0.0001 %",
            "2.5 * straddles(kring (oud), x, people) within 0.0001 %",
        ),
        ("crossings(a + b) + zones", "crossings(a + b) + zones"),
        ("crossings(people, people)", "crossings(people, people)"),
        ("1 * zones within 0 %", "zones"),
    ] {
        let read = step(text, Some(&FAMILIES)).expect(text);
        assert_eq!(read.to_string(), shown);
        assert_eq!(step(shown, Some(&FAMILIES)).as_ref(), Ok(&read), "{shown}");
    }
}

#[test]
fn weights_are_whole_numbers_over_common_parts() {
    let read = step("inertia + 0.00008 * squared-deviation", None).expect("a right step");
    assert_eq!(read.parts, 12_500);
    assert_eq!(read.terms.iter().map(|term| term.weight).collect::<Vec<_>>(), [12_500, 1]);
    assert_eq!(step("0.01 * zones within 1.5 %", None).expect("a right step").tolerance.millionths, 15_000);
}

#[test]
fn random_steps_come_back_from_their_display() {
    let mut random = ChaCha8Rng::seed_from_u64(5);
    for _ in 0..2_000 {
        let mut terms: Vec<String> = Vec::new();
        for name in Goal::NAMES {
            if name == "largest-deviation" || random.random_ratio(2, 3) {
                continue;
            }
            let weight = match random.random_range(0..3) {
                0 => String::new(),
                1 => format!("{} * ", random.random_range(1..1_000_000)),
                _ => format!("{}.{:04} * ", random.random_range(0..1_000), random.random_range(1..10_000)),
            };
            let family = FAMILIES[random.random_range(0..FAMILIES.len())];
            let people = if random.random() { ", people" } else { "" };
            let weak = if random.random() { ", weak" } else { "" };
            let of = match name {
                "crossings" | "zones-crossing" => format!("({family}{people})"),
                "straddles" => format!("({family}{people}{weak})"),
                "region-mismatch" | "region-groups" => format!("({family})"),
                _ => String::new(),
            };
            terms.push(format!("{weight}{name}{of}"));
        }
        if terms.is_empty() {
            continue;
        }
        let text = format!("{} within 0.{:04} %", terms.join("+"), random.random_range(0..10_000));
        let read = step(&text, Some(&FAMILIES)).expect(&text);
        assert_eq!(step(&read.to_string(), Some(&FAMILIES)), Ok(read), "{text}");
    }
}

#[test]
fn whatever_is_written_is_a_step_or_a_fault() {
    const PIECES: [&str; 18] = [
        "inertia",
        "crossings",
        "straddles(",
        "(",
        ")",
        "people",
        ",",
        "+",
        "*",
        "within",
        "%",
        " ",
        "0.5",
        "-",
        "é",
        "99999999999999999999",
        "politiezone",
        "\u{a0}",
    ];
    let mut random = ChaCha8Rng::seed_from_u64(7);
    let (mut right, mut wrong) = (0, 0);
    for _ in 0..50_000 {
        let pieces = random.random_range(0..9);
        let text: String = (0..pieces).map(|_| PIECES[random.random_range(0..PIECES.len())]).collect();
        for families in [None, Some(&FAMILIES[..]), Some(&[][..])] {
            match step(&text, families) {
                Ok(read) => {
                    right += 1;
                    assert!(Objective::new(vec![read]).is_ok(), "{text:?}");
                }
                Err(faults) => {
                    wrong += 1;
                    assert!(!faults.is_empty(), "{text:?}");
                }
            }
        }
    }
    assert!(right > 100 && wrong > 100_000, "{right} right, {wrong} wrong");
    for _ in 0..5_000 {
        let mut bytes = vec![0; random.random_range(0..40)];
        random.fill_bytes(&mut bytes);
        let _ = step(&String::from_utf8_lossy(&bytes), Some(&FAMILIES));
    }
}

#[test]
fn every_fault_of_a_step_is_told() {
    insta::assert_snapshot!(
        faults("0 * border-lenght + -2 * zones + crossings(politezone) + 0.5 inertia within 2").join("\n"), @r#"
    wrong-weight: "0"; a weight above 0 of at most 9 decimals, such as 0.25
    unknown-goal: "border-lenght"; one of border-length, cut-edges, inertia, distance-to-centre, squared-distance-to-centre, squared-deviation, absolute-deviation, largest-deviation, people-moved, crossings, straddles, zones-crossing, mergers-cut, zones, exceptions, regions, region-border-length, region-deviation, region-mismatch, region-groups; is it "border-length"?
    wrong-weight: "-2"; a weight above 0 of at most 9 decimals, such as 0.25
    unknown-family: "politezone"; one of the families politiezone, kring (oud), x, a + b, people; is it "politiezone"?
    unknown-goal: "0.5"; * and a goal after a weight
    wrong-step: "inertia within 2"; + and another goal, within and a percentage, or nothing more
    "#);
    for (text, expected) in [
        ("", "unknown-goal: nothing; one of "),
        ("inertia +", "unknown-goal: nothing; one of "),
        ("crossings", "no-family: \"crossings\"; crossings of a family, such as crossings(politiezone)"),
        ("crossings(", "unknown-family: nothing; one of the families "),
        ("crossings(politiezone", "wrong-step: nothing; a closing bracket"),
        ("crossings(politiezone, poeple)", "wrong-step: \"poeple\"; people, or no comma here"),
        ("zones(politiezone)", "wrong-step: \"zones(politiezone)\"; zones without a family"),
        ("zones within 2", "wrong-tolerance: \"2\"; a percentage"),
        ("zones within 0.00001 %", "wrong-tolerance: \"0.00001 %\"; a percentage"),
        ("zones within -1 %", "wrong-tolerance: \"-1 %\"; a percentage"),
        ("zones within 1 % + inertia", "wrong-step: \"+ inertia\"; "),
        ("zones inertia", "wrong-step: \"inertia\"; "),
        ("0.0000000001 * zones", "wrong-weight: \"0.0000000001\"; a weight above 0"),
        ("0.000 * zones", "wrong-weight: \"0.000\"; a weight above 0"),
        ("3 zones", "unknown-goal: \"3\"; * and a goal after a weight"),
        ("18446744073709551615 * zones + 0.1 * inertia", "wrong-weight: "),
        ("zones + inertia + zones", "duplicate-goal: zones twice; each goal once in a step"),
        ("largest-deviation + zones", "goal-is-no-sum: largest-deviation, the largest over the zones"),
    ] {
        let found = faults(text);
        assert!(found[0].starts_with(expected), "{text}: {found:?}");
    }
}
