"""How long a visit may be, in working days, as people write it."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from innopraktik_match.domain.names import key
from innopraktik_match.domain.when import DAYS_IN_WEEK, MOST_DAYS
from innopraktik_match.files.raw.cells import Unreadable, shown
from innopraktik_match.files.values import numbers
from innopraktik_match.files.values.open_answers import ANY_LENGTH

_HALF = re.compile("½|1⁄2")
_WHOLE_WEEK = re.compile(
    r"\b(?:(?:en|1|a|one|the)\s+)?(?:hele?|whole|full)\s+(?:arbejds)?(?:ugen?|week)\b|\ba (?:working )?week\b"
)
_ONE_AND_A_HALF = re.compile(r"\bhalvanden\b|\bone and a half\b")
_COUPLE = re.compile(r"\b(?:et par|a couple of)\b")
_FRAME = re.compile(r"^(?:(?:fra|from)\s+(?=\d))|^(?:mellem|between)\s+(?=\d.*\s(?:og|and)\s)")
_WEEKS = re.compile(r"\s*(?:arbejds)?(?:uger?|weeks?)$")
_NUMBER = r"(\d{1,4})(?:[.,]0+)?"
_UNIT = (
    r"(?:\s*(?:(?:hele?\s+|full\s+|whole\s+)?(?:arbejds|hver)?dage?|dg\.?|dages?|dag|working days?|days?|d))?"
)
_RANGE = re.compile(rf"{_NUMBER}{_UNIT}\s*(?:-|–|til|to|eller|el\.?|or|og|and)\s*{_NUMBER}{_UNIT}")
_MOST = re.compile(rf"(?:højst|maks(?:imalt)?\.?|max\.?|op til|up to|at most)\s*{_NUMBER}{_UNIT}")
_LEAST = re.compile(rf"(?:mindst|min(?:imum)?\.?|at least)\s*{_NUMBER}{_UNIT}|{_NUMBER}{_UNIT}\s*\+")
_LEAST_AND_MOST = re.compile(
    rf"(?:mindst|at least)\s*{_NUMBER}{_UNIT}(?:\s*,?\s*(?:og|and|men|but))?\s*"
    rf"(?:højst|at most)\s*{_NUMBER}{_UNIT}"
)
_OR = r"(?:eller|og|or|and)\s+"
_OR_MORE = re.compile(
    rf"{_NUMBER}{_UNIT}\s*{_OR}(?:mere|flere|derover|længere|op(?:efter|ad)?|more|longer|up)(?:{_UNIT})"
    rf"|(?:fra|from|≥|>=)\s*{_NUMBER}{_UNIT}(?:\s*{_OR}op(?:efter|ad)?)?"
)
_OR_LESS = re.compile(
    rf"{_NUMBER}{_UNIT}\s*{_OR}(?:mindre|færre|derunder|kortere|less|fewer|shorter|under){_UNIT}"
    rf"|(?:≤|<=)\s*{_NUMBER}{_UNIT}"
)
_ONE = re.compile(rf"(?:ca\.?|cirka|about|omkring)?\s*{_NUMBER}{_UNIT}")
_AND_A_HALF = re.compile(rf"(?:ca\.?|cirka)?\s*(\d)[.,]5{_UNIT}")
_LIST = re.compile(r"\s*(?:[;|]|,(?=\s|.*\b(?:eller|or)\b)|\b(?:eller|el\.?|or|og|and)(?=\s))\s*")
_OF_LIST = re.compile(rf"{_NUMBER}{_UNIT}")


class Length(NamedTuple):
    """The fewest and the most days; `about` where one number was given."""

    least: int
    most: int
    about: bool = False


def length(value: object, decimal: numbers.Decimal | None = None) -> int:
    """Return one number of days: 3, "3 dage", "tre dage", "en hel uge"."""
    if isinstance(value, str):
        value = re.sub(rf"{_UNIT}$", "", _in_days(value))
    return numbers.whole(value, decimal)


def days(value: object) -> dict[str, object] | None:
    """Return a wished length: "2-5", "2 til 3 dage", "2, 3 eller 4", "højst 3", "ca. 3", "3+", "2½", 3.

    "Mindst 2" ends with the week: nobody offers to stay longer by saying so.

    Returns
    -------
    dict or None
        `min`, `max` and `about`, as in `round.Days`; None where every length is fine.
    """
    if isinstance(value, dict):
        return value
    if isinstance(value, date):
        raise numbers.became_date("days_became_date", value)
    plain = _in_days(str(value) if isinstance(value, (int, float)) else _joined(value))
    if plain in ANY_LENGTH:
        return None
    weeks = _WEEKS.search(plain)
    found = _length(_WEEKS.sub("", plain), DAYS_IN_WEEK if weeks else 1)
    if found is None or isinstance(value, bool):
        raise Unreadable("days_unreadable", read=shown(value))
    if not 1 <= found.least <= found.most <= MOST_DAYS:
        raise Unreadable("days_out_of_range", read=shown(value), limit=MOST_DAYS)
    return {"min": found.least, "max": found.most, "about": found.about}


def _joined(value: object) -> str:
    return ";".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)


def _in_days(text: str) -> str:
    """Return a length as it is compared: in figures, "en hel uge" in days."""
    plain = _ONE_AND_A_HALF.sub("1,5", _HALF.sub(",5", key(text)))
    plain = numbers.in_figures(_COUPLE.sub("2", _WHOLE_WEEK.sub(f"{DAYS_IN_WEEK} dage", plain)))
    for pattern, word in ((_OR_MORE, "mindst"), (_OR_LESS, "højst")):
        if match := pattern.fullmatch(plain):
            return f"{word} {match[1] or match[2]}"
    return _FRAME.sub("", plain)


def _length(plain: str, unit: int) -> Length | None:
    """Return what a length says, each of its numbers `unit` days."""
    if match := _RANGE.fullmatch(plain) or _LEAST_AND_MOST.fullmatch(plain):
        return Length(int(match[1]) * unit, int(match[2]) * unit)
    if match := _MOST.fullmatch(plain):
        return Length(1, int(match[1]) * unit)
    if match := _LEAST.fullmatch(plain):
        least = int(match[1] or match[2]) * unit
        return Length(least, -(-least // DAYS_IN_WEEK) * DAYS_IN_WEEK)
    if match := _ONE.fullmatch(plain):
        return Length(int(match[1]) * unit, int(match[1]) * unit, about=True)
    if match := _AND_A_HALF.fullmatch(plain):
        return Length(int(match[1]), int(match[1]) + 1) if unit == 1 else None
    return _listed(plain, unit)


def _listed(plain: str, unit: int) -> Length | None:
    """Return a list of lengths, the shortest first, from its first to its last."""
    parts = [part for part in _LIST.split(plain) if part]
    found = [int(match[1]) * unit for part in parts if (match := _OF_LIST.fullmatch(part))]
    if len(found) < 2 or len(found) < len(parts) or found != sorted(set(found)):
        return None
    return Length(found[0], found[-1])
