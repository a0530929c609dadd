"""A textbook model, written apart from the engine and solved by HiGHS, has the last word on small rounds."""

from __future__ import annotations

from benchmarks.textbook import textbook_highs
from hypothesis import given
from hypothesis import settings as profile

from innopraktik_match.engine.solve import solve
from innopraktik_match.issues import RoundError
from innopraktik_match.score import score
from tests.strategies import rounds

EXAMPLES = max(120, profile().max_examples // 10)  # 120 by day, 1,000 at night


def engine(round):
    try:
        plan = solve(round)
    except RoundError as error:  # a lock that a hard rule forbids: said at once, with its row
        if {issue.code for issue in error.issues if issue.severity == "error"} != {"lock_impossible"}:
            raise
        return "infeasible", {}
    return plan.status, {aim.aim: aim.value for aim in plan.aims}


@profile(max_examples=EXAMPLES)
@given(rounds(most_interns=7, most_hosts=5))
def test_engine_and_textbook_agree_on_every_aim_or_that_there_is_no_plan(round):
    status, aims, visits = textbook_highs(round)
    assert (status, aims) == engine(round)
    if status == "optimal":
        found = score(round, visits)
        assert found.legal
        assert {aim: found.aims[aim] for aim in aims} == aims
