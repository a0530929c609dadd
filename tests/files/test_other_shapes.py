"""Sheets of other shapes: wishes in a sheet of their own, places by week, weeks when somebody cannot."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from innopraktik_match.cli import main
from innopraktik_match.files import read_files
from innopraktik_match.files.rounds.reading import Reading
from tests.files.given import Rows, workbook

HOSTS: Rows = [["Navn", "Antal"], ["DMI", 1], ["Skat", 2], ["Vejle Kommune", 3]]
INTERNS: Rows = [["Id", "Navn", "Ønsker"], ["p1", "Ane Holm", None], ["p2", "Bo Lund", "Vejle Kommune"]]


def read(tmp_path: Path, **sheets: Rows) -> Reading:
    return read_files(workbook(tmp_path / "r.xlsx", {"Praktikanter": INTERNS, "Værter": HOSTS, **sheets}))


def codes(reading: Reading) -> dict[str, list[str | None]]:
    said: dict[str, list[str | None]] = {}
    for issue in reading.issues:
        if issue.code != "field_blank":
            said.setdefault(issue.code, []).extend(place.cell for place in issue.places)
    return said


@pytest.mark.parametrize(
    "header",
    [
        ["Deltager", "Vært", "Prioritet"],
        ["Praktikant", "Praktiksted", "Nr."],
        ["Intern", "Host", "Rank"],
    ],
)
def test_a_sheet_of_wishes_is_given_to_those_who_wish(tmp_path: Path, header: list[Any]) -> None:
    """By id or by name, in the order of the numbers, after what stands with the person."""
    rows: Rows = [header, ["Ane Holm", "Skat", 2], ["p1", "DMI", 1], ["Bo Lund", "DMI", 1]]
    reading = read(tmp_path, Valg=rows)
    assert reading.round is not None
    assert [one.wishes for one in reading.round.interns] == [("DMI", "Skat"), ("Vejle Kommune", "DMI")]
    assert "table_of_wishes" in codes(reading)


def test_wishes_without_numbers_stand_in_their_order(tmp_path: Path) -> None:
    rows: Rows = [["Deltager", "Vært"], ["p1", "Skat"], ["p2", "Skat"], ["p1", "DMI"]]
    reading = read(tmp_path, Valg=rows)
    assert reading.round is not None
    assert [one.wishes for one in reading.round.interns] == [("Skat", "DMI"), ("Vejle Kommune", "Skat")]


def test_whoever_wishes_and_is_nobody_is_told_with_the_cell(tmp_path: Path) -> None:
    rows: Rows = [["Deltager", "Vært", "Prioritet"], ["Ane Holm", "DMI", 1], ["Per Vind", "DMI", 1]]
    reading = read(tmp_path, Valg=rows)
    assert reading.round is None
    assert codes(reading)["intern_unknown"] == ["A3"]


def test_the_wishes_of_somebody_withdrawn_are_left_out(tmp_path: Path) -> None:
    interns: Rows = [["Navn", "Status"], ["Ane Holm", None], ["Bo Lund", "Frameldt"]]
    rows: Rows = [["Deltager", "Vært", "Prioritet"], ["Ane Holm", "DMI", 1], ["Bo Lund", "DMI", 1]]
    reading = read(tmp_path, Praktikanter=interns, Valg=rows)
    assert reading.round is not None
    assert [(one.name, one.wishes) for one in reading.round.interns] == [("Ane Holm", ("DMI",))]


def test_points_for_pairs_are_no_wishes(tmp_path: Path) -> None:
    reading = read(tmp_path, Par=[["Praktikant", "Vært", "Point"], ["p1", "DMI", 7]])
    assert reading.round is not None
    assert [one.points for one in reading.round.pairs] == [7]


def test_tidy_puts_wishes_of_a_sheet_with_the_people(tmp_path: Path) -> None:
    rows: Rows = [["Deltager", "Vært", "Prioritet"], ["Ane Holm", "Skat", 2], ["Ane Holm", "DMI", 1]]
    before = read(tmp_path, Valg=rows)
    with pytest.raises(SystemExit) as left:
        main(["tidy", str(tmp_path / "r.xlsx"), "-o", str(tmp_path / "t.xlsx"), "--quiet"])
    assert left.value.code == 0
    after = read_files(tmp_path / "t.xlsx")
    assert before.round is not None
    assert after.round is not None
    assert [one.wishes for one in after.round.interns] == [one.wishes for one in before.round.interns]


@pytest.mark.parametrize(
    "header", ["Uge {}", "Pladser uge {}", "Uge {} (antal pladser)", "Places in week {}"]
)
def test_places_by_week_are_weeks_and_the_fewest_places(tmp_path: Path, header: str) -> None:
    """DMI has 2 in both weeks, Skat 1 and 3, Vejle Kommune none in week 38."""
    hosts: Rows = [["Navn", header.format(37), header.format(38)]]
    hosts += [["DMI", 2, 2], ["Skat", 1, 3], ["Vejle Kommune", 2, 0]]
    reading = read_files(
        workbook(tmp_path / "r.xlsx", {"Praktikanter": [["Navn"], ["Ane"]], "Værter": hosts})
    )
    assert reading.round is not None
    assert [(one.max, [week[-3:] for week in one.weeks]) for one in reading.round.hosts] == [
        (2, ["W37", "W38"]),
        (1, ["W37", "W38"]),
        (2, ["W37"]),
    ]
    assert codes(reading)["places_differ"] == ["B3", "C3"]


def test_ticks_of_1_are_no_places(tmp_path: Path) -> None:
    hosts: Rows = [
        ["Navn", "Antal", "Uge 37", "Uge 38"],
        ["DMI", 3, 1, 0],
        ["Skat", 2, 1, 1],
        ["Vejle Kommune", 1, 0, 1],
    ]
    reading = read(tmp_path, Værter=hosts)
    assert reading.round is not None
    assert [(one.max, len(one.weeks)) for one in reading.round.hosts] == [(3, 1), (2, 2), (1, 1)]


def test_weeks_when_somebody_cannot_are_never_taken_for_weeks_when_they_can(tmp_path: Path) -> None:
    interns: Rows = [["Navn", "Uger hvor jeg ikke kan"], ["Ane", "37"], ["Bo", "38, 39"]]
    reading = read(tmp_path, Praktikanter=interns)
    assert reading.round is not None
    assert [one.weeks for one in reading.round.interns] == [(), ()]
    assert codes(reading)["column_negated"] == ["B1"]
    assert "column_proposed" not in codes(reading)
