"""One stage to the end: prices, a plan from the visits found, and the visits within the gap."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from innopraktik_match.columns import Columns, Ints
from innopraktik_match.engine.aims import Stage
from innopraktik_match.engine.choose import Choice, choose, prove
from innopraktik_match.engine.control import Control
from innopraktik_match.engine.master import Pool, closed
from innopraktik_match.engine.prices import Priced, find_prices
from innopraktik_match.visits import Groups, TooManyGroups, groups_within

QUICK = 1.0
MOST_LISTED = 300_000


@dataclass(frozen=True)
class Outcome:
    """How a stage ended.

    Attributes
    ----------
    value, bound : int
        Cost of the plan, and what no plan can be below.
    priced : Priced
        The prices behind the bound.
    within, listed, solver : int, int, str, or None
        For a proof by search: the gap that was listed, how many visits, and who proved.
    """

    value: int
    bound: int
    priced: Priced
    within: int | None = None
    listed: int | None = None
    solver: str | None = None


class Incumbent:
    """The best plan so far, as rows of the pool."""

    def __init__(self, rows: Ints) -> None:
        self.rows = rows


def finish(
    c: Columns, stage: Stage, pool: Pool, plan: Incumbent, scale: int, control: Control, gap: float = 0.0
) -> Outcome:
    """Solve one stage to proven optimality, or as far as time allows; `plan` holds the best throughout."""
    value, priced = improve(c, stage, pool, plan, scale, control)
    while priced.bound < value and not control.stopped and value - priced.bound > gap * max(1, value):
        within = scale * (value - 1) - priced.scaled_bound
        try:
            near = visits_within(c, stage, priced, within)
        except TooManyGroups:
            break
        answer = _settle(stage, near, control, value)
        if answer.rows is None:
            if not answer.final:
                break
            return Outcome(value, value, priced, within, len(near), answer.solver)
        value = _take(stage, pool, plan, pool.add(near.take(answer.rows)))
        control.tell(stage.cost.aim, value, priced.bound)
        if answer.final:
            return _relisted(c, stage, priced, value, scale, answer.solver)
    return Outcome(value, min(value, priced.bound), priced)


def improve(
    c: Columns, stage: Stage, pool: Pool, plan: Incumbent, scale: int, control: Control
) -> tuple[int, Priced]:
    """Find prices, and the best plan among the visits that they asked for; return its cost and the prices."""
    value = stage.value(pool.groups.take(plan.rows))
    priced, values = find_prices(c, stage, pool, scale, control, target=value)
    control.tell(stage.cost.aim, value, priced.bound)
    if values is not None and priced.bound < value:
        value = _rounded(stage, pool, plan, values, value)
    if priced.bound < value and not control.stopped:
        hint = _hint(stage, pool, plan)
        first = choose(stage, _open(stage, pool), control, below=value, seconds=QUICK, hint=hint)
        if first.rows is not None:
            value = _take(stage, pool, plan, np.flatnonzero(~closed(stage, pool.groups))[first.rows])
            control.tell(stage.cost.aim, value, priced.bound)
    return value, priced


def visits_within(c: Columns, stage: Stage, priced: Priced, within: int) -> Groups:
    """Return every visit whose reduced cost, counted from its host's least, is at most `within`."""
    places = stage.offers.places
    limit = within + priced.least[places.host]
    return groups_within(c, stage.offers, priced.reduced, limit, MOST_LISTED * 4)


def _relisted(c: Columns, stage: Stage, priced: Priced, value: int, scale: int, solver: str) -> Outcome:
    """Return the proof for the value found: its list is part of the one that was searched."""
    if priced.bound >= value:
        return Outcome(value, value, priced)
    within = scale * (value - 1) - priced.scaled_bound
    return Outcome(value, value, priced, within, len(visits_within(c, stage, priced, within)), solver)


def _settle(stage: Stage, near: Groups, control: Control, value: int) -> Choice:
    """Settle the visits within the gap: HiGHS proves, CP-SAT where HiGHS is at a loss."""
    answer = prove(stage, near, control, below=value, seconds=control.left)
    if answer.rows is None and not answer.final and not control.stopped:
        return choose(stage, near, control, below=value, seconds=control.left)
    return answer


def _rounded(stage: Stage, pool: Pool, plan: Incumbent, values: Ints, value: int) -> int:
    """Take the linear program's own plan if it is whole."""
    chosen = np.flatnonzero(values > 0.5)
    if np.all(values[chosen] > 1 - 1e-6) and values.sum() - len(chosen) < 1e-6:
        rows = chosen.astype(np.int64)
        if _legal(stage, pool.groups.take(rows)) and stage.value(pool.groups.take(rows)) < value:
            return _take(stage, pool, plan, rows)
    return value


def _take(stage: Stage, pool: Pool, plan: Incumbent, rows: Ints) -> int:
    plan.rows = rows
    return stage.value(pool.groups.take(rows))


def _legal(stage: Stage, groups: Groups) -> bool:
    """Whether a plan keeps every hard row of the stage."""
    return not stage.broken(groups).any()


def _open(stage: Stage, pool: Pool) -> Groups:
    return pool.groups.take(~closed(stage, pool.groups))


def _hint(stage: Stage, pool: Pool, plan: Incumbent) -> Ints:
    position = np.cumsum(~closed(stage, pool.groups)) - 1
    return np.asarray(position[plan.rows[~closed(stage, pool.groups.take(plan.rows))]])
