"""Road kilometres: what people know, what the map of roads gives, and what holds for any distance."""

from __future__ import annotations

import csv
from functools import cache
from math import asin, cos, pi, radians, sin, sqrt

import numpy as np
import pytest
from scripts.make_distances import DETOUR, KNOWN, ROADS, fitted_detour

from innopraktik_match.domain.municipalities import km_between, municipalities, municipality
from innopraktik_match.domain.rulebook.worst_cases import FARTHEST_KM

WITHIN = 0.12
BY_FERRY = {"Bornholm", "Fanø", "Læsø", "Samsø", "Ærø"}
NOT_FITTED = {
    ("Kolding", "Vejle"): 30,
    ("Esbjerg", "Kolding"): 72,
    ("Viborg", "Aarhus"): 66,
    ("Herning", "Aarhus"): 88,
    ("Sønderborg", "Kolding"): 90,
    ("Roskilde", "København"): 35,
    ("Holstebro", "Viborg"): 52,
    ("Svendborg", "Odense"): 45,
    ("Nyborg", "Odense"): 31,
    ("Middelfart", "Odense"): 47,
    ("Odense", "Kolding"): 70,
    ("Syddjurs", "Aarhus"): 52,  # Ebeltoft, round the bay
    ("Norddjurs", "Aarhus"): 63,  # Grenaa
    ("Randers", "Aarhus"): 38,
    ("Silkeborg", "Aarhus"): 44,
    ("Horsens", "Aarhus"): 46,
    ("Helsingør", "København"): 46,
    ("Slagelse", "København"): 93,
    ("Kalundborg", "København"): 103,
    ("Holbæk", "København"): 67,
    ("Køge", "København"): 40,
    ("Vordingborg", "København"): 92,
    ("Lolland", "København"): 143,  # Maribo
    ("Haderslev", "Kolding"): 31,
    ("Tønder", "Esbjerg"): 78,
    ("Herning", "Viborg"): 48,
    ("Skive", "Viborg"): 31,
    ("Morsø", "Skive"): 29,
    ("Thisted", "Aalborg"): 90,
    ("Frederikshavn", "Aalborg"): 64,
    ("Viborg", "Aalborg"): 81,
    ("Randers", "Aalborg"): 80,
}


def km(one: str, other: str) -> int:
    here, there = municipality(one), municipality(other)
    assert here is not None
    assert there is not None
    return km_between(here, there)


@cache
def table() -> np.ndarray:
    towns = municipalities()
    return np.array([[km_between(here, there) for there in towns] for here in towns])


# -- what people know -----------------------------------------------------------------------


@pytest.mark.parametrize(("way", "known"), [*KNOWN.items(), *NOT_FITTED.items()])
def test_the_kilometres_are_those_that_people_know(way: tuple[str, str], known: int) -> None:
    assert abs(km(*way) - known) <= WITHIN * known


def test_the_detour_is_the_one_that_fits_what_people_know_best() -> None:
    assert fitted_detour() == DETOUR == 1.10


# -- worked out by hand ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other", "by_hand"),
    [
        ("Kolding", "Vejle", 27),  # 24.7 x 1.1 = 27.2
        ("København", "Frederiksberg", 2),  # 2.0 x 1.1 = 2.2
        ("Odense", "Nyborg", 30),  # to Langeskov 13.1, on 13.9: 27.0 x 1.1 = 29.7
        ("Aarhus", "Randers", 39),  # Lisbjerg 7.6, Trige 3.8, Randers 24.1: 35.5 x 1.1 = 39.05
        ("Esbjerg", "Fanø", 5),  # 1.1 and 0.4 on land x 1.1 = 1.65, 2.9 at sea: 4.55
        # Mårslet 10.4, Odder 10.4, Hou 9.4, from Sælvig 4.7: 34.9 x 1.1 = 38.4; 18.9 at sea: 57.3
        ("Aarhus", "Samsø", 57),
        # Tårnby 5.5, the bridge 17.1, Malmö 10.3, Ystad 55.2 and 0.7, Rønne 0.9: 89.7 x 1.1 = 98.7; 65.6 at sea
        ("København", "Bornholm", 164),
    ],
)
def test_a_road_is_a_tenth_longer_than_the_line_and_a_ferry_sails_straight(
    one: str, other: str, by_hand: int
) -> None:
    assert km(one, other) == by_hand


def test_a_ferry_is_a_way_to_its_island_and_not_over_it() -> None:
    assert km("Kalundborg", "Samsø") == 36  # 0.6 + 3.2 km on land x 1.1, 32.0 at sea
    assert km("Samsø", "Odder") == 34  # 4.7 + 9.4 km on land x 1.1, 18.9 at sea
    assert km("Kalundborg", "Odder") == 237  # over Storebælt and Lillebælt


def test_roads_and_ferries_are_as_long_as_the_lines_between_the_seats() -> None:
    """1 degree is 111.19 km: chords by another formula than the one that wrote the lines."""
    seats = {town.name: town for town in municipalities()}
    between_seats = [row for row in roads() if row["from"] in seats and row["to"] in seats]
    assert len(between_seats) > 100
    for row in between_seats:
        ends = [seats[row[end]] for end in ("from", "to")]
        (x, y, z), (u, v, w) = [
            (cos(north) * cos(east), cos(north) * sin(east), sin(north))
            for north, east in ((radians(end.latitude), radians(end.longitude)) for end in ends)
        ]
        chord = sqrt((x - u) ** 2 + (y - v) ** 2 + (z - w) ** 2)
        degrees = 2 * asin(chord / 2) * 180 / pi
        assert float(row["km"]) == pytest.approx(111.195 * degrees, abs=0.06)


def test_the_table_holds_the_shortest_ways_of_another_algorithm() -> None:
    """Floyd and Warshall on land, then the ferries; Dijkstra wrote the table."""
    names = sorted({row[end] for row in roads() for end in ("from", "to")})
    at = {name: n for n, name in enumerate(names)}
    land = np.full((len(names), len(names)), np.inf)
    np.fill_diagonal(land, 0)
    for row in roads("road"):
        one, other = at[row["from"]], at[row["to"]]
        land[one, other] = land[other, one] = DETOUR * float(row["km"])
    for middle in range(len(names)):
        np.minimum(land, land[:, [middle]] + land[[middle], :], out=land)
    to_islands = land.copy()
    for row in roads("ferry"):
        harbour, landing, sea = at[row["from"]], at[row["to"]], float(row["km"])
        np.minimum(to_islands, land[:, [harbour]] + sea + land[[landing], :], out=to_islands)
    ways = np.minimum(to_islands, to_islands.T)
    for harbour in {at[row["from"]] for row in roads("ferry")}:
        between_islands = to_islands[[harbour], :].T + to_islands[[harbour], :]
        ways = np.where(np.isfinite(land), ways, np.minimum(ways, between_islands))
    seats = [at[town.name] for town in municipalities()]
    assert np.abs(table() - ways[np.ix_(seats, seats)]).max() < 0.5 + 1e-9


def roads(by: str | None = None) -> list[dict[str, str]]:
    with ROADS.open(encoding="utf-8") as file:
        return [row for row in csv.DictReader(file, delimiter=";") if by in (None, row["by"])]


# -- what holds for any distance ------------------------------------------------------------


def test_every_municipality_is_reached_from_every_other_one_and_it_is_as_far_back() -> None:
    assert (table() == table().T).all()
    assert (table().diagonal() == 0).all()
    assert (table() + np.eye(98) > 0).all()
    assert table().max() <= FARTHEST_KM


def test_no_way_over_a_third_municipality_is_shorter() -> None:
    """Rounding may lose a kilometre; islands that two ferries reach are no thoroughfare."""
    for n, town in enumerate(municipalities()):
        if town.name not in BY_FERRY:
            over = table()[:, [n]] + table()[[n], :]
            assert (table() <= over + 1).all()


def test_no_way_is_shorter_than_the_line() -> None:
    seats = municipalities()
    north = np.radians([town.latitude for town in seats])
    east = np.radians([town.longitude for town in seats])
    toward = np.stack([np.cos(north) * np.cos(east), np.cos(north) * np.sin(east), np.sin(north)])
    line = 6371 * np.arccos(np.clip(toward.T @ toward, -1, 1))
    assert (table() >= line - 0.5).all()


def test_the_islands_without_a_bridge_are_reached_by_ferry() -> None:
    by_road, ahead = {"København"}, {"København"}
    while ahead:
        ends = [{row["from"], row["to"]} for row in roads("road")]
        ahead = {town for both in ends if both & ahead for town in both} - by_road
        by_road |= ahead
    assert {town.name for town in municipalities()} - by_road == BY_FERRY
