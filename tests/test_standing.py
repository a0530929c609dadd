"""A standing round: what its prices answer is what a fresh solve answers, and moves no more people."""

from __future__ import annotations

import pytest
from hypothesis import assume, event, given
from hypothesis import strategies as st
from pydantic import ValidationError

import innopraktik_match as im
from innopraktik_match.domain.policy import MOST
from innopraktik_match.explaining import study as studies
from innopraktik_match.explaining.rulings import Rulings
from innopraktik_match.explaining.swift import Swift
from innopraktik_match.solving import score, stand
from tests.random_rounds import random_round
from tests.strategies import rounds

KINDS = (
    "pair_together",
    "pair_apart",
    "one_more_place",
    "one_place_fewer",
    "one_more_visit",
    "one_visit_fewer",
)


def swift_of(round, plan):
    standing = stand(round, plan)
    return None if standing is None else Swift(round, plan, score(round, plan).aims, standing)


def asked(kind, intern, host):
    pair = {"intern": intern} if kind.startswith("pair") else {}
    return im.Change.model_validate({"change": kind, "host": host, **pair})


def then(answer):
    return [(aim.aim, aim.then, aim.bound, aim.proven) for aim in answer.aims]


def values(plan):
    return [(aim.aim, aim.value, aim.bound, aim.proven) for aim in plan.aims]


def wished_but_not_given(round, plan):
    rulings = Rulings(round, ())
    together = {(intern, visit.host) for visit in plan.visits for intern in visit.interns}
    return [
        (intern.id, host)
        for intern in round.interns
        for host in intern.wishes
        if (intern.id, host) not in together and not rulings.forbidding(intern.id, host)
    ]


def effort(before, after):
    """2 for each seat at another host, 1 for one in another week or length."""
    pairs = {(intern, visit.host) for visit in before.visits for intern in visit.interns}
    seats = {(one, visit.host, visit.week, visit.days) for visit in before.visits for one in visit.interns}
    now = [(one, visit.host, visit.week, visit.days) for visit in after.visits for one in visit.interns]
    return sum(((seat[:2] not in pairs) + (seat not in seats)) for seat in now)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_every_wish_costs_what_a_fresh_solve_says_and_moves_no_more(seed):
    round = random_round(24, 14, seed)
    plan = im.solve(round)
    swift = swift_of(round, plan)
    moved, at_most, answered = 0, 0, 0
    for intern, host in wished_but_not_given(round, plan)[:12]:
        change = asked("pair_together", intern, host)
        answer, fresh = swift.ask(change), im.solve(im.Study(round, plan).changed(change))
        if answer is None:
            continue
        answered += 1
        assert then(answer) == values(fresh)
        assert any(visit.host == host and intern in visit.interns for visit in answer.visits)
        moved += effort(plan, answer)
        at_most += effort(plan, fresh)
    assert answered >= 10
    assert moved <= at_most


def test_a_plan_is_written_when_it_is_asked_for_and_proven_like_any_other():
    round = random_round(24, 14, 1)
    plan = im.solve(round)
    study = im.Study(round, plan)
    change = asked("pair_together", *wished_but_not_given(round, plan)[0])
    answer = study.ask(change)
    assert values(answer.plan) == then(answer)
    assert [visit.interns for visit in answer.plan.visits] == [visit.interns for visit in answer.visits]
    assert [visit.points for visit in answer.plan.visits] == [visit.points for visit in answer.visits]
    assert im.check(study.changed(change), answer.plan).proven


@given(data=st.data())
def test_any_round_under_any_change_of_a_pair_or_a_host(data):
    round = data.draw(rounds(most_interns=5, most_hosts=3))
    try:
        plan = im.solve(round)
    except im.RoundError:
        assume(False)
    swift = swift_of(round, plan)
    assume(swift is not None)
    intern = data.draw(st.sampled_from([one.id for one in round.interns]))
    host = data.draw(st.sampled_from([one.id for one in round.hosts]))
    kind = data.draw(st.sampled_from(KINDS))
    try:
        change = asked(kind, intern, host)
        changed = im.Study(round, plan).changed(change)
        answer = swift.ask(change)
    except ValidationError:
        assume(False)
    try:
        fresh = im.solve(changed)
    except im.RoundError:
        assert answer is None
        return
    event(f"{kind}: {'answered' if answer is not None else 'left to a solve'}, {fresh.status}")
    if answer is not None:
        assert then(answer) == values(fresh)
    bound = swift.bound(change)
    if bound is not None and fresh.status == "optimal":
        first = fresh.aims[0]
        best = bound[first.aim]
        assert first.value <= best if first.aim in MOST else first.value >= best


def test_only_a_plan_proven_best_stands():
    round = random_round(8, 5, 1)
    plan = im.solve(round)
    assert stand(round, plan) is not None
    assert stand(round, im.solve(round, time_limit=0)) is None
    pair = im.Lock(intern=plan.visits[0].interns[0], host=plan.visits[0].host, status="proposed")
    assert stand(round.model_copy(update={"locks": (pair,)}), plan) is None
    assert stand(round, plan.model_copy(update={"visits": plan.visits[1:]})) is None


def test_the_worst_served_may_come_before_the_points_but_not_last():
    round = random_round(12, 8, 4, {"aims": ["placed", "worst_off", "points"]})
    plan = im.solve(round)
    study, answered = im.Study(round, plan), 0
    swift = swift_of(round, plan)
    for intern, host in wished_but_not_given(round, plan):
        change = asked("pair_together", intern, host)
        answer = swift.ask(change)
        if answer is not None:
            answered += 1
            assert then(answer) == values(im.solve(study.changed(change)))
    assert answered
    last = random_round(12, 8, 4, {"aims": ["placed", "worst_off"]})
    assert stand(last, im.solve(last)) is None


def test_a_study_solves_afresh_only_where_it_must(monkeypatch):
    round = random_round(24, 14, 1)
    plan = im.solve(round)
    fresh = []
    solve = studies.solve
    monkeypatch.setattr(studies, "solve", lambda *words, **more: fresh.append(1) or solve(*words, **more))
    study = im.Study(round, plan)
    study.ask_many(asked("pair_together", *pair) for pair in wished_but_not_given(round, plan))
    study.ask_many(asked("one_place_fewer", "", host.id) for host in round.hosts if host.min < host.max)
    assert not fresh
    study.ask(im.Change(change="without", host=round.hosts[0].id))
    assert fresh
