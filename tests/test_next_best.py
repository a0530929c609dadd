"""The plans that come next: each the best of those apart enough from the ones before, by counting."""

from __future__ import annotations

from itertools import islice

from hypothesis import assume, event, given
from hypothesis import strategies as st

import innopraktik_match as im
from innopraktik_match.domain.policy import MOST
from tests.brute_force import fewer_plans, legal_plans
from tests.strategies import rounds

FEW = 3_000


def apart(one, other):
    """Return how many of those placed in one plan are not at the same host in the other."""
    pairs = {(intern, visit.host) for visit in other for intern in visit.interns}
    return sum((intern, visit.host) not in pairs for visit in one for intern in visit.interns)


def rank(round, values):
    return tuple(-values[aim] if aim in MOST else values[aim] for aim in round.aims)


def test_two_who_wish_the_same_can_swap():
    # p1 and p2 both wish v1 first and v2 second: swapped, both plans cost 4
    interns = [{"id": "p1", "wishes": ["v1", "v2"]}, {"id": "p2", "wishes": ["v1", "v2"]}]
    rules = {"intern_wishes": {"mode": "soft", "points": [0, 4], "unlisted": 40}}
    round = im.Round.model_validate(
        {
            "interns": interns,
            "hosts": [{"id": "v1"}, {"id": "v2"}],
            "policy": {"preset": "bare", "rules": rules},
        }
    )
    plan = im.solve(round)
    found = im.Study(round, plan).next_best(2, people=2)
    assert [(aim.now, aim.then) for aim in found[0].aims] == [(2, 2), (4, 4)]
    assert apart(plan.visits, found[0].visits) == 2
    text = im.explain(round, plan, next_best=1, differing=2, lang="en")[0].text
    assert text.startswith("Another plan that is just as good. As a result: p1 moves from")


@given(data=st.data())
def test_each_next_plan_is_the_best_of_those_apart_enough(data):
    round = data.draw(rounds(most_interns=3, most_hosts=2))
    assume(fewer_plans(round, FEW))
    try:
        plan = im.solve(round)
    except im.RoundError:
        assume(False)
    assume(plan.status == "optimal")
    people = data.draw(st.integers(1, 2))
    found = im.Study(round, plan).next_best(2, people)
    event(f"{len(found)} found")
    before = [plan.visits]
    for answer in islice(found, 2):
        then = {aim.aim: aim.then for aim in answer.aims}
        assert all(apart(one, answer.visits) >= people for one in before)
        others = [
            rank(round, im.score(round, visits).aims)
            for visits in legal_plans(round)
            if all(apart(one, visits) >= people for one in before)
        ]
        assert rank(round, then) == min(others)
        before.append(answer.visits)


def test_the_next_plan_may_leave_somebody_worse_off_but_nobody_out():
    """p1 is at v1 for 4 points; at v0 it would be 9, worse than the worst, and still better than nowhere."""
    round = im.Round(
        interns=[{"id": "p1"}],
        hosts=[{"id": "v0"}, {"id": "v1"}],
        pairs=[{"intern": "p1", "host": "v0", "points": 9}, {"intern": "p1", "host": "v1", "points": 4}],
        policy={
            "preset": "bare",
            "aims": ["placed", "worst_off", "points"],
            "rules": {"pair_points": {"mode": "soft"}},
        },
    )
    study = im.Study(round, im.solve(round))
    assert all(one.visits[0].host == "v0" for one in study.next_best(1))
    answer = study.ask(im.Change(change="pair_apart", intern="p1", host="v1"))
    assert [(aim.aim, aim.then) for aim in answer.aims] == [("placed", 1), ("worst_off", 9), ("points", 9)]
