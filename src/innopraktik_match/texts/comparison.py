"""What is said when plans are compared, and when places are listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from innopraktik_match.domain.language import Lang

WORDS: dict[Lang, dict[str, str]] = {
    "da": {
        "aims": "Mål (den ene, den anden):",
        "rules": "Point efter regel:",
        "gain": "Vinder: {count}",
        "lose": "Taber: {count}",
        "move": "Flytter: {count}",
        "same": "Planerne er ens.",
        "illegal_before": "Den ene plan bryder faste regler.",
        "illegal_after": "Den anden plan bryder faste regler.",
        "shift": "{intern}: {before} → {after}, point {points_before} → {points_after}",
        "move_line": "{intern}: {before} → {after}",
        "choices": "Muligheder, de bedste først: {count}",
        "no_choice": "Der er ingen pladser, som følger alle faste regler, når ingen andre flytter.",
        "choice": "{number}. {interns}: {spot}{with_whom}",
        "with": ", sammen med {names}",
        "effect": "{aim}: {now} → {then}",
        "no_effect": "ændrer ingen mål",
        "moves": "flytter: {intern}: {before} → {after}",
        "more_choices": "… og {count} til (--json viser dem alle)",
    },
    "en": {
        "aims": "Aims (the one, the other):",
        "rules": "Points by rule:",
        "gain": "Gain: {count}",
        "lose": "Lose: {count}",
        "move": "Move: {count}",
        "same": "The plans are alike.",
        "illegal_before": "The one plan breaks hard rules.",
        "illegal_after": "The other plan breaks hard rules.",
        "shift": "{intern}: {before} → {after}, points {points_before} → {points_after}",
        "move_line": "{intern}: {before} → {after}",
        "choices": "Choices, the best first: {count}",
        "no_choice": "No place keeps every hard rule while nobody else moves.",
        "choice": "{number}. {interns}: {spot}{with_whom}",
        "with": ", together with {names}",
        "effect": "{aim}: {now} → {then}",
        "no_effect": "changes no aim",
        "moves": "moves: {intern}: {before} → {after}",
        "more_choices": "… and {count} more (--json has them all)",
    },
}

HEADERS: dict[Lang, dict[str, tuple[str, ...]]] = {
    "da": {
        "totals": ("Mål og regler", "Den ene plan", "Den anden plan", "Forskel"),
        "people": (
            "Praktikant",
            "Vinder eller taber",
            "Den ene plan",
            "Den anden plan",
            "Point i den ene",
            "Point i den anden",
        ),
    },
    "en": {
        "totals": ("Aims and rules", "The one plan", "The other plan", "Difference"),
        "people": (
            "Intern",
            "Gains or loses",
            "The one plan",
            "The other plan",
            "Points in the one",
            "Points in the other",
        ),
    },
}
"""Of the tables of a comparison."""

SIDES: dict[Lang, dict[str, str]] = {
    "da": {"gain": "vinder", "lose": "taber", "same": "lige godt"},
    "en": {"gain": "gains", "lose": "loses", "same": "as good"},
}
