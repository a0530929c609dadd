"""A hand edit of a plan's workbook is heard: names beside ids, the rows of a visit, and who moved."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest

import innopraktik_match as im
from innopraktik_match.files.rounds.agreement import NAME_COLUMNS
from innopraktik_match.files.rounds.plans import plan_with_issues
from innopraktik_match.texts.issues import issue_lines
from innopraktik_match.texts.vocabulary import plain
from tests.test_cli import run

if TYPE_CHECKING:
    from pathlib import Path

ROUND = im.Round(
    interns=[
        {"id": "p1", "name": "Ane Holm", "wishes": ["v1"]},
        {"id": "p2", "name": "Bo Lund", "wishes": ["v1"]},
        {"id": "p3", "name": "Cai Dam", "wishes": ["v2"]},
    ],
    hosts=[{"id": "v1", "name": "Museet", "max": 2}, {"id": "v2", "name": "Havnen", "workplace": "Havn A/S"}],
)


@pytest.fixture
def written(tmp_path: Path) -> Path:
    im.write_round(ROUND, tmp_path / "runde.json")
    im.write(im.solve(ROUND), tmp_path / "plan.xlsx", ROUND)
    return tmp_path / "plan.xlsx"


class Sheet:
    """The sheet with the plan of a workbook, by its headers."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.book = openpyxl.load_workbook(path)
        self.sheet = self.book["Plan"]
        header = next(
            row for row in self.sheet.iter_rows() if "Praktikant-id" in [cell.value for cell in row]
        )
        self.column = {plain(cell.value): cell.column for cell in header if cell.value}
        self.rows = {
            str(self.sheet.cell(n, self.column["praktikant id"]).value): n
            for n in range(header[0].row + 1, self.sheet.max_row + 1)
        }

    def cell(self, who: str, words: Any) -> Any:
        words = {words} if isinstance(words, str) else words
        return self.sheet.cell(self.rows[who], next(self.column[one] for one in words if one in self.column))

    def save(self) -> Path:
        self.book.save(self.path)
        return self.path


def told(path: Path, **how: bool) -> list[tuple[str, list[str | None], object]]:
    _, issues = plan_with_issues(path, ROUND, **how)
    return [(one.code, [place.cell for place in one.places], one.values.get("suggestion")) for one in issues]


def test_a_plan_as_it_was_written_agrees(written: Path) -> None:
    assert told(written) == []


def test_a_hosts_name_changed_beside_its_id_is_an_error_with_both_cells(written: Path) -> None:
    sheet = Sheet(written)
    identity, name = sheet.cell("p1", "vært id"), sheet.cell("p1", NAME_COLUMNS["host"])
    name.value = "Havnen"
    expected = [("plan_name_differs", [identity.coordinate, name.coordinate], "v2")]
    assert told(sheet.save()) == expected
    assert told(written, earlier=True) == expected
    for command in ("score", "explain", "replan"):
        assert run(command, written, written.with_name("runde.json")).returncode == 3


def test_an_interns_name_that_is_nobodys_is_an_error_too(written: Path) -> None:
    sheet = Sheet(written)
    identity, name = sheet.cell("p2", "praktikant id"), sheet.cell("p2", NAME_COLUMNS["intern"])
    name.value = "Dorte Fisker"
    assert told(sheet.save()) == [("plan_name_differs", [identity.coordinate, name.coordinate], None)]
    assert told(written, earlier=True) == []  # a name that has been put right since


@pytest.mark.parametrize("said", ["havnen", "Havn A/S", "Havnen (v2)", "v2", None])
def test_a_host_may_be_called_by_any_of_its_names(written: Path, said: str | None) -> None:
    sheet = Sheet(written)
    sheet.cell("p3", NAME_COLUMNS["host"]).value = said
    assert told(sheet.save()) == []


@pytest.mark.parametrize("title", ["Plan (2)", "Kopi af plan", "Plan gammel"])
@pytest.mark.parametrize("first", [True, False])
def test_a_copy_of_the_sheet_is_asked_about_once_the_two_differ(
    written: Path, title: str, first: bool
) -> None:
    """Excel puts a copy before the sheet: which of them was edited nobody can know."""
    sheet = Sheet(written)
    copy = sheet.book.copy_worksheet(sheet.sheet)
    copy.title = title
    if first:
        sheet.book.move_sheet(copy, -len(sheet.book.sheetnames) + 1)
    assert told(sheet.save()) == []
    sheet.cell("p1", "status").value = "nej tak"
    assert told(sheet.save()) == [("plan_sheets_differ", [None, None], None)]
    for command in ("score", "replan", "place"):
        more = ("--intern", "p1") if command == "place" else ()
        assert run(command, written, written.with_name("runde.json"), *more).returncode == 3


def test_a_sheet_of_ones_own_that_only_sounds_like_a_plan_is_left_alone(written: Path) -> None:
    sheet = Sheet(written)
    own = sheet.book.create_sheet("Plan for mødet", 0)
    for row in (["Praktikant", "Vært", "Hvornår"], ["Ane Holm", "Havnen", "torsdag"]):
        own.append(row)
    assert told(sheet.save()) == []
    plan, _ = plan_with_issues(written, ROUND)
    assert plan is not None
    assert {one for visit in plan.visits for one in visit.interns} == {"p1", "p2", "p3"}


def test_rows_of_a_visit_at_two_hosts_are_an_error_with_both_cells(written: Path) -> None:
    sheet = Sheet(written)
    host = sheet.cell("p2", "vært id")
    host.value = "v2"
    sheet.cell("p2", NAME_COLUMNS["host"]).value = "Havnen"
    assert told(sheet.save()) == [
        ("plan_visit_parted", [sheet.cell("p1", "vært id").coordinate, host.coordinate], None)
    ]
    _, issues = plan_with_issues(written, ROUND)
    assert all("{" not in issue_lines(issues, lang)[0] for lang in ("da", "en"))
    sheet.cell("p2", "besøg").value = None
    assert told(sheet.save()) == []


def test_a_list_made_by_hand_may_number_the_visits_of_each_host(tmp_path: Path) -> None:
    rows = "praktikant;vært;besøg\np1;v1;1\np3;v2;1\n"
    (tmp_path / "plan.csv").write_text(rows, encoding="utf-8")
    assert told(tmp_path / "plan.csv") == []


def test_a_name_beside_an_id_counts_in_a_list_made_by_hand_too(tmp_path: Path) -> None:
    rows = "praktikant-id;navn;vært-id\np1;Ane Holm;v1\np3;Bo Lund;v2\n"
    (tmp_path / "plan.csv").write_text(rows, encoding="utf-8")
    _, issues = plan_with_issues(tmp_path / "plan.csv", ROUND)
    assert [(one.code, one.places[0].line, one.values) for one in issues] == [
        ("plan_name_differs", 3, {"suggestion": "p2"})
    ]


def test_score_shows_before_and_after_and_who_moved(written: Path) -> None:
    unedited = run("score", written, written.with_name("runde.json"), "--json")
    assert json.loads(unedited.stdout)["edited"] is None
    sheet = Sheet(written)
    for who, host, name in (("p2", "v2", "Havnen"), ("p3", "v1", "Museet")):
        sheet.cell(who, "vært id").value = host
        sheet.cell(who, NAME_COLUMNS["host"]).value = name
        sheet.cell(who, "besøg").value = None
    sheet.save()
    done = run("score", written, written.with_name("runde.json"), "--json")
    edited = json.loads(done.stdout)["edited"]
    assert [(one["intern"], one["from"][0]["host"], one["to"][0]["host"]) for one in edited["moves"]] == [
        ("p2", "v1", "v2"),
        ("p3", "v2", "v1"),
    ]
    points = next(one["values"] for one in edited["aims"] if one["aim"] == "points")
    assert points[1] - points[0] == 80  # two wishes are gone, at 40 each
    said = run("score", written, written.with_name("runde.json")).stderr
    assert "Bo Lund (p2): Museet (v1) → Havnen (v2)" in said
