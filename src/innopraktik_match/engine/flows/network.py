"""A stage as a circulation: its options, rows and misses as nodes and arcs with costs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from innopraktik_match.engine.flows.laminar import ROOT, Families, families, loaded_by
from innopraktik_match.model.groups import FAR, plain, rank_within
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
    """What all stages of a round share; worked out when it is first asked for.

    Node 0 is where everything begins and ends; the others are rows.

    Attributes
    ----------
    offers : Offers
    rows : Rows
    every : bool
        Whether each option is to be an arc of its own, though hosts have several slots.
    """

    offers: Offers
    rows: Rows
    every: bool = False

    @cached_property
    def narrow(self) -> bool:
        """Whether a visit is its members, and each host has one slot or takes one at a time."""
        hosts = self.offers.places.host
        slots = np.bincount(hosts, minlength=len(self.offers.columns.hosts))
        return plain(self.offers) and bool(((self._most == 1) | (slots[hosts] == 1)).all())

    @cached_property
    def whole(self) -> bool:
        """Whether every plan is a circulation and every circulation a plan, but for the minima of hosts."""
        peaks = (np.diff(self.rows.miss.start) > 1).any()
        return self.narrow and not peaks and not self.families.dropped.any()

    @cached_property
    def places_cost(self) -> bool:
        """Whether what a visit costs by itself can be counted with its options: all hosts take one."""
        return bool((self._most == 1).all())

    @property
    def option(self) -> Ints:
        """The options that are arcs: all, or one of each person and host where slots are left aside."""
        return self._arcs[0]

    @cached_property
    def _arcs(self) -> tuple[Ints, Ints]:
        """Return the options that are arcs, and how many each stands for."""
        offers = self.offers
        if self.narrow or self.every:
            return np.arange(len(offers)), np.ones(len(offers), dtype=np.int64)
        host = offers.places.host[offers.place].astype(np.int64)
        pairs = host * len(offers.size) + offers.unit
        _, first, count = np.unique(pairs, return_index=True, return_counts=True)
        order = np.argsort(first)
        return first[order].astype(np.int64), count[order].astype(np.int64)

    @cached_property
    def families(self) -> Families:
        """The rows as two laminar families."""
        return families(self.offers, self.rows, *self._arcs)

    @cached_property
    def _kept(self) -> Ints:
        first = self.families.first
        return np.flatnonzero((first == np.arange(len(first))) & ~self.families.dropped)

    @cached_property
    def node(self) -> Ints:
        """The node of each row [R]; -1 for rows that are none."""
        found, kept = self.families, self._kept
        node = np.full(len(self.rows.lower), -1, dtype=np.int64)
        node[kept] = 1 + np.arange(len(kept))
        return np.where((found.first >= 0) & ~found.dropped, node[np.maximum(found.first, 0)], -1)

    @cached_property
    def above(self) -> Ints:
        """The next node towards node 0."""
        found, kept = self.families, self._kept
        parent = np.where(found.inner[kept], found.near.parent[kept], found.far.parent[kept])
        return np.append(0, self._nodes(parent))

    @cached_property
    def inner(self) -> Flags:
        """Whether the node is on the side of the interns."""
        return np.append(False, self.families.inner[self._kept])

    @cached_property
    def heads(self) -> Ints:
        """How many interns one unit of a row's limits stands for [R].

        The maximum of the host where the row counts visits, else 1.
        """
        heads, loads = np.ones(len(self.rows.lower), dtype=np.int64), self.rows.by_place
        np.maximum.at(heads, loads.row, np.repeat(self._most, np.diff(loads.start)))
        return heads

    @cached_property
    def near(self) -> Ints:
        """The node that each arc of an option leaves."""
        return self._nodes(self.families.near.leaf)

    @cached_property
    def far(self) -> Ints:
        """The node that each arc of an option enters."""
        return self._nodes(self.families.far.leaf)

    @property
    def _most(self) -> Ints:
        return self.offers.columns.host_max[self.offers.places.host]

    def _nodes(self, row: Ints) -> Ints:
        return np.where(row == ROOT, 0, self.node[row])


def network_of(offers: Offers, rows: Rows) -> Network | None:
    """Return the network of a round; None where people travel in groups, or there are no options."""
    return Network(offers, rows) if offers.members.shape[1] == 1 and len(offers) else None


def arcs_of_options(network: Network, stage: Stage, cost: Ints) -> tuple[Arcs, Ints]:
    """Return an arc for each option that the stage allows, and the options."""
    some = np.arange(len(network.option))
    if stage.open is not None:
        some = np.flatnonzero(stage.open[network.option])
    option, one = network.option[some], np.ones(len(some), dtype=np.int64)
    return Arcs(network.near[some], network.far[some], one, cost[option]), option


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
    beyond = 1 + max(len(network.offers), int(lower.max(initial=0)))  # what no flow reaches
    most = np.full(nodes, beyond)
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


def flow_of_nodes(network: Network, arcs: Arcs, flow: Ints) -> Ints:
    """Return how much flows through each node, from the flow on the arcs of the rows."""
    node = np.where(network.inner[arcs.head], arcs.head, arcs.tail)
    through = np.zeros(len(network.above), dtype=np.int64)
    np.add.at(through, node, flow)
    return through


def shared_out(network: Network, worth: Ints, through: Ints, short: Ints, over: Ints) -> Ints:
    """Share the price of each node among the rows there, so that the bound is highest.

    By complementary slackness: what is missed has its full price, a limit that is just kept has what is left,
    and any other limit none.

    Parameters
    ----------
    worth : array [nodes]
    through : array [nodes]
        How much flows through the node.
    short, over : array [R]
        What missing a row by one costs: more no price may be.
    """
    lower, upper = limits(network)
    node, n_rows = network.node, len(lower)
    low, high = np.zeros(n_rows, dtype=np.int64), np.zeros(n_rows, dtype=np.int64)
    idle = loaded_by(network.offers, network.rows) == 0  # what no option loads is missed in every plan
    low[idle] = short[idle]
    some = node >= 0
    missed = some & (lower > np.maximum(0, through[node]))
    low[missed] = short[missed]
    missed = some & (upper < through[node]) & (over > 0)
    high[missed] = over[missed]
    left = worth.copy()
    np.subtract.at(left, node[some], (low - high)[some])
    _share(left, node, some & (lower > 0) & (lower == through[node]), short, low)
    _share(-left, node, some & (upper == through[node]), np.where(over < 0, FAR, over), high)
    return low - high * network.heads


def _share(left: Ints, node: Ints, kept: Flags, most: Ints, price: Ints) -> None:
    """Give what is left of the price of each node to its rows whose limits are just kept, in turn."""
    left = np.maximum(0, left)
    rows = np.flatnonzero(kept)
    rows = rows[np.argsort(node[rows], kind="stable")]
    rank = rank_within(node[rows], len(left))
    for number in range(int(rank.max(initial=-1)) + 1):
        some = rows[rank == number]
        price[some] = np.minimum(most[some], left[node[some]])
        left[node[some]] -= price[some]
