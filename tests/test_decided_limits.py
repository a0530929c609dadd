"""A decision that breaks a rule about a visit or the round: it stands, is counted, and frees nobody else."""

from __future__ import annotations

import pytest

from innopraktik_match.domain.issues import RoundError
from innopraktik_match.domain.plan import Plan, Visit
from innopraktik_match.domain.round import Round
from innopraktik_match.measuring import check, score
from innopraktik_match.replanning import replan
from innopraktik_match.solving import solve
from innopraktik_match.validation.faults import find_faults

W37, W38 = "2026-W37", "2026-W38"


def round_of(interns, hosts, locks, rules=None, breaking="accept", **policy):
    """Return a round with locks (intern, host, week) that are agreed."""
    return Round.model_validate(
        {
            "interns": [{"id": one, **more} for one, more in interns.items()],
            "hosts": [{"id": one, **more} for one, more in hosts.items()],
            "locks": [
                {"intern": intern, "host": host, "week": week, "status": "agreed"}
                for intern, host, week in locks
            ],
            "policy": {
                "preset": "bare",
                "rules": {"lock": {"breaking": breaking}, **(rules or {})},
                **policy,
            },
        }
    )


A, B = {"workplace": "A"}, {"workplace": "B"}
LOCKED = [("p1", "v1", None), ("p2", "v1", None)]
HARD = {"mode": "hard", "points": 3}
BREAKS = {
    "more than the host takes": (
        {"p1": {}, "p2": {}, "p3": {}}, {"v1": {}}, LOCKED, {},
        [("capacity", ("p1", "p2"), (), 1, 0)], 2,
    ),
    "fewer than the host takes": (
        {"p1": {}}, {"v1": {"min": 2, "max": 3}}, LOCKED[:1], {},
        [("capacity", ("p1",), (), 1, 0)], 1,
    ),
    "two from one workplace": (
        {"p1": A, "p2": A, "p3": A}, {"v1": {"max": 3}}, LOCKED, {"mixed_workplaces": HARD},
        [("mixed_workplaces", ("p1", "p2"), (), 1, 3)], 2,
    ),
    "two from one sector": (
        {"p1": {"sector": "state"}, "p2": {"sector": "state"}, "p3": {"sector": "region"}},
        {"v1": {"max": 3}}, LOCKED, {"mixed_sectors": HARD},
        [("mixed_sectors", ("p1", "p2", "p3"), (), 1, 3)], 3,
    ),
    "two alike in a column": (
        {"p1": {"role": "leader"}, "p2": {"role": "leader"}, "p3": {"role": "leader"}},
        {"v1": {"max": 3}}, LOCKED, {"mixed_column": {**HARD, "column": "role"}},
        [("mixed_column", ("p1", "p2"), (), 1, 3)], 2,
    ),
    "more visits than wished": (
        {"p1": {}}, {"v1": {}, "v2": {}, "v3": {}}, [("p1", "v1", None), ("p1", "v2", None)], {},
        [("intern_visits", (), ("p1",), 1, 0)], 1,
    ),
    "more visits than offered": (
        {"p1": {}, "p2": {}, "p3": {}}, {"v1": {}}, [("p1", "v1", W37), ("p2", "v1", W38)], {},
        [("host_visits", (), ("v1",), 1, 0)], 2,
    ),
    "more than a quota": (
        {"p1": A, "p2": A, "p3": A}, {"v1": {"max": 2}, "v2": {}}, LOCKED,
        {"quota": {"mode": "hard", "limits": [{"field": "workplace", "value": "A", "max": 1}]}},
        [("quota", (), ("0",), 1, 0)], 2,
    ),
    "more than a host receives from one workplace": (
        {"p1": A, "p2": A, "p3": A}, {"v1": {"max": 3}}, LOCKED, {"same_workplace_limit": {**HARD, "limit": 1}},
        [("same_workplace_limit", (), ("v1", "a"), 1, 0)], 2,
    ),
    "a contact who is away": (
        {"p1": {"email": "a@a.example"}, "p2": {}}, {"v1": {}, "v2": {"email": "a@a.example"}},
        [("p1", "v1", W37), ("p2", "v2", W37)], {"host_present": HARD},
        [("host_present", (), ("p1", "v2", W37), 1, 0)], 2,
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", BREAKS)
def test_what_is_decided_stands_and_is_counted_and_nobody_else_gains_by_it(what):
    interns, hosts, locks, rules, accepted, placed = BREAKS[what]
    round = round_of(interns, hosts, locks, rules)
    plan = solve(round)
    assert (plan.status, plan.aims[0].value) == ("optimal", placed)
    report = check(round, plan)
    assert report.holds
    assert report.proven
    for counted in (score(round, plan), report.score):
        assert counted.legal
        told = [(one.rule, one.interns, one.key, one.amount, one.points) for one in counted.accepted]
        assert told == accepted


@pytest.mark.parametrize("what", BREAKS)
def test_without_a_decision_there_is_no_such_plan(what):
    interns, hosts, locks, rules, _, _ = BREAKS[what]
    try:
        plan = solve(round_of(interns, hosts, locks, rules, breaking="refuse"))
    except RoundError as error:
        codes = {one.code for one in error.issues if one.severity == "error"}
    else:
        codes = {plan.status}
    assert codes <= {"locks_over_capacity", "locks_over_visits", "infeasible"}


@pytest.mark.parametrize(
    ("what", "code"),
    [
        ("more than the host takes", "locks_beyond_capacity"),
        ("more visits than offered", "locks_beyond_capacity"),
        ("more visits than wished", "locks_beyond_visits"),
    ],
)
def test_more_than_there_is_room_for_is_a_warning(what, code):
    interns, hosts, locks, rules, _, _ = BREAKS[what]
    assert [(one.code, one.severity) for one in find_faults(round_of(interns, hosts, locks, rules))] == [
        (code, "warning")
    ]


def test_a_host_that_takes_fewer_now_keeps_those_who_are_agreed():
    """v1 took two, and takes one; p3 said no, and v2, that takes two at least, keeps p4 alone."""
    interns, hosts = {f"p{n}": {} for n in range(1, 5)}, {"v1": {"max": 1}, "v2": {"min": 2, "max": 2}}
    before = Plan(
        visits=[
            Visit(host="v1", interns=("p1", "p2"), status="agreed"),
            Visit(host="v2", interns=("p3", "p4"), statuses={"p3": "declined", "p4": "agreed"}),
        ]
    )
    round = round_of(interns, hosts, [])
    plan = replan(round, before)
    assert {(visit.host, visit.interns) for visit in plan.visits} == {("v1", ("p1", "p2")), ("v2", ("p4",))}
    assert check(round, plan).holds
    assert [one.interns for one in score(round, plan).accepted] == [("p1", "p2"), ("p4",)]
