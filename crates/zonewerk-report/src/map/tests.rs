use geo::{Intersects, Rect};

use super::*;
use crate::labels::Label;
use crate::sample::Sample;
use crate::{Judgement, PlanSource, ShownBase};
use zonewerk_core::territory::{Group, GroupFamily, GroupRole, Id, UnitId};
use zonewerk_core::words::Language;
use zonewerk_solve::{Backbone, PairOfUnits, PairStatus};

fn document(svg: &str) -> roxmltree::Document<'_> {
    roxmltree::Document::parse(svg).unwrap()
}

fn drawn(shown: &Shown, layers: &[Layer]) -> String {
    String::from_utf8(map(shown, MapForm::Svg, Some(layers)).unwrap()).unwrap()
}

fn words(svg: &str) -> String {
    let document = document(svg);
    let texts =
        document.descendants().filter(|node| node.has_tag_name(("http://www.w3.org/2000/svg", "text")));
    texts.filter_map(|node| node.text().map(str::to_owned)).collect::<Vec<_>>().join(" ")
}

fn assert_has(text: &str, expected: &[&str]) {
    for expected in expected {
        assert!(text.contains(expected), "{expected} in {text}");
    }
}

#[test]
fn the_map_is_well_formed_and_stands_alone() {
    for sample in [Sample::solved(), Sample::official()] {
        let svg = String::from_utf8(map_svg(&sample.shown(Language::English))).unwrap();
        let document = document(&svg);
        let root = document.root_element();
        assert_eq!(root.attribute("role"), Some("img"));
        let title = root.children().find(|node| node.has_tag_name(("http://www.w3.org/2000/svg", "title")));
        assert_eq!(title.and_then(|title| title.text()), Some("A 3 x 3 grid & <more>"));
        assert!(document.descendants().all(|node| !node.attributes().any(|it| it.name() == "href")));
        for pattern in svg.split("url(#").skip(1).map(|rest| rest.split(')').next().unwrap()) {
            assert!(svg.contains(&format!("<pattern id=\"{pattern}\"")), "{pattern} is defined");
        }
    }
}

#[test]
fn every_zone_is_named_and_its_state_explained() {
    let of = |sample: Sample| words(&String::from_utf8(map_svg(&sample.shown(Language::English))).unwrap());
    let solved = of(Sample::solved());
    assert_has(
        &solved,
        &["Proven optimal: 3 zones", "zone by exception", "given zone", "declared link", "Midden", "CC BY"],
    );
    let official = of(Sample::official());
    assert_has(
        &official,
        &["unit in several zones", "unit in no zone", "Midden lies in 2 zones: Oost, Kern"],
    );
}

#[test]
fn each_border_is_drawn_once_and_that_of_regions_most_heavily() {
    let sample = Sample::solved();
    let svg = drawn(&sample.shown(Language::English), &[]);
    let of = |stroke: &str| {
        let style = format!("<path {stroke} d=\"");
        let path = svg.find(&style).map(|start| svg[start + style.len()..].split('"').next().unwrap());
        path.map_or(0, |path| path.matches('M').count())
    };
    let arcs = sample.scenario.topology.arc_users().count();
    let counts = [borders::UNIT, borders::ZONE, borders::REGION].map(of);
    assert_eq!(counts.iter().sum::<usize>(), arcs);
    assert!(counts.iter().all(|count| *count > 0) || counts[1] == 0, "{counts:?}");
    assert!(words(&svg).contains("border of a region"));
    assert!(svg.contains(names::REGION_INK) && svg.contains(">Noord</text>"), "the region is named");
}

#[test]
fn broken_rules_are_marked_by_pattern_outline_sign_and_in_words() {
    let sample = Sample::official();
    let shown = sample.shown(Language::English);
    let verdicts = crate::layer_facts::zone_verdicts(&shown);
    let svg = drawn(&shown, &[Layer::Verdicts]);
    for (verdict, pattern, legend) in [
        ("error", "error", "zone that breaks a rule"),
        ("warning", "warning", "zone with a warning"),
        ("not-checked", "open", "zone not checked to the end"),
    ] {
        let is_there = verdicts.values().any(|counts| counts.verdict() == verdict);
        assert_eq!(svg.contains(&format!("url(#{pattern})")), is_there, "{verdict}");
        assert_eq!(words(&svg).contains(legend), is_there, "{verdict}");
    }
    assert!(verdicts.values().any(|counts| counts.verdict() == "error"), "the sample has an error");
    assert_has(&words(&svg), &["required:"]);
    assert!(!drawn(&shown, &[]).contains("url(#error)"), "only where asked");
}

#[test]
fn people_who_move_are_hatched_and_borders_told_apart() {
    let sample = Sample::solved();
    let before = Sample::official();
    let mut shown = sample.shown(Language::English);
    let results = before.results();
    shown.base = Some(ShownBase { plan: results.plan().unwrap(), name: "the plan before".to_owned() });
    let svg = drawn(&shown, &[Layer::Change]);
    assert!(svg.contains("url(#moved)"));
    assert_has(
        &words(&svg),
        &["Against the plan before,", "unit that moves", "border of before that is gone"],
    );
    shown.base = None;
    assert_has(&words(&drawn(&shown, &[Layer::Change])), &["There is no other plan to show changes from."]);
}

#[test]
fn backbone_is_strong_where_contested_and_zones_are_pale() {
    let sample = Sample::solved();
    let mut shown = sample.shown(Language::English);
    let pairs = sample.graph.pairs().enumerate().map(|(place, (a, b))| PairOfUnits {
        units: [a, b.unit],
        status: match place % 4 {
            0 => PairStatus::Contested { together: 0, apart: 0 },
            1 => PairStatus::Apart,
            2 => PairStatus::Unknown,
            _ => PairStatus::Together,
        },
    });
    let backbone =
        Backbone { pairs: pairs.collect(), zones: Vec::new(), witnesses: Vec::new(), stopped: None };
    let within = zonewerk_core::problem::Tolerance { millionths: 2_500 };
    shown.backbone = Some(crate::ShownBackbone { backbone: &backbone, within, ceiling: Some(9) });
    for (language, expected) in [
        (Language::English, ["within 0.25 % of the best", "border in all plans", "not found out"]),
        (Language::Dutch, ["tot 0,25 % van het beste", "grens in alle plannen", "niet uitgezocht"]),
    ] {
        shown.language = language;
        assert_has(&words(&drawn(&shown, &Layer::usual(&shown))), &expected);
    }
    shown.backbone = None;
    assert_has(
        &words(&drawn(&shown, &[Layer::Backbone])),
        &["Wat plannen gemeen hebben, is niet uitgezocht"],
    );
}

fn with_family(mut sample: Sample, units: &[usize]) -> Sample {
    let units = units.iter().map(|&unit| UnitId::new(unit)).collect();
    let group = Group { name: "kring Zuid".to_owned(), units, parts: Vec::new() };
    let family = GroupFamily { name: "kring".to_owned(), role: GroupRole::Report, groups: vec![group] };
    sample.scenario.territory.families.push(family);
    sample
}

#[test]
fn straddled_groups_are_outlined_and_named_and_unknown_families_refused() {
    let straddles = |name: &str| Layer::Straddles(name.to_owned());
    let sample = with_family(Sample::solved(), &[4, 5]);
    let both = sample.shown(Language::English);
    let svg = drawn(&both, &[straddles("kring")]);
    assert_has(
        &words(&svg),
        &["kring that zones straddle", "kring: 1 of 1 straddled by zones.", "kring Zuid, by"],
    );
    let sample = with_family(Sample::solved(), &[4]);
    let none = drawn(&sample.shown(Language::English), &[straddles("kring")]);
    assert_has(&words(&none), &["kring: none is straddled by zones."]);
    let refused = map(&sample.shown(Language::English), MapForm::Svg, Some(&[straddles("krnig")]));
    let refused = refused.unwrap_err().to_string();
    assert_has(&refused, &["straddles(krnig)", "it has kring; is it kring?"]);
}

#[test]
fn every_word_of_a_dutch_map_is_dutch() {
    let sample = with_family(Sample::official(), &[0, 1]);
    let mut shown = sample.shown(Language::Dutch);
    shown.source = PlanSource { name: "het plan".to_owned(), notes: Vec::new() };
    let before = Sample::solved();
    let results = before.results();
    shown.base = Some(ShownBase { plan: results.plan().unwrap(), name: "het vorige".to_owned() });
    let layers = ["verdicts", "change", "straddles(kring)", "links", "exceptions"];
    let layers: Vec<Layer> = layers.iter().map(|name| name.parse().unwrap()).collect();
    let text = words(&drawn(&shown, &layers));
    assert_has(&text, &["Het plan: 3 zones.", "inwoners op 1 januari 2022", "grens van een eenheid"]);
    for english in ["inhabitants", "border", " with ", "zone by", "unit ", "required"] {
        assert!(!text.contains(english), "{english} in {text}");
    }
}

#[test]
fn letters_that_the_font_lacks_are_said() {
    let mut sample = Sample::solved();
    sample.scenario.credits.push("地図".to_owned());
    let text = words(&drawn(&sample.shown(Language::English), &[]));
    assert_has(&text, &["has no shape for 図, 地"]);
}

#[test]
fn png_is_twice_as_large_and_not_blank() {
    let sample = Sample::solved();
    let shown = sample.shown(Language::English);
    let layers = [Layer::Verdicts, Layer::Exceptions, Layer::Links];
    let svg = drawn(&shown, &layers);
    let [one, two] = [(), ()].map(|()| map(&shown, MapForm::Png, Some(&layers)).unwrap());
    assert_eq!(one, two);
    let picture = resvg::tiny_skia::Pixmap::decode_png(&one).unwrap();
    let height: f64 = document(&svg).root_element().attribute("height").unwrap().parse().unwrap();
    assert_eq!((picture.width(), picture.height()), (2_400, (height * 2.0).ceil() as u32));
    let colours: std::collections::BTreeSet<[u8; 3]> =
        picture.pixels().iter().map(|pixel| [pixel.red(), pixel.green(), pixel.blue()]).collect();
    assert!(colours.len() > 50, "{} colours", colours.len());
    let black = |colour: &[u8; 3]| colour.iter().all(|part| *part < 0x30);
    assert!(colours.iter().any(black), "letters are drawn");
}

#[test]
fn layers_are_read_by_name() {
    for (name, layer) in [
        ("verdicts", Ok(Layer::Verdicts)),
        ("straddles( politiezone )", Ok(Layer::Straddles("politiezone".to_owned()))),
    ] {
        assert_eq!(name.parse::<Layer>(), layer);
    }
    for name in ["straddles()", "straddles", "verdict", ""] {
        assert!(name.parse::<Layer>().is_err(), "{name}");
    }
}

/// Labels that overlap another.
fn overlaps(labels: &[Label]) -> Vec<String> {
    let boxes: Vec<(String, Rect<f64>)> = labels
        .iter()
        .filter(|label| !label.is_number)
        .map(|label| (label.lines.join(" "), label.outline()))
        .collect();
    let pairs = boxes
        .iter()
        .enumerate()
        .flat_map(|(place, one)| boxes[place + 1..].iter().map(move |two| (one, two)));
    pairs.filter(|((_, a), (_, b))| a.intersects(b)).map(|((a, _), (b, _))| format!("{a} / {b}")).collect()
}

#[test]
fn names_of_flanders_never_overlap_and_all_fit() {
    for name in ["flanders-2025", "flanders-2019"] {
        let scenario = zonewerk_io::scenario(Some(name)).unwrap();
        let graph = scenario.graph();
        let plan = scenario.official_plan.as_ref().unwrap();
        for language in Language::ALL {
            let mut shown = Shown::new(&scenario, &graph, plan, language);
            let audit = zonewerk_audit::audit(&scenario.instance(&graph).expect("an instance"), plan);
            shown.judgements = vec![Judgement { profile: scenario.problem.profile.clone(), audit }];
            let results = shown.results();
            let zones = results.zones();
            let layers = Layer::usual(&shown);
            let scene = scene::Scene::new(&shown, &results, &zones, &layers, 100.0);
            let labels = names::names(&scene);
            assert_eq!(overlaps(&labels.placed), Vec::<String>::new(), "{name}");
            let drawn = zones.iter().filter(|zone| !zone.undivided_units(plan).is_empty()).count();
            assert!(labels.placed.len() >= drawn, "{name}");
            assert!(labels.key.len() <= 2, "{name}: {:?}", labels.key);
        }
    }
}
