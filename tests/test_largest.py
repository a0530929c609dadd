"""Numbers as large as they may be, groups kept whole, and work that is cut short."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest

import innopraktik_match as im
from innopraktik_match.checker import check
from innopraktik_match.domain.policy import Policy
from innopraktik_match.domain.round import Round
from innopraktik_match.engine.control import Control, Stopped
from innopraktik_match.engine.plans import race
from innopraktik_match.engine.stages.rows import alike
from innopraktik_match.model import groups, growth, tuning
from innopraktik_match.model.columns import build_columns
from innopraktik_match.model.options import build_offers, build_options
from innopraktik_match.solving import solve
from innopraktik_match.validation.faults import find_faults
from innopraktik_match.validation.largest import most_points, most_points_by_rule
from tests.random_rounds import random_round
from tests.test_promises import people, reached, round_of

# -- large numbers --------------------------------------------------------------------------------------


def test_a_peak_of_billions_is_weighed_right():
    """Apart 3 + 0, and a peak of 3: 6 billion; crossed 2.1 + 2.1, and a peak of 2.1: 6.3 billion."""
    billion = 10**9
    pairs = [
        ("p000", "v1", 3 * billion), ("p001", "v2", 0),
        ("p000", "v2", 21 * billion // 10), ("p001", "v1", 21 * billion // 10),
    ]  # fmt: skip
    rules = {"pair_points": {"mode": "soft"}, "worst_off": {"mode": "soft", "points": 1}}
    plan = solve(round_of(people(2), [{"id": "v1"}, {"id": "v2"}], pairs, preset="bare", rules=rules))
    assert (plan.status, reached(plan)) == ("optimal", {"placed": 2, "points": 6 * billion})


@pytest.mark.parametrize(
    "aims", [["placed", "points"], ["placed", "priority", "points"], ["priority", "placed"]]
)
def test_the_largest_priority_at_the_largest_price_is_one_exact_sum(aims):
    """One place for two: whoever stays away costs priority x price, 999,999 x 1,000,000 at the least."""
    interns = [{"id": "p1", "priority": 10**6}, {"id": "p2", "priority": 999_999}]
    rules = {"priority": {"mode": "soft", "points": 10**6}}
    plan = solve(round_of(interns, [{"id": "v1"}], preset="bare", rules=rules, aims=aims))
    assert plan.status == "optimal"
    assert plan.visits[0].interns == ("p1",)
    assert reached(plan).get("points", 999_999 * 10**6) == 999_999 * 10**6


def test_pairs_at_the_largest_points_are_told_apart_by_one():
    """10**12 - 1 and 10**12: three people, and only one of the six ways is the best."""
    most = 10**12
    pairs = [(f"p{i:03}", f"v{j}", most - (i == (j + 1) % 3)) for i in range(3) for j in range(3)]
    rules = {"pair_points": {"mode": "soft"}}
    round = round_of(people(3), [{"id": f"v{j}"} for j in range(3)], pairs, preset="bare", rules=rules)
    plan = solve(round)
    assert (plan.status, reached(plan)["points"]) == ("optimal", 3 * most - 3)
    assert check(round, plan).holds


def test_where_sums_are_too_large_for_floats_only_exact_arithmetic_proves(monkeypatch):
    monkeypatch.setattr(race, "EXACT_IN_FLOATS", -1)
    round = random_round(24, 14, 2)
    searched = {aim.solver.split()[0] for aim in solve(round).proof.aims if aim.kind == "search"}
    assert searched == {"CP-SAT"}


def test_loads_that_only_look_alike_are_told_apart(monkeypatch):
    """Random numbers that are all 0 make every item look like the first."""

    class NoChance:
        def integers(self, low, high, size):
            return np.zeros(size, dtype=np.int64)

    monkeypatch.setattr(np.random, "default_rng", lambda _: NoChance())
    item, row, load = (
        np.array([0, 0, 1, 1, 2, 3, 3]),
        np.array([4, 5, 4, 5, 4, 4, 5]),
        np.array([1, 2, 1, 2, 1, 1, 3]),
    )
    assert alike(5, item, row, load).tolist() == [0, 0, 2, 3, 4]


@pytest.mark.parametrize(
    "row",
    [
        {"interns": [{"id": "p1", "max_km": 10**6 + 1}]},
        {"hosts": [{"id": "v1", "visits": 100_001}]},
        {
            "policy": {
                "rules": {"quota": {"limits": [{"field": "sector", "value": "state", "max": 10**6 + 1}]}}
            }
        },
        {"policy": {"weeks": ["9999-W52"]}},
    ],
)
def test_more_than_the_largest_is_refused(row):
    with pytest.raises(ValueError, match=r"less than or equal|year of a week"):
        Round.model_validate(row)


# -- groups in the bare preset --------------------------------------------------------------------------


def partners(**rules):
    """Together at v1 40 + 39 = 79; apart 40 + 35 = 75."""
    interns = [{"id": "p1", "group": "a"}, {"id": "p2", "group": "a"}]
    hosts = [{"id": "v1", "max": 2}, {"id": "v2"}]
    pairs = [("p1", "v1", 40), ("p2", "v1", 39), ("p1", "v2", 99), ("p2", "v2", 35)]
    rules = {"pair_points": {"mode": "soft"}, **rules}
    return round_of(interns, hosts, pairs, preset="bare", rules=rules)


def test_the_bare_preset_keeps_partners_together():
    assert reached(solve(partners()))["points"] == 79


def test_partners_set_apart_by_the_policy_are_told():
    round = partners(together={"mode": "off"})
    assert reached(solve(round))["points"] == 75
    (issue,) = [issue for issue in find_faults(round) if issue.code == "group_without_effect"]
    assert (issue.severity, [place.row for place in issue.places]) == ("warning", [1, 2])


def test_no_list_is_made_at_once(monkeypatch):
    """Whoever asks for groups gets them in parts of `GROUPS_AT_ONCE`, however many there are."""
    monkeypatch.setattr(tuning, "GROUPS_AT_ONCE", 50)
    round = round_of(people(40), [{"id": "v", "max": 3}], preset="bare")
    c = build_columns(round)
    f = build_offers(c, build_options(c))
    free = groups.Reduced(np.zeros(len(f), dtype=np.int64), np.zeros(1, dtype=np.int64), 0)
    order = np.arange(len(f))
    parts = list(growth.Growth(f, free, order, np.zeros(1, dtype=np.int64)))
    assert max(map(len, parts)) <= 50
    assert sum(map(len, parts)) == 40 + 780 + 9880


def test_an_interrupted_building_ends_without_a_plan(monkeypatch):
    def pressed(self):
        raise Stopped

    monkeypatch.setattr(Control, "listen", pressed)
    plan = im.solve(random_round(10, 6, 1))
    assert (plan.status, plan.visits) == ("unknown", ())


BUSY = """
import sys
import threading
from innopraktik_match.cli import main
from innopraktik_match.engine import control
from innopraktik_match.engine.control import Control

control.time.sleep = lambda _: print("waited")
Control(time_limit=0).wait(lambda: threading.Event().wait(600), lambda: None)
sys.argv = ["innopraktik-match", "--version"]
main()
"""


def test_the_command_does_not_wait_for_a_solver_that_was_left_behind():
    """It would go on for ten minutes, and the interpreter wait for it; whoever waits says so here."""
    done = subprocess.run([sys.executable, "-c", BUSY], capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout.strip()) == (0, im.__version__)


def test_rules_that_charge_nothing_add_nothing_to_the_largest_sum():
    interns = [{"id": "p1", "visits": 2}, {"id": "p2"}]
    quiet = Round.model_validate({"interns": interns, "hosts": [{"id": "v1"}], "policy": {"preset": "bare"}})
    assert set(most_points_by_rule(quiet).values()) == {0}
    priced = {"preset": "bare", "rules": {"role": {"mode": "soft", "points": 7}}}
    assert most_points(quiet.model_copy(update={"policy": Policy.model_validate(priced)})) == 21
