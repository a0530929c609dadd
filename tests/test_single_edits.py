"""A sealed plan with any one thing changed and sealed again: it is told, or it changes nothing vouched for."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from innopraktik_match.domain.plan import Plan, with_statuses
from innopraktik_match.domain.replanned import amended
from innopraktik_match.domain.round import Round, Status
from innopraktik_match.measuring import check
from innopraktik_match.replanning import replan
from innopraktik_match.solving import solve

EXAMPLES = max(300, settings().max_examples)
NOT_VOUCHED = {"seconds", "version", "stopped_by", "solver", "ancestor", "input_sha256", "sha256"}
"""What a change of leaves a plan as good as it was; `check` names those that a plan states."""


def crowded() -> Round:
    """Two more than there are places, wishes, a lock, a ban, weeks and lengths, a group."""
    interns = [
        {"id": f"p{n}", "sector": ("state", "region")[n % 2], "workplace": f"w{n % 4}", "days": 1 + n % 3}
        | ({"wishes": [f"v{n % 5}", f"v{(n + 1) % 5}"]} if n % 3 else {})
        | ({"group": "g"} if n in (3, 4) else {})
        | ({"weeks": ["2026-W37"]} if n % 2 else {})
        for n in range(11)
    ]
    hosts = [
        {"id": f"v{n}", "sector": "municipality", "max": 1 + n % 3, "days": "1-3", "workplace": f"h{n}"}
        for n in range(5)
    ]
    return Round.model_validate(
        {
            "interns": interns,
            "hosts": hosts,
            "bans": [{"intern": "p1", "host": "v1"}],
            "locks": [{"intern": "p2", "host": "v2", "status": "boss_ok"}],
            "policy": {"weeks": ["2026-W37", "2026-W38"], "aims": ["placed", "worst_off", "points"]},
        }
    )


def impossible() -> Round:
    return Round.model_validate(
        {
            "interns": [{"id": "p1"}, {"id": "p2"}],
            "hosts": [{"id": "v1"}],
            "policy": {"preset": "bare", "rules": {"placed": {"mode": "hard"}}},
        }
    )


ROUNDS = {"crowded": crowded, "impossible": impossible, "replanned": crowded}


@cache
def solved(name: str) -> tuple[Round, Plan]:
    round = ROUNDS[name]()
    plan = solve(round)
    return round, replan(round, answered(plan), changes=4) if name == "replanned" else plan


def answered(plan: Plan) -> Plan:
    """One in four withdraws, one says no, one says yes."""
    said: list[Status] = ["withdrawn", "declined", "boss_ok", "proposed"]
    interns = sorted({intern for visit in plan.visits for intern in visit.interns} - {"p2"})
    of = {intern: said[number % 4] for number, intern in enumerate(interns)} | {"p2": "proposed"}
    visits = [with_statuses(visit, {one: of[one] for one in visit.interns}) for visit in plan.visits]
    return plan.model_copy(update={"visits": tuple(visits)})


def leaves(data: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every value of a JSON object, the lists and objects in it as well."""
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [path, *(leaf for name, value in inner for leaf in leaves(value, (*path, name)))]


@st.composite
def edits(draw: st.DrawFn, data: dict[str, Any]) -> tuple[tuple[Any, ...], dict[str, Any]]:
    """One value changed, left out, doubled or swapped with another of its kind."""
    path = draw(st.sampled_from(leaves(data)[1:]))
    changed = json.loads(json.dumps(data))
    inner = changed
    for part in path[:-1]:
        inner = inner[part]
    value, last = inner[path[-1]], path[-1]
    alike = [one for one in leaves(data)[1:] if one[-1] == last or isinstance(last, int)]
    other: Any = data
    for part in draw(st.sampled_from(alike)):
        other = other[part]
    if isinstance(value, bool):
        inner[last] = not value
    elif isinstance(value, int):
        inner[last] = draw(st.sampled_from([value + 1, value - 1, 0, -value, None]))
    elif isinstance(value, str):
        inner[last] = draw(st.sampled_from([other, "", value + "x", "agreed", "optimal", "feasible", None]))
    elif isinstance(value, list):
        inner[last] = draw(st.sampled_from([[], value[1:], value + value[:1], value[::-1], other]))
    elif isinstance(inner, list):
        inner[last] = other
    else:
        inner[last] = draw(st.sampled_from([None, other]))
    return path, changed


@pytest.mark.parametrize("name", ROUNDS)
@settings(max_examples=EXAMPLES)
@given(data=st.data())
def test_no_single_change_of_what_is_vouched_for_passes(name, data):
    round, plan = solved(name)
    original = plan.model_dump(mode="json")
    path, changed = data.draw(edits(original))
    try:
        edited = Plan.model_validate(changed).sealed()
    except ValidationError:
        return
    report = check(round, edited)
    if report.holds and edited.lottery is None and plan.lottery is not None:
        assert "lottery" in report.unvouched
    elif report.holds and path[0] == "replanned":  # what the plan before said of those who have gone
        assert amended(round, edited.replanned).sha256() == edited.input_sha256
        assert "ancestor" in report.unvouched
    elif report.holds:
        assert NOT_VOUCHED & {str(part) for part in path} or same(plan, edited), path


def same(plan: Plan, edited: Plan) -> bool:
    """Whether two plans say the same: order, and what one of them leaves out, set aside."""

    def said(one: Plan) -> Any:
        data = one.model_dump(mode="json", exclude={"sha256", "proof"})
        for left in data["unplaced"]:
            left["reasons"].sort(key=str)
        for lists in ("visits", "unplaced", "unused_hosts", "aims"):
            data[lists].sort(key=str)
        (data.get("changes") or []).sort(key=str)
        for some in (data.get("replanned") or {}).values():
            if isinstance(some, list):
                some.sort(key=str)
        for conflict in data["impossible"]:
            for rows in ("demands", "limits"):
                conflict[rows].sort()
        for visit in data["visits"]:
            visit["interns"].sort()
        return data

    mine, theirs = said(plan), said(edited)
    for one, other in zip(mine["unplaced"], theirs["unplaced"], strict=False):
        other["reasons"] = other["reasons"] or one["reasons"]
    for one, other in zip(mine["aims"], theirs["aims"], strict=False):
        if other["bound_by_prices"] is None:
            other["bound_by_prices"] = one["bound_by_prices"]
    return mine == theirs


def test_what_nobody_can_count_again_is_named():
    round, plan = solved("crowded")
    assert {"seconds", "version"} <= set(check(round, plan).unvouched)
    assert plan.lottery.proven
    assert "lottery" not in check(round, plan).unvouched
    without = plan.model_copy(update={"lottery": None}).sealed()
    assert "lottery" in check(round, without).unvouched


def test_a_plan_that_calls_itself_best_and_names_no_aims_is_told():
    round, plan = solved("crowded")
    few = plan.model_copy(update={"aims": (), "visits": plan.visits[:1], "proof": None, "points_by_rule": {}})
    assert {fault.code for fault in check(round, few.sealed()).faults} >= {"aims_differ", "unplaced_differs"}
