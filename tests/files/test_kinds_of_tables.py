"""Shapes of tables: further headers, none at all, short rows, two columns for a name, one sheet for both sides."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import innopraktik_match as im
from innopraktik_match.files import read_files
from innopraktik_match.files.rounds.account import people_of
from innopraktik_match.files.values import years
from tests.files.given import people, said, sign_ups, wishes, workbook

QUALTRICS = """\
Q1;Q2;Q3;Q4
Deltager-id;What is your name?;Where do you work?;Anything else?
"{""ImportId"":""QID1""}";"{""ImportId"":""QID2""}";"{""ImportId"":""QID3""}";"{""ImportId"":""QID4""}"
p1;Ane Holm;A;
p2;Bo Lund;B;
"""


@pytest.mark.parametrize(
    ("interns", "skipped"),
    [
        (QUALTRICS.replace("Q1;Q2;Q3;Q4\nDeltager-id;", "id;navn;arbejdsplads;bemærkning\nQ1;"), [2, 3]),
        (QUALTRICS, [3]),
        (
            "id;navn;arbejdsplads\nHvad er dit nr.?;Hvad hedder du?;Hvor arbejder du?\np1;Ane Holm;A\np2;Bo Lund;B\n",
            [2],
        ),
        ('id;navn\n"{""ImportId"":""a""}";"{""ImportId"":""b""}"\np1;Ane Holm\np2;Bo Lund\n', [2]),
    ],
)
def test_rows_of_headers_below_the_header_are_nobody(
    tmp_path: Path, interns: str, skipped: list[int]
) -> None:
    reading = sign_ups(tmp_path, interns)
    assert reading.round is not None
    assert [one.id for one in reading.round.interns] == ["p1", "p2"]
    assert [one.name for one in reading.round.interns] == ["Ane Holm", "Bo Lund"]
    assert said(reading)["header_row_skipped"] == skipped


def test_a_person_who_asks_is_a_person(tmp_path: Path) -> None:
    reading = sign_ups(tmp_path, people("bemærkning", "Kan jeg få kørsel?", "Hvornår får jeg svar?"))
    assert reading.round is not None
    assert len(reading.round.interns) == 2


@pytest.mark.parametrize(
    "rows",
    [
        "Havneservice;stat;København;2\nVejmuseet;stat;Odense;1\n",
        "Vejmuseet;v@vej.example\nHavneservice;h@havn.example\n",
        "1;Havneservice;Odense Kommune;kommune\n2;Vejmuseet;Skat;stat\n",
    ],
)
def test_a_table_without_headers_is_told_once_and_how_to_mend_it(tmp_path: Path, rows: str) -> None:
    (tmp_path / "værter.csv").write_text(rows, encoding="utf-8")
    (tmp_path / "praktikanter.csv").write_text(people("", "", ""), encoding="utf-8")
    assert said(read_files(tmp_path)) == {"header_missing": [1]}


def test_rows_that_end_early_are_read_and_told(tmp_path: Path) -> None:
    rows = "".join(f"p{n};Navn {n};stat;Sted {n};Odense;v1{'' if n > 2 else ';'}\n" for n in range(1, 5))
    reading = sign_ups(tmp_path, f"id;navn;sektor;arbejdsplads;kommune;ønsker;bemærkning\n{rows}")
    assert wishes(reading) == [("v1",)] * 4
    assert said(reading) == {"rows_short": [4, 5]}


@pytest.mark.parametrize("headers", ["Fornavn;Efternavn", "First name;Last name", "Efternavn;Fornavn"])
def test_a_name_in_two_columns_is_one_name(tmp_path: Path, headers: str) -> None:
    names = [("Ane", "Holm"), ("Bo", "Lund"), ("Ane", "Falk")]
    ordered = [pair[::-1] if headers.startswith("Efter") else pair for pair in names]
    rows = "".join(f"{';'.join(pair)};stat;S{n};Odense\n" for n, pair in enumerate(ordered))
    hosts = "Navn;Sektor;Arbejdsplads;Kommune;Ønsker\nHavneservice;stat;H;Odense;Ane Holm\n"
    reading = sign_ups(tmp_path, f"{headers};Sektor;Arbejdsplads;Kommune\n{rows}", hosts)
    assert reading.round is not None
    assert [one.id for one in reading.round.interns] == ["Ane Holm", "Bo Lund", "Ane Falk"]
    assert reading.round.hosts[0].wishes == ("Ane Holm",)
    assert said(reading) == {}


def test_a_blank_column_of_the_survey_tool_gives_way_to_the_question_for_the_name(tmp_path: Path) -> None:
    reading = sign_ups(tmp_path, "id;Navn;Hvad er dit fulde navn?\np1;;Ane Holm\np2;;Bo Lund\n")
    assert reading.round is not None
    assert [one.name for one in reading.round.interns] == ["Ane Holm", "Bo Lund"]


@pytest.fixture
def autumn(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let today be Tuesday, 1 December 2026, in week 49."""
    monkeypatch.setattr(years, "today", lambda: date(2026, 12, 1))


@pytest.mark.usefixtures("autumn")
@pytest.mark.parametrize(
    ("cells", "policy", "expected"),
    [
        (
            ("50-52", "1", "2"),
            "year = 2026\n",
            [("2026-W50", "2026-W51", "2026-W52"), ("2027-W01",), ("2027-W02",)],
        ),
        (("51", "uge 1", "51, 1"), "year = 2026\n", [("2026-W51",), ("2027-W01",), ("2026-W51", "2027-W01")]),
        (
            ("37", "uge 37", "36-38"),
            "seed = 0\n",
            [("2027-W37",), ("2027-W37",), ("2027-W36", "2027-W37", "2027-W38")],
        ),
        (("50", "u50", "8. december"), "seed = 0\n", [("2026-W50",)] * 3),
    ],
)
def test_weeks_without_a_year_are_the_next_ones_and_told(
    tmp_path: Path, cells: tuple[str, ...], policy: str, expected: list[tuple[str, ...]]
) -> None:
    reading = sign_ups(tmp_path, people("uger", *cells), policy=policy)
    assert reading.round is not None
    assert [one.weeks for one in reading.round.interns] == expected
    assert "week_year_assumed" in said(reading, "info")


@pytest.mark.parametrize(
    ("more", "policy", "code"),
    [
        ("forrang", 'aims = ["placed", "points"]', "no_effect_aim"),
        ("besøg", 'aims = ["placed", "points"]', "no_effect_aim"),
        ("ønsker", '[rules.intern_wishes]\nmode = "off"', "no_effect_rule"),
        ("dage", '[rules.duration]\nmode = "off"', "no_effect_rule"),
        ("højst km", 'preset = "bare"', "no_effect_limit"),
    ],
)
def test_what_is_filled_in_without_effect_is_told(tmp_path: Path, more: str, policy: str, code: str) -> None:
    cell = {"ønsker": "v1"}.get(more, "3")
    reading = sign_ups(tmp_path, people(more, cell, ""), policy=f"{policy}\n")
    assert said(reading, "warning") == {code: [2]}


def test_a_visit_is_not_longer_than_the_week_that_is_offered(tmp_path: Path) -> None:
    hosts = "id;navn;sektor;arbejdsplads;kommune;dage;uger\nv1;Havneservice;stat;S;Odense;3+;2026-W37\n"
    reading = sign_ups(tmp_path, people("dage;uger", "mindst 2 dage;2026-W37"), hosts)
    assert reading.round is not None
    assert [visit.days for visit in im.solve(reading.round).visits] == [5]


SURVEY = [
    ["ID", "Mail", "Hvad er dit fulde navn?", "Hvilken arbejdsplads kommer du fra?", "Hvilken sektor?", "Jeg vil være", "PRAKTIKANT: Hvor vil du helst hen?", "VÆRT: Hvor mange praktikanter kan I tage imod?"],
    [1, "aase@post.example", "Åse Bjørn", "Ådalens Kommune", "Kommune", "Praktikant", "1) Kystlab 2) Vejmuseet", None],
    [2, "soeren@post.example", "Søren Øst", "Skovby Kommune", "Kommune", "begge dele", "Kystlab", 2],
    [3, "mette@post.example", "Mette Kær", "Kystlab", "Stat", "Vært", None, "1-2"],
    [4, "karen@post.example", "Karen Æbel", "Vejmuseet", "Stat", "Vært", None, "op til 2"],
    [5, "ulla@post.example", "Ulla Terp", "Målestyrelsen", "Stat", "Praktikant", "skovby kommune", None],
    [6, "ulla@post.example", "Ulla Terp", "Målestyrelsen", "Stat", "Jeg vil være praktikant", "Kystlab", None],
]  # fmt: skip


def test_one_sheet_for_both_sides_is_parted(tmp_path: Path) -> None:
    reading = read_files(workbook(tmp_path / "svar.xlsx", {"Svar": SURVEY}))
    assert reading.round is not None
    interns, hosts = reading.round.interns, reading.round.hosts
    assert [(one.name, one.wishes) for one in interns] == [
        ("Åse Bjørn", ("3", "4")),
        ("Søren Øst", ("3",)),
        ("Ulla Terp", ("3",)),
    ]
    assert [(one.name, one.contact, one.max) for one in hosts] == [
        ("Skovby Kommune", "Søren Øst", 2),
        ("Kystlab", "Mette Kær", 2),
        ("Vejmuseet", "Karen Æbel", 2),
    ]
    assert {"table_of_both", "person_twice", "contact_away"} <= said(reading).keys()
    assert people_of(reading)["left_out"] == [{"table": "interns", "row": 6, "why": "duplicate"}]


@pytest.mark.parametrize("word", ["Jeg vil gerne modtage en praktikant", "Host"])
def test_answers_about_the_side_may_be_whole_sentences(tmp_path: Path, word: str) -> None:
    rows = [
        ["Id", "Navn", "Arbejdsplads", "Rolle i runden"],
        [1, "Ane", "A", "Jeg vil gerne ud som praktikant"],
    ]
    rows += [[2, "Bo", "B", word], [3, "Cai", "C", "Intern"]]
    reading = read_files(workbook(tmp_path / "svar.xlsx", {"Svar": rows}))
    assert reading.round is not None
    assert ([one.id for one in reading.round.interns], [one.id for one in reading.round.hosts]) == (
        ["1", "3"],
        ["2"],
    )


def test_somebody_who_does_not_say_which_side_is_told(tmp_path: Path) -> None:
    rows = [list(row) for row in SURVEY]
    rows[1][5] = None
    assert said(read_files(workbook(tmp_path / "svar.xlsx", {"Svar": rows})))["side_not_said"] == [None]
