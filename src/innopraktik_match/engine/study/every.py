"""Bounds by prices alone under many questions at once: of every pair, and of every host's room."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from innopraktik_match.engine.study.near import floors
from innopraktik_match.engine.write_up import PEAK
from innopraktik_match.model.groups import FAR
from innopraktik_match.model.least import least_groups

if TYPE_CHECKING:
    from innopraktik_match.engine.study.bounding import Bounding
    from innopraktik_match.model.measures import Flags, Ints


@dataclass(frozen=True)
class Costs:
    """Costs that no plan is below, by aim, each within the bounds of the aims before it.

    Attributes
    ----------
    pairs : dict of array [I, H]
        Where intern and host meet.
    possible : array [I, H]
        Whether any rule lets them; where not, their costs mean nothing.
    places, visits : dict of array [H], or None
        Where one more may come to the host at once, and where it has one more visit; None where prices do not
        tell.
    grows : array [H]
        Whether people who travel together would have the host for the first time with a place more: then
        `places` says nothing of it.
    """

    pairs: dict[str, Ints]
    possible: Flags
    places: dict[str, Ints] | None
    visits: dict[str, Ints] | None
    grows: Flags


def every_bound(standing: Bounding) -> Costs:
    """Return what the prices prove under each question: a pair together, a place more, a visit more."""
    count = len(standing.offers.columns.interns), len(standing.offers.columns.hosts)
    pairs: dict[str, Ints] = {}
    kept, within = np.full(count, not standing.changed), np.ones(count, dtype=bool)
    lowest_level = _least_of_pairs(standing, standing.offers.level)
    name: str
    for name in standing.aims:
        if name == PEAK:
            level = standing.level
            pairs[name] = np.where(kept, np.maximum(level, lowest_level), lowest_level)
            kept &= pairs[name] == level
            within = kept.copy()  # the prices that follow say nothing of plans that are worse for somebody
            continue
        beyond = _of_pairs(standing, name)
        cost = np.where(
            within & (beyond < FAR), _costs(standing, name, np.where(beyond < FAR, beyond, 0), pairs), 0
        )
        pairs[name] = np.where(kept, np.maximum(standing.known[name].cost, cost), cost)
        kept &= pairs[name] == standing.known[name].cost
    grows = np.isin(standing.offers.columns.host_max + 1, standing.offers.size[standing.offers.size > 1])
    if standing.by_level:  # plans with more room may reach another level
        return Costs(pairs, lowest_level < FAR, None, None, grows)
    places: dict[str, Ints] = {}
    visits: dict[str, Ints] = {}
    for name in standing.known:
        places[name] = _costs(standing, name, _of_places(standing, name), places)
        visits[name] = _costs(standing, name, _of_visits(standing, name), visits)
    return Costs(pairs, lowest_level < FAR, places, visits, grows)


def _costs(standing: Bounding, name: str, beyond: Ints, before: dict[str, Ints]) -> Ints:
    """Return the bounds of an aim that is so far from its prices, given those of the aims before."""
    aim, priced = standing.known[name], standing.priced(name)
    scaled = priced.scaled_bound + beyond
    for n, (measure, cost) in enumerate(aim.stage.reached):
        scaled += int(priced.price[len(standing.rows.lower) + n]) * (before[measure.aim] - cost)
    return -(-scaled // priced.scale)


def _of_pairs(standing: Bounding, name: str) -> Ints:
    """Return how far from the prices any visit of an intern to a host is at least [I, H]; else `FAR`."""
    every = np.arange(len(standing.offers))
    found = _least_of_pairs(standing, floors(standing.known[name].stage, standing.priced(name), every))
    return np.where(found < FAR, np.maximum(0, found), FAR)


def _least_of_pairs(standing: Bounding, value: Ints) -> Ints:
    """Return the least value of any option of an intern at a host [I, H]; `FAR` where there is none."""
    offers = standing.offers
    columns, host = offers.columns, offers.places.host
    found = np.full((len(columns.interns), len(columns.hosts)), FAR, dtype=np.int64)
    members = offers.members[offers.unit]
    for seat in range(members.shape[1]):
        there: Flags = members[:, seat] >= 0
        np.minimum.at(found, (members[there, seat], host[offers.place[there]]), value[there])
    return found


def _of_places(standing: Bounding, name: str) -> Ints:
    """Return what one more at once changes in the bound [H]: the host's visits may be cheaper."""
    offers, priced = standing.known[name].stage.offers, standing.priced(name)
    columns = offers.columns
    wider = replace(offers, columns=replace(columns, host_max=columns.host_max + 1))
    groups = least_groups(wider, priced.reduced)
    least = np.zeros(len(columns.hosts), dtype=np.int64)
    np.minimum.at(least, offers.places.host[groups.place], groups.reduced)
    return columns.host_visits * (least - priced.least)


def _of_visits(standing: Bounding, name: str) -> Ints:
    """Return what one more visit changes in the bound [H]."""
    priced = standing.priced(name)
    row = np.array([standing.host_rows.get(host, -1) for host in range(len(priced.least))])
    own = np.where(row >= 0, np.minimum(0, priced.price[np.maximum(row, 0)]), 0)
    return own + priced.least
