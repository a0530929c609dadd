"""A plan's workbook with any cell changed is not the plan that was proven, and verify says which cell."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import warnings
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import innopraktik_match as im
from innopraktik_match.report.edits import carried_plan
from tests.test_single_edits import crowded

EXAMPLES = max(40, settings().max_examples // 2)


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("plan") / "plan.xlsx"
    im.write(im.solve(crowded()), path, crowded())
    return path


def cells(path: Path) -> list[tuple[str, str]]:
    book = openpyxl.load_workbook(path)
    proof = book.worksheets[-1].title
    return [
        (sheet.title, cell.coordinate)
        for sheet in book.worksheets
        for row in sheet.iter_rows(max_row=sheet.max_row + 1)
        for cell in row
        if sheet.title != proof
    ]


def changed(path: Path, sheet: str, cell: str, value: Any) -> Path:
    book = openpyxl.load_workbook(path)
    book[sheet][cell].value = value
    with warnings.catch_warnings():  # openpyxl warns of headers of tables that are numbers, or gone
        warnings.simplefilter("ignore")
        book.save(path.with_name("changed.xlsx"))
    return path.with_name("changed.xlsx")


def verified(path: Path, round: im.Round) -> tuple[int, dict[str, Any]]:
    (path.parent / "round.json").write_text(round.model_dump_json(exclude_defaults=True), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "innopraktik_match", "verify", path, path.parent / "round.json", "--json"],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        check=False,
    )
    return done.returncode, json.loads(done.stdout)


def test_a_workbook_as_it_was_written_is_the_plan_also_when_a_program_saved_it_again(written):
    assert verified(written, crowded())[0] == 0
    openpyxl.load_workbook(written).save(written.with_name("again.xlsx"))
    code, told = verified(written.with_name("again.xlsx"), crowded())
    assert (code, told["proven"], told["faults"]) == (0, True, [])


@pytest.mark.parametrize("lang", ["da", "en"])
def test_both_languages_are_known_again(tmp_path, lang):
    plan = im.solve(crowded())
    im.write(plan, tmp_path / "plan.xlsx", crowded(), lang=lang)
    carried = carried_plan(tmp_path / "plan.xlsx", crowded())
    assert carried is not None
    assert (carried.plan, carried.edits, carried.others) == (plan, [], False)


@settings(max_examples=EXAMPLES)
@given(data=st.data())
def test_any_changed_cell_is_named(written, data):
    sheet, cell = data.draw(st.sampled_from(cells(written)))
    before = openpyxl.load_workbook(written)[sheet][cell].value
    other = st.sampled_from([None, 0, 1, 7, "Anna", "aftalt", "p1", "v1", "2026-W38", "100 %", "=1+1"])
    value = data.draw(other.filter(lambda value: value != before))
    carried = carried_plan(changed(written, sheet, cell, value), crowded())
    assert carried is not None
    assert [(place.sheet, place.cell) for place in carried.edits] == [(sheet, cell)]


def test_names_swapped_while_ids_stay_are_told_by_the_command(written):
    book = openpyxl.load_workbook(written)
    sheet = book["Plan"]
    header = {cell.value: cell.column for cell in sheet[4]}
    column = next(number for word, number in header.items() if "arbejdsplads" in str(word).lower())
    one, other = sheet.cell(5, column), sheet.cell(6, column)
    one.value, other.value = other.value, one.value
    book.save(written.with_name("swapped.xlsx"))
    code, told = verified(written.with_name("swapped.xlsx"), crowded())
    assert code == 7
    assert {(fault["values"]["sheet"], fault["values"]["cell"]) for fault in told["faults"]} == {
        ("Plan", one.coordinate),
        ("Plan", other.coordinate),
    }


def test_a_sheet_that_is_gone_is_told_and_one_that_is_new_is_named(written):
    book = openpyxl.load_workbook(written)
    book.create_sheet("Mine noter")["A1"] = "ring til Kim"
    book.save(written.with_name("notes.xlsx"))
    code, told = verified(written.with_name("notes.xlsx"), crowded())
    assert code == 0
    assert "sheets" in told["unvouched"]
    del book[book.worksheets[1].title]
    book.save(written.with_name("less.xlsx"))
    code, told = verified(written.with_name("less.xlsx"), crowded())
    assert code == 7
    assert {fault["code"] for fault in told["faults"]} == {"cell_differs"}


def test_cells_that_another_version_wrote_differently_are_told_with_the_versions(tmp_path):
    plan = im.solve(crowded()).model_copy(update={"version": "0.0.9"}).sealed()
    im.write(plan, tmp_path / "plan.xlsx", crowded())
    assert verified(tmp_path / "plan.xlsx", crowded())[0] == 0
    changed(tmp_path / "plan.xlsx", "Plan", "B5", "x")
    code, told = verified(tmp_path / "changed.xlsx", crowded())
    assert code == 7
    assert {fault["code"] for fault in told["faults"]} == {"cell_differs", "other_version"}
