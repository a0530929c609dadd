"""The most that a rule can charge: for a visit of each intern, or for a whole plan."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from innopraktik_match.domain.contacts import contacts
from innopraktik_match.domain.own_rules import own_rule
from innopraktik_match.domain.when import DAYS_IN_WEEK, MOST_DAYS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from innopraktik_match.domain.round import Round
    from innopraktik_match.domain.rulebook.criterion_settings import (
        Even,
        OwnLimits,
        OwnOptions,
        OwnVisits,
        VisitMatches,
        WeekPoints,
    )
    from innopraktik_match.domain.rulebook.settings import (
        Changes,
        Duration,
        GivenPairs,
        Matches,
        Priced,
        Quota,
        Travel,
        Wishes,
    )
    from innopraktik_match.domain.tables import Host, Intern

FARTHEST_KM = 1000
MOST_GUESTS = 6
EVEN_STEPS = 10


# -- for a visit of each intern, in the order of the round ------------------------------------


def each_visit(rule: Priced, round: Round) -> list[int]:
    """Return the points of one breach."""
    return [rule.points] * len(round.interns)


def each_criterion(rule: Matches, round: Round) -> list[int]:
    """Return the points of a pair that fits in nothing."""
    return [sum(one.points for one in rule.criteria if one.on)] * len(round.interns)


def each_in_company(rule: VisitMatches, round: Round) -> list[int]:
    """Return the points of a visit where all are against every criterion, shared by those who come."""
    pairs = ceil((MOST_GUESTS - 1) / 2)
    each = sum(one.points * (pairs if one.kind == "alike" else 1) for one in rule.criteria if one.on)
    return [each] * len(round.interns)


def dearest_week(rule: WeekPoints, round: Round) -> list[int]:
    """Return the points of the dearest week."""
    return [max((one.points for one in rule.weeks), default=0)] * len(round.interns)


def each_own(rule: OwnOptions | OwnVisits, round: Round) -> list[int]:
    """Return the points of the largest amounts of all rules of developers' own."""
    each = sum(one.points * own_rule(one.rule).most for one in rule.criteria if one.on)
    return [each] * len(round.interns)


def most_days_off(rule: Duration, round: Round) -> list[int]:
    """Return the points of the most days off both wishes."""
    return [rule.points_per_day * 2 * MOST_DAYS] * len(round.interns)


def longest_journey(rule: Travel, round: Round) -> list[int]:
    """Return the points of the longest journey that may be told."""
    return [ceil(rule.points_per_km * FARTHEST_KM)] * len(round.interns)


def dearest_wish_of_interns(rule: Wishes, round: Round) -> list[int]:
    """Return the points of the dearest rank, or of a host that is not listed."""
    return [_dearest_wish(rule, round.interns)] * len(round.interns)


def dearest_wish_of_hosts(rule: Wishes, round: Round) -> list[int]:
    """Return the points of the dearest rank, or of an intern who is not listed."""
    return [_dearest_wish(rule, round.hosts)] * len(round.interns)


def dearest_pair(rule: GivenPairs, round: Round) -> list[int]:
    """Return the points of each intern's dearest pair, or of one that is not listed."""
    dearest = dict.fromkeys((intern.id for intern in round.interns), _known(rule.unlisted))
    for pair in round.pairs:
        dearest[pair.intern] = max(dearest.get(pair.intern, 0), pair.points)
    return [dearest[intern.id] for intern in round.interns]


def _dearest_wish(rule: Wishes, people: Sequence[Intern | Host]) -> int:
    ranks = max((len(person.wishes) for person in people), default=0)
    dearest = max(rule.price(rank) for rank in range(1, max(ranks, len(rule.points)) + 1))
    return max(dearest, _known(rule.unlisted), _known(rule.no_wishes))


def _known(unlisted: int | str) -> int:
    return unlisted if isinstance(unlisted, int) else 0


# -- for a whole plan -------------------------------------------------------------------------


def each_intern(rule: Priced, round: Round, dearest: int) -> int:
    """Return the points of a plan where nobody has a visit."""
    return rule.points * len(round.interns)


def each_priority(rule: Priced, round: Round, dearest: int) -> int:
    """Return the points of a plan where nobody turned away before has a visit."""
    return rule.points * sum(intern.priority for intern in round.interns)


def each_host(rule: Priced, round: Round, dearest: int) -> int:
    """Return the points of a plan where no host has a visit."""
    return rule.points * len(round.hosts)


def each_change(rule: Changes, round: Round, dearest: int) -> int:
    """Return the points of a plan where everybody who had a visit has another one."""
    return rule.points * sum(rule.weight(earlier.status) for earlier in round.before)


def dearest_visit(rule: Priced, round: Round, dearest: int) -> int:
    """Return the points of a plan where somebody has the dearest visit."""
    return rule.points * dearest


def each_place(rule: Quota, round: Round, dearest: int) -> int:
    """Return the points of a plan that misses each quota by all its places, or by all visits."""
    visits = sum(intern.visits for intern in round.interns)
    return rule.points * sum(max(limit.min or 0, visits) for limit in rule.limits)


def each_place_at_every_step(rule: Even, round: Round, dearest: int) -> int:
    """Return the points of a plan where every place is one too many, at each step that is charged."""
    return rule.points * EVEN_STEPS * sum(intern.visits for intern in round.interns)


def each_own_place(rule: OwnLimits, round: Round, dearest: int) -> int:
    """Return the points of a plan where every place is one too many by each limit of developers' own."""
    return rule.points * len(rule.criteria) * sum(intern.visits for intern in round.interns)


def each_contact_away(rule: Priced, round: Round, dearest: int) -> int:
    """Return the points of a plan where every contact is away in all weeks of their host's visits."""
    made = {intern.id: intern.visits for intern in round.interns}
    visits = sum(made.values())
    weeks = ceil(MOST_DAYS / DAYS_IN_WEEK)
    return rule.points * weeks * sum(made[intern] + visits for intern, _ in contacts(round))
