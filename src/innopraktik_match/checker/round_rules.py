"""The round rules in plain Python: rows, their limits, and what loads them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innopraktik_match.checker.even import even, even_shares
from innopraktik_match.checker.own import own_round, own_words
from innopraktik_match.checker.planned import (
    all_planned,
    changes_limit,
    every_planned_host,
    every_planned_slot,
    host_of_planned,
    planned_and_kept,
    planned_host,
    planned_pairs,
    planned_slot,
    slot_of_planned,
)
from innopraktik_match.checker.quotas import every_quota, quota, quotas
from innopraktik_match.checker.rows import Row, Shape, at_most, price_of, raised
from innopraktik_match.checker.slots import weeks_taken

if TYPE_CHECKING:
    from collections.abc import Iterator

    from innopraktik_match.checker.facts import Facts
    from innopraktik_match.checker.rows import Key
    from innopraktik_match.domain.round import Host, Intern

ONE = Row(None, 1, None)


# -- rows: at most --------------------------------------------------------------------------


def intern_visits(facts: Facts, key: Key) -> Row | None:
    """An intern makes at most the wished visits."""
    person = facts.interns.get(_alone(key))
    return raised(None, facts.wished[person.id], person.visits) if person else None


def intern_week(facts: Facts, key: Key) -> Row | None:
    """One visit at a time."""
    match key:
        case (name, "week", week) if _several(facts.interns.get(name)) and week in facts.weeks:
            return ONE
    return None


def intern_host(facts: Facts, key: Key) -> Row | None:
    """One visit at each host."""
    match key:
        case (intern, "host", host) if _several(facts.interns.get(intern)) and _several(
            facts.hosts.get(host)
        ):
            return ONE
    return None


def host_visits(facts: Facts, key: Key) -> Row | None:
    """A host receives at most the visits it offers."""
    host = facts.hosts.get(_alone(key))
    return raised(None, facts.offered[host.id].visits, host.visits) if host else None


def host_week(facts: Facts, key: Key) -> Row | None:
    """In different weeks."""
    match key:
        case (name, "week", week) if _several(facts.hosts.get(name)) and week in facts.weeks:
            return ONE
    return None


def same_workplace_limit(facts: Facts, key: Key) -> Row | None:
    """A host receives only so many from one workplace."""
    most = facts.rules.same_workplace_limit.limit
    match key:
        case (host, workplace) if host in facts.hosts and workplace and facts.staff[workplace] > most:
            decided = sum(
                facts.workplace(facts.interns[one]) == workplace for one in facts.accepted.get(host, ())
            )
            return at_most(facts, "same_workplace_limit", None, most, decided)
    return None


def host_present(facts: Facts, key: Key) -> Row | None:
    """The contact is at home in the week of the host's own visit."""
    if len(key) != 3 or key[1] not in facts.contact_of.get(key[0], ()) or key[2] not in facts.weeks:
        return None
    away, visited = facts.busy
    both = key[2] in away.get(key[0], ()) and key[2] in visited.get(key[1], ())
    return at_most(facts, "host_present", None, 1, 2 if both else 0)


# -- rows: at least -------------------------------------------------------------------------


def lock(facts: Facts, key: Key) -> Row | None:
    """Agreed visits stay."""
    return Row(1, None, None) if len(key) == 4 and key in locks_of(facts, key[0], key[1]) else None


def placed(facts: Facts, key: Key) -> Row | None:
    """Everybody gets a visit."""
    return Row(1, None, price_of(facts, "placed")) if _alone(key) in facts.interns else None


def visits(facts: Facts, key: Key) -> Row | None:
    """Those who wish several get several."""
    person = facts.interns.get(_alone(key))
    return Row(person.visits, None, price_of(facts, "visits")) if person and person.visits > 1 else None


def priority(facts: Facts, key: Key) -> Row | None:
    """Those turned away before get a visit."""
    person = facts.interns.get(_alone(key))
    return Row(1, None, price_of(facts, "priority"), person.priority) if person and person.priority else None


def empty_hosts(facts: Facts, key: Key) -> Row | None:
    """Every host gets a visit."""
    return Row(1, None, price_of(facts, "empty_hosts")) if _alone(key) in facts.hosts else None


# -- loads ----------------------------------------------------------------------------------


def the_intern(facts: Facts, intern: Intern) -> Iterator[Key]:
    """Every visit of the intern."""
    yield (intern.id,)


def several_visits(facts: Facts, intern: Intern) -> Iterator[Key]:
    """Every visit of an intern who wishes several."""
    if intern.visits > 1:
        yield (intern.id,)


def priority_first(facts: Facts, intern: Intern) -> Iterator[Key]:
    """Every visit of an intern with priority."""
    if intern.priority:
        yield (intern.id,)


def weeks_of_intern(facts: Facts, intern: Intern, week: str | None, days: int | None) -> Iterator[Key]:
    """Every week that a visit takes up."""
    for taken in weeks_taken(week, days) if intern.visits > 1 else ():
        if taken in facts.weeks:
            yield intern.id, "week", taken


def host_of_intern(facts: Facts, intern: Intern, host: Host) -> Iterator[Key]:
    """Every visit of the intern to the host."""
    if intern.visits > 1 and host.visits > 1:
        yield intern.id, "host", host.id


def workplace_at_host(facts: Facts, intern: Intern, host: Host) -> Iterator[Key]:
    """Every visit of the intern's workplace to the host."""
    workplace = facts.workplace(intern)
    if workplace and facts.staff[workplace] > facts.rules.same_workplace_limit.limit:
        yield host.id, workplace


def locks_kept(facts: Facts, intern: Intern, host: Host, week: str | None, days: int | None) -> Iterator[Key]:
    """The locks that a visit of the pair agrees with."""
    for key in locks_of(facts, intern.id, host.id):
        if (not key[2] or not facts.weeks or key[2] == week) and (not key[3] or key[3] == str(days)):
            yield key


def the_host(facts: Facts, host: Host) -> Iterator[Key]:
    """Every visit to the host."""
    yield (host.id,)


def weeks_of_host(facts: Facts, host: Host, week: str | None, days: int | None) -> Iterator[Key]:
    """Every week that a visit takes up."""
    for taken in weeks_taken(week, days) if host.visits > 1 else ():
        if taken in facts.weeks:
            yield host.id, "week", taken


def weeks_away(facts: Facts, intern: Intern, week: str | None, days: int | None) -> Iterator[Key]:
    """Every week that a host's contact is away."""
    for host in facts.contact_of.get(intern.id, ()):
        yield from ((intern.id, host, taken) for taken in weeks_taken(week, days) if taken in facts.weeks)


def weeks_at_home(facts: Facts, host: Host, week: str | None, days: int | None) -> Iterator[Key]:
    """Every week that the host needs its contact."""
    for intern in facts.contacts_at.get(host.id, ()):
        yield from ((intern, host.id, taken) for taken in weeks_taken(week, days) if taken in facts.weeks)


# -- what a plan without visits can miss ----------------------------------------------------


def every_intern(facts: Facts) -> Iterator[Key]:
    """A row for each intern."""
    yield from ((intern,) for intern in facts.interns)


def every_host(facts: Facts) -> Iterator[Key]:
    """A row for each host."""
    yield from ((host,) for host in facts.hosts)


def every_lock(facts: Facts) -> Iterator[Key]:
    """A row for each lock."""
    for intern, host in facts.locks:
        yield from locks_of(facts, intern, host)


ROUND_RULES: dict[str, tuple[Shape, ...]] = {
    "intern_visits": (
        Shape("intern", intern_visits, the_intern),
        Shape("intern slot", intern_week, weeks_of_intern),
        Shape("pair", intern_host, host_of_intern),
    ),
    "host_visits": (
        Shape("visit", host_visits, the_host),
        Shape("visit slot", host_week, weeks_of_host),
    ),
    "lock": (Shape("pair slot", lock, locks_kept, every_lock),),
    "placed": (Shape("intern", placed, the_intern, every_intern),),
    "visits": (Shape("intern", visits, several_visits, every_intern),),
    "priority": (Shape("intern", priority, priority_first, every_intern),),
    "empty_hosts": (Shape("visit", empty_hosts, the_host, every_host),),
    "quota": (
        Shape("intern", quota("interns"), quotas("interns"), every_quota),
        Shape("host", quota("hosts"), quotas("hosts"), every_quota),
        Shape("visit", quota("visits"), quotas("visits"), every_quota),
    ),
    "changes": (
        Shape("pair", host_of_planned, planned_host, every_planned_host),
        Shape("pair slot", slot_of_planned, planned_slot, every_planned_slot),
    ),
    "changes_limit": (Shape("pair slot", changes_limit, planned_and_kept, all_planned, planned_pairs),),
    "even": (Shape("host", even, even_shares),),
    "own_round": (Shape("pair", own_round, own_words),),
    "same_workplace_limit": (Shape("pair", same_workplace_limit, workplace_at_host),),
    "host_present": (
        Shape("intern slot", host_present, weeks_away),
        Shape("visit slot", host_present, weeks_at_home),
    ),
}
PEAK = "worst_off"


def locks_of(facts: Facts, intern: str, host: str) -> list[Key]:
    """Return the keys of the locks of one pair."""
    return [
        (lock.intern, lock.host, lock.week or "", str(lock.days or ""))
        for lock in facts.locks.get((intern, host), ())
    ]


def _several(person: Intern | Host | None) -> bool:
    return person is not None and person.visits > 1


def _alone(key: Key) -> str:
    """Return the one word of a key; of another key a word that names nobody."""
    return key[0] if len(key) == 1 else ""
