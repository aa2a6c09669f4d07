mod duplicate_zone_name;
mod empty_zone;
mod exception_used;
mod fixed_zone_changed;
mod orphaned_unit;
mod part_populations_differ;
mod plan_over_other_units;
mod sources;
mod split_unit;
mod unit_in_unknown_zone;
mod zone_above_maximum_population;
mod zone_below_minimum_population;
mod zone_not_contiguous;

use super::rule::Rule;

/// Every rule, in the order of checking: first whether the plan is one, then the
/// units, then the zones.
pub static RULES: &[&Rule] = &[
    &plan_over_other_units::RULE,
    &unit_in_unknown_zone::RULE,
    &duplicate_zone_name::RULE,
    &empty_zone::RULE,
    &orphaned_unit::RULE,
    &split_unit::RULE,
    &part_populations_differ::RULE,
    &fixed_zone_changed::RULE,
    &zone_not_contiguous::RULE,
    &zone_below_minimum_population::RULE,
    &zone_above_maximum_population::RULE,
    &exception_used::RULE,
];
