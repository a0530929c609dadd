"""A search that begins with an earlier plan: the same answer as from nothing, whatever the plan says."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from innopraktik_match.domain.plan import AimProof, Plan, Price, Proof, Visit
from innopraktik_match.domain.round import Round
from innopraktik_match.engine.control import Control
from innopraktik_match.engine.plans.earlier import first_prices, fitting
from innopraktik_match.engine.search import Search
from innopraktik_match.engine.stages.blend import blend
from innopraktik_match.model.columns import build_columns
from innopraktik_match.model.options import build_offers, build_options
from innopraktik_match.solving import solve
from tests.random_rounds import random_round


def search_of(round):
    columns = build_columns(round)
    offers = build_offers(columns, build_options(columns))
    return Search(offers, round.aims, 0, Control(), 0.0)


def fitted(round, *visits):
    search = search_of(round)
    groups = fitting(blend(search.offers, search.rows, search.measures)[0], visits)
    hosts = search.offers.columns.hosts
    return [hosts[search.offers.places.host[place]].id for place in groups.place], groups


def bare(interns, hosts, **policy):
    return Round.model_validate({"interns": interns, "hosts": hosts, "policy": {"preset": "bare", **policy}})


def ids(letter, count):
    return [{"id": f"{letter}{n}"} for n in range(1, count + 1)]


def test_a_visit_that_is_still_possible_is_kept_as_it_was():
    round = bare(ids("p", 3), [{"id": "v1", "max": 2}, {"id": "v2"}])
    hosts, groups = fitted(round, Visit(host="v1", interns=("p1", "p3")))
    assert hosts == ["v1"]
    assert np.count_nonzero(groups.options >= 0) == 2


@pytest.mark.parametrize(
    ("visit", "why"),
    [
        ({"host": "v9", "interns": ("p1",)}, "a host that has gone"),
        ({"host": "v1", "interns": ("p9",)}, "nobody who is left"),
        ({"host": "v2", "interns": ("p1",)}, "fewer than the host takes"),
        ({"host": "v1", "interns": ("p2",)}, "a pair that is banned"),
        ({"host": "v1", "interns": ("p1", "p3")}, "more than the host takes"),
        ({"host": "v1", "interns": ("p1",), "week": "2026-W37"}, "a week that the round does not have"),
        ({"host": "v1", "interns": ("p4",)}, "a group without the others"),
    ],
)
def test_a_visit_that_is_no_longer_possible_is_left_out(visit, why):
    interns = [*ids("p", 3), {"id": "p4", "group": "g"}, {"id": "p5", "group": "g"}]
    interns[1]["rejects"] = ["v1"]
    policy = {"rules": {"together": {"mode": "hard"}}}
    round = bare(interns, [{"id": "v1"}, {"id": "v2", "min": 2, "max": 2}], **policy)
    assert fitted(round, Visit.model_validate(visit))[0] == [], why


def test_of_visits_that_cannot_all_be_the_first_are_kept():
    round = bare(ids("p", 2), ids("v", 2))
    visits = [Visit(host="v1", interns=("p1",)), Visit(host="v1", interns=("p2",))]
    assert fitted(round, *visits, Visit(host="v2", interns=("p1",)))[0] == ["v1"]


def test_the_prices_of_a_plan_prove_the_same_where_nothing_has_changed():
    round = random_round(30, 12, 3)
    plan, search = solve(round), search_of(round)
    stage, weights = blend(search.offers, search.rows, search.measures)
    from innopraktik_match.engine.prices.bounds import proven, valid

    price = first_prices(stage, plan.proof, search.measures, weights, Control())
    best = sum(
        weights[aim.aim] * (measure.own(aim.value))
        for aim, measure in zip(plan.aims, search.measures, strict=True)
    )
    assert proven(stage, valid(stage, price), Control()).bound > 0.99 * best


WILD = st.integers(-(10**400), 10**400)


@settings(max_examples=25)
@given(
    st.integers(0, 9),
    st.integers(0, 9),
    st.integers(-3, 3),
    st.lists(
        st.builds(
            Price,
            rule=st.sampled_from(["aims", "placed", "intern_visits", "x"]),
            key=st.lists(st.sampled_from(["p001", "v001", "placed"]), max_size=2).map(tuple),
            price=WILD,
        ),
        max_size=6,
    ),
)
def test_whatever_the_earlier_plan_says_the_answer_is_that_of_a_fresh_solve(seed, other, scale, prices):
    round, earlier = random_round(12, 7, seed), solve(random_round(12, 7, other))
    fresh = solve(round)
    for start in (
        earlier,
        earlier.model_copy(
            update={
                "proof": Proof(
                    scale=scale, aims=(AimProof(aim="points", kind="prices", prices=tuple(prices)),)
                )
            }
        ),
    ):
        warm = solve(round, start=start)
        assert (warm.status, warm.visits) == (fresh.status, fresh.visits)
        assert [(aim.aim, aim.value, aim.bound) for aim in warm.aims] == [
            (aim.aim, aim.value, aim.bound) for aim in fresh.aims
        ]


def test_without_time_the_earlier_plan_is_the_plan():
    round = random_round(12, 7, 1)
    earlier = solve(round)
    assert solve(round, start=earlier, time_limit=0).visits == earlier.visits


def test_what_is_no_plan_is_refused():
    with pytest.raises(TypeError, match="start"):
        solve(random_round(2, 2, 1), start=[])
    assert solve(random_round(2, 2, 1), start=Plan()).status == "optimal"
