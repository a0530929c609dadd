"""A local supplement beside a national round, as in 2017: solved as one, or one after the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from innopraktik_match.domain.issues import Issue, RoundError
from innopraktik_match.domain.municipalities import (
    km_between,
    municipality,
    place_key,
    region_named,
    region_of,
)
from innopraktik_match.domain.names import key
from innopraktik_match.domain.replanned import Replanned, amended
from innopraktik_match.domain.round import Ban
from innopraktik_match.measuring import score
from innopraktik_match.programme.parts import locks_of, part_of, solved_under
from innopraktik_match.report.figures import find_figures, hosts_of
from innopraktik_match.solving import solve

if TYPE_CHECKING:
    from collections.abc import Iterable

    from innopraktik_match.domain.plan import Plan
    from innopraktik_match.domain.round import Host, Intern, Round

Way = Literal["together", "local_first", "national_first"]
OWN = "own municipality"


@dataclass(frozen=True)
class Area:
    """Who belongs to the local supplement.

    Attributes
    ----------
    interns, hosts : frozenset of str
        Ids.
    """

    interns: frozenset[str]
    hosts: frozenset[str]


@dataclass(frozen=True)
class Outcome:
    """What one way of solving both gives, measured in the whole round.

    Attributes
    ----------
    way : {"together", "local_first", "national_first"}
    plan : Plan
    placed, local_placed, local_at_home : int
        Interns with a visit; local ones; local ones at a host of the area.
    points : int
        Of the plan under the whole round's policy, without the locks.
    first, across, moved : int
        First wishes, visits to another sector, interns whose hosts differ from those when solved together.
    """

    way: Way
    plan: Plan
    placed: int
    local_placed: int
    local_at_home: int
    points: int
    first: int
    across: int
    moved: int


def find_area(round: Round, places: Iterable[str], within_km: int = 0) -> Area:
    """Return whoever is in the regions or municipalities that are named, and hosts so many km around them.

    Raises
    ------
    RoundError
        Where a place is neither, or nobody of one side is in the area.
    """
    asked = list(places)
    regions = {name for place in asked if (name := region_named(place, round.year))}
    towns = {place_key(place) for place in asked if municipality(place)}
    if any(not region_named(place, round.year) and not municipality(place) for place in asked):
        raise RoundError([Issue("area_unknown")])

    def inside(person: Intern | Host) -> bool:
        in_region = key(region_of(person, round.year)) in {key(region) for region in regions}
        return in_region or bool(person.municipality and place_key(person.municipality) in towns)

    interns = frozenset(one.id for one in round.interns if inside(one))
    seats = [seat for one in round.people if inside(one) and (seat := municipality(one.municipality))]

    def near(host: Host) -> bool:
        there = municipality(host.municipality)
        return there is not None and any(km_between(seat, there) <= within_km for seat in set(seats))

    hosts = frozenset(host.id for host in round.hosts if inside(host) or (within_km > 0 and near(host)))
    if not interns or not hosts:
        raise RoundError([Issue("area_empty")])
    return Area(interns, hosts)


def not_at_home(round: Round, area: Area) -> tuple[Ban, ...]:
    """Return bans by which no local intern visits a host of their own municipality."""
    return tuple(
        Ban(intern=one.id, host=host.id, reason=OWN)
        for one in round.interns
        for host in round.hosts
        if one.id in area.interns and host.id in area.hosts and one.municipality and host.municipality
        if place_key(one.municipality) == place_key(host.municipality)
    )


def find_outcomes(
    round: Round, area: Area, bans: tuple[Ban, ...] = (), *, time_limit: float | None = None
) -> list[Outcome]:
    """Return what each of three ways gives: both as one, the local round first, the national one first.

    First means: solved alone, with its own people and hosts; its visits then stay while the whole round is
    solved. The local round has the interns and hosts of the area, the national one all others.
    """
    interns = frozenset(one.id for one in round.interns)
    hosts = frozenset(host.id for host in round.hosts)
    parts: dict[Way, tuple[frozenset[str], frozenset[str]]] = {
        "local_first": (area.interns, area.hosts),
        "national_first": (interns - area.interns, hosts - area.hosts),
    }
    together = solved_under(round, Replanned(bans=bans), time_limit=time_limit)
    kept = amended(round, Replanned(bans=bans))
    found = [_outcome("together", round, area, together, together)]
    for way, (some_interns, some_hosts) in parts.items():
        first = solve(part_of(kept, some_interns, some_hosts), time_limit=time_limit)
        terms = Replanned(bans=bans, locks=locks_of(first))
        whole = solved_under(round, terms, time_limit=time_limit)
        found.append(_outcome(way, round, area, whole, together))
    return found


def _outcome(way: Way, round: Round, area: Area, plan: Plan, together: Plan) -> Outcome:
    figures, mine, others = find_figures(round, plan), hosts_of(plan), hosts_of(together)
    local = {intern: hosts for intern, hosts in mine.items() if intern in area.interns}
    return Outcome(
        way,
        plan,
        placed=figures.placed,
        local_placed=len(local),
        local_at_home=sum(not hosts.isdisjoint(area.hosts) for hosts in local.values()),
        points=score(round, plan).points,
        first=figures.wishes.by_rank[0],
        across=figures.across,
        moved=sum(mine.get(one) != others.get(one) for one in mine.keys() | others.keys()),
    )
