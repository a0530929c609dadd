"""Enumeration of all groups within a gap, depth first, in batches of bounded size."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from innopraktik_match.model import tuning
from innopraktik_match.model.groups import Groups, joined, mended, ranked, useful, visit_points

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from innopraktik_match.model.groups import Reduced
    from innopraktik_match.model.measures import Ints
    from innopraktik_match.model.options import Offers

    Look = Callable[[], None]


class TooManyGroups(Exception):
    """More groups lie within the gap than allowed."""


def groups_within(
    offers: Offers, r: Reduced, within: Ints, most_groups: int, look: Look = lambda: None
) -> Groups:
    """Return every group whose reduced cost is at most `within` [P] of its place. Exact.

    Raises
    ------
    TooManyGroups
        There are more than `most_groups`, or far too many partial groups.
    """
    room = within - r.place
    order, _ = ranked(offers, r.option, useful(offers, r, room))
    growth = Growth(offers, r, order, room)
    found, count = [], 0
    for groups in growth:
        look()
        found.append(groups)
        count += len(groups)
        if count > most_groups or growth.begun > tuning.MOST_GROUPS_BEGUN:
            raise TooManyGroups
    return joined(found, growth.width)


class Growth:
    """Iterates in batches over the groups that fit the room of their place; the room may shrink meanwhile.

    Depth first with pruning: options are sorted, so later members cost at least as much as earlier ones, and
    more members never lower the visit points, or their floor. At most `GROUPS_AT_ONCE` groups of each size
    are held.

    Parameters
    ----------
    order : array
        The candidate options, sorted by place and reduced cost.
    room : array [P]
        The most that options and visit points of a group may cost; read afresh at every step.

    Attributes
    ----------
    begun : int
        The number of partial groups so far.
    """

    def __init__(self, offers: Offers, r: Reduced, order: Ints, room: Ints) -> None:
        columns = offers.columns
        most = columns.host_max[offers.places.host[offers.place[order]]]
        order = order[offers.size[offers.unit[order]] <= most]  # a host may take fewer than it did
        self.offers, self.r, self.order, self.room = offers, r, order, room
        self.cost, self.place = r.option[order], offers.place[order]
        self.size = offers.size[offers.unit[order]]
        self.end = np.searchsorted(self.place, np.arange(len(offers.places)), side="right")
        self.most, self.least = columns.host_max[offers.places.host], columns.host_min[offers.places.host]
        self.width = int(columns.host_max.max(initial=1))
        self.falls = mended(columns)
        self.begun = 0

    def __iter__(self) -> Iterator[Groups]:
        for first in range(0, len(self.order), tuning.GROUPS_AT_ONCE):
            alone = np.arange(first, min(first + tuning.GROUPS_AT_ONCE, len(self.order)))
            open_ = [_Beginnings(self, alone[:, None], self.cost[alone], self.size[alone])]
            yield open_[0].groups
            while open_:
                joined_by_one = open_[-1].next()
                if joined_by_one is None:
                    open_.pop()
                else:
                    yield joined_by_one.groups
                    open_.append(joined_by_one)


class _Beginnings:
    """A batch of partial groups with the same number of members, and the options that may join them.

    `member` [G, n] holds positions in the order; `total` and `heads` [G] are sums over them.
    """

    def __init__(self, growth: Growth, member: Ints, total: Ints, heads: Ints) -> None:
        g, at = growth, growth.place[member[:, 0]]
        g.begun += len(member)
        options = np.full((len(member), g.width), -1, dtype=np.int64)
        options[:, : member.shape[1]] = g.order[member]
        points, legal = visit_points(g.offers, at, options)
        charged = g.r.together(at, options, points)
        left = g.room[at] - total - charged
        done = legal & (left >= 0) & (heads >= g.least[at])
        reduced = (total + charged + g.r.place[at])[done]
        self.groups = Groups(at[done].astype(np.int32), options[done], points[done], reduced)
        self.growth = growth
        if g.falls:
            points, legal = visit_points(g.offers, at, options, whole=False)
            charged = g.r.together(at, options, points)
        more = legal & (heads < g.most[at])
        self.member, self.total, self.heads, self.at = member[more], total[more], heads[more], at[more]
        self.charged = charged[more]
        joins = self._affordable() - self.member[:, -1] - 1
        self.after = np.cumsum(joins)
        self.before = self.after - joins
        self.tried = 0

    def next(self) -> _Beginnings | None:
        """Return the next batch of groups with one more member; None when there are no more."""
        g, last = self.growth, int(self.after.max(initial=0))
        if self.tried == last:
            return None
        some = np.arange(self.tried, min(self.tried + tuning.GROUPS_AT_ONCE, last))
        self.tried += len(some)
        base = np.searchsorted(self.after, some, side="right")
        new = self.member[base, -1] + 1 + some - self.before[base]
        fits = self.heads[base] + g.size[new] <= g.most[self.at[base]]
        base, new = base[fits], new[fits]
        member = np.column_stack([self.member[base], new])
        return _Beginnings(g, member, self.total[base] + g.cost[new], self.heads[base] + g.size[new])

    def _affordable(self) -> Ints:
        """Return for each group the position after the last option that it can afford."""
        g = self.growth
        left = g.room[self.at] - self.total - self.charged
        seats = g.most[self.at] - self.heads
        highest = np.where(left < 0, left // np.maximum(1, seats), left)
        first, last = self.member[:, -1] + 1, g.end[self.at]
        while (open_ := first < last).any():
            middle = (first + last) // 2
            cheap = open_ & (g.cost[np.minimum(middle, len(g.cost) - 1)] <= highest)
            first, last = np.where(cheap, middle + 1, first), np.where(open_ & ~cheap, middle, last)
        return first
