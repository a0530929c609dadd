"""Earlier rounds by the command line, with the examples as they are handed out."""

from __future__ import annotations

import json
import runpy
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import load_workbook

import innopraktik_match as im
from innopraktik_match.years.earlier_files import read_earlier

EXAMPLES = Path(__file__).parents[1] / "examples"
ARCHIVE = EXAMPLES / "tidligere_runder.xlsx"
ROUND = EXAMPLES / "runde_2026.xlsx"


def run(*words, code=0):
    done = subprocess.run(
        [sys.executable, "-m", "innopraktik_match", *map(str, words)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == code, done.stderr
    return done


def test_a_round_remembers_the_archive(tmp_path):
    told = run("remember", ROUND, "--earlier", ARCHIVE, "-o", tmp_path / "r.xlsx", "--json")
    counts = json.loads(told.stdout)
    before, after = im.read(ROUND), im.read(tmp_path / "r.xlsx")
    rows = read_earlier([ARCHIVE])[0]
    names = {one.email for one in before.interns}
    assert counts["rows"] == len(rows) == 149  # 136 visits and 13 who missed out
    assert counts["people"] == len({one.email for one in rows if one.email in names})
    assert (
        counts["visits"]
        == len(after.history)
        == sum(not one.turned_away and one.email in names for one in rows)
    )
    assert counts["links"] == len(after.relations)
    assert after.policy.rules.new_workplaces.mode == "soft"
    assert "8 point, tæller i 5 år" in told.stderr


def test_an_archive_of_tokens_names_nobody(tmp_path):
    out, key = tmp_path / "arkiv.xlsx", tmp_path / "key.txt"
    told = run("archive", ARCHIVE, "-o", out, "--key", key, "--lang", "en")
    assert "136, turned away 13" in told.stderr
    assert key.name in told.stderr
    cells = [
        str(cell) for sheet in load_workbook(out) for row in sheet.iter_rows(values_only=True) for cell in row
    ]
    names = {one.name for one in read_earlier([ARCHIVE])[0]}
    assert not names & set(cells)
    assert not any("@" in cell for cell in cells)
    known = run("remember", ROUND, "--earlier", out, "--key", key, "-o", tmp_path / "r.json", "--json")
    plain = run("remember", ROUND, "--earlier", ARCHIVE, "-o", tmp_path / "s.json", "--json")
    assert json.loads(known.stdout) == json.loads(plain.stdout)
    run("archive", out, "-o", out, code=6)  # it stands there
    who = next(one.email for one in read_earlier([ARCHIVE])[0])
    told = run("archive", out, "-o", out, "--key", key, "--forget", who, "--force", "--json")
    assert json.loads(told.stdout)["forgotten"] >= 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--key", "nowhere.txt"], "nøglefilen kan ikke læses"),
        (["--year", "2026"], "kun id'er"),
    ],
)
def test_what_is_wrong_is_said_with_its_file(tmp_path, words, said):
    plan = tmp_path / "plan.json"
    plan.write_text('{"visits": []}', "utf-8")
    earlier = plan if "--year" in words else ARCHIVE
    told = run("remember", ROUND, "--earlier", earlier, "-o", tmp_path / "r.xlsx", *words, code=3)
    assert said in told.stderr.casefold()
    assert not (tmp_path / "r.xlsx").exists()


def test_five_years_with_a_memory_link_more_and_the_files_are_those_handed_out(tmp_path, monkeypatch, capsys):
    for script in ("five_years.py", "reconstruction.py"):
        shutil.copy(EXAMPLES / script, tmp_path)
    monkeypatch.syspath_prepend(tmp_path)
    runpy.run_path(str(tmp_path / "five_years.py"), run_name="__main__")
    rows = [line.split() for line in capsys.readouterr().out.splitlines()]
    totals = {row[0]: list(map(int, row[2:])) for row in rows if row[1] == "all"}
    assert totals == {
        "off": [136, 92, 40, 53, 13],
        "on": [136, 100, 32, 50, 13],
        "strong": [136, 118, 9, 49, 13],
    }
    assert im.read(tmp_path / ROUND.name) == im.read(ROUND)
    assert read_earlier([tmp_path / ARCHIVE.name]) == read_earlier([ARCHIVE])
    assert (tmp_path / "netvaerk.svg").read_bytes() == (EXAMPLES / "netvaerk.svg").read_bytes()
    for page in ("docs/from-year-to-year.md", "docs/da/fra-aar-til-aar.md"):
        text = (EXAMPLES.parent / page).read_text("utf-8")
        assert all("| " + " | ".join(map(str, total)) + " |" in text for total in totals.values())
