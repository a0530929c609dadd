"""The checker catches a plan with anything changed, and adds hand-made bounds up right."""

from __future__ import annotations

import json
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from innopraktik_match.checker import check
from innopraktik_match.checker.bounds import Bound, Stage
from innopraktik_match.checker.facts import Facts
from innopraktik_match.checker.weighing import weigh
from innopraktik_match.domain.plan import Plan, Price
from innopraktik_match.domain.round import Round
from innopraktik_match.solving import solve
from tests.forgery import two_who_wish_the_same
from tests.random_rounds import random_round


@cache
def solved():
    round = random_round(40, 24, 2)
    return round, solve(round)


def unsealed(plan: Plan, **changes) -> Plan:
    """A forger's plan: changed, and without the seal that would show it at once."""
    return plan.model_copy(update={**changes, "sha256": ""})


def codes(round, plan):
    return {fault.code for fault in check(round, plan).faults}


def test_a_plan_of_ours_holds():
    round, plan = solved()
    report = check(round, plan)
    assert report.holds
    assert report.proven
    assert report.bounds == {aim.aim: aim.bound for aim in plan.aims}


def test_one_intern_moved_is_caught():
    round, plan = solved()
    a, b, *others = plan.visits
    moved = (
        a.model_copy(update={"interns": a.interns[1:] or ()}),
        b.model_copy(update={"interns": tuple(sorted((*b.interns, a.interns[0])))}),
    )
    assert codes(round, unsealed(plan, visits=(*moved, *others)))


def test_every_number_changed_is_caught():
    round, plan = solved()
    data = plan.model_dump(mode="json")
    numbers = list(paths(data))
    assert len(numbers) > 100
    for path in numbers[:: max(1, len(numbers) // 60)]:
        changed = json.loads(json.dumps(data))
        place = changed
        for step in path[:-1]:
            place = place[step]
        place[path[-1]] += 1
        try:
            forged = Plan.model_validate(changed)
        except ValueError:
            continue
        assert "edited" in codes(round, forged), path


def paths(data, at=()):
    """Every number in a plan, but the version of its form."""
    for name, value in data.items() if isinstance(data, dict) else enumerate(data):
        if isinstance(value, (dict, list)):
            yield from paths(value, (*at, name))
        elif isinstance(value, int) and not isinstance(value, bool) and name != "schema_version":
            yield (*at, name)


@settings(max_examples=40)
@given(st.data())
def test_a_price_changed_without_the_seal_never_proves_more(data):
    """The sum no longer agrees; or the least visits make up for it, and the bounds are the same."""
    round, plan = solved()
    assert plan.proof is not None
    n = data.draw(st.sampled_from([n for n, aim in enumerate(plan.proof.aims) if aim.prices]))
    aim = plan.proof.aims[n]
    m = data.draw(st.integers(0, len(aim.prices) - 1))
    by = data.draw(st.sampled_from([-(10**7), -(10**6), 10**6, 10**7]))
    price = aim.prices[m].model_copy(update={"price": aim.prices[m].price + by})
    forged = aim.model_copy(update={"prices": (*aim.prices[:m], price, *aim.prices[m + 1 :])})
    aims = (*plan.proof.aims[:n], forged, *plan.proof.aims[n + 1 :])
    report = check(round, unsealed(plan, proof=plan.proof.model_copy(update={"aims": aims})))
    found = {fault.code for fault in report.faults}
    for result in plan.aims:
        most = result.aim in ("placed", "priority", "visits")
        assert (
            report.bounds[result.aim] >= result.value if most else report.bounds[result.aim] <= result.value
        )
    if found:
        assert found <= {"scaled_bound_differs", "price_invalid", "listed_differs", "bound_differs"}
    else:
        assert report.bounds == {result.aim: result.bound for result in plan.aims}


def test_a_better_bound_than_proven_is_caught():
    round, plan = solved()
    assert plan.proof is not None
    *first, points = plan.aims
    lied = points.model_copy(update={"bound": points.value - 1, "proven": False})
    assert "bound_differs" in codes(round, unsealed(plan, aims=(*first, lied), status="feasible"))


def test_a_worse_plan_called_optimal_is_caught():
    round, plan = solved()
    shorter = unsealed(plan, visits=plan.visits[1:])
    assert {"aim_value_differs", "unplaced_differs"} <= codes(round, shorter)


def test_the_plan_of_another_round_is_caught():
    round, plan = solved()
    other = round.model_copy(
        update={"interns": (*round.interns[:-1], round.interns[-1].model_copy(update={"role": "x"}))}
    )
    assert "other_round" in codes(other, plan)


def test_a_hand_made_plan_is_only_recounted():
    round = Round.model_validate({"interns": [{"id": "p1"}], "hosts": [{"id": "v1"}]})
    by_hand = Plan.model_validate({"visits": [{"host": "v1", "interns": ["p1"]}]})
    report = check(round, by_hand)
    assert report.holds
    assert report.legal is True
    assert report.bounds == {}
    assert not report.proven


def test_strangers_are_named_and_nothing_else_is_said():
    round = Round.model_validate({"interns": [{"id": "p1"}], "hosts": [{"id": "v1"}]})
    plan = Plan.model_validate({"visits": [{"host": "v9", "interns": ["p1", "p9"]}]})
    assert codes(round, plan) == {"unknown_host", "unknown_intern"}
    assert check(round, plan).legal is False


def two_by_two(prices, scaled_bound):
    """p1 and p2 both wish v1 first: somebody takes the second wish, so 0 + 4 = 4 points at best."""
    round = two_who_wish_the_same()
    plan = Plan.model_validate(
        {
            "status": "optimal",
            "aims": [{"aim": "points", "value": 4, "bound": 4, "proven": True, "proof": "prices"}],
            "visits": [{"host": "v1", "interns": ["p1"]}, {"host": "v2", "interns": ["p2"], "points": 4}],
            "points_by_rule": {
                rule: 4 if rule == "intern_wishes" else 0
                for rule in (
                    "ban", "dates", "duration", "intern_wishes", "capacity", "intern_visits",
                    "host_visits", "lock", "placed", "together",
                )
            },
            "proof": {
                "scale": 1,
                "aims": [{"aim": "points", "kind": "prices", "prices": prices, "scaled_bound": scaled_bound}],
            },
        }
    )  # fmt: skip
    return check(round, plan)


def placed_at(price):
    return [{"rule": "placed", "key": [intern], "price": price} for intern in ("p1", "p2")]


def test_a_bound_worked_by_hand():
    """Each person placed is worth 4, v1 costs 4: 4 + 4 - 4 = 4, and no visit is cheaper than its price."""
    report = two_by_two([*placed_at(4), {"rule": "host_visits", "key": ["v1"], "price": -4}], 4)
    assert report.holds
    assert report.bounds == {"points": 4}


def test_what_a_host_is_worth_may_be_left_to_the_checker():
    """Without v1's price its cheapest visit costs 0 - 4 = -4: 4 + 4 - 4 = 4 again."""
    assert two_by_two(placed_at(4), 4).holds


def test_prices_that_claim_too_much_fall():
    """At 5 each a visit to v1 is 5 below its price, one to v2 is 1 below: 10 - 5 - 1 = 4, not 10."""
    assert {fault.code for fault in two_by_two(placed_at(5), 10).faults} == {"scaled_bound_differs"}
    assert two_by_two(placed_at(5), 10).bounds == {"points": 4}
    assert two_by_two(placed_at(5), 4).holds


@pytest.mark.parametrize(("dear", "bound"), [(6, 9), (5, 9), (4, 9), (3, 8)])
def test_a_host_whose_visits_all_cost_more_adds_nothing(dear, bound):
    """Three at once or nobody: 0 + 5 + 5 is 1 above 3 each, and nobody must come; 0 + 5 + 3 is 1 below."""
    points = {"p1": 0, "p2": 5, "p3": dear}
    pairs = [{"intern": intern, "host": "v1", "points": price} for intern, price in points.items()]
    rules = {"placed": {"mode": "soft", "points": 9}, "pair_points": {"mode": "soft"}}
    round = Round.model_validate(
        {
            "interns": [{"id": intern} for intern in points],
            "hosts": [{"id": "v1", "min": 3, "max": 3}],
            "pairs": pairs,
            "policy": {"preset": "bare", "rules": rules},
        }
    )
    facts = Facts(round)
    prices = [Price(rule="placed", key=(intern,), price=3) for intern in points]
    proven = Bound(facts, Stage("points", {}), prices, 1)
    weigh(facts, [proven], lambda: False)
    assert list(proven.invalid()) == []
    assert proven.scaled_bound == bound


@pytest.mark.parametrize(
    "price",
    [
        {"rule": "placed", "key": ["p1"], "price": -1},
        {"rule": "host_visits", "key": ["v1"], "price": 1},
        {"rule": "placed", "key": ["nobody"], "price": 1},
        {"rule": "no_rule", "key": ["p1"], "price": 1},
        {"rule": "aims", "key": ["placed"], "price": -1},
    ],
)
def test_a_price_of_the_wrong_sign_or_of_no_row_is_caught(price):
    assert "price_invalid" in {fault.code for fault in two_by_two([price], 0).faults}


def test_those_who_travel_together_are_one_in_a_proof():
    """The two come to v2, where one of them has a second wish, for v1 is left to p3: 0 + 4 + 0 = 4."""
    round = Round.model_validate(
        {
            "interns": [
                {"id": "p1", "group": "a", "wishes": ["v1", "v2"]},
                {"id": "p2", "group": "a", "wishes": ["v2", "v1"]},
                {"id": "p3", "wishes": ["v1"]},
            ],
            "hosts": [{"id": "v1", "max": 2}, {"id": "v2", "max": 2, "wishes": ["p1", "p2"]}],
            "policy": {
                "preset": "bare",
                "rules": {
                    "placed": {"mode": "hard"},
                    "together": {"mode": "hard"},
                    "intern_wishes": {"points": [0, 4]},
                    "host_wishes": {"mode": "hard", "points": [0]},
                },
                "aims": ["points"],
            },
        }
    )
    plan = solve(round)
    assert [visit.interns for visit in plan.visits] == [("p3",), ("p1", "p2")]
    report = check(round, plan)
    assert report.holds
    assert report.bounds == {"points": 4}
