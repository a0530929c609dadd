"""A stage by a minimum-cost flow: solved to the end where it is one, else prices to begin with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from innopraktik_match.engine.flows.seats import seated_evenly
from innopraktik_match.engine.flows.solve import as_flow
from innopraktik_match.engine.prices.bounds import Priced, proven, valid
from innopraktik_match.model import tuning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from innopraktik_match.engine.control import Control
    from innopraktik_match.engine.flows.network import Network
    from innopraktik_match.engine.stages.aims import Stage
    from innopraktik_match.model.groups import Groups
    from innopraktik_match.model.measures import Ints


def is_flow(network: Network | None, stage: Stage) -> bool:
    """Whether a stage is a flow, but for the minima of hosts."""
    few = network is not None and len(network.offers) <= tuning.FLOW_MOST_OPTIONS
    if network is None or not few or not network.narrow or not network.whole:
        return False
    measures = [stage.cost, *(measure for measure, _ in stage.reached)]
    return network.places_cost or all(measure.place is None for measure in measures)


def relaxes(network: Network, stage: Stage) -> bool:
    """Whether a flow is a relaxation worth its time: many options, and people and places are counted."""
    if len(network.offers) < tuning.FLOWS_FROM_OPTIONS:
        return False
    measures = [stage.cost, *(measure for measure, _ in stage.reached)]
    counted = all(m.option is None and m.place is None for m in measures)
    return counted and stage.open is None and not network.narrow


def by_flow(
    stage: Stage, network: Network, plan: Groups, start: Ints | None, control: Control
) -> tuple[Groups | None, Priced]:
    """Return a better plan, None if none was found, and the best prices.

    The given prices are tried first: those of the blend often prove its plan.
    """
    value, found = stage.value(plan), None
    price = np.zeros(len(stage.lower), dtype=np.int64) if start is None else valid(stage, start)
    best = proven(stage, price, control)
    for weights in _weights(stage):
        if best.bound >= value or control.stopped:
            break
        _ = network.families  # the longest step of the first flow
        control.hear()
        flowed = as_flow(network, stage, weights)
        if flowed is None:
            break
        control.hear()
        priced = proven(stage, flowed.price, control)
        if priced.scaled_bound > best.scaled_bound:
            best = priced
        groups = seated_evenly(network.offers, flowed.option) if network.whole else None
        if groups is not None and not stage.broken(groups).any() and stage.value(groups) < value:
            found, value = groups, stage.value(groups)
        if not network.whole:
            break
    return found, best


def _weights(stage: Stage) -> Iterator[list[int]]:
    """Yield ever larger weights of the earlier aims, each beyond what the later ones could make up for.

    One more person placed moves several others at most, so small weights are mostly enough. Where earlier
    aims are elastic, more than the price of a miss is never right.
    """
    if (stage.extra >= len(stage.rows.lower)).any():
        yield [stage.extra_cost] * len(stage.reached)
        return
    for factor in tuning.FLOW_WEIGHTS if stage.reached else (1,):
        weights: list[int] = []
        dearest = stage.cost.dearest(0)
        for measure, _ in reversed(stage.reached):
            weights.insert(0, factor * dearest)
            dearest += weights[0] * measure.dearest(0)
        yield weights
