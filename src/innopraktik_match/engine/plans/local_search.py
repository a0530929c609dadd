"""Large neighbourhood search (Shaw, 1998): keep most visits of a plan and reoptimise the rest.

The gap of a plan is the sum of what its visits cost beyond each host's least reduced cost, and of slack in
rows with a price. That says which neighbourhood is worth trying.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from innopraktik_match.engine.plans.choose import choose
from innopraktik_match.engine.stages.restriction import part_of
from innopraktik_match.model import tuning
from innopraktik_match.model.groups import (
    FAR,
    Groups,
    joined,
    rank_within,
    reduced_costs,
)
from innopraktik_match.model.growth import TooManyGroups, groups_within

if TYPE_CHECKING:
    from innopraktik_match.engine.control import Control
    from innopraktik_match.engine.prices.bounds import Priced
    from innopraktik_match.engine.stages.aims import Stage
    from innopraktik_match.engine.stages.restriction import Part
    from innopraktik_match.model.measures import Flags, Ints
    from innopraktik_match.model.options import Offers


def reoptimised(
    part: Part,
    known: Groups,
    rest: Groups | None,
    priced: Priced,
    within: int,
    goal: int,
    control: Control,
) -> Groups | None:
    """Reoptimise a part over its visits nearest to the prices; None if nothing was found.

    Parameters
    ----------
    known : Groups
        Visits of the whole stage found before, added where few lie near the prices.
    rest : Groups or None
        The part's visits in the incumbent, if there is one.
    within : int
        The largest reduced cost of a visit, counted from the host's least.
    goal : int
        A bound on the part.
    """
    among = _near(part, priced, within, control)
    if len(among) < tuning.NEIGHBOURHOOD_FEW_VISITS:
        among = joined([among, part.of(known.take(part.all_in(known)))], among.options.shape[1])
    at_hand = None if rest is None else part.of(rest)
    chosen = choose(part.stage, among, at_hand, goal, control, tuning.NEIGHBOURHOOD_S).groups
    return None if chosen is None else part.whole(chosen)


def local_search(
    stage: Stage,
    plan: Groups,
    known: Groups,
    priced: Priced,
    goal: float,
    control: Control,
    share: float,
) -> Groups:
    """Return a plan no worse, by reoptimising ever larger neighbourhoods of its dearest visits.

    Ends when the cost is down to `goal`, when every neighbourhood has been tried, or when this share of the
    time left is used up. A plan that breaks a row is returned unchanged.

    Parameters
    ----------
    known : Groups
        Visits found before.
    goal : float
        The cost that is good enough.
    share : float
        Of the time left.
    """
    if stage.broken(plan).any():
        return plan
    offers, value = stage.offers, stage.value(plan)
    nearest = _nearest_hosts(stage, priced)
    until = control.seconds + share * control.left
    for anew in tuning.NEIGHBOURHOOD_SIZES:
        vain, tried = 0, np.zeros(len(offers.size), dtype=bool)
        while value > goal and vain < tuning.MAX_FAILURES and control.seconds < until and not control.stopped:
            seeds = _dearest(stage, plan, priced)
            seeds = seeds[~tried[seeds]]
            if not len(seeds):
                break
            units, freed = _around(offers, plan, nearest, seeds[0], anew)
            tried[units] = True
            near = nearest[units]
            part, rest = _spot(stage, plan, freed, near[near >= 0])
            lowest = priced.bound - value + part.stage.value(part.of(rest))
            chosen = reoptimised(part, known, rest, priced, priced.within(value - 1), lowest, control)
            found = _better(stage, part, plan.take(~freed), rest, chosen)
            vain += 1
            if found is not None:
                plan, value, vain = found, stage.value(found), 0
                priced.tell(control, stage, value)
    return plan


def _spot(stage: Stage, plan: Groups, freed: Flags, hosts: Ints) -> tuple[Part, Groups]:
    """Return the neighbourhood as a part: the hosts of the freed visits and some more; and those visits."""
    rest = plan.take(freed)
    hosts = np.union1d(stage.offers.places.host[rest.place], hosts)
    return part_of(stage, _options_at(stage.offers, hosts), stage.total(plan.take(~freed))), rest


def _better(stage: Stage, part: Part, kept: Groups, rest: Groups, chosen: Groups | None) -> Groups | None:
    """Return the plan with the freed visits replaced, if it is better and breaks no row."""
    if chosen is None or part.stage.value(part.of(chosen)) >= part.stage.value(part.of(rest)):
        return None
    plan = joined([kept, chosen], kept.options.shape[1])
    return None if stage.broken(plan).any() else plan


def _options_at(offers: Offers, hosts: Ints) -> Ints:
    """Return the options of some hosts, sorted; those of one host are contiguous."""
    first = offers.start[np.searchsorted(offers.places.host, hosts)]
    last = offers.start[np.searchsorted(offers.places.host, hosts, side="right")]
    count = last - first
    return np.repeat(first - np.cumsum(count) + count, count) + np.arange(count.sum())


def _dearest(stage: Stage, plan: Groups, priced: Priced) -> Ints:
    """Return units as seeds: those without a visit, then those whose visits are dearest beyond the least."""
    offers = stage.offers
    host = offers.places.host[plan.place]
    beyond = reduced_costs(priced.reduced, plan) - priced.least[host]
    dear = np.full(len(offers.size), FAR)
    seat = plan.options >= 0
    dear[offers.unit[plan.options[seat]]] = np.repeat(beyond, seat.sum(axis=1))
    return np.argsort(-dear, kind="stable")[: np.count_nonzero(dear > 0)]


def _nearest_hosts(stage: Stage, priced: Priced) -> Ints:
    """Return the few hosts of least reduced cost for each unit [U, few], padded with -1."""
    columns = stage.offers.columns
    offers = stage.offers
    host = offers.places.host[offers.place]
    cost = priced.reduced.option + priced.reduced.place[offers.place] - priced.least[host]
    order = np.lexsort((cost, offers.unit.astype(np.int64) * len(columns.hosts) + host))
    order = order[priced.reduced.option[order] < FAR]
    pair = offers.unit[order].astype(np.int64) * len(columns.hosts) + host[order]
    order = order[np.append(True, pair[1:] != pair[:-1])[: len(order)]]
    order = order[np.lexsort((cost[order], offers.unit[order]))]
    unit = offers.unit[order]
    rank = rank_within(unit, len(offers.size))
    few = rank < tuning.NEIGHBOURHOOD_HOSTS
    nearest = np.full((len(offers.size), tuning.NEIGHBOURHOOD_HOSTS), -1, dtype=np.int64)
    nearest[unit[few], rank[few]] = host[order[few]]
    return nearest


def _around(offers: Offers, plan: Groups, nearest: Ints, seed: int, anew: int) -> tuple[Ints, Flags]:
    """Grow a neighbourhood from a seed, by near hosts and their interns: its units, and its visits [G]."""
    host = offers.places.host[plan.place]
    unit = np.where(plan.options >= 0, offers.unit[plan.options], -1)
    units = np.array([seed])
    freed = (unit == seed).any(axis=1)
    while freed.sum() < anew:
        more = freed | np.isin(host, nearest[units])
        if more.sum() > 2 * anew:  # the last ring is cut to size
            more &= freed | (np.cumsum(more & ~freed) <= anew)
        grown = np.union1d(units, unit[more][unit[more] >= 0])
        if len(grown) == len(units):
            break
        units, freed = grown, more
    return units, freed


def _near(part: Part, priced: Priced, within: int, control: Control) -> Groups:
    """Return the part's visits nearest to the prices, up to a limit."""
    offers, reduced = part.stage.offers, part.reduced(priced.reduced)
    least = priced.least[offers.places.host]
    found = joined([], int(part.stage.offers.columns.host_max.max(initial=1)))
    most = tuning.NEIGHBOURHOOD_MOST_VISITS
    width = max(1, priced.scale // tuning.NEIGHBOURHOOD_FIRST_WIDTH)
    while True:
        limit = min(width, within, FAR // 2) + least
        try:
            found = groups_within(offers, reduced, limit, most, control.look)
        except TooManyGroups:
            return found
        if width >= min(within, FAR // 2):
            return found
        width *= 2
