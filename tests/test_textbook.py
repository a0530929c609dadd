"""A textbook model, written apart from the engine and solved by HiGHS, has the last word on small rounds."""

from __future__ import annotations

from benchmarks.textbook import textbook
from hypothesis import given
from hypothesis import settings as profile
from hypothesis import strategies as st

from innopraktik_match.domain.issues import RoundError
from innopraktik_match.domain.round import Round
from innopraktik_match.measuring import score
from innopraktik_match.solving import solve
from tests.strategies import rounds

AIMS = ["placed", "priority", "visits", "points", "worst_off", "empty_hosts", "changes"]

EXAMPLES = max(120, profile().max_examples // 10)  # 120 by day, 1,000 at night


@st.composite
def rounds_with_any_aims(draw):
    """Draw a round, half of the time with any aims in any order that a policy may have."""
    round = draw(rounds(most_interns=7, most_hosts=5))
    if draw(st.booleans()):
        return round
    aims = draw(st.permutations(AIMS))[: draw(st.integers(1, len(AIMS)))]
    if "placed" not in aims[: aims.index("points") if "points" in aims else None]:
        aims = ["placed", *(aim for aim in aims if aim != "placed")]
    policy = {**round.policy.model_dump(), "aims": aims}
    return Round.model_validate({**round.model_dump(), "policy": policy})


def engine(round):
    try:
        plan = solve(round)
    except RoundError as error:  # a lock that cannot be kept: said at once, with its row
        if not all(issue.code.startswith("lock") for issue in error.issues if issue.severity == "error"):
            raise
        return "infeasible", {}
    return plan.status, {aim.aim: aim.value for aim in plan.aims}


@profile(max_examples=EXAMPLES)
@given(rounds_with_any_aims())
def test_engine_and_textbook_agree_on_every_aim_or_that_there_is_no_plan(round):
    status, aims, visits = textbook(round)
    assert (status, aims) == engine(round)
    if status == "optimal":
        found = score(round, visits)
        assert found.legal
        assert {aim: found.aims[aim] for aim in aims} == aims
