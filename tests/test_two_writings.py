"""Rules and checker agree on any plan, legal or not, and on every option, visit and row."""

from collections import Counter

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from innopraktik_match.checker import recount
from innopraktik_match.checker.facts import Facts
from innopraktik_match.checker.loads import find_row, seat_loads, stay_loads
from innopraktik_match.checker.option_rules import NOTHING, measure_option
from innopraktik_match.checker.rows import Row
from innopraktik_match.checker.visit_rules import measure_visit
from innopraktik_match.measuring import score
from innopraktik_match.model.columns import build_columns
from innopraktik_match.model.measures import NO_LIMIT, Options, Places, Visits
from innopraktik_match.model.options import build_options
from innopraktik_match.model.rules import OPTION_RULES, ROUND_RULES, VISIT_RULES, rules_on
from tests.strategies import plans, rounds


@settings(max_examples=400)
@given(st.data())
def test_score_and_checker_measure_the_same_in_any_plan(data):
    round = data.draw(rounds(most_interns=6, most_hosts=4))
    visits = data.draw(plans(round))
    assert score(round, visits) == recount(round, visits)


@settings(max_examples=50)
@given(rounds())
def test_every_option_has_the_same_amounts_points_and_breaches_also_where_nothing_is_charged(round):
    f, c = Facts(round), build_columns(round)
    shape = len(c.interns), len(c.hosts), len(c.slot_week)
    options = Options.unpriced(*(part.ravel() for part in np.indices(shape)))
    words = [
        measure_option(f, person, host, slot.week, slot.days)
        for person in c.interns
        for host in c.hosts
        for slot in f.slots
    ]
    for rule in rules_on(c, OPTION_RULES):
        verdict = rule.measure(c, options)
        none = np.zeros(len(options), dtype=bool)
        decided = none if verdict.accepted is None else verdict.accepted
        ours = zip(verdict.amount, none + verdict.points, verdict.breach, decided, strict=True)
        assert list(ours) == [said.get(rule.id, NOTHING) for said in words]


@settings(max_examples=100)
@given(rounds())
def test_just_the_options_without_a_breach_are_left_at_their_points(round):
    f, c = Facts(round), build_columns(round)
    left = {}
    for i, person in enumerate(c.interns):
        for h, host in enumerate(c.hosts):
            for s, slot in enumerate(f.slots):
                words = measure_option(f, person, host, slot.week, slot.days).values()
                if not any(word.breach for word in words):
                    left[i, h, s] = sum(word.points for word in words)
    found = build_options(c)
    pairs = zip(found.intern.tolist(), found.host.tolist(), found.slot.tolist(), strict=True)
    assert dict(zip(pairs, found.points.tolist(), strict=True)) == left


@settings(max_examples=100)
@given(st.data())
def test_every_visit_has_the_same_amounts_points_and_breaches_also_where_nothing_is_charged(data):
    round = data.draw(rounds(most_interns=6))
    visits = data.draw(plans(round))
    f, c = Facts(round), build_columns(round)
    number = {person.id: n for n, person in enumerate(c.interns)}
    seats = [[number[who] for who in visit.interns] + [-1] * (4 - len(visit.interns)) for visit in visits]
    host = np.array([[one.id for one in c.hosts].index(visit.host) for visit in visits], dtype=np.int64)
    groups = Visits(host, np.zeros_like(host), np.array(seats, dtype=np.int64).reshape(-1, 4))
    words = [measure_visit(f, f.hosts[visit.host], visit.interns) for visit in visits]
    for rule in VISIT_RULES:
        if getattr(c.rules, rule.id).on:
            verdict = rule.measure(c, groups)
            none = np.zeros(len(host), dtype=bool)
            decided = none if verdict.accepted is None else verdict.accepted
            ours = zip(verdict.amount, none + verdict.points, verdict.breach, decided, strict=True)
            assert list(ours) == [said[rule.id] for said in words]


@settings(max_examples=100)
@given(rounds())
def test_every_row_has_the_same_name_limits_and_loads(round):
    f, c = Facts(round), build_columns(round)
    options = build_options(c)
    places = Places(*(part.ravel() for part in np.indices((len(c.hosts), len(c.slot_week)))))
    for rule in (rule for rule in ROUND_RULES if getattr(c.rules, rule.id).on):
        bounds = rule.bounds(c, options, places)
        keys = [bounds.key(row) for row in range(len(bounds.lower))]
        loads = Counter()
        for n, (i, h, s) in enumerate(zip(options.intern, options.host, options.slot, strict=True)):
            at = c.interns[i], c.hosts[h], *f.slots[s]
            loads += Counter(
                {("option", n, key): load for name, key, load in seat_loads(f, *at) if name == rule.id}
            )
            if bounds.peak and options.points[n]:
                loads["option", n, (c.interns[i].id, c.hosts[h].id)] = int(options.points[n])
        for n, (h, s) in enumerate(zip(places.host, places.slot, strict=True)):
            at = c.hosts[h], *f.slots[s]
            loads += Counter(
                {("place", n, key): load for name, key, load in stay_loads(f, *at) if name == rule.id}
            )
        found = Counter()
        for n, row, load in zip(bounds.option, bounds.option_row, bounds.option_load, strict=True):
            found["option", int(n), keys[row]] += int(load)
        for n, row, load in zip(bounds.place, bounds.place_row, bounds.place_load, strict=True):
            found["place", int(n), keys[row]] += int(load)
        assert +found == loads
        if not bounds.peak:
            weights = [1] * len(bounds.lower) if bounds.weight is None else bounds.weight
            given = bounds.upper if bounds.given is None else bounds.given
            limits = [
                Row(
                    None if low == -NO_LIMIT else low,
                    None if high == NO_LIMIT else high,
                    bounds.points,
                    weight,
                    None if most == high else most,
                )
                for low, high, weight, most in zip(bounds.lower, bounds.upper, weights, given, strict=True)
            ]
            assert limits == [find_row(f, rule.id, key)[0] for key in keys]
