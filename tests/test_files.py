"""Rounds come in from files and go out again; every fault names its cell."""

from __future__ import annotations

import io
import json
from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from innopraktik_match.files import (
    read,
    read_plan,
    read_with_issues,
    write_round,
    write_template,
)
from innopraktik_match.files.cells import Unreadable
from innopraktik_match.files.csv_tables import read_csv
from innopraktik_match.files.dates import weeks
from innopraktik_match.files.headers import table_of
from innopraktik_match.files.matching import find_columns
from innopraktik_match.files.sources import read_tables
from innopraktik_match.files.values import days, read_value
from innopraktik_match.issues import Issue, RoundError, WriteError
from innopraktik_match.round import Round
from innopraktik_match.texts import issue_lines

if TYPE_CHECKING:
    from pathlib import Path

Rows = list[list[Any]]

ROUND: dict[str, Any] = {
    "interns": [
        {
            "id": "p1",
            "name": "Søren Å",
            "email": "s@example.org",
            "workplace": "Odense Kommune",
            "sector": "municipality",
            "municipality": "Odense",
            "role": "leder",
            "themes": ["data", "velfærd"],
            "days": "2-5",
            "weeks": ["2026-W37", "2026-W38"],
            "wishes": ["v2", "v1"],
            "max_km": 100,
            "group": "G",
            "priority": 1,
            "note": "linje 1\nlinje 2",
            "extra": {"Farve": "blå; rød"},
        },
        {"id": "007", "workplace": "A", "sector": "state", "municipality": "Aarhus", "group": "G"},
    ],
    "hosts": [
        {
            "id": "v1",
            "name": "Styrelsen, Aarhus",
            "contact": "=1+1",
            "workplace": "Styrelsen",
            "sector": "state",
            "municipality": "Aarhus",
            "themes": ["data"],
            "min": 1,
            "max": 2,
            "days": 3,
            "roles": ["leder"],
            "rejects": ["007"],
        },
        {
            "id": "v2",
            "workplace": "Hospitalet",
            "sector": "region",
            "municipality": "Odense",
            "max": 2,
            "visits": 2,
            "wishes": ["p1"],
        },
    ],
    "pairs": [{"intern": "p1", "host": "v1", "points": 7}],
    "bans": [{"intern": "007", "host": "v1", "reason": "inhabil"}],
    "history": [
        {"intern": "p1", "workplace": "Museet", "year": 2024},
        {"intern": "007", "host": "v2"},
    ],
    "locks": [{"intern": "p1", "host": "v2", "week": "2026-W37", "days": 3, "status": "host_ok"}],
    "travel": [{"origin": "Odense", "destination": "Århus", "minutes": 95}],
    "policy": {
        "year": 2026,
        "weeks": ["2026-W37", "2026-W38"],
        "aims": ["placed", "worst_off", "points"],
        "seed": 3,
        "rules": {
            "travel": {"points_per_km": 0.25},
            "intern_wishes": {"mode": "soft", "points": [1, 2, 3], "unlisted": "forbid"},
            "quota": {"limits": [{"field": "sector", "value": "state", "max": 4}]},
        },
    },
}


def _workbook(path: Path, sheets: dict[str, Rows]) -> Path:
    import openpyxl

    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def _found(issues: list[Issue]) -> set[tuple[str, str | int | None]]:
    return {
        (issue.code, place.cell or place.line or place.row)
        for issue in issues
        for place in issue.places
        if issue.severity == "error"
    }


def _errors(*paths: Path, **options: Any) -> set[tuple[str, str | int | None]]:
    round, issues = read_with_issues(*paths, **options)
    assert round is None
    for issue in issues:
        assert all(issue_lines([issue], lang) for lang in ("da", "en"))
    return _found(issues)


PEOPLE = [["id", "workplace", "sector", "municipality"]]
INTERN = ["p1", "A", "kommunal", "Aarhus"]
HOST = ["v1", "B", "statslig", "Odense"]


@pytest.mark.parametrize("lang", ["da", "en"])
@pytest.mark.parametrize("name", ["runde.xlsx", "runde.json", "mappe med æøå"])
def test_a_round_reads_back_as_it_was_written(tmp_path: Path, name: str, lang: Any) -> None:
    round = Round.model_validate(ROUND)
    write_round(round, tmp_path / name, lang)
    back, issues = read_with_issues(tmp_path / name)
    assert issues == []
    assert back == round


@pytest.mark.parametrize("name", ["r.xlsx", "r.json", "folder"])
def test_a_preset_and_what_it_switches_off_survive(tmp_path: Path, name: str) -> None:
    rules = {"intern_wishes": {"points": [1, 2], "unlisted": "forbid"}, "travel": {"mode": "soft"}}
    round = Round.model_validate({**ROUND, "policy": {"preset": "bare", "rules": rules}})
    write_round(round, tmp_path / name)
    assert read(tmp_path / name).policy == round.policy


word = st.text(st.sampled_from("abcæøåÆ 12.,'\"=+-@"), min_size=1, max_size=12).map(
    lambda text: text.strip(" '") or "x"
)
plain = st.text(st.sampled_from("abcæøå 12"), min_size=1, max_size=8).map(lambda text: text.strip() or "x")
person = st.fixed_dictionaries(
    {},
    optional={
        "name": word,
        "workplace": word,
        "note": word,
        "sector": st.sampled_from(["municipality", "region", "state", "private", "civil", "other"]),
        "themes": st.lists(plain, max_size=3),
        "days": st.one_of(
            st.integers(1, 10),
            st.sampled_from(["2-5", {"min": 3, "max": 3}, {"min": 1, "max": 10}]),
        ),
        "weeks": st.lists(st.sampled_from(["2026-W37", "2026-W53", "2027-W01"]), unique=True),
        "visits": st.integers(1, 1000),
        "extra": st.dictionaries(st.sampled_from(["Farve", "=Sum"]), word),
    },
)


@given(st.lists(person, min_size=1, max_size=3), st.lists(person, min_size=1, max_size=3))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_round_reads_back(tmp_path: Path, interns: list[Any], hosts: list[Any]) -> None:
    data = {
        "interns": [{"id": f"p{n}", **row, "wishes": ["v0"]} for n, row in enumerate(interns)],
        "hosts": [{"id": f"v{n}", **row} for n, row in enumerate(hosts)],
    }
    round = Round.model_validate(data)
    for name in ("r.xlsx", "r.json", "folder"):
        write_round(round, tmp_path / name)
        assert read(tmp_path / name) == round, name


def test_a_danish_workbook_and_english_csv_files_are_the_same_round(tmp_path: Path) -> None:
    book = _workbook(
        tmp_path / "runde.xlsx",
        {
            "Forklaring": [["Sådan gør du"]],
            "Værter": [
                ["Navn", "Id", "Antal praktikanter", "Sektor", "Kommune", "Arbejdsplads", "Temaer"],
                ["Styrelsen", "v1", 2, "Statslig", "Aarhus", "S", "data|jura"],
                ["Hospitalet", "v2", None, "REGIONAL", "Odense", "H", None],
            ],
            "Praktikanter": [
                ["Tilmeldinger 2026"],
                [],
                [
                    "Praktikant",
                    "Nr",
                    "Ønske 2",
                    "Ønske 1",
                    "Antal dage",
                    "Uger",
                    "Sektor",
                    "Kommune",
                    "Arbejdsplads",
                    "Højst km",
                    "Bemærkning",
                    "Yndlingsret",
                ],
                [
                    "Åse",
                    "1",
                    "Hospitalet",
                    "styrelsen",
                    "2 til 3 dage",
                    "uge 37-38",
                    "kommunal",
                    "Aarhus",
                    "A",
                    "50 km",
                    "",
                    "rødgrød",
                ],
                [None] * 12,
                ["Bo", 2, None, None, 3, 38, "privat", "Odense", "B", None, "kommer sent", None],
                ["I alt", 2],
            ],
            "Indstillinger": [["År", 2026], ["rules.travel.points_per_km", "0,2"]],
        },
    )
    folder = tmp_path / "round"
    folder.mkdir()
    (folder / "interns.csv").write_text(
        "id,name,workplace,sector,municipality,days,weeks,wishes,max_km,note,Yndlingsret\n"
        '1,Åse,A,municipality,Aarhus,2-3,2026-W37|2026-W38,"v1,v2",50,,rødgrød\n'
        "2,Bo,B,private,Odense,3,2026-W38,,,kommer sent,\n"
    )
    (folder / "hosts.csv").write_text(
        "id\tname\tmax\tsector\tmunicipality\tworkplace\tthemes\n"
        "v1\tStyrelsen\t2\tstate\tAarhus\tS\tdata;jura\nv2\tHospitalet\t\tregion\tOdense\tH\t\n"
    )
    (folder / "policy.toml").write_text("year = 2026\n[rules.travel]\npoints_per_km = 0.2\n")
    danish, issues = read_with_issues(book)
    assert [(issue.code, issue.severity) for issue in issues] == [("total_row_skipped", "warning")]
    assert danish == read(folder)
    assert danish == read(*folder.iterdir())


@pytest.mark.parametrize("lang", ["da", "en"])
def test_the_template_reads_back_without_an_issue(tmp_path: Path, lang: Any) -> None:
    path = tmp_path / "skabelon.xlsx"
    write_template(path, lang)
    round, issues = read_with_issues(path)
    assert issues == []
    assert round is not None
    assert (len(round.interns), len(round.hosts), len(round.locks)) == (1, 2, 1)
    assert "let" in str(round.interns[0].note)


def test_the_template_offers_every_column_with_help_and_lists(tmp_path: Path) -> None:
    import openpyxl

    write_template(tmp_path / "t.xlsx")
    book = openpyxl.load_workbook(tmp_path / "t.xlsx")
    assert book.sheetnames == [
        *("Praktikanter", "Værter", "Par", "Udelukket", "Tidligere", "Låst", "Rejser"),
        *("Indstillinger", "Forklaring", "Lister"),
    ]
    sheet = book["Praktikanter"]
    assert sheet.freeze_panes == "A2"
    assert all(cell.comment for cell in sheet[1])
    lists = {str(one.sqref): one.formula1 for one in sheet.data_validations.dataValidation}
    assert lists["E2:E2001"] == "'Lister'!$A$2:$A$7"
    assert lists["F2:F2001"] == "'Lister'!$B$2:$B$99"
    names = [cell.value for cell in book["Lister"]["B"]]
    assert (names[1], names[-1]) == ("Albertslund", "Aarhus")


def test_every_fault_of_a_workbook_comes_at_once_with_its_cell(tmp_path: Path) -> None:
    book = _workbook(
        tmp_path / "r.xlsx",
        {
            "Praktikanter": [
                ["Id", "Dage", "Uger", "Besøg", "Sektor", "Ønske 1", "Ønske 2", "Arbejdspalds"],
                ["p1", "3-6 mdr", "uge 60", 0, "kommunnal", "v1", "v9", None],
                ["P1", 99, "37", 2.5, "#N/A", None, None, "x"],
                [123456789012345678, None, None, None, None, None, None, None],
                [None, 3, None, None, None, None, None, None],
            ],
            "Værter": [["Id", "Mindst", "Højst"], ["v1", 3, 2], ["v2", 1, 4]],
            "Låst": [["Praktikant", "Vært", "Dage"], ["p1", "v2", 0], [None, "v2", 3]],
            "Udelukket": [["Praktikant", "Vært"], ["p1", "v2"]],
            "Par": [["Praktikant", "Point"], ["p1", 3]],
            "Indstillinger": [
                ["year", 2026],
                ["aims", "placed|pints"],
                ["rules.travl.mode", "soft"],
            ],
        },
    )
    assert _errors(book) == {
        ("days_unreadable", "B2"),
        ("week_does_not_exist", "C2"),
        ("number_too_small", "D2"),
        ("not_one_of", "E2"),
        ("host_unknown", "G2"),
        ("column_misspelt", "H1"),
        ("days_out_of_range", "B3"),
        ("not_whole", "D3"),
        ("error_value", "E3"),
        ("id_twice", "A2"),
        ("id_twice", "A3"),
        ("id_long_number", "A4"),
        ("id_missing", "A5"),
        ("min_above_max", "B2"),
        ("max_above_limit", "C3"),
        ("number_too_small", "C2"),
        ("field_missing", "A3"),
        ("lock_banned", "B2"),
        ("column_missing", "A1"),
        ("not_one_of", "B2"),
        ("key_unknown", "B3"),
    }


def test_a_formula_nobody_calculated_is_an_error_and_a_cached_value_is_read(tmp_path: Path) -> None:
    import xlsxwriter

    for name, cached in (("new.xlsx", ""), ("saved.xlsx", 3)):
        with xlsxwriter.Workbook(tmp_path / name) as book:
            for title, row in (("Praktikanter", INTERN), ("Værter", HOST)):
                sheet = book.add_worksheet(title)
                sheet.write_row(0, 0, [*PEOPLE[0], "visits"])
                sheet.write_row(1, 0, row)
                if title == "Praktikanter":
                    sheet.write_formula(1, 4, "=1+2", None, cached)
    assert read(tmp_path / "saved.xlsx").interns[0].visits == 3
    _remove_cached(tmp_path / "new.xlsx")
    assert _errors(tmp_path / "new.xlsx") == {("formula_without_value", "E2")}


def _remove_cached(path: Path) -> None:
    import zipfile

    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    parts[sheet] = parts[sheet].replace(b"<v></v>", b"")
    with zipfile.ZipFile(path, "w") as new:
        for name, data in parts.items():
            new.writestr(name, data)


def test_cp1252_is_read_and_said(tmp_path: Path) -> None:
    for name, row in (("praktikanter.csv", INTERN), ("værter.csv", HOST)):
        text = f"id;arbejdsplads;sektor;kommune;navn\r\n{';'.join(row)};Søren Æ\r\n"
        (tmp_path / name).write_bytes(text.encode("cp1252"))
    round, issues = read_with_issues(tmp_path)
    assert round is not None
    assert round.interns[0].name == "Søren Æ"
    assert [(issue.code, issue.severity) for issue in issues] == [("read_as_cp1252", "info")] * 2
    assert read_with_issues(tmp_path, encoding="cp1252")[1] == []


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_byte_order_marks_decide(encoding: str) -> None:
    tables, issues = read_csv("id;navn\np1;Åse\n".encode(encoding), "interns.csv")
    assert issues == []
    assert tables[0].rows[0].cells == ("id", "navn")
    assert tables[0].rows[1].cells == ("p1", "Åse")


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("id;navn\np1;a;b\n", "row_ragged", 2),
        ("id;navn\n\np1\n", "row_ragged", 3),
        ('id;navn\n"p1\nx";a\np2;"b\n', "quote_unclosed", 4),
        ("id;navn\np1;\0\n", "null_byte", 2),
        (f"id;navn\np1;{'x' * 200_000}\n", "cell_too_large", 2),
    ],
)
def test_broken_csv_names_the_line(text: str, code: str, line: int) -> None:
    issues = read_csv(text.encode(), "interns.csv")[1]
    assert [(issue.code, issue.places[0].line) for issue in issues] == [(code, line)]


def test_lines_stay_right_after_a_cell_with_a_line_break_and_a_sep_line() -> None:
    tables, _ = read_csv(b'sep=;\r\nid;note\r\np1;"a\r\nb"\r\np2;c\r\n', "interns.csv")
    assert [row.line for row in tables[0].rows] == [2, 3, 5]


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.xlsx", b"", "file_empty"),
        ("a.csv", b" \n", "file_empty"),
        ("a.xlsx", b"PK\x03\x04broken", "workbook_damaged"),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "workbook_old"),
        ("a.xls", b"<html><table></table></html>", "file_is_html"),
        ("a.json", b"{", "json_broken"),
        ("a.json", b"[" * 100_000, "json_broken"),
        ("a.json", b"[]", "json_not_a_round"),
        ("a.json", b"\xff{}", "encoding_wrong"),
        ("a.toml", b"a = ", "toml_broken"),
        ("a.toml", b"\xff", "encoding_wrong"),
    ],
)
def test_files_that_cannot_be_read_say_why(tmp_path: Path, name: str, data: bytes, code: str) -> None:
    (tmp_path / name).write_bytes(data)
    round, issues = read_with_issues(tmp_path / name)
    assert round is None
    assert issues[0].code == code
    assert issues[0].places[0].file == name


def test_missing_files_and_folders_without_tables_say_so(tmp_path: Path) -> None:
    assert _errors(tmp_path / "no.xlsx") == {("file_missing", None)}
    assert _errors(tmp_path) == {("folder_empty", None)}
    assert {issue.code for issue in read_with_issues()[1]} == {"no_input"}
    assert ("file_missing", None) in _errors(policy=tmp_path / "no.toml")


def test_the_content_tells_what_a_file_is(tmp_path: Path) -> None:
    write_round(Round.model_validate(ROUND), tmp_path / "r.xlsx")
    data = (tmp_path / "r.xlsx").read_bytes()
    tables, issues = read_tables(data, "r.csv")
    assert tables[0].sheet == "Praktikanter"
    assert [issue.code for issue in issues] == ["file_is_workbook"]
    tables, issues = read_tables(b"id;navn\np1;a\n", "interns.xlsx")
    assert tables[0].rows[1].cells == ("p1", "a")
    assert [issue.code for issue in issues] == ["file_is_text"]


def test_a_workbook_that_swells_is_refused_before_it_is_inflated() -> None:
    import zipfile

    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "x")
        for number in range(9):
            archive.writestr(f"xl/worksheets/sheet{number}.xml", b" " * 2**25)
    issues = read_tables(target.getvalue(), "b.xlsx")[1]
    assert [issue.code for issue in issues] == ["file_too_large"]


@pytest.mark.parametrize(
    ("read", "expected"),
    [
        (3, (3, 3, True)),
        ("3 dage", (3, 3, True)),
        ("ca. 3", (3, 3, True)),
        ("2-5", (2, 5, False)),
        ("3-3", (3, 3, False)),
        ("2 til 3 dage", (2, 3, False)),
        ("2–3 days", (2, 3, False)),
        ("max 3", (1, 3, False)),
        ("højst 4 dage", (1, 4, False)),
        ("3+", (3, 10, False)),
        ("mindst 2", (2, 10, False)),
        ("2½", (2, 3, False)),
        ("2,5 dage", (2, 3, False)),
        (2.5, (2, 3, False)),
    ],
)
def test_days_are_read_as_people_write_them(read: object, expected: tuple[Any, ...]) -> None:
    assert tuple(days(read).values()) == expected


@pytest.mark.parametrize("read", ["3-6 mdr", "et halvt år", "5-2", 0, 99, "2-11", True])
def test_days_that_make_no_sense_are_refused(read: object) -> None:
    with pytest.raises(Unreadable):
        days(read)


@pytest.mark.parametrize(
    ("read", "expected"),
    [
        (37, ["2026-W37"]),
        ("uge 37", ["2026-W37"]),
        ("u37", ["2026-W37"]),
        ("37-39", ["2026-W37", "2026-W38", "2026-W39"]),
        ("uge 36 til 37", ["2026-W36", "2026-W37"]),
        ("2027-W01", ["2027-W01"]),
        ("uge 2/2027", ["2027-W02"]),
        ("2026-W53, 2027-W01", ["2026-W53", "2027-W01"]),
        ("2027-W01 - 2027-W02", ["2027-W01", "2027-W02"]),
        ("37 og 38", ["2026-W37", "2026-W38"]),
        ("2026-09-11", ["2026-W37"]),
        (datetime(2026, 9, 7), ["2026-W37"]),
    ],
)
def test_weeks_are_read_as_people_write_them(read: object, expected: list[str]) -> None:
    assert list(weeks(read, 2026)) == expected


@pytest.mark.parametrize(
    ("read", "year", "code"),
    [
        ("uge 37", None, "week_without_year"),
        ("uge 53", 2025, "week_does_not_exist"),
        ("39-37", 2026, "weeks_reversed"),
        ("efterår", 2026, "weeks_unreadable"),
        ("2026-02-30", 2026, "date_does_not_exist"),
    ],
)
def test_weeks_that_make_no_sense_are_refused(read: str, year: int | None, code: str) -> None:
    with pytest.raises(Unreadable) as refused:
        weeks(read, year)
    assert refused.value.code == code


def test_two_to_five_that_became_a_date_is_not_guessed() -> None:
    with pytest.raises(Unreadable) as refused:
        days(datetime(2026, 5, 2))
    assert refused.value.code == "days_became_date"


def test_priority_may_be_yes_or_no() -> None:
    assert [read_value("interns", "priority", one, None) for one in ("ja", "Nej", True, 3)] == [*(1, 0, 1, 3)]


def test_an_id_and_a_number_are_kept_apart(tmp_path: Path) -> None:
    interns = [*PEOPLE, ["007", *INTERN[1:]], [7, *INTERN[1:]], [8.0, *INTERN[1:]]]
    book = _workbook(tmp_path / "r.xlsx", {"Interns": interns, "Hosts": [*PEOPLE, HOST]})
    assert [intern.id for intern in read(book).interns] == ["007", "7", "8"]


def test_a_missing_id_is_the_name_and_wishes_may_be_names(tmp_path: Path) -> None:
    interns = [["navn", "ønsker"], ["Bo", "Teknik, Aarhus; museet"], ["Åse", "Museet"]]
    hosts = [["vært", "fravalg"], ["Teknik, Aarhus", "åse"], ["Museet", None]]
    book = _workbook(tmp_path / "r.xlsx", {"Praktikanter": interns, "Værter": hosts})
    round = read(book, preset="bare")
    assert round.interns[0].wishes == ("Teknik, Aarhus", "Museet")
    assert round.hosts[0].rejects == ("Åse",)


def test_a_name_that_two_have_is_not_guessed(tmp_path: Path) -> None:
    hosts = [["id", "navn"], ["v1", "Museet"], ["v2", "museet"]]
    sheets: dict[str, Rows] = {
        "Værter": hosts,
        "Praktikanter": [["id", "ønsker"], ["p1", "Museet"]],
    }
    book = _workbook(tmp_path / "r.xlsx", sheets)
    assert _errors(book, preset="bare") == {("name_ambiguous", "B2")}


def test_tables_are_known_by_their_columns_too(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("id,name,wish_1,max_km\np1,x,v1,\n")
    (tmp_path / "b.csv").write_text("id,name,contact,max\nv1,x,y,2\n")
    (tmp_path / "c.csv").write_text("intern,host,points\np1,v1,4\n")
    round = read(tmp_path / "a.csv", tmp_path / "b.csv", tmp_path / "c.csv", preset="bare")
    assert (round.hosts[0].max, round.pairs[0].points) == (2, 4)


def test_a_table_nobody_knows_is_named(tmp_path: Path) -> None:
    book = {"Interns": [*PEOPLE, INTERN], "Hosts": [*PEOPLE, HOST], "Kantine": [["ret"], ["suppe"]]}
    round, issues = read_with_issues(_workbook(tmp_path / "r.xlsx", book))
    assert round is not None
    assert [(issue.code, issue.severity, issue.places[0].sheet) for issue in issues] == [
        ("table_unknown", "info", "Kantine")
    ]


def test_two_columns_for_one_field_are_an_error(tmp_path: Path) -> None:
    rows = [[*PEOPLE[0], "Sektor"], [*INTERN, "privat"]]
    book = _workbook(tmp_path / "r.xlsx", {"Interns": rows, "Hosts": [*PEOPLE, HOST]})
    assert _errors(book) == {("column_twice", "C1"), ("column_twice", "E1")}


def test_the_callers_policy_wins_over_the_files(tmp_path: Path) -> None:
    write_round(Round.model_validate(ROUND), tmp_path / "r.json")
    (tmp_path / "mine.toml").write_text("seed = 9\n[rules.travel]\nmode = 'soft'\n")
    for policy in (tmp_path / "mine.toml", {"seed": 9, "rules": {"travel": {"mode": "soft"}}}):
        read_policy = read(tmp_path / "r.json", policy=policy).policy
        assert (read_policy.seed, read_policy.year) == (9, 2026)
        assert read_policy.rules.travel.model_dump() == {**{"mode": "soft", "points_per_km": 0.25}}
    assert read(tmp_path / "r.json", preset="bare").policy.preset == "bare"


def test_every_fault_of_a_policy_comes_at_once_with_a_suggestion(tmp_path: Path) -> None:
    write_round(Round.model_validate({**ROUND, "policy": {}}), tmp_path / "r.json")
    text = (
        "sed = 1\nyear = 'x'\nweeks = [60]\naims = ['points']\n"
        "[rules.travle]\nmode = 'soft'\n[rules.travel]\nmode = 'hrad'\npoints_per_km = 'x'\n"
        "[rules.capacity]\nlimit = 9\n[rules.quota]\nlimits = [{field = 'sector', value = 'x'}]\n"
    )
    (tmp_path / "p.toml").write_text(text)
    round, issues = read_with_issues(tmp_path / "r.json", policy=tmp_path / "p.toml")
    assert round is None
    found = {
        (issue.code, issue.values["key"], issue.values.get("suggestion"))
        for issue in issues
        if "key" in issue.values
    }
    assert found == {
        ("key_unknown", "sed", "seed"),
        ("not_whole", "year", None),
        ("week_without_year", "weeks", None),
        ("aims_order", "aims", None),
        ("key_unknown", "rules.travle", "travel"),
        ("not_one_of", "rules.travel.mode", None),
        ("not_number", "rules.travel.points_per_km", None),
        ("number_too_large", "rules.capacity.limit", None),
        ("quota_unbounded", "rules.quota.limits", None),
    }


def test_every_fault_of_a_json_round_comes_at_once_with_its_row(tmp_path: Path) -> None:
    data = {
        "interns": [
            {"id": "p1", "days": "x", "wishes": ["v1", "v7"], "nmae": "s", "weeks": [37]},
            3,
            {"id": 5, "name": "Hemmelig Person"},
        ],
        "hosts": [{"id": "v1", "min": 3, "max": 2}, {"id": "v2", "min": "x"}],
        "history": [{"intern": "p1"}],
        "polcy": {},
        "pairs": {},
        "policy": [],
    }
    (tmp_path / "r.json").write_text(json.dumps(data))
    assert _errors(tmp_path / "r.json") == {
        ("days_unreadable", 1),
        ("key_unknown", 1),
        ("week_without_year", 1),
        ("host_unknown", 1),
        ("not_object", 2),
        ("not_text", 3),
        ("min_above_max", 1),
        ("not_whole", 2),
        ("past_visit_nowhere", 1),
        ("key_unknown", None),
        ("not_list", None),
        ("not_object", None),
    }
    with pytest.raises(RoundError) as refused:
        read(tmp_path / "r.json")
    assert "Hemmelig" not in str(refused.value)
    assert 'Did you mean "name"?' in str(refused.value)


def test_bare_weeks_in_json_belong_to_the_year_of_the_policy(tmp_path: Path) -> None:
    data = {
        "interns": [{"id": "p1", "weeks": [37]}],
        "hosts": [{"id": "v1"}],
        "policy": {"year": 2026, "weeks": [37, 38], "preset": "bare"},
        "locks": [{"intern": "p1", "host": "v1", "week": 37}],
    }
    (tmp_path / "r.json").write_text(json.dumps(data))
    round = read(tmp_path / "r.json")
    assert (round.interns[0].weeks, round.locks[0].week) == (("2026-W37",), "2026-W37")
    assert round.policy.weeks == ("2026-W37", "2026-W38")


def _plan_round(**policy: Any) -> Round:
    return Round.model_validate(
        {
            "interns": [{"id": f"p{n}", "name": f"Navn {n}"} for n in range(1, 5)],
            "hosts": [{"id": "v1", "name": "Et", "max": 2, "visits": 2}, {"id": "v2"}],
            "policy": {"preset": "bare", **policy},
        }
    )


def _visits(path: Path, round: Round) -> list[tuple[Any, ...]]:
    return [(visit.host, visit.week, visit.days, visit.interns) for visit in read_plan(path, round).visits]


def test_a_plan_made_by_hand_needs_only_intern_and_host(tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    path.write_text("Praktikant;Vært\np1;v1\nNavn 2;v1\np3;Et\n")
    round = _plan_round(weeks=["2026-W37"])
    plan = read_plan(path, round)
    assert [(visit.host, visit.week, visit.interns) for visit in plan.visits] == [
        ("v1", "2026-W37", ("p1", "p2", "p3"))
    ]
    assert [one.intern for one in plan.unplaced] == ["p4"]
    assert plan.unused_hosts == ("v2",)
    assert _visits(path, _plan_round()) == [
        ("v1", None, None, ("p1", "p2")),
        ("v1", None, None, ("p3",)),
    ]


def test_a_number_tells_visits_apart(tmp_path: Path) -> None:
    book = {
        "Oversigt": [["Tal", 3]],
        "Plan": [
            ["Besøg", "Vært-id", "Vært", "Praktikant-id", "Praktikant"],
            [1, "v1", "Et", "p1", "Navn 1"],
            [2, "v1", "Et", "p2", "Navn 2"],
            [1, "v1", "Et", "p3", "Navn 3"],
        ],
    }
    path = _workbook(tmp_path / "plan.xlsx", book)
    assert _visits(path, _plan_round()) == [
        ("v1", None, None, ("p1", "p3")),
        ("v1", None, None, ("p2",)),
    ]


def test_a_plan_as_json_reads_back(tmp_path: Path) -> None:
    round = _plan_round()
    (tmp_path / "hand.csv").write_text("intern,host,status\np1,v1,aftalt\n")
    plan = read_plan(tmp_path / "hand.csv", round)
    assert plan.visits[0].status == "agreed"
    (tmp_path / "plan.json").write_text(plan.model_dump_json())
    assert read_plan(tmp_path / "plan.json", round) == plan


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("p.csv", "intern,host\np1,v9\np8,v1\n", {("host_unknown", 2), ("intern_unknown", 3)}),
        ("p.csv", "person,sted\np1,v9\n", {("column_missing", 1)}),
        ("p.csv", "intern,host,days\np1,v1,x\n", {("not_whole", 2)}),
        ("p.json", '{"visits": [{"host": "v1"}]}', {("field_missing", 1)}),
        ("p.json", "[]", {("not_object", None)}),
        ("p.json", "{", {("json_broken", 1)}),
    ],
)
def test_a_plan_that_does_not_fit_says_where(
    tmp_path: Path, name: str, text: str, expected: set[tuple[str, int | None]]
) -> None:
    (tmp_path / name).write_text(text)
    with pytest.raises(RoundError) as refused:
        read_plan(tmp_path / name, _plan_round())
    assert _found(list(refused.value.issues)) == expected
    assert len(str(refused.value).splitlines()) == len(refused.value.issues)


def test_a_plan_says_the_week_where_the_round_has_several(tmp_path: Path) -> None:
    (tmp_path / "p.csv").write_text("intern,host\np1,v1\n")
    with pytest.raises(RoundError) as refused:
        read_plan(tmp_path / "p.csv", _plan_round(weeks=["2026-W37", "2026-W38"]))
    assert [issue.code for issue in refused.value.issues] == ["plan_week_missing"]


def test_what_cannot_be_written_is_said_and_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "r.json").mkdir()
    with pytest.raises(WriteError):
        write_round(Round.model_validate(ROUND), tmp_path / "r.json")
    assert [path.name for path in tmp_path.iterdir()] == ["r.json"]


def test_headers_are_found_whatever_their_case_and_punctuation() -> None:
    tables, _ = read_csv("ID:;  E-Mail ;1. prioritet;Ønske nr. 2;ukendt\np1;;;;x\n".encode(), "x.csv")
    columns = find_columns("interns", tables[0])
    assert columns.fields == {"id": 0, "email": 1, "wishes[0]": 2, "wishes[1]": 3}
    assert columns.extra == {4: "ukendt"}


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Praktikanter", "interns"),
        ("værter_2026", "hosts"),
        ("Låste besøg", "locks"),
        ("tidligere praktikanter", "history"),
        ("Par", "pairs"),
    ],
)
def test_tables_are_known_by_their_names(title: str, kind: str) -> None:
    tables, _ = read_csv(b"a;b\n", f"{title}.csv")
    assert table_of(tables[0]) == kind
