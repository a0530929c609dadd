"""The sheet of rules: what is chosen there is the policy, what cannot be used is told at its cell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

import innopraktik_match as im
from innopraktik_match.domain.presets import PRESETS
from innopraktik_match.domain.rulebook import RULEBOOK
from innopraktik_match.files import read_with_issues, write_template
from innopraktik_match.texts.issues import issue_lines
from tests.files.given import workbook
from tests.strategies import Reach, rules

if TYPE_CHECKING:
    from pathlib import Path

PEOPLE: dict[str, list[list[Any]]] = {
    "Praktikanter": [["Id", "Arbejdsplads", "Sektor"], ["p1", "A", "stat"]],
    "Værter": [["Id", "Arbejdsplads", "Sektor"], ["v1", "B", "region"]],
}
TRAVEL, THEMES = (RULEBOOK[rule].da for rule in ("travel", "themes"))


def reading(tmp_path: Path, rows: list[list[Any]], **more: list[list[Any]]) -> Any:
    path = workbook(tmp_path / "runde.xlsx", {**PEOPLE, **more, "Regler": rows})
    round, issues = read_with_issues(path)
    rules = round.policy.rules if round else None
    return rules, [issue for issue in issues if issue.code != "field_blank"]


def told(issues: list[Any]) -> list[tuple[str, list[str | None]]]:
    return [(issue.code, [place.cell for place in issue.places]) for issue in issues]


def test_the_template_has_a_row_for_each_rule_and_only_what_can_be_chosen(tmp_path: Path) -> None:
    write_template(tmp_path / "da.xlsx", "da")
    sheet = openpyxl.load_workbook(tmp_path / "da.xlsx")["Regler"]
    assert [row[0].value for row in sheet.iter_rows(min_row=2)] == [entry.da for entry in RULEBOOK.values()]
    assert not any(cell.value for row in sheet.iter_rows(min_row=2, min_col=2, max_col=5) for cell in row)
    line = {row[7].value: row for row in sheet.iter_rows(min_row=2)}
    assert line["rules.travel"][5].value == "fast; 0,1 point pr. km"
    assert line["rules.intern_wishes"][5].value == "blød; 0, 4, 8, 12 point; point uden for listen 40"
    assert line["rules.themes"][6].value == "fra"
    offered = {str(one.sqref): one.formula1 for one in sheet.data_validations.dataValidation}
    at = {rule: f"B{number}" for number, rule in enumerate(RULEBOOK, 2)}
    assert offered[at["travel"]] == '"fra,blød,fast"'
    assert (offered[at["capacity"]], offered[at["dates"]]) == ('"fast"', '"fra,fast"')
    assert offered[at["worst_off"]] == '"fra,blød"'


@pytest.mark.parametrize("lang", ["da", "en"])
def test_what_is_chosen_in_the_template_is_the_policy(tmp_path: Path, lang: Any) -> None:
    path = tmp_path / "skabelon.xlsx"
    write_template(path, lang)
    book = openpyxl.load_workbook(path)
    sheet = book["Regler" if lang == "da" else "Rules"]
    line = {row[7].value: row for row in sheet.iter_rows(min_row=2)}
    line["rules.host_present"][1].value = "fast" if lang == "da" else "hard"
    line["rules.themes"][1].value = "fra" if lang == "da" else "off"
    line["rules.travel"][2].value = "0,25"
    line["rules.intern_wishes"][2].value = "0; 5; 9"
    line["rules.intern_wishes"][3].value = "forbudt" if lang == "da" else "forbid"
    line["rules.capacity"][4].value = 4
    book.save(path)
    round, issues = read_with_issues(path)
    assert issues == []
    assert round is not None
    found = round.policy.rules
    assert (found.host_present.mode, found.host_present.points, found.themes.mode) == ("hard", 30, "off")
    assert (found.travel.points_per_km, found.travel.mode) == (0.25, "hard")
    assert (found.intern_wishes.points, found.intern_wishes.unlisted) == ((0, 5, 9), "forbid")
    assert found.capacity.limit == 4


def test_a_blank_choice_is_that_of_the_preset(tmp_path: Path) -> None:
    rows = [["Regel", "Valg", "Point"], [THEMES, None, None], [TRAVEL, "blød", None]]
    rules, issues = reading(tmp_path, rows, Indstillinger=[["Grundindstilling", "enkel"]])
    assert issues == []
    assert (rules.themes.mode, rules.travel.mode, rules.travel.points_per_km) == ("off", "soft", 0.1)


def test_a_rule_is_known_by_its_key_where_the_sentence_was_changed(tmp_path: Path) -> None:
    rows = [["Regel", "Valg", "Nøgle"], ["Vi vil helst have fælles temaer", "fra", "rules.themes"]]
    rules, issues = reading(tmp_path, rows)
    assert (rules.themes.mode, issues) == ("off", [])


@pytest.mark.parametrize(
    ("row", "code", "cells"),
    [
        (["Alle er glade.", "fast", None, None], "rule_unknown", ["A2"]),
        ([RULEBOOK["dates"].da, None, 20, None], "rule_without_setting", ["C2"]),
        ([THEMES, None, None, 3], "rule_without_setting", ["D2"]),
        ([THEMES, "måske", None, None], "not_one_of", ["B2"]),
        ([RULEBOOK["capacity"].da, "fra", None, None], "not_one_of", ["B2"]),
        ([THEMES, "blød", "mange", None], "not_whole", ["C2"]),
        ([THEMES, "blød", -1, None], "number_too_small", ["C2"]),
    ],
)
def test_what_cannot_be_used_is_an_error_at_its_cell(
    tmp_path: Path, row: list[Any], code: str, cells: list[str]
) -> None:
    rules, issues = reading(tmp_path, [["Regel", "Valg", "Point", "Grænse"], row])
    assert rules is None
    assert told(issues) == [(code, cells)]
    assert all("rules." not in issue_lines(issues, lang)[0] for lang in ("da", "en"))


def test_a_rule_that_is_chosen_twice_is_an_error_with_both_cells(tmp_path: Path) -> None:
    rows = [["Regel", "Valg"], [THEMES, "fra"], [TRAVEL, "fra"], [THEMES, "fast"]]
    assert told(reading(tmp_path, rows)[1]) == [("setting_twice", ["B2", "B4"])]


def test_the_settings_go_before_the_sheet_of_rules_and_that_is_told(tmp_path: Path) -> None:
    rows = [["Regel", "Valg", "Point"], [TRAVEL, "blød", "0,5"]]
    settings = [["Nøgle", "Værdi"], ["Point pr. km", "0,2"], ["rules.travel.mode", "blød"]]
    rules, issues = reading(tmp_path, rows, Indstillinger=settings)
    assert (rules.travel.mode, rules.travel.points_per_km) == ("soft", 0.2)
    assert told(issues) == [("rule_overruled", ["C2", "B2"])]


def test_two_sheets_of_rules_that_differ_are_told(tmp_path: Path) -> None:
    rows = [["Regel", "Valg"], [TRAVEL, "blød"], [THEMES, "fra"]]
    first = workbook(tmp_path / "a.xlsx", {**PEOPLE, "Regler": rows})
    second = workbook(tmp_path / "b.xlsx", {"Regler": [rows[0], [TRAVEL, "fra"], [THEMES, "fra"]]})
    round, issues = read_with_issues(first, second)
    assert round is not None
    assert round.policy.rules.travel.mode == "off"
    found = [issue for issue in issues if issue.code == "rule_overruled"]
    assert [(place.file, place.cell) for one in found for place in one.places] == [
        ("a.xlsx", "B2"),
        ("b.xlsx", "B2"),
    ]


@pytest.mark.parametrize(
    ("rule", "mode", "unused"),
    [("themes", "fra", True), ("themes", "fast", True), ("themes", "blød", False), ("travel", "fast", False)],
)
def test_points_that_cannot_count_are_told(tmp_path: Path, rule: str, mode: str, unused: bool) -> None:
    _, issues = reading(tmp_path, [["Regel", "Valg", "Point"], [RULEBOOK[rule].da, mode, 7]])
    assert told(issues) == ([("rule_points_unused", ["C2"])] if unused else [])


def test_a_sheet_of_that_name_with_other_things_is_told_as_any_other(tmp_path: Path) -> None:
    _, issues = reading(tmp_path, [["Husk"], ["Alle skal have svar inden 1. juni"]])
    assert [issue.code for issue in issues] == ["table_unknown"]


def test_what_another_preset_says_stands_beside_what_is_chosen(tmp_path: Path) -> None:
    policy = {"preset": "private", "rules": {"themes": {"mode": "hard"}}}
    im.write_round(im.Round(interns=[{"id": "p1"}], hosts=[{"id": "v1"}], policy=policy), tmp_path / "r.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "r.xlsx")["Regler"]
    header = [cell.value for cell in sheet[1]]
    assert header[5:] == ["I »privat«", "I »standard«", "I »enkel«", "Nøgle"]
    line = {row[8].value: [cell.value for cell in row] for row in sheet.iter_rows(min_row=2)}
    assert (line["rules.themes"][1], line["rules.cross_sector"][1]) == ("fast", None)
    assert (line["rules.cross_sector"][5].split(";")[0], line["rules.cross_sector"][6].split(";")[0]) == (
        "fast",
        "blød",
    )


@given(rules(Reach()), st.sampled_from(list(PRESETS)), st.sampled_from(["da", "en"]))
def test_a_policy_reads_back_from_the_sheet_it_was_written_to(
    tmp_path_factory: pytest.TempPathFactory, chosen: dict[str, Any], preset: str, lang: Any
) -> None:
    policy = {"preset": preset, "rules": chosen}
    round = im.Round(interns=[{"id": "p1"}], hosts=[{"id": "v1"}], policy=policy)
    path = tmp_path_factory.mktemp("written") / "runde.xlsx"
    im.write_round(round, path, lang)
    assert im.read(path) == round
