"""What stands in any column of a person, as criteria compare it: words, a number or a date."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from innopraktik_match.domain.names import key

if TYPE_CHECKING:
    from innopraktik_match.domain.tables import Host, Intern

SCALE = 10**6
"""Numbers are compared in millionths: whole numbers, so that both writings agree to the last digit."""
LARGEST = 10**12
_NUMBER = re.compile(r"([+-]?[0-9]{1,13})(?:[.,]([0-9]{1,6}))?")
_TIME = r"(?:[t ,]+(?:kl[. ]*)?[0-9]{1,2}[:.][0-9]{2}(?:[:.][0-9]{2})?)?"
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})" + _TIME)
_DANISH = re.compile(r"([0-9]{1,2})[-./]([0-9]{1,2})[-./]([0-9]{4})" + _TIME)
_BETWEEN = re.compile(r"[|;,\n]")


def value_of(person: Intern | Host, column: str) -> str:
    """Return what stands in a column of somebody, "" where nothing does.

    A column is a field by its name, such as sector, or one that the tool does not know by its header.

    Examples
    --------
    >>> from innopraktik_match import Intern
    >>> value_of(Intern(id="p1", themes=("data", "klima"), extra={"Sprog": "dansk"}), "sprog")
    'dansk'
    """
    name = key(column)
    if name in type(person).model_fields and name != "extra":
        found = getattr(person, name)
        return "|".join(map(str, found)) if isinstance(found, tuple) else "" if found is None else str(found)
    return next((text for header, text in person.extra.items() if key(header) == name), "")


def words_in(text: str) -> frozenset[str]:
    """Return the words of a list, as they are compared.

    Examples
    --------
    >>> sorted(words_in("Dansk; engelsk"))
    ['dansk', 'engelsk']
    """
    return frozenset(word for part in _BETWEEN.split(text) if (word := key(part)))


def number_in(text: str) -> int | None:
    """Return a number in millionths, or a date in millionths of a day; None where there is neither.

    A time of day after a date does not count.

    Examples
    --------
    >>> number_in("2,5"), number_in("-3"), number_in("ca. 3")
    (2500000, -3000000, None)
    >>> number_in("08-09-2026") - number_in("2026-09-07")
    1000000
    """
    plain = key(text)
    if found := _NUMBER.fullmatch(plain):
        whole, part = int(found[1]), int((found[2] or "").ljust(6, "0"))
        value = whole * SCALE + (-part if plain.startswith("-") else part)
        return value if abs(value) <= LARGEST * SCALE else None
    if found := _ISO.fullmatch(plain):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := _DANISH.fullmatch(plain):
        return _day(int(found[3]), int(found[2]), int(found[1]))
    return None


def _day(year: int, month: int, day: int) -> int | None:
    try:
        return date(year, month, day).toordinal() * SCALE
    except ValueError:
        return None
