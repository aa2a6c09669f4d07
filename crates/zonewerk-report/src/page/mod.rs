//! The report of a plan as one web page that asks for nothing else: no file, no network.
//! Text and map are made here; the script only moves, sorts, selects and looks up.

mod basis;
mod change;
mod chart;
mod controls;
mod data;
mod findings;
mod frame;
mod ground;
mod head;
mod layers;
mod legend;
mod map;
mod optimal;
mod outline;
mod sheet;
mod zones;

use super::Shown;
use sheet::Sheet;
use zonewerk_core::words::message;

/// The page, as HTML.
///
/// # Panics
/// When the plan was drawn and the graph has no [centres](zonewerk_core::graph::Graph::centres).
pub fn page(shown: &Shown) -> Vec<u8> {
    let results = shown.results();
    let sheet = Sheet::new(shown, &results);
    let ground = ground::Ground::new(&sheet);
    let sections = [
        ("map", message!("page-heading-map"), map::section(&sheet, ground.as_ref())),
        ("zones", message!("page-heading-zones"), zones::section(&sheet)),
        ("chart", message!("page-heading-chart"), chart::section(&sheet)),
        ("findings", message!("page-heading-findings"), findings::section(&sheet)),
        ("change", message!("page-heading-change"), change::section(&sheet)),
        ("optimal", message!("page-heading-optimal"), optimal::section(&sheet)),
        ("basis", message!("page-heading-basis"), basis::section(&sheet)),
    ];
    let sections: Vec<_> = sections
        .into_iter()
        .filter_map(|(id, heading, body)| Some((id, heading.say(sheet.language), body?)))
        .collect();
    let data = data::data(&sheet, ground.as_ref());
    frame::frame(&sheet, &head::head(&sheet), &sections, &data).into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit::Judgement;
    use crate::sample::Sample;
    use crate::{PlanSource, ShownBase, ShownSolve};
    use zonewerk_core::words::Language;

    fn shown<'a>(sample: &'a Sample, results: &crate::Results<'a>, language: Language) -> Shown<'a> {
        let plan = results.plan().expect("the samples have plans");
        let profile = sample.scenario.problem.profile.clone();
        let audit = results.audit.expect("the samples are audited").clone();
        Shown {
            source: PlanSource { name: "plan <A>".to_owned(), notes: Vec::new() },
            judgements: vec![Judgement { profile, audit }],
            solved: sample.solved.as_ref().map(|solved| ShownSolve { solved, seed: 1 }),
            base: Some(ShownBase { plan, name: "itself".to_owned() }),
            ..Shown::new(&sample.scenario, &sample.graph, plan, language)
        }
    }

    #[test]
    fn parted_and_unassigned_units_have_their_place() {
        for sample in [Sample::solved(), Sample::official()] {
            for language in Language::ALL {
                let results = sample.results();
                let page = String::from_utf8(page(&shown(&sample, &results, language))).expect("it is text");
                assert!(!page.contains("<A>") && page.contains("&lt;A&gt;"));
                assert!(!page.contains("{page-"), "a message is missing");
                assert_eq!(page.matches("<path id=\"u").count(), 9, "every unit is drawn once");
            }
        }
    }
}
