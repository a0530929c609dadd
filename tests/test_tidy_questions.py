"""What only a person can say of rows and values: asked by `tidy`, answered in its sheet, read back by all."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest

from innopraktik_match.files import read_files
from innopraktik_match.files.out.tidied import tidied_workbook
from innopraktik_match.files.rounds.account import people_of
from innopraktik_match.files.settings.answers import answers_in
from innopraktik_match.files.settings.dialect import Dialect
from tests.files.given import Rows, workbook
from tests.test_cli import run

if TYPE_CHECKING:
    from pathlib import Path

    from innopraktik_match.domain.round import Round
    from innopraktik_match.files.rounds.reading import Reading

INTERNS: Rows = [
    ["Id", "Navn", "E-mail", "Arbejdsplads", "Sektor", "Kommune", "Ønsker", "Fravalg", "Gruppe"],
    ["p1", "Ane Holm", "ane@a.example", "Kystlab", "stat", "Odense", None, None, None],
    ["p2", "Bo Lund", "bo@b.example", "Region Øst", "region", "Hillerød", None, None, None],
]
HOSTS: Rows = [
    ["Id", "Navn", "Kontaktperson", "E-mail", "Arbejdsplads", "Sektor", "Kommune", "Højst"],
    ["v1", "Museet nord", "Dan Vig", "dan@m.example", "Museet", "privat", "Vejle", 3],
    ["v2", "Museet syd", "Eva Skov", "eva@m.example", "Museum Syd", "privat", "Vejle", 3],
]


def sheets(interns: Rows = (), hosts: Rows = (), **cells: Any) -> dict[str, Rows]:
    """Return the two sheets with more rows; `p1_gruppe="Bo Lund"` fills a cell."""
    rows = [list(row) for row in (*INTERNS, *interns)]
    for at, value in cells.items():
        who, _, column = at.partition("_")
        next(row for row in rows if row[0] == who)[INTERNS[0].index(column.capitalize())] = value
    return {"Praktikanter": rows, "Værter": [*HOSTS, *hosts]}


def tidied(path: Path, out: Path, answered: Path | None = None) -> Reading:
    """Tidy a workbook, with what was answered in an earlier one."""
    answers = list(_answers(answered)) if answered else []
    reading = read_files(path, dialect=Dialect(answers=tuple(answers)))
    out.write_bytes(tidied_workbook(reading, answers, "da").workbook)
    return reading


def _answers(path: Path) -> Any:
    from innopraktik_match.files.raw.inputs import read_tables

    tables, _ = read_tables(path.read_bytes(), path.name)
    return [one for table in tables if table.title == "Spørgsmål" for one in answers_in(table)]


def asked(path: Path) -> list[tuple[str, str, str | None]]:
    book = openpyxl.load_workbook(path)
    if "Spørgsmål" not in book.sheetnames:
        return []
    rows = list(book["Spørgsmål"].iter_rows(min_row=2, values_only=True))
    return [(str(row[7]), str(row[2]), row[3]) for row in rows]


def answer(path: Path, *words: str) -> Path:
    book = openpyxl.load_workbook(path)
    for row, word in zip(book["Spørgsmål"].iter_rows(min_row=2), words, strict=True):
        row[3].value = word
    book.save(path)
    return path


def codes(reading: Reading) -> set[str]:
    return {one.code for one in reading.issues if one.severity != "info"}


TWIN = ["p3", "Anne Holm", None, "Kystlab", "stat", "Odense", None, None, None]
CASES: dict[str, tuple[dict[str, Rows], str, str, dict[str, Any]]] = {
    "same_person": (
        sheets([TWIN]),
        "ja",
        "person_perhaps_twice",
        {
            "ja": lambda round: [one.id for one in round.interns] == ["p2", "p3"],
            "nej": lambda round: [one.id for one in round.interns] == ["p1", "p2", "p3"],
        },
    ),
    "same_contact": (
        sheets(
            hosts=[["v3", "Kystlab", "Ane H. Holm", "ane@a.example", "Laboratoriet", "stat", "Odense", 1]]
        ),
        "ja",
        "contact_perhaps_intern",
        {
            "ja": lambda round: banned(round) == {("p1", "v3")},
            "nej": lambda round: banned(round) == set(),
        },
    ),
    "nearly_named": (
        sheets(p1_ønsker="Musæet syd"),
        "Museet syd (v2)",
        "host_unknown",
        {
            "Museet syd (v2)": lambda round: wishes(round) == ("v2",),
            "v1": lambda round: wishes(round) == ("v1",),
            "ingen af dem": lambda round: wishes(round) == (),
        },
    ),
    "nobody_named": (
        sheets(p1_fravalg="Min egen afdeling"),
        "ingen af dem",
        "host_unknown",
        {
            "ingen af dem": lambda round: round.interns[0].rejects == (),
            "Museet nord (v1)": lambda round: round.interns[0].rejects == ("v1",),
        },
    ),
    "companion": (
        sheets(p1_gruppe="Bo Lund"),
        "ja",
        "companion_one_sided",
        {
            "ja": lambda round: round.interns[0].group == round.interns[1].group is not None,
            "nej": lambda round: {one.group for one in round.interns} == {None},
        },
    ),
    "same_workplace": (
        sheets(
            hosts=[["v3", "Formidling", "Fie", "fie@k.example", "Kystlab, formidling", "stat", "Odense", 1]]
        ),
        "ja",
        "workplace_nearly_same",
        {
            "ja": lambda round: banned(round) == {("p1", "v3")},
            "nej": lambda round: banned(round) == set(),
        },
    ),
}


def banned(round: Round) -> set[tuple[str, str]]:
    return {(one.intern, one.host) for one in round.bans}


def wishes(round: Round) -> tuple[str, ...]:
    return round.interns[0].wishes


@pytest.mark.parametrize(("kind", "word"), [(kind, word) for kind, case in CASES.items() for word in case[3]])
def test_an_answer_is_read_by_whoever_reads_and_kept_by_the_next_tidy(
    tmp_path: Path, kind: str, word: str
) -> None:
    given, guess, code, means = CASES[kind]
    source, out = workbook(tmp_path / "svar.xlsx", given), tmp_path / "runde.xlsx"
    assert code in codes(tidied(source, out))
    assert asked(out) == [(kind, guess, None)]
    assert code in codes(read_files(out))
    answer(out, word)
    told = read_files(out)
    assert told.round is not None
    assert means[word](told.round)
    assert codes(told) <= {"contact_away", "group_alone"}
    again = tmp_path / "igen.xlsx"
    whole = tidied(source, again, answered=out).round
    assert whole is not None
    assert means[word](whole)
    assert asked(again) == [(kind, guess, word)]
    later = read_files(again)
    assert later.round is not None
    assert means[word](later.round)
    assert not codes(later) & {code, "answer_unknown"}


def test_a_wish_that_names_two_hosts_is_asked_with_both_to_choose_from(tmp_path: Path) -> None:
    given = sheets(p1_ønsker="Museet", p2_ønsker="Museet")
    given["Værter"] = [[*row[:4], "Museet", *row[5:]] if row[0] != "Id" else row for row in HOSTS]
    source, out = workbook(tmp_path / "svar.xlsx", given), tmp_path / "runde.xlsx"
    assert "name_ambiguous" in codes(tidied(source, out))
    assert asked(out) == [("which_one", "Museet nord (v1)", None)]
    sheet = openpyxl.load_workbook(out)["Spørgsmål"]
    (choice,) = sheet.data_validations.dataValidation
    assert (str(choice.sqref), choice.formula1) == ("D2", "$I$2:$K$2")
    assert [cell.value for cell in sheet["I2:K2"][0]] == [
        "Museet nord (v1)",
        "Museet syd (v2)",
        "ingen af dem",
    ]
    reading = read_files(answer(out, "Museet syd (v2)"))
    assert reading.round is not None
    assert [one.wishes for one in reading.round.interns] == [("v2",), ("v2",)]


@pytest.mark.parametrize(("word", "week"), [("ja", "2026-W37"), ("nej", "2026-W28")])
def test_dates_that_were_perhaps_swapped_are_asked_about(tmp_path: Path, word: str, week: str) -> None:
    given = sheets()
    given["Praktikanter"] = [
        [*row, value]
        for row, value in zip(INTERNS, ["Uger", dt.datetime(2026, 7, 9), "14/09/2026"], strict=True)
    ]
    source, out = workbook(tmp_path / "svar.xlsx", given), tmp_path / "runde.xlsx"
    assert "date_perhaps_swapped" in codes(tidied(source, out))
    assert asked(out) == [("swapped_date", "ja", None)]
    reading = read_files(answer(out, word))
    assert reading.round is not None
    assert [one.weeks for one in reading.round.interns] == [(week,), ("2026-W38",)]
    again = tidied(source, tmp_path / "igen.xlsx", answered=out)
    assert again.round is not None
    assert again.round.interns[0].weeks == (week,)
    assert "date_perhaps_swapped" not in codes(again)


@pytest.mark.parametrize(
    ("second", "asks"),
    [
        (["p3", "Ane Holm", None, None], True),
        (["p3", "Ane Holm", "ane@hjemme.example", "Kystlab"], True),  # two addresses
        (["p3", "Ane M. Holm", None, "Kystlab"], True),
        (["p3", "Ane Halm", None, "Kystlab"], True),
        (["p3", "Åne Holm", None, "Kystlab"], True),
        (["p3", "A. Holm", "ane@a.example", None], True),
        (["p3", "Ane Holm", None, "Region Øst"], False),  # a namesake elsewhere
        (["p3", "Ane Holm", "ane@hjemme.example", None], False),
        (["p3", "Ane Halm", None, "Region Øst"], False),
        (["p3", "Ole Holm", None, "Kystlab"], False),
    ],
)
def test_two_people_are_asked_about_where_little_tells_them_apart(
    tmp_path: Path, second: list[str | None], asks: bool
) -> None:
    given = sheets([[*second, "stat", "Odense", None, None, None]])
    source, out = workbook(tmp_path / "svar.xlsx", given), tmp_path / "runde.xlsx"
    tidied(source, out)
    assert asked(out) == ([("same_person", "ja", None)] if asks else [])


def test_two_answers_of_one_host_are_asked_about(tmp_path: Path) -> None:
    twice = ["v3", "Museet i nord", "Dan Vig", "dan@m.example", "Museet", "privat", "Vejle", 3]
    source, out = workbook(tmp_path / "svar.xlsx", sheets(hosts=[twice])), tmp_path / "runde.xlsx"
    tidied(source, out)
    assert asked(out) == [("same_person", "ja", None)]
    reading = read_files(answer(out, "ja"))
    assert people_of(reading)["hosts"] == 2


def test_names_that_are_counted_are_different_people(tmp_path: Path) -> None:
    counted = [[f"p{n}", f"Elev {n}", None, "Skolen", *INTERNS[1][4:]] for n in range(11, 15)]
    source = workbook(tmp_path / "svar.xlsx", sheets(counted))
    tidied(source, tmp_path / "runde.xlsx")
    assert asked(tmp_path / "runde.xlsx") == []


def test_the_address_of_an_office_asks_nothing(tmp_path: Path) -> None:
    office = [
        [f"p{n}", f"Navn {n} Efternavn{n}", "post@a.example", f"A{n}", *INTERNS[1][4:]] for n in range(3, 8)
    ]
    source = workbook(tmp_path / "svar.xlsx", sheets(office))
    tidied(source, tmp_path / "runde.xlsx")
    assert asked(tmp_path / "runde.xlsx") == []


@pytest.mark.parametrize(("kind", "expected"), [("companion", "ja"), ("nearly_named", "Museet nord (v1)")])
def test_a_word_that_is_no_answer_is_told_and_the_question_stays(
    tmp_path: Path, kind: str, expected: str
) -> None:
    out = tmp_path / "runde.xlsx"
    tidied(workbook(tmp_path / "svar.xlsx", CASES[kind][0]), out)
    reading = read_files(answer(out, "måske senere"))
    told = next(one for one in reading.issues if one.code == "answer_unknown")
    assert told.places[0].cell == "D2"
    assert expected in told.values["expected"]
    assert CASES[kind][2] in codes(reading)


def test_the_commands_read_what_was_answered(tmp_path: Path) -> None:
    source, out = workbook(tmp_path / "svar.xlsx", CASES["nearly_named"][0]), tmp_path / "runde.xlsx"
    assert run("tidy", source, "-o", out).returncode == 0
    assert run("solve", out, "-o", tmp_path / "plan.json").returncode == 3
    answer(out, "Museet syd (v2)")
    assert run("check", out).returncode == 0
    assert run("solve", out, "-o", tmp_path / "plan.json").returncode == 0
    assert run("tidy", source, "-o", out, "--force").returncode == 0
    assert asked(out) == [("nearly_named", "Museet syd (v2)", "Museet syd (v2)")]
    assert run("check", out).returncode == 0
