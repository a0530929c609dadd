"""The round rules in plain Python: rows, their limits, and what loads them."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from innopraktik_match.round import Host, Intern
from innopraktik_match.when import DAYS_IN_WEEK

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from innopraktik_match.checker.option_rules import Facts

Key = tuple[str, ...]
Seat = tuple[Intern, Host, str | None, int | None]
Stay = tuple[Host, str | None, int | None]


class Row(NamedTuple):
    """One row: its limits (None where there is none) and the price of a unit missed (None: hard)."""

    lower: int | None
    upper: int | None
    points: int | None


def weeks_taken(week: str | None, days: int | None) -> tuple[str, ...]:
    """Return the weeks that a visit takes up."""
    return _weeks_taken(week, max(1, -(-(days or 1) // DAYS_IN_WEEK))) if week else ()


@cache
def _weeks_taken(week: str, count: int) -> tuple[str, ...]:
    monday = date.fromisocalendar(int(week[:4]), int(week[6:]), 1)
    found = [(monday + timedelta(weeks=n)).isocalendar() for n in range(count)]
    return tuple(f"{day.year}-W{day.week:02d}" for day in found)


def intern_rows(f: Facts) -> Iterator[tuple[Key, Row]]:
    """intern_visits: at most so many, one at a time, one at each host."""
    for person in f.round.interns:
        yield (person.id,), Row(None, person.visits, None)
        if person.visits > 1:
            for week in f.weeks:
                yield (person.id, "week", week), Row(None, 1, None)
            for host in f.round.hosts:
                if host.visits > 1:
                    yield (person.id, "host", host.id), Row(None, 1, None)


def host_rows(f: Facts) -> Iterator[tuple[Key, Row]]:
    """host_visits: at most so many, in different weeks."""
    for host in f.round.hosts:
        yield (host.id,), Row(None, host.visits, None)
        if host.visits > 1:
            for week in f.weeks:
                yield (host.id, "week", week), Row(None, 1, None)


def lock_rows(f: Facts) -> Iterator[tuple[Key, Row]]:
    """lock: agreed visits stay."""
    for lock in f.round.locks:
        yield (lock.intern, lock.host, lock.week or "", str(lock.days or "")), Row(1, None, None)


def placed_rows(f: Facts) -> Iterator[tuple[Key, Row]]:
    """placed: everybody gets a visit."""
    for person in f.round.interns:
        yield (person.id,), Row(1, None, _price(f, "placed"))


def visits_rows(f: Facts) -> Iterator[tuple[Key, Row]]:
    """visits: those who wish several get several."""
    for person in f.round.interns:
        if person.visits > 1:
            yield (person.id,), Row(person.visits, None, _price(f, "visits"))


def priority_rows(f: Facts) -> Iterator[tuple[Key, Row]]:
    """priority: those turned away before get a visit."""
    for person in f.round.interns:
        if person.priority > 0:
            yield (person.id,), Row(person.priority, None, _price(f, "priority"))


def empty_rows(f: Facts) -> Iterator[tuple[Key, Row]]:
    """empty_hosts: every host gets a visit."""
    for host in f.round.hosts:
        yield (host.id,), Row(1, None, _price(f, "empty_hosts"))


def quota_rows(f: Facts) -> Iterator[tuple[Key, Row]]:
    """quota: named groups get at least, or at most, so many places."""
    for number, limit in enumerate(f.rules.quota.limits):
        yield (str(number),), Row(limit.min, limit.max, _price(f, "quota"))


ROUND_RULES: dict[str, Callable[[Facts], Iterator[tuple[Key, Row]]]] = {
    "intern_visits": intern_rows,
    "host_visits": host_rows,
    "lock": lock_rows,
    "placed": placed_rows,
    "visits": visits_rows,
    "priority": priority_rows,
    "empty_hosts": empty_rows,
    "quota": quota_rows,
}
PEAK = "worst_off"


def seat_loads(f: Facts, seat: Seat) -> Iterator[tuple[str, Key, int]]:
    """Yield (rule, key, load) of one intern's part in one visit."""
    intern, host, week, days = seat
    yield "intern_visits", (intern.id,), 1
    if intern.visits > 1:
        for taken in weeks_taken(week, days):
            if taken in f.weeks:
                yield "intern_visits", (intern.id, "week", taken), 1
        if host.visits > 1:
            yield "intern_visits", (intern.id, "host", host.id), 1
        yield "visits", (intern.id,), 1
    yield "placed", (intern.id,), 1
    if intern.priority:
        yield "priority", (intern.id,), intern.priority
    for lock in locks_of(f, intern.id, host.id):
        if lock_agrees(f, lock, week, days):
            yield "lock", lock, 1
    for number, members in enumerate(f.quotas):
        who = intern.id if f.rules.quota.limits[number].of == "interns" else host.id
        if who in members:
            yield "quota", (str(number),), 1


def stay_loads(f: Facts, stay: Stay) -> Iterator[tuple[str, Key, int]]:
    """Yield (rule, key, load) of one visit, whoever comes."""
    host, week, days = stay
    yield "host_visits", (host.id,), 1
    if host.visits > 1:
        for taken in weeks_taken(week, days):
            if taken in f.weeks:
                yield "host_visits", (host.id, "week", taken), 1
    yield "empty_hosts", (host.id,), 1


def locks_of(f: Facts, intern: str, host: str) -> Iterable[Key]:
    """Return the keys of the locks of one pair."""
    return [
        (lock.intern, lock.host, lock.week or "", str(lock.days or ""))
        for lock in f.locks.get((intern, host), ())
    ]


def lock_agrees(f: Facts, lock: Key, week: str | None, days: int | None) -> bool:
    """Whether a slot is the one that the lock names."""
    return (not lock[2] or not f.weeks or lock[2] == week) and (not lock[3] or lock[3] == str(days))


def _price(f: Facts, rule: str) -> int | None:
    settings = getattr(f.rules, rule)
    if settings.hard:
        return None
    return settings.points if settings.on else 0
