"""Lists as people keep them by hand: letters for sectors, lengths in two columns, news among the remarks."""

from __future__ import annotations

from pathlib import Path

import pytest

import innopraktik_match as im
from innopraktik_match.files import read_files
from innopraktik_match.files.rounds.reading import Reading
from innopraktik_match.files.values.answers import says_withdrawn
from innopraktik_match.files.values.dates import weeks
from tests.files.given import HOSTS, people, said, sign_ups, wishes, workbook


def lengths(reading: Reading) -> list[tuple[int, int] | None]:
    assert reading.round is not None
    return [intern.days and (intern.days.min, intern.days.max) for intern in reading.round.interns]


@pytest.mark.parametrize(
    "headers",
    [
        "Min. dage;Max dage",
        "Antal dage (mindst);Antal dage (højst)",
        "Dage fra;Dage til",
        "Korteste ophold;Længste ophold",
        "Minimum days;Maximum days",
    ],
)
def test_the_fewest_and_the_most_days_are_one_length(tmp_path: Path, headers: str) -> None:
    """Nobody stays longer than the week for having named the fewest days only."""
    reading = sign_ups(tmp_path, people(headers, "2;4", "3;", ";2"))
    assert lengths(reading) == [(2, 4), (3, 5), (1, 2)]
    assert said(reading) == {}


def test_the_fewest_days_above_the_most_are_told_with_their_cells(tmp_path: Path) -> None:
    reading = sign_ups(tmp_path, people("Min. dage;Max dage", "4;2", "", ""))
    assert reading.round is None
    assert [
        place.line for issue in reading.issues if issue.severity == "error" for place in issue.places
    ] == [2]


def test_letters_are_sectors_where_the_header_says_so(tmp_path: Path) -> None:
    rows = [["Navn", "Arbejdsplads", "Sektor (K/R/S/P)"], *(["P" + s, "A" + s, s] for s in "KRSp")]
    hosts = [["Navn", "Arbejdsplads", "Sektor"], ["V", "B", "C"]]
    reading = read_files(workbook(tmp_path / "r.xlsx", {"Praktikanter": rows, "Værter": hosts}))
    assert reading.round is not None
    sectors = [person.sector for person in (*reading.round.interns, *reading.round.hosts)]
    assert sectors == ["municipality", "region", "state", "private", "civil"]


@pytest.mark.parametrize("header", ["Køn", "Hold", "Team"])
def test_letters_are_no_sector_elsewhere(tmp_path: Path, header: str) -> None:
    reading = sign_ups(tmp_path, people(header, "K", "K", "R"))
    proposed = [issue.values.get("field") for issue in reading.issues if issue.code.startswith("column_")]
    assert "sector" not in proposed


@pytest.mark.parametrize(
    "text", ["37 el. 38", "uge 37 el. 38", "37 evt. 38", "uge 37, evt. 38", "37 hhv. 38"]
)
def test_weeks_are_joined_by_any_word(text: str) -> None:
    assert weeks(text, 2026) == ("2026-W37", "2026-W38")


def test_both_weeks_are_all_weeks() -> None:
    assert weeks("begge", 2026) == weeks("Begge uger", 2026) == weeks("both", 2026) == ()


@pytest.mark.parametrize(
    ("text", "out"),
    [
        ("Trækker mig desværre", True),
        ("Jeg må desværre trække mig pga. sygdom", True),
        ("Har meldt fra", True),
        ("Melder afbud!", True),
        ("Deltager alligevel ikke", True),
        ("Kan desværre ikke deltage (ny stilling)", True),
        ("I have to withdraw", True),
        ("Unfortunately I must withdraw", True),
        ("No longer taking part", True),
        ("Kan ikke deltage i uge 37", False),
        ("Trækker helst mod nord", False),
        ("Kan ikke være med onsdag", False),
        ("Deltager ikke gerne alene", False),
    ],
)
def test_what_says_that_somebody_is_out(text: str, out: bool) -> None:
    assert says_withdrawn(text) is out


def test_who_is_out_in_a_remark_is_not_placed_and_told(tmp_path: Path) -> None:
    reading = sign_ups(tmp_path, people("Bem.", "Trækker mig desværre", "kommer i bil", ""))
    assert reading.round is not None
    assert [intern.id for intern in reading.round.interns] == ["p2", "p3"]
    assert said(reading) == {"row_withdrawn": [2]}


@pytest.mark.parametrize("header", ["Frokost torsdag", "Introduktionsmøde 3/9", "Kick-off"])
def test_who_takes_no_part_in_something_else_is_an_intern(tmp_path: Path, header: str) -> None:
    reading = sign_ups(tmp_path, people(header, "deltager ikke", "deltager", "kan ikke deltage"))
    assert reading.round is not None
    assert len(reading.round.interns) == 3


@pytest.mark.parametrize(
    "header", ["OK fra chef", "Har min leder sagt ja?", "Nærmeste leder har godkendt", "Manager approved"]
)
def test_a_leaders_no_is_flagged(tmp_path: Path, header: str) -> None:
    reading = sign_ups(tmp_path, people(header, "ja", "nej, ikke endnu", "x"))
    assert said(reading)["consent_refused"] == [3]


def test_a_host_is_found_by_the_abbreviation_after_its_name(tmp_path: Path) -> None:
    hosts = HOSTS.replace("Havneservice", "Styrelsen for Havne (SFH)")
    reading = sign_ups(tmp_path, people("Ønske 1", "SFH", "styrelsen for havne", "Vejmuseet"), hosts)
    assert wishes(reading) == [("v1",), ("v1",), ("v2",)]


def test_a_host_without_a_workplace_may_be_ones_own_by_its_name(tmp_path: Path) -> None:
    """Ib works at Vejle Kommune, Børn, and Vejle Kommune is the only host: he stays, until somebody says."""
    interns = [
        ["Navn", "Arbejdsplads"],
        ["Ib", "Vejle Kommune, Børn"],
        ["Bo", "Vejle Kommune"],
        ["Eva", "DMI"],
    ]
    hosts = [["Vært", "Pladser"], ["Vejle Kommune", 3]]
    reading = read_files(workbook(tmp_path / "r.xlsx", {"Praktikanter": interns, "Værter": hosts}))
    assert reading.round is not None
    assert {"workplace_nearly_same", "workplace_by_name"} <= said(reading).keys()
    assert [visit.interns for visit in im.solve(reading.round).visits] == [("Eva",)]


def test_a_wish_that_finds_nobody_does_not_cost_the_column(tmp_path: Path) -> None:
    reading = sign_ups(tmp_path, people("Førsteprioritet;Andenprioritet", "v1;v2", "v2;Vejdirektorat", "v3;"))
    assert reading.round is None
    assert {issue.code for issue in reading.issues if issue.severity == "error"} == {"host_unknown"}


WEEKS = "Hvilke uger passer? [Uge 37];Hvilke uger passer? [Uge 38];Hvilke uger passer? [Uge 39]"


@pytest.mark.parametrize(
    ("headers", "rows"),
    [
        (WEEKS, ("ja;nej;ja", "Ja;Ja;", "nej;nej;nej")),
        ("Uge 37;Uge 38;Uge 39", ("x;;x", "X;x;", ";;")),
        ("Weeks [Week 37];Weeks [Week 38];Weeks [Week 39]", ("1;0;1", "1;1;0", "0;0;0")),
        ("7.-11. sept;14.-18. sept;21.-25. sept", ("valgt;;valgt", "valgt;valgt;", ";;")),
        ("Uge 37;Uge 38;Uge 39", ("Uge 37;;Uge 39", "Uge 37;Uge 38;", ";;")),
    ],
)
def test_weeks_to_tick_are_weeks(tmp_path: Path, headers: str, rows: tuple[str, ...]) -> None:
    """7 September is the Monday of week 37."""
    hosts = HOSTS.replace(";højst", ";uger;højst").replace(";2\n", ";37-39;2\n")
    reading = sign_ups(tmp_path, people(headers, *rows), hosts, "year = 2026\n")
    assert reading.round is not None
    found = [intern.weeks for intern in reading.round.interns]
    assert found == [("2026-W37", "2026-W39"), ("2026-W37", "2026-W38"), ()]
    assert said(reading)["columns_ticked"] == [1, 1, 1]


def test_lengths_to_tick_are_from_the_shortest_to_the_longest(tmp_path: Path) -> None:
    reading = sign_ups(tmp_path, people("[2 dage];[3 dage];[5 dage]", "ja;ja;nej", "nej;nej;ja", ";;"))
    assert lengths(reading) == [(2, 3), (5, 5), None]


@pytest.mark.parametrize("headers", ["Uge 37;Uge 38", "[Klima];[Data]", "1;2"])
def test_what_is_not_ticked_is_no_option(tmp_path: Path, headers: str) -> None:
    reading = sign_ups(tmp_path, people(headers, "måske;3", "helst;ja", ";"))
    assert "columns_ticked" not in said(reading)


@pytest.mark.parametrize("header", ["Host organisation", "Sted", "Enhed"])
def test_hosts_are_called_what_alone_tells_them_apart(tmp_path: Path, header: str) -> None:
    hosts = f"{header};sektor;kommune;højst\nVejmuseet;stat;Odense;2\nLandsarkivet;stat;Odense;2\n"
    reading = sign_ups(tmp_path, people("Ønske 1", "Vejmuseet", "Landsarkivet", ""), hosts)
    assert wishes(reading) == [("Vejmuseet",), ("Landsarkivet",), ()]


def test_that_people_work_at_hosts_is_no_wish(tmp_path: Path) -> None:
    interns = "id;sektor;kommune;Ansættelsessted\np1;stat;Odense;Vejmuseet\np2;stat;Odense;Landsarkivet\n"
    reading = sign_ups(tmp_path, interns)
    assert reading.round is not None
    assert [intern.workplace for intern in reading.round.interns] == ["Vejmuseet", "Landsarkivet"]
