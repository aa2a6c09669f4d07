use std::collections::BTreeMap;

use zonewerk_core::graph::{
    Contact, Degrees, Graph, GraphOptions, Neighbour, Suggestion, components, cut_vertices, degrees,
};
use zonewerk_core::territory::{Link, LinkChange, Territory, UnitId};

/// All that is written and printed of an adjacency graph.
#[derive(Clone, Debug)]
pub struct GraphReport<'a> {
    pub(super) territory: &'a Territory,
    pub(super) graph: &'a Graph,
    /// What makes neighbours on a map; `None` of a graph that was given.
    pub(super) options: Option<GraphOptions>,
    /// Largest first, of equals the one with the first unit.
    pub(super) components: Vec<ComponentFacts<'a>>,
    pub(super) cut_vertices: Vec<UnitId>,
    pub(super) degrees: Degrees,
    pub(super) totals: Totals,
    pub(super) links: Vec<LinkFacts<'a>>,
    /// The faults of its map that can change the answer, in a line.
    pub map_faults: Option<String>,
}

/// One connected part of the territory.
#[derive(Clone, Debug)]
pub(super) struct ComponentFacts<'a> {
    pub units: Vec<UnitId>,
    pub suggestion: Option<&'a Suggestion>,
}

/// Pairs of neighbours by what makes them so, and pairs that are none.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Totals {
    pub borders: usize,
    pub points: usize,
    pub links: usize,
    /// Metres of border between neighbours; `None` where no length is known.
    pub border_m: Option<u64>,
    /// Pairs whose border is below the minimum.
    pub short: usize,
}

/// A declared link and what the map says of its units.
#[derive(Clone, Copy, Debug)]
pub(super) struct LinkFacts<'a> {
    pub link: &'a Link,
    /// Whether the graph would be another without it.
    pub matters: bool,
    /// Metres of border between the two; `None` where no length is known.
    pub border_m: Option<u64>,
}

impl<'a> GraphReport<'a> {
    /// The report on a territory's graph, which has the declared links in it and was
    /// built with these options.
    pub fn new(
        territory: &'a Territory,
        graph: &'a Graph,
        options: GraphOptions,
        suggestions: &'a [Suggestion],
    ) -> Self {
        let components = component_facts(graph, suggestions);
        Self { options: Some(options), components, ..Self::of_given(territory, graph) }
    }

    /// The report on a graph that was given, without a map, which has the declared links in it.
    pub fn of_given(territory: &'a Territory, graph: &'a Graph) -> Self {
        Self {
            territory,
            graph,
            options: None,
            components: component_facts(graph, &[]),
            cut_vertices: cut_vertices(graph),
            degrees: degrees(graph),
            totals: totals(graph),
            links: territory.links.iter().map(|link| link_facts(graph, link)).collect(),
            map_faults: None,
        }
    }

    /// The components of one unit.
    pub(super) fn isolated(&self) -> impl Iterator<Item = (UnitId, Option<&'a Suggestion>)> {
        self.components.iter().filter_map(|component| match component.units[..] {
            [unit] => Some((unit, component.suggestion)),
            _ => None,
        })
    }

    /// The declared links that take adjacency away.
    pub(super) fn removed_links(&self) -> impl Iterator<Item = &LinkFacts<'a>> {
        self.links.iter().filter(|facts| facts.link.change == LinkChange::Remove)
    }
}

fn component_facts<'a>(graph: &Graph, suggestions: &'a [Suggestion]) -> Vec<ComponentFacts<'a>> {
    let units: Vec<UnitId> = graph.units().collect();
    let by_unit: BTreeMap<UnitId, &Suggestion> =
        suggestions.iter().map(|suggestion| (suggestion.unit, suggestion)).collect();
    let facts = components(graph, &units).into_iter().map(|units| {
        let suggestion = units.iter().find_map(|unit| by_unit.get(unit).copied());
        ComponentFacts { units, suggestion }
    });
    let mut facts: Vec<ComponentFacts> = facts.collect();
    facts.sort_by_key(|component| std::cmp::Reverse(component.units.len()));
    facts
}

fn totals(graph: &Graph) -> Totals {
    let mut totals = Totals::default();
    let mut border_m = 0;
    for (_, neighbour) in graph.pairs() {
        match neighbour.contact {
            Contact::Border => totals.borders += 1,
            Contact::Point => totals.points += 1,
            Contact::Link => totals.links += 1,
        }
        border_m += neighbour.border_m;
    }
    totals.border_m = known(graph, border_m);
    let short = |unit: UnitId| graph.short_borders(unit).iter().filter(move |other| unit < other.unit);
    totals.short = graph.units().flat_map(short).filter(|other| other.contact == Contact::Border).count();
    totals
}

/// A length, where the graph knows lengths.
fn known(graph: &Graph, border_m: u64) -> Option<u64> {
    graph.has_lengths().then_some(border_m)
}

fn link_facts<'a>(graph: &Graph, link: &'a Link) -> LinkFacts<'a> {
    let [a, b] = link.between;
    let among = |list: &[Neighbour]| list.iter().copied().find(|neighbour| neighbour.unit == b);
    let (neighbour, removed) = (among(graph.neighbours(a)), among(graph.removed(a)));
    let matters = match link.change {
        LinkChange::Add => neighbour.is_some_and(|neighbour| neighbour.contact == Contact::Link),
        LinkChange::Remove => removed.is_some(),
    };
    let border_m = neighbour.or(removed).map_or(0, |pair| pair.border_m);
    LinkFacts { link, matters, border_m: known(graph, border_m) }
}

/// One pair of neighbours as every file shows it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Edge<'a> {
    pub unit: &'a str,
    pub neighbour: &'a str,
    /// `None` where no length is known.
    pub border_m: Option<u64>,
    pub kind: &'static str,
    /// The link that was declared for them, whether or not they would be neighbours
    /// without it.
    pub link: Option<&'a Link>,
}

/// Every pair of neighbours once, by ascending codes.
pub(super) fn edges<'a>(report: &GraphReport<'a>) -> impl Iterator<Item = Edge<'a>> {
    let territory = report.territory;
    let added = territory.links.iter().filter(|link| link.change == LinkChange::Add);
    let added: BTreeMap<[UnitId; 2], &Link> = added
        .map(|link| {
            let [a, b] = link.between;
            ([a.min(b), a.max(b)], link)
        })
        .collect();
    report.graph.pairs().map(move |(unit, neighbour)| Edge {
        unit: territory.unit(unit).code.as_str(),
        neighbour: territory.unit(neighbour.unit).code.as_str(),
        border_m: known(report.graph, neighbour.border_m),
        kind: match neighbour.contact {
            Contact::Border => "border",
            Contact::Point => "point",
            Contact::Link => "link",
        },
        link: added.get(&[unit, neighbour.unit]).copied(),
    })
}
