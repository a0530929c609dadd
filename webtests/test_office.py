"""The plan's workbook in LibreOffice: every sheet on paper, nothing cut to ###, and saved again the same plan."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from webtests.conftest import program

SMALLEST = 6.5
"""Points from the top to the bottom of a printed line: below it a page on A4 is hard to read."""


def converted(workbook: Path, ending: str, out: Path) -> Path:
    """Return a workbook as LibreOffice saves it."""
    profile = (out / "profile").resolve().as_uri()
    command = [program("soffice"), "--headless", f"-env:UserInstallation={profile}"]
    command += ["--convert-to", ending, "--outdir", out, workbook]
    subprocess.run(command, capture_output=True, check=True, timeout=180)
    return out / f"{workbook.stem}.{ending}"


def words_of(pdf: Path, *options: str) -> str:
    command = [program("pdftotext"), *options, pdf, "-"]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=True, timeout=60).stdout


@pytest.fixture(scope="module")
def printed(demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return converted(demo / "plan.xlsx", "pdf", tmp_path_factory.mktemp("pdf"))


def test_every_sheet_that_is_seen_is_printed_and_no_other(demo, printed):
    book, text = openpyxl.load_workbook(demo / "plan.xlsx"), words_of(printed)
    seen = [sheet for sheet in book if sheet.sheet_state == "visible"]
    assert len(seen) > 5
    assert all(sheet["A1"].value in text for sheet in seen)
    hidden = [sheet for sheet in book if sheet.sheet_state != "visible"]
    assert hidden
    assert not any(sheet["A1"].value in text for sheet in hidden)
    assert "#" * 3 not in text


def test_lines_on_paper_are_large_enough_to_read(printed):
    found = re.findall(r'<word[^>]* yMin="([\d.]+)"[^>]* yMax="([\d.]+)">', words_of(printed, "-bbox"))
    heights = [float(low) - float(high) for high, low in found]
    assert len(heights) > 1000
    assert min(heights) >= SMALLEST


def test_a_workbook_that_libreoffice_saved_again_is_the_same_plan(demo, tmp_path):
    again = converted(demo / "plan.xlsx", "xlsx", tmp_path)
    for command in ("verify", "score"):
        words = [sys.executable, "-m", "innopraktik_match", command, again, demo / "runde_2017.xlsx"]
        done = subprocess.run(words, capture_output=True, encoding="utf-8", check=False, timeout=120)
        assert done.returncode == 0, done.stderr


def test_rows_are_as_high_there_as_we_wrote_them(demo, tmp_path):
    before = openpyxl.load_workbook(demo / "plan.xlsx")["Plan"].row_dimensions
    after = openpyxl.load_workbook(converted(demo / "plan.xlsx", "xlsx", tmp_path))["Plan"].row_dimensions
    heights = {line: row.height for line, row in before.items() if row.height}
    assert len(heights) > 80
    assert all(abs(after[line].height - height) < 1 for line, height in heights.items())


def test_hostile_names_are_opened_and_printed(hostile, tmp_path):
    text = words_of(converted(hostile / "plan.xlsx", "pdf", tmp_path))
    assert "<script>alert(1)</script>" in text
    assert "=HYPERLINK(" in text
    assert "<U+202E>gnp.exe" in text
