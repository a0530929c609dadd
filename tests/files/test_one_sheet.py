"""One sheet for both sides, lists in one cell, and columns that only their cells tell."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from innopraktik_match.domain.directory import Directory
from innopraktik_match.domain.municipalities import municipality
from innopraktik_match.files import read_files
from innopraktik_match.files.rounds.reading import Reading
from innopraktik_match.files.values.lengths import days
from tests.files.given import Rows, workbook

HEADER = ["Navn", "Arbejdsplads", "Er du vært eller praktikant?", "Hvor mange dage kan du?", "1. prioritet"]
HEADER += ["2. prioritet", "Hvor mange praktikanter kan I tage imod?", "Hvor mange dage vil I have besøg?"]
SURVEY: Rows = [
    HEADER,
    ["Ane", "Odense Kommune", "praktikant", "3 dage", "DMI", "Skat", None, None],
    ["Bo", "Skat", "begge dele", "2 dage", "DMI", "", 2, "5 dage"],
    ["Cy", "DMI", "vært", None, None, None, 1, "2-3"],
]


def read(tmp_path: Path, **sheets: Rows) -> Reading:
    return read_files(workbook(tmp_path / "r.xlsx", sheets))


def test_what_only_one_side_was_asked_is_that_sides(tmp_path: Path) -> None:
    """Bo is on both sides: two days as an intern, five as a host, and no wishes as a host."""
    reading = read(tmp_path, Svar=SURVEY)
    assert reading.round is not None
    ane, bo = reading.round.interns
    assert [one.days and one.days.max for one in (ane, bo)] == [3, 2]
    assert [one.wishes for one in (ane, bo)] == [("Cy", "Bo"), ("Cy",)]  # the hosts DMI and Skat
    skat, dmi = reading.round.hosts
    assert [(one.max, one.days and one.days.max, one.wishes) for one in (skat, dmi)] == [
        (2, 5, ()),
        (1, 3, ()),
    ]


def test_where_everybody_is_on_both_sides_no_column_is_taken_from_one(tmp_path: Path) -> None:
    rows: Rows = [["Navn", "Arbejdsplads", "Rolle i ordningen", "Dage"]]
    rows += [[name, f"A{name}", "begge", days] for name, days in (("Ane", 3), ("Bo", 2))]
    rows += [["Cy", "ACy", "vært", 4]]
    reading = read(tmp_path, Svar=rows)
    assert reading.round is not None
    assert [one.days and one.days.max for one in reading.round.interns] == [3, 2]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("DMI / Skat", ["DMI", "Skat"]),
        ("DMI eller Børn og Unge", ["DMI", "Børn og Unge"]),
        ("Børn og Unge og Skat", ["Børn og Unge", "Skat"]),
        ("DMI, dernæst Skat", ["DMI", "dernæst Skat"]),
        ("Skat then DMI or Børn og Unge", ["Skat", "DMI", "Børn og Unge"]),
        ("DMI > Skat > Børn og Unge", ["DMI", "Skat", "Børn og Unge"]),
        ("Vej og Park", ["Vej og Park"]),
        ("DMI og noget andet", ["DMI", "noget andet"]),
        ("A-Z - DMI", ["A-Z", "DMI"]),
    ],
)
def test_a_list_is_parted_by_words_where_it_holds_names(text: str, words: list[str]) -> None:
    hosts = Directory([("v1", "DMI"), ("v2", "Skat"), ("v3", "Børn og Unge"), ("v4", "A-Z")])
    assert hosts.split(text) == words


def test_cells_with_units_tell_what_they_are(tmp_path: Path) -> None:
    hosts: Rows = [
        ["Navn", "Sektor", "Antal", "Ophold", "Plads i"],
        ["DMI", "stat", 2, "2-4 dage", "uge 37"],
        ["Skat", "stat", 1, "3 dage eller mere", "uge 38 + 39"],
    ]
    interns: Rows = [["Navn", "Sektor"], ["Ane", "kommune"]]
    reading = read(tmp_path, Praktikanter=interns, Værter=hosts)
    asked = {
        issue.values["read"]: issue.values["field"]
        for issue in reading.issues
        if issue.code in ("column_proposed", "column_understood")
    }
    assert asked == {"Ophold": "days", "Plads i": "weeks"}


def test_yes_and_no_are_nobodys_name(tmp_path: Path) -> None:
    hosts: Rows = [
        ["Arbejdsplads", "Antal", "Må vi give dit navn videre?"],
        ["DMI", 2, "Ja"],
        ["Skat", 1, "Nej"],
    ]
    reading = read(tmp_path, Praktikanter=[["Navn"], ["Ane"]], Værter=hosts)
    assert not [issue for issue in reading.issues if issue.code == "column_proposed"]


def test_a_single_remark_below_the_list_is_skipped_and_told(tmp_path: Path) -> None:
    rows: Rows = [["#", "Navn", "Dage"], [1, "Ane", 3], ["Husk at ringe til værterne", None, None]]
    reading = read(tmp_path, Praktikanter=rows, Værter=[["Navn"], ["DMI"]])
    assert reading.round is not None
    assert len(reading.round.interns) == 1
    assert [issue.places[0].cell for issue in reading.issues if issue.code == "note_row_skipped"] == ["A3"]


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("2 dage eller mere", 2, 5),
        ("3 or more days", 3, 5),
        ("to eller flere dage", 2, 5),
        ("fra 4 dage", 4, 5),
        ("6 dage og opefter", 6, 10),
        ("3 dage eller kortere", 1, 3),
        ("2 days or less", 1, 2),
        ("fra 2 til 4 dage", 2, 4),
    ],
)
def test_lengths_that_are_open_at_one_end(text: str, least: int, most: int) -> None:
    """At least so many ends with the week."""
    assert days(text) == {"min": least, "max": most, "about": False}


@pytest.mark.parametrize(
    ("town", "name"),
    [
        ("Taastrup", "Høje-Taastrup"),
        ("2800 Kgs. Lyngby", "Lyngby-Taarbæk"),
        ("Nykøbing F.", "Guldborgsund"),
        ("Viby J", "Aarhus"),
        ("Hellerup", "Gentofte"),
    ],
)
def test_towns_lie_in_their_municipality(town: str, name: str) -> None:
    found = municipality(town)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("merged", [False, True])
def test_hosts_below_one_header_are_columns_of_wishes(tmp_path: Path, merged: bool) -> None:
    path = workbook(
        tmp_path / "r.xlsx",
        {
            "Praktikanter": [
                ["Navn", "Sektor", "Ønsker (1 = højest)", None, None],
                [None, None, "DMI", "Skat", "Vejle Kommune"],
                ["Ane", "kommune", 2, 1, None],
                ["Bo", "stat", 1, None, 2],
            ],
            "Værter": [["Navn"], ["DMI"], ["Skat"], ["Vejle Kommune"]],
        },
    )
    if merged:
        book = openpyxl.load_workbook(path)
        book["Praktikanter"].merge_cells("C1:E1")
        book.save(path)
    reading = read_files(path)
    assert reading.round is not None
    assert [one.wishes for one in reading.round.interns] == [("Skat", "DMI"), ("DMI", "Vejle Kommune")]
