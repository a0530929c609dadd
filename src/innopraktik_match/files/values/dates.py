"""Dates and ISO weeks as people write them, the day before the month unless the column says not."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import Literal

from innopraktik_match.domain.names import key
from innopraktik_match.domain.when import FIRST_YEAR, LAST_YEAR
from innopraktik_match.files.raw.cells import Unreadable, shown
from innopraktik_match.texts.demand import MONTHS

Order = Literal["day first", "month first", "doubtful"]

MOST_WEEKS = 53
_MONTHS = {
    key(name[:size]): number
    for names in MONTHS.values()
    for number, name in enumerate(names, 1)
    for size in (3, len(name))
}
_DAY = r"(?:(?:man|tirs|ons|tors|fre|lør|søn)dag(?:en)?\s*(?:d\.|den)?\s*)?"
_NUMBERS = re.compile(r"(\d{1,2})\s*[-./]\s*(\d{1,2})\s*[-./]\s*(\d{2}|\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NAMED = re.compile(_DAY + r"(\d{1,2})\.?\s*([a-zæøå]+)\.?\s*(\d{2}|\d{4})")
_SPAN = re.compile(r"(\d{1,2})\.?\s*[-–]\s*(\d{1,2})(\.?\s*[a-zæøå]+\.?\s*\d{4})")
_TIME = re.compile(r"[ t]\s*(?:kl\.?\s*)?\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?z?$")
_AND = re.compile(r"[|;,\n\r&]+|\s+(?:og|and)\s+")
_TO = re.compile(r"\s+(?:-|–|til|to)\s+|\s*–\s*")
_ONE_WEEK = r"(?:(?:(\d{4})-?\s*)?(?:uge|week|u|w)?\s*\.?\s*(\d{1,2})(?:\s*/\s*(\d{4}))?)"
_WEEK = re.compile(_ONE_WEEK)
_WEEKS = re.compile(_ONE_WEEK + r"\s*(?:-|–|til|to)\s*" + _ONE_WEEK)


def month_and_day(text: object) -> tuple[int, int] | None:
    """Return the two first numbers of a date in figures, or None where it is none.

    Examples
    --------
    >>> month_and_day("02/13/2026")
    (2, 13)
    """
    match = _NUMBERS.fullmatch(_TIME.sub("", key(text))) if isinstance(text, str) else None
    return (int(match[1]), int(match[2])) if match and len(match[3]) == 4 else None


def has_time(value: object) -> bool:
    """Whether a date comes with a time of the day."""
    if isinstance(value, datetime):
        return bool(value.hour or value.minute or value.second)
    return isinstance(value, str) and bool(_TIME.search(key(value)))


def read_date(text: str, order: Order = "day first") -> date | None:
    """Return the date that a text is, or None where it is none.

    Parameters
    ----------
    text : str
    order : {"day first", "month first", "doubtful"}
        What the column says about dates in figures.

    Raises
    ------
    Unreadable
        Where it is a date that does not exist or cannot be decided.
    """
    plain = _TIME.sub("", key(text))
    if match := _ISO.fullmatch(plain):
        return _date(int(match[1]), int(match[2]), int(match[3]), text)
    if match := _NUMBERS.fullmatch(plain):
        first, second = int(match[1]), int(match[2])
        if len(match[3]) == 2:
            raise Unreadable("year_two_digits", read=shown(text))
        if order == "doubtful" and first <= 12:
            raise Unreadable("date_month_first", read=shown(text))
        month, day = (first, second) if order == "month first" else (second, first)
        return _date(int(match[3]), month, day, text)
    match = _NAMED.fullmatch(plain)
    if match and match[2] in _MONTHS:
        if len(match[3]) == 2:
            raise Unreadable("year_two_digits", read=shown(text))
        return _date(int(match[3]), _MONTHS[match[2]], int(match[1]), text)
    return None


def _date(year: int, month: int, day: int, value: object) -> date:
    try:
        found = date(year, month, day)
    except ValueError:
        raise Unreadable("date_does_not_exist", read=shown(value)) from None
    return _likely(found, value)


def _likely(found: date, value: object) -> date:
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise Unreadable("date_unlikely", read=shown(value))
    return found


def weeks(value: object, year: int | None, order: Order = "day first") -> tuple[str, ...]:
    """Return ISO weeks: "uge 37", "37-39", "2026-W37", "uge 37/2026", a date, a span, or a list of them.

    Parameters
    ----------
    value : object
        The cell.
    year : int or None
        Year of weeks that do not name one.
    order : {"day first", "month first", "doubtful"}
        What the column says about dates in figures.
    """
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return (_week_of(_likely(value, value)),)
    if isinstance(value, (list, tuple)):
        return tuple(week for part in value for week in weeks(part, year, order))
    if isinstance(value, bool) or (isinstance(value, float) and not value.is_integer()):
        raise Unreadable("weeks_unreadable", read=shown(value))
    if isinstance(value, float):
        value = int(value)
    plain = re.sub(r"\b(?:uger|weeks)\b", "uge", key(str(value)))
    found: list[str] = []
    for part in filter(None, (part.strip() for part in _AND.split(plain))):
        found += _dated(part, order) or _weeks(part, year, value)
    return tuple(dict.fromkeys(found))


def _week_of(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"


def _dated(part: str, order: Order) -> list[str]:
    """Return the weeks of a date or of a span of dates; nothing where the text is neither."""
    day = read_date(part, order)
    if day is not None:
        return [_week_of(day)]
    span = _SPAN.fullmatch(part)
    ends = [span[1] + span[3], span[2] + span[3]] if span else _TO.split(part)
    if len(ends) != 2:
        return []
    first, last = read_date(ends[0], order), read_date(ends[1], order)
    return _from_to(first, last, part) if first and last else []


def _from_to(first: date, last: date, value: object) -> list[str]:
    if first > last:
        raise Unreadable("weeks_reversed", read=shown(value))
    monday = first - timedelta(days=first.weekday())
    count = (last - monday).days // 7 + 1
    if count > MOST_WEEKS:
        raise Unreadable("weeks_unreadable", read=shown(value))
    return [_week_of(monday + timedelta(weeks=n)) for n in range(count)]


def _weeks(part: str, year: int | None, value: object) -> list[str]:
    if match := _WEEK.fullmatch(part):
        return [_week_of(_monday(_year(match[1] or match[3], year, value), match[2], value))]
    match = _WEEKS.fullmatch(part)
    if not match:
        raise Unreadable("weeks_unreadable", read=shown(value))
    named = match[1] or match[3] or match[4] or match[6]
    first_year = _year(match[1] or match[3] or named, year, value)
    last_year = _year(match[4] or match[6] or named, year, value)
    first, last = _monday(first_year, match[2], value), _monday(last_year, match[5], value)
    return _from_to(first, last, value)


def _year(named: str | None, year: int | None, value: object) -> int:
    if named is None and year is None:
        raise Unreadable("week_without_year", read=shown(value))
    found = int(named) if named else year or 0
    if not FIRST_YEAR <= found <= LAST_YEAR:
        raise Unreadable("date_unlikely", read=shown(value))
    return found


def _monday(year: int, week: str, value: object) -> date:
    try:
        return date.fromisocalendar(year, int(week), 1)
    except ValueError:
        raise Unreadable("week_does_not_exist", read=shown(value)) from None


def week(value: object, year: int | None, order: Order = "day first") -> str:
    """Return the one ISO week of a cell."""
    found = weeks(value, year, order)
    if len(found) != 1:
        raise Unreadable("weeks_unreadable", read=shown(value))
    return found[0]
