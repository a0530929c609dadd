"""Rounds that are minimum-cost flows: solved as flows, with prices that prove it."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from innopraktik_match.checker import check
from innopraktik_match.domain.round import Round
from innopraktik_match.engine.control import Control
from innopraktik_match.engine.flows.circulation import circulate
from innopraktik_match.engine.flows.network import Arcs
from innopraktik_match.engine.flows.seats import seated, seated_evenly
from innopraktik_match.engine.flows.solve import as_flow
from innopraktik_match.engine.plans.flowed import is_flow
from innopraktik_match.engine.plans.greedy import worth_of_rows
from innopraktik_match.engine.plans.slots import slotted
from innopraktik_match.engine.prices.bounds import proven
from innopraktik_match.engine.search import Search
from innopraktik_match.engine.stages.aims import Stage
from innopraktik_match.engine.stages.blend import blend
from innopraktik_match.model import tuning
from innopraktik_match.model.columns import build_columns
from innopraktik_match.model.options import build_offers, build_options
from innopraktik_match.solving import solve

ONLY_PAIRS = {"pair_points": {"mode": "soft", "unlisted": "forbid"}}


def made(interns: Any, hosts: Any, pairs: Any = (), rules: Any = None, **policy: Any) -> Round:
    given = [{"intern": i, "host": h, "points": points} for i, h, points in pairs]
    rules = {**(ONLY_PAIRS if given else {}), **(rules or {})}
    policy = {"preset": "bare", "rules": rules, **policy}
    return Round.model_validate({"interns": interns, "hosts": hosts, "pairs": given, "policy": policy})


def searched(round: Round) -> Search:
    columns = build_columns(round)
    return Search(build_offers(columns, build_options(columns)), round.aims, 0, Control(), 0.0)


def bound_of(round: Round, number: int = 0) -> int:
    """Return what the flow proves of an aim, in its own direction."""
    search = searched(round)
    stage = Stage(search.offers, search.rows, search.measures[number], (), scale=search.scale)
    assert search.network is not None
    flowed = as_flow(search.network, stage, [])
    assert flowed is not None
    return stage.cost.own(proven(stage, flowed.price, Control()).bound)


def is_whole(round: Round) -> bool:
    network = searched(round).network
    return network is not None and network.whole


def test_the_cheapest_circulation_goes_where_it_earns_most():
    """0 -> 1 earns 5 for the first unit, 1 -> 2 costs 1 and 2, 2 -> 0 lets two through: 5 - 1 = 4 earned."""
    tail, head = np.array([0, 0, 1, 1, 2]), np.array([1, 1, 2, 2, 0])
    arcs = Arcs(tail, head, np.array([1, 1, 1, 1, 2]), np.array([-5, 0, 1, 2, 0]))
    found = circulate(arcs, 3)
    assert found is not None
    assert found.flow.tolist() == [1, 0, 1, 0, 1]
    beyond = arcs.cost + found.potential[tail] - found.potential[head]
    assert (beyond[found.flow < arcs.capacity] >= 0).all()
    assert (beyond[found.flow > 0] <= 0).all()


def test_costs_too_large_for_a_flow_are_refused():
    one = np.array([0])
    assert circulate(Arcs(one, one + 1, one + 1, np.array([2**60])), 2) is None


def test_a_hall_set_bounds_those_placed():
    """p0-p3 only know v0 with 2 places, p4 only v1: 3 of 5 can be placed, though there are 4 places."""
    pairs = [*((f"p{n}", "v0", 0) for n in range(4)), ("p4", "v1", 0)]
    interns = [{"id": f"p{n}"} for n in range(5)]
    hosts = [{"id": "v0", "max": 2}, {"id": "v1", "max": 2}]
    assert bound_of(made(interns, hosts, pairs)) == 3


def test_whoever_no_host_can_take_is_not_counted():
    assert bound_of(made([{"id": "p0"}, {"id": "p1"}], [{"id": "v0"}], [("p0", "v0", 0)])) == 1


def test_the_bound_of_those_placed_ignores_which_week_but_no_place():
    """Three people in different weeks, one host for two: the flow says 2, whatever the weeks."""
    interns = [{"id": f"p{n}", "weeks": [f"2026-W{37 + n}"]} for n in range(3)]
    round = made(interns, [{"id": "v0", "max": 2}], year=2026)
    assert not is_whole(round)
    assert bound_of(round) == 2


def test_what_a_flow_is():
    interns = [{"id": "p0", "visits": 2}, {"id": "p1"}]
    assert is_whole(made(interns, [{"id": "v0", "max": 3}, {"id": "v1", "visits": 2}]))
    assert is_whole(made(interns, [{"id": "v0", "visits": 2, "weeks": ["2026-W37", "2026-W38"]}], year=2026))
    weeks = {"weeks": ["2026-W37", "2026-W38"]}
    wide = {"id": "v0", "max": 2, **weeks}
    assert not is_whole(made(interns, [wide], year=2026))
    assert not is_whole(made(interns, [wide, {"id": "v1", **weeks}], year=2026))
    mixed = {"mixed_sectors": {"mode": "soft", "points": 3}}
    assert not is_whole(made(interns, [{"id": "v0", "max": 2}], rules=mixed))


def test_minima_that_a_flow_ignores_are_kept():
    """Two people for 0 points at v0 alone, which takes two; each could go elsewhere for 1 and 9."""
    interns = [{"id": "p0"}, {"id": "p1"}]
    hosts = [{"id": "v0", "min": 2, "max": 2}, {"id": "v1"}]
    pairs = [("p0", "v0", 5), ("p1", "v0", 5), ("p0", "v1", 1), ("p1", "v1", 9)]
    plan = solve(made(interns, hosts, pairs))
    assert [(aim.value, aim.proven) for aim in plan.aims] == [(2, True), (10, True)]


def test_those_who_come_are_shared_evenly_and_nobody_is_no_visit():
    """Five come to v0 in two visits, nobody to v1, one to v2 where two visits were to be had."""
    hosts = [{"id": "v0", "max": 3, "visits": 2}, {"id": "v1", "max": 3}, {"id": "v2", "max": 3, "visits": 2}]
    interns = [{"id": f"p{n}"} for n in range(6)]
    pairs = [*((f"p{n}", "v0", 0) for n in range(5)), ("p5", "v2", 0)]
    offers = searched(made(interns, hosts, pairs)).offers
    found = seated(offers, np.arange(6), np.array([2, 1, 2])[offers.places.host])
    assert offers.places.host[found.place].tolist() == [0, 0, 2]
    assert (found.options >= 0).sum(axis=1).tolist() == [3, 2, 1]
    assert sorted(found.options[found.options >= 0].tolist()) == list(range(6))


NESTED = {
    "quota": {
        "mode": "hard",
        "limits": [
            {"of": "interns", "field": "sector", "value": "state", "min": 1, "max": 3},
            {"of": "hosts", "field": "sector", "value": "region", "max": 2},
        ],
    },
    "empty_hosts": {"mode": "soft", "points": 4},
    "same_workplace_limit": {"mode": "hard", "limit": 1},
}


@st.composite
def flows(draw: st.DrawFn) -> Round:
    """Draw a round of a few people and hosts in which nothing speaks of a whole visit."""
    numbers = st.integers(1, 3)
    interns = [
        {
            "id": f"p{n}",
            "visits": draw(numbers),
            "sector": draw(st.sampled_from(("state", "region"))),
            "workplace": draw(st.sampled_from("ABC")),
            "priority": draw(st.integers(0, 2)),
        }
        for n in range(draw(st.integers(1, 6)))
    ]
    hosts = [
        {
            "id": f"v{n}",
            "max": draw(st.integers(1, 2)),
            "visits": draw(numbers),
            "sector": draw(st.sampled_from(("state", "region"))),
        }
        for n in range(draw(st.integers(1, 4)))
    ]
    every = [(i["id"], h["id"]) for i in interns for h in hosts]
    pairs = [(i, h, draw(st.integers(0, 9))) for i, h in every if draw(st.integers(0, 4))]
    rules = {name: rule for name, rule in NESTED.items() if draw(st.booleans())}
    aims = draw(st.permutations(("visits", "priority", "empty_hosts")))[:2]
    return made(interns, hosts, pairs, rules, aims=("placed", *aims, "points"))


@given(flows())
@settings(deadline=None, max_examples=60)
def test_a_flow_says_what_choosing_says(round: Round) -> None:
    plan = solve(round)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tuning, "FLOW_MOST_OPTIONS", -1)
        other = solve(round)
    assert plan.status == other.status in ("optimal", "infeasible")
    assert [(aim.aim, aim.value) for aim in plan.aims] == [(aim.aim, aim.value) for aim in other.aims]
    report = check(round, plan)
    assert report.holds


@given(flows())
@settings(deadline=None, max_examples=60)
def test_the_plan_of_a_flow_meets_its_own_bound(round: Round) -> None:
    search = searched(round)
    whole, _ = blend(search.offers, search.rows, search.measures)
    alone = [
        Stage(
            search.offers, search.rows, measure, (), scale=search.scale, extra=whole.extra, extra_cost=10**6
        )
        for measure in search.measures
    ]
    for stage in (whole, *alone):
        if search.network is None or not is_flow(search.network, stage):
            continue
        flowed = as_flow(search.network, stage, [])
        assert flowed is not None
        groups = seated_evenly(search.offers, flowed.option)
        assert groups is not None
        assert proven(stage, flowed.price, Control()).bound == stage.value(groups)


@st.composite
def one_visit_each(draw: st.DrawFn) -> Round:
    """Draw a round whose hosts receive once, in one slot, with a price or a ban on company alike."""
    rules = {"mode": draw(st.sampled_from(("soft", "hard")))}
    company = {name: rules for name in ("mixed_sectors", "mixed_workplaces") if draw(st.booleans())}
    interns = [
        {"id": f"p{n}", "sector": draw(st.sampled_from(("state", "region"))), "workplace": None}
        for n in range(draw(st.integers(1, 6)))
    ]
    for intern in interns:
        intern["workplace"] = f"{intern['sector']} {draw(st.integers(1, 2))}"  # a code within the other
    hosts = [{"id": f"v{n}", "max": draw(st.integers(1, 3))} for n in range(draw(st.integers(1, 3)))]
    pairs = [
        (i["id"], h["id"], draw(st.integers(0, 9))) for i in interns for h in hosts if draw(st.integers(0, 4))
    ]
    return made(
        interns, hosts, pairs, {**company, "quota": NESTED["quota"]} if draw(st.booleans()) else company
    )


@given(one_visit_each())
@settings(deadline=None, max_examples=60)
def test_where_hosts_receive_once_the_first_plan_is_the_best(round: Round) -> None:
    search = searched(round)
    stage, _ = blend(search.offers, search.rows, search.measures)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tuning, "FLOWS_FROM_OPTIONS", 0)
        first = slotted(stage, replace(stage, scale=1).reduced(worth_of_rows(stage)), [], Control())
    search.run()
    assert first is None or stage.value(first) <= stage.value(search.plan.groups)
    assert (first is None) == (len(search.offers) == 0)


def test_a_round_of_papers_is_as_good_as_the_best_of_all():
    """Five people read two of four papers each, each paper is read by two or three; counted one by one."""
    points = [[3, 1, 4, 1], [5, 9, 2, 6], [5, 3, 5, 8], [9, 7, 9, 3], [2, 3, 8, 4]]
    interns = [{"id": f"p{n}", "visits": 2} for n in range(5)]
    hosts = [{"id": f"v{n}", "visits": 3} for n in range(4)]
    pairs = [(f"p{i}", f"v{h}", row[h]) for i, row in enumerate(points) for h in range(4)]
    plan = solve(made(interns, hosts, pairs, aims=("placed", "visits", "points")))
    assert [aim.proof for aim in plan.aims] == ["prices"] * 3
    least = min(
        sum(points[i][h] for i, pair in enumerate(chosen) for h in pair)
        for chosen in _choices(5, list(combinations(range(4), 2)))
        if all(sum(h in pair for pair in chosen) <= 3 for h in range(4))
    )
    assert [aim.value for aim in plan.aims] == [5, 10, least]


def _choices(people: int, pairs: list[tuple[int, ...]]) -> list[list[tuple[int, ...]]]:
    """Return every way to give each of the people one of the pairs."""
    ways: list[list[tuple[int, ...]]] = [[]]
    for _ in range(people):
        ways = [[*way, pair] for way in ways for pair in pairs]
    return ways
