"""A stage solved as a flow: its plan and its prices, where the flow is the whole of it or a relaxation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from innopraktik_match.engine.flows.circulation import LARGEST, Circulation, circulate
from innopraktik_match.engine.flows.network import (
    Arcs,
    Network,
    arcs_of_options,
    arcs_of_rows,
    flow_of_nodes,
    prices_of_misses,
    shared_out,
)
from innopraktik_match.engine.prices.bounds import valid

if TYPE_CHECKING:
    from innopraktik_match.engine.stages.aims import Measure, Stage
    from innopraktik_match.model.measures import Ints


@dataclass(frozen=True)
class Flowed:
    """What a flow says of a stage.

    Attributes
    ----------
    option : array
        The options taken, sorted; of options between the same nodes any one.
    price : array [rows]
        Valid prices.
    """

    option: Ints
    price: Ints


def as_flow(network: Network, stage: Stage, weights: list[int]) -> Flowed | None:
    """Return who comes where, and prices, of the stage as a flow; None where its numbers are too large.

    Parameters
    ----------
    network : Network
        That of the stage's options and rows.
    weights : list of int
        What one unit of each earlier aim is worth in units of this one.
    """
    measures = (measure for measure, _ in stage.reached)
    dearest = sum(weight * measure.dearest(0) for weight, measure in zip(weights, measures, strict=True))
    if dearest + stage.cost.dearest(0) + stage.extra_cost > LARGEST:
        return None
    option, miss = _costs(network, stage, weights)
    extra = stage.extra_cost
    hard = 1 + 2 * (int(option.max(initial=0)) + int(miss.max(initial=0)) + extra)
    arcs, among = arcs_of_options(network, stage, option)
    of_rows = arcs_of_rows(network, stage, miss, extra, hard)
    every = Arcs(
        *(
            np.append(getattr(arcs, part), getattr(of_rows, part))
            for part in ("tail", "head", "capacity", "cost")
        )
    )
    found = circulate(every, len(network.above))
    if found is None:
        return None
    short, over = prices_of_misses(network, stage, miss, extra, hard)
    through = flow_of_nodes(network, of_rows, found.flow[len(arcs) :])
    shared = shared_out(network, _worth(network, found), through, short, over)
    exact = stage.highest // stage.scale
    earlier = -np.array(weights, dtype=np.int64)
    price = stage.scale * np.clip(np.append(shared, earlier), -exact, exact)
    return Flowed(np.sort(among[found.flow[: len(among)] > 0]), valid(stage, price))


def _costs(network: Network, stage: Stage, weights: list[int]) -> tuple[Ints, Ints]:
    """Return the costs of options and misses, those of the earlier aims included by their weights."""
    offers = network.offers
    option = np.zeros(len(offers), dtype=np.int64)
    miss = np.zeros(len(network.rows.miss_points), dtype=np.int64)
    terms: list[tuple[Measure, int]] = [(stage.cost, 1)]
    terms += [(measure, weight) for (measure, _), weight in zip(stage.reached, weights, strict=True)]
    for measure, weight in terms:
        if measure.option is not None:
            option += weight * measure.option
        if measure.place is not None:
            option += weight * measure.place[offers.place]
        miss += weight * measure.miss
    return option, miss


def _worth(network: Network, found: Circulation) -> Ints:
    """Return the price of each node: how far its two sides are apart."""
    beyond = found.potential[network.above] - found.potential
    worth: Ints = np.where(network.inner, beyond, -beyond)
    worth[0] = 0
    return worth
