"""The words of the plan's workbook."""

from __future__ import annotations

SHEETS: dict[str, tuple[str, str]] = {
    "overview": ("Overblik", "Overview"),
    "plan": ("Plan", "Plan"),
    "hosts": ("Pr. vært", "Per host"),
    "changes": ("Ændringer", "Changes"),
    "trade": ("Flere ændringer", "More changes"),
    "unplaced": ("Ikke placeret", "Not placed"),
    "reserves": ("Reserver", "Reserves"),
    "free": ("Ledige pladser", "Free places"),
    "why": ("Hvorfor", "Why"),
    "binds": ("Hvad binder", "What binds"),
    "warnings": ("Advarsler", "Warnings"),
    "rules": ("Regler", "Rules"),
    "totals": ("Mål og regler", "Aims and rules"),
    "people": ("Praktikanter", "Interns"),
    "trace": ("Om planen", "About the plan"),
    "proof": ("Bevis", "Proof"),
}

TITLES: dict[str, tuple[str, str]] = {
    "overview": ("Forslag til plan", "Proposed plan"),
    "plan": ("Planen, praktikant for praktikant", "The plan, intern by intern"),
    "hosts": ("Planen, vært for vært", "The plan, host by host"),
    "changes": ("Ændringer siden sidste plan", "Changes since the last plan"),
    "trade": ("Hvad flere ændringer ville give", "What further changes would buy"),
    "unplaced": ("Venteliste: praktikanter uden besøg", "Waiting list: interns without a visit"),
    "reserves": ("Hvem kan træde til", "Who can step in"),
    "totals": ("To planer, mål for mål", "Two plans, aim by aim"),
    "people": ("Hvem vinder, taber og flytter", "Who gains, loses and moves"),
    "free": ("Ledige pladser hos værterne", "Free places at the hosts"),
    "why": ("Hvorfor – og hvorfor ikke", "Why – and why not"),
    "binds": ("De grænser, der koster mest", "The limits that cost most"),
    "warnings": ("Se på dette, før planen deles ud", "Look at this before handing out the plan"),
    "rules": ("Reglerne, og hvad hver af dem gjorde", "The rules, and what each of them did"),
    "trace": ("Det, der skal til for at lave planen igen", "What it takes to make the plan again"),
    "proof": ("Planens bevis", "The proof of the plan"),
}

LINES: dict[str, tuple[str, str]] = {
    "why": (
        "Tallene er planens værdier nu, og hvis ændringen blev lavet.",
        "The figures are the values of the plan now, and if the change were made.",
    ),
    "binds": (
        "Tallene er planens værdier nu, og uden grænsen.",
        "The figures are the values of the plan now, and without the limit.",
    ),
    "plan": (
        "Et forslag: Aftal det med leder og vært. Skriv, hvor langt I er, i kolonnen Status. Flere "
        "kolonner ligger foldet sammen til højre: Tryk på + over dem.",
        "A proposal: agree it with the manager and the host. Note in the column Status how far you are. "
        "More columns are folded away on the right: press the + above them.",
    ),
    "hosts": (
        "Hver vært med sine egne praktikanter, og hvordan de får fat i hinanden.",
        "Each host with its own interns, and how they reach each other.",
    ),
    "changes": (
        "Ring til praktikanten, til værten før og til værten nu. Alle andre beholder vært, uge og længde.",
        "Ring the intern, the host before and the host now. Everybody else keeps host, week and length.",
    ),
    "unplaced": (
        "Grundene er fundet i den færdige plan. »innopraktik-match explain --unplaced« regner ud, hvad der "
        "er nok til at give den enkelte et besøg.",
        "The reasons were found in the finished plan. 'innopraktik-match explain --unplaced' works out what "
        "is enough to give each of them a visit.",
    ),
    "reserves": (
        "Den bedste først. Alle er prøvet: De kan træde til, uden at andre flytter.",
        "The best first. Each was tried: they can step in while nobody else moves.",
    ),
    "free": (
        "Plads i besøg, der er planlagt, og hele besøg, som ingen har fået.",
        "Room in planned visits, and whole visits that nobody got.",
    ),
    "warnings": (
        "Planen følger alle faste regler. Dette er det, som et menneske bør se på.",
        "The plan keeps every hard rule. This is what a person should look at.",
    ),
    "rules": (
        "En fast regel brydes aldrig. En blød regel koster point, hvor den ikke kan følges. Jo færre point, "
        "jo bedre.",
        "A hard rule is never broken. A soft rule costs points where it cannot be kept. The fewer points, "
        "the better.",
    ),
    "proof": (
        "Herunder står planen og dens bevis, pakket (JSON, zlib, base64). »innopraktik-match "
        "verify« læser det og regner efter. Hvis en celle ændres, gælder beviset ikke længere.",
        "Below are the plan and its proof, packed (JSON, zlib, base64). 'innopraktik-match verify' "
        "reads it and adds it up again. If a cell is changed, the proof no longer applies.",
    ),
}

NOTHING: dict[str, tuple[str, str]] = {
    "unplaced": ("Alle praktikanter har fået et besøg.", "Every intern has a visit."),
    "free": ("Alle pladser er i brug.", "Every place is in use."),
    "warnings": ("Der er ingen advarsler.", "There are no warnings."),
    "changes": ("Intet er ændret.", "Nothing has changed."),
    "": ("Ingen.", "None."),
}
"""The line of a sheet on which there is nothing."""

WITHIN: dict[str, tuple[str, str]] = {
    "plan": ("hvem der skal hvorhen, og hvornår", "who goes where, and when"),
    "hosts": ("hvem hver vært får, med kontakt", "whom each host gets, with contact"),
    "changes": ("hvad der er flyttet siden sidste plan", "what has moved since the last plan"),
    "why": ("hvorfor, og hvorfor ikke", "why, and why not"),
    "binds": ("hvilke grænser der koster mest", "which limits cost most"),
    "unplaced": (
        "hvem der ikke har fået et besøg, hvorfor, og hvad der kan hjælpe",
        "who has no visit, why, and what can help",
    ),
    "trade": ("hvad det ville give at flytte flere", "what it would buy to move more people"),
    "reserves": ("hvem der kan træde til, hvis nogen falder fra", "who can step in where somebody drops out"),
    "free": ("hvor der stadig er plads", "where there is still room"),
    "warnings": ("hvad I bør se på først", "what to look at first"),
    "rules": ("hver regel, og hvad den gjorde", "each rule, and what it did"),
}
"""What each sheet is for, as the overview tells it."""

OVERVIEW: dict[str, tuple[str, str]] = {
    "result": (
        "{placed} af {interns} praktikanter har fået besøg, hos {hosts_used} af {hosts} værter.",
        "{placed} of {interns} interns have a visit, at {hosts_used} of {hosts} hosts.",
    ),
    "bare": ("Planen har {visits} besøg.", "The plan has {visits} visits."),
    "first": (
        "{first} af de {wished}, der havde ønsker, fik deres første.",
        "{first} of the {wished} who had wishes got their first.",
    ),
    "how": ("Hvorfor kan I stole på det?", "Why can you rely on it?"),
    "proven": (
        "{aim}: {value}. Bedre kan det ikke blive – det er bevist.",
        "{aim}: {value}. It cannot be better – that is proven.",
    ),
    "near": ("{aim}: {value}. Det er {nearness}.", "{aim}: {value}. That is {nearness}."),
    "unknown": (
        "{aim}: {value}. Hvor godt det kan blive, er ikke bevist.",
        "{aim}: {value}. How good it could be is not proven.",
    ),
    "prices": (
        "Bevis ved priser: Hver praktikant og hver plads har en pris. Intet muligt besøg er mere værd end "
        "priserne på dem, der er med, så ingen plan er mere værd end alle priser tilsammen. Priserne følger "
        "med, og enhver kan lægge dem sammen.",
        "Proof by prices: every intern and every place has a price. No possible visit is worth more than "
        "the prices of those in it, so no plan is worth more than all prices together. The prices come "
        "along, and anybody can add them up.",
    ),
    "search": (
        "Bevis ved søgning: Alle besøg, som en bedre plan kunne bestå af, er skrevet op, og et program har "
        "prøvet alle valg blandt dem.",
        "Proof by search: every visit that a better plan could hold was listed, and a solver has tried all "
        "choices among them.",
    ),
    "verify": (
        "Regn selv efter: »innopraktik-match verify« med denne fil og tilmeldingerne. Beviset ligger i et "
        "skjult ark (højreklik på et faneblad, vælg Vis).",
        "Check it yourself: 'innopraktik-match verify' with this file and the sign-ups. The proof lies in a "
        "hidden sheet (right-click a tab, choose Unhide).",
    ),
    "figures": ("Nøgletal", "Key figures"),
    "aims": ("Målene i rækkefølge", "The aims in order"),
    "sectors": ("Fra sektor til sektor", "From sector to sector"),
    "basis": ("Det bygger planen på", "What the plan rests on"),
    "sheets": ("I denne projektmappe", "In this workbook"),
    "wishes_chart": ("Hvilket ønske fik de?", "Which wish did they get?"),
    "sectors_chart": (
        "Praktikanter fra hver sektor, efter værtens sektor",
        "Interns of each sector, by the host's sector",
    ),
    "alt": (
        "Diagram: {title} Tallene står i tabellen ved siden af.",
        "Chart: {title} The figures are in the table beside it.",
    ),
}

DID: dict[str, tuple[str, str]] = {
    "off": ("Er slået fra.", "Is switched off."),
    "kept": ("Er fulgt overalt.", "Is kept everywhere."),
    "broken": ("Er brudt i planen, antal: {count}.", "Is broken in the plan, times: {count}."),
    "away": (
        "Udelukkede {count} af {pairs} par af praktikant og vært.",
        "Ruled out {count} of {pairs} pairs of intern and host.",
    ),
    "free": ("Kostede ingen point.", "Cost no points."),
    "cost": ("Kostede {points}, fordelt på {count}.", "Cost {points}, in {count}."),
}
"""What a rule did to a plan."""

WARNED: dict[str, tuple[tuple[str, str], tuple[str, str]]] = {
    "unproven": (
        ("Det er ikke bevist, at planen er den bedste.", "The plan is not proven to be the best."),
        (
            "Giv mere tid: kør »solve« igen uden --time-limit.",
            "Allow more time: run 'solve' without --time-limit.",
        ),
    ),
    "called_off": (
        ("Besøget er afslået eller trukket.", "The visit is declined or withdrawn."),
        (
            "Kør »replan« med denne fil, så får de andre en ny plan.",
            "Run 'replan' with this file, and the others get a new plan.",
        ),
    ),
    "no_address": (
        ("Uden én gyldig e-mailadresse.", "Without one valid e-mail address."),
        ("Skriv adressen i tilmeldingerne.", "Write the address in the sign-ups."),
    ),
    "few_days": (
        (
            "Ugen har færre arbejdsdage, end besøget varer, på grund af helligdage.",
            "The week has fewer working days than the visit lasts, because of public holidays.",
        ),
        ("Aftal dagene med værten.", "Agree the days with the host."),
    ),
}
"""What a person should look at in a plan, and what to do."""

IN_CELL = ("… forkortet", "… shortened")
TABLE_NAME = ("Tabel_{}", "Table_{}")
