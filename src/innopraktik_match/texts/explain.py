"""The words of explanations: why, why not, and what must give."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from innopraktik_match.domain.language import Lang

WORDS: dict[Lang, dict[str, str]] = {
    "da": {
        "visit": "{intern} er hos {host}",
        "visit_why": "{intern} er hos {host}: {rules}",
        "forbidden": "{intern} kan ikke besøge {host}: {rules}",
        "cannot": "{intern} kan ikke besøge {host}, uden at en fast regel brydes: {rules}",
        "allowed": "{intern} kan besøge {host} i en anden plan: {aims}",
        "allowed_free": "{intern} kan besøge {host} i en anden plan, der er lige så god",
        "allowed_unknown": "{intern} kan besøge {host}, men der blev ikke fundet en plan inden for tiden",
        "rules_of_pair": "For {intern} hos {host} tæller: {rules}",
        "not_placed": "{intern} har intet besøg",
        "ruled_out": "Udelukket: {rules}",
        "hosts_of_rule": "{hosts} ({why})",
        "enough": "Hver af disse ændringer er nok alene: {changes}",
        "nothing_enough": "Ingen enkelt ændring, der er prøvet, er nok",
        "next": "En anden plan, den bedste efter dem før: {aims}",
        "next_free": "En anden plan, der er lige så god",
        "share": "{interns} skal deles om {places} hos {hosts}",
        "cut_short": "Søgningen blev stoppet, før alle ændringer var prøvet",
        "impossible": "Ingen plan kan følge alle faste regler",
        "against": "Disse regler kan ikke alle overholdes (der mangler mindst {short}): {rules}",
        "binds": "{change}: Planen bliver bedre – {aims}",
        "breaks": "{rule} (bryder reglen)",
        "unmet": "et kriterium er ikke opfyldt ({criterion})",
        "unmet_times": "et kriterium er ikke opfyldt {times} gange ({criterion})",
        "priced": "{rule} ({points})",
        "costs": "det koster {points} (i alt {then} i stedet for {now})",
        "saves": "det sparer {points} (i alt {then} i stedet for {now})",
        "aim": "{aim} fra {now} til {then}",
        "unproven": "{aim} (ikke bevist bedst)",
        "moves": "Følgen er: {moves}",
        "move": "{intern} flytter fra {origin} til {target}",
        "stay": "{intern} bliver hos {origin}, nu {target}",
        "seated": "{intern} kommer til {target}",
        "unseated": "{intern} mister besøget hos {origin}",
        "more": "og {count} til",
        "at": "{host} ({when})",
        "week": "uge {week}",
    },
    "en": {
        "visit": "{intern} is at {host}",
        "visit_why": "{intern} is at {host}: {rules}",
        "forbidden": "{intern} cannot visit {host}: {rules}",
        "cannot": "{intern} cannot visit {host} unless a hard rule is broken: {rules}",
        "allowed": "{intern} can visit {host} in another plan: {aims}",
        "allowed_free": "{intern} can visit {host} in another plan that is just as good",
        "allowed_unknown": "{intern} can visit {host}, but no plan was found in time",
        "rules_of_pair": "For {intern} at {host} these count: {rules}",
        "not_placed": "{intern} has no visit",
        "ruled_out": "Ruled out: {rules}",
        "hosts_of_rule": "{hosts} ({why})",
        "enough": "Each of these changes is enough alone: {changes}",
        "nothing_enough": "No single change that was tried is enough",
        "next": "Another plan, the best after those before: {aims}",
        "next_free": "Another plan that is just as good",
        "share": "{interns} share {places} at {hosts}",
        "cut_short": "The search was stopped before every change had been tried",
        "impossible": "No plan can keep every hard rule",
        "against": "These rules cannot all be kept (at least {short} short): {rules}",
        "binds": "{change}: the plan becomes better – {aims}",
        "breaks": "{rule} (breaks the rule)",
        "unmet": "a criterion is not met ({criterion})",
        "unmet_times": "a criterion is not met {times} times ({criterion})",
        "priced": "{rule} ({points})",
        "costs": "it costs {points} ({then} in all instead of {now})",
        "saves": "it saves {points} ({then} in all instead of {now})",
        "aim": "{aim} from {now} to {then}",
        "unproven": "{aim} (not proven best)",
        "moves": "As a result: {moves}",
        "move": "{intern} moves from {origin} to {target}",
        "stay": "{intern} stays at {origin}, now {target}",
        "seated": "{intern} gets a visit at {target}",
        "unseated": "{intern} loses the visit at {origin}",
        "more": "and {count} more",
        "at": "{host} ({when})",
        "week": "week {week}",
    },
}

MEASURED: dict[str, tuple[str, str]] = {
    "travel": ("der er {amount} km", "it is {amount} km away"),
    "intern_wishes": ("praktikantens ønske nr. {amount}", "the intern's wish no. {amount}"),
    "host_wishes": ("værtens ønske nr. {amount}", "the host's wish no. {amount}"),
    "pair_points": ("koordinatorens egne point", "the coordinator's own points"),
}
"""What a rule measures where it is kept; elsewhere its message says it."""

CHANGES: dict[str, tuple[str, str]] = {
    "pair_together": ("{intern} hos {host}", "{intern} at {host}"),
    "pair_apart": ("{intern} ikke hos {host}", "{intern} not at {host}"),
    "fix": ("{interns} fast hos {host}", "{interns} fixed at {host}"),
    "one_more_place": (
        "én praktikant mere ad gangen hos {host}",
        "one more intern at a time at {host}",
    ),
    "one_place_fewer": (
        "én praktikant færre ad gangen hos {host}",
        "one intern fewer at a time at {host}",
    ),
    "one_more_visit": ("ét besøg mere hos {host}", "one more visit at {host}"),
    "one_visit_fewer": ("ét besøg færre hos {host}", "one visit fewer at {host}"),
    "one_more_week": ("også {week} for {who}", "{week} too for {who}"),
    "days": ("{days} for {who}", "{days} for {who}"),
    "max_km": ("højst {to} km for {intern}", "at most {to} km for {intern}"),
    "any_km": ("ingen grænse for, hvor langt {intern} rejser", "no limit to how far {intern} travels"),
    "without": ("uden {who}", "without {who}"),
    "without_lock": (
        "aftalen mellem {intern} og {host} ophæves",
        "the agreement between {intern} and {host} is dropped",
    ),
    "rule_mode": ("reglen »{rule}« bliver {mode}", "the rule '{rule}' becomes {mode}"),
}
"""A change in a few words."""

KINDS: dict[str, tuple[str, str]] = {
    "visit": ("Hvorfor dette besøg", "Why this visit"),
    "not_this_host": ("Hvorfor ikke denne vært", "Why not this host"),
    "not_placed": ("Hvorfor intet besøg", "Why no visit"),
    "impossible": ("Hvorfor ingen plan", "Why no plan"),
    "binds": ("Hvad binder", "What binds"),
    "alternative": ("En anden mulighed", "Another possibility"),
}
"""What an explanation is about."""

SAID: dict[bool | str, tuple[str, str]] = {
    True: ("ja", "yes"),
    False: ("nej", "no"),
    "now": ("nu", "now"),
    "then": ("så", "then"),
}
