"""Faults of criteria about columns of your own in words: what is wrong, and how to fix it."""

from __future__ import annotations

CRITERION_ISSUES: dict[str, dict[str, tuple[str, str]]] = {
    "criterion_column_blank": {
        "da": (
            "Et kriterium bruger kolonnen »{column}«, men ingen har skrevet noget i den.",
            "Skriv kolonnens overskrift, som den står i arket.",
        ),
        "en": (
            'A criterion reads the column "{column}", but nobody has written anything in it.',
            "Write the header of the column as it is written in the sheet.",
        ),
    },
    "criterion_not_numbers": {
        "da": (
            "Et kriterium sammenligner tal eller datoer i kolonnen »{column}«, men der er ingen.",
            "Skriv tal eller datoer i kolonnen, eller vælg »equal«, »differ« eller »share«.",
        ),
        "en": (
            'A criterion compares numbers or dates in the column "{column}", but there are none.',
            'Write numbers or dates in the column, or choose "equal", "differ" or "share".',
        ),
    },
}
