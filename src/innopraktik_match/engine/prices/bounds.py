"""Dual prices as exact integers, and the Lagrangian bound that they prove."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from innopraktik_match.engine.prices.master import Floats, miss_columns
from innopraktik_match.engine.prices.shards import Visits, wanted
from innopraktik_match.engine.stages.blend import BLEND
from innopraktik_match.engine.stages.scaling import bounded
from innopraktik_match.model import tuning
from innopraktik_match.model.groups import FAR
from innopraktik_match.model.least import least_groups
from innopraktik_match.model.measures import NO_LIMIT, Ints

if TYPE_CHECKING:
    from innopraktik_match.engine.control import Control
    from innopraktik_match.engine.stages.aims import Stage
    from innopraktik_match.engine.stages.cuts import Cuts
    from innopraktik_match.model.groups import Groups, Reduced

BEFORE_THE_AIMS = (BLEND, "legal")


@dataclass(frozen=True)
class Priced:
    """Prices of all rows as exact integers, and the bound that they prove.

    Attributes
    ----------
    stage : Stage
    price : array [rows]
        In 1/`scale`.
    scaled_bound : int
        No plan of the stage costs less than this / scale.
    least : array [H]
        min(0, least reduced cost of any visit to the host).
    visits : Visits
        Those that pricing found.
    """

    stage: Stage
    price: Ints
    scaled_bound: int
    least: Ints
    visits: Visits

    @property
    def scale(self) -> int:
        """Prices and reduced costs are integers in units of 1/scale."""
        return self.stage.scale

    @property
    def cuts(self) -> Cuts | None:
        """Those of the last rows."""
        return self.stage.cuts

    @property
    def found(self) -> Groups:
        """The visit of least reduced cost of each host, where that is below 0."""
        return self.visits.least

    @cached_property
    def reduced(self) -> Reduced:
        """Reduced costs under these prices."""
        return self.stage.reduced(self.price)

    @property
    def entering(self) -> Groups:
        """Visits of negative reduced cost to enter the master, a few for each host."""
        entering = self.visits.entering
        return wanted(self.stage, self.reduced) if entering is None else entering

    @property
    def bound(self) -> int:
        """The dual bound, rounded up, as every cost is an integer."""
        return -(-self.scaled_bound // self.scale)

    def tell(self, control: Control, stage: Stage, value: int) -> None:
        """Report the incumbent's cost and the bound to the callback."""
        aim, own = stage.cost.aim, stage.cost.own
        if aim not in BEFORE_THE_AIMS:
            control.tell(aim, own(value), own(min(value, self.bound)))

    def within(self, cost: int) -> int:
        """Return the largest reduced cost, from the host's least, of any visit in a plan of that cost."""
        return self.scale * cost - self.scaled_bound

    def limit(self, stage: Stage, within: int) -> Ints:
        """Return the host's least reduced cost plus `within`, for each place [P]."""
        return min(within, FAR // 2) + self.least[stage.offers.places.host]


def proven(stage: Stage, price: Ints, control: Control) -> Priced:
    """Return the exact bound under these prices: limits at their prices plus each host's least visits."""
    columns = stage.offers.columns
    places = stage.offers.places
    visits = None if control.shards is None else control.shards.priced(stage, price, control.look)
    reduced = None
    if visits is None:
        reduced = stage.reduced(price)
        visits = Visits(least_groups(stage.offers, reduced, control.look), None)
    found = visits.least
    least = np.zeros(len(columns.hosts), dtype=np.int64)
    least[places.host[found.place]] = found.reduced
    limit = np.where(price > 0, stage.lower, stage.upper)
    counts = np.flatnonzero(price)
    limits = sum(int(y) * int(n) for y, n in zip(price[counts], limit[counts], strict=True))
    hosts = sum(int(v) * int(m) for v, m in zip(columns.host_visits, least, strict=True) if m)
    priced = Priced(stage, price, limits + hosts, least, visits)
    if reduced is not None:
        priced.__dict__["reduced"] = reduced
    return priced


def rounded_prices(stage: Stage, dual: Floats) -> Ints:
    """Round duals to valid integer prices, slightly on the safe side, so that ties do not look like gains.

    Only rows with small limits get the margin: the bound loses it once per unit of the limit.
    """
    price = bounded(stage, dual * stage.scale)
    price[price > tuning.PRICE_MARGIN] -= tuning.PRICE_MARGIN
    price[: len(stage.rows.upper)][stage.rows.upper <= tuning.PRICE_MARGIN_UP_TO] -= tuning.PRICE_MARGIN
    return valid(stage, price)


def valid(stage: Stage, price: Ints) -> Ints:
    """Return the prices made dual feasible: right signs, in range, no miss of negative reduced cost."""
    price = np.clip(price, -stage.highest, stage.highest)
    price[(price > 0) & (stage.lower <= -NO_LIMIT)] = 0
    price[(price < 0) & (stage.upper >= NO_LIMIT)] = 0
    start, row, load, cost = miss_columns(stage)
    base = len(stage.rows.lower)
    owner = np.repeat(np.arange(len(cost)), np.diff(start))
    elsewhere = np.zeros(len(cost), dtype=np.int64)
    aims = (row >= base) & (owner < len(stage.rows.miss_points))
    np.add.at(elsewhere, owner[aims], price[row[aims]] * load[aims])
    room = stage.scale * cost - elsewhere
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
