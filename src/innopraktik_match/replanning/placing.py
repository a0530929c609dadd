"""The places that one intern can get now, or the interns that one host can get, while nobody else moves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from innopraktik_match.domain import arguments
from innopraktik_match.domain.issues import RoundError
from innopraktik_match.domain.names import key
from innopraktik_match.domain.plan import Plan, Unplaced, Visit, with_statuses
from innopraktik_match.domain.policy import cost_of
from innopraktik_match.domain.replanned import amended
from innopraktik_match.explaining.exchanging import Exchange, Exchanges, Spot, spot_of
from innopraktik_match.measuring import score
from innopraktik_match.replanning.answered import answered
from innopraktik_match.validation.faults import find_plan_faults

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from innopraktik_match.domain.explanation import Move
    from innopraktik_match.domain.round import Intern, Round

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
    now, then : dict
        Aim -> its value in the plan as it is, and with the visit.
    points_by_rule : dict
        What each rule charges more (below 0: less) than now; only rules that do.
    moves : tuple of Move
        Who else moves.
    """

    interns: tuple[str, ...]
    visit: Visit
    visits: Visits
    now: dict[str, int]
    then: dict[str, int]
    points_by_rule: dict[str, int]
    moves: tuple[Move, ...] = ()


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
    plan = answered(round, plan)
    round = amended(round, plan.replanned)
    faults = find_plan_faults(round, plan)
    if faults:
        raise RoundError(faults)
    people = {one.id for one in (round.interns if host is None else round.hosts)}
    if (intern or host) not in people:
        raise KeyError(intern or host)
    options = _Options(round, plan.visits, intern, host)
    now = score(round, plan.visits).aims
    found = [
        Choice(option.party, option.visit, option.visits, {aim: now[aim] for aim in round.aims}, aims, points)
        for option, aims, points in options.legal()
    ]

    return best_first(round, found)


def best_first(round: Round, found: Iterable[Choice]) -> tuple[Choice, ...]:
    """Return choices by the aims of the round in order, then by how many move, host, week and length."""

    def order(choice: Choice) -> tuple[object, ...]:
        aims = [cost_of(aim, choice.then[aim]) for aim in round.aims]
        spot = choice.visit.host, choice.visit.week or "", choice.visit.days or 0
        return (*aims, len(choice.moves), *spot, choice.interns)

    return tuple(sorted(found, key=order))


def taken(round: Round, plan: Plan, choice: Choice) -> Plan:
    """Return the plan with a choice, as a list that states nothing of itself: it is not proven."""
    plan = answered(round, plan)
    round = amended(round, plan.replanned)
    placed = {intern for visit in choice.visits for intern in visit.interns}
    used = {visit.host for visit in choice.visits}
    return Plan(
        status="feasible",
        visits=choice.visits,
        unplaced=tuple(Unplaced(intern=one.id) for one in round.interns if one.id not in placed),
        unused_hosts=tuple(host.id for host in round.hosts if host.id not in used),
        seed=plan.seed,
        ancestor=plan.sha256 or plan.content_sha256(),
        replanned=plan.replanned,
    )


class _Option(NamedTuple):
    """A party with a visit of its own or somebody else's, and the plan with it."""

    party: tuple[str, ...]
    visit: Visit
    visits: Visits
    exchange: Exchange


class _Options:
    """The ways to place an intern, or to give a host somebody more, while everybody else stays."""

    def __init__(self, round: Round, visits: Visits, intern: str | None, host: str | None) -> None:
        self.visits = visits
        self.parties = [
            (tuple(one.id for one in members), leaving)
            for members, leaving in _parties(round, visits, intern)
        ]
        interns = {one for party, _ in self.parties for one in party}
        hosts = [one.id for one in round.hosts if host in (None, one.id)]
        spots = [(one, slot.week, slot.days) for slot in round.slots for one in hosts]
        self.exchanges = Exchanges(round, visits, interns, spots)

    def legal(self) -> Iterator[tuple[_Option, dict[str, int], dict[str, int]]]:
        """Yield the legal options with what each aim reaches and what each rule charges more."""
        found = [
            option
            for party, leaving in self.parties
            for spot in self.exchanges.open_to(party)
            for left in leaving
            for option in self._at(party, spot, left)
        ]
        worth = self.exchanges.worth([option.exchange for option in found])
        for n in np.flatnonzero(worth.legal):
            aims = {aim: int(values[n]) for aim, values in worth.aims.items()}
            points = {rule: int(more[n]) for rule, more in worth.points.items() if more[n]}
            yield found[n], aims, points

    def _at(self, party: tuple[str, ...], spot: Spot, left: int | None) -> Iterator[_Option]:
        """Yield the party's own visit at a spot, and each that it can join there; one visit may be left."""
        host, week, days = spot
        rest = None if left is None else _without(self.visits[left], party)
        gone = () if left is None else (left,)
        kept = () if rest is None else (rest,)
        visits = tuple(one for n, one in enumerate(self.visits) if n != left) + kept
        if left is not None and spot == spot_of(self.visits[left]) and rest is None:
            return  # where they are
        new = Visit(host=host, week=week, days=days, interns=tuple(sorted(party)))
        yield _Option(party, new, (*visits, new), Exchange(gone, (*kept, new)))
        for number, visit in enumerate(self.visits):
            if number != left and spot_of(visit) == spot and not set(party) & set(visit.interns):
                joined = _joined(visit, party)
                others = tuple(joined if one is visit else one for one in visits)
                yield _Option(party, joined, others, Exchange((*gone, number), (*kept, joined)))


def _parties(
    round: Round, visits: Visits, intern: str | None
) -> Iterator[tuple[tuple[Intern, ...], list[int | None]]]:
    """Yield those who travel together, and the visits that they may leave: none where they wish more."""
    units: dict[str, list[Intern]] = {}
    for one in round.interns:
        together = round.policy.rules.together.on and one.group
        units.setdefault(f"group {key(one.group or '')}" if together else f"id {one.id}", []).append(one)
    for members in units.values():
        party = {one.id for one in members}
        if intern is not None and intern not in party:
            continue
        theirs = [n for n, visit in enumerate(visits) if party & set(visit.interns)]
        if len(theirs) < members[0].visits:
            yield tuple(members), [None]
        elif intern is not None:
            yield tuple(members), list(theirs)


def _without(visit: Visit, party: Collection[str]) -> Visit | None:
    """Return a visit without a party; None where nobody is left."""
    rest = tuple(one for one in visit.interns if one not in party)
    statuses = {one: status for one, status in visit.statuses.items() if one in rest}
    return visit.model_copy(update={"interns": rest, "statuses": statuses}) if rest else None


def _joined(visit: Visit, ids: tuple[str, ...]) -> Visit:
    """Return a visit with a party more, whose part in it is proposed."""
    told = {one: visit.status_of(one) for one in visit.interns}
    more = visit.model_copy(update={"interns": tuple(sorted((*visit.interns, *ids)))})
    return with_statuses(more, {**told, **dict.fromkeys(ids, "proposed")})
