"""What the cells of a column can be: for each field, whether a cell can be read as it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from innopraktik_match.domain.municipalities import REFORM_YEAR, municipality, region_named
from innopraktik_match.domain.names import key
from innopraktik_match.files.raw.cells import Broken, Unreadable, blank
from innopraktik_match.files.values.cell_values import NO, YES, read_value
from innopraktik_match.files.values.no_answer import is_no_answer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from innopraktik_match.domain.directory import Directory

MOST_LOOKED_AT = 200
TYPED = ("sector", "municipality", "region", "days", "weeks", "min", "max", "visits", "max_km", "priority")
"""Fields whose values tell what they are."""

REFERENCES = ("wishes", "rejects")
CALLED = ("id", "name", "workplace")
"""What somebody is called."""
_UNITS = {
    "days": re.compile(r"\d\s*-?\s*(?:hele )?(?:dag|day)"),
    "weeks": re.compile(r"\b(?:uge|week)r?s?\.?\s*\d|\d\.?\s*uge\b|\bw\d\d\b"),
}
_YES_OR_NO = (YES | NO | {"ja tak", "nej tak"}) - {"j", "y", "n"}  # an initial may be a name
_EMAIL = re.compile(r"[^@\s;,|]+@[^@\s;,|]+\.[^@\s;,|]{2,}")


@dataclass(frozen=True)
class Known:
    """Who is known before the columns are: the people of each side, as others write them.

    Attributes
    ----------
    sides : dict
        Table -> its people.
    doubtful : frozenset of str
        Tables whose people are only known if a column is what it probably is.
    """

    sides: dict[str, Directory] = field(default_factory=dict)
    doubtful: frozenset[str] = frozenset()

    def doubts(self, kind: str) -> bool:
        """Whether the people whom a table names are not known for sure."""
        return _others(kind) in self.doubtful

    def names(self, side: str, value: object) -> bool:
        """Whether a cell names somebody of a side, alone or in a list."""
        people = self.sides.get(side)
        if people is None or isinstance(value, Broken):
            return False
        if isinstance(value, (list, tuple)):
            return any(people.find(str(word)) for word in value)
        return any(people.find(word) for word in people.split(str(value)))


def share(kind: str, name: str, values: list[object], known: Known) -> float | None:
    """Return the share of cells that can be read as a field; None where any text can."""
    if name not in (*TYPED, *REFERENCES, "email") or not values:
        return None
    if name in REFERENCES and _others(kind) not in known.sides:
        return None
    seen = [value for value in values[:MOST_LOOKED_AT] if not is_no_answer(name, value)]
    return sum(_reads(kind, name, value, known) for value in seen) / len(seen) if seen else None


def _reads(kind: str, name: str, value: object, known: Known) -> bool:
    if isinstance(value, Broken):
        return False
    if name == "email":
        return isinstance(value, str) and _EMAIL.search(value) is not None
    if name == "sector" and len(str(value).strip()) == 1:
        return False  # a letter is a sector where the header says so, and a gender or a group elsewhere
    if name in REFERENCES:
        return known.names(_others(kind), value)
    try:
        read = read_value(kind, name, value, 2026)
    except Unreadable as fault:
        return fault.code == "number_is_range" and name == "max"
    if name == "region":
        return region_named(str(read), REFORM_YEAR) is not None  # by then every name is known, old or new
    return municipality(str(read)) is not None if name == "municipality" else True


def told_by_units(values: list[object]) -> list[str]:
    """Return the fields whose unit most cells name: "2-3 dage", "uge 37".

    Examples
    --------
    >>> told_by_units(["2-4 days", "3 days", "any"]), told_by_units(["uge 37 + 38", 39]), told_by_units([2])
    (['days'], ['weeks'], [])
    """
    words = [key(str(value)) for value in values[:MOST_LOOKED_AT]]
    return [
        name
        for name, unit in _UNITS.items()
        if words and 2 * sum(unit.search(word) is not None for word in words) >= len(words)
    ]


def yes_or_no(values: list[object]) -> bool:
    """Whether all cells are yes or no, or ticks."""
    return all(isinstance(value, bool) or key(str(value)) in _YES_OR_NO for value in values)


def _others(kind: str) -> str:
    return "hosts" if kind == "interns" else "interns"


def filled(values: Iterable[object]) -> list[object]:
    """Return the cells that hold something."""
    return [value for value in values if not blank(value)]


def same(one: object, other: object) -> bool:
    """Whether two cells say the same."""
    return key(str(one)) == key(str(other))
