use std::collections::BTreeMap;

use super::Remainder;
use crate::PlanSource;
use zonewerk_audit::Audit;
use zonewerk_audit::proposal::{
    Affected, Moves, NeighbourZone, Partners, Proposal, Touched, Verdicts, affected, moves, neighbours,
    partners, touched, verdicts,
};
use zonewerk_core::graph::Graph;
use zonewerk_core::words::Language;
use zonewerk_io::Scenario;

/// All that is known of a proposal.
#[derive(Clone, Debug)]
pub struct Tried<'a> {
    /// The scenario, with the profile that plans are judged by.
    pub scenario: &'a Scenario,
    /// The territory's adjacency, links included.
    pub graph: &'a Graph,
    /// What the plan before is called, and how it was read.
    pub source: &'a PlanSource,
    /// The plan before, the changes, and what comes of them.
    pub proposal: &'a Proposal,
    /// The audits of the plans before and after.
    pub audits: [&'a Audit; 2],
    /// Whether the other zones can be drawn around those that are changed.
    pub remainder: Remainder,
    /// The language that it is told in.
    pub language: Language,
    pub(super) verdicts: Verdicts,
    pub(super) moves: Moves,
    pub(super) touched: Vec<Touched>,
    pub(super) affected: Vec<Affected>,
    pub(super) partners: Vec<Partners>,
    pub(super) neighbours: Vec<NeighbourZone>,
}

impl<'a> Tried<'a> {
    /// Works out what follows from a proposal. `graph` has the links in it; the audits are of its
    /// plans before and after.
    pub fn new(
        scenario: &'a Scenario,
        graph: &'a Graph,
        source: &'a PlanSource,
        proposal: &'a Proposal,
        audits: [&'a Audit; 2],
        language: Language,
    ) -> Self {
        let Scenario { territory, problem, .. } = scenario;
        let profile = &problem.profile;
        let moves = moves(territory, &proposal.before, &proposal.after, &proposal.continues);
        let touched = touched(territory, graph, problem, proposal);
        Self {
            scenario,
            graph,
            source,
            proposal,
            audits,
            remainder: Remainder::NotAsked,
            language,
            verdicts: verdicts(audits[0], audits[1], &renamed(proposal)),
            affected: affected(territory, profile, proposal, &moves, &touched, audits),
            partners: partners(territory, profile, &touched),
            neighbours: neighbours(territory, graph, profile, proposal, &touched),
            moves,
            touched,
        }
    }

    /// The zones that the proposal changes.
    pub fn touched(&self) -> &[Touched] {
        &self.touched
    }

    /// Whether anything differs between the plans.
    pub(super) fn is_changed(&self) -> bool {
        !self.proposal.stated.is_empty() || !self.touched.is_empty()
    }

    /// Name of a zone before.
    pub(super) fn zone_before(&self, zone: zonewerk_core::territory::ZoneId) -> &'a str {
        &self.proposal.before.zones[zone].name
    }

    /// Name of a zone after.
    pub(super) fn zone_after(&self, zone: zonewerk_core::territory::ZoneId) -> &'a str {
        &self.proposal.after.zones[zone].name
    }
}

/// The zones after that are called otherwise than the ones they continue, with the names of those.
fn renamed(proposal: &Proposal) -> BTreeMap<String, String> {
    let pairs = proposal.continues.iter().filter_map(|(zone, before)| {
        let (new, old) = (&proposal.after.zones[zone].name, &proposal.before.zones[(*before)?].name);
        (new != old).then(|| (new.clone(), old.clone()))
    });
    pairs.collect()
}
