use std::str::FromStr;

use crate::layer_facts::{changes, straddles, zone_verdicts};
use crate::{Results, Shown, ZoneResult};
use zonewerk_core::territory::Territory;
use zonewerk_core::words::{Message, closest, message, say};

/// What a map shows besides zones, units and regions.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Layer {
    /// Which zones break what.
    Verdicts,
    /// What differs from the base plan.
    Change,
    /// What all plans nearly as good as the best have in common.
    Backbone,
    /// The groups of this family that several zones straddle.
    Straddles(String),
    /// Declared links.
    Links,
    /// Zones by exception, and given ones.
    Exceptions,
}

/// A family that a layer names and the scenario does not have.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("layer straddles({name}): the scenario has no groups of that family; {}", known_families(.known, .meant.as_deref()))]
pub struct UnknownFamily {
    /// The name.
    pub name: String,
    /// The families of the scenario.
    pub known: Vec<String>,
    /// The one that may be meant.
    pub meant: Option<String>,
}

fn known_families(known: &[String], meant: Option<&str>) -> String {
    let meant = meant.map_or_else(String::new, |name| format!("; is it {name}?"));
    match known {
        [] => "it has none".to_owned(),
        known => format!("it has {}{meant}", known.join(", ")),
    }
}

impl FromStr for Layer {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        let family = name.strip_prefix("straddles(").and_then(|rest| rest.strip_suffix(')'));
        match (name, family.map(str::trim)) {
            (_, Some(family)) if !family.is_empty() => Ok(Self::Straddles(family.to_owned())),
            ("verdicts", _) => Ok(Self::Verdicts),
            ("change", _) => Ok(Self::Change),
            ("backbone", _) => Ok(Self::Backbone),
            ("links", _) => Ok(Self::Links),
            ("exceptions", _) => Ok(Self::Exceptions),
            _ => {
                Err("expected verdicts, change, backbone, straddles(FAMILY), links or exceptions".to_owned())
            }
        }
    }
}

impl Layer {
    /// Whether the territory has what the layer names.
    ///
    /// # Errors
    /// When it has no such family.
    pub fn look_up(&self, territory: &Territory) -> Result<(), UnknownFamily> {
        let Self::Straddles(name) = self else { return Ok(()) };
        let known: Vec<String> = territory.families.iter().map(|family| family.name.clone()).collect();
        if known.contains(name) {
            return Ok(());
        }
        let meant = closest(name, known.iter().map(String::as_str)).map(str::to_owned);
        Err(UnknownFamily { name: name.clone(), known, meant })
    }

    /// The layers that there is something to show of, but no straddles, and changes only where it
    /// is about them. Beside a backbone what else is known of zones would be too much for one
    /// picture.
    pub(super) fn usual(shown: &Shown) -> Vec<Self> {
        let is_judged = || zone_verdicts(shown).values().any(|counts| counts.verdict() != "compliant");
        let mut layers = Vec::new();
        if shown.backbone.is_some() {
            layers.push(Self::Backbone);
        } else {
            if is_judged() {
                layers.push(Self::Verdicts);
            }
            layers.push(Self::Exceptions);
            if shown.change.is_some() {
                layers.push(Self::Change);
            }
        }
        layers.push(Self::Links);
        layers.retain(|layer| !layer.is_empty(shown));
        layers
    }

    /// Whether there is nothing to show of it.
    pub(super) fn is_empty(&self, shown: &Shown) -> bool {
        // Without the values of goals, which take longer than the map.
        let plan = || Results::of_plan(shown.scenario, shown.graph, shown.plan, shown.audit());
        let any_zone = |wanted: fn(&ZoneResult) -> bool| plan().zones().iter().any(wanted);
        match self {
            Self::Verdicts => {
                shown.audit().is_none_or(|audit| audit.findings.is_empty() && audit.not_checked.is_empty())
            }
            Self::Change => changes(shown).is_none_or(|(_, moves)| moves.moves.is_empty()),
            Self::Backbone => shown.backbone.is_none(),
            Self::Straddles(family) => straddles(shown, family).is_none_or(|(_, groups)| groups.is_empty()),
            Self::Links => plan().links_used().is_empty(),
            Self::Exceptions => !any_zone(|zone| zone.exception.is_some() || zone.fixed.is_some()),
        }
    }

    /// What is said where there is nothing to show.
    pub(super) fn nothing(&self, shown: &Shown) -> String {
        let told = |message: Message| message.say(shown.language);
        match self {
            Self::Verdicts if shown.audit().is_none() => told(message!("map-not-judged")),
            Self::Verdicts => told(message!("nothing-found")),
            Self::Change if shown.base.is_none() => told(message!("map-no-base")),
            Self::Change => told(message!("map-no-change")),
            Self::Backbone => told(message!("map-no-backbone")),
            Self::Straddles(family) => {
                say!(shown.language, "map-no-straddles", family = family.as_str())
            }
            Self::Links => told(message!("map-no-links")),
            Self::Exceptions => told(message!("map-no-exceptions")),
        }
    }
}
