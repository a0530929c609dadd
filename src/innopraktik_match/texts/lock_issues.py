"""Faults of locks in words: what is wrong, and how to fix it."""

from __future__ import annotations

LOCK_ISSUES: dict[str, dict[str, tuple[str, str]]] = {
    "lock_banned": {
        "da": ("Parret {intern} og {host} er både låst og udelukket.", "Fjern det ene."),
        "en": ("The pair {intern} and {host} is both locked and banned.", "Remove one of the two."),
    },
    "lock_accepted": {
        "da": ("Parret {intern} og {host} er udelukket, men låst: Det er jeres valg.", "Ellers fjern låsen."),
        "en": ("The pair {intern} and {host} is banned but locked: your choice.", "If not, remove the lock."),
    },
    "lock_impossible": {
        "da": (
            "Det låste par kan ikke mødes. Disse regler forbyder det: {rules}.",
            "Fjern låsen, eller ret de oplysninger, som reglerne bruger.",
        ),
        "en": (
            "The locked pair cannot meet. These rules forbid it: {rules}.",
            "Remove the lock, or fix the data that the rules use.",
        ),
    },
    "lock_week_outside": {
        "da": (
            "Den låste uge er ikke en af rundens uger.",
            "Ret ugen, eller tilføj den til rundens uger.",
        ),
        "en": (
            "The locked week is not a week of the round.",
            "Fix the week, or add it to the weeks of the round.",
        ),
    },
    "locks_over_capacity": {
        "da": (
            "Flere er låst til værten {host}, end der er plads til ({limit}).",
            "Fjern en lås, eller hæv værtens »Højst«.",
        ),
        "en": (
            "More are locked to the host {host} than there is room for ({limit}).",
            "Remove a lock, or raise the maximum of the host.",
        ),
    },
    "locks_over_visits": {
        "da": (
            "Praktikanten {intern} er låst til flere værter, end der er ønsket besøg ({limit}).",
            "Fjern en lås, eller hæv antallet af besøg.",
        ),
        "en": (
            "The intern {intern} is locked to more hosts than the number of visits wished ({limit}).",
            "Remove a lock, or raise the number of visits.",
        ),
    },
    "locks_beyond_capacity": {
        "da": (
            "Flere er låst til værten {host}, end der er plads til: Det er jeres valg, {limit} kan komme.",
            "Ellers fjern en lås.",
        ),
        "en": (
            "More are locked to the host {host} than it has room for: your choice, {limit} can come.",
            "If not, remove a lock.",
        ),
    },
    "locks_beyond_visits": {
        "da": (
            "Praktikanten {intern} er låst til flere værter end ønskede besøg ({limit}): Det er jeres valg.",
            "Ellers fjern en lås.",
        ),
        "en": (
            "The intern {intern} is locked to more hosts than the visits wished ({limit}): your choice.",
            "If not, remove a lock.",
        ),
    },
}
