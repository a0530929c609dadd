"""Minimum-cost circulations and their potentials."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from innopraktik_match.engine.flows.network import Arcs
    from innopraktik_match.model.measures import Ints

LARGEST = 2**50
"""Of the cost of an arc."""
LARGEST_PATH = 2**60
"""Of the cost of all arcs on a path, so that potentials fit 64 bits."""


@dataclass(frozen=True)
class Circulation:
    """A cheapest circulation.

    Attributes
    ----------
    flow : array [arcs]
    potential : array [nodes]
        Of the head less that of the tail: at most the cost of every arc that has room left, at least that
        of every arc that is used.
    """

    flow: Ints
    potential: Ints


def circulate(arcs: Arcs, nodes: int) -> Circulation | None:
    """Return a cheapest circulation; None where its numbers are too large.

    By cost scaling (Goldberg, 1997) as OR-Tools has it; potentials are shortest distances in what is left
    over (Bellman, 1958), as OR-Tools does not tell its own.
    """
    from ortools.graph.python.min_cost_flow import SimpleMinCostFlow

    if int(np.abs(arcs.cost).max(initial=1)) > LARGEST_PATH // (nodes + 1):
        return None
    solver = SimpleMinCostFlow()
    solver.add_arcs_with_capacity_and_unit_cost(arcs.tail, arcs.head, arcs.capacity, arcs.cost)
    if solver.solve() != SimpleMinCostFlow.OPTIMAL:
        return None
    flow = np.asarray(solver.flows(np.arange(len(arcs))), dtype=np.int64)
    return Circulation(flow, distances(arcs, flow, nodes))


def distances(arcs: Arcs, flow: Ints, nodes: int) -> Ints:
    """Return shortest distances to each node in the residual network, from any node, at most 0."""
    room, used = np.flatnonzero(flow < arcs.capacity), np.flatnonzero(flow > 0)
    tail = np.append(arcs.tail[room], arcs.head[used])
    head = np.append(arcs.head[room], arcs.tail[used])
    cost = np.append(arcs.cost[room], -arcs.cost[used])
    order = np.argsort(tail, kind="stable")
    head, cost = head[order], cost[order]
    start = np.searchsorted(tail[order], np.arange(nodes + 1))
    count = np.diff(start)
    distance = np.zeros(nodes, dtype=np.int64)
    moved = np.arange(nodes)
    for _ in range(nodes + 1):
        if not len(moved):
            break
        size = count[moved]
        within = np.arange(size.sum()) - np.repeat(np.cumsum(size) - size, size)
        at = np.repeat(start[moved], size) + within
        reach = np.repeat(distance[moved], size) + cost[at]
        to = head[at]
        shorter = reach < distance[to]
        to, reach = to[shorter], reach[shorter]
        np.minimum.at(distance, to, reach)
        moved = np.unique(to)
    return distance
