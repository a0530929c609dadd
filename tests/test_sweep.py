"""The command `sweep`: a table of scenarios that can be interrupted, and goes on where it ended."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from typing import NamedTuple

import pytest

from innopraktik_match.cli import main

SCENARIOS = """
draws = 1
[policies.standard]
[policies.far.rules.travel]
mode = "off"
[capacities.as_given]
[capacities.one_more]
places = 1
"""
ROUND = {"interns": [{"id": "p1"}, {"id": "p2"}, {"id": "p3"}], "hosts": [{"id": "v1"}]}


class Done(NamedTuple):
    returncode: int
    stdout: str
    stderr: str


def run(*words):
    """Run the command in this process, so that the processes of its scenarios need not load the engine anew."""
    streams = redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO())
    with streams[0] as stdout, streams[1] as stderr, pytest.raises(SystemExit) as left:
        main([str(word) for word in words])
    return Done(left.value.code or 0, stdout.getvalue(), stderr.getvalue())


def rows_of(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


@pytest.fixture
def files(tmp_path):
    scenarios, round, out = (tmp_path / name for name in ("scenarier.toml", "runde.json", "ud.csv"))
    scenarios.write_text(SCENARIOS, encoding="utf-8")
    round.write_text(json.dumps(ROUND), encoding="utf-8")
    return scenarios, round, out


def test_each_scenario_has_a_row_and_the_best_are_named(files):
    scenarios, round, out = files
    done = run("sweep", scenarios, round, "-o", out, "--json", "--workers", 2)
    assert done.returncode == 0, done.stderr
    rows = rows_of(out)
    assert [(row["policy"], row["capacity"], row["placed"], row["unplaced"]) for row in rows] == [
        ("standard", "as_given", "1", "2"),
        ("standard", "one_more", "2", "1"),
        ("far", "as_given", "1", "2"),
        ("far", "one_more", "2", "1"),
    ]
    assert {(row["status"], row["proven"]) for row in rows} == {("optimal", "true")}
    told = json.loads(done.stdout)
    assert told["best"]["as_given"]["placed"] == [rows[1]["scenario"], rows[3]["scenario"]]
    assert "Bedst: Praktikanter med besøg: 2" in done.stderr
    assert "  standard / one_more / as_given, lodtrækning 1" in done.stderr


def test_a_table_that_was_interrupted_goes_on_where_it_ended(files):
    scenarios, round, out = files
    run("sweep", scenarios, round, "-o", out)
    whole = out.read_bytes()
    lines = whole.splitlines(keepends=True)
    marked = lines[1].replace(b";0;", b";7;", 1)  # a row that is there is not solved again
    out.write_bytes(lines[0] + marked + lines[2] + lines[3][:9])
    assert run("sweep", scenarios, round, "-o", out).returncode == 6
    done = run("sweep", scenarios, round, "-o", out, "--resume")
    assert done.returncode == 0, done.stderr
    now = out.read_bytes().splitlines(keepends=True)
    assert now[:3] == [lines[0], marked, lines[2]]
    figures = [row["placed"] for row in rows_of(out)]
    assert figures == ["1", "2", "1", "2"]


def test_the_table_of_other_scenarios_is_not_gone_on_with(files):
    scenarios, round, out = files
    out.write_text("navn;point\nAnna;3\n", encoding="utf-8")
    done = run("sweep", scenarios, round, "-o", out, "--resume", "--lang", "en")
    assert done.returncode == 6
    assert "belongs to other scenarios" in done.stderr
    assert out.read_text(encoding="utf-8") == "navn;point\nAnna;3\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("draws = 0", "draws"),
        ("[policies.a.rules.travl]", "travl"),
        ("[capacities.a]\nplacs = 1", "placs"),
        ("[capacities", "TOML"),
        ('[[capacities.a.changes]]\nchange = "max_km"', "capacities.a.changes.0"),
    ],
)
def test_what_is_wrong_with_the_scenarios_is_told_and_nothing_is_written(files, text, told):
    scenarios, round, out = files
    scenarios.write_text(text, encoding="utf-8")
    done = run("sweep", scenarios, round, "-o", out)
    assert done.returncode == 3, done.stderr
    assert told in done.stderr
    assert not out.exists()


def test_a_scenario_that_names_nobody_has_a_row_that_says_so(files):
    scenarios, round, out = files
    scenarios.write_text('[people.a]\n[people.b]\nwithout = ["p9"]', encoding="utf-8")
    done = run("sweep", scenarios, round, "-o", out)
    assert done.returncode == 1
    assert "Med deltagerne »a«:" in done.stderr
    assert "p9" in done.stderr
    assert [(row["status"], row["why"]) for row in rows_of(out)] == [
        ("optimal", ""),
        ("error", "intern_unknown"),
    ]


@pytest.mark.skipif(os.name == "nt", reason="signals as on POSIX")
def test_a_ctrl_c_keeps_the_rows_that_are_there(files):
    scenarios, round, out = files
    scenarios.write_text("draws = 10000", encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "innopraktik_match", "sweep", scenarios, round, "-o", out, "--workers", "1"],
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )
    while not out.exists() or len(out.read_bytes().splitlines()) < 3:
        assert process.poll() is None
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=60)
    assert process.returncode == 1, told
    assert "--resume" in told
    rows = rows_of(out)
    assert 2 <= len(rows) < 10_000
    assert {row["status"] for row in rows} == {"optimal"}
