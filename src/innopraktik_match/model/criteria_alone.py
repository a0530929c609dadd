"""A rule that reads several criteria, as if it read one alone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from innopraktik_match.model.columns import Columns


def each_criterion(columns: Columns, rule: str) -> list[tuple[int | None, Columns]]:
    """Return the number of each criterion of a rule, from 1, with columns where no other is read.

    A rule without criteria is returned as it is, without a number.
    """
    settings = getattr(columns.rules, rule)
    if not hasattr(settings, "criteria"):
        return [(None, columns)]
    on = [n for n, one in enumerate(settings.criteria) if one.on]
    return [(n + 1, _alone(columns, rule, n, ready)) for ready, n in enumerate(on)]


def _alone(columns: Columns, rule: str, number: int, ready: int) -> Columns:
    if rule == "match":
        return replace(columns, criteria=(columns.criteria[ready],))
    if rule == "visit_match":
        return replace(columns, visit_criteria=(columns.visit_criteria[ready],))
    settings = getattr(columns.rules, rule)
    alone = settings.model_copy(update={"criteria": (settings.criteria[number],)})
    return replace(columns, rules=columns.rules.model_copy(update={rule: alone}))
