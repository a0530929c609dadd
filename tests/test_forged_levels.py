"""The bound of the worst-off: an option at the very level stays in, one above is left out."""

from __future__ import annotations

import pytest

from innopraktik_match.checker import check
from innopraktik_match.domain.round import Round
from innopraktik_match.solving import solve
from tests.forgery import told


def two_hosts(second):
    """p1 costs 5 points at v1 and `second` points at v2."""
    pairs = [{"intern": "p1", "host": "v1", "points": 5}, {"intern": "p1", "host": "v2", "points": second}]
    policy = {"preset": "bare", "aims": ["placed", "worst_off"], "rules": {"pair_points": {"mode": "soft"}}}
    hosts = [{"id": "v1"}, {"id": "v2"}]
    return Round.model_validate({"interns": [{"id": "p1"}], "hosts": hosts, "pairs": pairs, "policy": policy})


@pytest.mark.parametrize(("second", "bound"), [(6, 5), (5, 5), (4, 0), (3, 0)])
def test_five_is_the_least_only_where_nothing_below_it_is_open(second, bound):
    """The proof that 5 is the least where v2 costs 9, told of rounds where v2 costs less."""
    honest = solve(two_hosts(9))
    assert [(aim.aim, aim.value, aim.bound) for aim in honest.aims] == [("placed", 1, 1), ("worst_off", 5, 5)]
    round = two_hosts(second)
    report = check(round, told(round, honest.visits, honest, {"placed": 1, "worst_off": 5}).sealed())
    assert report.bounds["worst_off"] == bound
    assert report.holds == (bound == 5)
