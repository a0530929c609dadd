"""Numbers as people read them: 22.691 and 0,13 in Danish, 22,691 and 0.13 in English."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from innopraktik_match.domain.language import Lang

FIRST_WITH_MARKS = 10_000
"""Thousands are marked from here on, so that years and plain counts stay as they are."""
_DANISH = str.maketrans(",.", ".,")
LEAST_SHARE = {"da": "under 0,01 %", "en": "below 0.01 %"}

NOUNS: dict[str, dict[Lang, tuple[str, str]]] = {
    "interns": {
        "da": ("{count} praktikant", "{count} praktikanter"),
        "en": ("{count} intern", "{count} interns"),
    },
    "hosts": {"da": ("{count} vært", "{count} værter"), "en": ("{count} host", "{count} hosts")},
    "places": {"da": ("{count} plads", "{count} pladser"), "en": ("{count} place", "{count} places")},
    "rows": {"da": ("{count} række", "{count} rækker"), "en": ("{count} row", "{count} rows")},
    "points": {"da": ("{count} point", "{count} point"), "en": ("{count} point", "{count} points")},
    "findings": {"da": ("{count} tilfælde", "{count} tilfælde"), "en": ("{count} case", "{count} cases")},
    "days": {"da": ("{count} dag", "{count} dage"), "en": ("{count} day", "{count} days")},
    "faults": {"da": ("{count} fejl", "{count} fejl"), "en": ("{count} fault", "{count} faults")},
    "hard_rules": {
        "da": ("{count} fast regel", "{count} faste regler"),
        "en": ("{count} hard rule", "{count} hard rules"),
    },
}
"""Noun -> one of them, and several."""


def number(value: float, lang: Lang, decimals: int | None = None) -> str:
    """Return a number in one language; with all its decimals, unless it is said how many.

    Examples
    --------
    >>> number(22691, "da"), number(22691, "en"), number(2026, "da")
    ('22.691', '22,691', '2026')
    >>> number(0.1347, "da", decimals=2)
    '0,13'
    """
    marks = "," if abs(value) >= FIRST_WITH_MARKS else ""
    told = f"{value:{marks}}" if decimals is None else f"{value:{marks}.{decimals}f}"
    return told.translate(_DANISH) if lang == "da" else told


def percent(share: float, lang: Lang) -> str:
    """Return a share in per cent, rounded up: what it stands for is at most so much.

    Examples
    --------
    >>> percent(0.94703, "da"), percent(1 / 71, "en"), percent(0.00001, "da")
    ('94,8 %', '1.41 %', 'under 0,01 %')
    """
    decimals = 2 if share < 0.1 else 1
    units = math.ceil(round(share * 100 * 10**decimals, 6))
    if share > 0 and share * 100 < 0.01:
        return LEAST_SHARE[lang]
    return f"{number(units / 10**decimals, lang, decimals)} %"


def counted(noun: str, count: int, lang: Lang) -> str:
    """Return how many there are of something.

    Examples
    --------
    >>> counted("hard_rules", 1, "da"), counted("hard_rules", 2, "da")
    ('1 fast regel', '2 faste regler')
    """
    one, several = NOUNS[noun][lang]
    return (one if count == 1 else several).format(count=number(count, lang))
