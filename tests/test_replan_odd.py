"""Odd orders of events: all leave, some come back, a no becomes a yes, groups part, places close twice."""

from __future__ import annotations

import json
from itertools import permutations

import pytest

from innopraktik_match.domain.issues import RoundError
from innopraktik_match.domain.plan import Plan, Unplaced, Visit
from innopraktik_match.measuring import check
from innopraktik_match.replanning import replan
from innopraktik_match.replanning.trading import trade
from innopraktik_match.report.changes import change_lines
from innopraktik_match.solving import solve
from tests.random_rounds import random_round
from tests.test_replan import ids, plan_of, round_of, told
from tests.test_replan_cli import run

WAYS = [{}, {"freeze": True}, {"changes": 0}, {"changes": 2}]


@pytest.mark.parametrize("how", WAYS)
@pytest.mark.parametrize(("interns", "hosts"), [(0, 2), (2, 0), (0, 0)])
def test_where_nobody_is_left_the_plan_is_empty_and_tells_why(how, interns, hosts):
    round = round_of(ids("p", interns), ids("v", hosts))
    before = plan_of(("p1", "v1", "agreed"), ("p2", "v2", "proposed"))
    after = replan(round, before, **how)
    assert (after.status, after.visits) == ("optimal", ())
    assert [left.intern for left in after.unplaced] == [f"p{n}" for n in range(1, interns + 1)]
    why = "host_withdrawn" if interns else "withdrawn"
    assert told(after) == [("p1", "v1", None, why, None), ("p2", "v2", None, why, None)]
    assert check(round, after).holds
    again = replan(round_of(ids("p", 2), ids("v", 2)), after)
    assert again.aims[0].value == 2


@pytest.mark.parametrize("how", WAYS)
def test_where_all_have_withdrawn_the_plan_is_empty_and_there_is_nothing_to_trade(how):
    round = round_of(ids("p", 2), ids("v", 2))
    before = plan_of(("p1", "v1", "withdrawn"), ("p2", "v2", "withdrawn"))
    after = replan(round, before, **how)
    assert (after.status, after.visits, after.unplaced) == ("optimal", (), ())
    assert check(round, after).holds
    assert [(point.moves, point.aims["placed"]) for point in trade(round, before)] == [(0, 0)]


def test_a_new_round_without_anybody_is_still_a_fault():
    with pytest.raises(RoundError):
        solve(round_of([], ids("v", 1)))


def test_whoever_withdrew_and_is_on_the_list_is_told_and_comes_back_by_a_row_in_the_plan():
    round = round_of(ids("p", 2), ids("v", 2))
    after = replan(round, plan_of(("p1", "v1", "withdrawn"), ("p2", "v2", "proposed")))
    assert "p1" in change_lines(round, after, "en")[-1]
    assert replan(round, after).replanned.withdrawn == ("p1",)
    by_hand = Visit(host="v1", interns=("p1",))
    back = replan(round, after.model_copy(update={"visits": (*after.visits, by_hand)}))
    assert back.replanned.withdrawn == ()
    assert back.aims[0].value == 2
    assert check(round, back).holds
    assert "p1" not in change_lines(round, back, "en")[-1]


def test_a_no_that_becomes_a_yes_is_no_ban_any_more():
    round = round_of(ids("p", 1), ids("v", 2))
    after = replan(round, plan_of(("p1", "v1", "declined")))
    yes = Visit(host="v1", interns=("p1",), status="agreed")
    back = replan(round, after.model_copy(update={"visits": (yes,)}))
    assert (back.replanned.bans, back.visits[0].host) == ((), "v1")
    assert check(round, back).holds


def test_a_no_to_a_pair_that_is_locked_is_a_fault_of_the_lock_and_of_the_row_in_the_plan():
    locks = [{"intern": "p1", "host": "v1", "status": "agreed"}]
    round = round_of(ids("p", 2), ids("v", 2), locks=locks)
    with pytest.raises(RoundError) as error:
        replan(round, plan_of(("p2", "v2", "proposed"), ("p1", "v1", "declined")))
    (issue,) = error.value.issues
    assert [(place.table, place.row) for place in issue.places] == [("locks", 1), ("visits", 2)]


GROUP = [{"id": "p1", "group": "g"}, {"id": "p2", "group": "g"}, {"id": "p3"}]
TWO = [{"id": "v1", "max": 2}, {"id": "v2", "max": 2}]


@pytest.mark.parametrize(
    ("answers", "placed"),
    [
        ({"p1": "withdrawn", "p2": "withdrawn"}, {"p3"}),
        ({"p1": "withdrawn", "p2": "agreed"}, {"p2", "p3"}),
        ({"p1": "declined", "p2": "declined"}, {"p1", "p2", "p3"}),
        ({"p1": "declined", "p2": "proposed"}, {"p1", "p2", "p3"}),
        ({"p1": "declined", "p2": "withdrawn"}, {"p1", "p3"}),
    ],
)
def test_whatever_a_group_answers_nobody_is_lost(answers, placed):
    round = round_of(GROUP, TWO)
    before = Plan(
        visits=[Visit(host="v1", interns=("p1", "p2"), statuses=answers)], unplaced=[Unplaced(intern="p3")]
    )
    after = replan(round, before)
    assert {one for visit in after.visits for one in visit.interns} == placed
    at = {visit.host for visit in after.visits if {"p1", "p2"} & set(visit.interns)}
    assert at == ({"v2"} if answers["p1"] == "declined" else {"v1"} if "p2" in placed else set())
    assert check(round, after).holds
    assert replan(round, after).changes == ()


@pytest.mark.parametrize("order", list(permutations(("intern", "host", "both"))))
def test_in_whatever_order_people_and_hosts_leave_twice_each_plan_holds_and_its_replan_changes_nothing(order):
    round = random_round(10, 7, 4)
    plan = solve(round)
    for what in (*order, *order):
        visit = plan.visits[0]
        statuses = {one: "withdrawn" for one in visit.interns[:1]} if what != "host" else {}
        gone = {plan.visits[-1].host} if what != "intern" else set()
        visits = (visit.model_copy(update={"statuses": statuses}), *plan.visits[1:])
        hosts = tuple(host.model_copy(update={"min": 1}) for host in round.hosts if host.id not in gone)
        round = round.model_copy(update={"hosts": hosts})
        plan = replan(round, plan.model_copy(update={"visits": visits}))
        assert plan.status == "optimal"
        assert check(round, plan).holds
        assert replan(round, plan).changes == ()


def test_on_the_command_line_too_whoever_withdrew_is_out_until_the_plan_says_otherwise(tmp_path):
    """Score compares with the best plan without them; place tells it; nobody else's plan is illegal by it."""
    interns = [{"id": "p1", "group": "g"}, {"id": "p2", "group": "g"}, {"id": "p3"}]
    data = {"interns": interns, "hosts": [{"id": "v1", "max": 2}], "policy": {"preset": "bare"}}
    (tmp_path / "round.json").write_text(json.dumps(data), encoding="utf-8")
    before = plan_of(("v1", "v1", "proposed")).model_copy(
        update={
            "visits": (Visit(host="v1", interns=("p1", "p2"), status="withdrawn"),),
            "unplaced": (Unplaced(intern="p3"),),
        }
    )
    (tmp_path / "plan.json").write_text(before.model_dump_json(), encoding="utf-8")
    run("replan", tmp_path / "plan.json", tmp_path / "round.json", "-o", tmp_path / "new.xlsx")
    best = json.loads(run("score", tmp_path / "new.xlsx", tmp_path / "round.json", "--json").stdout)["best"]
    assert all(one["value"] == one["best"] for one in best["aims"])
    place = run(
        "place", tmp_path / "new.xlsx", tmp_path / "round.json", "--intern", "p1", "--lang", "en", code=2
    )
    assert "p1 has withdrawn" in place.stderr
    both = json.loads(
        run(
            "compare", tmp_path / "plan.json", tmp_path / "new.xlsx", tmp_path / "round.json", "--json"
        ).stdout
    )
    assert both["legal"] == [True, True]
