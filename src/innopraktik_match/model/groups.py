"""Groups at one host and slot, and heuristic pricing: a few of the best under given prices."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from innopraktik_match.model import tuning
from innopraktik_match.model.measures import Flags, Index, Ints, Visits
from innopraktik_match.model.rules import VISIT_RULES

if TYPE_CHECKING:
    from collections.abc import Callable

    from innopraktik_match.model.charges import Charges
    from innopraktik_match.model.columns import Columns
    from innopraktik_match.model.options import Offers

FAR = 2**60


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

    def take(self, rows: Ints | Flags | slice) -> Groups:
        """Return the chosen rows."""
        return Groups(self.place[rows], self.options[rows], self.visit_points[rows], self.reduced[rows])


@dataclass(frozen=True)
class Reduced:
    """Exact reduced costs of options [K] and places [P], the weight of visit points, and what cuts charge."""

    option: Ints
    place: Ints
    visit_weight: int
    charges: Charges | None = None

    def together(self, place: Index, options: Ints, points: Ints) -> Ints:
        """Return what groups with so many visit points cost beside their options and places [G]."""
        cost = self.visit_weight * points
        return cost if self.charges is None else cost + self.charges.of(place, options)


def plain(offers: Offers) -> bool:
    """Whether a visit is just its members: no visit rule is on and nobody travels in a group."""
    of_visits = (getattr(offers.columns.rules, r.id) for r in VISIT_RULES if not r.by_construction)
    return offers.members.shape[1] == 1 and not any(rule.on for rule in of_visits)


def mended(columns: Columns) -> bool:
    """Whether a member who joins a group may lower what a visit rule says of it."""
    return any(rule.floor is not None and getattr(columns.rules, rule.id).on for rule in VISIT_RULES)


def by_codes(columns: Columns) -> bool:
    """Whether the visit rules that are on count codes that repeat, and nothing else."""
    rules = (r for r in VISIT_RULES if getattr(columns.rules, r.id).on and not r.by_construction)
    return all(rule.differ is not None for rule in rules)


def reduced_costs(r: Reduced, g: Groups) -> Ints:
    """Return the reduced cost of each group [G]; at least `FAR` if an option of it is left out."""
    options = np.append(r.option, 0)[g.options].sum(axis=1)
    return np.asarray(r.place[g.place] + options + r.together(g.place, g.options, g.visit_points))


def visit_points(offers: Offers, place: Index, options: Ints, whole: bool = True) -> tuple[Ints, Flags]:
    """Return the visit points [G], and whether the hard visit rules are kept [G].

    Where others may still come along (`whole` is false), what is left of both whoever does.
    """
    columns = offers.columns
    points = np.zeros(len(place), dtype=np.int64)
    legal = np.ones(len(place), dtype=bool)
    rules = [r for r in VISIT_RULES if getattr(columns.rules, r.id).on and not r.by_construction]
    if rules and len(place):
        members = np.where(options[:, :, None] >= 0, offers.members[offers.unit[options]], -1)
        visits = Visits(offers.places.host[place], offers.places.slot[place], members.reshape(len(place), -1))
        for rule in rules:
            measure = rule.measure if whole or rule.floor is None else rule.floor
            verdict = measure(columns, visits)
            points += verdict.points
            legal &= ~verdict.breach
    return points, legal


def best_groups(
    offers: Offers, r: Reduced, top: int, times: Ints | None = None, look: Callable[[], None] = lambda: None
) -> Groups:
    """Return the best group below 0 of each size at each place, among its `top` cheapest options.

    A heuristic: groups with dearer members are not considered; `least_groups` is exact.

    Parameters
    ----------
    times : array [P], optional
        The number of groups wanted at each place, each from the next `top` options; 1 by default.
    look : callable, optional
        Called between steps.
    """
    columns = offers.columns
    times = np.ones(len(offers.places), dtype=np.int64) if times is None else times
    wanted = useful(offers, r, -1 - r.place)
    look()
    order, rank = ranked(offers, r.option, wanted, look)
    some = rank < top * times[offers.place[order]]
    order, rank = order[some], rank[some]
    block = offers.place[order].astype(np.int64) * (len(offers) + 1) + rank // top
    number, row = np.unique(block, return_inverse=True)
    place = number // (len(offers) + 1)
    cheapest = np.full((len(number), top), -1, dtype=np.int64)
    cheapest[row, rank % top] = order
    most = columns.host_max[offers.places.host[place]]
    found = [
        _best_of(offers, r, place[most == largest], cheapest[most == largest], int(largest), look)
        for largest in np.unique(most)
    ]
    return joined(found, int(columns.host_max.max(initial=1)))


def _best_of(
    offers: Offers, r: Reduced, place: Ints, cheapest: Ints, most: int, look: Callable[[], None]
) -> Groups:
    """Return the best group of each size from each row of `cheapest` options [rows, top]."""
    columns = offers.columns
    width = int(columns.host_max.max(initial=1))
    choice = choices(cheapest.shape[1], most)
    found = []
    reduced = np.append(r.option, FAR)
    size = np.append(offers.size[offers.unit], 0)
    step = max(1, tuning.GROUPS_AT_ONCE // len(choice))
    owner: list[Ints] = []
    for first in range(0, len(place), step):
        look()
        some = place[first : first + step]
        ranked = np.append(cheapest[first : first + step], np.full((len(some), 1), -1), axis=1)
        costs, heads = (
            np.append(reduced[ranked[:, :-1]], np.zeros((len(some), 1), np.int64), axis=1),
            size[ranked],
        )
        total = r.place[some][:, None] + sum(costs[:, choice[:, k]] for k in range(most))
        come = sum(heads[:, choice[:, k]] for k in range(most))
        host = offers.places.host[some]
        fits = (come >= columns.host_min[host][:, None]) & (come <= columns.host_max[host][:, None])
        row, pick = np.nonzero((total < 0) & fits)
        options = np.full((len(row), width), -1, dtype=np.int64)
        options[:, :most] = ranked[row[:, None], choice[pick]]
        points, legal = visit_points(offers, some[row], options)
        cost = total[row, pick] + r.together(some[row], options, points)
        groups, kept = Groups(some[row].astype(np.int32), options, points, cost), legal & (cost < 0)
        found.append(groups.take(kept))
        owner.append(first + row[kept])
    groups, owners = joined(found, width), np.concatenate([*owner, np.zeros(0, dtype=np.int64)])
    heads = (groups.options >= 0).sum(axis=1)
    order = np.lexsort((groups.reduced, heads, owners))
    slot = owners[order] * (width + 1) + heads[order]
    return groups.take(order[np.unique(slot, return_index=True)[1]])


def alone(offers: Offers, r: Reduced, units: Flags, each: int) -> Groups:
    """Return the cheapest visits of some units [U] on their own, up to `each` per unit."""
    columns = offers.columns
    size = offers.size[offers.unit]
    rows = np.flatnonzero(
        units[offers.unit] & (size >= columns.host_min[offers.places.host[offers.place]]) & (r.option < FAR)
    )
    cost = r.option[rows] + r.place[offers.place[rows]]
    order = np.lexsort((cost, offers.unit[rows]))
    rows, cost = rows[order], cost[order]
    few = rank_within(offers.unit[rows], len(offers.size)) < each
    options = np.full((int(few.sum()), int(columns.host_max.max(initial=1))), -1, dtype=np.int64)
    options[:, 0] = rows[few]
    place = offers.place[rows[few]].astype(np.int32)
    points, legal = visit_points(offers, place, options)
    return Groups(place, options, points, cost[few] + r.together(place, options, points)).take(legal)


def useful(offers: Offers, r: Reduced, room: Ints) -> Flags:
    """Return the options [K] that can be in a group whose cost fits the room [P] of its place."""
    columns = offers.columns
    most = columns.host_max[offers.places.host]
    least = columns.host_min[offers.places.host] if offers.members.shape[1] == 1 else np.ones_like(most)
    low = lowest(offers, r)
    others = low * (np.where(low < 0, most, least) - 1)
    return np.asarray(r.option <= np.minimum(FAR - 1, room - others)[offers.place])


def lowest(offers: Offers, r: Reduced) -> Ints:
    """Return the least reduced cost of the options of each place."""
    if not len(offers):
        return np.zeros(0, dtype=np.int64)
    return np.asarray(np.minimum.reduceat(np.minimum(r.option, FAR // 8), offers.start[:-1]))


def ranked(
    offers: Offers, cost: Ints, wanted: Flags, look: Callable[[], None] = lambda: None
) -> tuple[Ints, Ints]:
    """Sort the wanted options by place and cost; return them and their rank within the place."""
    rows = np.flatnonzero(wanted)
    costs, place = cost[rows], offers.place[rows].astype(np.int64)
    low = int(costs.min(initial=0))
    seat_bits = int(np.diff(offers.start).max(initial=1)).bit_length()
    cost_bits = (int(costs.max(initial=0)) - low).bit_length()
    if (
        seat_bits + cost_bits + len(offers.places).bit_length() < 63
    ):  # sorting packed integers is faster than lexsort
        seat = rows - offers.start[place]
        packed = (((place << cost_bits) + (costs - low)) << seat_bits) + seat
        some = np.arange(0, len(rows), tuning.SORTED_AT_ONCE)
        for block in np.split(packed, np.searchsorted(place, place[some[1:]])):  # between places
            block.sort()
            look()
        place = packed >> (seat_bits + cost_bits)
        order = offers.start[place] + (packed & ((1 << seat_bits) - 1))
    else:
        order = rows[np.lexsort((costs, place))]
        place = offers.place[order]
    return order, rank_within(place, len(offers.places))


def rank_within(part: Index | Ints, n_parts: int) -> Ints:
    """Return the position of each row within its part (a place, a host, ...); rows are sorted by part."""
    first = np.searchsorted(part, np.arange(n_parts))
    return np.arange(len(part)) - first[part]


def joined(parts: list[Groups], width: int) -> Groups:
    """Concatenate groups into one table of `width` seats."""
    empty = np.zeros(0, dtype=np.int64)
    parts = [Groups(empty.astype(np.int32), np.zeros((0, width), np.int64), empty, empty), *parts]
    return Groups(
        np.concatenate([part.place for part in parts]),
        np.concatenate([part.options for part in parts]),
        np.concatenate([part.visit_points for part in parts]),
        np.concatenate([part.reduced for part in parts]),
    )


@cache
def choices(top: int, most: int) -> Ints:
    """Return all combinations of 1 to `most` ranks below `top`; an empty seat is rank `top`."""
    rows = [
        (*ranks, *[top] * (most - n)) for n in range(1, most + 1) for ranks in combinations(range(top), n)
    ]
    return np.array(rows, dtype=np.int64)
