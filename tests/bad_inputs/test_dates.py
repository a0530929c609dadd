"""Dates and weeks: read as people write them, never guessed."""

from __future__ import annotations

from datetime import datetime

import openpyxl
import pytest

from innopraktik_match.files import read
from tests.bad_inputs.given import (
    INTERNS,
    book,
    with_cell,
)


def weeks_of(path):
    return read(path).interns[0].weeks


def dated(path, value, *more):
    interns = with_cell(INTERNS, "G2", value)
    for cell, other in more:
        interns = with_cell(interns, cell, other)
    return book(path, interns, Indstillinger=[["year", 2026], ["weeks", "1-53"]])


def test_55_the_day_comes_before_the_month(accepted, tmp_path):
    path = dated(tmp_path / "r.xlsx", "01-02-2026")
    accepted(path, "dates_day_first", "Praktikanter!G1", severity="info")
    assert weeks_of(path) == ("2026-W05",)


@pytest.mark.parametrize(
    "written",
    [
        "12-09-2026",
        "12.09.2026",
        "12/9/2026",
        "12. september 2026",
        "2026-09-12",
        "lørdag den 12. september 2026",
    ],
)
def test_55_dates_as_people_write_them(accepted, tmp_path, written):
    path = dated(tmp_path / "r.xlsx", written)
    assert weeks_of(path) == ("2026-W37",)


def test_56_a_month_before_the_day_is_not_guessed(refused, tmp_path):
    refused(dated(tmp_path / "r.xlsx", "02/13/2026"), "date_month_first", "Praktikanter!G2")


def test_56_one_of_them_makes_the_whole_column_doubtful(refused, accepted, tmp_path):
    path = dated(tmp_path / "r.xlsx", "02/13/2026", ("G3", "09/07/2026"))
    refused(path, "date_month_first", "Praktikanter!G2", "Praktikanter!G3")
    (tmp_path / "columns.toml").write_text('dates = "month first"\n')
    accepted([path, tmp_path / "columns.toml"])
    assert [intern.weeks for intern in read(path, tmp_path / "columns.toml").interns] == [
        ("2026-W07",),
        ("2026-W37",),
    ]


def test_56_dates_that_a_spreadsheet_has_swapped_are_told_with_both_readings(accepted, tmp_path):
    interns = [*INTERNS, *([f"p{n}", "Cai", "Retten", "statslig", "Odense", 3] for n in (3, 4, 5))]
    written = [datetime(2026, 7, 9), datetime(2026, 8, 9), "14/09/2026", "21/09/2026", datetime(2026, 9, 9)]
    for line, value in enumerate(written, 2):
        interns = with_cell(interns, f"G{line}", value)
    path = book(tmp_path / "r.xlsx", interns, Indstillinger=[["weeks", "2026-W01 - 2026-W53"]])
    heard = accepted(path, "date_perhaps_swapped", "Praktikanter!G2", "Praktikanter!G3")
    assert [
        (issue["values"]["read"], issue["values"]["suggestion"])
        for issue in heard.issues
        if issue["code"] == "date_perhaps_swapped"
    ] == [("2026-07-09", "2026-09-07"), ("2026-08-09", "2026-09-08")]
    assert weeks_of(path) == ("2026-W28",)


@pytest.mark.parametrize(
    ("date", "text"),
    [
        (datetime(2026, 9, 14), "21/09/2026"),
        (datetime(2026, 7, 9), "08/09/2026"),
        (datetime(2026, 7, 9), "uge 38"),
    ],
)
def test_56_dates_that_nothing_says_are_swapped(say, tmp_path, date, text):
    heard = say("check", dated(tmp_path / "r.xlsx", date, ("G3", text)))
    assert "date_perhaps_swapped" not in heard.codes("warning")


@pytest.mark.parametrize("value", [datetime(1900, 1, 5), datetime(1970, 1, 1), "01-01-1970"])
def test_57_dates_that_are_no_dates_of_ours(refused, tmp_path, value):
    refused(dated(tmp_path / "r.xlsx", value), "date_unlikely", "Praktikanter!G2")


def test_58_a_workbook_that_counts_from_1904(accepted, tmp_path):
    def old(made):
        made.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
        made["Praktikanter"]["G2"] = datetime(2026, 9, 7)

    path = book(tmp_path / "r.xlsx", change=old)
    accepted(path)
    assert weeks_of(path) == ("2026-W37",)


def test_59_a_date_with_a_time_is_the_date(accepted, tmp_path):
    path = dated(tmp_path / "r.xlsx", datetime(2026, 9, 7, 13, 30))
    accepted(path, "date_with_time", "Praktikanter!G2")
    assert weeks_of(path) == ("2026-W37",)


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("uge 39-37", "weeks_reversed"),
        ("11-09-2026 til 07-09-2026", "weeks_reversed"),
        ("2025-W53", "week_does_not_exist"),
        ("31-04-2026", "date_does_not_exist"),
        ("31. april 2026", "date_does_not_exist"),
        ("12/9-26", "year_two_digits"),
    ],
)
def test_60_dates_that_do_not_exist(refused, tmp_path, value, code):
    refused(dated(tmp_path / "r.xlsx", value), code, "Praktikanter!G2")
