"""Reduced costs are those of docs/model.md whatever rows a round rule has, in every scope."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from innopraktik_match.checker.bounds import Bound, Stage
from innopraktik_match.checker.facts import Facts
from innopraktik_match.checker.loads import seat_loads, stay_loads
from innopraktik_match.checker.meetings import Meetings
from innopraktik_match.checker.option_rules import measure_option
from innopraktik_match.checker.reduced import ReducedCosts
from innopraktik_match.checker.round_rules import ROUND_RULES
from innopraktik_match.checker.rows import Row, Scope, Shape
from innopraktik_match.domain.plan import Price
from innopraktik_match.domain.round import Round
from tests.strategies import rounds
from tests.witness import tiny

RULE = "placed"
ON = {"mode": "soft", "points": 1}


def name(scope, *where):
    """Return a key for each load of a scope: its ids, its week and length, and the scope itself."""
    return (*(str(getattr(word, "id", word)) for word in where), scope)


def shape(scope):
    """Return rows that are loaded by everything in a scope, to be met exactly once."""
    return Shape(
        scope,
        row=lambda facts, key: Row(1, 1, 0) if key[-1] == scope else None,
        loads=lambda facts, *where: [name(scope, *where)],
    )


def everything(facts):
    """Yield the key of each load that can be."""
    interns, hosts, slots = facts.round.interns, facts.round.hosts, facts.slots
    yield from (name("intern", one) for one in interns)
    yield from (name(scope, one) for scope in ("host", "visit") for one in hosts)
    yield from (name("pair", one, host) for one in interns for host in hosts)
    yield from (name("intern slot", one, *slot) for one in interns for slot in slots)
    yield from (name("pair slot", one, host, *slot) for one in interns for host in hosts for slot in slots)
    yield from (name("visit slot", host, *slot) for host in hosts for slot in slots)


def with_the_rule_on(round):
    data = round.model_dump()
    data["policy"]["rules"][RULE] = ON
    return Round.model_validate(data)


@pytest.fixture
def in_every_scope(monkeypatch):
    monkeypatch.setitem(ROUND_RULES, RULE, tuple(map(shape, get_args(Scope))))


@pytest.mark.usefixtures("in_every_scope")
@settings(max_examples=200)
@given(st.data())
def test_every_cost_is_points_less_prices_times_loads_and_no_floor_is_above_it(data):
    round = data.draw(rounds(aims=False).map(with_the_rule_on))
    facts = Facts(round)
    priced = data.draw(st.dictionaries(st.sampled_from(list(everything(facts))), st.integers(-50, 50)))
    prices = [Price(rule=RULE, key=key, price=price) for key, price in priced.items() if price]
    bound = Bound(facts, Stage("points", {}), prices, scale=10)
    assert len(bound.price) == len(prices)

    def added(loads):
        return -sum(bound.price.get((rule, key), 0) * load for rule, key, load in loads)

    meetings = Meetings(facts)
    costs = ReducedCosts(meetings, bound)
    for host in (host for host in round.hosts if meetings.host_times[host.id]):
        parties = meetings.parties(host)
        expected = []
        for slot in facts.slots:
            options = {}
            for unit, _ in parties:
                words = [measure_option(facts, facts.interns[who], host, *slot) for who in unit]
                if not any(word.breach for said in words for word in said.values()):
                    points = sum(word.points for said in words for word in said.values())
                    loads = [
                        load for who in unit for load in seat_loads(facts, facts.interns[who], host, *slot)
                    ]
                    options[unit] = 10 * points + added(loads)
            base = added(stay_loads(facts, host, *slot))
            if options:
                expected.append((base, sorted(options.values())))
                assert costs.base(host) <= base
            for floor, (unit, _) in costs.floors(host, parties):
                assert floor <= options.get(unit, floor)
        found = [(base, [item[0] for item in items]) for base, items in costs.places(host, parties)]
        assert sorted(found) == sorted(expected)


def costs_with(monkeypatch, shape, key):
    """Return the reduced costs where one row has a price."""
    monkeypatch.setitem(ROUND_RULES, RULE, (shape,))
    facts = Facts(tiny([{"id": "p1"}], [{"id": "v1"}], {RULE: ON}))
    bound = Bound(facts, Stage("points", {}), [Price(rule=RULE, key=key, price=1)], scale=10)
    return ReducedCosts(Meetings(facts), bound)


def test_a_scope_that_nobody_weighs_is_refused(monkeypatch):
    with pytest.raises(KeyError, match="region"):
        costs_with(monkeypatch, shape("region"), ("v1", "region"))


def test_a_row_by_pair_and_slot_that_does_not_name_the_pair_is_refused(monkeypatch):
    with pytest.raises(ValueError, match="pair"):
        costs_with(monkeypatch, shape("pair slot"), ("v1", "p1", "pair slot"))
