use super::{Beyond, DesignOrder, NotTaken, UnclearException};
use zonewerk_core::plan::Plan;
use zonewerk_core::problem::{CountBounds, Limit, PopulationBounds};
use zonewerk_core::territory::UnitId;

/// The result of solving. "Proved impossible" and "not found in time" never share a
/// variant. Objectives and bounds are in the goal's unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The plan is proved best.
    Optimal {
        /// The plan.
        plan: Plan,
        /// Its objective.
        objective: u64,
    },
    /// The plan obeys the rules; a better one may exist, none below `bound`.
    Feasible {
        /// The best plan found.
        plan: Plan,
        /// Its objective.
        objective: u64,
        /// No plan has a smaller objective than this.
        bound: u64,
        /// Why the search ended.
        stopped: Stopped,
    },
    /// Proved: no plan obeys the rules.
    Infeasible {
        /// The proof, in short.
        why: Infeasibility,
    },
    /// Neither a plan nor a proof that there is none.
    Unknown {
        /// No plan has a smaller objective than this, where anything is known.
        bound: Option<u64>,
        /// Why the search ended.
        stopped: Stopped,
    },
}

/// Why a search ended before its proof.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stopped {
    /// The time limit was reached.
    TimeLimit,
    /// The user asked to stop.
    Interrupted,
    /// More zones are feasible than the engine lists.
    TooManyZones {
        /// The most it takes.
        limit: usize,
    },
    /// More sets of zones may be a region than the engine lists.
    TooManyRegions {
        /// The most it takes.
        limit: usize,
    },
    /// Zones and regions were drawn one after the other, as was asked: what comes of it is not
    /// the best of both together.
    OneAfterTheOther {
        /// Which first.
        order: DesignOrder,
    },
    /// Of what was drawn first, as was asked, nothing can be made: the best zones cannot be put
    /// together to regions, or the best regions hold no zones.
    NothingFits {
        /// Which first.
        order: DesignOrder,
    },
    /// What these exceptions let pass cannot be known before there is a plan, or they waive nothing:
    /// nothing was looked for.
    UnclearExceptions {
        /// The exceptions, in order.
        exceptions: Vec<UnclearException>,
    },
    /// Proved: no plan of contiguous zones of whole units obeys the rules, or none of whole units
    /// where zones may lie apart. Others that they allow were not tried.
    NoneContiguous {
        /// The proof, in short.
        why: Box<Infeasibility>,
        /// What was not tried.
        beyond: Vec<Beyond>,
        /// Whether zones must be contiguous; they may lie apart where not.
        contiguous: bool,
    },
    /// The engine that was asked for does not know what is asked of it.
    NotInThisEngine {
        /// What it does not take.
        what: NotTaken,
    },
    /// A search without a proof has done all the work that it does.
    SearchEnded,
    /// Weights and values make costs that have too many digits to be added up exactly.
    CostsTooLarge,
    /// A branch stayed open by less than the precision of the LP solver.
    Rounding,
    /// The LP solver gave up; what was proved until then stands.
    SolverFailed {
        /// What it said.
        message: String,
    },
}

/// Why no plan exists. Each variant is a proof that can be checked by hand or by sum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Infeasibility {
    /// A fixed zone breaks the population bounds that hold for it.
    FixedZoneOutOfBounds {
        /// Name of the fixed zone.
        zone: String,
        /// Its inhabitants.
        population: u64,
    },
    /// A fixed zone is not contiguous, and must be.
    FixedZoneNotContiguous {
        /// Name of the fixed zone.
        zone: String,
        /// Number of its separate parts.
        parts: usize,
    },
    /// A connected part of the territory, exceptions set aside, cannot be cut
    /// into zones because no number of zones within the bounds adds up to its population.
    Arithmetic {
        /// The units of the part, ascending.
        units: Vec<UnitId>,
        /// Their inhabitants.
        population: u64,
        /// How many zones they may be.
        zones: CountBounds,
        /// The given region that the part lies in, where no zone may leave it.
        region: Option<String>,
    },
    /// A given region has too many or too few inhabitants.
    RegionOutOfBounds {
        /// Name of the region.
        region: String,
        /// Its inhabitants.
        population: u64,
        /// What it may have.
        bounds: PopulationBounds,
    },
    /// A given region is not contiguous.
    RegionNotContiguous {
        /// Name of the region.
        region: String,
        /// Number of its separate parts.
        parts: usize,
    },
    /// Sums do not allow the number of zones that is asked for.
    NumberOfZones(ZoneSums),
    /// No number of regions that the rules allow adds up to all inhabitants.
    NumberOfRegions(RegionSums),
    /// Zones lie in more of the given regions, or can lie in fewer, than there are to be.
    NumberOfGivenRegions {
        /// The regions with a whole unit: no zone counts for another, and where no zone may leave its
        /// region, each of these has one.
        with_zones: u64,
        /// How many there may be.
        asked: CountBounds,
    },
    /// No number of regions fits both what regions must have and the zones that there may be.
    LevelsContradict(LevelSums),
    /// Every zone was listed, and no plan of them can keep a limit.
    LimitBelowAll {
        /// The limit.
        limit: Limit,
        /// What each unit adds at least, as its share of a zone that holds it, all together; or
        /// the least of a zone that holds some unit, where that is more.
        least: u64,
        /// Number of zones that the rules allow.
        zones: usize,
    },
    /// Every zone was listed, and no zone that keeps the limits on single zones holds these units.
    UnitsOutsideLimits {
        /// The units, ascending.
        units: Vec<UnitId>,
    },
    /// Units that every plan keeps in one zone, since pins say so or sums of inhabitants leave no
    /// other, have more inhabitants than a zone may have.
    AboveMaximum {
        /// The units, ascending.
        units: Vec<UnitId>,
        /// Their inhabitants.
        population: u64,
        /// Inhabitants of a zone without an exception.
        bounds: PopulationBounds,
    },
    /// Units that every plan keeps in one zone have too few inhabitants for a zone, and too many with any
    /// neighbour, or with any other unit where zones may lie apart.
    BelowMinimum {
        /// The units, ascending.
        units: Vec<UnitId>,
        /// Their inhabitants.
        population: u64,
        /// Inhabitants of a zone without an exception.
        bounds: PopulationBounds,
        /// The fewest inhabitants that they have with a neighbour, and those that go with it; with any
        /// other unit where zones may lie apart. `None` where there is none.
        with_neighbour: Option<u64>,
    },
    /// Several given regions, each with a proof of its own.
    InRegions(Vec<Infeasibility>),
    /// Every feasible zone was listed and none holds these units.
    UnitsInNoZone {
        /// The units, ascending.
        units: Vec<UnitId>,
        /// The given region that they lie in, where no zone may leave it.
        region: Option<String>,
    },
    /// Every set of feasible zones that may be a region was listed and none holds these units.
    UnitsInNoRegion {
        /// The units, ascending.
        units: Vec<UnitId>,
    },
    /// Every way to peel zones off the territory one by one was ruled out by what the pairs
    /// parted would cost, or by sums of inhabitants.
    Peeled {
        /// Number of units.
        units: usize,
    },
    /// Every way to put the units into contiguous zones was ruled out, unit by unit, by bounds, by pins or
    /// by contiguity.
    EachUnitTried {
        /// Number of units.
        units: usize,
        /// Number of branches that were closed.
        branches: usize,
    },
    /// Every way to combine the feasible zones was ruled out, branch by branch, each by
    /// a dual bound above the cost of any plan, summed in whole numbers.
    Exhausted {
        /// Number of feasible zones.
        zones: usize,
        /// Number of branches that were closed.
        branches: usize,
        /// Units that the nearest attempt left uncovered, ascending: where to look first.
        /// A hint, not part of the proof.
        left_over: Vec<UnitId>,
        /// The given region that it is about, where no zone may leave it.
        region: Option<String>,
    },
}

/// Why no plan has the number of zones that is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ZoneSums {
    /// The fewest that are asked for.
    pub least: Option<u64>,
    /// The most that are asked for, by number or by a limit.
    pub most: Option<u64>,
    /// No plan has fewer.
    pub fewest_fitting: u64,
    /// No plan has more.
    pub most_fitting: u64,
    /// Number of units.
    pub units: usize,
    /// All inhabitants.
    pub population: u64,
    /// Inhabitants of a zone without an exception.
    pub bounds: PopulationBounds,
}

impl ZoneSums {
    /// How many are asked for, in words.
    pub fn asked(&self) -> String {
        match (self.least, self.most) {
            (Some(least), Some(most)) if least > most => format!("at least {least} and at most {most}"),
            (least, most) => CountBounds::new(least, most).unwrap_or_default().to_string(),
        }
    }
}

/// Why regions and zones do not go together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LevelSums {
    /// How many regions there may be.
    pub asked: CountBounds,
    /// All inhabitants.
    pub population: u64,
    /// Inhabitants of a region.
    pub region: PopulationBounds,
    /// Zones of a region.
    pub each: CountBounds,
    /// Inhabitants of a zone without an exception.
    pub zone: PopulationBounds,
    /// The fewest and the most zones of a plan, as asked for and as sums allow.
    pub zones: (u64, u64),
}

/// Why no number of regions will do: what so many of them hold, or need.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegionSums {
    /// How many regions there may be.
    pub asked: CountBounds,
    /// Inhabitants of a region without an exception.
    pub bounds: PopulationBounds,
    /// All inhabitants.
    pub population: u64,
    /// The numbers of regions that the sums allow.
    pub fitting: Option<CountBounds>,
    /// The most regions there may be, and what they hold at most, where that is too little.
    pub room: Option<(u64, u64)>,
    /// The fewest regions there may be, and what they need, where that is too much.
    pub need: Option<(u64, u64)>,
    /// The nearest maximum or minimum that the sums allow for that many regions.
    pub each: Option<u64>,
}

impl Outcome {
    /// The plan, where one was found.
    pub fn plan(&self) -> Option<&Plan> {
        match self {
            Self::Optimal { plan, .. } | Self::Feasible { plan, .. } => Some(plan),
            Self::Infeasible { .. } | Self::Unknown { .. } => None,
        }
    }

    /// Objective of the plan, where one was found.
    pub fn objective(&self) -> Option<u64> {
        match *self {
            Self::Optimal { objective, .. } | Self::Feasible { objective, .. } => Some(objective),
            Self::Infeasible { .. } | Self::Unknown { .. } => None,
        }
    }

    /// What no plan goes below, where anything is known.
    pub fn bound(&self) -> Option<u64> {
        match *self {
            Self::Optimal { objective, .. } => Some(objective),
            Self::Feasible { bound, .. } => Some(bound),
            Self::Unknown { bound, .. } => bound,
            Self::Infeasible { .. } => None,
        }
    }

    /// `(objective - bound) / objective`, where both are known.
    pub fn gap(&self) -> Option<f64> {
        let (objective, bound) = (self.objective()?, self.bound()?);
        Some(if objective == bound { 0.0 } else { (objective - bound) as f64 / objective as f64 })
    }

    /// `optimal`, `feasible`, `infeasible` or `unknown`.
    pub fn status(&self) -> &'static str {
        match self {
            Self::Optimal { .. } => "optimal",
            Self::Feasible { .. } => "feasible",
            Self::Infeasible { .. } => "infeasible",
            Self::Unknown { .. } => "unknown",
        }
    }
}
