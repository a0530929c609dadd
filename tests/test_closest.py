"""The nearest word: what difflib says, without its price for long texts and many lonely ones."""

from __future__ import annotations

import difflib

from hypothesis import given
from hypothesis import strategies as st

import innopraktik_match as im
from innopraktik_match.domain.directory import MOST_SUGGESTIONS
from innopraktik_match.domain.names import closest
from innopraktik_match.validation import faults

words = st.text("abø ", max_size=8)


@given(words, st.lists(words, max_size=6), st.sampled_from([0.0, 0.6, 0.75, 1.0]))
def test_it_is_what_difflib_says(word, known, cutoff):
    expected = next(iter(difflib.get_close_matches(word, known, n=1, cutoff=cutoff)), None)
    assert closest(word, known, cutoff) == expected


def test_lonely_groups_are_all_told_and_the_first_with_a_suggestion(monkeypatch):
    """A question answered by everybody in words of their own; comparing each with all took minutes."""
    asked = []
    monkeypatch.setattr(faults, "closest", lambda *words: asked.append(words[0]) or closest(*words))
    interns = [{"id": f"p{n}", "group": f"hold {n:04}"} for n in range(500)]
    round = im.Round.model_validate({"interns": interns, "hosts": [{"id": "v1"}]})
    told = [one for one in faults.find_faults(round) if one.code == "group_alone"]
    assert len(told) == 500
    assert len(asked) == MOST_SUGGESTIONS == sum("suggestion" in one.values for one in told)
