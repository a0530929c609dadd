"""The words of summaries on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from innopraktik_match.domain.language import Lang

WORDS: dict[Lang, dict[str, str]] = {
    "da": {
        "of": "{value} af {whole}",
        "no_bound": "ingen grænse er bevist",
        "proven": "bevist bedst",
        "bound": "{nearness} (grænse {bound})",
        "aims": "Mål i rækkefølge",
        "timed": "regnetid {seconds} sekunder",
        "by_time": "Stoppet, da tiden var gået.",
        "by_memory": "Stoppet, da hukommelsen var brugt: --memory-limit eller en større computer giver mere.",
        "by_interruption": "Afbrudt undervejs.",
        "unplaced": "Uden besøg ({count}): {names}",
        "why": "Grundene (den samme praktikant kan have flere):",
        "why_rule": "{count} – værter er udelukket: {away}",
        "why_full": "{count} – værter, der passer, er fyldt op",
        "why_outbid": "{count} – ledig plads kan ikke bruges uden at bryde en regel eller gå ud over et mål",
        "why_too_few": "{count} – ledig plads hos værter, der vil have flere på én gang, end der kan komme",
        "minimum": "{host} vil have mindst {least}",
        "why_unused": "{count} – der er ledig plads, som planen ikke bruger",
        "why_no_host": "{count} – runden har ingen værter",
        "impossible": "Disse krav kan ikke alle opfyldes (der mangler mindst {short}):",
        "demand": "krav: {rule}{whom}",
        "limit": "grænse: {rule}{whom}",
        "week": "uge {week}",
        "at": "{interns} hos {host}",
        "and": "{first} og {last}",
        "quota": "kvote nr. {number}",
        "legal": "Planen følger alle faste regler.",
        "accepted": "Jeres egne beslutninger, som regler viger for ({count}):",
        "illegal": "Planen bryder {breaches}:",
        "by_rule": "Point efter regel",
        "holds": "Planen er i orden: Den følger alle faste regler, og tallene stemmer.",
        "holds_proven": "Beviset holder: Ingen anden plan er bedre efter jeres mål.",
        "holds_impossible": "Beviset holder: Ingen plan kan følge alle faste regler.",
        "holds_bounds": "Grænserne holder, men det er ikke bevist, at planen er den bedste.",
        "holds_unproven": "Planen har intet bevis, så det vides ikke, om den er den bedste.",
        "fails": "Planen stemmer ikke ({faults}):",
        "rescore": "Har I selv ændret planen, så mål den med »innopraktik-match score«.",
        "unvouched": "Ikke efterprøvet: {words}.",
    },
    "en": {
        "of": "{value} of {whole}",
        "no_bound": "no bound is proven",
        "proven": "proven best",
        "bound": "{nearness} (bound {bound})",
        "aims": "Aims in order",
        "timed": "it took {seconds} seconds",
        "by_time": "Stopped when the time was up.",
        "by_memory": "Stopped when the memory was used up: --memory-limit or a larger computer gives more.",
        "by_interruption": "Interrupted on the way.",
        "unplaced": "Without a visit ({count}): {names}",
        "why": "The reasons (one intern may have several):",
        "why_rule": "{count} – hosts are ruled out: {away}",
        "why_full": "{count} – the hosts that suit are full",
        "why_too_few": "{count} – free places at hosts that want more at once than can come",
        "why_outbid": "{count} – free places cannot be used without breaking a rule or doing worse on an aim",
        "minimum": "{host} wants at least {least}",
        "why_unused": "{count} – there are free places that the plan does not use",
        "why_no_host": "{count} – the round has no hosts",
        "impossible": "These demands cannot all be met (at least {short} short):",
        "demand": "demand: {rule}{whom}",
        "limit": "limit: {rule}{whom}",
        "week": "week {week}",
        "at": "{interns} at {host}",
        "and": "{first} and {last}",
        "quota": "quota no. {number}",
        "legal": "The plan keeps every hard rule.",
        "accepted": "Your own decisions, to which rules give way ({count}):",
        "illegal": "The plan breaks {breaches}:",
        "by_rule": "Points by rule",
        "holds": "The plan is valid: it keeps every hard rule, and its figures are correct.",
        "holds_proven": "The proof holds: no other plan does better on your aims.",
        "holds_impossible": "The proof holds: no plan can keep every hard rule.",
        "holds_bounds": "The bounds hold, but it is not proven that the plan is the best.",
        "holds_unproven": "The plan has no proof, so it is not known whether it is the best.",
        "fails": "The plan is not correct ({faults}):",
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
    "made": ("hvornår planen blev lavet", "when it was made"),
    "signature": ("hvem der har underskrevet planen (brug --signed-by)", "who signed it (use --signed-by)"),
    "ancestor": ("hvilken plan der gik forud", "which plan came before"),
    "trade": ("hvad flere ændringer ville give", "what further changes would buy"),
    "stopped_by": ("hvorfor der blev stoppet", "why it was stopped"),
    "solver": (
        "at søgningen ikke overså noget bedre (det siger løseren)",
        "that the search missed nothing better (the solver says so)",
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
        "The points by rule are wrong.",
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
        "Besøg {visit} har en uge eller et antal dage, som runden ikke har.",
        "Visit {visit} has a week or a number of days that the round does not have.",
    ),
    "status_differs": (
        "Planens status er »{stated}«, men det er ikke det, den indeholder.",
        "The plan's status is '{stated}', which is not what it holds.",
    ),
    "changes_differ": (
        "Det, planen siger, er ændret for {intern}, passer ikke.",
        "What the plan says has changed for {intern} is not so.",
    ),
    "changes_unfounded": (
        "Planen nævner ændringer, men ikke den plan, der gik forud.",
        "The plan tells of changes, but not of the plan that came before.",
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
        "Planen angiver forkert, hvad der ikke kan lade sig gøre.",
        "The plan is wrong about what cannot be done.",
    ),
    "unused_hosts_differ": (
        "Listen over værter uden besøg passer ikke.",
        "The list of hosts without a visit is wrong.",
    ),
    "optimal_unproven": (
        "Planen kaldes bevist bedst, men har ikke et bevis for hvert mål.",
        "The plan is called proven best, but lacks a proof for some aim.",
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
        "Tallet til lodtrækningen er et andet i planen end i runden, {counted}.",
        "The plan has another number for the lottery than the round, {counted}.",
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

TEAM: dict[Lang, str] = {
    "da": "Hold »{name}«: {placed} af {members} placeret hos {hosts} værter, første ønske {first}. {at}",
    "en": 'Team "{name}": {placed} of {members} placed at {hosts} hosts, first wish {first}. {at}',
}
"""A team that is spread over several hosts."""
