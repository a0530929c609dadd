"""What cannot be measured is told with its visit, all of it; a gap is the largest share not proven."""

from __future__ import annotations

import pytest

from innopraktik_match.domain.issues import RoundError
from innopraktik_match.domain.plan import AimResult, Plan, Visit
from innopraktik_match.domain.round import Round
from innopraktik_match.measuring import score


def test_strangers_and_an_intern_named_twice_are_told_by_visit():
    round = Round.model_validate({"interns": [{"id": "p1"}], "hosts": [{"id": "v1"}]})
    visits = [Visit(host="v9", interns=("p1", "p9")), Visit(host="v1", interns=("p1", "p1"))]
    with pytest.raises(RoundError, match="p9") as caught:
        score(round, Plan(visits=tuple(visits)))
    assert [(issue.code, issue.places[0].row) for issue in caught.value.issues] == [
        ("host_unknown", 1),
        ("intern_unknown", 1),
        ("intern_twice", 2),
    ]


def test_a_visit_without_a_week_in_a_round_with_weeks_is_told():
    round = Round.model_validate({"interns": [{"id": "p1", "weeks": ["2026-W37"]}], "hosts": [{"id": "v1"}]})
    with pytest.raises(RoundError) as caught:
        score(round, [Visit(host="v1", interns=("p1",))])
    assert [issue.code for issue in caught.value.issues] == ["plan_week_missing"]


def test_the_gap_is_the_largest_share_that_is_not_proven():
    def plan(*bounds):
        return Plan(aims=tuple(AimResult(aim="points", value=v, bound=b, proven=v == b) for v, b in bounds))

    assert plan((40, 40), (100, 95), (0, 0)).gap == 0.05
    assert plan((40, 40), (100, None)).gap is None
    assert plan().gap is None
