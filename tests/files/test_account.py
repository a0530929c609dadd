"""The account: every filled column of the data is in it, with what became of it, and every row is somebody or left out."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innopraktik_match.cli import main
from innopraktik_match.files import read_files
from innopraktik_match.files.rounds.account import Account, account_of, people_of
from tests.files.given import people, sign_ups, workbook

USES = ("in_force", "carried", "asked", "left_out", "without_effect")
HEADERS = (
    *("Navn", "Arbejdsplads", "Sektor", "Kommune", "Dage", "Uger", "Ønsker", "Fravalg", "Højst km", "Gruppe"),
    *("Forrang", "Besøg", "Bemærkning", "Status", "Yndlingsfarve", "Hvor mange dage kan du?", "Ønske 2"),
    *(
        "Hvilken sektor arbejder du i?",
        "VÆRT: Hvor mange kan I modtage?",
        "Telefon",
        "Kommunne",
        "Havneservice",
    ),
)
CELLS = (
    "",
    "",
    "v1",
    "v2, v1",
    "3",
    "2-5",
    "uge 37",
    "stat",
    "Odense",
    "ja",
    "nej",
    "-",
    "Frameldt",
    "blå",
    "12345678",
)


def account(folder: Path, interns: str) -> list[Account]:
    return [one for one in account_of(sign_ups(folder, interns)) if one.table == "interns"]


@st.composite
def tables(draw: st.DrawFn) -> list[list[str]]:
    headers = draw(st.lists(st.sampled_from(HEADERS), unique=True, max_size=8))
    rows = draw(st.lists(st.tuples(*(st.sampled_from(CELLS) for _ in headers)), min_size=1, max_size=4))
    return [["Id", *headers], *([f"p{n}", *row] for n, row in enumerate(rows, 1))]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("account")


@given(rows=tables())
def test_what_is_filled_is_accounted_for(folder: Path, rows: list[list[str]]) -> None:
    header, *below = rows
    hosts = [["Id", "Navn", "Højst"], ["v1", "Havneservice", 2], ["v2", "Vejmuseet", 1]]
    reading = read_files(workbook(folder / "r.xlsx", {"Praktikanter": rows, "Værter": hosts}))
    filled = Counter({name: sum(row[column] != "" for row in below) for column, name in enumerate(header)})
    entries = account_of(reading)
    found = Counter({one.column: one.filled for one in entries if one.table == "interns"})
    assert +filled == +found
    assert len(entries) == len({(one.table, one.column) for one in entries})
    assert all(one.use in USES for one in entries)
    told = people_of(reading)
    if reading.round is not None:
        assert len(below) == told["interns"] + len(told["left_out"])  # type: ignore[operator, arg-type]


@given(rows=tables())
def test_what_is_asked_or_without_effect_is_told(folder: Path, rows: list[list[str]]) -> None:
    hosts = [["Id", "Navn", "Højst"], ["v1", "Havneservice", 2], ["v2", "Vejmuseet", 1]]
    reading = read_files(workbook(folder / "s.xlsx", {"Praktikanter": rows, "Værter": hosts}))
    told = {issue.code for issue in reading.issues if issue.severity != "info"}
    for one in account_of(reading):
        if one.use == "asked":
            assert one.why in told


@pytest.mark.parametrize(
    ("header", "cell", "use", "field", "why"),
    [
        ("Kommune nr", "Odense", "in_force", "municipality", "read"),
        ("Ønske 2", "v1", "in_force", "wishes", "read"),
        ("Hvilken vært er dit første ønske?", "v1", "in_force", "wishes", "read"),
        ("Bemærkning", "vegetar", "carried", "note", "read"),
        ("Yndlingsfarve", "blå", "carried", None, "unknown"),
        ("Status", "Frameldt", "in_force", "status", "read"),
        ("Status", "Tilmeldt", "carried", None, "unknown"),
        ("Hvilke emner?", "data", "asked", None, "column_proposed"),
        ("Grupppe", "A", "asked", None, "column_misspelt"),
        ("Gruper", "A", "asked", None, "column_proposed"),
        ("VÆRT: Hvor mange?", "2", "left_out", None, "other_side"),
    ],
)
def test_each_use_has_its_field_and_its_reason(
    tmp_path: Path, header: str, cell: str, use: str, field: str | None, why: str
) -> None:
    found = account(tmp_path, f"id;{header}\np1;{cell}\np2;\n")
    assert [(one.filled, one.use, one.field, one.why) for one in found if one.column == header] == [
        (1, use, field, why)
    ]


def test_what_the_policy_leaves_out_is_without_effect(tmp_path: Path) -> None:
    reading = sign_ups(tmp_path, people("forrang", "1", ""), policy='aims = ["placed", "points"]\n')
    found = {one.column: one for one in account_of(reading) if one.table == "interns"}
    assert (found["forrang"].use, found["forrang"].field, found["forrang"].why) == (
        "without_effect",
        "priority",
        "aim",
    )


def test_columns_of_a_matrix_are_wishes(tmp_path: Path) -> None:
    found = account(tmp_path, people("Havneservice;Vejmuseet", "1;2", "2;1"))
    assert [(one.column, one.field) for one in found][-2:] == [
        ("Havneservice", "wishes"),
        ("Vejmuseet", "wishes"),
    ]


def test_check_gives_account_and_people_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sign_ups(tmp_path, people("ønske 1;Status", "v1;Frameldt", "v1;Tilmeldt"))
    with pytest.raises(SystemExit) as done:
        main(["check", str(tmp_path), "--json", "--quiet"])
    given = json.loads(capsys.readouterr().out)
    assert done.value.code == 0
    assert given["people"] == {
        "interns": 1,
        "hosts": 3,
        "left_out": [{"table": "interns", "row": 2, "why": "withdrawn"}],
    }
    status = next(one for one in given["account"] if one["column"] == "Status")
    assert status == {
        "table": "interns",
        "column": "Status",
        "file": "interns.csv",
        "sheet": None,
        "filled": 2,
        "use": "in_force",
        "field": "status",
        "why": "read",
        "values": {},
    }
    wish = next(one for one in given["account"] if one["column"] == "ønske 1")
    assert (wish["use"], wish["field"]) == ("in_force", "wishes")
