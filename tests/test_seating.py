"""Several visits of one host in one slot: who joins which is settled, whatever a solver says."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from innopraktik_match.domain.round import Round
from innopraktik_match.engine.control import Control
from innopraktik_match.engine.stages.seating import seated
from innopraktik_match.model.columns import build_columns
from innopraktik_match.model.groups import Groups, visit_points
from innopraktik_match.model.options import build_offers, build_options
from innopraktik_match.solving import solve

STATE, PRIVATE = "state", "private"


def table(sectors, **host):
    """A round of one host with several visits in the one slot there is, and its columns and options."""
    interns = [{"id": f"p{n}", "sector": sector} for n, sector in enumerate(sectors)]
    round = Round.model_validate(
        {
            "interns": interns,
            "hosts": [{"id": "v", "sector": "civil", **host}],
            "policy": {"rules": {"mixed_sectors": {"points": 5}}},
        }
    )
    c = build_columns(round)
    return round, c, build_offers(c, build_options(c))


def visits(c, f, *parties):
    options = np.array([[*party, -1, -1, -1][: int(c.host_max.max())] for party in parties], dtype=np.int64)
    place = np.zeros(len(parties), dtype=np.int32)
    points, _ = visit_points(f, place, options)
    return Groups(place, options, points, np.zeros(len(parties), dtype=np.int64))


def parties(groups):
    return [tuple(row[row >= 0].tolist()) for row in groups.options]


def test_those_who_are_all_the_same_are_seated_in_order():
    _, c, f = table([None] * 4, max=2, visits=2)
    assert parties(seated(f, visits(c, f, (0, 3), (1, 2)), Control())) == [(0, 1), (2, 3)]


def test_the_first_order_that_costs_no_more_is_taken():
    """0 and 1 are of one sector: together they would cost 5, so 0 goes with 2."""
    _, c, f = table([STATE, STATE, PRIVATE, PRIVATE], max=2, visits=2)
    assert parties(seated(f, visits(c, f, (0, 3), (1, 2)), Control())) == [(0, 2), (1, 3)]


def test_visits_stay_as_even_as_they_can():
    _, c, f = table([None] * 5, max=3, visits=2)
    assert parties(seated(f, visits(c, f, (0, 4), (1, 2, 3)), Control())) == [(0, 1, 2), (3, 4)]


def test_points_of_the_visits_stay_what_they_were():
    """Both at 5 + 5 stays 10, though 0 would be possible: the plan's points have been counted."""
    _, c, f = table([STATE, STATE, PRIVATE, PRIVATE], max=2, visits=2)
    assert parties(seated(f, visits(c, f, (2, 3), (0, 1)), Control())) == [(0, 1), (2, 3)]


def test_a_search_that_takes_too_long_leaves_the_plan_as_it_is(monkeypatch):
    monkeypatch.setattr("innopraktik_match.model.tuning.PARTIES_TRIED", -2)
    _, c, f = table([None] * 4, max=2, visits=2)
    assert parties(seated(f, visits(c, f, (0, 3), (1, 2)), Control())) == [(0, 3), (1, 2)]


@given(st.lists(st.sampled_from([STATE, PRIVATE, None]), min_size=4, max_size=6), st.randoms())
def test_every_arrangement_of_the_same_points_becomes_the_same_one(sectors, random):
    _, c, f = table(sectors, max=3, visits=2)
    half = len(sectors) // 2
    by_points: dict[int, set[tuple[tuple[int, ...], ...]]] = {}
    orders = list(permutations(range(len(sectors))))
    for order in random.sample(orders, 12):
        found = seated(f, visits(c, f, order[:half], order[half:]), Control())
        by_points.setdefault(int(found.visit_points.sum()), set()).add(tuple(parties(found)))
    assert all(len(found) == 1 for found in by_points.values())


@pytest.mark.parametrize("workers", [1, 2])
def test_the_whole_round_comes_out_in_order(workers):
    round, *_ = table([STATE, PRIVATE] * 3, max=2, visits=3)
    plan = solve(round, workers=workers)
    assert [visit.interns for visit in plan.visits] == [("p0", "p1"), ("p2", "p3"), ("p4", "p5")]
