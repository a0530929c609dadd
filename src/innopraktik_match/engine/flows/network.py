"""A stage as a circulation: its options, rows and misses as nodes and arcs with costs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from innopraktik_match.engine.flows.laminar import ROOT, Families, families
from innopraktik_match.model.groups import plain, rank_within
from innopraktik_match.model.measures import NO_LIMIT, Flags, Ints

if TYPE_CHECKING:
    from innopraktik_match.engine.stages.aims import Stage
    from innopraktik_match.engine.stages.rows import Rows
    from innopraktik_match.model.options import Offers


@dataclass(frozen=True)
class Arcs:
    """Arcs of a circulation, with the row or the options that each one stands for."""

    tail: Ints
    head: Ints
    capacity: Ints
    cost: Ints

    def __len__(self) -> int:
        return len(self.tail)


@dataclass(frozen=True)
class Network:
    """What all stages of a round share.

    Node 0 is where everything begins and ends; the others are rows.

    Attributes
    ----------
    offers : Offers
    rows : Rows
    families : Families
    node : array [R]
        The node of each row; -1 for rows that are none.
    above : array [nodes]
        The next node towards node 0.
    inner : array [nodes]
        Whether the node is on the side of the interns.
    heads : array [R]
        How many interns one unit of the row's limits stands for: the maximum of the host where the row
        counts visits, else 1.
    whole : bool
        Whether every plan is a circulation and every circulation a plan, but for the minima of hosts.
    places_cost : bool
        Whether what a visit costs by itself can be counted with its options: hosts for one.
    """

    offers: Offers
    rows: Rows
    families: Families
    node: Ints
    above: Ints
    inner: Flags
    heads: Ints
    whole: bool
    places_cost: bool

    @cached_property
    def near(self) -> Ints:
        """The node that each option leaves [K]."""
        return self._nodes(self.families.near.leaf)

    @cached_property
    def far(self) -> Ints:
        """The node that each option enters [K]."""
        return self._nodes(self.families.far.leaf)

    def _nodes(self, leaf: Ints) -> Ints:
        return np.where(leaf == ROOT, 0, self.node[leaf])


def network_of(offers: Offers, rows: Rows) -> Network | None:
    """Return the network of a round; None where people travel in groups, or there are no options."""
    if offers.members.shape[1] > 1 or not len(offers):
        return None
    found = families(offers, rows)
    n_rows = len(rows.lower)
    kept = np.flatnonzero((found.first == np.arange(n_rows)) & ~found.dropped)
    node = np.full(n_rows, -1, dtype=np.int64)
    node[kept] = 1 + np.arange(len(kept))
    of_class = np.where((found.first >= 0) & ~found.dropped, node[np.maximum(found.first, 0)], -1)
    inner = np.append(False, found.inner[kept])
    parent = np.where(found.inner[kept], found.near.parent[kept], found.far.parent[kept])
    above = np.append(0, np.where(parent == ROOT, 0, node[parent]))
    most = offers.columns.host_max[offers.places.host]
    heads = np.ones(n_rows, dtype=np.int64)
    loads = rows.by_place
    np.maximum.at(heads, loads.row, np.repeat(most, np.diff(loads.start)))
    slots = np.bincount(offers.places.host, minlength=len(offers.columns.hosts))[offers.places.host]
    peaks = np.flatnonzero(np.diff(rows.miss.start) > 1)
    whole = plain(offers) and not found.dropped.any() and not len(peaks)
    return Network(
        offers=offers,
        rows=rows,
        families=found,
        node=of_class,
        above=above,
        inner=inner,
        heads=heads,
        whole=bool(whole and ((most == 1) | (slots == 1)).all()),
        places_cost=bool((most == 1).all()),
    )


def arcs_of_options(network: Network, stage: Stage, cost: Ints) -> tuple[Arcs, Ints]:
    """Return an arc for each option that the stage allows, and the options.

    In a relaxation one arc stands for all between the same two nodes: their options cost the same there.
    """
    near, far = network.near, network.far
    option = np.arange(len(network.offers)) if stage.open is None else np.flatnonzero(stage.open)
    if not network.whole:
        _, first, count = np.unique(
            near[option] * len(network.above) + far[option], return_index=True, return_counts=True
        )
        option = option[first]
        return Arcs(near[option], far[option], count.astype(np.int64), cost[option]), option
    return Arcs(near[option], far[option], np.ones(len(option), dtype=np.int64), cost[option]), option


def arcs_of_rows(network: Network, stage: Stage, miss: Ints, extra: int, hard: int) -> Arcs:
    """Return the arcs of the rows: a convex cost a node, as parallel arcs with rising costs.

    Parameters
    ----------
    miss : array [S]
        What each unit missed costs.
    extra : int
        What each unit of an elastic row of the stage costs.
    hard : int
        What each unit of a lower limit costs that must not be missed.
    """
    lower, upper = limits(network)
    short, over = prices_of_misses(network, stage, miss, extra, hard)
    node = network.node
    nodes = len(network.above)
    most = np.full(nodes, len(network.offers))
    hard_upper = (node >= 0) & (upper < NO_LIMIT) & (over < 0)
    np.minimum.at(most, node[hard_upper], np.maximum(0, upper[hard_upper]))
    low = np.flatnonzero((node >= 0) & (lower > 0) & (short > 0))
    high = np.flatnonzero((node >= 0) & (upper < NO_LIMIT) & (over > 0))
    every = np.arange(1, nodes)
    none = np.zeros(len(every), dtype=np.int64)
    at = np.concatenate([every, node[low], node[low], node[high]])
    begin = np.concatenate([none, np.zeros(len(low), dtype=np.int64), lower[low], np.maximum(0, upper[high])])
    jump = np.concatenate([none, -short[low], short[low], over[high]])
    kept = begin < most[at]
    at, begin, jump = at[kept], begin[kept], jump[kept]
    order = np.lexsort((begin, at))
    at, begin, jump = at[order], begin[order], jump[order]
    slope = np.cumsum(jump)
    first = np.searchsorted(at, at)  # every node's jumps are counted from its own first one
    slope = slope - slope[first] + jump[first]
    last = np.append(at[1:] != at[:-1], True) if len(at) else np.zeros(0, dtype=bool)
    end = np.where(last, most[at], np.append(begin[1:], 0))
    some = end > begin
    at, capacity, slope = at[some], (end - begin)[some], slope[some]
    above = network.above[at]
    inner = network.inner[at]
    return Arcs(np.where(inner, above, at), np.where(inner, at, above), capacity, slope)


def limits(network: Network) -> tuple[Ints, Ints]:
    """Return the limits of the rows, counted in interns."""
    rows = network.rows
    upper = np.where(rows.upper < NO_LIMIT, rows.upper * network.heads, NO_LIMIT)
    return rows.lower, upper


def prices_of_misses(network: Network, stage: Stage, miss: Ints, extra: int, hard: int) -> tuple[Ints, Ints]:
    """Return what one unit short of each row costs, and one over; below 0 where that is not allowed."""
    rows = network.rows
    owner = np.repeat(np.arange(len(rows.miss_points)), np.diff(rows.miss.start))
    short = np.where(rows.lower > 0, hard, 0)
    over = np.full(len(rows.lower), -1, dtype=np.int64)
    lacks = rows.miss.load > 0
    short[rows.miss.row[lacks]] = miss[owner[lacks]]
    over[rows.miss.row[~lacks]] = miss[owner[~lacks]]
    elastic = stage.extra[stage.extra < len(rows.lower)]
    short[elastic] = extra
    return short, over


def shared_out(network: Network, stage: Stage, worth: Ints, short: Ints, over: Ints) -> Ints:
    """Share the price of each node among the rows there, so that the bound is highest.

    What is above 0 goes to the lower limits, the highest first; what is below 0 to the tightest upper one.

    Parameters
    ----------
    worth : array [nodes]
    short, over : array [R]
        What missing a row by one costs: more no price may be.
    """
    lower, upper = limits(network)
    node, n_rows = network.node, len(lower)
    price = np.zeros(n_rows, dtype=np.int64)
    idle = network.families.first < 0  # what no option loads is missed in every plan
    price[idle] = short[idle]
    left = np.maximum(0, worth)
    rows = np.flatnonzero((node >= 0) & (lower > 0) & (short > 0))
    rows = rows[np.lexsort((-lower[rows], node[rows]))]
    rank = rank_within(node[rows], len(worth))
    for number in range(int(rank.max(initial=-1)) + 1):
        some = rows[rank == number]
        price[some] = np.minimum(short[some], left[node[some]])
        left[node[some]] -= price[some]
    left = np.maximum(0, -worth)
    rows = np.flatnonzero((node >= 0) & (upper < NO_LIMIT) & (over != 0))
    rows = rows[np.lexsort((upper[rows], node[rows]))]
    rank = rank_within(node[rows], len(worth))
    for number in range(int(rank.max(initial=-1)) + 1):
        some = rows[rank == number]
        most = np.where(over[some] < 0, left[node[some]], np.minimum(over[some], left[node[some]]))
        price[some] -= most * network.heads[some]
        left[node[some]] -= most
    return price
