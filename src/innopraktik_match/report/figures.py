"""The key figures of a plan, as data."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from innopraktik_match.domain.plan import Plan, Visit
    from innopraktik_match.domain.round import Host, Round


@dataclass(frozen=True)
class WishCount:
    """How those who had wishes fared, each counted at the best wish they got.

    Attributes
    ----------
    wished : int
        Interns with wishes.
    by_rank : tuple of int
        How many got their first, second and third wish.
    later, other, none : int
        A later wish; a host they had not listed; no visit.
    """

    wished: int
    by_rank: tuple[int, int, int]
    later: int
    other: int
    none: int


@dataclass(frozen=True)
class FreePlaces:
    """Places that nobody got.

    Attributes
    ----------
    host : str
        Host id.
    visit : int or None
        Number of the visit with room for more, from 1; None for visits the host offers beyond the plan.
    visits : int
        How many whole visits are free; 0 where there is room in a visit.
    places : int
        How many interns there is room for.
    """

    host: str
    visit: int | None
    visits: int
    places: int


@dataclass(frozen=True)
class Figures:
    """What a steering group asks about a plan.

    Attributes
    ----------
    interns, placed : int
        Interns of the round, and those with a visit.
    hosts, hosts_used : int
        Hosts of the round, and those with a visit.
    visits, seats : int
        Visits, and interns in them together.
    wishes, host_wishes : WishCount
        How the wishes of interns were met, and those of hosts.
    across, within : int
        Seats in another sector than the intern's own, and in the same; unknown sectors count in neither.
    free : tuple of FreePlaces
        What is left, in the order of the hosts.
    """

    interns: int
    placed: int
    hosts: int
    hosts_used: int
    visits: int
    seats: int
    wishes: WishCount
    host_wishes: WishCount
    across: int
    within: int
    free: tuple[FreePlaces, ...]

    @property
    def free_places(self) -> int:
        """How many more interns there is room for."""
        return sum(free.places for free in self.free)


def find_figures(round: Round, plan: Plan) -> Figures:
    """Count the key figures of a plan.

    Parameters
    ----------
    round : Round
    plan : Plan

    Returns
    -------
    Figures
    """
    interns = {intern.id: intern for intern in round.interns}
    hosts = {host.id: host for host in round.hosts}
    seats = [(intern, visit.host) for visit in plan.visits for intern in visit.interns]
    known = [(interns[i].sector, hosts[h].sector) for i, h in seats if i in interns and h in hosts]
    sectors = Counter(a == b for a, b in known if a and b)
    visited = hosts_of(plan)
    received: dict[str, set[str]] = {}
    for intern, host in seats:
        received.setdefault(host, set()).add(intern)
    return Figures(
        interns=len(interns),
        placed=len(visited.keys() & interns.keys()),
        hosts=len(hosts),
        hosts_used=len(received.keys() & hosts.keys()),
        visits=len(plan.visits),
        seats=len(seats),
        wishes=_wishes({one.id: one.wishes for one in round.interns}, visited),
        host_wishes=_wishes({one.id: one.wishes for one in round.hosts}, received),
        across=sectors[False],
        within=sectors[True],
        free=tuple(free for host in round.hosts for free in _free(host, plan.visits)),
    )


def hosts_of(plan: Plan) -> dict[str, frozenset[str]]:
    """Return the hosts of each intern who has a visit."""
    hosts: dict[str, set[str]] = {}
    for visit in plan.visits:
        for intern in visit.interns:
            hosts.setdefault(intern, set()).add(visit.host)
    return {intern: frozenset(its) for intern, its in hosts.items()}


def _wishes(wishes: dict[str, tuple[str, ...]], got: Mapping[str, Collection[str]]) -> WishCount:
    ranks: Counter[int | None] = Counter()
    for person, listed in wishes.items():
        if listed:
            met = [rank for rank, wish in enumerate(listed, 1) if wish in got.get(person, ())]
            ranks[min(met) if met else 0 if person in got else None] += 1
    return WishCount(
        wished=ranks.total(),
        by_rank=(ranks[1], ranks[2], ranks[3]),
        later=sum(count for rank, count in ranks.items() if rank is not None and rank > 3),
        other=ranks[0],
        none=ranks[None],
    )


def _free(host: Host, visits: tuple[Visit, ...]) -> list[FreePlaces]:
    mine = [(number, visit) for number, visit in enumerate(visits, 1) if visit.host == host.id]
    free = [
        FreePlaces(host.id, number, 0, host.max - len(visit.interns))
        for number, visit in mine
        if len(visit.interns) < host.max
    ]
    left = host.visits - len(mine)
    return [*free, FreePlaces(host.id, None, left, left * host.max)] if left > 0 else free
