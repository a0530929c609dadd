"""The constraint matrix: rows of all round rules, loads of options and places, and misses."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from innopraktik_match.model.measures import NO_LIMIT, Bounds, Flags, Index, Ints, stable_order
from innopraktik_match.model.rules import ROUND_RULES

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from innopraktik_match.model.groups import Groups
    from innopraktik_match.model.growth import Look
    from innopraktik_match.model.options import Offers


@dataclass(frozen=True)
class Sparse:
    """Whole-number loads by item: entries `start[i]:start[i + 1]` of `row` and `load` belong to item i."""

    start: Ints
    row: Ints
    load: Ints

    def times(self, price: Ints) -> Ints:
        """Return the sum of price x load of each item, exactly."""
        start, row, load, first = self._distinct
        together = np.zeros(len(price), dtype=np.int64)
        np.add.at(together, first, price[: len(first)])
        worth = together[row] * load
        if len(row) == len(start) - 1 and np.all(start == np.arange(len(start))):
            return worth  # one entry an item
        total = np.zeros(len(row) + 1, dtype=np.int64)
        np.cumsum(worth, out=total[1:])
        return total[start[1:]] - total[start[:-1]]

    def prepare(self, look: Look) -> None:
        """Find duplicate rows now, which takes a while, rather than in the first `times`."""
        self.__dict__["_distinct"] = self._without_duplicates(look)

    @cached_property
    def _distinct(self) -> tuple[Ints, Ints, Ints, Ints]:
        return self._without_duplicates(lambda: None)

    def _without_duplicates(self, look: Look) -> tuple[Ints, Ints, Ints, Ints]:
        """Return (start, row, load) without duplicate rows, and for each row the first one equal to it."""
        n_items, n_rows = len(self.start) - 1, int(self.row.max(initial=-1)) + 1
        item = np.repeat(np.arange(n_items), np.diff(self.start))
        first = alike(n_rows, self.row, item, self.load, look)
        look()
        kept = first[self.row] == self.row
        count = np.bincount(item[kept], minlength=n_items)
        start = np.concatenate([[0], np.cumsum(count, dtype=np.int64)])
        return start, self.row[kept], self.load[kept], first

    def take(self, items: Index) -> Sparse:
        """Return the loads of some items."""
        count = self.start[items + 1] - self.start[items]
        _, row, load = self.entries(items)
        return Sparse(np.concatenate([[0], np.cumsum(count, dtype=np.int64)]), row, load)

    def entries(self, items: Index) -> tuple[Ints, Ints, Ints]:
        """Return (position in `items`, row, load) of all entries of the items."""
        count = self.start[items + 1] - self.start[items]
        position = np.repeat(np.arange(len(items)), count)
        within = np.arange(len(position)) - np.repeat(np.cumsum(count) - count, count)
        at = self.start[items][position] + within
        return position, self.row[at], self.load[at]


@dataclass(frozen=True)
class Rows:
    """R rows: lower <= sum of loads over the chosen visits + shortfalls - excesses <= upper.

    Attributes
    ----------
    name : callable
        Row number -> (rule, key).
    lower, upper : array [R]
        `-NO_LIMIT` and `NO_LIMIT` where there is none.
    by_option, by_place : Sparse
        Loads of each unit option [K] and of each place [P].
    miss : Sparse
        Loads of each shortfall or excess [S]: 1 on its row (shortfall) or -1 (excess, peak).
    miss_points, miss_amount, miss_rule : array [S]
        Price of one unit missed; what it amounts to in the rule's own aim; number of the rule in `rules`.
    rules : tuple of str
    total : dict
        What all rows of a rule that have a lower limit amount to.
    """

    name: Callable[[int], tuple[str, tuple[str, ...]]]
    lower: Ints
    upper: Ints
    by_option: Sparse
    by_place: Sparse
    miss: Sparse
    miss_points: Ints
    miss_amount: Ints
    miss_rule: Ints
    rules: tuple[str, ...]
    total: dict[str, int]

    @property
    def demands(self) -> Ints:
        """The hard rows that an empty plan violates."""
        missable = np.zeros(len(self.lower), dtype=bool)
        missable[self.miss.row[self.miss.load > 0]] = True
        return np.flatnonzero((self.lower > 0) & ~missable)


def build_rows(offers: Offers, aims: Collection[str], look: Look = lambda: None) -> Rows:
    """Stack the rows of every round rule that is on and matters, or is one of the aims.

    `look` is called between the rules and may raise to abort.
    """
    columns = offers.columns
    rules, parts = [], []
    for rule in ROUND_RULES:
        settings = getattr(columns.rules, rule.id)
        aimed = rule.id in aims
        if not settings.on and not aimed:
            continue
        look()
        bounds = rule.bounds(columns, offers.options, offers.places)
        if bounds.peak and not settings.on:
            continue  # as an aim it is solved by bisection, without rows
        if bounds.points == 0 and not aimed:
            continue
        rules.append(rule.id)
        parts.append((bounds, bounds.points if settings.on or bounds.points is None else 0))
    sizes = [len(bounds.lower) for bounds, _ in parts]
    first = np.concatenate([[0], np.cumsum(sizes, dtype=np.int64)])

    def name(row: int) -> tuple[str, tuple[str, ...]]:
        part = int(np.searchsorted(first, row, side="right")) - 1
        return rules[part], parts[part][0].key(row - int(first[part]))

    def stacked(entries: Callable[[Bounds], Ints], shift: bool = False) -> Ints:
        arrays = [entries(b) + (first[n] if shift else 0) for n, (b, _) in enumerate(parts)]
        return np.concatenate([np.zeros(0, dtype=np.int64), *arrays])

    miss, miss_points, miss_amount, miss_rule = _misses(parts, first)
    look()
    option, row = stacked(lambda b: b.option), stacked(lambda b: b.option_row, shift=True)
    look()
    by_option = sparse(len(offers), offers.of[option], row, stacked(lambda b: b.option_load), look=look)
    look()
    by_option.prepare(look)
    look()
    return Rows(
        name=name,
        lower=stacked(lambda b: b.lower),
        upper=stacked(lambda b: b.upper),
        by_option=by_option,
        by_place=sparse(
            len(offers.places),
            stacked(lambda b: b.place),
            stacked(lambda b: b.place_row, shift=True),
            stacked(lambda b: b.place_load),
        ),
        miss=miss,
        miss_points=miss_points,
        miss_amount=miss_amount,
        miss_rule=miss_rule,
        rules=tuple(rules),
        total={rule: _demanded(bounds) for rule, (bounds, _) in zip(rules, parts, strict=True)},
    )


def _demanded(bounds: Bounds) -> int:
    """Return the sum of all lower limits."""
    lower = np.maximum(0, bounds.lower)
    return int((lower if bounds.weight is None else lower * bounds.weight).sum())


def sparse(n: int, item: Ints, row: Ints, load: Ints, *, look: Look = lambda: None) -> Sparse:
    """Build a sparse matrix by item, summing duplicate entries; `look` is called between steps."""
    order = np.argsort(item * (int(row.max(initial=0)) + 1) + row, kind="stable")  # fast: runs are sorted
    look()
    item, row, load = item[order], row[order], load[order]
    look()
    new = np.ones(len(item), dtype=bool)
    new[1:] = (item[1:] != item[:-1]) | (row[1:] != row[:-1])
    if not new.all():
        first = np.flatnonzero(new)
        item, row, load = item[first], row[first], np.add.reduceat(load, first)
    count = np.bincount(item, minlength=n)
    return Sparse(np.concatenate([[0], np.cumsum(count, dtype=np.int64)]), row, load)


def alike(n: int, item: Ints, row: Ints, load: Ints, look: Look = lambda: None) -> Ints:
    """Return for each of n items the first one with identical entries; `look` is called between steps.

    Candidates are found by random sums, then compared entry by entry. The entries of an item are given in
    the order of their rows.
    """
    weight = np.random.default_rng(0).integers(-(2**62), 2**62, int(row.max(initial=-1)) + 1)
    mark = np.zeros(n, dtype=np.int64)
    np.add.at(mark, item, weight[row] * load)
    look()
    _, at, of = np.unique(mark, return_index=True, return_inverse=True)
    first = at[of]
    shared = np.bincount(of) > 1
    rows = np.flatnonzero(shared[of[item]])
    look()
    rows = rows[stable_order(item[rows])]
    look()
    item, row, load = item[rows], row[rows], load[rows]
    start = np.searchsorted(item, np.arange(n + 1))
    size = np.diff(start)
    other = first != np.arange(n)
    first[other & (size != size[first])] = -1
    several = np.flatnonzero(other & (first >= 0) & (size > 0))
    count = size[several]
    within = np.arange(count.sum()) - np.repeat(np.cumsum(count) - count, count)
    mine = np.repeat(start[several], count) + within
    theirs = np.repeat(start[first[several]], count) + within
    differs = (row[mine] != row[theirs]) | (load[mine] != load[theirs])
    first[np.repeat(several, count)[differs]] = -1
    return np.where(first < 0, np.arange(n), first)


def loads(rows: Rows, groups: Groups) -> tuple[Ints, Ints, Ints]:
    """Return (group, row, load) entries of the visits; a row may appear several times in a group."""
    seat = groups.options >= 0
    owner = np.repeat(np.arange(len(groups)), seat.sum(axis=1))
    at, row, load = rows.by_option.entries(groups.options[seat])
    at_place, place_row, place_load = rows.by_place.entries(groups.place.astype(np.int64))
    merged = sparse(
        len(groups),
        np.concatenate([owner[at], at_place]),
        np.concatenate([row, place_row]),
        np.concatenate([load, place_load]),
    )
    group = np.repeat(np.arange(len(groups)), np.diff(merged.start))
    return group, merged.row, merged.load


def _misses(parts: list[tuple[Bounds, int | None]], first: Ints) -> tuple[Sparse, Ints, Ints, Ints]:
    """Return the columns for shortfall and excess of each soft row."""
    item, row, load, points, amount, rule = [], [], [], [], [], []
    count = 0
    for n, (bounds, price) in enumerate(parts):
        if price is None:
            continue
        rows = np.arange(len(bounds.lower))
        if bounds.peak:
            kinds: list[tuple[Flags | Ints, int]] = [(rows, -1)]
        else:
            kinds = [(rows[bounds.lower > 0], 1), (rows[bounds.upper < NO_LIMIT], -1)]
        for some, sign in kinds:
            misses = 1 if bounds.peak else len(some)
            item.append(
                np.zeros(len(some), dtype=np.int64) + count if bounds.peak else np.arange(len(some)) + count
            )
            row.append(some + first[n])
            load.append(np.full(len(some), sign, dtype=np.int64))
            weight = np.ones(misses, dtype=np.int64) if bounds.weight is None else bounds.weight[some]
            points.append(price * weight)
            amount.append(weight)
            rule.append(np.full(misses, n, dtype=np.int64))
            count += misses
    none = [np.zeros(0, dtype=np.int64)]
    entries = [np.concatenate(none + part) for part in (item, row, load)]
    points_, amounts, rules = (np.concatenate(none + part) for part in (points, amount, rule))
    return sparse(count, *entries), points_, amounts, rules
