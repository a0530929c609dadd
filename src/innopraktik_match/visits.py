"""Groups at one host and slot: the best under prices, and all within a gap."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from innopraktik_match.measures import Flags, Index, Ints, Visits
from innopraktik_match.rules import VISIT_RULES

if TYPE_CHECKING:
    from innopraktik_match.columns import Columns
    from innopraktik_match.options import Offers

FAR = 2**60
AT_ONCE = 400_000
NEXT_TRIES = 8
TOP = 6
SPARE = 6
MOST_BEGUN = 4_000_000


@dataclass(frozen=True)
class Groups:
    """G visits as unit options: place [G], options [G, M] (-1 where empty), visit points [G].

    `reduced` [G] is the reduced cost under the prices that found them.
    """

    place: Index
    options: Ints
    visit_points: Ints
    reduced: Ints

    def __len__(self) -> int:
        return len(self.place)

    def take(self, rows: Ints | Flags) -> Groups:
        """Return the chosen rows."""
        return Groups(self.place[rows], self.options[rows], self.visit_points[rows], self.reduced[rows])


@dataclass(frozen=True)
class Reduced:
    """Exact reduced costs under some prices: of options [K] and places [P]; the weight of visit points."""

    option: Ints
    place: Ints
    visit_weight: int


def reduced_costs(r: Reduced, g: Groups) -> Ints:
    """Return the reduced cost of each group [G]; at least `FAR` for those with an option left out."""
    options = np.append(r.option, 0)[g.options].sum(axis=1)
    return np.asarray(r.place[g.place] + options + r.visit_weight * g.visit_points)


class TooManyGroups(Exception):
    """More groups lie within the gap than asked for."""


def visit_points(c: Columns, f: Offers, place: Index, options: Ints) -> tuple[Ints, Flags]:
    """Return the points of the visit rules [G], and whether the hard ones are kept [G]."""
    points = np.zeros(len(place), dtype=np.int64)
    legal = np.ones(len(place), dtype=bool)
    rules = [r for r in VISIT_RULES if getattr(c.rules, r.id).on and not r.by_construction]
    if rules and len(place):
        members = np.where(options[:, :, None] >= 0, f.members[f.unit[options]], -1)
        visits = Visits(f.places.host[place], f.places.slot[place], members.reshape(len(place), -1))
        for rule in rules:
            verdict = rule.measure(c, visits)
            points += verdict.points
            legal &= ~verdict.breach
    return points, legal


def best_groups(c: Columns, f: Offers, r: Reduced, top: int) -> Groups:
    """Return for each place and each size the best group below 0 among its `top` cheapest options.

    Whether a better one hides below the top is for `groups_within` to say.
    """
    order, rank = _ranked(f, r.option, r.option < FAR)
    order = order[rank < top]
    rank = rank[rank < top]
    cheapest = np.full((len(f.places), top), -1, dtype=np.int64)
    cheapest[f.place[order], rank] = order
    most = c.host_max[f.places.host]
    found = [
        _best_of(c, f, r, np.flatnonzero(most == largest), cheapest, int(largest))
        for largest in np.unique(most)
    ]
    return joined(found, int(c.host_max.max(initial=1)))


def _best_of(c: Columns, f: Offers, r: Reduced, places: Ints, cheapest: Ints, most: int) -> Groups:
    width = int(c.host_max.max(initial=1))
    choice = _choices(cheapest.shape[1], most)
    found = []
    reduced = np.append(r.option, FAR)
    size = np.append(f.size[f.unit], 0)
    step = max(1, AT_ONCE // len(choice))
    for first in range(0, len(places), step):
        some = places[first : first + step]
        ranked = np.append(cheapest[some], np.full((len(some), 1), -1), axis=1)
        costs, heads = (
            np.append(reduced[ranked[:, :-1]], np.zeros((len(some), 1), np.int64), axis=1),
            size[ranked],
        )
        total = r.place[some][:, None] + sum(costs[:, choice[:, k]] for k in range(most))
        come = sum(heads[:, choice[:, k]] for k in range(most))
        host = f.places.host[some]
        fits = (come >= c.host_min[host][:, None]) & (come <= c.host_max[host][:, None])
        row, pick = np.nonzero((total < 0) & fits)
        options = np.full((len(row), width), -1, dtype=np.int64)
        options[:, :most] = ranked[row[:, None], choice[pick]]
        points, legal = visit_points(c, f, some[row], options)
        cost = total[row, pick] + r.visit_weight * points
        groups = Groups(some[row].astype(np.int32), options, points, cost)
        found.append(groups.take(legal & (cost < 0)))
    groups = joined(found, width)
    heads = (groups.options >= 0).sum(axis=1)
    order = np.lexsort((groups.reduced, heads, groups.place))
    slot = groups.place[order].astype(np.int64) * (width + 1) + heads[order]
    return groups.take(order[np.unique(slot, return_index=True)[1]])


def least_groups(c: Columns, f: Offers, r: Reduced) -> Groups:
    """Return for each host its best group, if that is below 0. Exact.

    The cheapest few options of each place come first; only where a group that reaches below them could
    be better still are all that matter looked at.
    """
    width, count = int(c.host_max.max(initial=1)), len(c.hosts)
    most, least = c.host_max[f.places.host], c.host_min[f.places.host]
    others = np.where(least > 1, np.minimum(0, _lowest(f, r)) * (most - 1), 0)
    order, rank = _ranked(f, r.option, r.option < np.maximum(0, -r.place - others)[f.place])
    none = np.zeros(count, dtype=np.int64)
    best = Groups(none.astype(np.int32), np.full((count, width), -1, dtype=np.int64), none, none.copy())
    table = _Table(c, f, r, order[rank <= TOP], rank[rank <= TOP], TOP)
    table.improve(best)
    unsure = np.zeros(len(f.places), dtype=bool)
    unsure[table.place[table.beyond() < best.reduced[table.host]]] = True
    order = contenders(c, f, order[unsure[f.place[order]]])
    rank = _rank(f.place[order], len(f.places))
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
    rank = np.arange(len(order)) - (np.cumsum(size) - size)[family]
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
        for some in (order[first], order[~first]):
            for most in np.unique(self.most):
                rows = some[self.most[some] == most]
                step = max(1, AT_ONCE // len(_choices(self.top, int(most))))
                for at in range(0, len(rows), step):
                    part = rows[at : at + step]
                    part = part[hope[part] < best.reduced[self.host[part]]]
                    if len(part):
                        self._try(best, part, int(most))

    def _try(self, best: Groups, rows: Ints, most: int) -> None:
        """Try the groups of some rows, the cheapest before visit rules first."""
        choice = _choices(self.top, most)
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


def alone(c: Columns, f: Offers, r: Reduced, units: Flags, each: int) -> Groups:
    """Return, for some units [U], their cheapest visits with nobody else, up to `each`."""
    size = f.size[f.unit]
    rows = np.flatnonzero(units[f.unit] & (size >= c.host_min[f.places.host[f.place]]) & (r.option < FAR))
    cost = r.option[rows] + r.place[f.place[rows]]
    order = np.lexsort((cost, f.unit[rows]))
    rows, cost = rows[order], cost[order]
    few = _rank(f.unit[rows], len(f.size)) < each
    options = np.full((int(few.sum()), int(c.host_max.max(initial=1))), -1, dtype=np.int64)
    options[:, 0] = rows[few]
    place = f.place[rows[few]].astype(np.int32)
    points, legal = visit_points(c, f, place, options)
    return Groups(place, options, points, cost[few] + r.visit_weight * points).take(legal)


def groups_within(c: Columns, f: Offers, r: Reduced, within: Ints, most_groups: int) -> Groups:
    """Return every group whose reduced cost is at most `within` [P] of its place.

    Exact: options of a place are taken in order of reduced cost, so whatever follows a member costs
    at least as much as the member itself, and more members never make a visit rule charge less.

    Raises
    ------
    TooManyGroups
        When there are more than `most_groups`, or far too many beginnings of groups.
    """
    width = int(c.host_max.max(initial=1))
    room = (within - r.place).astype(np.int64)
    most = c.host_max[f.places.host]
    least = c.host_min[f.places.host] if f.members.shape[1] == 1 else np.ones_like(most)
    lowest = _lowest(f, r)
    others = lowest * (np.where(lowest < 0, most, least) - 1)
    order, _ = _ranked(f, r.option, (r.option < FAR) & (r.option <= (room - others)[f.place]))
    seats = np.bincount(f.place[order], minlength=len(f.places))
    batch = np.cumsum(seats * seats) // AT_ONCE
    found = []
    count = 0
    for number in np.unique(batch[seats > 0]):
        some = order[batch[f.place[order]] == number]
        found.append(_grown(c, f, r, some, room))
        count += len(found[-1])
        if count > most_groups:
            raise TooManyGroups
    return joined(found, width)


def _grown(c: Columns, f: Offers, r: Reduced, order: Ints, room: Ints) -> Groups:
    """Return the groups within the room [P] of their place, grown member by member from `order`."""
    width = int(c.host_max.max(initial=1))
    most, least = c.host_max[f.places.host], c.host_min[f.places.host]
    cost, place, size = r.option[order], f.place[order], f.size[f.unit[order]]
    low = int(cost.min(initial=0))
    span = int(cost.max(initial=0)) - low + 2
    if span * (len(f.places) + 1) > 2**62:
        raise TooManyGroups
    ranked = (cost - low) + place.astype(np.int64) * span
    member = np.arange(len(order))[:, None]
    total, heads, at = cost, size, place
    found = []
    for n in range(1, width + 1):
        options = np.full((len(member), width), -1, dtype=np.int64)
        options[:, :n] = order[member]
        points, legal = visit_points(c, f, at, options)
        left = room[at] - total - r.visit_weight * points
        done = legal & (left >= 0) & (heads >= least[at])
        reduced = total[done] + r.visit_weight * points[done] + r.place[at[done]]
        found.append(Groups(at[done].astype(np.int32), options[done], points[done], reduced))
        more = legal & (heads < most[at])
        member, total, heads, at, left = member[more], total[more], heads[more], at[more], left[more]
        if n == width or not len(member):
            break
        seats = most[at] - heads
        highest = np.clip(np.where(left < 0, left // seats, left), low - 1, low + span - 2)
        last = np.searchsorted(ranked, highest - low + at.astype(np.int64) * span, side="right")
        count = np.maximum(0, last - member[:, -1] - 1)
        if count.sum() > MOST_BEGUN:
            raise TooManyGroups
        base = np.repeat(np.arange(len(member)), count)
        new = member[base, -1] + 1 + np.arange(len(base)) - np.repeat(np.cumsum(count) - count, count)
        fits = heads[base] + size[new] <= most[at[base]]
        base, new = base[fits], new[fits]
        member = np.column_stack([member[base], new])
        total, heads, at = total[base] + cost[new], heads[base] + size[new], at[base]
    return joined(found, width)


def _lowest(f: Offers, r: Reduced) -> Ints:
    """Return the least reduced cost of the options of each place."""
    if not len(f):
        return np.zeros(0, dtype=np.int64)
    return np.asarray(np.minimum.reduceat(np.minimum(r.option, FAR // 8), f.start[:-1]))


def _ranked(f: Offers, cost: Ints, wanted: Flags) -> tuple[Ints, Ints]:
    """Sort the wanted options by place and cost; return them and their rank within the place."""
    rows = np.flatnonzero(wanted)
    costs, place = cost[rows], f.place[rows].astype(np.int64)
    low = int(costs.min(initial=0))
    seat_bits = int(np.diff(f.start).max(initial=1)).bit_length()
    cost_bits = (int(costs.max(initial=0)) - low).bit_length()
    if seat_bits + cost_bits + len(f.places).bit_length() < 63:  # sorting the numbers beats sorting by them
        seat = rows - f.start[place]
        packed = np.sort((((place << cost_bits) + (costs - low)) << seat_bits) + seat)
        place = packed >> (seat_bits + cost_bits)
        order = f.start[place] + (packed & ((1 << seat_bits) - 1))
    else:
        order = rows[np.lexsort((costs, place))]
        place = f.place[order]
    return order, _rank(place, len(f.places))


def _rank(place: Index, n_places: int) -> Ints:
    """Return the position of each row within its place; rows are sorted by place."""
    first = np.searchsorted(place, np.arange(n_places))
    return np.arange(len(place)) - first[place]


def _width(rank: Ints, place: Index) -> Ints:
    """Return, for each row, how many rows its place has, rounded up to a few sizes."""
    size = np.zeros(int(place.max(initial=-1)) + 1, dtype=np.int64)
    np.maximum.at(size, place, rank + 1)
    return np.asarray(np.maximum(4, 2 ** np.ceil(np.log2(np.maximum(1, size))).astype(np.int64)))[place]


def joined(parts: list[Groups], width: int) -> Groups:
    """Return all the groups as one table of `width` seats."""
    empty = np.zeros(0, dtype=np.int64)
    parts = [Groups(empty.astype(np.int32), np.zeros((0, width), np.int64), empty, empty), *parts]
    return Groups(
        np.concatenate([part.place for part in parts]),
        np.concatenate([part.options for part in parts]),
        np.concatenate([part.visit_points for part in parts]),
        np.concatenate([part.reduced for part in parts]),
    )


@cache
def _choices(top: int, most: int) -> Ints:
    """Return all groups of 1..most among `top` ranks; the empty seat is rank `top`."""
    rows = [
        (*ranks, *[top] * (most - n)) for n in range(1, most + 1) for ranks in combinations(range(top), n)
    ]
    return np.array(rows, dtype=np.int64)
