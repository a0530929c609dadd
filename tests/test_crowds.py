"""Hundreds of people who are much alike: what is best is worked by hand."""

from __future__ import annotations

from typing import Any

from innopraktik_match.checker import check
from innopraktik_match.domain.round import Host, Round
from innopraktik_match.solving import solve
from tests.wide_rounds import largest

MANY = largest(Host, "visits")


def crowd(count: int, **person: Any) -> list[dict[str, Any]]:
    return [{"id": f"p{n:03}", **person} for n in range(count)]


def best(interns: list[dict[str, Any]], hosts: list[dict[str, Any]], rules: Any = None, **policy: Any) -> Any:
    """Solve; return the status and each aim's value of a plan that holds."""
    policy["rules"] = {"capacity": {"limit": 6}, **(rules or {})}
    round = Round.model_validate({"interns": interns, "hosts": hosts, "policy": policy})
    plan = solve(round)
    assert check(round, plan).holds
    return plan.status, {aim.aim: aim.value for aim in plan.aims}


def test_one_host_takes_everybody():
    """200 people are 34 visits of up to 6."""
    hosts = [{"id": "v", "visits": 34, "max": 6}]
    assert best(crowd(200), hosts) == ("optimal", {"placed": 200, "points": 0})


def test_one_host_takes_everybody_one_by_one():
    assert best(crowd(300), [{"id": "v", "visits": MANY}]) == ("optimal", {"placed": 300, "points": 0})


def test_one_host_has_one_visit_a_week():
    """12 weeks of 3 are 36 places, however many visits are offered."""
    weeks = [f"2026-W{number}" for number in range(42, 54)]
    hosts = [{"id": "v", "visits": MANY, "max": 3}]
    assert best(crowd(60), hosts, weeks=weeks) == ("optimal", {"placed": 36, "points": 0})


def test_people_of_one_sector_share_as_many_visits_as_there_are():
    """60 people in 30 visits: 30 of them come to somebody of their own sector, at 7 points each."""
    hosts = [{"id": "v", "sector": "civil", "visits": 30, "max": 6}]
    rules = {"mixed_sectors": {"mode": "soft", "points": 7}}
    assert best(crowd(60, sector="state"), hosts, rules) == ("optimal", {"placed": 60, "points": 210})


def test_many_groups_fill_whole_visits():
    """40 visits of 6 hold 40 of 50 groups of 6; 25 visits hold 50 of 60 groups of 3."""
    sixes = [{"id": f"p{n:03}", "group": f"g{n // 6}"} for n in range(300)]
    threes = [{"id": f"p{n:03}", "group": f"g{n // 3}"} for n in range(180)]
    assert best(sixes, [{"id": "v", "visits": 40, "max": 6}]) == ("optimal", {"placed": 240, "points": 0})
    assert best(threes, [{"id": "v", "visits": 25, "max": 6}]) == ("optimal", {"placed": 150, "points": 0})


def test_everybody_wishes_the_same_host():
    """20 hosts for 6 are 120 places; 6 get their wish, 114 do not, at 40 points each."""
    hosts = [{"id": f"v{n:02}", "max": 6} for n in range(20)]
    assert best(crowd(200, wishes=["v00"]), hosts) == ("optimal", {"placed": 120, "points": 4560})


def test_everybody_visits_every_host_once():
    """40 places for one each: 5 people make 40 visits together, however many they wish."""
    hosts = [{"id": f"v{n:02}"} for n in range(40)]
    values = {"placed": 5, "visits": 40, "points": 0}
    assert best(crowd(5, visits=1000), hosts) == ("optimal", values)


def test_a_least_number_that_nobody_fills_leaves_everybody_at_home():
    hosts = [{"id": "v", "visits": MANY, "min": 6, "max": 6}]
    assert best(crowd(5), hosts) == ("optimal", {"placed": 0, "points": 10})
    assert best(crowd(5), hosts, {"placed": {"mode": "hard"}}) == ("infeasible", {})
