"""Wishes as people ask for them: questions, matrices, workplaces; read rightly or told."""

from __future__ import annotations

from pathlib import Path

import pytest

import innopraktik_match as im
from tests.files.given import HOSTS, people, said, sign_ups, wishes

ONE_EACH = HOSTS.replace(";2\n", ";1\n")
WISHED = ("v1;v3;v2", "v1;v2;v3", "v1;v2;v3")


@pytest.mark.parametrize(
    "headers",
    [
        "Hvilken vært er dit første ønske?;Hvilken vært er dit andet ønske?;Hvilken vært er dit tredje ønske?",
        "Førstevalg;Andetvalg;Tredjevalg",
        "Your top host;Your second host;Your third host",
    ],
)
def test_three_questions_for_wishes_are_three_wishes(tmp_path: Path, headers: str) -> None:
    reading = sign_ups(tmp_path, people(headers, *WISHED), ONE_EACH)
    assert wishes(reading) == [("v1", "v3", "v2"), ("v1", "v2", "v3"), ("v1", "v2", "v3")]
    assert said(reading) == {"column_understood": [1, 1, 1]}


def test_wishes_by_letter_are_three_wishes(tmp_path: Path) -> None:
    reading = sign_ups(tmp_path, people("[Ønske A];[Ønske B];Valg C", *WISHED), ONE_EACH)
    assert wishes(reading) == [("v1", "v3", "v2"), ("v1", "v2", "v3"), ("v1", "v2", "v3")]
    assert said(reading) == {}


def test_wishes_by_question_decide_who_goes_where(tmp_path: Path) -> None:
    headers = (
        "Hvilken vært er dit første ønske?;Hvilken vært er dit andet ønske?;Hvilken vært er dit tredje ønske?"
    )
    reading = sign_ups(tmp_path, people(headers, *WISHED), ONE_EACH)
    assert reading.round is not None
    plan = im.solve(reading.round)
    hosts = {intern: visit.host for visit in plan.visits for intern in visit.interns}
    assert hosts["p1"] == "v3"
    assert plan.points_by_rule["intern_wishes"] == 8  # second wishes of two, the first of one


def test_a_wish_without_a_number_among_numbered_ones_takes_the_free_number(tmp_path: Path) -> None:
    reading = sign_ups(tmp_path, people("2. ønske;Hvilken vært vil du helst besøge?;3. ønske", "v2;v1;v3"))
    assert wishes(reading) == [("v1", "v2", "v3")]


def test_columns_of_hosts_that_nobody_has_numbered_are_asked_about_in_their_order(tmp_path: Path) -> None:
    reading = sign_ups(tmp_path, people("Her;Eller her;Eller der", "v2;v1;v3", "v3;v2;v1"))
    asked = [issue.values["field"] for issue in reading.issues if issue.code == "column_proposed"]
    assert (wishes(reading), asked) == ([(), ()], ["wishes[0]", "wishes[1]", "wishes[2]"])


def test_the_answer_to_a_proposed_wish_is_read(tmp_path: Path) -> None:
    reading = sign_ups(tmp_path, people("Her;Eller her", "v2;v1", "v3;v2"))
    lines = [str(issue.values["mapping"]) for issue in reading.issues if issue.code == "column_proposed"]
    (tmp_path / "columns.toml").write_text("\n".join(["[columns.interns]", *lines]), encoding="utf-8")
    assert wishes(im.files.read_files(tmp_path)) == [("v2", "v1"), ("v3", "v2")]


@pytest.mark.parametrize(
    ("rows", "code", "expected"),
    [
        (("3;2;1", "2;1;3"), "matrix_of_ranks", [("v3", "v2", "v1"), ("v2", "v1", "v3")]),
        (("1;;2", ";1;"), "matrix_of_ranks", [("v1", "v3"), ("v2",)]),
        (("1.;2.;", "2;1;"), "matrix_of_ranks", [("v1", "v2"), ("v2", "v1")]),
        (("ja;nej;ja", "nej;nej;nej"), "matrix_of_yes", [("v1", "v3"), ()]),
        (("x;;X", ";x;"), "matrix_of_yes", [("v1", "v3"), ("v2",)]),
        (("Yes;No;No", "No;No;Yes"), "matrix_of_yes", [("v1",), ("v3",)]),
        (("10;0;5", "0;10;5"), "matrix_of_points", [(), ()]),
        (("2;5;4", "5;3;2"), "matrix_of_points", [(), ()]),
    ],
)
def test_a_column_a_host_is_a_matrix(
    tmp_path: Path, rows: tuple[str, str], code: str, expected: list[tuple[str, ...]]
) -> None:
    reading = sign_ups(tmp_path, people("Havneservice;Vejmuseet;Landsarkivet", *rows))
    assert (wishes(reading), said(reading)) == (expected, {code: [1, 1, 1]})


@pytest.mark.parametrize("header", ["Prioritér [{}]", "Hvor vil du hen? [{}]", "{}"])
def test_a_host_in_brackets_is_a_column_of_the_matrix(tmp_path: Path, header: str) -> None:
    headers = ";".join(header.format(name) for name in ("Havneservice", "Vejmuseet", "Landsarkivet"))
    assert wishes(sign_ups(tmp_path, people(headers, "2;1;3", "1;3;2"))) == [
        ("v2", "v1", "v3"),
        ("v1", "v3", "v2"),
    ]


def test_a_wish_names_a_host_by_its_workplace_and_none_is_no_wish(tmp_path: Path) -> None:
    hosts = """\
id;navn;sektor;arbejdsplads;kommune;højst
v1;Afdeling for måling;stat;Kystlab;Odense;1
v2;Aalborg Kommune, Jobcenter;kommune;Aalborg Kommune;Aalborg;1
"""
    rows = ('"Kystlab; Aalborg Kommune"', "ingen", "1) aalborg kommune 2) KYSTLAB", "Afdeling for måling")
    reading = sign_ups(tmp_path, people("ønsker", *rows), hosts)
    assert wishes(reading) == [("v1", "v2"), (), ("v2", "v1"), ("v1",)]


def test_a_question_for_what_is_not_wanted_is_never_read_as_its_opposite(tmp_path: Path) -> None:
    headers = "Hvor vil du IKKE hen?;Hvilke uger kan du ikke?;Which days can you not come?"
    reading = sign_ups(tmp_path, people(headers, "Vejmuseet;2027-W36;3", "v1;2027-W37;3"))
    assert reading.round is not None
    assert [(one.wishes, one.rejects, one.weeks, one.days) for one in reading.round.interns] == [
        ((), ("v2",), (), None),
        ((), ("v1",), (), None),
    ]
    told = {issue.values["read"] for issue in reading.issues if issue.code == "column_negated"}
    assert told == {"Hvilke uger kan du ikke?", "Which days can you not come?"}


@pytest.mark.parametrize(
    "header",
    [
        "Hvor mange praktikanter kan I modtage?",
        "How many interns can you take?",
        "Antal pladser (i alt)",
        "Places",
    ],
)
def test_how_many_a_host_can_take_may_be_a_question(tmp_path: Path, header: str) -> None:
    hosts = f"id;navn;sektor;arbejdsplads;kommune;{header}\nv1;Havneservice;stat;Styrelse 1;Odense;3\n"
    reading = sign_ups(tmp_path, people("", "", "", ""), hosts)
    assert reading.round is not None
    assert reading.round.hosts[0].max == 3
    assert len(im.solve(reading.round).visits[0].interns) == 3
