"""Rounds that come as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from innopraktik_match.domain.issues import RoundError
from innopraktik_match.files import (
    read,
)
from tests.files.given import errors

if TYPE_CHECKING:
    from pathlib import Path


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
    assert errors(tmp_path / "r.json") == {
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
