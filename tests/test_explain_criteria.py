"""Which of the criteria of your own speaks for or against a pair, by its words and number."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
from hypothesis import assume, given, settings

import innopraktik_match as im
from innopraktik_match.domain import own_rules
from tests.strategies import rounds
from tests.test_explain import rules_of

SPOKEN = {"kind": "match", "intern": "Sprog", "host": "Sprog", "how": "share", "mode": "hard"}
SUBJECT = {"kind": "match", "intern": "Fag", "host": "Fag", "how": "equal", "mode": "soft", "points": 7}
OFF = {"kind": "match", "intern": "Fag", "host": "Fag", "how": "differ", "mode": "off"}


def person(id, **cells):
    return {"id": id, "extra": cells}


def round_of(interns, hosts, *criteria, **rules):
    policy = {"preset": "bare", "criteria": [dict(one) for one in criteria], "rules": rules}
    return im.Round.model_validate({"interns": interns, "hosts": hosts, "policy": policy})


def explained(round, **asked):
    return im.explain(round, im.solve(round), **asked)


def numbers(finding):
    return [rule.criterion for rule in finding.rules]


def test_the_hard_criterion_that_forbids_a_pair_is_told_in_its_own_words():
    round = round_of(
        [person("p1", Sprog="dansk", Fag="jura")],
        [person("v1", Sprog="polsk; engelsk", Fag="pleje")],
        *(OFF, SUBJECT, SPOKEN),
    )
    (finding,) = explained(round, pair=("p1", "v1"))
    assert (rules_of(finding), numbers(finding)) == ([("match", 1, 0, 10, True)], [3])
    assert finding.text == (
        "p1 kan ikke besøge v1: et kriterium er ikke opfyldt (»Sprog« har et ord fælles med værtens »Sprog«)."
    )


def test_a_soft_criterion_is_told_with_its_points():
    round = round_of([person("p1", Fag="jura")], [person("v1", Fag="pleje")], OFF, SPOKEN, SUBJECT)
    (finding,) = explained(round, pair=("p1", "v1"), lang="en")
    assert (rules_of(finding), numbers(finding)) == ([("match", 1, None, 7, False)], [3])
    assert (
        finding.text
        == 'p1 is at v1: a criterion is not met ("Fag" is the same as the host\'s "Fag") (7 points).'
    )


def test_each_criterion_that_rules_hosts_out_is_counted_alone():
    must = {**SUBJECT, "mode": "hard"}
    hosts = [person("v1", Sprog="polsk"), person("v2", Sprog="tysk"), person("v3", Fag="pleje")]
    round = round_of([person("p1", Sprog="dansk", Fag="jura")], hosts, SPOKEN, must)
    (finding,) = explained(round, intern="p1")[:1]
    assert [(rule.criterion, rule.amount, rule.unit) for rule in finding.rules] == [
        (1, 2, "hosts"),
        (2, 1, "hosts"),
    ]
    assert finding.text.startswith(
        "p1 har intet besøg. Udelukket: 2 værter (»Sprog« har et ord fælles med værtens »Sprog«);"
        " 1 vært (»Fag« er det samme som værtens »Fag«)."
    )


@pytest.mark.parametrize(
    ("criterion", "cells", "amount", "words"),
    [
        (
            {"kind": "alike", "intern": "Fag"},
            ("jura", "pleje", "pleje"),
            2,
            "et kriterium er ikke opfyldt 2 gange (i et besøg har alle det samme i »Fag«)",
        ),
        (
            {"kind": "not_alone", "intern": "Fag"},
            ("jura", "pleje", "pleje"),
            1,
            "et kriterium er ikke opfyldt (i et besøg er ingen den eneste af sin slags i »Fag«)",
        ),
        (
            {"kind": "mix", "intern": "Fag"},
            ("jura", "pleje", "pleje"),
            1,
            "et kriterium er ikke opfyldt (i et besøg har ingen det samme som en anden i »Fag«)",
        ),
        (
            {"kind": "spread", "intern": "Fag", "limit": 5},
            ("1", "2", "3"),
            1,
            "et kriterium er ikke opfyldt (i et besøg er der mindst 5 fra den laveste til den højeste i »Fag«)",
        ),
    ],
)
def test_criteria_about_those_who_come_together_are_told_by_column(criterion, cells, amount, words):
    interns = [person(f"p{n}", Fag=cell) for n, cell in enumerate(cells)]
    round = round_of(interns, [{"id": "v1", "max": 3}], {"mode": "soft", "points": 7, **criterion})
    (finding,) = explained(round, pair=("p0", "v1"))
    assert [(rule.amount, rule.points) for rule in finding.rules] == [(amount, 7 * amount)]
    assert finding.text == f"p0 er hos v1: {words} ({7 * amount} point)."


def test_a_rule_of_a_developer_is_told_by_its_promise(monkeypatch):
    monkeypatch.setattr(own_rules, "_REGISTERED", {})

    im.rule(
        "even",
        level="option",
        measure=lambda columns, o: np.array([int(one.id[1:]) % 2 for one in columns.interns])[o.intern],
        again=lambda intern, host: int(intern.id[1:]) % 2,
        da="Praktikanten har et lige nummer.",
        en="The intern has an even number.",
    )
    round = round_of(
        [person("p1")], [{"id": "v1"}], {"kind": "own", "rule": "even", "mode": "soft", "points": 3}
    )
    (finding,) = explained(round, pair=("p1", "v1"), lang="en")
    assert finding.text == "p1 is at v1: a criterion is not met (The intern has an even number) (3 points)."


@given(rounds(most_interns=4, most_hosts=3))
@settings(max_examples=60)
def test_the_points_of_single_criteria_add_up_to_those_of_the_plan(round):
    try:
        plan = im.solve(round)
    except im.RoundError:
        assume(False)
    told = Counter()
    for visit in plan.visits:
        for number, intern in enumerate(visit.interns):
            (finding,) = im.explain(round, plan, pair=(intern, visit.host))
            for rule in finding.rules:
                of_visit = rule.rule in ("visit_match", "own_visit")  # said to each, charged once
                told[rule.rule] += rule.points if number == 0 or not of_visit else 0
    charged = im.score(round, plan).points_by_rule
    for rule in ("match", "visit_match", "own_option", "own_visit"):
        assert told[rule] == charged.get(rule, 0)
