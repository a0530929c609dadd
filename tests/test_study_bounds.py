"""Bounds by prices of every pair and of every host's room: never better than a fresh solve, all at once."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from pydantic import ValidationError

import innopraktik_match as im
from innopraktik_match.domain.policy import MOST
from tests.strategies import rounds


def worse_or_equal(values: dict[str, int | None], bound: dict[str, int]) -> bool:
    """Whether values are, in the order of the aims, no better than a bound: each within those before."""
    for aim, most in bound.items():
        value = values[aim]
        if value is None or value != most:
            return value is None or (value < most) == (aim in MOST)
    return True


def test_a_pair_a_place_and_a_visit_by_hand():
    """v1 takes one and both want it (0 for it, 9 elsewhere): forcing p2 there costs nothing, a place saves 9."""
    pairs = [("p1", "v1", 0), ("p1", "v2", 9), ("p2", "v1", 0), ("p2", "v2", 9)]
    round = im.Round.model_validate(
        {
            "interns": [{"id": "p1"}, {"id": "p2"}],
            "hosts": [{"id": "v1"}, {"id": "v2"}],
            "pairs": [{"intern": i, "host": h, "points": points} for i, h, points in pairs],
            "policy": {"preset": "bare", "rules": {"pair_points": {"mode": "soft", "unlisted": "forbid"}}},
        }
    )
    study = im.Study(round, im.solve(round))
    bounds = study.bounds()
    assert bounds.pair("p1", "v1") == bounds.pair("p2", "v1") == {"placed": 2, "points": 9}
    assert bounds.place("v1") == {"placed": 2, "points": 0}
    assert bounds.visit("v1") == {"placed": 2, "points": 0}
    assert bounds.frame().columns.tolist() == ["intern", "host", "placed", "points"]
    assert len(bounds.frame()) == 4


def test_a_pair_that_no_rule_lets_meet_has_no_bound():
    round = im.Round.model_validate(
        {"interns": [{"id": "p1", "rejects": ["v1"]}], "hosts": [{"id": "v1"}, {"id": "v2"}]}
    )
    bounds = im.Study(round, im.solve(round)).bounds()
    assert bounds.pair("p1", "v1") is None
    assert bounds.pair("p1", "v2") is not None
    with pytest.raises(ValueError, match="tuple"):
        bounds.pair("p9", "v2")


def test_without_a_proof_there_are_no_bounds():
    round = im.Round.model_validate({"interns": [{"id": "p1"}], "hosts": [{"id": "v1"}]})
    study = im.Study(round, im.Plan(visits=()))
    with pytest.raises(ValueError, match="no prices"):
        study.bounds()


@given(rounds(most_interns=4, most_hosts=3))
@settings(max_examples=15)
def test_no_changed_round_is_better_than_its_bound(round: im.Round) -> None:
    try:
        study = im.Study(round, im.solve(round))
        bounds = study.bounds()
    except (im.RoundError, ValueError):
        assume(False)
    asked = [
        (im.Change(change="pair_together", intern=i.id, host=h.id), bounds.pair(i.id, h.id))
        for i in round.interns
        for h in round.hosts
    ]
    asked += [(im.Change(change="one_more_place", host=h.id), bounds.place(h.id)) for h in round.hosts]
    asked += [(im.Change(change="one_more_visit", host=h.id), bounds.visit(h.id)) for h in round.hosts]
    for change, bound in asked:
        if bound is None:
            continue
        try:
            plan = im.solve(study.changed(change))
        except (im.RoundError, ValidationError):
            continue  # a lock against a rule, or more than a round can say
        if plan.status == "optimal":
            assert worse_or_equal({aim.aim: aim.value for aim in plan.aims}, bound), change


def test_of_a_host_that_a_group_would_have_for_the_first_time_prices_do_not_tell():
    round = im.Round.model_validate(
        {
            "interns": [{"id": f"p{n}", "group": "g"} for n in range(3)],
            "hosts": [{"id": "v1", "max": 2}, {"id": "v2", "max": 3}],
        }
    )
    bounds = im.Study(round, im.solve(round)).bounds()
    assert bounds.place("v1") is None
    assert bounds.place("v2") is not None
