"""The ISO weeks that a cell names: weeks, dates, months, spans and lists of them."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from innopraktik_match.domain.names import key
from innopraktik_match.files.raw.cells import Unreadable, shown
from innopraktik_match.files.values.open_answers import ANY_WEEK
from innopraktik_match.files.values.points import (
    ONE_WEEK,
    Order,
    day,
    read_day,
    read_month,
    read_week,
    week_point,
)
from innopraktik_match.files.values.years import Point, Span, Years

_AND = re.compile(
    r"[|;,\n\r&+]+|(?:[|;,]\s*)?\s+(?:og/eller|og|eller|el\.?|samt|evt\.?|eventuelt|hhv\.?|and/or|and|or)\s+"
    r"|(?<=\d)(?<!\d{4})\s+(?=uge\b)"
)
_TO = re.compile(
    r"\s+(?:-|–|til|to)\s+|\s*–\s*|(?<=[a-zæøå.])-(?=[a-zæøå\d])|(?:(?<=/\d)|(?<=/\d\d))-(?=\d{1,2}/\d)"
)
_BETWEEN = re.compile(r"\b(?:mellem (.+?) og|between (.+?) and)\b")
_LEAD = re.compile(r"(?:(?:enten|både|kun|fra|i|hele|alle|den|either|only|from|in|all|the|whole|of)\s+)+")
_OPEN = re.compile(r"(?:fra|from|efter|after)(?: og med)? (?!.*(?:\btil\b|\bto\b|\d\s*[-–])).*")
"""From a week on, to an end that nobody names."""
_SPAN = re.compile(r"(\d{1,2})\.?\s*(?:-|–|til|to)\s*(?:den\s+)?(\d{1,2})(\.?\s*[a-zæøå]+\.?(?:\s*\d{4})?)")
_TWO_WEEKS = re.compile(ONE_WEEK + r"\s*(?:-|–|til|to)\s*" + ONE_WEEK)
_EITHER_WEEK = re.compile(r"(?:uge|week|u|w)?\s*\.?\s*(\d{1,2})\s*/\s*(\d{1,2})")


def weeks(value: object, years: Years | int | None, order: Order = "day first") -> tuple[str, ...]:
    """Return ISO weeks: "uge 37", "37-39", "2026-W37", "8. september", a date, a span, or a list of them.

    Parameters
    ----------
    value : object
        The cell.
    years : Years, int or None
        The year of weeks that do not name one, or how it is found; None refuses them.
    order : {"day first", "month first", "doubtful"}
        What the column says about dates in figures.

    Returns
    -------
    tuple of str
        Empty where every week is meant.
    """
    if isinstance(value, (list, tuple)):
        return tuple(week for part in value for week in weeks(part, years, order))
    years = years if isinstance(years, Years) else Years(years)
    found = [week for span in spans(value, order) for week in years.weeks(span, value)]
    return tuple(dict.fromkeys(found))


def week(value: object, years: Years | int | None, order: Order = "day first") -> str:
    """Return the one ISO week of a cell."""
    found = weeks(value, years, order)
    if len(found) != 1:
        raise Unreadable("weeks_unreadable", read=shown(value))
    return found[0]


def spans_without_year(value: object, order: Order) -> list[Span]:
    """Return what a cell names without a year; nothing where it cannot be read."""
    try:
        return [span for span in spans(value, order) if span.bare]
    except Unreadable:
        return []


def spans(value: object, order: Order) -> list[Span]:
    """Return what a cell names, from when to when, before the years are known."""
    if isinstance(value, date):
        return [_alone(day(value.year, value.month, value.day))]
    if isinstance(value, (list, tuple)):
        return [span for part in value for span in spans(part, order)]
    if isinstance(value, bool) or (isinstance(value, float) and not value.is_integer()):
        raise Unreadable("weeks_unreadable", read=shown(value))
    found = _in_text(str(int(value) if isinstance(value, float) else value), order)
    if isinstance(found, Unreadable):
        raise Unreadable(found.code, **found.values)
    return list(found)


@lru_cache(maxsize=2**12)
def _in_text(text: str, order: Order) -> tuple[Span, ...] | Unreadable:
    """Return what a text names, or why it cannot be read; the answers to a question are few."""
    try:
        return _spans(text, order)
    except Unreadable as fault:
        return fault


def _spans(text: str, order: Order) -> tuple[Span, ...]:
    plain = key(text)
    if plain in ANY_WEEK:
        return ()
    plain = re.sub(r"\b(?:uger|ugerne|weeks)\b", "uge", plain).replace("til og med", "til")
    plain = _BETWEEN.sub(lambda match: f"{match[1] or match[2]} til", plain)
    parts = [part for part in (part.strip() for part in _AND.split(plain)) if part]
    if any(_OPEN.fullmatch(part) for part in parts):
        raise Unreadable("weeks_unreadable", read=shown(text))
    return tuple(span for part in parts for span in _part(_bare(part), order, text))


def _bare(part: str) -> str:
    """Return a week or a date without the words before it: "hele uge 37", "fra den 7."."""
    lead = _LEAD.match(part)
    return part[lead.end() :] if lead else part


def _part(part: str, order: Order, text: str) -> list[Span]:
    """Return what one part of a list names."""
    if point := read_day(part, order):
        return [_alone(point)]
    if span := _days(part, order) or read_month(part):
        return [span]
    if point := read_week(part):
        return [_alone(point)]
    if match := _TWO_WEEKS.fullmatch(part):
        ends = week_point(match[1] or match[3], match[2]), week_point(match[4] or match[6], match[5])
        return [Span(*ends)]
    if match := _EITHER_WEEK.fullmatch(part):
        if int(match[1]) >= int(match[2]):
            raise Unreadable("year_two_digits", read=shown(text))
        return [_alone(week_point(None, number)) for number in match.groups()]
    raise Unreadable("weeks_unreadable", read=shown(text))


def _days(part: str, order: Order) -> Span | None:
    """Return a span of days or months: "7.-11. september", "august-september"."""
    match = _SPAN.fullmatch(part)
    ends = [match[1] + match[3], match[2] + match[3]] if match else _TO.split(part)
    if len(ends) != 2:
        return None
    one, other = (_end(_bare(end), order) for end in ends)
    return Span(one.first, other.last) if one and other else None


def _end(text: str, order: Order) -> Span | None:
    point = read_day(text, order)
    return _alone(point) if point else read_month(text)


def _alone(point: Point) -> Span:
    return Span(point, point)
