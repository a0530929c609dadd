"""Aims as stages: the cost of each visit and each miss, subject to the aims reached before."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from innopraktik_match.domain.policy import MOST
from innopraktik_match.engine.stages.rows import Rows, loads
from innopraktik_match.model.charges import Charges
from innopraktik_match.model.groups import FAR, Groups, Reduced
from innopraktik_match.model.measures import NO_LIMIT, Flags, Ints, no_entries

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from innopraktik_match.engine.stages.cuts import Cuts
    from innopraktik_match.model.options import Offers

    Floats = NDArray[np.float64]


MOST_REDUCED = 2**55


@dataclass(frozen=True)
class Measure:
    """A whole number measured on a plan; lower is better.

    Attributes
    ----------
    aim : str
    option, place : array [K], [P], or None
        The coefficient of each option and place.
    visit_weight : int
        The coefficient of the points of the visit rules.
    miss : array [S]
        The coefficient of each unit missed.
    total : int or None
        For a measure of what is missing: the amount that would be complete.
    """

    aim: str
    option: Ints | None
    place: Ints | None
    visit_weight: int
    miss: Ints
    total: int | None = None

    def own(self, cost: int) -> int:
        """Convert a cost to the aim's own direction: an amount missing becomes an amount met."""
        return cost if self.total is None else self.total - cost

    def take(self, option: Ints, place: Ints, miss: Ints) -> Measure:
        """Return the measure restricted to some options, places and misses."""
        return replace(
            self,
            option=None if self.option is None else self.option[option],
            place=None if self.place is None else self.place[place],
            miss=self.miss[miss],
        )

    def dearest(self, visit_points: int) -> int:
        """Return the largest coefficient of an option, a place, visit points or a miss; at least 1."""
        arrays = [array for array in (self.option, self.place, self.miss) if array is not None]
        return max(1, self.visit_weight * visit_points, *(int(array.max(initial=0)) for array in arrays))

    def of_groups(self, groups: Groups) -> Ints:
        """Return the measure of each visit [G]."""
        total = self.visit_weight * groups.visit_points
        if self.option is not None:
            total = total + np.append(self.option, 0)[groups.options].sum(axis=1)
        return total if self.place is None else total + self.place[groups.place]


@dataclass(frozen=True)
class Stage:
    """One problem: minimise `cost` subject to all rows and to the measures reached before.

    Attributes
    ----------
    cost : Measure
    reached : tuple of (Measure, int)
        Each adds a row after those of `rows`: the measure is at most the number.
    extra : array
        Rows that are elastic in this stage only, at `extra_cost` per unit.
    open : array [K] or None
        The options allowed; None for all.
    cuts : Cuts or None
        Rows after all others, which every plan keeps.
    scale : int
        Prices and reduced costs are integers in units of 1/scale.
    """

    offers: Offers
    rows: Rows
    cost: Measure
    reached: tuple[tuple[Measure, int], ...]
    extra: Ints = field(default_factory=no_entries)
    extra_cost: int = 1
    open: Flags | None = None
    cuts: Cuts | None = None
    scale: int = 1

    @cached_property
    def highest(self) -> Ints:
        """The highest price of each row with which every reduced cost is exact in 64 bits.

        No more than `MOST_REDUCED` for an option or a place, shared by all that loads it
        ("Largest numbers" in docs/model.md).
        """
        rows, base = self.rows, len(self.rows.lower)
        load = np.ones(len(self.lower), dtype=np.int64)
        for sparse in (rows.by_option, rows.by_place):
            np.maximum.at(load, sparse.row, np.abs(sparse.load))
        for n, (measure, _) in enumerate(self.reached):
            load[base + n] = measure.dearest(self.offers.visit_points)
        shared = np.diff(rows.miss.start)
        owner = np.repeat(np.arange(len(shared)), shared)
        alone = np.ones(len(self.lower), dtype=np.int64)
        np.maximum.at(alone, rows.miss.row, shared[owner])
        highest = np.minimum(self.share // load, 2**61 // alone)
        if self.cuts is not None:  # all cuts together charge a visit no more
            highest[self.named :] = MOST_REDUCED // (max(1, len(self.cuts)) * self.cuts.most)
        return highest

    @property
    def share(self) -> int:
        """The most that a single row may contribute to a reduced cost."""
        sparse = (self.rows.by_option, self.rows.by_place)
        entries = max(int(np.diff(loads.start).max(initial=0)) for loads in sparse)
        return MOST_REDUCED // (entries + len(self.reached) + 1)

    @property
    def lower(self) -> Ints:
        """Lower limits, those of `reached` and of the cuts included."""
        cuts = 0 if self.cuts is None else len(self.cuts)
        return np.append(self.rows.lower, np.full(len(self.reached) + cuts, -NO_LIMIT))

    @property
    def upper(self) -> Ints:
        """Upper limits, those of `reached` and of the cuts included."""
        upper = np.append(self.rows.upper, np.array([most for _, most in self.reached], dtype=np.int64))
        return upper if self.cuts is None else np.append(upper, self.cuts.upper)

    @property
    def named(self) -> int:
        """The number of rows before the cuts."""
        return len(self.rows.lower) + len(self.reached)

    def name(self, row: int) -> tuple[str, tuple[str, ...]]:
        """Return the rule and key of a row."""
        n = row - len(self.rows.lower)
        return self.rows.name(row) if n < 0 else ("aims", (self.reached[n][0].aim,))

    def reduced(self, price: Ints) -> Reduced:
        """Return the exact reduced costs under the prices [rows], in 1/scale."""
        base = len(self.rows.lower)
        option = -self.rows.by_option.times(price[:base])
        place = -self.rows.by_place.times(price[:base])
        weight = 0
        own = -price[base : self.named]
        terms = [(self.cost, self.scale), *zip((m for m, _ in self.reached), own, strict=True)]
        for measure, factor in terms:
            if measure.option is not None:
                option += factor * measure.option
            if measure.place is not None:
                place += factor * measure.place
            weight += int(factor) * measure.visit_weight
        if self.open is not None:
            option[~self.open] = FAR
        charged = np.flatnonzero(price[self.named :])
        if self.cuts is None or not len(charged):
            return Reduced(option, place, weight)
        charges = Charges(self.cuts.halves.take(charged), -price[self.named + charged])
        return Reduced(option, place, weight, charges)

    def loads(self, groups: Groups) -> tuple[Ints, Ints, Ints]:
        """Return (group, row, load) entries of the visits on all rows."""
        group, row, load = loads(self.rows, groups)
        base = len(self.rows.lower)
        for n, (measure, _) in enumerate(self.reached):
            counts = measure.of_groups(groups)
            at = np.flatnonzero(counts)
            group = np.append(group, at)
            row = np.append(row, np.full(len(at), base + n))
            load = np.append(load, counts[at])
        if self.cuts is not None:
            halves = self.cuts.halves.of(groups.place, groups.options)
            at, cut = np.nonzero(halves)
            group, row = np.append(group, at), np.append(row, self.named + cut)
            load = np.append(load, halves[at, cut])
        return group, row, load

    def total(self, groups: Groups) -> Ints:
        """Return the total load of the visits on each row."""
        total = np.zeros(len(self.lower), dtype=np.int64)
        seated = groups.options[groups.options >= 0]
        for loads_of, items in ((self.rows.by_option, seated), (self.rows.by_place, groups.place)):
            _, row, load = loads_of.entries(items)
            np.add.at(total, row, load)
        base = len(self.rows.lower)
        total[base : self.named] = [int(measure.of_groups(groups).sum()) for measure, _ in self.reached]
        if self.cuts is not None:
            total[self.named :] = self.cuts.halves.of(groups.place, groups.options).sum(axis=0)
        return total

    def missed(self, groups: Groups) -> tuple[Ints, Ints]:
        """Return the amounts missed in a plan of these visits: by the rows' misses and by the extra ones."""
        return self._missed(groups, self.total(groups))

    def _missed(self, groups: Groups, total: Ints) -> tuple[Ints, Ints]:
        """Return the same from the total loads."""
        base = len(self.rows.lower)
        total, miss = total[:base], self.rows.miss
        short, over = np.maximum(0, self.rows.lower - total), np.maximum(0, total - self.rows.upper)
        missed = np.zeros(len(self.rows.miss_points), dtype=np.int64)
        owner = np.repeat(np.arange(len(missed)), np.diff(miss.start))
        np.maximum.at(missed, owner, np.where(miss.load > 0, short[miss.row], over[miss.row]))
        extra = [
            short[row]
            if row < base
            else max(
                0,
                measured(self.reached[row - base][0], groups, missed) - self.reached[row - base][1],
            )
            for row in self.extra
        ]
        return missed, np.array(extra, dtype=np.int64)

    def value(self, groups: Groups) -> int:
        """Return the cost of a plan of these visits, with each miss as small as possible."""
        missed, extra = self.missed(groups)
        return measured(self.cost, groups, missed) + self.extra_cost * int(extra.sum())

    def broken(self, groups: Groups) -> Flags:
        """Return the hard rows that a plan of these visits violates."""
        return self.judged(groups)[1]

    def judged(self, groups: Groups) -> tuple[Ints, Flags]:
        """Return what a plan of these visits misses by the rows' misses, and the hard rows it violates."""
        base, total = len(self.rows.lower), self.total(groups)
        missed, _ = self._missed(groups, total)
        total[base : self.named] = [measured(measure, groups, missed) for measure, _ in self.reached]
        short, over = total < self.lower, total > self.upper
        miss = self.rows.miss
        short[miss.row[miss.load > 0]] = False
        over[miss.row[miss.load < 0]] = False
        short[self.extra[self.extra < base]] = False
        over[self.extra[self.extra >= base]] = False
        return missed, np.asarray(short | over)

    def after(self, value: int) -> Stage:
        """Return the next stage: this one's cost as a row, and no cost yet."""
        return replace(self, cost=nothing(self.rows), reached=(*self.reached, (self.cost, value)))


def measured(measure: Measure, groups: Groups, missed: Ints) -> int:
    """Return the value of a measure in a plan."""
    return int(measure.of_groups(groups).sum()) + int((measure.miss * missed).sum())


def measure_of(aim: str, offers: Offers, rows: Rows) -> Measure:
    """Return the measure of an aim: all points, or the amount missed of the rule of that name."""
    if aim == "points":
        return Measure(aim, offers.points, None, 1, rows.miss_points)
    rule = rows.rules.index(aim) if aim in rows.rules else -1
    total = rows.total[aim] if aim in MOST else None
    return Measure(aim, None, None, 0, rows.miss_amount * (rows.miss_rule == rule), total)


def nothing(rows: Rows) -> Measure:
    """Return the zero measure, for stages that only ask for a legal plan."""
    return Measure("legal", None, None, 0, np.zeros(len(rows.miss_points), dtype=np.int64))


def legal_stage(offers: Offers, rows: Rows, scale: int) -> Stage:
    """Return the feasibility stage: minimise the shortfalls of hard rows; 0 if a legal plan exists."""
    return Stage(offers, rows, nothing(rows), (), extra=rows.demands, scale=scale)


def level_stage(stage: Stage, level: int) -> Stage:
    """Return the stage that asks whether options up to `level` suffice for all aims reached so far."""
    base = len(stage.rows.lower)
    extra = np.append(stage.rows.demands, base + np.arange(len(stage.reached)))
    open_ = stage.offers.level <= level
    return replace(stage, cost=nothing(stage.rows), extra=extra, open=open_)
