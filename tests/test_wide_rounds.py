"""Rounds from every corner of what is legal: the engine, every plan counted, and the textbook agree."""

from __future__ import annotations

from hypothesis import assume, event, given, settings
from hypothesis.strategies import booleans

from tests.second_opinion import compare
from tests.wide_rounds import wide_rounds

EXAMPLES = max(80, settings().max_examples // 4)  # 80 by day, 2,500 at night


@settings(max_examples=EXAMPLES)
@given(wide_rounds(), booleans())
def test_the_plan_is_as_good_as_counting_and_the_textbook_say_or_there_is_none(round, small):
    judge = compare(round, small=small)
    event(judge)
    assume(judge != "refused")
