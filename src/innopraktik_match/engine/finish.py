"""One stage to the end: prices, a plan from the visits found, and the visits within the gap."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from innopraktik_match.engine.assign import assign, options_within, plain
from innopraktik_match.engine.choose import choose
from innopraktik_match.engine.dive import dive
from innopraktik_match.engine.polish import swept
from innopraktik_match.engine.prices import find_prices
from innopraktik_match.growth import TooManyGroups, groups_within

if TYPE_CHECKING:
    from innopraktik_match.columns import Columns
    from innopraktik_match.engine.aims import Stage
    from innopraktik_match.engine.control import Control
    from innopraktik_match.engine.master import Pool
    from innopraktik_match.engine.priced import Priced
    from innopraktik_match.measures import Ints
    from innopraktik_match.visits import Groups

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
    c: Columns,
    stage: Stage,
    pool: Pool,
    plan: Incumbent,
    scale: int,
    control: Control,
    gap: float = 0.0,
    start: Ints | None = None,
) -> Outcome:
    """Solve one stage to proven optimality, or as far as time allows; `plan` holds the best throughout."""
    value, priced = improve(c, stage, pool, plan, scale, control, start)
    while value - priced.bound > gap * max(1, abs(stage.cost.own(value))) and not control.stopped:
        if plain(c, stage):
            value, better, final, solver = _assigned(c, stage, pool, plan, priced, value, control)
        else:
            near = _listed(c, stage, priced, scale * (value - 1) - priced.scaled_bound)
            before, final, solver = value, False, ""
            found: Groups | None
            if near is None:
                found = swept(c, stage, plan.groups(pool), pool.groups, priced, priced.bound, control, 1.0)
            else:
                found, final, solver = choose(stage, near, plan.groups(pool), control, control.left)
            value = _better(stage, pool, plan, found, value)
            better = value < before
        priced.tell(control, stage, value)
        if final:
            return _by_search(c, stage, priced, value, solver)
        if not better:
            break
    return Outcome(value, min(value, priced.bound), priced)


def as_good(c: Columns, stage: Stage, outcome: Outcome) -> Groups | None:
    """Return every visit that a plan of the outcome's value can be made of; None if they are too many.

    Where no visit rule speaks the next stage needs no list.
    """
    priced = outcome.priced
    if plain(c, stage):
        return None
    return _listed(c, stage, priced, priced.scale * outcome.value - priced.scaled_bound)


def _listed(c: Columns, stage: Stage, priced: Priced, within: int) -> Groups | None:
    """Return the visits within the gap; None if they are too many."""
    try:
        return groups_within(c, stage.offers, priced.reduced, priced.limit(stage, within), MOST_LISTED)
    except TooManyGroups:
        return None


def improve(
    c: Columns,
    stage: Stage,
    pool: Pool,
    plan: Incumbent,
    scale: int,
    control: Control,
    start: Ints | None = None,
) -> tuple[int, Priced]:
    """Find prices, and a good plan of the visits that they asked for; return its cost and the prices."""
    value = stage.value(plan.groups(pool))
    priced, master = find_prices(c, stage, pool, scale, control, plan.rows, start)
    priced.tell(control, stage, value)
    if priced.bound >= value:
        return value, priced
    if plain(c, stage):
        value, *_ = _assigned(c, stage, pool, plan, priced, value, control)
        return value, priced
    if master is not None:
        found = dive(c, master, priced, scale * (value - 1) - priced.scaled_bound, control)
        value = _better(stage, pool, plan, found, value)
        priced.tell(control, stage, value)
        rough = priced.bound * (1 + ROUGH)
        if value > rough and not stage.broken(plan.groups(pool)).any():
            found = swept(c, stage, plan.groups(pool), pool.groups, priced, rough, control, ROUGHLY)
            value = _better(stage, pool, plan, found, value)
    return value, priced


def _assigned(
    c: Columns,
    stage: Stage,
    pool: Pool,
    plan: Incumbent,
    priced: Priced,
    value: int,
    control: Control,
) -> tuple[int, bool, bool, str]:
    """Choose among the options within the gap; return (value, whether better, whether final, solver)."""
    limit = priced.limit(stage, priced.scale * (value - 1) - priced.scaled_bound)
    near = options_within(c, stage, priced.reduced, limit)
    groups, final, solver = assign(c, stage, near, control)
    better = groups is not None and stage.value(groups) < value
    if groups is not None and better:
        value = _take(stage, pool, plan, pool.add(groups))
    return value, better, final, solver


def _by_search(c: Columns, stage: Stage, priced: Priced, value: int, solver: str) -> Outcome:
    """Return the proof for the value found: its list is part of the one that was searched."""
    if priced.bound >= value:
        return Outcome(value, value, priced)
    within = priced.scale * (value - 1) - priced.scaled_bound
    limit = priced.limit(stage, within)
    if plain(c, stage):
        options = int(options_within(c, stage, priced.reduced, limit).sum())
        return Outcome(value, value, priced, within, None, options, solver)
    listed = len(groups_within(c, stage.offers, priced.reduced, limit, MOST_LISTED))
    return Outcome(value, value, priced, within, listed, None, solver)


def _better(stage: Stage, pool: Pool, plan: Incumbent, found: Groups | None, value: int) -> int:
    """Take a plan if it keeps every hard row and is better; return the best cost."""
    if found is None or stage.broken(found).any() or stage.value(found) >= value:
        return value
    return _take(stage, pool, plan, pool.add(found))


def _take(stage: Stage, pool: Pool, plan: Incumbent, rows: Ints) -> int:
    plan.rows = rows
    return stage.value(pool.groups.take(rows))
