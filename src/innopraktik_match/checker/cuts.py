"""What cuts with a price add to the reduced cost of a visit, and what they add to a bound."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innopraktik_match.checker.round_rules import host_visits, intern_visits

if TYPE_CHECKING:
    from collections.abc import Iterable

    from innopraktik_match.checker.facts import Facts
    from innopraktik_match.domain.plan import Cut
    from innopraktik_match.domain.round import Host

Places = tuple[int, ...]  # numbers of cuts


def limit_of(facts: Facts, cut: Cut) -> int | None:
    """Return half of all the visits that those of a cut can have, rounded down; None if it is no cut.

    In any plan, half of what a visit takes of them, rounded down, adds up to no more: not rounded, it adds up
    to at most half of all their visits, and the sum of whole numbers is whole.
    """
    named = (*((intern_visits, key) for key in cut.interns), *((host_visits, key) for key in cut.hosts))
    rows = [row(facts, (key,)) for row, key in named]
    distinct = len(set(cut.interns)) == len(cut.interns) and len(set(cut.hosts)) == len(cut.hosts)
    if cut.price >= 0 or not distinct or not rows:
        return None
    total = 0
    for row in rows:
        if row is None or row.upper is None:
            return None
        total += row.upper
    return total // 2


class Cuts:
    """The cuts of one bound, by who takes part in them.

    Parameters
    ----------
    cuts : iterable of Cut
        Valid ones.
    """

    def __init__(self, cuts: Iterable[Cut]) -> None:
        self.price: list[int] = []
        self._interns: dict[str, list[int]] = {}
        self._hosts: dict[str, list[int]] = {}
        for number, cut in enumerate(cuts):
            self.price.append(cut.price)
            for names, of in ((cut.interns, self._interns), (cut.hosts, self._hosts)):
                for name in names:
                    of.setdefault(name, []).append(number)

    def places(self, unit: Iterable[str]) -> Places:
        """Return the cut of each part that those of a unit have in any, in order."""
        return tuple(sorted(number for intern in unit for number in self._interns.get(intern, ())))

    def at(self, host: Host) -> bool:
        """Whether a host has part in any cut."""
        return host.id in self._hosts

    def added(self, host: Host, units: Iterable[Places]) -> int:
        """Return what the cuts add to a visit of some units: 0 or more, and never less for more of them."""
        count: dict[int, int] = dict.fromkeys(self._hosts.get(host.id, ()), 1)
        for places in units:
            for number in places:
                count[number] = count.get(number, 0) + 1
        return -sum(self.price[number] * (parts // 2) for number, parts in count.items())
