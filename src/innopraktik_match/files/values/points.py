"""One week, one day or one month as people write it, the day before the month unless the column says not."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from functools import partial
from typing import Literal

from innopraktik_match.domain.names import key
from innopraktik_match.files.raw.cells import Unreadable, shown
from innopraktik_match.files.values.years import Point, Span
from innopraktik_match.texts.demand import MONTHS

Order = Literal["day first", "month first", "doubtful"]

_MONTHS = {
    key(name[:size]): number
    for names in MONTHS.values()
    for number, name in enumerate(names, 1)
    for size in (3, len(name))
} | {"sept": 9}
_WEEKDAY = r"(?:(?:man|tirs|ons|tors|fre|lør|søn)dag(?:en)?\s*(?:d\.|den)?\s*)?"
_FIGURES = re.compile(r"(\d{1,2})\s*[-./]\s*(\d{1,2})\s*[-./]\s*(\d{2}|\d{4})")
_DAY_MONTH = re.compile(r"(\d{1,2})\s*/\s*(\d{1,2})\.?")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NAMED = re.compile(_WEEKDAY + r"(\d{1,2})\.?\s*([a-zæøå]+)\.?(?:\s*(\d{4}|\d{2}))?")
_MONTH = re.compile(r"(?:uge (?:i|in|of) (?:hele )?)?([a-zæøå]+)\.?(?:\s+(\d{4}))?")
_TIME = re.compile(r"[ t]\s*(?:kl\.?\s*)?\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?z?$")
ONE_WEEK = r"(?:(?:(\d{4})-?\s*)?(?:uge|week|u|w)?\s*\.?\s*(\d{1,2})\.?(?:(?:\s*/\s*|\s+i\s+|\s+)(\d{4}))?)"
_WEEK = re.compile(ONE_WEEK)


def month_and_day(text: object) -> tuple[int, int] | None:
    """Return the two first numbers of a date in figures, or None where it is none.

    Examples
    --------
    >>> month_and_day("02/13/2026")
    (2, 13)
    """
    match = _FIGURES.fullmatch(_TIME.sub("", key(text))) if isinstance(text, str) else None
    return (int(match[1]), int(match[2])) if match and len(match[3]) == 4 else None


def has_time(value: object) -> bool:
    """Whether a date comes with a time of the day."""
    if isinstance(value, datetime):
        return bool(value.hour or value.minute or value.second)
    return isinstance(value, str) and bool(_TIME.search(key(value)))


def day(year: int | None, month: int, number: int) -> Point:
    """Return the point of a day."""
    return Point(year, partial(_day_of, month, number), "date_does_not_exist")


def week_point(year: str | None, number: str) -> Point:
    """Return the point of a week by its number."""
    return Point(int(year) if year else None, partial(_monday_of_week, int(number)), "week_does_not_exist")


def read_day(text: str, order: Order = "day first") -> Point | None:
    """Return the day that a text is, or None where it is none.

    Parameters
    ----------
    text : str
    order : {"day first", "month first", "doubtful"}
        What the column says about dates in figures.

    Raises
    ------
    Unreadable
        Where it cannot be decided.
    """
    plain = _TIME.sub("", key(text))
    if match := _ISO.fullmatch(plain):
        return day(int(match[1]), int(match[2]), int(match[3]))
    if match := _FIGURES.fullmatch(plain):
        number, month = _in_order(int(match[1]), int(match[2]), order, text)
        return day(_four_digits(match[3], text), month, number)
    if match := _DAY_MONTH.fullmatch(plain):
        number, month = _in_order(int(match[1]), int(match[2]), order, text)
        return day(None, month, number) if number <= 31 and month <= 12 else None
    match = _NAMED.fullmatch(plain)
    if match and match[2] in _MONTHS:
        return day(_four_digits(match[3], text) if match[3] else None, _MONTHS[match[2]], int(match[1]))
    return None


def read_week(text: str) -> Point | None:
    """Return the week that a text is, or None where it is none."""
    match = _WEEK.fullmatch(text)
    return week_point(match[1] or match[3], match[2]) if match else None


def read_month(text: str) -> Span | None:
    """Return the weeks of a month, as those of a year: the ones whose Thursday lies in it."""
    match = _MONTH.fullmatch(text)
    if not match or match[1] not in _MONTHS:
        return None
    year = int(match[2]) if match[2] else None
    ends = (partial(end, _MONTHS[match[1]]) for end in (_first_monday, _last_monday))
    return Span(*(Point(year, end, "date_does_not_exist") for end in ends))


def _in_order(first: int, second: int, order: Order, text: str) -> tuple[int, int]:
    """Return day and month."""
    if order == "doubtful" and first <= 12:
        raise Unreadable("date_month_first", read=shown(text))
    return (second, first) if order == "month first" else (first, second)


def _four_digits(year: str, text: str) -> int:
    if len(year) == 2:
        raise Unreadable("year_two_digits", read=shown(text))
    return int(year)


def _day_of(month: int, number: int, year: int) -> date:
    return date(year, month, number)


def _monday_of_week(number: int, year: int) -> date:
    return date.fromisocalendar(year, number, 1)


def _first_monday(month: int, year: int) -> date:
    fourth = date(year, month, 4)  # its week has four days of the month at least, so its Thursday too
    return fourth - timedelta(days=fourth.weekday())


def _last_monday(month: int, year: int) -> date:
    after = _first_monday(1, year + 1) if month == 12 else _first_monday(month + 1, year)
    return after - timedelta(weeks=1)
