"""CSV files: encodings, delimiters, and faults by their line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from innopraktik_match.files import (
    read_with_issues,
)
from innopraktik_match.files.raw.csv_tables import read_csv
from tests.files.given import HOST, INTERN

if TYPE_CHECKING:
    from pathlib import Path


def test_cp1252_is_read_and_said(tmp_path: Path) -> None:
    for name, row in (("praktikanter.csv", INTERN), ("værter.csv", HOST)):
        text = f"id;arbejdsplads;sektor;kommune;navn\r\n{';'.join(row)};Søren Æ\r\n"
        (tmp_path / name).write_bytes(text.encode("cp1252"))
    round, issues = read_with_issues(tmp_path)
    assert round is not None
    assert round.interns[0].name == "Søren Æ"
    assert [(issue.code, issue.severity) for issue in issues] == [("read_as_cp1252", "info")] * 2
    assert read_with_issues(tmp_path, encoding="cp1252")[1] == []


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_byte_order_marks_decide(encoding: str) -> None:
    tables, issues = read_csv("id;navn\np1;Åse\n".encode(encoding), "interns.csv")
    assert issues == []
    assert tables[0].rows[0].cells == ("id", "navn")
    assert tables[0].rows[1].cells == ("p1", "Åse")


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("id;navn\np1;a;b\n", "row_ragged", 2),
        ("id;navn\n\np1\n", "row_ragged", 3),
        ('id;navn\n"p1\nx";a\np2;"b\n', "quote_unclosed", 4),
        ("id;navn\np1;\0\n", "null_byte", 2),
        (f"id;navn\np1;{'x' * 200_000}\n", "cell_too_large", 2),
    ],
)
def test_broken_csv_names_the_line(text: str, code: str, line: int) -> None:
    issues = read_csv(text.encode(), "interns.csv")[1]
    assert [(issue.code, issue.places[0].line) for issue in issues] == [(code, line)]


def test_lines_stay_right_after_a_cell_with_a_line_break_and_a_sep_line() -> None:
    tables, _ = read_csv(b'sep=;\r\nid;note\r\np1;"a\r\nb"\r\np2;c\r\n', "interns.csv")
    assert [row.line for row in tables[0].rows] == [2, 3, 5]
