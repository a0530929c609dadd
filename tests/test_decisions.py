"""A lock that breaks a rule: refused, or accepted as the coordinator's decision and marked everywhere."""

from __future__ import annotations

import json

import pytest
from openpyxl import load_workbook

from innopraktik_match.domain.issues import RoundError
from innopraktik_match.domain.plan import Plan, Visit
from innopraktik_match.domain.policy import sealed
from innopraktik_match.domain.round import Round
from innopraktik_match.measuring import check, score
from innopraktik_match.replanning import replan
from innopraktik_match.solving import solve
from innopraktik_match.validation.faults import find_faults
from tests.test_replan_cli import run

ODENSE_TO_AALBORG = {"municipality": "Odense"}, {"municipality": "Aalborg"}


def decided(intern=None, host=None, rules=None, breaking="accept", status="agreed", lock=None, **tables):
    """Return a round whose lock of p1 at v1 breaks a rule."""
    return Round.model_validate(
        {
            "interns": [{"id": "p1", **(intern or {})}, {"id": "p2"}],
            "hosts": [{"id": "v1", **(host or {})}, {"id": "v2"}],
            "locks": [{"intern": "p1", "host": "v1", "status": status, **(lock or {})}],
            "policy": {"preset": "bare", "rules": {"lock": {"breaking": breaking}, **(rules or {})}},
            **tables,
        }
    )


BREAKS = {
    "ban": {"bans": [{"intern": "p1", "host": "v1"}]},
    "own_workplace": {
        "intern": {"workplace": "A"}, "host": {"workplace": "A"}, "rules": {"own_workplace": {"mode": "hard"}},
    },
    "travel": {
        "intern": {**ODENSE_TO_AALBORG[0], "max_km": 10},
        "host": ODENSE_TO_AALBORG[1],
        "rules": {"travel": {"mode": "hard", "points_per_km": 0.0}},
    },
    "cross_sector": {
        "intern": {"sector": "state"}, "host": {"sector": "state"}, "rules": {"cross_sector": {"mode": "hard"}},
    },
    "intern_wishes": {"intern": {"wishes": ["v2"]}, "rules": {"intern_wishes": {"mode": "hard"}}},
    "host_wishes": {"host": {"wishes": ["p2"]}, "rules": {"host_wishes": {"mode": "hard"}}},
    "dates": {"host": {"weeks": ["2026-W38"]}, "lock": {"week": "2026-W37"}},
    "duration": {"intern": {"days": "2-3"}, "host": {"days": "2-5"}, "lock": {"days": 5}},
    "pair_points": {
        "pairs": [{"intern": "p2", "host": "v2", "points": 1}, {"intern": "p1", "host": "v2", "points": 1}],
        "rules": {"pair_points": {"mode": "hard", "unlisted": "forbid"}},
    },
}  # fmt: skip


@pytest.mark.parametrize("rule", BREAKS)
def test_a_rule_gives_way_to_a_decision_and_that_is_told(rule):
    round = decided(**BREAKS[rule])
    plan = solve(round)
    assert plan.status == "optimal"
    assert {(visit.host, *visit.interns) for visit in plan.visits} == {("v1", "p1"), ("v2", "p2")}
    report = check(round, plan)
    assert report.holds
    assert report.proven
    for counted in (score(round, plan), report.score):
        assert counted.legal
        assert [(one.rule, one.interns, one.host) for one in counted.accepted] == [(rule, ("p1",), "v1")]


@pytest.mark.parametrize("rule", BREAKS)
@pytest.mark.parametrize("how", [{"breaking": "refuse"}, {"status": "proposed"}])
def test_without_a_decision_the_lock_is_refused(rule, how):
    with pytest.raises(RoundError, match=r"(?i)lock"):
        solve(decided(**BREAKS[rule], **how))


def test_the_rule_gives_way_to_this_pair_alone():
    round = decided(**BREAKS["own_workplace"])
    both = [{"id": one, "workplace": "A"} for one in ("p1", "p2")]
    round = Round.model_validate(
        {**round.model_dump(), "interns": both, "hosts": [round.hosts[0].model_dump()]}
    )
    assert [visit.interns for visit in solve(round).visits] == [("p1",)]
    wrong = [Visit(host="v1", interns=("p2",))]
    assert {one.rule for one in score(round, wrong).breaches} == {"own_workplace", "lock"}


def test_a_banned_pair_that_is_decided_is_a_warning():
    (warning,) = find_faults(decided(**BREAKS["ban"]))
    assert (warning.code, warning.severity) == ("lock_accepted", "warning")
    assert "lock_banned" in {one.code for one in find_faults(decided(**BREAKS["ban"], breaking="refuse"))}


def test_fingerprints_are_what_they_were_where_locks_are_refused():
    assert b"breaking" not in sealed(decided(breaking="refuse").policy)
    assert b"breaking" in sealed(decided().policy)


def test_what_was_agreed_against_a_rule_survives_a_replan():
    round = decided(**BREAKS["travel"]).model_copy(update={"locks": ()})
    before = Plan(visits=[Visit(host="v1", interns=("p1",), status="agreed")])
    plan = replan(round, before, changes=0)
    assert plan.changes[0].intern == "p2"
    assert check(round, plan).holds
    assert [one.rule for one in score(round, plan).accepted] == ["travel"]
    with pytest.raises(RoundError):
        replan(decided(**BREAKS["travel"], breaking="refuse").model_copy(update={"locks": ()}), before)


def test_a_decision_is_marked_on_the_screen_in_the_workbook_and_by_verify(tmp_path):
    path = tmp_path / "round.json"
    path.write_text(decided(**BREAKS["travel"]).model_dump_json(), encoding="utf-8")
    told = "Your own decisions, to which rules give way (1):"
    done = run("solve", path, "-o", tmp_path / "plan.xlsx", "--lang", "en")
    assert told in done.stderr
    assert "p1 at v1: " in done.stderr
    for command in ("verify", "score"):
        assert told in run(command, tmp_path / "plan.xlsx", path, "--lang", "en").stderr
    header, *rows = load_workbook(tmp_path / "plan.xlsx")["Plan"].iter_rows(min_row=4, values_only=True)
    at = header.index("Your decision in spite of")
    assert [row[at] for row in rows] == ["Nobody travels farther than they said; shorter is better.", None]
    found = json.loads(run("score", tmp_path / "plan.xlsx", path, "--json").stdout)["findings"]
    assert [one["rule"] for one in found if one["accepted"]] == ["travel"]
