"""The engine against brute force, under renaming and shuffling, stopped early, and with no way out."""

from __future__ import annotations

import random
from itertools import count

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from innopraktik_match.checker import check
from innopraktik_match.domain.issues import RoundError
from innopraktik_match.domain.round import Round
from innopraktik_match.model.chances import chances
from innopraktik_match.model.columns import build_columns
from innopraktik_match.model.measures import Options
from innopraktik_match.model.options import build_offers, build_options
from innopraktik_match.model.rules import OPTION_RULES, rules_on
from innopraktik_match.solving import solve
from tests.brute_force import best_values, plans_to_judge
from tests.random_rounds import random_round
from tests.strategies import rounds


def values(plan):
    return tuple(aim.value for aim in plan.aims)


@settings(max_examples=150)
@given(rounds(most_interns=4, most_hosts=2))
def test_the_plan_is_as_good_as_the_best_of_all_plans_or_there_is_none(round):
    assume(len(round.slots) <= 6 and plans_to_judge(round) <= 20_000)
    try:
        plan = solve(round)
    except RoundError:  # a lock that a hard rule forbids: said at once, with its row
        assume(False)
    best = best_values(round)
    assert plan.status == ("infeasible" if best is None else "optimal")
    if best is not None:
        assert values(plan) == best
    assert check(round, plan).holds


@pytest.mark.parametrize(("least", "placed", "points"), [(1, 12, 78 + 2 * 4), (4, 12, 78 + 2 * 4)])
def test_two_hosts_for_six_share_twelve(least, placed, points):
    """Whoever is number n costs n at either host: 78 in all. Two sectors, and a repeat costs 1: 4 at each."""
    sectors = ["state", "region"]
    interns = [{"id": f"p{n:02}", "sector": sectors[n % 2]} for n in range(12)]
    hosts = [{"id": host, "min": least, "max": 6} for host in ("v1", "v2")]
    pairs = [
        {"intern": f"p{n:02}", "host": host, "points": n + 1} for n in range(12) for host in ("v1", "v2")
    ]
    rules = {"capacity": {"limit": 6}, "mixed_sectors": {"points": 1}, "pair_points": {"mode": "soft"}}
    policy = {"preset": "bare", "rules": rules}
    round = Round.model_validate({"interns": interns, "hosts": hosts, "pairs": pairs, "policy": policy})
    plan = solve(round)
    assert (plan.status, values(plan)) == ("optimal", (placed, points))


@pytest.mark.parametrize("seed", range(6))
def test_the_order_of_rows_changes_nothing_not_even_which_plan(seed):
    round = random_round(24, 14, seed)
    shuffler = random.Random(seed)
    tables = {
        name: tuple(shuffler.sample(getattr(round, name), len(getattr(round, name))))
        for name in ("interns", "hosts", "pairs", "bans", "history")
    }
    one, other = solve(round), solve(round.model_copy(update=tables))
    assert one.lottery is not None
    assert one.lottery.proven
    assert one.visits == other.visits
    assert one.input_sha256 == other.input_sha256


@pytest.mark.parametrize("seed", range(4))
def test_other_ids_change_no_value(seed):
    data = random_round(20, 12, seed).model_dump(mode="json")
    new = {row["id"]: f"x{n * 7919 % 1000:03}" for n, row in enumerate(data["interns"] + data["hosts"])}
    renamed = {
        **data,
        **{
            side: [
                {
                    **row,
                    "id": new[row["id"]],
                    "wishes": [new[wish] for wish in row["wishes"]],
                    "rejects": [new[name] for name in row["rejects"]],
                }
                for row in data[side]
            ]
            for side in ("interns", "hosts")
        },
    }
    assert values(solve(Round.model_validate(data))) == values(solve(Round.model_validate(renamed)))


def test_another_seed_draws_other_lots_but_no_worse_a_plan():
    round = Round.model_validate(
        {"interns": [{"id": f"p{n}"} for n in range(8)], "hosts": [{"id": "v1", "max": 3}]}
    )
    drawn = {solve(round, seed=seed).visits for seed in range(12)}
    assert len(drawn) > 1
    assert {visits[0].points for visits in drawn} == {0}


def test_all_ties_come_out_the_same_every_time():
    round = Round.model_validate(
        {
            "interns": [{"id": f"p{n}"} for n in range(9)],
            "hosts": [{"id": f"v{n}", "max": 3} for n in range(4)],
        }
    )
    assert solve(round).visits == solve(round).visits


@pytest.mark.parametrize("time_limit", [0.0, 0.001, 0.05])
def test_no_time_still_gives_a_legal_plan_that_claims_nothing(time_limit):
    round = random_round(40, 25, 3)
    plan = solve(round, time_limit=time_limit)
    report = check(round, plan)
    assert plan.visits
    assert plan.status in {"feasible", "optimal"}
    assert report.legal
    assert report.holds


@settings(max_examples=25)
@given(st.integers(1, 60))
def test_an_interruption_at_any_step_gives_a_legal_checked_plan(step):
    round = random_round(30, 18, 5)
    calls = count(1)

    def interrupt(progress):
        if next(calls) == step:
            raise KeyboardInterrupt

    plan = solve(round, on_progress=interrupt)
    assert check(round, plan).holds
    assert plan.status in {"feasible", "optimal"}


def test_too_few_places_for_everybody_is_proven_and_named():
    round = Round.model_validate(
        {
            "interns": [{"id": "p1", "wishes": ["v1"]}, {"id": "p2", "wishes": ["v1"]}, {"id": "p3"}],
            "hosts": [{"id": "v1"}, {"id": "v2"}],
            "policy": {"rules": {"placed": {"mode": "hard"}, "intern_wishes": {"mode": "hard"}}},
        }
    )
    plan = solve(round)
    assert plan.status == "infeasible"
    assert plan.visits == ()
    assert plan.impossible[0].short == 1
    assert ("placed", "p1") in plan.impossible[0].demands
    assert ("placed", "p2") in plan.impossible[0].demands
    assert check(round, plan).holds


def test_a_lock_that_a_rule_forbids_is_an_error_with_its_row():
    round = Round.model_validate(
        {
            "interns": [{"id": "p1", "workplace": "A"}],
            "hosts": [{"id": "v1", "workplace": "A"}],
            "locks": [{"intern": "p1", "host": "v1"}],
        }
    )
    with pytest.raises(RoundError) as caught:
        solve(round)
    issue = caught.value.issues[0]
    assert (issue.code, issue.values["rules"]) == ("lock_impossible", ("own_workplace",))
    assert (issue.places[0].table, issue.places[0].row) == ("locks", 1)


def test_nobody_is_left_out_without_a_reason():
    round = Round.model_validate(
        {
            "interns": [{"id": "p1", "workplace": "A"}, {"id": "p2"}, {"id": "p3"}],
            "hosts": [{"id": "v1", "workplace": "A"}],
        }
    )
    plan = solve(round)
    reasons = {left.intern: [(reason.code, reason.rule) for reason in left.reasons] for left in plan.unplaced}
    assert reasons["p1"] == [("rule", "own_workplace")]
    assert sorted(reasons.values())[0] == [("full", None)]
    assert len(reasons) == 2


def test_a_wrong_checker_word_is_our_bug_and_says_so(monkeypatch):
    from innopraktik_match.checker import CheckReport, Fault
    from innopraktik_match.domain.findings import Score
    from innopraktik_match.domain.issues import DisagreementError

    monkeypatch.setattr(
        "innopraktik_match.checker.check", lambda *_, **__: CheckReport(Score(), (Fault("edited"),))
    )
    with pytest.raises(DisagreementError, match="edited"):
        solve(Round.model_validate({"interns": [{"id": "p1"}], "hosts": [{"id": "v1"}]}))


def test_progress_is_told_in_the_aims_own_direction():
    told = []
    solve(random_round(20, 10, 1), on_progress=told.append)
    placed = [step for step in told if step.aim == "placed"]
    assert placed[-1].value == placed[-1].bound == 20
    assert placed[-1].gap == 0


def test_a_host_is_taken_away_by_a_rule_that_is_broken_there_in_every_slot():
    c = build_columns(random_round(12, 8, 1))
    found = list(chances(c, np.arange(len(c.interns))))
    assert any(one.away for one in found)
    could = build_offers(c, build_options(c)).options
    hosts, slots = (np.arange(n, dtype=np.int32) for n in (len(c.hosts), len(c.slot_week)))
    for intern, (away, open_) in enumerate(found):
        assert np.array_equal(np.flatnonzero(open_), np.unique(could.host[could.intern == intern]))
        everybody = np.full(len(hosts) * len(slots), intern, dtype=np.int32)
        o = Options.unpriced(everybody, np.repeat(hosts, len(slots)), np.tile(slots, len(hosts)))
        for rule in rules_on(c, OPTION_RULES):
            broken = rule.measure(c, o).breach.reshape(len(hosts), len(slots)).all(axis=1)
            assert np.array_equal(away.get(rule.id, np.zeros(len(hosts), dtype=bool)), broken)
