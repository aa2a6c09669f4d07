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

# Voorstellen. Wat een plan doet, staat na zijn naam: { $subject } { $does }.
moves-people = { $people ->
    [one] { $people } inwoner
   *[other] { $people } inwoners
} van { $units ->
    [one] { $units } eenheid
   *[other] { $units } eenheden
} { $people ->
    [one] verandert
   *[other] veranderen
} van zone, { $share } van alle inwoners
moves-nobody = Niemand verandert van zone
moves-made-whole = { $people } van hen woonden in { $units ->
    [one] { $units } eenheid die verdeeld was en nu heel is
   *[other] { $units } eenheden die verdeeld waren en nu heel zijn
}
moves-unplaced = Van nog { $people } inwoners zegt het plan ervoor niet in welk deel van een verdeelde eenheid ze wonen; het doel people-moved telt hen mee
moves-unknown = Niet meegeteld: { $parts ->
    [one] { $parts } deel waarvan de inwoners niet bekend zijn
   *[other] { $parts } delen waarvan de inwoners niet bekend zijn
}
moves-part-of = deel van { $unit }
moves-more = En nog { $more } (--format json toont alles).
heading-moves = Wie van zone verandert
heading-moves-from-base = Wie van zone verandert tegenover het uitgangsplan
heading-moves-from-proposal = Wie van zone verandert tegenover het voorstel
column-rule = Regel
column-errors = Fouten
column-unit = Eenheid
column-units = Eenheden
column-from = Van
column-to = Naar
column-border = Grenslengte (km)
column-group = Groep
column-finding = Bevinding
try-title = Wijzigingen aan { $plan }
try-subject-proposal = Het voorstel
try-subject-completed = Het aangevulde plan
try-subject-repaired = Het herstelde plan
try-subject-drawn = Het plan
try-verdict = { $subject } { $does }
try-breaks-new = breekt { $rules ->
    [one] { $rules } regel die het uitgangsplan naleeft
   *[other] { $rules } regels die het uitgangsplan naleeft
} ({ $names })
try-breaks-uncovered = breekt { $rules ->
    [one] { $rules } regel
   *[other] { $rules } regels
} waarvoor het uitgangsplan niet tot het einde nagegaan kon worden ({ $names })
try-mends = verhelpt alle fouten tegen { $rules ->
    [one] { $rules } regel
   *[other] { $rules } regels
} die het uitgangsplan breekt ({ $names })
try-breaks-still = breekt { $rules ->
    [one] { $rules } regel
   *[other] { $rules } regels
} die ook het uitgangsplan breekt ({ $names }); in totaal { $after ->
    [one] { $after } fout
   *[other] { $after } fouten
}, ervoor { $before }
try-leaves-open = laat { $rules ->
    [one] { $rules } regel open die het uitgangsplan breekt en die niet meer tot het einde nagegaan kan worden
   *[other] { $rules } regels open die het uitgangsplan breekt en die niet meer tot het einde nagegaan kunnen worden
} ({ $names })
try-and-breaks-none = { $verdict }, en breekt er geen die nagegaan is
try-breaks-none = { $subject } breekt geen regel die nagegaan is, en het uitgangsplan evenmin
try-as-is-breaks-none = Het plan zoals het is, breekt geen regel die nagegaan is
try-as-is-breaks = Het plan zoals het is, breekt { $rules ->
    [one] { $rules } regel
   *[other] { $rules } regels
} ({ $names })
try-base-breaks-none = { $subject } is het uitgangsplan zelf, dat geen regel breekt die nagegaan is
try-base-breaks = { $subject } is het uitgangsplan zelf, dat { $rules ->
    [one] { $rules } regel
   *[other] { $rules } regels
} breekt ({ $names })
try-heading-proposed = Voorgesteld
try-heading-notes = Opmerkingen
try-change-reason = { $change } ({ $reason })
try-move = { $unit } gaat naar { $zone }
try-nowhere = { $unit } komt in geen enkele zone
try-merge = { $zones } worden één zone
try-merge-named = { $zones } worden één zone met de naam { $name }
try-new = { $number ->
    [one] { $units } wordt een zone met de naam { $name }
   *[other] { $units } worden een zone met de naam { $name }
}
try-dissolve = { $zone } wordt opgeheven
try-swap = { $a } en { $b } wisselen van plaats
try-placed = { $units ->
    [one] { $units } eenheid ingedeeld
   *[other] { $units } eenheden ingedeeld
} zoals een tabel van een plan het zegt
try-nothing = niets: het plan wordt beoordeeld zoals het is
try-note-made-whole = { $unit } was verdeeld over { $zones } en is nu heel
try-note-already-there = { $unit } ligt al in { $zone }
try-note-already-nowhere = { $unit } lag al in geen enkele zone
try-note-new-zone = { $zone } is een nieuwe zone
try-note-new-zone-near = { $zone } is een nieuwe zone: het plan heeft er geen met die naam, maar wel { $near }
try-note-emptied = { $zone } bevat niets meer en is weg
try-note-region-chosen = { $zone } is gemaakt van zones uit { $regions }: ze ligt in de regio van de grootste ervan
try-note-before-merger = { $old } is gefuseerd: bedoeld is { $unit }
try-heading-rules = Regels ervoor en erna ({ $profile })
try-no-findings = Geen enkele regel heeft een fout of een waarschuwing, noch ervoor noch erna.
try-same-findings = Elke bevinding is ervoor en erna dezelfde.
try-findings-new = Nieuw
try-findings-uncovered = Ervoor niet nagegaan
try-findings-worse = Slechter
try-findings-other = Anders
try-findings-better = Beter
try-findings-unchecked = Niet meer nagegaan
try-findings-gone = Weg
try-checks-opened = Controles die niet meer kunnen gebeuren
try-checks-closed = Controles die ervoor niet konden gebeuren
try-finding-before = { $finding } (ervoor: { $found })
try-notes-differ = Daarnaast { $notes ->
    [one] verschilt { $notes } opmerking
   *[other] verschillen { $notes } opmerkingen
} (--format json toont alles).
try-more = en nog { $more } (--format json toont alles)
try-heading-zones = Betrokken zones: { $zones }
try-no-zones = Er is geen zone bij betrokken.
try-column-bounds = Grenzen
try-column-contiguous = Aaneengesloten
try-zone-renamed = { $zone } (was { $before })
try-zone-new = { $zone } (nieuw)
try-zone-gone = { $zone } (weg)
try-within = binnen
try-too-few = { $people } te weinig
try-too-many = { $people } te veel
try-empty = leeg
try-contiguous = ja
try-pieces = in { $pieces } stukken
try-pieces-or-more = in { $pieces } stukken of meer
try-holds-part = bevat een deel
try-heading-groups = Betrokken groepen: { $groups }
try-no-groups = Geen van de families van groepen die het profiel noemt, heeft een eenheid die van zone verandert.
try-column-units-moving = Eenheden die van zone veranderen
try-no-finding = geen
try-heading-partners = Partners: wie akkoord moet gaan, zone per zone
try-partners = { $zone }: { $units ->
    [one] { $units } eenheid
   *[other] { $units } eenheden
} ({ $names })
try-partners-groups = { $partners }; { $groups ->
    [one] { $groups } groep
   *[other] { $groups } groepen
} ({ $names })
try-no-partners = Geen: van de zones die het plan na de wijzigingen heeft, is er geen bij betrokken.
try-heading-neighbours = Buren om te raadplegen
try-neighbour = { $zone }: { $units ->
    [one] { $units } eenheid
   *[other] { $units } eenheden
} op de grens met { $beside } ({ $names })
try-neighbour-perhaps = { $neighbour }; misschien: waar het deel van een verdeelde eenheid ligt, is niet bekend
try-no-neighbours = Geen: geen andere zone grenst aan een betrokken zone.
try-heading-remainder = Kan de rest eromheen aangevuld worden?
try-remainder-not-asked = Niet gevraagd: --remainder zoekt een plan, of een bewijs dat er geen is.
try-remainder-possible = Ja, bewezen met een plan van { $zones ->
    [one] { $zones } zone
   *[other] { $zones } zones
} dat de gewijzigde zones heeft zoals ze zijn en zijn beoordeling doorstond; --complete tekent de rest.
try-remainder-possible-open = Ja, voor zover de gewijzigde zones gegeven kunnen worden: een plan van { $zones ->
    [one] { $zones } zone dat ze heeft
   *[other] { $zones } zones dat ze heeft
}, doorstond zijn beoordeling; --complete tekent de rest.
try-remainder-impossible = Neen, bewezen: { $why }.
try-remainder-impossible-map = Neen, bewezen, als de kaart klopt waar ze { $faults } heeft: { $why }.
try-remainder-broken = Neen: gewijzigde zones breken zelf regels, wat er ook omheen getekend wordt.
try-remainder-conflicts = Neen: gewijzigde zones zijn anders gegeven.
try-given-reason = zoals voorgesteld
try-conflict = zone { $zone } van het voorstel bevat { $units } van vaste zone { $fixed }, en is niet dezelfde ({ $reason })
try-open-zone = { $zone } bevat een deel van { $divided } en is dus niet gegeven zoals ze is
try-open-zone-whole = { $zone } bevat een deel van { $divided } en is dus niet gegeven zoals ze is: { $number ->
    [one] { $whole } blijft
   *[other] { $whole } blijven samen
} in een zone met die naam
try-nothing-repaired = opmerking: het plan met zijn wijzigingen breekt geen regel die nagegaan is: er valt niets te herstellen

# Plannen naast elkaar.
zones-new = { $zones ->
    [one] { $zones } zone is nieuw
   *[other] { $zones } zones zijn nieuw
}: { $names }
zones-gone = { $zones ->
    [one] { $zones } zone is weg
   *[other] { $zones } zones zijn weg
}: { $names }
more-with-all = en nog { $more } (--all toont ze)
column-measure = Maat
compare-title = Vergelijking van { $plans }
compare-nobody-moves = Van { $from } naar { $to } verandert niemand van zone
compare-people-move = Van { $from } naar { $to } { $people ->
    [one] verandert { $people } inwoner
   *[other] veranderen { $people } inwoners
} van { $units ->
    [one] { $units } eenheid
   *[other] { $units } eenheden
} van zone, { $share } van alle inwoners
compare-in-part = { $moved }; { $units } van die eenheden maar voor een deel
compare-uncounted = { $moved }; niet meegeteld: { $parts ->
    [one] { $parts } deel waarvan de inwoners niet bekend zijn
   *[other] { $parts } delen waarvan de inwoners niet bekend zijn
}
compare-heading-plans = Plannen
compare-heading-sources = Bronnen
compare-column-people = Inwoners die van zone veranderen
compare-column-share = Van alle inwoners
compare-column-units = Eenheden
compare-column-in-part = Waarvan deels
compare-heading-zones = Zones van { $from } in { $to }
compare-zones-continued = { $zones ->
    [one] { $zones } zone gaat verder
   *[other] { $zones } zones gaan verder
}, waarvan { $unchanged } onveranderd
compare-column-zone = In { $plan }
compare-column-before = Inwoners ervoor
compare-column-after = Erna
compare-column-stay = Blijven
compare-column-joined = Erbij
compare-column-left = Eruit
compare-heading-measures = Maten
compare-measure-zones = zones
compare-measure-smallest = inwoners van de kleinste zone
compare-measure-largest = inwoners van de grootste zone
compare-measure-mean = inwoners van een zone, gemiddeld
compare-measure-apart = buren zonder gemeenschappelijke zone
compare-measure-border = grens ertussen
compare-not-measured = Doelen worden gemeten van plannen van hele eenheden, en niet van { $plan }: { $why }
compare-divides = het verdeelt { $units }
compare-leaves-out = het laat { $units } weg
compare-shares = het heeft { $units } in verschillende zones
compare-heading-contested = Betwiste eenheden
compare-contested = { $units ->
    [one] { $units } van de { $all } eenheden, met { $people } inwoners, ligt niet in alle plannen in dezelfde zone.
   *[other] { $units } van de { $all } eenheden, met { $people } inwoners, liggen niet in alle plannen in dezelfde zone.
}
compare-none-contested = Geen eenheid is betwist: elke ligt in alle plannen in dezelfde zone, of in geen enkele.
compare-pairs = Van de paren buren delen er { $together } een zone in alle plannen, { $apart } in geen enkel plan, en { $contested } maar in sommige.
compare-column-zones = Zone, met haar plannen
compare-place-in-part = deels { $zones }
compare-heading-rules = Regels van { $profile }
compare-errors = { $errors ->
    [one] { $errors } fout
   *[other] { $errors } fouten
}
compare-rule-kept = nageleefd
compare-rule-open = niet alles nagegaan
compare-rule-not-asked = niet gevraagd

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

# Getallen binnen grenzen, en aantallen.
bounds-or-more = { $minimum } of meer
bounds-any = om het even hoeveel
count-zones-between = { $minimum } tot { $maximum ->
    [one] { $maximum } zone
   *[other] { $maximum } zones
}
count-zones-at-least = minstens { $minimum ->
    [one] { $minimum } zone
   *[other] { $minimum } zones
}
count-zones-at-most = hoogstens { $maximum ->
    [one] { $maximum } zone
   *[other] { $maximum } zones
}
count-zones-none = minstens { $minimum } en hoogstens { $maximum ->
    [one] { $maximum } zone
   *[other] { $maximum } zones
}
count-zones-any = om het even hoeveel zones
count-regions-between = { $minimum } tot { $maximum ->
    [one] { $maximum } regio
   *[other] { $maximum } regio's
}
count-regions-at-least = minstens { $minimum ->
    [one] { $minimum } regio
   *[other] { $minimum } regio's
}
count-regions-at-most = hoogstens { $maximum ->
    [one] { $maximum } regio
   *[other] { $maximum } regio's
}
count-regions-any = om het even hoeveel regio's

# Waarom er geen plan is: het bewijs, in een zin zonder punt.
proof-fixed-zone-out-of-bounds = vaste zone { $zone } heeft { $people }, en mag er { $bounds } hebben
proof-fixed-zone-not-contiguous = vaste zone { $zone } valt uiteen in { $parts } losse stukken
proof-region-out-of-bounds = { $region } heeft { $people }, en een regio mag er { $bounds } hebben
proof-region-not-contiguous = { $region } valt uiteen in { $parts } losse stukken
proof-in-region = in { $region } ({ $people }): { $proof }
proof-arithmetic = { $who }, en { $sums }
proof-arithmetic-zones = { $who }, en { $sums } (een regio heeft { $zones })
proof-region-has = { $region }, waar geen zone buiten mag komen, heeft { $people }
proof-part-of-region-has = { $region }, waar geen zone buiten mag komen, heeft een deel met { $people }
proof-units-have = { $units ->
    [one] { $units } eenheid ({ $names }) heeft { $people }
   *[other] { $units } eenheden ({ $names }) hebben samen { $people }
}
proof-other-units-have = { $units ->
    [one] { $units } eenheid ({ $names }) buiten de gegeven zones heeft { $people }
   *[other] { $units } eenheden ({ $names }) buiten de gegeven zones hebben samen { $people }
}
proof-unit-apart = { $unit } ligt apart met { $people }
proof-units-apart = { $units } eenheden vormen één geheel, los van de rest ({ $names }), met { $people }
proof-zone-may-have = een zone mag er { $bounds } hebben
proof-zone-must-have = een zone moet er { $bounds } hebben
proof-zone-needs = één zone heeft er minstens { $minimum } nodig
proof-zones-add-up = zones van { $bounds } komen samen op hoogstens { $most } ({ $fewer }) of minstens { $least } ({ $more })
proof-number-of-zones = een plan moet { $asked } hebben, en de sommen laten { $fitting } toe: { $units } met { $people }, zones van { $bounds } inwoners, en wat gegeven, gewenst en uitgezonderd is, telkens op zijn gunstigst genomen
proof-levels-contradict = geen enkel aantal regio's past bij dit alles: { $regions }, per regio { $region } inwoners en { $each }, en { $people }, goed voor { $zones } van { $zone } inwoners, uitzonderingen meegerekend
proof-limit-below-all = elk plan komt op { $least } of meer in { $goal }, en de grens is { $most }: elke eenheid gerekend aan het minste dat { $zones ->
    [one] de enige zone die de regels toelaten
   *[other] een van de { $zones } zones die de regels toelaten
} voor haar toevoegt
proof-outside-limits = { $units ->
    [one] { $names } ligt
   *[other] { $names } liggen
} in geen enkele zone die { $rules } toelaten: { $listed }, en elke zone met zo'n eenheid overschrijdt op zichzelf al een grens aan een doel
proof-in-no-zone = { $units ->
    [one] { $names } ligt
   *[other] { $names } liggen
} in geen enkele zone die { $rules } toelaten; { $listed }
proof-listed = elke aaneengesloten zone van { $bounds } inwoners is opgesomd
proof-listed-own = elke aaneengesloten zone van { $bounds } inwoners, of binnen eigen grenzen bij uitzondering, is opgesomd
proof-listed-apart = elke zone van { $bounds } inwoners is opgesomd
proof-listed-apart-own = elke zone van { $bounds } inwoners, of binnen eigen grenzen bij uitzondering, is opgesomd
proof-rules = de regels
proof-rules-pins = de regels en de wensen
proof-rules-limits = de regels en de grenzen aan doelen
proof-rules-pins-limits = de regels, de wensen en de grenzen aan doelen
proof-unit = { $unit } ({ $code }, { $people })
proof-unit-too-large = { $unit } ({ $code }, { $people }, meer dan een zone mag hebben)
proof-unit-without-neighbour = { $unit } ({ $code }, { $people }, geen buur)
proof-regions-hold = { $number ->
    [one] { $number } regio kan
   *[other] { $number } regio's kunnen
} hoogstens { $room } bevatten, uitzonderingen meegerekend, en er zijn er { $people }
proof-regions-need = { $number ->
    [one] { $number } regio moet
   *[other] { $number } regio's moeten
} minstens { $need } hebben, uitzonderingen meegerekend, en er zijn er { $people }
proof-no-number-of-regions = geen enkel aantal regio's van { $bounds } inwoners komt samen op { $people }
proof-no-number-of-regions-asked = geen enkel aantal regio's van { $bounds } inwoners komt samen op { $people }; toegelaten: { $regions }
proof-nearest-one = { $proof }; het dichtstbijzijnde dat de sommen toelaten: { $nearest }
proof-nearest-two = { $proof }; het dichtstbijzijnde dat de sommen toelaten: { $nearest }, of { $other }
proof-regions-of = { $regions } van { $bounds } inwoners
proof-regions-of-up-to = { $number ->
    [one] { $number } regio
   *[other] { $number } regio's
} tot { $each }
proof-regions-of-at-least = { $number ->
    [one] { $number } regio
   *[other] { $number } regio's
} van minstens { $each }
proof-given-regions = { $number ->
    [0] geen van de gegeven regio's kan zones hebben, want geen ervan bevat een hele eenheid,
    [one] { $number } van de gegeven regio's kan zones hebben, want ze bevat een hele eenheid,
   *[other] { $number } van de gegeven regio's kunnen zones hebben, want ze bevatten elk een hele eenheid,
} en een plan moet { $asked } met zones hebben
proof-one-unit = { $unit } heeft { $people }
proof-one-zone = { $names } liggen in elk plan in één zone, door { $reasons }: wat te klein is voor een zone, ligt bij de enige buur waarbij het kan, en samen hebben ze { $people }
proof-one-zone-apart = { $names } liggen in elk plan in één zone, door { $reasons }: wat te klein is voor een zone, ligt bij de enige andere eenheid waarbij het kan, en samen hebben ze { $people }
proof-by-pins = wensen
proof-by-mergers = besliste fusies
proof-by-sums = sommen van inwoners
proof-above-maximum = { $who }, en een zone mag er { $bounds } hebben
proof-below-minimum = { $who }, met om het even welke buur minstens { $least }, en een zone mag er { $bounds } hebben
proof-below-minimum-apart = { $who }, met om het even welke andere eenheid minstens { $least }, en een zone mag er { $bounds } hebben
proof-below-minimum-alone = { $who }, en geen buur, en een zone mag er { $bounds } hebben
proof-below-minimum-alone-apart = { $who }, en er is geen andere eenheid, en een zone mag er { $bounds } hebben
proof-in-no-region = { $units ->
    [one] { $names } ligt
   *[other] { $names } liggen
} in geen enkele regio: geen verzameling aangrenzende zones daar heeft wat regio's moeten hebben ({ $bounds } inwoners, { $zones }); elke dergelijke verzameling is opgesomd
proof-peeled = er is geen manier om van de { $units ->
    [one] { $units } eenheid
   *[other] { $units } eenheden
} één voor één zones af te nemen: elke manier is gevolgd tot sommen van inwoners of van grenzen tussen eenheden ze uitsloten
proof-each-unit-tried = er is geen manier om de { $units ->
    [one] { $units } eenheid
   *[other] { $units } eenheden
} in zones te leggen: tak na tak hebben grenzen, wensen en aaneengeslotenheid elke manier uitgesloten ({ $branches } takken in totaal)
proof-exhausted = geen enkele combinatie van de { $zones ->
    [one] { $zones } zone
   *[other] { $zones } zones
} die { $rules } toelaten, geeft elke eenheid één zone: elke tak is afgesloten ({ $branches } in totaal)
proof-exhausted-number = geen enkele combinatie van de { $zones ->
    [one] { $zones } zone
   *[other] { $zones } zones
} die { $rules } toelaten, geeft elke eenheid één zone in een plan van { $asked }: elke tak is afgesloten ({ $branches } in totaal)
proof-left-over = { $proof }; de beste poging liet { $names } over
proof-none-drawn = Niet gevonden: het is bewezen dat er geen plan met { $drawn } bestaat ({ $proof }); de regels laten ook { $others } toe, die niet geprobeerd zijn

# Wat soepeler kan, telkens één wijziging.
relax-map = herstel de fouten van de kaart die er op het terrein niet zijn
relax-bounds = verruim de grenzen
relax-bounds-of-zones = verruim de grenzen aan de inwoners van zones
relax-bounds-of-regions = verruim de grenzen aan de inwoners van regio's
relax-except-fixed-zone = maak een uitzondering voor de vaste zone
relax-fix-others = leg andere eenheden vast
relax-except-zone = maak een uitzondering voor één zone
relax-except-zone-with-unit = maak een uitzondering voor een zone met zo'n eenheid
relax-except-zone-with-units = maak een uitzondering voor een zone met deze eenheden
relax-except-region = maak een uitzondering voor een regio
relax-link-between-parts = geef een verbinding tussen de stukken aan, met de reden
relax-link-to-part = geef een verbinding aan met een naburig deel van het gebied, met de reden
relax-link-to-unit = geef een verbinding aan met een andere eenheid, met de reden
relax-cross-region = laat een zone over de grens van de regio heen gaan
relax-cross-regions = laat zones over de grenzen van regio's heen gaan
relax-waive-for-region = stel de regio vrij van de regel
relax-number-of-zones = laat een ander aantal zones toe
relax-number-of-regions = laat een ander aantal regio's toe
relax-zones-of-region = laat een ander aantal zones in een regio toe
relax-limit-on-zones = verhoog de grens aan het aantal zones
relax-the-limit = verhoog de grens aan het doel
relax-a-limit = verhoog een grens aan een doel
relax-pin = laat een wens vallen
relax-fixed-zone = laat een vaste zone weg
relax-pin-or-fixed-zone = laat een wens of een vaste zone weg
relax-groups = laat een groep over zones heen liggen, of een zone over groepen heen gaan
relax-no-region = laat zones in geen enkele regio liggen (regel zone-without-region)
relax-pieces = laat zones in verschillende stukken liggen (regel zone-in-pieces)

# Wat zonewerk why antwoordt: wat gevraagd is, en wat niet samen kan.
answer-title = Waarom: { $scenario }
answer-stopped = Onderbroken voor het einde: wat hier staat, is wat toen bekend was.
answer-possible = Er is een plan, bijvoorbeeld van { $zones }: niets waaraan solve zich houdt, staat in de weg. solve tekent het beste
answer-unknown = Niet uitgezocht: geen plan, en ook geen bewijs dat er geen is; zonewerk solve zegt wat het tegenhoudt
answer-proved = Bewezen: { $what }
answer-proved-map = Bewezen, als de kaart klopt waar ze { $faults } heeft: { $what }
answer-none-drawn = Niet gevonden: er bestaat geen plan met { $drawn } (bewezen); de regels laten ook { $others } toe, die niet geprobeerd zijn
answer-none-drawn-map = Niet gevonden: er bestaat geen plan met { $drawn } (bewezen, als de kaart klopt waar ze { $faults } heeft); de regels laten ook { $others } toe, die niet geprobeerd zijn
answer-no-plan = er is geen plan
answer-no-plan-whichever = er is geen plan, welke van de uitzonderingen ook gemaakt worden (vraag why zonder --exceptions)
answer-about = Wat volgt gaat over plannen met { $drawn }; andere plannen zijn niet geprobeerd.
conflict-heading = Wat niet samen kan
conflict-one = Dit kan niet:
conflict-irreducible = Dit kan niet samen; valt er één van weg, of één van de eenheden, dan kan het wel:
conflict-irreducible-rules = Dit kan niet samen; valt één van de regels weg, dan kan het wel:
conflict-several = Dit kan niet samen:
conflict-unsure = { $demand } (of dit nodig is, is niet uitgezocht)
conflict-every-unit = elke eenheid ligt in een zone: { $people }
conflict-one-unit = { $unit } ligt in een zone
conflict-these-units = elk van deze ligt in een zone: { $names }
conflict-units = elk van { $units } eenheden ligt in een zone: { $names }
sums-heading = De sommen
sums-units = { $units } eenheden hebben samen { $people }
sums-one-zone = { $people }: een zone heeft er minstens { $least } nodig
sums-between = { $people }: { $zones ->
    [one] een zone bevat
   *[other] { $zones } zones bevatten
} er hoogstens { $most }; { $more } zones hebben er minstens { $least } nodig
sums-alone = { $unit } kan met geen andere eenheid samengaan: ze heeft { $people }
sums-reach = { $unit } kan met geen andere eenheden samengaan dan deze, waarmee ze samen { $people } heeft: { $names }
sums-zones-with = zones die deze regels volgen, met elk van de eenheden: { $each }
sums-none = geen
demand-people = { $demand } (samen { $people })
demand-minimum = een zone heeft minstens { $people }
demand-maximum = een zone heeft hoogstens { $people }
demand-unless-excepted = { $demand }, tenzij een uitzondering anders bepaalt
demand-maximum-of-exception = een zone heeft hoogstens het aantal inwoners dat haar uitzondering toelaat
demand-number = een plan heeft { $number }
demand-fixed-zone = zone { $zone } is gegeven: { $units }
demand-merger = { $units } worden één, { $name }: dat is beslist
demand-group = geen zone doorsnijdt { $group }
demand-group-units = geen zone doorsnijdt { $group } ({ $family }): { $units }
demand-group-parts = geen zone doorsnijdt { $group } ({ $family }): { $units }, en delen van eenheden
demand-exception = { $subject }: { $bounds } inwoners, volgens { $exception }
demand-limits = elke zone ligt binnen één { $family }
demand-one-piece = elke zone ligt op de kaart in één stuk
demand-goal = grens: { $limit }
demand-a-region = een regio
demand-region-at-least = { $region } heeft minstens { $people }
demand-region-at-most = { $region } heeft hoogstens { $people }
demand-region-zones = { $region } heeft { $zones }
demand-region-contiguous = { $region } is aaneengesloten
demand-region-rule = { $region } volgt de regel { $rule }
demand-removed = { $units } zijn geen buren: { $reason }
demand-no-link = { $units } raken elkaar niet, en geen verbinding brengt ze samen
pin-line = wens: { $asked }: { $reason }
pin-together = { $units } in één zone
pin-apart = { $units } elk in een andere zone
pin-zone = zone { $zone } met { $units }
pin-zone-without = zone { $zone } met { $units }, zonder { $without }
excepted-holding = de zone met { $units }

# Uitwegen.
ways-heading = Uitwegen
ways-changes = { $changes ->
    [one] { $changes } wijziging
   *[other] { $changes } wijzigingen
}
ways-none-fewer = Er is er geen met minder dan { $changes } van deze: { $tried }. { $untried }
ways-none-in-time = Van deze is er op tijd geen gevonden: { $tried }. { $untried }
ways-fewest = Met { $changes }; met minder van deze lukt het niet: { $tried }. { $untried }
ways-fewest-unknown = Met { $changes }; of het met minder van deze lukt, is niet uitgezocht: { $tried }. { $untried }
ways-told-one = Bij deze uitweg is er een plan dat in orde bevonden is.
ways-told = Bij elk ervan is er een plan dat in orde bevonden is; die met de minste mensen buiten de grenzen komen eerst.
ways-and = { $before }; en { $change }
ways-least = { $way } (bewezen: bij deze wijzigingen volstaat minder niet)
ways-least-unknown = { $way } (of minder volstaat, is niet uitgezocht)
ways-more = en nog { $more }, in de JSON
ways-more-conflicts = Er is meer dan één conflict: dat hierboven is het eerste dat gevonden is.
ways-written-one = Zo staat die in een scenario:
ways-written = De eerste ervan, zoals die in een scenario staat:
ways-write-take-out = haal { $exception } weg
ways-write-instead = in plaats van { $exception }
ways-write-first = voor de eerste van de uitzonderingen
drop-bound = laat deze grens vallen: { $demand }
drop-number = laat { $zones } toe
drop-pin = laat de wens vallen: { $asked }: { $reason }
drop-fixed-zone = laat zone { $zone } opnieuw tekenen
drop-merger = laat zones de fusie { $merger } doorsnijden
drop-group = laat zones { $group } doorsnijden
drop-limits = laat zones over alle grenzen van { $family } heen gaan
drop-one-piece = laat zones op de kaart in stukken liggen: laat { $rule } vallen
drop-exception = verruim { $exception } voor { $subject } van { $own } naar { $wider } inwoners
drop-exception-bounds = laat de grenzen van { $exception } voor { $subject } weg, { $own } inwoners
drop-goal-to = verhoog de grens { $limit } tot { $amount }
drop-goal = laat de grens { $limit } vallen
drop-region-rule = stel regio { $region } vrij van { $rule }
drop-regions-rule = laat { $rule } vallen
drop-removed = laat { $units } buren zijn
drop-no-link = geef een verbinding aan tussen { $units }
loose-zone = maak een uitzondering voor één zone, van { $people }: { $units }
loose-zone-crossing = maak een uitzondering voor één zone die over grenzen van groepen heen gaat, van { $people }: { $units }
loose-above = { $people }, { $by } boven het maximum
loose-below = { $people }, { $by } onder het minimum
tried-exceptions = uitzonderingen voor zones tot { $percent } % buiten hun grenzen
tried-exceptions-crossing = uitzonderingen voor zones tot { $percent } % buiten hun grenzen of over grenzen van groepen heen
tried-exception = een uitzondering verruimen die nauwer is dan de gewone grenzen
tried-number = een ander aantal zones
tried-pin = een wens laten vallen
tried-fixed-zone = een gegeven zone opnieuw tekenen
tried-merger = een besliste fusie doorsnijden
tried-group = zones een groep laten doorsnijden
tried-limits = zones over de grenzen van een familie van groepen heen laten gaan
tried-one-piece = zones in verschillende stukken laten liggen
tried-goal = een grens aan een doel verhogen
tried-region = een regel over regio's laten vallen
tried-removed = eenheden verbinden waarvan is aangegeven dat ze geen buren zijn
tried-no-link = een verbinding tussen delen van de kaart die los van elkaar liggen
untried-links = Verbindingen tussen eenheden zijn niet geprobeerd.
untried-other-links = Verbindingen tussen andere eenheden zijn niet geprobeerd.

# Welke uitzonderingen een plan nodig heeft.
needs-no-exceptions = Het scenario maakt geen uitzondering, en er is een plan
needs-unknown = Niet op tijd uitgezocht: er zijn er { $fewest } of meer nodig
needs-unknown-drawn = Niet op tijd uitgezocht: plannen met { $drawn } hebben er { $fewest } of meer nodig
needs-any-plan = Elk plan
needs-any-plan-drawn = Elk plan met { $drawn }
needs-none = { $exceptions ->
    [one] Een plan heeft de ene uitzondering van het scenario niet nodig (bewezen)
   *[other] Een plan heeft geen van de { $exceptions } uitzonderingen van het scenario nodig (bewezen)
}
needs-all = { $exceptions ->
    [one] { $plan } heeft de ene uitzondering van het scenario nodig (bewezen)
   *[other] { $plan } heeft alle { $exceptions } uitzonderingen van het scenario nodig (bewezen)
}
needs-some = { $plan } heeft minstens { $needed } van de { $exceptions } uitzonderingen van het scenario nodig (bewezen)
needs-beyond = De regels laten ook { $others } toe, die niet geprobeerd zijn.
needs-narrower = Met alle uitzonderingen is geen plan gevonden van die welke getekend worden: een met nauwere grenzen zit in de weg (vraag why zonder --exceptions).
needs-sets = { $sets } kleinste verzamelingen ervan volstaan; de tabel toont de eerste.
needs-column-exception = Uitzondering
needs-column-reason = Waarvoor
needs-column-any = Elk plan
needs-column-best = Beste plan
needs-forced = altijd nodig
needs-one-of-them = een ervan
needs-without = kan zonder
needs-uses = gebruikt ze
needs-chosen = gekozen
needs-not-used = gebruikt ze niet

# Wat een wens kost.
wish-zone-of = { $unit } in de zone van { $centre }
wish-zone-of-named = { $unit } in de zone van { $centre } ({ $zone })
wish-reason = zoals gevraagd
wish-reason-of = gevraagd: { $wish }
wish-not-asked = niet gevraagd: de tijd was om
wish-impossible = onmogelijk (bewezen)
wish-impossible-map = onmogelijk (bewezen, als de kaart klopt waar ze { $faults } heeft)
wish-no-time = op tijd is geen plan gevonden, en ook geen bewijs
wish-unknown = geen plan, en ook geen bewijs, omdat { $why }
wish-possible = mogelijk
wish-free = kost niets ({ $proof })
wish-free-in-best = kost niets: zo is het in het beste plan ({ $proof })
wish-costs = kost { $sign }{ $more } ({ $proof }), { $goal } { $new } in plaats van { $old }
wish-costs-later = kost niets in { $earlier }, en { $sign }{ $more } ({ $proof }), { $goal } { $new } in plaats van { $old }
wish-moves = { $price }; { $units ->
    [one] { $units } eenheid met { $people } ligt in een andere zone
   *[other] { $units } eenheden met { $people } liggen in andere zones
}
wish-best = { $wishes ->
    [one] Zonder deze wens
   *[other] Zonder deze wensen
}: { $goals }, bewezen het beste.
wish-best-open = { $wishes ->
    [one] Zonder deze wens
   *[other] Zonder deze wensen
}: { $goals }, niet bewezen het beste.
wish-column-without = Zonder
wish-column-with = Met

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
impossible-why = Waarom: { $why }.
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
page-column-region = Regio
page-column-bounds = Toegelaten inwoners
page-column-deviation = Van het ideaal
page-column-findings = Bevindingen ({ $profile })
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
}; zones zijn zo aan elkaar gekoppeld dat de meeste inwoners bij de hunne blijven
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
