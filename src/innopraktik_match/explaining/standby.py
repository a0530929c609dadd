"""Reserves and waiting list: who is really free to step in for whom, and who waits for what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from innopraktik_match.domain import arguments
from innopraktik_match.domain.names import key
from innopraktik_match.domain.policy import MOST
from innopraktik_match.domain.replanned import amended
from innopraktik_match.explaining.exchanging import Exchange, Exchanges, spot_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from innopraktik_match.domain.plan import Plan, Reason, Visit
    from innopraktik_match.domain.round import Round

Party = tuple[str, ...]


@dataclass(frozen=True)
class Reserves:
    """Who can step in for one party in one visit.

    Attributes
    ----------
    visit : int
        Number of the visit in the plan, from 0.
    interns : tuple of str
        Who would leave: one intern, or a group that travels together.
    parties : tuple of tuple of str
        Who can come in their stead while everybody else stays, by the aims, the best first.
    """

    visit: int
    interns: Party
    parties: tuple[Party, ...]


@dataclass(frozen=True)
class Waiting:
    """Who waits for a visit.

    Attributes
    ----------
    interns : tuple of str
        One intern, or a group that travels together.
    reasons : tuple of Reason
        Why they have none, as the plan says.
    chances : tuple of (str, int)
        Hosts where a place could become theirs, each with the best place in the line for it; 1 is first.
    """

    interns: Party
    reasons: tuple[Reason, ...]
    chances: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Standby:
    """The reserves of every visit, and the waiting list, those with the best chances first."""

    reserves: tuple[Reserves, ...]
    waiting: tuple[Waiting, ...]


def find_standby(round: Round, plan: Plan) -> Standby:
    """Return who can step in where, and who waits for what.

    A reserve has a visit left to make, keeps every hard rule in the place of the one who leaves, and moves
    nobody. Each is tried, none is guessed.

    Parameters
    ----------
    round : Round
    plan : Plan

    Returns
    -------
    Standby

    Examples
    --------
    >>> import innopraktik_match as im
    >>> round = im.Round(interns=[{"id": "p1"}, {"id": "p2"}], hosts=[{"id": "v1"}])
    >>> standby = im.find_standby(round, im.Plan(visits=[im.Visit(host="v1", interns=("p1",))]))
    >>> standby.reserves[0].parties, standby.waiting[0].chances
    ((('p2',),), (('v1', 1),))
    """
    arguments.require(arguments.record("round", round, "Round"), arguments.record("plan", plan, "Plan"))
    round = free_to_leave(amended(round, plan.replanned))
    parties, free = _parties(round, plan.visits)
    party_of = {one: party for party in parties for one in party}
    seats = [
        (number, party)
        for number, visit in enumerate(plan.visits)
        for party in dict.fromkeys(party_of[one] for one in visit.interns if one in party_of)
    ]
    lines = _lines(round, plan.visits, seats, free) if free and seats else [()] * len(seats)
    reserves = tuple(Reserves(*seat, line) for seat, line in zip(seats, lines, strict=True))
    placed = {one for visit in plan.visits for one in visit.interns}
    reasons = {left.intern: left.reasons for left in plan.unplaced}
    waiting = [
        Waiting(party, reasons.get(party[0], ()), _chances(party, plan.visits, reserves))
        for party in free
        if placed.isdisjoint(party)
    ]
    waiting.sort(key=lambda one: (-sum(place == 1 for _, place in one.chances), one.interns))
    return Standby(reserves, tuple(waiting))


def free_to_leave(round: Round) -> Round:
    """Return the round in which a visit that is locked can be left: nobody else moves in any case.

    Locks that are the coordinator's decision demand nothing there, but rules give way to them all the same.
    """
    rules = round.policy.rules
    off = {
        name: getattr(rules, name).model_copy(update={"mode": "off"}) for name in ("changes_limit", "lock")
    }
    policy = round.policy.model_copy(update={"rules": rules.model_copy(update=off)})
    decided = round.locks if rules.lock.breaking == "accept" else ()
    return round.model_copy(update={"policy": policy, "locks": decided})


def parties_of(round: Round) -> list[Party]:
    """Return those who travel together, one or more at a time."""
    together: dict[str, list[str]] = {}
    for one in round.interns:
        group = round.policy.rules.together.on and one.group
        together.setdefault(f"group {key(one.group or '')}" if group else f"id {one.id}", []).append(one.id)
    return [tuple(sorted(party)) for party in together.values()]


def _parties(round: Round, visits: tuple[Visit, ...]) -> tuple[list[Party], list[Party]]:
    """Return those who travel together, one or more at a time, and those with a visit left to make."""
    wished = {one.id: one.visits for one in round.interns}
    parties = parties_of(round)
    made = dict.fromkeys(wished, 0)
    for visit in visits:
        for intern in visit.interns:
            made[intern] = made.get(intern, 0) + 1
    return parties, [party for party in parties if all(made[one] < wished[one] for one in party)]


def _lines(
    round: Round, visits: tuple[Visit, ...], seats: list[tuple[int, Party]], free: list[Party]
) -> list[tuple[Party, ...]]:
    """Return for each seat the free parties that can take it, the best first."""
    interns = {one for party in free for one in party}
    exchanges = Exchanges(round, visits, interns, set(map(spot_of, visits)))
    open_to = [set(exchanges.open_to(party)) for party in free]
    tried, asked = [], []
    takes = {host.id: range(host.min, host.max + 1) for host in round.hosts}
    for seat, (number, party) in enumerate(seats):
        visit = visits[number]
        rest = tuple(one for one in visit.interns if one not in party)
        for other, spots in enumerate(open_to):
            fits = len(rest) + len(free[other]) in takes.get(visit.host, ())  # with no decision on the visit
            if fits and spot_of(visit) in spots and not set(free[other]) & set(visit.interns):
                come = visit.model_copy(
                    update={"interns": tuple(sorted((*rest, *free[other]))), "statuses": {}}
                )
                tried.append((seat, other))
                asked.append(Exchange((number,), (come,)))
    worth = exchanges.worth(asked)
    signed = [worth.aims[aim] * (-1 if aim in MOST else 1) for aim in round.aims]
    lines: list[list[tuple[tuple[int, ...], Party]]] = [[] for _ in seats]
    for n in np.flatnonzero(worth.legal):
        seat, other = tried[n]
        lines[seat].append((tuple(int(values[n]) for values in signed), free[other]))
    return [tuple(party for _, party in sorted(line)) for line in lines]


def _chances(
    party: Party, visits: tuple[Visit, ...], reserves: tuple[Reserves, ...]
) -> tuple[tuple[str, int], ...]:
    """Return the hosts where a party can step in, each with its best place in a line; the best first."""
    best: dict[str, int] = {}
    for host, place in _places(party, visits, reserves):
        best[host] = min(place, best.get(host, place))
    return tuple(sorted(best.items(), key=lambda chance: (chance[1], chance[0])))


def _places(
    party: Party, visits: tuple[Visit, ...], reserves: tuple[Reserves, ...]
) -> Iterator[tuple[str, int]]:
    for one in reserves:
        if party in one.parties:
            yield visits[one.visit].host, one.parties.index(party) + 1
