"""The groups of one place that cost no more than a limit, by depth-first search in exact integers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from innopraktik_match.checker.report import Enough

if TYPE_CHECKING:
    from innopraktik_match.checker.company import Company
    from innopraktik_match.domain.round import Host

ASKED_EVERY = 4096

Word = tuple[str, str]  # a visit rule, and a word that it counts
Item = tuple[int, int, int, frozenset[Word], int]
"""Reduced cost, heads, highest points of any of them, words, kind."""
Added = Callable[[frozenset[Word]], "int | None"]


class Groups:
    """The reduced costs of the groups that can come to one place.

    Whoever joins a group never lowers what the visit rules say of it, so a group is given up once what
    it costs so far, with the cheapest of those who may still join, is above the limit.

    Parameters
    ----------
    host : Host
    base : int
        Cost of the visit itself.
    items : list of (cost, heads, points, words, kind)
        Those who can come, cheapest first.
    added : callable
        Repeated words -> what they add (0 or more), or None where they are forbidden.
    company : Company
        What is added by all who come, of each kind.
    limit : int
        No dearer groups are yielded; may be lowered meanwhile.
    enough : callable
        Asked now and then; where it says so, `Enough` is raised.
    """

    def __init__(
        self,
        host: Host,
        base: int,
        items: list[Item],
        added: Added,
        company: Company,
        limit: int,
        enough: Callable[[], bool] = lambda: False,
    ) -> None:
        self.host = host
        self.base = base
        self.items = items
        self.added = added
        self.company = company
        self.limit = limit
        self.enough = enough
        self.steps = 0

    def __iter__(self) -> Iterator[int]:
        return self._joined(0, self.base, self.host.max, frozenset(), ())

    def _joined(
        self,
        first: int,
        total: int,
        seats: int,
        words: frozenset[Word],
        kinds: tuple[int, ...],
        floor: int = 0,
    ) -> Iterator[int]:
        """Yield what a group costs, joined by any of the items from the first one on.

        The company adds at least `floor` to the total, whoever joins.
        """
        items, spare = self.items, self.host.max - self.host.min
        self.steps += 1
        if self.steps % ASKED_EVERY == 0 and self.enough():
            raise Enough
        for n in range(first, len(items)):
            cost, heads, _, brought, kind = items[n]
            if total + floor + (cost * seats if cost < 0 else cost) > self.limit:
                return
            if heads > seats:
                continue
            joined, left = total + cost, seats - heads
            if not words.isdisjoint(brought):
                added = self.added(words & brought)
                if added is None:
                    continue
                joined += added
            least, whole = (0, 0) if self.company.silent else self.company.added(self.host, (*kinds, kind))
            if least is None:
                continue
            if left <= spare and whole is not None and joined + whole <= self.limit:
                yield joined + whole
            if left:
                yield from self._joined(n + 1, joined, left, words | brought, (*kinds, kind), least)
