"""Cuts on the master: rounded sums of rows that raise the bound, with prices like any other row."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from innopraktik_match.engine.control import Stopped
from innopraktik_match.engine.prices.bounds import Priced, proven, rounded_prices
from innopraktik_match.engine.prices.master import Master
from innopraktik_match.engine.prices.separation import zero_half
from innopraktik_match.engine.stages.cuts import cuts_of
from innopraktik_match.model import tuning
from innopraktik_match.model.groups import joined

if TYPE_CHECKING:
    from innopraktik_match.engine.control import Control
    from innopraktik_match.engine.prices.master import Floats, Pool
    from innopraktik_match.engine.stages.aims import Stage
    from innopraktik_match.engine.stages.cuts import Sum
    from innopraktik_match.model.groups import Groups
    from innopraktik_match.model.measures import Ints


def tightened(
    stage: Stage, pool: Pool, plan: Ints, near: Groups, priced: Priced, control: Control
) -> tuple[Stage, Priced, Groups | None]:
    """Return the stage with cuts, its prices, and a plan if an optimum of the master was one.

    The master over the visits within the gap is solved; cuts that its optimum breaks and visits that improve
    are added; until neither helps.

    Parameters
    ----------
    plan : array
        The incumbent, as rows of the pool.
    near : Groups
        The visits within the gap.
    """
    value = stage.value(pool.groups.take(plan))
    master = Master(stage, pool, np.union1d(plan, pool.add(near)))
    master.unbox()
    sums: list[Sum] = []
    found: Groups | None = None
    best, best_stage, last, stalled = priced, stage, -np.inf, 0
    until = control.seconds + tuning.NEAREST_SHARE * control.left
    with suppress(Stopped):
        while control.seconds < until and not control.stopped:
            dual = control.wait(partial(master.solve, until - control.seconds), master.highs.cancelSolve)
            if dual is None or master.relaxed is None:
                break
            relaxed = master.relaxed
            kept, price = _binding(master.stage, dual)
            new = proven(kept, price, control)
            if new.scaled_bound > best.scaled_bound:
                best, best_stage = new, kept
            whole = np.rint(relaxed.values)
            if np.abs(relaxed.values - whole).max(initial=0.0) < tuning.INTEGRAL_WITHIN:
                found = pool.groups.take(master.at[whole > 0])
            little = relaxed.cost - last < tuning.CUT_GAIN * (value - relaxed.cost)
            stalled, last = stalled + 1 if little else 0, relaxed.cost
            broken = zero_half(stage.offers, pool.groups.take(master.at), relaxed.values)
            broken = [one for one in broken if one not in sums]
            grown = master.grow(joined([new.found, new.entering], pool.width))
            if best.bound >= value or stalled >= tuning.ASCENT_PATIENCE or not (broken or grown):
                break
            sums += broken[: tuning.CUTS_A_ROUND]
            if sums:
                master.cut(cuts_of(stage.offers, sums))
    return best_stage, best, found


def _binding(stage: Stage, dual: Floats) -> tuple[Stage, Ints]:
    """Return the stage with the cuts that have a price alone, and the prices."""
    if stage.cuts is None:
        return stage, rounded_prices(stage, dual)
    binding = np.flatnonzero(dual[stage.named :] < -tuning.MASTER_ZERO)
    kept = replace(stage, cuts=stage.cuts.take(binding) if len(binding) else None)
    return kept, rounded_prices(kept, np.append(dual[: stage.named], dual[stage.named + binding]))
