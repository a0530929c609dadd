"""What prices of cuts add to the reduced cost of a visit."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from innopraktik_match.model import tuning

if TYPE_CHECKING:
    from innopraktik_match.model.measures import Flags, Index, Ints
    from innopraktik_match.model.options import Offers


@dataclass(frozen=True)
class Halves:
    """C sums of loads, each of which counts for half and is rounded down, visit by visit.

    Attributes
    ----------
    offers : Offers
    unit : array [U, C]
        Loads of each unit, 0 or more.
    host : array [H, C]
        Loads of any visit to each host, 0 or more.
    """

    offers: Offers
    unit: Ints
    host: Ints

    def take(self, kept: Ints | Flags) -> Halves:
        """Return some of the sums."""
        return Halves(self.offers, self.unit[:, kept], self.host[:, kept])

    def of(self, place: Index, options: Ints) -> Ints:
        """Return half of each sum, rounded down, for each group [G, C]."""
        offers = self.offers
        loads = self.host[offers.places.host[place]]
        units = np.append(self.unit, np.zeros((1, self.unit.shape[1]), dtype=self.unit.dtype), axis=0)
        for seat in np.append(offers.unit, -1)[options].T:
            loads = loads + units[seat]
        return np.asarray(loads >> 1)


@dataclass(frozen=True)
class Charges:
    """Halves and what each costs, 0 or more: a group is never charged less for whoever joins it."""

    halves: Halves
    price: Ints

    @cached_property
    def touched(self) -> Flags:
        """Which units [U] load any of the sums."""
        return np.asarray(self.halves.unit.any(axis=1))

    @cached_property
    def _loads(self) -> tuple[Ints, Ints]:
        """The most that each unit, and an empty seat, and each host load any sum, up to 2."""
        unit = np.append(np.minimum(2, self.halves.unit.max(axis=1, initial=0)), 0)
        return unit, np.minimum(2, self.halves.host.max(axis=1, initial=0))

    def of(self, place: Index, options: Ints) -> Ints:
        """Return what each group is charged [G]; nothing where fewer than two loads come together."""
        offers, total = self.halves.offers, np.zeros(len(place), dtype=np.int64)
        unit, host = self._loads
        loads = unit[np.append(offers.unit, -1)[options]].sum(axis=1) + host[offers.places.host[place]]
        rows = np.flatnonzero(loads > 1)
        step = max(1, tuning.GROUPS_AT_ONCE // max(1, len(self.price)))
        for first in range(0, len(rows), step):
            some = rows[first : first + step]
            total[some] = self.halves.of(place[some], options[some]) @ self.price
        return total
