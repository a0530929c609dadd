"""Files as coordinators have them: each reads to the same round as the clean one."""

from __future__ import annotations

import unicodedata
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from innopraktik_match.domain.round import Round
from innopraktik_match.files import read_with_issues
from innopraktik_match.texts.issues import mapping_lines
from tests.files.given import Rows, workbook

PEOPLE = ["Id", "Navn", "E-mail", "Arbejdsplads", "Sektor", "Kommune", "Dage", "Uger"]
INTERNS: Rows = [
    [*PEOPLE, "Ønsker", "Højst km"],
    ["1", "Åse Sørensen", "aase@x.dk", "Odense Bibliotek", "kommunal", "Odense", "2-3", "37", "v1|v2", 200],
    ["2", "Bjørn Ærø", "b@x.dk", "Sygehuset", "regional", "Aarhus", "3", "37|38", "v2", None],
    ["3", "Cleo Dam", "c@x.dk", "Skat", "statslig", "København", "2-5", "", "", 50],
]
HOSTS: Rows = [
    [*PEOPLE, "Mindst", "Højst", "Kontaktperson"],
    ["v1", "Teknik, Århus", "t@x.dk", "Aarhus Kommune", "kommunal", "Aarhus", "2-5", "37", 1, 2, "Dan"],
    ["v2", "Kystdirektoratet", "k@x.dk", "Kystdirektoratet", "statslig", "Lemvig", "3", "", 1, 1, "Eva"],
]
SETTINGS: Rows = [["year", 2026], ["weeks", "37-38"]]
POLICY = "year = 2026\nweeks = [37, 38]\n"


def lines(rows: Rows, mark: str, end: str) -> str:
    def cell(value: Any) -> str:
        text = "" if value is None else str(value)
        return f'"{text}"' if mark in text or "\n" in text else text

    return "".join(mark.join(map(cell, row)) + end for row in rows)


def changed(rows: Rows, columns: dict[str, Any], headers: dict[str, str] | None = None) -> Rows:
    """Return rows with some columns written in another way, and other headers."""
    out = [[(headers or {}).get(word, word) for word in rows[0]]]
    for row in rows[1:]:
        out.append([columns.get(word, lambda one: one)(one) for word, one in zip(rows[0], row, strict=True)])
    return out


def without_extra(round: Round) -> Round:
    bare = {
        side: tuple(one.model_copy(update={"extra": {}}) for one in getattr(round, side))
        for side in ("interns", "hosts")
    }
    return round.model_copy(update=bare)


@pytest.fixture
def clean(tmp_path: Path) -> Round:
    path = workbook(
        tmp_path / "ren.xlsx", {"Praktikanter": INTERNS, "Værter": HOSTS, "Indstillinger": SETTINGS}
    )
    round, issues = read_with_issues(path)
    assert issues == []
    assert round is not None
    return round


def read_folder(folder: Path, *codes: str) -> Round:
    """Read the files of a folder; nothing but these notes and warnings is said."""
    round, issues = read_with_issues(folder)
    assert sorted({issue.code for issue in issues}) == sorted(codes), issues
    assert round is not None
    return round


QUESTIONS = {
    "Id": "Respondent-id",
    "Navn": "Hvad er dit\nfulde navn?",
    "E-mail": "Din e-mail (bruges kun til aftalen)",
    "Arbejdsplads": "På hvilken arbejdsplads er du ansat?",
    "Sektor": "Hvilken sektor\nhører arbejdspladsen til?",
    "Kommune": "I hvilken kommune ligger den?",
    "Dage": "Hvor mange dage ønsker du?",
    "Uger": "Hvilke uger kan du?",
    "Ønsker": "Har du ønsker til en bestemt vært?",
    "Højst km": "Hvor langt vil du højst rejse (km)?",
}


@pytest.mark.parametrize("lang", ["da", "en"])
def test_a_survey_export_with_its_saved_columns(tmp_path, clean, lang):
    weeks = {"37": "7.-11. september 2026", "37|38": "07-09-2026 - 18-09-2026", "": None}
    interns = changed(INTERNS, {"Uger": weeks.get, "Sektor": lambda word: f" {word.title()} "}, QUESTIONS)
    stamp = datetime(2026, 6, 1, 9, 30)
    survey = [
        ["Innovationspraktik 2026 – tilmelding", *[None] * 10],
        [f"Udtræk {stamp:%d-%m-%Y}", *[None] * 10],
        *([*row, "Oprettet" if n == 0 else stamp] for n, row in enumerate(interns)),
        ["I alt", 3, *[None] * 9],
    ]
    folder = tmp_path / "survey"
    folder.mkdir()
    workbook(folder / "runde.xlsx", {"Deltagere": survey, "Værter": HOSTS, "Indstillinger": SETTINGS})
    proposed = read_with_issues(folder)[1]
    section, *lines_to_paste = mapping_lines(proposed, lang)
    assert section == {"da": "[columns.praktikanter]", "en": "[columns.interns]"}[lang]
    (folder / "columns.toml").write_text("\n".join([section, *lines_to_paste]), encoding="utf-8")
    round = read_folder(folder, "total_row_skipped")
    assert without_extra(round) == clean
    assert round.interns[0].extra == {"Oprettet": "2026-06-01 09:30:00"}


def test_a_csv_from_a_mac(tmp_path, clean):
    folder = tmp_path / "mac"
    folder.mkdir()
    for name, rows in (("Praktikanter", INTERNS), ("Værter", HOSTS)):
        text = unicodedata.normalize("NFD", lines(rows, ";", "\r"))
        (folder / f"{unicodedata.normalize('NFD', name)}.csv").write_bytes(text.encode("utf-8"))
    (folder / "policy.toml").write_text(POLICY)
    round = read_folder(folder)
    assert round.model_dump_json() == unicodedata.normalize("NFD", clean.model_dump_json())


def test_a_workbook_with_two_title_rows_and_numbers_as_text(tmp_path, clean):
    folder = tmp_path / "titled"
    folder.mkdir()
    titles = [["Innovationspraktik uge 37"], ["Ansvarlig: HR, tlf. 12 34 56 78", None, None, 2026], []]
    hosts = changed(HOSTS, {"Mindst": str, "Højst": str}, {"Højst": "Antal pladser (højst)"})
    path = workbook(
        folder / "runde.xlsx",
        {
            "Praktikanter": titles + changed(INTERNS, {"Højst km": lambda one: one and f"{one} km"}),
            "Værter": titles + hosts,
            "Indstillinger": SETTINGS,
            "Ark3": [],
        },
    )
    made = openpyxl.load_workbook(path)
    made["Praktikanter"].merge_cells("A1:H1")
    made.save(path)
    assert read_folder(folder, "sheet_empty") == clean


def test_english_headers_and_values(tmp_path, clean):
    folder = tmp_path / "english"
    folder.mkdir()
    names = ["id", "name", "email", "workplace", "sector", "municipality", "days", "weeks"]
    words = {"kommunal": "Municipality", "regional": "region", "statslig": "STATE"}
    danish = dict(zip(PEOPLE, names, strict=True))
    interns = changed(INTERNS, {"Sektor": words.get}, {**danish, "Ønsker": "Wishes", "Højst km": "Max km"})
    hosts = changed(
        HOSTS,
        {"Sektor": words.get},
        {**danish, "Mindst": "min", "Højst": "capacity", "Kontaktperson": "contact"},
    )
    workbook(folder / "round.xlsx", {"Hosts": hosts, "Interns": interns, "Settings": SETTINGS})
    assert read_folder(folder) == clean


def test_wishes_by_name_in_one_cell_and_in_columns(tmp_path, clean):
    folder = tmp_path / "wishes"
    folder.mkdir()
    one_cell = {"v1|v2": "teknik, århus;\nKYSTDIREKTORATET", "v2": " Kystdirektoratet ", "": None}
    sheets = {
        "Praktikanter": changed(INTERNS, {"Ønsker": one_cell.get}),
        "Værter": HOSTS,
        "Indstillinger": SETTINGS,
    }
    workbook(folder / "runde.xlsx", sheets)
    assert read_folder(folder) == clean
    columns = {"v1|v2": ["Teknik, Århus", "v2"], "v2": ["Kystdirektoratet", None], "": [None, None]}
    spread = [[*INTERNS[0][:8], "1. prioritet", "2. prioritet", INTERNS[0][9]]]
    spread += [[*row[:8], *columns[row[8]], row[9]] for row in INTERNS[1:]]
    workbook(folder / "runde.xlsx", {**sheets, "Praktikanter": spread})
    assert read_folder(folder) == clean


def test_interns_and_hosts_in_two_files(tmp_path, clean):
    folder = tmp_path / "two"
    folder.mkdir()
    workbook(folder / "tilmeldte praktikanter 2026.xlsx", {"Ark1": INTERNS})
    workbook(folder / "værter.xlsx", {"Ark1": HOSTS})
    (folder / "policy.toml").write_text(POLICY)
    assert read_folder(folder) == clean


def test_csv_as_danish_excel_saves_it(tmp_path, clean):
    folder = tmp_path / "excel"
    folder.mkdir()
    for name, rows in (("praktikanter", INTERNS), ("værter", HOSTS)):
        (folder / f"{name}.csv").write_bytes(("sep=;\r\n" + lines(rows, ";", "\r\n")).encode("cp1252"))
    (folder / "policy.toml").write_text(POLICY)
    assert read_folder(folder, "read_as_cp1252") == clean


def test_the_mapping_may_stand_in_the_settings_sheet(tmp_path, clean):
    interns = changed(INTERNS, {}, {"Kommune": "Hvor bor arbejdspladsen?", "Navn": "Hvem er du? (1.)"})
    settings = [
        *SETTINGS,
        ["columns.interns.Hvor bor arbejdspladsen?", "municipality"],
        ["kolonner.Praktikanter.Hvem er du? (1.)", "Navn"],
    ]
    path = workbook(
        tmp_path / "r.xlsx", {"Praktikanter": interns, "Værter": HOSTS, "Indstillinger": settings}
    )
    round, issues = read_with_issues(path)
    assert issues == []
    assert round == clean


def test_kommune_as_sector_and_kommune_as_place_are_told_apart(tmp_path, clean):
    interns = changed(INTERNS, {}, {"Sektor": "Kommune", "Kommune": "Beliggenhed"})
    path = workbook(
        tmp_path / "r.xlsx", {"Praktikanter": interns, "Værter": HOSTS, "Indstillinger": SETTINGS}
    )
    round, issues = read_with_issues(path)
    assert round is None
    (held,) = [issue for issue in issues if issue.code == "column_holds_other"]
    assert held.values["mapping"] == '"Kommune" = "sector"'
    (tmp_path / "columns.toml").write_text(
        '[columns.interns]\n"Kommune" = "sector"\n"Beliggenhed" = "municipality"\n', encoding="utf-8"
    )
    assert read_with_issues(path, tmp_path / "columns.toml") == (clean, [])


@pytest.mark.parametrize(
    ("text", "key", "suggestion"),
    [
        ('[columns.interns]\n"x" = "sektro"', "columns.interns.x", "sektor"),
        ('[columns.intrens]\n"x" = "id"', "columns.intrens", "interns"),
        ("[limits]\ncels = 3", "limits.cels", "cells"),
        ("[limits]\ncells = 0", "limits.cells", None),
        ('dates = "american"', "dates", None),
        ("columns = 3", "columns", None),
    ],
)
def test_faults_of_a_saved_mapping_are_told(tmp_path, clean, text, key, suggestion):
    (tmp_path / "columns.toml").write_text(text)
    round, issues = read_with_issues(tmp_path / "ren.xlsx", tmp_path / "columns.toml")
    assert round is None
    assert [(issue.values["key"], issue.values.get("suggestion")) for issue in issues] == [(key, suggestion)]


def test_a_limit_is_a_setting(tmp_path, clean):
    (tmp_path / "columns.toml").write_text("[limits]\ncells = 20\n")
    _, issues = read_with_issues(tmp_path / "ren.xlsx", tmp_path / "columns.toml")
    assert {(issue.code, issue.values["limit"]) for issue in issues if issue.code == "table_too_large"} == {
        ("table_too_large", 20)
    }
