"""Tables are known by their names or columns, columns by their headers."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import pytest

from innopraktik_match.files import (
    read,
    read_with_issues,
)
from innopraktik_match.files.raw.csv_tables import read_csv
from innopraktik_match.files.tables.headers import table_of
from innopraktik_match.files.tables.matching import find_columns
from innopraktik_match.files.tables.proposals import mapping_line
from tests.files.given import HOST, INTERN, PEOPLE, errors, workbook

if TYPE_CHECKING:
    from pathlib import Path


def test_tables_are_known_by_their_columns_too(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("id,name,wish_1,max_km\np1,x,v1,\n")
    (tmp_path / "b.csv").write_text("id,name,contact,max\nv1,x,y,2\n")
    (tmp_path / "c.csv").write_text("intern,host,points\np1,v1,4\n")
    round = read(tmp_path / "a.csv", tmp_path / "b.csv", tmp_path / "c.csv", preset="bare")
    assert (round.hosts[0].max, round.pairs[0].points) == (2, 4)


@pytest.mark.parametrize(
    "header", ["Kommune", "Må vi?", 'Hvad er "tema"', "a\\b", "c.d", "x\x7f\x01y", "#", ""]
)
def test_the_line_that_maps_a_header_is_toml(header: str) -> None:
    assert tomllib.loads(mapping_line(header, "name")) == {header: "name"}


def test_a_table_nobody_knows_is_named(tmp_path: Path) -> None:
    book = {"Interns": [*PEOPLE, INTERN], "Hosts": [*PEOPLE, HOST], "Kantine": [["ret"], ["suppe"]]}
    round, issues = read_with_issues(workbook(tmp_path / "r.xlsx", book))
    assert round is not None
    assert [(issue.code, issue.severity, issue.places[0].sheet) for issue in issues] == [
        ("table_unknown", "info", "Kantine")
    ]


def test_two_columns_for_one_field_are_an_error(tmp_path: Path) -> None:
    rows = [[*PEOPLE[0], "Sektor"], [*INTERN, "privat"]]
    book = workbook(tmp_path / "r.xlsx", {"Interns": rows, "Hosts": [*PEOPLE, HOST]})
    assert errors(book) == {("column_twice", "C1"), ("column_twice", "E1")}


def test_headers_are_found_whatever_their_case_and_punctuation() -> None:
    tables, _ = read_csv("ID:;  E-Mail ;1. prioritet;Ønske nr. 2;ukendt\np1;;;;x\n".encode(), "x.csv")
    columns = find_columns("interns", tables[0])
    assert columns.fields == {"id": 0, "email": 1, "wishes[0]": 2, "wishes[1]": 3}
    assert columns.extra == {4: "ukendt"}


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Praktikanter", "interns"),
        ("værter_2026", "hosts"),
        ("Låste besøg", "locks"),
        ("tidligere praktikanter", "history"),
        ("Par", "pairs"),
    ],
)
def test_tables_are_known_by_their_names(title: str, kind: str) -> None:
    tables, _ = read_csv(b"a;b\n", f"{title}.csv")
    assert table_of(tables[0]) == kind
