"""The same rules everywhere: rulebook, rules, checker and policy."""

import string

import pytest

from innopraktik_match.checker.option_rules import PAIR_RULES
from innopraktik_match.checker.round_rules import PEAK, ROUND_RULES
from innopraktik_match.checker.visit_rules import VISIT_RULES
from innopraktik_match.domain.policy import Rules
from innopraktik_match.domain.rulebook import RULEBOOK
from innopraktik_match.model.rules import OPTION_RULES, RULES
from innopraktik_match.model.rules import ROUND_RULES as ROUND
from innopraktik_match.model.rules import VISIT_RULES as VISIT


def test_every_rule_is_written_twice_worded_and_set():
    checked = {*PAIR_RULES, "dates", "duration", *VISIT_RULES, *ROUND_RULES, PEAK}
    assert {rule.id for rule in RULES} == set(RULEBOOK) == checked == set(Rules.model_fields)


def test_every_rule_speaks_at_its_level():
    levels = {"option": OPTION_RULES, "visit": VISIT, "round": ROUND}
    assert {rule.id: level for level, rules in levels.items() for rule in rules} == {
        rule: entry.level for rule, entry in RULEBOOK.items()
    }


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
