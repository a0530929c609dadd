"""Whether somebody with other options could be in a best plan at all, by the prices alone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from innopraktik_match.engine.stages.aims import Stage, measure_of
from innopraktik_match.engine.stages.rows import build_rows
from innopraktik_match.engine.write_up import PEAK
from innopraktik_match.model.groups import FAR, lowest

if TYPE_CHECKING:
    from innopraktik_match.engine.study.standing import Standing
    from innopraktik_match.model.measures import Ints
    from innopraktik_match.model.options import Offers


def hopeless(standing: Standing, offers: Offers) -> bool:
    """Return whether every plan that uses one of some options is worse than the standing plan.

    Parameters
    ----------
    standing : Standing
    offers : Offers
        All options that one unit would have; those of the others stay as they are.
    """
    if not len(offers):
        return True
    theirs, ours = offers.columns, standing.offers.columns
    if standing.by_level or (theirs.weeks, *theirs.slot_days) != (ours.weeks, *ours.slot_days):
        return False
    rows = build_rows(offers, standing.aims)
    measures = [measure_of(aim, offers, rows) for aim in standing.aims]
    stage = Stage(
        offers, rows, measures[0], (), scale=standing.plan.proof.scale if standing.plan.proof else 1
    )
    for measure in measures:
        if measure.aim == PEAK:
            return False
        stage = replace(stage, cost=measure)
        cost = standing.known[measure.aim].cost
        bound = standing.priced(measure.aim).scaled_bound + _beyond(standing, stage)
        bound = max(0, -(-bound // stage.scale))
        if bound != cost:
            return bound > cost
        stage = replace(stage, reached=(*stage.reached, (measure, cost)))
    return False


def _beyond(standing: Standing, stage: Stage) -> int:
    """Return a lower bound on how far a visit with one of the options is from the prices of an aim."""
    offers, columns = stage.offers, standing.offers.columns
    priced, known = standing.priced(stage.cost.aim), standing.prices(stage.cost.aim)
    price = np.array([known.get(stage.name(row), 0) for row in range(len(stage.lower))], dtype=np.int64)
    reduced = stage.reduced(price)
    host = offers.places.host
    most = columns.host_max[host]
    company = np.minimum(0, _company(standing, stage))
    beyond = reduced.place + company * (most - 1) - priced.least[host]
    return int((reduced.option + beyond[offers.place]).min(initial=FAR))


def _company(standing: Standing, stage: Stage) -> Ints:
    """Return the least reduced cost of those who could come along to each place; 0 where nobody could."""
    ours, theirs = standing.offers.places, stage.offers.places
    slots = len(standing.offers.columns.slot_week)
    spot = ours.host.astype(np.int64) * slots + ours.slot
    wanted = theirs.host.astype(np.int64) * slots + theirs.slot
    if not len(spot):
        return np.zeros(len(wanted), dtype=np.int64)
    at = np.minimum(np.searchsorted(spot, wanted), len(spot) - 1)
    low = lowest(standing.offers, standing.priced(stage.cost.aim).reduced)
    return np.where(spot[at] == wanted, low[at], 0)
