"""The way back: the plan before, with the answers since, found by its hash."""

from __future__ import annotations

import json

import pytest

from innopraktik_match.domain.plan import Plan, Visit
from innopraktik_match.replanning.undoing import undone
from tests.test_replan_cli import run


def statuses(plan):
    return {(one, visit.host): visit.status_of(one) for visit in plan.visits for one in visit.interns}


def test_answers_belong_to_their_visit_and_whoever_withdrew_has_withdrawn():
    """p1 was moved and withdrew, p2 stayed and agreed, p3 was moved and said yes to that alone."""
    before = Plan(
        visits=[
            Visit(host="v1", interns=("p1", "p2")),
            Visit(host="v2", interns=("p3",)),
        ]
    )
    plan = Plan(
        visits=[
            Visit(host="v1", interns=("p2",), status="agreed"),
            Visit(host="v3", interns=("p1",), status="withdrawn"),
            Visit(host="v4", interns=("p3",), status="boss_ok"),
        ]
    )
    found = undone(before, plan)
    assert statuses(found) == {("p1", "v1"): "withdrawn", ("p2", "v1"): "agreed", ("p3", "v2"): "proposed"}
    assert undone(before, before) is before


@pytest.fixture
def line(tmp_path):
    """Three plans, each made from the one before: p2 comes, then p3."""
    before = None
    for number, name in enumerate(("first", "second", "third"), 1):
        interns = [{"id": f"p{n}"} for n in range(1, number + 1)]
        round = json.dumps({"interns": interns, "hosts": [{"id": "v1"}, {"id": "v2"}]})
        (tmp_path / f"round{number}.json").write_text(round, encoding="utf-8")
        command = ("replan", tmp_path / f"{before}.json") if before else ("solve",)
        run(*command, tmp_path / f"round{number}.json", "-o", tmp_path / f"{name}.json")
        before = name
    return tmp_path


def test_back_is_the_plan_before_and_twice_back_the_one_before_that(line):
    done = run(
        "replan", line / "third.json", line / "round3.json", "--back", "-o", line / "b.json", "--lang", "en"
    )
    assert "Back to the plan before" in done.stderr
    assert (line / "b.json").read_bytes() == (line / "second.json").read_bytes()
    run("replan", line / "b.json", line / "round3.json", "--back", "-o", line / "c.json")
    run("verify", line / "c.json", line / "round1.json")
    told = json.loads(run("replan", line / "b.json", line / "round3.json", "--back", "--json").stdout)
    assert told["sha256"] == json.loads((line / "first.json").read_text("utf-8"))["sha256"]


def test_where_there_is_no_way_back_that_is_said(line, tmp_path_factory):
    round = line / "round3.json"
    assert "no way back" in run("replan", line / "first.json", round, "--back", "--lang", "en", code=2).stderr
    alone = run("replan", line / "third.json", round, "--back", "--freeze", "--lang", "en", code=2)
    assert "stands alone" in alone.stderr
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "third.json"
    elsewhere.write_bytes((line / "third.json").read_bytes())
    assert "neither in the folder" in run("replan", elsewhere, round, "--back", "--lang", "en", code=2).stderr


def test_an_answer_survives_the_way_back_and_the_next_plan(line):
    """One of the two who have a visit withdraws, the other agrees; after the way back p3 gets the place."""
    third = Plan.model_validate_json((line / "third.json").read_text("utf-8"))
    said = {"p1": "withdrawn", "p2": "agreed"}
    visits = tuple(
        visit.model_copy(update={"status": said.get(visit.interns[0], "proposed")}) for visit in third.visits
    )
    answered = third.model_copy(update={"visits": visits})
    (line / "answered.json").write_text(answered.model_dump_json(), encoding="utf-8")
    run("replan", line / "answered.json", line / "round3.json", "--back", "-o", line / "b.xlsx")
    run("replan", line / "b.xlsx", line / "round3.json", "-o", line / "fourth.json")
    plan = Plan.model_validate_json((line / "fourth.json").read_text("utf-8"))
    assert {one: status for (one, _), status in statuses(plan).items()} == {"p2": "agreed", "p3": "proposed"}
    run("verify", line / "fourth.json", line / "round3.json")
