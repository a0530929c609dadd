"""The command `sweep`: a table of scenarios that can be interrupted, and goes on where it ended."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout, suppress
from typing import NamedTuple
from xml.etree import ElementTree

import pytest

from innopraktik_match.cli import main
from innopraktik_match.many.plot import sweep_svg, trade_offs

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


def test_the_table_is_also_written_as_parquet_and_as_a_picture(files):
    scenarios, round, out = files
    also = ["--plot", out.with_suffix(".svg")]
    with suppress(ImportError):
        import pyarrow.parquet

        also += ["--parquet", out.with_suffix(".parquet")]
    done = run("sweep", scenarios, round, "-o", out, *also)
    assert done.returncode == 0, done.stderr
    picture = ElementTree.parse(out.with_suffix(".svg")).getroot()
    texts = ["".join(one.itertext()) for one in picture.iter("{http://www.w3.org/2000/svg}text")]
    assert "1. standard / one_more / as_given, lodtrækning 1 og 1 til" in texts
    assert not any("as_given / as_given" in text for text in texts)  # one more place is better
    if "--parquet" in also:
        rows = pyarrow.parquet.read_table(out.with_suffix(".parquet")).to_pylist()
        assert [(row["policy"], row["placed"], row["proven"]) for row in rows] == [
            ("standard", 1, True),
            ("standard", 2, True),
            ("far", 1, True),
            ("far", 2, True),
        ]
        assert [row["scenario"] for row in rows] == [row["scenario"] for row in rows_of(out)]
    again = run("sweep", scenarios, round, "-o", out.with_name("b.csv"), *also)
    assert again.returncode == 6
    assert run("sweep", scenarios, round, "-o", out, "--resume", *also).returncode == 0


def test_without_pyarrow_the_command_says_what_to_install(files, monkeypatch):
    scenarios, round, out = files
    monkeypatch.setattr("innopraktik_match.cli.sweeping.find_spec", lambda name: None)
    done = run("sweep", scenarios, round, "-o", out, "--parquet", out.with_suffix(".parquet"))
    assert (done.returncode, out.exists()) == (2, False)
    assert "pip install pyarrow" in done.stderr


def row(policy, placed, points, people="all"):
    return {
        "policy": policy,
        "capacity": "c",
        "people": people,
        "draw": 1,
        "placed": placed,
        "points": points,
    }


def test_a_trade_off_is_beaten_by_nobody_in_every_aim():
    rows = [row("a", 3, 9), row("b", 3, 8), row("c", 2, 1), row("d", 2, 5), row("e", 1, 1), row("f", 3, 8)]
    rows += [row("g", "", "")]
    best = trade_offs(rows, ["placed", "points"])
    assert [[one["policy"] for one in alike] for alike in best] == [["b", "f"], ["c"]]


def test_a_picture_of_no_plans_says_so():
    picture = sweep_svg([row("a", "", "", "<none>"), row("a", 1, 0)], ["placed", "points"], "en")
    assert "None of them has a plan." in picture
    assert "&lt;none&gt;" in picture
    ElementTree.fromstring(picture)
