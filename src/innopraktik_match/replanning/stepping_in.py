"""Reserves step in for those who have left, unless the plan gets worse by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innopraktik_match.domain.policy import MOST
from innopraktik_match.domain.replanned import StepIn, amended
from innopraktik_match.domain.tables import Lock
from innopraktik_match.explaining.exchanging import Exchange, Exchanges, spot_of
from innopraktik_match.explaining.standby import free_to_leave

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from innopraktik_match.domain.plan import Plan, Visit
    from innopraktik_match.domain.replanned import Replanned
    from innopraktik_match.domain.round import Round

    Solve = Callable[[Round, Plan], Plan]


def with_reserves(
    round: Round, plan: Plan, terms: Replanned, found: Plan, solve: Solve
) -> tuple[Plan, Replanned]:
    """Return a plan that is as good with as many reserves in the places they stand by for, and its terms.

    Parameters
    ----------
    round : Round
        As it is in the files.
    plan : Plan
        The plan before; whoever has no visit in it waits for one.
    terms : Replanned
    found : Plan
        The best plan on these terms.
    solve : callable
        Returns the best plan of a round, beginning with another plan.
    """
    steps = first_reserves(amended(round, terms), plan, terms)
    if not steps or found.status != "optimal":
        return found, terms
    at = {(one, visit.host) for visit in found.visits for one in visit.interns}
    told, tried = [], [step for step in steps if (step.intern, step.host) not in at]
    for some in ([tried] if len(tried) > 1 else []) + [[step] for step in tried]:
        if all(step in told for step in some):
            continue
        locked = terms.model_copy(update={"locks": (*terms.locks, *map(_lock, some))})
        other = solve(amended(round, locked), found)
        if _values(other) == _values(found):
            found, terms = other, locked
            told += some
        elif len(some) == 1:
            told.append(some[0].model_copy(update={"used": False, "worse": _worse(found, other)}))
    passed = {step.intern: step for step in told if not step.used}
    steps = [passed.get(step.intern, step) for step in steps]
    return found, terms.model_copy(update={"stepped_in": tuple(steps)})


def first_reserves(round: Round, plan: Plan, terms: Replanned) -> list[StepIn]:
    """Return who of the waiting list is first in line for each place that somebody has left.

    Parameters
    ----------
    round : Round
        Amended by the terms.
    """
    interns, hosts = {one.id for one in round.interns}, {host.id for host in round.hosts}
    apart = {(ban.intern, ban.host) for ban in terms.bans}
    waiting = [left.intern for left in plan.unplaced if left.intern in interns]
    kept: list[Visit] = []
    seats: list[tuple[str, Visit, int | None]] = []
    for visit in plan.visits:
        stay = tuple(one for one in visit.interns if one in interns and (one, visit.host) not in apart)
        if visit.host in hosts:
            rest = visit.model_copy(update={"interns": stay, "statuses": {}})
            gone = [one for one in visit.interns if one not in stay]
            seats += [(one, rest, len(kept) if stay else None) for one in gone]
            kept += [rest] if stay else []
    if not waiting or not seats:
        return []
    exchanges = Exchanges(
        free_to_leave(round), tuple(kept), waiting, {spot_of(visit) for _, visit, _ in seats}
    )
    asked, tried = [], []
    for seat, (_, visit, number) in enumerate(seats):
        for one in waiting:
            come = visit.model_copy(update={"interns": tuple(sorted((*visit.interns, one)))})
            asked.append(Exchange(() if number is None else (number,), (come,)))
            tried.append((seat, one))
    worth = exchanges.worth(asked, mended=False)
    signed = [worth.aims[aim] * (-1 if aim in MOST else 1) for aim in round.aims]
    lines = sorted(
        (seat, tuple(int(values[n]) for values in signed), one)
        for n, (seat, one) in enumerate(tried)
        if worth.legal[n]
    )
    return list(_one_each(seats, [(seat, one) for seat, _, one in lines]))


def _one_each(seats: list[tuple[str, Visit, int | None]], lines: list[tuple[int, str]]) -> Iterator[StepIn]:
    """Yield the first in each line who does not step in elsewhere."""
    seated: set[int] = set()
    taken: set[str] = set()
    for seat, one in lines:
        if seat not in seated and one not in taken:
            seated.add(seat)
            taken.add(one)
            whom, visit, _ = seats[seat]
            yield StepIn(intern=one, host=visit.host, week=visit.week, days=visit.days, whom=whom)


def _lock(step: StepIn) -> Lock:
    return Lock(intern=step.intern, host=step.host, week=step.week, days=step.days, status="proposed")


def _values(plan: Plan) -> list[tuple[str, int, bool]]:
    return [(aim.aim, aim.value, aim.proven) for aim in plan.aims]


def _worse(found: Plan, other: Plan) -> dict[str, int]:
    """Return what the aims reach with the reserve, where it is something else; nothing without a plan."""
    now = {aim.aim: aim.value for aim in found.aims}
    return {aim.aim: aim.value for aim in other.aims if aim.value != now[aim.aim]}
