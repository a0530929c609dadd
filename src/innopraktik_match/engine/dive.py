"""From the linear program to a whole plan: fix the surest visits, price again, and so on down."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from innopraktik_match.engine.polish import rechosen
from innopraktik_match.engine.prices import TOP, rounded_prices
from innopraktik_match.visits import best_groups

if TYPE_CHECKING:
    from innopraktik_match.columns import Columns
    from innopraktik_match.engine.control import Control
    from innopraktik_match.engine.master import Master
    from innopraktik_match.engine.prices import Priced
    from innopraktik_match.visits import Groups

SURE = 0.7
WHOLE = 1e-6
FEW_LOOSE = 300


def dive(c: Columns, master: Master, priced: Priced, within: int, control: Control) -> Groups | None:
    """Return the visits of a plan close to the linear program's, or None if it ends in a blind alley.

    New visits are priced on the way, for those who are left when the surest visits are fixed. As soon as
    little is left undecided, a solver decides it.
    """
    stage, pool = master.stage, master.pool
    while not control.stopped and master.relaxed is not None:
        values = master.relaxed.values
        loose = (values > WHOLE) & (values < 1 - WHOLE)
        taken = pool.groups.take(master.at[: len(values)][values > 1 - WHOLE])
        if not loose.any():
            return taken
        if loose.sum() < FEW_LOOSE:
            return rechosen(c, stage, taken, None, priced, within, control)
        master.fix(np.union1d(np.flatnonzero(values > SURE), np.argmax(np.where(loose, values, 0))))
        dual = control.wait(partial(master.solve, control.left), master.highs.cancelSolve)
        if dual is None:
            return None
        price = rounded_prices(stage, dual, priced.scale)
        pool.add(best_groups(c, stage.offers, stage.reduced(price, priced.scale), TOP))
        master.grow()
    return None
