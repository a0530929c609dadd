"""The command `explain` on the round of 2017: one pair that is possible, one that is not; data and words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import innopraktik_match as im
from tests.test_cli import run

ROUND = Path(__file__).parents[1] / "examples" / "round_2017"


@pytest.fixture(scope="module")
def solved(tmp_path_factory):
    path = tmp_path_factory.mktemp("plans") / "plan.json"
    round = im.read(ROUND)
    plan = im.solve(round)
    im.write(plan, path, round)
    return path, round, plan


def findings(*words):
    done = run("explain", *words, "--json", "--quiet")
    assert (done.returncode, done.stderr) == (0, "")
    return json.loads(done.stdout)["findings"]


def test_a_pair_that_a_rule_forbids(solved):
    path, _, _ = solved
    (found,) = findings(path, ROUND, "--pair", "p04", "v01")
    assert (found["kind"], found["intern"], found["host"], found["allowed"]) == (
        "not_this_host",
        "p04",
        "v01",
        False,
    )
    assert [(one["rule"], one["amount"], one["limit"], one["breaks"]) for one in found["rules"]] == [
        ("travel", 310, 60, True)
    ]
    assert found["aims"] == []


def test_a_pair_that_is_possible_costs_what_a_fresh_solve_with_the_lock_says(solved):
    path, round, plan = solved
    (found,) = findings(path, ROUND, "--pair", "Niels Fuglemark", "v45")
    locked = round.model_copy(update={"locks": (im.Lock(intern="p03", host="v45"),)})
    fresh = im.solve(locked)
    assert found["allowed"] is True
    assert [(one["aim"], one["now"], one["then"]) for one in found["aims"]] == [
        (now.aim, now.value, then.value) for now, then in zip(plan.aims, fresh.aims, strict=True)
    ]
    assert {"intern": "p03", "to": {"host": "v45", "week": "2017-W37", "days": 3}}.items() <= next(
        move for move in found["moves"] if move["intern"] == "p03"
    ).items()


def test_a_pair_that_is_together_has_now_as_then(solved):
    path, _, plan = solved
    visit = plan.visits[0]
    (found,) = findings(path, ROUND, "--pair", visit.interns[0], visit.host)
    assert (found["kind"], found["allowed"]) == ("visit", True)
    assert [one["then"] for one in found["aims"]] == [one["now"] for one in found["aims"]]
    assert [one["now"] for one in found["aims"]] == [aim.value for aim in plan.aims]


def test_an_intern_and_a_host_have_several_findings_in_words_of_one_language(solved):
    path, _, plan = solved
    danish = run("explain", path, ROUND, "--intern", "p03")
    english = run("explain", path, ROUND, "--intern", "p03", "--lang", "en")
    assert (danish.returncode, danish.stdout, english.returncode) == (0, "", 0)
    assert "Niels Fuglemark (p03) er hos" in danish.stderr
    assert "Niels Fuglemark (p03) is at" in english.stderr
    here = {intern for visit in plan.visits if visit.host == "v05" for intern in visit.interns}
    found = findings(path, ROUND, "--host", "v05")
    assert {one["intern"] for one in found if one["kind"] == "visit"} == here


def test_nothing_to_explain_is_said(solved):
    path, _, _ = solved
    done = run("explain", path, ROUND, "--unplaced")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.endswith(
        "Alle har et besøg, og ingen enkelt ændring, der er prøvet, gør planen bedre.\n"
    )
    assert findings(path, ROUND, "--unplaced") == []


def test_a_workbook_of_ours_is_explained_with_its_proof(tmp_path, solved):
    _, round, plan = solved
    workbook = tmp_path / "plan.xlsx"
    im.write(plan, workbook, round)
    visit = plan.visits[0]
    (found,) = findings(workbook, ROUND, "--pair", visit.interns[0], visit.host)
    assert [one["proven"] for one in found["aims"]] == [True] * len(plan.aims)


def test_somebody_unknown_ends_with_the_code_of_the_input(solved):
    path, _, _ = solved
    done = run("explain", path, ROUND, "--pair", "p03", "v99", "--json")
    assert done.returncode == 3
    assert [one["code"] for one in json.loads(done.stdout)["issues"]] == ["host_unknown"]
