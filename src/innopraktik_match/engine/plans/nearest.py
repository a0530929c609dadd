"""A plan from the visits nearest to the prices: a restricted master, chosen from as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from innopraktik_match.engine.plans.choose import choose
from innopraktik_match.model import tuning
from innopraktik_match.model.groups import FAR, Groups, joined
from innopraktik_match.model.growth import TooManyGroups, groups_within

if TYPE_CHECKING:
    from innopraktik_match.engine.control import Control
    from innopraktik_match.engine.prices.bounds import Priced
    from innopraktik_match.engine.stages.aims import Stage


def chosen_nearest(stage: Stage, plan: Groups, priced: Priced, most: int, control: Control) -> Groups:
    """Return the best plan found of so many visits nearest to the prices, and those of the incumbent.

    Best among those proves nothing of the others, so no proof comes back.

    Near a good plan most visits that matter lie near the prices, long before all that a better plan could
    hold are few enough to choose among (a restricted master heuristic; Joncour et al., 2010).
    """
    near = visits_nearest(stage, priced, priced.within(stage.value(plan) - 1), most, control)
    seconds = min(tuning.NEAREST_S, tuning.NEAREST_SHARE * control.left)
    chosen = choose(stage, near, plan, priced.bound, control, seconds, proving=False)
    return plan if chosen.groups is None else chosen.groups


def visits_nearest(stage: Stage, priced: Priced, within: int, most: int, control: Control) -> Groups:
    """Return so many visits nearest to the prices, none beyond the gap."""
    found = joined([], int(stage.offers.columns.host_max.max(initial=1)))
    highest, width = min(within, FAR // 2), max(1, priced.scale // tuning.NEIGHBOURHOOD_FIRST_WIDTH)
    while True:
        try:
            limit = priced.limit(stage, min(width, highest))
            found = groups_within(
                stage.offers, priced.reduced, limit, tuning.MASTER_MOST_NEAR * most, control.look
            )
        except TooManyGroups:
            break
        if len(found) >= most or width >= highest:
            break
        width *= 2
    beyond = found.reduced - priced.least[stage.offers.places.host[found.place]]
    return found.take(np.sort(np.argsort(beyond, kind="stable")[:most]))
