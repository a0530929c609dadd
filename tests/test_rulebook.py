"""The same rules everywhere: rulebook, rules, checker and policy."""

import string
from collections import Counter
from typing import get_args

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from innopraktik_match.checker import check
from innopraktik_match.checker.option_rules import PAIR_RULES
from innopraktik_match.checker.round_rules import PEAK, ROUND_RULES
from innopraktik_match.checker.visit_rules import VISIT_RULES
from innopraktik_match.domain.round import Host, Intern, Round
from innopraktik_match.domain.rulebook import RULEBOOK, Rules
from innopraktik_match.measuring import score
from innopraktik_match.model.rules import OPTION_RULES
from innopraktik_match.model.rules import ROUND_RULES as ROUND
from innopraktik_match.model.rules import VISIT_RULES as VISIT
from innopraktik_match.solving import solve
from innopraktik_match.validation.largest import most_points_by_rule
from tests.strategies import plans, rounds


def test_every_rule_is_written_twice_worded_and_set():
    checked = {*PAIR_RULES, "dates", "week_points", "duration", *VISIT_RULES, *ROUND_RULES, PEAK}
    assert {rule.id for rule in (*OPTION_RULES, *VISIT, *ROUND)} == set(RULEBOOK) == checked


def test_every_rule_speaks_at_its_level():
    levels = {"option": OPTION_RULES, "visit": VISIT, "round": ROUND}
    assert {rule.id: level for level, rules in levels.items() for rule in rules} == {
        rule: entry.level for rule, entry in RULEBOOK.items()
    }


@pytest.mark.parametrize("rule", RULEBOOK)
def test_a_rule_reads_fields_that_there_are(rule):
    tables = {name: get_args(field.annotation)[:1] for name, field in Round.model_fields.items()}
    for name in RULEBOOK[rule].reads:
        table, _, field = name.rpartition(".")
        for record in tables[table] if table else (Intern, Host):
            assert field in record.model_fields


def test_of_what_came_later_only_the_rule_about_contacts_is_on_by_default():
    later = [rule for rule, entry in RULEBOOK.items() if entry.later]
    assert [rule for rule in later if Rules.model_fields[rule].default.on] == ["host_present"]


def test_plans_sealed_before_a_rule_came_still_hold():
    round = Round(interns=({"id": "p1", "name": "Bo"},), hosts=({"id": "v1", "contact": "Ane"},))
    plan = solve(round)
    before = {rule: points for rule, points in plan.points_by_rule.items() if not RULEBOOK[rule].later}
    assert before.keys() < plan.points_by_rule.keys()
    sealed = plan.model_copy(update={"points_by_rule": before})
    assert check(round, sealed.model_copy(update={"sha256": sealed.content_sha256()})).holds


def test_a_plan_that_names_a_rule_without_points_that_is_off_is_told():
    round = Round(interns=({"id": "p1"},), hosts=({"id": "v1"},))
    plan = solve(round)
    more = plan.model_copy(update={"points_by_rule": {**plan.points_by_rule, "worst_off": 0}})
    more = more.model_copy(update={"sha256": more.content_sha256()})
    assert [fault.code for fault in check(round, more).faults] == ["points_by_rule_differ"]


@pytest.mark.parametrize("rule", RULEBOOK)
def test_messages_ask_only_for_what_was_measured(rule):
    entry = RULEBOOK[rule]
    for message in (entry.message_da, entry.message_en):
        assert {name for _, name, _, _ in string.Formatter().parse(message) if name} <= {"amount", "limit"}
    assert entry.da.endswith(".")
    assert entry.en.endswith(".")


@pytest.mark.parametrize("rule", RULEBOOK)
def test_every_rule_about_a_pair_says_in_a_few_words_why_a_host_is_ruled_out(rule):
    entry = RULEBOOK[rule]
    assert bool(entry.away_da) == bool(entry.away_en) == (entry.level == "option")


PRICES = {"points", "criteria", "weeks", "points_per_day", "points_per_km", "unlisted"}


@pytest.mark.parametrize("rule", RULEBOOK)
def test_a_rule_with_a_price_has_a_worst_case(rule):
    entry, priced = RULEBOOK[rule], not PRICES.isdisjoint(Rules.model_fields[rule].annotation.model_fields)
    assert [entry.per_visit, entry.in_all].count(None) == (1 if priced else 2)


@settings(max_examples=200)
@given(st.data())
def test_no_rule_charges_a_plan_more_than_its_worst_case(data):
    round = data.draw(rounds())
    wished = {intern.id: intern.visits for intern in round.interns}
    visits = data.draw(plans(round))
    made = Counter(intern for visit in visits for intern in visit.interns)
    assume(all(made[intern] <= most for intern, most in wished.items()))
    most = most_points_by_rule(round)
    for rule, points in score(round, visits).points_by_rule.items():
        assert points <= most[rule]
