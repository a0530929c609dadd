"""The command `tidy`: whatever was sent as the standard workbook, with questions, changes and coloured cells."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest

import innopraktik_match as im
from innopraktik_match.files import read_files
from tests.files.given import Rows, workbook
from tests.test_cli import run

SURVEY: Rows = [
    ["ID", "Mail", "Navn", "Hvad er dit fulde navn?", "Hvilken arbejdsplads kommer du fra?", "Hvilken sektor arbejder du i?", "I hvilken kommune ligger din arbejdsplads?", "Jeg vil være", "PRAKTIKANT: Hvor mange dage?", "PRAKTIKANT: Hvor vil du helst hen?", "PRAKTIKANT: Hvilke emner?", "VÆRT: Hvor mange praktikanter kan I tage imod?"],
    [1, "aase@post.example", None, "Åse Bjørn", "Ådalens Kommune", "Kommune", "Odense", "Praktikant", "2-3 dage", "1) Kystlab 2) Vejmuseet", "data", None],
    [2, "bo@post.example", None, "Bo Åkær", "Region Øst", "Region", "Hillerød", "Praktikant", 3, "vejmuseet", "velfærd", None],
    [3, "mette@post.example", None, "Mette Kær", "Kystlab", "Stat", "København Ø", "Vært", None, None, None, "1-2"],
    [4, "karen@post.example", None, "Karen Æbel", "Vejmuseet", "Stat", "Vejle", "Vært", None, None, None, 2],
    [5, "line@post.example", None, "Line Flø", "Patientkontoret", "Privat", "Århus", "Praktikant", "5 dage", None, "data", None],
    [6, "line@post.example", None, "Line Flø", "Patientkontoret", "Privat", "Århus", "Praktikant", "4 dage", None, "data", None],
]  # fmt: skip
CLEAN: dict[str, Rows] = {
    "Praktikanter": [
        ["Id", "Navn", "E-mail", "Arbejdsplads", "Sektor", "Kommune", "Dage", "Ønsker", "Temaer"],
        [
            "1",
            "Åse Bjørn",
            "aase@post.example",
            "Ådalens Kommune",
            "kommunal",
            "Odense",
            "2-3",
            "3|4",
            "data",
        ],
        ["2", "Bo Åkær", "bo@post.example", "Region Øst", "regional", "Hillerød", 3, "4", "velfærd"],
        ["6", "Line Flø", "line@post.example", "Patientkontoret", "privat", "Århus", 4, None, "data"],
    ],
    "Værter": [
        ["Id", "Navn", "Kontaktperson", "E-mail", "Arbejdsplads", "Sektor", "Kommune", "Højst"],
        ["3", "Kystlab", "Mette Kær", "mette@post.example", "Kystlab", "statslig", "København Ø", 2],
        ["4", "Vejmuseet", "Karen Æbel", "karen@post.example", "Vejmuseet", "statslig", "Vejle", 2],
    ],
}


def sheet(path: Path, title: str) -> list[tuple[Any, ...]]:
    return list(openpyxl.load_workbook(path)[title].iter_rows(values_only=True))


def answer(path: Path, word: str) -> None:
    """Answer every question in a tidied workbook."""
    book = openpyxl.load_workbook(path)
    for row in book["Spørgsmål"].iter_rows(min_row=2):
        row[3].value = word
    book.save(path)


@pytest.fixture
def survey(tmp_path: Path) -> Path:
    return workbook(tmp_path / "svar.xlsx", {"Svar": SURVEY})


@pytest.fixture
def tidied(survey: Path) -> Path:
    out = survey.with_name("runde.xlsx")
    done = run("tidy", survey, "-o", out)
    assert done.returncode == 0, done.stderr
    return out


def test_the_source_is_left_as_it_was(survey: Path) -> None:
    before = survey.read_bytes()
    assert run("tidy", survey, "-o", survey.with_name("runde.xlsx")).returncode == 0
    assert survey.read_bytes() == before
    assert run("tidy", survey, "-o", survey, "--force").returncode == 6
    assert survey.read_bytes() == before


def test_a_tidied_survey_is_the_round_that_a_clean_workbook_gives(tidied: Path, tmp_path: Path) -> None:
    answer(tidied, "ja")
    reading = read_files(tidied)
    assert [issue.code for issue in reading.issues if issue.severity == "error"] == []
    clean = im.read(workbook(tmp_path / "ren.xlsx", CLEAN))
    assert reading.round is not None
    assert reading.round.interns == clean.interns
    assert reading.round.hosts == clean.hosts


def test_a_tidied_workbook_is_solved_without_a_word_more(tidied: Path) -> None:
    plan = tidied.with_name("plan.json")
    assert run("check", tidied, "--quiet").returncode == 0
    assert run("solve", tidied, "-o", plan).returncode == 0
    assert json.loads(plan.read_text(encoding="utf-8"))["aims"][0]["value"] == 3


def test_every_change_stands_in_a_sheet_of_its_own(tidied: Path) -> None:
    changes = sheet(tidied, "Rettelser")
    assert changes[0] == ("Fil", "Sted", "Kolonne", "Stod der", "Står nu", "Hvorfor")
    told = {(row[1], row[3], row[4]) for row in changes[1:]}
    assert ("Svar!I2", "2-3 dage", "2-3") in told
    assert ("Svar!J2", "1) Kystlab 2) Vejmuseet", "3|4") in told
    assert ("Svar!F4", "Stat", "statslig") in told
    assert any(where.startswith("Svar!A6") and now == "(ikke med)" for where, _, now in told)


def test_questions_are_asked_and_answers_are_read_by_check_and_solve(tidied: Path) -> None:
    header, *questions = sheet(tidied, "Spørgsmål")
    assert header[:4] == ("Nr.", "Spørgsmål", "Gæt", "Svar")
    assert [(row[1], row[2]) for row in questions] == [
        ("Er kolonnen «PRAKTIKANT: Hvilke emner?» «Temaer»?", "«Temaer»")
    ]
    before = json.loads(run("check", tidied, "--json", "--quiet").stdout)
    assert [one["use"] for one in before["account"] if "emner" in one["column"]] == ["asked"]
    answer(tidied, "ja")
    after = json.loads(run("check", tidied, "--json", "--quiet").stdout)
    assert [one["field"] for one in after["account"] if "emner" in one["column"]] == ["themes"]
    plan = tidied.with_name("plan.json")
    assert run("solve", tidied, "-o", plan).returncode == 0
    assert im.read_plan(plan, im.read(tidied)).status == "optimal"


def test_no_means_that_the_column_is_not_read_and_not_asked_about_again(tidied: Path) -> None:
    answer(tidied, "nej")
    told = json.loads(run("check", tidied, "--json", "--quiet").stdout)
    assert [one["use"] for one in told["account"] if "emner" in one["column"]] == ["carried"]
    assert "column_proposed" not in {issue["code"] for issue in told["issues"]}


@pytest.mark.parametrize("word", ["ja", "nej"])
def test_the_next_tidy_keeps_the_answers(survey: Path, tidied: Path, word: str) -> None:
    answer(tidied, word)
    assert run("tidy", survey, "-o", tidied).returncode == 6
    done = run("tidy", survey, "-o", tidied, "--force")
    assert done.returncode == 0, done.stderr
    assert [row[3] for row in sheet(tidied, "Spørgsmål")[1:]] == [word]
    interns = sheet(tidied, "Praktikanter")
    assert ("Temaer" in interns[0]) == (word == "ja")


def test_cells_that_could_not_be_read_are_coloured_and_say_why(tmp_path: Path) -> None:
    rows = [list(row) for row in SURVEY]
    rows[0][8:10] = ["PRAKTIKANT: Dage", "PRAKTIKANT: Ønsker"]
    rows[1][8] = "et halvt år"
    rows[2][9] = "Vejmusæet"
    out = tmp_path / "runde.xlsx"
    done = run("tidy", workbook(tmp_path / "svar.xlsx", {"Svar": rows}), "-o", out)
    assert done.returncode == 0, done.stderr
    page = openpyxl.load_workbook(out)["Praktikanter"]
    coloured = {cell.value: cell for row in page.iter_rows() for cell in row if cell.comment}
    assert set(coloured) == {"et halvt år", "Vejmusæet"}
    assert coloured["et halvt år"].fill.start_color.rgb == "FFFFC7CE"
    assert "dage" in coloured["et halvt år"].comment.text
    assert "Vejmuseet" in coloured["Vejmusæet"].comment.text
    assert run("check", out, "--quiet").returncode == 3


@pytest.mark.parametrize(
    ("lang", "words"), [("da", "tidy {} -o runde.xlsx"), ("en", "tidy {} -o round.xlsx")]
)
def test_check_of_an_export_ends_by_naming_tidy(survey: Path, lang: str, words: str) -> None:
    done = run("check", survey, "--lang", lang)
    assert done.stderr.rstrip().endswith(words.format(survey))


def test_check_of_a_clean_workbook_does_not(tmp_path: Path) -> None:
    assert "tidy" not in run("check", workbook(tmp_path / "ren.xlsx", CLEAN)).stderr


def test_tidy_of_a_tidied_workbook_changes_nobody(tidied: Path) -> None:
    again = tidied.with_name("igen.xlsx")
    assert run("tidy", tidied, "-o", again).returncode == 0
    assert im.read(again) == im.read(tidied)
    assert sheet(again, "Rettelser")[1:] == []
