"""Workbooks: every fault at once with its cell, ids and names kept apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innopraktik_match.files import (
    read,
)
from tests.files.given import HOST, INTERN, PEOPLE, Rows, errors, workbook

if TYPE_CHECKING:
    from pathlib import Path


def test_every_fault_of_a_workbook_comes_at_once_with_its_cell(tmp_path: Path) -> None:
    book = workbook(
        tmp_path / "r.xlsx",
        {
            "Praktikanter": [
                ["Id", "Dage", "Uger", "Besøg", "Sektor", "Ønske 1", "Ønske 2", "Arbejdspalds"],
                ["p1", "3-6 mdr", "uge 60", 0, "kommunnal", "v1", "v9", None],
                ["P1", 99, "37", 2.5, "#N/A", None, None, "x"],
                [123456789012345678, None, None, None, None, None, None, None],
                [None, 3, None, None, None, None, None, None],
            ],
            "Værter": [["Id", "Mindst", "Højst"], ["v1", 3, 2], ["v2", 1, 4]],
            "Låst": [["Praktikant", "Vært", "Dage"], ["p1", "v2", 0], [None, "v2", 3]],
            "Udelukket": [["Praktikant", "Vært"], ["p1", "v2"]],
            "Par": [["Praktikant", "Point"], ["p1", 3]],
            "Indstillinger": [
                ["year", 2026],
                ["aims", "placed|pints"],
                ["rules.travl.mode", "soft"],
            ],
        },
    )
    assert errors(book) == {
        ("days_unreadable", "B2"),
        ("week_does_not_exist", "C2"),
        ("number_too_small", "D2"),
        ("not_one_of", "E2"),
        ("host_unknown", "G2"),
        ("column_misspelt", "H1"),
        ("days_out_of_range", "B3"),
        ("not_whole", "D3"),
        ("error_value", "E3"),
        ("id_twice", "A2"),
        ("id_twice", "A3"),
        ("id_long_number", "A4"),
        ("id_missing", "A5"),
        ("min_above_max", "B2"),
        ("max_above_limit", "C3"),
        ("number_too_small", "C2"),
        ("field_missing", "A3"),
        ("lock_banned", "B2"),
        ("column_missing", "A1"),
        ("not_one_of", "B2"),
        ("key_unknown", "B3"),
    }


def test_a_formula_nobody_calculated_is_an_error_and_a_cached_value_is_read(tmp_path: Path) -> None:
    import xlsxwriter

    for name, cached in (("new.xlsx", ""), ("saved.xlsx", 3)):
        with xlsxwriter.Workbook(tmp_path / name) as book:
            for title, row in (("Praktikanter", INTERN), ("Værter", HOST)):
                sheet = book.add_worksheet(title)
                sheet.write_row(0, 0, [*PEOPLE[0], "visits"])
                sheet.write_row(1, 0, row)
                if title == "Praktikanter":
                    sheet.write_formula(1, 4, "=1+2", None, cached)
    assert read(tmp_path / "saved.xlsx").interns[0].visits == 3
    _remove_cached(tmp_path / "new.xlsx")
    assert errors(tmp_path / "new.xlsx") == {("formula_without_value", "E2")}


def _remove_cached(path: Path) -> None:
    import zipfile

    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    parts[sheet] = parts[sheet].replace(b"<v></v>", b"")
    with zipfile.ZipFile(path, "w") as new:
        for name, data in parts.items():
            new.writestr(name, data)


def test_an_id_and_a_number_are_kept_apart(tmp_path: Path) -> None:
    interns = [*PEOPLE, ["007", *INTERN[1:]], [7, *INTERN[1:]], [8.0, *INTERN[1:]]]
    book = workbook(tmp_path / "r.xlsx", {"Interns": interns, "Hosts": [*PEOPLE, HOST]})
    assert [intern.id for intern in read(book).interns] == ["007", "7", "8"]


def test_a_missing_id_is_the_name_and_wishes_may_be_names(tmp_path: Path) -> None:
    interns = [["navn", "ønsker"], ["Bo", "Teknik, Aarhus; museet"], ["Åse", "Museet"]]
    hosts = [["vært", "fravalg"], ["Teknik, Aarhus", "åse"], ["Museet", None]]
    book = workbook(tmp_path / "r.xlsx", {"Praktikanter": interns, "Værter": hosts})
    round = read(book, preset="bare")
    assert round.interns[0].wishes == ("Teknik, Aarhus", "Museet")
    assert round.hosts[0].rejects == ("Åse",)


def test_a_name_that_two_have_is_not_guessed(tmp_path: Path) -> None:
    hosts = [["id", "navn"], ["v1", "Museet"], ["v2", "museet"]]
    sheets: dict[str, Rows] = {
        "Værter": hosts,
        "Praktikanter": [["id", "ønsker"], ["p1", "Museet"]],
    }
    book = workbook(tmp_path / "r.xlsx", sheets)
    assert errors(book, preset="bare") == {("name_ambiguous", "B2")}
