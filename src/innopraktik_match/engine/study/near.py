"""The visits near the prices, nearest first, and those near them that hold somebody."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from innopraktik_match.engine.study import tuning
from innopraktik_match.model.groups import FAR, Groups, Reduced, joined, lowest
from innopraktik_match.model.growth import TooManyGroups, groups_within
from innopraktik_match.model.least import least_groups

if TYPE_CHECKING:
    from collections.abc import Collection

    from innopraktik_match.engine.prices.bounds import Priced
    from innopraktik_match.engine.stages.aims import Stage
    from innopraktik_match.model.measures import Flags, Ints
    from innopraktik_match.model.options import Offers

FORCED = 2**56
"""More than any reduced cost: an option made cheaper by so much is in every group that fits."""


class Near:
    """The visits nearest to the prices: all of them up to a gap, as wide as a list of them stays short.

    Parameters
    ----------
    stage : Stage
    priced : Priced

    Attributes
    ----------
    groups : Groups
        Nearest first.
    within : int
        The gap.
    """

    def __init__(self, stage: Stage, priced: Priced) -> None:
        self.stage, self.priced = stage, priced
        self.groups = joined([], int(stage.offers.columns.host_max.max(initial=1)))
        self.beyond = np.zeros(0, dtype=np.int64)
        self.within, within = -1, priced.scale // tuning.FIRST_SHARE
        while within < FAR // 8 and len(self.groups) < tuning.ENOUGH_LISTED and self._list(within):
            within *= 2

    def upto(self, within: int) -> Groups:
        """Return every visit at most so far from the prices; no more than are listed."""
        return self.groups.take(slice(np.searchsorted(self.beyond, within, side="right")))

    def holding(self, options: Flags, within: int) -> Groups | None:
        """Return every visit with one of some options, at most so far from the prices; None if too many."""
        hosts = np.unique(self.stage.offers.places.host[self.stage.offers.place[options]])
        if within > self.within and len(hosts) > 1:
            return None
        if within > self.within:
            return holding(self.stage, self.priced, options, within)
        near = self.upto(within)
        if len(hosts) == 1:
            rows = self._of_host[int(hosts[0])]
            near = near.take(rows[: np.searchsorted(rows, len(near))])
        return near.take(np.asarray(np.append(options, False)[near.options].any(axis=1)))

    @cached_property
    def _of_host(self) -> list[Ints]:
        """The rows of each host's visits."""
        columns, host = self.stage.offers.columns, self.stage.offers.places.host[self.groups.place]
        order = np.argsort(host, kind="stable")
        return np.split(order, np.searchsorted(host[order], np.arange(1, len(columns.hosts))))

    def _list(self, within: int) -> bool:
        """List the visits within a gap; return whether there were few enough."""
        offers, priced = self.stage.offers, self.priced
        limit = priced.limit(self.stage, within)
        try:
            found = groups_within(offers, priced.reduced, limit, tuning.MOST_LISTED)
        except TooManyGroups:
            return False
        beyond = found.reduced - priced.least[offers.places.host[found.place]]
        order = np.argsort(beyond, kind="stable")
        self.groups, self.beyond, self.within = found.take(order), beyond[order], within
        return True


def floor(stage: Stage, priced: Priced, options: Flags) -> int:
    """Return a lower bound on how far any visit with one of some options is from the prices."""
    return int(floors(stage, priced, np.flatnonzero(options)).min(initial=FAR))


def floors(stage: Stage, priced: Priced, options: Ints) -> Ints:
    """Return for each of some options a lower bound on how far any visit with it is from the prices."""
    offers, reduced = stage.offers, priced.reduced
    columns, host = offers.columns, offers.places.host
    low = lowest(offers, reduced)
    others = low * (np.where(low < 0, columns.host_max[host], 1) - 1)
    beyond = reduced.place + others - priced.least[host]
    return np.asarray(reduced.option[options] + beyond[offers.place[options]])


def holding(stage: Stage, priced: Priced, options: Flags, within: int) -> Groups | None:
    """Return every visit with one of some options, at most so far from the prices, nearest first.

    None if there are too many. At each place the options are those of one person, or of people who
    exclude each other.
    """
    offers, reduced = stage.offers, priced.reduced
    cheaper = reduced.option.copy()
    cheaper[options] -= FORCED
    limit = np.full(len(offers.places), -FAR, dtype=np.int64)
    at = np.unique(offers.place[options])
    limit[at] = priced.limit(stage, within)[at] - FORCED
    try:
        forced = Reduced(cheaper, reduced.place, reduced.visit_weight)
        found = groups_within(offers, forced, limit, tuning.MOST_LISTED)
    except TooManyGroups:
        return None
    nearest = found.take(np.argsort(found.reduced, kind="stable"))
    return replace(nearest, reduced=nearest.reduced + FORCED)


def least_at(offers: Offers, priced: Priced, host: int) -> int:
    """Return the least reduced cost, up to 0, of any visit to one host, with its room in `offers`."""
    elsewhere = offers.places.host[offers.place] != host
    only = replace(priced.reduced, option=np.where(elsewhere, FAR, priced.reduced.option))
    return min(0, int(least_groups(offers, only).reduced.min(initial=0)))


def others(groups: Groups, known: Collection[bytes]) -> Groups:
    """Return the visits whose words are not known."""
    return groups.take(np.array([word not in known for word in words(groups)], dtype=bool))


def words(groups: Groups) -> list[bytes]:
    """Return the options of each visit as one word, however many seats; they tell its host and slot too."""
    free = b"\xff"  # a free seat, -1, has no other byte, and no option ends with it
    return [row.tobytes().rstrip(free) for row in -np.sort(-groups.options, axis=1)]


def together(parts: list[Groups]) -> Groups:
    """Return groups of different widths in one table."""
    width = max(part.options.shape[1] for part in parts)
    return joined([_widened(part, width) for part in parts], width)


def _widened(groups: Groups, width: int) -> Groups:
    short = width - groups.options.shape[1]
    if not short:
        return groups
    return replace(groups, options=np.pad(groups.options, ((0, 0), (0, short)), constant_values=-1))
