"""What further changes would buy: every point is the best of all plans with as many changes."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from threading import Event

from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from innopraktik_match.domain.plan import Plan, Visit
from innopraktik_match.domain.replanned import amended
from innopraktik_match.domain.round import Round
from innopraktik_match.domain.trade import TradePoint
from innopraktik_match.measuring import check, score
from innopraktik_match.replanning import replan
from innopraktik_match.replanning.trading import MOST_POINTS, _steps, trade
from innopraktik_match.report.trade import trade_grid, trade_lines, trade_svg
from tests.brute_force import legal_plans
from tests.test_replan_cli import run


def ids(letter, count):
    return [{"id": f"{letter}{n}"} for n in range(1, count + 1)]


def circle(points):
    """Four sit in their own places, and each would rather have the next one's: `points` dearer as it is."""
    pairs = [{"intern": f"p{n}", "host": f"v{n}", "points": points} for n in range(1, 5)]
    rules = {"pair_points": {"mode": "soft"}}
    return Round.model_validate(
        {"interns": ids("p", 4), "hosts": ids("v", 5), "pairs": pairs,
         "policy": {"preset": "bare", "rules": rules}}
    )  # fmt: skip


def seated(*pairs):
    return Plan(visits=[Visit(host=host, interns=(intern,)) for intern, host in pairs])


BEFORE = seated(*((f"p{n}", f"v{n}") for n in range(1, 5)))


def test_each_change_buys_what_it_is_worth():
    """v5 is free: one can go there, two can swap, three, four can turn round."""
    points = trade(circle(9), BEFORE)
    assert [(one.moves, one.aims["points"]) for one in points] == [(0, 36), (1, 27), (2, 18), (3, 9), (4, 0)]
    assert all(one.proven and one.aims["placed"] == 4 for one in points)


def test_what_buys_nothing_is_not_told():
    points = trade(circle(0), BEFORE)
    assert [(one.moves, dict(one.aims)) for one in points] == [(0, {"placed": 4, "points": 0})]
    assert "Further changes would buy nothing." in "\n".join(trade_lines(points, "en"))


@settings(max_examples=25)
@given(
    st.lists(st.integers(0, 20), min_size=9, max_size=9),
    st.permutations(["v1", "v2", "v3"]),
    st.sampled_from(["proposed", "boss_ok", "agreed"]),
)
def test_no_plan_with_as_many_changes_is_better(points, hosts, status):
    pairs = [
        {"intern": f"p{n // 3 + 1}", "host": f"v{n % 3 + 1}", "points": one} for n, one in enumerate(points)
    ]
    round = Round.model_validate(
        {"interns": ids("p", 3), "hosts": ids("v", 3), "pairs": pairs,
         "policy": {"preset": "bare", "rules": {"pair_points": {"mode": "soft"}}}}
    )  # fmt: skip
    before = seated(*zip(("p1", "p2"), hosts, strict=False))
    visits = (before.visits[0].model_copy(update={"status": status}), *before.visits[1:])
    before = before.model_copy(update={"visits": visits})
    agreed = {("p1", hosts[0])} if status == "agreed" else set()
    planned = {("p1", hosts[0]), ("p2", hosts[1])}
    all_plans = []
    for plan in legal_plans(round):
        now = {(one, visit.host) for visit in plan for one in visit.interns}
        if agreed <= now:
            found = score(round, plan)
            all_plans.append((len(planned - now), -found.aims["placed"], found.aims["points"]))
    curve = trade(round, before)
    for most in range(3):
        best = min(told[1:] for told in all_plans if told[0] <= most)
        reached = [one for one in curve if one.moves <= most][-1]
        assert (-reached.aims["placed"], reached.aims["points"]) == best


def test_a_point_is_what_replan_reaches_with_as_many_changes():
    for point in trade(circle(9), BEFORE):
        plan = replan(circle(9), BEFORE, changes=point.moves)
        assert {aim.aim: aim.value for aim in plan.aims if aim.aim != "changes"} == point.aims
        assert [aim.aim for aim in plan.aims][-1] == "changes"
        assert len(plan.changes) == point.moves


def test_without_time_there_are_no_points():
    assert trade(circle(9), BEFORE, time_limit=0) == ()
    assert trade_lines((), "da") == [
        "Hvad flere ændringer ville give:",
        "  Der var ikke tid til at regne det ud.",
    ]


def test_whoever_interrupts_one_point_interrupts_them_all():
    stop = Event()
    stop.set()
    points = trade(circle(9), BEFORE, cancel=stop)
    assert len(points) <= 1
    assert not any(point.proven for point in points)


def test_long_curves_have_few_points_the_closest_where_few_change():
    assert _steps(3) == [0, 1, 2, 3]
    steps = _steps(1000)
    assert len(steps) <= MOST_POINTS
    assert (steps[0], steps[-1]) == (0, 1000)
    assert all(b - a <= c - b for a, b, c in zip(steps, steps[1:], steps[2:], strict=False))


CURVE = (
    TradePoint(moves=0, aims={"placed": 70, "points": 20000}, proven=True),
    TradePoint(moves=2, aims={"placed": 71, "points": 19000}, proven=True),
    TradePoint(moves=5, aims={"placed": 71, "points": 18990}, proven=False),
)


def test_the_table_says_what_each_point_buys():
    lines = trade_lines(CURVE, "en")
    assert lines[1].split("  ") == ["", "Visits changed", "Placed", "Points", "Buys more than the line above"]
    assert lines[3].split(maxsplit=3) == ["2", "71", "19,000", "Placed: 1 more; Points: 1000 fewer"]
    assert lines[4].split()[:3] == ["5", "~71", "~18990"]
    assert lines[-1] == "  Figures with ~ are not proven; time ran out."
    assert trade_grid(CURVE, "da").rows[1] == (2, 71, 19000, "Med besøg: 1 flere; Point: 1000 færre")


def test_the_picture_has_a_panel_for_each_aim_that_changes_and_tells_its_figures():
    root = ET.fromstring(trade_svg(CURVE, "en"))
    space = "{http://www.w3.org/2000/svg}"
    assert root.find(f"{space}title").text == "What further changes would buy"
    assert "71, 19,000" in root.find(f"{space}desc").text
    assert len(root.findall(f"{space}circle")) == 2 * len(CURVE)
    words = [one.text for one in root.findall(f"{space}text")]
    assert {"Interns with a visit", "Total points (fewer is better)", "70", "71", "20,000"} <= set(words)
    for one in root.findall(f"{space}circle"):
        assert 0 <= float(one.get("cx")) <= 640


def test_the_command_tells_writes_and_draws_the_curve(tmp_path):
    round, before = tmp_path / "round.json", tmp_path / "before.json"
    round.write_text(circle(9).model_dump_json(), encoding="utf-8")
    before.write_text(BEFORE.model_dump_json(), encoding="utf-8")
    for name in ("new.json", "new.xlsx"):
        done = run("replan", before, round, "-o", tmp_path / name, "--trade", "--lang", "en", "--force")
        assert "Buys more than the line above" in done.stderr
        assert (tmp_path / "new.svg").read_text("utf-8").startswith("<svg")
        run("verify", tmp_path / name, round)
    sheet = load_workbook(tmp_path / "new.xlsx")["More changes"]
    assert [row[0].value for row in sheet.iter_rows(min_row=5)] == [0, 1, 2, 3, 4]
    told = json.loads((tmp_path / "new.json").read_text("utf-8"))["trade"]
    assert told[4] == {"moves": 4, "aims": {"placed": 4, "points": 0}, "proven": True}
    run("replan", before, round, "-o", tmp_path / "new.csv", "--trade", code=6)  # new.svg is there


def test_the_curve_is_part_of_the_seal():
    plan = replan(circle(9), BEFORE)
    told = plan.model_copy(update={"trade": trade(circle(9), BEFORE)}).sealed()
    report = check(circle(9), told)
    assert report.holds
    assert "trade" in report.unvouched
    assert not check(circle(9), told.model_copy(update={"trade": None})).holds
    assert amended(circle(9), told.replanned).before
