"""Plans as files: read back the same, inert, with the proof inside."""

from __future__ import annotations

import zipfile

import openpyxl
import pytest

import innopraktik_match as im
from innopraktik_match.domain.plan import Reason
from innopraktik_match.report.edits import carried_plan
from innopraktik_match.texts.report import reason_line

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


def test_the_danish_workbook_says_in_danish_how_the_plan_was_made(tmp_path):
    quota = {"field": "region", "value": "Region Sjælland", "min": 0, "max": 12000}
    policy = {"weeks": ["2026-W37"], "rules": {"quota": {"limits": [quota]}}}
    round = ROUND.model_copy(update={"policy": im.Policy.model_validate(policy)})
    im.write(im.solve(round), tmp_path / "plan.xlsx", round)
    book = openpyxl.load_workbook(tmp_path / "plan.xlsx")
    rows = {row[5]: row for row in book["Regler"].iter_rows(values_only=True, min_row=4, max_col=6)}
    assert rows["Navn i indstillinger"][:3] == ("Reglen siger", "Fast eller blød", "Det gjorde reglen")
    assert rows["rules.intern_wishes"] == (
        "Praktikanten får et af sine ønsker, helst det første.",
        "blød",
        "Kostede ingen point.",
        0,
        "point 0, 4, 8, 12; point uden for listen 40; point uden ønsker 0",
        "rules.intern_wishes",
    )
    assert rows["rules.travel"][4] == "point pr. km 0,1"
    assert rows["rules.quota"][4] == "kvoter Region Region Sjælland mindst 0 højst 12.000"  # hard: no price
    cells = [cell for row in book["Om planen"].iter_rows(values_only=True) for cell in row]
    assert "uge 37 (7.-11. september 2026)" in cells


def test_why_somebody_has_no_visit_names_the_hosts():
    away = Reason(code="rule", rule="travel", hosts=("v1", "v2"), count=2)
    names = {"v1": "DMI (v1)"}
    assert reason_line(away, im.Plan(), names, "da") == "Udelukket (for langt væk): DMI (v1), v2."
    assert reason_line(away, im.Plan(), names, "en") == "Ruled out (too far away): DMI (v1), v2."


@pytest.mark.parametrize(
    ("status", "words"), [("optimal", "kan ikke bruges uden"), ("feasible", "planen ikke bruger")]
)
def test_only_a_proven_plan_says_that_room_could_not_be_used(status, words):
    plan = im.Plan(status=status)
    assert words in reason_line(Reason(code="outbid", hosts=("v1",)), plan, {}, "da")
