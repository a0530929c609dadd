"""The working days of a visit: Monday to Friday, without Danish public holidays."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from innopraktik_match.domain.when import DAYS_IN_WEEK

if TYPE_CHECKING:
    from collections.abc import Sequence

LAST_PRAYER_DAY = 2023
AROUND_EASTER = (-3, -2, 1, 39, 50)
"""Maundy Thursday, Good Friday, Easter Monday, Ascension Day, Whit Monday: days after Easter Sunday."""
PRAYER_DAY = 26
FIXED = ((1, 1), (12, 25), (12, 26))
DAY = timedelta(days=1)


def working_days(week: str, days: int | None) -> tuple[date, ...]:
    """Return the first working days of the weeks that a visit takes up; fewer where holidays fill them.

    Parameters
    ----------
    week : str
        ISO week in which the visit begins.
    days : int or None
        Length in working days; None gives every working day of the week.

    Examples
    --------
    >>> [f"{day:%a %d %b}" for day in working_days("2026-W15", 2)]
    ['Tue 07 Apr', 'Wed 08 Apr']
    """
    monday = date.fromisocalendar(int(week[:4]), int(week[6:]), 1)
    weeks = -(-(days or 1) // DAYS_IN_WEEK)
    free = holidays(monday.year) | holidays(monday.year + 1)
    span = (monday + timedelta(days=7 * w + day) for w in range(weeks) for day in range(DAYS_IN_WEEK))
    return tuple(day for day in span if day not in free)[:days]


def runs(days: Sequence[date]) -> list[tuple[date, date]]:
    """Return days as runs without a gap: first and last day of each.

    Examples
    --------
    >>> runs([date(2026, 9, 11), date(2026, 9, 14), date(2026, 9, 15)])[1]
    (datetime.date(2026, 9, 14), datetime.date(2026, 9, 15))
    """
    firsts = [*days[:1], *(after for before, after in pairwise(days) if after - before > DAY)]
    lasts = [*(before for before, after in pairwise(days) if after - before > DAY), *days[-1:]]
    return list(zip(firsts, lasts, strict=True))


@cache
def holidays(year: int) -> frozenset[date]:
    """Return the public holidays of a year that can fall on a working day."""
    easter = easter_sunday(year)
    after = (*AROUND_EASTER, PRAYER_DAY) if year <= LAST_PRAYER_DAY else AROUND_EASTER
    fixed = (date(year, month, day) for month, day in FIXED)
    return frozenset([*(easter + timedelta(days=days) for days in after), *fixed])


def easter_sunday(year: int) -> date:
    """Return Easter Sunday (anonymous Gregorian algorithm, Nature 1876).

    Examples
    --------
    >>> easter_sunday(2026)
    datetime.date(2026, 4, 5)
    """
    golden = year % 19
    century, rest = divmod(year, 100)
    skipped, cycle = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - skipped - correction + 15) % 30
    leap, odd = divmod(rest, 4)
    weekday = (32 + 2 * cycle + 2 * leap - moon - odd) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)
