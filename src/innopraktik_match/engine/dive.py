"""From the linear program to a whole plan: fix the surest visits, price again, and so on down."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from innopraktik_match.engine.master import Master
from innopraktik_match.engine.prices import TOP, rounded_prices
from innopraktik_match.visits import best_groups

if TYPE_CHECKING:
    from innopraktik_match.columns import Columns
    from innopraktik_match.engine.aims import Stage
    from innopraktik_match.engine.control import Control
    from innopraktik_match.engine.master import Pool
    from innopraktik_match.measures import Ints

SURE = 0.7
WHOLE = 1e-6


def dive(c: Columns, stage: Stage, pool: Pool, scale: int, control: Control) -> Ints | None:
    """Return the rows of a plan close to the linear program's, or None if it ends in a blind alley.

    New visits are priced on the way, for those who are left when the surest visits are fixed.
    """
    master = Master(stage, pool)
    while not control.stopped:
        answer = control.wait(partial(master.solve, control.left), master.highs.cancelSolve)
        if answer is None:
            return None
        dual, values = answer
        loose = (values > WHOLE) & (values < 1 - WHOLE)
        if not loose.any():
            return np.flatnonzero(values > 0.5)
        sure = np.flatnonzero(values > SURE)
        master.fix(np.union1d(sure, np.argmax(np.where(loose, values, 0))))
        pool.add(best_groups(c, stage.offers, stage.reduced(rounded_prices(stage, dual, scale), scale), TOP))
        master.grow()
    return None
