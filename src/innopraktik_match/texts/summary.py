"""The words of summaries on the screen."""

from __future__ import annotations

WORDS: dict[str, dict[str, str]] = {
    "da": {
        "of": "{value} af {whole}",
        "gap": "højst {gap:.2%} fra det bedste (grænse {bound})",
        "no_bound": "ingen grænse er bevist",
        "proven": "bevist bedst",
        "aims": "Mål i rækkefølge",
        "seconds": "Regnetid: {seconds} sekunder",
        "by_time": "Stoppet, da tiden var gået.",
        "by_memory": "Stoppet, da hukommelsen var brugt: --memory-limit eller en større maskine giver mere.",
        "by_interruption": "Afbrudt undervejs.",
        "unplaced": "Uden besøg ({count}): {ids}",
        "why": "Hvorfor: {lines}",
        "why_rule": "{promise} ({count})",
        "why_full": "værter, der passer, er optaget ({count})",
        "why_outbid": "ledige pladser kan kun bruges ved at bryde en regel eller forringe et mål ({count})",
        "why_no_host": "runden har ingen værter ({count})",
        "impossible": "Krav, der ikke alle kan opfyldes (der mangler mindst {short}):",
        "demand": "kræves: {rule} {key}",
        "limit": "begrænses af: {rule} {key}",
        "legal": "Planen overholder alle faste regler.",
        "illegal": "Planen bryder {count} faste regler:",
        "by_rule": "Point efter regel",
        "holds": "Planen er det, den siger: lovlig og regnet rigtigt.",
        "holds_proven": "Beviset holder: ingen plan når målene bedre.",
        "holds_impossible": "Beviset holder: ingen plan overholder alle faste regler.",
        "holds_bounds": "Grænserne holder, men planen er ikke bevist bedst.",
        "holds_unproven": "Planen har intet bevis, så det vides ikke, om den er den bedste.",
        "fails": "Planen er ikke, hvad den siger ({count}):",
        "rescore": "Har I selv ændret planen, så regn den om med »innopraktik-match score«.",
        "unvouched": "Ikke efterprøvet: {words}.",
    },
    "en": {
        "of": "{value} of {whole}",
        "gap": "at most {gap:.2%} from the best (bound {bound})",
        "no_bound": "no bound is proven",
        "proven": "proven best",
        "aims": "Aims in order",
        "seconds": "Time: {seconds} seconds",
        "by_time": "Stopped when the time was up.",
        "by_memory": "Stopped when the memory was used up: --memory-limit or a larger machine gives more.",
        "by_interruption": "Interrupted on the way.",
        "unplaced": "Without a visit ({count}): {ids}",
        "why": "Why: {lines}",
        "why_rule": "{promise} ({count})",
        "why_full": "the hosts that suit are taken ({count})",
        "why_outbid": "free places would break a rule or cost an aim ({count})",
        "why_no_host": "the round has no hosts ({count})",
        "impossible": "Demands that cannot all be met (at least {short} short):",
        "demand": "demanded: {rule} {key}",
        "limit": "limited by: {rule} {key}",
        "legal": "The plan keeps every hard rule.",
        "illegal": "The plan breaks {count} hard rules:",
        "by_rule": "Points by rule",
        "holds": "The plan is what it says: legal and counted right.",
        "holds_proven": "The proof holds: no plan reaches the aims better.",
        "holds_impossible": "The proof holds: no plan keeps every hard rule.",
        "holds_bounds": "The bounds hold, but the plan is not proven best.",
        "holds_unproven": "The plan has no proof, so nothing is said about whether it is the best.",
        "fails": "The plan is not what it says ({count}):",
        "rescore": "If you have changed the plan yourselves, measure it with 'innopraktik-match score'.",
        "unvouched": "Not verified: {words}.",
    },
}

CLAIMS: dict[str, tuple[str, str]] = {
    "legal": ("Ingen lovlig plan", "No legal plan"),
    "lottery": ("Lodtrækningen", "The lottery"),
}
"""What a proof may be about beside the aims."""

UNVOUCHED: dict[str, tuple[str, str]] = {
    "seconds": ("regnetiden", "the time it took"),
    "version": ("versionen", "the version"),
    "signature": ("hvem der har underskrevet (brug --signed-by)", "who signed it (use --signed-by)"),
    "stopped_by": ("hvorfor der blev stoppet", "why it was stopped"),
    "solver": (
        "at søgningen ikke fandt noget bedre (løserens ord)",
        "that the search found nothing better (the solver's word)",
    ),
    "lottery": (
        "lodtrækningen (en anden plan, der er lige så god, kunne være valgt)",
        "the lottery (another plan as good could have been chosen)",
    ),
    "sheets": ("ark, der ikke er planens", "sheets that are not the plan's"),
}
"""What a plan says, or leaves unsaid, that the checker cannot count again."""

FAULTS: dict[str, tuple[str, str]] = {
    "cell_differs": (
        "Arket {sheet}, celle {cell}, er ændret, efter at planen blev skrevet.",
        "Sheet {sheet}, cell {cell} was changed after the plan was written.",
    ),
    "unknown_host": (
        "Besøg {visit}: værten {host} er ikke i runden.",
        "Visit {visit}: the round has no host {host}.",
    ),
    "unknown_intern": (
        "Besøg {visit}: praktikanten {intern} er ikke i runden.",
        "Visit {visit}: the round has no intern {intern}.",
    ),
    "unknown_twice": (
        "Besøg {visit} nævner den samme praktikant to gange.",
        "Visit {visit} names the same intern twice.",
    ),
    "other_round": (
        "Planen er lavet til en anden runde, eller runden er ændret siden.",
        "The plan was made for another round, or the round has changed since.",
    ),
    "other_version": (
        "Projektmappen er skrevet af version {stated}, og dette er {counted}: cellerne kan være anderledes "
        "alene af den grund. Kontrollér planens .json i stedet.",
        "The workbook was written by version {stated}, and this is {counted}: cells may differ for that "
        "reason alone. Verify the plan's .json instead.",
    ),
    "edited": ("Planen er ændret, efter at den blev lavet.", "The plan was changed after it was made."),
    "visit_points_differ": (
        "Besøg {visit}: planen siger {stated} point, men der er {counted}.",
        "Visit {visit}: the plan says {stated} points, there are {counted}.",
    ),
    "points_by_rule_differ": (
        "Point efter regel er regnet forkert.",
        "The points by rule are counted wrong.",
    ),
    "aim_value_differs": (
        "{aim}: planen siger {stated}, men det er {counted}.",
        "{aim}: the plan says {stated}, it is {counted}.",
    ),
    "proven_differs": (
        "{aim}: »bevist« passer ikke med grænsen.",
        "{aim}: 'proven' does not agree with the bound.",
    ),
    "aims_differ": ("Målene er ikke rundens.", "The aims are not those of the round."),
    "unplaced_differs": (
        "Listen over dem uden besøg passer ikke.",
        "The list of those without a visit is wrong.",
    ),
    "no_slot": (
        "Besøg {visit} ligger i en uge eller har en længde, som runden ikke har.",
        "Visit {visit} is in a week, or of a length, that the round does not have.",
    ),
    "status_differs": (
        "Planens status er »{stated}«, men det er ikke det, den indeholder.",
        "The plan's status is '{stated}', which is not what it holds.",
    ),
    "visit_status_differs": (
        "Besøg {visit}: planen siger »{stated}«, men efter runden er det »{counted}«.",
        "Visit {visit}: the plan says '{stated}', by the round it is '{counted}'.",
    ),
    "reasons_differ": (
        "Grundene til, at {intern} ikke har et besøg, passer ikke.",
        "The reasons why {intern} has no visit are wrong.",
    ),
    "impossible_differs": (
        "Det, der ikke kan lade sig gøre, er angivet forkert.",
        "What cannot be done is stated wrong.",
    ),
    "unused_hosts_differ": (
        "Listen over værter uden besøg passer ikke.",
        "The list of hosts without a visit is wrong.",
    ),
    "optimal_unproven": (
        "Planen kalder sig bevist bedst uden bevis for hvert mål.",
        "The plan calls itself proven best without proof for every aim.",
    ),
    "lottery_differs": (
        "Lodtrækningen skal efter planen være {stated}, men er {counted}.",
        "The lottery says {stated}, it is {counted}.",
    ),
    "signature_differs": (
        "Planen er ikke underskrevet med nøglen {file}.",
        "The plan was not signed with the key {file}.",
    ),
    "seed_differs": (
        "Planen siger, at lodtrækningen har et andet tal end rundens, {counted}.",
        "The plan gives the lottery another seed than the round's, {counted}.",
    ),
    "proof_missing": ("{aim}: beviset mangler.", "{aim}: the proof is missing."),
    "proof_kind_differs": (
        "{aim}: planen siger bevist {stated}, men beviset er {counted}.",
        "{aim}: the proof is said to be {stated}, it is {counted}.",
    ),
    "bound_differs": (
        "{aim}: planen siger grænsen {stated}, men beviset giver {counted}.",
        "{aim}: the bound is said to be {stated}, the proof gives {counted}.",
    ),
    "price_invalid": (
        "{aim}: prisen i beviset på »{row}« er ikke gyldig.",
        "{aim}: the proof's price of '{row}' is not valid.",
    ),
    "scaled_bound_differs": (
        "{aim}: planen siger, at priserne giver {stated}, men de giver {counted}.",
        "{aim}: the prices are said to give {stated}, they give {counted}.",
    ),
    "listed_differs": (
        "{aim}: planen siger, at {stated} besøg er tæt nok på, men der er {counted}.",
        "{aim}: {stated} visits are said to be near enough, there are {counted}.",
    ),
}
"""What the checker can find, by code."""
