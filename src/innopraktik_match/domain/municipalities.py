"""Danish municipalities: names, codes, regions and the road kilometres between their seats."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from innopraktik_match.domain.names import closest, key

if TYPE_CHECKING:
    from innopraktik_match.domain.tables import Host, Intern

REFORM_YEAR = 2027
_SPELLINGS = str.maketrans({"å": "aa", "æ": "ae", "ä": "ae", "ø": "oe", "ö": "oe", "-": " "})


@dataclass(frozen=True)
class Municipality:
    """One of the 98 municipalities.

    Attributes
    ----------
    code : str
        Official code, four digits.
    name : str
        Name without the word "Kommune".
    region, region_2027 : str
        Region before and from 1 January 2027.
    latitude, longitude : float
        The seat town, degrees.
    """

    code: str
    name: str
    region: str
    region_2027: str
    latitude: float
    longitude: float

    def region_in(self, year: int | None) -> str:
        """Return the region in a year; that of today's law where no year is given."""
        return self.region_2027 if year is not None and year >= REFORM_YEAR else self.region


@cache
def municipalities() -> tuple[Municipality, ...]:
    """Return all municipalities, ordered by code."""
    return tuple(dict.fromkeys(_by_name().values()))


@cache
def _by_name() -> dict[str, Municipality]:
    table = files("innopraktik_match") / "data" / "municipalities.csv"
    lines = table.read_text(encoding="utf-8").splitlines()
    found: dict[str, Municipality] = {}
    for row in csv.DictReader(lines, delimiter=";"):
        place = Municipality(
            code=row["code"],
            name=row["name"],
            region=row["region"],
            region_2027=row["region_2027"],
            latitude=float(row["latitude"]),
            longitude=float(row["longitude"]),
        )
        for name in (place.code, place.code.lstrip("0"), place.name, *row["aliases"].split("|")):
            found[_spelling(name)] = place
    del found[""]
    return found


_POSTAL = re.compile(
    r"(?:(?:dk-?)?\d{4} )?([a-z][a-z. ]*?)(?: (?:k|v|n|s|c|m|oe|nv|sv|sydvest|nordvest|soe|noe))?"
)
"""A post town: its number before it, the quarter after it."""


def _spelling(name: str) -> str:
    """Return the name with å as aa, æ as ae, ø as oe and without hyphens."""
    return " ".join(key(name).translate(_SPELLINGS).split())


@lru_cache(maxsize=10_000)
def municipality(name: str | None) -> Municipality | None:
    """Return the municipality of that name or code, or None.

    Examples
    --------
    >>> municipality("Århus Kommune").name
    'Aarhus'
    >>> municipality("Københavns Kommune").name
    'København'
    >>> municipality("2100 København Ø").name, municipality("Odense SØ").name
    ('København', 'Odense')
    """
    if not name:
        return None
    plain = _spelling(name).removesuffix(" kommune").removesuffix(" regionskommune")
    if postal := _POSTAL.fullmatch(plain):
        plain = postal[1]
    return _by_name().get(plain) or _by_name().get(plain.removesuffix("s"))


def place_key(name: str) -> str:
    """Return what two names of one place share: the code of a municipality, else the words.

    Examples
    --------
    >>> place_key("Århus Kommune"), place_key(" Malmö ")
    ('0751', 'malmö')
    """
    known = municipality(name)
    return known.code if known else key(name)


@cache
def nearest_municipality(name: str) -> str | None:
    """Return the name of the municipality that was probably meant, or None.

    Examples
    --------
    >>> nearest_municipality("Odnse Kommune")
    'Odense'
    """
    plain = _spelling(name).removesuffix(" kommune")
    near = closest(plain, _by_name(), cutoff=0.75)
    return _by_name()[near].name if near else None


@cache
def regions(year: int | None) -> tuple[str, ...]:
    """Return the names of the regions in a year."""
    return tuple(dict.fromkeys(place.region_in(year) for place in municipalities()))


@cache
def _regions_by_name(year: int | None) -> dict[str, str]:
    found: dict[str, str] = {}
    for place in municipalities():
        now = place.region_in(year)
        for name in {place.region, now}:
            found[_spelling(name)] = found[_spelling(name.removeprefix("Region "))] = now
    return found


def region_named(name: str, year: int | None) -> str | None:
    """Return a region as it is called in a year, or None; older names lead to it too.

    Examples
    --------
    >>> region_named("Sjælland", 2026), region_named("Region Sjælland", 2027)
    ('Region Sjælland', 'Region Østdanmark')
    """
    return _regions_by_name(year).get(_spelling(name))


@cache
def nearest_region(name: str, year: int | None) -> str | None:
    """Return the region of a year that was probably meant, or None.

    Examples
    --------
    >>> nearest_region("Region Sydanmark", 2026)
    'Region Syddanmark'
    """
    near = closest(_spelling(name), _regions_by_name(year))
    return _regions_by_name(year)[near] if near else None


def region_of(person: Intern | Host, year: int | None) -> str:
    """Return the region of somebody in the year of the round, as docs/model.md defines it.

    Parameters
    ----------
    person : Intern or Host
    year : int or None
        `Round.year`.

    Returns
    -------
    str
        The region given, as it is called in that year, else that of the municipality; "" is unknown.
    """
    if person.region and person.region.strip():
        return region_named(person.region, year) or person.region
    home = municipality(person.municipality)
    return home.region_in(year) if home else ""


def km_between(a: Municipality, b: Municipality) -> int:
    """Return the road kilometres between the two seats, estimated as docs/model.md says.

    Examples
    --------
    >>> km_between(municipality("Odense"), municipality("Aarhus"))
    145
    """
    before, after = sorted((a.code, b.code))
    return _kilometres()[after][before]


@cache
def _kilometres() -> dict[str, dict[str, int]]:
    """Return the table of distances: each municipality's row has those before it and itself."""
    table = files("innopraktik_match") / "data" / "distances.csv"
    header, *rows = csv.reader(table.read_text(encoding="utf-8").splitlines(), delimiter=";")
    return {code: dict(zip(header[1:], map(int, row), strict=False)) for code, *row in rows}
