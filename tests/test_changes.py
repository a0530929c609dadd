"""The aim `changes`: what it counts, worked by hand, and that the best plan keeps what it can."""

from __future__ import annotations

import pytest

from innopraktik_match.checker import check
from innopraktik_match.domain.plan import Visit
from innopraktik_match.domain.policy import sealed
from innopraktik_match.domain.round import Round
from innopraktik_match.solving import solve
from innopraktik_match.validation.faults import find_faults
from tests.brute_force import best_values
from tests.witness import both, tiny

WEEKS = ["2026-W37", "2026-W38"]


def planned(intern="p1", host="v1", week="2026-W37", days=3, status="proposed"):
    return {"intern": intern, "host": host, "week": week, "days": days, "status": status}


def round_of(before, rules=None, aims=("placed", "changes", "points"), interns=2, hosts=2, **tables):
    people = [{"id": f"p{n}", "days": "2-3"} for n in range(1, interns + 1)]
    places = [{"id": f"v{n}"} for n in range(1, hosts + 1)]
    policy = {"weeks": WEEKS, "aims": list(aims)}
    return tiny(people, places, rules or {}, before=before, policy=policy, **tables)


def visit(host="v1", week="2026-W37", days=3, interns=("p1",)):
    return Visit(host=host, week=week, days=days, interns=interns)


@pytest.mark.parametrize(
    ("visits", "proposed", "told"),
    [
        ([visit()], 0, 0),
        ([visit(week="2026-W38")], 1, 1),
        ([visit(days=2)], 1, 1),
        ([visit(week="2026-W38", days=2)], 1, 1),
        ([visit(host="v2")], 2, 3),
        ([visit(interns=("p2",))], 2, 3),
        ([], 2, 3),
    ],
    ids=["kept", "another week", "another length", "both", "another host", "somebody else", "nobody"],
)
def test_a_change_counts_by_how_far_it_goes_and_whether_people_were_told(visits, proposed, told):
    assert both(round_of([planned()]), visits).aims["changes"] == proposed
    for status in ("boss_ok", "host_ok", "agreed"):
        assert both(round_of([planned(status=status)]), visits).aims["changes"] == told


def test_weights_are_those_of_the_policy():
    rules = {"changes": {"moved": 7, "moved_told": 9, "rescheduled": 4, "mode": "soft", "points": 10}}
    round = round_of([planned(), planned("p2", "v2", status="host_ok")], rules)
    score = both(round, [visit(week="2026-W38")])
    assert score.aims["changes"] == 4 + 9
    assert score.points_by_rule["changes"] == 10 * (4 + 9)
    assert score.findings[0].key == ("p1", "v1", "2026-W37", "3")


def test_a_blank_week_or_length_agrees_with_any():
    assert both(round_of([planned(week=None)]), [visit(week="2026-W38")]).aims["changes"] == 0
    assert both(round_of([planned(days=None)]), [visit(days=2)]).aims["changes"] == 0


def test_a_host_that_has_gone_is_a_change_that_nobody_can_help():
    round = round_of([planned(host="v9")])
    assert not [issue for issue in find_faults(round) if issue.severity == "error"]
    plan = solve(round)
    assert [(aim.value, aim.bound) for aim in plan.aims] == [(2, 2), (2, 2), (0, 0)]
    assert check(round, plan).holds


def test_nobody_moves_for_points_where_changes_come_first():
    wishes = {"pair_points": {"mode": "soft"}}
    pairs = [
        {"intern": "p1", "host": "v1", "points": 9},
        {"intern": "p2", "host": "v2", "points": 9},
    ]
    before = [planned(), planned("p2", "v2")]
    kept = solve(round_of(before, wishes, pairs=pairs))
    assert [aim.value for aim in kept.aims] == [2, 0, 18]
    moved = solve(round_of(before, wishes, ("placed", "points", "changes"), pairs=pairs))
    assert [aim.value for aim in moved.aims] == [2, 0, 4]


@pytest.mark.parametrize(("limit", "points"), [(0, 18), (1, 18), (2, 0)])
def test_at_most_so_many_change(limit, points):
    """Two hosts for two: both must move for either to be better placed."""
    rules = {"pair_points": {"mode": "soft"}, "changes_limit": {"mode": "hard", "limit": limit}}
    pairs = [
        {"intern": "p1", "host": "v1", "points": 9},
        {"intern": "p2", "host": "v2", "points": 9},
    ]
    round = round_of([planned(), planned("p2", "v2")], rules, ("placed", "points"), pairs=pairs)
    plan = solve(round)
    assert plan.aims[1].value == points
    assert check(round, plan).holds


def test_what_cannot_be_kept_does_not_count_towards_the_limit():
    rules = {"changes_limit": {"mode": "hard", "limit": 0}}
    before = [planned(), planned("p2", "v2"), planned("p3", "v9")]
    round = round_of(before, rules, interns=3, hosts=3, bans=[{"intern": "p1", "host": "v1"}])
    plan = solve(round)
    assert (plan.status, plan.aims[0].value, plan.aims[1].value) == ("optimal", 3, 4)
    assert best_values(round) == tuple(aim.value for aim in plan.aims)
    stuck = round_of(before, {"changes_limit": {"mode": "hard"}, "dates": {"mode": "hard"}})
    assert solve(stuck).status == "optimal"


def test_a_plan_that_moves_too_many_breaks_the_limit():
    round = round_of([planned()], {"changes_limit": {"mode": "hard"}})
    assert not both(round, [visit("v2")]).legal
    assert both(round, [visit()]).legal


def test_the_aim_follows_placed_where_anything_was_planned():
    data = {"interns": [{"id": "p1"}], "hosts": [{"id": "v1"}]}
    assert Round.model_validate(data).aims == ("placed", "points")
    assert Round.model_validate({**data, "before": [{"intern": "p1", "host": "v1"}]}).aims == (
        "placed",
        "changes",
        "points",
    )


def test_an_earlier_plan_is_part_of_the_fingerprint_and_nothing_changes_without_one():
    data = {"interns": [{"id": "p1"}], "hosts": [{"id": "v1"}]}
    bare, with_before = (
        Round.model_validate({**data, "before": before}) for before in ([], [{"intern": "p1", "host": "v1"}])
    )
    assert bare.sha256() == Round.model_validate(data).sha256() != with_before.sha256()
    assert b"changes" not in sealed(bare.policy)


def test_the_aim_without_an_earlier_plan_is_told():
    round = round_of([])
    assert [issue.code for issue in find_faults(round)] == ["nothing_planned_before"]


def test_a_visit_planned_twice_is_told():
    assert "pair_twice" in {issue.code for issue in find_faults(round_of([planned(), planned()]))}


def test_where_another_week_weighs_nothing_a_hard_rule_lets_it_change():
    round = Round.model_validate(
        {
            "interns": [{"id": "p1", "weeks": ["2026-W38"]}],
            "hosts": [{"id": "v1"}],
            "before": [{"intern": "p1", "host": "v1", "week": "2026-W37"}],
            "policy": {
                "weeks": ["2026-W37", "2026-W38"],
                "rules": {"changes": {"mode": "hard", "rescheduled": 0}},
            },
        }
    )
    plan = solve(round)
    assert [(visit.host, visit.week) for visit in plan.visits] == [("v1", "2026-W38")]
    assert check(round, plan).holds
