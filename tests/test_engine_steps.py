"""No step of the engine decides what is best: with each of them changed or switched off, the plan is the same."""

from __future__ import annotations

import re
import subprocess
import sys
from functools import cache
from itertools import pairwise
from math import inf
from pathlib import Path

import highspy
import numpy as np
import pytest
from benchmarks.ablation import STEPS, owner_of, put_in_place
from benchmarks.generate import Recipe, generate
from ortools.sat.python import cp_model

from innopraktik_match.checker import check
from innopraktik_match.engine.prices.master import Master
from innopraktik_match.engine.study import tuning as of_questions
from innopraktik_match.model import tuning
from innopraktik_match.solving import solve

RECIPES = {
    "wishes": Recipe(interns=60, hosts=34, choices=None, several=0.1),
    "random": Recipe(interns=60, hosts=34, choices=20, points="random", places=1.0),
    "shortage": Recipe(interns=60, hosts=34, choices=20, places=0.8, quota=True),
}
CHANGES = {
    "always dual ascent": {"ASCENT_FROM_OPTIONS": 0},
    "never dual ascent": {"ASCENT_FROM_OPTIONS": inf},
    "always asking the promising options first": {
        "ASCENT_FROM_OPTIONS": 0,
        "PARTIAL_FROM_OPTIONS": 0,
    },
    "asking a few options first": {
        "ASCENT_FROM_OPTIONS": 0,
        "PARTIAL_FROM_OPTIONS": 0,
        "PARTIAL_OPTIONS_A_PLACE": 1,
        "PARTIAL_OPTIONS_A_UNIT": 2,
    },
    "an ascent in vain": {"ASCENT_FROM_OPTIONS": 0, "ASCENT_PASSES": 0},
    "no visits near the prices": {"ASCENT_FROM_OPTIONS": 0, "MASTER_VISITS_A_HOST": 0},
    "a box with no walls": {"ASCENT_FROM_OPTIONS": 0, "BOX_FRACTION": 1e-9},
    "a tiny box": {"ASCENT_FROM_OPTIONS": 0, "BOX_FRACTION": 1e4},
    "one better visit a host": {"PRICING_VISITS": 1},
    "diving to the bottom": {"DIVE_ENDS_BELOW": 0},
    "only rounding": {"DIVE_ENDS_BELOW": 0, "DIVE_FIXES_FROM": 0.5},
    "always local search": {"LOCAL_SEARCH_GAP": 0.0, "NEAREST_UP_TO": 0},
    "always choosing among the nearest visits": {"LOCAL_SEARCH_GAP": 0.0},
    "choosing among hardly any visits": {
        "LOCAL_SEARCH_GAP": 0.0,
        "NEAREST_VISITS": 5,
        "NEAREST_MORE": 5,
        "NEAREST_OF": 0.0,
    },
    "always cutting": {"CUT_FROM_VISITS": 0},
    "never cutting": {"CUT_FROM_VISITS": inf},
    "local search under cuts": {"CUT_FROM_VISITS": 0, "LOCAL_SEARCH_GAP": 0.0, "NEAREST_UP_TO": 0},
    "no round of cuts": {"CUT_FROM_VISITS": 0, "CUTS_A_ROUND": 0},
    "all within the gap at once": {"NARROWED": ()},
    "always the nearest first": {"NEAREST_OF": 0.0},
    "a first plan by greedy sweeps": {"SLOT_ROUNDS": 0},
    "CP-SAT without a head start for HiGHS": {"HIGHS_HEAD_START_S": 0},
    "local search of a few visits at a time": {
        "LOCAL_SEARCH_GAP": 0.0,
        "NEAREST_UP_TO": 0,
        "NEIGHBOURHOOD_SIZES": (5,),
    },
}


SOURCE = Path(tuning.__file__).parents[1]


@cache
def plain(name: str):
    round = generate(RECIPES[name])
    return round, solve(round)


@pytest.mark.parametrize("name", RECIPES)
@pytest.mark.parametrize("change", CHANGES)
def test_a_step_changed_or_switched_off_gives_the_same_plan(name, change, monkeypatch):
    round, plan = plain(name)
    for constant, value in CHANGES[change].items():
        monkeypatch.setattr(tuning, constant, value)
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
    monkeypatch.setattr(tuning, "HIGHS_HEAD_START_S", 0)
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
    """Stopped while building, ascending, pricing, diving or searching locally: whatever it is at by then."""
    monkeypatch.setattr(tuning, "ASCENT_FROM_OPTIONS", 0)
    monkeypatch.setattr(tuning, "MOST_VISITS_LISTED", 10)
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
    monkeypatch.setattr(tuning, "DIVE_ENDS_BELOW", 0)
    monkeypatch.setattr(Master, "fix", fix_everything)
    assert solve(round).visits == plan.visits


def test_every_tuning_constant_is_read_and_has_its_reason():
    files = (tuning, of_questions)
    texts = [Path(str(one.__file__)).read_text(encoding="utf-8").splitlines() for one in files]
    reasoned = {
        line.split(" = ")[0]
        for lines in texts
        for before, line in pairwise(lines)
        if before.startswith("# ") and " = " in line
    }
    code = "".join(path.read_text(encoding="utf-8") for path in SOURCE.rglob("*.py"))
    read = set(re.findall(r"\btuning\.([A-Z][A-Z_]+)\b", code)) - {"NAME"}
    named = [name for one in files for name in vars(one) if name.isupper()]
    assert len(named) == len(set(named))
    assert set(named) == reasoned == read


@pytest.mark.parametrize("step", STEPS)
def test_a_step_that_is_measured_can_be_switched_off(step, monkeypatch):
    for name in STEPS[step].constants:
        assert hasattr(tuning, name)
    for path, stand_in in STEPS[step].replaced.items():
        owner, name = owner_of(path)
        monkeypatch.setattr(owner, name, getattr(owner, name))
        put_in_place(path, stand_in)
        assert getattr(owner, name) is stand_in
