"""The marked copy is made of any workbook, however its cells are merged."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from innopraktik_match.files import read_files
from innopraktik_match.files.out.marked import marked_workbook
from tests.bad_inputs.given import INTERNS, book, with_cell


@st.composite
def areas(draw: st.DrawFn) -> str:
    """An area of the sheet with the interns, and a little beyond."""
    left, right = sorted(draw(st.tuples(st.integers(1, 10), st.integers(1, 10))))
    top, bottom = sorted(draw(st.tuples(st.integers(1, 5), st.integers(1, 5))))
    return f"{chr(64 + left)}{top}:{chr(64 + right)}{bottom}"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("marked")


@given(area=areas(), fault=st.sampled_from(["A2", "B1", "C3", "F2", "H3", "H1"]))
def test_every_issue_is_told_in_a_copy_whatever_was_merged(folder, area, fault):
    interns = with_cell(INTERNS, fault, "v9")
    path = book(folder / "round.xlsx", interns, change=lambda made: made["Praktikanter"].merge_cells(area))
    reading = read_files(path)
    copy = openpyxl.load_workbook(io.BytesIO(marked_workbook(reading, "da")))
    told = {row[0].value for row in copy.worksheets[0].iter_rows(min_row=2)}
    assert len(told) >= len({issue.severity for issue in reading.issues})


def test_the_comment_of_a_hidden_part_of_a_merged_cell_stands_where_it_is_seen(tmp_path):
    interns = with_cell(INTERNS, "A3", None)
    path = book(tmp_path / "r.xlsx", interns, change=lambda made: made["Praktikanter"].merge_cells("A2:A3"))
    copy = openpyxl.load_workbook(io.BytesIO(marked_workbook(read_files(path), "da")))
    assert "flettet" in copy["Praktikanter"]["A2"].comment.text
