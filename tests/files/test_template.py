"""The workbook to fill in."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from innopraktik_match.files import read, read_with_issues, write_template
from innopraktik_match.files.values import years

if TYPE_CHECKING:
    from pathlib import Path


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
        *("Indstillinger", "Regler", "Forklaring", "Lister"),
    ]
    sheet = book["Praktikanter"]
    assert sheet.freeze_panes == "A2"
    assert all(cell.comment for cell in sheet[1])
    lists = {str(one.sqref): one.formula1 for one in sheet.data_validations.dataValidation}
    assert lists["E2:E2001"] == "'Lister'!$A$2:$A$7"
    assert lists["F2:F2001"] == "'Lister'!$B$2:$B$99"
    names = [cell.value for cell in book["Lister"]["B"]]
    assert (names[1], names[-1]) == ("Albertslund", "Aarhus")


@pytest.mark.parametrize(
    ("today", "year"), [(date(2026, 9, 7), 2026), (date(2026, 9, 8), 2027), (date(2027, 1, 1), 2027)]
)
def test_the_year_of_the_template_is_that_of_the_coming_round(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, today: date, year: int
) -> None:
    monkeypatch.setattr(years, "today", lambda: today)
    write_template(tmp_path / "da.xlsx", "da")
    assert read(tmp_path / "da.xlsx").policy.year == year


def test_the_template_says_the_same_in_both_languages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(years, "today", lambda: date(2026, 5, 1))
    write_template(tmp_path / "da.xlsx", "da")
    write_template(tmp_path / "en.xlsx", "en")
    policy = read(tmp_path / "da.xlsx").policy
    assert policy == read(tmp_path / "en.xlsx").policy
    assert (policy.year, policy.weeks, policy.aims) == (2026, ("2026-W37",), None)


def test_the_rows_to_delete_are_danish_or_english(tmp_path: Path) -> None:
    import openpyxl

    write_template(tmp_path / "en.xlsx", "en")
    book = openpyxl.load_workbook(tmp_path / "en.xlsx")
    example = [cell.value for cell in book["Interns"][2]]
    assert example[:4] == ["P-example", "Exa Mple", "eks@example.org", "Exampletown Library"]
    assert "citizen participation; data" in example
    assert [cell.value for cell in book["Lists"][1]] == ["sector", "municipality", "status"]
    write_template(tmp_path / "da.xlsx", "da")
    danish = openpyxl.load_workbook(tmp_path / "da.xlsx")
    assert [cell.value for cell in danish["Lister"][1]] == ["Sektor", "Kommune", "Status"]
    assert "borgerinddragelse; data" in [cell.value for cell in danish["Praktikanter"][2]]
