"""A plan from prices: each host keeps the slot that its best visit has, and a flow says who comes.

Once it is settled when each host is visited, what is left is a minimum-cost flow, company included as far as
its codes nest. Minima and what does not nest are mended afterwards.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from innopraktik_match.engine.flows.company import with_company
from innopraktik_match.engine.flows.network import Network
from innopraktik_match.engine.flows.seats import seated
from innopraktik_match.engine.flows.solve import as_flow
from innopraktik_match.engine.plans.greedy import fitting
from innopraktik_match.engine.stages.restriction import part_of
from innopraktik_match.model import tuning
from innopraktik_match.model.groups import Groups, best_groups, rank_within, visit_points

if TYPE_CHECKING:
    from innopraktik_match.engine.control import Control
    from innopraktik_match.engine.stages.aims import Stage
    from innopraktik_match.model.groups import Reduced
    from innopraktik_match.model.measures import Flags, Ints
    from innopraktik_match.model.options import Offers


def slotted(stage: Stage, reduced: Reduced, weights: list[int], control: Control) -> Groups | None:
    """Return visits that keep all upper limits; None for few options, several visits at a place, or groups.

    Parameters
    ----------
    reduced : Reduced
        Under prices that say when each host is visited best.
    weights : list of int
        What one unit of each earlier aim is worth.
    """
    offers = stage.offers
    columns = offers.columns
    alone = (columns.host_visits == 1).all() or columns.round_weeks > 0
    few = len(offers) < max(1, tuning.FLOWS_FROM_OPTIONS)
    if few or offers.members.shape[1] > 1 or not alone:
        return None
    open_ = _slots(offers, best_groups(offers, reduced, tuning.GREEDY_OPTIONS, look=control.hear))
    control.hear()
    found = None
    for _ in range(tuning.SLOT_ROUNDS):
        found = _flowed(stage, np.flatnonzero(open_[offers.place]), weights, control)
        if found is None or control.stopped:
            break
        small = (found.options >= 0).sum(axis=1) < columns.host_min[offers.places.host[found.place]]
        found = found.take(~small) if small.any() else found
        if not small.any():
            break
        open_[:] = False
        open_[found.place] = True
    return None if found is None else fitting(stage, _legal(offers, found))


def _slots(offers: Offers, best: Groups) -> Flags:
    """Return the places [P] where each host is visited best, each in another week."""
    columns = offers.columns
    host = offers.places.host[best.place]
    week = columns.slot_week[offers.places.slot[best.place]]
    order = np.lexsort((best.reduced, host))
    _, first = np.unique(
        host[order].astype(np.int64) * (len(columns.weeks) + 1) + week[order], return_index=True
    )
    order = order[np.sort(first)]
    rank = rank_within(host[order], len(columns.hosts))
    open_ = np.zeros(len(offers.places), dtype=bool)
    open_[best.place[order[rank < columns.host_visits[host[order]]]]] = True
    return open_


def _flowed(stage: Stage, option: Ints, weights: list[int], control: Control) -> Groups | None:
    """Return the visits that a flow makes of some options, one a place, by their places."""
    part = part_of(stage, option)
    control.hear()
    inner = with_company(part.stage)
    control.hear()
    flowed = as_flow(Network(inner.offers, inner.rows, every=True), inner, weights)
    if flowed is None:
        return None
    offers = inner.offers
    place = offers.place[flowed.option]  # the flow keeps the limit of a host, and not always that of a place
    room = offers.columns.host_max[offers.places.host[place]]
    come = flowed.option[rank_within(place, len(offers.places)) < room]
    return part.whole(seated(offers, come, np.ones(len(offers.places), dtype=np.int64)))


def _legal(offers: Offers, groups: Groups) -> Groups:
    """Return the visits with their points, without those of their members who break a visit rule."""
    points, legal = visit_points(offers, groups.place, groups.options)
    wrong = np.flatnonzero(~legal)
    place, options = groups.place[wrong], groups.options[wrong]
    kept = np.full_like(options, -1)
    for seat in range(options.shape[1]):
        kept[:, seat] = options[:, seat]
        _, fine = visit_points(offers, place, kept)
        kept[~fine, seat] = -1
    kept = -np.sort(-kept, axis=1)
    groups.options[wrong] = kept
    points, legal = visit_points(offers, groups.place, groups.options)
    enough = (groups.options >= 0).sum(axis=1) >= offers.columns.host_min[offers.places.host[groups.place]]
    return Groups(groups.place, groups.options, points, groups.reduced).take(legal & enough)
