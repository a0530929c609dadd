"""Whatever a body holds, it is answered: with what was asked for, or with what is wrong."""

from __future__ import annotations

import copy
import json

from hypothesis import given, settings
from hypothesis import strategies as st

import innopraktik_match as im
from innopraktik_match.service.answering import ANSWERS, JOBS, answer
from innopraktik_match.service.sent import Sent
from innopraktik_match.texts.issues import issue_parts
from tests.served import ROUND

PLAN = im.solve(im.Round.model_validate(ROUND), workers=1).model_dump(mode="json")
REPLANNED = {
    "before": [{"intern": "anna", "host": "dmi", "days": 3}],
    "absent_interns": ["dan"],
    "bans": [{"intern": "cleo", "host": "odense"}],
    "locks": [{"intern": "anna", "host": "dmi"}],
    "limit": 2,
    "stepped_in": [{"intern": "cleo", "host": "dmi", "days": 3, "whom": "dan", "worse": {"points": 3}}],
    "events": [{"what": "withdrawn", "intern": "dan"}],
    "intern_names": {"dan": "Dan"},
}
CHANGED = [
    {"intern": "anna", "from": {"host": "dmi", "days": 3}, "to": None, "why": "moved_for", "for": "dan"}
]
BODY = {
    "round": {
        **ROUND,
        "bans": [{"intern": "anna", "host": "odense"}],
        "locks": [{"intern": "bo", "host": "odense"}],
        "policy": {"year": 2026, "rules": {"travel": {"points_per_km": 1}}},
    },
    "plan": PLAN,
    "options": {"lang": "en", "year": 2026, "time_limit": 5, "preset": "standard", "policy": {"seed": 1}},
}
OF_QUESTIONS = {
    "ask": {"changes": [{"change": "one_more_place", "host": "dmi"}]},
    "explain": {"pair": ["cleo", "dmi"]},
    "replan": {"freeze": False, "changes": 1},
    "report": {"only": ["figures"]},
}
ODD = [
    None,
    True,
    -1,
    0,
    1.5,
    10**30,
    float("nan"),
    float("-inf"),
    "",
    "\ud800",
    "\x00",
    "anna",
    "=1+1",
    [],
    {},
    [[]],
]
odd_values = st.sampled_from(ODD) | st.text(max_size=5) | st.integers()


def places(value, path=()):
    """Yield the path of every node of JSON."""
    yield path
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in inner:
        yield from places(one, (*path, key))


@st.composite
def bodies(draw):
    """Draw a question, and its body with a few nodes replaced, dropped or added."""
    question = draw(st.sampled_from([*ANSWERS, *JOBS]))
    body = copy.deepcopy(BODY)
    body["options"] |= copy.deepcopy(OF_QUESTIONS.get(question, {}))
    if draw(st.booleans()):
        body["plan"] |= copy.deepcopy({"replanned": REPLANNED, "changes": CHANGED})
    for _ in range(draw(st.integers(0, 3))):
        *above, key = draw(st.sampled_from(list(places(body))[1:]))
        node = body
        for step in above:
            node = node[step]
        if draw(st.booleans()):
            node[key] = copy.deepcopy(draw(odd_values))
        elif isinstance(node, dict) and draw(st.booleans()):
            node[draw(st.text(max_size=5))] = copy.deepcopy(draw(odd_values))
        else:
            del node[key]
    return question, body


@given(bodies())
@settings(max_examples=25)
def test_every_body_is_answered_or_refused_in_words(drawn):
    question, body = drawn
    sent = Sent(whole=json.dumps(body).encode())
    reply = answer(None, question, sent, 5.0, as_job=question in JOBS and question != "replan")
    assert reply.status in (200, 422), reply
    if reply.status == 422:
        problem = json.loads(reply.body)
        assert problem["title"]
        assert problem["issues"] or problem["code"] in ("broken_plan", "no_visits")


def test_a_plan_with_an_odd_value_anywhere_is_refused_in_words_or_taken():
    plan = {**PLAN, "replanned": REPLANNED, "changes": CHANGED}
    round = im.Round.model_validate(ROUND)
    refused = []
    for path in list(places(plan))[1:]:
        for odd in (None, -1, 0, 10**30, 1.5, "", "anna", [], {}):
            body = copy.deepcopy(plan)
            node = body
            for step in path[:-1]:
                node = node[step]
            node[path[-1]] = odd
            try:
                im.read_plan(json.dumps(body).encode(), round)
            except im.RoundError as error:
                refused += error.issues
    assert all(issue_parts(issue, lang).what for issue in refused for lang in ("da", "en"))
    assert len(refused) > 500
