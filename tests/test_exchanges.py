"""Many exchanges measured at once are worth what `score` says of each, whatever the rules and the plan."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from innopraktik_match.domain.plan import Plan, Visit
from innopraktik_match.domain.round import Lock
from innopraktik_match.explaining.exchanging import Exchange, Exchanges
from innopraktik_match.measuring import score
from innopraktik_match.replanning.placing import choices
from innopraktik_match.solving import solve
from innopraktik_match.validation.faults import find_faults
from innopraktik_match.validation.plan_faults import find_plan_faults
from tests.random_rounds import random_round
from tests.strategies import plans, rounds


@st.composite
def exchanged(draw):
    """Draw a sound round, a plan of it, legal or not, and some exchanges."""
    round = draw(rounds())
    visits = draw(plans(round))
    sound = not [one for one in find_faults(round) if one.severity == "error"]
    if not sound or find_plan_faults(round, Plan(visits=visits)):
        return None
    slots = {(slot.week, slot.days) for slot in round.slots}  # a visit in another is told by the checker
    visits, coming = (
        tuple(one for one in some if (one.week, one.days) in slots) for some in (visits, draw(plans(round)))
    )
    some = []
    for _ in range(draw(st.integers(1, 4))):
        leaving = draw(st.sets(st.integers(0, len(visits) - 1))) if visits else set()
        come = draw(st.lists(st.sampled_from(coming), max_size=2)) if coming else []
        some.append(Exchange(tuple(sorted(leaving)), tuple(come)))
    return round, visits, some


@settings(max_examples=100)
@given(exchanged())
def test_an_exchange_is_worth_what_the_score_says(drawn):
    if drawn is None:
        return
    round, visits, some = drawn
    spots = [(host.id, slot.week, slot.days) for host in round.hosts for slot in round.slots]
    worth = Exchanges(round, visits, [one.id for one in round.interns], spots).worth(some)
    now = score(round, visits)
    for n, (leaving, coming) in enumerate(some):
        after = tuple(one for at, one in enumerate(visits) if at not in leaving) + coming
        if find_plan_faults(round, Plan(visits=after)):
            continue
        found = score(round, after)
        assert bool(worth.legal[n]) == found.legal
        if found.legal:
            assert {aim: int(worth.aims[aim][n]) for aim in round.aims} == {
                aim: found.aims[aim] for aim in round.aims
            }
            if now.legal:
                more = {
                    rule: points - now.points_by_rule[rule] for rule, points in found.points_by_rule.items()
                }
                told = {rule: int(points[n]) for rule, points in worth.points.items()}
                assert {rule: one for rule, one in told.items() if one} == {
                    rule: one for rule, one in more.items() if one
                }


def listed(round, plan, intern):
    """List the places of an intern with a visit left to make, one by one, each scored alone."""
    found = set()
    for host, slot in product(round.hosts, round.slots):
        spot = {"host": host.id, "week": slot.week, "days": slot.days}
        ways = [(*plan.visits, Visit(**spot, interns=(intern,)))]
        for visit in plan.visits:
            if spot.items() <= visit.model_dump().items() and intern not in visit.interns:
                joined = visit.model_copy(update={"interns": tuple(sorted((*visit.interns, intern)))})
                ways.append(tuple(joined if one is visit else one for one in plan.visits))
        for way in ways:
            counted = score(round, way)
            if counted.legal:
                aims = tuple((aim, counted.aims[aim]) for aim in round.aims)
                found.add((host.id, slot.week, slot.days, len(way), aims))
    return found


@pytest.mark.parametrize("seed", range(8))
def test_no_place_is_missing_and_none_is_made_up(seed):
    round = random_round(12, 7, seed)
    plan = solve(round)
    visits = plan.visits[: len(plan.visits) // 2]
    placed = {one for visit in visits for one in visit.interns}
    intern = next(one.id for one in round.interns if one.id not in placed)
    plan = Plan(visits=visits)
    assert listed(round, plan, intern) == {
        (one.visit.host, one.visit.week, one.visit.days, len(one.visits), tuple(one.then.items()))
        for one in choices(round, plan, intern=intern)
    }


@pytest.mark.parametrize("seed", range(4))
def test_every_place_is_a_fresh_solve_with_all_others_where_they_are(seed):
    """All but one are in the plan; a solve with every visit of a choice locked reaches the same."""
    round = random_round(8, 6, seed)
    visits = solve(round).visits
    intern = visits[0].interns[0]
    rest = [visit for visit in visits if intern not in visit.interns]
    there = {one for visit in rest for one in visit.interns} | {intern}
    alone = {"visits": 1}
    round = round.model_copy(
        update={
            "interns": tuple(one.model_copy(update=alone) for one in round.interns if one.id in there),
            "hosts": tuple(one.model_copy(update={"wishes": (), "rejects": ()}) for one in round.hosts),
        }
    )
    plan = Plan(visits=rest)
    found = choices(round, plan, intern=intern)
    for choice in found[:: max(1, len(found) // 6)]:
        locks = tuple(
            Lock(intern=one, host=visit.host, week=visit.week, days=visit.days, status="agreed")
            for visit in choice.visits
            for one in visit.interns
        )
        fresh = solve(round.model_copy(update={"locks": locks}))
        assert fresh.status == "optimal"
        assert {aim.aim: aim.value for aim in fresh.aims} == choice.then
