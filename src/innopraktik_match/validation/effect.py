"""What is filled in but has no effect under the policy: told, so that nobody believes that it counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from innopraktik_match.domain.issues import warning_at
from innopraktik_match.domain.own_criteria import columns_read
from innopraktik_match.domain.rulebook import RULEBOOK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from innopraktik_match.domain.issues import Issue
    from innopraktik_match.domain.policy import Policy
    from innopraktik_match.domain.round import Round

CARRIED = frozenset(("name", "email", "contact", "note", "reason", "status"))
TOLD = (
    ("interns", "priority"),
    ("interns", "visits"),
    ("interns", "max_km"),
    ("interns", "wishes"),
    ("hosts", "wishes"),
    ("interns", "days"),
    ("hosts", "days"),
    ("interns", "weeks"),
    ("hosts", "weeks"),
    ("pairs", "points"),
    ("history", "host"),
    ("relations", "workplace"),
)
"""What people fill in so that it counts: without effect it is a warning."""


class Idle(NamedTuple):
    """Why a field has no effect.

    Attributes
    ----------
    why : {"aim", "rule", "limit"}
        It is not among the aims, its rules are off, or it is a limit of a rule that is not hard.
    names : tuple of str
        The aim, or the rules.
    """

    why: str
    names: tuple[str, ...]


def idle(policy: Policy, aims: tuple[str, ...], table: str, field: str) -> Idle | None:
    """Return why a filled field has no effect, or None where it has one.

    Examples
    --------
    >>> from innopraktik_match import Policy
    >>> idle(Policy.model_validate({"preset": "bare"}), ("placed", "points"), "interns", "priority")
    Idle(why='aim', names=('priority',))
    """
    rules = policy.rules
    if table == "interns" and field in ("priority", "visits"):
        rule = rules.priority if field == "priority" else rules.visits
        counts = field in aims or rule.hard or (rule.on and rule.points > 0)
        return None if counts else Idle("aim", (field,))
    if (table, field) == ("interns", "max_km"):
        return None if rules.travel.hard else Idle("limit", ("travel",))
    named = _readers(table, field)
    on = any(getattr(rules, rule).on for rule in named)
    read = field in columns_read(policy, table)
    return Idle("rule", named) if named and not on and not read else None


def _readers(table: str, field: str) -> tuple[str, ...]:
    """Return the rules that look at a field; one that is on is enough."""
    names = {f"{table}.{field}", *([field] if table in ("interns", "hosts") else ())}
    return tuple(rule for rule, entry in RULEBOOK.items() if not names.isdisjoint(entry.reads))


def effect_faults(round: Round) -> Iterator[Issue]:
    """Yield a warning for each field that people fill in to have an effect, and that has none."""
    for table, field in TOLD:
        why = idle(round.policy, round.aims, table, field)
        if why is None:
            continue
        usual = 1 if field == "visits" else None
        rows = [
            row
            for row, one in enumerate(getattr(round, table), 1)
            if getattr(one, field) and getattr(one, field) != usual
        ]
        if rows:
            places = [(table, row, field) for row in rows]
            code = {"aim": "no_effect_aim", "rule": "no_effect_rule", "limit": "no_effect_limit"}[why.why]
            yield warning_at(code, *places, count=len(rows), rules=why.names if why.why != "aim" else ())
