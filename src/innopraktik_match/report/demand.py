"""Demand before anybody is placed: people against places."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from innopraktik_match.places import municipality

if TYPE_CHECKING:
    from collections.abc import Callable

    from innopraktik_match.round import Host, Intern, Round

FEW_OPTIONS = 2
MOST_NAMED = 10


@dataclass(frozen=True)
class Balance:
    """People against places in one group; a week counts everybody who can begin in it."""

    interns: int
    hosts: int
    places: int


@dataclass(frozen=True)
class Demand:
    """What a coordinator wants to know before placing anybody.

    Attributes
    ----------
    total : Balance
        All people and all places; a place is room for one intern in one visit.
    wished_visits : int
        Visits that the interns wish together.
    by_sector, by_region, by_week : dict of str to Balance
        The same by sector ("" is unknown), by region and by week.
    wanted : tuple of (host id, interns who wish it, places)
        The most wanted hosts, at most ten.
    few_options : tuple of (intern id, hosts)
        Interns with at most two hosts that no hard rule takes away.
    """

    total: Balance
    wished_visits: int
    by_sector: dict[str, Balance]
    by_region: dict[str, Balance]
    by_week: dict[str, Balance]
    wanted: tuple[tuple[str, int, int], ...]
    few_options: tuple[tuple[str, int], ...]


def find_demand(round: Round) -> Demand:
    """Count people against places.

    Parameters
    ----------
    round : Round

    Returns
    -------
    Demand
    """
    wished = Counter(wish for intern in round.interns for wish in set(intern.wishes))
    hosts = {host.id: host for host in round.hosts}
    most = sorted(wished.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST_NAMED]
    return Demand(
        total=Balance(len(round.interns), len(round.hosts), sum(map(_places, round.hosts))),
        wished_visits=sum(intern.visits for intern in round.interns),
        by_sector=_by(round, lambda one: (one.sector or "",)),
        by_region=_by(round, lambda one: (_region(one),)),
        by_week=_by(round, lambda one: one.weeks or round.weeks),
        wanted=tuple((host, count, _places(hosts[host])) for host, count in most if host in hosts),
        few_options=_few_options(round),
    )


def _places(host: Host) -> int:
    return host.visits * host.max


def _region(one: Intern | Host) -> str:
    if one.region:
        return one.region
    town = municipality(one.municipality)
    return town.region if town else ""


def _by(round: Round, groups: Callable[[Intern | Host], tuple[str, ...]]) -> dict[str, Balance]:
    interns = Counter(group for one in round.interns for group in groups(one))
    hosts = Counter(group for one in round.hosts for group in groups(one))
    places: Counter[str] = Counter()
    for one in round.hosts:
        for group in groups(one):
            places[group] += _places(one)
    return {
        group: Balance(interns[group], hosts[group], places[group]) for group in sorted({*interns, *hosts})
    }


def _few_options(round: Round) -> tuple[tuple[str, int], ...]:
    import numpy as np

    from innopraktik_match.columns import build_columns
    from innopraktik_match.options import build_options

    options = build_options(build_columns(round))
    pairs = np.unique(np.stack([options.intern, options.host]), axis=1)
    count = np.bincount(pairs[0], minlength=len(round.interns))
    few = [(one.id, int(n)) for one, n in zip(round.interns, count, strict=True) if n <= FEW_OPTIONS]
    return tuple(sorted(few, key=lambda pair: (pair[1], pair[0])))
