"""Greedy construction in a few sweeps: the best visits in order, each taken if it fits."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from innopraktik_match.engine.prices.master import Pool, visit_columns
from innopraktik_match.model import tuning
from innopraktik_match.model.groups import FAR, Reduced, best_groups

if TYPE_CHECKING:
    from innopraktik_match.engine.control import Control
    from innopraktik_match.engine.stages.aims import Stage
    from innopraktik_match.model.groups import Groups
    from innopraktik_match.model.measures import Ints


def filled(stage: Stage, pool: Pool, control: Control, plan: Groups | None = None) -> Ints:
    """Return rows of the pool that keep every upper limit; lower limits may be missed.

    Starts from `plan`, if there is one. Each unit is worth what missing it costs, so large visits come first.
    Sweeps repeat until nothing fits: one takes less time than to explain why somebody is unplaced.
    """
    offers, worth = stage.offers, worth_of_rows(stage)
    served = np.zeros(len(worth), dtype=np.int64)
    chosen: list[int] = []
    if plan is not None:
        chosen = pool.add(plan).tolist()
        _, row, load = stage.loads(plan)
        np.add.at(served, row, load)
    visits = offers.columns.host_visits[offers.places.host]
    left, roughly = stage.upper - served, replace(stage, scale=1)
    for _ in range(tuning.GREEDY_SWEEPS):
        control.hear()
        lacking = np.any((served < stage.lower) & (worth > 0))
        if chosen and (control.interrupted or not lacking):
            break
        reduced = roughly.reduced(np.where(served >= stage.lower, 0, worth))
        control.hear()
        busy = stage.rows.by_option.times((left <= 0).astype(np.int64)) > 0
        full = stage.rows.by_place.times((left <= 0).astype(np.int64)) > 0
        option = np.where(busy | full[offers.place], FAR, reduced.option)
        priced = Reduced(option, reduced.place, reduced.visit_weight)
        found = best_groups(offers, priced, tuning.GREEDY_OPTIONS, visits, control.hear)
        taken = len(chosen)
        at = pool.add(found)
        start, row, load = visit_columns(stage, found)
        for n in np.argsort(found.reduced, kind="stable"):
            rows, loads = row[start[n] : start[n + 1]], load[start[n] : start[n + 1]]
            if np.all(loads <= left[rows]):
                left[rows] -= loads
                served[rows] += loads
                chosen.append(int(at[n]))
        if len(chosen) == taken:
            break
    return np.array(chosen, dtype=np.int64)


def worth_of_rows(stage: Stage) -> Ints:
    """Return what missing each row by one costs: the price of those who are left out."""
    worth = np.zeros(len(stage.lower), dtype=np.int64)
    miss = stage.rows.miss
    owner = np.repeat(np.arange(len(stage.cost.miss)), np.diff(miss.start))
    np.maximum.at(worth, miss.row[miss.load > 0], stage.cost.miss[owner[miss.load > 0]])
    worth[stage.extra] = stage.extra_cost
    return np.minimum(worth, stage.highest)


def fitting(stage: Stage, groups: Groups) -> Groups:
    """Return the visits without those that would break an upper limit beside the ones before."""
    start, row, load = visit_columns(stage, groups)
    over = stage.total(groups) > stage.upper
    touches = np.repeat(np.arange(len(groups)), np.diff(start))[over[row]]
    left = stage.upper - stage.total(groups.take(np.setdiff1d(np.arange(len(groups)), touches)))
    kept = np.ones(len(groups), dtype=bool)
    for n in np.unique(touches):
        rows, loads = row[start[n] : start[n + 1]], load[start[n] : start[n + 1]]
        kept[n] = np.all(loads <= left[rows])
        if kept[n]:
            left[rows] -= loads
    return groups.take(kept)
