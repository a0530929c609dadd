"""Rows and the people in them: groups by name, twice, withdrawn, the own place."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

import innopraktik_match as im
from innopraktik_match.files import read_files
from tests.files.given import HOSTS, people, said, sign_ups, wishes

HEADER = "id;navn;e-mail;sektor;arbejdsplads;kommune;ønske 1\n"


def groups(reading: im.files.rounds.reading.Reading) -> list[str | None]:
    assert reading.round is not None
    return [intern.group for intern in reading.round.interns]


@pytest.mark.parametrize("rows", [("Bo Lund", "Ane Holm"), ("p2", "p1"), ("bo lund ", "ANE HOLM")])
def test_two_who_name_each_other_are_a_group(tmp_path: Path, rows: tuple[str, str]) -> None:
    reading = sign_ups(tmp_path, people("Rejser sammen;ønske 1", f"{rows[0]};v1", f"{rows[1]};v2", ";v1"))
    first, second, third = groups(reading)
    assert (first == second, first is not None, third) == (True, True, None)
    assert said(reading) == {"companions_joined": [2, 3]}
    assert reading.round is not None
    together = [visit.interns for visit in im.solve(reading.round).visits if "p1" in visit.interns]
    assert together == [("p1", "p2")]


def test_three_who_name_each_other_are_one_group(tmp_path: Path) -> None:
    rows = ("Bo Lund, Cai Falk", "Ane Holm | Cai Falk", '"Ane Holm\nBo Lund"')
    assert len(set(groups(sign_ups(tmp_path, people("Rejser sammen", *rows))))) == 1


def test_a_companion_who_says_nothing_is_told_and_no_group(tmp_path: Path) -> None:
    reading = sign_ups(tmp_path, people("Rejser sammen", "Bo Lund", "", ""))
    assert (groups(reading), said(reading)) == ([None, None, None], {"companion_one_sided": [2]})


@pytest.mark.parametrize("word", ["nej", "Nej tak", "ingen", "-", "No"])
def test_no_is_no_group(tmp_path: Path, word: str) -> None:
    reading = sign_ups(tmp_path, people("gruppe", word, word, ""))
    assert (groups(reading), list(said(reading))) == ([None] * 3, ["no_answer_read"])


@pytest.mark.parametrize(
    ("one", "other"), [("Team Nord", "Team Nrod"), ("hold 1", "hold1"), ("Aktiv", "Aktive")]
)
def test_a_group_of_one_near_another_is_told_with_the_other(tmp_path: Path, one: str, other: str) -> None:
    reading = sign_ups(tmp_path, people("gruppe", one, other, ""))
    found = [issue.values["suggestion"] for issue in reading.issues if issue.code == "group_alone"]
    assert found == [other, one]


@pytest.mark.parametrize("word", ["-", "?", "ved ikke", "n/a"])
def test_no_answer_is_nobodys_workplace(tmp_path: Path, word: str) -> None:
    interns = (
        f"id;navn;sektor;arbejdsplads;kommune\np1;Ane;kommune;{word};Odense\np2;Bo;region;{word};Odense\n"
    )
    reading = sign_ups(tmp_path, interns, "".join(HOSTS.splitlines(keepends=True)[:2]))
    assert reading.round is not None
    assert im.solve(reading.round).aims[0].value == 2


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [
        ("Ane Holm;ane@post.example;kommune;A", "Ane Holm;ane@post.example;kommune;A", 1),
        ("Ane Holm;Ane@Post.example;kommune;A", "ane holm;ane@post.example;kommune;B", 1),
        ("Ane Holm;;kommune;A", "Ane Holm;;kommune;A", 1),
        ("Ane Holm;ane@post.example;kommune;A", "Ane Holm;;kommune;A", 1),
        ("Ane Holm;ane@post.example;kommune;A", "Ane Holm;ah@post.example;kommune;A", 2),
        ("Ane Holm;;kommune;A", "Ane Holm;;kommune;B", 2),
        ("Ane Holm;post@a.example;kommune;A", "Bo Lund;post@a.example;kommune;A", 2),
    ],
)
def test_the_same_person_twice_counts_once_and_the_newest_row_counts(
    tmp_path: Path, first: str, second: str, count: int
) -> None:
    reading = sign_ups(tmp_path, f"{HEADER}p1;{first};Odense;v1\np2;{second};Odense;v2\n")
    assert reading.round is not None
    assert [one.id for one in reading.round.interns] == ["p1", "p2"][-count:]
    assert said(reading, "warning").get("person_twice", []) == ([2, 3] if count == 1 else [])


def test_who_names_the_older_row_means_the_newer(tmp_path: Path) -> None:
    twice = "Ane Holm;ane@post.example;kommune;A;Odense"
    hosts = "id;navn;sektor;arbejdsplads;kommune;højst;ønsker\nv1;Havneservice;stat;S;Odense;1;p1\n"
    reading = sign_ups(tmp_path, f"{HEADER}p1;{twice};\np2;{twice};v1\n", hosts)
    assert reading.round is not None
    assert reading.round.hosts[0].wishes == ("p2",)


@pytest.mark.parametrize(
    ("header", "cell"),
    [
        *(("Status", word) for word in ("Frameldt", "afmeldt", "Trukket sig", "Withdrawn", "Afbud d. 3/6")),
        *((header, "Frameldt") for header in ("bemærkning", "gruppe", "uger", "dage", "Tilmelding?")),
        ("Status", "Frameldt (syg)"),
    ],
)
def test_who_has_withdrawn_takes_no_place_whatever_column_says_so(
    tmp_path: Path, header: str, cell: str
) -> None:
    hosts = "id;navn;sektor;arbejdsplads;kommune;højst\nv1;Havneservice;stat;Styrelse 1;Odense;1\n"
    reading = sign_ups(tmp_path, people(f"ønske 1;{header}", f"v1;{cell}", "v1;"), hosts)
    assert reading.round is not None
    assert [one.id for one in reading.round.interns] == ["p2"]
    assert said(reading, "warning") == {"row_withdrawn": [2]}
    assert said(reading, "error") == {}


def test_a_remark_about_something_else_withdraws_nobody(tmp_path: Path) -> None:
    reading = sign_ups(
        tmp_path, people("bemærkning", "Deltager ikke i frokosten", "Aflyst møde 3/6, kan alligevel")
    )
    assert reading.round is not None
    assert len(reading.round.interns) == 2


def test_a_wish_for_a_host_that_has_withdrawn_is_a_note(tmp_path: Path) -> None:
    hosts = "id;navn;sektor;arbejdsplads;kommune;Status\nv1;Havneservice;stat;S1;Odense;\nv2;Vejmuseet;stat;S2;Odense;Trukket\n"
    reading = sign_ups(tmp_path, people("ønsker", "v2, v1", "Vejmuseet"), hosts)
    assert wishes(reading) == [("v1",), ()]
    assert said(reading, "info") == {"wish_withdrawn": [2, 3]}


@pytest.mark.parametrize("numbers", [("1", "2"), ("2", "1")])
def test_one_row_an_answer_is_one_person_with_wishes_in_order(
    tmp_path: Path, numbers: tuple[str, str]
) -> None:
    rows = "".join(
        f"{who};Odense;{host};{number}\n"
        for who in ("p1;Ane Holm;kommune;A", "p2;Bo Lund;region;B")
        for host, number in zip(("v1", "v2"), numbers, strict=True)
    )
    reading = sign_ups(tmp_path, f"id;navn;sektor;arbejdsplads;kommune;Ønske;Prioritet\n{rows}")
    assert wishes(reading) == [("v1", "v2") if numbers[0] == "1" else ("v2", "v1")] * 2
    assert said(reading) == {"answers_joined": [2, 4]}


@pytest.mark.parametrize(
    ("intern", "host", "apart"),
    [
        ("Odense Kommune, Børn og Unge", "Odense Kommune", True),
        ("Odense Kommune", "odense kommune - Teknik", True),
        ("Odense Kommune (HR)", "Odense Kommune, Teknik", True),
        ("Odense Kommune", "Odense Havn", False),
        ("Odense", "Odense Kommune", False),
    ],
)
def test_workplaces_that_begin_alike_are_one_until_somebody_says_otherwise(
    tmp_path: Path, intern: str, host: str, apart: bool
) -> None:
    interns = f"id;navn;arbejdsplads;sektor;kommune\np1;Ane Holm;{intern};kommune;Odense\n"
    hosts = f"id;navn;arbejdsplads;sektor;kommune\nv1;Kontoret;{host};stat;Odense\n"
    reading = sign_ups(tmp_path, interns, hosts)
    assert reading.round is not None
    assert said(reading, "warning") == ({"workplace_nearly_same": [2, 2]} if apart else {})
    assert im.solve(reading.round).aims[0].value == (0 if apart else 1)


def test_a_pair_that_is_locked_is_not_kept_apart(tmp_path: Path) -> None:
    (tmp_path / "locks.csv").write_text("intern;host\np1;v1\n", encoding="utf-8")
    interns = "id;navn;arbejdsplads;sektor;kommune\np1;Ane Holm;Odense Kommune, HR;kommune;Odense\n"
    reading = sign_ups(
        tmp_path, interns, "id;navn;arbejdsplads;sektor;kommune\nv1;X;Odense Kommune;stat;Odense\n"
    )
    assert said(reading) == {}


@pytest.mark.parametrize(
    ("contact", "away"),
    [
        ("Ane Holm;ane@post.example;Toldservice", True),
        (";ANE@post.example;Toldservice", True),
        ("ane holm;told@told.example;A", True),
        ("Bo Lund;ane@post.example;Toldservice", False),
        ("Ane Holm;told@told.example;Toldservice", False),
    ],
)
def test_a_contact_who_is_an_intern_is_told_and_never_sent_to_the_own_host(
    tmp_path: Path, contact: str, away: bool
) -> None:
    hosts = f"id;navn;sektor;kommune;kontaktperson;e-mail;arbejdsplads\nv1;Told;stat;Odense;{contact}\n"
    reading = sign_ups(tmp_path, f"{HEADER}p1;Ane Holm;ane@post.example;kommune;A;Odense;\n", hosts)
    assert reading.round is not None
    perhaps = {"contact_perhaps_intern": [2, 2]} if contact.startswith("Bo Lund;ane@") else {}
    assert said(reading, "warning") == ({"contact_away": [2, 2]} if away else perhaps)
    assert [(ban.intern, ban.host) for ban in reading.round.bans] == ([("p1", "v1")] if away else [])


@pytest.mark.parametrize("name", ["round.xlsx", "folder"])
def test_a_round_whose_people_are_near_their_own_place_reads_back(tmp_path: Path, name: str) -> None:
    round = im.Round(
        interns=[{"id": "p1", "workplace": "Odense Kommune, HR"}],
        hosts=[{"id": "v1", "workplace": "Odense Kommune"}],
    )
    im.write_round(round, tmp_path / name)
    assert im.read(tmp_path / name) == round


def test_a_chain_of_companions_is_one_group_in_whatever_order_they_stand(tmp_path: Path) -> None:
    friends = {"a": "d", "b": "c", "c": "b, e", "d": "a, e", "e": "c, d"}
    rows = "".join(f"{one};{others}\n" for one, others in friends.items())
    reading = sign_ups(tmp_path, f"id;Rejser sammen\n{rows}")
    assert groups(reading) == ["a + b + c + d + e"] * 5


def test_the_examples_of_the_template_are_nobody(tmp_path: Path) -> None:
    path = tmp_path / "runde.xlsx"
    im.write_template(path)
    book = openpyxl.load_workbook(path)
    for title, name in (("Praktikanter", "Ane Holm"), ("Værter", "Vejmuseet")):
        header = [cell.value for cell in book[title][1]]
        book[title].append([name if word == "Navn" else None for word in header])
    book.save(path)
    reading = read_files(path)
    assert reading.round is not None
    assert [one.name for one in reading.round.people] == ["Ane Holm", "Vejmuseet"]
    assert "row_example" in said(reading, "info")
