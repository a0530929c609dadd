"""Plans that differ from one plan in a visit or two, measured all at once by the rows of the engine."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from innopraktik_match.engine.stages.aims import Measure, Stage, measure_of, measured, nothing
from innopraktik_match.engine.stages.rows import build_rows
from innopraktik_match.model.groups import Groups, visit_points
from innopraktik_match.model.measures import Options, Visits
from innopraktik_match.model.rules import OPTION_RULES, VISIT_RULES, rules_on

if TYPE_CHECKING:
    from collections.abc import Sequence

    from innopraktik_match.model.measures import Flags, Ints
    from innopraktik_match.model.options import Offers

PEAK = "worst_off"
CELLS_AT_ONCE = 4_000_000
"""Variants x rows held at once where one excess is shared by many rows."""


@dataclass(frozen=True)
class Swaps:
    """V variants: the visits of the plan that leave, and those that come in their stead.

    Attributes
    ----------
    leaving, leaving_of : array
        Visits of the plan by number, and the variant of each.
    coming : Groups
    coming_of : array
        The variant of each visit that comes.
    count : int
        V.
    """

    leaving: Ints
    leaving_of: Ints
    coming: Groups
    coming_of: Ints
    count: int


@dataclass(frozen=True)
class Worth:
    """What V variants are worth.

    Attributes
    ----------
    legal : array [V]
        Whether every hard rule is kept.
    aims : dict
        Aim -> its value [V], in its own direction.
    points : dict
        Rule -> what it charges more than in the plan [V].
    """

    legal: Flags
    aims: dict[str, Ints]
    points: dict[str, Ints]


class Missed(NamedTuple):
    """Amounts missed in variants, where they may differ from the plan's: variant, miss, amount."""

    at: Ints
    miss: Ints
    amount: Ints


class Variants:
    """A plan, and what it would be worth with some visits exchanged.

    Parameters
    ----------
    offers : Offers
    aims : sequence of str
    plan : Groups
        Its visits, whatever hard rules of the round they break.
    """

    def __init__(self, offers: Offers, aims: Sequence[str], plan: Groups) -> None:
        self.offers, self.plan = offers, plan
        rows = build_rows(offers, aims)
        self.stage = Stage(offers, rows, nothing(rows), ())
        self.measures = [measure_of(aim, offers, rows) for aim in aims]
        self.total = self.stage.total(plan)
        self.missed, _ = self.stage.missed(plan)
        miss = rows.miss
        self.hard = np.ones(len(rows.lower), dtype=bool)
        self.hard[miss.row] = False
        entries = np.diff(miss.start)
        self.owner = np.repeat(np.arange(len(entries)), entries)
        self.shared = np.flatnonzero(entries > 1)
        order = np.argsort(miss.row, kind="stable")
        self.of_row = order[entries[self.owner[order]] == 1]
        self.first = np.searchsorted(miss.row[self.of_row], np.arange(len(rows.lower) + 1))

    def worth(self, swaps: Swaps) -> Worth:
        """Measure every variant exactly."""
        points, kept = visit_points(self.offers, swaps.coming.place, swaps.coming.options)
        swaps = replace(swaps, coming=replace(swaps.coming, visit_points=points))
        at, row, total = self._totals(swaps)
        missed = self._missed(swaps.count, at, row, total)
        legal = self._legal(swaps.count, at, row, total)
        np.logical_and.at(legal, swaps.coming_of, kept & self._fitting(swaps.coming))
        aims = {one.aim: self._value(one, swaps, missed) for one in self.measures}
        return Worth(legal, aims, self._points(swaps, missed))

    def _totals(self, swaps: Swaps) -> tuple[Ints, Ints, Ints]:
        """Return (variant, row, total) of each row that a variant loads otherwise than the plan."""
        n = len(self.total)
        out = self.stage.loads(self.plan.take(swaps.leaving))
        come = self.stage.loads(swaps.coming)
        cell = np.append(swaps.leaving_of[out[0]], swaps.coming_of[come[0]]) * n + np.append(out[1], come[1])
        cells, of = np.unique(cell, return_inverse=True)
        change = np.zeros(len(cells), dtype=np.int64)
        np.add.at(change, of, np.append(-out[2], come[2]))
        cells, change = cells[change != 0], change[change != 0]
        return cells // n, cells % n, self.total[cells % n] + change

    def _legal(self, count: int, at: Ints, row: Ints, total: Ints) -> Flags:
        """Return which variants keep every hard row: what the plan breaks must be mended."""
        hard = self.hard[row]
        broken = hard & self._off(row, total)
        mended = hard & self._off(row, self.total[row])
        every = np.arange(len(self.total))
        left = np.full(count, int((self.hard & self._off(every, self.total)).sum()))
        np.add.at(left, at, broken.astype(np.int64) - mended)
        return np.asarray(left == 0)

    def _off(self, row: Ints, total: Ints) -> Flags:
        return np.asarray((total < self.stage.lower[row]) | (total > self.stage.upper[row]))

    def _fitting(self, visits: Groups) -> Flags:
        """Return which visits have as many members as their host takes."""
        columns, host = self.offers.columns, self.offers.places.host[visits.place]
        heads = np.append(self.offers.size[self.offers.unit], 0)[visits.options].sum(axis=1)
        return np.asarray((columns.host_min[host] <= heads) & (heads <= columns.host_max[host]))

    def _missed(self, count: int, at: Ints, row: Ints, total: Ints) -> Missed:
        """Return the amounts missed on the rows that a variant loads otherwise."""
        lower, upper = self.stage.lower, self.stage.upper
        entries = self.first[row + 1] - self.first[row]
        cell = np.repeat(np.arange(len(row)), entries)
        entry = self.of_row[np.repeat(self.first[row], entries) + _within(entries)]
        short = np.maximum(0, lower[row[cell]] - total[cell])
        over = np.maximum(0, total[cell] - upper[row[cell]])
        amount = np.where(self.stage.rows.miss.load[entry] > 0, short, over)
        found = Missed(at[cell], self.owner[entry], amount)
        for shared in self.shared.tolist():
            peak = self._peak(shared, count, at, row, total)
            every = Missed(np.arange(count), np.full(count, shared), peak)
            found = Missed(*map(np.append, found, every))
        return found

    def _peak(self, miss: int, count: int, at: Ints, row: Ints, total: Ints) -> Ints:
        """Return the highest excess over the rows that share a miss [V]."""
        rows = np.unique(self.stage.rows.miss.row[self.owner == miss])
        place = np.full(len(self.total), -1, dtype=np.int64)
        place[rows] = np.arange(len(rows))
        upper, peak = self.stage.upper[rows], np.zeros(count, dtype=np.int64)
        step = max(1, CELLS_AT_ONCE // len(rows))
        for first in range(0, count, step):
            some = (at >= first) & (at < first + step) & (place[row] >= 0)
            whole = np.tile(self.total[rows], (min(step, count - first), 1))
            whole[at[some] - first, place[row[some]]] = total[some]
            peak[first : first + step] = np.maximum(0, whole - upper).max(axis=1, initial=0)
        return peak

    def _value(self, measure: Measure, swaps: Swaps, missed: Missed) -> Ints:
        """Return the value of one aim in every variant [V]."""
        if measure.aim == PEAK:
            return self._highest_level(swaps)
        value = np.full(swaps.count, measured(measure, self.plan, self.missed))
        value += _exchanged(swaps, measure.of_groups(self.plan), measure.of_groups(swaps.coming))
        more = missed.amount - self.missed[missed.miss]
        np.add.at(value, missed.at, measure.miss[missed.miss] * more)
        return np.asarray(value if measure.total is None else measure.total - value)

    def _points(self, swaps: Swaps, missed: Missed) -> dict[str, Ints]:
        """Return what each rule charges more than in the plan [V]."""
        ours, theirs = self._charged(self.plan), self._charged(swaps.coming)
        points = {rule: _exchanged(swaps, ours[rule], theirs[rule]) for rule in ours}
        rows = self.stage.rows
        more = rows.miss_points[missed.miss] * (missed.amount - self.missed[missed.miss])
        for number, rule in enumerate(rows.rules):
            mine = rows.miss_rule[missed.miss] == number
            points[rule] = np.zeros(swaps.count, dtype=np.int64)
            np.add.at(points[rule], missed.at[mine], more[mine])
        return points

    def _charged(self, groups: Groups) -> dict[str, Ints]:
        """Return what each rule about options and visits charges for each visit [G]."""
        columns, offers = self.offers.columns, self.offers
        seats = offers.members[np.append(offers.unit, 0)[groups.options]]
        members = np.where(groups.options[:, :, None] >= 0, seats, -1)
        members = members.reshape(len(groups), members.shape[1] * members.shape[2])
        host, slot = offers.places.host[groups.place], offers.places.slot[groups.place]
        owner, seat = np.nonzero(members >= 0)
        options = Options.unpriced(members[owner, seat], host[owner], slot[owner])
        charged = {}
        for rule in rules_on(columns, OPTION_RULES):
            points = np.zeros(len(groups), dtype=np.int64)
            np.add.at(points, owner, np.zeros(len(owner), np.int64) + rule.measure(columns, options).points)
            charged[rule.id] = points
        for visit_rule in VISIT_RULES:
            if getattr(columns.rules, visit_rule.id).on:
                verdict = visit_rule.measure(columns, Visits(host, slot, members))
                charged[visit_rule.id] = np.zeros(len(groups), dtype=np.int64) + verdict.points
        return charged

    def _highest_level(self, swaps: Swaps) -> Ints:
        """Return the points of the dearest option in every variant [V]."""
        ours, theirs = (
            np.append(self.offers.level, 0)[one.options].max(axis=1, initial=0)
            for one in (self.plan, swaps.coming)
        )
        order = np.argsort(swaps.leaving_of, kind="stable")
        start = np.searchsorted(swaps.leaving_of[order], np.arange(swaps.count + 1))
        peak = np.zeros(swaps.count, dtype=np.int64)
        for n in range(swaps.count):
            stay = np.ones(len(ours), dtype=bool)
            stay[swaps.leaving[order[start[n] : start[n + 1]]]] = False
            peak[n] = ours[stay].max(initial=0)
        np.maximum.at(peak, swaps.coming_of, theirs)
        return peak


def _exchanged(swaps: Swaps, ours: Ints, theirs: Ints) -> Ints:
    """Return what variants sum up to more than the plan, of a measure of each visit of the two [V]."""
    more = np.zeros(swaps.count, dtype=np.int64)
    np.subtract.at(more, swaps.leaving_of, ours[swaps.leaving])
    np.add.at(more, swaps.coming_of, theirs)
    return more


def _within(count: Ints) -> Ints:
    """Return 0, 1, ... for each run of so many."""
    return np.arange(int(count.sum())) - np.repeat(np.cumsum(count) - count, count)
