/// Where the regions of a plan come from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Regions {
    /// Plans have none.
    #[default]
    None,
    /// Each zone is in the region that it lies in, of the groups of a family; a zone that may
    /// cross their limits in that which most of its inhabitants live in.
    Given {
        /// Name of the family.
        family: String,
    },
    /// Zones and regions are drawn together: each region is a contiguous union of zones.
    Drawn,
}
