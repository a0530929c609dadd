"""Visit rules as rows, where each place has at most one visit: who repeats whom there is known."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from innopraktik_match.engine.stages.rows import sparse
from innopraktik_match.model.rules import VISIT_RULES

if TYPE_CHECKING:
    from innopraktik_match.engine.stages.aims import Measure, Stage
    from innopraktik_match.model.measures import Index, Ints


def with_company(stage: Stage) -> Stage:
    """Return the stage with a row for each place and code that may repeat there: one is free.

    A further one costs what the rule charges, or is forbidden by it.
    """
    columns, found = stage.offers.columns, stage
    for rule in VISIT_RULES:
        settings = getattr(columns.rules, rule.id)
        if settings.on and rule.differ is not None:
            charged = None if settings.hard else int(settings.points)
            found = _with_code(found, rule.differ(columns), charged)
    return found


def _with_code(stage: Stage, code: Index, charged: int | None) -> Stage:
    """Return the stage with a row a place and code; `charged` is None where no repetition is allowed."""
    offers, rows, base = stage.offers, stage.rows, len(stage.rows.lower)
    own = code[offers.members[offers.unit, 0]].astype(np.int64)
    option = np.flatnonzero(own >= 0)
    key = offers.place[option] * (int(own.max(initial=0)) + 1) + own[option]
    _, of, count = np.unique(key, return_inverse=True, return_counts=True)
    option, of = option[count[of] > 1], of[count[of] > 1]
    _, of = np.unique(of, return_inverse=True)
    new = int(of.max(initial=-1)) + 1
    at, row, load = rows.by_option.entries(np.arange(len(offers)))
    miss, cost, reached = rows.miss, stage.cost, stage.reached
    if charged is not None:
        misses = len(rows.miss_points)
        owner = np.repeat(np.arange(misses), np.diff(miss.start))
        miss = sparse(
            misses + new,
            np.append(owner, misses + np.arange(new)),
            np.append(miss.row, base + np.arange(new)),
            np.append(miss.load, np.full(new, -1)),
        )
        cost = _charging(cost, charged, new)
        reached = tuple((_charging(measure, charged, new), most) for measure, most in reached)
    return replace(
        stage,
        cost=cost,
        reached=reached,
        rows=replace(
            rows,
            lower=np.append(rows.lower, np.zeros(new, dtype=np.int64)),
            upper=np.append(rows.upper, np.ones(new, dtype=np.int64)),
            by_option=sparse(
                len(offers),
                np.append(at, option),
                np.append(row, base + of),
                np.append(load, np.ones(len(of), dtype=np.int64)),
            ),
            miss=miss,
            miss_points=_longer(rows.miss_points, new, charged),
            miss_amount=_longer(rows.miss_amount, new, charged),
            miss_rule=_longer(rows.miss_rule, new, charged),
        ),
    )


def _charging(measure: Measure, charged: int, new: int) -> Measure:
    """Return the measure with what it counts of so many more misses."""
    return replace(measure, miss=np.append(measure.miss, np.full(new, measure.visit_weight * charged)))


def _longer(array: Ints, new: int, charged: int | None) -> Ints:
    return array if charged is None else np.append(array, np.zeros(new, dtype=np.int64))
