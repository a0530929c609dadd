"""Civil registration numbers are masked however they are written, and nothing acts on a terminal."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from innopraktik_match.domain.privacy import MASK, mask_numbers, told, visible
from tests.bad_inputs.given import INTERNS, book, with_cell

BETWEEN = ("", "-", " ", "\u00a0", "\u2013", "\u2014", " - ", " \u2013 ", ".", "/", "_", "\u2212", "\t", "--")
ACTS = [chr(code) for code in (*range(32), *range(127, 160), 0x61C, 0x200E, *range(0x202A, 0x202F), 0x2066)]


@given(
    st.dates().map(lambda day: f"{day:%d%m%y}"),
    st.sampled_from(BETWEEN),
    st.integers(0, 9999).map(lambda last: f"{last:04}"),
    st.booleans(),
    st.sampled_from(["", "CPR", "cpr: ", "CPR-nr. ", "Bo, ", "(", "x_"]),
    st.sampled_from(["", ".", ")", ", Anna", "_x", "\n"]),
)
def test_a_number_is_masked_however_it_is_written(day, between, last, wide, before, after):
    number = f"{day}{between}{last}"
    if wide:
        number = number.translate({ord(digit): chr(ord(digit) + 0xFEE0) for digit in "0123456789"})
    assert mask_numbers(before + number + after) == before + MASK + after


@pytest.mark.parametrize(
    "text",
    [
        *("12034567890", "1203456789012", "45-120345-6789", "120345-6789-1", "p1203456789", "320345-6789"),
        *("+45 12 34 56 78", "07.09.2026-11.09.2026", "2026-09-07 11:30", "121345-6789", "120345-678"),
    ],
)
def test_what_has_another_shape_stays(text):
    assert mask_numbers(text) == text


@given(st.text(st.sampled_from([*ACTS, "a", "æ", "\U0001f9d1", "0"])))
def test_nothing_that_acts_is_left_and_the_rest_stays(text):
    shown = visible(text)
    assert all(mark in "\t\n" or mark not in ACTS for mark in shown)
    assert [mark for mark in shown if mark in "aæ\U0001f9d1"] == [
        mark for mark in text if mark in "aæ\U0001f9d1"
    ]
    assert visible(shown) == shown


def test_an_escape_is_shown_by_its_number():
    assert told("\x1b]0;owned\x07 \u202etxt.exe") == "<U+001B>]0;owned<U+0007> <U+202E>txt.exe"


def heard(*words: object, cwd: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "innopraktik_match", *map(str, words)],
        cwd=cwd,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        check=False,
    )
    assert done.returncode != 70
    return done.stdout + done.stderr


ODD = "\x1b[2J\x07\u202e\x9b 120345-6789"


def test_no_word_of_the_input_reaches_the_terminal_as_it_is(tmp_path):
    """In ids, wishes, headers, settings, names of files, and names of hosts."""
    data = {
        "interns": [{"id": f"p{ODD}", "wishes": [f"v9{ODD}"], ODD: 1}, {"id": "p2", "wishes": [f"v1{ODD}"]}],
        "hosts": [{"id": f"v1{ODD}", "name": ODD}],
        "policy": {ODD: 1, "preset": ODD},
    }
    name = "round\x1b[2J 120345-6789.json"
    (tmp_path / name).write_text(json.dumps(data), encoding="utf-8")
    sound = {**data, "policy": {}, "interns": [{"id": f"p{ODD}"}, {"id": f"q{ODD}"}]}
    (tmp_path / "sound.json").write_text(json.dumps(sound), encoding="utf-8")
    told = [
        heard("check", name, cwd=tmp_path),
        heard("check", name, "--json", cwd=tmp_path),
        heard("solve", "sound.json", "-o", "plan\x1b.xlsx", cwd=tmp_path),
        heard("score", "sound.json", "sound.json", cwd=tmp_path),
        heard(f"--{ODD}", cwd=tmp_path),
    ]
    for text in told:
        assert not any(mark in text for mark in "\x1b\x07\u202e\x9b")
        assert "120345-6789" not in text


def test_titles_of_sheets_and_names_of_files_are_masked(tmp_path):
    interns = with_cell(INTERNS, "A3", None)
    path = book(tmp_path / "010190-1234.xlsx", interns, **{"CPR 010190-1234": [["x"], ["y"]]})
    assert "010190-1234" not in heard("check", path.name, "--marked", "m.xlsx", cwd=tmp_path)
    assert "010190-1234" not in heard("check", path.name, "--json", cwd=tmp_path)
    copy = openpyxl.load_workbook(tmp_path / "m.xlsx")
    assert not any("010190-1234" in title for title in copy.sheetnames)
    texts = [str(cell.value) for sheet in copy for row in sheet.iter_rows() for cell in row]
    assert not any("010190-1234" in text for text in texts)
