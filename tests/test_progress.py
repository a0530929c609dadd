"""Whoever embeds the engine hears how far it is, has the plan at hand, and can end it from anywhere."""

from __future__ import annotations

import logging
from threading import Event, Thread

import pytest

import innopraktik_match as im
from innopraktik_match.checker import check
from innopraktik_match.model import tuning
from tests.random_rounds import random_round
from tests.test_single_edits import crowded

STEPS = {"first_plan", "lottery", "check"}


class Fails(Exception):
    pass


def test_what_is_told_is_an_aim_or_a_step_with_words_in_both_languages():
    told: list[im.Progress] = []
    plan = im.solve(crowded(), on_progress=told.append)
    assert {one.aim for one in told} <= {aim.aim for aim in plan.aims} | STEPS
    assert told[0].aim == "first_plan"
    assert told[-1].aim == "check"
    for lang in ("da", "en"):
        assert all(one.text(lang) and one.aim not in one.text(lang) for one in told if one.aim != "points")


def test_between_two_steps_the_listener_hears_that_it_goes_on(monkeypatch):
    """With a beat at every look, there are many more of them than steps."""
    told: list[im.Progress] = []
    im.solve(random_round(12, 8, 1), on_progress=told.append)
    monkeypatch.setattr(tuning, "HEARTBEAT_S", -1.0)
    beats: list[im.Progress] = []
    im.solve(random_round(12, 8, 1), on_progress=beats.append)
    assert len(beats) > 2 * len(told)
    assert [one.seconds for one in beats] == sorted(one.seconds for one in beats)


def test_the_plan_at_hand_is_legal_and_never_worse_than_before():
    round, plans = random_round(30, 14, 3), []

    def listen(progress: im.Progress) -> None:
        plan = progress.plan()
        if plan is not None:
            plans.append(plan)

    best = im.solve(round, on_progress=listen)
    assert plans
    for plan in plans:
        assert check(round, plan).holds
        assert (plan.status, plan.proof, {aim.bound for aim in plan.aims}) == ("feasible", None, {None})
    assert [aim.value for aim in plans[-1].aims] == [aim.value for aim in best.aims]


def test_the_plan_at_hand_is_not_handed_over_later():
    told: list[im.Progress] = []
    im.solve(crowded(), on_progress=told.append)
    with pytest.raises(RuntimeError, match="while the listener"):
        told[-1].plan()


@pytest.mark.parametrize("steps", [1, 2, 4])
def test_a_listener_that_raises_ends_the_solve_with_its_error(steps):
    heard = []

    def listen(progress: im.Progress) -> None:
        heard.append(progress)
        if len(heard) == steps:
            raise Fails

    with pytest.raises(Fails):
        im.solve(random_round(30, 14, 3), on_progress=listen)
    assert len(heard) == steps  # nothing more is told


def test_cancelled_from_the_listener_the_best_plan_comes_back():
    cancel, round = Event(), random_round(60, 25, 5)
    plan = im.solve(round, cancel=cancel, on_progress=lambda _: cancel.set())
    assert plan.stopped_by == "interruption"
    assert plan.status == "feasible"
    assert check(round, plan).holds


def test_cancelled_from_another_thread_while_it_solves_in_a_third():
    cancel, began, plans = Event(), Event(), []
    round = random_round(200, 80, 5)

    def work() -> None:
        plans.append(im.solve(round, cancel=cancel, on_progress=lambda _: began.set()))

    solving = Thread(target=work)
    solving.start()
    assert began.wait(60)
    cancel.set()
    solving.join(60)
    assert not solving.is_alive()
    assert plans[0].stopped_by in ("interruption", None)
    assert check(round, plans[0]).holds


def test_cancelled_before_it_begins_there_is_a_plan_or_a_word():
    cancel = Event()
    cancel.set()
    plan = im.solve(crowded(), cancel=cancel)
    assert plan.status in ("feasible", "unknown")
    assert plan.stopped_by == "interruption"


def test_the_logger_hears_every_step_and_no_names(caplog):
    with caplog.at_level(logging.DEBUG, logger="innopraktik_match"):
        im.solve(crowded())
    told = [record.getMessage() for record in caplog.records if record.name == "innopraktik_match"]
    assert any(line.startswith("points: best") for line in told)
    assert not any("p1" in line or "v1" in line for line in told)


def test_what_is_no_event_is_refused_in_words():
    with pytest.raises(TypeError, match=r"cancel is .*threading\.Event"):
        im.solve(crowded(), cancel=True)  # type: ignore[arg-type]
