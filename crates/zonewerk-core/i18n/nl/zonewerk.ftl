# De zinnen van de beoordeling. Een bevinding luidt: waarover, wat gevonden, wat vereist.
finding = { $subject }: { $found }; vereist: { $required }
not-checked = { $subject }: { $why }

subject-rule-set = regelset { $name }
subject-plan = plan
subject-unit = eenheid { $name }
subject-zone = zone { $name }
subject-region = regio { $name }
subject-merger = fusie { $name }
subject-fixed-zone = vaste zone { $name }
subject-pin = pin “{ $name }”

area-no-zone = geen zone
area-no-region = geen regio
area-no-group = geen groep
share = { $area } { $people } ({ $units })
share-unknown = { $area } ({ $units })
list-last = { $before } en { $last }
listed-more = { $names } en nog { $more }

found-units = { $units ->
    [one] { $units } eenheid
   *[other] { $units } eenheden
}
found-in-no-zone = in geen enkele zone
found-in-zones = in { $zones ->
    [one] { $zones } zone
   *[other] { $zones } zones
}: { $names }
found-at-once-in = in { $zones } zones tegelijk: { $names }
found-in-unknown-zones = in { $zones ->
    [one] { $zones } zone
   *[other] { $zones } zones
} die niet in het plan voorkomen: { $names }
found-inhabitants = { $people ->
    [one] { $people } inwoner
   *[other] { $people } inwoners
}
found-inhabitants-at-least = ten minste { $people } inwoners, zonder die van het deel van { $units }, die niet bekend zijn
found-inhabitants-at-most = ten hoogste { $people } inwoners: die van het deel van { $units } zijn niet bekend, en gelden als niet meer dan de eenheid buiten haar getelde delen heeft
found-inhabitants-of-parts = { $people } inwoners in de delen samen
found-inhabitants-of-some-parts = { $people } inwoners in de delen, { $parts ->
    [one] { $parts } deel
   *[other] { $parts } delen
} niet geteld
found-cut-off = { $parts } losse stukken, afgesneden: { $units }
found-in-pieces = { $pieces } stukken op de kaart, alleen verbonden door de losse delen van { $joints }: { $units }
piece-parts-of = een deel van { $units }
piece-of-hectares = { $units } ({ $hectares } ha, { $metres } m van het dichtstbijzijnde andere stuk)
piece-of-square-metres = { $units } ({ $area } m², { $metres } m van het dichtstbijzijnde andere stuk)
piece-apart = { $units } ({ $metres } m van het dichtstbijzijnde andere stuk)
found-surrounded = er helemaal door omsloten: { $units }
found-no-unit = geen enkele eenheid
found-same-name = dezelfde naam als { $zones ->
    [one] { $zones } andere zone
   *[other] { $zones } andere zones
}: nummer { $places }
found-not-a-zone = geen enkele zone heeft er een hele eenheid van
found-lacks = zone { $zone } mist { $missing }
found-holds-besides = zone { $zone } bevat daarnaast { $besides }
found-lacks-and-holds = zone { $zone } mist { $missing } en bevat daarnaast { $besides }
found-in-no-region = in geen enkele regio
found-in-regions = in { $regions ->
    [one] { $regions } regio
   *[other] { $regions } regio's
}: { $names }
found-zones = { $zones ->
    [one] { $zones } zone
   *[other] { $zones } zones
}
found-regions = { $regions ->
    [one] { $regions } regio
   *[other] { $regions } regio's
}
found-waived = mag bij uitzondering { $rule } overtreden: { $found }
found-expired = mocht tot { $day } { $rule } overtreden: { $found }
found-counted-on = inwoners geteld op { $day }
found-room = { $count } × { $each } = hoogstens { $total } inwoners; er zijn er { $people }
found-room-with-exceptions = { $count } × { $each } + { $in_excepted } in { $excepted } uitgezonderde = hoogstens { $total } inwoners; er zijn er { $people }
found-need = { $count } × { $each } = minstens { $total } inwoners; er zijn er { $people }
found-need-with-exceptions = { $count } × { $each } + { $in_excepted } in { $excepted } uitgezonderde = minstens { $total } inwoners; er zijn er { $people }
found-no-count-fits = { $few }, en { $many }
found-zones-of-regions = { $regions } regio's hebben samen { $zones } zones
found-amount = { $goal } komt op { $amount }
goal-amount = { $unit ->
    [m] { $amount } m
    [people] { $amount ->
        [one] { $amount } persoon
       *[other] { $amount } mensen
    }
    [people2] { $amount } inwoners²
    [people-km] { $amount } inwoners × km
    [people-km2] { $amount } inwoners × km²
   *[other] { $amount }
}

required-units = de { $units ->
    [one] { $units } eenheid
   *[other] { $units } eenheden
} van het gebied
required-one-zone = precies één zone
required-one-region = precies één regio
required-known-zone = een van de { $zones ->
    [one] { $zones } zone
   *[other] { $zones } zones
} van het plan
required-minimum = minstens { $people } inwoners
required-maximum = hoogstens { $people } inwoners
required-by-exception = { $bounds } inwoners ({ $exception })
required-unless-excepted = { $required }, tenzij uitgezonderd ({ $exception })
required-reason = een reden ({ $exception } geeft er geen)
required-in-force = van kracht op { $day } ({ $exception })
required-unit-population = de { $people } inwoners van de eenheid
required-one-part = één aaneengesloten stuk
required-one-piece = één stuk
required-nothing-inside = niets van andere zones erbinnen
required-any-unit = minstens één eenheid
required-own-name = een eigen naam
required-fixed-units = een zone van precies haar { $units ->
    [one] { $units } eenheid
   *[other] { $units } eenheden
} ({ $reason })
required-together = { $units } in één zone
required-apart = geen twee van { $units } in één zone
required-pinned-zone = één zone, { $zone } in het scenario, met { $units }
required-pinned-zone-without = één zone, { $zone } in het scenario, met { $units } en zonder { $without }
required-at-most = hoogstens { $amount }
required-laminar-strict = hele zones, of binnen één zone liggen
required-laminar-weak = hoogstens één zone die ze met andere deelt
required-whole-zones = hele zones
required-one-group = binnen één { $family }
required-zones = { $count } zones
required-regions = { $count } regio's
required-counted = hoogstens { $months } maanden voor { $day }
required-count-or-each = { $count } ervan, of { $each } inwoners elk
required-count = { $count } ervan
required-each = { $each } inwoners elk
required-other-numbers = andere grenzen
required-zones-in-all = { $count } zones in totaal

exception = uitzondering { $number }: { $reason }
exception-grounded = uitzondering { $number }: { $reason }; { $ground }
exception-bare = uitzondering { $number }
bounds = { $minimum } tot { $maximum }
bounds-minimum = minstens { $minimum }
bounds-maximum = hoogstens { $maximum }
count-exactly = precies { $minimum }
count-any = om het even hoeveel

why-plan-over-other-units = het plan gaat over { $units ->
    [one] { $units } eenheid
   *[other] { $units } eenheden
}, het gebied heeft er { $territory }
why-part-population-unknown = hoeveel inwoners het deel van { $units } heeft, is niet bekend
why-part-borders-unknown = waar het deel van { $units } eindigt, is niet bekend; het geldt als grenzend aan elke buur van die eenheid
why-map-parts-unknown = welke eenheden in verschillende losse delen liggen, is niet bekend: het net is niet van een kaart gemaakt
why-outer-border-unknown = welke eenheden aan de buitenkant van het gebied liggen, is niet bekend: de graaf heeft geen buitengrens (units.outer_border)
why-map-parts-not-matched = { $units } ligt op de kaart in verschillende losse delen, en welke daarvan de zone bevat, is niet bekend; ze gelden als samenhangend
why-parts-not-matched = welk deel van { $units } bedoeld is, is niet bekend: plan en groep noemen andere delen
why-no-family = het scenario heeft geen groepen van de familie { $family }
why-no-family-named = het profiel zegt niet welke familie van groepen bedoeld is
why-units-in-no-group = { $units ->
    [one] { $units } eenheid ligt
   *[other] { $units } eenheden liggen
} in zones die niets in enige groep hebben
why-no-regions = het plan noemt geen regio's
why-no-mergers = het scenario noemt geen zulke fusies
why-no-pins = het scenario heeft geen pins
why-no-limits = het scenario stelt geen grenzen aan doelen
why-not-in-one-zone = waarop het uitkomt in { $goal } is niet te zeggen: in geen zone, of in verschillende: { $units }
why-no-plan-date = het plan heeft geen datum
why-no-population-date = wanneer de inwoners geteld zijn, is niet bekend
why-no-number = het profiel stelt geen zulk getal

# Het verslag van een beoordeling.
date = { $day } { $month ->
    [1] januari
    [2] februari
    [3] maart
    [4] april
    [5] mei
    [6] juni
    [7] juli
    [8] augustus
    [9] september
    [10] oktober
    [11] november
   *[12] december
} { $year }
audit-title = Beoordeling van { $plan }
audit-compliant = In orde: geen bevinding onder { $checked ->
    [one] { $checked } regel
   *[other] { $checked } regels
}
audit-not-compliant = Niet in orde: { $errors ->
    [one] { $errors } bevinding
   *[other] { $errors } bevindingen
} onder { $checked ->
    [one] { $checked } regel
   *[other] { $checked } regels
}
audit-warnings = { $warnings ->
    [one] { $warnings } waarschuwing
   *[other] { $warnings } waarschuwingen
}
audit-notes = { $notes ->
    [one] { $notes } opmerking
   *[other] { $notes } opmerkingen
}
audit-open = { $open ->
    [one] { $open } controle kon
   *[other] { $open } controles konden
} niet gebeuren: { $rules }
audit-under = { $verdict } ({ $profile })
audit-side-by-side = In orde volgens { $kept } van { $profiles } profielen: { $names }
audit-side-by-side-none = In orde volgens geen van { $profiles } profielen
heading-profiles = Profielen
heading-zones = Zones
heading-findings = Bevindingen
heading-not-checked = Niet nagegaan
heading-basis = Waarop het steunt
heading-inputs = Gegevens
column-profile = Profiel
column-verdict = Oordeel
column-findings = Bevindingen
column-warnings = Waarschuwingen
column-notes = Opmerkingen
column-not-checked = Niet nagegaan
column-zone = Zone
column-inhabitants = Inwoners
column-file = Bestand
verdict-compliant = in orde
verdict-not-compliant = niet in orde
severity-error = fout
severity-warning = waarschuwing
severity-info = opmerking
mark-not-checked = niet nagegaan
marks = ✗ fout, ! waarschuwing, i opmerking, ? niet nagegaan; de letters staan voor regels, hieronder
unknown = niet bekend
rule-in-scenario = het scenario: { $severity }
rule-in-profile = { $profile }: { $severity }
rule-in-profile-article = { $profile }: { $severity }, { $article }
finding-off = { $finding } (scheelt { $amount })
finding-under = { $finding } [{ $profiles }]
amount-inhabitants = { $amount ->
    [one] { $amount } inwoner
   *[other] { $amount } inwoners
}
amount-units = { $amount ->
    [one] { $amount } eenheid
   *[other] { $amount } eenheden
}
amount-zones = { $amount ->
    [one] { $amount } zone
   *[other] { $amount } zones
}
amount-regions = { $amount ->
    [one] { $amount } regio
   *[other] { $amount } regio's
}
amount-months = { $amount ->
    [one] { $amount } maand
   *[other] { $amount } maanden
}
findings-left-out = en nog { $more } (--all toont ze)
open-check = { $rule } – { $subjects }: { $why }
not-asked = Noch het scenario noch { $profile } vraagt naar { $rules }
everything-checked = Elke regel van het profiel is tot het einde nagegaan.
nothing-found = Er is niets gevonden.
basis-contiguity-rook = Eenheden zijn buren waar ze een grens delen.
basis-contiguity-queen = Eenheden zijn buren waar ze een grens of een punt delen.
basis-graph = Buren zijn die van een graaf, zonder kaart: vormen, afstanden en lengten van grenzen zijn niet bekend.
basis-graph-inner = Buren en de grenzen ertussen zijn die van een graaf, zonder kaart: vormen, afstanden en de grens van het hele gebied zijn niet bekend, en niet meegeteld.
basis-graph-lengths = Buren en grenzen zijn die van een graaf, zonder kaart: vormen en afstanden zijn niet bekend.
basis-minimum-border = Grenzen korter dan { $metres } m maken geen buren.
basis-fitted = { $units ->
    [one] De grenzen van { $units } eenheid zijn
   *[other] De grenzen van { $units } eenheden zijn
} aan die van buren aangepast, met hoogstens { $metres } m.
basis-link = Verbinding tussen { $units }: { $reason }
basis-fixed = Vaste zone { $zone }: { $reason }
input-plan = Plan: { $plan }
input-plan-date = Plan: { $plan }, van kracht vanaf { $date }
input-scenario = Scenario: { $scenario }, inwoners van { $date }
input-profile = Profiel { $profile }: { $title }; { $source }
input-period = Profiel { $profile }: { $title }; { $source }; van kracht { $period }
input-version = Zonewerk { $version }
period-from = vanaf { $from }
period-until = tot en met { $until }
period-between = vanaf { $from } tot en met { $until }
input-credits = Kaart: { $credits }
number = { $number }
plan-official = het officiële plan van { $scenario }
plan-base = het uitgangsplan van { $scenario }
plan-changed = { $plan }, met wijzigingen
note-translated = Het plan gebruikt codes van voor { $mergers ->
    [one] { $mergers } fusie
   *[other] { $mergers } fusies
} en werd vertaald: { $merged }
note-divided = Van de eenheden na de fusies verdeelt het plan er { $units }: { $names }

# Hoe een plan van een kaart gelezen werd.
note-column-guessed = kolom { $column } werd gelezen als { $meant }
note-tolerance-asked = verschillen van grenzen tot { $metres } m breed tellen niet mee, zoals gevraagd
note-tolerance = verschillen van grenzen tot { $metres } m breed tellen niet mee: de helft van de grenzen van de zones ligt binnen { $wander } m van grenzen van eenheden
note-slivers = { $area } van { $unit } in zone { $zone } telt niet mee: splinters tot { $width } m breed
note-gaps = { $area } van { $unit } in geen enkele zone telt niet mee: splinters tot { $width } m breed
note-slivers-more = en nog { $more } zulke splinters, tot { $width } m breed
note-share = { $share } in { $zone }
note-share-outside = { $share } in geen enkele zone
note-unit-cut = { $unit } is doorgesneden bij { $place }: { $shares }
note-overlap = zones { $a } en { $b } overlappen in { $unit } bij { $place }: { $area }, tot { $width } m breed
note-overlap-sliver = zones { $a } en { $b } overlappen in { $unit } bij { $place }: { $area }, tot { $width } m breed, een splinter die niet meetelt
note-outside-units = { $area } van zone { $zone } bij { $place } ligt in geen enkele eenheid
note-zone-without-units = zone { $zone } van { $area } bevat geen eenheid en staat niet in het plan

# Hoe de zones van een plan door andere jaren verschuiven.
drift-title = Verloop van { $plan }
drift-verdict = { $profile }: op { $date } liggen { $outside } van { $zones } zones buiten hun grenzen
drift-verdict-trend = { $profile }: op { $date } liggen { $outside } van { $zones } zones buiten hun grenzen; in de { $years } jaar daarna zouden er met de huidige trend { $leaving } uit gaan en { $entering } terugkomen
heading-drift = Tellingen onder { $profile }: { $bounds } inwoners per zone
heading-drift-trend = Grenzen die met de huidige trend overschreden worden
drift-no-bounds = om het even hoeveel
drift-exceptions = Uitzonderingen stellen andere grenzen voor { $zones }
drift-date = { $date }: { $said }
drift-outside = { $zones ->
    [0] geen zone ligt buiten haar grenzen
    [one] { $zones } zone ligt buiten haar grenzen: { $names }
   *[other] { $zones } zones liggen buiten hun grenzen: { $names }
}
drift-leave = { $zones ->
    [one] { $zones } zone gaat uit haar grenzen: { $names }
   *[other] { $zones } zones gaan uit hun grenzen: { $names }
}
drift-enter = { $zones ->
    [one] { $zones } zone komt binnen haar grenzen: { $names }
   *[other] { $zones } zones komen binnen hun grenzen: { $names }
}
drift-unchanged = geen zone gaat uit haar grenzen of komt erbinnen
drift-too-few = { $zone } ({ $people }, { $by } te weinig)
drift-too-many = { $zone } ({ $people }, { $by } te veel)
drift-within = { $zone } ({ $people })
column-drift-year = Per jaar
column-drift-day = Wanneer
column-drift-bound = Grens
drift-below = onder { $people }
drift-above = boven { $people }
drift-back-up = terug tot { $people }
drift-back-down = terug tot { $people }
drift-exception-ends = { $crossing }, want een uitzondering eindigt
drift-more-people = +{ $people }
drift-fewer-people = −{ $people }
drift-no-crossing = Geen zone zou een grens overschrijden.
drift-stay = Geen grens overschreden in { $years } jaar: { $said }
drift-stay-within = { $zones ->
    [one] { $zones } zone binnen haar grenzen
   *[other] { $zones } zones binnen hun grenzen
}
drift-stay-outside = { $zones ->
    [one] { $zones } zone buiten haar grenzen: { $names }
   *[other] { $zones } zones buiten hun grenzen: { $names }
}
drift-not-known = { $zone }: { $why }
drift-basis-trend = De trend van een zone is de rechte door haar tellingen van { $first } en { $last }, { $days } dagen uit elkaar; ze gaat door met evenveel mensen per dag. Een jaar telt 365,25 dagen.
drift-basis-no-trend = Er is maar één telling, dus geen trend.
drift-basis-added = De eigen inwoners van het scenario, van { $date }, zijn een van de tellingen.
drift-basis-same = De eigen inwoners van het scenario, van { $date }, zijn dezelfde als in de tabel.
drift-basis-replaced = Voor { $date } is de tabel gebruikt en niet het scenario, dat andere inwoners heeft in { $units ->
    [one] { $units } eenheid
   *[other] { $units } eenheden
}: { $own } in totaal tegenover { $series } in de tabel.
drift-basis-undated = De dag van de eigen inwoners van het scenario is niet bekend; ze zijn geen van de tellingen.
drift-basis-parts = Het plan verdeelt { $units }: elk deel geldt als groeiend zoals zijn hele eenheid, vanaf de inwoners die het plan eraan geeft.
drift-basis-summed = { $old } zijn opgeteld tot { $new } voor { $dates }.
drift-basis-as-new = { $code } is gelezen als { $name }, na zijn fusie, voor { $dates }: er zijn geen rijen van { $partners }.
drift-dates = { $count } datums, { $first } tot { $last }
drift-input = Inwoners: { $file }

# Kaarten.
map-verdict = { $plan }: { $verdict }
map-optimal = Bewezen optimaal: { $zones }
map-feasible = Beste gevonden plan: { $zones }; niet bewezen het beste te zijn
map-infeasible = Bewezen onmogelijk: geen plan houdt zich aan alle regels
map-nothing-found = Geen plan gevonden; dat er geen is, is niet bewezen
map-backbone = Wat alle plannen tot { $margin } van het beste gemeen hebben (doel: { $goal })
map-people = { $people } inwoners op { $date }
map-bounds = een zone heeft er { $bounds }, tenzij anders aangegeven
map-from = Scenario { $scenario }, profiel { $profile }
map-region-border = grens van een regio
map-zone-border = grens van een zone
map-unit-border = grens van een eenheid
map-parted = eenheid in verschillende zones
map-unassigned = eenheid in geen zone
map-colours = Kleuren houden enkel buren uit elkaar.
map-tip-zone = { $zone }: { $people } inwoners, { $units ->
    [one] { $units } eenheid
   *[other] { $units } eenheden
}
map-unit-in-zones = { $unit } ligt in { $zones ->
    [one] { $zones } zone
   *[other] { $zones } zones
}: { $names }
map-more = en nog { $more }
map-missing-letters = Het lettertype van PNG-beelden heeft geen vorm voor { $letters }; daar zijn het lege vakjes.
map-error = zone die een regel breekt
map-warning = zone met een waarschuwing
map-open = zone die niet helemaal nagekeken is
map-not-judged = Er is geen plan dat beoordeeld is.
map-moved = eenheid die verhuist, geheel of deels
map-border-gone = vroegere grens die weg is
map-border-new = nieuwe grens
map-change = Tegenover { $base } { $people ->
    [one] ligt { $people } inwoner
   *[other] liggen { $people } inwoners
} van { $units ->
    [one] { $units } eenheid
   *[other] { $units } eenheden
} in een andere zone.
map-way = { $units }: { $people } inwoners van { $from } naar { $to }
map-no-base = Er is geen ander plan om veranderingen tegen te tonen.
map-no-change = Niemand ligt in een andere zone dan voordien.
map-exception = zone bij uitzondering
map-fixed = gegeven zone
map-by-exception = { $zone }, bij uitzondering: { $reason }
map-given = { $zone }, gegeven: { $reason }
map-no-reason = geen reden opgegeven
map-no-exceptions = Geen zone is gegeven of bij uitzondering gemaakt.
map-link = aangegeven verbinding
map-no-links = Het plan steunt op geen aangegeven verbinding.
map-straddled = { $family } waar zones overheen liggen
map-straddles = { $family }: over { $groups } van { $all } liggen zones heen.
map-straddled-group = { $group }, door { $zones ->
    [one] { $zones } zone
   *[other] { $zones } zones
}: { $names }
map-no-straddles = { $family }: over geen enkele liggen zones heen.
map-no-backbone = Wat plannen gemeen hebben, is niet uitgezocht; zonewerk alternatives --backbone doet dat.
map-tip-in-all = zijn zone is in alle plannen
map-tip-settled = ligt vast
map-tip-contested = betwist met { $share } van { $of } buren
map-in-all = zone die in alle plannen is
map-settled = eenheid die vastligt
map-contested-third = betwist met hoogstens een derde van zijn buren
map-contested-two-thirds = met hoogstens twee derde
map-contested-more = met meer
map-not-found-out = niet uitgezocht
map-border-in-all = grens in alle plannen
map-border-here = grens in sommige plannen, ook in het beste
map-border-elsewhere = grens in sommige andere plannen
map-border-in-none = grens in geen plan
map-backbone-units = { $zones ->
    [one] { $zones } zone is
   *[other] { $zones } zones zijn
} in alle plannen; { $settled ->
    [one] { $settled } eenheid ligt vast ({ $settled_people } inwoners)
   *[other] { $settled } eenheden liggen vast ({ $settled_people } inwoners)
}, { $contested } betwist ({ $contested_people }). De namen zijn die van het beste plan.
map-backbone-unknown = Van { $units ->
    [one] { $units } eenheid
   *[other] { $units } eenheden
} is het niet uitgezocht.

# The report of a plan as a web page.
page-title = Verslag over { $plan }
page-title-none = Geen plan: { $scenario }
page-subtitle = { $scenario }: { $units ->
    [one] { $units } eenheid
   *[other] { $units } eenheden
} in { $zones ->
    [one] { $zones } zone
   *[other] { $zones } zones
}, { $people } inwoners
page-subtitle-none = { $scenario }: { $units ->
    [one] { $units } eenheid
   *[other] { $units } eenheden
}, { $people } inwoners
page-skip = Naar het verslag
page-contents = Inhoud
page-made = Gemaakt met Zonewerk { $version }. Deze pagina haalt niets van elders.
page-heading-verdict = Oordeel
page-heading-map = Kaart
page-heading-zones = Zones
page-heading-chart = Inwoners en grenzen
page-heading-findings = Bevindingen per regel
page-heading-change = Wat verandert
page-heading-optimal = Hoe goed het is
page-heading-basis = Waarop het steunt
claim-proven-one = Bewezen het beste: { $zones ->
    [one] { $zones } zone
   *[other] { $zones } zones
}; { $goals }. Geen plan dat zich houdt aan { $kept } heeft minder.
claim-proven = Bewezen het beste, doelen in volgorde: { $zones ->
    [one] { $zones } zone
   *[other] { $zones } zones
}; { $goals }. { $order }
claim-none-better = Van de plannen die zich houden aan { $kept } en { $earlier } hebben, heeft er geen minder { $goal }.
claim-found-one = Beste gevonden plan: { $zones ->
    [one] { $zones } zone
   *[other] { $zones } zones
}; { $goals }. Geen plan dat zich houdt aan { $kept } heeft minder dan { $bound }: een kloof van { $gap }, omdat { $why }.
claim-found-first = Beste gevonden plan, doelen in volgorde: { $zones ->
    [one] { $zones } zone
   *[other] { $zones } zones
}; { $goals }. Geen plan dat zich houdt aan { $kept } heeft minder { $goal } dan { $bound }: een kloof van { $gap }, omdat { $why }.
claim-found = Beste gevonden plan, doelen in volgorde: { $zones ->
    [one] { $zones } zone
   *[other] { $zones } zones
}; { $goals }. Van de plannen die zich houden aan { $kept } en { $earlier } hebben, heeft er geen minder { $goal } dan { $bound }: een kloof van { $gap }, omdat { $why }.
claim-impossible-map = Bewezen onmogelijk, als de kaart klopt waar ze { $faults } heeft: geen plan houdt zich aan { $kept }.
claim-impossible = Bewezen onmogelijk: geen plan houdt zich aan { $kept }.
claim-unknown-bound = Geen plan dat zich houdt aan { $kept } heeft minder { $goal } dan { $bound }.
claim-later-left = Naar latere doelen is niet gekeken: { $goals }.
claim-nothing-proved = Niets is bewezen over: { $goals }.
claim-then = { $before }, daarna { $goal }
claim-least = het minste { $goal }
claim-within = { $goal } van ten hoogste { $ceiling } ({ $margin } boven het minste)
claim-and-of-these = { $before }, en daarvan { $one }
claim-kept-rules = de regels
claim-kept-fixed = { $number ->
    [one] { $number } gegeven zone
   *[other] { $number } gegeven zones
}
claim-kept-pins = { $number ->
    [one] { $number } wens
   *[other] { $number } wensen
}
claim-kept-zones = het gevraagde aantal zones
claim-kept-limit = de grens { $limit }
claim-kept-and = { $before } en { $last }
# Waarom een zoektocht eindigde, als bijzin.
stop-time = de tijdslimiet bereikt is
stop-interrupted = het onderbroken is
stop-zones = mogelijke zones, of verzamelingen op weg daarheen, te talrijk zijn om op te sommen (hoogstens { $limit } zones; met nauwere grenzen zijn het er minder)
stop-regions = meer dan { $limit } verzamelingen van zones nog een regio van een beter plan kunnen zijn
stop-zones-first = eerst de zones getekend zijn, en daarna regio's ervan
stop-regions-first = eerst de regio's getekend zijn, en daarna de zones erbinnen
stop-no-regions-fit = de zones die eerst getekend zijn, samen geen regio's kunnen vormen die de regels volgen
stop-no-zones-fit = de regio's die eerst getekend zijn, geen zones bevatten die de regels volgen
stop-beyond = bewezen is dat er geen plan bestaat met { $drawn } ({ $why }), en de regels ook { $others } toelaten, die niet geprobeerd zijn
stop-exceptions = uitzonderingen eerst duidelijk moeten zijn
stop-engine = de rekenmethode het volgende niet aanneemt: { $what }
stop-costs = gewichten en waarden te veel cijfers hebben om ze exact op te tellen (gebruik kleinere gewichten)
stop-search = de zoektocht haar werk gedaan heeft, en niet meer bewijst
stop-rounding = wat er nog te bewijzen valt, kleiner is dan de precisie van de LP-oplosser
stop-solver = de LP-oplosser het opgaf ({ $message })

engine-zones-apart = zones die uit elkaar mogen liggen (zone-not-contiguous staat uit)
engine-drawn-regions = regio's die getekend worden
engine-drawn-regions-apart = regio's die getekend worden terwijl zones uit elkaar mogen liggen (zone-not-contiguous staat uit)
engine-part-of-drawn-regions = een deel van een gebied waarvan de regio's getekend worden
engine-regions = regio's
engine-contiguous-regions = gegeven regio's die aaneengesloten moeten zijn, terwijl zones hun grenzen mogen overschrijden
engine-number-of-regions = een aantal gegeven regio's, terwijl zones hun grenzen mogen overschrijden
engine-pinned-bounds = eigen grenzen voor een vastgelegde zone
engine-group-rules = regels over groepen en zones
engine-zone-in-pieces = de regel zone-in-pieces
engine-limits = limieten op doelen
engine-limits-on-map = limieten op doelen die op een andere kaart gemeten worden
engine-more-units = een gebied van meer dan { $most } eenheden
engine-choices = zoveel keuzes van zones bij uitzondering
engine-units-in-zones = { $units } eenheden in hoogstens { $zones } zones
engine-goal = het doel { $goal }

# Eén doel van meerdere, op een regel.
step-line = doel { $number }, { $goal }: { $result }
step-within = { $goal } (binnen { $margin } van het beste)
step-proven = { $value }, bewezen
step-proven-best = { $value }, het bewezen beste is { $best }
step-open = { $value }, geen ondergrens bekend
step-open-bound = { $value }, geen enkel onder { $bound } (verschil { $gap })
step-no-plan = geen plan gevonden
step-no-plan-bound = geen plan gevonden, geen enkel onder { $bound }

# De samenvatting van een oplossing.
summary-audit = Toetsing: { $verdict }
summary-ask-why = zonewerk why zegt wat niet samengaat, en wat de goedkoopste uitwegen zijn.
heading-sources = Bronnen
column-remark = Opmerking
column-zones = Zones
column-regions = Regio's
column-region-of = Van
remark-breaks = breekt { $rules ->
    [one] { $rules } regel
   *[other] { $rules } regels
}
remark-fixed = gegeven: { $reason }
remark-exception = uitzondering: { $reason }
remark-part = bevat een deel van een eenheid
amount-at-least = minstens { $amount }
amount-at-most = hoogstens { $amount }
column-order = Volgorde
column-first-goal = Eerste doel
column-price = Prijs
column-share = Aandeel
order-zones-first = zones eerst
order-regions-first = regio's eerst
order-jointly = samen
order-impossible = onmogelijk
order-no-plan = geen plan gevonden
order-no-zones-fit = er passen geen zones in
order-no-regions-fit = er zijn geen regio's van te maken
column-straddled = Doorsneden
column-people-parted = Gescheiden inwoners
column-by-zones = Door zones
column-to-mend = Om het te herstellen
mend-not-asked = niet gevraagd: de tijd was om
mend-nothing = Niets te herstellen: geen zone doorsnijdt een groep

# Waarop een plan berust.
rests-bounds = Grenzen van een zone: { $bounds }; bevolking op { $date } (scenario { $scenario }, profiel { $profile })
rests-number-of-zones = Aantal zones: { $count }
rests-ideal = Ideaal aantal inwoners van een zone: { $people }
rests-base = Inwoners veranderen van zone tegenover een plan met { $zones ->
    [one] { $zones } zone
   *[other] { $zones } zones
}
rests-merger = Besliste fusie { $merger }: { $units } in één zone
rests-waives = hoeft zich niet te houden aan { $rules }

# Plannen die bijna even goed zijn als het beste.
nearby-not-known = Wat er binnen de marge ligt, is niet bekend zolang van geen plan bewezen is dat het het beste is.
nearby-within = { $goal } van hoogstens { $ceiling }, binnen { $margin } van het beste
nearby-all = { $plans ->
    [one] Dit is het enige plan dat zich houdt aan { $kept } en { $within } heeft (bewezen).
   *[other] Dit zijn alle { $plans } plannen die zich houden aan { $kept } en { $within } hebben (bewezen).
}
nearby-more = Dit zijn de { $plans } beste plannen die zich houden aan { $kept } en { $within } hebben (bewezen); er zijn er meer.
nearby-different = Het beste plan en { $others ->
    [one] { $others } ander
   *[other] { $others } andere
} met { $within }, telkens zo verschillend van de vorige als maar kan (bewezen).
nearby-open = Minstens { $plans ->
    [one] { $plans } plan heeft
   *[other] { $plans } plannen hebben
} { $within }; van de eerste { $proved } is bewezen dat het de beste zijn; meer is niet nagegaan, omdat { $why }.
nearby-open-different = { $plans ->
    [one] { $plans } plan heeft
   *[other] { $plans } plannen hebben
} { $within }; van de eerste { $proved } is bewezen dat ze zo verschillend zijn als maar kan; meer is niet nagegaan, omdat { $why }.
nearby-first-goal = De marge geldt voor het eerste doel; naar latere doelen is niet gekeken.
nearby-ask-backbone = Vraag met --backbone wat alle plannen binnen de marge gemeen hebben.
column-plan = Plan
column-plans = Plannen
column-value = Waarde
column-above-best = Boven het beste
column-pairs-changed = Gewijzigde paren
column-new-zones = Nieuwe zones
column-people-elsewhere = Inwoners elders
column-in-all = Samen
common-heading = Wat alle plannen binnen { $margin } gemeen hebben (bewezen)
common-heading-open = Wat alle plannen binnen { $margin } gemeen hebben (bewezen voor zover het nagegaan is)
common-pairs = { $pairs ->
    [one] { $pairs } paar
   *[other] { $pairs } paren
} buren: { $together } in alle plannen samen, { $apart } in alle apart, { $contested } omstreden
common-units = { $units ->
    [one] { $units } eenheid
   *[other] { $units } eenheden
}: { $settled } vast ({ $settled_people } inwoners), { $contested } omstreden ({ $contested_people } inwoners)
common-with-unknown = { $said }, { $unknown } niet nagegaan
common-no-zone = geen enkele zone komt in alle plannen voor
common-zones = { $zones ->
    [one] { $zones } zone
   *[other] { $zones } zones
} in alle plannen: { $names }
common-stopped = voortijdig gestopt, omdat { $why }
common-contested = Omstreden, per aaneengesloten groep eenheden
common-cluster = { $units ->
    [one] { $units } eenheid
   *[other] { $units } eenheden
}, { $people } inwoners: { $names }

# Elk plan dat er is.
every-kept-within = { $kept }, met { $within }
every-all = { $plans ->
    [one] Er is 1 plan dat zich houdt aan { $kept } (bewezen).
   *[other] Er zijn { $plans } plannen die zich houden aan { $kept }: ze zijn alle opgesomd, elk één keer (bewezen).
}
every-none-listed = Er is geen plan opgesomd, omdat { $why }.
every-early = Minstens { $plans ->
    [one] { $plans } plan houdt
   *[other] { $plans } plannen houden
} zich aan { $kept }; er kunnen er meer zijn, want het opsommen eindigde voortijdig, omdat { $why }.
every-first-goal = De waarden zijn die van het eerste doel, { $goal }; naar latere doelen is niet gekeken.
every-end = { $value } ({ $plans ->
    [one] { $plans } plan
   *[other] { $plans } plannen
})
every-values = Waarden van { $goal }: van { $least } tot { $most }
every-written-rows = Geschreven naar { $file }: een rij per plan, { $plans ->
    [one] { $plans } plan
   *[other] { $plans } plannen
}
every-written-lines = Geschreven naar { $file }: een regel per plan, { $plans ->
    [one] { $plans } plan
   *[other] { $plans } plannen
}
every-all-audited = Toetsing: ze zijn alle getoetst, en volgen de regels waarmee plannen getekend worden
every-some-audited = Toetsing: { $plans } ervan zijn getoetst, de eerste 1.000 en daarna elke duizendste, en volgen de regels waarmee plannen getekend worden

# Hoever een oplossing gevorderd is.
progress-goal = doel { $number } van { $of }: { $goal }
progress-listing = haalbare zones opsommen
progress-listing-regions = { $zones } zones, er regio's van opsommen
progress-relaxing = { $zones } zones, de relaxatie oplossen
progress-diving = { $zones } zones, een plan zoeken
progress-searching = plannen verbeteren door te zoeken
progress-cutting = nog { $zones } zones, snedes toevoegen
progress-branching = nog { $zones } zones, { $branches } takken open
progress-listing-plans = { $plans } plannen tot nu toe, { $branches } takken open
progress-settling = { $known } van { $of } buurparen nagegaan
progress-best = beste { $value }
progress-bound = ondergrens { $value }
progress-gap = verschil { $gap }
progress-conflict = zoeken wat niet samengaat
progress-ways-out = uitwegen zoeken met { $changes ->
    [one] { $changes } wijziging
   *[other] { $changes } wijzigingen
}, { $found } gevonden

# De buurgraaf.
and-more = en nog { $more }
graph-counts = { $units ->
    [one] { $units } eenheid
   *[other] { $units } eenheden
}, { $borders ->
    [one] { $borders } grens
   *[other] { $borders } grenzen
} van samen { $kilometres } km
graph-counts-without-length = { $units ->
    [one] { $units } eenheid
   *[other] { $units } eenheden
}, { $borders ->
    [one] { $borders } grens
   *[other] { $borders } grenzen
} (hoe lang ze zijn, is niet bekend)
graph-shared-points = { $number ->
    [one] { $number } gedeeld punt
   *[other] { $number } gedeelde punten
}
graph-declared-links = { $number ->
    [one] { $number } opgegeven verbinding
   *[other] { $number } opgegeven verbindingen
}
graph-basis-given = Buren zijn die van de opgegeven graaf, zonder kaart.
graph-short-borders = Daarvan tellen grenzen van { $metres } m of meer; { $borders ->
    [one] { $borders } grens is korter en telt
   *[other] { $borders } grenzen zijn korter en tellen
} niet.
graph-neighbours = gemiddeld { $mean } buren per eenheid
graph-neighbours-most = gemiddeld { $mean } buren per eenheid, hoogstens { $most }: { $unit }
graph-components = Samenhangende delen: { $number }
graph-isolated = Eenheden zonder buren: { $number ->
    [0] geen
   *[other] { $number }
}
graph-cut-vertices = Scharniereenheden (zonder welke een deel uiteenvalt): { $number ->
    [0] geen
   *[other] { $number }
}
graph-links = Opgegeven verbindingen: { $number ->
    [0] geen
   *[other] { $number }
}
graph-component = { $units ->
    [one] { $units } eenheid
   *[other] { $units } eenheden
}: { $names }
graph-component-nearest = { $component }; dichtstbij: { $from } tot { $to } op { $distance }; geef een verbinding op
graph-isolated-nearest = { $unit }; dichtstbij: { $to } op { $distance }; geef een verbinding op
graph-fitted = Grenzen binnen { $metres } m van elkaar zijn één: { $units ->
    [one] { $units } eenheid is
   *[other] { $units } eenheden zijn
} veranderd; zonewerk check noemt ze
graph-link-added = toegevoegd: { $units }: { $reason }
graph-link-removed = weggelaten: { $units }: { $reason }
graph-link-short-border = { $kilometres } km grens, minder dan het minimum
graph-link-needless = ook zonder die verbinding buren
graph-link-parts-neighbours = zonder die opgave buren
graph-link-border-stays = { $kilometres } km grens blijft op de kaart
graph-link-parts-nothing = ook zonder die opgave geen buren

map-faults = De kaart heeft fouten die dit antwoord kunnen veranderen: { $faults }.
map-faults-gaps = { $number ->
    [one] { $number } gat
   *[other] { $number } gaten
}
map-faults-overlaps = { $number ->
    [one] { $number } overlapping
   *[other] { $number } overlappingen
}
map-faults-crossings = { $number ->
    [one] { $number } plaats waar ringen van een eenheid kruisen
   *[other] { $number } plaatsen waar ringen van een eenheid kruisen
}
map-faults-width = ongeveer { $width } m breed
map-faults-area = van ten hoogste { $size } { $unit }
map-faults-apart = { $number ->
    [one] { $units } ligt apart, met zo'n fout ernaast.
   *[other] { $units } liggen apart, met zulke fouten ernaast.
}
map-faults-check = zonewerk check { $file } toont ze.
map-faults-snap = zonewerk check { $file } toont ze; met --snap { $metres } zijn de gaten dicht.
claim-rules-not-kept = { $number ->
    [one] De regel { $rules } is bindend, en plannen worden zonder die regel getekend: waar het gaat over plannen die de regels naleven, hoort hij daar niet bij.
   *[other] De regels { $rules } zijn bindend, en plannen worden zonder die regels getekend: waar het gaat over plannen die de regels naleven, horen zij daar niet bij.
}
claim-solver-arithmetic = Dit bewijs is dat van een geheeltallig programma: het steunt op de rekenkunde met drijvende komma van de oplosser HiGHS.
page-relax = Wat soepeler kan
page-unknown = Er is geen plan gevonden, en ook geen bewijs dat er geen is, omdat { $why }.
reading-ended = uitzondering { $number } eindigde op { $until }, vóór de dag van het plan ({ $day }), en telt niet mee
reading-undated = uitzondering { $number } eindigt op { $until } en wordt geacht te gelden: de dag van het plan is niet bekend (--date)
beyond-apart = zones die niet aaneengesloten zijn
beyond-units-apart = zones waarin { $units } apart mogen liggen
beyond-zone-apart = de zone van uitzondering { $number } in verschillende stukken
beyond-divided = plannen die { $units } verdelen
beyond-any-divided = plannen die eenheden verdelen
beyond-region-without-zone = plannen die een gegeven regio zonder zone laten
beyond-regions-apart = regio's die niet aaneengesloten zijn
beyond-zones-outside-regions = zones die in geen enkele regio liggen
beyond-zones-in-several-regions = zones die in meer dan één regio liggen
drawn-zones = aaneengesloten zones van hele eenheden
drawn-zones-apart = zones van hele eenheden
beyond-drawn = { $zones }
beyond-drawn-regions = { $zones } en een zone in elke gegeven regio
beyond-drawn-in-regions = { $zones } en elke zone in één aaneengesloten regio
beyond = van de plannen met { $drawn }; de regels laten ook { $list } toe, die niet geprobeerd zijn
page-map-label = Kaart van { $plan }; de tabel van de zones hieronder zegt hetzelfde in woorden
page-search = Zoek een eenheid of een zone
page-search-go = Zoek
page-layers = Lagen
page-keys = Sleep of gebruik de pijltjes om te schuiven, het wiel of + en − om te zoomen, 0 voor de hele kaart. Met Shift en een pijltje gaat u van eenheid naar eenheid; Enter kijkt van dichterbij, Escape laat los.
page-zoom-in = Inzoomen
page-zoom-out = Uitzoomen
page-zoom-reset = Hele kaart
page-details = Bijzonderheden
page-nothing-selected = Kies een zone of een eenheid op de kaart of in de tabel.
page-legend = Legende
page-colours = Elke zone heeft een kleur die geen van haar buren heeft; meer betekenen de kleuren niet.
page-layer-names = Namen
page-layer-units = Grenzen van eenheden
page-layer-zones = Grenzen van zones
page-layer-regions = Grenzen van regio's
page-layer-verdicts = Oordelen
page-layer-change = Veranderingen
page-layer-backbone = Gemeenschappelijk
page-layer-links = Verbindingen
page-layer-exceptions = Uitzonderingen
page-layer-straddles = Doorsneden groepen
page-layer-family = { $family } ({ $groups })
page-no-family = geen
page-sign-exception = Zone bij uitzondering
page-sign-fixed = Gegeven zone
page-sign-error = Zone die een regel breekt
page-sign-warning = Zone met een waarschuwing
page-sign-moved = Gaat naar een andere zone
page-sign-base = Zonegrens van het plan ervoor
page-sign-unit = Grens tussen eenheden
page-sign-zone = Grens tussen zones
page-sign-region = Grens tussen regio's
page-sign-settled = Grens in alle plannen
page-sign-contested = Grens in sommige plannen
page-sign-share = Betwist met buren, donkerder met meer
page-sign-group = Groep van { $family } die zones doorsnijden ({ $groups })
page-sign-link = Aangegeven verbinding
page-column-zone = Zone
page-column-region = Regio
page-column-inhabitants = Inwoners
page-column-bounds = Toegelaten inwoners
page-column-deviation = Van het ideaal
page-column-units = Eenheden
page-column-border = Grenslengte (km)
page-column-findings = Bevindingen ({ $profile })
page-column-unit = Eenheid
page-column-from = Van
page-column-to = Naar
page-by-exception = bij uitzondering
page-given = gegeven
page-any = om het even hoeveel
page-filter = Filter op zone, regio of eenheid
page-marks = ✗ breekt een regel, ! waarschuwing, i opmerking, ? niet nagegaan, · niets gevonden.
page-marks-select = Kies een zone om ze op de kaart te zien.
page-count-errors = { $number ->
    [one] { $number } bevinding die een regel breekt
   *[other] { $number } bevindingen die een regel breken
}
page-count-warnings = { $number ->
    [one] { $number } waarschuwing
   *[other] { $number } waarschuwingen
}
page-count-notes = { $number ->
    [one] { $number } opmerking
   *[other] { $number } opmerkingen
}
page-count-open = { $number ->
    [one] { $number } controle die niet kon
   *[other] { $number } controles die niet konden
}
page-chart-intro = Elke zone naar haar inwoners, van de kleinste tot de grootste; de band is wat de grenzen toelaten. De getallen staan in de tabel van de zones.
page-chart-label = Grafiek van de inwoners van { $zones ->
    [one] { $zones } zone
   *[other] { $zones } zones
} tegenover de grenzen; de getallen staan in de tabel van de zones
page-chart-marks = ● binnen de grenzen of, in het rood, erbuiten; ◇ zone bij uitzondering of gegeven; ▲ ver boven de grenzen, met haar getal.
page-chart-unknown = Weggelaten: { $zones ->
    [one] { $zones } zone waarvan de inwoners niet bekend zijn.
   *[other] { $zones } zones waarvan de inwoners niet bekend zijn.
}
page-on-map = Op de kaart:
page-in-table = In de tabel:
page-change-intro = Tegenover { $base }:
page-zones-continued = { $zones ->
    [one] { $zones } zone gaat verder
   *[other] { $zones } zones gaan verder
}, telkens van de zone waarmee ze de meeste mensen deelt
page-zones-new = { $zones ->
    [one] { $zones } zone is nieuw
   *[other] { $zones } zones zijn nieuw
}: { $names }
page-zones-gone = { $zones ->
    [one] { $zones } zone is weg
   *[other] { $zones } zones zijn weg
}: { $names }
page-nobody-moves = Niemand gaat naar een andere zone
page-people-move = { $people } inwoners van { $units ->
    [one] { $units } eenheid
   *[other] { $units } eenheden
} gaan naar een andere zone, { $share } van alle inwoners
page-made-whole = { $people } van hen wonen in { $units ->
    [one] { $units } eenheid die verdeeld was en nu heel is
   *[other] { $units } eenheden die verdeeld waren en nu heel zijn
}
page-unplaced = Van nog { $people } inwoners zegt het plan ervoor niet in welk deel van een verdeelde eenheid ze wonen
page-moves-unknown = Niet meegeteld: { $parts ->
    [one] { $parts } deel waarvan de inwoners niet bekend zijn
   *[other] { $parts } delen waarvan de inwoners niet bekend zijn
}
page-part-of = deel van { $unit }
page-meaning-zones = samenhangende zones en van hele eenheden
page-meaning-zones-apart = zones van hele eenheden die apart mogen liggen
page-meaning-proven = Bewezen het beste wil zeggen: er is geen enkel plan, van { $zones }, dat elke regel volgt en op minder uitkomt in de doelen hieronder, in hun volgorde. Dat hangt niet af van hoe lang er gezocht is: elk ander plan is uitgesloten, met sommen die na te rekenen zijn. Van de plannen die op net hetzelfde uitkomen is dit er één.
page-meaning-solver = Bewezen het beste wil zeggen: geen plan van { $zones } dat elke regel volgt komt op minder uit in de doelen hieronder, in hun volgorde. Hier is het bewijs dat van een geheeltallig programma, en het steunt op de rekenkunde van de oplosser HiGHS. Van de plannen die op net hetzelfde uitkomen is dit er één.
page-meaning-feasible = Het plan volgt elke regel waarvoor het getekend is, en het is het beste dat gevonden is. Dat er geen beter bestaat, is niet bewezen; de ondergrens zegt hoeveel beter een plan ten hoogste kan zijn.
page-meaning-impossible = Onmogelijk wil zeggen bewezen: geen plan van { $zones } volgt op deze kaart alle regels samen, hoe lang men ook zoekt. Om een plan te krijgen moet een regel, een grens of iets wat gegeven was veranderen.
page-meaning-unknown = Er is geen plan gevonden, maar het is niet bewezen dat er geen is: met meer tijd of andere grenzen is er misschien een.
page-bound-meaning = Onder de ondergrens kan geen plan komen. Waar waarde en ondergrens gelijk zijn, is de waarde bewezen de beste; de kloof is hoever ze uit elkaar liggen. Een later doel kiest alleen onder de plannen die goed genoeg zijn in de doelen ervoor.
page-column-goal = Doel
page-column-best = Beste plan
page-column-no-less = Geen plan onder
page-column-gap = Verschil
page-column-standing = Status
page-nothing-proved = niets bewezen
page-is-proven = bewezen
page-is-open = niet bewezen
page-zones-listed = { $zones } verschillende zones volgen op zichzelf de regels; ze zijn alle opgesomd
page-engine-cover = Rekenmethode: cover, die uit die lijst de zones kiest die samen elke eenheid één keer bevatten
page-engine-compact = Rekenmethode: compact, die voor elke eenheid beslist in welke zone ze ligt
page-engine-search = Rekenmethode: search, die een plan stap voor stap verbetert, en weinig bewijst, behalve over grenzen van weinig zones
page-chosen-asked = Deze rekenmethode was gevraagd
page-chosen-listed = Deze rekenmethode is gekozen omdat alle mogelijke zones opgesomd kunnen worden
page-chosen-too-many = Deze rekenmethode is gekozen omdat mogelijke zones, of verzamelingen op weg daarheen, te talrijk zijn om op te sommen (hoogstens { $limit } zones)
page-all-goals = Waarop het plan uitkomt in elk doel
page-column-measure = Maat
page-column-this-plan = Dit plan
page-column-drawn-for = Als doel
page-backbone = Wat alle goede plannen gemeen hebben
page-backbone-intro = Alle plannen die de regels volgen en in het eerste doel binnen { $within } van het beste liggen, dus tot { $ceiling }, zijn samen bekeken:
page-backbone-intro-open = Alle plannen die de regels volgen en in het eerste doel binnen { $within } van het beste liggen zijn samen bekeken:
page-backbone-settled = Vast: { $units ->
    [one] { $units } eenheid ligt
   *[other] { $units } eenheden liggen
} ({ $people } inwoners) in al die plannen bij, en apart van, dezelfde buren
page-backbone-contested = Betwist: { $units ->
    [one] { $units } eenheid niet
   *[other] { $units } eenheden niet
} ({ $people } inwoners): het ene goede plan legt ze bij een buur, het andere niet
page-backbone-pairs = Van { $pairs } paren buren liggen er { $together } in al die plannen samen, { $apart } in alle apart, en zijn er { $contested } betwist
page-backbone-unknown = Van { $pairs } paren is het niet op tijd uitgezocht
page-backbone-zones = { $zones ->
    [one] { $zones } zone is
   *[other] { $zones } zones zijn
} dezelfde in al die plannen
page-backbone-meaning = Waar alle goede plannen het eens zijn, valt er weinig te kiezen zonder meer op te geven. Waar ze dat niet zijn, kan plaatselijke kennis beslissen, en dat kost bijna niets.
page-exception = Uitzondering voor { $subject }: { $reason }
page-exception-any = elk aantal inwoners
page-exception-bounds = { $bounds } inwoners
page-no-reason = geen reden gegeven
page-pin-together = Gevraagd: { $units } in één zone: { $reason }
page-pin-apart = Gevraagd: { $units } elk in een andere zone: { $reason }
page-pin-zone = Gevraagd: zone { $zone } met { $units }: { $reason }
page-pin-zone-without = Gevraagd: zone { $zone } met { $units }, zonder { $without }: { $reason }
page-seed = Startgetal van het toeval (seed) { $seed }
page-unit-people = { $value ->
    [one] { $value } persoon
   *[other] { $value } mensen
}
page-unit-inertia = { $value } inwoners × km²
page-unit-distance = { $value } inwoners × km
page-unit-squared = { $value } inwoners²
unit-points = { $points } punten
page-goal-sum = gewogen som ({ $sum })
page-goal-border-length = totale grens
page-goal-without-outer = { $goal } zonder de buitengrens
page-goal-cut-edges = buren in verschillende zones
page-goal-inertia = traagheid
page-goal-distance-to-centre = afstand tot de centrale eenheid
page-goal-squared-distance-to-centre = kwadraat van de afstand tot de centrale eenheid
page-goal-squared-deviation = gekwadrateerde afwijking van de ideale bevolking
page-goal-absolute-deviation = afwijking van de ideale bevolking
page-goal-largest-deviation = grootste afwijking van de ideale bevolking
page-goal-people-moved = mensen die verhuizen van zone
page-goal-crossings = doorsnijdingen van { $family }
page-goal-crossings-people = mensen afgesneden van hun { $family }
page-goal-straddles = zones dwars over { $family }
page-goal-straddles-people = mensen van { $family } dwars over zones
page-goal-zones-crossing = zones over { $family } heen
page-goal-zones-crossing-people = mensen van zones over { $family } heen
page-goal-mergers-cut = doorsneden verwachte fusies
page-goal-zones = aantal zones
page-goal-exceptions = zones buiten de grenzen bij uitzondering
page-goal-regions = aantal regio's
page-goal-region-border-length = totale grens van de regio's
page-goal-region-deviation = afwijking van de ideale bevolking van een regio
page-goal-region-mismatch = mensen buiten de { $family } van hun regio
page-goal-region-groups = { $family } boven één per regio
page-js-unit = Code
page-js-zone = Zone
page-js-region = Regio
page-js-inhabitants = Inwoners
page-js-bounds = Grenzen
page-js-deviation = Van het ideaal
page-js-units = Eenheden
page-js-border = Grens
page-js-findings = Bevindingen
page-js-before = Ervoor
page-js-continues = Gaat verder van
page-js-is-new = een nieuwe zone
page-js-in-no-zone = in geen zone
page-js-not-found = Niets heet “#”.
page-js-rows-shown = Getoonde zones: #
page-js-exception = Uitzondering
page-js-given = Gegeven

# Bestanden voor GIS-programma's.
gis-cut = { $file }: in { $rows } van de { $all } rijen is de tekst van { $column } afgekapt op 254 bytes, het meeste dat een shapefile bewaart
gis-removed = er valt nu niets te schrijven in { $file }, en wat daar eerder stond is verwijderd
gis-together = in alle plannen in één zone
gis-apart = in alle plannen in twee zones
gis-contested = in sommige plannen in één zone
gis-unknown = niet uitgezocht
