"""A weighted sum of all aims: a quick way to a good first plan and good prices."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

import numpy as np

from innopraktik_match.engine.stages.aims import Measure, Stage
from innopraktik_match.engine.stages.scaling import bounded
from innopraktik_match.model import tuning

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from innopraktik_match.engine.stages.rows import Rows
    from innopraktik_match.model.measures import Ints
    from innopraktik_match.model.options import Offers

    Floats = NDArray[np.float64]

BLEND = "blend"
MOST_BLENDED = 2**50


def blend(offers: Offers, rows: Rows, aims: list[Measure]) -> tuple[Stage, dict[str, float]]:
    """Return a stage that minimises a weighted sum of all aims, earlier ones more, and the weights.

    No proof rests on it, so what is too small to matter beside an earlier aim may be rounded away.
    """
    option, miss = np.zeros(len(offers)), np.zeros(len(rows.miss_points))
    visit_weight, weight, weights = 0.0, 1.0, {}
    of_option, of_miss = tuning.BLEND_OF_OPTION, tuning.BLEND_OF_MISS
    for measure in reversed(aims):
        weights[measure.aim] = weight
        option = option + (0 if measure.option is None else weight * measure.option)
        visit_weight += weight * measure.visit_weight
        miss = miss + weight * measure.miss
        weight = max(weight, of_option * option.max(initial=0), of_miss * miss.max(initial=0)) + 1
    most = float(option.sum()) + float(miss.sum() + 2 * weight) * float(max(1, rows.lower.max(initial=1)))
    shrink = max(1, ceil(most / MOST_BLENDED))
    total = Measure(
        BLEND,
        np.rint(option / shrink).astype(np.int64),
        None,
        round(visit_weight / shrink),
        np.rint(miss / shrink).astype(np.int64),
    )
    stage = Stage(offers, rows, total, (), extra=rows.demands, extra_cost=max(1, round(2 * weight / shrink)))
    return stage, {aim: weight / shrink for aim, weight in weights.items()}


def unblended(price: Floats, weights: dict[str, float], stage: Stage) -> Ints:
    """Convert prices of the blend to prices of one aim; earlier aims are priced by their weights."""
    own = weights[stage.cost.aim]
    before = [-stage.scale * weights[measure.aim] / own for measure, _ in stage.reached]
    return bounded(stage, np.append(price / own, before))
