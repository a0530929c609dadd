"""One pass over the hosts: what each adds to the bounds, and how many visits are within the gaps."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from innopraktik_match.checker.groups import Groups
from innopraktik_match.checker.meetings import Meetings
from innopraktik_match.checker.reduced import ReducedCosts
from innopraktik_match.checker.report import Enough

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from innopraktik_match.checker.bounds import Bound, Listing
    from innopraktik_match.checker.facts import Facts
    from innopraktik_match.checker.groups import Item, Word
    from innopraktik_match.checker.meetings import Party
    from innopraktik_match.checker.reduced import Floored
    from innopraktik_match.domain.round import Host

    Asked = Callable[[], bool]


def weigh(facts: Facts, bounds: Sequence[Bound], enough: Asked) -> None:
    """Fill in what the hosts add to each bound, and count its listings.

    Host by host, so that nothing is kept of the pairs of the hosts before.

    Parameters
    ----------
    f : Facts
    bounds : sequence of Bound
        With valid prices.
    enough : callable
        Asked between steps; where it says so, `Enough` is raised.
    """
    if not bounds:
        return
    meetings = Meetings(facts)
    scales = [Scales(bound, ReducedCosts(meetings, bound), enough) for bound in bounds]
    for host in facts.round.hosts:
        if enough():
            raise Enough
        parties = meetings.parties(host) if meetings.host_times[host.id] else []
        for one in scales if parties else ():
            one.weigh(host, parties)


class Scales:
    """Weighs the hosts of one bound."""

    def __init__(self, bound: Bound, reduced: ReducedCosts, enough: Asked) -> None:
        self.bound = bound
        self.reduced = reduced
        self.enough = enough

    def weigh(self, host: Host, parties: list[Party]) -> None:
        """Add min(0, least reduced cost of any visit to the host) to the bound, then count from there."""
        floors = self.reduced.floors(host, parties)
        least = 0
        for base, items in self.reduced.places(host, self._fit(host, floors, -1)):
            groups = self._groups(host, base, _first_of_each_kind(items, host.max), least - 1)
            for least in groups:
                groups.limit = least - 1
        self.bound.by_hosts += host.visits * least
        for listing in self.bound.listings:
            fit = self._fit(host, floors, listing.within + least)
            if listing.by_option:
                self._count_options(host, fit, listing, least)
            else:
                self._count_visits(host, fit, listing, least)

    def _fit(self, host: Host, floors: list[Floored], limit: int) -> Iterable[Party]:
        """Return the parties that can be in a visit of at most `limit`.

        The others in it are at most max - 1 parties, none below the lowest floor, and no visit rule
        lowers a cost: a party whose floor alone leaves no room for that is in no such visit.
        """
        lowest = min(floor for floor, _ in floors)
        room = limit - self.reduced.base(host) - min(0, lowest) * (host.max - 1)
        return [party for floor, party in floors if floor <= room] if lowest <= room else ()

    def _groups(self, host: Host, base: int, items: list[Item], limit: int) -> Groups:
        if self.enough():
            raise Enough
        return Groups(host, base, items, self.reduced.repeats.added, self.reduced.company, limit, self.enough)

    def _count_visits(self, host: Host, fit: Iterable[Party], listing: Listing, least: int) -> None:
        for base, items in self.reduced.places(host, fit):
            if listing.highest is not None:
                items = [item for item in items if item[2] <= listing.highest]
            for _ in self._groups(host, base, items, listing.within + least):
                if listing.counted > listing.most:
                    return
                listing.counted += 1

    def _count_options(self, host: Host, fit: Iterable[Party], listing: Listing, least: int) -> None:
        """Count as docs/model.md says; those that do not fit are dearer than any room left here."""
        for base, items in self.reduced.places(host, fit):
            lowest = items[0][0]
            others = lowest * ((host.max if lowest < 0 else host.min) - 1)
            room = listing.within + least - base - others
            listing.counted += sum(1 for item in items if item[0] <= room)


def _first_of_each_kind(items: list[Item], most: int) -> list[Item]:
    """Return, of those of one kind with the same words, as many of the cheapest as can come together.

    One of them is not in a given group of `most`: it can stand in for any dearer one of its kind.
    """
    seen: Counter[tuple[int, frozenset[Word], int]] = Counter()
    kept = []
    for item in items:
        kind = item[1], item[3], item[4]
        if seen[kind] < most:
            seen[kind] += 1
            kept.append(item)
    return kept
