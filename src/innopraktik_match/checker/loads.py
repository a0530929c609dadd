"""What a plan loads the rows of the round rules with, and which row a key names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innopraktik_match.checker.round_rules import ROUND_RULES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from innopraktik_match.checker.facts import Facts
    from innopraktik_match.checker.rows import Key, Load, Row, Scope, Shape
    from innopraktik_match.domain.round import Host, Intern


BY_DECISIONS = ("lock", "changes_limit")
"""Rules whose rows depend on locks and bans."""


def find_row(facts: Facts, rule: str, key: Key) -> tuple[Row, tuple[Shape, ...]] | None:
    """Return the row of a rule with that key, and every shape that loads it."""
    known = facts.rows_by_decisions if rule in BY_DECISIONS else facts.rows
    if (rule, key) not in known:
        found = [(row, shape) for shape in ROUND_RULES.get(rule, ()) if (row := shape.row(facts, key))]
        known[rule, key] = (found[0][0], tuple(shape for _, shape in found)) if found else None
    return known[rule, key]


def rows_demanded(facts: Facts, rule: str) -> dict[Key, Row]:
    """Return the rows of a rule that a plan without visits may miss."""
    known = facts.demanded_by_decisions if rule in BY_DECISIONS else facts.demanded
    if rule not in known:
        keys = dict.fromkeys(key for shape in ROUND_RULES.get(rule, ()) for key in shape.demands(facts))
        found = [(key, find_row(facts, rule, key)) for key in keys]
        known[rule] = {key: row[0] for key, row in found if row is not None}
    return known[rule]


def seat_loads(
    facts: Facts, intern: Intern, host: Host, week: str | None, days: int | None
) -> Iterator[Load]:
    """Yield the loads of one intern's part in one visit."""
    yield from _loads("intern", facts, intern)
    yield from _loads("host", facts, host)
    yield from _loads("pair", facts, intern, host)
    yield from _loads("intern slot", facts, intern, week, days)
    yield from _loads("pair slot", facts, intern, host, week, days)


def stay_loads(facts: Facts, host: Host, week: str | None, days: int | None) -> Iterator[Load]:
    """Yield the loads of one visit, whoever comes."""
    yield from _loads("visit", facts, host)
    yield from _loads("visit slot", facts, host, week, days)


def _loads(scope: Scope, facts: Facts, *where: object) -> Iterator[Load]:
    for rule, shapes in ROUND_RULES.items():
        for shape in shapes:
            if shape.scope == scope:
                yield from ((rule, key, 1) for key in shape.loads(facts, *where))
