"""Write src/innopraktik_match/data/coast.csv: the coast of Denmark for the map of a plan, in few points.

From Natural Earth (public domain), 1:10 million: `npm install world-atlas@2`, then
`python scripts/make_coast.py node_modules/world-atlas/countries-10m.json`.
"""

from __future__ import annotations

import json
import sys
from math import cos, hypot, radians
from pathlib import Path

from coast import Point, coasts_of

OUT = Path(__file__).parents[1] / "src/innopraktik_match/data/coast.csv"
HEADER = "island;latitude;longitude"
TOLERANCE = 0.012  # degrees of latitude, about 1.3 km: less than half a unit of the map
SMALLEST = 0.04  # degrees from side to side: islands below it are left out
SHRUNK = cos(radians(56))


def main() -> None:
    """Write the islands, the largest first."""
    coasts = coasts_of(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")))
    islands = sorted((simplified(one) for one in coasts if _size(one) > SMALLEST), key=_size, reverse=True)
    rows = [f"{n};{north:.3f};{east:.3f}" for n, one in enumerate(islands) for north, east in one]
    OUT.write_text("\n".join([HEADER, *rows]) + "\n", encoding="utf-8")


def simplified(line: list[Point]) -> list[Point]:
    """Return a closed line in fewer points (Douglas and Peucker, 1973), split at its farthest point."""
    far = max(range(len(line)), key=lambda n: _apart(line[0], line[n]))
    return [*_thinned(line[: far + 1])[:-1], *_thinned(line[far:])]


def _thinned(line: list[Point]) -> list[Point]:
    if len(line) < 3:
        return line
    farthest = max(range(1, len(line) - 1), key=lambda n: _off(line[n], line[0], line[-1]))
    if _off(line[farthest], line[0], line[-1]) < TOLERANCE:
        return [line[0], line[-1]]
    return [*_thinned(line[: farthest + 1])[:-1], *_thinned(line[farthest:])]


def _off(point: Point, one: Point, other: Point) -> float:
    """Return how far a point is from the line through two others."""
    length = _apart(one, other)
    if not length:
        return _apart(point, one)
    (y, x), (y1, x1), (y2, x2) = ((north, east * SHRUNK) for north, east in (point, one, other))
    return abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1)) / length


def _apart(one: Point, other: Point) -> float:
    return hypot(one[0] - other[0], (one[1] - other[1]) * SHRUNK)


def _size(line: list[Point]) -> float:
    return max(_apart(line[0], point) for point in line)


if __name__ == "__main__":
    main()
