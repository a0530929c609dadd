"""Dual ascent by the volume algorithm (Barahona and Anbil, 2000)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from innopraktik_match.engine.control import Stopped
from innopraktik_match.engine.prices.master import Floats, miss_columns
from innopraktik_match.engine.prices.shards import least_visits
from innopraktik_match.model import tuning
from innopraktik_match.model.measures import NO_LIMIT, Ints

if TYPE_CHECKING:
    from innopraktik_match.engine.control import Control
    from innopraktik_match.engine.stages.aims import Stage
    from innopraktik_match.model.groups import Groups


@dataclass(frozen=True)
class Look:
    """The Lagrangian subproblem at some prices: its value (in floats), and the use of each row."""

    value: float
    used: Floats


def ascend(stage: Stage, price: Ints, control: Control, passes: int) -> Ints:
    """Return better prices, by the volume algorithm.

    Each pass solves the Lagrangian subproblem, the best visit of every host, and moves the prices along
    the exponential mean of the subgradients. Nothing is proven here; `proven` computes the exact bound.
    """
    low, high = _box(stage, price)
    centre = np.clip(price.astype(np.float64), low, high)
    look = _look(stage, centre, control)
    best, mean, step, idle = look.value, look.used, tuning.ASCENT_FIRST_STEP, 0
    target = _above(best, centre)
    earlier = -np.inf
    for number in range(passes):
        if number % tuning.ASCENT_REVIEW == 0:
            if best - earlier < tuning.ASCENT_GAIN * abs(best):
                break
            earlier = best
        slope = _slope(stage, centre, mean)
        slope[((centre >= high) & (slope > 0)) | ((centre <= low) & (slope < 0))] = 0.0
        length = float((slope * slope).sum())
        if control.stopped or length < 1e-9 or step < tuning.ASCENT_LAST_STEP:
            break
        trial = np.clip(centre + step * (target - best) / length * slope, low, high)
        try:
            look = _look(stage, trial, control)
        except Stopped:
            break
        agrees = float((slope * _slope(stage, trial, look.used)).sum()) >= 0
        mean = mean + _share(slope, _slope(stage, centre, look.used)) * (look.used - mean)
        if look.value > best:
            centre, best, idle = trial, look.value, 0
            step *= tuning.ASCENT_LONGER if agrees else tuning.ASCENT_SHORTER
            step = min(step, tuning.ASCENT_LONGEST_STEP)
            target = max(target, _above(best, centre))
        else:
            idle += 1
            if idle == tuning.ASCENT_PATIENCE:
                step, idle = step * tuning.ASCENT_BACK, 0
    return np.rint(centre).astype(np.int64)


def _look(stage: Stage, price: Floats, control: Control) -> Look:
    whole = np.rint(price).astype(np.int64)
    found = least_visits(stage, whole, control)
    times = stage.offers.columns.host_visits[stage.offers.places.host[found.place]]
    limit = np.where(price > 0, stage.lower, np.where(price < 0, stage.upper, 0))
    value = float((price * limit).sum()) + float((found.reduced.astype(float) * times).sum())
    return Look(value, _used(stage, found, times))


def _used(stage: Stage, found: Groups, times: Ints) -> Floats:
    used = np.zeros(len(stage.lower))
    group, row, load = stage.loads(found)
    np.add.at(used, row, load * times[group])
    return used


def _slope(stage: Stage, price: Floats, used: Floats) -> Floats:
    """Return the subgradient of the bound, zero where a price of 0 is optimal."""
    short, over = stage.lower - used, stage.upper - used
    at_rest = np.maximum(short, 0) + np.minimum(over, 0)
    return np.where(price > 0, short, np.where(price < 0, over, at_rest))


def _share(mean: Floats, new: Floats) -> float:
    """Return the weight of a pass in the mean: that of the shortest combination, within limits."""
    apart = mean - new
    length = float((apart * apart).sum())
    least, most = tuning.ASCENT_SHARES
    return float(np.clip(float((mean * apart).sum()) / length, least, most)) if length > 0 else most


def _above(best: float, centre: Floats) -> float:
    of_prices = tuning.ASCENT_TARGET_OF_PRICES * float(np.abs(centre).sum())
    return best + max(tuning.ASCENT_TARGET * abs(best), of_prices, 1.0)


def _box(stage: Stage, price: Ints) -> tuple[Floats, Floats]:
    """Return between what each price may move; the rows of earlier aims and of peaks stay where they are."""
    base = len(stage.rows.lower)
    low = np.where(stage.upper < NO_LIMIT, -np.inf, 0.0)
    high = np.where(stage.lower > -NO_LIMIT, np.inf, 0.0)
    start, row, load, cost = miss_columns(stage)
    owner = np.repeat(np.arange(len(cost)), np.diff(start))
    own = row < base
    room = (stage.scale * cost).astype(np.float64)
    np.add.at(room, owner[~own], -price[row[~own]] * load[~own])
    alone = np.bincount(owner[own], minlength=len(cost)) == 1
    for sign, edge in ((1, high), (-1, low)):
        some = own & (load * sign > 0) & alone[owner]
        np.minimum.at(edge, row[some], room[owner[some]]) if sign > 0 else np.maximum.at(
            edge, row[some], -room[owner[some]]
        )
    fixed = np.zeros(len(low), dtype=bool)
    fixed[base:] = True
    fixed[row[own & ~alone[owner]]] = True
    low, high = np.maximum(low, -stage.highest), np.minimum(high, stage.highest)
    low[fixed] = high[fixed] = price[fixed]
    idle, _ = hosts_own_rows(stage)
    low[idle] = high[idle] = 0.0
    return low, high


def hosts_own_rows(stage: Stage) -> tuple[Ints, Ints]:
    """Return the rows that only limit a host to the visits it offers, and the hosts.

    The bound counts each host's least visit that often anyway, so such a row needs no price.
    """
    columns = stage.offers.columns
    loads, host = stage.rows.by_place, stage.offers.places.host
    n = len(stage.rows.lower)
    of = np.repeat(host, np.diff(loads.start))
    owner = np.zeros(n, dtype=np.int64)
    owner[loads.row] = of
    alone = np.zeros(n, dtype=bool)
    alone[loads.row] = True
    alone[loads.row[(of != owner[loads.row]) | (loads.load != 1)]] = False
    alone[stage.rows.by_option.row] = False
    alone[stage.rows.miss.row] = False
    places = np.bincount(host, minlength=len(columns.hosts))
    alone &= np.bincount(loads.row, minlength=n) == places[owner]
    alone &= (stage.rows.lower <= -NO_LIMIT) & (stage.rows.upper == columns.host_visits[owner])
    rows = np.flatnonzero(alone)
    return rows, owner[rows]


def opening(stage: Stage) -> Ints:
    """Return initial prices: a row that may be missed is worth slightly more than its cheapest option."""
    base = len(stage.rows.lower)
    loads, miss = stage.rows.by_option, stage.rows.miss
    cost = np.zeros(len(stage.offers), dtype=np.int64) if stage.cost.option is None else stage.cost.option
    cheapest = np.full(base, NO_LIMIT)
    np.minimum.at(cheapest, loads.row, np.repeat(cost, np.diff(loads.start)))
    worth = np.zeros(base, dtype=np.int64)
    owner = np.repeat(np.arange(len(stage.cost.miss)), np.diff(miss.start))
    short = miss.load > 0
    np.maximum.at(worth, miss.row[short], stage.cost.miss[owner[short]])
    a_little = 1 + int(np.median(cheapest[cheapest < NO_LIMIT])) if (cheapest < NO_LIMIT).any() else 0
    price = np.zeros(len(stage.lower), dtype=np.int64)
    price[:base] = (
        np.minimum(np.minimum(worth, cheapest + a_little), stage.highest[:base] // stage.scale) * stage.scale
    )
    return price
