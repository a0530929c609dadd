"""Weeks and dates without a year: the first to come, or those of the year that is known, and always told."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innopraktik_match.cli import main
from innopraktik_match.domain.round import Round
from innopraktik_match.files import read_files, read_plan
from innopraktik_match.files.raw.cells import Unreadable
from innopraktik_match.files.values import years
from innopraktik_match.files.values.dates import spans_without_year, weeks
from innopraktik_match.files.values.years import Years, years_of, years_of_weeks


@pytest.fixture
def spring(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let today be Friday, 1 May 2026, in week 18."""
    monkeypatch.setattr(years, "today", lambda: date(2026, 5, 1))


def sign_ups(folder: Path, interns: list[str], hosts: list[str] | None = None, settings: str = "") -> Path:
    """Write a round in which only the weeks matter, one intern and one host for each cell."""
    for name, cells in (("praktikanter", interns), ("værter", hosts or ["" for _ in interns])):
        people = [f"{n};Sted {name} {n};stat;Odense;{cell}" for n, cell in enumerate(cells)]
        text = "\n".join(["id;arbejdsplads;sektor;kommune;uger", *people])
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    (folder / "policy.toml").write_text(settings or "seed = 0")
    return folder


@pytest.mark.parametrize(
    ("today", "read", "expected"),
    [
        (date(2026, 5, 1), "uge 37", ["2026-W37"]),
        (date(2026, 5, 1), "uge 18", ["2027-W18"]),
        (date(2026, 4, 27), "uge 18", ["2026-W18"]),
        (date(2026, 9, 8), "8. september", ["2027-W36"]),
        (date(2026, 9, 7), "8. september", ["2026-W37"]),
        (date(2026, 9, 8), "36-38", ["2027-W36", "2027-W37", "2027-W38"]),
        (date(2026, 12, 1), "50, 51, 1 og 2", ["2026-W50", "2026-W51", "2027-W01", "2027-W02"]),
        (date(2026, 12, 1), "52-1", ["2026-W52", "2026-W53", "2027-W01"]),
        (date(2026, 12, 1), "21. december til 5. januar", ["2026-W52", "2026-W53", "2027-W01"]),
        (date(2026, 5, 1), "uge 53", ["2026-W53"]),
        (date(2027, 5, 1), "29. februar", ["2028-W09"]),
        (date(2026, 12, 30), "1. januar", ["2027-W52"]),
        (date(2024, 12, 30), "uge 1", ["2025-W01"]),
    ],
)
def test_a_week_without_a_year_is_the_first_that_begins_today_or_later(
    today: date, read: str, expected: list[str]
) -> None:
    assert list(weeks(read, Years(since=today))) == expected


@pytest.mark.parametrize(
    ("today", "read", "code"),
    [
        (date(2027, 1, 4), "uge 53", "week_does_not_exist"),
        (date(2025, 5, 1), "uge 53", "week_does_not_exist"),
        (date(2026, 5, 1), "uge 54", "week_does_not_exist"),
        (date(2026, 5, 1), "31. april", "date_does_not_exist"),
        (date(2026, 5, 1), "39-37", "weeks_reversed"),
    ],
)
def test_a_week_that_does_not_come_is_refused(today: date, read: str, code: str) -> None:
    with pytest.raises(Unreadable) as refused:
        weeks(read, Years(since=today))
    assert refused.value.code == code


@given(st.dates(date(2001, 1, 1), date(2099, 1, 1)), st.integers(1, 52))
def test_the_coming_week_is_the_only_one_of_that_number_within_a_year(today: date, number: int) -> None:
    (found,) = weeks(number, Years(since=today))
    monday = date.fromisocalendar(int(found[:4]), int(found[6:]), 1)
    assert monday.isocalendar().week == number
    before = [today + timedelta(days=days) for days in range((monday - today).days)]
    assert monday >= today
    assert not any(day.weekday() == 0 and day.isocalendar().week == number for day in before)


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["50-52", "1", "2"], ["2026-W50", "2026-W51", "2026-W52", "2027-W01", "2027-W02"]),
        (["50-2"], ["2026-W50", "2026-W51", "2026-W52", "2026-W53", "2027-W01", "2027-W02"]),
        (["15. december", "5. januar"], ["2026-W51", "2027-W01"]),
        (["8", "37"], ["2026-W08", "2026-W37"]),
        (["1-53"], [f"2026-W{number:02}" for number in range(1, 54)]),
        (["1", "2"], ["2026-W01", "2026-W02"]),
    ],
)
def test_a_table_over_new_year_begins_in_the_year_that_is_known(
    cells: list[str], expected: list[str]
) -> None:
    spans = [span for cell in cells for span in spans_without_year(cell, "day first")]
    found = years_of(spans, 2026)
    assert [week for cell in cells for week in weeks(cell, found)] == expected


def told(reading: Any) -> list[tuple[str, int | None, object]]:
    found = [issue for issue in reading.issues if issue.code == "week_year_assumed"]
    assert all(issue.severity == "info" for issue in found)
    return [(issue.places[0].file or "", issue.places[0].line, issue.values["years"]) for issue in found]


@pytest.mark.usefixtures("spring")
def test_the_year_is_told_once_a_table_at_its_first_week(tmp_path: Path) -> None:
    reading = read_files(sign_ups(tmp_path, ["2026-W37", "37", "17", "uge 38"], ["37", "", "", ""]))
    assert reading.round is not None
    assert [person.weeks for person in reading.round.interns] == [
        *(("2026-W37",), ("2026-W37",), ("2027-W17",), ("2026-W38",))
    ]
    assert told(reading) == [("praktikanter.csv", 3, ("2026", "2027")), ("værter.csv", 2, ("2026",))]


@pytest.mark.usefixtures("spring")
@pytest.mark.parametrize(("settings", "year"), [("year = 2028", None), ("", 2028), ("year = 2026", 2028)])
def test_a_year_that_is_known_decides(tmp_path: Path, settings: str, year: int | None) -> None:
    reading = read_files(sign_ups(tmp_path, ["37"], settings=settings), year=year)
    assert reading.round is not None
    assert reading.round.interns[0].weeks == ("2028-W37",)
    assert told(reading) == []


def test_weeks_after_new_year_are_told(tmp_path: Path) -> None:
    reading = read_files(sign_ups(tmp_path, ["50-52", "1", "2"], settings="year = 2026"))
    assert reading.round is not None
    assert [person.weeks[-1] for person in reading.round.interns] == ["2026-W52", "2027-W01", "2027-W02"]
    assert told(reading) == [("praktikanter.csv", 3, ("2027",))]


@pytest.mark.usefixtures("spring")
def test_a_round_without_bare_weeks_does_not_ask_for_the_date(tmp_path: Path) -> None:
    reading = read_files(sign_ups(tmp_path, ["2026-W37", "", "når som helst"]))
    assert reading.round is not None
    assert [person.weeks for person in reading.round.interns] == [("2026-W37",), (), ()]
    assert reading.issues == []


def test_a_plan_over_new_year_names_the_weeks_of_its_round(tmp_path: Path) -> None:
    reading = read_files(sign_ups(tmp_path, ["50-2", "50-2"], settings="year = 2026"))
    assert reading.round is not None
    (tmp_path / "plan.csv").write_text("intern;host;uge\n0;0;uge 51\n1;1;1\n")
    plan = read_plan(tmp_path / "plan.csv", reading.round)
    assert sorted(visit.week or "" for visit in plan.visits) == ["2026-W51", "2027-W01"]


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        ([], Years(2025)),
        (["2026-W37"], Years(2026)),
        (["2026-W52", "2027-W03"], Years(2026, next_until=3)),
    ],
)
def test_the_years_of_a_round_are_those_of_its_weeks(named: list[str], expected: Years) -> None:
    assert years_of_weeks(named, 2025) == expected


@pytest.mark.parametrize("later", [date(2026, 9, 9), date(2026, 12, 30), date(2028, 2, 1)])
@pytest.mark.parametrize("said", [(), ("--year", "2026")])
def test_a_plan_is_read_with_the_years_it_was_made_with(
    spring: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, later: date, said: tuple[str, ...]
) -> None:
    files = str(sign_ups(tmp_path, ["36, 37", "uge 37", "7.-11. september"]))
    for plan in ("plan.json", "plan.xlsx"):
        assert left_with("solve", files, "-o", str(tmp_path / plan), *said) == 0
    monkeypatch.setattr(years, "today", lambda: later)
    for plan in ("plan.json", "plan.xlsx"):
        for command in ("verify", "score", "explain"):
            assert left_with(command, str(tmp_path / plan), files) == 0, (command, plan)
    new = tmp_path / "new.json"
    assert left_with("replan", str(tmp_path / "plan.xlsx"), files, "-o", str(new)) == 0
    replanned = read_plan(
        new, read_files(files, after=read_plan(new, Round(), earlier=True)).round or Round()
    )
    assert {visit.week for visit in replanned.visits} <= {"2026-W36", "2026-W37"}


def left_with(*words: str) -> int | str | None:
    with pytest.raises(SystemExit) as end:
        main(words)
    return end.value.code
