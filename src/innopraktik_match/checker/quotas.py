"""Quotas in plain Python: their rows, and what loads them."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from innopraktik_match.checker.rows import Row, at_most

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from innopraktik_match.checker.facts import Facts
    from innopraktik_match.checker.rows import Key
    from innopraktik_match.domain.round import Host, Intern


def quota(of: str) -> Callable[[Facts, Key], Row | None]:
    """Named groups of interns, or of hosts, get at least, or at most, so many places or visits."""

    def row(facts: Facts, key: Key) -> Row | None:
        for number, limit in enumerate(facts.rules.quota.limits):
            if limit.of == of and key == (str(number),):
                decided = needed(facts, of, facts.quotas[number])
                return at_most(facts, "quota", limit.min, limit.max, decided)
        return None

    return row


def needed(facts: Facts, of: str, members: set[str]) -> int:
    """Return how many places decisions take, or how many visits they can share at least."""
    if of != "visits":
        side = 0 if of == "interns" else 1
        return sum(pair[side] in members for pair in facts.decided_pairs)
    visits = 0
    for host in members & set(facts.accepted):
        locks = [lock for (_, there), lock in facts.decided_pairs.items() if there == host]
        weeks = {lock.week for lock in locks if lock.week in facts.weeks}
        visits += max(len(weeks), ceil(len(locks) / facts.hosts[host].max))
    return visits


def quotas(of: str) -> Callable[[Facts, Intern | Host], Iterator[Key]]:
    """Every quota that counts the intern, or the host."""

    def loads(facts: Facts, person: Intern | Host) -> Iterator[Key]:
        for number, members in enumerate(facts.quotas):
            if facts.rules.quota.limits[number].of == of and person.id in members:
                yield (str(number),)

    return loads


def every_quota(facts: Facts) -> Iterator[Key]:
    """A row for each quota."""
    yield from ((str(number),) for number in range(len(facts.quotas)))
