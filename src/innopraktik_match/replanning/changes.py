"""What a plan changes of the one before: whose visit, from where, to where, and why."""

from __future__ import annotations

from collections import defaultdict, deque
from itertools import zip_longest
from typing import TYPE_CHECKING

from innopraktik_match.domain.names import key
from innopraktik_match.domain.replanned import Changed, Spot
from innopraktik_match.replanning.terms import standing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from innopraktik_match.domain.plan import Visit
    from innopraktik_match.domain.replanned import Replanned, Why
    from innopraktik_match.domain.round import Round

    Cause = tuple[str, Spot | None, Spot | None, Why | None]


def changes_of(
    round: Round, terms: Replanned, earlier: tuple[Visit, ...], visits: tuple[Visit, ...]
) -> tuple[Changed, ...]:
    """Return every change, in order of the interns.

    Parameters
    ----------
    round : Round
        The round of the new plan, amended.
    terms : Replanned
    earlier, visits : tuple of Visit
        The plan before, and the new one.
    """
    moves = sorted(_moves(terms, visits), key=lambda move: move[0])
    still = standing(round, earlier, terms)
    interns, hosts = {one.id for one in round.interns}, {host.id for host in round.hosts}
    said_no = {(ban.intern, ban.host): ban.reason for ban in terms.bans}

    def forced(intern: str, host: str) -> Why | None:
        if intern not in interns:
            return "withdrawn"
        if host not in hosts:
            return "host_withdrawn"
        if (intern, host) in said_no:
            return "withdrawn" if said_no[intern, host] == "withdrawn" else "declined"
        return None if (intern, host) in still else "no_longer_possible"

    causes: list[Cause] = [
        (intern, before, after, "new" if before is None else forced(intern, before.host))
        for intern, before, after in moves
    ]
    needed, groups = _needed(causes), _groups(round)

    def whom(number: int) -> str | None:
        intern, before, _, why = causes[number]
        if why == "no_longer_possible" and before is not None:
            mates = groups.get(intern, ())
            return next((one for one in mates if (one, before.host) in said_no and one != intern), None)
        return needed[number] if why is None else None

    return tuple(
        Changed(
            intern=intern,
            before=before,
            after=after,
            why=why or ("moved_for" if needed[number] else "better"),
            whom=whom(number),
        )
        for number, (intern, before, after, why) in enumerate(causes)
    )


def _groups(round: Round) -> dict[str, tuple[str, ...]]:
    """Return for each intern of a group all who travel together."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for one in round.interns if round.policy.rules.together.on else ():
        if one.group is not None:
            groups[key(one.group)].append(one.id)
    return {intern: tuple(sorted(group)) for group in groups.values() for intern in group}


def _moves(terms: Replanned, visits: tuple[Visit, ...]) -> Iterator[tuple[str, Spot | None, Spot | None]]:
    """Yield what differs for each intern: visits that are gone, paired with those that came."""
    now: defaultdict[str, list[Spot]] = defaultdict(list)
    for visit in visits:
        for intern in visit.interns:
            now[intern].append(Spot(host=visit.host, week=visit.week, days=visit.days))
    gone: defaultdict[str, list[Spot]] = defaultdict(list)
    for one in terms.before:
        kept = [
            spot for spot in now[one.intern] if spot.host == one.host and one.agrees(spot.week, spot.days)
        ]
        if kept:
            now[one.intern].remove(kept[0])
        else:
            gone[one.intern].append(Spot(host=one.host, week=one.week, days=one.days))
    for intern in now.keys() | gone.keys():
        came, left = now[intern], gone[intern]
        left.sort(key=lambda spot: spot.host not in {other.host for other in came})
        came.sort(key=lambda spot: spot.host not in {other.host for other in left})
        yield from ((intern, before, after) for before, after in zip_longest(left, came))


def _needed(causes: list[Cause]) -> list[str | None]:
    """Return for whom each place was needed: who came to the host, or who made those move in their turn."""
    came: defaultdict[str, list[int]] = defaultdict(list)
    for number, (_, before, after, _) in enumerate(causes):
        if after is not None and (before is None or before.host != after.host):
            came[after.host].append(number)

    def nearest(number: int) -> str | None:
        """Search breadth first among those who came, and those who came in their stead, for a reason."""
        seen, waiting = {number}, deque([number])
        while waiting:
            intern, before, _, why = causes[one := waiting.popleft()]
            if one != number and why is not None:
                return intern
            after = [other for other in came[before.host] if other not in seen] if before else []
            seen.update(after)
            waiting.extend(after)
        return None

    return [nearest(number) for number in range(len(causes))]
