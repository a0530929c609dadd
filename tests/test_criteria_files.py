"""Criteria about columns of your own in files: how they are written, what is told, the examples."""

from __future__ import annotations

import json
import runpy
import shutil

import pytest
from openpyxl import load_workbook

import innopraktik_match as im
from innopraktik_match.report.basis import basis_lines
from innopraktik_match.validation.faults import find_faults
from tests.files.given import workbook
from tests.test_years_cli import EXAMPLES, run


@pytest.mark.parametrize("name", ["r.xlsx", "r.json", "folder"])
def test_criteria_read_back(tmp_path, name):
    one = {"kind": "match", "intern": "Ærø «x»", "host": "b", "how": "within", "limit": 2.5, "points": 3}
    people = {
        "interns": [{"id": "p1", "extra": {"Ærø «x»": "2"}}],
        "hosts": [{"id": "v1", "extra": {"b": "5"}}],
    }
    round = im.Round.model_validate({**people, "policy": {"criteria": [one]}})
    im.write_round(round, tmp_path / name)
    assert im.read(tmp_path / name) == round


def test_a_column_that_a_criterion_reads_is_in_force_and_one_that_nobody_has_is_told():
    """The account and the line of what was used say so; a misspelt header is a warning with the right one."""
    people = {
        "interns": [{"id": "p1", "extra": {"Sprog": "dansk"}}],
        "hosts": [{"id": "v1", "extra": {"Niveau": "høj"}}],
    }

    def told(**one):
        policy = {"criteria": [{"kind": "match", **one}]}
        round = im.Round.model_validate({**people, "policy": policy})
        issues = [issue for issue in find_faults(round) if issue.code.startswith("criterion")]
        return [(one.code, one.severity, one.values.get("suggestion")) for one in issues], basis_lines(
            round, "da"
        )

    assert told(intern="sprog", host="niveau")[0] == []
    assert "Brugt: «" in told(intern="sprog", host="niveau")[1][-1].replace("»", "«")
    assert told(intern="Sprpg", host="niveau")[0] == [("criterion_column_blank", "warning", "Sprog")]
    assert told(intern="sprog", host="niveau", how="within")[0] == [
        ("criterion_not_numbers", "warning", None),
        ("criterion_not_numbers", "warning", None),
    ]


def test_the_account_says_which_columns_are_criteria(tmp_path):
    policy = tmp_path / "policy.toml"
    policy.write_text('[[criteria]]\nkind = "match"\nintern = "Sprog"\nhost = "Sprog"\n', "utf-8")
    (tmp_path / "interns.csv").write_text("Id;Sprog;Farve\np1;dansk;blå\n", "utf-8")
    (tmp_path / "hosts.csv").write_text("Id;Sprog\nv1;tysk\n", "utf-8")
    found = json.loads(run("check", tmp_path, "--json").stdout)["account"]
    uses = {(one["table"], one["column"]): one["use"] for one in found}
    assert uses["interns", "Sprog"] == uses["hosts", "Sprog"] == "in_force"
    assert uses["interns", "Farve"] == "carried"
    plan = json.loads(run("solve", tmp_path, "--json", "-q").stdout)
    assert plan["points_by_rule"]["match"] == 10


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """The two examples as their script writes them."""
    folder = tmp_path_factory.mktemp("columns")
    for script in ("own_columns.py", "reconstruction.py"):
        shutil.copy(EXAMPLES / script, folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(folder)
        runpy.run_path(str(folder / "own_columns.py"), run_name="__main__")
    return folder


def test_mentors_share_a_language_and_have_more_years(written, tmp_path):
    path = EXAMPLES / "mentorordning.xlsx"
    round = im.read(path)
    assert round == im.read(written / path.name)
    plan = im.solve(round)
    assert (plan.status, plan.aims[0].value) == ("optimal", 24)
    at = {one.id: one.extra for one in round.people}
    for visit in plan.visits:
        mine, theirs = at[visit.interns[0]], at[visit.host]
        assert set(mine["Sprog"].split("; ")) & set(theirs["Sprog"].split("; "))
        assert int(mine["Erfaring (år)"]) <= int(theirs["Erfaring (år)"])
    im.write(plan, tmp_path / "plan.xlsx", round)
    cells = [str(cell.value) for row in load_workbook(tmp_path / "plan.xlsx")["Regler"] for cell in row]
    assert any("»Sprog« har et ord fælles med værtens »Sprog« (fast)" in cell for cell in cells)


def test_supervisors_have_a_limit_over_their_projects(written):
    path = EXAMPLES / "studieprojekter.xlsx"
    round = im.read(path)
    assert round == im.read(written / path.name)
    plan = im.solve(round)
    assert (plan.status, plan.aims[0].value) == ("optimal", 40)
    supervisor = {host.id: host.contact for host in round.hosts}
    for name in set(supervisor.values()):
        assert sum(len(visit.interns) for visit in plan.visits if supervisor[visit.host] == name) <= 15
    assert all(3 <= len(visit.interns) <= 5 for visit in plan.visits)


HEADER = [
    "Slags",
    "Praktikantens kolonne",
    "Hvordan",
    "Værtens kolonne",
    "Fast eller blød",
    "Point",
    "Grænse",
]


def sheet(tmp_path, *rows, more=()):
    """Read a workbook with a sheet of criteria; return what is in force, and what was told of it."""
    people = {"Praktikanter": [["Id", "Sprog", "Alder"], ["p1", "dansk", "30"]]}
    people |= {"Værter": [["Id", "Sprog", "Alder"], ["v1", "dansk", "50"]]}
    path = workbook(tmp_path / "r.xlsx", {**people, "Kriterier": [[*HEADER, *more], *rows]})
    round, issues = im.read_with_issues(path)
    told = [(one.code, one.places[0].cell) for one in issues if one.code.startswith(("criterion", "not_"))]
    return round.policy.rules if round else None, told


def test_a_sheet_of_criteria_is_read_in_the_words_of_people(tmp_path):
    rules, told = sheet(
        tmp_path,
        ["passer", "Sprog", "fælles ord", "Sprog", "fast", None, None],
        [None, "Alder", "højst fra hinanden", "Alder", "blød", 4, "10,5"],
        ["blandet", "Sprog", None, None, None, 6, None],
    )
    assert told == []
    first, second = rules.match.criteria
    assert (first.how, first.mode) == ("share", "hard")
    assert (second.how, second.mode, second.points, second.limit) == ("within", "soft", 4, 10.5)
    assert (rules.mixed_column.column, rules.mixed_column.mode, rules.mixed_column.points) == (
        "Sprog",
        "soft",
        6,
    )


def test_a_row_that_cannot_be_used_is_told_at_its_cell(tmp_path):
    rules, told = sheet(tmp_path, ["passer", "Sprog", "magisk", "Sprog", None, None, None])
    assert (rules, told) == (None, [("criterion_unreadable", "B2")])


@pytest.mark.parametrize(
    "one",
    [
        'kind = "magi"',
        'kind = "match"\nintern = "Sprog"',
        'kind = "match"\nintern = "Sprog"\nhost = "Sprog"\nhow = "foo"',
        'kind = "match"\nintern = "Sprog"\nhost = "Sprog"\nlevel = "visit"',
        'kind = "mix"\npoints = 3',
        'kind = "quota"\nfield = "sector"\nvalue = "x"',
    ],
)
def test_a_faulty_criterion_of_a_policy_is_told_by_its_number(tmp_path, one):
    (tmp_path / "policy.toml").write_text(f"[[criteria]]\n{one}\n", "utf-8")
    (tmp_path / "interns.csv").write_text("Id\np1\n", "utf-8")
    (tmp_path / "hosts.csv").write_text("Id\nv1\n", "utf-8")
    round, issues = im.read_with_issues(tmp_path)
    assert round is None
    assert [issue.code for issue in issues if issue.severity == "error"] == ["criterion_unreadable"]
    assert "nr. 1" in next(one.text("da") for one in issues if one.severity == "error")


def test_a_sheet_of_that_name_about_something_else_is_told(tmp_path):
    people = {"Praktikanter": [["Id"], ["p1"]], "Værter": [["Id"], ["v1"]]}
    path = workbook(tmp_path / "r.xlsx", {**people, "Kriterier": [["Vi lægger vægt på nysgerrighed"]]})
    assert "table_unknown" in [issue.code for issue in im.read_with_issues(path)[1]]


@pytest.mark.parametrize(
    ("page", "sheet_of", "title"),
    [
        ("own-columns.md", "Criteria", "## What other tools can say"),
        ("da/egne-kolonner.md", "Kriterier", "## Det, andre værktøjer kan sige"),
    ],
)
def test_what_the_pages_say_for_other_tools_are_rows_that_are_read(tmp_path, page, sheet_of, title):
    told = (EXAMPLES.parent / "docs" / page).read_text("utf-8").partition(title)[2]
    lines = [line.strip("|").split("|")[1:] for line in told.splitlines() if line.startswith("|")]
    header, _, *rows = [[cell.strip() or None for cell in line] for line in lines]
    columns = sorted({row[n] for row in rows for n in (1, 3) if row[n]})
    people = {
        "Praktikanter": [["Id", *columns], ["p1", *["3"] * len(columns)]],
        "Værter": [["Id", *columns], ["v1", *["3"] * len(columns)]],
        sheet_of: [header, *rows],
    }
    round, issues = im.read_with_issues(workbook(tmp_path / "r.xlsx", people))
    assert [one.code for one in issues if one.severity == "error"] == []
    rules = round.policy.rules
    assert rules.mixed_column.column is not None  # the first of its kind
    assert 1 + len(rules.match.criteria) + len(rules.visit_match.criteria) == len(rows) == 13
    assert [one.how for one in rules.match.criteria] == ["at_least", "share"]
