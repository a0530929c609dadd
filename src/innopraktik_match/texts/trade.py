"""What is said of the trade-off between changes and what a plan is worth."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from innopraktik_match.domain.language import Lang

WORDS: dict[Lang, dict[str, str]] = {
    "da": {
        "title": "Hvad flere ændringer ville give",
        "about": ("Antallet er besøg, der ændres, selv om de kunne blive stående. Vælg med --changes ANTAL."),
        "proven": "Hvert tal er bevist: Ingen plan med lige så mange ændringer er bedre.",
        "unproven": "Tal med ~ er ikke bevist; tiden slap op.",
        "flat": "Flere ændringer ville intet give.",
        "none": "Der var ikke tid til at regne det ud.",
        "moves": "Ændrede besøg",
        "gain": "Giver mere end linjen over",
        "more": "{count} flere",
        "fewer": "{count} færre",
        "change": "{aim}: {amount}",
    },
    "en": {
        "title": "What further changes would buy",
        "about": "The number is visits that change although they could stay. Choose with --changes NUMBER.",
        "proven": "Every figure is proven: no plan with as many changes does better.",
        "unproven": "Figures with ~ are not proven; time ran out.",
        "flat": "Further changes would buy nothing.",
        "none": "There was no time to work it out.",
        "moves": "Visits changed",
        "gain": "Buys more than the line above",
        "more": "{count} more",
        "fewer": "{count} fewer",
        "change": "{aim}: {amount}",
    },
}

SHORT: dict[str, tuple[str, str]] = {
    "placed": ("Med besøg", "Placed"),
    "priority": ("Forrang", "Priority"),
    "visits": ("Besøg til flere", "Extra visits"),
    "points": ("Point", "Points"),
    "worst_off": ("Flest point", "Most points"),
    "empty_hosts": ("Tomme værter", "Empty hosts"),
}
"""Aims in a word or two, as headers."""
