"""A plan stopped before its end states a bound: an honest one is verified, a forged one is told."""

from __future__ import annotations

from functools import cache
from itertools import combinations

import pytest

from innopraktik_match.checker import check, recount
from innopraktik_match.domain.plan import Plan, Price
from innopraktik_match.solving import solve
from tests.forgery import codes, told, with_proof, with_proofs, with_result
from tests.random_rounds import random_round

ONE = 10**6


@cache
def stopped():
    """The best plan of a round but for two interns who changed places: worse in the last aim only."""
    round = random_round(30, 18, 5, {"aims": ["placed", "worst_off", "points"]})
    best = solve(round)
    before, last = best.aims[:-1], best.aims[-1]
    for visits in swapped(best.visits):
        score = recount(round, visits)
        as_good = score.legal and all(score.aims[aim.aim] == aim.value for aim in before)
        if as_good and score.aims[last.aim] > last.value:
            return round, told(round, visits, best, {aim.aim: aim.bound for aim in best.aims})
    raise AssertionError


def swapped(visits):
    for (n, a), (m, b) in combinations(enumerate(visits), 2):
        for one in a.interns:
            for other in b.interns:
                if other not in a.interns and one not in b.interns:
                    changed = list(visits)
                    changed[n] = a.model_copy(update={"interns": exchanged(a.interns, one, other)})
                    changed[m] = b.model_copy(update={"interns": exchanged(b.interns, other, one)})
                    yield tuple(changed)


def exchanged(interns, leaves, comes):
    return tuple(sorted({*interns, comes} - {leaves}))


def test_a_plan_with_a_gap_holds_with_just_the_bound_it_states():
    round, plan = stopped()
    report = check(round, plan.sealed())
    assert report.faults == ()
    assert report.bounds == {aim.aim: aim.bound for aim in plan.aims}
    assert plan.aims[-1].bound < plan.aims[-1].value
    assert not report.proven


def test_a_plan_stopped_at_a_gap_states_what_its_prices_prove():
    round = random_round(30, 12, 5, {"aims": ["placed", "worst_off", "points"]})
    plan = solve(round, gap=0.5)
    report = check(round, plan)
    assert report.holds
    assert report.bounds == {aim.aim: aim.bound for aim in plan.aims if aim.bound is not None}


def with_prices(plan, *more, of=lambda price: True):
    kept = [price for price in plan.proof.aims[-1].prices if of(price)]
    return with_proof(plan, prices=(*kept, *more))


def last(plan):
    return plan.aims[-1]


def a_price(plan, rule):
    return next(price for price in plan.proof.aims[-1].prices if price.rule == rule)


def changed_price(plan, rule, change):
    old = a_price(plan, rule)
    new = old.model_copy(update={"price": change(old.price)})
    return with_prices(plan, new, of=lambda price: price != old)


def by_search(plan, **changes):
    """Say that a solver closed the gap."""
    within = ONE * (last(plan).value - 1) - plan.proof.aims[-1].scaled_bound
    listed = {"kind": "search", "within": within, "listed": 0, "solver": "HiGHS", **changes}
    return with_proof(optimal(plan, proof="search"), **listed)


def optimal(plan, **changes):
    value = last(plan).value
    return with_result(plan, bound=value, proven=True, **changes).model_copy(update={"status": "optimal"})


BOUNDS = {
    "raised by one": (
        lambda plan: with_result(plan, bound=last(plan).bound + 1, proven=last(plan).bound + 1 == last(plan).value),
        {"bound_differs"},
    ),
    "equal to the value": (optimal, {"bound_differs"}),
    "above the value": (lambda plan: with_result(plan, bound=last(plan).value + 1), {"bound_differs"}),
    "lower than proven": (lambda plan: with_result(plan, bound=0), {"bound_differs"}),
    "unproven and called proven": (
        lambda plan: with_result(plan, proven=True),
        {"proven_differs", "status_differs"},
    ),
    "unproven in a plan called optimal": (
        lambda plan: plan.model_copy(update={"status": "optimal"}),
        {"optimal_unproven"},
    ),
    "raised by the prices alone": (
        lambda plan: with_result(plan, bound_by_prices=last(plan).bound + 1),
        {"bound_differs"},
    ),
    "raised with the sum of the prices": (
        lambda plan: with_proof(
            with_result(plan, bound=last(plan).value, proven=True), scaled_bound=ONE * last(plan).value
        ),
        {"bound_differs", "scaled_bound_differs", "status_differs"},
    ),
    "left out, but for what the prices prove": (
        lambda plan: with_result(plan, bound=None, bound_by_prices=last(plan).value),
        {"proof_missing"},
    ),
    "left out, but for how it is proven": (lambda plan: with_result(plan, bound=None), {"proof_missing"}),
    "without any proof": (
        lambda plan: plan.model_copy(update={"proof": None}),
        {"bound_differs", "proof_missing"},
    ),
    "of the worst served, by prices alone": (
        lambda plan: with_result(plan, 1, bound_by_prices=plan.aims[1].bound),
        {"bound_differs"},
    ),
    "of the worst served, lower than its level": (
        lambda plan: with_result(plan, 1, bound=plan.aims[1].bound - 1, proven=False),
        {"bound_differs", "proof_missing"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("forgery", BOUNDS)
def test_a_forged_bound_is_told(forgery):
    round, plan = stopped()
    forge, expected = BOUNDS[forgery]
    assert codes(round, forge(plan)) == expected


PRICES = {
    "dearer than to miss the row": (
        lambda plan: changed_price(plan, "placed", lambda price: 10**12),
        {"price_invalid"},
    ),
    "lower than it was": (
        lambda plan: changed_price(plan, "intern_visits", lambda price: price - 10**12),
        {"scaled_bound_differs"},
    ),
    "of the wrong sign": (
        lambda plan: changed_price(plan, "intern_visits", lambda price: -price),
        {"price_invalid"},
    ),
    "left out": (lambda plan: with_proof(plan, prices=()), {"scaled_bound_differs"}),
    "named twice": (lambda plan: with_prices(plan, plan.proof.aims[-1].prices[0]), {"price_invalid"}),
    "of nobody": (
        lambda plan: with_prices(plan, Price(rule="intern_visits", key=("p999",), price=-1)),
        {"price_invalid"},
    ),
    "of no rule": (lambda plan: with_prices(plan, Price(rule="model_fields", key=("p001",), price=-1)), {"price_invalid"}),
    "of a rule that is off": (
        lambda plan: with_prices(plan, Price(rule="worst_off", key=("p001", "v001"), price=-1)),
        {"price_invalid"},
    ),
    "of an aim after it": (
        lambda plan: with_prices(plan, Price(rule="aims", key=("points",), price=-1)),
        {"price_invalid"},
    ),
    "of no key": (lambda plan: with_prices(plan, Price(rule="aims", key=(), price=-1)), {"price_invalid"}),
    "of a host that is no row": (
        lambda plan: with_prices(plan, Price(rule="host_visits", key=("v001", "week", "2026-W01"), price=-1)),
        {"price_invalid"},
    ),
    "of a visit that is no row": (
        lambda plan: with_prices(plan, Price(rule="intern_visits", key=("p001", "host", "v999"), price=-1)),
        {"price_invalid"},
    ),
    "of a quota that is no row": (
        lambda plan: with_prices(plan, Price(rule="quota", key=("9",), price=-1)),
        {"price_invalid"},
    ),
    "of a finer scale": (
        lambda plan: plan.model_copy(update={"proof": plan.proof.model_copy(update={"scale": 2 * ONE})}),
        {"bound_differs"},
    ),
    "of no scale": (
        lambda plan: plan.model_copy(update={"proof": plan.proof.model_copy(update={"scale": 0})}),
        {"proof_missing"},
    ),
    "of another aim": (
        lambda plan: with_proofs(
            plan,
            [
                one.model_copy(update={"aim": other.aim, "level": other.level})
                for one, other in zip(plan.proof.aims, reversed(plan.proof.aims), strict=True)
            ],
        ),
        {"price_invalid"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("forgery", PRICES)
def test_a_forged_price_is_told(forgery):
    """What else is told follows from it: a bound that is no longer proven, a sum that is another."""
    round, plan = stopped()
    forge, expected = PRICES[forgery]
    found = codes(round, forge(plan))
    assert expected <= found
    assert found - expected <= {"bound_differs", "scaled_bound_differs", "proof_missing"}


LISTS = {
    "nothing listed": (lambda plan: by_search(plan), {"listed_differs", "bound_differs"}),
    "only options listed": (
        lambda plan: by_search(plan, listed=None, options_listed=1),
        {"listed_differs", "bound_differs"},
    ),
    "a smaller gap": (
        lambda plan: by_search(plan, within=-1),
        {"listed_differs", "bound_differs"},
    ),
    "no solver": (
        lambda plan: by_search(plan, solver=None),
        {"listed_differs", "proof_missing", "bound_differs"},
    ),
    "said of the aim only": (
        lambda plan: optimal(plan, proof="search"),
        {"proof_kind_differs", "bound_differs"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("forgery", LISTS)
def test_a_gap_said_to_be_closed_by_search_is_told(forgery):
    round, plan = stopped()
    forge, expected = LISTS[forgery]
    assert codes(round, forge(plan)) == expected


def test_an_impossible_round_without_a_proof_is_told():
    round, plan = stopped()
    empty = Plan(status="infeasible", proof=plan.proof)
    assert codes(round, empty) == {"proof_missing"}


def test_other_aims_visits_and_hosts_than_those_of_the_round_are_told():
    round, plan = stopped()
    assert codes(round, plan.model_copy(update={"aims": plan.aims[:-1]})) == {"aims_differ"}
    assert codes(round, plan.model_copy(update={"unused_hosts": ("v000",)})) == {"unused_hosts_differ"}
    assert codes(round, plan.model_copy(update={"points_by_rule": {}})) == {"points_by_rule_differ"}
    first, *others = plan.visits
    twice = first.model_copy(update={"interns": (first.interns[0],) * 2})
    assert codes(round, plan.model_copy(update={"visits": (twice, *others)})) == {"unknown_twice"}
