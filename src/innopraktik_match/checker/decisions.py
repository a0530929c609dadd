"""Locks that are the coordinator's decision, and how far what people have said gives way to them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from innopraktik_match.domain.round import Host, Intern, Lock, Round

MOST_TOGETHER = 6
Row = TypeVar("Row", "Round", "Intern", "Host")


def decisions_of(round: Round) -> list[Lock]:
    """Return the locks that rules give way to."""
    if round.policy.rules.lock.breaking != "accept":
        return []
    return [lock for lock in round.locks if lock.status != "proposed"]


def with_room(round: Round, decided: list[Lock]) -> Round:
    """Return the round in which everybody has the visits, and room for the people, that are decided."""
    if not decided:
        return round
    makes = Counter(lock.intern for lock in decided)
    at: dict[str, list[Lock]] = {}
    for lock in decided:
        at.setdefault(lock.host, []).append(lock)
    interns = tuple(
        _copied(one, visits=makes[one.id]) if makes[one.id] > one.visits else one for one in round.interns
    )
    hosts = tuple(_roomy(host, at[host.id]) if host.id in at else host for host in round.hosts)
    return _copied(round, interns=interns, hosts=hosts)


def _copied(record: Row, **fields: object) -> Row:
    """Return a record with other values in some fields."""
    return record.model_copy(update=fields)


def _roomy(host: Host, locks: list[Lock]) -> Host:
    """Return a host that takes all whom its locks name: those of one week in one visit."""
    each_week = Counter(lock.week for lock in locks if lock.week)
    visits = max(host.visits, len(each_week))
    shared = (len(locks) + visits - 1) // visits
    most = max(host.max, min(MOST_TOGETHER, max(shared, *each_week.values(), 0)))
    evenly = len(locks) // ((len(locks) + most - 1) // most)
    least = min(each_week.values(), default=evenly)
    return _copied(host, visits=visits, max=most, min=min(host.min, least))
