"""Danish land after Natural Earth (public domain): which straight lines between towns keep to it."""

from __future__ import annotations

import json
from functools import cache
from itertools import accumulate, pairwise
from math import asin, ceil, cos, radians, sin, sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

Point = tuple[float, float]  # latitude, longitude

EARTH_KM = 6371.0
DENMARK = "208"
STEP_KM = 0.25
NARROW_WATER_KM = 1.0  # an inlet that roads lead round or over
AROUND_A_TOWN = 0.02  # degrees of latitude: Natural Earth draws some towns into the sea


def line_km(one: Point, other: Point) -> float:
    """Return the great-circle distance of two points by the haversine formula."""
    (north, west), (south, east) = ([radians(degrees) for degrees in at] for at in (one, other))
    chord = sin((south - north) / 2) ** 2 + cos(north) * cos(south) * sin((east - west) / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(chord))


class Land:
    """The land of Denmark, and the towns on it.

    Parameters
    ----------
    atlas : Path
        `countries-10m.json` of the npm package world-atlas, version 2.
    towns : iterable of Point
        What counts as land wherever the map draws it.
    """

    def __init__(self, atlas: Path, towns: Iterable[Point]) -> None:
        self.coasts = coasts_of(json.loads(atlas.read_text(encoding="utf-8")))
        self.towns = list(towns)
        self.holds = cache(self._holds)

    def keeps(self, one: Point, other: Point) -> bool:
        """Return whether the line between two towns crosses no water but narrow inlets."""
        steps = max(2, ceil(line_km(one, other) / STEP_KM))
        water = 0
        for step in range(steps + 1):
            latitude, longitude = (a + (b - a) * step / steps for a, b in zip(one, other, strict=True))
            water = 0 if self.holds(latitude, longitude) else water + 1
            if water * STEP_KM > NARROW_WATER_KM:
                return False
        return True

    def _holds(self, latitude: float, longitude: float) -> bool:
        return any(_inside(coast, latitude, longitude) for coast in self.coasts) or any(
            abs(north - latitude) < AROUND_A_TOWN
            and (north - latitude) ** 2 + ((east - longitude) * cos(radians(north))) ** 2 < AROUND_A_TOWN**2
            for north, east in self.towns
        )


def _inside(coast: list[Point], latitude: float, longitude: float) -> bool:
    """Return whether a point lies within a closed line, by the even-odd rule."""
    inside = False
    for (south, west), (north, east) in pairwise(coast):
        if (south > latitude) != (north > latitude):
            inside ^= longitude < west + (east - west) * (latitude - south) / (north - south)
    return inside


def coasts_of(atlas: dict[str, dict[str, list[list[float]]]]) -> list[list[Point]]:
    """Return the coast of each Danish island, decoded from TopoJSON."""
    (wide, high), (west, south) = atlas["transform"]["scale"], atlas["transform"]["translate"]

    def arc(number: int) -> list[Point]:
        steps = atlas["arcs"][number if number >= 0 else ~number]
        sums = accumulate(steps, lambda at, step: [at[0] + step[0], at[1] + step[1]])
        points = [(south + y * high, west + x * wide) for x, y in sums]
        return points if number >= 0 else points[::-1]

    countries = atlas["objects"]["countries"]["geometries"]
    denmark = next(country for country in countries if country.get("id") == DENMARK)
    return [[at for number in outline for at in arc(number)] for outline, *_ in denmark["arcs"]]
