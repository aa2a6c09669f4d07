use super::Nearby;
use crate::{Layer, MapForm, Shown, ShownBackbone, ShownSolve, map};
use zonewerk_core::words::Language;

/// `backbone.svg`: the best plan with what all plans within the margin have in common; `None`
/// where no backbone is known.
pub(super) fn backbone_svg(nearby: &Nearby<'_>) -> Option<Vec<u8>> {
    let found = nearby.found;
    let backbone = found.backbone.as_ref()?;
    let plan = &found.plans.first()?.plan;
    let mut shown = Shown::new(nearby.scenario, nearby.graph, plan, Language::English);
    shown.solved = Some(ShownSolve { solved: &found.best, seed: nearby.seed });
    let (within, ceiling) = (nearby.wanted.margin, found.ceiling);
    shown.backbone = Some(ShownBackbone { backbone, within, ceiling });
    map(&shown, MapForm::Svg, Some(&[Layer::Backbone])).ok()
}
