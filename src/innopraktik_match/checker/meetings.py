"""Who may meet whom, and when: what no option rule forbids."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache, cached_property
from itertools import chain
from math import inf
from typing import TYPE_CHECKING

from innopraktik_match.checker.option_rules import dates, duration, rules_at, week_points

if TYPE_CHECKING:
    from collections.abc import Iterable

    from innopraktik_match.checker.facts import Facts, Unit
    from innopraktik_match.domain.round import Host, Intern, Lock
    from innopraktik_match.domain.rulebook.settings import Wishes

Party = tuple["Unit", tuple[int, ...]]  # those who come as one, and the pair points of each
Times = dict[int, int]  # number of a slot -> points of the side's own length wish


class Meetings:
    """The meetings of one round. Nothing here grows with the pairs: a host's parties are found anew.

    Attributes
    ----------
    intern_times, host_times : dict
        The slots that each side can have, those included that only a decision allows, for one of its pairs.
    """

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self._reach = cache(self._within_reach)
        self._alike: dict[object, Times] = {}
        free = [0] * len(facts.slots)
        dear = [week_points(facts, slot.week).points for slot in facts.slots]
        prices = dear if "week_points" in facts.on else free
        self._of_intern = {person.id: self._times(person, prices) for person in facts.round.interns}
        self._of_host = {host.id: self._times(host, free) for host in facts.round.hosts}
        self._when = {intern: _bits(times) for intern, times in self._of_intern.items()}
        self._decided = {
            (one, other): (
                self._times(facts.interns[one], prices, lock),
                self._times(facts.hosts[other], free, lock),
            )
            for (one, other), lock in facts.decided_pairs.items()
        }
        self.intern_times, self.host_times = dict(self._of_intern), dict(self._of_host)
        for (intern, host), (mine, theirs) in self._decided.items():
            self.intern_times[intern] = self.intern_times[intern] | mine
            self.host_times[host] = self.host_times[host] | theirs

    # -- when -------------------------------------------------------------------------------

    def times(self, intern: str, host: str) -> tuple[Times, Times]:
        """Return the slots that each of a pair can have for the other, in common or not."""
        return self._decided.get((intern, host)) or (self._of_intern[intern], self._of_host[host])

    def _times(self, person: Intern | Host, prices: list[int], lock: Lock | None = None) -> Times:
        """Return the slots that one side can have, and their points with the prices of the slots added.

        Whoever wishes the same shares the answer.
        """
        named = (lock.week, lock.days) if lock else (None, None)
        alike = person.weeks, person.days, *named, id(prices)
        if alike not in self._alike:
            times = self._wished_times(person, *named)
            self._alike[alike] = {slot: own + prices[slot] for slot, own in times}
        return self._alike[alike]

    def _wished_times(
        self, person: Intern | Host, week: str | None, days: int | None
    ) -> Iterable[tuple[int, int]]:
        """Yield the slots that suit one side, also where a decision says week or length, and their points."""
        facts = self.facts
        for number, slot in enumerate(facts.slots):
            decided = week is not None and slot.week == week
            if facts.rules.dates.on and not decided and dates(facts, person, slot.week).breach:
                continue
            if not facts.rules.duration.on:
                yield number, 0
                continue
            word = duration(facts, person, slot.days)
            if not word.breach or (days is not None and slot.days == days):
                yield number, word.points

    # -- whom -------------------------------------------------------------------------------

    def parties(self, host: Host) -> list[Party]:
        """Return the units that the host has room for and that no rule keeps away in every slot."""
        points = self._pair_points(host)
        found: list[Party] = []
        for intern in points:
            unit = self.facts.units[intern]
            if len(unit) == 1:
                found.append((unit, (points[intern],)))
            elif unit[0] == intern and len(unit) <= host.max and all(mate in points for mate in unit):
                found.append((unit, tuple(points[mate] for mate in unit)))
        return found

    def _pair_points(self, host: Host) -> dict[str, int]:
        """Return everybody with a slot in common whom no rule keeps from the host, with the pair's points."""
        facts, rules, when = (
            self.facts,
            tuple(rules_at(self.facts, host).values()),
            _bits(self._of_host[host.id]),
        )
        guests = {}
        for intern in self._listed_at(host):
            decided = self._decided.get((intern, host.id))
            if not (decided[0].keys() & decided[1].keys() if decided else self._when[intern] & when):
                continue
            person, total = facts.interns[intern], 0
            for rule in rules:
                word = rule(person)
                if word.breach:
                    break
                total += word.points
            else:
                guests[intern] = total
        return guests

    def _listed_at(self, host: Host) -> Iterable[str]:
        """Return the shortest list that holds all whom the rules leave to the host.

        Each list leaves out only pairs that its own rule forbids, so none is missed; those on it are
        judged by every rule.
        """
        lists: list[tuple[Iterable[str], int]] = [(self.facts.interns, len(self.facts.interns))]
        decided = self._known(self.facts.accepted.get(host.id, ()))
        for some in self._lists(host):
            parts = (*some, decided)
            lists.append((chain.from_iterable(parts), sum(map(len, parts))))
        return min(lists, key=lambda one: one[1])[0]

    def _lists(self, host: Host) -> Iterable[tuple[list[str], ...]]:
        rules = self.facts.rules
        if rules.pair_points.on and (rules.pair_points.hard or rules.pair_points.unlisted == "forbid"):
            yield (self._known(self.facts.given.get(host.id, ())),)
        if _only_wished(rules.intern_wishes):
            yield self._wished_at.get(host.id, []), self._open
        if _only_wished(rules.host_wishes) and host.wishes:
            yield (self._known(self.facts.host_rank[host.id]),)
        if rules.travel.on and rules.travel.hard and host.municipality:
            yield self._reach(host.municipality)

    def _known(self, interns: Iterable[str]) -> list[str]:
        return [intern for intern in interns if intern in self.facts.interns]

    @cached_property
    def _wished_at(self) -> dict[str, list[str]]:
        """Return those who wish for each host."""
        wished: dict[str, list[str]] = {}
        for intern, ranks in self.facts.intern_rank.items():
            for host in ranks:
                wished.setdefault(host, []).append(intern)
        return wished

    @cached_property
    def _open(self) -> list[str]:
        """Return those who wish for nobody."""
        return [intern for intern, ranks in self.facts.intern_rank.items() if not ranks]

    def _within_reach(self, town: str | None) -> tuple[list[str], ...]:
        """Return those who would travel as far as a town."""
        facts, found = self.facts, []
        for home, (limits, interns) in self._by_home.items():
            found += interns[bisect_left(limits, facts.km(home, town)) :]
        return (found,)

    @cached_property
    def _by_home(self) -> dict[str | None, tuple[list[float], list[str]]]:
        """Return the interns of each municipality by how far they would travel, and those limits."""
        homes: dict[str | None, list[tuple[float, str]]] = {}
        for person in self.facts.round.interns:
            far = inf if person.max_km is None else person.max_km
            homes.setdefault(person.municipality, []).append((far, person.id))
        sorted_homes = {home: sorted(people) for home, people in homes.items()}
        return {home: ([far for far, _ in p], [who for _, who in p]) for home, p in sorted_homes.items()}


def _bits(times: Times) -> int:
    """Return the numbers of the slots as bits."""
    return sum(1 << slot for slot in times)


def _only_wished(rule: Wishes) -> bool:
    """Whether whoever listed wishes meets nobody else."""
    return rule.on and (rule.hard or rule.unlisted == "forbid")
