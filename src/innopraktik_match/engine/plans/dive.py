"""Diving heuristic: fix the visits nearest to 1, price again, and so on down to a whole plan."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from innopraktik_match.engine.plans.greedy import filled
from innopraktik_match.engine.plans.local_search import reoptimised
from innopraktik_match.engine.prices.bounds import rounded_prices
from innopraktik_match.engine.prices.shards import wanted
from innopraktik_match.engine.stages.restriction import part_of
from innopraktik_match.model import tuning
from innopraktik_match.model.groups import joined

if TYPE_CHECKING:
    from innopraktik_match.engine.control import Control
    from innopraktik_match.engine.prices.bounds import Priced
    from innopraktik_match.engine.prices.master import Master
    from innopraktik_match.model.groups import Groups

MORE_THAN_HALF = 0.5 + 1e-6
"""Of visits that share a row with room for one, no two are taken by more than half."""


def dive(master: Master, priced: Priced, value: int, control: Control) -> Groups | None:
    """Return the visits of a plan close to the master's optimum; None if none was found.

    After each fixing, new visits are priced for those still free (Joncour et al., 2010). Once few variables
    are fractional, a solver decides them. In a dead end, out of time, or from a master that never
    converged, the rest is filled in greedily.
    """
    stage, pool, solved = master.stage, master.pool, True
    within = priced.within(value - 1)
    while master.relaxed is not None:
        values = master.relaxed.values
        whole = values > 1 - tuning.INTEGRAL_WITHIN
        loose = (values > tuning.INTEGRAL_WITHIN) & ~whole
        taken = pool.groups.take(master.at[: len(values)][whole])
        if not solved or control.stopped or master.relaxed.traded > tuning.MASTER_ZERO:
            surest = pool.groups.take(master.at[: len(values)][values > MORE_THAN_HALF])
            rows = filled(stage, pool, control, surest)
            return pool.groups.take(rows)
        if not loose.any():
            return taken
        if loose.sum() < tuning.DIVE_ENDS_BELOW:
            part = part_of(stage, np.arange(len(stage.offers)), stage.total(taken))
            known = pool.groups.take(master.at)
            goal = priced.bound - stage.value(taken) + part.stage.value(joined([], pool.width))
            rest = reoptimised(part, known, None, priced, within, goal, control)
            if rest is not None:
                return joined([taken, rest], pool.width)
            rows = filled(stage, pool, control, taken)
            return pool.groups.take(rows)
        sure = np.flatnonzero(values > tuning.DIVE_FIXES_FROM)
        master.fix(np.union1d(sure, np.argmax(np.where(loose, values, 0))))
        master.unbox()
        solved = _priced_again(master, control)
    return None


def _priced_again(master: Master, control: Control) -> bool:
    """Reoptimise the master after fixing, with new columns; return whether it was solved."""
    stage, cost = master.stage, np.inf
    for _ in range(tuning.DIVE_PRICING_ROUNDS):
        dual = control.wait(partial(master.solve, control.left), master.highs.cancelSolve)
        if dual is None or master.relaxed is None:
            return False
        reduced = stage.reduced(rounded_prices(stage, dual))
        fresh = master.grow(wanted(stage, reduced))
        if not fresh or master.relaxed.cost > cost * (1 - tuning.DIVE_PRICING_GAIN):
            break
        cost = master.relaxed.cost
    return True
