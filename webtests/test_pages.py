"""The pages in a headless Chromium: axe-core, keyboard, 200 % zoom, 320 px, nothing from outside, on paper."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from webtests.conftest import program

HERE = Path(__file__).parent
A4 = (595, 842)


@pytest.fixture(scope="module")
def looked(
    demo: Path, hostile: Path, chromium: str, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Any]:
    out = tmp_path_factory.mktemp("looked")
    ud = demo / "ud"
    pages = [ud / "index.html", ud / "boss.html", hostile / "index.html"]
    pages += [
        next(iter(sorted((ud / part).glob("*.html"))))
        for part in ("hosts", "letters/interns", "letters/hosts")
    ]
    copies = []
    for page in pages:  # names that differ: what is looked at is kept beside each other
        copies.append(out / "-".join(page.relative_to(page.parents[2]).parts[-3:]))
        copies[-1].write_bytes(page.read_bytes())
    command = [program("node"), HERE / "look.mjs", chromium, out, *copies]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, timeout=300)
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads(done.stdout)
    assert len(told) == len(pages)
    return told


def told_of(looked: dict[str, Any], what: str) -> dict[str, Any]:
    return {Path(page).name: found[what] for page, found in looked.items() if found[what]}


def test_axe_finds_no_violation(looked):
    assert told_of(looked, "violations") == {}


def test_no_page_scrolls_sideways_at_200_percent_or_320_pixels(looked):
    assert told_of(looked, "sideways") == {}


def test_nothing_is_asked_from_outside_and_the_browser_complains_of_nothing(looked):
    assert told_of(looked, "asked") == {}
    assert told_of(looked, "complaints") == {}


def test_a_keyboard_reaches_everything_in_order_and_sees_where_it_is(looked):
    for page, found in looked.items():
        keys = found["keyboard"]
        assert keys["reached"] == list(range(keys["there"])), page
        assert keys["unseen"] == [], page
    assert max(found["keyboard"]["there"] for found in looked.values()) > 10


def test_on_paper_they_are_a4_pages_and_the_boss_has_one(looked):
    for page in map(Path, looked):
        info = subprocess.run(
            [program("pdfinfo"), page.with_suffix(".pdf")], capture_output=True, encoding="utf-8", check=True
        ).stdout
        facts = dict(line.split(":", 1) for line in info.splitlines() if ":" in line)
        sizes = [round(float(word)) for word in facts["Page size"].split() if word[0].isdigit()]
        assert all(abs(size - wanted) <= 1 for size, wanted in zip(sizes, A4, strict=True))
        if "boss" in page.name:
            assert facts["Pages"].strip() == "1"
