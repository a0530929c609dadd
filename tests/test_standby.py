"""Reserves are really free to step in, the waiting list says where, and replan lets them in first."""

from __future__ import annotations

import json

import pytest
from openpyxl import load_workbook

from innopraktik_match.domain.plan import Plan, Unplaced, Visit
from innopraktik_match.domain.policy import MOST
from innopraktik_match.domain.round import Round
from innopraktik_match.explaining.standby import find_standby
from innopraktik_match.measuring import check, score
from innopraktik_match.replanning import replan
from innopraktik_match.report.changes import change_lines
from innopraktik_match.report.standby import chances_of
from innopraktik_match.solving import solve
from tests.random_rounds import random_round
from tests.test_replan_cli import run


def round_of(interns, hosts, points=(), **policy):
    pairs = [{"intern": intern, "host": host, "points": price} for intern, host, price in points]
    rules = {"pair_points": {"mode": "soft"}}
    return Round.model_validate(
        {"interns": interns, "hosts": hosts, "pairs": pairs,
         "policy": {"preset": "bare", "rules": rules, **policy}}
    )  # fmt: skip


def ids(letter, count):
    return [{"id": f"{letter}{n}"} for n in range(1, count + 1)]


def seated(*pairs, waiting=(), status="proposed"):
    visits = [Visit(host=host, interns=(intern,), status=status) for intern, host in pairs]
    return Plan(visits=visits, unplaced=[Unplaced(intern=one) for one in waiting])


def test_reserves_stand_in_order_and_those_who_cannot_come_do_not():
    """p2 costs 5 at v1, p3 2; p4 refuses v1; at v2 only p4 may come, who has no visit either."""
    interns = [{"id": "p1"}, *({"id": one, "rejects": ["v2"]} for one in ("p2", "p3")), {"id": "p4"}]
    interns[3]["rejects"] = ["v1"]
    round = round_of([*interns, {"id": "p5"}], ids("v", 2), [("p2", "v1", 5), ("p3", "v1", 2)])
    standby = find_standby(round, seated(("p1", "v1"), ("p5", "v2")))
    assert [(one.interns, one.parties) for one in standby.reserves] == [
        (("p1",), (("p3",), ("p2",))),
        (("p5",), (("p4",),)),
    ]
    assert [(one.interns, one.chances) for one in standby.waiting] == [
        (("p3",), (("v1", 1),)),
        (("p4",), (("v2", 1),)),
        (("p2",), (("v1", 2),)),
    ]
    assert chances_of(standby, round, "en") == {
        "p3": "First if a place becomes free at: v1.",
        "p4": "First if a place becomes free at: v2.",
        "p2": "No. 2 at: v1.",
    }


def test_a_group_steps_in_together_or_not_at_all():
    interns = [{"id": "p1", "group": "g"}, {"id": "p2", "group": "g"}, *ids("p", 4)[2:]]
    hosts = [{"id": "v1", "max": 2}, {"id": "v2"}]
    standby = find_standby(round_of(interns, hosts), seated(("p3", "v1"), ("p4", "v2")))
    assert [one.parties for one in standby.reserves] == [(("p1", "p2"),), ()]
    assert standby.waiting[0].interns == ("p1", "p2")


def test_a_visit_that_is_agreed_has_reserves_too():
    round = round_of(ids("p", 2), ids("v", 1))
    locked = round.model_copy(update={"locks": Round.model_validate(
        {**round.model_dump(), "locks": [{"intern": "p1", "host": "v1", "status": "agreed"}]}
    ).locks})  # fmt: skip
    assert find_standby(locked, seated(("p1", "v1"))).reserves[0].parties == (("p2",),)


@pytest.mark.parametrize("seed", range(6))
def test_every_reserve_can_step_in_and_everybody_else_who_waits_cannot(seed):
    round = random_round(16, 5, seed)
    plan = solve(round)
    placed = {one for visit in plan.visits for one in visit.interns}
    waiting = [one.id for one in round.interns if one.id not in placed]
    found = find_standby(round, plan)
    for seat in found.reserves:
        visit, (leaving,) = plan.visits[seat.visit], seat.interns
        can = {}
        for one in waiting:
            others = {*visit.interns, one} - {leaving}
            new = visit.model_copy(update={"interns": tuple(sorted(others))})
            counted = score(round, tuple(new if other is visit else other for other in plan.visits))
            if counted.legal:
                aims = [counted.aims[aim] * (-1 if aim in MOST else 1) for aim in round.aims]
                can[one] = (*aims, one)
        told = [party[0] for party in seat.parties if party[0] in waiting]
        assert told == sorted(can, key=can.get)


@pytest.mark.parametrize("seed", range(6))
def test_of_those_who_are_equally_good_the_reserve_comes_in(seed):
    """Six wait for the place of p0, all equal: a lottery alone would take the first of the line one time in six."""
    interns = [{"id": "p0"}, *ids("p", 6)]
    round = round_of(interns, ids("v", 1), seed=seed)
    before = seated(("p0", "v1"), status="declined", waiting=[one["id"] for one in interns[1:]])
    after = replan(round, before)
    assert [visit.interns for visit in after.visits] == [("p1",)]
    assert check(round, after).holds
    assert after.status == "optimal"
    assert (
        change_lines(round, after, "en")[-1].strip() == "p1 was the reserve for p0 at v1 and has the place."
    )


def test_a_reserve_who_would_make_the_plan_worse_is_passed_over_and_that_is_told():
    """p1 said no to v1. p2 is first in line, but p3 can only go to v1, and p2 to the new v2 as well."""
    interns = [{"id": "p1", "rejects": ["v2"]}, {"id": "p2"}, {"id": "p3", "rejects": ["v2"]}]
    round = round_of(interns, ids("v", 2), [("p3", "v1", 5)])
    before = seated(("p1", "v1"), status="declined", waiting=["p2", "p3"])
    after = replan(round, before)
    assert {(visit.host, *visit.interns) for visit in after.visits} == {("v1", "p3"), ("v2", "p2")}
    (step,) = after.replanned.stepped_in
    assert (step.intern, step.whom, step.used, dict(step.worse)) == (
        "p2",
        "p1",
        False,
        {"placed": 1, "points": 0},
    )
    assert change_lines(round, after, "en")[-1].strip() == (
        "p2 was the reserve for p1 at v1, but the plan gets worse: "
        "Interns with a visit 2 → 1; Total points (fewer is better) 5 → 0."
    )
    assert check(round, after).holds
    lied = after.replanned.model_copy(update={"stepped_in": (step.model_copy(update={"used": True}),)})
    codes = [
        fault.code for fault in check(round, after.model_copy(update={"replanned": lied}).sealed()).faults
    ]
    assert codes == ["changes_differ"]


def test_a_decision_elsewhere_leaves_the_others_their_reserves_and_has_none_beyond_the_limit():
    """p1 is banned from v1 and decided; p3 and p4 are one too many at v3, so nobody steps in for them."""
    interns, hosts = ids("p", 5), ids("v", 3)
    before = Plan(
        visits=[
            Visit(host="v1", interns=("p1",), status="agreed"),
            Visit(host="v2", interns=("p2",)),
            Visit(host="v3", interns=("p3", "p4"), status="agreed"),
        ],
        unplaced=[Unplaced(intern="p5")],
    )
    policy = {"preset": "bare", "rules": {"lock": {"breaking": "accept"}}}
    bans = [{"intern": "p1", "host": "v1"}]
    round = Round.model_validate({"interns": interns, "hosts": hosts, "bans": bans, "policy": policy})
    plan = replan(round, before)
    found = {one.interns: one.parties for one in find_standby(round, plan).reserves}
    assert found == {("p1",): (("p5",),), ("p2",): (("p5",),), ("p3",): (), ("p4",): ()}
    said_no = plan.visits[1].model_copy(update={"status": "declined"})
    visits = tuple(said_no if one is plan.visits[1] else one for one in plan.visits)
    after = replan(round, plan.model_copy(update={"visits": visits}))
    assert [(step.intern, step.host, step.used) for step in after.replanned.stepped_in] == [
        ("p5", "v2", True)
    ]
    assert check(round, after).holds


GROUP = [{"id": "p1", "group": "g"}, {"id": "p2", "group": "g"}]


def test_a_group_steps_in_for_those_who_left_together():
    """Two said no to v1, which takes two or none: p5 alone is no reserve, and the group of two is."""
    round = round_of([*GROUP, *ids("p", 5)[2:]], [{"id": "v1", "min": 2, "max": 2}])
    visit = Visit(host="v1", interns=("p3", "p4"), status="declined")
    before = Plan(visits=[visit], unplaced=[Unplaced(intern=one) for one in ("p1", "p2", "p5")])
    after = replan(round, before)
    assert [visit.interns for visit in after.visits] == [("p1", "p2")]
    steps = [(step.intern, step.whom, step.used) for step in after.replanned.stepped_in]
    assert steps == [("p1", "p3", True), ("p2", "p4", True)]
    assert check(round, after).holds
    assert [line.strip() for line in change_lines(round, after, "en")[-2:]] == [
        "p1 was the reserve for p3 at v1 and has the place.",
        "p2 was the reserve for p4 at v1 and has the place.",
    ]


@pytest.mark.parametrize("seed", range(6))
def test_of_groups_that_are_equally_good_the_reserve_comes_in(seed):
    others = [{"id": f"q{n}{m}", "group": f"h{n}"} for n in range(5) for m in (1, 2)]
    round = round_of([*GROUP, *others, {"id": "p3"}], [{"id": "v1", "max": 2}], seed=seed)
    waiting = [one["id"] for one in (*GROUP, *others)]
    after = replan(round, seated(("p3", "v1"), status="declined", waiting=waiting))
    assert [visit.interns for visit in after.visits] == [("p1", "p2")]
    assert check(round, after).holds


def test_a_group_that_would_make_the_plan_worse_is_passed_over_whole():
    """p3 said no to v1. The group is first in line, but p5 and p6 can only go to v1, and it to v2 too."""
    alone = [{"id": one, "rejects": ["v2"]} for one in ("p3", "p5", "p6")]
    round = round_of([*GROUP, *alone], [{"id": "v1", "max": 2}, {"id": "v2", "max": 2}], [("p5", "v1", 5)])
    after = replan(round, seated(("p3", "v1"), status="declined", waiting=["p1", "p2", "p5", "p6"]))
    assert {(visit.host, visit.interns) for visit in after.visits} == {
        ("v1", ("p5", "p6")), ("v2", ("p1", "p2")),
    }  # fmt: skip
    steps = [(step.intern, step.used, dict(step.worse)) for step in after.replanned.stepped_in]
    worse = {"placed": 2, "points": 0}
    assert steps == [("p1", False, worse), ("p2", False, worse)]
    assert check(round, after).holds


def test_reserves_and_chances_are_in_the_workbook(tmp_path):
    interns = [{"id": "p1", "name": "Ane"}, {"id": "p2", "name": "Bo"}]
    round = {"interns": interns, "hosts": [{"id": "v1", "name": "DMI"}]}
    (tmp_path / "round.json").write_text(json.dumps(round), encoding="utf-8")
    run("solve", tmp_path / "round.json", "-o", tmp_path / "plan.xlsx")
    book = load_workbook(tmp_path / "plan.xlsx")
    cells = [[cell.value for cell in row] for row in book["Reserver"].iter_rows(min_row=4)]
    assert cells[0][-3:] == ["1. reserve", "2. reserve", "3. reserve"]
    placed, waiting = ("Ane (p1)", "Bo (p2)") if cells[1][4] == "Ane (p1)" else ("Bo (p2)", "Ane (p1)")
    assert cells[1] == [1, "DMI (v1)", None, None, placed, waiting, None, None]
    assert "Først, hvis der bliver en plads hos: DMI (v1)." in [
        cell.value for row in book["Ikke placeret"].iter_rows(min_row=5) for cell in row
    ]
    run("verify", tmp_path / "plan.xlsx", tmp_path / "round.json")


def test_where_nobody_waits_there_is_no_sheet_of_reserves(tmp_path):
    round = {"interns": [{"id": "p1"}], "hosts": [{"id": "v1"}]}
    (tmp_path / "round.json").write_text(json.dumps(round), encoding="utf-8")
    run("solve", tmp_path / "round.json", "-o", tmp_path / "plan.xlsx")
    assert "Reserver" not in load_workbook(tmp_path / "plan.xlsx").sheetnames
