"""Reduced costs of everything that can happen at one host, under one stage's prices."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING

from innopraktik_match.checker.draws import Draws
from innopraktik_match.checker.round_rules import (
    PEAK,
    host_loads,
    intern_loads,
    lock_loads,
    locks_of,
    pair_loads,
    stay_loads,
    week_loads,
)
from innopraktik_match.checker.visit_rules import Repeats

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from innopraktik_match.checker.bounds import Bound
    from innopraktik_match.checker.groups import Item
    from innopraktik_match.checker.meetings import Meetings, Party
    from innopraktik_match.checker.round_rules import Load
    from innopraktik_match.domain.round import Host, Intern

Floored = tuple[int, "Party"]
Options = dict[int, tuple[int, int]]  # number of a slot -> reduced cost, points


class ReducedCosts:
    """The reduced costs under valid prices."""

    def __init__(self, meetings: Meetings, bound: Bound) -> None:
        facts = bound.facts
        self.facts = facts
        self.meetings = meetings
        self.price = bound.price
        self.per_point = bound.per_point
        self.level = bound.stage.level
        self.repeats = Repeats(facts, bound.per_point)
        self.words = {unit[0]: self.repeats.words(unit) for unit in set(facts.units.values())}
        self.scale = bound.scale
        self.draws = Draws(facts.round.policy.seed, facts.slots) if bound.stage.aim == "lottery" else None
        self.busy = {key[0] for rule, key in self.price if rule == "intern_visits" and "week" in key[1:2]}
        self.paired = any(rule == PEAK or "host" in key[1:2] for rule, key in self.price)
        self.locked = {host for _, host in facts.locks}
        self.alone = {who.id: self._loaded(intern_loads(facts, who)) for who in facts.round.interns}
        self.start = {
            who: cost + self.per_point * min(meetings.intern_times[who].values(), default=0)
            for who, cost in self.alone.items()
        }

    def _loaded(self, loads: Iterable[Load]) -> int:
        """Return what loads add to a reduced cost."""
        return -sum(self.price.get((rule, key), 0) * load for rule, key, load in loads)

    # -- before the slots -------------------------------------------------------------------

    def floors(self, host: Host, parties: list[Party]) -> list[Floored]:
        """Return for each party what it costs at least, in any slot.

        What is left out (weeks taken up, rows of the pair, the peak) never lowers a cost: those rows
        have upper limits only, so their prices are 0 or less.
        """
        times, per_point = self.meetings.host_times[host.id], self.per_point
        each = self._loaded(host_loads(self.facts, host)) + per_point * min(times.values())
        start, further = self.start, self.draws is not None or host.id in self.locked
        found = []
        for party in parties:
            members, points = party
            floor = each * len(members) + per_point * sum(points)
            for intern in members:
                floor += start[intern]
                if further:
                    floor += self._draw(intern, host) - self._locks(intern, host)
            found.append((floor, party))
        return found

    def _draw(self, intern: str, host: Host) -> int:
        """Return what the pair's lot adds in any slot: where each slot has its own, nothing is sure."""
        one = self.draws is not None and host.visits == 1
        return self._lot(intern, host, None, None) if one else 0

    def _lot(self, intern: str, host: Host, week: str | None, days: int | None) -> int:
        return self.scale * self.draws.option(intern, host, week, days) if self.draws else 0

    def _locks(self, intern: str, host: Host) -> int:
        return sum(self.price.get(("lock", lock), 0) for lock in locks_of(self.facts, intern, host.id))

    def base(self, host: Host) -> int:
        """Return what a visit to the host costs by itself, at least."""
        return self._loaded(stay_loads(self.facts, host, None, None))

    # -- slot by slot -----------------------------------------------------------------------

    def places(self, host: Host, parties: Iterable[Party]) -> Iterator[tuple[int, list[Item]]]:
        """Yield each slot's own reduced cost and its parties' options, cheapest first."""
        by_slot: dict[int, list[Item]] = {}
        each = self._loaded(host_loads(self.facts, host))
        for members, points in parties:
            joint = self._options(members[0], points[0], host, each)
            for mate, more in zip(members[1:], points[1:], strict=True):
                theirs = self._options(mate, more, host, each)
                joint = {
                    slot: (cost + theirs[slot][0], max(highest, theirs[slot][1]))
                    for slot, (cost, highest) in joint.items()
                    if slot in theirs
                }
            heads, words = len(members), self.words[members[0]]
            for slot, (cost, highest) in joint.items():
                by_slot.setdefault(slot, []).append((cost, heads, highest, words))
        for slot, items in by_slot.items():
            items.sort(key=itemgetter(0))
            yield self._stay(host, slot), items

    def _stay(self, host: Host, slot: int) -> int:
        week, days = self.facts.slots[slot].week, self.facts.slots[slot].days
        lot = self.scale * self.draws.place(host.id, week, days) if self.draws else 0
        return self._loaded(stay_loads(self.facts, host, week, days)) + lot

    def _options(self, intern: str, pair_points: int, host: Host, each: int) -> Options:
        """Return one intern's reduced cost and points in each slot that suits both."""
        facts, times, most = self.facts, self.meetings.intern_times[intern], self.level
        person = facts.interns[intern]
        fixed, per_point = self.alone[intern] + each, self.per_point
        fixed += self._draw(intern, host)
        if self.paired:
            fixed += self._loaded(pair_loads(facts, person, host))
            per_point -= self.price.get((PEAK, (intern, host.id)), 0)
        found = {}
        for slot, wish in self.meetings.host_times[host.id].items():
            own = times.get(slot)
            if own is not None:
                points = pair_points + own + wish
                if most is None or points <= most:
                    found[slot] = fixed + per_point * points, points
        drawn = self.draws is not None and host.visits > 1
        if drawn or intern in self.busy or (intern, host.id) in facts.locks:
            return {slot: (c + self._dated(person, host, slot), p) for slot, (c, p) in found.items()}
        return found

    def _dated(self, person: Intern, host: Host, slot: int) -> int:
        week, days = self.facts.slots[slot].week, self.facts.slots[slot].days
        loads = (
            *week_loads(self.facts, person, week, days),
            *lock_loads(self.facts, person, host, week, days),
        )
        lot = self._lot(person.id, host, week, days) if host.visits > 1 else 0
        return self._loaded(loads) + lot
