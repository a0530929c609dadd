"""Plans from files, ours or made by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from innopraktik_match.files import (
    read_plan,
)
from innopraktik_match.issues import RoundError
from innopraktik_match.round import Round
from tests.files.given import found, workbook

if TYPE_CHECKING:
    from pathlib import Path


def _plan_round(**policy: Any) -> Round:
    return Round.model_validate(
        {
            "interns": [{"id": f"p{n}", "name": f"Navn {n}"} for n in range(1, 5)],
            "hosts": [{"id": "v1", "name": "Et", "max": 2, "visits": 2}, {"id": "v2"}],
            "policy": {"preset": "bare", **policy},
        }
    )


def _visits(path: Path, round: Round) -> list[tuple[Any, ...]]:
    return [(visit.host, visit.week, visit.days, visit.interns) for visit in read_plan(path, round).visits]


def test_a_plan_made_by_hand_needs_only_intern_and_host(tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    path.write_text("Praktikant;Vært\np1;v1\nNavn 2;v1\np3;Et\n")
    round = _plan_round(weeks=["2026-W37"])
    plan = read_plan(path, round)
    assert [(visit.host, visit.week, visit.interns) for visit in plan.visits] == [
        ("v1", "2026-W37", ("p1", "p2", "p3"))
    ]
    assert [one.intern for one in plan.unplaced] == ["p4"]
    assert plan.unused_hosts == ("v2",)
    assert _visits(path, _plan_round()) == [
        ("v1", None, None, ("p1", "p2")),
        ("v1", None, None, ("p3",)),
    ]


def test_a_number_tells_visits_apart(tmp_path: Path) -> None:
    book = {
        "Oversigt": [["Tal", 3]],
        "Plan": [
            ["Besøg", "Vært-id", "Vært", "Praktikant-id", "Praktikant"],
            [1, "v1", "Et", "p1", "Navn 1"],
            [2, "v1", "Et", "p2", "Navn 2"],
            [1, "v1", "Et", "p3", "Navn 3"],
        ],
    }
    path = workbook(tmp_path / "plan.xlsx", book)
    assert _visits(path, _plan_round()) == [
        ("v1", None, None, ("p1", "p3")),
        ("v1", None, None, ("p2",)),
    ]


def test_a_plan_as_json_reads_back(tmp_path: Path) -> None:
    round = _plan_round()
    (tmp_path / "hand.csv").write_text("intern,host,status\np1,v1,aftalt\n")
    plan = read_plan(tmp_path / "hand.csv", round)
    assert plan.visits[0].status == "agreed"
    (tmp_path / "plan.json").write_text(plan.model_dump_json())
    assert read_plan(tmp_path / "plan.json", round) == plan


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("p.csv", "intern,host\np1,v9\np8,v1\n", {("host_unknown", 2), ("intern_unknown", 3)}),
        ("p.csv", "person,sted\np1,v9\n", {("column_missing", 1)}),
        ("p.csv", "intern,host,days\np1,v1,x\n", {("not_whole", 2)}),
        ("p.json", '{"visits": [{"host": "v1"}]}', {("field_missing", 1)}),
        ("p.json", "[]", {("not_object", None)}),
        ("p.json", "{", {("json_broken", 1)}),
    ],
)
def test_a_plan_that_does_not_fit_says_where(
    tmp_path: Path, name: str, text: str, expected: set[tuple[str, int | None]]
) -> None:
    (tmp_path / name).write_text(text)
    with pytest.raises(RoundError) as refused:
        read_plan(tmp_path / name, _plan_round())
    assert found(list(refused.value.issues)) == expected
    assert len(str(refused.value).splitlines()) == len(refused.value.issues)


def test_a_plan_says_the_week_where_the_round_has_several(tmp_path: Path) -> None:
    (tmp_path / "p.csv").write_text("intern,host\np1,v1\n")
    with pytest.raises(RoundError) as refused:
        read_plan(tmp_path / "p.csv", _plan_round(weeks=["2026-W37", "2026-W38"]))
    assert [issue.code for issue in refused.value.issues] == ["plan_week_missing"]
