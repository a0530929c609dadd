"""The year of weeks and days that do not name one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from innopraktik_match.domain.when import FIRST_YEAR, LAST_YEAR
from innopraktik_match.files.raw.cells import Unreadable, shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

MOST_WEEKS = 53
OVER_NEW_YEAR = 13
"""Weeks that a list or a span may take across New Year; what would take more was meant within one year."""
WITHIN_A_YEAR = 26
"""Weeks without anybody between the last week of a winter and the first of the next."""


def today() -> date:
    """Return today's date: the one clock that reading looks at."""
    return date.today()


def coming_year(week: int) -> int:
    """Return the year in which a week comes next, this one included until its Monday has passed."""
    this = today()
    return this.year + (date.fromisocalendar(this.year, week, 1) < this)


class Point(NamedTuple):
    """A week or a day as a cell names it.

    Attributes
    ----------
    year : int or None
        None where the cell does not name it.
    day_in : callable
        Year -> the day, or the Monday of the week; raises ValueError where that year has none such.
    missing : str
        Code of the issue where the calendar has none such.
    """

    year: int | None
    day_in: Callable[[int], date]
    missing: str


class Span(NamedTuple):
    """The weeks from one point to another."""

    first: Point
    last: Point

    @property
    def bare(self) -> bool:
        """Whether neither end names its year."""
        return self.first.year is None and self.last.year is None


@dataclass(frozen=True)
class Years:
    """How the year is found where a cell does not name it.

    Attributes
    ----------
    known : int or None
        The year of the round.
    since : date or None
        Where no year is known, the first week that begins on this day or later is meant.
    next_until : int
        Weeks up to this number belong to the year after the known one.
    """

    known: int | None = None
    since: date | None = None
    next_until: int = 0

    def weeks(self, span: Span, value: object) -> list[str]:
        """Return the ISO weeks of a span.

        Parameters
        ----------
        span : Span
        value : object
            The cell, for messages.
        """
        first = self._day(span.first, span.last.year, value)
        monday = first - timedelta(days=first.weekday())
        last = replace(self, since=monday)._day(span.last, span.first.year, value)
        count = (last - monday).days // 7 + 1
        assumed = span.bare and self.known is None
        turns = last.isocalendar().year > first.isocalendar().year
        if first > last or (assumed and turns and count > OVER_NEW_YEAR):
            raise Unreadable("weeks_reversed", read=shown(value))
        if count > MOST_WEEKS:
            raise Unreadable("weeks_unreadable", read=shown(value))
        return [iso_week(monday + timedelta(weeks=n)) for n in range(count)]

    def readable(self, span: Span) -> list[str]:
        """Return the ISO weeks of a span; nothing where the calendar has none such."""
        try:
            return self.weeks(span, None)
        except Unreadable:
            return []

    def _day(self, point: Point, other: int | None, value: object) -> date:
        """Return the day of a point; the year at the other end of its span serves both."""
        named = other if point.year is None else point.year
        year = self.known if named is None else named
        if year is None:
            return self._coming(point, value)
        _require_likely(year, value)
        try:
            found = point.day_in(year)
            moved = named is None and found.isocalendar().week <= self.next_until
            return point.day_in(year + 1) if moved else found
        except ValueError:
            raise Unreadable(point.missing, read=shown(value)) from None

    def _coming(self, point: Point, value: object) -> date:
        """Return the first such day whose week begins within a year."""
        if self.since is None:
            raise Unreadable("week_without_year", read=shown(value))
        for year in range(self.since.year, self.since.year + 3):
            try:
                found = point.day_in(year)
            except ValueError:
                continue
            if 0 <= (found - self.since).days - found.weekday() < 7 * MOST_WEEKS:
                return found
        raise Unreadable(point.missing, read=shown(value))


def half_a_year_before(weeks: Iterable[str | None]) -> date | None:
    """Return a day from which on a week without a year lies near the first of some weeks, before or after."""
    named = sorted(week for week in weeks if week)
    if not named:
        return None
    year, week = named[0].split("-W")
    return date.fromisocalendar(int(year), int(week), 1) - timedelta(weeks=WITHIN_A_YEAR)


def years_of(spans: Iterable[Span], known: int | None, since: date | None = None) -> Years:
    """Return how the year is found in a table.

    Parameters
    ----------
    spans : iterable of Span
        Those of the table that name no year.
    known : int or None
        The year of the round.
    since : date, optional
        Where no year is known, weeks are the first from here on, not from today.

    Returns
    -------
    Years
        Where the weeks go over New Year (50, 51, 1, 2), the early ones belong to the year after `known`.
    """
    if known is None:
        return Years(since=since or today())
    within = Years(known)
    numbers: set[int] = set()
    for span in spans:
        ends = (Span(point, point) for point in span)
        weeks = within.readable(span) or [week for end in ends for week in within.readable(end)]
        numbers.update(int(week[6:]) for week in weeks)
    return Years(known, next_until=_turn(sorted(numbers)))


def years_of_weeks(weeks: Sequence[str], known: int | None) -> Years:
    """Return the years of the weeks of a round: those that go over New Year belong to the second of two.

    Parameters
    ----------
    weeks : sequence of str
        ISO weeks in order.
    known : int or None
        The year of a round without weeks.
    """
    if not weeks:
        return Years(known)
    first = int(weeks[0][:4])
    after = [int(week[6:]) for week in weeks if int(week[:4]) == first + 1]
    return Years(first, next_until=max(after, default=0))


def _turn(numbers: list[int]) -> int:
    """Return the last of the weeks that lie after New Year, 0 where all lie within one year."""
    gap, before = max(((after - before, before) for before, after in pairwise(numbers)), default=(0, 0))
    if gap <= WITHIN_A_YEAR or numbers[0] + 52 - numbers[-1] > OVER_NEW_YEAR:
        return 0
    return before


def iso_week(day: date) -> str:
    """Return the ISO week of a day.

    Examples
    --------
    >>> iso_week(date(2027, 1, 1))
    '2026-W53'
    """
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"


def _require_likely(year: int, value: object) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Unreadable("date_unlikely", read=shown(value))
