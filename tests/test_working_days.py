"""The working days of a visit."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from innopraktik_match.report.packs.working_days import easter_sunday, holidays, runs, working_days


@pytest.mark.parametrize(
    ("week", "days", "first", "last", "count"),
    [
        ("2026-W37", 3, date(2026, 9, 7), date(2026, 9, 9), 3),
        ("2026-W37", None, date(2026, 9, 7), date(2026, 9, 11), 5),
        ("2026-W15", 5, date(2026, 4, 7), date(2026, 4, 10), 4),  # Easter Monday
        ("2026-W20", 5, date(2026, 5, 11), date(2026, 5, 15), 4),  # Ascension Day
        ("2026-W52", 10, date(2026, 12, 21), date(2026, 12, 31), 8),  # Christmas and New Year
        ("2023-W18", 5, date(2023, 5, 1), date(2023, 5, 4), 4),  # the last General Prayer Day
        ("2024-W17", 5, date(2024, 4, 22), date(2024, 4, 26), 5),
    ],
)
def test_working_days_leave_out_weekends_and_public_holidays(week, days, first, last, count):
    found = working_days(week, days)
    assert (found[0], found[-1], len(found)) == (first, last, count)


def test_easter_is_that_of_the_almanac():
    almanac = {2000: (4, 23), 2008: (3, 23), 2011: (4, 24), 2024: (3, 31), 2026: (4, 5), 2038: (4, 25)}
    assert {year: (easter_sunday(year).month, easter_sunday(year).day) for year in almanac} == almanac
    assert all(easter_sunday(year).weekday() == 6 for year in range(2000, 2101))
    assert date(2026, 5, 25) in holidays(2026)


def test_runs_part_where_a_day_is_missing():
    days = [date(2026, 9, 7) + timedelta(days=n) for n in (0, 1, 3, 7)]
    assert runs(days) == [(days[0], days[1]), (days[2], days[2]), (days[3], days[3])]
    assert runs([]) == []
