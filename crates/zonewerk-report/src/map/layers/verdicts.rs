//! Which zones break what: by pattern, outline and sign, and in a list below the map.

use std::collections::{BTreeMap, BTreeSet};

use super::Drawing;
use crate::layer_facts::is_border;
use crate::layer_facts::zone_verdicts;
use crate::map::borders::strokes;
use crate::map::fills::over;
use crate::map::legend::swatch;
use crate::map::notes::{Note, cut};
use crate::map::patterns::painted;
use crate::map::scene::Scene;
use crate::map::sheet::Entry;
use crate::sign::Sign;
use crate::text::capital;
use zonewerk_audit::{Audit, Severity, Subject};
use zonewerk_core::territory::{UnitId, ZoneId};
use zonewerk_core::words::{Message, listed, message, say};

const MOST_ZONES: usize = 8;

/// Each sign with the pattern of its zones, their outline and what it means.
const KINDS: [(Sign, &str, &str, Message); 3] = [
    (
        Sign::Error,
        "error",
        "stroke=\"#a4161a\" stroke-width=\"6\" stroke-opacity=\"0.75\"",
        message!("map-error"),
    ),
    (
        Sign::Warning,
        "warning",
        "stroke=\"#b35c00\" stroke-width=\"5\" stroke-opacity=\"0.75\" stroke-dasharray=\"9 5\"",
        message!("map-warning"),
    ),
    (
        Sign::Open,
        "open",
        "stroke=\"#555555\" stroke-width=\"4.5\" stroke-opacity=\"0.7\" stroke-dasharray=\"1 6\"",
        message!("map-open"),
    ),
];

/// The sign of each zone that has one.
pub(in crate::map) fn signs(scene: &Scene) -> BTreeMap<ZoneId, Sign> {
    let sign = |verdict: &str| match verdict {
        "error" => Some(Sign::Error),
        "warning" => Some(Sign::Warning),
        "not-checked" => Some(Sign::Open),
        _ => None,
    };
    let verdicts = zone_verdicts(scene.shown).into_iter();
    verdicts.filter_map(|(zone, counts)| Some((zone, sign(counts.verdict())?))).collect()
}

pub(super) fn draw(scene: &Scene) -> Drawing {
    let signs = signs(scene);
    let plan = scene.shown.plan;
    let mut drawing = Drawing::default();
    drawing.below += "<g fill-rule=\"evenodd\">\n";
    for (sign, pattern, _, message) in KINDS {
        let zones = scene.zones.iter().filter(|zone| signs.get(&zone.id) == Some(&sign));
        let areas: String =
            zones.map(|zone| over(pattern, &scene.outline(&zone.undivided_units(plan)))).collect();
        if signs.values().any(|other| *other == sign) {
            let mark = sign.drawing(geo::Coord { x: 11.0, y: 6.0 }, 10.0);
            let drawn = swatch(&painted(pattern)) + &mark;
            drawing.legend.push(Entry { drawing: drawn, words: message.say(scene.shown.language) });
        }
        drawing.below += &areas;
    }
    drawing.below += "</g>\n";
    drawing.below += &outlines(scene, &signs);
    drawing.notes = scene.shown.audit().map_or_else(Vec::new, |audit| notes(scene, audit));
    drawing
}

/// The borders of marked zones, each as the worst of its sides.
fn outlines(scene: &Scene, signs: &BTreeMap<ZoneId, Sign>) -> String {
    let plan = scene.shown.plan;
    let worst =
        |unit: &UnitId| plan.holdings[*unit].zones().iter().filter_map(|zone| signs.get(zone)).min().copied();
    let kind = |users: &[UnitId]| {
        let sign = users.iter().filter_map(worst).min().filter(|_| is_border(plan, users))?;
        KINDS.iter().position(|(kind, ..)| *kind == sign)
    };
    let [errors, warnings, open] = scene.arcs(kind);
    strokes([(KINDS[2].2, open), (KINDS[1].2, warnings), (KINDS[0].2, errors)])
}

/// What breaks a rule first, then warnings, then zones that were not checked to the end.
fn notes(scene: &Scene, audit: &Audit) -> Vec<Note> {
    let language = scene.shown.language;
    let of = |severity: Severity, sign: Sign| {
        let findings = audit.findings.iter().filter(move |finding| finding.severity == severity);
        findings.map(move |finding| Note { sign: Some(sign), words: capital(&finding.words(language)) })
    };
    let mut notes: Vec<Note> =
        of(Severity::Error, Sign::Error).chain(of(Severity::Warning, Sign::Warning)).collect();
    notes = cut(scene, notes);
    let mut open: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for check in &audit.not_checked {
        if let Subject::Zone(zone) = &check.subject {
            open.entry(check.why.words(language)).or_default().insert(&zone.name);
        }
    }
    let open = open.into_iter().map(|(why, zones)| {
        let zones = listed(language, &zones.into_iter().collect::<Vec<_>>(), MOST_ZONES);
        let words = say!(scene.shown.language, "not-checked", subject = zones, why = why);
        Note { sign: Some(Sign::Open), words: capital(&words) }
    });
    notes.extend(cut(scene, open.collect()));
    notes
}
