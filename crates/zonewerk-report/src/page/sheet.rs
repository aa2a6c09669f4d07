use crate::audit::Audited;
use crate::svg_text::escaped;
use crate::text::{decimal_point, kilometres_in};
use crate::{Results, Shown, ZoneResult};
use zonewerk_core::territory::{UnitId, ZoneId};
use zonewerk_core::words::{self, Language};

/// What every section of the page is made from.
pub(super) struct Sheet<'a> {
    pub(super) shown: &'a Shown<'a>,
    pub(super) results: &'a Results<'a>,
    pub(super) zones: Vec<ZoneResult<'a>>,
    pub(super) audited: Audited<'a>,
    pub(super) language: Language,
}

impl<'a> Sheet<'a> {
    pub(super) fn new(shown: &'a Shown<'a>, results: &'a Results<'a>) -> Self {
        let audited = Audited {
            scenario: shown.scenario,
            graph: shown.graph,
            plan: shown.plan,
            source: shown.source.clone(),
            judgements: shown.judgements.clone(),
            inputs: shown.inputs.clone(),
        };
        let zones = if shown.has_plan() { results.zones() } else { Vec::new() };
        Self { shown, results, zones, audited, language: shown.language }
    }

    /// What the plan is called; a plan that was drawn goes by the scenario's title.
    pub(super) fn plan_name(&self) -> &str {
        match self.shown.source.name.as_str() {
            "" => &self.shown.scenario.title,
            name => name,
        }
    }

    /// A paragraph with a text.
    pub(super) fn paragraph(&self, text: &str) -> String {
        format!("<p>{}</p>\n", escaped(text))
    }

    /// A number with its thousands set apart.
    pub(super) fn number(&self, number: u64) -> String {
        words::number(self.language, number)
    }

    /// Metres in kilometres with one decimal.
    pub(super) fn kilometres(&self, metres: u64, round_up: bool) -> String {
        kilometres_in(self.language, metres, round_up)
    }

    /// What stands before the decimals.
    pub(super) fn decimal(&self) -> char {
        decimal_point(self.language)
    }

    /// A share in percent with one decimal, with its sign.
    pub(super) fn percent(&self, share: f64) -> String {
        let tenths = (share * 1000.0).round() as i64;
        let sign = match tenths {
            1.. => "+",
            0 => "",
            _ => "−",
        };
        let tenths = tenths.unsigned_abs();
        format!("{sign}{}{}{} %", self.number(tenths / 10), self.decimal(), tenths % 10)
    }

    /// The zones that hold a unit or part of it.
    pub(super) fn zones_of(&self, unit: UnitId) -> Vec<ZoneId> {
        let zones = self.shown.plan.holdings.get(unit).map(|holding| holding.zones()).unwrap_or_default();
        zones.into_iter().filter(|zone| self.shown.plan.zones.get(*zone).is_some()).collect()
    }

    /// How far a population is from the ideal, as a share of it.
    pub(super) fn deviation(&self, people: u64) -> Option<f64> {
        let ideal = self.shown.scenario.problem.ideal_population();
        (ideal > 0).then(|| (people as f64 - ideal as f64) / ideal as f64)
    }

    /// A link to a zone: its row without the script, its place on the map with it.
    pub(super) fn zone_link(&self, zone: ZoneId) -> String {
        use zonewerk_core::territory::Id;
        let name = self.shown.plan.zones.get(zone).map_or("?", |zone| zone.name.as_str());
        let number = zone.index();
        format!("<a href=\"#z{number}\" data-zone=\"{number}\">{}</a>", escaped(name))
    }
}
