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

# Proposals. What a plan does is said after its name: { $subject } { $does }.
moves-people = { $people ->
    [one] { $people } inhabitant
   *[other] { $people } inhabitants
} of { $units ->
    [one] { $units } unit
   *[other] { $units } units
} { $people ->
    [one] moves
   *[other] move
} to another zone, { $share } of all
moves-nobody = Nobody moves to another zone
moves-made-whole = { $people } of them lived in { $units ->
    [one] { $units } unit that was divided and is whole now
   *[other] { $units } units that were divided and are whole now
}
moves-unplaced = Of { $people } more the plan before does not say in which part of a divided unit they live; the goal people-moved counts them as moved
moves-unknown = Not counted: { $parts ->
    [one] { $parts } part whose inhabitants are not known
   *[other] { $parts } parts whose inhabitants are not known
}
moves-part-of = part of { $unit }
moves-more = And { $more } more (--format json has all).
heading-moves = Who moves
heading-moves-from-base = Who moves from the base
heading-moves-from-proposal = Who moves from the proposal
column-rule = Rule
column-errors = Errors
column-unit = Unit
column-units = Units
column-from = From
column-to = To
column-border = Border (km)
column-group = Group
column-finding = Finding
try-title = Changes to { $plan }
try-subject-proposal = The proposal
try-subject-completed = The completed plan
try-subject-repaired = The repaired plan
try-subject-drawn = The plan
try-verdict = { $subject } { $does }
try-breaks-new = breaks { $rules ->
    [one] { $rules } rule
   *[other] { $rules } rules
} that the base keeps ({ $names })
try-breaks-uncovered = breaks { $rules ->
    [one] { $rules } rule
   *[other] { $rules } rules
} for which the base could not be checked to the end ({ $names })
try-mends = mends { $rules ->
    [one] { $rules } rule
   *[other] { $rules } rules
} that the base breaks ({ $names })
try-breaks-still = breaks { $rules ->
    [one] { $rules } rule
   *[other] { $rules } rules
} that the base breaks too ({ $names }); { $after ->
    [one] { $after } error
   *[other] { $after } errors
} in all, { $before } before
try-leaves-open = leaves open { $rules ->
    [one] { $rules } rule that the base breaks and that
   *[other] { $rules } rules that the base breaks and that
} cannot be checked to the end any more ({ $names })
try-and-breaks-none = { $verdict }, and breaks none that was checked
try-breaks-none = { $subject } breaks no rule that was checked, and neither does the base
try-as-is-breaks-none = The plan as it is breaks no rule that was checked
try-as-is-breaks = The plan as it is breaks { $rules ->
    [one] { $rules } rule
   *[other] { $rules } rules
} ({ $names })
try-base-breaks-none = { $subject } is the base itself, which breaks no rule that was checked
try-base-breaks = { $subject } is the base itself, which breaks { $rules ->
    [one] { $rules } rule
   *[other] { $rules } rules
} ({ $names })
try-heading-proposed = Proposed
try-heading-notes = Notes
try-change-reason = { $change } ({ $reason })
try-move = { $unit } moves to { $zone }
try-nowhere = { $unit } lies in no zone
try-merge = { $zones } become one
try-merge-named = { $zones } become one, called { $name }
try-new = { $number ->
    [one] { $units } becomes a zone, called { $name }
   *[other] { $units } become a zone, called { $name }
}
try-dissolve = { $zone } is given up
try-swap = { $a } and { $b } change places
try-placed = { $units ->
    [one] { $units } unit
   *[other] { $units } units
} placed as a table of a plan says
try-nothing = nothing: the plan is judged as it is
try-note-made-whole = { $unit } was divided over { $zones }: it is whole now
try-note-already-there = { $unit } lies in { $zone } already
try-note-already-nowhere = { $unit } lies in no zone already
try-note-new-zone = { $zone } is a new zone
try-note-new-zone-near = { $zone } is a new zone: the plan has none of that name, but it has { $near }
try-note-emptied = { $zone } holds nothing any more, and is gone
try-note-region-chosen = { $zone } is made of zones of { $regions }: it lies in the region of the largest of them
try-note-before-merger = { $old } has merged: { $unit } is meant
try-heading-rules = Rules before and after ({ $profile })
try-no-findings = No rule has an error or a warning, before or after.
try-same-findings = Every finding is the same before and after.
try-findings-new = New
try-findings-uncovered = Not checked before
try-findings-worse = Worse
try-findings-other = Other
try-findings-better = Better
try-findings-unchecked = Not checked any more
try-findings-gone = Gone
try-checks-opened = Checks that cannot be made any more
try-checks-closed = Checks that could not be made before
try-finding-before = { $finding } (before: { $found })
try-notes-differ = Besides, { $notes ->
    [one] { $notes } note differs
   *[other] { $notes } notes differ
} (--format json has all).
try-more = and { $more } more (--format json has all)
try-heading-zones = Zones touched: { $zones }
try-no-zones = No zone is touched.
try-column-bounds = Bounds
try-column-contiguous = Contiguous
try-zone-renamed = { $zone } (was { $before })
try-zone-new = { $zone } (new)
try-zone-gone = { $zone } (gone)
try-within = within
try-too-few = { $people } too few
try-too-many = { $people } too many
try-empty = empty
try-contiguous = yes
try-pieces = in { $pieces } pieces
try-pieces-or-more = in { $pieces } pieces or more
try-holds-part = holds a part
try-heading-groups = Groups affected: { $groups }
try-no-groups = None of the families of groups that the profile names has a unit that moves.
try-column-units-moving = Units that move
try-no-finding = none
try-heading-partners = Partners: who must agree, zone by zone
try-partners = { $zone }: { $units ->
    [one] { $units } unit
   *[other] { $units } units
} ({ $names })
try-partners-groups = { $partners }; { $groups ->
    [one] { $groups } group
   *[other] { $groups } groups
} ({ $names })
try-no-partners = None: no zone that the plan has after the changes is touched.
try-heading-neighbours = Neighbours to consult
try-neighbour = { $zone }: { $units ->
    [one] { $units } unit
   *[other] { $units } units
} on the border with { $beside } ({ $names })
try-neighbour-perhaps = { $neighbour }; perhaps: it is not known where the part of a divided unit lies
try-no-neighbours = None: no other zone borders on one that is touched.
try-heading-remainder = Can the rest be completed around it?
try-remainder-not-asked = Not asked: --remainder looks for a plan, or for a proof that there is none.
try-remainder-possible = Yes, proved by a plan of { $zones ->
    [one] { $zones } zone
   *[other] { $zones } zones
} that has the changed zones as they are and passed its audit; --complete draws the rest.
try-remainder-possible-open = Yes, as far as the changed zones can be given: a plan of { $zones ->
    [one] { $zones } zone that has them
   *[other] { $zones } zones that has them
} passed its audit; --complete draws the rest.
try-remainder-impossible = No, proved: { $why }.
try-remainder-impossible-map = No, proved, if the map is right where it has { $faults }: { $why }.
try-remainder-broken = No: changed zones break rules themselves, whatever is drawn around them.
try-remainder-conflicts = No: changed zones are given otherwise.
try-given-reason = as proposed
try-conflict = zone { $zone } of the proposal holds { $units } of fixed zone { $fixed }, and is not the same ({ $reason })
try-open-zone = { $zone } holds part of { $divided }, so it is not given as it is
try-open-zone-whole = { $zone } holds part of { $divided }, so it is not given as it is: { $number ->
    [one] { $whole } stays
   *[other] { $whole } stay together
} in a zone of that name
try-nothing-repaired = note: the plan with its changes breaks no rule that was checked: nothing is repaired

# Plans side by side.
zones-new = { $zones ->
    [one] { $zones } zone is new
   *[other] { $zones } zones are new
}: { $names }
zones-gone = { $zones ->
    [one] { $zones } zone is gone
   *[other] { $zones } zones are gone
}: { $names }
more-with-all = and { $more } more (--all shows them)
column-measure = Measure
compare-title = Comparison of { $plans }
compare-nobody-moves = From { $from } to { $to }, nobody changes zone
compare-people-move = From { $from } to { $to }, { $people ->
    [one] { $people } inhabitant
   *[other] { $people } inhabitants
} of { $units ->
    [one] { $units } unit
   *[other] { $units } units
} { $people ->
    [one] changes
   *[other] change
} zone, { $share } of all
compare-in-part = { $moved }; { $units } of the units in part
compare-uncounted = { $moved }; not counted: { $parts ->
    [one] { $parts } part whose inhabitants are not known
   *[other] { $parts } parts whose inhabitants are not known
}
compare-heading-plans = Plans
compare-heading-sources = Sources
compare-column-people = People moved
compare-column-share = Of all
compare-column-units = Units moved
compare-column-in-part = Of them in part
compare-heading-zones = Zones of { $from } in { $to }
compare-zones-continued = { $zones ->
    [one] { $zones } zone goes on
   *[other] { $zones } zones go on
}, { $unchanged } of them unchanged
compare-column-zone = In { $plan }
compare-column-before = People before
compare-column-after = After
compare-column-stay = Stay
compare-column-joined = Joined
compare-column-left = Left
compare-heading-measures = Measures
compare-measure-zones = zones
compare-measure-smallest = inhabitants of the smallest zone
compare-measure-largest = inhabitants of the largest zone
compare-measure-mean = inhabitants of a zone on average
compare-measure-apart = neighbours without a zone in common
compare-measure-border = border between them
compare-not-measured = Goals are measured of plans of whole units, and not of { $plan }: { $why }
compare-divides = it divides { $units }
compare-leaves-out = it leaves out { $units }
compare-shares = it has in several zones { $units }
compare-heading-contested = Contested units
compare-contested = { $units ->
    [one] { $units } of { $all } units, with { $people } inhabitants, does not lie in the same zone in all plans.
   *[other] { $units } of { $all } units, with { $people } inhabitants, do not lie in the same zone in all plans.
}
compare-none-contested = No unit is contested: each lies in the same zone in all plans, or in none.
compare-pairs = Of the pairs of neighbours, { $together } share a zone in all plans, { $apart } in none, and { $contested } in some only.
compare-column-zones = Zone, with its plans
compare-place-in-part = in part { $zones }
compare-heading-rules = Rules of { $profile }
compare-errors = { $errors ->
    [one] { $errors } error
   *[other] { $errors } errors
}
compare-rule-kept = kept
compare-rule-open = not all checked
compare-rule-not-asked = not asked

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

# Numbers within bounds, and counts.
bounds-or-more = { $minimum } or more
bounds-any = any number of
count-zones-between = { $minimum } to { $maximum ->
    [one] { $maximum } zone
   *[other] { $maximum } zones
}
count-zones-at-least = at least { $minimum ->
    [one] { $minimum } zone
   *[other] { $minimum } zones
}
count-zones-at-most = at most { $maximum ->
    [one] { $maximum } zone
   *[other] { $maximum } zones
}
count-zones-none = at least { $minimum } and at most { $maximum ->
    [one] { $maximum } zone
   *[other] { $maximum } zones
}
count-zones-any = any number of zones
count-regions-between = { $minimum } to { $maximum ->
    [one] { $maximum } region
   *[other] { $maximum } regions
}
count-regions-at-least = at least { $minimum ->
    [one] { $minimum } region
   *[other] { $minimum } regions
}
count-regions-at-most = at most { $maximum ->
    [one] { $maximum } region
   *[other] { $maximum } regions
}
count-regions-any = any number of regions

# Why there is no plan: the proof, in a sentence without its full stop.
proof-fixed-zone-out-of-bounds = fixed zone { $zone } has { $people }, and may have { $bounds }
proof-fixed-zone-not-contiguous = fixed zone { $zone } falls apart into { $parts } separate parts
proof-region-out-of-bounds = { $region } has { $people }, and a region may have { $bounds }
proof-region-not-contiguous = { $region } falls apart into { $parts } separate parts
proof-in-region = in { $region } ({ $people }): { $proof }
proof-arithmetic = { $who }, and { $sums }
proof-arithmetic-zones = { $who }, and { $sums } (a region has { $zones })
proof-region-has = { $region }, which no zone may leave, has { $people }
proof-part-of-region-has = { $region }, which no zone may leave, has a part of { $people }
proof-units-have = { $units ->
    [one] { $units } unit ({ $names }) has { $people }
   *[other] { $units } units ({ $names }) have { $people } together
}
proof-other-units-have = { $units ->
    [one] { $units } unit ({ $names }) outside the given zones has { $people }
   *[other] { $units } units ({ $names }) outside the given zones have { $people } together
}
proof-unit-apart = { $unit } stands apart with { $people }
proof-units-apart = { $units } units are connected, apart from the rest ({ $names }), with { $people }
proof-zone-may-have = a zone may have { $bounds }
proof-zone-must-have = a zone must have { $bounds }
proof-zone-needs = one zone needs at least { $minimum }
proof-zones-add-up = zones of { $bounds } add up to at most { $most } ({ $fewer }) or at least { $least } ({ $more })
proof-number-of-zones = a plan is to have { $asked }, and sums allow { $fitting }: { $units } with { $people }, zones of { $bounds } inhabitants, and what is given, pinned and excepted, each taken at its best
proof-levels-contradict = no number of regions adds up: there may be { $regions }, a region has { $region } inhabitants and { $each }, and { $people } make { $zones } of { $zone } inhabitants, exceptions included
proof-limit-below-all = every plan comes to { $least } or more in { $goal }, and the limit is { $most }: each unit taken at the least that { $zones ->
    [one] the only zone that the rules allow
   *[other] one of the { $zones } zones that the rules allow
} adds for it
proof-outside-limits = { $units ->
    [one] { $names } lies
   *[other] { $names } lie
} in no zone that { $rules } allow: { $listed }, and each with such a unit exceeds a limit by itself
proof-in-no-zone = { $units ->
    [one] { $names } lies
   *[other] { $names } lie
} in no zone that { $rules } allow; { $listed }
proof-listed = every connected zone of { $bounds } inhabitants was listed
proof-listed-own = every connected zone of { $bounds } inhabitants, or of its own by exception, was listed
proof-listed-apart = every zone of { $bounds } inhabitants was listed
proof-listed-apart-own = every zone of { $bounds } inhabitants, or of its own by exception, was listed
proof-rules = the rules
proof-rules-pins = the rules and the pins
proof-rules-limits = the rules and the limits
proof-rules-pins-limits = the rules, the pins and the limits
proof-unit = { $unit } ({ $code }, { $people })
proof-unit-too-large = { $unit } ({ $code }, { $people }, more than a zone may have)
proof-unit-without-neighbour = { $unit } ({ $code }, { $people }, no neighbour)
proof-regions-hold = { $number ->
    [one] { $number } region
   *[other] { $number } regions
} can hold at most { $room }, exceptions included, and there are { $people }
proof-regions-need = { $number ->
    [one] { $number } region
   *[other] { $number } regions
} must have at least { $need }, exceptions included, and there are { $people }
proof-no-number-of-regions = no number of regions of { $bounds } inhabitants adds up to { $people }
proof-no-number-of-regions-asked = no number of regions of { $bounds } inhabitants adds up to { $people }; there may be { $regions }
proof-nearest-one = { $proof }; the nearest that the sums allow: { $nearest }
proof-nearest-two = { $proof }; the nearest that the sums allow: { $nearest }, or { $other }
proof-regions-of = { $regions } of { $bounds } inhabitants
proof-regions-of-up-to = { $number ->
    [one] { $number } region
   *[other] { $number } regions
} of up to { $each }
proof-regions-of-at-least = { $number ->
    [one] { $number } region
   *[other] { $number } regions
} of at least { $each }
proof-given-regions = { $number ->
    [0] none of the given regions can have zones, as none holds a whole unit,
    [one] { $number } of the given regions can have zones, as it holds a whole unit,
   *[other] { $number } of the given regions can have zones, as they hold a whole unit each,
} and a plan is to have { $asked } with zones
proof-one-unit = { $unit } has { $people }
proof-one-zone = { $names } lie in one zone of every plan, by { $reasons }: what is too small for a zone lies with the only neighbour that it can, and together they have { $people }
proof-one-zone-apart = { $names } lie in one zone of every plan, by { $reasons }: what is too small for a zone lies with the only other unit that it can, and together they have { $people }
proof-by-pins = pins
proof-by-mergers = decided mergers
proof-by-sums = sums of inhabitants
proof-above-maximum = { $who }, and a zone may have { $bounds }
proof-below-minimum = { $who }, with any neighbour at least { $least }, and a zone may have { $bounds }
proof-below-minimum-apart = { $who }, with any other unit at least { $least }, and a zone may have { $bounds }
proof-below-minimum-alone = { $who }, and no neighbour, and a zone may have { $bounds }
proof-below-minimum-alone-apart = { $who }, and no other unit, and a zone may have { $bounds }
proof-in-no-region = { $units ->
    [one] { $names } lies
   *[other] { $names } lie
} in no region: no set of adjoining zones around there keeps what regions must have ({ $bounds } inhabitants, { $zones }); every such set was listed
proof-peeled = there is no way to take zones off the { $units ->
    [one] { $units } unit
   *[other] { $units } units
} one by one: each was followed until sums of inhabitants or borders ruled it out
proof-each-unit-tried = there is no way to put the { $units ->
    [one] { $units } unit
   *[other] { $units } units
} into zones: branch by branch, bounds, pins and contiguity ruled each out ({ $branches } in all)
proof-exhausted = no way to combine the { $zones ->
    [one] { $zones } zone
   *[other] { $zones } zones
} that { $rules } allow gives each unit one zone: every branch was closed ({ $branches } in all)
proof-exhausted-number = no way to combine the { $zones ->
    [one] { $zones } zone
   *[other] { $zones } zones
} that { $rules } allow gives each unit one zone in a plan of { $asked }: every branch was closed ({ $branches } in all)
proof-left-over = { $proof }; the nearest attempt left over { $names }
proof-none-drawn = Not found: it is proved that no plan with { $drawn } exists ({ $proof }); the rules also allow { $others }, which were not tried

# What could be relaxed, one change each.
relax-map = mend the faults of the map that do not exist on the ground
relax-bounds = widen the bounds
relax-bounds-of-zones = widen the bounds of zones
relax-bounds-of-regions = widen the bounds of regions
relax-except-fixed-zone = make an exception for the fixed zone
relax-fix-others = fix other units
relax-except-zone = make an exception for one zone
relax-except-zone-with-unit = make an exception for a zone with such a unit
relax-except-zone-with-units = make an exception for a zone with these units
relax-except-region = make an exception for a region
relax-link-between-parts = declare a link between the parts, with its reason
relax-link-to-part = declare a link to a neighbouring part of the territory, with its reason
relax-link-to-unit = declare a link to another unit, with its reason
relax-cross-region = let a zone cross the region's limits
relax-cross-regions = let zones cross the limits of regions
relax-waive-for-region = waive the rule for the region
relax-number-of-zones = allow another number of zones
relax-number-of-regions = allow another number of regions
relax-zones-of-region = allow another number of zones in a region
relax-limit-on-zones = raise the limit on zones
relax-the-limit = raise the limit
relax-a-limit = raise a limit
relax-pin = leave out a pin
relax-fixed-zone = leave out a fixed zone
relax-pin-or-fixed-zone = leave out a pin or a fixed zone
relax-groups = let a group straddle zones, or a zone cross groups
relax-no-region = let zones lie in no region (rule zone-without-region)
relax-pieces = let zones lie in several pieces (rule zone-in-pieces)

# What zonewerk why answers: what is asked, and what cannot be together.
answer-title = Why: { $scenario }
answer-stopped = Stopped before its end: what is told is what was known.
answer-possible = There is a plan, of { $zones } for one: nothing that solve keeps stands in the way. solve draws the best
answer-unknown = Not found out: neither a plan nor a proof that there is none; zonewerk solve tells what stops it
answer-proved = Proved: { $what }
answer-proved-map = Proved, if the map is right where it has { $faults }: { $what }
answer-none-drawn = Not found: none with { $drawn } exists (proved); the rules also allow { $others }, which were not tried
answer-none-drawn-map = Not found: none with { $drawn } exists (proved, if the map is right where it has { $faults }); the rules also allow { $others }, which were not tried
answer-no-plan = there is no plan
answer-no-plan-whichever = there is no plan, whichever of the exceptions are made (ask why without --exceptions)
answer-about = What follows is about plans with { $drawn }; other plans were not tried.
conflict-heading = What cannot be together
conflict-one = This cannot be:
conflict-irreducible = These cannot be together; without any one of them, or any one of the units, they could:
conflict-irreducible-rules = These cannot be together; without any one of the rules they could:
conflict-several = These cannot be together:
conflict-unsure = { $demand } (whether this is needed was not found out)
conflict-every-unit = every unit lies in a zone: { $people }
conflict-one-unit = { $unit } lies in a zone
conflict-these-units = each of these lies in a zone: { $names }
conflict-units = each of { $units } units lies in a zone: { $names }
sums-heading = The sums
sums-units = { $units } units have { $people } together
sums-one-zone = { $people }: a zone needs at least { $least }
sums-between = { $people }: { $zones ->
    [one] a zone holds
   *[other] { $zones } zones hold
} at most { $most }; { $more } zones need at least { $least }
sums-alone = { $unit } can be joined to no other unit: it has { $people }
sums-reach = { $unit } can be joined to no other units than these, with which it has { $people }: { $names }
sums-zones-with = zones that keep these rules with each of the units: { $each }
sums-none = none
demand-people = { $demand } ({ $people } together)
demand-minimum = a zone has at least { $people }
demand-maximum = a zone has at most { $people }
demand-unless-excepted = { $demand }, unless an exception says otherwise
demand-maximum-of-exception = a zone has at most the inhabitants that its exception allows
demand-number = a plan has { $number }
demand-fixed-zone = zone { $zone } is given: { $units }
demand-merger = { $units } become one, { $name }: that is decided
demand-group = no zone straddles { $group }
demand-group-units = no zone straddles { $group } ({ $family }): { $units }
demand-group-parts = no zone straddles { $group } ({ $family }): { $units }, and parts of units
demand-exception = { $subject }: { $bounds } inhabitants, by { $exception }
demand-limits = each zone lies inside one { $family }
demand-one-piece = each zone lies in one piece on the map
demand-goal = limit: { $limit }
demand-a-region = a region
demand-region-at-least = { $region } has at least { $people }
demand-region-at-most = { $region } has at most { $people }
demand-region-zones = { $region } has { $zones }
demand-region-contiguous = { $region } is contiguous
demand-region-rule = { $region } keeps the rule { $rule }
demand-removed = { $units } are no neighbours: { $reason }
demand-no-link = { $units } do not touch, and no link joins them
pin-line = pin: { $asked }: { $reason }
pin-together = { $units } in one zone
pin-apart = { $units } each in another zone
pin-zone = zone { $zone } with { $units }
pin-zone-without = zone { $zone } with { $units }, without { $without }
excepted-holding = the zone with { $units }

# Ways out.
ways-heading = Ways out
ways-changes = { $changes ->
    [one] { $changes } change
   *[other] { $changes } changes
}
ways-none-fewer = None with fewer than { $changes } of these: { $tried }. { $untried }
ways-none-in-time = None was found in time of these: { $tried }. { $untried }
ways-fewest = With { $changes }; no fewer of these will do: { $tried }. { $untried }
ways-fewest-unknown = With { $changes }; whether fewer of these will do was not found out: { $tried }. { $untried }
ways-told-one = It has a plan that passed the audit.
ways-told = Each has a plan that passed the audit; those with the fewest people outside bounds come first.
ways-and = { $before }; and { $change }
ways-least = { $way } (proved: with these changes no less will do)
ways-least-unknown = { $way } (whether less will do was not found out)
ways-more = and { $more } more, in the JSON
ways-more-conflicts = There is more than one conflict: the one above is the first that was found.
ways-written-one = As it is written in a scenario:
ways-written = The first of them, as it is written in a scenario:
ways-write-take-out = take out { $exception }
ways-write-instead = instead of { $exception }
ways-write-first = before the first of the exceptions
drop-bound = drop this bound: { $demand }
drop-number = allow { $zones }
drop-pin = leave out the pin: { $asked }: { $reason }
drop-fixed-zone = let zone { $zone } be drawn anew
drop-merger = let zones part the merger { $merger }
drop-group = let zones straddle { $group }
drop-limits = let zones cross the limits of every { $family }
drop-one-piece = let zones lie in pieces on the map: drop { $rule }
drop-exception = widen { $exception } for { $subject } from { $own } to { $wider } inhabitants
drop-exception-bounds = leave out the bounds of { $exception } for { $subject }, { $own } inhabitants
drop-goal-to = raise the limit { $limit } to { $amount }
drop-goal = leave out the limit { $limit }
drop-region-rule = waive { $rule } for region { $region }
drop-regions-rule = waive { $rule }
drop-removed = let { $units } be neighbours
drop-no-link = declare a link between { $units }
loose-zone = make an exception for one zone, of { $people }: { $units }
loose-zone-crossing = make an exception for one zone that crosses the limits of groups, of { $people }: { $units }
loose-above = { $people }, { $by } above the maximum
loose-below = { $people }, { $by } below the minimum
tried-exceptions = exceptions for zones up to { $percent } % outside their bounds
tried-exceptions-crossing = exceptions for zones up to { $percent } % outside their bounds or across limits of groups
tried-exception = widening an exception that is narrower than the ordinary bounds
tried-number = another number of zones
tried-pin = leaving out a pin
tried-fixed-zone = drawing a given zone anew
tried-merger = parting a decided merger
tried-group = letting zones straddle a group
tried-limits = letting zones cross the limits of a family of groups
tried-one-piece = letting zones lie in several pieces
tried-goal = raising a limit
tried-region = waiving a rule on regions
tried-removed = joining units that a declared link parts
tried-no-link = a link between parts of the map that stand apart
untried-links = Links between units were not tried.
untried-other-links = Links between other units were not tried.

# Which exceptions a plan needs.
needs-no-exceptions = The scenario makes no exception, and has a plan
needs-unknown = Not found out in time: { $fewest } or more are needed
needs-unknown-drawn = Not found out in time: { $fewest } or more are needed by plans with { $drawn }
needs-any-plan = Any plan
needs-any-plan-drawn = Any plan with { $drawn }
needs-none = { $exceptions ->
    [one] A plan does not need the one exception of the scenario (proved)
   *[other] A plan needs none of the { $exceptions } exceptions of the scenario (proved)
}
needs-all = { $exceptions ->
    [one] { $plan } needs the one exception of the scenario (proved)
   *[other] { $plan } needs all { $exceptions } exceptions of the scenario (proved)
}
needs-some = { $plan } needs at least { $needed } of the { $exceptions } exceptions of the scenario (proved)
needs-beyond = The rules also allow { $others }, which were not tried.
needs-narrower = With all of the exceptions no plan was found of those that are drawn: one with narrower bounds is in the way (ask why without --exceptions).
needs-sets = { $sets } smallest sets of them will do; the table shows the first.
needs-column-exception = Exception
needs-column-reason = For
needs-column-any = Any plan
needs-column-best = Best plan
needs-forced = forced
needs-one-of-them = one of them
needs-without = can do without
needs-uses = uses it
needs-chosen = chosen
needs-not-used = does not use it

# What a wish costs.
wish-zone-of = { $unit } in the zone of { $centre }
wish-zone-of-named = { $unit } in the zone of { $centre } ({ $zone })
wish-reason = as asked
wish-reason-of = asked: { $wish }
wish-not-asked = not asked: time was up
wish-impossible = impossible (proved)
wish-impossible-map = impossible (proved, if the map is right where it has { $faults })
wish-no-time = neither a plan nor a proof was found in time
wish-unknown = neither a plan nor a proof: { $why }
wish-possible = possible
wish-free = costs nothing ({ $proof })
wish-free-in-best = costs nothing: it is so in the best plan ({ $proof })
wish-costs = costs { $sign }{ $more } ({ $proof }), { $goal } { $new } in place of { $old }
wish-costs-later = costs nothing in { $earlier }, and { $sign }{ $more } ({ $proof }), { $goal } { $new } in place of { $old }
wish-moves = { $price }; { $units ->
    [one] { $units } unit with { $people } lies in another zone
   *[other] { $units } units with { $people } lie in other zones
}
wish-best = { $wishes ->
    [one] Without it
   *[other] Without any of them
}: { $goals }, proven best.
wish-best-open = { $wishes ->
    [one] Without it
   *[other] Without any of them
}: { $goals }, not proven best.
wish-column-without = Without
wish-column-with = With

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
impossible-why = Why: { $why }.
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
page-column-region = Region
page-column-bounds = Bounds
page-column-deviation = From the ideal
page-column-findings = Findings ({ $profile })
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
}; zones are matched such that the most people stay with theirs
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
