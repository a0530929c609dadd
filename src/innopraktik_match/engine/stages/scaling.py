"""The scale of prices: as fine as possible with every reduced cost exact in 64 bits."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from innopraktik_match.engine.stages.aims import Measure, Stage
from innopraktik_match.model import tuning

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from innopraktik_match.engine.stages.rows import Rows
    from innopraktik_match.model.measures import Ints
    from innopraktik_match.model.options import Offers

    Floats = NDArray[np.float64]

MOST_TOTAL = 2**59


def finest_scale(offers: Offers, rows: Rows, measures: list[Measure], visits: int, lot: int = 0) -> int:
    """Return the scale of prices: a millionth of a point, or coarser where points are huge.

    Leaves headroom for prices several times the largest cost of an option or of a unit missed.

    Parameters
    ----------
    visits : int
        The largest number of visits in a plan.
    lot : int
        An upper bound on the lots of an option and its place together.
    """
    finest = tuning.FINEST_SCALE
    load = np.ones(len(rows.lower), dtype=np.int64)
    np.maximum.at(load, rows.by_option.row, rows.by_option.load)
    owner = np.repeat(np.arange(len(rows.miss_points)), np.diff(rows.miss.start))
    reached = tuple((measure, 0) for measure in measures)
    for measure in measures:
        stage = Stage(offers, rows, measure, reached)
        dearest = max(lot, measure.dearest(offers.visit_points))
        priced = int((measure.miss[owner] * load[rows.miss.row]).max(initial=0))
        one_price = stage.share // (tuning.PRICE_HEADROOM * max(dearest, priced))
        finest = min(finest, one_price, MOST_TOTAL // (visits * dearest))
    return max(1, finest)


def bounded(stage: Stage, price: Floats) -> Ints:
    """Round prices to integers, clipped to the range in which reduced costs are exact."""
    return np.rint(np.clip(price, -stage.highest, stage.highest)).astype(np.int64)
