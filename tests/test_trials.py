"""Small inputs of the kinds that were read wrongly once: what comes out, and that nothing is left unsaid."""

from __future__ import annotations

import dataclasses
import functools
from datetime import date
from pathlib import Path

import openpyxl
import pytest

import innopraktik_match as im
from innopraktik_match.domain.issues import Place
from innopraktik_match.files import read_files
from innopraktik_match.files.out.tidied import tidied_workbook
from innopraktik_match.files.raw.inputs import read_tables
from innopraktik_match.files.rounds.account import account_of, people_of
from innopraktik_match.files.settings.answers import Answer, answers_in, columns_of
from innopraktik_match.files.settings.dialect import Dialect, read_dialect
from innopraktik_match.files.values import years
from innopraktik_match.report.basis import MOST_UNUSED, basis_lines
from innopraktik_match.report.summary import summary_lines
from innopraktik_match.texts.columns import column_label
from innopraktik_match.texts.issues import issue_lines
from innopraktik_match.validation.effect import CARRIED

TRIALS = Path(__file__).parent / "trials"
NAMES = sorted(path.name for path in TRIALS.iterdir())


@pytest.fixture(autouse=True)
def _spring(monkeypatch):
    """Let today be Friday, 1 May 2026."""
    monkeypatch.setattr(years, "today", lambda: date(2026, 5, 1))


def reading(name):
    return read_files(TRIALS / name)


@functools.cache
def solved(name):
    round = reading(name).round
    assert round is not None
    return round, im.solve(round)


def placed(name):
    """Return host (and week, and days) of each visit, by intern."""
    _, plan = solved(name)
    assert plan.status == "optimal"
    return {intern: visit.host for visit in plan.visits for intern in visit.interns}


def codes(name):
    return {issue.code for issue in reading(name).issues}


@pytest.mark.parametrize(
    ("name", "hosts"),
    [
        ("wish_questions", {"p1": "v3", "p2": "v1", "p3": "v2"}),
        ("capacity_as_a_question", {"p1": "v1", "p2": "v1", "p3": "v1"}),
        ("group_misspelt", {"p1": "v1", "p2": "v2", "p3": "v3"}),
        ("group_says_no", {"p1": "v1", "p2": "v2", "p3": "v3"}),
        ("no_answer", {"p1": "v1", "p2": "v1"}),
        ("same_person_twice", {"p2": "v1", "p3": "v2"}),
        ("wish_by_workplace", {"p1": "v1", "p2": "v2"}),
        ("withdrawn", {"p2": "v1"}),
        ("one_row_an_answer", {"p1": "v1", "p2": "v2"}),
        ("own_workplace_nearly", {"Ane Holm": "Havneservice"}),
    ],
)
def test_everybody_goes_where_they_should(name, hosts):
    assert placed(name) == hosts


def test_ranks_in_a_matrix_are_wishes():
    round, _ = solved("preference_matrix")
    called = {host.id: host.name for host in round.hosts} | {one.id: one.name for one in round.interns}
    went = {called[one].split()[0]: called[host] for one, host in placed("preference_matrix").items()}
    assert went == {"Ane": "Landsarkivet", "Bo": "Vejmuseet", "Cai": "Havneservice"}


def test_companions_who_name_each_other_come_together():
    went = placed("companion_by_name")
    assert went["p1"] == went["p2"] != went["p3"]


@pytest.mark.parametrize(
    ("name", "code", "severity"),
    [
        ("group_misspelt", "group_alone", "warning"),
        ("no_header", "header_missing", "error"),
        ("weeks_without_year", "week_year_assumed", "info"),
        ("new_year", "week_year_assumed", "info"),
        ("withdrawn", "row_withdrawn", "warning"),
        ("same_person_twice", "person_twice", "warning"),
        ("filled_without_effect", "no_effect_aim", "warning"),
        ("both_roles_one_week", "contact_away", "warning"),
        ("own_workplace_nearly", "workplace_nearly_same", "warning"),
        ("second_header", "header_row_skipped", "info"),
        ("one_sheet_survey", "column_proposed", "warning"),
        ("one_sheet_survey", "consent_refused", "warning"),
        ("one_sheet_survey", "table_of_both", "info"),
    ],
)
def test_what_there_is_to_say_is_said(name, code, severity):
    told = [issue for issue in reading(name).issues if issue.code == code]
    assert {issue.severity for issue in told} == {severity}
    assert all(issue_lines(told, lang) for lang in ("da", "en"))


def test_the_group_that_was_probably_meant_is_named():
    told = [one.values["suggestion"] for one in reading("group_misspelt").issues if one.code == "group_alone"]
    assert told == ["Team Nrod", "Team Nord"]


@pytest.mark.parametrize(("name", "weeks"), [("new_year", {"2026-W50", "2027-W01", "2027-W02"}), ("weeks_without_year", {"2026-W37"})])  # fmt: skip
def test_weeks_without_a_year_are_those_that_come(name, weeks):
    _, plan = solved(name)
    assert {visit.week for visit in plan.visits} == weeks


def test_a_visit_is_no_longer_than_the_week_that_both_have():
    _, plan = solved("longer_than_offered")
    (visit,) = plan.visits
    assert (visit.week[-3:], visit.days) == ("W37", 5)


def test_a_minimum_that_cannot_be_met_is_told_with_the_host():
    round, plan = solved("minimum_not_met")
    told = "\n".join(summary_lines(round, plan, "da"))
    assert "Havneservice (v1) vil have mindst 2" in told or "Havneservice vil have mindst 2" in told


@pytest.mark.parametrize(
    ("name", "count"), [("short_rows", 12), ("second_header", 2), ("two_name_columns", 3)]
)
def test_as_many_are_read_as_there_are(name, count):
    round = reading(name).round
    assert round is not None
    assert len(round.interns) == count


def test_first_and_last_names_are_joined_and_found():
    round, _ = solved("two_name_columns")
    assert {one.name for one in round.interns} == {"Ane Holm", "Bo Lund", "Ane Falk"}
    assert {wish for host in round.hosts for wish in host.wishes} == {"Ane Holm"}


def test_one_sheet_for_both_sides_is_five_interns_and_three_hosts():
    told = people_of(reading("one_sheet_survey"))
    assert (told["interns"], told["hosts"]) == (5, 3)
    assert [one["why"] for one in told["left_out"]] == ["duplicate"]


@pytest.mark.parametrize(("mode", "together"), [("off", True), ("soft", True), ("hard", False)])
def test_with_host_present_hard_contact_and_own_guest_are_not_away_in_one_week(mode, together):
    policy = {"rules": {"host_present": {"mode": mode}}}
    round = read_files(TRIALS / "both_roles_one_week", policy=policy).round
    plan = im.solve(round)
    assert plan.status == "optimal"
    assert (len(plan.visits) == 2) == together


@pytest.mark.parametrize("name", NAMES)
def test_whatever_is_filled_in_counts_or_is_named(name):
    found = reading(name)
    if found.round is None:
        assert any(issue.severity == "error" for issue in found.issues)
        return
    said = _plain(" ".join([*issue_lines(found.issues, "da"), *basis_lines(found.round, "da")]))
    account = account_of(found)
    assert account
    more = sum(one.use == "carried" and one.field is None for one in account) > MOST_UNUSED
    for one in account:
        label = column_label(one.table, one.field, "da") if one.field else one.column
        named = _plain(one.column) in said or _plain(label) in said
        known = one.use == "in_force" or one.field in CARRIED
        assert named or known or (one.use == "carried" and more), dataclasses.asdict(one)


def _plain(text):
    return " ".join(text.lower().split())


def test_the_survey_in_one_sheet_takes_tidy_an_answer_and_solve(tmp_path):
    answers = []
    for _ in range(3):
        found = read_files(TRIALS / "one_sheet_survey", dialect=_dialect(answers))
        tidied = tidied_workbook(found, answers, "da")
        (tmp_path / "runde.xlsx").write_bytes(tidied.workbook)
        book = openpyxl.load_workbook(tmp_path / "runde.xlsx")
        for row in book["Spørgsmål"].iter_rows(min_row=2):
            row[3].value = "ja" if row[7].value == "column" else row[2].value
        book.save(tmp_path / "runde.xlsx")
        answers = _answers(tmp_path / "runde.xlsx")
    assert len(answers) <= 3
    plan = im.solve(im.read(tmp_path / "runde.xlsx"))
    assert (plan.status, plan.aims[0].value) == ("optimal", 5)


CLEAN = {
    "Praktikanter": [
        "Id;Navn;E-mail;Arbejdsplads;Sektor;Kommune;Dage;Uger;Ønsker;Højst km;Bemærkning",
        "1;Åse Bjørn;aase@post.example;Ådalens Kommune, Borgerservice;kommune;Odense;3;37;3|5;100;",
        "2;Søren Øst;soeren@post.example;Skovby Kommune;kommune;Vejle;2-3;37;3;;",
        "4;Bo Åkær;bo@post.example;Region Øst - Center for HR;region;Hillerød;3;37-38;5;150;"
        "jeg tåler ikke nødder",
        "7;Ulla Terp;ulla@post.example;Målestyrelsen;stat;København;2-5;37-38;3;200;",
        "8;Line Flø;line@post.example;Patientkontoret;privat;Århus;5;36-39;;;",
    ],
    "Værter": [
        "Id;Navn;Kontaktperson;E-mail;Arbejdsplads;Sektor;Kommune;Højst;Dage",
        "2;Skovby Kommune;Søren Øst;soeren@post.example;Skovby Kommune;kommune;Vejle;2;5",
        "3;Kystlab;Mette Kær;mette@post.example;Kystlab;stat;København Ø;2;2-4",
        "5;Vejmuseet;Karen Æbel;karen@post.example;Vejmuseet;stat;København S;2;",
    ],
}
"""The people of the survey in one sheet as somebody would have typed them."""


def test_the_survey_and_the_same_people_in_a_clean_workbook_are_one_round(tmp_path):
    answers = [Answer("interns", "PRAKTIKANT: Er der steder, du IKKE vil hen?", "rejects", "nej", "column")]
    survey = read_files(TRIALS / "one_sheet_survey", dialect=_dialect(answers), year=2026).round
    book = openpyxl.Workbook()
    for title, rows in CLEAN.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append([cell or None for cell in row.split(";")])
    del book["Sheet"]
    book.save(tmp_path / "ren.xlsx")
    clean = read_files(tmp_path / "ren.xlsx", year=2026).round
    for side in ("interns", "hosts"):
        one, other = (
            [person.model_dump(exclude={"extra"}) for person in getattr(round, side)]
            for round in (survey, clean)
        )
        assert one == other


def test_a_column_that_an_answer_explains_is_read_as_if_its_header_had(tmp_path):
    found = reading("one_sheet_survey")
    tidied = tidied_workbook(found, [], "da")
    (tmp_path / "runde.xlsx").write_bytes(tidied.workbook)
    book = openpyxl.load_workbook(tmp_path / "runde.xlsx")
    book["Spørgsmål"]["D2"].value = "ja"
    book.save(tmp_path / "runde.xlsx")
    told = [issue for issue in read_files(tmp_path / "runde.xlsx").issues if issue.severity == "error"]
    assert [issue.values["read"] for issue in told] == ["Min egen forvaltning"]  # and "Nej" is no answer


def _answers(path):
    tables, _ = read_tables(path.read_bytes(), path.name)
    return [one for table in tables if table.title == "Spørgsmål" for one in answers_in(table)]


def _dialect(answers):
    dialect, _ = read_dialect(columns_of(answers), Place(), Dialect(answers=tuple(answers)))
    return dialect
