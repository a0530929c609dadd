"""Reserves step in for those who have left, unless the plan gets worse by it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from innopraktik_match.domain.policy import MOST
from innopraktik_match.domain.replanned import StepIn, amended
from innopraktik_match.domain.tables import Lock
from innopraktik_match.explaining.exchanging import Exchange, Exchanges, spot_of
from innopraktik_match.explaining.standby import free_to_leave, parties_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from innopraktik_match.domain.plan import Plan, Visit
    from innopraktik_match.domain.replanned import Replanned
    from innopraktik_match.domain.round import Round
    from innopraktik_match.explaining.standby import Party

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
    parties = first_reserves(amended(round, terms), plan, terms)
    if not parties or found.status != "optimal":
        return found, terms
    at = {(one, visit.host) for visit in found.visits for one in visit.interns}
    told: list[StepIn] = []
    tried = [party for party in parties if not all((step.intern, step.host) in at for step in party)]
    for some in ([[step for party in tried for step in party]] if len(tried) > 1 else []) + tried:
        if all(step in told for step in some):
            continue
        locked = terms.model_copy(update={"locks": (*terms.locks, *map(_lock, some))})
        other = solve(amended(round, locked), found)
        if _values(other) == _values(found):
            found, terms = other, locked
            told += some
        elif some in tried:
            worse = _worse(found, other)
            told += [step.model_copy(update={"used": False, "worse": worse}) for step in some]
    passed = {step.intern: step for step in told if not step.used}
    steps = [passed.get(step.intern, step) for party in parties for step in party]
    return found, terms.model_copy(update={"stepped_in": tuple(steps)})


def first_reserves(round: Round, plan: Plan, terms: Replanned) -> list[list[StepIn]]:
    """Return who of the waiting list is first in line for the places that people have left, party by party.

    Parameters
    ----------
    round : Round
        Amended by the terms.
    """
    waiting = {left.intern for left in plan.unplaced}
    parties = [party for party in parties_of(round) if waiting.issuperset(party)]
    kept, left = _left_over(round, plan, terms)
    if not parties or not left:
        return []
    everybody = {one for party in parties for one in party}
    spots = {spot_of(place.visit) for place in left}
    exchanges = Exchanges(free_to_leave(round), tuple(kept), everybody, spots)
    tried = [(at, party) for at in range(len(left)) for party in parties]
    asked = []
    for at, party in tried:
        visit = left[at].visit
        come = visit.model_copy(update={"interns": tuple(sorted((*visit.interns, *party)))})
        asked.append(Exchange(left[at].leaving, (come,)))
    worth = exchanges.worth(asked, mended=False)
    signed = [worth.aims[aim] * (-1 if aim in MOST else 1) for aim in round.aims]
    lines = sorted(
        (at, tuple(int(values[n]) for values in signed), party)
        for n, (at, party) in enumerate(tried)
        if worth.legal[n]
    )
    return list(_first_in_line(left, [(at, party) for at, _, party in lines]))


class _Left(NamedTuple):
    """A visit that some have left: those who stay, its number among those that are kept, and who has gone."""

    visit: Visit
    leaving: tuple[int, ...]
    gone: tuple[str, ...]


def _left_over(round: Round, plan: Plan, terms: Replanned) -> tuple[list[Visit], list[_Left]]:
    """Return the visits without those who have left, and those visits that somebody has left."""
    interns, hosts = {one.id for one in round.interns}, {host.id for host in round.hosts}
    apart = {(ban.intern, ban.host) for ban in terms.bans}
    kept: list[Visit] = []
    left = []
    for visit in plan.visits:
        stay = tuple(one for one in visit.interns if one in interns and (one, visit.host) not in apart)
        if visit.host in hosts:
            rest = visit.model_copy(update={"interns": stay, "statuses": {}})
            gone = tuple(one for one in visit.interns if one not in stay)
            left += [_Left(rest, (len(kept),) if stay else (), gone)] if gone else []
            kept += [rest] if stay else []
    return kept, left


def _first_in_line(left: list[_Left], lines: list[tuple[int, Party]]) -> Iterator[list[StepIn]]:
    """Yield for the places of each visit the first parties in line that do not step in elsewhere.

    The first may be more than have gone, where the host has room; those after it take what is left.
    """
    seats = [list(place.gone) for place in left]
    taken: set[Party] = set()
    for at, party in lines:
        visit, _, gone = left[at]
        fits = len(party) <= len(seats[at]) or len(seats[at]) == len(gone)
        if seats[at] and fits and party not in taken:
            taken.add(party)
            whom = [*seats[at], *[seats[at][-1]] * len(party)]
            yield [
                StepIn(intern=one, host=visit.host, week=visit.week, days=visit.days, whom=other)
                for one, other in zip(party, whom, strict=False)
            ]
            del seats[at][: len(party)]


def _lock(step: StepIn) -> Lock:
    return Lock(intern=step.intern, host=step.host, week=step.week, days=step.days, status="proposed")


def _values(plan: Plan) -> list[tuple[str, int, bool]]:
    return [(aim.aim, aim.value, aim.proven) for aim in plan.aims]


def _worse(found: Plan, other: Plan) -> dict[str, int]:
    """Return what the aims reach with the reserve, where it is something else; nothing without a plan."""
    now = {aim.aim: aim.value for aim in found.aims}
    return {aim.aim: aim.value for aim in other.aims if aim.value != now[aim.aim]}
