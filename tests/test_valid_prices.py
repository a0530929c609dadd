"""What prices prove: made valid whatever they were, and the bound as counted visit by visit."""

from __future__ import annotations

from itertools import combinations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from innopraktik_match.domain.round import Round
from innopraktik_match.engine.control import Control
from innopraktik_match.engine.prices.bounds import proven, rounded_prices, valid
from innopraktik_match.engine.prices.master import miss_columns
from innopraktik_match.engine.stages.aims import Stage
from innopraktik_match.model.groups import Reduced, visit_points
from innopraktik_match.model.measures import NO_LIMIT, Ints
from innopraktik_match.model.options import Offers
from tests.stages import solved_stages
from tests.strategies import rounds


def least(offers: Offers, reduced: Reduced) -> list[int]:
    """Return the least reduced cost of any legal visit to each host, up to 0, one visit after another."""
    columns = offers.columns
    found = [0] * len(columns.hosts)
    for place in range(len(offers.places)):
        host = int(offers.places.host[place])
        here = range(int(offers.start[place]), int(offers.start[place + 1]))
        for many in range(1, int(columns.host_max[host]) + 1):
            for options in combinations(here, many):
                heads = sum(int(offers.size[offers.unit[option]]) for option in options)
                if not int(columns.host_min[host]) <= heads <= int(columns.host_max[host]):
                    continue
                points, legal = visit_points(offers, np.array([place]), np.array([options]))
                cost = int(reduced.place[place]) + sum(int(reduced.option[option]) for option in options)
                cost += int(reduced.visit_weight) * int(points[0])
                if legal[0]:
                    found[host] = min(found[host], cost)
    return found


def drawn(stage: Stage, seed: int, size: int) -> Ints:
    return np.random.default_rng(seed).integers(-size, size + 1, len(stage.lower)).astype(np.int64)


ROUNDS = rounds(most_interns=4, most_hosts=2)


@given(ROUNDS, st.integers(0, 2**32), st.sampled_from((3, 100, 5000)))
@settings(max_examples=25)
def test_any_prices_are_made_valid_and_valid_ones_stay(round: Round, seed: int, size: int) -> None:
    for stage in solved_stages(round)[1]:
        asked = drawn(stage, seed, size)
        price = valid(stage, asked)
        assert not ((price > 0) & (stage.lower <= -NO_LIMIT)).any()
        assert not ((price < 0) & (stage.upper >= NO_LIMIT)).any()
        start, row, load, cost = miss_columns(stage)
        for miss in range(len(cost)):
            entries = range(start[miss], start[miss + 1])
            assert sum(int(price[row[e]]) * int(load[e]) for e in entries) <= stage.scale * int(cost[miss])
        assert (valid(stage, price) == price).all()
        fine = (
            (asked == 0)
            | ((asked > 0) & (stage.lower > -NO_LIMIT))
            | ((asked < 0) & (stage.upper < NO_LIMIT))
        )
        free = np.ones(len(asked), dtype=bool)
        free[row] = False  # a row that no miss touches keeps a price of the right sign
        assert (price[fine & free] == asked[fine & free]).all()
        assert (np.abs(price) <= np.abs(asked)).all()
        base = len(stage.rows.lower)
        assert (price[base:] == np.minimum(0, asked[base:])).all()  # those of earlier aims stay


@given(ROUNDS, st.integers(0, 2**32), st.sampled_from((3, 100, 5000)))
@settings(max_examples=25)
def test_the_bound_is_that_of_counting_every_visit(round: Round, seed: int, size: int) -> None:
    for stage in solved_stages(round)[1]:
        price = valid(stage, drawn(stage, seed, size))
        priced = proven(stage, price, Control())
        lows = least(stage.offers, priced.reduced)
        assert priced.least.tolist() == lows
        limits = sum(
            int(p) * int(stage.lower[n] if p > 0 else stage.upper[n]) for n, p in enumerate(price) if p
        )
        visits = stage.offers.columns.host_visits.tolist()
        assert priced.scaled_bound == limits + sum(v * low for v, low in zip(visits, lows, strict=True))


@given(ROUNDS, st.integers(0, 2**32))
@settings(max_examples=25)
def test_no_rounding_of_duals_proves_more_than_the_best_plan(round: Round, seed: int) -> None:
    plan, every = solved_stages(round)
    best = {aim.aim: aim.value for aim in plan.aims}
    for stage in every:
        duals = np.random.default_rng(seed).normal(0, 20, len(stage.lower))
        priced = proven(stage, rounded_prices(stage, duals), Control())
        assert priced.bound <= stage.cost.own(best[stage.cost.aim])  # own of own is the cost
