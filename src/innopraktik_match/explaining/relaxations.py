"""Single changes that could help, those that ask least first; whether they do is asked of a `Study`."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from innopraktik_match.domain.change import Change
from innopraktik_match.domain.rulebook import RULEBOOK
from innopraktik_match.domain.when import Days

if TYPE_CHECKING:
    from collections.abc import Iterator

    from innopraktik_match.domain.explanation import FindingRule
    from innopraktik_match.domain.round import Host, Intern, Round

Forbidding = dict[str, tuple["FindingRule", ...]]


def to_place(round: Round, intern: Intern, forbidding: Forbidding) -> Iterator[list[Change]]:
    """Yield changes that could place an intern, one kind after the other, the least first in each.

    Parameters
    ----------
    round : Round
    intern : Intern
    forbidding : dict
        Host -> the rules that forbid it for the intern.
    """
    hosts = [host for host in round.hosts if not forbidding[host.id]]
    wished = {host: rank for rank, host in enumerate(intern.wishes)}
    hosts.sort(key=lambda host: wished.get(host.id, len(wished)))
    most = round.policy.rules.capacity.limit
    yield [Change(change="one_more_place", host=host.id) for host in hosts if host.max < most]
    yield [Change(change="one_more_visit", host=host.id) for host in hosts]
    alone = {host.id: forbidding[host.id][0] for host in round.hosts if len(forbidding[host.id]) == 1}
    of_rule = {
        rule: [host for host in round.hosts if host.id in alone and alone[host.id].rule == rule]
        for rule in ("dates", "travel", "duration")
    }
    yield _weeks(intern, of_rule["dates"])
    km = sorted({alone[host.id].amount for host in of_rule["travel"]})
    yield [Change(change="max_km", intern=intern.id, to=to) for to in km]
    yield _lengths(round, intern, of_rule["duration"])


def to_allow(round: Round, against: tuple[FindingRule, ...]) -> Iterator[list[Change]]:
    """Yield changes that could make an impossible round possible, one kind after the other.

    Parameters
    ----------
    round : Round
    against : tuple of FindingRule
        What cannot all be kept; changes about it come first in each kind.
    """
    named = {word for rule in against for word in rule.key}
    rules = {rule.rule for rule in against}
    hosts = sorted(round.hosts, key=lambda host: host.id not in named)
    most = round.policy.rules.capacity.limit
    yield [Change(change="one_more_place", host=host.id) for host in hosts if host.max < most]
    yield [Change(change="one_more_visit", host=host.id) for host in hosts]
    pairs = dict.fromkeys((lock.intern, lock.host) for lock in round.locks)
    locked = sorted(pairs, key=lambda pair: not set(pair) <= named)
    yield [Change(change="without_lock", intern=intern, host=host) for intern, host in locked]
    yield [
        change
        for rule in sorted(RULEBOOK, key=lambda rule: rule not in rules)
        for change in softer(round, rule, ("soft", "off"))
    ]


def softer(round: Round, rule: str, modes: tuple[str, ...] = ("soft",)) -> Iterator[Change]:
    """Yield the change that puts a hard rule into the first of some modes that it can have."""
    settings = getattr(round.policy.rules, rule)
    can = get_args(type(settings).model_fields["mode"].annotation)
    weaker = next((mode for mode in modes if mode in can), None)
    if settings.mode == "hard" and weaker is not None:
        yield Change.model_validate({"change": "rule_mode", "rule": rule, "mode": weaker})


def _weeks(intern: Intern, hosts: list[Host]) -> list[Change]:
    """Return one more week each, those first that most hosts have."""
    weeks = [week for host in hosts for week in host.weeks if week not in intern.weeks]
    some = sorted(set(weeks), key=lambda week: (-weeks.count(week), week))
    return [Change(change="one_more_week", intern=intern.id, week=week) for week in some]


def _lengths(round: Round, intern: Intern, hosts: list[Host]) -> list[Change]:
    """Return what the intern accepts, widened to the nearest length that a host accepts."""
    mine = _accepted(round, intern.days)
    if mine is None:
        return []
    wider = set()
    for theirs in filter(None, (_accepted(round, host.days) for host in hosts)):
        wider.add((min(mine[0], theirs[1]), max(mine[1], theirs[0])))
    some = sorted(wider, key=lambda span: (span[1] - span[0], span))
    return [
        Change(change="days", intern=intern.id, days=Days(min=least, max=most))
        for least, most in some
        if (least, most) != mine
    ]


def _accepted(round: Round, days: Days | None) -> tuple[int, int] | None:
    if days is None:
        return None
    slack = round.policy.rules.duration.tolerance if days.about else 0
    return max(1, days.min - slack), min(10, days.max + slack)
