"""Rules and checker agree on any plan, legal or not."""

from hypothesis import given, settings
from hypothesis import strategies as st

from innopraktik_match.checker import recount
from innopraktik_match.score import score
from tests.strategies import plans, rounds


@settings(max_examples=400)
@given(st.data())
def test_score_and_checker_measure_the_same_in_any_plan(data):
    round = data.draw(rounds(most_interns=6, most_hosts=4))
    visits = data.draw(plans(round))
    assert score(round, visits) == recount(round, visits)
