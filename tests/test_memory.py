"""The memory limit: refused in words, or ended with the best plan so far; never a killed process."""

from __future__ import annotations

import pytest
from benchmarks.generate import Recipe, generate

import innopraktik_match as im
from innopraktik_match import solving
from innopraktik_match.cli import main
from innopraktik_match.engine import memory, search
from innopraktik_match.model import tuning
from innopraktik_match.model.columns import build_columns
from innopraktik_match.model.options import TooManyOptions, build_options
from tests.test_cli import run

ROUND = generate(Recipe(interns=40, hosts=22))


def test_the_options_are_counted_while_they_are_built():
    c = build_columns(ROUND)
    whole = len(build_options(c))
    assert len(build_options(c, whole)) == whole
    with pytest.raises(TooManyOptions):
        build_options(c, whole - 1)


def test_a_round_that_cannot_fit_is_refused():
    with pytest.raises(im.RoundError) as caught:
        im.solve(ROUND, memory_limit=0.001)
    (issue,) = caught.value.issues
    assert (issue.code, issue.values["limit"]) == ("round_too_large", 0.001)


@pytest.mark.parametrize(
    ("lang", "words"),
    [("da", "De kan ikke være i 0,001 GB hukommelse."), ("en", "They do not fit into 0.001 GB of memory.")],
)
def test_the_command_refuses_in_words_and_writes_nothing(tmp_path, lang, words):
    given, out = tmp_path / "round.json", tmp_path / "plan.xlsx"
    given.write_text(ROUND.model_dump_json(), encoding="utf-8")
    done = run("solve", given, "-o", out, "--memory-limit", "0.001", "--lang", lang)
    assert done.returncode == 3
    assert words in done.stderr
    assert "--memory-limit" in done.stderr
    assert not out.exists()


@pytest.mark.parametrize("looks", [1, 2, 5, 20])
def test_memory_that_runs_out_on_the_way_leaves_a_legal_plan(looks, monkeypatch):
    """It runs out at the first look, or some looks later: while pricing, choosing or drawing lots."""
    left = iter([0] * looks)
    monkeypatch.setattr(tuning, "MEMORY_LOOK_S", 0.0)
    monkeypatch.setattr(memory, "used", lambda: next(left, 2 * memory.GIGA))
    monkeypatch.setattr(tuning, "OPTION_BYTES", 0.0001)
    plan = im.solve(ROUND, memory_limit=1)
    assert im.check(ROUND, plan).holds
    assert plan.visits
    if plan.status != "optimal":
        assert plan.stopped_by == "memory"


def test_the_summary_says_what_ended_the_search():
    from innopraktik_match.report.summary import summary_lines

    plan = im.solve(ROUND).model_copy(update={"stopped_by": "memory"})
    assert any("--memory-limit" in line for line in summary_lines(ROUND, plan, "da"))
    assert any("--memory-limit" in line for line in summary_lines(ROUND, plan, "en"))


@pytest.mark.parametrize("limit", [0.0, 0.05])
def test_a_plan_stopped_by_the_time_says_so(limit):
    plan = im.solve(ROUND, time_limit=limit)
    assert plan.stopped_by == ("time" if plan.status != "optimal" else None)


def test_an_allocation_that_fails_leaves_the_plan_found_by_then(monkeypatch):
    def no_more(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr(search, "improve", no_more)
    plan = im.solve(ROUND)
    assert (plan.status, plan.stopped_by) == ("feasible", "memory")
    assert im.check(ROUND, plan).holds


def test_an_allocation_that_fails_before_there_is_a_plan_is_told_in_words(tmp_path, monkeypatch, capsys):
    def no_memory(*_: object) -> None:
        raise MemoryError

    given = tmp_path / "round.json"
    given.write_text(ROUND.model_dump_json(), encoding="utf-8")
    monkeypatch.setattr(solving, "build_columns", no_memory)
    with pytest.raises(SystemExit) as left:
        main(["solve", str(given), "--lang", "en"])
    assert left.value.code == 5
    assert "not have enough memory" in capsys.readouterr().err


def test_a_container_of_either_kind_tells_what_it_leaves_free(tmp_path):
    assert memory.free_in_container(tmp_path) is None
    (tmp_path / "memory").mkdir()
    (tmp_path / "memory/memory.limit_in_bytes").write_text("1000\n")
    (tmp_path / "memory/memory.usage_in_bytes").write_text("400\n")
    (tmp_path / "memory/memory.stat").write_text("cache 5\ntotal_inactive_file 100\n")
    assert memory.free_in_container(tmp_path) == 1000 - 400 + 100
    (tmp_path / "memory.max").write_text("max\n")
    (tmp_path / "memory.current").write_text("400\n")
    (tmp_path / "memory.stat").write_text("inactive_file 0\n")
    assert memory.free_in_container(tmp_path) is None
    (tmp_path / "memory.max").write_text("300\n")
    assert memory.free_in_container(tmp_path) == 0


def test_the_usual_limit_is_more_than_what_is_in_use_and_no_more_than_a_container_has(tmp_path, monkeypatch):
    monkeypatch.setattr(memory, "GROUPS", tmp_path)
    assert memory.usual_limit() > memory.used()
    (tmp_path / "memory.max").write_text("1000\n")
    (tmp_path / "memory.current").write_text("0\n")
    (tmp_path / "memory.stat").write_text("")
    assert memory.usual_limit() <= memory.used() + 1000 + 50 * 2**20
