"""Column generation: prices from the restricted master and new visits in turn, until none improves."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from innopraktik_match.engine.control import Stopped
from innopraktik_match.engine.prices.bounds import Priced, proven, rounded_prices, valid
from innopraktik_match.engine.prices.dual_ascent import ascend, hosts_own_rows, opening
from innopraktik_match.engine.prices.master import Master, Pool
from innopraktik_match.engine.stages.restriction import part_of, whole_of
from innopraktik_match.model import tuning
from innopraktik_match.model.groups import (
    FAR,
    alone,
    joined,
    rank_within,
    reduced_costs,
)
from innopraktik_match.model.growth import TooManyGroups, groups_within

if TYPE_CHECKING:
    from innopraktik_match.engine.control import Control
    from innopraktik_match.engine.stages.aims import Stage
    from innopraktik_match.engine.stages.restriction import Part
    from innopraktik_match.model.groups import Groups
    from innopraktik_match.model.measures import Index, Ints


def find_prices(
    stage: Stage,
    pool: Pool,
    control: Control,
    plan: Ints,
    start: Ints | None = None,
) -> tuple[Priced, Master | None]:
    """Return the best prices found, and the restricted master that found them, if one was needed.

    Large rounds start with dual ascent. Then the master over the visits near those prices is reoptimised
    within a box around the best prices so far, and its duals generate new visits. The box widens until it no
    longer binds. Ends when no visit has negative reduced cost, when the bound reaches the incumbent, or
    when its share of the time is used up.

    Parameters
    ----------
    plan : array
        The incumbent, as rows of the pool.
    start : array [rows], optional
        Initial prices.
    """
    reach = stage.value(pool.groups.take(plan))
    price = np.zeros(len(stage.lower), dtype=np.int64)
    if start is not None and reach > 0:  # a bound of 0 needs no prices
        price = valid(stage, start)
    best, master = proven(stage, price, control), None
    with suppress(Stopped):
        if best.bound < reach and stage.cost.option is None:  # what counting alone proves
            counted = proven(stage, valid(stage, opening(stage)), control)
            best = _better(best, counted)
        climb = start is None and best.bound < reach and len(stage.offers) > tuning.ASCENT_FROM_OPTIONS
        part = None
        if climb:
            climbed, part = _climbed(stage, control)
            best = _better(best, proven(stage, climbed, control))
        if best.bound >= reach or control.stopped:
            return best, None
        if climb:
            known = np.union1d(plan, pool.add(nearest(stage, best, control)))
        else:
            known = _promising(stage, pool, plan, best, min(best.within(reach), FAR // 2))
        width = _typical(best) / tuning.BOX_FRACTION if climb or start is not None else np.inf
        master = Master(stage, pool, known)
        if part is not None:
            _, price = _in_turn(master, part, best.price, width, control)
            best = _better(best, proven(stage, valid(stage, price), control))
        last, _ = _in_turn(master, whole_of(stage), best.price, width, control)
        best = _better(best, last)
    return best, master


def _climbed(stage: Stage, control: Control) -> tuple[Ints, Part | None]:
    """Return prices from dual ascent and, where it priced only a part of very many options, that part."""
    price, part = opening(stage), None
    if len(stage.offers) < tuning.PARTIAL_FROM_OPTIONS * len(stage.offers.size):
        price = ascend(stage, price, control, tuning.ASCENT_PASSES)
        return with_least(stage, price, control), part
    price = valid(stage, ascend(stage, price, control, tuning.ASCENT_FIRST_PASSES))
    part = part_of(stage, _promising_options(stage, proven(stage, price, control), control))
    price[part.row] = ascend(part.stage, price[part.row], control, tuning.ASCENT_PASSES)
    return with_least(stage, price, control), part


def _promising_options(stage: Stage, priced: Priced, control: Control) -> Ints:
    """Return the options for partial pricing: the cheapest of each place and of each unit."""
    offers, reduced = stage.offers, priced.reduced
    among = np.zeros(len(offers), dtype=bool)
    among[_cheapest(reduced.option, offers.place, tuning.PARTIAL_OPTIONS_A_PLACE)] = True
    control.hear()
    whole = reduced.option + reduced.place[offers.place]
    among[_cheapest(whole, offers.unit, tuning.PARTIAL_OPTIONS_A_UNIT)] = True
    control.hear()
    return np.flatnonzero(among)


def _cheapest(cost: Ints, part: Index, few: int) -> Ints:
    """Return the few cheapest rows of each part, by one sort of packed integers; low bits may be dropped."""
    row_bits, part_bits = len(cost).bit_length(), int(part.max(initial=0)).bit_length()
    cost = np.minimum(cost, cost[cost < FAR].max(initial=0))
    cost -= cost.min(initial=0)
    cost >>= max(0, int(cost.max(initial=0)).bit_length() - (62 - row_bits - part_bits))
    packed = (part.astype(np.int64) << (62 - row_bits - part_bits)) + cost
    packed = np.sort((packed << row_bits) + np.arange(len(cost)))
    rows = packed & ((1 << row_bits) - 1)
    return rows[rank_within(part[rows], int(part.max(initial=0)) + 1) < few]


def _in_turn(master: Master, part: Part, price: Ints, width: float, control: Control) -> tuple[Priced, Ints]:
    """Alternate between the master and the pricing problems of a part until neither improves.

    Returns the best prices, with the bound on the part and as prices of the whole.
    """
    best = proven(part.stage, price[part.row], control)
    until, narrow, vain, held = control.seconds + tuning.PRICING_SHARE * control.left, width, 0, 0
    widest = float(master.stage.highest.max(initial=1)) / master.stage.scale
    with suppress(Stopped):
        while control.seconds < until and not control.stopped:
            if width < np.inf:
                master.box(price / master.stage.scale, width)
            began = control.seconds
            dual = control.wait(partial(master.solve, until - control.seconds), master.highs.cancelSolve)
            if dual is None or master.relaxed is None:
                break
            trial = rounded_prices(master.stage, dual)
            new = proven(part.stage, trial[part.row], control)
            found = joined([new.found, new.entering], master.pool.width)
            fresh = master.grow(part.whole(found))
            better = new.scaled_bound > best.scaled_bound
            if better:
                best, price = new, trial
            held_back = master.relaxed.traded > tuning.MASTER_ZERO
            held = held + 1 if held_back else 0
            if _met(master.relaxed.cost, best) or not (fresh or better):
                if not held_back or width > widest:
                    break
                vain += 1
                width *= tuning.BOX_FACTOR**vain
            else:
                vain = 0
                if not held_back and not better:
                    width = max(narrow, width / tuning.BOX_FACTOR)
                elif held >= tuning.BOX_PATIENCE:
                    width *= tuning.BOX_FACTOR
            proves = best.scaled_bound / master.stage.scale
            near = master.relaxed.cost * (1 - tuning.PRICING_ROUGH_GAP) < proves
            if near and control.seconds + tuning.PRICING_ROUNDS_AHEAD * (control.seconds - began) > until:
                break  # the time is better spent on a plan
    return best, price


def _met(cost: float, best: Priced) -> bool:
    """Whether the master's cost and the bound agree."""
    apart = cost - best.scaled_bound / best.scale
    return cost < best.bound + tuning.MASTER_ZERO or apart < tuning.MASTER_GAP * abs(cost)


def _typical(priced: Priced) -> float:
    """Return the median price, negligible ones left out."""
    price = np.abs(priced.price)
    high = price[price > tuning.SMALL_PRICE * price.max(initial=0)]
    return float(np.median(high)) / priced.scale if len(high) else 1.0


def _better(one: Priced, other: Priced) -> Priced:
    return other if other.scaled_bound > one.scaled_bound else one


def with_least(stage: Stage, price: Ints, control: Control) -> Ints:
    """Return the prices with each host's least reduced cost moved into the price of its own row."""
    price = valid(stage, price)
    own, host = hosts_own_rows(stage)
    price[own] += proven(stage, price, control).least[host]
    return price


def _promising(stage: Stage, pool: Pool, plan: Ints, priced: Priced, within: int) -> Ints:
    """Return the rows of the pool nearest to the prices, within the gap, and those of the incumbent."""
    places = stage.offers.places
    beyond = reduced_costs(priced.reduced, pool.groups) - priced.least[places.host[pool.groups.place]]
    near = np.flatnonzero(beyond <= within)
    nearest = near[np.argsort(beyond[near], kind="stable")[: tuning.MASTER_VISITS_A_HOST * len(priced.least)]]
    return np.union1d(plan, nearest)


def nearest(stage: Stage, priced: Priced, control: Control) -> Groups:
    """Return the visits nearest to the prices, a few per host on average, and some for every unit."""
    enough = tuning.MASTER_VISITS_A_HOST * len(stage.offers.columns.hosts)
    within = max(1, int(np.abs(priced.price).mean()) // tuning.MASTER_FIRST_WIDTH)
    found = priced.found
    for _ in range(tuning.MASTER_DOUBLINGS):
        if len(found) >= enough:
            break
        try:
            limit = priced.limit(stage, within)
            found = groups_within(
                stage.offers, priced.reduced, limit, tuning.MASTER_MOST_NEAR * enough, control.look
            )
        except TooManyGroups:
            break
        within *= 2
    beyond = found.reduced - priced.least[stage.offers.places.host[found.place]]
    found = found.take(np.sort(np.argsort(beyond, kind="stable")[:enough]))
    seen = np.zeros(len(stage.offers.size), dtype=bool)
    seen[stage.offers.unit[found.options[found.options >= 0]]] = True
    others = alone(stage.offers, priced.reduced, ~seen, tuning.MASTER_VISITS_ALONE)
    return joined([found, others], found.options.shape[1])
