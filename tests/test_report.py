"""Plans as files: read back the same, inert, with the proof inside."""

from __future__ import annotations

import zipfile

import pytest

import innopraktik_match as im
from innopraktik_match.report.edits import carried_plan

ROUND = im.Round.model_validate(
    {
        "interns": [
            {
                "id": "p1",
                "name": '=HYPERLINK("http://x","Anna")',
                "note": "+45 12 34 56 78",
                "extra": {"Løbenr": "@7"},
            },
            {"id": "p2", "name": "Bjørn Østergård"},
            {"id": "p3"},
        ],
        "hosts": [{"id": "v1", "max": 2, "name": "<script>"}],
    }
)
PLAN = im.solve(ROUND)


def meetings(plan):
    return sorted((visit.host, visit.week, visit.days, visit.interns) for visit in plan.visits)


@pytest.mark.parametrize("name", ["plan.xlsx", "plan.csv", "plan.json"])
@pytest.mark.parametrize("lang", ["da", "en"])
def test_a_written_plan_reads_back(tmp_path, name, lang):
    im.write(PLAN, tmp_path / name, ROUND, lang=lang)
    assert meetings(im.read_plan(tmp_path / name, ROUND)) == meetings(PLAN)


def test_the_workbook_carries_the_whole_plan_and_its_proof(tmp_path):
    im.write(PLAN, tmp_path / "plan.xlsx", ROUND)
    whole = carried_plan(tmp_path / "plan.xlsx", ROUND).plan
    assert whole == PLAN
    assert im.check(ROUND, whole).proven


def test_nothing_in_a_workbook_is_a_formula_or_a_link(tmp_path):
    im.write(PLAN, tmp_path / "plan.xlsx", ROUND)
    with zipfile.ZipFile(tmp_path / "plan.xlsx") as workbook:
        sheets = [workbook.read(name).decode() for name in workbook.namelist() if "worksheets/sheet" in name]
    assert sheets
    assert not any("<f>" in sheet or "<hyperlink" in sheet for sheet in sheets)


def test_another_ending_is_refused(tmp_path):
    with pytest.raises(ValueError, match=r"\.xlsx"):
        im.write(PLAN, tmp_path / "plan.pdf")


def test_without_force_a_file_is_left_alone(tmp_path):
    im.write(PLAN, tmp_path / "plan.json")
    with pytest.raises(im.WriteError):
        im.write(PLAN, tmp_path / "plan.json", force=False)
