"""The names of tables and columns, as people write them. The first word is the one we print."""

from __future__ import annotations

from typing import Literal

Lang = Literal["da", "en"]

TABLES: dict[str, tuple[str, ...]] = {
    "history": ("Tidligere", "historik", "tidligere besøg"),
    "bans": ("Udelukket", "udelukkede", "inhabil", "inhabile", "inhabilitet", "fravalg"),
    "locks": ("Låst", "laast", "låste", "aftalt", "aftalte", "aftaler"),
    "pairs": ("Par", "point", "parpoint"),
    "travel": ("Rejser", "rejsetider", "rejsetid", "afstande", "distances"),
    "relations": ("Relationer", "relation", "forbindelser"),
    "settings": ("Indstillinger", "indstilling", "policy"),
    "rules": ("Regler",),
    "criteria": ("Kriterier", "egne kriterier"),
    "interns": ("Praktikanter", "praktikant", "deltagere", "intern", "participants"),
    "hosts": ("Værter", "vaerter", "vært", "praktikværter", "praktiksteder", "host"),
    "questions": ("Spørgsmål", "spoergsmaal"),
    "visits": ("Plan", "besøg", "placeringer", "forslag"),
    "before": ("Planlagt før", "planlagt foer", "planned before"),
}
"""Danish words for each table; the code name is the English word."""

ASIDE = (
    "rettelser",
    "changes",
    "forklaring",
    "vejledning",
    "lister",
    "explanation",
    "guide",
    "lists",
    "readme",
    "læs mig",
)
"""Sheets that are not data."""

_PERSON: dict[str, tuple[str, ...]] = {
    "email": ("E-mail", "mail", "e-post", "e-mailadresse", "mailadresse"),
    "workplace": (
        "Arbejdsplads",
        "institution",
        "organisation",
        "org",
        "myndighed",
        "styrelse",
        "virksomhed",
        "ansat",
        "arbejdsgiver",
        "firma",
        "company",
        "organization",
        "agency",
    ),
    "sector": ("Sektor",),
    "municipality": ("Kommune", "arbejdspladsens kommune", "hjemkommune"),
    "region": ("Region",),
    "themes": (
        "Temaer",
        "tema",
        "theme",
        "emne",
        "emner",
        "fag",
        "fagområde",
        "interesse",
        "interesser",
    ),
    "days": ("Dage", "antal dage", "varighed", "ønsket varighed", "længde", "duration", "length"),
    "weeks": ("Uger", "uge", "week", "periode", "uge(r)", "uge nr", "ugenr", "ugenummer", "week no"),
    "rejects": ("Fravalg", "fravalgte", "ønsker ikke"),
    "visits": ("Besøg", "antal besøg"),
    "note": (
        "Bemærkning",
        "bemærkninger",
        "bem",
        "kommentar",
        "kommentarer",
        "noter",
        "notes",
        "comment",
        "comments",
        "remark",
        "remarks",
    ),
}

_INTERN = ("Praktikant", "praktikant-id", "intern id", "deltager", "praktikantnr")
_HOST = ("Vært", "vært-id", "værts-id", "host id", "praktiksted", "praktikvært")
_WEEK = ("Uge", "weeks", "uger")
_DAYS = ("Dage", "antal dage", "varighed", "duration")

COLUMNS: dict[str, dict[str, tuple[str, ...]]] = {
    "interns": {
        "id": ("Id", "nr", "praktikant-id", "praktikantnr", "deltager-id", "intern id"),
        "name": ("Navn", "praktikant", "deltager", "medarbejder", "fulde navn", "full name", "participant"),
        **_PERSON,
        "role": ("Rolle", "stilling", "titel", "leder/medarbejder", "job", "position"),
        "wishes": ("Ønsker", "ønske", "ønskede værter", "ønsket vært", "wish"),
        "max_km": ("Højst km", "km", "max km", "maks km", "afstand", "maksimal afstand", "rejseafstand"),
        "group": ("Gruppe", "rejser sammen"),
        "priority": ("Forrang", "prioritet", "tidligere afvist"),
    },
    "hosts": {
        "id": ("Id", "nr", "vært-id", "værts-id", "værtnr", "host id"),
        "name": ("Navn", "vært", "praktikvært", "praktiksted", "host"),
        **_PERSON,
        "contact": ("Kontaktperson", "kontakt"),
        "min": ("Mindst", "minimum", "min antal"),
        "max": (
            "Højst",
            "maks",
            "maksimum",
            "antal",
            "antal praktikanter",
            "antal pladser",
            "antal praktikpladser",
            "pladser",
            "kapacitet",
            "capacity",
            "places",
        ),
        "wishes": ("Ønsker", "ønske", "ønskede praktikanter", "ønsket praktikant", "wish"),
        "roles": ("Roller", "ønskede roller", "ønsket rolle"),
    },
    "pairs": {"intern": _INTERN, "host": _HOST, "points": ("Point", "pris")},
    "bans": {"intern": _INTERN, "host": _HOST, "reason": ("Årsag", "begrundelse")},
    "history": {
        "intern": _INTERN,
        "host": _HOST,
        "workplace": ("Arbejdsplads", "organisation", "institution"),
        "year": ("År",),
    },
    "locks": {
        "intern": _INTERN,
        "host": _HOST,
        "week": _WEEK,
        "days": _DAYS,
        "status": ("Status",),
    },
    "before": {
        "intern": _INTERN,
        "host": _HOST,
        "week": _WEEK,
        "days": _DAYS,
        "status": ("Status",),
    },
    "travel": {
        "origin": ("Fra", "from"),
        "destination": ("Til", "to"),
        "km": ("Km", "kilometer", "afstand"),
        "minutes": ("Minutter", "min", "tid", "rejsetid"),
    },
    "relations": {
        "workplace": ("Praktikantens arbejdsplads", "Arbejdsplads", "intern workplace"),
        "sector": ("Praktikantens sektor", "Sektor", "intern sector"),
        "host_workplace": ("Værtens arbejdsplads", "host workplace"),
        "host_sector": ("Værtens sektor", "host sector"),
        "year": ("År",),
    },
    "visits": {
        "intern": _INTERN,
        "host": _HOST,
        "week": _WEEK,
        "days": _DAYS,
        "visit": ("Besøg", "besøg nr", "visit no"),
        "status": ("Status",),
    },
}
"""Table -> field -> Danish words. The field itself, its English name, is always understood."""

ORDER: dict[str, tuple[str, ...]] = {
    "interns": tuple(
        [
            "id",
            "name",
            "email",
            "workplace",
            "sector",
            "municipality",
            "region",
            "role",
            "themes",
            "days",
            "weeks",
            "wishes",
            "rejects",
            "max_km",
            "visits",
            "group",
            "priority",
            "note",
        ]
    ),
    "hosts": tuple(
        [
            "id",
            "name",
            "contact",
            "email",
            "workplace",
            "sector",
            "municipality",
            "region",
            "themes",
            "min",
            "max",
            "days",
            "weeks",
            "visits",
            "wishes",
            "rejects",
            "roles",
            "note",
        ]
    ),
    **{
        table: tuple(COLUMNS[table])
        for table in ("pairs", "bans", "history", "locks", "travel", "visits", "before", "relations")
    },
}
"""The order in which we write the columns of each table."""


VALUES = {
    "municipality": "kommunal",
    "region": "regional",
    "state": "statslig",
    "private": "privat",
    "civil": "civilsamfund",
    "other": "anden",
    "proposed": "foreslået",
    "boss_ok": "godkendt af leder",
    "host_ok": "godkendt af vært",
    "agreed": "aftalt",
    "declined": "afslået",
    "withdrawn": "trukket sig",
    "bare": "enkel",
    "tied": "lige ønsker",
    "worst_first": "dårligst stillede først",
    "placed": "placerede",
    "priority": "forrang",
    "visits": "besøg",
    "points": "point",
    "worst_off": "dårligst stillede",
    "empty_hosts": "tomme værter",
    "changes": "ændringer",
    "usual": "sædvanlige",
    "off": "fra",
    "soft": "blød",
    "hard": "fast",
    "forbid": "forbudt",
    "always": "altid",
    "month first": "måned først",
    "day first": "dag først",
}
"""Sectors, statuses and words of settings in Danish; the code word is the English one."""


def value_label(value: str, lang: Lang) -> str:
    """Return a sector, a status or a word of a setting as we print it."""
    return VALUES.get(value, value) if lang == "da" else value


def table_label(table: str, lang: Lang) -> str:
    """Return the name of a table as we print it."""
    if lang == "en" or table not in TABLES:
        return table.capitalize()
    return TABLES[table][0]


def numbered_label(table: str, field: str, lang: Lang) -> str:
    """Return the name of a column; of a wish by number with that number, as it is read.

    Examples
    --------
    >>> numbered_label("interns", "wishes[1]", "da"), numbered_label("interns", "name[1]", "da")
    ('Ønske 2', 'Navn')
    """
    name, _, number = field.rstrip("]").partition("[")
    if name != "wishes" or not number:
        return column_label(table, field, lang)
    return f"{'Ønske' if lang == 'da' else 'wish'} {int(number) + 1}"


def column_label(table: str | None, field: str, lang: Lang) -> str:
    """Return the name of a column as we print it; "wishes[1]" is a wish by number.

    Examples
    --------
    >>> column_label("interns", "wishes[0]", "da")
    'Ønsker'
    """
    name = field.partition("[")[0]
    words = COLUMNS.get(table or "", {}).get(name)
    return words[0] if words and lang == "da" else name
