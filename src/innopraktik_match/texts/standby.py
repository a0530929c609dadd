"""What is said of reserves and of the waiting list."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from innopraktik_match.domain.language import Lang

WORDS: dict[Lang, dict[str, str]] = {
    "da": {
        "first": "Først, hvis der bliver en plads hos: {hosts}.",
        "later": "Nr. {place} hos: {hosts}.",
        "no_chance": "Ingen andens plads kan blive deres, uden at flere flytter.",
        "stepped_in": "{reserve} er reserve for {whom} hos {host} og har fået pladsen.",
        "passed_over": "{reserve} er reserve for {whom} hos {host}, men så blev planen dårligere: {worse}.",
        "worse": "{aim} {now} → {then}",
        "impossible": "det kan ikke gå op med resten",
        "reserve_for": "{why}, reserve for {whom}",
    },
    "en": {
        "first": "First if a place becomes free at: {hosts}.",
        "later": "No. {place} at: {hosts}.",
        "no_chance": "No other person's place can be theirs unless more people move.",
        "stepped_in": "{reserve} was the reserve for {whom} at {host} and has the place.",
        "passed_over": "{reserve} was the reserve for {whom} at {host}, but the plan gets worse: {worse}.",
        "worse": "{aim} {now} → {then}",
        "impossible": "it does not fit with the rest",
        "reserve_for": "{why}, reserve for {whom}",
    },
}

HEADERS: dict[Lang, tuple[str, ...]] = {
    "da": (
        "Besøg",
        "Vært",
        "Datoer",
        "Dage",
        "Hvis denne falder fra",
        "1. reserve",
        "2. reserve",
        "3. reserve",
    ),
    "en": (
        "Visit",
        "Host",
        "Dates",
        "Days",
        "If this one drops out",
        "1st reserve",
        "2nd reserve",
        "3rd reserve",
    ),
}
"""Of the table of reserves."""
