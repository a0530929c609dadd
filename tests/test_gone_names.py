"""Whoever has gone is still called by name: in what a replan says, in its workbook, in a comparison."""

from __future__ import annotations

import json

from openpyxl import load_workbook

from innopraktik_match.domain.plan import Plan, Visit
from innopraktik_match.domain.round import Round
from innopraktik_match.replanning.comparing import compare
from tests.test_replan_cli import run

INTERNS = [{"id": "p1", "name": "Ane Holm"}, {"id": "p2", "name": "Bo Lund"}]
HOSTS = [{"id": "v1", "name": "Museet"}, {"id": "v2", "name": "Havnen"}]


def told_of(tmp_path):
    """Plan for both; then Ane and the host of Bo are no longer in the lists."""
    first = {"interns": INTERNS, "hosts": HOSTS}
    (tmp_path / "round.json").write_text(json.dumps(first), encoding="utf-8")
    run("solve", tmp_path / "round.json", "-o", tmp_path / "plan.xlsx")
    plan = json.loads(run("solve", tmp_path / "round.json", "--json").stdout)
    gone = next(visit["host"] for visit in plan["visits"] if visit["interns"] == ["p2"])
    now = {"interns": INTERNS[1:], "hosts": [host for host in HOSTS if host["id"] != gone]}
    (tmp_path / "now.json").write_text(json.dumps(now), encoding="utf-8")
    command = "replan", tmp_path / "plan.xlsx", tmp_path / "now.json", "-o", tmp_path / "new.xlsx"
    return run(*command), next(host for host in HOSTS if host["id"] == gone)


def test_on_the_screen_in_the_workbook_and_in_a_comparison(tmp_path):
    done, host = told_of(tmp_path)
    label = f"{host['name']} ({host['id']})"
    assert "Ane Holm (p1): " in done.stderr
    assert f"Bo Lund (p2): {label}" in done.stderr
    sheet = load_workbook(tmp_path / "new.xlsx")["Ændringer"]
    cells = {cell for row in sheet.iter_rows(values_only=True) for cell in row}
    assert {"Ane Holm (p1)", label} <= cells
    run("verify", tmp_path / "new.xlsx", tmp_path / "now.json")
    both = run("compare", tmp_path / "plan.xlsx", tmp_path / "new.xlsx", tmp_path / "now.json").stderr
    assert "Ane Holm (p1): " in both
    assert label in both
    history = run("history", tmp_path).stderr
    assert "Har trukket sig: Ane Holm (p1)" in history


def test_a_plan_says_no_name_of_anybody_who_is_in_the_round(tmp_path):
    told_of(tmp_path)
    run("replan", tmp_path / "plan.xlsx", tmp_path / "now.json", "-o", tmp_path / "new.json")
    plan = json.loads((tmp_path / "new.json").read_text("utf-8"))
    assert plan["replanned"]["intern_names"] == {"p1": "Ane Holm"}
    run("replan", tmp_path / "new.json", tmp_path / "now.json", "-o", tmp_path / "third.json")
    assert "Ane Holm" not in (tmp_path / "third.json").read_text("utf-8")


def test_nobody_gains_or_loses_by_leaving_and_a_visit_to_a_lost_host_is_told():
    round = Round(interns=[{"id": "p1"}], hosts=[{"id": "v1"}])
    one = Plan(visits=[Visit(host="v9", interns=("p1",)), Visit(host="v1", interns=("p9",))])
    other = Plan(visits=[Visit(host="v1", interns=("p1",))])
    shifts = compare(round, one, other).shifts
    told = [(one.intern, [spot.host for spot in one.before], one.gains, one.moves) for one in shifts]
    assert told == [("p1", ["v9"], 0, True), ("p9", ["v1"], 0, True)]
