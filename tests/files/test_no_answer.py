"""Words for no answer are blanks, told once a column; where they are an answer they stay one."""

from __future__ import annotations

from pathlib import Path

import pytest

from innopraktik_match.domain.issues import Issue
from innopraktik_match.domain.round import Round
from innopraktik_match.files import read, read_files, write_round
from innopraktik_match.files.values.no_answer import is_no_answer
from tests.files.given import errors

INTERNS = "id;navn;arbejdsplads;sektor;kommune;dage;uger;ønsker;fravalg;gruppe;forrang;højst km;bemærkning\n"
HOSTS = "id;arbejdsplads;sektor;kommune;højst\n"


def sign_ups(folder: Path, interns: str, hosts: str = "v1;B;stat;Odense;2\n") -> Path:
    filled = "".join(f"{row}{';' * (INTERNS.count(';') - row.count(';'))}\n" for row in interns.splitlines())
    (folder / "interns.csv").write_text(INTERNS + filled, encoding="utf-8")
    (folder / "hosts.csv").write_text(HOSTS + hosts, encoding="utf-8")
    return folder


def told(issues: list[Issue]) -> dict[object, tuple[object, object, list[int | None]]]:
    return {
        issue.values["field"]: (
            issue.values["count"],
            issue.values["read"],
            [place.line for place in issue.places],
        )
        for issue in issues
        if issue.code == "no_answer_read"
    }


def test_no_answer_is_blank_in_every_field_and_told_once_a_column(tmp_path: Path) -> None:
    rows = (
        "p1;Ane;-;ved ikke;?;n/a;ingen;Ingen;nej;nej;-;ved det ikke;-\n"
        "p2;Bo;–;stat;Odense;3;2026-W37;v1;none;G;nej;0;nej\n"
        "p3;Cai;-;stat;Odense;3;2026-W37;.;;G;0;50;\n"
    )
    reading = read_files(sign_ups(tmp_path, rows))
    assert reading.round is not None
    first, second, _ = reading.round.interns
    assert (first.workplace, first.sector, first.municipality, first.days, first.weeks) == (*[None] * 4, ())
    assert (first.wishes, first.rejects, first.group, first.priority, first.max_km) == ((), (), None, 0, None)
    assert (first.note, second.note, second.priority, second.max_km) == ("-", "nej", 0, 0)
    assert told(reading.issues) == {
        "workplace": (3, "-, –", [2, 3, 4]),
        "sector": (1, "ved ikke", [2]),
        "municipality": (1, "?", [2]),
        "days": (1, "n/a", [2]),
        "weeks": (1, "ingen", [2]),
        "wishes": (2, "Ingen, .", [2, 4]),
        "rejects": (2, "nej, none", [2, 3]),
        "group": (1, "nej", [2]),
        "priority": (1, "-", [2]),
        "max_km": (1, "ved det ikke", [2]),
    }


@pytest.mark.parametrize("word", ["-", "ingen", "0", "nej"])
def test_an_id_means_itself(tmp_path: Path, word: str) -> None:
    reading = read_files(sign_ups(tmp_path, f"{word};Ane;A;stat;Odense\n"))
    assert reading.round is not None
    assert reading.round.interns[0].id == word
    assert told(reading.issues) == {}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", "Na"),
        ("name", "No"),
        ("wishes", "0"),
        ("wishes[1]", "NA"),
        ("note", "-"),
        ("reason", "ingen"),
    ],
)
def test_words_that_may_be_a_name_or_free_text_stay(field: str, value: str) -> None:
    assert not is_no_answer(field, value)


@pytest.mark.parametrize(
    ("field", "value"), [("workplace", 0), ("themes", "na"), ("role", "No"), ("name", "-")]
)
def test_the_same_words_are_no_answer_elsewhere(field: str, value: object) -> None:
    assert is_no_answer(field, value)


@pytest.mark.parametrize("word", ["ingen", "nej", "0"])
def test_a_host_that_takes_nobody_is_not_given_the_usual_place(tmp_path: Path, word: str) -> None:
    sign_ups(tmp_path, "p1;Ane;A;stat;Odense\n", f"v1;B;stat;Odense;{word}\nv2;C;stat;Odense;2\n")
    reading = read_files(tmp_path)
    assert [(one.code, one.places[0].line) for one in reading.issues if one.severity == "warning"] == [
        ("host_closed", 2)
    ]
    assert reading.round is not None
    assert [host.id for host in reading.round.hosts] == ["v2"]


def test_a_lock_that_is_refused_is_not_read_as_agreed(tmp_path: Path) -> None:
    sign_ups(tmp_path, "p1;Ane;A;stat;Odense\n")
    (tmp_path / "locks.csv").write_text("intern;host;status\np1;v1;nej\n")
    assert errors(tmp_path) == {("not_one_of", 2)}


@pytest.mark.parametrize("name", ["round.xlsx", "folder"])
def test_a_round_whose_words_are_dashes_reads_back(tmp_path: Path, name: str) -> None:
    intern = {"id": "-", "name": "-", "workplace": "-", "role": "nej", "themes": ["ingen"], "group": "0"}
    round = Round.model_validate({"interns": [intern], "hosts": [{"id": "v1", "themes": ["-", "?"]}]})
    write_round(round, tmp_path / name)
    assert read(tmp_path / name) == round
