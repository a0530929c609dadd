"""From the linear program to a whole plan: fix the surest visits, price again, and so on down."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from innopraktik_match.engine.plans.greedy import filled
from innopraktik_match.engine.plans.local_search import reoptimised
from innopraktik_match.engine.prices.bounds import rounded_prices
from innopraktik_match.engine.prices.column_generation import wanted
from innopraktik_match.engine.stages.restriction import part_of
from innopraktik_match.model.groups import joined

if TYPE_CHECKING:
    from innopraktik_match.engine.control import Control
    from innopraktik_match.engine.prices.bounds import Priced
    from innopraktik_match.engine.prices.master import Master
    from innopraktik_match.model.groups import Groups

SURE = 0.7
EVEN = 0.5 + 1e-6
WHOLE = 1e-6
FEW_LOOSE = 300
MOST_ROUNDS = 6
WORTHWHILE = 1e-5


def dive(master: Master, priced: Priced, value: int, control: Control) -> Groups | None:
    """Return the visits of a plan close to the linear program's; None if none was found.

    New visits are priced on the way, for those who are left when the surest visits are fixed. As soon as
    little is left undecided, a solver decides it. What is left in a blind alley, when the time is up, or
    when the program never came to its end, is filled in.
    """
    stage, pool, solved = master.stage, master.pool, True
    within = priced.within(value - 1)
    while master.relaxed is not None:
        values = master.relaxed.values
        loose = (values > WHOLE) & (values < 1 - WHOLE)
        taken = pool.groups.take(master.at[: len(values)][values > 1 - WHOLE])
        if not solved or control.stopped or master.relaxed.traded > WHOLE:
            surest = pool.groups.take(master.at[: len(values)][values > EVEN])
            rows = filled(stage, pool, control, surest)
            return pool.groups.take(rows)
        if not loose.any():
            return taken
        if loose.sum() < FEW_LOOSE:
            part = part_of(stage, np.arange(len(stage.offers)), stage.total(taken))
            known = pool.groups.take(master.at)
            goal = priced.bound - stage.value(taken) + part.stage.value(joined([], pool.width))
            rest = reoptimised(part, known, None, priced, within, goal, control)
            return None if rest is None else joined([taken, rest], pool.width)
        master.fix(np.union1d(np.flatnonzero(values > SURE), np.argmax(np.where(loose, values, 0))))
        master.unbox()
        solved = _priced_again(master, control)
    return None


def _priced_again(master: Master, control: Control) -> bool:
    """Solve the program for those who are left, with new visits for them; whether it came to an end."""
    stage, cost = master.stage, np.inf
    for _ in range(MOST_ROUNDS):
        dual = control.wait(partial(master.solve, control.left), master.highs.cancelSolve)
        if dual is None or master.relaxed is None:
            return False
        reduced = stage.reduced(rounded_prices(stage, dual))
        fresh = master.grow(wanted(stage, reduced))
        if not fresh or master.relaxed.cost > cost * (1 - WORTHWHILE):
            break
        cost = master.relaxed.cost
    return True
