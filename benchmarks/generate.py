"""Seeded rounds that look like real ones, at any size. Everybody in them is invented."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray  # noqa: TC002

from benchmarks.by_hand import ByHand
from innopraktik_match.domain.municipalities import km_between, municipalities
from innopraktik_match.domain.round import Round
from innopraktik_match.model.columns import build_columns
from innopraktik_match.model.options import build_options

SECTORS = ("municipality", "state", "region", "private", "civil")
SECTOR_SHARE = (0.55, 0.24, 0.16, 0.03, 0.02)
THEMES = tuple(f"theme {n:02}" for n in range(24))
LENGTHS = ("2-5", "2-3", "3-5", 3, 4, 2, 5)
LENGTH_SHARE = (0.35, 0.15, 0.15, 0.15, 0.05, 0.1, 0.05)


@dataclass(frozen=True)
class Recipe:
    """What kind of round to make.

    Attributes
    ----------
    interns, hosts : int
    places : float
        Places for each intern: below 1 is a shortage, above 1 a surplus. A host has 1-3.
    choices : int or None
        How many hosts a shortlist leaves each intern; None: every pair is possible.
    points : {"wishes", "random"}
        What the second aim measures: wishes, themes, sectors and lengths by the standard preset; or a
        number from 0 to 99 drawn for each pair, and `sector_points` for a sector repeated in a visit.
    weeks : int
        Weeks of the round, from week 37; 0: nobody says when or how long.
    sector_points : int or None
        Price of a sector repeated in a visit; None: that of the family.
    minima : float
        Share of the hosts for two or more that take no less than two.
    several : float
        Share of the interns who wish two visits, and of the hosts that offer two.
    quota : bool
        Whether state and private hosts are to give, and municipalities to get, a share of the visits.
    worst_off : bool
        Whether the worst-served intern is an aim before the points.
    largest : int
        The most interns that a host takes at once.
    offered : int
        Visits that every host offers, where it offers no two by `several`.
    grouped : float
        Share of the interns who travel in twos.
    locked : float
        Share of the visits of a plan made by hand that are agreed beforehand.
    no_empty_hosts : bool
        Whether every host must get a visit.
    seed : int
    """

    interns: int
    hosts: int
    places: float = 1.1
    choices: int | None = 30
    points: Literal["wishes", "random"] = "wishes"
    weeks: int = 10
    sector_points: int | None = None
    minima: float = 0.15
    several: float = 0.0
    quota: bool = False
    worst_off: bool = False
    largest: int = 3
    offered: int = 1
    grouped: float = 0.0
    locked: float = 0.0
    no_empty_hosts: bool = False
    seed: int = 1


def generate(recipe: Recipe) -> Round:
    """Return the round of a recipe; the same for the same recipe on every machine."""
    draw = np.random.default_rng(recipe.seed)
    towns = municipalities()
    crowd = 1 / (1 + np.argsort(np.argsort([town.code for town in towns])))
    crowd = crowd / crowd.sum()
    intern_town = draw.choice(len(towns), recipe.interns, p=crowd)
    host_town = draw.choice(len(towns), recipe.hosts, p=crowd)
    intern_sector = draw.choice(len(SECTORS), recipe.interns, p=SECTOR_SHARE)
    host_sector = draw.choice(len(SECTORS), recipe.hosts, p=SECTOR_SHARE)
    listed = _shortlists(recipe, draw, intern_town, host_town)
    interns = [
        {
            "id": f"p{n:05}",
            "workplace": f"workplace {draw.integers(recipe.hosts * 2)}",
            "sector": SECTORS[intern_sector[n]],
            "municipality": towns[intern_town[n]].name,
            "themes": _some(draw, THEMES, draw.integers(0, 4)),
            "wishes": [f"v{h:05}" for h in _some(draw, listed[n], draw.choice([0, 1, 2, 3, 3, 5]))],
            "visits": 2 if draw.random() < recipe.several else 1,
            "priority": 0,
            **_when(recipe, draw, 2, 6),
        }
        for n in range(recipe.interns)
    ]
    most = _places(recipe, draw)
    hosts = [
        {
            "id": f"v{n:05}",
            "workplace": f"workplace {n}",
            "sector": SECTORS[host_sector[n]],
            "municipality": towns[host_town[n]].name,
            "themes": _some(draw, THEMES, draw.integers(0, 4)),
            "min": 2 if most[n] > 1 and draw.random() < recipe.minima else 1,
            "max": int(most[n]),
            "visits": 2 if draw.random() < recipe.several else recipe.offered,
            **_when(recipe, draw, 1, 4),
        }
        for n in range(recipe.hosts)
    ]
    pairs: list[dict[str, Any]] = []
    if recipe.choices is not None or recipe.points == "random":
        for n, mine in enumerate(listed):
            points = draw.integers(0, 100, len(mine)) if recipe.points == "random" else np.zeros(len(mine))
            pairs += [
                {"intern": f"p{n:05}", "host": f"v{h:05}", "points": int(p)}
                for h, p in zip(mine, points, strict=True)
            ]
    policy = _policy(recipe)
    if recipe.grouped:
        pairs = _in_twos(recipe, interns, pairs)
        policy["rules"]["together"] = {"mode": "hard"}
    data = {"interns": interns, "hosts": hosts, "pairs": pairs, "policy": policy}
    round = Round.model_validate(data)
    if recipe.locked:
        round = Round.model_validate({**data, "locks": _agreed(recipe, round)})
    return round


def _in_twos(
    recipe: Recipe, interns: list[dict[str, Any]], pairs: list[dict[str, Any]]
) -> list[dict[str, Any]]:
    """Let the first interns travel in twos: the second of each has the lists and weeks of the first."""
    leader = {}
    for n in range(0, int(recipe.grouped * recipe.interns) - 1, 2):
        first, second = interns[n], interns[n + 1]
        leader[second["id"]] = first["id"]
        first["group"] = f"group {n}"
        second.update({name: first[name] for name in ("group", "wishes", "visits")})
        second.update({name: first[name] for name in ("weeks", "days") if name in first})
    theirs: dict[str, list[dict[str, Any]]] = {}
    for pair in pairs:
        theirs.setdefault(pair["intern"], []).append(pair)
    followed = [{**pair, "intern": who} for who, whom in leader.items() for pair in theirs.get(whom, [])]
    return [pair for pair in pairs if pair["intern"] not in leader] + followed


def _agreed(recipe: Recipe, round: Round) -> list[dict[str, Any]]:
    """Return locks for every so many visits of a plan made by hand."""
    columns = build_columns(round)
    table = ByHand(columns, build_options(columns))
    table.place_everybody()
    locks = []
    for number, (host, slot, guests) in enumerate(table.visits()):
        if int((number + 1) * recipe.locked) > int(number * recipe.locked):
            week, days = columns.slot_week[slot], int(columns.slot_days[slot])
            when = {"week": columns.weeks[week] if week >= 0 else None, "days": days or None}
            locks += [
                {"intern": columns.interns[i].id, "host": columns.hosts[host].id, "status": "agreed", **when}
                for i in guests
            ]
    return locks


def _shortlists(
    recipe: Recipe, draw: np.random.Generator, intern_town: NDArray[Any], host_town: NDArray[Any]
) -> list[NDArray[Any]]:
    """Return the hosts on each intern's shortlist: half of them near, half anywhere."""
    if recipe.choices is None or recipe.choices >= recipe.hosts:
        return [np.arange(recipe.hosts)] * recipe.interns
    towns = municipalities()
    by_town = [np.flatnonzero(host_town == town) for town in range(len(towns))]
    near = []
    for town in towns:
        order = sorted(range(len(towns)), key=lambda other: km_between(town, towns[other]))
        nearest = np.concatenate([by_town[other] for other in order])
        near.append(nearest[: max(3 * recipe.choices, len(nearest) // 10)])
    lists = []
    for town in intern_town:
        close = _some(draw, near[town], recipe.choices // 2)
        anywhere = draw.choice(recipe.hosts, recipe.choices, replace=False)
        lists.append(np.sort(np.array(list(dict.fromkeys([*close, *anywhere]))[: recipe.choices])))
    return lists


def _places(recipe: Recipe, draw: np.random.Generator) -> NDArray[Any]:
    """Return 1 place and more for each host, together as many as asked for where that can be."""
    wanted = round(recipe.places * recipe.interns / (1 + recipe.several) / recipe.offered)
    wanted = min(recipe.largest * recipe.hosts, max(recipe.hosts, wanted))
    most = np.ones(recipe.hosts, dtype=np.int64)
    seats = np.repeat(np.arange(recipe.hosts), recipe.largest - 1)
    np.add.at(most, draw.permutation(seats)[: wanted - recipe.hosts], 1)
    return most


def _when(recipe: Recipe, draw: np.random.Generator, fewest: int, most: int) -> dict[str, Any]:
    """Return some weeks in a row, or all of them, and a length."""
    if not recipe.weeks:
        return {}
    count = min(recipe.weeks, int(draw.integers(fewest, most + 1)))
    first = int(draw.integers(0, recipe.weeks - count + 1))
    every = draw.random() < 0.1
    days = LENGTHS[draw.choice(len(LENGTHS), p=LENGTH_SHARE)]
    return {"weeks": [] if every else [_week(first + n) for n in range(count)], "days": days}


def _week(number: int) -> str:
    return f"2026-W{37 + number:02}"


def _policy(recipe: Recipe) -> dict[str, Any]:
    unlisted: int | str = "forbid" if recipe.choices is not None or recipe.points == "random" else 0
    rules: dict[str, Any] = {"pair_points": {"unlisted": unlisted}}
    if recipe.points == "random":
        rules["mixed_sectors"] = {"points": 15}
    if recipe.sector_points is not None:
        rules["mixed_sectors"] = {"points": recipe.sector_points}
    if recipe.quota:
        rules["quota"] = {
            "limits": [
                {"of": "hosts", "field": "sector", "value": "state", "min": recipe.interns // 8},
                {"of": "interns", "field": "sector", "value": "municipality", "min": recipe.interns // 3},
                {"of": "hosts", "field": "region", "value": "Region Hovedstaden", "max": recipe.interns // 2},
            ]
        }
    if recipe.largest > 3:
        rules["capacity"] = {"limit": recipe.largest}
    if recipe.no_empty_hosts:
        rules["empty_hosts"] = {"mode": "hard"}
    policy: dict[str, Any] = {"weeks": [_week(n) for n in range(recipe.weeks)], "rules": rules}
    if recipe.points == "random":
        policy["preset"] = "bare"
        rules["mixed_workplaces"] = {"mode": "off"}
    if recipe.worst_off:
        policy["aims"] = ["placed", "worst_off", "points"]
    return policy


def _some(draw: np.random.Generator, words: Any, count: int) -> list[Any]:
    return [words[n] for n in draw.permutation(len(words))[: int(count)]]
