"""Who joins which of a host's visits in one slot: of all ways that cost the same, always the same one.

Lots tell interns, hosts and slots apart; two visits of one host in one slot are all the same to them.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from innopraktik_match.visits import Groups, joined, visit_points

if TYPE_CHECKING:
    from collections.abc import Iterator

    from innopraktik_match.columns import Columns
    from innopraktik_match.options import Offers

MOST_TRIED = 10_000

Party = tuple[int, ...]  # options of those who come together


def seated(c: Columns, f: Offers, groups: Groups) -> Groups:
    """Return the plan with the guests of each place that has several visits in their first order.

    Every place keeps its guests, its number of visits and the points of its visits.
    """
    place, count = np.unique(groups.place, return_counts=True)
    crowded = place[count > 1]
    parts = [groups.take(~np.isin(groups.place, crowded))]
    for at in crowded:
        ours = groups.take(groups.place == at)
        parts.append(_Table(c, f, int(at), ours).first() or ours)
    return joined(parts, groups.options.shape[1])


class _Table:
    """The guests of one place and the visits that they share."""

    def __init__(self, c: Columns, f: Offers, place: int, visits: Groups) -> None:
        self.c, self.f, self.place, self.visits = c, f, place, visits
        host = f.places.host[place]
        self.least, self.most = int(c.host_min[host]), int(c.host_max[host])
        self.guests: Party = tuple(sorted(visits.options[visits.options >= 0].tolist()))
        self.heads = {guest: int(f.size[f.unit[guest]]) for guest in self.guests}
        self.usual = sum(self.heads.values()) / len(visits)
        self.tried = 0

    def first(self) -> Groups | None:
        """Return the first way to share them; None if it is not found soon."""
        parties = self._shared(self.guests, len(self.visits), int(self.visits.visit_points.sum()))
        return None if parties is None else self._as_groups(parties)

    def _shared(self, guests: Party, visits: int, points: int) -> list[Party] | None:
        """Share the guests among so many visits for exactly so many points; None where that cannot be."""
        if not visits:
            return [] if not guests and points == 0 else None
        ways = list(self._ways(guests, visits))
        cost, legal = visit_points(self.c, self.f, *self._seats(ways))
        for way, price, fine in zip(ways, cost.tolist(), legal, strict=True):
            self.tried += 1
            if self.tried > MOST_TRIED:
                return None
            if fine and price <= points:
                left = tuple(guest for guest in guests if guest not in way)
                others = self._shared(left, visits - 1, points - price)
                if others is not None:
                    return [way, *others]
        return None

    def _ways(self, guests: Party, visits: int) -> Iterator[Party]:
        """Yield the parties that the first guest can be in, those of the usual size first."""
        total = sum(self.heads[guest] for guest in guests)
        for size in sorted(range(1, self.most + 1), key=lambda size: (abs(size - self.usual), -size)):
            for mates in combinations(guests[1:], size - 1) if guests else ():
                way = (guests[0], *mates)
                heads = sum(self.heads[guest] for guest in way)
                left = (visits - 1) * self.least <= total - heads <= (visits - 1) * self.most
                if left and self.least <= heads <= self.most:
                    yield way

    def _seats(self, ways: list[Party]) -> tuple[np.ndarray, np.ndarray]:
        options = np.full((len(ways), self.visits.options.shape[1]), -1, dtype=np.int64)
        for row, way in enumerate(ways):
            options[row, : len(way)] = way
        return np.full(len(ways), self.place, dtype=np.int32), options

    def _as_groups(self, parties: list[Party]) -> Groups:
        place, options = self._seats(parties)
        points, _ = visit_points(self.c, self.f, place, options)
        return Groups(place, options, points, np.zeros(len(parties), dtype=np.int64))
