//! Of a demand that is a number, the least that must be allowed.

use std::collections::BTreeSet;

use super::WhySearch;
use super::demands::Demand;
use super::truth_query::Truth;
use super::why_question::WhyQuestion;
use crate::zones;
use zonewerk_core::problem::{CountBounds, Limit};
use zonewerk_core::territory::UnitId;

/// What is allowed of a number, with a plan.
pub(super) struct LeastNumber {
    pub(super) demand: Demand,
    pub(super) number: u64,
    /// Whether it is proved that no nearer number will do.
    pub(super) is_least: bool,
    pub(super) case: WhyQuestion,
    pub(super) plan: Vec<Vec<UnitId>>,
}

impl WhySearch<'_> {
    /// The number nearest to the first demand of these that is one for which there is a plan, found
    /// by halving; `None` where none of them is a number.
    pub(super) fn least_number(
        &self,
        drops: &BTreeSet<Demand>,
        dropped: &WhyQuestion,
        plan: &[Vec<UnitId>],
    ) -> Option<LeastNumber> {
        let asked = &self.case.problem;
        let zones = plan.len() as u64;
        let is_number =
            |demand: &&Demand| matches!(demand, Demand::FewestZones | Demand::MostZones | Demand::Goal(_));
        let demand = drops.iter().find(is_number)?.clone();
        // Numbers grow worse from the first to the last; the last is that of the plan.
        let (first, last) = match &demand {
            Demand::FewestZones => (0, asked.zone_count.minimum()?.checked_sub(zones)?),
            Demand::MostZones => (0, zones.checked_sub(asked.zone_count.maximum()?)?),
            Demand::Goal(place) => {
                let Limit { goal, most } = &asked.limits[*place];
                let named = self.named(dropped, plan.to_vec());
                let WhyQuestion { territory, graph, problem, .. } = dropped;
                (0, zones::value(territory, graph, problem, goal, &named)?.checked_sub(*most)?)
            }
            _ => return None,
        };
        let with = |off: u64| {
            let mut case = dropped.clone();
            let number = match &demand {
                Demand::FewestZones => {
                    let number = asked.zone_count.minimum().unwrap_or(0) - off;
                    let count = CountBounds::new(Some(number), case.problem.zone_count.maximum());
                    case.problem = case.problem.with_zone_count(count.unwrap_or_default());
                    number
                }
                Demand::MostZones => {
                    let number = asked.zone_count.maximum().unwrap_or(0) + off;
                    let count = CountBounds::new(case.problem.zone_count.minimum(), Some(number));
                    case.problem = case.problem.with_zone_count(count.unwrap_or_default());
                    number
                }
                Demand::Goal(place) => {
                    let Limit { goal, most } = asked.limits[*place].clone();
                    case.problem.limits.push(Limit { goal, most: most + off });
                    most + off
                }
                _ => 0,
            };
            (number, case)
        };
        let (mut low, mut high, mut best) = (first + 1, last, plan.to_vec());
        let mut is_least = true;
        while low < high && !self.query.is_stopped() {
            let middle = low.midpoint(high);
            match self.query.ask_shortly(&with(middle).1, None) {
                Truth::Yes(zones) => (high, best) = (middle, zones),
                Truth::No(_) => low = middle + 1,
                Truth::TooLarge | Truth::Unknown => (low, is_least) = (middle + 1, false),
            }
        }
        let (number, case) = with(high);
        Some(LeastNumber { demand, number, is_least: is_least && low >= high, case, plan: best })
    }
}
