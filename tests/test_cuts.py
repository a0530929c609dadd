"""Cuts: half of what some people and hosts take part in, rounded down, in the engine and in the checker."""

from __future__ import annotations

import hashlib
import json
from itertools import combinations
from unittest.mock import patch

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import innopraktik_match as im
from innopraktik_match.checker import check
from innopraktik_match.checker.bounds import Bound, Stage
from innopraktik_match.checker.facts import Facts
from innopraktik_match.checker.weighing import weigh
from innopraktik_match.domain.plan import Cut, Price
from innopraktik_match.domain.round import Round
from innopraktik_match.engine.prices.separation import zero_half
from innopraktik_match.engine.stages.cuts import cuts_of
from innopraktik_match.model import tuning
from innopraktik_match.model.charges import Charges
from innopraktik_match.model.columns import build_columns
from innopraktik_match.model.groups import Groups
from innopraktik_match.model.options import build_offers, build_options
from innopraktik_match.solving import solve
from tests.brute_force import best_values

THREE = ("p1", "p2", "p3")


NINTHS = 9
"""The scale of prices: whoever is left over costs nine ninths."""


def in_pairs_only():
    """Three people, and three hosts that take two or nobody, each another two: one is left over."""
    pairs = [
        {"intern": intern, "host": f"v{n}", "points": 0}
        for n, two in enumerate(combinations(THREE, 2))
        for intern in two
    ]
    rules = {
        "pair_points": {"mode": "soft", "unlisted": "forbid"},
        "mixed_sectors": {"mode": "soft", "points": 1},
    }
    return Round.model_validate(
        {
            "interns": [{"id": intern} for intern in THREE],
            "hosts": [{"id": f"v{n}", "min": 2, "max": 2} for n in range(3)],
            "pairs": pairs,
            "policy": {"preset": "bare", "rules": rules, "aims": ["placed", "points"]},
        }
    )


def bound_of(*cuts):
    prices = [Price(rule="placed", key=(intern,), price=NINTHS) for intern in THREE]
    bound = Bound(Facts(in_pairs_only()), Stage("placed", {}), prices, NINTHS, cuts)
    wrong = list(bound.invalid())
    if not wrong:
        weigh(bound.facts, [bound], lambda: False)
    return wrong, bound.scaled_bound


@pytest.mark.parametrize(("price", "bound"), [(-18, 9), (-17, 7), (-20, 7), (-9, -9)])
def test_a_bound_with_a_cut_is_what_is_worked_out_by_hand(price, bound):
    """Three at 9, less the price of the one visit that the cut leaves, less three hosts where two pay less.

    27 - 18 = 9; 27 - 17 - 3 x 1 = 7; 27 - 20 = 7; 27 - 9 - 3 x 9 = -9.
    """
    assert bound_of(Cut(interns=THREE, hosts=(), price=price)) == ([], bound)


def test_a_host_counts_in_a_cut_like_one_who_comes():
    """p1, p2 and v0 (for those two) have 3 visits, so one visit of two of them; v0's takes three, half is one."""
    assert bound_of(Cut(interns=("p1", "p2"), hosts=("v0",), price=-18)) == ([], 27 - 18 - 2 * 18)


@pytest.mark.parametrize(
    "cut",
    [
        {"interns": THREE, "hosts": (), "price": 1},
        {"interns": THREE, "hosts": (), "price": 0},
        {"interns": ("p1", "p1", "p2"), "hosts": (), "price": -1},
        {"interns": ("p1", "p9", "p2"), "hosts": (), "price": -1},
        {"interns": ("p1",), "hosts": ("v9",), "price": -1},
        {"interns": (), "hosts": (), "price": -1},
    ],
    ids=["a gain", "for nothing", "twice the same", "of nobody", "of no host", "empty"],
)
def test_what_is_no_cut_is_told(cut):
    wrong, _ = bound_of(Cut(**cut))
    assert wrong == [f"cut {[*cut['interns'], *cut['hosts']]}"]


def test_the_engine_proves_by_prices_and_cuts_what_prices_alone_do_not():
    round = in_pairs_only()
    with patch.object(tuning, "CUT_FROM_VISITS", 0):
        plan = solve(round)
    proof = plan.proof.aims[0]
    assert (proof.aim, proof.kind, plan.aims[0].value, plan.aims[0].bound_by_prices) == (
        "placed",
        "prices",
        2,
        2,
    )
    assert [cut.interns for cut in proof.cuts] == [THREE]
    assert check(round, plan).holds


def test_a_forged_cut_is_told():
    round = in_pairs_only()
    with patch.object(tuning, "CUT_FROM_VISITS", 0):
        plan = solve(round)
    for forged in ({"interns": ("p1", "p2")}, {"price": -1}, {"price": -(10**9)}, {"hosts": ("v1",)}):
        aims = list(plan.proof.aims)
        n = next(n for n, aim in enumerate(aims) if aim.cuts)
        cut = aims[n].cuts[0].model_copy(update=forged)
        aims[n] = aims[n].model_copy(update={"cuts": (cut,)})
        proof = plan.proof.model_copy(update={"aims": tuple(aims)})
        assert not check(round, plan.model_copy(update={"proof": proof}).sealed()).holds, forged


@st.composite
def tight_rounds(draw):
    """Few people and hosts for two or three, who can come in pairs or not at all."""
    n, m = draw(st.integers(3, 6)), draw(st.integers(2, 4))
    hosts = []
    for host in range(m):
        most = draw(st.integers(1, 3))
        hosts.append({"id": f"v{host}", "min": draw(st.integers(1, most)), "max": most})
    pairs = [
        {"intern": f"p{i}", "host": f"v{h}", "points": draw(st.integers(0, 9))}
        for i in range(n)
        for h in range(m)
        if draw(st.booleans())
    ]
    interns = [{"id": f"p{i}", "sector": draw(st.sampled_from(["state", "region"]))} for i in range(n)]
    rules = {
        "placed": {"mode": "soft", "points": draw(st.integers(1, 30))},
        "pair_points": {"mode": "soft", "unlisted": "forbid"},
        "mixed_sectors": {"mode": "soft", "points": draw(st.integers(1, 9))},
    }
    policy = {"preset": "bare", "rules": rules, "aims": ["placed", "points"]}
    return Round.model_validate({"interns": interns, "hosts": hosts, "pairs": pairs, "policy": policy})


@given(tight_rounds())
def test_with_cuts_the_best_plan_is_found_and_its_proof_holds(round):
    with patch.object(tuning, "CUT_FROM_VISITS", 0):
        plan = solve(round)
    assert plan.status == "optimal"
    assert check(round, plan).holds
    assert tuple(aim.value for aim in plan.aims) == best_values(round)


def offers_of(round):
    columns = build_columns(round)
    return build_offers(columns, build_options(columns))


def visits_of_two(offers):
    """The visit of each host with both who can come to it."""
    place = np.arange(len(offers.places), dtype=np.int32)
    options = np.column_stack([offers.start[:-1], offers.start[:-1] + 1])
    none = np.zeros(len(place), dtype=np.int64)
    return Groups(place, options, none, none)


def test_the_cut_that_halves_break_is_found():
    offers = offers_of(in_pairs_only())
    assert zero_half(offers, visits_of_two(offers), np.full(3, 0.5))[0] == (0, 1, 2)


def test_a_whole_solution_breaks_no_cut():
    offers = offers_of(in_pairs_only())
    assert zero_half(offers, visits_of_two(offers), np.array([1.0, 0.0, 0.0])) == []


def test_those_who_travel_together_load_a_cut_once_each():
    """Of p1 and p2 there are two visits, one when halved, and they come as one: so they are charged alone."""
    interns = [{"id": f"p{n}", "group": "g"} for n in (1, 2)] + [{"id": "p3"}]
    policy = {"preset": "bare", "rules": {"together": {"mode": "hard"}}}
    offers = offers_of(
        Round.model_validate({"interns": interns, "hosts": [{"id": "v", "max": 3}], "policy": policy})
    )
    cuts = cuts_of(offers, [(0, 1), (0, 2)])
    options = np.array([[0, -1], [1, -1], [0, 1]])
    assert offers.size[offers.unit].tolist() == [2, 1]
    assert cuts.halves.of(np.zeros(3, dtype=np.int64), options).tolist() == [[1, 0], [0, 0], [1, 1]]
    assert Charges(cuts.halves, np.array([5, 7])).of(np.zeros(3, dtype=np.int64), options).tolist() == [
        5,
        0,
        12,
    ]


def test_loads_and_limits_of_cuts_are_halved_and_rounded_down():
    """Of p1, p2, p3 and v0 there are 4 visits, 2 when halved; a visit of p1 and p2 to v0 has three: one."""
    offers = offers_of(in_pairs_only())
    cuts = cuts_of(offers, [(0, 1, 2), (0, 1, 2, 3), (0, 3)])
    visits = visits_of_two(offers)
    assert cuts.upper.tolist() == [1, 2, 1]
    assert cuts.halves.of(visits.place, visits.options).tolist() == [[1, 1, 1], [1, 1, 0], [1, 1, 0]]


def test_what_if_answers_the_same_whether_the_plan_was_proven_with_cuts_or_without():
    round, answers = in_pairs_only(), []
    changes = [im.Change(change="one_more_place", host=host.id) for host in round.hosts]
    changes += [im.Change(change="pair_together", intern="p1", host=host) for host in ("v0", "v1")]
    for few in (0, 10**9):
        with patch.object(tuning, "CUT_FROM_VISITS", few):
            plan = solve(round)
            study = im.Study(round, plan)
            answers.append(
                [[(aim.aim, aim.then, aim.proven) for aim in study.ask(one).aims] for one in changes]
            )
        assert any(aim.cuts for aim in plan.proof.aims) == (few == 0)
    assert answers[0] == answers[1]


def test_a_plan_without_cuts_has_the_seal_that_it_had_before_there_were_any():
    plan = solve(in_pairs_only())
    data = json.loads(plan.model_dump_json())
    for aim in data["proof"]["aims"]:
        assert aim.pop("cuts") == []
    for name in ("sha256", "signature", "stopped_by"):
        del data[name]
    text = json.dumps(data, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    assert plan.sha256 == hashlib.sha256(text.encode()).hexdigest()
