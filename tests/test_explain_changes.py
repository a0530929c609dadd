"""What would help: the smallest changes, what must give, what binds."""

from __future__ import annotations

import json

import numpy as np
from hypothesis import assume, given
from hypothesis import strategies as st

import innopraktik_match as im
from innopraktik_match.explaining.rulings import Rulings
from innopraktik_match.explaining.wording import MOST_MOVES, told
from innopraktik_match.model.columns import build_columns
from innopraktik_match.model.options import build_offers, build_options
from innopraktik_match.model.rules import VISIT_RULES
from tests.strategies import rounds
from tests.test_explain import changes_of, explained, far_apart, round_of, wishing


def test_whoever_is_too_far_away_is_told_the_kilometres_that_suffice():
    danish, english = (explained(far_apart(), unplaced=True, lang=lang) for lang in ("da", "en"))
    assert [one.kind for one in danish] == ["not_placed"]
    assert [(rule.rule, rule.amount, rule.unit) for rule in danish[0].rules] == [("travel", 1, "hosts")]
    assert changes_of(danish[0]) == [{"change": "max_km", "intern": "p1", "to": 142}]
    assert danish[0].text == (
        "Ida (p1) har intet besøg. Udelukket: 1 vært (for langt væk). Hver af disse ændringer er nok alene: "
        "højst 142 km for Ida (p1)."
    )
    assert english[0].text == (
        "Ida (p1) has no visit. Ruled out: 1 host (too far away). Each of these changes is enough alone: "
        "at most 142 km for Ida (p1)."
    )


def test_the_smallest_changes_come_by_kind_and_the_least_first():
    interns = [{"id": "p1", "weeks": ["2026-W37"], "days": "2-3"}, {"id": "p2", "priority": 1}]
    hosts = [
        {"id": "v1", "weeks": ["2026-W38"]},
        {"id": "v2", "weeks": ["2026-W37"], "days": "5-6"},
        {"id": "v3", "weeks": ["2026-W37"], "days": "4-5"},
        {"id": "v4", "weeks": ["2026-W37"], "days": 3},
    ]
    policy = {"preset": "bare", "aims": ["placed", "priority", "points"]}
    bans = [{"intern": "p2", "host": host} for host in ("v1", "v2", "v3")]
    round = im.Round.model_validate({"interns": interns, "hosts": hosts, "policy": policy, "bans": bans})
    plan = im.solve(round)
    (found,) = im.explain(round, plan, unplaced=True)
    assert found.intern == "p1"
    assert changes_of(found) == [
        {"change": "one_more_place", "host": "v4", "by": 1},
        {"change": "one_more_week", "intern": "p1", "week": "2026-W38"},
        {"change": "days", "intern": "p1", "days": {"min": 2, "max": 4}},
    ]
    for change in found.changes:
        seated = {
            one for visit in im.solve(im.Study(round, plan).changed(change)).visits for one in visit.interns
        }
        assert seated == {"p1", "p2"}


# -- the round ------------------------------------------------------------------------------------------


def test_an_impossible_round_is_told_what_must_give():
    round = round_of([{"id": "p1"}, {"id": "p2"}], [{"id": "v1"}], {"placed": {"mode": "hard", "points": 5}})
    plan = im.solve(round)
    assert plan.status == "infeasible"
    danish, english = (im.explain(round, plan, round_=True, lang=lang)[0] for lang in ("da", "en"))
    assert danish.kind == "impossible"
    assert {rule.rule for rule in danish.rules} >= {"placed", "host_visits"}
    assert changes_of(danish) == [
        {"change": "one_more_place", "host": "v1", "by": 1},
        {"change": "one_more_visit", "host": "v1", "by": 1},
        {"change": "rule_mode", "rule": "placed", "mode": "soft"},
    ]
    assert danish.text.startswith("Ingen plan kan følge alle faste regler. Disse regler kan ikke alle")
    assert english.text.startswith(
        "No plan can keep every hard rule. These rules cannot all be kept (at least"
    )
    for change in danish.changes:
        assert im.solve(im.Study(round, plan).changed(change)).status == "optimal"


def test_what_binds_a_round_is_told_by_rule_and_by_host():
    round = round_of(
        [{"id": "p1", "workplace": "A"}],
        [{"id": "v1", "workplace": "A"}],
        {"own_workplace": {"mode": "hard", "points": 7}},
    )
    (found,) = explained(round, round_=True, lang="en")
    assert changes_of(found) == [{"change": "rule_mode", "rule": "own_workplace", "mode": "soft"}]
    assert [(aim.now, aim.then) for aim in found.aims] == [(0, 1), (0, 7)]
    short = round_of([{"id": "p1"}, {"id": "p2"}], [{"id": "v1"}])
    assert [one.host for one in explained(short, round_=True)] == ["v1", "v1"]


def test_without_a_question_everything_is_told_and_a_plan_without_a_flaw_has_nothing():
    assert explained(wishing(["v1"], ["v2"])) == ()
    short = round_of([{"id": "p1"}, {"id": "p2"}], [{"id": "v1"}])
    assert [one.kind for one in explained(short)] == ["not_placed", "binds", "binds"]


# -- the shape, and all rounds --------------------------------------------------------------------------


def test_a_finding_is_plain_data_with_the_names_of_the_contract():
    (found,) = explained(wishing(["v1", "v2"], ["v2"]), pair=("p1", "v2"))
    plain = json.loads(json.dumps(found.plain()))
    assert set(plain) == {"kind", "intern", "host", "allowed", "rules", "aims", "moves", "changes", "text"}
    assert set(plain["rules"][0]) >= {"rule", "amount", "limit", "points", "breaks"}
    assert plain["aims"][1] == {"aim": "points", "now": 0, "then": 44, "bound": 44, "proven": True}
    assert plain["moves"][0] == {
        "intern": "p1",
        "from": {"host": "v1", "week": None, "days": None},
        "to": {"host": "v2", "week": None, "days": None},
    }


def test_many_moves_are_told_up_to_a_limit():
    moves = tuple(im.Move(intern=f"p{n}", from_=im.Seat(host="v1"), to=None) for n in range(MOST_MOVES + 2))
    change = im.Change(change="without", host="v1")
    finding = im.ExplainedFinding(kind="binds", changes=(change,), moves=moves)
    text = told(round_of([{"id": "p1"}], [{"id": "v1"}]), finding, "en")
    assert text.count("loses the visit at v1") == MOST_MOVES
    assert text.endswith("and 2 more.")


@given(data=st.data())
def test_a_pair_is_forbidden_where_the_model_has_no_option_for_it(data):
    round = data.draw(rounds())
    columns = build_columns(round)
    offers = build_offers(columns, build_options(columns))
    open_ = set(zip(offers.options.intern.tolist(), offers.options.host.tolist(), strict=True))
    rulings = Rulings(round, ())
    for i, intern in enumerate(columns.interns):
        points = rulings.points(intern.id)
        for h, host in enumerate(columns.hosts):
            found = rulings.forbidding(intern.id, host.id)
            assert bool(found) == ((i, h) not in open_) == (host.id not in points)
            assert all(rule.breaks for rule in found)


@given(data=st.data())
def test_points_of_a_visit_add_up_to_those_of_the_plan(data):
    round = data.draw(rounds())
    try:
        plan = im.solve(round)
    except im.RoundError:
        assume(False)
    rulings = Rulings(round, plan.visits)
    for visit in plan.visits:
        of_each = [rulings.of_visit(intern, visit) for intern in visit.interns]
        own = [rule.points for rules in of_each for rule in rules if rule.rule not in COMPANY]
        shared = [rule.points for rule in of_each[0] if rule.rule in COMPANY]
        assert np.sum(own) + np.sum(shared) == visit.points
        assert not any(rule.breaks for rules in of_each for rule in rules)


COMPANY = {rule.id for rule in VISIT_RULES}
