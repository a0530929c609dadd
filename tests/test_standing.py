"""A standing round: what it answers under a lock is what a fresh solve answers, and where it must not answer."""

from __future__ import annotations

import pytest
from hypothesis import assume, event, given
from hypothesis import strategies as st

import innopraktik_match as im
from innopraktik_match.explaining import study as studies
from innopraktik_match.explaining.rulings import Rulings
from innopraktik_match.solving import solve_under_locks, stand
from tests.random_rounds import random_round
from tests.strategies import rounds


def locked(round, *pairs):
    locks = tuple(im.Lock(intern=intern, host=host, status="proposed") for intern, host in pairs)
    return round.model_copy(update={"locks": round.locks + locks})


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


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_every_wish_costs_what_a_fresh_solve_says_and_moves_no_more(seed):
    round = random_round(24, 14, seed)
    plan = im.solve(round)
    standing = stand(round, plan)
    answered = 0
    for pair in wished_but_not_given(round, plan)[:12]:
        asked = locked(round, pair)
        found, fresh = solve_under_locks(standing, asked), im.solve(asked)
        if found is None:
            continue
        answered += 1
        assert values(found) == values(fresh)
        assert im.check(asked, found).proven
        assert any(visit.host == pair[1] and pair[0] in visit.interns for visit in found.visits)
        assert effort(plan, found) <= effort(plan, fresh)
    assert answered >= 6


def effort(before, after):
    """2 for each seat at another host, 1 for one in another week or length."""
    pairs = {(intern, visit.host) for visit in before.visits for intern in visit.interns}
    seats = {(one, visit.host, visit.week, visit.days) for visit in before.visits for one in visit.interns}
    now = [(one, visit.host, visit.week, visit.days) for visit in after.visits for one in visit.interns]
    return sum(((seat[:2] not in pairs) + (seat not in seats)) for seat in now)


@given(data=st.data())
def test_any_round_under_any_lock(data):
    round = data.draw(rounds(most_interns=4, most_hosts=3))
    try:
        plan = im.solve(round)
    except im.RoundError:
        assume(False)
    standing = stand(round, plan)
    assume(standing is not None)
    intern = data.draw(st.sampled_from([one.id for one in round.interns]))
    host = data.draw(st.sampled_from([one.id for one in round.hosts]))
    asked = locked(round, (intern, host))
    try:
        fresh = im.solve(asked)
    except im.RoundError:
        with pytest.raises(im.RoundError):
            solve_under_locks(standing, asked)
        return
    found = solve_under_locks(standing, asked)
    event("answered" if found is not None else f"left to a solve, {fresh.status}")
    if found is not None:
        assert values(found) == values(fresh)


def test_a_lock_that_costs_an_earlier_aim_is_left_to_a_solve():
    # p1 at v2 leaves v1 to nobody but p1: one is placed where two were
    round = im.Round(
        interns=[{"id": "p1"}, {"id": "p2"}],
        hosts=[{"id": "v1"}, {"id": "v2"}],
        bans=[{"intern": "p2", "host": "v1"}],
    )
    plan = im.solve(round)
    asked = locked(round, ("p1", "v2"))
    assert solve_under_locks(stand(round, plan), asked) is None
    answer = im.Study(round, plan).ask(im.Change(change="pair_together", intern="p1", host="v2"))
    assert [(aim.aim, aim.now, aim.then) for aim in answer.aims][:1] == [("placed", 2, 1)]


def test_only_a_plan_proven_best_stands():
    round = random_round(8, 5, 1)
    plan = im.solve(round)
    assert stand(round, plan) is not None
    assert stand(round, im.solve(round, time_limit=0)) is None
    assert stand(locked(round, (plan.visits[0].interns[0], plan.visits[0].host)), plan) is None
    assert stand(round, plan.model_copy(update={"visits": plan.visits[1:]})) is None


def test_the_worst_served_may_come_before_the_points_but_not_last():
    aims = ["placed", "worst_off", "points"]
    round = random_round(12, 8, 4, {"aims": aims})
    plan = im.solve(round)
    pairs = wished_but_not_given(round, plan)
    found = [solve_under_locks(stand(round, plan), locked(round, pair)) for pair in pairs]
    for pair, one in zip(pairs, found, strict=True):
        if one is not None:
            assert values(one) == values(im.solve(locked(round, pair)))
    assert any(found)
    last = random_round(12, 8, 4, {"aims": ["placed", "worst_off"]})
    assert solve_under_locks(stand(last, im.solve(last)), locked(last, pairs[0])) is None


def test_a_study_solves_afresh_only_where_it_must(monkeypatch):
    round = random_round(24, 14, 1)
    plan = im.solve(round)
    fresh = []
    solve = studies.solve
    monkeypatch.setattr(studies, "solve", lambda *words, **more: fresh.append(1) or solve(*words, **more))
    study = im.Study(round, plan)
    pairs = wished_but_not_given(round, plan)[:6]
    study.ask_many(im.Change(change="pair_together", intern=one, host=host) for one, host in pairs)
    assert len(fresh) < len(pairs)
    study.ask(im.Change(change="without", host=round.hosts[0].id))
    assert fresh
