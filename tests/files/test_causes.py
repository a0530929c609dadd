"""One cause, one message: what only follows from a fault is not told beside it."""

from __future__ import annotations

from pathlib import Path

from innopraktik_match.files import read_with_issues
from tests.bad_inputs.given import HEADER, HOSTS, INTERNS, book, csv_folder, csv_text, with_cell


def told(path: Path) -> set[tuple[str, str | int | None]]:
    round, issues = read_with_issues(path)
    assert round is None
    return {(one.code, place.cell or place.line) for one in issues for place in one.places}


def test_a_row_that_has_shifted_is_one_fault(tmp_path: Path) -> None:
    shifted = csv_text(INTERNS).replace("p2;Bo", "p2;B;o")
    assert told(csv_folder(tmp_path / "f", shifted)) == {("row_ragged", 3)}


def test_faults_of_other_rows_are_told_beside_it(tmp_path: Path) -> None:
    interns = csv_text(with_cell(INTERNS, "D2", "kommunnal")).replace("p2;Bo", "p2;B;o")
    assert told(csv_folder(tmp_path / "f", interns)) == {("not_one_of", 2), ("row_ragged", 3)}


def test_a_second_table_on_a_sheet_is_one_fault(tmp_path: Path) -> None:
    below = [row[:8] for row in HOSTS]
    assert told(book(tmp_path / "r.xlsx", [*INTERNS, [None], *below])) == {("table_second_header", "A5")}


def test_a_cell_that_cannot_be_read_is_not_missing(tmp_path: Path) -> None:
    pairs = [["Praktikant", "Vært", "Point"], ["p1", "v1", "NaN"], ["p2", "v2", None]]
    path = book(tmp_path / "r.xlsx", Par=pairs)
    assert told(path) == {("not_whole", "C2"), ("field_missing", "A3")}


def test_swapped_tables_propose_no_columns(tmp_path: Path) -> None:
    hosts = [[*HEADER, "Ønsker", "Højst km", "Gruppe"], *INTERNS[1:]]
    path = book(tmp_path / "r.xlsx", HOSTS, hosts)
    assert {one.code for one in read_with_issues(path)[1]} == {"tables_swapped"}
