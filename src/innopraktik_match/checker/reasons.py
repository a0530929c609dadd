"""Why somebody has no visit, worked out again: which rule takes which host, which hosts are full."""

from __future__ import annotations

from functools import reduce
from itertools import islice
from operator import and_
from typing import TYPE_CHECKING, NamedTuple

from innopraktik_match.checker.option_rules import dates, duration, rules_at

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from innopraktik_match.checker.facts import Facts, Unit
    from innopraktik_match.checker.option_rules import PairRule
    from innopraktik_match.domain.plan import Reason, Visit
    from innopraktik_match.domain.round import Host, Intern, Lock

Why = tuple[str, str]  # code and rule
MOST_NAMED = 20


class Times(NamedTuple):
    """The weeks, the lengths and the slots that one side can have, by their numbers, as bits."""

    weeks: int
    lengths: int
    slots: int


class Reasons:
    """The reasons of some interns.

    Attributes
    ----------
    hosts : dict
        For each intern and reason the hosts that it concerns, by id.
    """

    def __init__(
        self, facts: Facts, interns: Iterable[str], visits: Sequence[Visit], enough: Callable[[], None]
    ) -> None:
        self.facts = facts
        self._alike: dict[object, Times] = {}
        self.hosts: dict[str, dict[Why, list[str]]] = {intern: {} for intern in interns}
        self._units = {intern: facts.units[intern] for intern in self.hosts}
        free = _free_hosts(facts, visits)
        for host in sorted(facts.hosts):
            enough()
            self._add(facts.hosts[host], host in free)

    def hold(self, intern: str, told: Iterable[Reason]) -> bool:
        """Return whether these are the reasons, each with its count and the first of its hosts."""
        stated = sorted((why.code, why.rule or "", why.hosts, why.count) for why in told)
        if not self.facts.hosts:
            return stated == [("no_host", "", (), 0)]
        counted = [
            (code, rule, tuple(hosts[:MOST_NAMED]), len(hosts))
            for (code, rule), hosts in self.hosts[intern].items()
        ]
        return stated == sorted(counted)

    def _add(self, host: Host, free: bool) -> None:
        """Take up what keeps each of the interns from a host."""
        rules = rules_at(self.facts, host)
        few: bool | None = None
        for intern, found in self.hosts.items():
            person = self.facts.interns[intern]
            theirs, ours = self._times_of(intern, host)
            away = [rule for rule, measure in rules.items() if measure(person).breach]
            away += ["dates"] if not theirs.weeks & ours.weeks else []
            away += ["duration"] if not theirs.lengths & ours.lengths else []
            for rule in away:
                found.setdefault(("rule", rule), []).append(host.id)
            if not away and self._can_come(self._units[intern], host, rules.values()):
                if free and few is None:
                    few = self._too_few(host, rules.values())
                found.setdefault(("full" if not free else "too_few" if few else "outbid", ""), []).append(
                    host.id
                )

    def _can_come(self, unit: Unit, host: Host, rules: Iterable[PairRule]) -> bool:
        """Whether all who travel as one could come to a host together, if it had room."""
        people = [self.facts.interns[mate] for mate in unit]
        if len(unit) > host.max or any(rule(one).breach for rule in rules for one in people):
            return False
        return reduce(and_, (a.slots & b.slots for a, b in (self._times_of(one, host) for one in unit))) != 0

    def _times_of(self, intern: str, host: Host) -> tuple[Times, Times]:
        """Return when each of a pair can, as far as a decision does not say so."""
        lock = self.facts.decided_pairs.get((intern, host.id))
        return self._of(self.facts.interns[intern], lock), self._of(host, lock)

    def _too_few(self, host: Host, rules: Collection[PairRule]) -> bool:
        """Whether fewer could come to a host, everybody with their unit, than it takes at least."""
        coming = (unit for unit in self.facts.units.values() if self._can_come(unit, host, rules))
        return sum(1 for _ in islice(coming, host.min)) < host.min

    def _of(self, person: Intern | Host, lock: Lock | None = None) -> Times:
        """Return when one side can; whoever wishes the same shares the answer."""
        week, days = (lock.week, lock.days) if lock else (None, None)
        alike = person.weeks, person.days, week, days
        if alike not in self._alike:
            facts = self.facts
            late = {
                slot.week
                for slot in facts.slots
                if "dates" in facts.on and dates(facts, person, slot.week).breach
            } - {week}
            long = {
                slot.days
                for slot in facts.slots
                if "duration" in facts.on and duration(facts, person, slot.days).breach
            } - {days}
            fine = [(slot.week not in late, slot.days not in long) for slot in facts.slots]
            self._alike[alike] = Times(
                _bits(week for week, _ in fine),
                _bits(length for _, length in fine),
                _bits(week and length for week, length in fine),
            )
        return self._alike[alike]


def _bits(flags: Iterable[bool]) -> int:
    return sum(flag << number for number, flag in enumerate(flags))


def _free_hosts(facts: Facts, visits: Sequence[Visit]) -> set[str]:
    """Return the hosts with a visit left to give, or a free place in a visit."""
    given = dict.fromkeys(facts.hosts, 0)
    free = set()
    for visit in visits:
        given[visit.host] += 1
        if len(visit.interns) < facts.hosts[visit.host].max:
            free.add(visit.host)
    return free | {host for host, count in given.items() if count < facts.hosts[host].visits}
