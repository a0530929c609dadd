"""Policies from files: the caller's wins, and every fault comes at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from innopraktik_match.domain.round import Round
from innopraktik_match.files import (
    read,
    read_with_issues,
    write_round,
)
from innopraktik_match.texts.columns import value_label
from innopraktik_match.texts.report import MODES, TRACE
from tests.files.given import HOST, INTERN, PEOPLE, ROUND, Rows, workbook

if TYPE_CHECKING:
    from pathlib import Path


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


@pytest.mark.parametrize("aim", ["moves", "chnages", ""])
def test_an_unknown_aim_is_told_with_those_that_there_are(tmp_path: Path, aim: str) -> None:
    write_round(Round.model_validate({**ROUND, "policy": {}}), tmp_path / "r.json")
    (tmp_path / "p.toml").write_text(f"aims = ['placed', '{aim}', 'points']\n")
    _, issues = read_with_issues(tmp_path / "r.json", policy=tmp_path / "p.toml")
    known = ("placed", "priority", "visits", "points", "worst_off", "empty_hosts", "changes")
    (fault,) = [issue for issue in issues if issue.severity == "error"]
    assert (fault.code, fault.values["key"], fault.values["expected"]) == ("not_one_of", "aims", known)


def test_the_words_that_a_plan_prints_are_understood_as_settings(tmp_path: Path) -> None:
    settings: Rows = [[TRACE["preset"][0], value_label("bare", "da")], [TRACE["seed"][0], 7], ["year", 2026]]
    settings.append(["rules.travel.mode", MODES["hard"][0]])
    sheets: dict[str, Rows] = {"Praktikanter": [*PEOPLE, INTERN], "Værter": [*PEOPLE, HOST]}
    policy = read(workbook(tmp_path / "r.xlsx", {**sheets, "Indstillinger": settings})).policy
    assert (policy.preset, policy.seed, policy.rules.travel.mode) == ("bare", 7, "hard")
