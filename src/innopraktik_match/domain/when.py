"""When a visit can be: weeks, lengths in working days, and slots of both."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Self

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    PlainSerializer,
    StrictBool,
    StrictInt,
    WithJsonSchema,
    model_validator,
)

from innopraktik_match.domain.record import Record

DAYS_IN_WEEK = 5
MOST_DAYS = 10
FIRST_YEAR, LAST_YEAR = 2000, 2100


def existing_week(week: str) -> str:
    """Return an ISO week as it is; raise ValueError where the calendar has none such."""
    match = re.fullmatch(r"(\d{4})-W(\d{2})", week)
    if not match:
        raise ValueError('a week is written "2026-W37" (a bare number needs policy.year)')
    if not FIRST_YEAR <= int(match[1]) <= LAST_YEAR:
        raise ValueError(f"the year of a week is {FIRST_YEAR} to {LAST_YEAR}")
    date.fromisocalendar(int(match[1]), int(match[2]), 1)
    return week


_WEEK = {
    "description": 'An ISO week, "2026-W37"; or its bare number, which belongs to policy.year.',
    "anyOf": [
        {"type": "string", "pattern": r"^\s*\d{4}-W\d{2}\s*$"},
        {"type": "integer", "minimum": 1, "maximum": 53},
    ],
}
Week = Annotated[str, AfterValidator(existing_week), WithJsonSchema(_WEEK)]
Weeks = tuple[Week, ...]


class Days(Record):
    """Wished length of a visit, in working days.

    Attributes
    ----------
    min, max : int
        Every length from `min` to `max` is equally fine.
    about : bool
        A single number was given: a wish with a tolerance (`policy.rules.duration`).
    """

    min: Annotated[StrictInt, Field(ge=1, le=MOST_DAYS)]
    max: Annotated[StrictInt, Field(ge=1, le=MOST_DAYS)]
    about: StrictBool = False

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.min > self.max:
            raise ValueError(f"min {self.min} is above max {self.max}")
        if self.about and self.min != self.max:
            raise ValueError("about means one number: min and max must be equal")
        return self


def _days(value: object) -> object:
    """Read "2-5", 3 or {"min": 2, "max": 5}."""
    if isinstance(value, bool):
        raise ValueError('days are written 3, "2-5" or {"min": 2, "max": 5}')
    if isinstance(value, int):
        return {"min": value, "max": value, "about": True}
    if isinstance(value, str):
        match = re.fullmatch(r"\s*(\d+)\s*(?:[-\u2013]\s*(\d+)\s*)?", value)
        if not match:
            raise ValueError('days are written 3, "2-5" or {"min": 2, "max": 5}')
        if match[2] is None:
            return _days(int(match[1]))
        return {"min": int(match[1]), "max": int(match[2])}
    return value


def _plain_days(days: Days | None) -> object:
    if days is None:
        return None
    return days.min if days.about else {"min": days.min, "max": days.max}


_DAYS = {
    "description": 'Working days: 3 (a wish with a tolerance), "2-5" or {"min": 2, "max": 5}.',
    "anyOf": [
        {"type": "integer", "minimum": 1, "maximum": MOST_DAYS},
        {"type": "string", "pattern": "^\\s*\\d+\\s*([-\u2013]\\s*\\d+\\s*)?$"},
        Days.model_json_schema(),
        {"type": "null"},
    ],
}
DaysWish = Annotated[Days | None, BeforeValidator(_days), PlainSerializer(_plain_days), WithJsonSchema(_DAYS)]


class Slot(Record):
    """When a visit begins and how many working days it takes; None where the round says nothing."""

    week: Week | None = None
    days: StrictInt | None = None
