"""No step of the engine decides what is best: with each of them changed or switched off, the plan is the same."""

from __future__ import annotations

import subprocess
import sys
from functools import cache
from math import inf
from pathlib import Path

import highspy
import numpy as np
import pytest
from benchmarks.generate import Recipe, generate
from ortools.sat.python import cp_model

from innopraktik_match.checker import check
from innopraktik_match.engine.plans import dive, finish, local_search, race
from innopraktik_match.engine.prices import column_generation
from innopraktik_match.engine.prices.master import Master
from innopraktik_match.solving import solve

RECIPES = {
    "wishes": Recipe(interns=60, hosts=34, choices=None, several=0.1),
    "random": Recipe(interns=60, hosts=34, choices=20, points="random", places=1.0),
    "shortage": Recipe(interns=60, hosts=34, choices=20, places=0.8, quota=True),
}
CHANGES = {
    "always climbing": [(column_generation, "FEW_OPTIONS", 0)],
    "never climbing": [(column_generation, "FEW_OPTIONS", inf)],
    "always asking the promising options first": [
        (column_generation, "FEW_OPTIONS", 0),
        (column_generation, "MANY_EACH", 0),
    ],
    "asking a few options first": [
        (column_generation, "FEW_OPTIONS", 0),
        (column_generation, "MANY_EACH", 0),
        (column_generation, "PLACE_ASKS", 1),
        (column_generation, "UNIT_ASKS", 2),
    ],
    "climbing in vain": [(column_generation, "FEW_OPTIONS", 0), (column_generation, "PASSES", 0)],
    "no visits near the prices": [(column_generation, "FEW_OPTIONS", 0), (column_generation, "NEAR_EACH", 0)],
    "a box with no walls": [(column_generation, "FEW_OPTIONS", 0), (column_generation, "NARROW", 1e-9)],
    "a tiny box": [(column_generation, "FEW_OPTIONS", 0), (column_generation, "NARROW", 1e4)],
    "one better visit a host": [(column_generation, "MOST_WANTED", 1)],
    "diving to the bottom": [(dive, "FEW_LOOSE", 0)],
    "only rounding": [(dive, "FEW_LOOSE", 0), (dive, "SURE", 0.5)],
    "always mending": [(finish, "ROUGH", 0.0)],
    "CP-SAT without a head start for HiGHS": [(race, "HEAD_START", 0)],
    "mending a few visits at a time": [(finish, "ROUGH", 0.0), (local_search, "ANEW", (5,))],
}


@cache
def plain(name: str):
    round = generate(RECIPES[name])
    return round, solve(round)


@pytest.mark.parametrize("name", RECIPES)
@pytest.mark.parametrize("change", CHANGES)
def test_a_step_changed_or_switched_off_gives_the_same_plan(name, change, monkeypatch):
    round, plan = plain(name)
    for module, constant, value in CHANGES[change]:
        monkeypatch.setattr(module, constant, value)
    other = solve(round)
    assert [(aim.aim, aim.value, aim.proven) for aim in other.aims] == [
        (aim.aim, aim.value, True) for aim in plan.aims
    ]
    assert other.visits == plan.visits


@pytest.mark.parametrize("name", RECIPES)
def test_solvers_without_presolve_find_the_same_plan(name, monkeypatch):
    round, plan = plain(name)
    asked = []
    run, solve_model = highspy.Highs.run, cp_model.CpSolver.solve

    def run_plainly(highs):
        highs.setOptionValue("presolve", "off")
        asked.append("HiGHS")
        return run(highs)

    def solve_plainly(solver, *model):
        solver.parameters.cp_model_presolve = False
        asked.append("CP-SAT")
        return solve_model(solver, *model)

    monkeypatch.setattr(highspy.Highs, "run", run_plainly)
    monkeypatch.setattr(cp_model.CpSolver, "solve", solve_plainly)
    monkeypatch.setattr(race, "HEAD_START", 0)
    assert solve(round).visits == plan.visits
    assert "HiGHS" in asked


@pytest.mark.parametrize("name", RECIPES)
def test_one_worker_finds_the_same_plan_as_two(name):
    round, plan = plain(name)
    assert solve(round, workers=1).visits == plan.visits


def test_another_process_with_other_hashes_finds_the_same_plan():
    script = (
        "from tests.test_engine_steps import plain\n"
        "print(plain('wishes')[1].model_copy(update={'seconds': 0}).sealed().sha256)"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={"PYTHONHASHSEED": seed, "PATH": "", "PYTHONPATH": "."},
            cwd=Path(__file__).parents[1],
            capture_output=True,
            encoding="utf-8",
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(said) == 1


@pytest.mark.parametrize("time_limit", [0.0, 0.03, 0.1, 0.2, 0.4, 0.8])
def test_whenever_the_time_is_up_the_plan_is_legal_and_its_bounds_hold(time_limit, monkeypatch):
    """Stopped while building, climbing, pricing, diving or mending: whatever it is at by then."""
    monkeypatch.setattr(column_generation, "FEW_OPTIONS", 0)
    monkeypatch.setattr(finish, "MOST_LISTED", 10)
    round, best = plain("random")
    plan = solve(round, time_limit=time_limit)
    report = check(round, plan)
    assert report.holds
    for aim, proven in zip(plan.aims, best.aims, strict=True):
        assert aim.bound is None or (aim.bound - proven.value) * (1 if aim.aim == "placed" else -1) >= 0


@pytest.mark.parametrize("name", RECIPES)
def test_a_dive_that_ends_in_a_blind_alley_ends(name, monkeypatch):
    def fix_everything(master: Master, visits: object) -> None:
        known = len(master.at)
        at = np.arange(master.first, master.first + known, dtype=np.int32)
        master.highs.changeColsBounds(known, at, np.ones(known), np.ones(known))

    round, plan = plain(name)
    monkeypatch.setattr(dive, "FEW_LOOSE", 0)
    monkeypatch.setattr(Master, "fix", fix_everything)
    assert solve(round).visits == plan.visits
