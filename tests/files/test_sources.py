"""Files as bytes: what they are, and why they cannot be read."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from innopraktik_match.domain.round import Round
from innopraktik_match.files import (
    read_with_issues,
    write_round,
)
from innopraktik_match.files.raw.inputs import read_tables
from innopraktik_match.report import write
from innopraktik_match.solving import solve
from tests.files.given import ROUND, errors

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.xlsx", b"", "file_empty"),
        ("a.csv", b" \n", "file_empty"),
        ("a.xlsx", b"PK\x03\x04broken", "workbook_damaged"),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "workbook_old"),
        ("a.xls", b"<html><table></table></html>", "file_is_html"),
        ("a.json", b"{", "json_broken"),
        ("a.json", b"[" * 100_000, "file_overfull"),
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


@pytest.mark.parametrize("lang", ["da", "en"])
def test_a_plan_that_lies_beside_its_round_is_left_out_and_told(tmp_path: Path, lang: str) -> None:
    given = Round.model_validate(ROUND)
    write_round(given, tmp_path / "round.xlsx", lang=lang)
    write(solve(given), tmp_path / "plan.xlsx", given, lang=lang)
    round, issues = read_with_issues(tmp_path)
    assert round is not None
    assert round.sha256() == read_with_issues(tmp_path / "round.xlsx")[0].sha256()
    assert [issue.places[0].file for issue in issues if issue.code == "plan_left_out"] == ["plan.xlsx"]


def test_missing_files_and_folders_without_tables_say_so(tmp_path: Path) -> None:
    assert errors(tmp_path / "no.xlsx") == {("file_missing", None)}
    assert errors(tmp_path) == {("folder_empty", None)}
    assert {issue.code for issue in read_with_issues()[1]} == {"no_input"}
    assert ("file_missing", None) in errors(policy=tmp_path / "no.toml")


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


@pytest.mark.parametrize("given", ["9000", "true", "1.5", '["navn"]', "{a = 1}", "2026-01-01", '"navnn"'])
def test_a_saved_column_that_is_no_field_is_told_with_its_key(tmp_path: Path, given: str) -> None:
    (tmp_path / "columns.toml").write_text(f"[columns.interns]\nHvor = {given}\n", encoding="utf-8")
    issues = read_with_issues(tmp_path / "columns.toml")[1]
    assert ("key_unknown", "columns.interns.Hvor") in {(one.code, one.values.get("key")) for one in issues}
