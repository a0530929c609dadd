"""The best group of each host under prices, exactly: what a bound is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from innopraktik_match.rules import VISIT_RULES
from innopraktik_match.visits import (
    AT_ONCE,
    FAR,
    Groups,
    choices,
    lowest,
    rank_within,
    ranked,
    visit_points,
)

if TYPE_CHECKING:
    from innopraktik_match.columns import Columns
    from innopraktik_match.measures import Index, Ints
    from innopraktik_match.options import Offers
    from innopraktik_match.visits import Reduced

NEXT_TRIES = 8
SPARE = 6
TOP = 4


def least_groups(c: Columns, f: Offers, r: Reduced) -> Groups:
    """Return for each host its best group, if that is below 0. Exact.

    The cheapest few options of each place come first; only where a group that reaches below them could
    be better still are all that matter looked at.
    """
    width, count = int(c.host_max.max(initial=1)), len(c.hosts)
    most, least = c.host_max[f.places.host], c.host_min[f.places.host]
    others = np.where(least > 1, np.minimum(0, lowest(f, r)) * (most - 1), 0)
    order, rank = ranked(f, r.option, r.option < np.maximum(0, -r.place - others)[f.place])
    none = np.zeros(count, dtype=np.int64)
    best = Groups(none.astype(np.int32), np.full((count, width), -1, dtype=np.int64), none, none.copy())
    table = _Table(c, f, r, order[rank <= TOP], rank[rank <= TOP], TOP)
    table.improve(best)
    unsure = np.zeros(len(f.places), dtype=bool)
    unsure[table.place[table.beyond() < best.reduced[table.host]]] = True
    order = contenders(c, f, order[unsure[f.place[order]]])
    rank = rank_within(f.place[order], len(f.places))
    for top in np.unique(_width(rank, f.place[order])):
        some = _width(rank, f.place[order]) == top
        _Table(c, f, r, order[some], rank[some], int(top)).improve(best)
    return best.take(best.reduced < 0)


def contenders(c: Columns, f: Offers, order: Ints) -> Ints:
    """Return the options that a best group can need, of some sorted by place and cost.

    Among options that agree in one code, those with other codes all different from each other make
    one another dispensable: of `most` such, the others of a group clash with all but one, which can
    stand in for any dearer option. Units of several are always kept.
    """
    rules = [r for r in VISIT_RULES if getattr(c.rules, r.id).on and not r.by_construction]
    codes = [rule.differ(c) for rule in rules if rule.differ is not None]
    if len(codes) < len(rules):
        return order
    codes.sort(key=lambda code: len(np.unique(code)))
    person = f.members[f.unit[order], 0]
    kind = codes[0][person].astype(np.int64) + 1 if codes else np.zeros(len(order), dtype=np.int64)
    several = f.size[f.unit[order]] > 1
    kind[several] = kind.max(initial=0) + 1 + np.arange(np.count_nonzero(several))
    kinds = f.place[order].astype(np.int64) * (int(kind.max(initial=0)) + 1) + kind
    by_kind = np.argsort(kinds, kind="stable")
    _, family, size = np.unique(kinds[by_kind], return_inverse=True, return_counts=True)
    rank = rank_within(family, len(size))
    few = rank < SPARE
    enough = np.full(len(size), len(order))
    clash = np.zeros((len(size), SPARE), dtype=bool)
    clash[:, :] = np.arange(SPARE) >= size[:, None]
    for code in codes[1:]:
        words = np.full((len(size), SPARE), -1, dtype=np.int64)
        words[family[few], rank[few]] = code[person[by_kind[few]]]
        for b in range(1, SPARE):
            for a in range(b):
                clash[:, b] |= (words[:, a] == words[:, b]) & (words[:, b] >= 0)
    alone = np.cumsum(~clash, axis=1)
    most = c.host_max[f.places.host[f.place[order[by_kind]]]][np.cumsum(size) - size] if len(size) else size
    reached = alone >= most[:, None]
    enough = np.where(reached.any(axis=1), reached.argmax(axis=1) + 1, len(order))
    kept = np.zeros(len(order), dtype=bool)
    kept[by_kind] = rank < enough[family]
    return order[kept]


class _Table:
    """The cheapest options of some places, [places, top + 1]; the last seat stands for nobody."""

    def __init__(self, c: Columns, f: Offers, r: Reduced, order: Ints, rank: Ints, top: int) -> None:
        self.c, self.f, self.r, self.top = c, f, r, top
        self.place, row = np.unique(f.place[order], return_inverse=True)
        self.cheapest = np.full((len(self.place), top + 1), -1, dtype=np.int64)
        self.cheapest[row, rank] = order
        self.cost = np.where(self.cheapest >= 0, r.option[self.cheapest], FAR)
        self.next = self.cost[:, top].copy()
        self.cheapest[:, top], self.cost[:, top] = -1, 0
        self.heads = np.where(self.cheapest >= 0, f.size[f.unit[self.cheapest]], 0)
        self.host = f.places.host[self.place]
        self.most = c.host_max[self.host]
        self.base = r.place[self.place]

    def hope(self, seats: Ints) -> Ints:
        """Return what no group of so many seats can cost less than."""
        some = np.arange(self.top) < seats[:, None]
        return np.asarray(self.base + (np.minimum(0, self.cost[:, :-1]) * some).sum(axis=1))

    def beyond(self) -> Ints:
        """Return what no group with a member below the top can cost less than."""
        return np.where(self.next < FAR, self.hope(self.most - 1) + np.minimum(self.next, FAR), FAR)

    def improve(self, best: Groups) -> None:
        """Take into `best` [H] the best of each host, the most hopeful places first."""
        hope = self.hope(self.most)
        order = np.lexsort((hope, self.host))
        first = np.zeros(len(order), dtype=bool)
        first[np.unique(self.host[order], return_index=True)[1]] = True
        seats = np.unique(self.most) if self.top > TOP else self.most.max(keepdims=True, initial=1)
        for some in (order[first], order[~first]):
            for most in seats:  # in a narrow table all at once
                rows = some[self.most[some] == most] if len(seats) > 1 else some
                step = max(1, AT_ONCE // len(choices(self.top, int(most))))
                for at in range(0, len(rows), step):
                    part = rows[at : at + step]
                    part = part[hope[part] < best.reduced[self.host[part]]]
                    if len(part):
                        self._try(best, part, int(most))

    def _try(self, best: Groups, rows: Ints, most: int) -> None:
        """Try the groups of some rows, the cheapest before visit rules first."""
        choice = choices(self.top, most)
        host = self.host[rows]
        total = self.base[rows][:, None] + self.cost[rows][:, choice].sum(axis=2)
        heads = self.heads[rows][:, choice].sum(axis=2)
        total[(heads < self.c.host_min[host][:, None]) | (heads > self.c.host_max[host][:, None])] = FAR
        left = np.arange(len(rows))
        for tries in (1, NEXT_TRIES, len(choice)):
            tries = min(tries, len(choice))
            picks = np.argpartition(total[left], tries - 1, axis=1)[:, :tries]
            row, pick = np.repeat(left, tries), picks.ravel()
            bare = total[row, pick]
            hopeful = bare < best.reduced[host[row]]
            row, pick, bare = row[hopeful], pick[hopeful], bare[hopeful]
            if not len(row):
                return
            options = np.full((len(row), best.options.shape[1]), -1, dtype=np.int64)
            options[:, :most] = self.cheapest[rows[row][:, None], choice[pick]]
            place = self.place[rows[row]]
            points, legal = visit_points(self.c, self.f, place, options)
            cost = np.where(legal, bare + self.r.visit_weight * points, FAR)
            order = np.lexsort((cost, host[row]))
            order = order[np.unique(host[row][order], return_index=True)[1]]
            better = order[cost[order] < best.reduced[host[row[order]]]]
            at = host[row[better]]
            best.place[at], best.options[at] = place[better], options[better]
            best.visit_points[at], best.reduced[at] = points[better], cost[better]
            total[row, pick] = FAR
            left = left[total[left].min(axis=1) < best.reduced[host[left]]]
            if not len(left):
                return


def _width(rank: Ints, place: Index) -> Ints:
    """Return, for each row, how many rows its place has, rounded up to a few sizes."""
    size = np.zeros(int(place.max(initial=-1)) + 1, dtype=np.int64)
    np.maximum.at(size, place, rank + 1)
    return np.asarray(np.maximum(4, 2 ** np.ceil(np.log2(np.maximum(1, size))).astype(np.int64)))[place]
