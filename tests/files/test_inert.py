"""No cell of our CSV files is calculated, in whatever country they are opened; all texts read back."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innopraktik_match.files.raw.inert import as_written, inert

TEXTS = st.text(st.sampled_from("=+-@,;|'\"\t\r\n a1"), max_size=12)


@given(TEXTS)
def test_an_inert_text_reads_back(text):
    assert as_written(inert(text)) == text


@given(st.lists(TEXTS, min_size=1, max_size=3), st.sampled_from(",;\t"))
def test_no_cell_begins_with_what_is_calculated_whatever_parts_the_cells(texts, delimiter):
    """The file is written with semicolons, and read as a spreadsheet with another mark would."""
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=";", lineterminator="\r\n").writerow(map(inert, texts))
    for row in csv.reader(io.StringIO(file.getvalue(), newline=""), delimiter=delimiter):
        assert not any(cell[:1] in ("=", "+", "-", "@") for cell in row)


@pytest.mark.parametrize("text", ["a-b", "x, y", "Teknik, Aarhus", "it's", "2-5", "v1|v2", "a=b"])
def test_an_ordinary_text_stays_as_it_is(text):
    assert inert(text) == text
