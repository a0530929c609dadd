"""The places for which others must move: who, what it costs, and each as good as a fresh solve."""

from __future__ import annotations

import json

from innopraktik_match.domain.change import Change
from innopraktik_match.domain.plan import Plan
from innopraktik_match.domain.round import Lock
from innopraktik_match.explaining.study import Study
from innopraktik_match.files import write_round
from innopraktik_match.measuring import check
from innopraktik_match.replanning.moving import moving_choices
from innopraktik_match.replanning.placing import choices, taken
from innopraktik_match.solving import solve
from tests.random_rounds import random_round
from tests.test_cli import run
from tests.test_what_if import plan_of, round_of


def two_of_each():
    pairs = [{"intern": "p1", "host": "v1", "points": 4}, {"intern": "p2", "host": "v2", "points": 3}]
    interns, hosts = ([{"id": f"{letter}{n}"} for n in (1, 2)] for letter in "pv")
    return round_of(interns, hosts, {"pair_points": {"mode": "soft"}}, pairs=pairs)


def test_who_must_move_is_told_and_what_it_costs():
    """Both hosts are full: p1 can only have v1 if p2 takes v2, for 4 + 3 points in place of none."""
    round, plan = two_of_each(), plan_of(v2="p1", v1="p2")
    assert choices(round, plan, intern="p1") == ()
    (choice,) = moving_choices(round, plan, intern="p1")
    assert (choice.visit.host, choice.now["points"], choice.then["points"]) == ("v1", 0, 7)
    assert [(one.intern, one.from_.host, one.to.host) for one in choice.moves] == [("p2", "v1", "v2")]
    assert choice.points_by_rule == {"pair_points": 7}
    assert check(round, taken(round, plan, choice)).holds
    assert [one.interns for one in moving_choices(round, plan, host="v1")] == [("p1",)]


def test_each_is_as_good_as_a_fresh_solve_with_the_pair_locked():
    round = random_round(12, 7, 4)
    plan = solve(round)
    intern = plan.visits[0].interns[0]
    open_now = choices(round, plan, intern=intern)
    found = moving_choices(round, plan, open_now, intern=intern)
    assert found
    assert not {one.visit.host for one in found} & {one.visit.host for one in open_now}
    for choice in found:
        lock = Lock(intern=intern, host=choice.visit.host)
        fresh = solve(round.model_copy(update={"locks": (*round.locks, lock)}))
        assert {aim.aim: aim.value for aim in fresh.aims} == choice.then
    forbidden = {host.id for host in round.hosts}
    forbidden -= {one.visit.host for one in (*found, *open_now)}
    forbidden -= {visit.host for visit in plan.visits if intern in visit.interns}
    study = Study(round, plan)
    for host in forbidden:
        assert study.ask(Change(change="pair_together", intern=intern, host=host)).possible is False


def test_the_command_lists_them_among_the_others_the_best_first(tmp_path):
    write_round(two_of_each(), tmp_path / "round.json")
    (tmp_path / "plan.json").write_text(plan_of(v2="p1", v1="p2").model_dump_json(), encoding="utf-8")
    words = ("place", "plan.json", "round.json", "--intern", "p1", "--moving", "--lang", "en")
    done = run(*words, "--json", cwd=tmp_path)
    (choice,) = json.loads(done.stdout)["choices"]
    assert choice["moves"] == [
        {"intern": "p2", "from": {"host": "v1", "week": None, "days": None},
         "to": {"host": "v2", "week": None, "days": None}}
    ]  # fmt: skip
    assert "moves: p2: v1 → v2" in done.stderr
    assert run(*words, "--take", "1", "-o", "new.json", cwd=tmp_path).returncode == 0
    plan = Plan.model_validate_json((tmp_path / "new.json").read_bytes())
    assert {(visit.host, *visit.interns) for visit in plan.visits} == {("v1", "p1"), ("v2", "p2")}


def test_of_many_choices_the_screen_shows_the_first_and_json_all(tmp_path):
    round = round_of([{"id": "p1"}], [{"id": f"v{n:02}"} for n in range(25)])
    write_round(round, tmp_path / "round.json")
    (tmp_path / "plan.json").write_text(Plan().model_dump_json(), encoding="utf-8")
    done = run("place", "plan.json", "round.json", "--intern", "p1", "--json", "--lang", "en", cwd=tmp_path)
    assert len(json.loads(done.stdout)["choices"]) == 25
    assert "20. p1: v19" in done.stderr
    assert "21. p1" not in done.stderr
    assert "and 5 more" in done.stderr
