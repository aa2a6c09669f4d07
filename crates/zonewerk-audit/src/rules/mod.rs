mod affinity_cut;
mod decided_merger_split;
mod duplicate_zone_name;
mod empty_zone;
mod exception_exceeded;
mod exception_expired;
mod exception_used;
mod exception_without_reason;
mod expected_merger_split;
mod fixed_zone_changed;
mod group_in_several_regions;
mod group_not_aligned;
mod group_straddles_zones;
mod limit_exceeded;
mod network_cut;
mod orphaned_unit;
mod part_populations_differ;
mod pin_not_kept;
mod plan_over_other_units;
mod population_older_than_plan;
mod region_above_maximum_population;
mod region_below_minimum_population;
mod region_bounds_contradict;
mod region_not_contiguous;
mod region_with_too_few_zones;
mod region_with_too_many_zones;
mod split_unit;
mod unit_in_unknown_zone;
mod wrong_number_of_regions;
mod wrong_number_of_zones;
mod zone_above_maximum_population;
mod zone_below_minimum_population;
mod zone_bounds_contradict;
mod zone_crosses_group;
mod zone_in_pieces;
mod zone_in_several_regions;
mod zone_not_contiguous;
mod zone_surrounds_others;
mod zone_without_region;
mod zones_overlap;

use super::rule::Rule;

/// Every rule, in the order of [`RuleId::ALL`](crate::RuleId::ALL), which is that of checking:
/// whether the plan is one, whether the rules can be kept at all, then units, zones, groups,
/// regions, dates, and last what exceptions let pass.
pub static RULES: &[&Rule] = &[
    &plan_over_other_units::RULE,
    &unit_in_unknown_zone::RULE,
    &duplicate_zone_name::RULE,
    &empty_zone::RULE,
    &part_populations_differ::RULE,
    &fixed_zone_changed::RULE,
    &pin_not_kept::RULE,
    &limit_exceeded::RULE,
    &zone_bounds_contradict::RULE,
    &region_bounds_contradict::RULE,
    &orphaned_unit::RULE,
    &zones_overlap::RULE,
    &split_unit::RULE,
    &decided_merger_split::RULE,
    &expected_merger_split::RULE,
    &zone_not_contiguous::RULE,
    &zone_in_pieces::RULE,
    &zone_surrounds_others::RULE,
    &zone_below_minimum_population::RULE,
    &zone_above_maximum_population::RULE,
    &wrong_number_of_zones::RULE,
    &zone_crosses_group::RULE,
    &group_straddles_zones::RULE,
    &group_not_aligned::RULE,
    &network_cut::RULE,
    &affinity_cut::RULE,
    &zone_without_region::RULE,
    &zone_in_several_regions::RULE,
    &region_below_minimum_population::RULE,
    &region_above_maximum_population::RULE,
    &region_with_too_few_zones::RULE,
    &region_with_too_many_zones::RULE,
    &region_not_contiguous::RULE,
    &wrong_number_of_regions::RULE,
    &group_in_several_regions::RULE,
    &population_older_than_plan::RULE,
    &exception_exceeded::RULE,
    &exception_without_reason::RULE,
    &exception_expired::RULE,
    &exception_used::RULE,
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::RuleId;

    #[test]
    fn every_rule_that_is_declared_is_checked_in_the_order_of_declaration() {
        let missing: Vec<&RuleId> =
            RuleId::ALL.iter().filter(|&&id| RULES.iter().all(|rule| rule.id != id)).collect();
        assert!(missing.is_empty(), "declared, but no check is listed in RULES: {missing:?}");
        let ids: Vec<RuleId> = RULES.iter().map(|rule| rule.id).collect();
        assert_eq!(ids, RuleId::ALL, "RULES is to be in the order of RuleId");
    }
}
