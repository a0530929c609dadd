"""Days, weeks and other values as people write them."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest

from innopraktik_match.files.raw.cells import Unreadable
from innopraktik_match.files.values.cell_values import days, read_value
from innopraktik_match.files.values.dates import weeks

if TYPE_CHECKING:
    pass


@pytest.mark.parametrize(
    ("read", "expected"),
    [
        (3, (3, 3, True)),
        ("3 dage", (3, 3, True)),
        ("ca. 3", (3, 3, True)),
        ("2-5", (2, 5, False)),
        ("3-3", (3, 3, False)),
        ("2 til 3 dage", (2, 3, False)),
        ("2–3 days", (2, 3, False)),
        ("max 3", (1, 3, False)),
        ("højst 4 dage", (1, 4, False)),
        ("3+", (3, 10, False)),
        ("mindst 2", (2, 10, False)),
        ("2½", (2, 3, False)),
        ("2,5 dage", (2, 3, False)),
        (2.5, (2, 3, False)),
    ],
)
def test_days_are_read_as_people_write_them(read: object, expected: tuple[Any, ...]) -> None:
    assert tuple(days(read).values()) == expected


@pytest.mark.parametrize("read", ["3-6 mdr", "et halvt år", "5-2", 0, 99, "2-11", True])
def test_days_that_make_no_sense_are_refused(read: object) -> None:
    with pytest.raises(Unreadable):
        days(read)


@pytest.mark.parametrize(
    ("read", "expected"),
    [
        (37, ["2026-W37"]),
        ("uge 37", ["2026-W37"]),
        ("u37", ["2026-W37"]),
        ("37-39", ["2026-W37", "2026-W38", "2026-W39"]),
        ("uge 36 til 37", ["2026-W36", "2026-W37"]),
        ("2027-W01", ["2027-W01"]),
        ("uge 2/2027", ["2027-W02"]),
        ("2026-W53, 2027-W01", ["2026-W53", "2027-W01"]),
        ("2027-W01 - 2027-W02", ["2027-W01", "2027-W02"]),
        ("37 og 38", ["2026-W37", "2026-W38"]),
        ("2026-09-11", ["2026-W37"]),
        (datetime(2026, 9, 7), ["2026-W37"]),
    ],
)
def test_weeks_are_read_as_people_write_them(read: object, expected: list[str]) -> None:
    assert list(weeks(read, 2026)) == expected


@pytest.mark.parametrize(
    ("read", "year", "code"),
    [
        ("uge 37", None, "week_without_year"),
        ("uge 53", 2025, "week_does_not_exist"),
        ("39-37", 2026, "weeks_reversed"),
        ("efterår", 2026, "weeks_unreadable"),
        ("2026-02-30", 2026, "date_does_not_exist"),
    ],
)
def test_weeks_that_make_no_sense_are_refused(read: str, year: int | None, code: str) -> None:
    with pytest.raises(Unreadable) as refused:
        weeks(read, year)
    assert refused.value.code == code


def test_two_to_five_that_became_a_date_is_not_guessed() -> None:
    with pytest.raises(Unreadable) as refused:
        days(datetime(2026, 5, 2))
    assert refused.value.code == "days_became_date"


def test_priority_may_be_yes_or_no() -> None:
    assert [read_value("interns", "priority", one, None) for one in ("ja", "Nej", True, 3)] == [*(1, 0, 1, 3)]
