"""Rules of a developer's own: witnesses, the example package, and what is told of one that is not there."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

import innopraktik_match as im
from innopraktik_match.domain import own_rules
from innopraktik_match.domain.policy import Policy
from innopraktik_match.report.ruling import rules_grid
from tests.witness import both

EXTENSION = Path(__file__).parents[1] / "examples" / "extension"
PAGES = EXTENSION.parents[1] / "docs"


@pytest.fixture
def own(monkeypatch):
    """The example package, whose rules are gone after the test."""
    monkeypatch.setattr(own_rules, "_REGISTERED", {})
    monkeypatch.syspath_prepend(EXTENSION)
    for name in ("fair_visits", "fair_visits.__main__"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    import fair_visits.__main__ as example

    return example


def under(example, one, **people):
    """Return the example's round under one of its rules, its people changed by id."""
    data = example.ROUND.model_dump()
    data["policy"] = {"preset": "bare", "criteria": [{"kind": "own", **one}]}
    data["interns"] = [{**one, **people.get(one["id"], {})} for one in data["interns"]]
    return im.Round.model_validate(data)


@pytest.mark.parametrize(
    ("mode", "host", "points", "broken"),
    [("soft", "aarhus", 0, False), ("soft", "odense", 5, False), ("hard", "odense", 5, True)],
)
def test_a_rule_about_pairs_is_measured_twice(own, mode, host, points, broken):
    """p2 lives in Aarhus and comes by bicycle."""
    round = under(own, {"rule": "bicycle", "mode": mode, "points": 5})
    score = both(round, [im.Visit(host=host, interns=("p2",))])
    assert (score.points_by_rule["own_option"], bool(score.breaches)) == (points, broken)


@pytest.mark.parametrize(
    ("mode", "come", "points", "broken"),
    [
        ("soft", ("p3",), 0, False),
        ("soft", ("p0", "p3"), 0, False),  # p0 is a leader
        ("soft", ("p3", "p4"), 20, False),
        ("hard", ("p3", "p4"), 20, True),
    ],
)
def test_a_rule_about_visits_is_measured_twice(own, mode, come, points, broken):
    round = under(own, {"rule": "leader_first", "mode": mode, "points": 20})
    score = both(round, [im.Visit(host="odense", interns=come)])
    assert (score.points_by_rule["own_visit"], bool(score.breaches)) == (points, broken)


@pytest.mark.parametrize(
    ("mode", "limit", "points", "broken"),
    [("soft", 3, 0, False), ("soft", 2, 7, False), ("soft", 1, 14, False), ("hard", 2, 0, True)],
)
def test_a_limit_of_ones_own_is_counted_twice(own, mode, limit, points, broken):
    """Three of the kitchen are away."""
    round = under(own, {"rule": "team", "mode": mode, "limit": limit, "points": 7})
    score = both(round, [im.Visit(host="odense", interns=("p3", "p4", "p5"))])
    assert (score.points_by_rule["own_round"], not score.legal) == (points, broken)


def test_the_example_is_solved_under_its_own_rules():
    """Five of six: only two of the three in the kitchen may be away; each visit has a leader."""
    paths = os.pathsep.join([str(EXTENSION), *filter(None, [os.environ.get("PYTHONPATH")])])
    done = subprocess.run(
        [sys.executable, "-m", "fair_visits"],
        env={**os.environ, "PYTHONPATH": paths},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines()[-1] == "optimal placed 5 points 0"


def test_the_plan_says_the_promise_of_a_rule_of_ones_own(own):
    plan = im.solve(own.ROUND)
    cells = [str(cell) for row in rules_grid(plan, own.ROUND, "da").rows for cell in row]
    assert any("Den, der kommer på cykel, bliver i sin egen kommune (fast)" in cell for cell in cells)
    assert any("Kun så mange fra et hold er væk på én gang (2)" in cell for cell in cells)


def test_an_installed_package_is_found_by_its_entry_point(tmp_path, monkeypatch):
    monkeypatch.setattr(own_rules, "_REGISTERED", {})
    monkeypatch.delitem(sys.modules, "fair_visits", raising=False)
    info = tmp_path / "fair_visits-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: fair-visits\nVersion: 1.0\n", "utf-8")
    (info / "entry_points.txt").write_text("[innopraktik_match.rules]\nbicycle = fair_visits\n", "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.syspath_prepend(EXTENSION)
    rules = Policy.model_validate({"criteria": [{"kind": "own", "rule": "bicycle"}]}).rules
    assert rules.own_option.criteria[0].rule == "bicycle"


def test_a_rule_that_nobody_has_registered_is_told(tmp_path):
    with pytest.raises(ValueError, match="no rule is registered as 'magic'"):
        Policy.model_validate({"criteria": [{"kind": "own", "rule": "magic"}]})
    with pytest.raises(ValueError, match="no visit rule is registered"):
        Policy.model_validate({"rules": {"own_visit": {"criteria": [{"rule": "magic"}]}}})
    (tmp_path / "policy.toml").write_text('[[criteria]]\nkind = "own"\nrule = "magic"\n', "utf-8")
    (tmp_path / "interns.csv").write_text("Id\np1\n", "utf-8")
    (tmp_path / "hosts.csv").write_text("Id\nv1\n", "utf-8")
    assert [one.code for one in im.read_with_issues(tmp_path)[1] if one.severity == "error"] == [
        "criterion_unreadable"
    ]


def test_a_rule_of_another_level_is_refused(own):
    with pytest.raises(ValueError, match="no visit rule is registered"):
        Policy.model_validate({"rules": {"own_visit": {"criteria": [{"rule": "bicycle"}]}}})
    with pytest.raises(ValueError, match="speaks at level option"):
        Policy.model_validate({"criteria": [{"kind": "own", "rule": "bicycle", "level": "round"}]})


@pytest.mark.parametrize(
    ("given", "told"),
    [({"id": "Two words"}, "small letters"), ({"level": "week"}, "level"), ({"most": 0}, "1 to 1000")],
)
def test_what_cannot_be_registered_is_told(given, told):
    words = {"id": "one", "level": "option", "measure": None, "again": None, "da": "", "en": "", **given}
    with pytest.raises(ValueError, match=told):
        im.rule(**words)


@pytest.mark.parametrize("amount", [-1, 2, [0, 0]])
def test_a_rule_that_measures_what_it_did_not_promise_is_told(own, amount):
    im.rule(
        "bicycle", level="option", da="x", en="x", again=lambda intern, host: 0,
        measure=lambda columns, options: np.resize(amount, len(options) + (amount == [0, 0])),
    )  # fmt: skip
    with pytest.raises(ValueError, match="whole numbers from 0 to 1"):
        im.solve(under(own, {"rule": "bicycle"}))


def test_two_writings_that_differ_are_told(own):
    im.rule(
        "bicycle", level="option", da="x", en="x", again=lambda intern, host: 1,
        measure=lambda columns, options: np.zeros(len(options)),
    )  # fmt: skip
    with pytest.raises(im.DisagreementError):
        im.solve(under(own, {"rule": "bicycle"}))


@pytest.mark.parametrize(("page", "header", "yes"), [("", "Bicycle", "yes"), ("da/", "Cykel", "ja")])
def test_the_rules_of_the_page_do_what_they_say(monkeypatch, page, header, yes):
    """Whoever cycles stays in Aarhus; nobody sees both museums: of four visits wished three are made."""
    monkeypatch.setattr(own_rules, "_REGISTERED", {})
    text = (PAGES / f"{page}{'egne-regler' if page else 'own-rules'}.md").read_text("utf-8")
    exec("\n".join(re.findall(r"```python\n(.*?)```", text, re.DOTALL)), {})
    interns = [
        {"id": "p1", "municipality": "Aarhus", "visits": 2, "extra": {header: yes}},
        {"id": "p2", "visits": 2},
    ]
    hosts = [{"id": one, "visits": 2, "municipality": "Aarhus"} for one in ("v01", "v07")]
    hosts.append({"id": "v02", "visits": 2, "municipality": "Odense"})
    criteria = [
        {"kind": "own", "rule": "bicycle", "mode": "hard"},
        {"kind": "own", "rule": "museums", "mode": "hard"},
    ]
    policy = {"preset": "bare", "aims": ["placed", "visits"], "criteria": criteria}
    round = im.Round.model_validate({"interns": interns, "hosts": hosts, "policy": policy})
    plan = im.solve(round)
    made = Counter(name for visit in plan.visits for name in visit.interns)
    assert (plan.status, made) == ("optimal", {"p1": 1, "p2": 2})
