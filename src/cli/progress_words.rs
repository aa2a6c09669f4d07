//! How far a solve is, in a line.

use zonewerk_core::problem::Objective;
use zonewerk_core::words::{Language, say, visible};
use zonewerk_report::{gap_in, step_value};
use zonewerk_solve::{Progress, Stage};

/// `goal 2 of 2: border-length, 7 zones left, 2 branches open, best 20.0 km, bound 19.0 km, gap 5.0 %`.
pub(super) fn progress_words(progress: Progress, objective: &Objective, language: Language) -> String {
    let steps = objective.steps();
    let goal = &steps[progress.step];
    let mut parts = Vec::new();
    if steps.len() > 1 {
        let (number, of) = (progress.step + 1, steps.len());
        parts.push(say!(language, "progress-goal", number = number, of = of, goal = goal.to_string()));
    }
    let (zones, branches) = (progress.zones, progress.open_branches);
    parts.push(match progress.stage {
        Stage::Listing => say!(language, "progress-listing"),
        Stage::ListingRegions => say!(language, "progress-listing-regions", zones = zones),
        Stage::Relaxing => say!(language, "progress-relaxing", zones = zones),
        Stage::Diving => say!(language, "progress-diving", zones = zones),
        Stage::Searching => say!(language, "progress-searching"),
        Stage::Cutting => say!(language, "progress-cutting", zones = zones),
        Stage::Branching => say!(language, "progress-branching", zones = zones, branches = branches),
        Stage::ListingPlans { found } => {
            say!(language, "progress-listing-plans", plans = found, branches = branches)
        }
        Stage::SettlingPairs { known, of } => say!(language, "progress-settling", known = known, of = of),
    });
    let bound = progress.bound.filter(|&bound| bound > 0);
    if let Some(incumbent) = progress.incumbent {
        parts.push(say!(language, "progress-best", value = step_value(language, goal, incumbent)));
    }
    if let Some(bound) = bound {
        parts.push(say!(language, "progress-bound", value = step_value(language, goal, bound)));
    }
    if let (Some(incumbent), Some(bound)) = (progress.incumbent, progress.bound) {
        let gap = (incumbent - bound.min(incumbent)) as f64 / incumbent.max(1) as f64;
        parts.push(say!(language, "progress-gap", gap = gap_in(language, gap)));
    }
    visible(&parts.join(", ")).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use zonewerk_core::problem::Goal;

    #[test]
    fn the_step_is_named_where_there_are_several() {
        let progress = Progress {
            step: 1,
            stage: Stage::Branching,
            incumbent: Some(20_000),
            bound: Some(19_000),
            zones: 7,
            open_branches: 2,
        };
        let two = Objective::in_order([Goal::Zones, Goal::BorderLength]);
        assert_eq!(
            progress_words(progress, &two, Language::English),
            "goal 2 of 2: border-length, 7 zones left, 2 branches open, best 20.0 km, bound 19.0 km, gap 5.0 %"
        );
        assert_eq!(
            progress_words(progress, &two, Language::Dutch),
            "doel 2 van 2: border-length, nog 7 zones, 2 takken open, beste 20,0 km, ondergrens 19,0 km, verschil 5,0 %"
        );
        let one = Objective::in_order([Goal::Zones]);
        let listing = Progress { step: 0, stage: Stage::Listing, incumbent: None, bound: None, ..progress };
        assert_eq!(progress_words(listing, &one, Language::English), "listing feasible zones");
    }
}
