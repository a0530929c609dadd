"""The places that one intern can get now, or the interns that one host can get, while nobody else moves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from innopraktik_match.domain import arguments
from innopraktik_match.domain.issues import RoundError
from innopraktik_match.domain.names import key
from innopraktik_match.domain.plan import Plan, Unplaced, Visit, with_statuses
from innopraktik_match.domain.policy import MOST
from innopraktik_match.domain.replanned import amended
from innopraktik_match.model.columns import build_columns
from innopraktik_match.model.measures import Options
from innopraktik_match.model.options import priced
from innopraktik_match.model.scoring import measured
from innopraktik_match.validation.faults import find_plan_faults

if TYPE_CHECKING:
    from collections.abc import Iterator

    from innopraktik_match.domain.findings import Score
    from innopraktik_match.domain.round import Intern, Round
    from innopraktik_match.model.columns import Columns

Visits = tuple[Visit, ...]


@dataclass(frozen=True)
class Choice:
    """One way to place somebody.

    Attributes
    ----------
    interns : tuple of str
        The intern, with the others of a group.
    visit : Visit
        The visit that they come to, all who come included.
    visits : tuple of Visit
        The whole plan with it.
    now, then : Score
        The plan as it is, and with it.
    """

    interns: tuple[str, ...]
    visit: Visit
    visits: Visits
    now: Score
    then: Score

    @property
    def points_by_rule(self) -> dict[str, int]:
        """What each rule charges more (below 0: less) than now."""
        by_rule = self.now.points_by_rule
        more = {rule: points - by_rule.get(rule, 0) for rule, points in self.then.points_by_rule.items()}
        return {rule: points for rule, points in more.items() if points}


def choices(
    round: Round, plan: Plan, *, intern: str | None = None, host: str | None = None
) -> tuple[Choice, ...]:
    """Return every legal way to place an intern, or to give a host somebody more, the best first.

    An intern who has all the visits wished gives one up for it. Everybody else stays where they are.

    Parameters
    ----------
    round : Round
    plan : Plan
    intern, host : str
        One of them: whose places, or whose interns.

    Returns
    -------
    tuple of Choice
        By the aims of the round in their order, then by host, week and length.

    Raises
    ------
    RoundError
        The plan names somebody whom the round does not have.
    KeyError
        The round does not have the intern, or the host.

    Examples
    --------
    >>> import innopraktik_match as im
    >>> round = im.Round(interns=[{"id": "p1"}], hosts=[{"id": "v1"}, {"id": "v2"}])
    >>> [choice.visit.host for choice in im.choices(round, im.Plan(), intern="p1")]
    ['v1', 'v2']
    """
    arguments.require(arguments.record("round", round, "Round"), arguments.record("plan", plan, "Plan"))
    if (intern is None) == (host is None):
        raise ValueError("give either intern or host")
    round = amended(round, plan.replanned)
    faults = find_plan_faults(round, plan)
    if faults:
        raise RoundError(faults)
    people = {one.id for one in (round.interns if host is None else round.hosts)}
    if (intern or host) not in people:
        raise KeyError(intern or host)
    columns = _columns(round, plan)
    now = measured(columns, plan.visits)
    found = [
        Choice(tuple(one.id for one in party), visit, visits, now, then)
        for party, left in _parties(round, plan, intern)
        for visit, visits in _seated(columns, party, left, host)
        if _as_set(visits) != _as_set(plan.visits) and (then := measured(columns, visits)).legal
    ]

    def order(choice: Choice) -> tuple[object, ...]:
        aims = [choice.then.aims[aim] * (-1 if aim in MOST else 1) for aim in round.aims]
        return (*aims, choice.visit.host, choice.visit.week or "", choice.visit.days or 0, choice.interns)

    return tuple(sorted(found, key=order))


def taken(round: Round, plan: Plan, choice: Choice) -> Plan:
    """Return the plan with a choice, as a list that states nothing of itself: it is not proven."""
    round = amended(round, plan.replanned)
    placed = {intern for visit in choice.visits for intern in visit.interns}
    used = {visit.host for visit in choice.visits}
    return Plan(
        status="feasible",
        visits=choice.visits,
        unplaced=tuple(Unplaced(intern=one.id) for one in round.interns if one.id not in placed),
        unused_hosts=tuple(host.id for host in round.hosts if host.id not in used),
        seed=plan.seed,
        replanned=plan.replanned,
    )


def _columns(round: Round, plan: Plan) -> Columns:
    weeks = {visit.week for visit in plan.visits if visit.week}
    return build_columns(round, weeks, {visit.days for visit in plan.visits if visit.days})


def _parties(
    round: Round, plan: Plan, intern: str | None
) -> Iterator[tuple[tuple[Intern, ...], list[Visits]]]:
    """Yield those who travel together, and the plans in which they have a visit left to make."""
    units: dict[str, list[Intern]] = {}
    for one in round.interns:
        together = round.policy.rules.together.on and one.group
        units.setdefault(f"group {key(one.group or '')}" if together else f"id {one.id}", []).append(one)
    for members in units.values():
        party = {one.id for one in members}
        if intern is not None and intern not in party:
            continue
        theirs = [visit for visit in plan.visits if party & set(visit.interns)]
        if len(theirs) < members[0].visits:
            yield tuple(members), [plan.visits]
        elif intern is not None:
            yield tuple(members), [_without(plan.visits, visit, party) for visit in theirs]


def _without(visits: Visits, left: Visit, party: set[str]) -> Visits:
    rest = tuple(one for one in left.interns if one not in party)
    statuses = {one: status for one, status in left.statuses.items() if one in rest}
    shorter = left.model_copy(update={"interns": rest, "statuses": statuses})
    return tuple(shorter if visit is left else visit for visit in visits if rest or visit is not left)


def _seated(
    columns: Columns, party: tuple[Intern, ...], plans: list[Visits], host: str | None
) -> Iterator[tuple[Visit, Visits]]:
    """Yield each visit of a plan with a party that may come, old or new, and the plan with it."""
    ids = tuple(one.id for one in party)
    for place, week, days in _open(columns, ids, host):
        new = Visit(host=place, week=week, days=days, interns=tuple(sorted(ids)))
        for visits in plans:
            yield new, (*visits, new)
            for number, visit in enumerate(visits):
                spot = visit.host, visit.week, visit.days
                if spot == (place, week, days) and not set(ids) & set(visit.interns):
                    joined = _joined(visit, ids)
                    yield joined, (*visits[:number], joined, *visits[number + 1 :])


def _as_set(visits: Visits) -> set[tuple[object, ...]]:
    return {(visit.host, visit.week, visit.days, visit.interns) for visit in visits}


def _joined(visit: Visit, ids: tuple[str, ...]) -> Visit:
    told = {one: visit.status_of(one) for one in visit.interns}
    more = visit.model_copy(update={"interns": tuple(sorted((*visit.interns, *ids)))})
    return with_statuses(more, {**told, **dict.fromkeys(ids, "proposed")})


def _open(
    columns: Columns, ids: tuple[str, ...], host: str | None
) -> Iterator[tuple[str, str | None, int | None]]:
    """Yield the hosts and slots that no option rule forbids to any of a party."""
    some = [n for n, one in enumerate(columns.hosts) if host in (None, one.id)]
    hosts, slots = np.array(some, dtype=np.int32), np.arange(len(columns.slot_week), dtype=np.int32)
    both: set[tuple[int, int]] | None = None
    for number in (n for n, one in enumerate(columns.interns) if one.id in ids):
        where, when = np.repeat(hosts, len(slots)), np.tile(slots, len(hosts))
        options = priced(columns, Options.unpriced(np.full(len(where), number, dtype=np.int32), where, when))
        mine = set(zip(options.host.tolist(), options.slot.tolist(), strict=True))
        both = mine if both is None else both & mine
    for at, slot in sorted(both or ()):
        number, days = columns.slot_week[slot], int(columns.slot_days[slot]) or None
        yield columns.hosts[at].id, columns.weeks[number] if number >= 0 else None, days
