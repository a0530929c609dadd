"""What the rules say of a pair, in every slot, and of a visit: amounts, limits and points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from innopraktik_match.domain.explanation import FindingRule
from innopraktik_match.domain.rulebook import RULEBOOK
from innopraktik_match.model.columns import build_columns
from innopraktik_match.model.criteria_alone import each_criterion
from innopraktik_match.model.measures import NO_LIMIT, Options, Visits
from innopraktik_match.model.rules import OPTION_RULES, VISIT_RULES, rules_on

if TYPE_CHECKING:
    from innopraktik_match.domain.plan import Visit
    from innopraktik_match.domain.round import Round
    from innopraktik_match.model.columns import Columns
    from innopraktik_match.model.measures import Flags, Ints, Verdict


@dataclass(frozen=True)
class _Ruling:
    """One option rule, or a criterion of it, about members of a unit [M] in the slots [S], flattened."""

    rule: str
    criterion: int | None
    amount: Ints
    limit: Ints
    points: Ints
    breach: Flags

    def word(self, row: int) -> FindingRule:
        return finding_rule(
            self.rule,
            int(self.amount[row]),
            int(self.limit[row]),
            int(self.points[row]),
            bool(self.breach[row]),
            criterion=self.criterion,
        )


class Rulings:
    """The rules of one round, about pairs that a plan holds and pairs that it does not.

    Parameters
    ----------
    round : Round
    visits : tuple of Visit
        Of the plan: their weeks and lengths may be others than those of the round.
    """

    def __init__(self, round: Round, visits: tuple[Visit, ...]) -> None:
        self._columns = build_columns(round)
        weeks = {visit.week for visit in visits if visit.week}
        self._of_plan = build_columns(round, weeks, {visit.days for visit in visits if visit.days})
        self._intern = {person.id: number for number, person in enumerate(self._columns.interns)}
        self._host = {host.id: number for number, host in enumerate(self._columns.hosts)}

    def forbidding(self, intern: str, host: str) -> tuple[FindingRule, ...]:
        """Return the rules that forbid a pair; none where it has a slot that they leave.

        A rule that forbids every slot is told with its least amount. Where each slot is left by some rule,
        those are told that forbid the slot with the fewest. Whoever travels in a group is forbidden what any
        of the group is.
        """
        members, too_many = self._unit(intern, host)
        if too_many is not None:
            return (too_many,)
        slots = len(self._columns.slot_week)
        rulings = self._of_pair(members, host)
        shut = [np.any(one.breach.reshape(len(members), slots), axis=0) for one in rulings]
        broken = np.sum([*shut, np.zeros(slots, dtype=np.int64)], axis=0)
        if np.any(broken == 0):
            return ()
        always = [one for one, closed in zip(rulings, shut, strict=True) if closed.all()]
        if not always:
            slot = int(np.argmin(broken))
            rows = np.arange(len(members)) * slots + slot
            return tuple(
                one.word(_nearest(one, rows))
                for one, closed in zip(rulings, shut, strict=True)
                if closed[slot]
            )
        everywhere = np.arange(len(members) * slots)
        return tuple(one.word(_nearest(one, everywhere)) for one in always)

    def points(self, intern: str) -> dict[str, int]:
        """Return the least that the option rules charge for an intern, and group, at each host allowed."""
        columns, number = self._columns, self._intern[intern]
        members = np.flatnonzero(columns.unit == columns.unit[number])
        slots, hosts = np.arange(len(columns.slot_week)), np.arange(len(columns.hosts))
        shape = len(hosts), len(members), len(slots)
        charged = np.zeros((len(hosts), len(slots)), dtype=np.int64)
        shut = np.repeat((columns.host_max < len(members))[:, None], len(slots), axis=1)
        for one in _rulings(columns, np.tile(members, len(hosts)), np.repeat(hosts, len(members)), slots):
            charged += one.points.reshape(shape).sum(axis=1)
            shut |= one.breach.reshape(shape).any(axis=1)
        least = np.where(shut, NO_LIMIT, charged).min(axis=1)
        return {columns.hosts[n].id: int(least[n]) for n in np.flatnonzero(~shut.all(axis=1))}

    def _unit(self, intern: str, host: str) -> tuple[Ints, FindingRule | None]:
        """Return those who travel with an intern, and what is said where they are too many for a host."""
        columns = self._columns
        members = np.flatnonzero(columns.unit == columns.unit[self._intern[intern]])
        most = int(columns.host_max[self._host[host]])
        fits = len(members) <= most
        return members, None if fits else finding_rule("capacity", len(members), most, 0, True)

    def _of_pair(self, members: Ints, host: str) -> list[_Ruling]:
        """Return each option rule about the members of a unit at a host, in every slot of the round."""
        slots = np.arange(len(self._columns.slot_week))
        return _rulings(self._columns, members, np.full(len(members), self._host[host]), slots)

    def of_visit(self, intern: str, visit: Visit) -> tuple[FindingRule, ...]:
        """Return what each rule measures, charges or forbids about an intern in a visit of the plan."""
        columns = self._of_plan
        member, place = np.array([self._intern[intern]]), np.array([self._host[visit.host]])
        slot = _slot(columns, visit)
        found = [one.word(0) for one in _rulings(columns, member, place, slot)]
        group = Visits(place, slot, np.array([[self._intern[one] for one in visit.interns]]))
        for rule in VISIT_RULES:
            if getattr(columns.rules, rule.id).on:
                found += [
                    _ruling(rule.id, number, rule.measure(alone, group), 1).word(0)
                    for number, alone in each_criterion(columns, rule.id)
                ]
        return tuple(one for one in found if one.amount or one.points or one.breaks)


def finding_rule(
    rule: str,
    amount: int,
    limit: int,
    points: int,
    breaks: bool,
    key: tuple[str, ...] = (),
    criterion: int | None = None,
) -> FindingRule:
    """Return a rule's word with its unit; a limit that is none is left out."""
    return FindingRule(
        rule=rule,
        amount=amount,
        limit=None if limit >= NO_LIMIT else limit,
        points=points,
        breaks=breaks,
        unit=RULEBOOK[rule].unit,
        key=key,
        criterion=criterion,
    )


def _rulings(columns: Columns, interns: Ints, hosts: Ints, slots: Ints) -> list[_Ruling]:
    """Return each option rule that is on, about every pair in every slot."""
    options = Options.unpriced(
        np.repeat(interns, len(slots)), np.repeat(hosts, len(slots)), np.tile(slots, len(interns))
    )
    return [
        _ruling(rule.id, number, rule.measure(alone, options), len(options))
        for rule in rules_on(columns, OPTION_RULES)
        for number, alone in each_criterion(columns, rule.id)
    ]


def _ruling(rule: str, criterion: int | None, verdict: Verdict, count: int) -> _Ruling:
    none = np.zeros(count, dtype=np.int64)
    limit = NO_LIMIT if verdict.limit is None else verdict.limit
    return _Ruling(
        rule,
        criterion,
        none + verdict.amount,
        none + limit,
        none + verdict.points,
        none.astype(bool) | verdict.breach,
    )


def _nearest(ruling: _Ruling, rows: Ints) -> int:
    """Return the row, of those that break the rule, with the least amount above the limit."""
    broken = rows[ruling.breach[rows]]
    beyond = ruling.amount[broken] - ruling.limit[broken]
    return int(broken[np.argmin(beyond)])


def _slot(columns: Columns, visit: Visit) -> Ints:
    week = columns.weeks.index(visit.week) if columns.weeks and visit.week else -1
    days = (visit.days or 0) if columns.slot_days.any() else 0
    return np.flatnonzero((columns.slot_week == week) & (columns.slot_days == days))[:1]
