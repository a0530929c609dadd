"""Separation of zero-half cuts: sums of rows whose half, rounded down, a fractional solution breaks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from innopraktik_match.engine.stages.cuts import most_visits, taking_part
from innopraktik_match.model import tuning

if TYPE_CHECKING:
    from innopraktik_match.engine.prices.master import Floats
    from innopraktik_match.engine.stages.cuts import Sum
    from innopraktik_match.model.groups import Groups
    from innopraktik_match.model.measures import Flags, Ints
    from innopraktik_match.model.options import Offers

LEFT_DIGITS = 3
"""Less of a limit that is left is as good as nothing; of such rows the one that sums fewest is taken."""


@dataclass
class _System:
    """Rows modulo 2 over the fractional visits.

    A cut of a sum of rows is broken where its limit is odd and the visits that load it oddly, with what is
    left of its limits, are below 1; by half of the difference.

    Attributes
    ----------
    odd : array [R, V]
        Which visits load a row oddly.
    left : array [R]
        What is left of the limits.
    limit : array [R]
        Whether the limit is odd.
    summed : array [R, rows at first]
        Which rows are summed in it.
    """

    odd: Flags
    left: Floats
    limit: Flags
    summed: Flags

    def add(self, pivot: int, to: Ints, left: Floats) -> None:
        """Add a row to others."""
        for part in (self.odd, self.summed, self.limit):
            part[to] ^= part[pivot]
        self.left[to] = self.summed[to] @ left


def zero_half(offers: Offers, visits: Groups, value: Floats) -> list[Sum]:
    """Return the sums of interns and hosts whose cuts a fractional solution breaks, the most broken first.

    Gaussian elimination modulo 2, the largest values first: visits that are still odd then have small values
    (Koster, Zymolka and Kutschka, 2009).
    """
    visit, who = taking_part(offers, visits)
    most = most_visits(offers)
    left = np.maximum(0.0, most - np.bincount(who, value[visit], minlength=len(most)))
    whole = np.abs(value - np.rint(value)) < tuning.INTEGRAL_WITHIN
    some = left < 1 - tuning.CUT_BROKEN
    some[who[whole[visit] & (value[visit] > 1 / 2)]] = False  # a visit that is taken is odd in all of those
    fractional = np.flatnonzero(~whole)
    rows = np.intersect1d(np.flatnonzero(some), who[~whole[visit]])
    number = np.full(len(most), -1)
    number[rows] = np.arange(len(rows))
    ours = ~whole[visit] & (number[who] >= 0)
    odd = np.zeros((len(rows), len(fractional)), dtype=bool)
    odd[number[who[ours]], np.searchsorted(fractional, visit[ours])] = True
    system = _System(odd, left[rows], most[rows] % 2 == 1, np.eye(len(rows), dtype=bool))
    found = _eliminated(system, left[rows], value[fractional])
    return [tuple(rows[list(one)].tolist()) for one in sorted(found, key=lambda one: (found[one], one))]


def _eliminated(system: _System, left: Floats, value: Floats) -> dict[Sum, float]:
    """Return the sums of rows whose cuts are broken, and how much of each is odd or left."""
    found: dict[Sum, float] = {}
    open_ = np.ones(len(left), dtype=bool)
    for visit in np.argsort(-value, kind="stable"):
        those = np.flatnonzero(open_ & system.odd[:, visit])
        if not len(those):
            continue
        size = system.summed[those].sum(axis=1)
        pivot = int(those[np.lexsort((size, np.round(system.left[those], LEFT_DIGITS)))[0]])
        others = those[those != pivot]
        system.add(pivot, others, left)
        open_[pivot] = False
        _note(system, others, value, found)
    return found


def _note(system: _System, rows: Ints, value: Floats, found: dict[Sum, float]) -> None:
    rows = rows[system.limit[rows]]
    weight = system.odd[rows] @ value + system.left[rows]
    size = system.summed[rows].sum(axis=1)
    some = (weight < 1 - tuning.CUT_BROKEN) & (size <= tuning.CUT_MOST_ROWS)
    for row, amount in zip(rows[some].tolist(), weight[some].tolist(), strict=True):
        found.setdefault(tuple(np.flatnonzero(system.summed[row]).tolist()), amount)
