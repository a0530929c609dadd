"""The slots of a round, from docs/model.md: every week with every length."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from innopraktik_match.domain.round import Host, Intern, Round

DAYS_IN_WEEK = 5
MOST_DAYS = 10


class Slot(NamedTuple):
    """The week in which a visit begins and its working days; None where the round says nothing."""

    week: str | None
    days: int | None


def people_of(round: Round) -> tuple[Intern | Host, ...]:
    """Return the interns and the hosts."""
    return (*round.interns, *round.hosts)


def slots_of(round: Round) -> list[Slot]:
    """Return the slots; one empty slot where nobody names a week or a length."""
    lengths = lengths_of(round) or (None,)
    return [Slot(week, days) for week in weeks_of(round) or (None,) for days in lengths]


def weeks_of(round: Round) -> list[str]:
    """Return the policy's weeks, or else those that anybody or a lock names, in order."""
    named = list(round.policy.weeks)
    if not named:
        for person in people_of(round):
            named += person.weeks
        named += [lock.week for lock in round.locks if lock.week]
    return sorted(set(named))


def year_of(round: Round) -> int | None:
    """Return the year whose regions hold: the policy's, or else that of the first week."""
    first = weeks_of(round)[:1]
    return round.policy.year or (int(first[0].split("-")[0]) if first else None)


def lengths_of(round: Round) -> list[int]:
    """Return the lengths that a lock names or anybody accepts, single numbers within the tolerance."""
    accepted = {lock.days for lock in round.locks}
    for wish in {person.days for person in people_of(round)}:
        if wish is not None:
            more = round.policy.rules.duration.tolerance if wish.about else 0
            accepted |= {*range(wish.min - more, wish.max + more + 1)}
    return [days for days in range(1, MOST_DAYS + 1) if days in accepted]


def weeks_taken(week: str | None, days: int | None) -> tuple[str, ...]:
    """Return the weeks that a visit takes up."""
    return _weeks_taken(week, max(1, -(-(days or 1) // DAYS_IN_WEEK))) if week else ()


@cache
def _weeks_taken(week: str, count: int) -> tuple[str, ...]:
    monday = date.fromisocalendar(int(week[:4]), int(week[6:]), 1)
    found = [(monday + timedelta(weeks=n)).isocalendar() for n in range(count)]
    return tuple(f"{day.year}-W{day.week:02d}" for day in found)
