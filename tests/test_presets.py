"""What each preset changes: witnesses with numbers worked by hand."""

from __future__ import annotations

import runpy
import shutil

import pytest

import innopraktik_match as im
from innopraktik_match.checker import recount
from innopraktik_match.domain.policy import Policy, sealed
from innopraktik_match.domain.presets import PRESETS
from innopraktik_match.report.judgements import find_judgements, judgement_lines
from innopraktik_match.report.teams import find_teams, team_lines
from innopraktik_match.solving import solve
from innopraktik_match.texts.presets import PRESET_MEANINGS
from tests.test_option_rules import option
from tests.test_years_cli import EXAMPLES, run
from tests.witness import tiny


def solved(interns, hosts, preset, **more):
    round = im.Round.model_validate(
        {"interns": interns, "hosts": hosts, "policy": {"preset": preset}, **more}
    )
    plan = im.solve(round)
    assert plan.status == "optimal"
    return round, plan, {one: visit.host for visit in plan.visits for one in visit.interns}


def test_every_preset_has_its_sentence_and_its_policy():
    assert PRESETS.keys() == PRESET_MEANINGS.keys()
    for preset in PRESETS:
        assert Policy.model_validate({"preset": preset}).preset == preset


@pytest.mark.parametrize(("wishes", "points"), [([], 7), (["v1"], 0), (["v2"], 40)])
def test_no_wishes_have_a_price(wishes, points):
    """Nothing listed costs no_wishes; the first wish 0; a host that is not listed 40."""
    hosts = [{"id": "v2"}]
    rule = {"mode": "soft", "no_wishes": 7}
    assert option("intern_wishes", rule, {"wishes": wishes}, more_hosts=hosts) == (points, False)


def test_the_price_of_no_wishes_holds_for_hosts_and_forbids_nobody():
    rule = {"mode": "hard", "no_wishes": 3}
    assert option("host_wishes", rule) == (3, False)
    assert option("host_wishes", rule, None, {"wishes": ["p1"]}) == (0, False)


def test_no_wishes_can_mean_nobody():
    """Who lists nothing meets nobody; to the others it forbids nothing."""
    rule = {"mode": "soft", "no_wishes": "forbid"}
    assert option("intern_wishes", rule) == (0, True)
    assert option("intern_wishes", rule, {"wishes": ["v2"]}, more_hosts=[{"id": "v2"}]) == (40, False)
    assert option("host_wishes", rule) == (0, True)
    assert option("host_wishes", rule, None, {"wishes": ["p1"]}) == (0, False)


@pytest.mark.parametrize("unlisted", [40, "forbid"])
def test_whoever_wants_nobody_gets_no_visit(unlisted):
    """Two places and two interns: the one without wishes stays at home, and is told which rule says so."""
    rules = {"intern_wishes": {"mode": "soft", "no_wishes": "forbid", "unlisted": unlisted}}
    plan = solve(tiny([{"id": "p1", "wishes": ["v1"]}, {"id": "p2"}], [{"id": "v1", "max": 2}], rules))
    assert (plan.status, [visit.interns for visit in plan.visits]) == ("optimal", [("p1",)])
    assert [(one.intern, one.reasons[0].rule) for one in plan.unplaced] == [("p2", "intern_wishes")]


def test_plans_sealed_before_there_was_a_price_still_belong_to_their_rounds():
    assert b"no_wishes" not in sealed(Policy())
    assert b"no_wishes" in sealed(Policy.model_validate({"rules": {"intern_wishes": {"no_wishes": 1}}}))


@pytest.mark.parametrize(("preset", "who"), [("standard", "p2"), ("neutral", "p1")])
def test_whoever_lists_nothing_does_not_win_the_last_place(preset, who):
    """One place: p1 would get the second wish for 4 points; p2 wishes nothing, for 0 or, neutral, 12."""
    interns = [{"id": "p1", "wishes": ["v9", "v1"]}, {"id": "p2"}]
    hosts = [{"id": "v1"}, {"id": "v9", "rejects": ["p1", "p2"]}]
    assert list(solved(interns, hosts, preset)[2]) == [who]


@pytest.mark.parametrize(("preset", "points"), [("standard", 4), ("tied", 0)])
def test_tied_wishes_cost_the_same(preset, points):
    interns = [{"id": "p1", "wishes": ["v1", "v2"]}, {"id": "p2", "wishes": ["v1", "v2"]}]
    _, plan, _ = solved(interns, [{"id": "v1"}, {"id": "v2"}], preset)
    assert plan.points_by_rule["intern_wishes"] == points


def test_the_worst_served_comes_before_the_sum():
    """Sum: 0 for p1 and 16 for p2's fifth wish; worst first: 12 and 8, more in all but 12 at the most."""
    interns = [
        {"id": "p1", "wishes": ["v1", "v8", "v9", "v2"]},
        {"id": "p2", "wishes": ["v8", "v9", "v1", "v7", "v2"]},
    ]
    away = [{"id": one, "rejects": ["p1", "p2"]} for one in ("v7", "v8", "v9")]
    hosts = [{"id": "v1"}, {"id": "v2"}, *away]
    assert solved(interns, hosts, "standard")[2] == {"p1": "v1", "p2": "v2"}
    assert solved(interns, hosts, "worst_first")[2] == {"p1": "v2", "p2": "v1"}


TEAM = [
    {"id": f"p{n}", "workplace": "Odense Kommune", "sector": "municipality", "group": "hold 1"}
    for n in range(6)
]
COMPANIES = [{"id": f"v{n}", "sector": "private", "max": 3} for n in (1, 2, 3)]


def test_a_team_is_spread_over_the_companies_and_never_stays_in_its_sector():
    """Six people, two at each company at most; the library is public, and out of the question."""
    hosts = [*COMPANIES, {"id": "v4", "sector": "municipality", "max": 3}]
    _, plan, at = solved(TEAM, hosts, "private")
    assert sorted(at.values()) == ["v1", "v1", "v2", "v2", "v3", "v3"]
    assert plan.unused_hosts == ("v4",)


def test_a_third_from_the_same_workplace_is_one_too_many():
    policy = {"preset": "private"}
    round = im.Round.model_validate({"interns": TEAM, "hosts": COMPANIES, "policy": policy})
    two, three = (
        recount(round, [im.Visit(host="v1", interns=tuple(f"p{n}" for n in range(count)))])
        for count in (2, 3)
    )
    assert [{one.rule for one in score.breaches} for score in (two, three)] == [
        set(),
        {"same_workplace_limit"},
    ]


def test_each_preset_is_set_against_the_rounds_own_policy():
    """Of two for one place the neutral policy takes the one who wished; private has no company."""
    interns = [{"id": "p1", "wishes": ["v9", "v1"], "sector": "state"}, {"id": "p2", "sector": "state"}]
    hosts = [{"id": "v1", "sector": "state"}, {"id": "v9", "rejects": ["p1", "p2"]}]
    round = im.Round.model_validate({"interns": interns, "hosts": hosts})
    own, neutral, private = find_judgements(round, ["neutral", "private"])
    assert (own.placed, own.worst, own.moved) == (1, 0, 0)
    assert (neutral.placed, neutral.worst, neutral.moved) == (1, 1, 2)
    assert (private.placed, private.moved) == (0, 1)
    told = judgement_lines([own, neutral, private], "da")
    assert told[3].startswith("neutral: Den, der ingen ønsker")
    assert "2 får en anden vært" in told[5]


def test_a_team_is_told_as_one():
    round, plan, _ = solved(TEAM, COMPANIES, "private")
    (team,) = find_teams(round, plan)
    assert (team.name, team.members, team.placed, sorted(team.at.values())) == ("hold 1", 6, 6, [2, 2, 2])
    assert "6 af 6 placeret hos 3 værter" in team_lines(round, plan, "da")[1]
    assert find_teams(*solved(TEAM[:2], COMPANIES, "standard")[:2]) == []


def test_the_private_trial_from_its_workbook(tmp_path, monkeypatch):
    for script in ("private_2019.py", "reconstruction.py"):
        shutil.copy(EXAMPLES / script, tmp_path)
    monkeypatch.syspath_prepend(tmp_path)
    runpy.run_path(str(tmp_path / "private_2019.py"), run_name="__main__")
    round = im.read(EXAMPLES / "private_2019.xlsx")
    assert round == im.read(tmp_path / "private_2019.xlsx")
    told = run("solve", EXAMPLES / "private_2019.xlsx", "-o", tmp_path / "plan.json")
    assert "Hold »Hold 2019«: 12 af 12 placeret hos 6 værter" in told.stderr
    assert "group" not in told.stderr
    plan = im.read_plan(tmp_path / "plan.json", round)
    assert im.check(round, plan).proven
    workplace = {one.id: one.workplace for one in round.interns}
    for host in round.hosts:
        there = [workplace[one] for visit in plan.visits if visit.host == host.id for one in visit.interns]
        assert all(there.count(one) <= 2 for one in there)


def test_presets_by_the_command_line():
    told = run("presets", EXAMPLES / "private_2019.xlsx", "--of", "neutral", "--of", "lige ønsker")
    assert "lige ønsker: Alle en praktikants ønsker er lige gode" in told.stderr
    run("presets", EXAMPLES / "private_2019.xlsx", "--of", "sjov", code=2)
