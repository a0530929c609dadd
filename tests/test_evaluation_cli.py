"""The evaluation of the example of 2017 by the command line."""

from __future__ import annotations

import csv
import json
import runpy
import shutil
from pathlib import Path

import pytest

import innopraktik_match as im
from tests.test_years_cli import EXAMPLES, run

ROUND = EXAMPLES / "runde_2017.xlsx"
SURVEY = EXAMPLES / "evaluering_2017.csv"


@pytest.fixture(scope="module")
def plan(tmp_path_factory):
    path = tmp_path_factory.mktemp("plan") / "plan.xlsx"
    run("solve", ROUND, "-o", path)
    return path


def test_the_figures_are_those_of_the_file(plan, tmp_path):
    with SURVEY.open(encoding="utf-8-sig") as file:
        rows = list(csv.reader(file, delimiter=";"))[1:]
    told = run("evaluate", SURVEY, plan, ROUND, "--suggest", "-o", tmp_path / "e.xlsx", "--json")
    found = json.loads(told.stdout)
    shares = {(one["side"], one["question"]): one for one in found["shares"]}
    for question, column in (("used", 2), ("recommend", 4), ("contact", 5)):
        yes = sum(row[column] == "Ja" for row in rows)
        assert (shares["all", question]["yes"], shares["all", question]["answers"]) == (yes, len(rows))
    hosts = {one.email for one in im.read(ROUND).hosts}
    assert shares["hosts", "used"]["answers"] == sum(row[0] in hosts for row in rows)
    assert found["suggestion"]["rules"] == {"themes": {"mode": "soft", "points": 20}}
    assert "86 af 105 = 82 % (mellem 73 % og 88 %)" in told.stderr
    for page in ("docs/evaluation.md", "docs/da/evaluering.md"):
        assert "105 = 82 %" in (EXAMPLES.parent / page).read_text("utf-8")


def test_the_answers_are_those_handed_out(tmp_path, monkeypatch):
    for name in ("evaluation_2017.py", ROUND.name):
        shutil.copy(EXAMPLES / name, tmp_path)
    runpy.run_path(str(tmp_path / "evaluation_2017.py"), run_name="__main__")
    assert (tmp_path / SURVEY.name).read_bytes() == SURVEY.read_bytes()


def test_a_survey_of_other_things_is_refused_with_what_to_write(plan, tmp_path):
    path = Path(tmp_path) / "svar.csv"
    path.write_text("Navn;Farve\nAnna;blå\n", "utf-8")
    assert "»Konkret brugt«" in run("evaluate", path, plan, ROUND, code=3).stderr
