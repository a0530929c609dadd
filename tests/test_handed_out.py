"""What the library shows and hands out: notebooks, `write_report`, and what the screen holds."""

from __future__ import annotations

import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

import innopraktik_match as im
from innopraktik_match.cli.streams import fitted
from innopraktik_match.report.basis import basis_lines
from innopraktik_match.report.packs import PARTS
from innopraktik_match.report.summary import summary_lines
from innopraktik_match.texts.progress import progress_line
from tests.test_packs import MARKED, MARKED_PLAN

EXAMPLE = Path(im.__file__).parent / "data" / "demo" / "runde_2017.xlsx"


class Tags(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.seen: list[str] = []
        self.words = ""
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.seen.append(tag)

    def handle_data(self, data):
        self.words += data


def test_a_notebook_shows_a_round_and_a_plan_as_tables_that_do_nothing():
    name = "<script>alert(1)</script>\u202e"
    round = im.Round(
        interns=[{"id": f"p{n}", "name": name} for n in range(25)], hosts=[{"id": "v1", "max": 3}]
    )
    page = Tags(round._repr_html_())
    assert "script" not in page.seen
    assert page.words.count("<script>alert(1)</script><U+202E>") == 20
    assert page.words.startswith("25 interns, 1 hosts.")
    assert "… and 5 more" in page.words
    shown = Tags(im.solve(round)._repr_html_())
    assert shown.seen.count("table") == 1
    assert "Interns with a visit: 3 (proven best)" in shown.words


def test_the_library_writes_the_folder_and_never_over_anything_else(tmp_path: Path):
    im.write_report(MARKED_PLAN, MARKED, tmp_path / "ud", only=["figures", "boss"])
    assert {one.name for one in (tmp_path / "ud").iterdir()} == {"figures.csv", "boss.html"}
    im.write_report(MARKED_PLAN, MARKED, tmp_path / "ud")
    assert {one.name for one in (tmp_path / "ud").iterdir()} == set(PARTS.values())
    with pytest.raises(im.WriteError):
        im.write_report(MARKED_PLAN, MARKED, tmp_path / "ud", force=False)
    (tmp_path / "ud" / "mine.txt").write_text("noter", encoding="utf-8")
    with pytest.raises(im.WriteError):
        im.write_report(MARKED_PLAN, MARKED, tmp_path / "ud")
    with pytest.raises(ValueError, match="brev"):
        im.write_report(MARKED_PLAN, MARKED, tmp_path / "ny", only=["brev"])


@pytest.mark.parametrize("lang", ["da", "en"])
def test_what_is_said_of_a_plan_fits_on_a_screen_of_80_by_24(lang):
    round = im.read(EXAMPLE)
    lines = [*basis_lines(round, lang), *summary_lines(round, im.solve(round), lang)]
    shown = [part for line in lines for part in fitted(line, 80)]
    assert max(map(len, shown)) <= 80
    assert len(shown) <= 20  # and four for where it was written, and what to do next


def test_the_line_of_the_progress_speaks_of_points_as_people_do():
    found = im.Progress("points", 22695, 22690, 5 / 22695, 5.2)
    assert progress_line(found, "da") == "Forbedrer: 22.695 point, højst 0,03 % fra det bedste, 5 s"
    assert progress_line(found, "en") == "Improving: 22,695 points, at most 0.03 % from the best, 5 s"


def test_the_demo_ends_with_workbook_page_and_letters(tmp_path: Path):
    command = [sys.executable, "-m", "innopraktik_match", "demo", str(tmp_path / "demo"), "--lang", "en"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    assert {one.name for one in (tmp_path / "demo").iterdir()} == {
        *("runde_2017.xlsx", "plan.xlsx", "plan.json", "out")
    }
    assert {one.name for one in (tmp_path / "demo" / "out").iterdir()} == set(PARTS.values())
    opened = re.search(r"Open: +(.*index\.html)", done.stderr)
    assert opened is not None
    assert Path(opened[1]).is_file()
    again = subprocess.run([*command, "--force"], capture_output=True, encoding="utf-8", check=False)
    assert again.returncode == 0, again.stderr
