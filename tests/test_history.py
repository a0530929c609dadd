"""The line of plans in a folder: what came from what, what happened between, and who moved."""

from __future__ import annotations

import json
import re

import pytest

from innopraktik_match.domain.plan import Plan, Visit
from innopraktik_match.domain.round import Round
from innopraktik_match.measuring import check
from innopraktik_match.replanning import replan
from innopraktik_match.report.trail import plans_in, trail_lines
from innopraktik_match.solving import solve
from tests.test_replan_cli import run


def people(letter, *numbers):
    return [{"id": f"{letter}{n}"} for n in numbers]


def round_of(interns, hosts):
    return Round.model_validate({"interns": interns, "hosts": hosts, "policy": {"preset": "bare"}})


def written(folder, name, plan):
    (folder / name).write_text(plan.model_dump_json(), encoding="utf-8")


def answered(plan, **statuses):
    visits = [
        visit.model_copy(update={"status": statuses.get(visit.interns[0], visit.status)})
        for visit in plan.visits
    ]
    return plan.model_copy(update={"visits": tuple(visits)})


def first_and_next():
    """Of p1, p2 and p3, p1 says yes, p2 no; v3 is out, p4 and v4 are new."""
    interns = [
        {"id": "p1", "rejects": ["v2", "v3"]}, {"id": "p2", "rejects": ["v1", "v3"]}, {"id": "p3", "rejects": ["v1", "v2"]},
    ]  # fmt: skip
    first = solve(round_of(interns, people("v", 1, 2, 3)))
    now = round_of([*interns, {"id": "p4"}], people("v", 1, 2, 4))
    return first, now, replan(now, answered(first, p1="agreed", p2="declined"))


def happened(plan):
    return [(event.what, event.intern, event.host) for event in plan.replanned.events]


def test_a_plan_says_what_has_happened_since_the_one_before():
    _, now, plan = first_and_next()
    assert happened(plan) == [
        ("agreed", "p1", "v1"),
        ("declined", "p2", "v2"),
        ("host_withdrawn", None, "v3"),
        ("signed_up", "p4", None),
        ("host_signed_up", None, "v4"),
    ]
    assert check(now, plan).holds
    assert happened(replan(now, plan)) == []  # p1 had agreed before


def test_of_a_list_made_by_hand_nobody_is_known_to_be_new():
    by_hand = Plan(visits=[Visit(host="v1", interns=("p1",), status="agreed")])
    plan = replan(round_of(people("p", 1, 2), people("v", 1, 2)), by_hand)
    assert happened(plan) == [("agreed", "p1", "v1")]


def test_plans_stand_in_the_order_in_which_they_were_made_from_each_other(tmp_path):
    first, now, plan = first_and_next()
    other = replan(now, plan, changes=1)
    later = plan.model_copy(update={"made": "2026-08-03T10:15+02:00"}).sealed()
    last = replan(now, later).model_copy(update={"made": "2026-08-04T09:00+02:00"}).sealed()
    for name, one in (("c.json", first), ("b.json", later), ("a.json", last), ("b2.json", later)):
        written(tmp_path, name, one)
    written(tmp_path, "lost.json", other)
    (tmp_path / "round.json").write_text(now.model_dump_json(), encoding="utf-8")
    (tmp_path / "half.json").write_text('{"visits": [], "sha256"', encoding="utf-8")
    (tmp_path / "no.xlsx").write_bytes(b"PK\x03\x04 nothing")
    steps = plans_in(tmp_path)
    line = [(step.files, step.depth) for step in steps if step.files != ("lost.json",)]
    assert line == [(("c.json",), 0), (("b.json", "b2.json"), 1), (("a.json",), 2)]
    told = "\n".join(trail_lines(steps, "en"))
    for word in (
        "2026-08-03 10:15  b.json, b2.json – 3 placed",
        "Made from: c.json",
        "Agreed: p1 – v1",
        "Said no: p2 – v2",
        "Hosts that withdrew: v3",
        "Signed up: p4",
        "The plan before is not in the folder",
    ):
        assert word in told
    assert "03.08.2026 10.15" in "\n".join(trail_lines(steps, "da"))


def test_the_command_shows_the_line_with_dates(tmp_path):
    round, now = (tmp_path / name for name in ("round.json", "now.json"))
    round.write_text(round_of(people("p", 1, 2), people("v", 1, 2)).model_dump_json(), encoding="utf-8")
    now.write_text(round_of(people("p", 2), people("v", 1, 2)).model_dump_json(), encoding="utf-8")
    folder = tmp_path / "planer"
    folder.mkdir()
    run("solve", round, "-o", folder / "plan.xlsx")
    run("replan", folder / "plan.xlsx", now, "-o", folder / "ny.json")
    done = run("history", folder, "--json", "--lang", "en")
    first, second = json.loads(done.stdout)["plans"]
    assert (first["files"], second["files"]) == (["plan.xlsx"], ["ny.json"])
    assert (first["ancestor"], second["ancestor"]) == (None, first["sha256"])
    assert second["events"] == [{"what": "withdrawn", "intern": "p1", "host": None}]
    assert [one["why"] for one in second["changes"]] == ["withdrawn"]
    assert all(
        re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d[+-]\d\d:\d\d", one["made"]) for one in (first, second)
    )
    assert "Withdrew: p1" in done.stderr
    run("verify", folder / "plan.xlsx", round)
    run("verify", folder / "ny.json", now)
    (tmp_path / "empty").mkdir()
    assert "ingen planer" in run("history", tmp_path / "empty").stderr
    run("history", tmp_path / "nowhere", code=2)


def test_a_choice_that_is_taken_follows_its_plan(tmp_path):
    round = tmp_path / "round.json"
    round.write_text(round_of(people("p", 1), people("v", 1, 2)).model_dump_json(), encoding="utf-8")
    run("solve", round, "-o", tmp_path / "plan.json")
    run(
        "place", tmp_path / "plan.json", round, "--intern", "p1", "--take", "1", "-o", tmp_path / "taken.json"
    )
    before, after = (json.loads((tmp_path / name).read_text("utf-8")) for name in ("plan.json", "taken.json"))
    assert after["ancestor"] == before["sha256"]
    run("verify", tmp_path / "taken.json", round)
    assert [(step.files, step.depth) for step in plans_in(tmp_path)] == [
        (("plan.json",), 0),
        (("taken.json",), 1),
    ]


@pytest.mark.parametrize(("where", "ending"), [("beside", ".xlsx"), ("beside", ".json"), ("over", ".json")])
def test_solve_beside_an_older_plan_says_that_there_is_replan(tmp_path, where, ending):
    round = tmp_path / "round.json"
    round.write_text(round_of(people("p", 1), people("v", 1)).model_dump_json(), encoding="utf-8")
    old = tmp_path / f"plan{ending}"
    assert "replan" not in run("solve", round, "-o", old).stderr
    out = old if where == "over" else tmp_path / "new.json"
    told = run("solve", round, "-o", out, "--force", "--lang", "en").stderr
    new = tmp_path / f"plan-2{ending}" if where == "over" else out
    assert f"innopraktik-match replan {old} {round} -o {new}" in " ".join(told.split())


def test_a_plan_of_other_people_is_no_older_plan(tmp_path):
    for name, people_ in (("a", people("p", 1, 2)), ("b", people("q", 1, 2))):
        path = tmp_path / f"round_{name}.json"
        path.write_text(round_of(people_, people("v", 1, 2)).model_dump_json(), encoding="utf-8")
        assert "replan" not in run("solve", path, "-o", tmp_path / f"plan_{name}.json").stderr
