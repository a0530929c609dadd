"""Reduced costs of everything that can happen at one host, under one stage's prices."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING

from innopraktik_match.checker.company import Company
from innopraktik_match.checker.draws import Draws
from innopraktik_match.checker.priced_rows import PricedRows
from innopraktik_match.checker.round_rules import PEAK
from innopraktik_match.checker.visit_rules import Repeats

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from innopraktik_match.checker.bounds import Bound
    from innopraktik_match.checker.groups import Item
    from innopraktik_match.checker.meetings import Meetings, Party
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
        self.company = Company(facts, bound.per_point, bound.cuts)
        self.kinds = {unit[0]: self.company.kind(unit) for unit in set(facts.units.values())}
        self.scale = bound.scale
        self.draws = Draws(facts.round.policy.seed, facts.slots) if bound.stage.aim == "lottery" else None
        self.rows = PricedRows(facts, bound.price)
        self.paired = self.rows.among("pair") or any(rule == PEAK for rule, _ in bound.price)
        self.agreed = {host for _, host in self.rows.pairs}
        self.alone = {who.id: self.rows.added("intern", who) for who in facts.round.interns}
        self.dated = {who.id: self._dated(who) for who in facts.round.interns}
        self.start = {who: cost + self._least(who) for who, cost in self.alone.items()}

    def _dated(self, intern: Intern) -> dict[int, int]:
        """Return what each slot adds for an intern at any host, nothing where no slot adds anything."""
        if not self.rows.among("intern slot"):
            return {}
        slots = self.meetings.intern_times[intern.id]
        found = {slot: self.rows.added("intern slot", intern, *self.facts.slots[slot]) for slot in slots}
        return found if any(found.values()) else {}

    def _least(self, intern: str) -> int:
        """Return what an intern's slots add at least."""
        times, dated = self.meetings.intern_times[intern], self.dated[intern]
        if not dated:
            return self.per_point * min(times.values(), default=0)
        return min(self.per_point * points + dated[slot] for slot, points in times.items())

    # -- before the slots -------------------------------------------------------------------

    def floors(self, host: Host, parties: list[Party]) -> list[Floored]:
        """Return for each party what it costs at least, in any slot.

        What is left out (the peak, rows of the pair with upper limits only) never lowers a cost: those
        prices are 0 or less.
        """
        times, per_point = self.meetings.host_times[host.id], self.per_point
        each = self.rows.added("host", host) + per_point * min(times.values())
        start, alike = self.start, not (self.draws or host.id in self.agreed or "pair" in self.rows.lowering)
        found = []
        for party in parties:
            members, points = party
            floor = each * len(members) + per_point * sum(points)
            for intern in members:
                floor += start[intern] if alike else start[intern] + self._least_of_pair(intern, host)
            found.append((floor, party))
        return found

    def _least_of_pair(self, intern: str, host: Host) -> int:
        """Return what is added by the pair's lot and rows at least, in any slot."""
        person, least = self.facts.interns[intern], self._draw(intern, host)
        if "pair" in self.rows.lowering:
            least += self.rows.added("pair", person, host)
        if (intern, host.id) in self.rows.pairs:
            slots = (self.facts.slots[slot] for slot in self.meetings.host_times[host.id])
            least += min(self.rows.added("pair slot", person, host, *slot) for slot in slots)
        return least

    def _draw(self, intern: str, host: Host) -> int:
        """Return what the pair's lot adds in any slot: where each slot has its own, nothing is sure."""
        one = self.draws is not None and host.visits == 1
        return self._lot(intern, host, None, None) if one else 0

    def _lot(self, intern: str, host: Host, week: str | None, days: int | None) -> int:
        return self.scale * self.draws.option(intern, host, week, days) if self.draws else 0

    def base(self, host: Host) -> int:
        """Return what a visit to the host costs by itself, at least."""
        least = self.rows.added("visit", host)
        if "visit slot" in self.rows.lowering:
            slots = (self.facts.slots[slot] for slot in self.meetings.host_times[host.id])
            least += min(self.rows.added("visit slot", host, *slot) for slot in slots)
        return least

    # -- slot by slot -----------------------------------------------------------------------

    def places(self, host: Host, parties: Iterable[Party]) -> Iterator[tuple[int, list[Item]]]:
        """Yield each slot's own reduced cost and its parties' options, cheapest first."""
        by_slot: dict[int, list[Item]] = {}
        each = self.rows.added("host", host)
        for members, points in parties:
            joint = self._options(members[0], points[0], host, each)
            for mate, more in zip(members[1:], points[1:], strict=True):
                theirs = self._options(mate, more, host, each)
                joint = {
                    slot: (cost + theirs[slot][0], max(highest, theirs[slot][1]))
                    for slot, (cost, highest) in joint.items()
                    if slot in theirs
                }
            heads, words = len(members), self.repeats.words(members, host)
            kind = self.kinds[members[0]]
            for slot, (cost, highest) in joint.items():
                by_slot.setdefault(slot, []).append((cost, heads, highest, words, kind))
        for slot, items in by_slot.items():
            items.sort(key=itemgetter(0))
            yield self._stay(host, slot), items

    def _stay(self, host: Host, slot: int) -> int:
        week, days = self.facts.slots[slot].week, self.facts.slots[slot].days
        lot = self.scale * self.draws.place(host.id, week, days) if self.draws else 0
        return self.rows.added("visit", host) + self.rows.added("visit slot", host, week, days) + lot

    def _options(self, intern: str, pair_points: int, host: Host, each: int) -> Options:
        """Return one intern's reduced cost and points in each slot that suits both."""
        most, person = self.level, self.facts.interns[intern]
        times, here = self.meetings.times(intern, host.id)
        fixed, per_point = self.alone[intern] + each, self.per_point
        fixed += self._draw(intern, host)
        if self.paired:
            fixed += self.rows.added("pair", person, host)
            per_point -= self.price.get((PEAK, (intern, host.id)), 0)
        found = {}
        for slot, wish in here.items():
            own = times.get(slot)
            if own is not None:
                points = pair_points + own + wish
                if most is None or points <= most:
                    found[slot] = fixed + per_point * points, points
        drawn = self.draws is not None and host.visits > 1
        if drawn or self.dated[intern] or (intern, host.id) in self.rows.pairs:
            return {slot: (c + self._in_slot(person, host, slot), p) for slot, (c, p) in found.items()}
        return found

    def _in_slot(self, intern: Intern, host: Host, slot: int) -> int:
        """Return what is added by the rows and the lot of one slot."""
        week, days = self.facts.slots[slot]
        lot = self._lot(intern.id, host, week, days) if host.visits > 1 else 0
        own = self.dated[intern.id].get(slot, 0)
        return own + self.rows.added("pair slot", intern, host, week, days) + lot
