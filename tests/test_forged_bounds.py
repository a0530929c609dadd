"""A plan with a gap states what its prices prove; whoever states more, or proves it otherwise, is caught."""

from __future__ import annotations

import json
from functools import cache

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from innopraktik_match.checker import check
from innopraktik_match.engine.solve import solve
from innopraktik_match.issues import RoundError
from innopraktik_match.plan import Plan, Price
from tests.brute_force import MOST, best_values
from tests.random_rounds import random_round
from tests.strategies import rounds


@cache
def with_gap():
    """458 points; the prices prove that no plan has fewer than 455."""
    round = random_round(30, 18, 13)
    return round, solve(round, gap=0.5)


def codes(round, plan):
    """What is found when the forger has sealed the plan again."""
    return {fault.code for fault in check(round, plan.sealed()).faults}


def stating(plan, **changes):
    """The plan with other words about its last aim."""
    *first, points = plan.aims
    return plan.model_copy(update={"aims": (*first, points.model_copy(update=changes))})


def proving(plan, **changes):
    """The plan with another proof of its last aim."""
    *first, points = plan.proof.aims
    proof = plan.proof.model_copy(update={"aims": (*first, points.model_copy(update=changes))})
    return plan.model_copy(update={"proof": proof})


def test_an_honest_gap_holds_to_the_point():
    round, plan = with_gap()
    report = check(round, plan)
    assert report.holds
    assert not report.proven
    assert (plan.status, plan.aims[-1].value, plan.aims[-1].bound) == ("feasible", 458, 455)
    assert report.bounds["points"] == 455


def test_the_bound_is_indeed_below_the_best_plan():
    round, plan = with_gap()
    best = solve(round)
    assert best.status == "optimal"
    assert plan.aims[-1].bound <= best.aims[-1].value <= plan.aims[-1].value


@pytest.mark.parametrize("bound", [454, 456, 457, 458])
def test_another_bound_than_the_prices_prove_is_caught(bound):
    round, plan = with_gap()
    forged = stating(plan, bound=bound, bound_by_prices=bound, proven=bound == 458)
    assert "bound_differs" in codes(round, forged)


def test_a_gap_that_is_denied_is_caught():
    round, plan = with_gap()
    denied = stating(plan, bound=458, proven=True).model_copy(update={"status": "optimal"})
    assert "bound_differs" in codes(round, denied)
    assert "proven_differs" in codes(round, stating(plan, proven=True))
    assert "optimal_unproven" in codes(round, plan.model_copy(update={"status": "optimal"}))


def test_a_sum_raised_along_with_the_bound_is_caught():
    round, plan = with_gap()
    scale, given = plan.proof.scale, plan.proof.aims[-1]
    raised = proving(stating(plan, bound=456, bound_by_prices=456), scaled_bound=given.scaled_bound + scale)
    assert {"scaled_bound_differs", "bound_differs"} <= codes(round, raised)


def test_a_finer_scale_does_not_make_the_prices_worth_more():
    round, plan = with_gap()
    coarse = plan.model_copy(update={"proof": plan.proof.model_copy(update={"scale": plan.proof.scale // 2})})
    assert codes(round, coarse)
    assert check(round, coarse).bounds["points"] <= 458


def test_all_prices_doubled_are_caught():
    round, plan = with_gap()
    given = plan.proof.aims[-1]
    doubled = tuple(price.model_copy(update={"price": 2 * price.price}) for price in given.prices)
    forged = proving(stating(plan, bound=458), prices=doubled, scaled_bound=2 * given.scaled_bound)
    assert codes(round, forged) & {"scaled_bound_differs", "price_invalid"}
    assert check(round, forged).bounds["points"] <= 458


@pytest.mark.parametrize(
    "price",
    [
        Price(rule="placed", key=("nobody",), price=10**6),
        Price(rule="no_rule", key=(), price=10**6),
        Price(rule="host_visits", key=("v0",), price=10**6),
        Price(rule="aims", key=("points",), price=-(10**6)),
    ],
    ids=["no such row", "no such rule", "wrong sign", "its own aim"],
)
def test_a_price_that_cannot_be_is_caught(price):
    round, plan = with_gap()
    assert "price_invalid" in codes(round, proving(plan, prices=(*plan.proof.aims[-1].prices, price)))


def test_a_price_named_twice_is_caught():
    round, plan = with_gap()
    prices = plan.proof.aims[-1].prices
    assert "price_invalid" in codes(round, proving(plan, prices=(*prices, prices[0])))


def test_a_bound_without_its_proof_is_caught():
    round, plan = with_gap()
    *first, _ = plan.proof.aims
    bare = plan.model_copy(update={"proof": plan.proof.model_copy(update={"aims": tuple(first)})})
    assert "proof_missing" in codes(round, bare)
    assert check(round, bare).bounds["points"] == 0


def test_the_proof_of_one_aim_proves_no_other():
    round, plan = with_gap()
    *first, points = plan.proof.aims
    moved = points.model_copy(update={"aim": "priority"})
    proof = plan.proof.model_copy(update={"aims": (*first[:1], moved)})
    assert codes(round, plan.model_copy(update={"proof": proof}))


@pytest.mark.parametrize("listed", [0, 1, 10**6])
def test_a_search_over_another_list_is_caught(listed):
    round, plan = with_gap()
    scale, given = plan.proof.scale, plan.proof.aims[-1]
    within = scale * 457 - given.scaled_bound
    said = stating(plan, bound=458, proven=True, proof="search")
    forged = proving(said, kind="search", within=within, listed=listed, solver="HiGHS")
    assert "listed_differs" in codes(round, forged)


def test_a_search_over_a_shorter_list_is_caught():
    round, plan = with_gap()
    said = stating(plan, bound=458, proven=True, proof="search")
    assert "listed_differs" in codes(round, proving(said, kind="search", within=0, listed=0, solver="HiGHS"))


def test_a_worse_plan_under_the_same_proof_is_caught():
    round, plan = with_gap()
    assert "aim_value_differs" in codes(round, plan.model_copy(update={"visits": plan.visits[1:]}))


@settings(max_examples=60)
@given(rounds(most_interns=4, most_hosts=2), st.data())
def test_no_change_of_numbers_certifies_more_than_the_best_of_all_plans(round, data):
    assume(len(round.slots) <= 6)
    try:
        plan = solve(round)
    except RoundError:
        assume(False)
    assume(plan.status == "optimal" and plan.proof is not None)
    forged = plan.model_dump(mode="json")
    numbers = list(_numbers(forged["proof"], ("proof",))) + list(_numbers(forged["aims"], ("aims",)))
    for path in data.draw(st.lists(st.sampled_from(numbers), min_size=1, max_size=3)):
        place = forged
        for step in path[:-1]:
            place = place[step]
        place[path[-1]] += data.draw(st.sampled_from([-(10**6), -1000, -1, 1, 1000, 10**6]))
    try:
        changed = Plan.model_validate(json.loads(json.dumps(forged))).sealed()
    except ValueError:
        return
    report = check(round, changed)
    best = dict(zip(round.aims, best_values(round), strict=True))
    for aim, bound in report.bounds.items():
        assert bound >= best[aim] if aim in MOST else bound <= best[aim]


def _numbers(data, at):
    for name, value in data.items() if isinstance(data, dict) else enumerate(data):
        if isinstance(value, dict | list):
            yield from _numbers(value, (*at, name))
        elif isinstance(value, int) and not isinstance(value, bool):
            yield (*at, name)
