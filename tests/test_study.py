"""What if: every answer is that of a fresh solve of the changed round, and of counting where that is no work."""

from __future__ import annotations

import pytest
from hypothesis import assume, event, given
from hypothesis import strategies as st
from pydantic import ValidationError

import innopraktik_match as im
from tests.brute_force import best_values, fewer_plans
from tests.strategies import rounds

FEW = 20_000


def round_of(interns, hosts, rules=(), **more):
    policy = {"preset": "bare", "rules": dict(rules)}
    return im.Round.model_validate({"interns": interns, "hosts": hosts, "policy": policy, **more})


def wishing(*wishes, **more):
    """Interns p1, p2, ... with their wishes; a wish costs 0, 4, 8 points and no wish 40."""
    interns = [{"id": f"p{n}", "wishes": list(one)} for n, one in enumerate(wishes, 1)]
    rules = {"intern_wishes": {"mode": "soft", "points": [0, 4, 8], "unlisted": 40}}
    return round_of(interns, [{"id": "v1"}, {"id": "v2"}], rules, **more)


def study_of(round):
    return im.Study(round, im.solve(round))


def values(answer):
    return {aim.aim: (aim.now, aim.then) for aim in answer.aims}


def moved(answer):
    return {move.intern: (move.from_ and move.from_.host, move.to and move.to.host) for move in answer.moves}


# -- worked by hand -------------------------------------------------------------------------------------


def test_a_pair_together_costs_what_both_lose():
    # now: p1 at v1 and p2 at v2, first wishes; then p1 at v2 is a second wish (4), p2 at v1 no wish (40)
    study = study_of(wishing(["v1", "v2"], ["v2"]))
    answer = study.ask(im.Change(change="pair_together", intern="p1", host="v2"))
    assert values(answer) == {"placed": (2, 2), "points": (0, 44)}
    assert moved(answer) == {"p1": ("v1", "v2"), "p2": ("v2", "v1")}
    assert all(aim.proven and aim.bound == aim.then for aim in answer.aims)


def test_a_pair_apart_is_a_ban():
    answer = study_of(wishing(["v1", "v2"], ["v2", "v1"])).ask(
        im.Change(change="pair_apart", intern="p1", host="v1")
    )
    assert values(answer) == {"placed": (2, 2), "points": (0, 8)}


def test_one_more_place_places_one_more_and_one_fewer_one_less():
    study = study_of(round_of([{"id": f"p{n}"} for n in range(4)], [{"id": "v1", "max": 2}]))
    more, fewer, visit = study.ask_many(
        im.Change(change=kind, host="v1") for kind in ("one_more_place", "one_place_fewer", "one_more_visit")
    )
    assert [values(one)["placed"] for one in (more, fewer, visit)] == [(2, 3), (2, 1), (2, 4)]
    assert [len(one.moves) for one in (more, fewer, visit)] == [1, 1, 2]
    assert all(move.from_ is None for move in more.moves)
    assert all(move.to is None for move in fewer.moves)


def test_one_more_week_and_other_lengths_open_a_host():
    interns = [{"id": "p1", "weeks": ["2026-W37"], "days": 3}]
    hosts = [{"id": "v1", "weeks": ["2026-W38"], "days": 3}, {"id": "v2", "weeks": ["2026-W37"], "days": 6}]
    study = study_of(round_of(interns, hosts))
    week = study.ask(im.Change(change="one_more_week", intern="p1", week="2026-W38"))
    assert values(week)["placed"] == (0, 1)
    assert moved(week) == {"p1": (None, "v1")}
    # p1 takes 2-4 days, v2 takes 5-7: 3 days more
    assert values(study.ask(im.Change(change="days", intern="p1", days="2-4")))["placed"] == (0, 0)
    assert values(study.ask(im.Change(change="days", intern="p1", days="2-5")))["placed"] == (0, 1)
    assert values(study.ask(im.Change(change="one_more_week", host="v1", week="2026-W37")))["placed"] == (
        0,
        1,
    )


def test_farther_is_far_enough_at_the_very_kilometre():
    travel = [{"origin": "Aarhus", "destination": "Odense", "km": 142}]
    round = round_of(
        [{"id": "p1", "municipality": "Aarhus", "max_km": 100}],
        [{"id": "v1", "municipality": "Odense"}],
        {"travel": {"mode": "hard"}},
        travel=travel,
    )
    study = study_of(round)
    asked = [im.Change(change="max_km", intern="p1", to=to) for to in (141, 142, None)]
    assert [values(one)["placed"] for one in study.ask_many(asked)] == [(0, 0), (0, 1), (0, 1)]


def test_whoever_is_out_is_out_of_every_table_and_later_wishes_move_up():
    round = wishing(
        ["v1", "v2"],
        ["v1"],
        bans=[{"intern": "p2", "host": "v2"}],
        history=[{"intern": "p1", "host": "v1"}],
        locks=[{"intern": "p2", "host": "v1"}],
    )
    study = study_of(round)
    host = study.ask(im.Change(change="without", host="v1"))
    assert values(host) == {"placed": (2, 1), "points": (4, 0)}  # p1 gets v2, now the first wish
    intern = study.ask(im.Change(change="without", intern="p2"))
    assert values(intern) == {"placed": (2, 1), "points": (4, 0)}
    assert moved(intern) == {"p1": ("v2", "v1"), "p2": ("v1", None)}


def test_locks_can_be_dropped_and_visits_fixed():
    study = study_of(wishing(["v1"], ["v2"], locks=[{"intern": "p1", "host": "v2"}]))
    dropped = study.ask(im.Change(change="without_lock", intern="p1", host="v2"))
    assert values(dropped) == {"placed": (2, 2), "points": (80, 0)}
    fixed = study_of(wishing(["v1"], ["v2"])).ask(im.Change(change="fix", interns=["p2"], host="v1"))
    assert values(fixed) == {"placed": (2, 2), "points": (0, 80)}


def test_a_rule_can_become_soft():
    own = {"id": "p1", "workplace": "A"}
    round = round_of(
        [own], [{"id": "v1", "workplace": "A"}], {"own_workplace": {"mode": "hard", "points": 7}}
    )
    answer = study_of(round).ask(im.Change(change="rule_mode", rule="own_workplace", mode="soft"))
    assert values(answer) == {"placed": (0, 1), "points": (0, 7)}


@pytest.mark.parametrize(
    ("more", "rule"),
    [
        ({"bans": [{"intern": "p1", "host": "v1"}]}, ("ban", 1, 0)),
        ({"locks": [{"intern": "p1", "host": "v2"}]}, ("intern_visits", 2, 1)),
        ({"locks": [{"intern": "p2", "host": "v1"}]}, ("capacity", 2, 1)),
    ],
)
def test_a_pair_that_no_plan_can_hold_is_an_answer_with_the_rule(more, rule):
    answer = study_of(wishing([], [], **more)).ask(im.Change(change="pair_together", intern="p1", host="v1"))
    assert answer.possible is False
    assert [(one.rule, one.amount, one.limit) for one in answer.rules] == [rule]
    assert values(answer) == {"placed": (2, None), "points": (0, None)}
    assert answer.moves == ()


def test_a_plan_made_by_hand_is_what_is_now():
    round = wishing(["v1"], ["v2"])
    by_hand = im.Plan(visits=(im.Visit(host="v2", interns=("p1",)),))
    answer = im.Study(round, by_hand).ask(im.Change(change="pair_together", intern="p2", host="v2"))
    assert values(answer) == {"placed": (1, 2), "points": (40, 0)}
    assert moved(answer) == {"p1": ("v2", "v1"), "p2": (None, "v2")}


# -- what cannot be asked -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "wrong",
    [
        {"change": "pair_together", "intern": "p1"},
        {"change": "pair_apart", "intern": "p1", "host": "v1", "to": 3},
        {"change": "one_more_place", "host": "v1", "by": -1},
        {"change": "one_place_fewer", "host": "v1", "by": 1},
        {"change": "one_more_week", "intern": "p1", "host": "v1", "week": "2026-W37"},
        {"change": "fix", "host": "v1", "interns": ["p1"], "days": "2-3"},
        {"change": "rule_mode", "rule": "kindness", "mode": "soft"},
        {"change": "miracle"},
    ],
)
def test_a_change_says_all_that_its_kind_needs_and_no_more(wrong):
    with pytest.raises(ValidationError):
        im.Change.model_validate(wrong)


def test_unknown_people_are_told_and_so_are_limits_of_the_data():
    study = study_of(wishing(["v1"], ["v2"]))
    with pytest.raises(im.RoundError) as told:
        study.ask(im.Change(change="pair_together", intern="p9", host="v9"))
    assert [issue.code for issue in told.value.issues] == ["intern_unknown", "host_unknown"]
    with pytest.raises(im.RoundError):
        study.ask(im.Change(change="one_more_place", host="v1", by=9))  # more than capacity.limit


def test_a_question_asked_twice_is_answered_once():
    study, change = study_of(wishing(["v1"], ["v2"])), im.Change(change="without", host="v1")
    assert study.ask(change) is study.ask(change)


# -- any round, any change ------------------------------------------------------------------------------


@st.composite
def changes(draw, round):
    intern = draw(st.sampled_from([one.id for one in round.interns]))
    host = draw(st.sampled_from([one.id for one in round.hosts]))
    someone = draw(st.sampled_from([{"intern": intern}, {"host": host}]))
    return im.Change.model_validate(
        draw(
            st.sampled_from(
                [
                    *[{"change": "pair_together", "intern": intern, "host": host}] * 4,
                    {"change": "pair_apart", "intern": intern, "host": host},
                    {"change": "one_more_place", "host": host},
                    {"change": "one_place_fewer", "host": host},
                    {"change": "one_more_visit", "host": host},
                    {"change": "one_more_week", **someone, "week": "2026-W38"},
                    {"change": "days", **someone, "days": "2-4"},
                    {"change": "max_km", "intern": intern},
                    {"change": "without", **someone},
                    {"change": "without_lock", "intern": intern, "host": host},
                    {"change": "rule_mode", "rule": "travel", "mode": "soft"},
                ]
            )
        )
    )


@given(data=st.data())
def test_every_answer_equals_a_fresh_solve_and_counting(data):
    round = data.draw(rounds(most_interns=3, most_hosts=2))
    try:
        plan = im.solve(round)
    except im.RoundError:
        assume(False)
    study, change = im.Study(round, plan), data.draw(changes(round))
    try:
        changed = study.changed(change)
        answer = study.ask(change)
    except (im.RoundError, ValidationError):
        event("goes beyond what a round can say")
        return
    event(f"{change.change}: {answer.plan.status}")
    then = [aim.then for aim in answer.aims]
    if answer.possible:
        assert then == [aim.value for aim in im.solve(changed).aims]
        assert im.check(changed, answer.plan).holds
    else:
        assert answer.rules
    if fewer_plans(changed, FEW):
        best = best_values(changed)
        assert then == list(best) if best is not None else not answer.possible
