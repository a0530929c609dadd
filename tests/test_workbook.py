"""The plan's workbook: in reading order, real dates, sorted as people count, and nothing hidden about people."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime

import openpyxl
import pytest

import innopraktik_match as im
from innopraktik_match.report.workbook import plan_workbook

FREE_TEXT = "Jeg har været ansat i tolv år og kunne godt tænke mig noget nyt."


def intern(identity: str, name: str, **more: object) -> dict[str, object]:
    return {"id": identity, "name": name, "municipality": "Odense", "days": 2, **more}


ROUND = im.Round.model_validate(
    {
        "interns": [
            intern("p10", "Åse 10", wishes=["v10"], note=FREE_TEXT, extra={"Løbenr": "7", "Samtykke": "ja"}),
            intern("p2", "Åse 2", wishes=["v10"], extra={"Løbenr": "8", "Baggrund": FREE_TEXT}),
            intern("p1", "Zenia", extra={"Status": "ny"}),
        ],
        "hosts": [
            {"id": "v10", "name": "Vært 10", "municipality": "Aarhus", "days": "1-5"},
            {"id": "v2", "name": "Vært 2", "municipality": "Odense", "days": "1-5", "max": 2},
        ],
        "policy": {"weeks": ["2026-W15", "2026-W16"]},
    }
)
PLAN = im.solve(ROUND)


def book_of(round: im.Round = ROUND, plan: im.Plan = PLAN, lang: str = "da") -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(plan_workbook(plan, round, lang)))


def table(book: openpyxl.Workbook, sheet: str) -> list[dict[str, object]]:
    header, *rows = book[sheet].iter_rows(min_row=4, values_only=True)
    return [dict(zip(header, row, strict=True)) for row in rows]


def test_the_plan_begins_with_what_people_look_for():
    header = [cell.value for cell in book_of()["Plan"][4]]
    wanted = ["Praktikant", "Vært", "Uge", "Datoer fra", "Datoer til", "Dage", "Ønske", "Km", "Status"]
    assert header[: len(wanted)] == wanted
    assert book_of()["Plan"].freeze_panes == "C5"


def test_days_are_dates_and_those_on_which_people_work():
    """Week 15 of 2026 begins with Easter Monday: two days are Tuesday and Wednesday."""
    rows = [row for row in table(book_of(), "Plan") if row["Uge"] == 15]
    assert {(row["Datoer fra"], row["Datoer til"]) for row in rows} == {
        (datetime(2026, 4, 7), datetime(2026, 4, 8))
    }


def test_rows_are_sorted_as_people_count():
    assert [row["Praktikant"] for row in table(book_of(), "Plan")] == ["Zenia", "Åse 2", "Åse 10"]
    hosts = [row["Vært"] for row in table(book_of(), "Pr. vært")]
    assert hosts == sorted(hosts, key=lambda name: int(name.split()[1]))


def test_what_is_hidden_is_folded_columns_and_two_sheets_without_names():
    book = book_of()
    assert [sheet.title for sheet in book if sheet.sheet_state != "visible"] == ["Om planen", "Bevis"]
    hidden = [str(cell) for name in ("Om planen", "Bevis") for row in book[name].values for cell in row]
    assert not any(name in cell for name in ("Åse", "Zenia", "Vært 2", FREE_TEXT) for cell in hidden)
    folded = [one for one in book["Plan"].column_dimensions.values() if one.hidden]
    assert folded
    assert all(one.outlineLevel == 1 for one in folded)


def test_nobody_is_named_as_the_author():
    properties = book_of().properties
    assert (properties.creator or "", properties.lastModifiedBy or "") == ("", "")


def test_the_same_plan_gives_the_same_bytes_however_long_it_took():
    slow = PLAN.model_copy(update={"seconds": 99.0}).sealed()
    assert plan_workbook(slow, ROUND, "da") == plan_workbook(PLAN, ROUND, "da")
    assert plan_workbook(im.solve(ROUND), ROUND, "da") == plan_workbook(PLAN, ROUND, "da")


def test_consent_free_text_and_notes_stay_out_unless_they_are_chosen():
    usual = book_of()
    header = {cell.value for cell in usual["Plan"][4]}
    assert {"Løbenr", "Praktikant: Status"} <= header
    words = "".join(str(cell) for sheet in usual for row in sheet.values for cell in row)
    assert FREE_TEXT not in words
    assert "Samtykke" not in header
    policy = ROUND.policy.model_copy(update={"carry": ("baggrund", "note", "Samtykke")})
    chosen = ROUND.model_copy(update={"policy": policy})
    assert chosen.sha256() == ROUND.sha256()
    header = {cell.value for cell in book_of(chosen)["Plan"][4]}
    assert {"Baggrund", "Praktikantens bemærkning", "Samtykke"} <= header
    assert "Løbenr" not in header


def test_what_stays_out_is_told_when_the_files_are_checked():
    from innopraktik_match.report.carried import kept_out
    from innopraktik_match.texts.readback import readback_lines

    assert kept_out(ROUND) == {"Samtykke", "Baggrund"}
    table = {
        **dict.fromkeys(("file", "sheet"), "x"),
        **{"table": "interns", "rows": 3, "header_line": 1, "columns": {}},
        "carried": ["Løbenr", "Samtykke", "Baggrund"],
    }
    assert readback_lines([table], "da", kept_out(ROUND))[1:] == [
        "    Bruges ikke, men kommer med i planen: »Løbenr«.",
        "    Kommer ikke med i planen (samtykke, fri tekst eller ikke valgt): »Samtykke«, »Baggrund«.",
    ]


def test_text_is_text_numbers_are_numbers_and_shares_can_be_added():
    rows = {row[0]: row[1:4] for row in book_of()["Overblik"].iter_rows(values_only=True, max_col=4)}
    assert rows["Praktikanter med besøg"] == (3, 3, 1)
    with zipfile.ZipFile(io.BytesIO(plan_workbook(PLAN, ROUND, "da"))) as parts:
        sheets = [parts.read(name).decode() for name in parts.namelist() if "worksheets/sheet" in name]
        assert any("charts/chart" in name for name in parts.namelist())
    assert not any("<f>" in sheet or "<hyperlink" in sheet for sheet in sheets)


@pytest.mark.parametrize(("lang", "other"), [("da", "en"), ("en", "da")])
def test_a_workbook_speaks_one_language(lang, other):
    from innopraktik_match.texts.report import COLUMNS
    from innopraktik_match.texts.workbook import OVERVIEW, SHEETS

    words = {"da": 0, "en": 1}
    book = book_of(lang=lang)
    told = {str(cell) for sheet in book for row in sheet.values for cell in row} | set(book.sheetnames)
    foreign = {
        pair[words[other]]
        for pair in (*COLUMNS.values(), *SHEETS.values(), *OVERVIEW.values())
        if len(set(pair)) > 1
    }
    own = {pair[words[lang]] for pair in (*COLUMNS.values(), *SHEETS.values(), *OVERVIEW.values())}
    assert not told & (foreign - own)


def test_somebody_moved_by_name_without_the_id_and_number_joins_the_visit_that_is_there(tmp_path):
    people = [{"id": f"p{n}", "name": name} for n, name in enumerate(("Anna", "Bo"), 1)]
    hosts = [{"id": "v1", "name": "Skat", "max": 2}, {"id": "v2", "name": "Skat", "max": 2}]
    locks = [{"intern": f"p{n}", "host": f"v{n}", "week": "2026-W37"} for n in (1, 2)]
    round = im.Round.model_validate(
        {"interns": people, "hosts": hosts, "locks": locks, "policy": {"weeks": ["2026-W37", "2026-W38"]}}
    )
    im.write(im.solve(round), tmp_path / "plan.xlsx", round)
    book = openpyxl.load_workbook(tmp_path / "plan.xlsx")
    column = {cell.value: cell.column for cell in book["Plan"][4]}
    for name, value in (("Vært", "Skat (v2)"), ("Vært-id", None), ("Besøg", None)):
        book["Plan"].cell(5, column[name]).value = value
    book.save(tmp_path / "moved.xlsx")
    (visit,) = im.read_plan(tmp_path / "moved.xlsx", round).visits
    assert (visit.host, visit.week, visit.interns) == ("v2", "2026-W37", ("p1", "p2"))
