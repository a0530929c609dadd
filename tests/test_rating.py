"""How good a plan made by hand is: beside the best one, and two plans as a workbook."""

from __future__ import annotations

import json

import pytest
from openpyxl import load_workbook

from innopraktik_match.files import write_round
from tests.test_cli import run
from tests.test_what_if import plan_of, three


@pytest.fixture
def folder(tmp_path):
    """The best plan places all three for 1 point: p1 at v1, and the others where nobody gave points."""
    write_round(three(), tmp_path / "round.json")
    plans = {
        "best": plan_of(v1="p1", v2="p3", v3="p2"),
        "dear": plan_of(v1="p1 p2", v3="p3"),
        "short": plan_of(v1="p1 p2"),
        "full": plan_of(v1="p1", v2="p2 p3"),
    }
    for name, plan in plans.items():
        (tmp_path / f"{name}.json").write_text(plan.model_dump_json(), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("plan", "code", "values", "last"),
    [
        ("best", 0, (3, 1), "No plan does better on the aims."),
        ("dear", 0, (3, 12), "The best plan is better: Total points (fewer is better) -11."),
        (
            "short", 0, (2, 8),
            "The best plan is better: Interns with a visit +1, Total points (fewer is better) -7.",
        ),
        ("full", 7, (3, 3), "  Total points (fewer is better)  3  1  -2  proven best"),
    ],
)  # fmt: skip
def test_a_plan_made_by_hand_is_told_how_far_it_is_from_the_best(folder, plan, code, values, last):
    done = run("score", f"{plan}.json", "round.json", "--json", "--lang", "en", cwd=folder)
    assert done.returncode == code
    aims = json.loads(done.stdout)["best"]["aims"]
    assert [(aim["aim"], aim["value"], aim["best"], aim["proven"]) for aim in aims] == [
        ("placed", values[0], 3, True),
        ("points", values[1], 1, True),
    ]
    assert done.stderr.rstrip().splitlines()[-1] == last


def test_without_time_the_distance_is_not_known(folder):
    done = run("score", "best.json", "round.json", "--time-limit", "0", "--json", "--lang", "en", cwd=folder)
    assert json.loads(done.stdout)["best"] is None
    assert "was not found in time" in done.stderr


def test_two_plans_side_by_side_as_a_workbook_and_as_json(folder):
    words = ("compare", "short.json", "best.json", "round.json", "--lang", "en")
    assert run(*words, "-o", "both.xlsx", cwd=folder).returncode == 0
    book = load_workbook(folder / "both.xlsx")
    totals = list(book["Aims and rules"].iter_rows(min_row=4, values_only=True))
    assert totals[0] == ("Aims and rules", "The one plan", "The other plan", "Difference")
    assert ("Interns with a visit", 2, 3, 1) in totals
    assert ("Total points (fewer is better)", 8, 1, -7) in totals
    people = list(book["Interns"].iter_rows(min_row=5, values_only=True))
    assert people == [("p2", "gains", "v1", "v3", 7, 0), ("p3", "gains", "no visit", "v2", 0, 0)]
    assert run(*words, "-o", "both.json", cwd=folder).returncode == 0
    assert [one["intern"] for one in json.loads((folder / "both.json").read_text("utf-8"))["gains"]] == [
        "p2",
        "p3",
    ]
    assert run(*words, "-o", "both.xlsx", cwd=folder).returncode == 6
    assert run(*words, "-o", "both.txt", cwd=folder).returncode == 2
