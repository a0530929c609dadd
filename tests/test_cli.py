"""The real command line: exit codes, streams, files; never a traceback."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[1] / "examples"
TINY = {
    "interns": [{"id": "p1"}, {"id": "p2"}],
    "hosts": [{"id": "v1"}, {"id": "v2"}],
    "policy": {"preset": "bare"},
}


def run(*words, cwd=None, **env):
    done = subprocess.run(
        [sys.executable, "-m", "innopraktik_match", *map(str, words)],
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        cwd=cwd,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **env},
        check=False,
    )
    assert "Traceback" not in done.stderr + done.stdout
    return done


@pytest.fixture
def tiny(tmp_path):
    path = tmp_path / "round.json"
    path.write_text(json.dumps(TINY), encoding="utf-8")
    return path


def write(path, data):
    path.write_text(json.dumps(data), encoding="utf-8")
    return path


def test_help_loads_no_solver_and_no_tables():
    code = (
        "import sys\nfrom innopraktik_match.cli import main\n"
        "try: main(['--help'])\nexcept SystemExit: pass\n"
        "heavy = {'ortools', 'pandas', 'numpy', 'pydantic', 'openpyxl'} & set(sys.modules)\n"
        "assert not heavy, heavy"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)


def test_solve_writes_a_workbook_that_verify_and_score_accept(tmp_path):
    plan = tmp_path / "plan.xlsx"
    solved = run("solve", EXAMPLES / "runde_2017.xlsx", "-o", plan, "--lang", "en")
    assert solved.returncode == 0
    assert "72 of 72" in solved.stderr
    assert "proven best" in solved.stderr.lower()
    assert solved.stdout == ""
    assert run("verify", plan, EXAMPLES / "runde_2017.xlsx").returncode == 0
    assert run("score", plan, EXAMPLES / "round_2017").returncode == 0


def test_json_is_one_object_on_stdout(tiny):
    done = run("solve", tiny, "--json", "--quiet")
    plan = json.loads(done.stdout)
    assert done.returncode == 0
    assert plan["status"] == "optimal"
    assert [aim["value"] for aim in plan["aims"]] == [2, 0]


def test_a_year_on_the_command_line_decides_for_weeks_that_name_none(tmp_path):
    for name in ("praktikanter", "værter"):
        (tmp_path / f"{name}.csv").write_text("id;uger;dage\np1;uge 37;3\n", encoding="utf-8")
    plan = tmp_path / "plan.json"
    solved = run("solve", tmp_path, "--year", 2028, "-o", plan)
    assert solved.returncode == 0
    assert json.loads(plan.read_text(encoding="utf-8"))["visits"][0]["week"] == "2028-W37"
    for command in ("score", "verify"):
        assert run(command, plan, tmp_path, "--year", 2028).returncode == 0
    assert run("score", plan, tmp_path, "--year", 2029).returncode == 7
    assert "2028" in run("check", tmp_path, "--year", 2028).stderr
    assert run("check", tmp_path, "--year", 1999).returncode == 2


def test_schema_describes_all_three():
    assert set(json.loads(run("schema").stdout)) == {"round", "policy", "plan"}


def test_a_template_checks_without_a_fault(tmp_path):
    out = tmp_path / "skabelon.xlsx"
    assert run("template", out).returncode == 0
    checked = run("check", out, "--json")
    assert checked.returncode == 0
    assert json.loads(checked.stdout)["issues"] == []


@pytest.mark.parametrize(
    "words",
    [[], ["nonsense"], ["solve"], ["solve", "x.json", "--gap", "two"], ["solve", "x.json", "-o", "plan.pdf"]],
)
def test_wrong_usage_is_2(words, tmp_path):
    assert run(*words, cwd=tmp_path).returncode == 2


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        '{"interns": 3}',
        '{"interns": [{"id": "p1", "wihses": ["v1"]}], "hosts": [{"id": "v1"}]}',
    ],
)
def test_faults_of_the_input_are_3_and_written_nowhere(text, tmp_path):
    given, out = tmp_path / "round.json", tmp_path / "plan.json"
    given.write_text(text, encoding="utf-8")
    assert run("solve", given, "-o", out).returncode == 3
    assert not out.exists()


def test_a_missing_file_is_3_and_named(tmp_path):
    done = run("solve", tmp_path / "nowhere.xlsx")
    assert done.returncode == 3
    assert "nowhere.xlsx" in done.stderr


def test_impossible_is_4_with_who_and_how_many(tmp_path):
    rules = {"placed": {"mode": "hard"}}
    data = {**TINY, "hosts": [{"id": "v1"}], "policy": {"preset": "bare", "rules": rules}}
    done = run("solve", write(tmp_path / "r.json", data), "-o", tmp_path / "plan.json")
    assert done.returncode == 4
    assert "p1" in done.stderr
    assert not (tmp_path / "plan.json").exists()


def test_no_time_gives_a_plan_and_says_it_is_not_proven(tmp_path):
    out = tmp_path / "plan.json"
    done = run("solve", EXAMPLES / "runde_2015.xlsx", "-o", out, "--time-limit", "0")
    assert done.returncode == 1
    assert json.loads(out.read_text(encoding="utf-8"))["status"] == "feasible"
    assert run("verify", out, EXAMPLES / "runde_2015.xlsx").returncode == 0


def test_what_stands_is_overwritten_only_with_force(tiny, tmp_path):
    out = tmp_path / "plan.json"
    assert run("solve", tiny, "-o", out).returncode == 0
    assert run("solve", tiny, "-o", out).returncode == 6
    assert run("solve", tiny, "-o", out, "--force").returncode == 0
    assert run("solve", tiny, "-o", tiny, "--force").returncode == 6
    assert run("solve", tiny, "-o", tmp_path, "--force").returncode in {2, 6}


def test_a_forged_plan_is_7(tiny, tmp_path):
    out = tmp_path / "plan.json"
    run("solve", tiny, "-o", out)
    plan = json.loads(out.read_text(encoding="utf-8"))
    plan["visits"][0]["interns"] = plan["visits"][1]["interns"]
    assert run("verify", write(tmp_path / "forged.json", plan), tiny).returncode == 7


def test_a_hand_made_list_is_scored_and_its_breach_named(tiny, tmp_path):
    plan = tmp_path / "plan.csv"
    plan.write_text("intern,host\np1,v1\np2,v1\n", encoding="utf-8")
    done = run("score", plan, tiny, "--lang", "en")
    assert done.returncode == 7
    assert "host" in done.stderr


def test_danish_first_english_complete(tiny):
    assert "Det er bevist, at ingen anden plan opfylder målene bedre." in run("solve", tiny).stderr
    assert "Proven optimal" in run("solve", tiny, "--lang", "en").stderr
    assert "Proven optimal" in run("solve", tiny, INNOPRAKTIK_LANG="en").stderr


@pytest.mark.parametrize("encoding", ["cp437", "ascii", "cp1252"])
def test_an_old_console_prints_what_it_can(tiny, encoding):
    assert run("solve", tiny, PYTHONIOENCODING=encoding).returncode == 0


@pytest.mark.skipif(os.name == "nt", reason="signals")
@pytest.mark.parametrize("seconds", [0.3, 1.0, 1.6])
def test_ctrl_c_leaves_a_whole_plan_or_none(tmp_path, seconds):
    out = tmp_path / "plan.json"
    words = [
        sys.executable,
        "-m",
        "innopraktik_match",
        "solve",
        EXAMPLES / "runde_2015.xlsx",
        "-o",
        out,
        "-q",
    ]
    child = subprocess.Popen(words, stderr=subprocess.PIPE, encoding="utf-8")
    time.sleep(seconds)
    child.send_signal(signal.SIGINT)
    _, said = child.communicate(timeout=60)
    assert child.returncode in {0, 1, 5, 130, -signal.SIGINT}  # the last two: before any command ran
    assert "Traceback" not in said or child.returncode in {130, -signal.SIGINT}
    if out.exists():
        assert json.loads(out.read_text(encoding="utf-8"))["visits"]


INTERRUPTED = """
import os, signal, sys
import innopraktik_match as im
from importlib import import_module
from innopraktik_match.cli import main

module, name = sys.argv[1].rsplit(".", 1)
module = import_module(module)
usual, calls = getattr(module, name), []

def pressed(*words, **more):
    calls.append(1)
    if len(calls) == 1:
        os.kill(os.getpid(), signal.SIGINT)
    return usual(*words, **more)

setattr(module, name, pressed)
main(sys.argv[2:])
"""


def interrupted_at(step, *words):
    """Run the command; somebody presses Ctrl-C at the first call of a function."""
    return subprocess.run(
        [sys.executable, "-c", INTERRUPTED, step, *map(str, words)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


STEPS = {
    "building": "innopraktik_match.solving.build_columns",
    "the options": "innopraktik_match.model.options.priced",
    "the first plan": "innopraktik_match.engine.search.filled",
    "pricing": "innopraktik_match.engine.prices.bounds.least_groups",
    "choosing": "innopraktik_match.engine.plans.finish.choose",
    "drawing lots": "innopraktik_match.engine.search.lottery",
    "writing up": "innopraktik_match.solving.write_up",
    "checking": "innopraktik_match.solving.check",
    "making the file": "innopraktik_match.files.out.writing.save",
    "putting the file in place": "os.replace",
}


@pytest.mark.skipif(os.name == "nt", reason="signals")
@pytest.mark.parametrize("step", STEPS.values(), ids=STEPS)
@pytest.mark.parametrize("name", ["plan.json", "plan.xlsx"])
def test_ctrl_c_at_any_step_writes_a_legal_checked_plan(tmp_path, step, name):
    given, out = EXAMPLES / "runde_2015.xlsx", tmp_path / name
    done = interrupted_at(step, "solve", given, "-o", out)
    assert "Traceback" not in done.stderr
    assert done.returncode in {0, 1}
    assert [one.name for one in tmp_path.iterdir()] == [name]
    assert run("verify", out, given).returncode == 0


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_ctrl_c_while_reading_is_told_and_writes_nothing(tmp_path):
    out = tmp_path / "plan.xlsx"
    step = "innopraktik_match.read_with_issues"
    done = interrupted_at(step, "solve", EXAMPLES / "runde_2015.xlsx", "-o", out, "--lang", "en")
    assert (done.returncode, list(tmp_path.iterdir())) == (5, [])
    assert "Stopped before there was a plan" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_module_is_cheap_to_import():
    code = "import sys, innopraktik_match; assert not {'ortools', 'pandas', 'numpy', 'pydantic'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)
