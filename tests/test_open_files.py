"""Rounds and plans to and from bytes and open files, as a web service has them."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

import innopraktik_match as im
from tests.bad_inputs.given import HOSTS, INTERNS, csv_text

ROUND = im.Round(
    interns=(im.Intern(id="p1", wishes=("v1",)), im.Intern(id="p2")),
    hosts=(im.Host(id="v1"), im.Host(id="v2")),
)


@pytest.mark.parametrize("format", ["xlsx", "json"])
def test_a_round_goes_through_an_open_file(format: str) -> None:
    held = io.BytesIO()
    im.write_round(ROUND, held, format=format)
    assert im.read(held.getvalue()) == ROUND
    held.seek(0)
    assert im.read(held) == ROUND


@pytest.mark.parametrize("format", ["xlsx", "csv", "json"])
def test_a_plan_goes_through_an_open_file(format: str) -> None:
    plan = im.solve(ROUND)
    held = io.BytesIO()
    im.write(plan, held, ROUND, format=format)
    again = im.read_plan(held.getvalue(), ROUND)
    assert [visit.interns for visit in again.visits] == [visit.interns for visit in plan.visits]


def test_an_open_file_on_disk_needs_no_format(tmp_path: Path) -> None:
    plan = im.solve(ROUND)
    with (tmp_path / "plan.json").open("wb") as file:
        im.write(plan, file)
    with (tmp_path / "plan.json").open("rb") as file:
        assert im.read_plan(file, ROUND) == plan


def test_tables_of_text_are_told_apart_by_what_they_hold() -> None:
    interns = io.StringIO(csv_text(INTERNS))
    interns.name = "praktikanter"
    round = im.read(interns, csv_text(HOSTS).encode(), policy={"year": 2026})
    assert [len(round.interns), len(round.hosts)] == [len(INTERNS) - 1, len(HOSTS) - 1]


def test_the_template_goes_into_an_open_file() -> None:
    held = io.BytesIO()
    im.write_template(held, "en")
    assert held.getvalue().startswith(b"PK")


def test_issues_call_an_open_file_by_its_name_or_its_number() -> None:
    named = io.BytesIO(b"{")
    named.name = "/somewhere/else/runde.json"
    _, issues = im.read_with_issues(named)
    assert {place.file for issue in issues for place in issue.places} == {"runde.json"}
    _, issues = im.read_with_issues(b"{")
    assert {place.file for issue in issues for place in issue.places} == {"input 1.json"}
    _, issues = im.read_with_issues(b"")
    assert [issue.code for issue in issues] == ["file_empty"]


def test_a_closed_file_is_told_and_a_file_of_text_is_not_written_to(tmp_path: Path) -> None:
    closed = io.BytesIO(b"{}")
    closed.close()
    _, issues = im.read_with_issues(closed)
    assert [issue.code for issue in issues] == ["file_unreadable"]
    with pytest.raises(TypeError, match="a path or a file open in binary mode"):
        im.write_round(ROUND, io.StringIO(), format="json")
    with pytest.raises(TypeError, match="input 1 is a Round"):
        im.read(ROUND)


def test_what_is_to_be_written_must_be_said() -> None:
    with pytest.raises(ValueError, match=r"a plan is written as .xlsx, .csv, .json, not ''"):
        im.write(im.solve(ROUND), io.BytesIO())
    with pytest.raises(ValueError, match="name its format"):
        im.write_round(ROUND, io.BytesIO())


def test_a_file_that_cannot_be_written_to_is_a_write_error() -> None:
    class Full(io.RawIOBase):
        def writable(self) -> bool:
            return True

        def write(self, data: object) -> int:
            raise OSError(28, "No space left on device")

    with pytest.raises(im.WriteError, match="No space left"):
        im.write_round(ROUND, Full(), format="json")
