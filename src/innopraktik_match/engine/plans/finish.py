"""One stage to the end: prices, a plan from the visits found, and the visits within the gap."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from innopraktik_match.engine.control import Stopped
from innopraktik_match.engine.plans.assign import assign, options_within, plain
from innopraktik_match.engine.plans.choose import choose
from innopraktik_match.engine.plans.dive import dive
from innopraktik_match.engine.plans.local_search import swept
from innopraktik_match.engine.prices.column_generation import find_prices
from innopraktik_match.model.growth import TooManyGroups, groups_within

if TYPE_CHECKING:
    from innopraktik_match.engine.control import Control
    from innopraktik_match.engine.prices.bounds import Priced
    from innopraktik_match.engine.prices.master import Master, Pool
    from innopraktik_match.engine.stages.aims import Stage
    from innopraktik_match.model.columns import Columns
    from innopraktik_match.model.groups import Groups
    from innopraktik_match.model.measures import Ints

ROUGH, ROUGHLY = 1e-3, 0.6
MOST_LISTED = 400_000


@dataclass(frozen=True)
class Outcome:
    """How a stage ended.

    Attributes
    ----------
    value, bound : int
        Cost of the plan, and what no plan can be below.
    priced : Priced
        The prices behind the bound.
    within, listed, options_listed, solver : int, int, int, str, or None
        For a proof by search: the gap, how many visits (or options) are within, and who proved.
    """

    value: int
    bound: int
    priced: Priced
    within: int | None = None
    listed: int | None = None
    options_listed: int | None = None
    solver: str | None = None


class Incumbent:
    """The best plan so far, as rows of the pool."""

    def __init__(self, rows: Ints) -> None:
        self.rows = rows

    def groups(self, pool: Pool) -> Groups:
        """Return the plan's visits."""
        return pool.groups.take(self.rows)


def finish(
    columns: Columns,
    stage: Stage,
    pool: Pool,
    plan: Incumbent,
    scale: int,
    control: Control,
    gap: float = 0.0,
    start: Ints | None = None,
) -> Outcome:
    """Solve one stage to proven optimality, or as far as time allows; `plan` holds the best throughout."""
    value, priced = improve(columns, stage, pool, plan, scale, control, start)
    with suppress(Stopped):
        outcome = _closed(columns, stage, pool, plan, priced, gap, control)
        if outcome is not None:
            return outcome
    value = stage.value(plan.groups(pool))
    return Outcome(value, min(value, priced.bound), priced)


def _closed(
    columns: Columns,
    stage: Stage,
    pool: Pool,
    plan: Incumbent,
    priced: Priced,
    gap: float,
    control: Control,
) -> Outcome | None:
    """Choose among all that a better plan can be made of until nothing is left; None if that fails."""
    value = stage.value(plan.groups(pool))
    while value - priced.bound > gap * max(1, abs(stage.cost.own(value))) and not control.stopped:
        if plain(columns, stage):
            value, better, final, solver = _assigned(columns, stage, pool, plan, priced, value, control)
        else:
            near = _listed(columns, stage, priced, priced.within(value - 1), control)
            before, final, solver = value, False, ""
            found: Groups | None
            if near is None:
                found = swept(
                    columns, stage, plan.groups(pool), pool.groups, priced, priced.bound, control, 1.0
                )
            else:
                at_hand, goal = plan.groups(pool), priced.bound
                found, final, solver = choose(stage, near, at_hand, goal, control, control.left)
            value = _better(stage, pool, plan, found, value)
            better = value < before
        priced.tell(control, stage, value)
        if final:
            return _by_search(columns, stage, priced, value, solver, control)
        if not better:
            break
    return None


def as_good(columns: Columns, stage: Stage, outcome: Outcome, control: Control) -> Groups | None:
    """Return every visit that a plan of the outcome's value can be made of; None if they are too many.

    Where no visit rule speaks the next stage needs no list.
    """
    priced = outcome.priced
    if plain(columns, stage):
        return None
    return _listed(columns, stage, priced, priced.within(outcome.value), control)


def _listed(columns: Columns, stage: Stage, priced: Priced, within: int, control: Control) -> Groups | None:
    """Return the visits within the gap; None if they are too many."""
    limit = priced.limit(stage, within)
    try:
        return groups_within(columns, stage.offers, priced.reduced, limit, MOST_LISTED, control.look)
    except TooManyGroups:
        return None


def improve(
    columns: Columns,
    stage: Stage,
    pool: Pool,
    plan: Incumbent,
    scale: int,
    control: Control,
    start: Ints | None = None,
) -> tuple[int, Priced]:
    """Find prices, and a good plan of the visits that they asked for; return its cost and the prices."""
    priced, master = find_prices(columns, stage, pool, scale, control, plan.rows, start)
    with suppress(Stopped):
        _lowered(columns, stage, pool, plan, priced, master, control)
    return stage.value(plan.groups(pool)), priced


def _lowered(
    columns: Columns,
    stage: Stage,
    pool: Pool,
    plan: Incumbent,
    priced: Priced,
    master: Master | None,
    control: Control,
) -> None:
    """Bring the plan near what the prices prove."""
    value = stage.value(plan.groups(pool))
    priced.tell(control, stage, value)
    if priced.bound >= value:
        return
    if plain(columns, stage):
        _assigned(columns, stage, pool, plan, priced, value, control)
    elif master is not None:
        found = dive(columns, master, priced, value, control)
        value = _better(stage, pool, plan, found, value)
        priced.tell(control, stage, value)
        rough = priced.bound * (1 + ROUGH)
        if value > rough and not stage.broken(plan.groups(pool)).any():
            found = swept(columns, stage, plan.groups(pool), pool.groups, priced, rough, control, ROUGHLY)
            _better(stage, pool, plan, found, value)


def _assigned(
    columns: Columns,
    stage: Stage,
    pool: Pool,
    plan: Incumbent,
    priced: Priced,
    value: int,
    control: Control,
) -> tuple[int, bool, bool, str]:
    """Choose among the options within the gap; return (value, whether better, whether final, solver)."""
    limit = priced.limit(stage, priced.within(value - 1))
    near = options_within(columns, stage, priced.reduced, limit)
    groups, final, solver = assign(columns, stage, near, plan.groups(pool), priced.bound, control)
    better = groups is not None and stage.value(groups) < value
    if groups is not None and better:
        value = _take(stage, pool, plan, pool.add(groups))
    return value, better, final, solver


def _by_search(
    columns: Columns, stage: Stage, priced: Priced, value: int, solver: str, control: Control
) -> Outcome:
    """Return the proof for the value found: its list is part of the one that was searched."""
    if priced.bound >= value:
        return Outcome(value, value, priced)
    within = priced.within(value - 1)
    limit = priced.limit(stage, within)
    if plain(columns, stage):
        options = int(options_within(columns, stage, priced.reduced, limit).sum())
        return Outcome(value, value, priced, within, None, options, solver)
    listed = len(groups_within(columns, stage.offers, priced.reduced, limit, MOST_LISTED, control.look))
    return Outcome(value, value, priced, within, listed, None, solver)


def _better(stage: Stage, pool: Pool, plan: Incumbent, found: Groups | None, value: int) -> int:
    """Take a plan if it keeps every hard row and is better; return the best cost."""
    if found is None or stage.broken(found).any() or stage.value(found) >= value:
        return value
    return _take(stage, pool, plan, pool.add(found))


def _take(stage: Stage, pool: Pool, plan: Incumbent, rows: Ints) -> int:
    plan.rows = rows
    return stage.value(pool.groups.take(rows))
