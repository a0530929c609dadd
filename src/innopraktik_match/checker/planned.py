"""What was planned before, in plain Python: its rows, what loads them, and what can be missed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innopraktik_match.checker.rows import Row, price_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from innopraktik_match.checker.facts import Facts
    from innopraktik_match.checker.rows import Key
    from innopraktik_match.domain.round import Host, Intern


def host_of_planned(facts: Facts, key: Key) -> Row | None:
    """A visit planned before is at the same host."""
    if len(key) != 2 or key not in facts.before:
        return None
    rule = facts.rules.changes
    told = facts.before[key[0], key[1]].status in ("boss_ok", "host_ok", "agreed")
    weight = (rule.moved_told if told else rule.moved) - rule.rescheduled
    return Row(min(1, weight), None, price_of(facts, "changes"), weight)


def slot_of_planned(facts: Facts, key: Key) -> Row | None:
    """And in the same week and of the same length."""
    if len(key) == 4 and key[:2] in facts.before and key == _slot_key(facts, *key[:2]):
        weight = facts.rules.changes.rescheduled
        return Row(min(1, weight), None, price_of(facts, "changes"), weight)
    return None


def changes_limit(facts: Facts, key: Key) -> Row | None:
    """Of those that can still be kept, only so many change."""
    if key != ("all",) or not facts.before:
        return None
    standing = [pair for pair in facts.before if pair[1] in facts.hosts]
    standing = [pair for pair in standing if pair[0] not in facts.banned.get(pair[1], ())]
    return Row(max(0, len(standing) - facts.rules.changes_limit.limit), None, None)


def planned_host(facts: Facts, intern: Intern, host: Host) -> Iterator[Key]:
    """Every visit of the intern to the host that was planned."""
    if (intern.id, host.id) in facts.before:
        yield intern.id, host.id


def planned_slot(
    facts: Facts, intern: Intern, host: Host, week: str | None, days: int | None
) -> Iterator[Key]:
    """Every visit of the intern to the host that was planned, in the week and of the length planned."""
    earlier = facts.before.get((intern.id, host.id))
    if earlier is None:
        return
    same_week = not earlier.week or not facts.weeks or earlier.week == week
    if same_week and (not earlier.days or not facts.lengths or earlier.days == days):
        yield _slot_key(facts, intern.id, host.id)


def planned_and_kept(
    facts: Facts, intern: Intern, host: Host, week: str | None, days: int | None
) -> Iterator[Key]:
    """The same, all counted together."""
    for _ in planned_slot(facts, intern, host, week, days):
        yield ("all",)


def every_planned_host(facts: Facts) -> Iterator[Key]:
    """A row for each visit planned before."""
    yield from facts.before


def every_planned_slot(facts: Facts) -> Iterator[Key]:
    """The same, with week and length."""
    yield from (_slot_key(facts, *pair) for pair in facts.before)


def all_planned(facts: Facts) -> Iterator[Key]:
    """The one row of all."""
    yield ("all",)


def planned_pairs(facts: Facts, key: Key) -> Iterable[Key]:
    """Every visit that was planned loads the row of all."""
    return facts.before


def _slot_key(facts: Facts, intern: str, host: str) -> Key:
    earlier = facts.before[intern, host]
    return intern, host, earlier.week or "", str(earlier.days or "")
