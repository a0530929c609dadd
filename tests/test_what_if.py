"""Two plans side by side, and the places that somebody can get while nobody else moves."""

from __future__ import annotations

import json

import pytest

from innopraktik_match.domain.plan import Plan, Visit
from innopraktik_match.domain.round import Round
from innopraktik_match.files import write_round
from innopraktik_match.measuring import check, score
from innopraktik_match.replanning import replan
from innopraktik_match.replanning.comparing import compare
from innopraktik_match.replanning.placing import choices, taken
from innopraktik_match.report import write
from tests.test_cli import run


def round_of(interns, hosts, rules=None, **tables):
    policy = {"preset": "bare", "rules": rules or {}, **tables.pop("policy", {})}
    return Round.model_validate({"interns": interns, "hosts": hosts, "policy": policy, **tables})


def plan_of(**hosts):
    return Plan(visits=[Visit(host=host, interns=tuple(interns.split())) for host, interns in hosts.items()])


POINTS = [
    {"intern": intern, "host": host, "points": points}
    for intern, host, points in (
        ("p1", "v1", 1), ("p1", "v2", 5), ("p1", "v3", 3), ("p2", "v1", 7), ("p2", "v2", 2), ("p3", "v3", 4),
    )
]  # fmt: skip


def three(**tables):
    interns = [{"id": f"p{n}"} for n in (1, 2, 3)]
    hosts = [{"id": "v1", "max": 2}, {"id": "v2"}, {"id": "v3"}]
    return round_of(interns, hosts, {"pair_points": {"mode": "soft"}}, pairs=POINTS, **tables)


def told(found):
    return [(one.interns, one.visit.host, one.visit.interns, one.points_by_rule) for one in found]


def test_who_gains_who_loses_and_who_moves():
    """p1 goes from 5 points to 1, p2 from 2 to 7, and p3 is placed in the second plan only."""
    found = compare(three(), plan_of(v2="p1", v1="p2"), plan_of(v1="p1 p2", v3="p3"))
    assert {shift.intern: shift.gains for shift in found.shifts} == {"p1": 1, "p3": 1}
    found = compare(three(), plan_of(v2="p2", v1="p1"), plan_of(v1="p1 p2"))
    assert [
        (one.intern, one.gains, one.moves, one.points_before, one.points_after) for one in found.shifts
    ] == [("p2", -1, True, 2, 7)]
    assert (found.before.points, found.after.points) == (3, 8)
    assert compare(three(), plan_of(v1="p1"), plan_of(v1="p1")).shifts == ()


def test_whoever_is_not_in_the_round_counts_in_no_score_and_is_told():
    """p9 has gone, and so has v9, where p1 was: p1 has lost a visit by that, and p9 loses nothing."""
    found = compare(three(), plan_of(v9="p1", v2="p9 p2"), plan_of(v2="p2"))
    assert found.before == found.after
    assert [(one.intern, one.gains, one.points_before) for one in found.shifts] == [
        ("p1", -1, 0),
        ("p9", 0, 0),
    ]


def test_every_place_is_listed_once_with_what_it_costs_the_best_first():
    found = choices(three(), plan_of(v1="p2"), intern="p1")
    assert told(found) == [
        (("p1",), "v1", ("p1", "p2"), {"pair_points": 1}),
        (("p1",), "v3", ("p1",), {"pair_points": 3}),
        (("p1",), "v2", ("p1",), {"pair_points": 5}),
    ]
    assert [one.then["placed"] for one in found] == [2, 2, 2]


def test_full_hosts_and_forbidden_pairs_are_not_listed():
    round = three(bans=[{"intern": "p3", "host": "v3"}])
    assert told(choices(round, plan_of(v1="p1 p2"), intern="p3")) == [(("p3",), "v2", ("p3",), {})]
    assert choices(round, plan_of(v1="p1", v2="p2"), host="v3") == ()


def test_whoever_has_a_visit_gives_it_up_for_another():
    found = choices(three(), plan_of(v2="p1"), intern="p1")
    assert told(found) == [
        (("p1",), "v1", ("p1",), {"pair_points": -4}),
        (("p1",), "v3", ("p1",), {"pair_points": -2}),
    ]


def test_a_host_gets_those_who_have_no_visit_yet():
    found = choices(three(), plan_of(v1="p1"), host="v1")
    assert told(found) == [
        (("p3",), "v1", ("p1", "p3"), {}),
        (("p2",), "v1", ("p1", "p2"), {"pair_points": 7}),
    ]


def test_those_who_travel_together_come_together_or_not_at_all():
    interns = [{"id": "p1", "group": "g"}, {"id": "p2", "group": "G"}, {"id": "p3"}]
    hosts = [{"id": "v1", "max": 2}, {"id": "v2", "max": 3}]
    found = choices(round_of(interns, hosts), plan_of(v1="p3"), intern="p2")
    assert told(found) == [(("p1", "p2"), "v2", ("p1", "p2"), {})]


def test_weeks_and_lengths_are_those_of_both():
    weeks = ["2026-W37", "2026-W38"]
    round = round_of(
        [{"id": "p1", "weeks": weeks[:1], "days": "2-3"}],
        [{"id": "v1", "days": "3-4"}],
        policy={"weeks": weeks},
    )
    found = choices(round, Plan(), intern="p1")
    assert {(one.visit.week, one.visit.days) for one in found} == {("2026-W37", 3)}


def test_a_choice_that_is_taken_is_a_plan_with_it_and_all_others_where_they_were():
    round, before = three(), plan_of(v1="p2")
    plan = taken(round, before, choices(round, before, intern="p1")[1])
    assert {(v.host, v.interns) for v in plan.visits} == {("v1", ("p2",)), ("v3", ("p1",))}
    assert [left.intern for left in plan.unplaced] == ["p3"]
    assert check(round, plan).holds
    assert score(round, plan).legal


def test_what_was_declined_stays_declined_also_after_a_choice_in_a_workbook(tmp_path):
    round = round_of([{"id": "p1"}], [{"id": "v1"}, {"id": "v2"}, {"id": "v3"}])
    visit = Visit(host="v1", interns=("p1",), status="declined")
    plan = replan(round, Plan(visits=(visit,)))
    (choice,) = choices(round, plan, intern="p1")
    assert {"v2", "v3"} == {plan.visits[0].host, choice.visit.host}
    assert taken(round, plan, choice).replanned == plan.replanned
    write(taken(round, plan, choice), tmp_path / "taken.xlsx", round)
    write_round(round, tmp_path / "round.json")
    again = json.loads(run("replan", "taken.xlsx", "round.json", "--json", cwd=tmp_path).stdout)
    assert (again["changes"], again["replanned"]["bans"][0]["host"]) == ([], "v1")
    assert run("verify", "taken.xlsx", "round.json", cwd=tmp_path).returncode == 0


def test_the_place_of_whoever_said_no_is_free_and_not_for_them():
    """Answers written into the plan count at once, without a new plan before."""
    visits = (
        Visit(host="v1", interns=("p1",), status="declined"),
        Visit(host="v2", interns=("p2",), status="withdrawn"),
    )
    plan = Plan(visits=visits)
    assert [one.visit.host for one in choices(three(), plan, intern="p1")] == ["v3", "v2"]
    assert [one.interns for one in choices(three(), plan, host="v1")] == [("p3",)]
    assert [one.interns for one in choices(three(), plan, host="v2")] == [("p3",), ("p1",)]
    with pytest.raises(KeyError):
        choices(three(), plan, intern="p2")
    (choice,) = choices(three(), plan, host="v1")
    after = taken(three(), plan, choice)
    assert [(visit.host, visit.interns) for visit in after.visits] == [("v1", ("p3",))]
    assert [(ban.intern, ban.host) for ban in after.replanned.bans] == [("p1", "v1")]
    assert after.replanned.withdrawn == ("p2",)
    assert check(three(), after).holds


def test_of_two_who_come_together_only_the_one_who_withdrew_leaves():
    interns = [{"id": "p1"}, {"id": "p2"}, {"id": "p3"}]
    round = round_of(interns, [{"id": "v1", "max": 2}])
    statuses = {"p1": "agreed", "p2": "withdrawn"}
    plan = Plan(visits=(Visit(host="v1", interns=("p1", "p2"), statuses=statuses),))
    (choice,) = choices(round, plan, host="v1")
    assert choice.visit.interns == ("p1", "p3")
    assert (choice.visit.status_of("p1"), choice.visit.status_of("p3")) == ("agreed", "proposed")


def test_somebody_who_is_not_there_or_nobody_is_refused():
    with pytest.raises(KeyError):
        choices(three(), Plan(), intern="p9")
    with pytest.raises(ValueError, match="either"):
        choices(three(), Plan())


@pytest.fixture
def files(tmp_path):
    write_round(three(), tmp_path / "round.json")
    for name, plan in (("a", plan_of(v1="p2")), ("b", plan_of(v1="p1 p2", v3="p3"))):
        (tmp_path / f"{name}.json").write_text(plan.model_dump_json(), encoding="utf-8")
    return tmp_path


def test_the_command_line_compares(files):
    done = run("compare", "a.json", "b.json", "round.json", "--json", cwd=files)
    data = json.loads(done.stdout)
    assert done.returncode == 0
    assert {"aim": "placed", "values": [1, 3]} in data["aims"]
    assert [one["intern"] for one in data["gains"]] == ["p1", "p3"]
    assert (data["loses"], [one["intern"] for one in data["moves"]]) == ([], ["p1", "p3"])
    assert "Vinder: 2" in done.stderr
    assert "Gain: 2" in run("compare", "a.json", "b.json", "round.json", "--lang", "en", cwd=files).stderr


def test_the_command_line_lists_places_and_takes_one(files):
    words = ("place", "a.json", "round.json")
    done = run(*words, "--intern", "p1", "--json", cwd=files)
    found = json.loads(done.stdout)["choices"]
    assert [(one["number"], one["to"]["host"], one["together"]) for one in found] == [
        (1, "v1", ["p2"]),
        (2, "v3", []),
        (3, "v2", []),
    ]
    assert found[0]["points_by_rule"] == {"pair_points": 1}
    assert found[0]["aims"][0] == {"aim": "placed", "now": 1, "then": 2}
    assert run(*words, "--intern", "p1", "--take", "2", "-o", "c.json", cwd=files).returncode == 0
    plan = json.loads((files / "c.json").read_text("utf-8"))
    assert {(v["host"], *v["interns"]) for v in plan["visits"]} == {("v1", "p2"), ("v3", "p1")}
    assert run("verify", "c.json", "round.json", cwd=files).returncode == 0


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["--intern", "p1", "--host", "v1"],
        ["--intern", "p9"],
        ["--intern", "p1", "--take", "1"],
        ["--intern", "p1", "--take", "9", "-o", "c.json"],
        ["--intern", "p1", "-o", "c.json"],
    ],
)
def test_wrong_usage_of_place_is_told(files, words):
    done = run("place", "a.json", "round.json", *words, cwd=files)
    assert done.returncode == 2
    assert not (files / "c.json").exists()
