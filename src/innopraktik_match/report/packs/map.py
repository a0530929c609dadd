"""A map of Denmark with who goes where: land, towns and flows, as paths of an SVG."""

from __future__ import annotations

import csv
from collections import Counter
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import groupby
from math import cos, hypot, radians
from typing import TYPE_CHECKING

from innopraktik_match.domain.municipalities import municipality, region_of
from innopraktik_match.report.sectors import matrix
from innopraktik_match.texts.numbers import number
from innopraktik_match.texts.page import PAGE

if TYPE_CHECKING:
    from innopraktik_match.domain.municipalities import Municipality
    from innopraktik_match.report.grids import Grid
    from innopraktik_match.report.packs.book import Book

WIDTH, HEIGHT = 420, 350
WEST, NORTH, SHRUNK = 7.9, 57.85, cos(radians(56))
"""The corner of the map, and how much narrower a degree of longitude is there than one of latitude."""
SCALE = 100
BEND = 0.18
"""How far a flow bends to its right, as a share of its length: those of both directions lie side by side."""
NAMED = ("København", "Aarhus", "Odense", "Aalborg", "Esbjerg", "Bornholm")

Pair = tuple[str, str]


@dataclass(frozen=True)
class Flow:
    """Those who go from one municipality to another: the path of the line, and how wide it is."""

    path: str
    width: str


@dataclass(frozen=True)
class Town:
    """A municipality on the map.

    Attributes
    ----------
    x, y : str
    label : str
        Its name, for those by which people find their way; else blank.
    receives : bool
        Whether a host lies there.
    leftmost : bool
        Whether there is room for the name to the right.
    """

    x: str
    y: str
    label: str
    receives: bool
    leftmost: bool


@dataclass(frozen=True)
class Map:
    """What the map shows.

    Attributes
    ----------
    land : tuple of str
        A path for each island.
    flows : tuple of Flow
    towns : tuple of Town
    within : int
        How many places lie in the intern's own municipality.
    unknown : int
        How many cannot be shown, because a municipality is not known.
    width, height : int
    """

    land: tuple[str, ...]
    flows: tuple[Flow, ...]
    towns: tuple[Town, ...]
    within: int
    unknown: int
    width: int = WIDTH
    height: int = HEIGHT


def plan_map(book: Book) -> Map | None:
    """Return the map of a plan; None where no municipality is known."""
    ways = Counter(
        (municipality(intern.municipality), municipality(meeting.host.municipality))
        for meeting in book.visits
        for intern in meeting.interns
    )
    flows = {(here, there): n for (here, there), n in ways.items() if here and there and here != there}
    within = sum(n for (here, there), n in ways.items() if here and here == there)
    receiving = {there for _, there in ways if there}
    seen = {place for pair in ways for place in pair if place}
    if not seen:
        return None
    labels = {place for place in map(municipality, NAMED) if place}
    return Map(
        land=land(),
        flows=tuple(_flow(here, there, n) for (here, there), n in sorted(flows.items(), key=_order)),
        towns=tuple(_town(one, one in labels, one in receiving) for one in sorted(seen | labels, key=_code)),
        within=within,
        unknown=ways.total() - within - sum(flows.values()),
    )


def map_notes(map: Map, book: Book) -> list[str]:
    """Return what the map cannot show."""
    words = PAGE[book.lang]
    told = (("map_within", map.within), ("map_unknown", map.unknown))
    return [words[name].format(count=number(count, book.lang)) for name, count in told if count]


def region_grid(book: Book) -> Grid:
    """Return how many places lead from each region to each: the table behind the map."""
    year = book.round.year
    counts = Counter(
        (_short(region_of(intern, year), book), _short(region_of(meeting.host, year), book))
        for meeting in book.visits
        for intern in meeting.interns
    )
    regions = sorted({region for pair in counts for region in pair})
    return matrix(PAGE[book.lang]["from_to"], regions, regions, counts)


def _short(region: str, book: Book) -> str:
    return region.removeprefix("Region ") or PAGE[book.lang]["unknown"]


@cache
def land() -> tuple[str, ...]:
    """Return the path of each island, the largest first."""
    table = files("innopraktik_match") / "data" / "coast.csv"
    _, *rows = csv.reader(table.read_text(encoding="utf-8").splitlines(), delimiter=";")
    islands = (list(points) for _, points in groupby(rows, key=lambda row: row[0]))
    return tuple(
        "M"
        + "L".join("{:.1f} {:.1f}".format(*_at(float(north), float(east))) for _, north, east in island)
        + "Z"
        for island in islands
    )


def _at(latitude: float, longitude: float) -> tuple[float, float]:
    return (longitude - WEST) * SHRUNK * SCALE, (NORTH - latitude) * SCALE


def _flow(here: Municipality, there: Municipality, count: int) -> Flow:
    (x, y), (to_x, to_y) = _at(here.latitude, here.longitude), _at(there.latitude, there.longitude)
    middle_x, middle_y = (x + to_x) / 2 - (to_y - y) * BEND, (y + to_y) / 2 + (to_x - x) * BEND
    length = max(1.0, hypot(to_x - middle_x, to_y - middle_y))
    end_x, end_y = to_x - 4 * (to_x - middle_x) / length, to_y - 4 * (to_y - middle_y) / length
    path = f"M{x:.1f} {y:.1f}Q{middle_x:.1f} {middle_y:.1f} {end_x:.1f} {end_y:.1f}"
    return Flow(path, f"{min(5.0, 0.6 + 0.5 * count):.1f}")


def _town(place: Municipality, labelled: bool, receives: bool) -> Town:
    x, y = _at(place.latitude, place.longitude)
    return Town(f"{x:.1f}", f"{y:.1f}", place.name if labelled else "", receives, x < WIDTH * 0.8)


def _order(item: tuple[tuple[Municipality, Municipality], int]) -> tuple[str, str]:
    (here, there), _ = item
    return here.code, there.code


def _code(place: Municipality) -> str:
    return place.code
