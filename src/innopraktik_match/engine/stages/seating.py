"""Canonical seating: who joins which of a host's visits in the same slot.

The lottery tells interns, hosts and slots apart, but not two visits of one host in one slot.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

import numpy as np

from innopraktik_match.model import tuning
from innopraktik_match.model.groups import Groups, joined, visit_points

if TYPE_CHECKING:
    from collections.abc import Iterator

    from innopraktik_match.engine.control import Control
    from innopraktik_match.model.options import Offers


Party = tuple[int, ...]  # options of those who come together


def seated(offers: Offers, groups: Groups, control: Control) -> Groups:
    """Return the plan with the guests of each place with several visits in canonical order.

    Every place keeps its guests, its number of visits and its visit points. A place whose canonical order
    is not found within the limit is left unchanged.
    """
    place, count = np.unique(groups.place, return_counts=True)
    crowded = place[count > 1]
    parts = [groups.take(~np.isin(groups.place, crowded))]
    for at in crowded:
        ours = groups.take(groups.place == at)
        parts.append(_Table(offers, int(at), ours).first(control) or ours)
    return joined(parts, groups.options.shape[1])


class _Table:
    """The guests of one place, and the visits among which they are distributed."""

    def __init__(self, offers: Offers, place: int, visits: Groups) -> None:
        self.offers, self.place, self.visits = offers, place, visits
        columns = offers.columns
        host = offers.places.host[place]
        self.least, self.most = int(columns.host_min[host]), int(columns.host_max[host])
        self.guests: Party = tuple(sorted(visits.options[visits.options >= 0].tolist()))
        self.heads = {guest: int(offers.size[offers.unit[guest]]) for guest in self.guests}
        self.smallest, self.largest = min(self.heads.values()), max(self.heads.values())
        self.usual = len(self.guests) / len(visits)

    def first(self, control: Control) -> Groups | None:
        """Return the first distribution with the same points; None if it is not found within the limit.

        Depth-first search, visit by visit: parties of the first free guest are tried in order, until the
        remaining guests fit the remaining visits for the remaining points.
        """
        visits, tried = len(self.visits), 0
        parties: list[Party] = []
        open_ = [(self.guests, int(self.visits.visit_points.sum()), self._priced(self.guests, visits))]
        while open_ and tried < tuning.PARTIES_TRIED + visits and not control.interrupted:
            guests, points, ways = open_[-1]
            way, price = next(ways, ((), 0))
            tried += 1
            if not way:
                open_.pop()
                del parties[len(open_) - 1 :]
            elif price <= points:
                left = tuple(guest for guest in guests if guest not in way)
                if len(open_) < visits:
                    parties.append(way)
                    open_.append((left, points - price, self._priced(left, visits - len(parties))))
                elif not left and price == points:
                    return self._as_groups([*parties, way])
        return None

    def _priced(self, guests: Party, visits: int) -> Iterator[tuple[Party, int]]:
        """Yield the legal parties with their visit points."""
        ways, some = self._ways(guests, visits), tuning.PARTIES_AT_FIRST
        while parties := list(islice(ways, some)):
            points, legal = visit_points(self.offers, *self._seats(parties))
            for party, price, fine in zip(parties, points.tolist(), legal, strict=True):
                if fine:
                    yield party, price
            some = tuning.PARTIES_AT_ONCE

    def _ways(self, guests: Party, visits: int) -> Iterator[Party]:
        """Yield the parties of the first guest, those of the usual size first."""
        if not guests:
            return
        total, own = sum(self.heads[guest] for guest in guests), self.heads[guests[0]]
        low = max(self.least, total - (visits - 1) * self.most) - own
        high = min(self.most, total - (visits - 1) * self.least) - own
        for size in sorted(range(1, self.most + 1), key=lambda size: (abs(size - self.usual), -size)):
            for mates in self._mates(guests[1:], size - 1, low, high):
                yield guests[0], *mates

    def _mates(self, guests: Party, count: int, low: int, high: int) -> Iterator[Party]:
        """Yield combinations of guests, in order, with `low` to `high` heads in total."""
        if count * self.smallest > high or count * self.largest < low:
            return
        if not count:
            yield ()
        for at, guest in enumerate(guests[: len(guests) - count + 1] if count else ()):
            heads = self.heads[guest]
            for mates in self._mates(guests[at + 1 :], count - 1, low - heads, high - heads):
                yield guest, *mates

    def _seats(self, parties: list[Party]) -> tuple[np.ndarray, np.ndarray]:
        options = np.full((len(parties), self.visits.options.shape[1]), -1, dtype=np.int64)
        for row, party in enumerate(parties):
            options[row, : len(party)] = party
        return np.full(len(parties), self.place, dtype=np.int32), options

    def _as_groups(self, parties: list[Party]) -> Groups:
        place, options = self._seats(parties)
        points, _ = visit_points(self.offers, place, options)
        return Groups(place, options, points, np.zeros(len(parties), dtype=np.int64))
