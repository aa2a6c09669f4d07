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

area-no-zone = geen zone
area-no-region = geen regio
area-no-group = geen groep
share = { $area } { $people } ({ $units })
share-unknown = { $area } ({ $units })
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
found-inhabitants-of-parts = { $people } inwoners in de delen samen
found-inhabitants-of-some-parts = { $people } inwoners in de delen, { $parts ->
    [one] { $parts } deel
   *[other] { $parts } delen
} niet geteld
found-cut-off = { $parts } losse stukken, afgesneden: { $units }
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
required-nothing-inside = niets van andere zones erbinnen
required-any-unit = minstens één eenheid
required-own-name = een eigen naam
required-fixed-units = een zone van precies haar { $units ->
    [one] { $units } eenheid
   *[other] { $units } eenheden
} ({ $reason })
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
why-graph-over-other-units = het net heeft { $units ->
    [one] { $units } eenheid
   *[other] { $units } eenheden
}, het gebied { $territory }
why-part-population-unknown = hoeveel inwoners het deel van { $units } heeft, is niet bekend
why-part-borders-unknown = waar het deel van { $units } eindigt, is niet bekend; het geldt als grenzend aan elke buur van die eenheid
why-parts-not-matched = welk deel van { $units } bedoeld is, is niet bekend: plan en groep noemen andere delen
why-no-family = het scenario heeft geen groepen van de familie { $family }
why-no-family-named = het profiel zegt niet welke familie van groepen bedoeld is
why-units-in-no-group = { $units ->
    [one] { $units } eenheid ligt
   *[other] { $units } eenheden liggen
} in zones die niets in enige groep hebben
why-no-regions = het plan noemt geen regio's
why-no-mergers = het scenario noemt geen zulke fusies
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
} niet gebeuren
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
not-asked = { $profile } vraagt niet naar { $rules }
everything-checked = Elke regel van het profiel is tot het einde nagegaan.
nothing-found = Er is niets gevonden.
basis-contiguity-rook = Eenheden zijn buren waar ze een grens delen.
basis-contiguity-queen = Eenheden zijn buren waar ze een grens of een punt delen.
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
map-border-gone = grens van voordien die weg is
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
map-border-here = grens in sommige plannen, het beste incluis
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
