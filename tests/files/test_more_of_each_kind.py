"""Three more inputs of each kind that was read wrongly once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

import innopraktik_match as im
from innopraktik_match.files import read_files
from innopraktik_match.report.summary import summary_lines
from tests.files.given import people, said, sign_ups, wishes, workbook

if TYPE_CHECKING:
    from pathlib import Path

HOST = "id;navn;sektor;arbejdsplads;kommune;{}\nv1;Havneservice;stat;S;Odense;{}\n"


@pytest.mark.parametrize(
    ("offered", "wished", "longest"),
    [("2-10", "3+;2026-W37", 5), ("mindst 4", "2-5;2026-W37", 5), ("1-5;2026-W37", "4 dage;2026-W37", 4)],
)
def test_a_visit_stays_within_the_days_and_weeks_that_both_have(
    tmp_path: Path, offered: str, wished: str, longest: int
) -> None:
    hosts = HOST.format("dage;uger", offered if ";" in offered else f"{offered};2026-W37")
    reading = sign_ups(tmp_path, people("dage;uger", wished), hosts)
    assert reading.round is not None
    (visit,) = im.solve(reading.round).visits
    assert visit.days is not None
    assert (visit.days <= longest, visit.week) == (True, "2026-W37")


@pytest.mark.parametrize(("least", "come"), [("2", 1), ("3", 2), ("mindst 2", 1)])
def test_a_minimum_that_nobody_can_meet_is_told_with_the_host_and_the_number(
    tmp_path: Path, least: str, come: int
) -> None:
    hosts = HOST.format("mindst;højst", f"{least};3")
    reading = sign_ups(tmp_path, people("", *[""] * come), hosts)
    assert reading.round is not None
    plan = im.solve(reading.round)
    assert plan.visits == ()
    told = "\n".join(summary_lines(reading.round, plan, "da"))
    assert f"Havneservice (v1) vil have mindst {least[-1]}" in told


@pytest.mark.parametrize(
    ("short", "severity"),
    [
        ("p3;Cai Falk;stat;Sted 3;Odense", "info"),
        ("p3;Cai Falk;stat;Sted 3", "warning"),
        ("p3;Cai Falk;stat;Sted 3;Odense;v1", "info"),
    ],
)
def test_a_row_that_ends_early_is_a_person_with_blank_cells(
    tmp_path: Path, short: str, severity: str
) -> None:
    header = "id;navn;sektor;arbejdsplads;kommune;ønsker;bemærkning\n"
    whole = "p1;Navn 1;stat;Sted 1;Odense;;\np2;Navn 2;stat;Sted 2;Odense;v1;x\n"
    reading = sign_ups(tmp_path, f"{header}{whole}{short}\n")
    assert reading.round is not None
    assert len(reading.round.interns) == 3
    assert said(reading, severity)["rows_short"] == [4]


@pytest.mark.parametrize(
    ("blank", "question"),
    [("Navn", "Hvad er dit fulde navn?"), ("Name", "What is your full name?"), ("Navn", "Fulde navn")],
)
def test_a_survey_tools_own_blank_column_gives_way_to_the_question(
    tmp_path: Path, blank: str, question: str
) -> None:
    rows: list[list[Any]] = [["id", "E-mail", blank, question, "Arbejdsplads"]]
    rows += [["p1", "a@a.example", None, "Ane Holm", "A"], ["p2", "b@b.example", None, "Bo Lund", "B"]]
    hosts = [["id", "Arbejdsplads"], ["v1", "C"]]
    reading = read_files(workbook(tmp_path / "svar.xlsx", {"Praktikanter": rows, "Værter": hosts}))
    assert reading.round is not None
    assert [one.name for one in reading.round.interns] == ["Ane Holm", "Bo Lund"]


@pytest.mark.parametrize("header", ["Prioritet", "Rang", "Svar nr."])
def test_the_number_of_an_answer_may_be_called_many_things(tmp_path: Path, header: str) -> None:
    rows = "".join(
        f"p1;Ane Holm;stat;A;Odense;{host};{number};{note}\n"
        for host, number, note in (("v3", 3, "sent"), ("v1", 1, "først"), ("v2", 2, "først"))
    )
    reading = sign_ups(tmp_path, f"id;navn;sektor;arbejdsplads;kommune;Ønske;{header};Hvornår svaret\n{rows}")
    assert wishes(reading) == [("v1", "v2", "v3")]
    assert reading.round is not None
    assert reading.round.interns[0].extra == {"Hvornår svaret": "sent; først"}


@pytest.mark.parametrize("how", ["email", "workplace", "nameless"])
def test_a_contact_who_is_an_intern_is_never_away_while_the_host_has_a_guest_where_that_is_hard(
    tmp_path: Path, how: str
) -> None:
    ane = {
        "email": "Ane Holm;ane@a.example;Andet",
        "workplace": "ane holm;;Told",
        "nameless": ";ane@a.example;",
    }
    hosts = "id;navn;kontaktperson;e-mail;arbejdsplads;sektor;kommune;uger\n"
    hosts += f"v1;Told;{ane[how]};stat;Odense;2026-W37\nv2;Museet;Eva;eva@m.example;M;stat;Odense;2026-W37\n"
    interns = "id;navn;e-mail;arbejdsplads;sektor;kommune;uger\n"
    interns += "p1;Ane Holm;ane@a.example;Told;region;Odense;2026-W37\n"
    interns += "p2;Bo Lund;bo@b.example;Bo;region;Odense;2026-W37\n"
    policy = '[rules.host_present]\nmode = "hard"\n'
    reading = sign_ups(tmp_path, interns, hosts, policy)
    assert reading.round is not None
    assert "contact_stays" in said(reading)
    went = {who: visit.host for visit in im.solve(reading.round).visits for who in visit.interns}
    assert len(went) == 1 or went == {"p2": "v2"}
