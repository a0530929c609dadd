"""The model that a textbook would write: a column for each intern at a host in a slot.

An independent second opinion on small rounds, and a rival on large ones. It takes the options and
their points from the package, and writes every other rule of `docs/model.md` once more.
"""

from __future__ import annotations

import math
import time
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from benchmarks.criteria import add_criteria
from benchmarks.decided import of_workplaces, taken, who_may_repeat
from benchmarks.linear import NO_LIMIT, SOLVERS, Ints, LinearModel, Status, Total, minimise_in_order
from benchmarks.seats import build_planned, build_seats, shared_weeks, slot
from innopraktik_match.domain.criteria import value_of
from innopraktik_match.domain.municipalities import region_named, region_of
from innopraktik_match.domain.names import key
from innopraktik_match.domain.plan import Visit
from innopraktik_match.model.columns import build_columns

if TYPE_CHECKING:
    from innopraktik_match.domain.round import Round
    from innopraktik_match.domain.rulebook.settings import Priced, QuotaLimit

MOST_IN_FLOATS = 10**6  # HiGHS may miss a whole number by a millionth: up to here no total is off by one


class Answer(NamedTuple):
    """What a solver makes of the model: every aim's value and bound in its own direction."""

    status: Status
    values: dict[str, int]
    bounds: dict[str, int | None]
    visits: tuple[Visit, ...]


def textbook(round: Round) -> tuple[Status, dict[str, int], tuple[Visit, ...]]:
    """Solve a small round exactly; return the status, each aim's value, and the visits.

    HiGHS where its floating-point numbers tell any two totals apart, CP-SAT in whole numbers above.
    """
    t = Textbook(round)
    upper = np.concatenate(t.model.upper)
    small = all(t.aims[aim].most(upper) <= MOST_IN_FLOATS for aim in round.aims)
    answer = t.solve("highs" if small else "cpsat_alone", math.inf)
    return answer.status, answer.values, answer.visits


def solve_textbook(round: Round, solver: str, seconds: float = math.inf) -> Answer:
    """Solve a round, free of errors, with one of `SOLVERS`."""
    began = time.perf_counter()
    t = Textbook(round)
    return t.solve(solver, seconds - (time.perf_counter() - began))


class Textbook:
    """The model of a round: rows and columns, each aim as a total, and the way back to visits."""

    def __init__(self, round: Round) -> None:
        self.round = round
        self.c = build_columns(round)
        self.seats = build_seats(self.c)
        self.model = LinearModel()
        self.x = self.model.add_columns(np.ones(len(self.seats.intern)))
        self.y = self.model.add_columns(np.ones(len(self.seats.visit_host)))
        self.aims: dict[str, Total] = {}
        self.points = [(self.x, self.seats.points)]
        self.points_short = 0
        self._visits()
        self._units()
        self.mixed(self.c.rules.mixed_workplaces, self.c.intern_workplace)
        self.mixed(self.c.rules.mixed_sectors, self.c.intern_sector)
        self.mixed(self.c.rules.mixed_column, self.c.intern_mixed)
        add_criteria(self)
        self._counts()
        self._locks()
        self._served()
        self._worst_off()
        self._same_workplace()
        self._host_present()
        self._changes()
        for limit in self.c.rules.quota.limits if self.c.rules.quota.on else ():
            self._quota(limit)
        columns, loads = zip(*self.points, strict=True)
        self.aims["points"] = Total(np.concatenate(columns), np.concatenate(loads), self.points_short)

    def solve(self, solver: str, seconds: float) -> Answer:
        """Minimise the round's aims in order."""
        totals = {aim: self.aims[aim] for aim in self.round.aims}
        found = minimise_in_order(self.model, list(totals.values()), SOLVERS[solver], seconds)
        values, bounds = found.values, dict(zip(totals, found.bounds, strict=False))
        return Answer(
            found.status,
            {} if values is None else {aim: self.own(aim, total.of(values)) for aim, total in totals.items()},
            {aim: None if bound is None else self.own(aim, bound) for aim, bound in bounds.items()},
            self.visits(values),
        )

    def _visits(self) -> None:
        """Capacity: none, or from the least to the most; several visits in one slot in order."""
        s, n = self.seats, len(self.y)
        visit = np.arange(n)
        least, most = self.c.host_min[s.visit_host], self.c.host_max[s.visit_host]
        self.model.add_rows(0, NO_LIMIT, n, (s.visit, self.x, 1), (visit, self.y, -least))
        self.model.add_rows(-NO_LIMIT, 0, n, (s.visit, self.x, 1), (visit, self.y, -most))
        later = np.flatnonzero(s.again)
        row = np.arange(len(later))
        self.model.add_rows(0, NO_LIMIT, len(later), (row, self.y[later - 1], 1), (row, self.y[later], -1))

    def _units(self) -> None:
        """Those who travel together are all in a visit, or none of them is."""
        s, unit = self.seats, self.c.unit
        for number in np.flatnonzero(np.bincount(unit) > 1):
            mates = np.flatnonzero(unit == number)
            for visit in np.unique(s.visit[unit[s.intern] == number]):
                seats = np.flatnonzero((s.visit == visit) & (unit[s.intern] == number))
                if len(seats) < len(mates):
                    self._sums(0, 0, np.zeros(len(seats)), self.x[seats])
                for one, other in pairwise(seats):
                    self.model.add_rows(0, 0, 1, (np.zeros(2), self.x[[one, other]], np.array([1, -1])))

    def mixed(self, rule: Priced, codes: Ints) -> None:
        """Of the units with the same word in one visit, each but the first is a repeat."""
        if not rule.on:
            return
        s = self.seats
        first_with_word = np.zeros(len(codes), dtype=bool)
        first_with_word[np.unique(np.column_stack([self.c.unit, codes]), axis=0, return_index=True)[1]] = True
        named = np.flatnonzero((codes[s.intern] >= 0) & first_with_word[s.intern])
        words = int(codes.max(initial=0)) + 1
        group, row = np.unique(s.visit[named] * words + codes[s.intern[named]], return_inverse=True)
        several = np.bincount(row, minlength=len(group)) > 1
        visit = group[several] // words
        number = np.where(several, np.cumsum(several) - 1, -1)[row]
        n, most = np.arange(len(visit)), self.c.host_max[s.visit_host[visit]]
        if rule.hard:
            apart, most = who_may_repeat(self.c, codes, s.intern[named], s.host[named], number, len(n))
            self._sums(-NO_LIMIT, 1, np.repeat(np.arange(len(apart)), 2), self.x[named[apart.ravel()]])
        repeats = self.model.add_columns(np.maximum(0, most - rule.hard))
        self.points.append((repeats, np.full(len(repeats), rule.points)))
        here = (number[number >= 0], self.x[named[number >= 0]], 1)
        self.model.add_rows(-NO_LIMIT, 0, len(n), here, (n, self.y[visit], -1), (n, repeats, -1))

    def _counts(self) -> None:
        """Each has at most so many visits, never two in a week; nobody goes to a host twice."""
        s, c = self.seats, self.c
        self._sums(-NO_LIMIT, c.intern_visits, s.intern, self.x)
        self._sums(-NO_LIMIT, c.host_visits, s.visit_host, self.y)
        for week in range(c.round_weeks):
            busy = np.flatnonzero((c.intern_visits[s.intern] > 1) & c.takes_up[s.slot, week])
            self._sums(-NO_LIMIT, 1, s.intern[busy], self.x[busy])
            busy = np.flatnonzero((c.host_visits[s.visit_host] > 1) & c.takes_up[s.visit_slot, week])
            self._sums(-NO_LIMIT, 1, s.visit_host[busy], self.y[busy])
        twice = np.flatnonzero((c.intern_visits[s.intern] > 1) & (c.host_visits[s.host] > 1))
        self._sums(-NO_LIMIT, 1, s.intern[twice] * len(c.hosts) + s.host[twice], self.x[twice])

    def _locks(self) -> None:
        s, c = self.seats, self.c
        for lock in c.locks:
            pairs = ((c.interns[i].id, c.hosts[h].id) for i, h in zip(s.intern, s.host, strict=True))
            agreed = np.array([pair == (lock.intern, lock.host) for pair in pairs], dtype=bool)
            if lock.week:
                agreed &= np.array([week == lock.week for week in c.weeks])[c.slot_week[s.slot]]
            if lock.days:
                agreed &= c.slot_days[s.slot] == lock.days
            self.model.add_rows(1, NO_LIMIT, 1, (np.zeros(agreed.sum()), self.x[agreed], 1))

    def _served(self) -> None:
        """Count what is missing: interns without a visit, visits wished and not got, hosts without one."""
        s, c, rules = self.seats, self.c, self.c.rules
        missing = self._short(rules.placed, np.ones(len(c.interns)), s.intern, self.x)
        self.aims["placed"] = Total(missing, np.ones_like(missing))
        before = np.flatnonzero(c.intern_priority > 0)
        self.aims["priority"] = Total(missing[before], c.intern_priority[before])
        self.charge(rules.priority, missing[before], c.intern_priority[before])
        if rules.priority.hard:
            self._sums(0, 0, np.zeros(len(before)), missing[before])
        wished = np.where(c.intern_visits > 1, c.intern_visits, 0)
        fewer = self._short(rules.visits, wished, s.intern, self.x)
        self.aims["visits"] = Total(fewer, np.ones_like(fewer))
        empty = self._short(rules.empty_hosts, np.ones(len(c.hosts)), s.visit_host, self.y)
        self.aims["empty_hosts"] = Total(empty, np.ones_like(empty))

    def _worst_off(self) -> None:
        """Put the peak at the points of any pair that meets, or above."""
        s, rule = self.seats, self.c.rules.worst_off
        peak = self.model.add_columns(np.array([s.points.max(initial=0)]))
        self.charge(rule, peak)
        self.aims["worst_off"] = Total(peak, np.ones_like(peak))
        if rule.on or "worst_off" in self.round.aims:
            _, row = np.unique(s.intern * len(self.c.hosts) + s.host, return_inverse=True)
            pairs = np.arange(row.max(initial=-1) + 1)
            on_peak = (pairs, np.repeat(peak, len(pairs)), -1)
            self.model.add_rows(-NO_LIMIT, 0, len(pairs), (row, self.x, s.points), on_peak)

    def _same_workplace(self) -> None:
        """Count those too many of each workplace at each host."""
        s, rule = self.seats, self.c.rules.same_workplace_limit
        code = self.c.intern_workplace[s.intern]
        known = np.flatnonzero((code >= 0) & rule.on)
        words = int(code.max(initial=0)) + 1
        shared, row = np.unique(s.host[known] * words + code[known], return_inverse=True)
        n, here = np.arange(len(shared)), np.bincount(row)
        over = self.model.add_columns(np.zeros(len(n)) if rule.hard else here)
        self.charge(rule, over)
        most = np.maximum(rule.limit, rule.hard * of_workplaces(self.c, shared, words))
        self.model.add_rows(-NO_LIMIT, most, len(n), (row, self.x[known], 1), (n, over, -1))

    def _host_present(self) -> None:
        """Count the weeks that a host's contact and a visit to the host share."""
        rule = self.c.rules.host_present
        for away, busy, decided in shared_weeks(self.c, self.seats) if rule.on else ():
            both = np.concatenate([self.x[away], self.y[busy]])
            shared = self.model.add_columns(np.array([0 if rule.hard else len(both)]))
            self.charge(rule, shared)
            most = 1 + (rule.hard and decided)
            self.model.add_rows(-NO_LIMIT, most, 1, (0 * both, both, 1), (0 * shared, shared, -1))

    def _changes(self) -> None:
        """Count what was planned before and is not so: at another host, or in another slot there."""
        rule, most = self.c.rules.changes, self.c.rules.changes_limit
        planned = build_planned(self.c, self.seats)
        rows = [row for one in planned for row in one.rows(rule)]
        short = [self._short(rule, np.array([min(1, w)]), 0 * seats, self.x[seats], w) for seats, w in rows]
        weights = [weight for _, weight in rows]
        self.aims["changes"] = Total(*(np.array(some, dtype=np.int64).ravel() for some in (short, weights)))
        if most.on and planned:
            kept = self.x[np.concatenate([one.in_slot for one in planned])]
            least = sum(one.standing for one in planned) - most.limit
            self.model.add_rows(least, NO_LIMIT, 1, (np.zeros(len(kept)), kept, 1))

    def _quota(self, limit: QuotaLimit) -> None:
        """Count places or visits too few and too many; those that cannot be are short whatever the plan."""
        s, c, rule = self.seats, self.c, self.c.rules.quota
        people = c.interns if limit.side == "interns" else c.hosts
        words, value = [value_of(person, limit.field) for person in people], limit.value
        if limit.field == "region":
            words = [region_of(person, c.year) for person in people]
            value = region_named(value, c.year) or value
        named = np.array([key(word) == key(value) for word in words])
        if limit.of == "visits":
            seats = self.y[named[s.visit_host]]
        else:
            seats = self.x[named[s.intern if limit.of == "interns" else s.host]]
        zeros, one = np.zeros(len(seats)), np.zeros(1)
        least, most = limit.min or 0, len(seats) if limit.max is None else min(limit.max, len(seats))
        most = max(most, rule.hard * taken(c, named, limit))
        possible = min(least, len(seats) + rule.hard)
        self.points_short += (least - possible) * rule.points * (rule.mode == "soft")
        for lower, upper, sign in ((possible, NO_LIMIT, 1), (-NO_LIMIT, most, -1)):
            missed = self.model.add_columns(np.array([0 if rule.hard else len(seats)]))
            self.charge(rule, missed)
            self.model.add_rows(lower, upper, 1, (zeros, seats, 1), (one, missed, sign))

    def _short(self, rule: Priced, lower: Ints, row: Ints, column: Ints, amount: int = 1) -> Ints:
        """Add rows that ask for `lower`, and the columns of what is missing: none if the rule is hard."""
        n = np.arange(len(lower))
        missing = self.model.add_columns(np.zeros(len(lower)) if rule.hard else lower)
        self.model.add_rows(lower, NO_LIMIT, len(lower), (row, column, 1), (n, missing, 1))
        self.charge(rule, missing, amount)
        return missing

    def _sums(self, lower: Ints | int, upper: Ints | int, group: Ints, column: Ints) -> None:
        """Add a row for each distinct group; limits in arrays are those of group 0, 1, ..."""
        groups, row = np.unique(group, return_inverse=True)
        most = upper[groups] if isinstance(upper, np.ndarray) else upper
        self.model.add_rows(lower, most, len(groups), (row, column, 1))

    def charge(self, rule: Priced, columns: Ints, amount: Ints | int = 1) -> None:
        """Count the columns among the points if the rule is soft."""
        if rule.mode == "soft":
            self.points.append((columns, rule.points * amount * np.ones_like(columns)))

    def own(self, aim: str, missing: int) -> int:
        """Return an aim's total in the aim's own direction: what is missing becomes what is met."""
        c = self.c
        whole = {
            "placed": len(c.interns),
            "priority": int(c.intern_priority.sum()),
            "visits": int(c.intern_visits[c.intern_visits > 1].sum()),
        }
        return whole[aim] - missing if aim in whole else missing

    def visits(self, values: Ints | None) -> tuple[Visit, ...]:
        """Return the visits of the columns."""
        s, c = self.seats, self.c
        chosen = np.flatnonzero(values[self.x]) if values is not None else np.zeros(0, dtype=np.int64)
        seated: dict[int, list[str]] = {}
        for n in chosen:
            seated.setdefault(int(s.visit[n]), []).append(c.interns[s.intern[n]].id)
        return tuple(
            Visit(host=c.hosts[s.visit_host[v]].id, interns=tuple(sorted(who)), **slot(c, s.visit_slot[v]))
            for v, who in sorted(seated.items())
        )
