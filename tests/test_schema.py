"""The published JSON Schema and the reader say the same."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import innopraktik_match as im
from innopraktik_match.domain.policy import Policy
from innopraktik_match.files.out.writing import policy_settings
from innopraktik_match.files.rounds.json_round import round_from_json
from tests.odd_rounds import odd_rounds
from tests.random_rounds import random_round
from tests.wide_rounds import wide_rounds

EXAMPLES = Path(__file__).parents[1] / "examples"
ROUND, POLICY, PLAN = (
    Draft202012Validator(kind.model_json_schema()) for kind in (im.Round, im.Policy, im.Plan)
)
MANY = max(60, settings().max_examples // 10)  # 60 by day, 1,000 at night
TINY = {"interns": [{"id": "p1"}], "hosts": [{"id": "v1"}]}
ODD: tuple[Any, ...] = (
    None, True, False, -1, 0, 1, 3.5, 10**20, "", "x", "3", "2-5", "2026-W37", 37, [], ["x"], [None], [37], {},
    {"x": 1}, {"min": 1}, {"min": 2, "max": 5}, {"min": 2, "max": 5, "about": 1}, "soft", "usual", ["usual"], "forbid",
)  # fmt: skip


def read(data: Any) -> tuple[im.Round | None, list[im.Issue]]:
    return round_from_json(data, "round.json", [], None)


def written(round: im.Round, folder: Path) -> Any:
    im.write_round(round, folder / "round.json")
    return json.loads((folder / "round.json").read_text("utf-8"))


@pytest.mark.parametrize("validator", [ROUND, POLICY, PLAN])
def test_the_schemas_are_schemas(validator: Any) -> None:
    Draft202012Validator.check_schema(validator.schema)


@pytest.mark.parametrize("name", ["runde_2015.xlsx", "runde_2017.xlsx", "round_2017"])
def test_the_examples_are_valid(tmp_path: Path, name: str) -> None:
    round = im.read(EXAMPLES / name)
    for data in (written(round, tmp_path), round.model_dump(mode="json")):
        ROUND.validate(data)
        POLICY.validate(data["policy"])


@settings(max_examples=MANY)
@given(wide_rounds() | odd_rounds())
def test_whatever_is_written_is_valid(tmp_path_factory: Any, round: im.Round) -> None:
    for data in (written(round, tmp_path_factory.getbasetemp()), round.model_dump(mode="json")):
        ROUND.validate(data)
        POLICY.validate(data["policy"])
    assert Policy.model_validate(policy_settings(round.policy)) == round.policy


@pytest.mark.parametrize("seed", range(3))
def test_plans_are_valid(tmp_path: Path, seed: int) -> None:
    for round in (
        random_round(6, 4, seed),
        im.Round.model_validate({**TINY, "bans": [{"intern": "p1", "host": "v1"}]}),
    ):
        plan = im.solve(round)
        im.write(plan, tmp_path / "plan.json")
        PLAN.validate(json.loads((tmp_path / "plan.json").read_text("utf-8")))
        PLAN.validate(plan.model_dump(mode="json"))


@pytest.mark.parametrize(
    "more",
    [
        {"interns": [{"id": "p1", "days": days}]}
        for days in (
            3,
            "3",
            "2-5",
            " 2 – 5 ",
            {"min": 2, "max": 5},
            {"min": 3, "max": 3, "about": True},
            None,
        )
    ]
    + [
        {"schema_version": 1, "policy": {"year": 2026, "weeks": [37, "2026-W38"]}},
        {"policy": {"year": 2026, "weeks": "37-39"}},
        {"policy": {"weeks": "uge 37/2026"}},
        {"policy": {"aims": None}},
        {"policy": {"preset": "bare", "aims": "usual"}},
        {"policy": None, "bans": None, "pairs": None},
        {"interns": [{"id": "p1", "weeks": [37, "2026-W38"]}], "policy": {"year": 2026}},
        {"locks": [{"intern": "p1", "host": "v1", "week": 37}], "policy": {"year": 2026}},
        {"hosts": [{"id": "v1", "max": None}]},
        {"hosts": [{"id": "v1", "min": 2, "max": None}]},
        {"interns": [{"id": " " + "x" * 200 + " "}]},
        {"policy": {"rules": {"travel": {"points_per_km": 1}, "intern_wishes": {"unlisted": "forbid"}}}},
    ],
)
def test_what_the_contract_writes_is_valid_and_read(more: Any) -> None:
    data = {**TINY, **more}
    ROUND.validate(data)
    round, issues = read(data)
    assert [issue.text("en") for issue in issues if issue.severity == "error"] == []
    assert round is not None


@pytest.mark.parametrize(
    "more",
    [
        {"schema_version": 2},
        {"schema_version": True},
        {"polcy": {}},
        {"bans": {}},
        {"interns": [3]},
        {"interns": [{"name": "x"}]},
        {"interns": [{"id": "x" * 201}]},
        {"interns": [{"id": "  "}]},
        {"interns": [{"id": "p1", "nmae": "x"}]},
        {"interns": [{"id": "p1", "wishes": "v1"}]},
        {"interns": [{"id": "p1", "weeks": ["37"]}]},
        {"interns": [{"id": "p1", "days": True}]},
        {"interns": [{"id": "p1", "days": {"min": 2}}]},
        {"interns": [{"id": "p1", "days": {"min": 2, "max": 2, "about": "yes"}}]},
        {"hosts": [{"id": "v1", "max": "2"}]},
        {"policy": {"rules": {"travel": {"points_per_km": "0.1"}}}},
        {"policy": {"rules": {"travel": {"points_per_km": True}}}},
        {"policy": {"weeks": [["2026-W37"]]}},
        {"policy": {"aims": []}},
    ],
)
def test_what_is_wrong_is_refused_by_both(more: Any) -> None:
    data = {**TINY, **more}
    assert not ROUND.is_valid(data)
    assert read(data)[0] is None


def places(value: Any) -> list[tuple[Any, Any]]:
    """Return every list or object within a value with each of its keys."""
    keys = value.keys() if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    return [pair for key in keys for pair in [(value, key), *places(value[key])]]


@st.composite
def breakages(draw: st.DrawFn) -> Any:
    """Draw the JSON of a round, as it is written or in full, in which a little is changed."""
    round = draw(wide_rounds(most_interns=2, most_hosts=2))
    data = copy.deepcopy(round.model_dump(mode="json", exclude_defaults=draw(st.booleans())))
    for _ in range(draw(st.integers(1, 2))):
        inside, key = draw(st.sampled_from(places(data)))
        change = draw(st.sampled_from(["replace", "replace", "replace", "wrap", "more", "less"]))
        if change == "more" and isinstance(inside, dict):
            inside["other"] = 1
        elif change == "less":
            del inside[key]
            break
        else:
            inside[key] = [inside[key]] if change == "wrap" else draw(st.sampled_from(ODD))
            break
    return data


@settings(max_examples=5 * MANY)
@given(breakages())
def test_what_the_schema_refuses_the_reader_refuses(data: Any) -> None:
    fault = next(ROUND.iter_errors(data), None)
    if fault is not None:
        assert read(data)[0] is None, fault.message
