"""Even shares of places over the hosts in plain Python: their rows, and what loads them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innopraktik_match.checker.rows import Row, price_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from innopraktik_match.checker.facts import Facts
    from innopraktik_match.checker.rows import Key
    from innopraktik_match.domain.round import Host


def even(facts: Facts, key: Key) -> Row | None:
    """So many places for each host of a group, step by step."""
    for step in _steps(facts):
        if len(key) == 2 and key[0] in facts.even_hosts and key[1] == str(step):
            return Row(None, step * facts.even_hosts[key[0]], price_of(facts, "even"))
    return None


def _steps(facts: Facts) -> range:
    """Return the steps of even shares: ten, or only the first where it is hard."""
    rule = facts.rules.even
    return range(rule.limit, rule.limit + (1 if rule.hard else 10))


def even_shares(facts: Facts, host: Host) -> Iterator[Key]:
    """Every step of the host's group."""
    if facts.even_word[host.id]:
        yield from ((facts.even_word[host.id], str(step)) for step in _steps(facts))
