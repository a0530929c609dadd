"""Promises at the limits: time, memory and Ctrl-C in every step, numbers as large as they may be."""

from __future__ import annotations

from threading import Event

import numpy as np
import pytest

from innopraktik_match.checker import check
from innopraktik_match.domain.round import Round
from innopraktik_match.engine.control import Control, Stopped, wait_for_those_behind
from innopraktik_match.engine.stages import lottery, seating
from innopraktik_match.model import groups, tuning
from innopraktik_match.model.columns import build_columns
from innopraktik_match.model.groups import Groups, visit_points
from innopraktik_match.model.options import build_offers, build_options
from innopraktik_match.solving import solve
from tests.random_rounds import random_round


def round_of(interns, hosts, pairs=(), **policy):
    rows = [{"intern": i, "host": h, "points": points} for i, h, points in pairs]
    return Round.model_validate({"interns": interns, "hosts": hosts, "pairs": rows, "policy": policy})


def people(n, **more):
    return [{"id": f"p{i:03}", **more} for i in range(n)]


def reached(plan):
    return {aim.aim: aim.value for aim in plan.aims}


# -- time and Ctrl-C ------------------------------------------------------------------------------------


def test_a_race_leaves_a_solver_behind_that_does_not_stop():
    released = Event()
    answers = Control().race(
        [(lambda: released.wait(60) and "late", lambda: None), (lambda: "soon", lambda: None)],
        enough=lambda answer: answer == "soon",
    )
    assert answers == ["soon"]
    assert not wait_for_those_behind(0)
    released.set()
    assert wait_for_those_behind(60)


@pytest.mark.parametrize("control", [Control(time_limit=0), Control(memory_limit=1)], ids=["time", "memory"])
def test_waiting_for_a_solver_that_does_not_stop_ends_without_an_answer(control):
    released = Event()
    assert control.wait(lambda: released.wait(60), lambda: None) is None
    released.set()


def test_a_solver_told_to_stop_still_answers():
    told = Event()
    assert (
        Control(time_limit=0).wait(lambda: told.wait(60) and "the best so far", told.set) == "the best so far"
    )


def test_a_step_hears_that_the_whole_is_interrupted(monkeypatch):
    monkeypatch.setattr(tuning, "STEP_SLACK_S", 0.0)
    control = Control()
    step = control.within(10)
    step.look()
    control.interrupt()
    assert step.stopped
    with pytest.raises(Stopped):
        step.look()
    with pytest.raises(Stopped):
        control.listen()


def test_lots_are_drawn_some_at_a_time(monkeypatch):
    def enough():
        raise Stopped

    drawn = []
    monkeypatch.setattr(tuning, "LOTS_AT_ONCE", 10)
    monkeypatch.setattr(lottery, "_lot", lambda name, bits: drawn.append(name) or 0)
    c = build_columns(random_round(30, 20, 1))
    f = build_offers(c, build_options(c))
    with pytest.raises(Stopped):
        lottery._of_options(f, 0, np.ones(len(f), dtype=bool), enough)
    assert len(drawn) == 10


def test_bounds_that_there_is_no_time_to_verify_are_not_stated(monkeypatch):
    round = random_round(20, 12, 1)
    monkeypatch.setattr(Control, "overtime_is_up", lambda _: True)
    plan = solve(round)
    assert plan.status == "feasible"
    assert plan.visits
    assert {(aim.bound, aim.proven, aim.proof) for aim in plan.aims} == {(None, False, None)}
    assert check(round, plan).holds


@pytest.mark.parametrize("limit", [0.0, 0.02, 0.1, 0.3])
def test_no_bound_says_less_than_counting_does(limit):
    """Nobody is placed twice, and nothing costs less than 0."""
    round = random_round(60, 30, 3)
    places = sum(host.visits * host.max for host in round.hosts)
    for aim in solve(round, time_limit=limit).aims:
        if aim.aim == "placed" and aim.bound is not None:
            assert aim.value <= aim.bound <= min(60, places)
        elif aim.aim == "points" and aim.bound is not None:
            assert 0 < aim.bound <= aim.value or aim.value == 0


# -- one place and very many ----------------------------------------------------------------------------


def shared(n, most, per_visit, count):
    """Visits of a host that `n` share in order, and how many parties are tried until they are seated."""
    round = round_of(
        people(n, sector="state"),
        [{"id": "v", "sector": "civil", "max": most, "visits": n}],
        rules={"capacity": {"limit": 6}},
    )
    c = build_columns(round)
    f = build_offers(c, build_options(c))
    options = np.full((-(-n // per_visit), most), -1, dtype=np.int64)
    options[:, :per_visit] = np.arange(options.shape[0] * per_visit).reshape(-1, per_visit) % n
    place = np.zeros(len(options), dtype=np.int32)
    points, _ = visit_points(f, place, options)
    return c, f, Groups(place, options, points, np.zeros(len(options), dtype=np.int64))


@pytest.mark.parametrize(("n", "most", "per_visit"), [(90, 6, 5), (982, 1, 1)])
def test_those_at_one_host_are_seated_without_listing_every_party(n, most, per_visit, monkeypatch):
    """C(89, 4) parties of five hold the first guest of ninety; 982 visits are 982 steps, not 982 calls deep."""
    tried = []

    def counted(offers, place, options):
        tried.append(len(place))
        return visit_points(offers, place, options)

    monkeypatch.setattr(seating, "visit_points", counted)
    _, f, groups = shared(n, most, per_visit, n)
    found = seating.seated(f, groups, Control())
    assert found.options[:, 0].tolist() == list(range(0, n, per_visit))
    assert sum(tried) < 10 * n


def test_one_host_with_very_many_visits_takes_everybody():
    """100,000 visits are one row with a large limit, not 100,000 of anything."""
    round = round_of(people(400), [{"id": "v", "visits": 100_000}], preset="bare")
    plan = solve(round)
    assert (plan.status, reached(plan)["placed"], len(plan.visits)) == ("optimal", 400, 400)
    weeks = round_of(
        people(5, visits=100_000), [{"id": "v", "visits": 100_000}], weeks=["2026-W37", "2026-W38"]
    )
    assert reached(solve(weeks))["placed"] == 2


def test_a_host_with_many_visits_is_filled_at_once(monkeypatch):
    """30 visits for up to 3: a sweep finds one for each six of those left, so half of them go each time."""
    sweeps = []

    def counted(*words):
        sweeps.append(1)
        return groups.best_groups(*words)

    monkeypatch.setattr("innopraktik_match.engine.plans.greedy.best_groups", counted)
    round = round_of(people(90), [{"id": "v", "max": 3, "visits": 30}])
    assert reached(solve(round, time_limit=0))["placed"] == 90
    assert len(sweeps) <= 7
