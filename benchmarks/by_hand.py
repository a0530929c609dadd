"""A careful coordinator without a solver: one person at a time, nothing undone but visits too small."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from innopraktik_match.model.columns import Columns
    from innopraktik_match.model.measures import Options


class ByHand:
    """The coordinator's table: each host's visits, as a slot and its guests."""

    def __init__(self, c: Columns, o: Options) -> None:
        self.c, self.o = c, o
        self.order = np.lexsort((o.slot, o.host, o.points, o.intern))
        self.start = np.searchsorted(o.intern[self.order], np.arange(len(c.interns) + 1))
        self.table: list[list[tuple[int, list[int]]]] = [[] for _ in c.hosts]
        self.hosts_of: dict[int, dict[int, int]] = defaultdict(dict)  # intern -> host -> slot

    def place_everybody(self) -> None:
        """Place all once, then those who wish more; break up visits too small and place those again."""
        people = self._fewest_hosts_first()
        for number in range(int(self.c.intern_visits.max(initial=0))):
            for intern in people:
                if self.c.intern_visits[intern] > number:
                    self._place(intern)
        for intern in self._break_up():
            self._place(intern, no_new_minimum=True)

    def visits(self) -> Iterator[tuple[int, int, list[int]]]:
        """Yield host, slot and guests of each visit."""
        for host, mine in enumerate(self.table):
            for at, guests in mine:
                yield host, at, guests

    def _fewest_hosts_first(self) -> list[int]:
        pairs = np.unique(self.o.intern.astype(np.int64) * len(self.c.hosts) + self.o.host)
        count = np.bincount(pairs // max(1, len(self.c.hosts)), minlength=len(self.c.interns))
        return np.argsort(count, kind="stable").tolist()

    def _place(self, intern: int, no_new_minimum: bool = False) -> None:
        best: tuple[int, int, int, list[int] | None] | None = None
        for n in self.order[self.start[intern] : self.start[intern + 1]].tolist():
            host, at, points = int(self.o.host[n]), int(self.o.slot[n]), int(self.o.points[n])
            if best is not None and points >= best[0]:
                break
            if host in self.hosts_of[intern] or self._busy(at, self.hosts_of[intern].values()):
                continue
            for guests, cost in self._seats(intern, host, at, no_new_minimum):
                if best is None or points + cost < best[0]:
                    best = (points + cost, host, at, guests)
        if best is not None:
            _, host, at, guests = best
            if guests is None:
                self.table[host].append((at, guests := []))
            guests.append(intern)
            self.hosts_of[intern][host] = at

    def _seats(
        self, intern: int, host: int, at: int, no_new_minimum: bool
    ) -> Iterator[tuple[list[int] | None, int]]:
        """Yield the host's visits in the slot that have a seat (None: a new one), and what company costs."""
        for when, guests in self.table[host]:
            if when == at and len(guests) < self.c.host_max[host]:
                cost = self._company(intern, guests)
                if cost is not None:
                    yield guests, cost
        new = len(self.table[host]) < self.c.host_visits[host]
        small = no_new_minimum and self.c.host_min[host] > 1
        if new and not small and not self._busy(at, (when for when, _ in self.table[host])):
            yield None, 0

    def _company(self, intern: int, guests: list[int]) -> int | None:
        """Return what it costs to join the guests; None if a hard rule forbids it."""
        c, cost = self.c, 0
        for rule, word in (
            (c.rules.mixed_workplaces, c.intern_workplace),
            (c.rules.mixed_sectors, c.intern_sector),
            (c.rules.mixed_column, c.intern_mixed),
        ):
            if rule.on and word[intern] >= 0 and word[intern] in word[guests]:
                if rule.hard:
                    return None
                cost += rule.points
        return cost

    def _busy(self, at: int, others: Iterable[int]) -> bool:
        """Return whether the slot takes up a week of one of the others."""
        return any((self.c.takes_up[at] & self.c.takes_up[other]).any() for other in others)

    def _break_up(self) -> list[int]:
        left = []
        for host, mine in enumerate(self.table):
            self.table[host] = [visit for visit in mine if len(visit[1]) >= self.c.host_min[host]]
            for intern in (intern for visit in mine if visit not in self.table[host] for intern in visit[1]):
                del self.hosts_of[intern][host]
                left.append(intern)
        return left
