"""No explanation goes on when nobody waits for it: the search ends, and says that it was cut."""

from __future__ import annotations

import json

import pytest

import innopraktik_match as im
from innopraktik_match.explaining.patience import Patience
from innopraktik_match.explaining.study import Study

ROUND = im.Round.model_validate(
    {
        "interns": [{"id": f"p{n}", "wishes": ["v1", "v2", "v3"]} for n in range(1, 7)],
        "hosts": [{"id": f"v{n}", "wishes": ["p4", "p5", "p6"]} for n in range(1, 5)],
    }
)
ASKED = [
    {"intern": "p6"},
    {"host": "v1"},
    {"unplaced": True},
    {"round_": True},
    {"next_best": 4},
    {},
]


class Counted(Patience):
    """A patience that is over after so many looks."""

    looks: int = 0
    most: int = 0

    @property
    def over(self) -> bool:
        self.looks += 1
        return self.stopped or self.looks > self.most


def counted(most: int) -> Counted:
    found = Counted()
    found.most = most
    return found


@pytest.fixture
def plan():
    return im.solve(ROUND)


@pytest.mark.parametrize("asked", ASKED, ids=str)
def test_every_question_ends_at_its_next_look(asked, plan, monkeypatch):
    questions = []

    def counting(asked):
        return lambda study, *words: questions.append(words) or asked(study, *words)

    for name in ("ask", "places", "drawn"):
        monkeypatch.setattr(Study, name, counting(getattr(Study, name)))
    whole = len(im.explain(ROUND, plan, patience=Patience(), **asked))
    every = len(questions)
    questions.clear()
    patience = counted(1)
    some = im.explain(ROUND, plan, patience=patience, **asked)
    assert patience.cut
    assert len(questions) <= 2  # one change, looked at by its prices and asked
    assert len(questions) < every or len(some) < whole  # the next plans are no questions


def test_a_search_with_time_enough_is_not_cut(plan):
    patience = Patience(seconds=60.0)
    for asked in ASKED:
        im.explain(ROUND, plan, patience=patience, **asked)
    assert not patience.cut


def test_a_plan_made_for_an_answer_is_given_up_too(plan, monkeypatch):
    """Without its prices every answer is a solve of its own; it hears whoever cancels."""
    monkeypatch.setattr(Study, "_swift", None)
    patience = Patience()
    patience.stop()
    here = {intern for visit in plan.visits if visit.host == "v4" for intern in visit.interns}
    intern = min({one.id for one in ROUND.interns} - here)
    (found,) = im.explain(ROUND, plan, pair=(intern, "v4"), lang="en", patience=patience)
    assert not found.complete
    assert found.text == f"{intern} can visit v4, but no plan was found in time."
    assert patience.cut
    with pytest.raises(KeyboardInterrupt):
        Study(ROUND, plan, cancel=patience).ask(im.Change(change="pair_together", intern=intern, host="v4"))


@pytest.mark.parametrize(("seconds", "complete"), [("0", False), ("60", True)])
def test_the_command_line_says_that_it_was_cut(seconds, complete, plan, tmp_path, capsys):
    from innopraktik_match.cli import main

    im.write_round(ROUND, tmp_path / "runde.json")
    im.write(plan, tmp_path / "plan.json")
    words = ["explain", tmp_path / "plan.json", tmp_path / "runde.json", "--stop-after", seconds, "--json"]
    with pytest.raises(SystemExit):
        main([str(word) for word in words])
    said = capsys.readouterr()
    assert json.loads(said.out)["complete"] is complete
    assert ("før alt var prøvet" in said.err) is not complete


def test_a_round_whose_plan_is_not_known_is_not_solved_without_end():
    patience = Patience()
    patience.stop()
    assert im.explain(ROUND, im.Plan(), round_=True, patience=patience) == ()
    assert patience.cut
