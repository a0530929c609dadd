"""Zero-half cuts: half of what some people and hosts take part in, rounded down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from innopraktik_match.model.charges import Halves

if TYPE_CHECKING:
    from collections.abc import Sequence

    from innopraktik_match.model.groups import Groups
    from innopraktik_match.model.measures import Ints
    from innopraktik_match.model.options import Offers

Sum = tuple[int, ...]
"""Interns by their number, and hosts by theirs after the last intern."""


@dataclass(frozen=True)
class Cuts:
    """C cuts, which every plan keeps: half a sum of rows, rounded down (Caprara and Fischetti, 1996).

    Each intern makes at most so many visits, each host gets at most so many. Half of a sum of such rows holds
    too, and as visits are taken whole, it holds with each visit's load and then the limit rounded down.

    Attributes
    ----------
    sums : tuple of Sum
        The interns and hosts of each cut.
    halves : Halves
    upper : array [C]
    """

    sums: tuple[Sum, ...]
    halves: Halves
    upper: Ints

    def __len__(self) -> int:
        return len(self.sums)

    @property
    def most(self) -> int:
        """What a visit loads any cut at most."""
        return max(1, (int(self.halves.offers.columns.host_max.max(initial=1)) + 1) // 2)

    def take(self, kept: Ints) -> Cuts:
        """Return some of the cuts."""
        return Cuts(tuple(self.sums[n] for n in kept), self.halves.take(kept), self.upper[kept])


def cuts_of(offers: Offers, sums: Sequence[Sum]) -> Cuts:
    """Return the cuts that sum some interns and hosts each."""
    columns = offers.columns
    among = np.zeros((len(columns.interns) + len(columns.hosts), len(sums)), dtype=np.int64)
    for n, those in enumerate(sums):
        among[list(those), n] = 1
    interns, hosts = np.split(among, [len(columns.interns)])
    members = np.append(interns, np.zeros((1, len(sums)), dtype=np.int64), axis=0)[offers.members]
    upper = most_visits(offers) @ among // 2
    return Cuts(tuple(sums), Halves(offers, members.sum(axis=1), hosts), upper)


def most_visits(offers: Offers) -> Ints:
    """Return how many visits each intern, and then each host, takes part in at most."""
    return np.append(offers.columns.intern_visits, offers.columns.host_visits).astype(np.int64)


def taking_part(offers: Offers, groups: Groups) -> tuple[Ints, Ints]:
    """Return (group, who) for every intern and host of some visits."""
    options = groups.options
    members = np.where(options[:, :, None] >= 0, offers.members[offers.unit[options]], -1)
    flat = members.reshape(len(groups), -1)
    group, seat = np.nonzero(flat >= 0)
    hosts = len(offers.columns.interns) + offers.places.host[groups.place].astype(np.int64)
    return np.append(group, np.arange(len(groups))), np.append(flat[group, seat], hosts)
