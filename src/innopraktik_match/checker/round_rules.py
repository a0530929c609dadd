"""The round rules in plain Python: rows, their limits, and what loads them."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from innopraktik_match.checker.slots import DAYS_IN_WEEK

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from innopraktik_match.checker.facts import Facts
    from innopraktik_match.domain.round import Host, Intern

Key = tuple[str, ...]
Load = tuple[str, Key, int]  # rule, key, how much


class Row(NamedTuple):
    """One row of a round rule.

    Attributes
    ----------
    lower, upper : int or None
        None where there is no limit.
    price : int or None
        Points for one of the amount; None where the row is hard.
    weight : int
        The amount of one visit (or place) missed.
    """

    lower: int | None
    upper: int | None
    price: int | None
    weight: int = 1

    @property
    def points(self) -> int | None:
        """Points for one visit missed; None where the row is hard."""
        return None if self.price is None else self.price * self.weight


def weeks_taken(week: str | None, days: int | None) -> tuple[str, ...]:
    """Return the weeks that a visit takes up."""
    return _weeks_taken(week, max(1, -(-(days or 1) // DAYS_IN_WEEK))) if week else ()


@cache
def _weeks_taken(week: str, count: int) -> tuple[str, ...]:
    monday = date.fromisocalendar(int(week[:4]), int(week[6:]), 1)
    found = [(monday + timedelta(weeks=n)).isocalendar() for n in range(count)]
    return tuple(f"{day.year}-W{day.week:02d}" for day in found)


def intern_visits(facts: Facts, key: Key) -> Row | None:
    """At most so many, one at a time, one at each host."""
    person = facts.interns.get(key[0]) if key else None
    match key[1:]:
        case () if person:
            return Row(None, person.visits, None)
        case ("week", week) if person and person.visits > 1 and week in facts.weeks:
            return Row(None, 1, None)
        case ("host", host) if (
            person and person.visits > 1 and host in facts.hosts and facts.hosts[host].visits > 1
        ):
            return Row(None, 1, None)
    return None


def host_visits(facts: Facts, key: Key) -> Row | None:
    """At most so many, in different weeks."""
    host = facts.hosts.get(key[0]) if key else None
    match key[1:]:
        case () if host:
            return Row(None, host.visits, None)
        case ("week", week) if host and host.visits > 1 and week in facts.weeks:
            return Row(None, 1, None)
    return None


def lock(facts: Facts, key: Key) -> Row | None:
    """Agreed visits stay."""
    return Row(1, None, None) if len(key) == 4 and key in locks_of(facts, key[0], key[1]) else None


def placed(facts: Facts, key: Key) -> Row | None:
    """Everybody gets a visit."""
    return Row(1, None, _price(facts, "placed")) if _alone(key) in facts.interns else None


def visits(facts: Facts, key: Key) -> Row | None:
    """Those who wish several get several."""
    person = facts.interns.get(_alone(key))
    return Row(person.visits, None, _price(facts, "visits")) if person and person.visits > 1 else None


def priority(facts: Facts, key: Key) -> Row | None:
    """Those turned away before get a visit."""
    person = facts.interns.get(_alone(key))
    return Row(1, None, _price(facts, "priority"), person.priority) if person and person.priority else None


def empty_hosts(facts: Facts, key: Key) -> Row | None:
    """Every host gets a visit."""
    return Row(1, None, _price(facts, "empty_hosts")) if _alone(key) in facts.hosts else None


def quota(facts: Facts, key: Key) -> Row | None:
    """Named groups get at least, or at most, so many places."""
    for number, limit in enumerate(facts.rules.quota.limits):
        if key == (str(number),):
            return Row(limit.min, limit.max, _price(facts, "quota"))
    return None


ROUND_RULES: dict[str, Callable[[Facts, Key], Row | None]] = {
    "intern_visits": intern_visits,
    "host_visits": host_visits,
    "lock": lock,
    "placed": placed,
    "visits": visits,
    "priority": priority,
    "empty_hosts": empty_hosts,
    "quota": quota,
}
PEAK = "worst_off"


def demands(facts: Facts, rule: str) -> Iterator[Key]:
    """Yield the keys of a rule's rows that a plan without visits can miss."""
    if rule == "lock":
        for intern, host in facts.locks:
            yield from locks_of(facts, intern, host)
    elif rule == "quota":
        yield from ((str(number),) for number in range(len(facts.quotas)))
    elif rule == "empty_hosts":
        yield from ((host,) for host in facts.hosts)
    elif rule in ("placed", "visits", "priority"):
        yield from ((intern,) for intern in facts.interns)


def seat_loads(
    facts: Facts, intern: Intern, host: Host, week: str | None, days: int | None
) -> Iterator[Load]:
    """Yield the loads of one intern's part in one visit."""
    yield from intern_loads(facts, intern)
    yield from host_loads(facts, host)
    yield from pair_loads(facts, intern, host)
    yield from week_loads(facts, intern, week, days)
    yield from lock_loads(facts, intern, host, week, days)


def intern_loads(facts: Facts, intern: Intern) -> Iterator[Load]:
    """Yield the loads of an intern's part that are the same at every host and in every slot."""
    yield "intern_visits", (intern.id,), 1
    yield "placed", (intern.id,), 1
    if intern.visits > 1:
        yield "visits", (intern.id,), 1
    if intern.priority:
        yield "priority", (intern.id,), 1
    yield from _quota_loads(facts, "interns", intern.id)


def host_loads(facts: Facts, host: Host) -> Iterator[Load]:
    """Yield the loads of anybody's part at a host."""
    yield from _quota_loads(facts, "hosts", host.id)


def pair_loads(facts: Facts, intern: Intern, host: Host) -> Iterator[Load]:
    """Yield the loads of one intern's part at one host in any slot."""
    if intern.visits > 1 and host.visits > 1:
        yield "intern_visits", (intern.id, "host", host.id), 1


def week_loads(facts: Facts, intern: Intern, week: str | None, days: int | None) -> Iterator[Load]:
    """Yield the loads of one intern's part in one slot at any host."""
    if intern.visits > 1:
        for taken in weeks_taken(week, days):
            if taken in facts.weeks:
                yield "intern_visits", (intern.id, "week", taken), 1


def lock_loads(
    facts: Facts, intern: Intern, host: Host, week: str | None, days: int | None
) -> Iterator[Load]:
    """Yield the loads of a pair's part on its locks."""
    for lock in locks_of(facts, intern.id, host.id):
        if (not lock[2] or not facts.weeks or lock[2] == week) and (not lock[3] or lock[3] == str(days)):
            yield "lock", lock, 1


def stay_loads(facts: Facts, host: Host, week: str | None, days: int | None) -> Iterator[Load]:
    """Yield the loads of one visit, whoever comes."""
    yield "host_visits", (host.id,), 1
    yield "empty_hosts", (host.id,), 1
    if host.visits > 1:
        for taken in weeks_taken(week, days):
            if taken in facts.weeks:
                yield "host_visits", (host.id, "week", taken), 1


def locks_of(facts: Facts, intern: str, host: str) -> list[Key]:
    """Return the keys of the locks of one pair."""
    return [
        (lock.intern, lock.host, lock.week or "", str(lock.days or ""))
        for lock in facts.locks.get((intern, host), ())
    ]


def _quota_loads(facts: Facts, of: str, who: str) -> Iterator[Load]:
    for number, members in enumerate(facts.quotas):
        if facts.rules.quota.limits[number].of == of and who in members:
            yield "quota", (str(number),), 1


def _alone(key: Key) -> str:
    """Return the one word of a key; of another key a word that names nobody."""
    return key[0] if len(key) == 1 else ""


def _price(facts: Facts, rule: str) -> int | None:
    settings = getattr(facts.rules, rule)
    if settings.hard:
        return None
    return settings.points if settings.on else 0
