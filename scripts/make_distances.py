"""Write src/innopraktik_match/data/distances.csv: road kilometres between the seats of the municipalities.

The kilometres are those of the shortest way over scripts/roads.csv (Dijkstra). A road is longer than the
straight line by one factor, `DETOUR`, the same everywhere; a ferry sails the straight line. Nobody passes
over an island that only ferries reach to get elsewhere.
"""

from __future__ import annotations

import csv
from heapq import heappop, heappush
from pathlib import Path

ROADS = Path(__file__).parent / "roads.csv"
DATA = Path(__file__).parents[1] / "src/innopraktik_match/data"
DETOUR = 1.10
"""The factor, in hundredths, with the least squares of relative errors on `KNOWN`: see `fitted_detour`."""

# road kilometres that people know; "Guldborgsund" is Nykøbing Falster
KNOWN = {
    ("København", "Odense"): 165,
    ("København", "Aarhus"): 303,
    ("København", "Aalborg"): 415,
    ("Odense", "Aarhus"): 145,
    ("Odense", "Esbjerg"): 138,
    ("Aarhus", "Aalborg"): 118,
    ("Aarhus", "Esbjerg"): 153,
    ("Kolding", "Aarhus"): 100,
    ("Næstved", "København"): 80,
    ("Guldborgsund", "København"): 128,
    ("Hjørring", "Aalborg"): 50,
}


def main() -> None:
    """Write a row for each municipality: the kilometres to those before it and to itself."""
    with (DATA / "municipalities.csv").open(encoding="utf-8") as file:
        names = {row["code"]: row["name"] for row in csv.DictReader(file, delimiter=";")}
    roads = RoadMap()
    with (DATA / "distances.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\n")
        writer.writerow(["code", *names])
        for number, (code, name) in enumerate(names.items(), 1):
            km = roads.km_from(name)
            writer.writerow([code, *(round(km[other]) for other in list(names.values())[:number])])


def fitted_detour() -> float:
    """Return the factor, in hundredths, with the least squares of relative errors on what people know."""

    def errors(detour: float) -> float:
        roads = RoadMap(detour)
        return sum((roads.km_from(one)[other] / km - 1) ** 2 for (one, other), km in KNOWN.items())

    return min((hundredths / 100 for hundredths in range(100, 131)), key=errors)


class RoadMap:
    """Towns, and the roads and ferries between them.

    Parameters
    ----------
    detour : float
        How much longer a road is than the straight line.
    """

    def __init__(self, detour: float = DETOUR) -> None:
        self.roads: dict[str, dict[str, float]] = {}
        self.ferries: dict[str, dict[str, float]] = {}
        with ROADS.open(encoding="utf-8") as file:
            for row in csv.DictReader(file, delimiter=";"):
                one, other, km = row["from"], row["to"], float(row["km"])
                for town in (one, other):
                    self.roads.setdefault(town, {})
                    self.ferries.setdefault(town, {})
                ways, factor = (self.ferries, 1.0) if row["by"] == "ferry" else (self.roads, detour)
                ways[one][other] = ways[other][one] = factor * km
        self.mainland = self._reached_by_road("København")

    def km_from(self, start: str) -> dict[str, float]:
        """Return the kilometres of the shortest way from a town to every other one."""
        boarding = self.mainland | self._reached_by_road(start)
        found: dict[str, float] = {}
        queue = [(0.0, start)]
        while queue:
            km, town = heappop(queue)
            if town in found:
                continue
            found[town] = km
            ways = self.roads[town] | self.ferries[town] if town in boarding else self.roads[town]
            for onward, further in ways.items():
                heappush(queue, (km + further, onward))
        return found

    def _reached_by_road(self, start: str) -> set[str]:
        reached, ahead = {start}, [start]
        while ahead:
            new = self.roads[ahead.pop()].keys() - reached
            reached |= new
            ahead += new
        return reached


if __name__ == "__main__":
    main()
