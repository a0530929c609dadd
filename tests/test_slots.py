"""The first plan over one slot for each host: no place holds more than its host takes."""

import pytest

from innopraktik_match.checker import check
from innopraktik_match.domain.round import Round
from innopraktik_match.model import tuning
from innopraktik_match.solving import solve


@pytest.fixture(autouse=True)
def however_small(monkeypatch) -> None:
    monkeypatch.setattr(tuning, "FLOWS_FROM_OPTIONS", 0)


def test_a_place_that_a_flow_gives_too_many_keeps_as_many_as_come_at_once():
    interns = [{"id": "p1", "weeks": ["2026-W40"]}, {"id": "p2", "visits": 2}, {"id": "p3"}]
    hosts = [
        {"id": "v1"},
        {"id": "v2", "visits": 2, "rejects": ["p1"]},
        {"id": "v3", "visits": 2, "weeks": ["2026-W37"]},
    ]
    policy = {"aims": ["placed", "visits"]}
    round = Round.model_validate({"interns": interns, "hosts": hosts, "policy": policy})
    plan = solve(round)
    assert [aim.value for aim in plan.aims] == [3, 2]
    assert check(round, plan).holds
