//! What can be laid over the zones, each a group that is shown or not.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use geo::Coord;

use super::ground::Ground;
use super::outline::Outline;
use super::sheet::Sheet;
use crate::layer_facts::{
    changes, contested_shares, is_border, is_region_border, pair_statuses, straddles, zone_verdicts,
};
use crate::svg_text::escaped;
use zonewerk_core::territory::{Id, LinkChange, UnitId};
use zonewerk_core::words::{Message, message, say};
use zonewerk_solve::PairStatus;

/// A layer of the map.
pub(super) struct Layer {
    /// Name in the page: of its group, its switch and its part of the legend.
    pub(super) id: String,
    /// What it is called.
    pub(super) name: String,
    /// The family, where it is of straddled groups.
    pub(super) family: Option<String>,
    /// Whether it is shown when the page opens.
    pub(super) on: bool,
    /// Its signs in the legend: class of the swatch, and words.
    pub(super) signs: Vec<(&'static str, String)>,
    body: String,
}

impl Layer {
    /// The layer that a message is the name of.
    fn new(
        sheet: &Sheet,
        message: Message,
        on: bool,
        signs: &[(&'static str, Message)],
        body: String,
    ) -> Option<Self> {
        let id = message.name().trim_start_matches("page-layer-");
        let name = message.say(sheet.language);
        let drawn = signs.iter().filter(|(class, _)| body.contains(&format!("class=\"{class}")));
        let signs = drawn.map(|(class, message)| (*class, message.say(sheet.language))).collect();
        (!body.is_empty()).then(|| Self { id: id.to_owned(), name, family: None, on, signs, body })
    }

    /// Its group.
    pub(super) fn svg(&self) -> String {
        let off = if self.on { "" } else { " off" };
        format!("<g class=\"layer{off}\" data-layer=\"{}\">\n{}</g>\n", escaped(&self.id), self.body)
    }
}

/// Every layer that there is something to show of, the lowest first.
pub(super) fn layers(sheet: &Sheet, ground: &Ground) -> Vec<Layer> {
    let lines = lines(sheet, ground);
    let path = |class: &str, line: &Outline| {
        let d = &line.d;
        if d.is_empty() { String::new() } else { format!("<path class=\"{class}\" d=\"{d}\"/>\n") }
    };
    let layer =
        |message, on, signs: &[(&'static str, Message)], body| Layer::new(sheet, message, on, signs, body);
    let changed = sheet.shown.base.is_some() && sheet.shown.has_plan();
    let shows_change = changed && sheet.shown.change.is_some();
    let backbone = sheet.shown.backbone.is_some();
    let change = match changed {
        true => moved(sheet) + &path("base", &lines.base),
        false => String::new(),
    };
    let common = contested(sheet) + &path("contested", &lines.contested) + &path("settled", &lines.settled);
    let mut layers = vec![
        layer(
            message!("page-layer-exceptions"),
            true,
            &[("hatch", message!("page-sign-exception")), ("dots", message!("page-sign-fixed"))],
            excepted(sheet),
        ),
        layer(
            message!("page-layer-verdicts"),
            !backbone,
            &[("v-error", message!("page-sign-error")), ("v-warning", message!("page-sign-warning"))],
            verdicts(sheet),
        ),
        layer(
            message!("page-layer-change"),
            shows_change,
            &[("moved", message!("page-sign-moved")), ("base", message!("page-sign-base"))],
            change,
        ),
        layer(
            message!("page-layer-units"),
            true,
            &[("unit", message!("page-sign-unit"))],
            path("unit", &lines.unit),
        ),
        layer(
            message!("page-layer-zones"),
            true,
            &[("zone", message!("page-sign-zone"))],
            path("zone", &lines.zone),
        ),
        layer(
            message!("page-layer-regions"),
            true,
            &[("region", message!("page-sign-region"))],
            path("region", &lines.region),
        ),
        layer(
            message!("page-layer-backbone"),
            true,
            &[
                ("settled", message!("page-sign-settled")),
                ("contested", message!("page-sign-contested")),
                ("share", message!("page-sign-share")),
            ],
            common,
        ),
    ];
    layers.extend(families(sheet, ground).into_iter().map(Some));
    layers.push(layer(
        message!("page-layer-links"),
        true,
        &[("link", message!("page-sign-link"))],
        links(sheet, ground),
    ));
    layers.into_iter().flatten().collect()
}

/// Borders, each arc once in each kind that it is of.
#[derive(Default)]
struct Lines {
    unit: Outline,
    zone: Outline,
    region: Outline,
    base: Outline,
    settled: Outline,
    contested: Outline,
}

fn lines(sheet: &Sheet, ground: &Ground) -> Lines {
    let shown = sheet.shown;
    let topology = &shown.scenario.topology;
    let statuses = shown.backbone.map(|asked| pair_statuses(asked.backbone)).unwrap_or_default();
    let base = shown.base.as_ref().map(|base| base.plan);
    let has_regions = !shown.plan.regions().is_empty();
    let mut lines = Lines::default();
    for (arc, users) in topology.arc_users() {
        let points: Vec<Coord<f64>> =
            topology.arc(arc).iter().map(|&place| ground.projection.point(place)).collect();
        let &[a, b] = users else {
            if !users.is_empty() {
                lines.zone.line(&points);
                if has_regions {
                    lines.region.line(&points);
                }
            }
            continue;
        };
        match is_border(shown.plan, users) {
            false => lines.unit.line(&points),
            true => lines.zone.line(&points),
        }
        if has_regions && is_border(shown.plan, users) && is_region_border(shown.plan, users) {
            lines.region.line(&points);
        }
        if base.is_some_and(|base| is_border(base, users)) {
            lines.base.line(&points);
        }
        match statuses.get(&[a.min(b), a.max(b)]) {
            Some(PairStatus::Apart) => lines.settled.line(&points),
            Some(PairStatus::Contested { .. } | PairStatus::Unknown) => lines.contested.line(&points),
            Some(PairStatus::Together) | None => {}
        }
    }
    lines
}

/// Units drawn once more, in one look.
fn again(class: &str, units: impl IntoIterator<Item = UnitId>) -> String {
    let units: String = units.into_iter().map(|unit| format!("<use href=\"#u{}\"/>", unit.index())).collect();
    if units.is_empty() { units } else { format!("<g class=\"{class}\">{units}</g>\n") }
}

fn excepted(sheet: &Sheet) -> String {
    let looks = [("hatch", true), ("dots", false)].map(|(class, by_exception)| {
        let wanted = sheet
            .zones
            .iter()
            .filter(|zone| if by_exception { zone.exception.is_some() } else { zone.fixed.is_some() });
        again(class, wanted.flat_map(|zone| zone.undivided_units(sheet.shown.plan)))
    });
    looks.concat()
}

fn verdicts(sheet: &Sheet) -> String {
    let verdicts = zone_verdicts(sheet.shown);
    let looks = [("v-error", "error"), ("v-warning", "warning")].map(|(class, wanted)| {
        let zones = sheet
            .zones
            .iter()
            .filter(|zone| verdicts.get(&zone.id).is_some_and(|counts| counts.verdict() == wanted));
        again(class, zones.flat_map(|zone| zone.measures.units.clone()))
    });
    looks.concat()
}

fn moved(sheet: &Sheet) -> String {
    let Some((_, moves)) = changes(sheet.shown) else { return String::new() };
    let units: BTreeSet<UnitId> = moves.moves.iter().map(|one| one.unit).collect();
    again("moved", units)
}

fn contested(sheet: &Sheet) -> String {
    let Some(asked) = sheet.shown.backbone else { return String::new() };
    let mut looks: BTreeMap<usize, Vec<UnitId>> = BTreeMap::new();
    for (unit, &(contested, all)) in contested_shares(sheet.shown.graph, asked.backbone).iter() {
        if contested > 0 {
            looks.entry((4 * contested).div_ceil(all.max(1))).or_default().push(unit);
        }
    }
    looks.into_iter().map(|(share, units)| again(&format!("share s{share}"), units)).collect()
}

/// The borders of straddled groups, a layer for each family that has any.
fn families(sheet: &Sheet, ground: &Ground) -> Vec<Layer> {
    let shown = sheet.shown;
    if !shown.has_plan() {
        return Vec::new();
    }
    let topology = &shown.scenario.topology;
    let layer = |(place, family): (usize, &zonewerk_core::territory::GroupFamily)| {
        let (family, straddled) = straddles(shown, &family.name)?;
        let mut within: BTreeMap<UnitId, Vec<usize>> = BTreeMap::new();
        for one in &straddled {
            for &unit in &family.groups[one.group].units {
                within.entry(unit).or_default().push(one.group);
            }
        }
        let mut line = Outline::default();
        for (arc, users) in topology.arc_users() {
            let apart = match users {
                [a, b] => within.get(a) != within.get(b),
                _ => users.iter().any(|unit| within.contains_key(unit)),
            };
            if apart {
                let points: Vec<_> =
                    topology.arc(arc).iter().map(|&place| ground.projection.point(place)).collect();
                line.line(&points);
            }
        }
        if line.d.is_empty() {
            return None;
        }
        let body = again("in-group", within.keys().copied())
            + &format!("<path class=\"group\" d=\"{}\"/>\n", line.d);
        let (groups, family_name) = (straddled.len(), &family.name);
        Some(Layer {
            id: format!("family{place}"),
            name: say!(sheet.language, "page-layer-family", groups = groups, family = family_name),
            family: Some(family.name.clone()),
            on: false,
            signs: vec![(
                "group",
                say!(sheet.language, "page-sign-group", groups = groups, family = family_name),
            )],
            body,
        })
    };
    shown.scenario.territory.families.iter().enumerate().filter_map(layer).collect()
}

fn links(sheet: &Sheet, ground: &Ground) -> String {
    let mut svg = String::new();
    for link in sheet.shown.scenario.territory.links.iter().filter(|link| link.change == LinkChange::Add) {
        let [Some(a), Some(b)] = link.between.map(|unit| ground.middles.get(unit)) else { continue };
        let mut line = Outline::default();
        line.line(&[*a, *b]);
        let _ = writeln!(
            svg,
            "<path class=\"link\" d=\"{}\"><title>{}</title></path>",
            line.d,
            escaped(&link.reason)
        );
    }
    svg
}
