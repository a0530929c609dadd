"""Prices and better visits in turn, until no visit improves; and the bound that prices prove."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from innopraktik_match.engine.master import Floats, Master, Pool, miss_columns
from innopraktik_match.measures import NO_LIMIT, Ints
from innopraktik_match.visits import FAR, Groups, Reduced, TooManyGroups, best_groups, groups_within

if TYPE_CHECKING:
    from innopraktik_match.columns import Columns
    from innopraktik_match.engine.aims import Stage
    from innopraktik_match.engine.control import Control

TOP = 6
NOISE = 4
MOST_NEGATIVE = 200_000


@dataclass(frozen=True)
class Priced:
    """Prices of all rows as exact integers, and what they prove.

    Attributes
    ----------
    price : array [rows]
        In 1/`scale`.
    scale : int
    scaled_bound : int
        No plan of the stage costs less than this / scale.
    least : array [H]
        min(0, least reduced cost of any visit to the host).
    reduced : Reduced
        Reduced costs under these prices.
    """

    price: Ints
    scale: int
    scaled_bound: int
    least: Ints
    reduced: Reduced

    @property
    def bound(self) -> int:
        """The bound, rounded up: every cost is a whole number."""
        return -(-self.scaled_bound // self.scale)

    def limit(self, stage: Stage, within: int) -> Ints:
        """Return the reduced cost [P] that is `within` of the host's least."""
        return within + self.least[stage.offers.places.host]


def find_prices(
    c: Columns, stage: Stage, pool: Pool, scale: int, control: Control, target: int | None = None
) -> tuple[Priced, Floats | None]:
    """Return the best prices found, and the values of the pool's visits in the last linear program.

    Stops when no visit improves, when the bound reaches `target` (the best plan's cost), or when the
    time is up.
    """
    free = np.zeros(len(stage.lower), dtype=np.int64)
    best = proven(c, stage, free, scale)
    if target is not None and best.bound >= target:
        return best, None
    master = Master(stage, pool)
    while not control.stopped:
        answer = control.wait(partial(master.solve, control.left), master.highs.cancelSolve)
        if answer is None:
            break
        dual, values = answer
        price = rounded_prices(stage, dual, scale)
        reduced = stage.reduced(price, scale)
        found = best_groups(c, stage.offers, reduced, TOP)
        before = len(pool)
        pool.add(found)
        if len(pool) == before:
            new = proven(c, stage, price, scale, pool)
            best = max(best, new, key=lambda priced: priced.scaled_bound)
            if len(pool) == before:
                return best, values
        master.grow()
    else:
        return best, None
    return best, None


def proven(c: Columns, stage: Stage, price: Ints, scale: int, pool: Pool | None = None) -> Priced:
    """Return what the prices prove; visits found to beat them go into the pool."""
    reduced = stage.reduced(price, scale)
    places = stage.offers.places
    below = np.full(len(places), -1, dtype=np.int64)
    least = np.zeros(len(c.hosts), dtype=np.int64)
    try:
        found = groups_within(c, stage.offers, reduced, below, MOST_NEGATIVE)
        np.minimum.at(least, places.host[found.place], found.reduced)
        if pool is not None:
            pool.add(cheapest(found))
    except TooManyGroups:
        np.minimum.at(least, places.host, _crude(c, stage, reduced))
    lower, upper = stage.lower, stage.upper
    limits = sum(int(y) * int(lower[n] if y > 0 else upper[n]) for n, y in enumerate(price) if y)
    hosts = sum(int(v) * int(m) for v, m in zip(c.host_visits, least, strict=True) if m)
    return Priced(price, scale, limits + hosts, least, reduced)


def rounded_prices(stage: Stage, dual: Floats, scale: int) -> Ints:
    """Return the duals as valid whole prices, a touch on the safe side: ties stay ties, not gains."""
    price = np.rint(dual * scale).astype(np.int64)
    price[: len(stage.rows.upper)][stage.rows.upper < NO_LIMIT] -= NOISE
    return valid(stage, price, scale)


def valid(stage: Stage, price: Ints, scale: int) -> Ints:
    """Return the prices mended: right signs, and no miss below its price."""
    price = price.copy()
    price[(price > 0) & (stage.lower <= -NO_LIMIT)] = 0
    price[(price < 0) & (stage.upper >= NO_LIMIT)] = 0
    start, row, load, cost = miss_columns(stage)
    base = len(stage.rows.lower)
    owner = np.repeat(np.arange(len(cost)), np.diff(start))
    elsewhere = np.zeros(len(cost), dtype=np.int64)
    aims = (row >= base) & (owner < len(stage.rows.miss_points))
    np.add.at(elsewhere, owner[aims], price[row[aims]] * load[aims])
    room = scale * cost - elsewhere
    own = ~aims
    used = np.zeros(len(cost), dtype=np.int64)
    np.add.at(used, owner[own], price[row[own]] * load[own])
    for miss in np.flatnonzero(used > room):
        over = int(used[miss] - room[miss])
        for entry in range(start[miss], start[miss + 1]):
            if own[entry] and over > 0:
                cut = min(over, abs(int(price[row[entry]])))
                price[row[entry]] -= cut * int(load[entry])
                over -= cut
    return price


def cheapest(found: Groups, most: int = 20) -> Groups:
    """Return the cheapest few groups of each place."""
    order = np.lexsort((found.reduced, found.place))
    place = found.place[order]
    first = np.searchsorted(place, place)
    return found.take(order[np.arange(len(order)) - first < most])


def _crude(c: Columns, stage: Stage, reduced: Reduced) -> Ints:
    """Return for each place a cost that no group beats: its cheapest options, visit rules aside."""
    f = stage.offers
    cost = np.minimum(0, np.where(reduced.option >= FAR, 0, reduced.option))
    order = np.lexsort((cost, f.place))
    rank = np.arange(len(order)) - f.start[f.place[order]]
    within = rank < c.host_max[f.places.host[f.place[order]]]
    total = reduced.place.copy()
    np.add.at(total, f.place[order[within]], cost[order[within]])
    return total
