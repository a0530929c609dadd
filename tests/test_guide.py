"""The Danish guide: every picture that it shows is there, says what it shows, and is small."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

GUIDE = Path(__file__).parents[1] / "docs" / "da" / "vejledning.md"
SHOWN = re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", GUIDE.read_text(encoding="utf-8"))
LARGEST = 120_000


@pytest.mark.parametrize(("told", "path"), SHOWN)
def test_a_picture_is_there_and_told_to_those_who_cannot_see_it(told, path):
    picture = GUIDE.parent / path
    assert len(told) > 20
    assert 0 < picture.stat().st_size < LARGEST


def test_no_picture_lies_unused():
    assert {path.name for path in (GUIDE.parent / "billeder").iterdir()} == {
        Path(one).name for _, one in SHOWN
    }


def test_drawn_terminals_ask_nobody_elsewhere():
    for picture in (GUIDE.parent / "billeder").glob("*.svg"):
        addresses = re.findall(r"https?://[^\"]+", picture.read_text(encoding="utf-8"))
        assert addresses == ["http://www.w3.org/2000/svg"]
