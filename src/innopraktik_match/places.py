"""Danish municipalities: names, codes, regions and the distance between their seats."""

from __future__ import annotations

import csv
import math
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from innopraktik_match.names import key

EARTH_KM = 6371.0
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


def _spelling(name: str) -> str:
    """Return the name with å as aa, æ as ae, ø as oe and without hyphens."""
    return " ".join(key(name).translate(_SPELLINGS).split())


def municipality(name: str | None) -> Municipality | None:
    """Return the municipality of that name or code, or None.

    Examples
    --------
    >>> municipality("Århus Kommune").name
    'Aarhus'
    >>> municipality("Københavns Kommune").name
    'København'
    """
    if not name:
        return None
    plain = _spelling(name).removesuffix(" kommune").removesuffix(" regionskommune")
    return _by_name().get(plain) or _by_name().get(plain.removesuffix("s"))


@cache
def km_between(a: Municipality, b: Municipality) -> int:
    """Return the great-circle distance between the two seats, in whole kilometres.

    Haversine formula on a sphere of radius 6371 km.
    """
    lat_a, lat_b = math.radians(a.latitude), math.radians(b.latitude)
    half_lat = (lat_b - lat_a) / 2
    half_lon = math.radians(b.longitude - a.longitude) / 2
    chord = math.sin(half_lat) ** 2 + math.cos(lat_a) * math.cos(lat_b) * math.sin(half_lon) ** 2
    return round(2 * EARTH_KM * math.asin(math.sqrt(chord)))
