"""Whatever rule a decision breaks, both writings and the textbook say the same of it, and the checker holds."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from innopraktik_match.checker import recount
from innopraktik_match.domain.issues import RoundError
from innopraktik_match.measuring import check, score
from innopraktik_match.solving import solve
from tests.decided_rounds import decided_rounds
from tests.second_opinion import by_the_textbook
from tests.strategies import plans


@settings(max_examples=25)
@given(st.data())
def test_both_writings_measure_the_same_in_any_plan(data):
    round = data.draw(decided_rounds())
    visits = data.draw(plans(round))
    assert score(round, visits) == recount(round, visits)


@settings(max_examples=25)
@given(decided_rounds())
def test_the_plan_is_the_best_of_all_that_keep_the_decisions(round):
    try:
        plan = solve(round)
    except RoundError as error:
        if not all(one.code.startswith("lock") for one in error.issues if one.severity == "error"):
            raise
        assert by_the_textbook(round) == ("infeasible", {})
        return
    assert check(round, plan).holds
    found = plan.status, {aim.aim: aim.value for aim in plan.aims}
    assert found == by_the_textbook(round)
