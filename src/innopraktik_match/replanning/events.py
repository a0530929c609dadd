"""What has happened since a plan: who answered what, who has gone, who has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innopraktik_match.domain.replanned import Event, Replanned
from innopraktik_match.domain.rulebook.settings import TOLD

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from innopraktik_match.domain.plan import Plan
    from innopraktik_match.domain.round import Round
    from innopraktik_match.domain.tables import Earlier, Status


def events_since(round: Round, plan: Plan, terms: Replanned) -> Iterator[Event]:
    """Yield the events since a plan, answers first.

    Parameters
    ----------
    round : Round
        As it is in the files now.
    plan : Plan
        With the statuses that people have written.
    terms : Replanned
        What it asks of the next one.
    """
    told = plan.replanned or Replanned()
    said: dict[tuple[str, str], Status] = {(lock.intern, lock.host): lock.status for lock in round.locks}
    said |= {(one.intern, one.host): one.status for one in told.before if one.status in TOLD}
    for one in terms.before:
        if one.status not in ("proposed", said.get((one.intern, one.host))):
            yield Event(what=one.status, intern=one.intern, host=one.host)
    gone = {one.intern for one in terms.before if one.status == "withdrawn"}
    for intern in _new(terms.absent_interns, told.absent_interns, told.withdrawn, gone):
        yield Event(what="withdrawn", intern=intern)
    for host in _new(terms.absent_hosts, told.absent_hosts):
        yield Event(what="host_withdrawn", host=host)
    if plan.sha256:  # a list made by hand does not name whoever has no visit
        yield from _arrivals(round, plan, told, terms.before)


def _arrivals(round: Round, plan: Plan, told: Replanned, before: Iterable[Earlier]) -> Iterator[Event]:
    known = {left.intern for left in plan.unplaced}.union(told.withdrawn)
    hosts = set(plan.unused_hosts)
    for one in before:
        known.add(one.intern)
        hosts.add(one.host)
    for intern in _new([one.id for one in round.interns], known):
        yield Event(what="signed_up", intern=intern)
    for host in _new([one.id for one in round.hosts], hosts):
        yield Event(what="host_signed_up", host=host)


def _new(now: Iterable[str], *before: Iterable[str]) -> list[str]:
    return sorted(set(now).difference(*before))
