"""A plan that lives on: what is agreed stays, holes are filled, and each change has its reason."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from innopraktik_match.domain.issues import RoundError
from innopraktik_match.domain.plan import Plan, Visit
from innopraktik_match.domain.replanned import Spot, amended
from innopraktik_match.domain.round import Round
from innopraktik_match.measuring import check, score
from innopraktik_match.replanning import replan
from innopraktik_match.report.changes import change_lines
from innopraktik_match.solving import solve
from tests.random_rounds import random_round


def round_of(interns, hosts, **tables):
    policy = {"preset": "bare", **tables.pop("policy", {})}
    return Round.model_validate({"interns": interns, "hosts": hosts, "policy": policy, **tables})


def ids(letter, count):
    return [{"id": f"{letter}{n}"} for n in range(1, count + 1)]


def plan_of(*visits, **fields):
    return Plan(
        visits=[Visit(host=host, interns=(intern,), status=status) for intern, host, status in visits],
        **fields,
    )


def told(plan):
    def host(spot):
        return spot and spot.host

    return [(one.intern, host(one.before), host(one.after), one.why, one.whom) for one in plan.changes]


def test_a_plan_that_nothing_has_changed_stays_as_it_is():
    round = random_round(20, 12, 1)
    before = solve(round)
    after = replan(round, before)
    assert after.changes == ()
    assert {(v.host, v.interns) for v in after.visits} == {(v.host, v.interns) for v in before.visits}
    assert next(aim.value for aim in after.aims if aim.aim == "changes") == 0
    assert after.ancestor == before.sha256
    assert check(round, after).holds


def test_whoever_said_no_looks_for_another_and_so_does_the_host():
    round = round_of(ids("p", 2), ids("v", 2))
    after = replan(round, plan_of(("p1", "v1", "declined"), ("p2", "v2", "proposed")))
    assert told(after) == [("p1", "v1", "v2", "declined", None), ("p2", "v2", "v1", "moved_for", "p1")]
    again = replan(round, after)
    assert again.changes == ()  # p1 at v1 would be as good, were it not declined
    assert [(ban.intern, ban.host) for ban in again.replanned.bans] == [("p1", "v1")]


def test_whoever_withdrew_is_left_out_and_the_place_is_free():
    round = round_of(ids("p", 3), ids("v", 2), history=[{"intern": "p1", "host": "v2"}])
    after = replan(round, plan_of(("p1", "v1", "withdrawn"), ("p2", "v2", "proposed")))
    assert told(after) == [("p1", "v1", None, "withdrawn", None), ("p3", None, "v1", "new", None)]
    assert check(round, after).holds
    assert "p1" not in {left.intern for left in after.unplaced}


def test_whoever_is_no_longer_in_the_round_has_gone():
    round = round_of([{"id": "p2", "wishes": ["v9"]}], [{"id": "v2", "wishes": ["p1"]}])
    after = replan(round, plan_of(("p1", "v2", "proposed"), ("p2", "v9", "proposed")))
    assert told(after) == [
        ("p1", "v2", None, "withdrawn", None),
        ("p2", "v9", "v2", "host_withdrawn", None),
    ]
    assert check(round, after).holds


def test_what_is_agreed_stays_even_where_somebody_else_loses_by_it():
    interns = [{"id": "p1"}, {"id": "p2", "rejects": ["v2"]}]
    round = round_of(interns, ids("v", 2))
    before = plan_of(("p1", "v1", "agreed"))
    after = replan(round, before)
    assert told(after) == []
    assert [left.intern for left in after.unplaced] == ["p2"]
    free = replan(round, plan_of(("p1", "v1", "proposed")))
    assert told(free) == [("p1", "v1", "v2", "moved_for", "p2"), ("p2", None, "v1", "new", None)]


def test_the_policy_says_which_statuses_are_locked():
    interns = [{"id": "p1"}, {"id": "p2", "rejects": ["v2"]}]
    before = plan_of(("p1", "v1", "boss_ok"))
    moved = replan(round_of(interns, ids("v", 2)), before)
    assert moved.aims[1].value == 3
    rules = {"changes": {"mode": "off", "locked": ["agreed", "boss_ok"]}}
    kept = replan(round_of(interns, ids("v", 2), policy={"rules": rules}), before)
    assert kept.changes == ()
    assert kept.visits[0].status == "boss_ok"


def test_a_yes_stays_with_a_visit_that_stays():
    visit = Visit(host="v1", interns=("p1", "p2"), statuses={"p1": "boss_ok"})
    round = round_of(ids("p", 2), [{"id": "v1", "max": 2}])
    after = replan(round, Plan(visits=[visit]))
    assert after.visits == (visit.model_copy(update={"points": after.visits[0].points}),)
    assert check(round, after).holds


def test_frozen_nobody_moves_and_holes_are_filled():
    interns = [{"id": "p1"}, {"id": "p2", "rejects": ["v2"]}, {"id": "p3"}]
    round = round_of(interns, ids("v", 2))
    after = replan(round, plan_of(("p1", "v1", "proposed")), freeze=True)
    assert told(after) == [("p3", None, "v2", "new", None)]
    assert check(round, after).holds


@pytest.mark.parametrize(("most", "placed"), [(0, 3), (1, 3), (2, 4), (None, 4)])
def test_at_most_so_many_move(most, placed):
    """p4 only goes to v1: p1 must make room for v2, and p2 for v4."""
    interns = [
        {"id": "p1", "rejects": ["v3", "v4"]},
        {"id": "p2", "rejects": ["v1", "v3"]},
        {"id": "p3", "rejects": ["v1", "v2", "v4"]},
        {"id": "p4", "rejects": ["v2", "v3", "v4"]},
    ]
    round = round_of(interns, ids("v", 4))
    before = plan_of(("p1", "v1", "proposed"), ("p2", "v2", "proposed"), ("p3", "v3", "proposed"))
    after = replan(round, before, changes=most)
    assert after.aims[0].value == placed
    assert after.status == "optimal"
    assert check(round, after).holds
    if placed == 4:
        assert told(after) == [
            ("p1", "v1", "v2", "moved_for", "p4"),
            ("p2", "v2", "v4", "moved_for", "p4"),
            ("p4", None, "v1", "new", None),
        ]


def test_a_visit_that_would_break_a_rule_now_is_no_longer_possible():
    round = round_of([{"id": "p1"}], [{"id": "v1", "rejects": ["p1"]}, {"id": "v2"}])
    assert told(replan(round, plan_of(("p1", "v1", "proposed")))) == [
        ("p1", "v1", "v2", "no_longer_possible", None)
    ]
    with pytest.raises(RoundError) as error:
        replan(round, plan_of(("p1", "v1", "agreed")))
    (issue,) = error.value.issues
    assert (issue.code, issue.places[0].table, issue.places[0].row) == ("lock_banned", "visits", 1)


def test_whoever_travels_along_is_told_with_whom():
    """p1 said no to v1; p2 is of the same group, and so cannot stay there either."""
    interns = [{"id": one, "group": "hold A"} for one in ("p1", "p2")]
    round = round_of(interns, [{"id": "v1", "max": 2}, {"id": "v2", "max": 2}])
    before = Plan(
        visits=[Visit(host="v1", interns=("p1", "p2"), statuses={"p1": "declined", "p2": "proposed"})]
    )
    plan = replan(round, before)
    assert told(plan) == [
        ("p1", "v1", "v2", "declined", None),
        ("p2", "v1", "v2", "no_longer_possible", "p1"),
    ]
    assert check(round, plan).holds
    assert change_lines(round, plan, "da")[-1].endswith("(rejser sammen med p1)")
    for whom in ("p2", "p9"):
        faults = check(round, forged(plan, 1, whom=whom)).faults
        assert {fault.code for fault in faults} == {"changes_differ"}


def test_what_is_no_longer_possible_does_not_count_as_a_move():
    """p1 can only come in week 38 now, and v2 takes one less: three must change, and nobody else may."""
    weeks = {"weeks": ["2026-W37", "2026-W38"]}
    round = round_of([{"id": "p1", "weeks": ["2026-W38"]}, *ids("p", 4)[1:]], ids("v", 3), policy=weeks)
    before = [
        Visit(host="v1", week="2026-W37", interns=("p1",)),
        Visit(host="v2", week="2026-W37", interns=("p2", "p3")),
        Visit(host="v3", week="2026-W37", interns=("p4",)),
    ]
    after = replan(round, Plan(visits=before), changes=0)
    assert after.status == "optimal"
    assert "p4" not in {change.intern for change in after.changes}
    assert [one.why for one in after.changes if one.before] == ["no_longer_possible"] * 2


def test_another_week_is_a_change_and_a_week_nobody_named_is_none():
    weeks = {"weeks": ["2026-W37", "2026-W38"]}
    round = round_of([{"id": "p1", "weeks": ["2026-W38"]}], ids("v", 1), policy=weeks)
    visit = Visit(host="v1", week="2026-W37", interns=("p1",))
    (change,) = replan(round, Plan(visits=[visit])).changes
    assert (change.before.week, change.after.week, change.why) == (
        "2026-W37",
        "2026-W38",
        "no_longer_possible",
    )
    assert replan(round, plan_of(("p1", "v1", "proposed"))).changes == ()


def test_to_amend_a_round_twice_changes_nothing_more():
    round = random_round(20, 12, 2)
    before = solve(round)
    some = [
        v.model_copy(update={"status": "declined" if n % 3 else "withdrawn"})
        for n, v in enumerate(before.visits)
    ]
    terms = replan(round, before.model_copy(update={"visits": tuple(some)}), changes=3).replanned
    once = amended(round, terms)
    assert amended(once, terms) == once


def test_plans_without_an_ancestor_say_nothing_of_one():
    plan = solve(round_of(ids("p", 1), ids("v", 1)))
    data = plan.model_dump(mode="json")
    assert not {"changes", "ancestor", "replanned"} & data.keys()
    assert "statuses" not in data["visits"][0]
    after = replan(round_of(ids("p", 1), ids("v", 1)), plan).model_dump(mode="json")
    assert (after["changes"], after["ancestor"]) == ([], plan.sha256)


def forged(plan, number, **fields):
    changes = list(plan.changes)
    changes[number] = changes[number].model_copy(update=fields)
    return plan.model_copy(update={"changes": tuple(changes)}).sealed()


def test_changes_that_are_not_so_are_told():
    """p1 said no and takes v2; p2 moves to v1 for p1; p3 is new at v3; p4 has withdrawn; p5 has lost v9."""
    round = round_of(ids("p", 5), ids("v", 4))
    before = plan_of(
        ("p1", "v1", "declined"), ("p2", "v2", "boss_ok"), ("p4", "v3", "withdrawn"), ("p5", "v9", "proposed")
    )
    plan = replan(round, before)
    assert check(round, plan).holds
    for number, change in enumerate(plan.changes):
        others = {"withdrawn", "host_withdrawn", "declined", "new", "better"} - {change.why}
        wrong = [{"why": why} for why in sorted(others)]
        wrong += [{"whom": "p9"}, {"after": None if change.after else Spot(host="v1")}, {"intern": "p9"}]
        for fields in wrong:
            codes = {fault.code for fault in check(round, forged(plan, number, **fields)).faults}
            assert codes == {"changes_differ"} or change.why in ("better", "moved_for"), fields
    fewer = plan.model_copy(update={"changes": plan.changes[1:]}).sealed()
    assert [fault.code for fault in check(round, fewer).faults] == ["changes_differ"]
    founded = plan.model_copy(update={"replanned": None}).sealed()
    assert "changes_unfounded" in {
        fault.code for fault in check(amended(round, plan.replanned), founded).faults
    }


def test_whoever_withdraws_from_one_of_several_visits_keeps_the_others():
    aims = {"aims": ["placed", "visits", "points"]}
    round = round_of([{"id": "p1", "visits": 2}], ids("v", 3), policy=aims)
    after = replan(round, plan_of(("p1", "v1", "withdrawn"), ("p1", "v2", "agreed")))
    assert told(after) == [("p1", "v1", "v3", "withdrawn", None)]
    assert check(round, after).holds


@settings(max_examples=20)
@given(st.data())
def test_agreed_visits_are_kept_whatever_is_withdrawn(data):
    round = random_round(8, 6, data.draw(st.integers(0, 5)))
    before = solve(round)
    statuses = st.sampled_from(["proposed", "boss_ok", "host_ok", "agreed", "declined", "withdrawn"])
    visits = tuple(
        visit.model_copy(update={"statuses": {intern: data.draw(statuses) for intern in visit.interns}})
        for visit in before.visits
    )
    gone = data.draw(st.sets(st.sampled_from([intern.id for intern in round.interns]), max_size=4))
    agreed = {
        (intern, visit.host, visit.week, visit.days)
        for visit in visits
        for intern in visit.interns
        if visit.status_of(intern) == "agreed" and intern not in gone
    }
    rest = round.model_copy(update={"interns": tuple(one for one in round.interns if one.id not in gone)})
    after = replan(rest, before.model_copy(update={"visits": visits}))
    if after.status == "infeasible":  # a host that takes two or more has too few left
        assert any(host.min > 1 for host in round.hosts)
        return
    now = {(intern, v.host, v.week, v.days) for v in after.visits for intern in v.interns}
    assert agreed <= now
    changed = [(one.intern, one.before) for one in after.changes if one.before]
    assert agreed.isdisjoint((intern, spot.host, spot.week, spot.days) for intern, spot in changed)
    assert check(rest, after).holds
    assert score(rest, after).legal
