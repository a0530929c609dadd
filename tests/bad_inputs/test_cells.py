"""Cells: each value is read, or refused with a text of its own."""

from __future__ import annotations

import unicodedata
from datetime import datetime

import pytest

from innopraktik_match.files import read
from tests.bad_inputs.given import (
    HOSTS,
    INTERNS,
    book,
    csv_folder,
    csv_text,
    edit,
    replace,
    with_cell,
)


@pytest.mark.parametrize("value", ["#REF!", "#N/A", "#VÆRDI!", "#DIV/0!"])
@pytest.mark.parametrize("cell", ["C2", "F2", "H2"])
def test_47_an_error_value_in_a_used_column_is_never_blank(refused, tmp_path, value, cell):
    path = book(tmp_path / "r.xlsx", with_cell(INTERNS, cell, value))
    refused(path, "error_value", f"Praktikanter!{cell}")


def test_47_an_error_value_in_a_column_nobody_uses_is_carried(accepted, tmp_path):
    path = book(tmp_path / "r.xlsx", with_cell(with_cell(INTERNS, "I1", "Farve"), "I2", "#REF!"))
    accepted(path)
    assert read(path).interns[0].extra == {"Farve": "#REF!"}


def test_48_a_formula_nobody_calculated(refused, tmp_path):
    path = book(tmp_path / "r.xlsx", with_cell(INTERNS, "F3", "=1+2"))
    assert "gem den igen" in refused(path, "formula_without_value", "Praktikanter!F3").told


def test_49_007_and_7_are_two(tmp_path):
    path = book(tmp_path / "r.xlsx", with_cell(with_cell(INTERNS, "A2", "007"), "A3", 7))
    assert [intern.id for intern in read(path).interns] == ["007", "7"]


def test_50_an_id_that_excel_has_rounded(refused, tmp_path):
    path = book(tmp_path / "r.xlsx", with_cell(INTERNS, "A2", 123456789012345678))
    refused(path, "id_long_number", "Praktikanter!A2")
    rounded = csv_text(with_cell(INTERNS, "A2", "1,23457E+17"))
    refused(csv_folder(tmp_path / "f", rounded), "id_long_number", "praktikanter.csv:2")


@pytest.mark.parametrize("same", ["å1", "Å1", "a\u030a1", "å1\u00a0", "å\u200b1", " å1 "])
def test_51_one_id_for_two_however_it_is_written(refused, tmp_path, same):
    path = book(tmp_path / "r.xlsx", with_cell(with_cell(INTERNS, "A2", "å1"), "A3", same))
    refused(path, "id_twice", "Praktikanter!A2", "Praktikanter!A3")
    assert unicodedata.normalize("NFC", "a\u030a") == "å"


def test_52_each_wrong_capacity_has_a_text_of_its_own(refused, tmp_path):
    told = set()
    for number, (value, code) in enumerate(
        [
            (-1, "number_negative"),
            (2.5, "not_whole"),
            (4, "max_above_limit"),
            ("2-3", "number_is_range"),
            (True, "number_is_yes_no"),
            ("tolv", "number_in_words"),
            ("ca. 2", "number_about"),
            (datetime(2026, 3, 1), "number_became_date"),
        ]
    ):
        path = book(
            tmp_path / f"{number}.xlsx", with_cell(INTERNS, "A1", "Id"), with_cell(HOSTS, "I3", value)
        )
        heard = refused(path, code, "Værter!I3")
        told.add(heard.told.split("Værter", 1)[1])
    assert len(told) == 8


@pytest.mark.parametrize("none", [0, "0", "ingen", "nul"])
def test_52_a_host_with_no_places_is_closed_this_time_and_told(accepted, tmp_path, none):
    accepted(book(tmp_path / "r.xlsx", hosts=with_cell(HOSTS, "I3", none)), "host_closed", "Værter!I3")
    assert [host.id for host in read(tmp_path / "r.xlsx").hosts] == [HOSTS[1][0]]


def test_52_two_numbers_are_the_least_and_the_most_where_nothing_else_says_the_least(accepted, tmp_path):
    hosts = [[*row[:7], *row[8:]] for row in HOSTS]
    path = book(tmp_path / "r.xlsx", hosts=with_cell(with_cell(hosts, "H2", "1-2"), "H3", "to eller tre"))
    accepted(path)
    assert [(host.min, host.max) for host in read(path).hosts] == [(1, 2), (2, 3)]


@pytest.mark.parametrize("value", ["2-1", "0-2"])
def test_52_two_numbers_that_cannot_be_a_least_and_a_most(refused, tmp_path, value):
    hosts = [[*row[:7], *row[8:]] for row in HOSTS]
    refused(book(tmp_path / "r.xlsx", hosts=with_cell(hosts, "H3", value)), "number_is_range", "Værter!H3")


def test_52_a_blank_capacity_is_the_minimum(accepted, tmp_path):
    path = book(tmp_path / "r.xlsx", hosts=with_cell(HOSTS, "I2", None))
    accepted(path)
    assert read(path).hosts[0].max == 1


@pytest.mark.parametrize("value", ["3-6 mdr", "et halvt år", 0, 99, "5-2"])
def test_53_lengths_that_make_no_sense(refused, tmp_path, value):
    path = book(tmp_path / "r.xlsx", with_cell(INTERNS, "F2", value))
    code = "days_unreadable" if isinstance(value, str) and value != "5-2" else "days_out_of_range"
    refused(path, code, "Praktikanter!F2")


@pytest.mark.parametrize(
    ("value", "least", "most"), [("2-5", 2, 5), ("2 til 3 dage", 2, 3), ("max 3", 1, 3), ("2½", 2, 3)]
)
def test_53_lengths_as_people_write_them(accepted, tmp_path, value, least, most):
    path = book(tmp_path / "r.xlsx", with_cell(INTERNS, "F2", value))
    accepted(path)
    days = read(path).interns[0].days
    assert (days.min, days.max) == (least, most)


def test_54_the_least_above_the_most(refused, tmp_path):
    path = book(tmp_path / "r.xlsx", hosts=with_cell(HOSTS, "H2", 3))
    refused(path, "min_above_max", "Værter!H2")


PAIRS = [["Praktikant", "Vært", "Point"], ["p1", "v1", "1.234"], ["p2", "v2", "7"]]


@pytest.mark.parametrize(
    ("first", "second", "points"),
    [
        ("1.234", "1 234,0", 1234),
        ("1.234", "12.345,0", 1234),
        ("1,234", "2,000.0", 1234),
        ("1 234,0", "7", 1234),
        ("1.234.567", "7", 1234567),
    ],
)
def test_61_numbers_are_decided_by_their_column(accepted, tmp_path, first, second, points):
    pairs = with_cell(with_cell(PAIRS, "C2", first), "C3", second)
    path = book(tmp_path / "r.xlsx", Par=pairs)
    accepted(path)
    assert read(path).pairs[0].points == points


@pytest.mark.parametrize("value", ["1.234", "1,234"])
def test_61_a_number_that_can_be_two_numbers_is_asked_about(refused, tmp_path, value):
    refused(book(tmp_path / "r.xlsx", Par=with_cell(PAIRS, "C2", value)), "number_ambiguous", "Par!C2")


@pytest.mark.parametrize("value", ["NaN", "inf", "-inf", "1e400", "uendelig"])
def test_62_points_that_are_no_numbers(refused, tmp_path, value):
    refused(book(tmp_path / "r.xlsx", Par=with_cell(PAIRS, "C2", value)), "not_whole", "Par!C2")


def test_62_infinite_points_as_numbers(refused, tmp_path):
    path = book(tmp_path / "r.xlsx", Par=with_cell(PAIRS, "C2", 55))
    edit(path, replace("xl/worksheets/sheet4.xml", b"<v>55</v>", b"<v>1e400</v>"))
    refused(path, "not_whole", "Par!C2")
    (tmp_path / "r.json").write_text(
        '{"interns": [{"id": "p1"}], "hosts": [{"id": "v1"}],'
        ' "pairs": [{"intern": "p1", "host": "v1", "points": NaN}]}'
    )
    refused(tmp_path / "r.json", "not_whole")
