"""The words of the sheet of rules: one row a rule, what is chosen for it, and what the presets say."""

from __future__ import annotations

RULES_HEADER: dict[str, tuple[str, str]] = {
    "promise": ("Regel", "Rule"),
    "mode": ("Valg", "Choice"),
    "points": ("Point", "Points"),
    "unlisted": ("Point uden for listen", "Points where not listed"),
    "limit": ("Grænse", "Limit"),
    "key": ("Nøgle", "Key"),
}
"""Column -> its header in Danish and English."""

IN_PRESET = ("I »{}«", "In {}")
HOLDS_IN_PRESET = (
    "Hvad der gælder, hvor I ikke vælger noget, og grundindstillingen er »{}«.",
    "What holds where you choose nothing and the preset is {}.",
)
"""Header and help of the column of a preset."""

RULES_HELP: dict[str, tuple[str, str]] = {
    "promise": ("En række for hver regel.", "One row for each rule."),
    "mode": (
        "fra: reglen gælder ikke. blød: den koster point. fast: den brydes aldrig. "
        "Tomt: som i grundindstillingen.",
        "off: it does not apply. soft: it costs points. hard: it is never broken. Blank: as in the preset.",
    ),
    "points": (
        "Prisen, for eksempel 20; for ønsker en pris for hvert: 0; 4; 8. Tomt: som i grundindstillingen. "
        "Grå felter har reglen ikke.",
        "The price, such as 20; for wishes one for each: 0; 4; 8. Blank: as in the preset. "
        "The rule has no grey fields.",
    ),
    "unlisted": (
        "Prisen for et par, der ikke er ønsket, eller »forbudt«.",
        'The price of a pair that is not listed, or "forbid".',
    ),
    "limit": (
        "Så mange, eller så mange dage til forskel, går an.",
        "So many, or so many days of difference, are accepted.",
    ),
    "key": (
        "Reglens navn i arket Indstillinger og i policy.toml. Begge går forud for dette ark.",
        "The rule's name in the sheet Settings and in policy.toml. Both override this sheet.",
    ),
}
"""Column -> help in Danish and English."""

RULE_ISSUES: dict[str, dict[str, tuple[str, str]]] = {
    "rule_unknown": {
        "da": (
            "Reglen kendes ikke, så valget i rækken kan ikke bruges.",
            "Lad sætningen stå, som den står i skabelonens ark Regler.",
        ),
        "en": (
            "There is no such rule, so the choice in the row cannot be used.",
            "Leave the sentence as it is in the sheet Rules of the template.",
        ),
    },
    "rule_without_setting": {
        "da": (
            "Denne regel har ikke den indstilling.",
            "Slet cellen. De grå felter i skabelonen er ikke til at udfylde.",
        ),
        "en": (
            "This rule has no such setting.",
            "Delete the cell. The grey fields of the template are not to be filled in.",
        ),
    },
    "rule_overruled": {
        "da": (
            "Arket Regler siger ét, og et andet sted siger noget andet. Det andet sted gælder.",
            "Slet det ene af dem.",
        ),
        "en": (
            "The sheet Rules says one thing, another place says something else. The other place holds.",
            "Delete one of them.",
        ),
    },
    "rule_points_unused": {
        "da": (
            "Reglen er {mode}, så dens point bruges ikke.",
            "Vælg »blød«, hvis reglen skal koste point.",
        ),
        "en": (
            "The rule is {mode}, so its points are not used.",
            'Choose "soft" if the rule should cost points.',
        ),
    },
}
"""Faults of the sheet in words: what is wrong, and how to fix it."""
