# Sentences of the audit. A finding reads: subject, what was found, what is required.
finding = { $subject }: { $found }; required: { $required }
not-checked = { $subject }: { $why }

subject-rule-set = rule set { $name }
subject-plan = plan
subject-unit = unit { $name }
subject-zone = zone { $name }
subject-region = region { $name }
subject-merger = merger { $name }
subject-fixed-zone = fixed zone { $name }
subject-pin = pin “{ $name }”

area-no-zone = no zone
area-no-region = no region
area-no-group = no group
share = { $area } { $people } ({ $units })
share-unknown = { $area } ({ $units })
list-last = { $before } and { $last }
listed-more = { $names } and { $more } more

found-units = { $units ->
    [one] { $units } unit
   *[other] { $units } units
}
found-in-no-zone = in no zone
found-in-zones = in { $zones ->
    [one] { $zones } zone
   *[other] { $zones } zones
}: { $names }
found-at-once-in = in { $zones } zones at once: { $names }
found-in-unknown-zones = in { $zones ->
    [one] { $zones } zone
   *[other] { $zones } zones
} that the plan does not have: { $names }
found-inhabitants = { $people ->
    [one] { $people } inhabitant
   *[other] { $people } inhabitants
}
found-inhabitants-at-least = at least { $people } inhabitants, without those of its part of { $units }, which are not known
found-inhabitants-at-most = at most { $people } inhabitants: those of its part of { $units } are not known, and taken to be no more than the unit has besides its counted parts
found-inhabitants-of-parts = { $people } inhabitants in its parts together
found-inhabitants-of-some-parts = { $people } inhabitants in its parts, { $parts ->
    [one] { $parts } part
   *[other] { $parts } parts
} not counted
found-cut-off = { $parts } separate parts, cut off: { $units }
found-in-pieces = { $pieces } pieces on the map, joined only by the separate parts of { $joints }: { $units }
piece-parts-of = a part of { $units }
piece-of-hectares = { $units } ({ $hectares } ha, { $metres } m from the nearest other piece)
piece-of-square-metres = { $units } ({ $area } m², { $metres } m from the nearest other piece)
piece-apart = { $units } ({ $metres } m from the nearest other piece)
found-surrounded = wholly inside it: { $units }
found-no-unit = no unit
found-same-name = the same name as { $zones ->
    [one] { $zones } other zone
   *[other] { $zones } other zones
}: number { $places }
found-not-a-zone = no zone has a whole unit of it
found-lacks = zone { $zone } lacks { $missing }
found-holds-besides = zone { $zone } holds { $besides } besides
found-lacks-and-holds = zone { $zone } lacks { $missing } and holds { $besides } besides
found-in-no-region = in no region
found-in-regions = in { $regions ->
    [one] { $regions } region
   *[other] { $regions } regions
}: { $names }
found-zones = { $zones ->
    [one] { $zones } zone
   *[other] { $zones } zones
}
found-regions = { $regions ->
    [one] { $regions } region
   *[other] { $regions } regions
}
found-waived = allowed by exception to break { $rule }: { $found }
found-expired = allowed until { $day } to break { $rule }: { $found }
found-counted-on = inhabitants counted on { $day }
found-room = { $count } × { $each } = { $total } inhabitants at most; there are { $people }
found-room-with-exceptions = { $count } × { $each } + { $in_excepted } in { $excepted } excepted = { $total } inhabitants at most; there are { $people }
found-need = { $count } × { $each } = { $total } inhabitants at least; there are { $people }
found-need-with-exceptions = { $count } × { $each } + { $in_excepted } in { $excepted } excepted = { $total } inhabitants at least; there are { $people }
found-no-count-fits = { $few }, and { $many }
found-zones-of-regions = { $regions } regions have together { $zones } zones
found-amount = { $goal } comes to { $amount }
goal-amount = { $unit ->
    [m] { $amount } m
    [people] { $amount ->
        [one] { $amount } person
       *[other] { $amount } people
    }
    [people2] { $amount } people²
    [people-km] { $amount } people km
    [people-km2] { $amount } people km²
   *[other] { $amount }
}

required-units = the { $units ->
    [one] { $units } unit
   *[other] { $units } units
} of the territory
required-one-zone = exactly one zone
required-one-region = exactly one region
required-known-zone = one of the plan's { $zones ->
    [one] { $zones } zone
   *[other] { $zones } zones
}
required-minimum = at least { $people } inhabitants
required-maximum = at most { $people } inhabitants
required-by-exception = { $bounds } inhabitants ({ $exception })
required-unless-excepted = { $required }, unless excepted ({ $exception })
required-reason = a reason ({ $exception } gives none)
required-in-force = in force on { $day } ({ $exception })
required-unit-population = the unit's { $people } inhabitants
required-one-part = one connected part
required-one-piece = one piece
required-nothing-inside = nothing of other zones inside
required-any-unit = at least one unit
required-own-name = a name of its own
required-fixed-units = a zone of exactly its { $units ->
    [one] { $units } unit
   *[other] { $units } units
} ({ $reason })
required-together = { $units } in one zone
required-apart = no two of { $units } in one zone
required-pinned-zone = one zone, { $zone } in the scenario, with { $units }
required-pinned-zone-without = one zone, { $zone } in the scenario, with { $units } and without { $without }
required-at-most = at most { $amount }
required-laminar-strict = whole zones, or to lie inside one
required-laminar-weak = at most one zone that it shares with others
required-whole-zones = whole zones
required-one-group = inside one { $family }
required-zones = { $count } zones
required-regions = { $count } regions
required-counted = at most { $months } months before { $day }
required-count-or-each = { $count } of them, or { $each } inhabitants each
required-count = { $count } of them
required-each = { $each } inhabitants each
required-other-numbers = other bounds
required-zones-in-all = { $count } zones in all

exception = exception { $number }: { $reason }
exception-grounded = exception { $number }: { $reason }; { $ground }
exception-bare = exception { $number }
bounds = { $minimum } to { $maximum }
bounds-minimum = at least { $minimum }
bounds-maximum = at most { $maximum }
count-exactly = exactly { $minimum }
count-any = any number of

why-plan-over-other-units = the plan speaks of { $units ->
    [one] { $units } unit
   *[other] { $units } units
}, the territory has { $territory }
why-part-population-unknown = the population of its part of { $units } is not known
why-part-borders-unknown = the borders of its part of { $units } are not known; the part was taken to touch every neighbour of its unit
why-map-parts-unknown = which units lie in several separate parts is not known: the graph was not made from a map
why-outer-border-unknown = which units lie at the outside of the territory is not known: the graph has no outer border (units.outer_border)
why-map-parts-not-matched = { $units } lies in several separate parts on the map, and which of them the zone holds is not known; they were taken to be connected
why-parts-not-matched = which part of { $units } is meant is not known: plan and group name other parts
why-no-family = the scenario has no groups of family { $family }
why-no-family-named = the profile does not say which family of groups is meant
why-units-in-no-group = { $units ->
    [one] { $units } unit lies
   *[other] { $units } units lie
} in zones that have nothing in any group
why-no-regions = the plan names no regions
why-no-mergers = the scenario lists no such mergers
why-no-pins = the scenario has no pins
why-no-limits = the scenario sets no limits
why-not-in-one-zone = what it comes to in { $goal } cannot be told: in no zone, or in several: { $units }
why-no-plan-date = the plan has no date
why-no-population-date = the day the inhabitants were counted is not known
why-no-number = the profile sets no such number

# The report of an audit.
date = { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }
audit-title = Audit of { $plan }
audit-compliant = Compliant: no finding under { $checked ->
    [one] { $checked } rule
   *[other] { $checked } rules
}
audit-not-compliant = Not compliant: { $errors ->
    [one] { $errors } finding
   *[other] { $errors } findings
} under { $checked ->
    [one] { $checked } rule
   *[other] { $checked } rules
}
audit-warnings = { $warnings ->
    [one] { $warnings } warning
   *[other] { $warnings } warnings
}
audit-notes = { $notes ->
    [one] { $notes } note
   *[other] { $notes } notes
}
audit-open = { $open ->
    [one] { $open } check
   *[other] { $open } checks
} could not be made: { $rules }
audit-under = { $verdict } ({ $profile })
audit-side-by-side = Compliant with { $kept } of { $profiles } profiles: { $names }
audit-side-by-side-none = Compliant with none of { $profiles } profiles
heading-profiles = Profiles
heading-zones = Zones
heading-findings = Findings
heading-not-checked = Not checked
heading-basis = What it rests on
heading-inputs = Inputs
column-profile = Profile
column-verdict = Verdict
column-findings = Findings
column-warnings = Warnings
column-notes = Notes
column-not-checked = Not checked
column-zone = Zone
column-inhabitants = Inhabitants
column-file = File
verdict-compliant = compliant
verdict-not-compliant = not compliant
severity-error = error
severity-warning = warning
severity-info = note
mark-not-checked = not checked
marks = ✗ error, ! warning, i note, ? not checked; the letters stand for rules, below
unknown = not known
rule-in-scenario = the scenario: { $severity }
rule-in-profile = { $profile }: { $severity }
rule-in-profile-article = { $profile }: { $severity }, { $article }
finding-off = { $finding } (off by { $amount })
finding-under = { $finding } [{ $profiles }]
amount-inhabitants = { $amount ->
    [one] { $amount } inhabitant
   *[other] { $amount } inhabitants
}
amount-units = { $amount ->
    [one] { $amount } unit
   *[other] { $amount } units
}
amount-zones = { $amount ->
    [one] { $amount } zone
   *[other] { $amount } zones
}
amount-regions = { $amount ->
    [one] { $amount } region
   *[other] { $amount } regions
}
amount-months = { $amount ->
    [one] { $amount } month
   *[other] { $amount } months
}
findings-left-out = and { $more } more (--all shows them)
open-check = { $rule } – { $subjects }: { $why }
not-asked = Neither the scenario nor { $profile } asks for { $rules }
everything-checked = Every rule of the profile was checked to the end.
nothing-found = Nothing was found.
basis-contiguity-rook = Units are neighbours where they share a border.
basis-contiguity-queen = Units are neighbours where they share a border or a point.
basis-graph = Neighbours are those of a graph, without a map: shapes, distances and lengths of borders are not known.
basis-graph-inner = Neighbours and the borders between them are those of a graph, without a map: shapes, distances and the border of the territory as a whole are not known, and not counted.
basis-graph-lengths = Neighbours and borders are those of a graph, without a map: shapes and distances are not known.
basis-minimum-border = Borders below { $metres } m make no neighbours.
basis-fitted = { $units ->
    [one] The borders of { $units } unit were
   *[other] The borders of { $units } units were
} fitted to those of neighbours, by { $metres } m at most.
basis-link = Link between { $units }: { $reason }
basis-fixed = Fixed zone { $zone }: { $reason }
input-plan = Plan: { $plan }
input-plan-date = Plan: { $plan }, in force from { $date }
input-scenario = Scenario: { $scenario }, inhabitants of { $date }
input-profile = Profile { $profile }: { $title }; { $source }
input-period = Profile { $profile }: { $title }; { $source }; in force { $period }
input-version = Zonewerk { $version }
period-from = from { $from }
period-until = until { $until }
period-between = from { $from } until { $until }
input-credits = Map: { $credits }
number = { $number }
plan-official = the official plan of { $scenario }
plan-base = the base plan of { $scenario }
plan-changed = { $plan }, with changes
note-translated = The plan is in codes from before { $mergers ->
    [one] { $mergers } merger
   *[other] { $mergers } mergers
}, and was translated: { $merged }
note-divided = Of the units after the mergers the plan divides { $units }: { $names }

# How a plan was read from a map.
note-column-guessed = column { $column } was read as the { $meant }
note-tolerance-asked = differences of borders up to { $metres } m wide do not count, as asked
note-tolerance = differences of borders up to { $metres } m wide do not count: half of the zones' borders lie within { $wander } m of the borders of units
note-slivers = { $area } of { $unit } in zone { $zone } do not count: slivers of up to { $width } m wide
note-gaps = { $area } of { $unit } in no zone do not count: slivers of up to { $width } m wide
note-slivers-more = and { $more } more such slivers, up to { $width } m wide
note-share = { $share } in { $zone }
note-share-outside = { $share } in no zone
note-unit-cut = { $unit } is cut near { $place }: { $shares }
note-overlap = zones { $a } and { $b } overlap in { $unit } near { $place }: { $area }, up to { $width } m wide
note-overlap-sliver = zones { $a } and { $b } overlap in { $unit } near { $place }: { $area }, up to { $width } m wide, a sliver that does not count
note-outside-units = { $area } of zone { $zone } near { $place } lie in no unit
note-zone-without-units = zone { $zone } of { $area } holds no unit and is not in the plan

# How the zones of a plan drift through other years.
drift-title = Drift of { $plan }
drift-verdict = { $profile }: on { $date } { $outside } of { $zones } zones are outside their bounds
drift-verdict-trend = { $profile }: on { $date } { $outside } of { $zones } zones are outside their bounds; in the { $years } years after, at their present trend, { $leaving } would leave them and { $entering } would come back
heading-drift = Counts under { $profile }: { $bounds } inhabitants a zone
heading-drift-trend = Bounds crossed at the present trend
drift-no-bounds = any number of
drift-exceptions = Exceptions set other bounds for { $zones }
drift-date = { $date }: { $said }
drift-outside = { $zones ->
    [0] no zone is outside its bounds
    [one] { $zones } zone is outside its bounds: { $names }
   *[other] { $zones } zones are outside their bounds: { $names }
}
drift-leave = { $zones ->
    [one] { $zones } zone leaves its bounds: { $names }
   *[other] { $zones } zones leave their bounds: { $names }
}
drift-enter = { $zones ->
    [one] { $zones } zone enters its bounds: { $names }
   *[other] { $zones } zones enter their bounds: { $names }
}
drift-unchanged = no zone leaves or enters its bounds
drift-too-few = { $zone } ({ $people }, { $by } too few)
drift-too-many = { $zone } ({ $people }, { $by } too many)
drift-within = { $zone } ({ $people })
column-drift-year = A year
column-drift-day = Would cross on
column-drift-bound = Bound
drift-below = below { $people }
drift-above = above { $people }
drift-back-up = back up to { $people }
drift-back-down = back down to { $people }
drift-exception-ends = { $crossing }, as an exception ends
drift-more-people = +{ $people }
drift-fewer-people = −{ $people }
drift-no-crossing = No zone would cross a bound.
drift-stay = No bound crossed in { $years } years: { $said }
drift-stay-within = { $zones ->
    [one] { $zones } zone within its bounds
   *[other] { $zones } zones within their bounds
}
drift-stay-outside = { $zones ->
    [one] { $zones } zone outside its bounds: { $names }
   *[other] { $zones } zones outside their bounds: { $names }
}
drift-not-known = { $zone }: { $why }
drift-basis-trend = The trend of a zone is the straight line through its counts of { $first } and { $last }, { $days } days apart; it goes on by the same number of people a day. A year is 365.25 days.
drift-basis-no-trend = There is one count only, so there is no trend.
drift-basis-added = The scenario's own inhabitants, of { $date }, are one of the counts.
drift-basis-same = The scenario's own inhabitants, of { $date }, are the same as in the table.
drift-basis-replaced = For { $date } the table was used and not the scenario, which has other inhabitants in { $units ->
    [one] { $units } unit
   *[other] { $units } units
}: { $own } in all against { $series } in the table.
drift-basis-undated = The day of the scenario's own inhabitants is not known; they are none of the counts.
drift-basis-parts = The plan divides { $units }: each part was taken to grow as its whole unit does, from the inhabitants that the plan gives it.
drift-basis-summed = { $old } were summed to { $new } for { $dates }.
drift-basis-as-new = { $code } was read as { $name }, after its merger, for { $dates }: there are no rows of { $partners }.
drift-dates = { $count } dates, { $first } to { $last }
drift-input = Inhabitants: { $file }

# Maps.
map-verdict = { $plan }: { $verdict }
map-optimal = Proven optimal: { $zones }
map-feasible = Best plan found: { $zones }; not proven to be the best
map-infeasible = Proved impossible: no plan keeps all rules
map-nothing-found = No plan found; that there is none is not proved
map-backbone = What all plans within { $margin } of the best have in common (goal: { $goal })
map-people = { $people } inhabitants on { $date }
map-bounds = a zone has { $bounds } unless marked
map-from = Scenario { $scenario }, profile { $profile }
map-region-border = border of a region
map-zone-border = border of a zone
map-unit-border = border of a unit
map-parted = unit in several zones
map-unassigned = unit in no zone
map-colours = Colours only tell neighbours apart.
map-tip-zone = { $zone }: { $people } inhabitants, { $units ->
    [one] { $units } unit
   *[other] { $units } units
}
map-unit-in-zones = { $unit } lies in { $zones ->
    [one] { $zones } zone
   *[other] { $zones } zones
}: { $names }
map-more = and { $more } more
map-missing-letters = The font of pictures as PNG has no shape for { $letters }; there they are empty boxes.
map-error = zone that breaks a rule
map-warning = zone with a warning
map-open = zone not checked to the end
map-not-judged = There is no plan that was judged.
map-moved = unit that moves, wholly or in part
map-border-gone = border of before that is gone
map-border-new = new border
map-change = Against { $base }, { $people ->
    [one] { $people } inhabitant
   *[other] { $people } inhabitants
} of { $units ->
    [one] { $units } unit
   *[other] { $units } units
} lie in another zone.
map-way = { $units }: { $people } inhabitants from { $from } to { $to }
map-no-base = There is no other plan to show changes from.
map-no-change = Nobody lies in another zone than before.
map-exception = zone by exception
map-fixed = given zone
map-by-exception = { $zone }, by exception: { $reason }
map-given = { $zone }, given: { $reason }
map-no-reason = no reason given
map-no-exceptions = No zone is given or made by exception.
map-link = declared link
map-no-links = The plan rests on no declared link.
map-straddled = { $family } that zones straddle
map-straddles = { $family }: { $groups } of { $all } straddled by zones.
map-straddled-group = { $group }, by { $zones ->
    [one] { $zones } zone
   *[other] { $zones } zones
}: { $names }
map-no-straddles = { $family }: none is straddled by zones.
map-no-backbone = What plans have in common was not found out; zonewerk alternatives --backbone does.
map-tip-in-all = its zone is in all plans
map-tip-settled = settled
map-tip-contested = contested with { $share } of { $of } neighbours
map-in-all = zone that is in all plans
map-settled = settled unit
map-contested-third = contested with up to a third of its neighbours
map-contested-two-thirds = with up to two thirds
map-contested-more = with more
map-not-found-out = not found out
map-border-in-all = border in all plans
map-border-here = border in some plans, the best among them
map-border-elsewhere = border in some other plans
map-border-in-none = border in no plan
map-backbone-units = { $zones ->
    [one] { $zones } zone is
   *[other] { $zones } zones are
} in all plans; { $settled ->
    [one] { $settled } unit is settled ({ $settled_people } inhabitants)
   *[other] { $settled } units are settled ({ $settled_people } inhabitants)
}, { $contested } contested ({ $contested_people }). The names are those of the best plan.
map-backbone-unknown = Of { $units ->
    [one] { $units } unit
   *[other] { $units } units
} it was not found out.

# The report of a plan as a web page.
page-title = Report on { $plan }
page-title-none = No plan: { $scenario }
page-subtitle = { $scenario }: { $units ->
    [one] { $units } unit
   *[other] { $units } units
} in { $zones ->
    [one] { $zones } zone
   *[other] { $zones } zones
}, { $people } inhabitants
page-subtitle-none = { $scenario }: { $units ->
    [one] { $units } unit
   *[other] { $units } units
}, { $people } inhabitants
page-skip = Skip to the report
page-contents = Contents
page-made = Made by Zonewerk { $version }. This page asks for nothing from elsewhere.
page-heading-verdict = Verdict
page-heading-map = Map
page-heading-zones = Zones
page-heading-chart = Inhabitants and bounds
page-heading-findings = Findings by rule
page-heading-change = What changes
page-heading-optimal = How good it is
page-heading-basis = What it rests on
claim-proven-one = Proven best: { $zones ->
    [one] { $zones } zone
   *[other] { $zones } zones
}; { $goals }. No plan that keeps { $kept } has less.
claim-proven = Proven best, goals in order: { $zones ->
    [one] { $zones } zone
   *[other] { $zones } zones
}; { $goals }. { $order }
claim-none-better = Of the plans that keep { $kept } and have { $earlier }, none has less { $goal }.
claim-found-one = Best plan found: { $zones ->
    [one] { $zones } zone
   *[other] { $zones } zones
}; { $goals }. No plan that keeps { $kept } has less than { $bound }: a gap of { $gap }, because { $why }.
claim-found-first = Best plan found, goals in order: { $zones ->
    [one] { $zones } zone
   *[other] { $zones } zones
}; { $goals }. No plan that keeps { $kept } has less { $goal } than { $bound }: a gap of { $gap }, because { $why }.
claim-found = Best plan found, goals in order: { $zones ->
    [one] { $zones } zone
   *[other] { $zones } zones
}; { $goals }. Of the plans that keep { $kept } and have { $earlier }, none has less { $goal } than { $bound }: a gap of { $gap }, because { $why }.
claim-impossible-map = Proved impossible, if the map is right where it has { $faults }: no plan keeps { $kept }.
claim-impossible = Proved impossible: no plan keeps { $kept }.
claim-unknown-bound = No plan that keeps { $kept } has less { $goal } than { $bound }.
claim-later-left = Later goals were not looked at: { $goals }.
claim-nothing-proved = Nothing is proved of: { $goals }.
claim-then = { $before }, then { $goal }
claim-least = the least { $goal }
claim-within = { $goal } of at most { $ceiling } ({ $margin } above the least)
claim-and-of-these = { $before }, and of these { $one }
claim-kept-rules = the rules
claim-kept-fixed = { $number ->
    [one] { $number } given zone
   *[other] { $number } given zones
}
claim-kept-pins = { $number ->
    [one] { $number } pin
   *[other] { $number } pins
}
claim-kept-zones = the number of zones that is asked
claim-kept-limit = the limit { $limit }
claim-kept-and = { $before } and { $last }
# Why a search ended, as a clause.
stop-time = the time limit was reached
stop-interrupted = it was interrupted
stop-zones = possible zones, or sets on the way to them, are too many to list (at most { $limit } zones; narrower bounds make fewer)
stop-regions = more than { $limit } sets of zones may still be a region of a better plan
stop-zones-first = zones were drawn first, and regions of them
stop-regions-first = regions were drawn first, and zones inside each
stop-no-regions-fit = the zones that were drawn first cannot be put together to regions within the rules
stop-no-zones-fit = the regions that were drawn first hold no zones within the rules
stop-beyond = it is proved that no plan with { $drawn } exists ({ $why }); the rules also allow { $others }, which were not tried
stop-exceptions = exceptions must be made clear first
stop-engine = the engine does not take { $what }
stop-costs = weights and values have too many digits to be added up exactly (use smaller weights)
stop-search = the search has done its work, and proves no more
stop-rounding = what is left to prove is smaller than the precision of the LP solver
stop-solver = the LP solver gave up ({ $message })

engine-zones-apart = zones that may lie apart (zone-not-contiguous is off)
engine-drawn-regions = regions that are drawn
engine-drawn-regions-apart = regions that are drawn where zones may lie apart (zone-not-contiguous is off)
engine-part-of-drawn-regions = a part of a territory whose regions are drawn
engine-regions = regions
engine-contiguous-regions = given regions that must be contiguous, where zones may cross their limits
engine-number-of-regions = a number of given regions, where zones may cross their limits
engine-pinned-bounds = bounds of its own for a pinned zone
engine-group-rules = rules on groups and zones
engine-zone-in-pieces = the rule zone-in-pieces
engine-limits = limits on goals
engine-limits-on-map = limits on goals that are measured on another map
engine-more-units = a territory of more than { $most } units
engine-choices = so many choices of zones by exception
engine-units-in-zones = { $units } units in up to { $zones } zones
engine-goal = the goal { $goal }

# One goal of several, on a line.
step-line = goal { $number }, { $goal }: { $result }
step-within = { $goal } (within { $margin } of the best)
step-proven = { $value }, proven
step-proven-best = { $value }, the proven best is { $best }
step-open = { $value }, no bound known
step-open-bound = { $value }, none below { $bound } (gap { $gap })
step-no-plan = no plan found
step-no-plan-bound = no plan found, none below { $bound }

# The summary of a solve.
summary-audit = Audit: { $verdict }
summary-ask-why = zonewerk why tells what cannot be together, and the cheapest ways out.
heading-sources = Sources
column-remark = Remark
column-zones = Zones
column-regions = Regions
column-region-of = Of
remark-breaks = breaks { $rules ->
    [one] { $rules } rule
   *[other] { $rules } rules
}
remark-fixed = fixed: { $reason }
remark-exception = exception: { $reason }
remark-part = holds part of a unit
amount-at-least = at least { $amount }
amount-at-most = at most { $amount }
column-order = Order
column-first-goal = First goal
column-price = Price
column-share = Share
order-zones-first = zones first
order-regions-first = regions first
order-jointly = jointly
order-impossible = impossible
order-no-plan = no plan found
order-no-zones-fit = no zones fit them
order-no-regions-fit = no regions of them
column-straddled = Straddled
column-people-parted = People parted
column-by-zones = By zones
column-to-mend = To mend it
mend-not-asked = not asked: time was up
mend-nothing = Nothing to mend: no zone straddles a group

# What a plan rests on.
rests-bounds = Bounds of a zone: { $bounds }; population of { $date } (scenario { $scenario }, profile { $profile })
rests-number-of-zones = Number of zones: { $count }
rests-ideal = Ideal population of a zone: { $people }
rests-base = People move from a plan of { $zones ->
    [one] { $zones } zone
   *[other] { $zones } zones
}
rests-merger = Decided merger { $merger }: { $units } in one zone
rests-waives = need not keep { $rules }

# Plans nearly as good as the best.
nearby-not-known = What lies within the margin is not known as long as no plan is proved best.
nearby-within = { $goal } of at most { $ceiling }, within { $margin } of the best
nearby-all = { $plans ->
    [one] This is the only plan that keeps { $kept } and has { $within } (proved).
   *[other] These are all { $plans } plans that keep { $kept } and have { $within } (proved).
}
nearby-more = These are the { $plans } best plans that keep { $kept } and have { $within } (proved); there are more.
nearby-different = The best plan and { $others ->
    [one] { $others } other
   *[other] { $others } others
} with { $within }, each as different from those before as can be (proved).
nearby-open = At least { $plans ->
    [one] { $plans } plan has
   *[other] { $plans } plans have
} { $within }, the first { $proved } of them proved to be the best; not more was found out, because { $why }.
nearby-open-different = { $plans ->
    [one] { $plans } plan has
   *[other] { $plans } plans have
} { $within }, the first { $proved } of them proved to be as different as can be; not more was found out, because { $why }.
nearby-first-goal = The margin is over the first goal, and later ones are not looked at.
nearby-ask-backbone = Ask with --backbone what all plans within the margin have in common.
column-plan = Plan
column-plans = Plans
column-value = Value
column-above-best = Above best
column-pairs-changed = Pairs changed
column-new-zones = New zones
column-people-elsewhere = People elsewhere
column-in-all = In all
common-heading = What all plans within { $margin } have in common (proved)
common-heading-open = What all plans within { $margin } have in common (proved as far as it was found out)
common-pairs = { $pairs ->
    [one] { $pairs } pair
   *[other] { $pairs } pairs
} of neighbours: { $together } together in all plans, { $apart } apart in all, { $contested } contested
common-units = { $units ->
    [one] { $units } unit
   *[other] { $units } units
}: { $settled } settled ({ $settled_people } inhabitants), { $contested } contested ({ $contested_people } inhabitants)
common-with-unknown = { $said }, { $unknown } not found out
common-no-zone = no zone is in all plans
common-zones = { $zones ->
    [one] { $zones } zone
   *[other] { $zones } zones
} in all plans: { $names }
common-stopped = stopped early, because { $why }
common-contested = Contested, by connected units
common-cluster = { $units ->
    [one] { $units } unit
   *[other] { $units } units
}, { $people } inhabitants: { $names }

# Every plan there is.
every-kept-within = { $kept }, with { $within }
every-all = { $plans ->
    [one] There is 1 plan that keeps { $kept } (proved).
   *[other] There are { $plans } plans that keep { $kept }: all of them are listed, each once (proved).
}
every-none-listed = No plan was listed, because { $why }.
every-early = At least { $plans ->
    [one] { $plans } plan keeps
   *[other] { $plans } plans keep
} { $kept }; there may be more, for listing ended early, because { $why }.
every-first-goal = Values are of the first goal, { $goal }: later goals were not looked at.
every-end = { $value } ({ $plans ->
    [one] { $plans } plan
   *[other] { $plans } plans
})
every-values = Values of { $goal }: from { $least } to { $most }
every-written-rows = Written to { $file }: a row for each plan, { $plans ->
    [one] { $plans } plan
   *[other] { $plans } plans
}
every-written-lines = Written to { $file }: a line for each plan, { $plans ->
    [one] { $plans } plan
   *[other] { $plans } plans
}
every-all-audited = Audit: all of them were judged, and keep the rules that plans are drawn by
every-some-audited = Audit: { $plans } of them were judged, the first 1,000 and then each thousandth, and keep the rules that plans are drawn by

# How far a solve is.
progress-goal = goal { $number } of { $of }: { $goal }
progress-listing = listing feasible zones
progress-listing-regions = { $zones } zones, listing regions of them
progress-relaxing = { $zones } zones, solving the relaxation
progress-diving = { $zones } zones, looking for a plan
progress-searching = improving plans by search
progress-cutting = { $zones } zones left, cutting
progress-branching = { $zones } zones left, { $branches } branches open
progress-listing-plans = { $plans } plans so far, { $branches } branches open
progress-settling = { $known } of { $of } pairs of neighbours settled
progress-best = best { $value }
progress-bound = bound { $value }
progress-gap = gap { $gap }
progress-conflict = finding what cannot be together
progress-ways-out = looking for ways out with { $changes ->
    [one] { $changes } change
   *[other] { $changes } changes
}, { $found } found

# The adjacency graph.
and-more = and { $more } more
graph-counts = { $units ->
    [one] { $units } unit
   *[other] { $units } units
}, { $borders ->
    [one] { $borders } border
   *[other] { $borders } borders
} of { $kilometres } km together
graph-counts-without-length = { $units ->
    [one] { $units } unit
   *[other] { $units } units
}, { $borders ->
    [one] { $borders } border
   *[other] { $borders } borders
} (how long they are is not known)
graph-shared-points = { $number ->
    [one] { $number } shared point
   *[other] { $number } shared points
}
graph-declared-links = { $number ->
    [one] { $number } declared link
   *[other] { $number } declared links
}
graph-basis-given = Neighbours are those of the graph that was given, without a map.
graph-short-borders = Of these, borders of { $metres } m or more count; { $borders ->
    [one] { $borders } border is shorter and does
   *[other] { $borders } borders are shorter and do
} not.
graph-neighbours = { $mean } neighbours a unit on average
graph-neighbours-most = { $mean } neighbours a unit on average, at most { $most }: { $unit }
graph-components = Components: { $number }
graph-isolated = Isolated units: { $number ->
    [0] none
   *[other] { $number }
}
graph-cut-vertices = Cut vertices: { $number ->
    [0] none
   *[other] { $number }
}
graph-links = Declared links: { $number ->
    [0] none
   *[other] { $number }
}
graph-component = { $units ->
    [one] { $units } unit
   *[other] { $units } units
}: { $names }
graph-component-nearest = { $component }; nearest: { $from } to { $to } at { $distance }; declare a link
graph-isolated-nearest = { $unit }; nearest: { $to } at { $distance }; declare a link
graph-fitted = Borders within { $metres } m of each other are one: { $units ->
    [one] { $units } unit
   *[other] { $units } units
} changed; zonewerk check lists them
graph-link-added = added: { $units }: { $reason }
graph-link-removed = removed: { $units }: { $reason }
graph-link-short-border = { $kilometres } km of border, below the minimum
graph-link-needless = neighbours without it too
graph-link-parts-neighbours = neighbours without it
graph-link-border-stays = { $kilometres } km of border stays on the map
graph-link-parts-nothing = no neighbours without it either

map-faults = The map has faults that can change this answer: { $faults }.
map-faults-gaps = { $number ->
    [one] { $number } gap
   *[other] { $number } gaps
}
map-faults-overlaps = { $number ->
    [one] { $number } overlap
   *[other] { $number } overlaps
}
map-faults-crossings = { $number ->
    [one] { $number } place where rings of a unit cross
   *[other] { $number } places where rings of a unit cross
}
map-faults-width = about { $width } m wide
map-faults-area = of { $size } { $unit } at most
map-faults-apart = { $number ->
    [one] { $units } stands apart, with such a fault beside it.
   *[other] { $units } stand apart, with such faults beside them.
}
map-faults-check = zonewerk check { $file } shows them.
map-faults-snap = zonewerk check { $file } shows them; with --snap { $metres } the gaps are closed.
claim-rules-not-kept = { $number ->
    [one] The rule { $rules } binds, and plans are drawn without it: where plans that keep the rules are spoken of, it is not among them.
   *[other] The rules { $rules } bind, and plans are drawn without them: where plans that keep the rules are spoken of, they are not among them.
}
claim-solver-arithmetic = This proof is that of an integer program: it rests on the floating-point arithmetic of the solver HiGHS.
page-relax = What could be relaxed
page-unknown = No plan was found, and no proof that there is none, because { $why }.
reading-ended = exception { $number } ended on { $until }, before the day of the plan ({ $day }), and is left out
reading-undated = exception { $number } ends on { $until } and is taken to hold: the day of the plan is not known (--date)
beyond-apart = zones that are not contiguous
beyond-units-apart = zones in which { $units } may lie apart
beyond-zone-apart = the zone of exception { $number } in several parts
beyond-divided = plans that divide { $units }
beyond-any-divided = plans that divide units
beyond-region-without-zone = plans that leave a given region without a zone
beyond-regions-apart = regions that are not contiguous
beyond-zones-outside-regions = zones that lie in no region
beyond-zones-in-several-regions = zones that lie in several regions
drawn-zones = contiguous zones of whole units
drawn-zones-apart = zones of whole units
beyond-drawn = { $zones }
beyond-drawn-regions = { $zones } and a zone in each given region
beyond-drawn-in-regions = { $zones } and every zone in one contiguous region
beyond = of the plans with { $drawn }; the rules also allow { $list }, which were not tried
page-map-label = Map of { $plan }; the table of zones below says the same in words
page-search = Find a unit or a zone
page-search-go = Find
page-layers = Layers
page-keys = Drag or use the arrow keys to move, the wheel or + and − to zoom, 0 for the whole map. Shift and an arrow key walk from unit to unit; Enter looks closer, Escape lets go.
page-zoom-in = Zoom in
page-zoom-out = Zoom out
page-zoom-reset = Whole map
page-details = Details
page-nothing-selected = Select a zone or a unit on the map or in the table.
page-legend = Legend
page-colours = Each zone has a colour that none of its neighbours has; the colours mean nothing else.
page-layer-names = Names
page-layer-units = Borders of units
page-layer-zones = Borders of zones
page-layer-regions = Borders of regions
page-layer-verdicts = Verdicts
page-layer-change = Changes
page-layer-backbone = In common
page-layer-links = Links
page-layer-exceptions = Exceptions
page-layer-straddles = Straddled groups
page-layer-family = { $family } ({ $groups })
page-no-family = none
page-sign-exception = Zone by exception
page-sign-fixed = Given zone
page-sign-error = Zone that breaks a rule
page-sign-warning = Zone with a warning
page-sign-moved = Moves to another zone
page-sign-base = Zone border of the plan before
page-sign-unit = Border between units
page-sign-zone = Border between zones
page-sign-region = Border between regions
page-sign-settled = Border in all plans
page-sign-contested = Border in some plans
page-sign-share = Contested with neighbours, the darker with the more
page-sign-group = Group of { $family } that zones straddle ({ $groups })
page-sign-link = Declared link
page-column-zone = Zone
page-column-region = Region
page-column-inhabitants = Inhabitants
page-column-bounds = Bounds
page-column-deviation = From the ideal
page-column-units = Units
page-column-border = Border (km)
page-column-findings = Findings ({ $profile })
page-column-unit = Unit
page-column-from = From
page-column-to = To
page-by-exception = by exception
page-given = given
page-any = any number
page-filter = Filter by zone, region or unit
page-marks = ✗ breaks a rule, ! warning, i note, ? not checked, · nothing found.
page-marks-select = Select a zone to see it on the map.
page-count-errors = { $number ->
    [one] { $number } finding that breaks a rule
   *[other] { $number } findings that break a rule
}
page-count-warnings = { $number ->
    [one] { $number } warning
   *[other] { $number } warnings
}
page-count-notes = { $number ->
    [one] { $number } note
   *[other] { $number } notes
}
page-count-open = { $number ->
    [one] { $number } check that could not be made
   *[other] { $number } checks that could not be made
}
page-chart-intro = Every zone by its inhabitants, from the smallest to the largest; the band is what the bounds allow. The table of zones has the numbers.
page-chart-label = Chart of the inhabitants of { $zones ->
    [one] { $zones } zone
   *[other] { $zones } zones
} against the bounds; the table of zones has the numbers
page-chart-marks = ● within the bounds or, in red, outside; ◇ zone by exception or given; ▲ far above the bounds, with its number.
page-chart-unknown = Left out: { $zones ->
    [one] { $zones } zone whose inhabitants are not known.
   *[other] { $zones } zones whose inhabitants are not known.
}
page-on-map = On the map:
page-in-table = In the table:
page-change-intro = Against { $base }:
page-zones-continued = { $zones ->
    [one] { $zones } zone goes on
   *[other] { $zones } zones go on
}, each from the zone that it shares most people with
page-zones-new = { $zones ->
    [one] { $zones } zone is new
   *[other] { $zones } zones are new
}: { $names }
page-zones-gone = { $zones ->
    [one] { $zones } zone is gone
   *[other] { $zones } zones are gone
}: { $names }
page-nobody-moves = Nobody moves to another zone
page-people-move = { $people } inhabitants of { $units ->
    [one] { $units } unit
   *[other] { $units } units
} move to another zone, { $share } of all
page-made-whole = { $people } of them live in { $units ->
    [one] { $units } unit that was divided and is whole now
   *[other] { $units } units that were divided and are whole now
}
page-unplaced = Of { $people } more the plan before does not say in which part of a divided unit they live
page-moves-unknown = Not counted: { $parts ->
    [one] { $parts } part whose inhabitants are not known
   *[other] { $parts } parts whose inhabitants are not known
}
page-part-of = part of { $unit }
page-meaning-zones = contiguous zones of whole units
page-meaning-zones-apart = zones of whole units that may lie apart
page-meaning-proven = Proven best means: there is no plan at all, of { $zones }, that keeps every rule and comes to less in the goals below, taken in their order. This is not a matter of how long the search went on: every other plan was ruled out, by sums that can be checked. Of plans that come to exactly the same, this is one.
page-meaning-solver = Proven best means: no plan of { $zones } that keeps every rule comes to less in the goals below, taken in their order. Here the proof is that of an integer program, and rests on the arithmetic of the solver HiGHS. Of plans that come to exactly the same, this is one.
page-meaning-feasible = The plan keeps every rule that it was drawn for, and it is the best that was found. It is not proved that there is no better one; the bound says how much better one could be at the most.
page-meaning-impossible = Impossible means proved: no plan of { $zones } keeps all the rules together, on this map, however long one searches. To get a plan, a rule, a bound or something that was given has to change.
page-meaning-unknown = No plan was found, but it is not proved that there is none: with more time or other bounds there may be one.
page-bound-meaning = The bound is what no plan can be below. Where value and bound are equal, the value is proved best; the gap is how far they are apart. A later goal only chooses among the plans that are good enough in the goals before it.
page-column-goal = Goal
page-column-best = Best plan
page-column-no-less = No plan below
page-column-gap = Gap
page-column-standing = Standing
page-nothing-proved = nothing proved
page-is-proven = proven
page-is-open = not proven
page-zones-listed = { $zones } different zones keep the rules by themselves; all were listed
page-engine-cover = Engine: cover, which picks from the list the zones that together hold every unit once
page-engine-compact = Engine: compact, which decides for every unit in which zone it lies
page-engine-search = Engine: search, which improves a plan step by step, and proves little but of borders where zones are few
page-chosen-asked = This engine was asked for
page-chosen-listed = This engine was chosen because all possible zones can be listed
page-chosen-too-many = This engine was chosen because possible zones, or sets on the way to them, are too many to list (at most { $limit } zones)
page-all-goals = What the plan comes to in every goal
page-column-measure = Measure
page-column-this-plan = This plan
page-column-drawn-for = As goal
page-backbone = What all good plans have in common
page-backbone-intro = Every plan that keeps the rules and is within { $within } of the best in the first goal, that is up to { $ceiling }, was looked at together:
page-backbone-intro-open = Every plan that keeps the rules and is within { $within } of the best in the first goal was looked at together:
page-backbone-settled = Settled: { $units ->
    [one] { $units } unit
   *[other] { $units } units
} ({ $people } inhabitants) lie in all these plans with, and apart from, the same neighbours
page-backbone-contested = Contested: { $units ->
    [one] { $units } unit
   *[other] { $units } units
} ({ $people } inhabitants) do not: one good plan puts them with a neighbour, another does not
page-backbone-pairs = Of { $pairs } pairs of neighbours { $together } are together in all these plans, { $apart } apart in all, { $contested } contested
page-backbone-unknown = Of { $pairs } pairs it was not found out in time
page-backbone-zones = { $zones ->
    [one] { $zones } zone is
   *[other] { $zones } zones are
} the same in all these plans
page-backbone-meaning = Where all good plans agree, there is little to choose without giving up more. Where they do not, local knowledge can decide at hardly any cost.
page-exception = Exception for { $subject }: { $reason }
page-exception-any = any number of inhabitants
page-exception-bounds = { $bounds } inhabitants
page-no-reason = no reason given
page-pin-together = Asked: { $units } in one zone: { $reason }
page-pin-apart = Asked: { $units } each in another zone: { $reason }
page-pin-zone = Asked: zone { $zone } with { $units }: { $reason }
page-pin-zone-without = Asked: zone { $zone } with { $units }, without { $without }: { $reason }
page-seed = Seed { $seed }
page-unit-people = { $value ->
    [one] { $value } person
   *[other] { $value } people
}
page-unit-inertia = { $value } inhabitants × km²
page-unit-distance = { $value } inhabitants × km
page-unit-squared = { $value } inhabitants²
unit-points = { $points } points
page-goal-sum = weighted sum ({ $sum })
page-goal-border-length = total border
page-goal-without-outer = { $goal } without the outer border
page-goal-cut-edges = neighbours in different zones
page-goal-inertia = inertia
page-goal-distance-to-centre = distance to the centre unit
page-goal-squared-distance-to-centre = squared distance to the centre unit
page-goal-squared-deviation = squared deviation from the ideal population
page-goal-absolute-deviation = deviation from the ideal population
page-goal-largest-deviation = largest deviation from the ideal population
page-goal-people-moved = people moved
page-goal-crossings = cuts of { $family }
page-goal-crossings-people = people cut from their { $family }
page-goal-straddles = zones straddling { $family }
page-goal-straddles-people = people straddled of { $family }
page-goal-zones-crossing = zones crossing { $family }
page-goal-zones-crossing-people = people of zones across { $family }
page-goal-mergers-cut = expected mergers cut
page-goal-zones = number of zones
page-goal-exceptions = zones outside the bounds by exception
page-goal-regions = number of regions
page-goal-region-border-length = total border of the regions
page-goal-region-deviation = deviation from the ideal population of a region
page-goal-region-mismatch = people outside their region's { $family }
page-goal-region-groups = { $family } beyond one a region
page-js-unit = Code
page-js-zone = Zone
page-js-region = Region
page-js-inhabitants = Inhabitants
page-js-bounds = Bounds
page-js-deviation = From the ideal
page-js-units = Units
page-js-border = Border
page-js-findings = Findings
page-js-before = Before
page-js-continues = Continues
page-js-is-new = a new zone
page-js-in-no-zone = in no zone
page-js-not-found = Nothing is called “#”.
page-js-rows-shown = Zones shown: #
page-js-exception = Exception
page-js-given = Given

# Files for GIS programs.
gis-cut = { $file }: in { $rows } of { $all } rows the text of { $column } is cut at 254 bytes, the most that a shapefile holds
gis-removed = there is nothing to write in { $file } now, and what stood there before is removed
gis-together = in one zone in all plans
gis-apart = in two zones in all plans
gis-contested = in one zone in some plans
gis-unknown = not found out
