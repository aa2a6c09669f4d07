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

area-no-zone = no zone
area-no-region = no region
area-no-group = no group
share = { $area } { $people } ({ $units })
share-unknown = { $area } ({ $units })
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
found-inhabitants-of-parts = { $people } inhabitants in its parts together
found-inhabitants-of-some-parts = { $people } inhabitants in its parts, { $parts ->
    [one] { $parts } part
   *[other] { $parts } parts
} not counted
found-cut-off = { $parts } separate parts, cut off: { $units }
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
required-nothing-inside = nothing of other zones inside
required-any-unit = at least one unit
required-own-name = a name of its own
required-fixed-units = a zone of exactly its { $units ->
    [one] { $units } unit
   *[other] { $units } units
} ({ $reason })
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
why-graph-over-other-units = the graph has { $units ->
    [one] { $units } unit
   *[other] { $units } units
}, the territory { $territory }
why-part-population-unknown = the population of its part of { $units } is not known
why-part-borders-unknown = the borders of its part of { $units } are not known; the part was taken to touch every neighbour of its unit
why-parts-not-matched = which part of { $units } is meant is not known: plan and group name other parts
why-no-family = the scenario has no groups of family { $family }
why-no-family-named = the profile does not say which family of groups is meant
why-units-in-no-group = { $units ->
    [one] { $units } unit lies
   *[other] { $units } units lie
} in zones that have nothing in any group
why-no-regions = the plan names no regions
why-no-mergers = the scenario lists no such mergers
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
} could not be made
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
not-asked = { $profile } does not ask for { $rules }
everything-checked = Every rule of the profile was checked to the end.
nothing-found = Nothing was found.
basis-contiguity-rook = Units are neighbours where they share a border.
basis-contiguity-queen = Units are neighbours where they share a border or a point.
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
